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
from clinic_gait.clinical.leg_length.judging import Judgement, judge, methods_disagree
from clinic_gait.clinical.leg_length.methods import METHODS, Method

__all__ = [
    "ALIKE",
    "BANDS",
    "EVIDENCE",
    "FUNCTIONAL_CHECKS",
    "METHODS",
    "OTHER_SCHEMES",
    "REFER_IF",
    "SCHEME",
    "Band",
    "Difference",
    "Judgement",
    "Method",
    "band",
    "bands",
    "difference",
    "judge",
    "methods_disagree",
    "refer_if",
    "scheme",
]
