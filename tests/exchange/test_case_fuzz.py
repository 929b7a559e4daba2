"""Mangled case files: the answer is cases or sentences, and the record takes every case it is given."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from clinic_gait.exchange.cases import Case, CaseError, load_cases, read_cases, show, store, told
from tests.databases import NewDatabase, make_engine
from tests.exchange.cases_on_disk import ACCEPTANCE, MORE, TODAY, sample_files, text
from tests.exchange.test_case_store import patient
from tests.factories import NOW, clinic, staff

WHOLE: list[dict[str, Any]] = [
    case for path in (ACCEPTANCE, MORE, *sample_files()) for case in yaml.safe_load(text(path))["cases"]
]
TYPED = [
    "12,2",
    "4.8 in",
    "3/8 in",
    "-0",
    "1e5",
    "NaN",
    "x",
    "not tested",
    "yes",
    "none",
    "left",
    "both",
    "today+3",
    "\n",
]
ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(min_value=-(10**30), max_value=10**30),
    st.floats(),
    st.sampled_from(TYPED),
    st.text(max_size=50),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=5)), max_size=4),
    st.dictionaries(st.text(max_size=8), st.one_of(st.none(), st.text(max_size=5)), max_size=3),
)


def places(thing: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a case but its root."""
    inner = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A case of the shipped files with up to three places replaced, removed or swapped for another of its values."""
    case = copy.deepcopy(draw(st.sampled_from(WHOLE)))
    case.pop("expect", None)
    for _ in range(draw(st.integers(min_value=1, max_value=3))):
        *before, last = draw(st.sampled_from(list(places(case))))
        around = case
        for key in before:
            around = around[key]
        if draw(st.booleans()):
            around[last] = draw(ANY)
        else:
            del around[last]
        if not case:
            break
    return yaml.safe_dump({"cases": [case]}, allow_unicode=True)


def cases_or_sentences(typed: str) -> list[Case]:
    faults: tuple[str, ...] = ()
    try:
        return load_cases(typed, today=TODAY)
    except CaseError as refused:
        faults = refused.faults
    assert faults
    assert all(isinstance(fault, str) and 0 < len(fault) < 500 for fault in faults)
    return []


@settings(max_examples=250, deadline=None)
@given(mangled())
def test_a_mangled_case_is_read_or_refused_in_sentences(typed: str) -> None:
    cases_or_sentences(typed)


@settings(max_examples=100, deadline=None)
@given(mangled())
def test_a_look_at_a_mangled_case_answers_or_refuses(typed: str) -> None:
    try:
        seen = read_cases(typed, today=TODAY)
    except CaseError:
        return
    assert all(told(show(case)).startswith(case.id) for case in seen)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text(alphabet="[]{}&*!|>'\"%@-:#,\\x0U \n\tc1", max_size=60)))
def test_any_text_is_read_or_refused_in_sentences(typed: str) -> None:
    cases_or_sentences(typed)
    cases_or_sentences(f"cases: [{{id: K1, patient: {{}}, title: {typed}}}]")
    cases_or_sentences(f'cases:\n- id: K1\n  patient: {{}}\n  title: "{typed}"')


def store_or_hold(session: Session, case: Case) -> None:
    """Only a signature that the safety screen holds may be refused."""
    try:
        store(session, case, clinic=clinic(), patient_for=patient, by=staff(), now=NOW)
    except CaseError as refused:
        if "safety screen" not in str(refused) and "warning sign" not in str(refused):
            raise


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept_engine(request: pytest.FixtureRequest, new_database: NewDatabase) -> Iterator[Engine]:
    """A database for all examples; each takes back what it wrote."""
    made = make_engine(new_database(request.param))
    yield made
    made.dispose()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mangled())
def test_what_was_read_can_be_stored(kept_engine: Engine, typed: str) -> None:
    with Session(kept_engine) as session:
        for case in cases_or_sentences(typed):
            store_or_hold(session, case)
        session.rollback()
