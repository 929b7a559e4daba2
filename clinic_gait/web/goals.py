"""The goals of a plan while they are typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from clinic_gait.care.plan import Goal
from clinic_gait.clinical.catalogue import CATALOGUE
from clinic_gait.clinical.entry import number
from clinic_gait.clinical.measures import Quantity
from clinic_gait.clinical.units import read_number
from clinic_gait.clinical.values import Side
from clinic_gait.web.boxes import Boxes
from clinic_gait.web.planned import Row

TEXT_LONGEST = 300
SIDES = (("", "no side"), ("L", "LEFT"), ("R", "RIGHT"))
FIELDS = ("text", "measure", "side", "baseline", "target", "by")


def measures() -> list[Quantity]:
    """What a goal can be measured by: everything that is a number."""
    return [one for one in CATALOGUE.values() if isinstance(one, Quantity) and not one.retired]


def goal_row(goal: Goal) -> Row:
    """What stands in the boxes of a goal."""
    measure = _measure(goal.measure)
    row = {"text": goal.text, "measure": goal.measure or "", "side": "", "by": goal.by.isoformat() if goal.by else ""}
    if goal.side in (Side.LEFT, Side.RIGHT):
        row["side"] = goal.side.value
    for name, value in (("baseline", goal.baseline), ("target", goal.target)):
        row[name] = "" if value is None else number(measure, value) if measure else str(value)
    return row


def is_blank(row: Row) -> bool:
    """Nothing was typed into the row."""
    return not any(row.get(name, "").strip() for name in FIELDS)


def read_goal(boxes: Boxes, place: int, row: Row) -> Goal | None:
    """The goal in one row; nothing for an empty row or one that is refused."""
    if is_blank(row):
        return None
    where, who = f"g-{place}", f"Goal {place + 1}"
    text = boxes.text(f"{where}-text", who, TEXT_LONGEST)
    if not text:
        boxes.slip(f"{where}-text", f"{who}: say in words what the patient wants to be able to do.")
    measure = _measure(boxes.choice(f"{where}-measure", f"{who}: measure", [one.key for one in measures()]))
    side = _side(boxes, where, who, measure)
    baseline, target = (_number(boxes, f"{where}-{name}", f"{who}, {name}", measure, side) for name in NUMBERS)
    return Goal(
        text=text,
        measure=measure.key if measure else None,
        side=side,
        baseline=baseline,
        target=target,
        unit=measure.unit.value if measure else None,
        by=_day(boxes, f"{where}-by", who),
    )


NUMBERS = ("baseline", "target")


def _measure(key: str | None) -> Quantity | None:
    found = CATALOGUE.get(key or "")
    return found if isinstance(found, Quantity) else None


def _side(boxes: Boxes, where: str, who: str, measure: Quantity | None) -> Side | None:
    chosen = boxes.choice(f"{where}-side", f"{who}: side", ("L", "R"))
    if measure is None:
        return Side(chosen) if chosen else None
    if measure.sided and not chosen:
        boxes.slip(f"{where}-side", f"{who}: {measure.label} is measured on each leg; choose LEFT or RIGHT.")
    if not measure.sided and chosen:
        boxes.slip(f"{where}-side", f"{who}: {measure.label} has no side.")
    return Side(chosen) if chosen and measure.sided else Side.NONE


def _number(boxes: Boxes, name: str, who: str, measure: Quantity | None, side: Side | None) -> Decimal | None:
    if measure is None:
        if boxes(name).strip():
            boxes.slip(name, f"{who}: choose the measure this number belongs to.")
        return None

    def reader(text: str) -> Decimal:
        return read_number(
            text,
            field=f"{who}: {measure.label}",
            side=side or Side.NONE,
            low=measure.low,
            high=measure.high,
            decimals=measure.decimals,
            unit=measure.unit,
            decimal_comma=boxes.decimal_comma,
        )

    return boxes.read(name, reader)


def _day(boxes: Boxes, name: str, who: str) -> date | None:
    typed = boxes(name).strip()
    if not typed:
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        boxes.slip(name, f"{who}: {typed[:20]} is no date; write it as 2026-12-31.")
        return None
