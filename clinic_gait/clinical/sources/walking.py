"""Walking: signs, phases, speed, symmetry."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="chang2004",
        cite="Chang et al. 2004, Arthritis Rheum 50:3897",
        url="http://billnordt.com/ARTICLESRELATEDTOGAIT/ThrustduringambulationkneeArthritisRheum.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="chang2013",
        cite="Chang et al. 2013, Osteoarthritis Cartilage 21:1668",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4014355",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="sharma2017",
        cite="Sharma et al. 2017, Arthritis Rheumatol 69:2136",
        url="https://experts.arizona.edu/en/publications/varus-thrust-and-incident-and-progressive-knee-osteoarthritis",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="souza2015",
        cite="Souza et al. 2015, PM&R 7:823",
        url="https://biomaterialdatabase.com/search/publications/25758531",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="howell_whip",
        cite="D. Howell PT, heel whip (also called abductory/adductory twist)",
        url="https://damienhowellpt.com/heel-whip-when-running/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="yngve2021",
        cite="Yngve 2021, Cureus 13:e14408 (knee recurvatum)",
        url="http://pubmed.ncbi.nlm.nih.gov/33859920/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="recurv5",
        cite="Secondary pages defining genu recurvatum as >5 deg (cites Loudon 1998)",
        url="https://x-playn.com/whats-genu-recurvatum",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="recurv_stroke",
        cite="Stroke gait study: recurvatum 5-15 deg moderate, >15 deg severe",
        url="https://th4.ilovetranslation.com/F7uQYF82yZW=d",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="perry_atlas",
        cite="Perry J, Normal gait, Atlas of Limb Prosthetics ch 13",
        url="http://oandplibrary.org/alp/chap13-01.asp",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="phases",
        cite="Gait phases with percentages (IC/LR 0-10, MSt 10-30, TSt 30-50, PSw 50-60, swing 60-100)",
        url="https://th4.ilovetranslation.com/NaVL9AJGuOfA_IBoYnBIRB==d",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="bohannon1997",
        cite="Bohannon 1997, Age Ageing 26:15",
        url="https://pubmed.ncbi.nlm.nih.gov/9143432/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bohannon2019",
        cite="Bohannon & Wang 2019, APMR 100:509 (4-m, NIH Toolbox)",
        url="https://discovery.researcher.life/article/fourmeter-gait-speed-normative-values-and-reliability-determined-for-adults-participating-in-the-nih-toolbox-study/ef82e5d5029337e280f261565a9b37b0",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bohannon2011",
        cite="Bohannon & Andrews 2011, Physiotherapy 97:182 (41 articles, 23111 people; rows from speed_table)",
        url="https://www.ncbi.nlm.nih.gov/pubmed/21820535",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="mobbs2025",
        cite="Mobbs et al. 2025, Sensors 25:581",
        url="https://doi.org/10.3390/s25020581",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="jerome2015",
        cite="Jerome et al. 2015, Arch Gerontol Geriatr 60:239 (0.05 m/s/yr meaningful decline)",
        url="https://docksci.com/gait-characteristics-associated-with-walking-speed-decline-in-older-adults-resul_5a6a5890d64ab2ab8f23ebb0.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="hollman2011",
        cite="Hollman et al. 2011, Gait Posture 34:111",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3104090",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="si_table",
        cite="Comparison of gait asymmetry equations, JPMR 2:201 table 1",
        url="https://www.omicsonline.org/JPMRimages/2329-9096-2-201-t001.html",
        seen=Seen.TABLE,
    ),
    Source(
        key="perera2006",
        cite="Perera et al. 2006, J Am Geriatr Soc (small change 0.05, substantial 0.10 m/s)",
        url="https://scilit.net/publications/d68e386fffbd2cf0525912b412bab333",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lifep2009",
        cite="LIFE-P 2009, J Nutr Health Aging 13:538 (4-m speed: minimal 0.03-0.05, substantial 0.08 m/s)",
        url="http://pubmedcentralcanada.ca/pmcc/articles/PMC3100159/?lang=en-ca",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="gilbert2021",
        cite="Gilbert et al. 2021, Arthritis Care Res 73:559 (knee OA, 20-m walk: important difference 4.1-6.9 m/min)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7392790",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="speed_table",
        cite="Plantiga help page: walking speed by age and sex (the Bohannon & Andrews rows)",
        url="https://help.plantiga.com/walk-average-speed",
        seen=Seen.SECONDARY,
    ),
)
