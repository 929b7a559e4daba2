"""The body every figure is drawn with. Lengths and radii are hundredths of its height; the floor is at 0.

Every figure is built facing right with its right leg nearest; a LEFT figure is
the same picture turned round.
"""

from __future__ import annotations

from clinic_gait.clinical.figures.plane import Profile, turn

TRUNK, NECK = 28.5, 4.2
UPPER_ARM, FOREARM = 17.3, 15.2
THIGH, SHIN = 24.5, 23.5
#: A knee that is said to be straight is all but straight.
LEG = (THIGH + SHIN) * 0.99999
ARM = UPPER_ARM + FOREARM
#: Half the distance between the hip centres and between the shoulder centres.
HIP_HALF, SHOULDER_HALF = 5.0, 9.0
#: A figure is that of a person of 170 cm: units of one centimetre.
CM = 1 / 1.7

#: The foot stands with its heel at the origin, toes forward.
ANKLE = 3.4 + 5.2j
BALL = 11.4 + 0j
#: Where the toes bend, and over what length.
HINGE_START, HINGE_LENGTH = 9.4, 3.4

LEG_FRONT: Profile = ((0, 6.2), (0.35, 5.9), (0.8, 4.3), (1.0, 4.0), (1.2, 3.5), (1.34, 3.1), (1.6, 2.5), (2, 2.1))
LEG_BACK: Profile = (
    (0, 6.6), (0.35, 5.2), (0.8, 3.8), (1.0, 3.3), (1.15, 3.7), (1.34, 4.7), (1.55, 4.0), (1.8, 2.5), (2, 2.2),
)  # fmt: skip
LEG_ROUND: Profile = (
    (0, 6.2), (0.35, 5.4), (0.8, 4.0), (1.0, 3.7), (1.15, 3.6), (1.34, 4.1), (1.55, 3.4), (1.8, 2.4), (2, 2.2),
)  # fmt: skip
ARM_ROUND: Profile = ((0, 3.2), (0.4, 2.9), (0.9, 2.3), (1.0, 2.2), (1.25, 2.3), (1.8, 1.6), (2, 1.5))
TRUNK_FRONT: Profile = ((0, 6.3), (0.5, 6.0), (1.2, 6.2), (1.7, 5.5), (2, 4.0))
TRUNK_BACK: Profile = ((0, 7.0), (0.35, 6.5), (0.75, 5.3), (1.2, 5.5), (1.7, 5.5), (2, 4.2))
#: Across the body, seen from anywhere else: place along the trunk, half width, half depth.
PELVIS_RINGS = ((-0.17, 5.2, 4.6), (-0.08, 8.0, 6.4), (0.04, 8.8, 6.9), (0.18, 8.2, 6.3), (0.34, 7.3, 5.8))
SHIRT_RINGS = ((0.29, 7.5, 5.8), (0.5, 7.7, 5.7), (0.74, 9.2, 6.2), (0.92, 9.6, 5.4), (1.0, 7.6, 4.3), (1.06, 3.2, 3.0))

#: The foot from the side, from the instep over the heel and the sole to the toes and back.
FOOT = (
    0.8 + 6.8j, -0.4 + 4.7j, -1.2 + 2.5j, -0.7 + 0.4j, 1.0 + 0j, 6.0 + 0j, 10.2 + 0j, 12.6 + 0j, 14.8 + 0j,
    15.9 + 0.8j, 15.5 + 2.0j, 13.3 + 3.0j, 9.9 + 4.4j, 7.1 + 6.1j, 5.8 + 7.4j,
)  # fmt: skip
#: The foot from below: the same edge at the sole and a little higher, and the points of the instep.
_EDGE = ((-1.1, 0.0), (-0.4, 2.2), (2.0, 2.8), (6.0, 2.6), (9.5, 3.5), (12.0, 3.9), (14.6, 3.2), (15.9, 1.2))
_SOLE = (*_EDGE, *((x, -z) for x, z in reversed(_EDGE)))
_INSTEP = ((-1.2, 2.6, 1.6), (1.2, 6.4, 1.6), (3.4, 6.5, 2.3), (5.6, 6.6, 1.6), (9.6, 4.4, 2.2), (13.6, 2.9, 2.4))
FOOT_SPACE: tuple[tuple[float, float, float], ...] = (
    *((x, 0.0, z) for x, z in _SOLE),
    *((x, 1.6, z * 0.97) for x, z in _SOLE),
    *((x, y, side * z) for x, y, z in _INSTEP for side in (-1, 1)),
)

#: The head in profile around its middle, nose forward; and its ear.
HEAD = (
    -5.9 - 1.0j, -5.5 + 3.1j, -2.7 + 6.3j, 1.7 + 6.6j, 4.8 + 4.3j, 5.6 + 1.3j, 7.3 - 1.2j, 5.7 - 1.9j, 5.5 - 4.1j,
    3.7 - 6.1j, 0.6 - 5.7j, -2.6 - 5.5j, -4.7 - 4.1j,
)  # fmt: skip
EAR = (-1.5 - 1.6j, -0.1 - 0.7j, -0.3 + 0.9j, -1.7 + 0.8j, -2.1 - 0.5j)
HEAD_RADIUS = 6.0


def toes_bent(point: complex, bend: float) -> complex:
    """A point of the foot when the toes are bent up by so many degrees at the ball."""
    if not bend or point.real <= HINGE_START:
        return point
    share = min(1.0, (point.real - HINGE_START) / HINGE_LENGTH)
    return BALL + (point - BALL) * turn(bend * share * share * (3 - 2 * share))


def sole(ankle: complex, pitch: float, point: complex, bend: float = 0.0) -> complex:
    """Where a point of the foot lies when the ankle is here and the foot is pitched up by so many degrees."""
    return ankle + (toes_bent(point, bend) - ANKLE) * turn(pitch)


def foot(ankle: complex, pitch: float, bend: float = 0.0) -> list[complex]:
    """The outline of the foot from the side."""
    return [sole(ankle, pitch, point, bend) for point in FOOT]
