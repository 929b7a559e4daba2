"""Questionnaires and pain ratings."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="binkley1999",
        cite="Binkley et al. 1999, Phys Ther 79:371",
        url="https://es.scribd.com/document/36402679/Lower-Extremity-Functional-Scale",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lefs_rehab",
        cite="RehabMeasures LEFS page (cost: free)",
        url="http://dorfenfashion.com/rehabilitation-measures/lower-extremity-functional-scale",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="koos2012",
        cite="KOOS Scoring 2012 sheet",
        url="https://www.scribd.com/document/404984174/KOOSscoring2012-pdf",
        seen=Seen.FULL,
    ),
    Source(
        key="koosfaq",
        cite="KOOS authors, questions and answers",
        url="http://koos.nu/faq.html",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="faam_sra",
        cite="RehabMeasures FAAM page (cost: free)",
        url="https://www.sralab.org/rehabilitation-measures/foot-and-ankle-ability-measures",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="faam_yhoc",
        cite="FAAM scoring, 90 percent rule, SEM 2.1 / 4.5",
        url="https://yhocphuchoi.com/rehab-scales/le-scales/faam-english",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="faam_pw",
        cite="patient-watch FAAM formula and licence note",
        url="https://patient-watch.com/forms/faam",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="akps_table",
        cite="Kujala AKPS option weights, appendix in PMC10362729",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10362729/table/undtbl2",
        seen=Seen.TABLE,
    ),
    Source(
        key="lysholm_table",
        cite="Lysholm option weights, appendix in PMC10362729",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC10362729/table/undtbl1",
        seen=Seen.TABLE,
    ),
    Source(
        key="esculier2013",
        cite="Esculier et al. 2013, Disabil Rehabil 35:2181 (via COSMIN)",
        url="https://database.cosmin.nl/catalog/127",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="watson2005",
        cite="Watson et al. 2005, JOSPT 35:136",
        url="http://healthdocbox.com/Orthopedics/67230392-Anterior-knee-pain-is.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="crossley2004",
        cite="Crossley et al. 2004, APMR 85:815",
        url="https://bmjopensem.bmj.com/lookup/external-ref?access_num=10.1016/S0003-9993(03)00613-0&link_type=DOI",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="psfs_form",
        cite="PSFS form (Stratford 1995), MDC90 2 avg / 3 single",
        url="https://bellairept.com/psfs",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="psfs_rehab",
        cite="RehabMeasures PSFS page (cost: free)",
        url="http://www.rehabmeasures.org/Lists/RehabMeasures/DispForm.aspx?ID=890",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="briggs2009",
        cite="Briggs et al. 2009, AJSM 37:890",
        url="https://pubmed.ncbi.nlm.nih.gov/19261899/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lysholm_es",
        cite="Lysholm Spanish version 2019, PLoS ONE e0221376 (MDC90 3.9)",
        url="https://paperity.org/p/203156263/the-lysholm-score-cross-cultural-validation-and-evaluation-of-psychometric-properties-of",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="salaffi2004",
        cite="Salaffi et al. 2004, Eur J Pain 8:283",
        url="https://pubmed.ncbi.nlm.nih.gov/15207508/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="piva2009",
        cite="Piva et al. 2009, J Rehabil Med 41:129",
        url="https://medicaljournals.se/jrm/content/html/10.2340/16501977-0295",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="kamper2009",
        cite="Kamper et al. 2009, J Man Manip Ther 17:163",
        url="https://pmc.ncbi.nlm.nih.gov/articles/pmid/20046623",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bobos2020",
        cite="Bobos et al. 2020, J Orthop 21:40",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7025089",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="groc_knee",
        cite="GROC recall and knee function, Phys Ther 94:534 (n=8955)",
        url="http://jcore-reference.highwire.org/content/94/4/534",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="martin2005_faam",
        cite="Martin et al. 2005, Foot Ankle Int 26:968 (FAAM validity)",
        url="https://www.ncbi.nlm.nih.gov/pubmed/16309613",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="faam_j",
        cite="Japanese FAAM in athletes (PMC4299738): MDC 6.8 and 13.7",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC4299738",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="hott2019",
        cite="Hott et al. 2019, Disabil Rehabil 43:1605 (Norwegian AKPS, patellofemoral pain: SDC 13, MIC 11)",
        url="https://doi.org/10.1080/09638288.2019.1671499",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="koos_mdc_oa",
        cite="MDC in people waiting for joint replacement 2014, BMC Musculoskelet Disord 15:235 (knee n=75)",
        url="http://www.biomedcentral.com/1471-2474/15/235/abstract",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="koos_mic_pt",
        cite="Mostafaee et al. 2021, Physiother Theory Pract (Persian KOOS after 4 weeks of physiotherapy, n=146)",
        url="https://biomed.reviewer.ly/app/publication/9643eba9-048f-42ed-b061-08ebfd02b2df",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="mapi_koos",
        cite="Mapi Research Trust news 10 Oct 2023: KOOS, HOOS, FAOS licensing",
        url="https://mapi-trust.org/news-events/news/koos-hoos-and-faos/",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="mehta2016",
        cite="Mehta et al. 2016, JOSPT 46:200 (LEFS review, 27 studies; MDC90 8.1-15.3)",
        url="https://doi.org/10.2519/jospt.2016.6165",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="lefs_form",
        cite="LEFS form, 'reprinted with permission of the American Physical Therapy Association'",
        url="https://viverant.com/outcome/lower-extremity/",
        seen=Seen.FULL,
    ),
    Source(
        key="lefs_norms",
        cite="LEFS normative data 2017, Acta Orthop 88:422 (n=1014, median 77)",
        url="https://doi.org/10.1080/17453674.2017.1309886",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="farrar2001",
        cite="Farrar et al. 2001, Pain 94:149 (2724 people: about 2 points or 30%)",
        url="https://pubmed.ncbi.nlm.nih.gov/11690728/",
        seen=Seen.ABSTRACT,
    ),
)
