"""A visit as plain data: what is signed, printed, compared and sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from clinic_gait.clinical.values import DoseSide, Reading, Side

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whom a record is about, as known when the snapshot was taken. ``number`` is the clinic's own."""

    name: str
    birth_date: date | None = None
    age: int | None = None
    sex: str | None = None
    number: str | None = None

    def age_on(self, day: date) -> int | None:
        """Whole years at ``day``; the recorded age when no birth date is known."""
        if self.birth_date is None:
            return self.age
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (not had_birthday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who wrote or signed: the host's key, the printed name and the credential (``PT``, ``DPT``)."""

    key: str
    name: str
    credential: str = ""

    @property
    def title(self) -> str:
        """Name and credential, as printed."""
        return f"{self.name}, {self.credential}" if self.credential else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """The clinic's words on paper: name, phone, the emergency number that stands in for 911, its time zone."""

    key: str
    name: str
    phone: str = ""
    emergency: str = "911"
    zone: str = "UTC"
    #: ``.`` or ``,``: what staff may type for the decimal point beside the point itself.
    decimal_comma: bool = False
    paper: str = "letter"
    print_number: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoeSide:
    """One shoe of a pair: grade 0 to 3 by zone key, and how the heel counter leans, seen from behind.

    A zone that is missing was not looked at; it is not zero.
    """

    zones: dict[str, int]
    counter_lean: str | None = None


#: What a photo of shoes shows, by key.
PHOTO_VIEWS = {"sole": "sole", "heel": "heel, from behind", "other": "another view"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoePhoto:
    """A photo of one pair: which shoe is seen, from where, and the hash of the JPEG that is kept beside the record."""

    id: UUID
    side: DoseSide
    view: str
    sha256: str
    width: int
    height: int
    words: str = ""

    @property
    def title(self) -> str:
        """``LEFT shoe, sole``; the words of the therapist are not in it."""
        shoe = "Both shoes" if self.side is DoseSide.BOTH else f"{self.side.word.upper()} shoe"
        return f"{shoe}, {self.seen_from}"

    @property
    def seen_from(self) -> str:
        """``sole`` or ``heel, from behind``."""
        return PHOTO_VIEWS.get(self.view, self.view)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShoeNote:
    """Wear of one pair of shoes."""

    shoe_type: str | None = None
    make: str = ""
    model: str = ""
    age_months: int | None = None
    miles: int | None = None
    daily_use: str = ""
    lift_or_orthosis: str = ""
    words: str = ""
    left: ShoeSide
    right: ShoeSide
    photos: tuple[ShoePhoto, ...] = field(default=(), metadata={"since": 3})

    def of(self, side: Side) -> ShoeSide:
        """The shoe of this foot."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class LegLength:
    """Leg length by one method, in millimetres.

    Tape and imaging keep both legs (means of their trials); the block keeps
    its height and the foot it stands under, which is the short side
    (``NONE``: level without a block).
    """

    method: str
    left_mm: str | None = None
    right_mm: str | None = None
    left_trials: tuple[str, ...] = ()
    right_trials: tuple[str, ...] = ()
    block_mm: str | None = None
    block_side: Side | None = None
    #: Of a lift trial: what the patient's gait or pain did.
    response: str = field(default="", metadata={"since": 3})
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A technique that was done in this visit, on which side, for how long, and how the patient responded."""

    key: str
    side: DoseSide
    grade: str = ""
    minutes: int | None = None
    dose: str = ""
    response: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The score of one questionnaire or test, or of one ``part`` of it, as the patient answered in this visit.

    ``items`` are the answers as text, in the instrument's order; an empty one
    was not answered. ``named`` are the activities that the patient named, in
    the same order, where the instrument asks for them. ``value`` is nothing
    when too little was answered for a total, which is not zero; ``missing``
    counts the answers that a total does without. ``version`` is the form of the
    instrument that was used (``15 point``).
    """

    instrument: str
    part: str = ""
    value: Decimal | None = None
    items: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    version: str = ""
    missing: int = 0
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Instrument and part: what there is one of in a visit."""
        return self.instrument, self.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The safety screen: ``yes`` or ``no`` by flag key. A flag that is missing was not asked."""

    answers: dict[str, str]

    @property
    def open_flags(self) -> tuple[str, ...]:
        """Flags answered yes."""
        return tuple(sorted(key for key, answer in self.answers.items() if answer == "yes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSnapshot:
    """Everything of one visit, frozen."""

    schema: int = SCHEMA
    visit: UUID
    clinic: Clinic
    person: Person
    day: date
    kind: str
    clinician: Staff
    complaint: str = ""
    complaint_side: DoseSide | None = None
    subjective: str = ""
    impression: str = ""
    screen: Screen
    conditions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    shoes: tuple[ShoeNote, ...] = ()
    leg_lengths: tuple[LegLength, ...] = ()
    done: tuple[Done, ...] = ()
    outcomes: tuple[Outcome, ...] = field(default=(), metadata={"since": 2})
    #: Measures whose sides looked swapped, and the examiner said that they are right as entered.
    sides_confirmed: tuple[str, ...] = field(default=(), metadata={"since": 3})
    signed_by: Staff | None = None
    signed_at: datetime | None = None
    meaning: str = ""

    def reading(self, measure: str, side: Side) -> Reading | None:
        """The reading of this measure on this side, or nothing when it was not examined."""
        return next((one for one in self.readings if one.key == (measure, side)), None)
