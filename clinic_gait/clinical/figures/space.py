"""Geometry of space for the views that are not from the side: points, turns, a camera, a limb's reach."""

from __future__ import annotations

import math
from dataclasses import dataclass

from clinic_gait.clinical.figures.plane import TINY


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or direction: x forward, y up, z to the right-hand side of the body."""

    x: float
    y: float
    z: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, by: float) -> Vec:
        return Vec(self.x * by, self.y * by, self.z * by)

    def __neg__(self) -> Vec:
        return self * -1

    def __abs__(self) -> float:
        return math.sqrt(self.dot(self))

    def dot(self, other: Vec) -> float:
        """How far this reaches along the other, times its length."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: Vec) -> Vec:
        """The direction square to both: forward crossed with up is right."""
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    @property
    def unit(self) -> Vec:
        """The same direction with length one."""
        return self * (1 / max(abs(self), TINY))

    def square_to(self, axis: Vec) -> Vec:
        """What of this is square to an axis of length one."""
        return self - axis * self.dot(axis)

    def yawed(self, degrees: float) -> Vec:
        """Turned about the upright; + turns forward toward the right-hand side."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return Vec(self.x * c - self.z * s, self.y, self.x * s + self.z * c)

    def spun(self, axis: Vec, degrees: float) -> Vec:
        """Turned about any axis."""
        u, angle = axis.unit, math.radians(degrees)
        c, s = math.cos(angle), math.sin(angle)
        return self * c + u.cross(self) * s + u * (u.dot(self) * (1 - c))


FORWARD, UP, RIGHT = Vec(1, 0, 0), Vec(0, 1, 0), Vec(0, 0, 1)


def blend(a: Vec, b: Vec, share: float) -> Vec:
    """The point that lies this share of the way from ``a`` to ``b``."""
    return a + (b - a) * share


def in_plane(point: complex, z: float) -> Vec:
    """A point of the side view, so far to the right of the body's middle."""
    return Vec(point.real, point.imag, z)


def hanging(degrees: float) -> Vec:
    """The direction of a limb that hangs down and is swung forward by so many degrees."""
    return Vec(math.sin(math.radians(degrees)), -math.cos(math.radians(degrees)), 0)


def reach(start: Vec, end: Vec, first: float, second: float, toward: Vec) -> Vec:
    """Where the joint of two bones lies that bends in the given direction."""
    span = min(abs(end - start), (first + second) * 0.99999)
    line = (end - start).unit
    inner = max(-1.0, min(1.0, (first**2 + span**2 - second**2) / (2 * first * span)))
    return start + line * (first * inner) + toward.square_to(line).unit * (first * math.sqrt(1 - inner**2))


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at the body from ``around`` degrees (0 its right side, 90 its front) and ``above`` degrees over level.

    ``lying`` turns the whole body on its side first, face toward the reader.
    """

    around: float
    above: float
    lying: bool = False

    def _turned(self, point: Vec) -> tuple[float, float, float]:
        p = Vec(point.y, point.z + 8.8, point.x) if self.lying else point
        c, s = math.cos(math.radians(self.around)), math.sin(math.radians(self.around))
        return p.x * c - p.z * s, p.y, p.x * s + p.z * c

    def __call__(self, point: Vec) -> complex:
        """Where a point is seen."""
        across, up, near = self._turned(point)
        high = math.radians(self.above)
        return complex(across, up * math.cos(high) - near * math.sin(high))

    def depth(self, *points: Vec) -> float:
        """How near the points are to the reader, on average."""
        high = math.radians(self.above)
        turned = [self._turned(point) for point in points]
        return sum(near * math.cos(high) + up * math.sin(high) for _, up, near in turned) / len(turned)

    def way(self, direction: Vec) -> complex:
        """Which way a direction is seen."""
        return self(direction) - self(Vec(0, 0, 0))
