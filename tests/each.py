"""One test for many small cases: all of them are tried, and what fails names each one that did."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]
Names = Iterable[object] | Callable[[Any], object] | None


def each(argument: str | tuple[str, ...], cases: Iterable[Any], *, ids: Names = None) -> Callable[[Test], Test]:
    """A marker like ``pytest.mark.parametrize`` that makes one test of all its cases.

    A test of its own costs milliseconds in every process, which is many times what a look at one label takes.

    :param argument: what the case is called in the test; names in a tuple where a case is a tuple too.
    :param ids: what to call the cases, or how to name one; without it, its own words.
    :raises AssertionError: a case failed; the message names every one that did and says why.
    """
    rows = [(case,) if isinstance(argument, str) else case for case in cases]
    names = (argument,) if isinstance(argument, str) else argument
    said = [_said(case, ids) for case in rows] if callable(ids) or ids is None else [str(one) for one in ids]
    assert len(said) == len(rows) != 0, "as many names as cases, and one of them at least"

    def together(test: Test) -> Test:
        @functools.wraps(test)
        def run(**rest: Any) -> None:
            failed = []
            for name, case in zip(said, rows, strict=True):
                try:
                    test(**dict(zip(names, case, strict=True)), **rest)
                except (Exception, pytest.fail.Exception) as error:
                    failed.append((name, error))
            if failed:
                told = "".join(f"\n{name}: {type(error).__name__}: {error}" for name, error in failed)
                raise AssertionError(f"{len(failed)} of {len(rows)} failed{told}") from failed[0][1]

        left = [one for one in inspect.signature(test).parameters.values() if one.name not in names]
        vars(run)["__signature__"] = inspect.Signature(left)  # where pytest reads which fixtures to give
        return run

    return together


def _said(case: tuple[Any, ...], name: Callable[[Any], object] | None) -> str:
    return "-".join(str(name(one) if name else getattr(one, "word", one)) for one in case)
