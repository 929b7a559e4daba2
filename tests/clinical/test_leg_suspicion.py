"""Bone or posture, and what a lift did: suspicions with their ground, and words that are kept."""

from __future__ import annotations

from decimal import Decimal

from clinic_gait.clinical.leg_length import (
    LIFT_GAIT,
    LIFT_PAIN,
    LIFT_TRIAL,
    METHODS,
    Difference,
    judge,
    lift_response,
    lift_words,
)
from clinic_gait.clinical.values import Side
from tests.each import each

LEFT, RIGHT, NONE = Side.LEFT, Side.RIGHT, Side.NONE


def short(side: Side, mm: str) -> Difference:
    return Difference(short_side=side, mm=Decimal(mm))


LEVEL = short(NONE, "0")


@each(
    ("given_mm", "kind"),
    [
        ({"tape_true": LEVEL, "tape_apparent": short(LEFT, "8")}, "functional"),
        ({"tape_true": short(LEFT, "4.9"), "tape_apparent": short(RIGHT, "5")}, "functional"),
        ({"tape_true": short(LEFT, "5"), "tape_apparent": short(LEFT, "5")}, None),
        ({"block": short(LEFT, "8"), "tape_true": short(LEFT, "5")}, "structural"),
        ({"block": short(RIGHT, "8"), "imaging": short(RIGHT, "9")}, "structural"),
        ({"block": short(LEFT, "8"), "tape_true": short(LEFT, "4.9")}, "open"),
        ({"block": short(LEFT, "8")}, None),
        ({"tape_apparent": short(LEFT, "8")}, None),
        ({"block": short(LEFT, "8"), "tape_true": short(RIGHT, "8")}, None),
        ({"block": short(LEFT, "18"), "tape_true": short(LEFT, "6")}, None),
        ({"block": LEVEL, "tape_true": LEVEL}, None),
    ],
)
def test_bone_or_posture_is_a_suspicion_only_where_methods_do_not_contradict(
    given_mm: dict[str, Difference], kind: str | None
) -> None:
    judged = judge(given_mm)
    assert (judged.suspicion.kind if judged.suspicion else None) == kind
    if judged.suspicion:
        assert judged.suspicion.words in judged.words
        assert judged.suspicion.ground.split(":")[0] in ("Weak", "Fair")
        assert judged.words.endswith("For the therapist to confirm.")


def test_a_film_makes_a_structural_suspicion_surer_than_hands_do() -> None:
    hands = judge({"block": short(LEFT, "8"), "tape_true": short(LEFT, "6")}).suspicion
    film = judge({"block": short(LEFT, "8"), "imaging": short(LEFT, "6")}).suspicion
    assert hands is not None
    assert film is not None
    assert "left leg" in hands.words
    assert hands.ground.startswith("Weak")
    assert film.ground.startswith("Fair")


def test_what_a_lift_did_is_said_in_words_and_an_unknown_word_is_not_passed_over() -> None:
    every = [lift_response(gait, pain) for gait in ("", *LIFT_GAIT) for pain in ("", *LIFT_PAIN)]
    assert len(set(every)) == len(every)
    assert max(map(len, every)) <= 20
    assert lift_words("better pain_more") == "gait better, pain more"
    assert lift_words("") == ""
    assert lift_words("pelvis_level") == "pelvis level"
    assert LIFT_TRIAL not in METHODS
