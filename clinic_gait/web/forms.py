"""What the pages of a visit ask for beside the measures: words, versions, and words made safe to keep."""

from __future__ import annotations

import unicodedata
from uuid import uuid4

from wtforms import Form, IntegerField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, Optional

LONGEST_COMPLAINT = 500
LONGEST_WORDS = 4000
LONGEST_SEARCH = 100

COMPLAINT_SIDES = (("", "no side"), ("L", "LEFT"), ("R", "RIGHT"), ("B", "both"))

#: They turn the order in which a line is read, so that it says something else than what is stored.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str | None) -> str:
    """What a person meant to type: one spelling per letter, plain line ends, nothing invisible that acts."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in lines if one in "\n\t" or not _acts(one))
    return unicodedata.normalize("NFC", kept).strip()


def _acts(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Cs")


def form_key() -> str:
    """A key for one showing of a form: the form sent twice lands on the same record."""
    return str(uuid4())


def _at_most(longest: int) -> Length:
    return Length(max=longest, message=f"That is more than {longest} characters. Please shorten it.")


class VisitWords(Form):
    """The words of a visit, and the version they were typed over."""

    version = IntegerField(
        validators=[InputRequired("This page is incomplete. Load it again; what you typed is shown below.")]
    )
    complaint = StringField("Complaint", filters=[cleaned], validators=[_at_most(LONGEST_COMPLAINT)])
    complaint_side = StringField(
        "Side of the complaint",
        filters=[cleaned],
        validators=[Optional(), AnyOf(["L", "R", "B"], message="Say left, right, both, or no side.")],
    )
    subjective = TextAreaField("What the patient reports", filters=[cleaned], validators=[_at_most(LONGEST_WORDS)])
    impression = TextAreaField("Impression", filters=[cleaned], validators=[_at_most(LONGEST_WORDS)])

    @property
    def faults(self) -> list[tuple[str, str]]:
        """For the summary on top: the id of the field, none where a person sees no field, and its sentence."""
        wrong = [field for field in self if field.errors]
        return [("" if field.name == "version" else f"f-{field.name}", str(field.errors[0])) for field in wrong]
