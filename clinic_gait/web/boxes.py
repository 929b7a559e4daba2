"""A posted form while it is read: what was typed stays as typed, and what cannot be stored gets its sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from flask import request

from clinic_gait.clinical.units import BadEntry, Unit, read_number
from clinic_gait.clinical.values import Side
from clinic_gait.web.forms import cleaned

T = TypeVar("T")


@dataclass
class Boxes:
    """The boxes of a form by name, and ``slips``: one sentence for each box that cannot be stored.

    A slip under the empty name belongs to the form as a whole.
    """

    typed: Mapping[str, str]
    decimal_comma: bool = False
    slips: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        """What stands in a box, exactly as typed; empty for one that was not sent."""
        return self.typed.get(name, "")

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What the summary on top lists: the id of the box, and its sentence."""
        return [(name and f"f-{name}", sentence) for name, sentence in self.slips.items()]

    def slip(self, name: str, sentence: str) -> None:
        """Refuse a box. The first sentence stays."""
        self.slips.setdefault(name, sentence)

    def read(self, name: str, reader: Callable[[str], T]) -> T | None:
        """A box through a strict reader; nothing when it is empty or refused."""
        text = self(name).strip()
        if not text:
            return None
        try:
            return reader(text)
        except BadEntry as error:
            self.slip(name, str(error))
            return None

    def text(self, name: str, label: str, longest: int) -> str:
        """Words, cleaned of what nobody can see."""
        words = cleaned(self(name))
        if len(words) > longest:
            self.slip(name, f"{label}: {len(words)} characters; at most {longest} fit.")
        return words

    def choice(self, name: str, label: str, options: Collection[str]) -> str | None:
        """One of the options; nothing when none was chosen."""
        chosen = self(name)
        if chosen and chosen not in options:
            self.slip(name, f"{label}: choose one of the list.")
            return None
        return chosen or None

    def whole(self, name: str, label: str, low: int, high: int, unit: Unit = Unit.COUNT) -> int | None:
        """A whole number without a side."""

        def reader(text: str) -> Decimal:
            return read_number(
                text, field=label, side=Side.NONE, low=Decimal(low), high=Decimal(high), decimals=0, unit=unit
            )

        number = self.read(name, reader)
        return None if number is None else int(number)


def version_sent() -> int:
    """The version of the visit that the form was made from; 0, which never fits, when it carries none."""
    sent = request.form.get("version", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0
