"""How far joints move, and how well that is measured."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="powden2015",
        cite="Powden, Hoch & Hoch 2015, Man Ther 20:524",
        url="https://scholars.uky.edu/en/publications/reliability-and-minimal-detectable-change-of-the-weight-bearing-l",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bennell1998",
        cite="Bennell et al. 1998, Aust J Physiother 44:175",
        url="https://studylib.net/doc/25262948/bennell-et-al.--1998.-intra-rater-and-inter-rater-reliabi..",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="physiopedia_k2w",
        cite="Physiopedia, Knee to Wall Test (cites Bennell 1998, Konor 2012)",
        url="https://www.physio-pedia.com/index.php?title=Knee_to_Wall_Test",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="konor2012",
        cite="Konor et al. 2012, IJSPT 7:279",
        url="https://pubmed.ncbi.nlm.nih.gov/22666642/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="chisholm2012",
        cite="Chisholm et al. 2012, Physiother Can 64:347",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3484905",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="calatayud2015",
        cite="Calatayud et al. 2015, IJSPT 10:197",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4387727",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="rabin2015",
        cite="Rabin et al. 2015, J Athl Train 50:30",
        url="https://studylib.net/doc/10810860",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lagas2021",
        cite="Lagas et al. 2021, BMC Musculoskelet Disord 22:485",
        url="https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-021-04337-y",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="baumbach2014",
        cite="Baumbach et al. 2014, BMC Musculoskelet Disord 15:246",
        url="http://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/1471-2474-15-246",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="baumbach2016",
        cite="Baumbach et al. 2016, Arch Orthop Trauma Surg 136:1203",
        url="https://epub.ub.uni-muenchen.de/46322/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="barouk2014",
        cite="Barouk & Barouk 2014, Foot Ankle Clin 19:659",
        url="https://linkinghub.elsevier.com/retrieve/pii/S1083-7515(14)00093-X",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="goss2020",
        cite="Goss et al. 2020, Cureus 12:e6555",
        url="https://www.painscience.com/bibliography.php?goss20",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="prepod",
        cite="PrePodiatryClinic101, Silverskiold test (equinus <10 deg)",
        url="https://prepodiatryclinic101.com/silverskiloid-test/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="deheer",
        cite="DeHeer review page: goal 5 deg DF knee extended",
        url="https://www.fixequinus.com/blogs/posts/dr-deheers-article-review-does-stretching-increase-ankle-dorsiflexion-range-of-motion-a-systematic-review",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="digiovanni2002",
        cite=(
            "DiGiovanni et al. 2002, JBJS Am 84:962 (gastrocnemius <5 deg knee extended, gastrosoleus <10 deg "
            "knee flexed)"
        ),
        seen=Seen.MEMORY,
    ),
    Source(
        key="soucie2011",
        cite=(
            "Soucie et al. 2011, Haemophilia 17:500; CDC joint ROM tables (n=674; women move more, range falls "
            "with age; only ages 2-8 rows seen)"
        ),
        url="https://archive.cdc.gov/www_cdc_gov/ncbddd/jointrom/index.html",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="physiohub_df",
        cite="PhysioHub summary: peak ankle DF in gait and lower-limb biomechanics (n=70, cut-off 9.03 deg)",
        url="https://www.physiohub.io/research/ankle/the-relationship-of-peak-ankle-dorsiflexion-angle-with-lower-extremity-biomechan",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="heelrise2018",
        cite="WB ankle DF ROM and heel-rise time in gait, 2018 (PMC5940474)",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC5940474",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="wbltgait",
        cite="Limited DF under load and hip/pelvic gait patterns, 27 adults",
        url="https://arvinfomedia.com/myjournals/index.php/RSAB/article/view/101",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="trainingroom",
        cite="The Training Room PT page: DF needs walking 10-20, running 30, squat 40",
        url="https://thetrainingroompt.com/the-ankle-and-how-it-is-related-to-function/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="protopapadaki2007",
        cite="Protopapadaki et al. 2007, Clin Biomech 22:203",
        url="https://www.buenastareas.com/ensayos/Hip-Knee-Ankle-Kinematics-And-Kinetics/7068929.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="macrum2012",
        cite="Macrum et al. 2012, J Sport Rehabil 21:144",
        url="https://ru.scribd.com/document/375790353/flexion-dorsal-y-sentadilla-pdf",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lima2018",
        cite="Lima et al. 2018, Phys Ther Sport 29:61",
        url="https://pubmed.ncbi.nlm.nih.gov/28974358/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="wilczynski2020",
        cite="Wilczynski et al. 2020, IJERPH 17:8208",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7664395",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="tan2020",
        cite="Tan et al. 2020, J Foot Ankle Res 13:57",
        url="https://jfootankleres.biomedcentral.com/articles/10.1186/s13047-020-00426-8",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="rabin2014",
        cite="Rabin et al. 2014, J Athl Train 49:617",
        url="https://meridian.allenpress.com/jat/article/49/5/617/112454/Ankle-Dorsiflexion-Among-Healthy-Men-With",
        seen=Seen.ABSTRACT,
    ),
)
