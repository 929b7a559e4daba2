"""Codes, certification and records."""

from __future__ import annotations

from clinic_gait.clinical.sources.source import Seen, Source

ENTRIES = (
    Source(
        key="icd10cm",
        cite="ICD-10-CM April 2026 release (CDC/NCHS data)",
        url="https://www.cdc.gov/nchs/icd/icd-10-cm/files.html",
        seen=Seen.FULL,
    ),
    Source(
        key="cfr410_61",
        cite="42 CFR 410.61",
        url="https://law.lawstack.com/cfr/42/410.61/",
        seen=Seen.FULL,
    ),
    Source(
        key="cms_ch5",
        cite="CMS Claims Processing Manual ch.5 s.20.2 (quoted by ChiroCode)",
        url="https://www.chirocode.com/article.html?id=25388",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="pt_com_8min",
        cite="PhysicalTherapy.com: CMS 33+7 minute example",
        url="https://physicaltherapy.com/ask-the-experts/billing-example-using-8-minute-2814",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="noridian",
        cite="Noridian, certification of the plan of care (updated Sep 2025)",
        url="https://med.noridianmedicare.com/web/jea/provider-types/outpatient-therapy-certification-plan-of-care",
        seen=Seen.FULL,
    ),
    Source(
        key="novitas",
        cite="Novitas definitions of type, amount, frequency, duration",
        url="https://www.novitas-solutions.com/webcenter/portal/MedicareJH/pagebyid?contentId=00177347",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="apta_poc",
        cite="APTA, 2025 signature exception",
        url="https://www.apta.org/your-practice/payment/medicare-payment/coding-billing/medicares-new-exception-plan-of-care-certification-requirement",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="webpt_10",
        cite="WebPT 2025 FAQ: tenth-visit progress note still required",
        url="https://webpt.com/blog/a-cms-christmas-carol-the-2025-final-rule-and-the-ghost-of-medicare-future-faq",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="ama_cpt",
        cite="AMA CPT licensing page",
        url="https://cpt-international.ama-assn.org/cpt-implementation-guide-component-4-licensing",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="cms_ch15",
        cite=(
            "CMS Medicare Benefit Policy Manual ch. 15 s. 220 (older copy: certification interval up to 90 days, "
            "progress report at least every 10 treatment days)"
        ),
        url="https://old.bansdoc.gov.bd/eBook/42/files/basic-html/page181.html",
        seen=Seen.EXCERPT,
    ),
    Source(
        key="cms2025_cert",
        cite=(
            "Powerback on the 2025 fee schedule: signature exception for the initial certification; the proposal "
            "gave none for recertification"
        ),
        url="https://getpowerback.com/blog-posts/cms-releases-cy-2025-physican-fee-schedule-final-rule",
        seen=Seen.EXCERPT,
    ),
)
