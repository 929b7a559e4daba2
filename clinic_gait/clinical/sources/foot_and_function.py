"""Foot posture, joint play, rotation, step-down, heel raises and balance."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="lsd_snyder",
        cite="J. Snyder DPT, Lateral step-down (cites Piva 2006, Rabin 2010, Rabin 2014)",
        url="https://johnsnyderdpt.com/for-clinicians/functional-testing/lateral-step-down/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="lsd_table",
        cite="Rabin et al. 2014 J Foot Ankle Res 7:48, table 1",
        url="https://jfootankleres.biomedcentral.com/articles/10.1186/s13047-014-0048-3/tables/1",
        seen=Seen.TABLE,
    ),
    Source(
        key="hebert2017",
        cite="Hebert-Losier et al. 2017, Physiotherapy 103:446",
        url="https://researchcommons.waikato.ac.nz/handle/10289/11322",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="prehab_heel",
        cite="Prehab Guys page of age/sex heel-raise goals (secondary)",
        url="https://library.theprehabguys.com/vimeo-video/single-leg-heel-raise-assessment/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="redmond2008",
        cite="Redmond, Crane & Menz 2008, J Foot Ankle Res 1:6",
        url="https://pubmed.ncbi.nlm.nih.gov/18822155/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="fpi_manual",
        cite="Redmond 2005, FPI-6 user guide (copyright stated, no copying without permission)",
        url="https://studylib.net/doc/8078879/the-foot-posture-index",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="fpi_bands",
        cite="Paragon Orthotic, Foot Posture Index bands",
        url="https://paragonorthotic.com/foot-posture-index/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="langley2016",
        cite="Agreement between clinical foot classification measures 2016 (PMC5131537)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5131537",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="aquino2018",
        cite="Aquino et al. 2018, Musculoskelet Sci Pract (FPI-6 reliability adults/older adults)",
        url="https://studylib.net/doc/27605659/aquino2018",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="nielsen2009",
        cite="Nielsen et al. 2009, J Foot Ankle Res 2:12",
        url="https://link.springer.com/doi/10.1186/1757-1146-2-12",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="menadue2006",
        cite="Goniometric inversion/eversion reliability 2006, BMC Musculoskelet Disord 7:60",
        url="http://www.bmj.com/lookup/external-ref?access_num=10.1186/1471-2474-7-60&link_type=DOI",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lapointe",
        cite="LaPointe, Reliability of subtalar neutral and ROM (Root two-thirds rule)",
        url="https://studylib.net/doc/18380370/tfie-re-liability-of-subtaiarjoint-ne-utral",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="hallux_fhl",
        cite="JAPMA 92:269 functional hallux limitus (assumed 65 deg)",
        url="https://www.mdpi.com/1930-8264/92/5/269",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="podiapaedia_mpj",
        cite="Podiapaedia first MPJ ROM (cites Nawoczenski 1999, 42 deg used in gait)",
        url="https://podiapaedia.org/wiki/biomechanics/clinical-biomechanics/biomechanical-assessment/joint-examination/joint-range-of-motion-testing/first-mpj-range-of-motion/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="fhl_wblt",
        cite="WBLT and functional hallux limitus, Rev Esp Podol 2017",
        url="https://elsevier.es/es-revista-revista-espanola-podologia-224-articulo-results-weight-bearing-lunge-test-on-S021012381730066X",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="vicenzino2006",
        cite="Vicenzino et al. 2006, JOSPT 36:464",
        url="https://studylib.net/doc/10804757/initial-changes-in-posterior-talar-glide-and",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="piva2006",
        cite=(
            "Piva et al. 2006, BMC Musculoskelet Disord 7:33 (between-tester error of impairment measures in "
            "patellofemoral pain, n=30)"
        ),
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC1557500",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="mansfield2021",
        cite="Mansfield et al. 2021, Physiother Theory Pract (lateral step-down, 6 raters, kappa .40-.65)",
        url="https://biomed.reviewer.ly/app/publication/294835d0-c758-42c1-8baf-ea0f62fd5149",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bohannon2006_sls",
        cite="Bohannon 2006, Top Geriatr Rehabil 22:70 (one-leg stance, 22 studies, 3484 people aged 60-99)",
        url="https://ru.scribd.com/document/358045457/Bohannon-Single-Limb-Stance-2006",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="springer2007",
        cite="Springer et al. 2007, J Geriatr Phys Ther 30:8 (one-leg stance norms, n=549; table not seen)",
        url="https://doi.org/10.1519/00139143-200704000-00003",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="heds_table",
        cite="2017 hEDS criteria table: Beighton 6 before puberty, 5 to age 50, 4 over 50 (PMC7785693)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7785693/table/T2",
        seen=Seen.TABLE,
    ),
    Source(
        key="malek2021",
        cite="Malek et al. 2021, Rheumatol Int (Beighton score should not be used alone)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8390395/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="rotatometer",
        cite="Rotatometer study, 94 healthy people: tibial rotation norms with a device that turns the foot",
        url="https://discovery.researcher.life/article/an-analysis-of-normative-data-on-the-knee-rotatory-profile-and-the-usefulness-of-the-rotatometer-a-new-instrument-for-measuring-tibiofemoral-rotation-the-reliability-of-the-knee-rotatometer/464361e0b84d3bd2a2f243b3328655c0",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="tibrot_gonio",
        cite="Goniometric tibial rotation, 30 healthy people: same rater ICC .83-.93, between raters .39-.81",
        url="https://discovery.researcher.life/article/test-retest-and-interrater-reliability-of-goniometric-tibial-rotation-range-of-motion-measurements/ae5ac14a09053e288675908eb17b42dd",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="baggett1993",
        cite="Web summary of a two-way ankle study (0-16.5 deg off load, 7.1-34.7 loaded; likely Baggett & Young 1993)",
        url="https://knowledge-builders.org/what-is-normal-rom-for-ankle",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="pf_gonio",
        cite="Functional heel-rise test versus goniometer, plantarflexion, n=43 (SEM 3.3-3.6, MDC 9.2-9.8 deg)",
        url="https://discovery.researcher.life/article/the-reliability-of-a-novel-heelrise-test-versus-goniometry-to-assess-plantarflexion-range-of-motion/e4633490435c395c852ad76b40d497f2",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="searle2018",
        cite=(
            "Loaded versus unloaded dorsiflexion in diabetes 2018, BMC Musculoskelet Disord 19 (template ICC "
            ".89-.94; weak or no link between the two)"
        ),
        url="https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-018-2113-8",
        seen=Seen.ABSTRACT,
    ),
)
