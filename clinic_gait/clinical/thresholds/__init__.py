"""Every cut-off that flags and displays use, with how sure it is. Each is a clinic's own setting to change."""

from __future__ import annotations

from clinic_gait.clinical.thresholds.adjusting import adjusted
from clinic_gait.clinical.thresholds.entries import THRESHOLDS
from clinic_gait.clinical.thresholds.threshold import BadThreshold, Direction, Strength, Threshold

__all__ = ["THRESHOLDS", "BadThreshold", "Direction", "Strength", "Threshold", "adjusted"]
