"""Leg length: how it is measured, which leg is shorter, and what the methods say together.

A difference is a short side and millimetres, never a signed number on a page.
The program names bands and disagreement; it never suggests a lift.
"""

from __future__ import annotations

from clinic_gait.clinical.leg_length.bands import (
    ALIKE,
    BANDS,
    OTHER_SCHEMES,
    REFER_IF,
    SCHEME,
    Band,
    band,
    bands,
    refer_if,
    scheme,
)
from clinic_gait.clinical.leg_length.difference import Difference, difference
from clinic_gait.clinical.leg_length.evidence import EVIDENCE, FUNCTIONAL_CHECKS
from clinic_gait.clinical.leg_length.judging import LEADING, Judgement, judge, methods_disagree
from clinic_gait.clinical.leg_length.lift import (
    LIFT_GAIT,
    LIFT_NOTES,
    LIFT_ONLY_IF,
    LIFT_PAIN,
    LIFT_TRIAL,
    lift_response,
    lift_words,
)
from clinic_gait.clinical.leg_length.methods import METHODS, Method
from clinic_gait.clinical.leg_length.suspicion import POINTS_TO, Suspicion, suspicion

__all__ = [
    "ALIKE",
    "BANDS",
    "EVIDENCE",
    "FUNCTIONAL_CHECKS",
    "LEADING",
    "LIFT_GAIT",
    "LIFT_NOTES",
    "LIFT_ONLY_IF",
    "LIFT_PAIN",
    "LIFT_TRIAL",
    "METHODS",
    "OTHER_SCHEMES",
    "POINTS_TO",
    "REFER_IF",
    "SCHEME",
    "Band",
    "Difference",
    "Judgement",
    "Method",
    "Suspicion",
    "band",
    "bands",
    "difference",
    "judge",
    "lift_response",
    "lift_words",
    "methods_disagree",
    "refer_if",
    "scheme",
    "suspicion",
]
