"""Drawings as inline SVG: the only place that declares markup safe.

A strict content security policy forbids inline style, so colours are
presentation attributes; the classes let the stylesheet change them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count

from markupsafe import Markup, escape

from clinic_gait.clinical.figures.primitives import Drawing, Ink, Label, Path, Step

#: The tokens of the screen.
COLOURS = {
    Ink.BLACK: "#000",
    Ink.WHITE: "#fff",
    Ink.GREY: "#d4d4d4",
    Ink.LEFT: "#124e8c",
    Ink.RIGHT: "#8a3b00",
    Ink.EDGE: "#55677a",
    Ink.LINE: "#c4ced8",
    Ink.SOFT: "#eef1f4",
    Ink.GOOD: "#0b5a31",
    Ink.BAD: "#9b1c1c",
}
FACE = "Noto Sans, DejaVu Sans, Arial, sans-serif"
#: Distance and thickness of hatch lines, as multiples of the line around them; half of a line lies off its pattern.
HATCH_GAP = 3.5
HATCH_LINE = 0.5

#: Ids must differ between all drawings of one page, even between two of the same.
_numbers = count(1)
_PLACE = "\x00"
#: What most shapes share stands here once: it is a seventh of the size.
_ROOT = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="{}" role="img" viewBox="0 0 {} {}" fill="none" '
    'stroke-linejoin="round"'
)


def svg(drawing: Drawing, *, css_class: str = "") -> Markup:
    """The drawing as an ``svg`` element with its title, scalable to any width."""
    name = f"cg-drawing-{next(_numbers)}"
    parts = [
        _ROOT.format(f"cg-drawing {css_class}".strip(), _number(drawing.width), _number(drawing.height)),
        _named(drawing, name),
        Markup(_body(drawing.items).replace(_PLACE, name)),  # noqa: S704 - made here, from escaped parts only
        Markup("</svg>"),
    ]
    return Markup("").join(parts)


def _named(drawing: Drawing, name: str) -> Markup:
    title = Markup(' aria-labelledby="{0}-t"{2}><title id="{0}-t">{1}</title>')
    if not drawing.description:
        return title.format(name, drawing.title, "")
    described = Markup(' aria-describedby="{}-d"').format(name)
    return title.format(name, drawing.title, described) + Markup('<desc id="{}-d">{}</desc>').format(
        name, drawing.description
    )


@lru_cache(maxsize=512)
def _body(items: tuple[Path | Label, ...]) -> str:
    """All shapes as text, with a mark where the drawing's own name goes into an id."""
    return "".join(_path(item, place) if isinstance(item, Path) else _label(item) for place, item in enumerate(items))


def _path(path: Path, place: int) -> str:
    attributes = {"d": path_data(path.steps)}
    before = ""
    if path.hatch:
        before, attributes["fill"] = _hatch(path, f"{_PLACE}-h{place}")
    else:
        attributes |= {"fill": COLOURS[path.fill]} if path.fill is not None else {}
    if path.stroke is not None:
        attributes |= {"stroke": COLOURS[path.stroke]} | _line(path)
    classes = _classes(path)
    if classes:
        attributes["class"] = classes
    return before + "<path" + "".join(f' {key}="{escape(value)}"' for key, value in attributes.items()) + "/>"


def _classes(path: Path) -> str:
    fill = f"cg-fill-{path.fill.value}" if path.fill is not None and not path.hatch else ""
    stroke = f"cg-ink-{path.stroke.value}" if path.stroke is not None else ""
    return f"{fill} {stroke}".strip()


def _line(path: Path) -> dict[str, str]:
    line = {"stroke-width": _number(path.width)}
    if path.round:
        line["stroke-linecap"] = "round"
    if path.outline:
        line["paint-order"] = "stroke"
    if path.dash:
        line["stroke-dasharray"] = " ".join(map(_number, path.dash))
    return line


def _hatch(path: Path, name: str) -> tuple[str, str]:
    """A pattern of lines at 45 degrees and the reference to it."""
    ink = path.fill or path.stroke or Ink.BLACK
    gap = _number(HATCH_GAP * path.width)
    pattern = (
        f'<pattern id="{name}" width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="{gap}" height="{gap}" fill="{COLOURS[Ink.WHITE]}"/>'
        f'<path d="M0 0V{gap}" stroke="{COLOURS[ink]}" stroke-width="{_number(2 * HATCH_LINE * path.width)}" '
        f'class="cg-ink-{ink.value}"/></pattern>'
    )
    return pattern, f"url(#{name})"


def _label(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    anchor = f' text-anchor="{escape(label.anchor)}"' if label.anchor != "start" else ""
    return (
        f'<text x="{_number(label.x)}" y="{_number(label.y)}" font-family="{FACE}" font-size="{_number(label.size)}"'
        f'{weight}{anchor} fill="{COLOURS[label.ink]}" class="cg-fill-{label.ink.value}">{escape(label.text)}</text>'
    )


def path_data(steps: tuple[Step, ...]) -> str:
    """The ``d`` attribute, in relative steps of hundredths: half the size of absolute ones."""
    out: list[str] = []
    here = start = (0, 0)
    for letter, *numbers in steps:
        points = _hundredths(numbers)
        if letter == "Z":
            out.append("z")
            here = start
            continue
        if letter == "M":
            start = points[-1]
        out.append(str(letter).lower() + _joined([c for x, y in points for c in (x - here[0], y - here[1])]))
        here = points[-1]
    return "".join(out)


def _hundredths(numbers: list[str | float]) -> list[tuple[int, int]]:
    whole = [round(float(number) * 100) for number in numbers]
    return list(zip(whole[::2], whole[1::2], strict=True))


def _joined(hundredths: list[int]) -> str:
    """Numbers with the fewest characters between them: a minus sign needs no space before it."""
    texts = [_number(value / 100) for value in hundredths]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def _number(value: float) -> str:
    """At most two decimals, without zeros nobody needs: ``-.5``, ``12``, ``3.25``."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    if text in ("-0", "0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
