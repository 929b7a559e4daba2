"""The forms of the practice: what may be typed, and the sentence that says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from wtforms import BooleanField, Form, HiddenField, PasswordField, StringField
from wtforms.fields.core import Field
from wtforms.validators import ValidationError

from clinic_gait.practice import days, names, passwords
from clinic_gait.practice.models import LONG, SHORT
from clinic_gait.practice.roles import LABELS

#: Years after which a birth date is taken for a slip.
OLDEST = 130

Check = Callable[[Form, Field], None]


class Wrong(ValidationError):
    """What was typed cannot be; the message is shown beside the box."""


class Line(StringField):
    """One line of text, cleaned; what was typed stays in the box when it is refused."""

    def __init__(self, label: str, *, most: int = LONG, must: str = "", **more: Any) -> None:
        super().__init__(label, **more)
        self.most, self.must = most, must

    def pre_validate(self, form: object) -> None:
        """Clean the text and hold it against its length."""
        typed = self.data or ""
        try:
            cleaned = names.clean(typed)
        except names.Unprintable as error:
            raise Wrong(
                f"This holds a character that cannot be seen ({error}). Type it again instead of pasting it."
            ) from None
        if len(cleaned) > self.most:
            raise Wrong(f"At most {self.most} characters fit here; this has {len(cleaned)}.")
        if self.must and not cleaned:
            raise Wrong(self.must)
        self.data = cleaned


class Name(Line):
    """A name: a line with a letter in it, when there is anything at all."""

    def pre_validate(self, form: object) -> None:
        """A name of signs only is a slip."""
        super().pre_validate(form)
        if self.data and not any(character.isalpha() for character in self.data):
            raise Wrong("A name has at least one letter.")


class BirthDate(Line):
    """A birth date in any of the usual spellings; ``day`` is what it means."""

    day: date | None = None

    def read(self, *, order: str, today: date) -> None:
        """Understand what was typed and note what is wrong with it; call after ``validate``.

        ``order`` is how the clinic writes a date in numbers.
        """
        self.day = days.read_day(self.data or "", order=order)
        fault = self._fault(order, today)
        if fault and not self.errors:
            self.errors = [*self.errors, fault]

    def _fault(self, order: str, today: date) -> str:
        if self.day is None:
            example = "04/12/1968 (month first)" if order == "mdy" else "12/04/1968 (day first)"
            return f"This is not a date. Write it like 12 Apr 1968, {example} or 1968-04-12."
        if self.day > today:
            return f"{days.shown(self.day)} is in the future. Check the year."
        if today.year - self.day.year > OLDEST:
            return f"{days.shown(self.day)} is more than {OLDEST} years ago. Check the year."
        return ""


class ClockTime(Line):
    """A time of day as people type it; ``time`` is what it means."""

    time: time | None = None

    def pre_validate(self, form: object) -> None:
        """Understand the time."""
        super().pre_validate(form)
        self.time = days.read_time(self.data or "")
        if self.data and self.time is None:
            raise Wrong("This is not a time of day. Write it like 9:30 or 2:15 pm.")


class OneOf(StringField):
    """One of a few words; ``choices`` are the word and what the page shows for it."""

    def __init__(self, label: str, *, choices: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(label, **more)
        self.choices = list(choices)

    def pre_validate(self, form: object) -> None:
        """A word that is not on the page was not chosen there."""
        if (self.data or "") not in [word for word, _ in self.choices]:
            raise Wrong("Choose one of these.")


class FormKey(HiddenField):
    """The key of what the form makes, given out with the empty form, so that sending twice makes one."""

    key: UUID

    def pre_validate(self, form: object) -> None:
        """Only a key that could be ours."""
        try:
            self.key = UUID(self.data or "")
        except ValueError:
            raise Wrong("This form is damaged. Open the page again.") from None


class PatientForm(Form):
    """A patient, new or changed."""

    form_key = FormKey()
    version = HiddenField(default="0")
    family = Name("Family name", must="Write the family name. Somebody with one name only: put it here.")
    given = Name("Given name")
    birth_date = BirthDate(
        "Birth date", most=SHORT, must="Write the birth date. It stands beside the name on every printed page."
    )
    sex = OneOf(
        "Sex as recorded",
        choices=[("female", "Female"), ("male", "Male"), ("other", "Other"), ("", "Not recorded")],
        default="",
    )
    number = Line("Clinic number", most=SHORT, description="If your clinic gives one; no two patients share it.")
    same_name = BooleanField("This is another person with the same name and birth date")
    inactive = BooleanField("No longer a patient here: hide from lists, keep the records")


class AppointmentForm(Form):
    """A place in today's list."""

    form_key = FormKey()
    at = ClockTime("Time", most=SHORT, description="Like 9:30 or 2:15 pm. Leave empty for somebody who walks in.")
    clinician = OneOf("Clinician")
    room = Line("Room", most=SHORT)


class UserForm(Form):
    """A new person who signs in."""

    form_key = FormKey()
    name = Name("Name", must="Write the name as it is printed under a signature.", description="As printed on sheets.")
    credential = Line("Credential", most=SHORT, description="Like PT, DPT or PTA; printed after the name.")
    role = OneOf("Role", choices=[(key, f"{label}: {what}") for key, (label, what) in LABELS.items()])
    username = Line("User name", most=SHORT, must="Write the name this person signs in with.")
    password = PasswordField("First password", description="They change it after signing in.")


class PasswordForm(Form):
    """A new password for oneself."""

    old = PasswordField("Password until now")
    new = PasswordField("New password", description=f"At least {passwords.SHORTEST} characters; a sentence is good.")
    again = PasswordField("New password again")


def refuse(field: Field, sentence: str) -> None:
    """Put the sentence beside the field, after the form's own checks."""
    field.errors = [*field.errors, sentence]


def faults(form: Form) -> list[tuple[Field, str]]:
    """Every field that is wrong, with its first sentence, in the order of the page."""
    return [(field, str(field.errors[0])) for field in form if field.errors]
