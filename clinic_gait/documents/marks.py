"""Small signs that no text font holds, drawn as shapes so that they survive a copier."""

from __future__ import annotations

from math import cos, pi, sin

from clinic_gait.documents.blocks import Pen

_ROUND = 0.5523


def octagon(pen: Pen, x: float, y: float, radius: float) -> None:
    """A stop sign with a white mark of exclamation, drawn, because no text font has one."""
    angles = [pi / 8 + step * pi / 4 for step in range(8)]
    pen.polygon([(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles])
    pen.canvas.addLiteral("q 1 g")
    thick, tall = radius * 0.13, radius * 0.58
    thin, low = thick * 0.7, y - tall * 0.2
    pen.polygon([(x - thick, y + tall), (x + thick, y + tall), (x + thin, low), (x - thin, low)])
    disc(pen, x, y - tall * 0.72, thick * 1.1)
    pen.canvas.addLiteral("Q")


def disc(pen: Pen, x: float, y: float, radius: float) -> None:
    """A filled circle."""
    pen.canvas.addLiteral(f"{ellipse(pen, x, y, radius, radius)} f")


def ellipse(pen: Pen, x: float, y: float, wide: float, high: float) -> str:
    """The path of an ellipse around a point."""
    x += pen.x
    bend_x, bend_y = wide * _ROUND, high * _ROUND
    return (
        f"{x - wide:.2f} {y:.2f} m "
        f"{x - wide:.2f} {y + bend_y:.2f} {x - bend_x:.2f} {y + high:.2f} {x:.2f} {y + high:.2f} c "
        f"{x + bend_x:.2f} {y + high:.2f} {x + wide:.2f} {y + bend_y:.2f} {x + wide:.2f} {y:.2f} c "
        f"{x + wide:.2f} {y - bend_y:.2f} {x + bend_x:.2f} {y - high:.2f} {x:.2f} {y - high:.2f} c "
        f"{x - bend_x:.2f} {y - high:.2f} {x - wide:.2f} {y - bend_y:.2f} {x - wide:.2f} {y:.2f} c h"
    )


def feel_mark(pen: Pen, x: float, y: float, size: float) -> float:
    """The "feel it here" sign of the pictures, ``y`` its middle; gives its width."""
    long, high = size * 0.42, size * 0.24
    pen.canvas.addLiteral(f"{size * 0.2:.2f} w {ellipse(pen, x + long + 1, y, long, high)} S")
    start = x + 2 * long + size * 0.3
    pen.canvas.addLiteral(f"{size * 0.11:.2f} w 1 J")
    for rise in (-0.34, 0.0, 0.34):
        low, far = y + rise * size * 0.55, y + rise * size * 1.15
        pen.canvas.addLiteral(f"{pen.x + start:.2f} {low:.2f} m {pen.x + start + size * 0.36:.2f} {far:.2f} l S")
    pen.canvas.addLiteral("0 J")
    return 2 * long + size * 0.75
