"""Hands-on treatment, exercise and guidelines."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="hoch2012",
        cite="Hoch et al. 2012, J Orthop Res 30:1798",
        url="https://pubmed.ncbi.nlm.nih.gov/22610971",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="vall2019",
        cite="Vallandingham et al. 2019, J Athl Train 54:403 (meta-analysis, CAI) and its table 2",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC6522095",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="kim2022",
        cite="Kim & Moon 2022, J Funct Morphol Kinesiol 7:66",
        url="https://www.mdpi.com/2411-5142/7/3/66/htm",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="mwm2025",
        cite="Mulligan MWM in ankle sprain meta-analysis 2025, BMC Sports Sci Med Rehabil 17:105",
        url="https://doi.org/10.1186/s13102-025-01121-6",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="jeon2015",
        cite="Jeon et al. 2015, J Athl Train 50:1226",
        url="https://pubmed.ncbi.nlm.nih.gov/26633750/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="silva2017",
        cite="Silva et al. 2017, JMPT 40:273 (Brookbush review)",
        url="https://brookbushinstitute.com/articles/posterior-talar-mobilizations-improve-ankle-pain-dorsiflexion-functional-capacity",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="taylor2024",
        cite="Taylor et al. 2024, J Bodyw Mov Ther 37:202",
        url="https://scribd.com/document/710879432/The-Effect-of-Manual-Therapy-on-Ankle-Dorsiflexion",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="met_thesis",
        cite="Thesis: mobilization / MET no gain in asymptomatic athletes",
        url="https://studylib.net/doc/9909650/the-effects-of-joint-mobilization-and-muscle",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="terada2013",
        cite="Terada et al. 2013, J Athl Train 48:696",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3784372",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="radford2006",
        cite="Radford et al. 2006, BJSM 40:870",
        url="https://bjsm.bmj.com/content/40/10/870",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="young2013",
        cite="Young et al. 2013, J Foot Ankle Res 6:46",
        url="https://mijn.bsl.nl/interventions-for-increasing-ankle-joint-dorsiflexion-a-systemat/7112582",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="acsm",
        cite="ACSM stretching guideline update 2021 (GETP 11th ed.)",
        url="https://www.acsm.org/all-blog-posts/certification-blog/acsm-certified-blog/2021/03/18/stretching-and-flexibility-guidelines-update",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="stretchdose",
        cite="Site summarising 189-study static stretch dose meta-analysis (4 min per bout, 10 min/week)",
        url="https://healthinfobl.com/stretching-for-flexibility-what-2024-research-says-about-optimal-dosage-types-and-balance-benefits/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="konrad2022",
        cite="Konrad et al. 2022, Sports Med 52:2523",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC9474417/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="grieve2022",
        cite="Grieve et al. 2022, J Bodyw Mov Ther 30:53",
        url="https://www.pubmed.gov/35500979/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="seever2022",
        cite="Seever et al. 2022, Front Sports Act Living 4:799985",
        url="https://frontiersin.org/articles/10.3389/fspor.2022.799985/full",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="alfredson_tbl",
        cite="Alfredson-type heel-drop programme table, Nutrients 11:76",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC6356409/table/nutrients-11-00076-t0A2",
        seen=Seen.TABLE,
    ),
    Source(
        key="prudencio2023",
        cite="Prudencio et al. 2023, BMC Sports Sci Med Rehabil 15:9",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC9878810",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="silbernagel2007",
        cite="Silbernagel et al. 2007 pain-monitoring model (secondary)",
        url="https://bim.physio/the-pain-monitoring-model/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="lu2022",
        cite="Lu et al. 2022, Bioengineering 9:301",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC9312299",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="monteiro2022",
        cite="Monteiro et al. 2022, Hum Mov 23:97",
        url="https://www.scribd.com/document/639043092/Kinematics-of-Back-Squats-with-different-Heel-Elevations-Monteiro-et-al-2022",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="willy2019",
        cite=(
            "Willy et al. 2019, JOSPT 49:CPG1 (patellofemoral pain guideline; diagnosis recommendations read, "
            "treatment grades from a third-party summary)"
        ),
        url="https://www.guidelinecentral.com/guideline/8381/",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="crossley2016",
        cite="Crossley et al. 2016, BJSM 50:844 consensus",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4975825",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="martin2021",
        cite=(
            "Martin et al. 2021, JOSPT 51:CPG1 (lateral ankle sprain guideline; assessment recommendations read, "
            "prevention grades from a podcast transcript by two physical therapists, treatment grades not read)"
        ),
        url="https://ocsfieldguide.buzzsprout.com/1332382/12118774-lateral-ankle-sprains-cpg-interventions",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="jonsson2008",
        cite=(
            "Jonsson et al. 2008, BJSM 42:746 (insertional Achilles, floor-level eccentric work, 27 people, no control)"
        ),
        url="https://www.ncbi.nlm.nih.gov/pubmed/18184750",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="fahlstrom2003",
        cite=(
            "Fahlstrom et al. 2003, Knee Surg Sports Traumatol Arthrosc 11:327 (full-range heel drops: midportion"
            " 89%, insertional 32% satisfied)"
        ),
        url="https://www.scribd.com/document/629806910/alfredson-achilles",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="devos2021",
        cite=(
            "de Vos et al. 2021, BJSM 55:1125 (Dutch multidisciplinary Achilles guideline; 'start insertional "
            "work on flat ground' from a third-party reading)"
        ),
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8479731",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="martin2021_text",
        cite="Text of martin2021 as quoted by scite: clinical course, diagnosis and outcome-measure recommendations",
        url="https://staging.scite.ai/reports/validity-reliability-and-responsiveness-of-4RrgPa",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="chimenti2024",
        cite=(
            "Chimenti et al. 2024, JOSPT 54(12):CPG1 (midportion Achilles guideline; scope read, recommendations "
            "from third-party readings)"
        ),
        url="https://doi.org/10.2519/jospt.2024.0302",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="koc2023",
        cite="Koc et al. 2023, JOSPT 53(12):CPG1 (heel pain guideline; grades from a clinician's summary)",
        url="https://www.pplbiomechanics.com/blogs/news/managing-plantar-fasciitis-new-updates-to-the-2014-clinical-practice-guidelines",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="logerstedt2017",
        cite="Logerstedt et al. 2017, JOSPT 47:A1 (knee ligament sprain guideline, outcome-measure recommendation)",
        url="https://www.guidelinecentral.com/guideline/8350",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="neal2024",
        cite=(
            "Neal et al. 2024, BJSM 58:1486 (patellofemoral best-practice guide, 65 high-quality trials, 3796 "
            "people; methods in abstract, conclusions as quoted elsewhere)"
        ),
        url="https://doi.org/10.1136/bjsports-2024-108110",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="winters2020",
        cite="Winters et al. 2020, BJSM 55:369 (living network meta-analysis, patellofemoral pain)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7982922",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="collins2018",
        cite="Collins et al. 2018, BJSM (patellofemoral consensus, recommendation table)",
        url="https://doi.org/10.1136/bjsports-2018-099397",
        seen=Seen.TABLE,
    ),
    Source(
        key="eckenrode2018",
        cite="Eckenrode et al. 2018, JOSPT (manual therapy for patellofemoral pain, meta-analysis)",
        url="https://scribd.com/document/622349888/Eckenrode-et-al-2018-Effectiveness-of-manual-therapy-for-pain-and-self-reported-function-in-individuals-with-patellofemoral-pain-systematic-revie",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="medeiros2018",
        cite="Medeiros & Martini 2018, Foot 35:28 (20 trials of stretching over weeks; abstract as quoted)",
        url="https://healthprotocols.wiki/sources/medeiros-2018-chronic-stretching-ankle-dfrom-meta-foot",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="warneke2023",
        cite="Calf stretching 10, 30 or 60 min a day with a device, randomized, n=80 (PMC10124737)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10124737",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="jiang2026",
        cite=(
            "Jiang et al. 2026, Front Med fmed.2025.1711920 (joint mobilization in chronic ankle instability, 8 "
            "trials, n=318)"
        ),
        url="https://doi.org/10.3389/fmed.2025.1711920",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="tjm_cai",
        cite=(
            "Thrust at ankle and both tib-fib joints plus exercise in chronic ankle instability, randomized, J "
            "Sport Rehabil 2019-0373"
        ),
        url="https://doi.org/10.1123/jsr.2019-0373",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="pagaduan2022",
        cite="Chronic foam rolling review 2022, 9 trials (PMC8998857): conflicting for range",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8998857",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="ifm2022",
        cite="Foot-muscle training, systematic review and meta-analysis 2022, PLoS ONE e0266525 (16 studies)",
        url="https://doi.org/10.1371/journal.pone.0266525",
        seen=Seen.ABSTRACT,
    ),
)
