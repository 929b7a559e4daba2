"""A circle beside the whole person that shows a small move of the foot, larger.

The circle shows the move, the person the posture; either alone was not readable.
"""

from __future__ import annotations

from clinic_gait.clinical.figures.body import toes_bent
from clinic_gait.clinical.figures.curves import capsule, disc, smooth
from clinic_gait.clinical.figures.pen import Pen
from clinic_gait.clinical.figures.plane import turn, unit
from clinic_gait.clinical.figures.primitives import Ink

LENS_EDGE = 1.6
SMALL_ARROW, SMALL_HEAD = 2.0, 5.6
#: The arch above the floor, flat and lifted.
ARCH = {False: 0.9, True: 3.2}


def glass(pen: Pen, part: complex, center: complex, size: float, gap: float) -> None:
    """The circle, joined by a line to the part it enlarges."""
    way = unit(center - part)
    pen.rod(part + gap * way, center - size * way, 1.0, ends=False)
    pen.area(disc(center, size), LENS_EDGE)


def small_arrow(pen: Pen, points: list[complex], *, both: bool = False) -> None:
    """An arrow inside the circle."""
    pen.arrow(points, both=both, width=SMALL_ARROW, head=SMALL_HEAD)


def arch(pen: Pen, ankle: complex, *, lifted: bool) -> None:
    """The foot from the side with its arch flat or lifted; the shin is cut off."""
    center, scale = 64 + 44j, 2.35
    glass(pen, ankle + 6, center, 23.0, 5.0)
    corner, high = center + complex(1 - 8.6 * scale, -11), ARCH[lifted]
    edge = [
        0.9 + 6.6j, 0.6 + 11j, 7.2 + 11j, 6.0 + 7.3j, 7.2 + complex(0, 6.2 + 0.25 * high),
        9.8 + complex(0, 4.5 + 0.2 * high), 13.4 + 2.9j, 15.6 + 1.9j, 15.9 + 0.7j, 14.6 + 0j, 11.6 + 0j,
        complex(10.2, 0.35 * high), complex(8.6, 0.85 * high), complex(6.8, high), complex(5.0, 0.85 * high),
        complex(3.4, 0.3 * high), 2.2 + 0j, 0.6 + 0j, -0.6 + 0.35j, -1.2 + 2.4j, -0.3 + 4.6j,
    ]  # fmt: skip
    pen.area(smooth([corner + scale * point for point in edge]), 0.3, Ink.BLACK)
    pen.rod(corner + (-5 - 0.7j), corner + complex(16.5 * scale + 2, -0.7), 1.4, ends=False)
    if lifted:
        top = corner.real + 6.8 * scale
        small_arrow(pen, [complex(top, corner.imag - 9.5), complex(top, corner.imag + 0.62 * high * scale)])
        small_arrow(pen, [corner + complex(15 * scale, 9), corner + complex(11.2 * scale, 14.5)])


def big_toe(pen: Pen, ankle: complex, *, up: float, arrow: bool) -> None:
    """The foot from the side, a finger under the big toe bending it up."""
    center, scale = ankle + (21 + 36j), 1.62
    glass(pen, ankle, center, 19.0, 8.0)
    corner = center + (-14.5 - 8j)
    edge = [
        0.9 + 10j, 6.4 + 10j, 5.9 + 7.4j, 7.1 + 6.1j, 9.9 + 4.4j, 13.3 + 3.0j, 15.5 + 2.0j, 15.9 + 0.8j, 14.8 + 0j,
        12.6 + 0j, 10.2 + 0j, 6 + 0j, 1 + 0j, -0.7 + 0.4j, -1.2 + 2.5j, -0.4 + 4.7j, 0.9 + 6.6j,
    ]  # fmt: skip
    pen.area(smooth([corner + scale * toes_bent(point, up) for point in edge]), 0.3, Ink.BLACK)
    toe = corner + scale * toes_bent(15.4 + 0.9j, up) + 1.2 * turn(up - 90)
    pen.shape([capsule(toe, 2.0, toe + 4.6 * turn(up - 60), 2.6)])
    if arrow:
        small_arrow(pen, [corner + (27.5 + 4j), corner + (28.5 + 12j), corner + (23 + 19j)])


def heel_from_behind(pen: Pen, ankle: complex, *, tilt: float) -> None:
    """The heel seen from behind, tipped to one side."""
    center = ankle + (21 + 36j)
    glass(pen, ankle, center, 19.0, 8.0)
    middle = center + 1j
    half = [3.6 + 2.6j, 3.9 - 2j, 5.2 - 7j, 4.6 - 11j]
    edge = [4j, *half, -12j, *(-point.conjugate() for point in half[::-1])]
    pen.area(capsule(middle + 17.4j, 3.4, middle + 3j, 3.2), 0.3, Ink.BLACK)
    pen.area(smooth([middle + point * turn(tilt) for point in edge]), 0.3, Ink.BLACK)
    side = 1 if tilt > 0 else -1
    points = [complex(-8 * side, -13.6), complex(0, -15.2), complex(8 * side, -12.4)]
    small_arrow(pen, [middle + point for point in points])


def tucked_foot(pen: Pen, ankle: complex, *, turned: float) -> None:
    """A foot on its tucked toes, seen from behind: the heel on top, turned to one side."""
    center = ankle + (27 + 21j)
    glass(pen, ankle, center, 17.0, 7.0)
    toes = center - 11j
    edge = [
        -5.2 + 0j,
        -5.0 + 5j,
        -3.6 + 12j,
        -3.9 + 18j,
        -2.4 + 22j,
        2.4 + 22j,
        3.9 + 18j,
        3.6 + 12j,
        5.0 + 5j,
        5.2 + 0j,
    ]
    pen.shape([capsule(toes - 3.6, 2.6, toes + 3.6, 2.6)], Ink.BLACK)
    pen.area(smooth([toes + point * turn(-turned) for point in edge]), 0.3, Ink.BLACK)
    pen.rod(center + (-12 - 14.6j), center + (12 - 14.6j), 1.4, ends=False)
    side = 1 if turned > 0 else -1
    top = toes + 22j * turn(-turned)
    small_arrow(pen, [top + complex(-13 * side, 1), top + complex(-8 * side, 3.6), top + complex(-1.5 * side, 4.6)])
