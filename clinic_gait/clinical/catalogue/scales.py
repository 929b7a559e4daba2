"""Step scales and ways of measuring that several entries share."""

from __future__ import annotations

from clinic_gait.clinical.measures import Facet, Step

#: Four steps by eye. A habit, not a proven scale.
NONE_TO_SEVERE = (
    Step(code="none", label="none"),
    Step(code="mild", label="mild"),
    Step(code="moderate", label="moderate"),
    Step(code="severe", label="severe"),
)

NONE_TO_MARKED = (
    Step(code="none", label="none"),
    Step(code="mild", label="mild"),
    Step(code="marked", label="marked"),
)

#: Thrusts, as the cohort studies graded them.
ABSENT_TO_DEFINITE = (
    Step(code="absent", label="absent"),
    Step(code="possible", label="possible"),
    Step(code="definite", label="definite"),
)

#: Turn of the foot in early swing, as measured in runners.
WHIP_ANGLE = (
    Step(code="none", label="none"),
    Step(code="5-10 deg", label="5 to 10 deg"),
    Step(code=">10 deg", label="more than 10 deg"),
)

#: On the table, the tool, the push and the hindfoot decide the number as much as the ankle does.
TABLE_METHOD = (
    Facet(name="tool", options=("goniometer", "inclinometer", "app")),
    Facet(name="force", options=("passive one hand", "passive two hands", "active")),
    Facet(name="hindfoot", options=("neutral", "free")),
)
