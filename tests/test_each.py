"""What one test of many cases promises: every case is tried, and each one that fails is named."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tests.each import each

CASES = (("calf", 1), ("knee", -2), ("foot", 3), ("hip", -4))


def test_every_case_is_tried_and_each_that_fails_is_named() -> None:
    tried = []

    @each(("key", "number"), CASES, ids=lambda one: f"<{one}>")
    def positive(key: str, number: int) -> None:
        tried.append(key)
        assert number > 0, "too low"

    with pytest.raises(AssertionError, match=r"^2 of 4 failed\n<knee>-<-2>: .*too low[^<]*\n<hip>-<-4>: .*too low"):
        positive()
    assert tried == ["calf", "knee", "foot", "hip"]


@pytest.mark.parametrize("wrong", [KeyError("x"), pytest.fail.Exception("nothing was raised")])
def test_an_error_and_a_missing_one_fail_like_an_assertion(wrong: BaseException) -> None:
    @each("key", ("calf", "knee"))
    def broken(key: str) -> None:
        if key == "knee":
            raise wrong

    with pytest.raises(AssertionError, match=r"^1 of 2 failed\nknee: "):
        broken()


@each("language", ("en", "es"))
@each("key", {"calf": 1, "knee": 2}, ids=("Calf", "Knee"))
def test_fixtures_are_handed_on_and_two_stand_above_each_other(key: str, language: str, tmp_path: Path) -> None:
    (tmp_path / f"{key}-{language}").write_text("seen", encoding="utf-8")
    assert len(key) > len(language)
    assert tmp_path.is_dir()


def test_no_cases_or_too_few_names_are_refused() -> None:
    for cases, ids in (((), None), (CASES, ("one",))):
        with pytest.raises(AssertionError, match="as many names as cases"):
            each("key", cases, ids=ids)


def test_only_the_fixtures_are_left_to_ask_for() -> None:
    left = inspect.signature(test_fixtures_are_handed_on_and_two_stand_above_each_other).parameters
    assert list(left) == ["tmp_path"]
