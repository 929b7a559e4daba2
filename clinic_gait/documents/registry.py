"""The documents there are: name, title, who may print them, and how they are built from their snapshot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from clinic_gait.care.sheet import HomeSheet, PatientReport
from clinic_gait.documents import home_sheet, patient_report
from clinic_gait.documents.page import Built


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A kind of document. ``permission`` is the name of what a user must be allowed to print it."""

    name: str
    title: str
    permission: str
    build: Callable[[Any], Built]
    snapshot_type: type[HomeSheet] | type[PatientReport]


#: Every document by its name, the sheet first.
DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        one.name: one
        for one in (
            Document(
                name="home_sheet",
                title="Home exercise sheet",
                permission="desk",
                build=home_sheet.build,
                snapshot_type=HomeSheet,
            ),
            Document(
                name="patient_report",
                title="Walking report",
                permission="desk",
                build=patient_report.build,
                snapshot_type=PatientReport,
            ),
        )
    }
)
