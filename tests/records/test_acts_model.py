"""Two people at one draft, in any order of acts: compared with a simple model, no value is ever lost unseen."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy.orm import Session

from clinic_gait.care import canonical
from clinic_gait.care.visit import Done, LegLength, Staff
from clinic_gait.clinical.red_flags import FLAGS
from clinic_gait.clinical.values import Absent, DoseSide, Reading, Side
from clinic_gait.records import act as acts
from clinic_gait.records import fields
from clinic_gait.records.act import Act, Change
from clinic_gait.records.errors import Collision, NothingToUndo, Signed
from clinic_gait.records.visit import Visit
from tests.factories import NOW, number, sign_visit, staff, start_draft

JANE, SAM = staff(), staff("9", "Sam Reyes", "DPT")
PAIR = "shoes.0192f000-0000-7000-8000-000000000001"
LEFT: dict[str, Any] = {"measure": "wblt_cm", "side": Side.LEFT}
EMPTY: dict[str, Any] = canonical.plain(fields.EMPTY_PAIR)
WORN = {**EMPTY, "make": "Brand", "left": {"zones": {"heel_medial": 3}, "counter_lean": "medial"}}

#: What each field may hold beside nothing.
VALUES: dict[str, tuple[Any, ...]] = {
    "reading.wblt_cm.L": (
        fields.of_reading(number("wblt_cm", Side.LEFT, "7.5")),
        fields.of_reading(Reading(**LEFT, absent=Absent.PAIN, pain=6)),
        fields.of_reading(Reading(**LEFT, value=Decimal(24), confirmed=True, trials=(Decimal(24), Decimal("23.5")))),
    ),
    "reading.varus_thrust.R": tuple(
        fields.of_reading(Reading(measure="varus_thrust", side=Side.RIGHT, code=code, method="video"))
        for code in ("none", "definite")
    ),
    "words.complaint": ("left knee", "both knees"),
    "words.complaint_side": ("L", "B"),
    f"flag.{next(iter(FLAGS))}": ("yes", "no"),
    "condition.osteoporosis": (True,),
    "condition.pregnancy": (True,),
    "conditions.asked": (True,),
    "done": tuple(fields.of_done([Done(key="mt_talar_ap", side=DoseSide.LEFT, minutes=one)]) for one in (0, 8)),
    "leg_length.block": tuple(
        fields.of_leg_length(LegLength(method="block", block_mm=mm, block_side=Side.LEFT)) for mm in ("8", "9.5")
    ),
    "sides.wblt_cm": (["7.5", "11"], ["7.5", "12"]),
    PAIR: (WORN, {**WORN, "words": "worn inside"}),
    f"{PAIR}.left.heel_medial": (0, 3),
    f"{PAIR}.right.counter_lean": ("lateral",),
    f"{PAIR}.make": ("Brand", "Other"),
    f"{PAIR}.miles": (0, 400),
}
NAMES = tuple(VALUES)


@dataclass
class Kept:
    """An act as the model remembers it."""

    by: Staff
    key: str
    changes: dict[str, tuple[Any, Any]]
    undone: bool = False


@dataclass
class Model:
    """What a draft must hold, worked out in the plainest way."""

    held: dict[str, Any] = field(default_factory=dict)
    shoes: dict[str, Any] = field(default_factory=lambda: EMPTY)
    acts: list[Kept] = field(default_factory=list)
    version: int = 1

    def state(self, name: str) -> Any:
        """What a field holds."""
        if not name.startswith("shoes."):
            return self.held.get(name)
        part = name.removeprefix(PAIR).lstrip(".")
        if not part:
            return None if self.shoes == EMPTY else self.shoes
        side, _, rest = part.partition(".")
        if side not in ("left", "right"):
            return None if self.shoes[part] == "" else self.shoes[part]
        return self.shoes[side]["counter_lean"] if rest == "counter_lean" else self.shoes[side]["zones"].get(rest)

    def put(self, name: str, data: Any) -> None:
        """Put something into a field."""
        if not name.startswith("shoes."):
            self.held[name] = data
            return
        part = name.removeprefix(PAIR).lstrip(".")
        side, _, rest = part.partition(".")
        if not part:
            self.shoes = data or EMPTY
        elif side not in ("left", "right"):
            self.shoes = {**self.shoes, part: EMPTY[part] if data is None else data}
        elif rest == "counter_lean":
            self.shoes = {**self.shoes, side: {**self.shoes[side], "counter_lean": data}}
        else:
            zones = {zone: grade for zone, grade in self.shoes[side]["zones"].items() if zone != rest}
            zones |= {} if data is None else {rest: data}
            self.shoes = {**self.shoes, side: {**self.shoes[side], "zones": zones}}

    def change(self, wanted: dict[str, tuple[Any, str]]) -> dict[str, tuple[Any, Any]] | None:
        """Change fields, each from the state whose token was seen; nothing of it when one has another by now."""
        before = {name: self.state(name) for name in wanted}
        for name, (after, seen) in wanted.items():
            if before[name] != after and fields.token(before[name]) != seen:
                return None
        for name, (after, _) in wanted.items():
            self.put(name, after)
        return {name: (was, self.state(name)) for name, was in before.items() if was != self.state(name)}

    def undoable(self, by: Staff) -> Kept | None:
        """The newest of the last ten acts of a person that is not taken back."""
        own = [one for one in self.acts if one.by is by][-acts.UNDOABLE :]
        return next((one for one in reversed(own) if not one.undone), None)


class Play:
    """A draft and its model, each person's page with what it has seen."""

    def __init__(self, session: Session, patient: str) -> None:
        self.visit: Visit = start_draft(session, patient=patient)
        self.session = session
        self.model = Model()
        self.seen: dict[str, dict[str, str]] = {JANE.key: {}, SAM.key: {}}
        self.sent: list[tuple[Staff, str, dict[str, Any]]] = []
        self.keys = (f"key-{number}" for number in itertools.count())

    def load(self, by: Staff) -> None:
        """The page is loaded again."""
        self.seen[by.key] = {name: fields.token(self.model.state(name)) for name in NAMES}

    def type(self, by: Staff, wanted: dict[str, Any]) -> None:
        """Leave boxes over what the page has seen, which may be long gone."""
        key = next(self.keys)
        seen = {name: self.seen[by.key].get(name, "") for name in wanted}
        changed = self.model.change({name: (after, seen[name]) for name, after in wanted.items()})
        changes = [Change(field=name, after=after, seen=seen[name]) for name, after in wanted.items()]
        act = self._do(changed, lambda: acts.perform(self.session, self.visit, key=key, changes=changes, by=by, at=NOW))
        if act is None or changed is None:
            return
        assert act.changed == changed
        if changed:
            self.model.acts.append(Kept(by=by, key=key, changes=changed))
            self.model.version += 1
            self.sent.append((by, key, wanted))
        self.seen[by.key] |= {name: fields.token(self.model.state(name)) for name in wanted}

    def undo(self, by: Staff, answer: str) -> None:
        """Press Undo; a field that somebody changed since is left, or put back over what was shown."""
        last = self.model.undoable(by)
        before = self.model.state
        if last is None:
            with pytest.raises(NothingToUndo):
                acts.undo(self.session, self.visit, key=next(self.keys), by=by, at=NOW)
            return
        over = {name: fields.token(before(name)) for name in last.changes} if answer == "anyway" else {}
        back = {name: (was, over.get(name, fields.token(left))) for name, (was, left) in last.changes.items()}
        changed = self.model.change({} if answer == "leave" else back)
        key, more = next(self.keys), {"over": over, "leave": answer == "leave", "of": last.key}
        act = self._do(changed, lambda: acts.undo(self.session, self.visit, key=key, by=by, at=NOW, **more))
        if act is not None and changed is not None:
            assert act.changed == changed
            last.undone = True
            self.model.version += 1
            self.sent.append((by, key, {}))

    def resend(self, nth: int) -> None:
        """An answer got lost, and the act comes once more, word for word."""
        if self.sent:
            by, key, wanted = self.sent[nth % len(self.sent)]
            changes = [Change(field=name, after=after, seen="") for name, after in wanted.items()]
            acts.perform(self.session, self.visit, key=key, changes=changes, by=by, at=NOW)

    def _do(self, changed: object, do: Callable[[], Act]) -> Act | None:
        if changed is not None:
            return do()
        with pytest.raises(Collision) as told:
            do()
        assert all(self.model.state(one.field) == one.theirs for one in told.value.clashes)
        return None

    def check(self) -> None:
        """The draft is what the model says."""
        self.session.expire_all()
        held = {name: fields.state(self.visit, name) for name in NAMES}
        assert held == {name: self.model.state(name) for name in NAMES}
        assert self.visit.version == self.model.version
        for by in (JANE, SAM):
            last, expected = acts.undoable(self.session, self.visit, by), self.model.undoable(by)
            assert (last and last.key) == (expected and expected.key)


_people = st.sampled_from((JANE, SAM))
_wanted = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: st.sampled_from((None, *VALUES[name])) for name in names})
)
#: A pair and one of its parts are the same thing twice: no page sends both at once.
_acts = _wanted.filter(lambda wanted: PAIR not in wanted or not any(name.startswith(f"{PAIR}.") for name in wanted))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), _people, _acts),
        st.tuples(st.just("type"), _people, _acts),
        st.tuples(st.just("load"), _people),
        st.tuples(st.just("undo"), _people, st.sampled_from(("ask", "anyway", "leave"))),
        st.tuples(st.just("resend"), st.integers(0, 50)),
    ),
    max_size=30,
)
_patients = itertools.count()


def play(session: Session, steps: list[tuple[Any, ...]]) -> None:
    """Do it all, look after each step, and sign."""
    game = Play(session, f"patient-{next(_patients)}")
    for name, *rest in steps:
        getattr(game, name)(*rest)
        game.check()
    sign_visit(session, game.visit)
    held = [fields.state(game.visit, name) for name in NAMES]
    with pytest.raises(Signed):
        game.resend(0) if game.sent else game.type(JANE, {"words.complaint": "hip"})
    assert held == [fields.state(game.visit, name) for name in NAMES]
    assert acts.since(session, game.visit, 0) == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_two_people_in_any_order_lose_nothing_unseen(session: Session, steps: list[tuple[Any, ...]]) -> None:
    play(session, steps)


def test_eleven_acts_and_every_way_back(session: Session) -> None:
    typed = [("type", JANE, {"words.complaint": VALUES["words.complaint"][nth % 2]}) for nth in range(11)]
    play(session, [*typed, *[("undo", JANE, "ask")] * 11, ("type", SAM, {"words.complaint": "hip"}), ("load", JANE)])
