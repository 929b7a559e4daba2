"""Red flags, and who warns of what."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="wells2003",
        cite="Wells et al. 2003 two-level DVT score (NICE appendix)",
        url="https://www.ncbi.nlm.nih.gov/pubmedhealth/PMH0055213/table/appk.tu1/?report=objectonly",
        seen=Seen.TABLE,
    ),
    Source(
        key="ottawa",
        cite="ALiEM card: Ottawa knee, ankle, foot rules",
        url="https://aliemcards.com/cards/ottawa-knee-ankle-foot",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="redflag_table",
        cite="Medical screening table knee, leg, ankle, foot (Godges)",
        url="https://scribd.com/document/366824726/01MedicalScreening-KneeLegAnkleandFootRegions-pdf",
        seen=Seen.TABLE,
    ),
    Source(
        key="scot_borders",
        cite="NHS Borders MSK lower limb emergency/urgent list",
        url="https://www.rightdecisions.scot.nhs.uk/borders-ref-help-toolkit/physiotherapy/msk-physiotherapy/lower-limb",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="maitland_cyber",
        cite="CyberPT Maitland grade review",
        url="http://www.cyberpt.com/maitlandjointmobilizationgradereview.asp",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="mob_contra",
        cite="Study-card list of contraindications to joint mobilization",
        url="https://brainscape.com/flashcards/joint-mobilizations-7748895/packs/12479156",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="batavia_mob",
        cite=(
            "Contraindications textbook, ch. 25 Joint mobilization (7 sources, all physical therapists, 51 "
            "concerns; most cited: neoplasm, then recent fracture and hypermobility; several called absolute; "
            "item table and author not shown, by its text Batavia 2006)"
        ),
        url="https://clinicalgate.com/joint-mobilization-articulation-nonthrust-technique-nonimpulse-technique",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="manip_table",
        cite=(
            "J Altern Complement Med best-practice paper, table 9: possible contraindications to manipulation or "
            "mobilization of spine or other joints (authors not on the page)"
        ),
        url="https://chiro.org/Graphics_Box_RESEARCH/GRAPHICS_19/BEST_PRACTICES/Table_9.html",
        seen=Seen.TABLE,
    ),
    Source(
        key="mob_clinic_list",
        cite=(
            "Joint Spine Rehab page: no mobilization with infected joint, metabolic bone disease, tumor, fusion, "
            "bone infection, fracture, ligament rupture"
        ),
        url="https://jointspinerehab.com/manual-joint-mobilization/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="bartsch2021",
        cite="Bartsch et al. 2021, J Clin Med 10:5360 (Delphi of 37 experts, foam rolling)",
        url="https://doi.org/10.3390/jcm10225360",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="ernst_massage",
        cite=(
            "Ernst, The safety of massage therapy, systematic review (16 case reports, 4 series; blood collection"
            " and lung clot among the harms)"
        ),
        url="https://www.slideshare.net/mysticmassage/the-safety-ofmassagetherapy",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="stm_cards",
        cite="Study cards, soft-tissue mobilization: absolute and relative contraindications",
        url="https://www.studystack.com/flashcard-165180",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="stretch_ot",
        cite=(
            "OT Dude, contraindications for stretching (fracture, acute inflammation, infection, blood "
            "collection, bony block, hypermobility)"
        ),
        url="https://www.otdude.com/category/ot-practice/page/2/",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="stretch_guide",
        cite=(
            "Stretching Exercises Guide, contraindications and precautions (instability, infection, effusion, "
            "blood thinners, osteoporosis)"
        ),
        url="https://stretching-exercises-guide.com/contraindications-to-stretching.html",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="stretch_exam",
        cite="Active Care exam question: bony block = contraindication to stretching, hypermobility = caution",
        url="https://activecare1practicequestions.examzify.com/question/which-statement-below-is-a-ede2b379833c698d",
        seen=Seen.SECONDARY,
    ),
    Source(
        key="osteo_mt2020",
        cite=(
            "Spinal manual therapy for people with osteoporosis, narrative review 2020, Phys Ther Rev (grades "
            "II-IV, no serious event in four studies; spine only)"
        ),
        url="https://doi.org/10.1080/10833196.2020.1852906",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="preg_smt2012",
        cite=(
            "Adverse events from spinal manipulation in pregnancy and after birth, review (Chiropr Man Therap; "
            "few cases)"
        ),
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC3348005/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="iwgdf2023",
        cite=(
            "IWGDF 2023 guidelines, diabetic foot: no barefoot walking when protective sensation is lost; "
            "separate guideline on acute Charcot foot"
        ),
        url="https://guidelinecentral.com/guideline/25084",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="bsr2006",
        cite="Coakley et al. 2006, Rheumatology 45:1039 (BSR, BOA, RCGP guideline, hot swollen joint)",
        url="https://doi.org/10.1093/rheumatology/kel163a",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="boast_cs",
        cite="British Orthopaedic Association standard 2014, compartment syndrome of the limbs",
        url="https://www.boa.ac.uk/resources/boasts/boast-10-pdf.html",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="peck2017",
        cite="Peck et al. 2017, Am Fam Physician 95:779 (slipped capital femoral epiphysis)",
        url="https://pdfslide.net/documents/slipped-capital-femoral-epiphysis-diagnosis-and-management-15062017-slipped.html",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="scfe_msd",
        cite="MSD Manual, slipped capital femoral epiphysis (up to 15% have knee or thigh pain)",
        url="https://www.msdmanuals.com/uk/professional/pediatrics/bone-disorders-in-children/slipped-capital-femoral-epiphysis-scfe",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="finucane2020",
        cite="Finucane et al. 2020, JOSPT 50:350 (IFOMPT framework, spinal red flags)",
        url="https://doi.org/10.2519/jospt.2020.9971",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bachmann2003",
        cite="Bachmann et al. 2003, BMJ 326:417 (Ottawa ankle rules, 27 studies, 15581 people)",
        url="https://doi.org/10.1136/bmj.326.7386.417",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="oar2022",
        cite="Ottawa ankle rule in adults, meta-analysis 2022, BMC Musculoskelet Disord 23 (15 studies, 8560 people)",
        url="https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-022-05831-7",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="bachmann2004",
        cite="Bachmann et al. 2004, Ann Intern Med 140:121 (Ottawa knee rule, 6 studies pooled, 4249 adults)",
        url="https://pure.amsterdamumc.nl/en/publications/the-accuracy-of-the-ottawa-knee-rule-to-rule-out-knee-fractures-a/",
        seen=Seen.ABSTRACT,
    ),
    Source(
        key="nice_dvt",
        cite=(
            "NICE two-level Wells table and pathway, appendix C of the 2012 guideline (likely = 2 or more: leg "
            "vein scan within 4 hours)"
        ),
        url="https://www.scribd.com/doc/288707045/Well-Criteria-pdf",
        seen=Seen.TABLE,
    ),
    Source(
        key="wells_versions",
        cite="ISRN 2011:124610 table 1 (Wells items with surgery under 4 weeks and past DVT +1: a mixed version)",
        url="http://www.hindawi.com/journals/isrn/2011/124610/tab1/",
        seen=Seen.TABLE,
    ),
)
