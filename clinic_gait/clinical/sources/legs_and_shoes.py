"""Leg length, lifts and the wear of shoes."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="badii2014",
        cite="Lifts versus tape for LLD, J Rheumatol 2014;41:1689",
        url="https://pubmed.ncbi.nlm.nih.gov/25028369/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lldsr2021",
        cite="Systematic review of LLD assessment 2021 (PMC8687568)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8687568",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="harvey2010",
        cite="Harvey et al. 2010, Ann Intern Med 152:287",
        url="https://pubmed.ncbi.nlm.nih.gov/20194234/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="khamis2017",
        cite="Khamis & Carmeli 2017, Gait Posture 57:115",
        url="https://cris.haifa.ac.il/en/publications/relationship-and-significance-of-gait-deviations-associated-with-",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="campbell2018",
        cite="Campbell et al. 2018, APMR 99:981",
        url="http://pubmed.ncbi.nlm.nih.gov/29229292",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="hasler2000",
        cite="Hasler 2000, Orthopade 29:766",
        url="https://pubmed.ncbi.nlm.nih.gov/11091998/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="vogt2020",
        cite="Vogt et al. 2020, Dtsch Arztebl Int 117:405",
        url="https://www.orthobullets.com/evidence/32865491",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="applebaum2021",
        cite="Applebaum et al. 2021, Clin Orthop Surg 13:127",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8173231",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="seeley2010",
        cite="Seeley et al. 2010, J Sports Sci Med 9:572 (mild = <3 cm)",
        url="https://jssm.org/jssm-09-572.xml%3EFulltext",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="murray2015",
        cite="Murray & Azari 2015, J Can Chiropr Assoc 59:226 (mild = <=20 mm)",
        url="https://d.docksci.com/leg-length-discrepancy-and-osteoarthritis-in-the-knee-hip-and-lumbar-spine_5a29e15dd64ab2debae72ad1.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="pereira_lld",
        cite="Blog quoting study: mild LLD 0.5-2.0 cm in runners",
        url="http://elenakemmerling.hatenablog.com/entry/2017/07/02/062353",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="lli2022",
        cite="BMC Musculoskelet Disord 2022 s12891-022-05113-2 (2 cm is common clinical cut)",
        url="https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-022-05113-2",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="nolaro",
        cite="K. Pearce, heel-lift limits (1/4 in on orthotic, 3/8 in in shoe, more outside)",
        url="http://nolaro24.com/wordpress/?p=515",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="rniito",
        cite="Leg length measurement review, RNIITO journal",
        url="https://journal.rniito.org/jour/user/setLocale/ru_RU?source=%2Fjour%2Farticle%2Fview%2F1781",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="dor2017",
        cite="Doctors of Running 2017, outsole wear (cites Vernon & Potter 2004)",
        url="http://www.doctorsofrunning.com/2017/06/footwear-science-outsole-wear-patterns.html",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="thelifetime",
        cite="Lifetime Athlete, shoe wear patterns (clinician opinion)",
        url="https://thelifetimeathlete.com/2022/02/20/what-shoe-wear-patterns-can-tell-you-about-biomechanics/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="biologyinsights",
        cite="Biology Insights, shoe wear patterns",
        url="https://biologyinsights.com/what-do-your-shoe-wear-patterns-actually-mean",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="spb2017",
        cite="Sports Performance Bulletin on IJSPT 2017;12:616 (400 miles, cushioning)",
        url="https://sportsperformancebulletin.com/training/tech/a-cushy-life-why-runners-need-to-check-shoe-cushioning-regularly",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="nycustom",
        cite="NY Custom PT 2018: 300-500 mile habit, 40% absorption loss over 250-500 miles",
        url="http://www.nycustompt.com/blog-nycustompt/2018/2/15/do-i-really-need-new-shoes",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="eorif",
        cite="eORIF Haglund page (codes M77.30)",
        url="https://eorif.com/haglunds-deformity-m7730-72673",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="brady2003",
        cite="Brady et al. 2003, JOSPT 33:221 (limb length inequality, review)",
        url="http://www.uptodate.com/contents/iliotibial-band-syndrome/abstract/40",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="defrin2005",
        cite="Defrin et al. 2005, Arch Phys Med Rehabil 86:2075 (trial, inserts for 10 mm or less, back pain, n=33)",
        url="https://pubmed.ncbi.nlm.nih.gov/16271551/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="rannisto2019",
        cite="Rannisto et al. 2019, BMC Musculoskelet Disord 20 (trial, 5 mm or more, 70% correction, back pain, n=42)",
        url="https://doi.org/10.1186/s12891-019-2478-3",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="sabharwal2008",
        cite="Sabharwal & Kumar 2008, Clin Orthop Relat Res 466:2910 (methods for leg length, 42 articles)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2628227",
        seen=Seen.ABSTRACT,
    ),
)
