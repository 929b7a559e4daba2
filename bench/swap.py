"""How often sides that look swapped are: found when they are swapped, and asked about when they are not.

Every pair is drawn as the UX reference does: one true side difference, each leg
gains 2 with a spread of 2 between the visits, and every reading errs with the
SEM that an MDC of 4.7 degrees stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import NormalDist

from bench._measure import table
from clinic_gait.clinical.swap import all_look_swapped, looks_swapped, score

PAIRS = 20_000
FORMS = 10_000
MDC = 4.7
SEM = MDC / 2.77
GAIN, SPREAD = 2.0, 2.0
SEED = 20261112
#: Side differences of whole forms, in degrees.
APART = (0, 3, 5, 8, 10, 15)

#: Left and right now, left and right before.
Four = tuple[float, float, float, float]
Rule = Callable[[Four], bool]


def draws(pairs: int) -> Iterator[float]:
    """Enough of the standard normal for so many pairs, the same every time."""
    return iter(NormalDist().samples(pairs * 6, seed=SEED))


def gains(draw: Iterator[float], *, weaker: bool = False) -> tuple[float, float]:
    """What left and right gain between the visits; ``weaker``: only the right leg gains, and both vary."""
    return (0.0 if weaker else GAIN) + SPREAD * next(draw), GAIN + SPREAD * next(draw)


def pair(draw: Iterator[float], apart: float, gained: tuple[float, float], *, whole: bool = False) -> Four:
    """Two visits of a pair of legs, the left ``apart`` ahead at first; ``whole`` rounds to degrees."""
    before = (40 + apart, 40.0)
    now = (before[0] + gained[0], before[1] + gained[1])
    left, right, left_before, right_before = (true + SEM * next(draw) for true in (*now, *before))
    if whole:
        return round(left), round(right), round(left_before), round(right_before)
    return left, right, left_before, right_before


def form(draw: Iterator[float], apart: float, many: int, *, together: bool = False) -> list[float]:
    """The scores of so many rows; ``together``: all of them gain the same."""
    shared = gains(draw)
    each = (shared if together else gains(draw) for _ in range(many))
    return [score(*apart_in_errors(pair(draw, apart, gained))) for gained in each]


def old(four: Four) -> bool:
    """The rule of the UX reference: trading places brings the values nearer by more than one MDC."""
    left, right, left_before, right_before = four
    as_entered = abs(left - left_before) + abs(right - right_before)
    return as_entered - abs(right - left_before) - abs(left - right_before) > MDC


def product(four: Four) -> bool:
    """The likelihood ratio alone, at the threshold that keeps it below 0.5 % everywhere."""
    return score(*apart_in_errors(four)) > 1.5


def ours(four: Four) -> bool:
    """The rule in use."""
    return looks_swapped(*apart_in_errors(four))


def apart_in_errors(four: Four) -> tuple[float, float]:
    """The side differences of now and before, in units of the MDC."""
    left, right, left_before, right_before = four
    return (left - right) / MDC, (left_before - right_before) / MDC


def swapped(four: Four) -> Four:
    """Today's values the other way round."""
    return four[1], four[0], *four[2:]


def percent(found: int, of: int) -> str:
    """With two places, because the target is half of one percent."""
    return f"{100 * found / of:.2f}"


def rows_of(*, whole: bool = False, weaker: bool = False) -> list[tuple[str, ...]]:
    """One line of the table for each side difference."""
    draw = draws(16 * PAIRS)
    lines = []
    for apart in range(16):
        pairs = [pair(draw, apart, gains(draw, weaker=weaker), whole=whole) for _ in range(PAIRS)]
        cells = [percent(sum(map(rule, pairs)), PAIRS) for rule in (old, product, ours)]
        cells += [percent(sum(rule(swapped(four)) for four in pairs), PAIRS) for rule in (old, product, ours)]
        lines.append((str(apart), *cells))
    return lines


def forms_of(many: int, *, together: bool = False) -> list[tuple[str, ...]]:
    """Whole forms of so many rows with one side difference each: none swapped, all swapped, only the first swapped."""
    draw = draws(len(APART) * FORMS * (many + 1))
    lines = []
    for apart in APART:
        forms = [form(draw, apart, many, together=together) for _ in range(FORMS)]
        none = sum(all_look_swapped(one) for one in forms)
        every = sum(all_look_swapped([-score for score in one]) for one in forms)
        first = sum(all_look_swapped([-one[0], *one[1:]]) for one in forms)
        lines.append((str(apart), *(percent(count, FORMS) for count in (none, every, first))))
    return lines


def main() -> None:
    """Print the tables."""
    head = ("degrees apart", "asked, old", "product", "ours", "found, old", "product", "ours")
    table("Right entries asked about and one-row swaps found, in %", head, rows_of())
    table("The same in whole degrees", head, rows_of(whole=True))
    table("The same where only the weaker leg gains", head, rows_of(weaker=True))
    of_forms = ("degrees apart", "none swapped", "all swapped", "only one swapped")
    for many in (2, 3, 5):
        table(f"Whole forms of {many} rows said to be swapped, in %", of_forms, forms_of(many))
    for many in (2, 3):
        table(f"The same of {many} rows that gain together", of_forms, forms_of(many, together=True))


if __name__ == "__main__":
    main()
