"""The curve of saturation as SVG: no script, no request, readable without its colours."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from synth.report.sheets.blocks import Curve

_WIDTH, _HEIGHT = 560, 190
_LEFT, _BOTTOM, _TOP, _RIGHT = 34, 30, 24, 12


def curve_svg(curve: Curve) -> Markup:
    """Return the curve with the band of other orders behind it, and a mark where the base ends."""
    top = max((*curve.values, *curve.high, 1))
    line = _points(curve.values, top)
    band = [*_points(curve.high, top), *reversed(_points(curve.low, top))]
    told = ", ".join(str(value) for value in curve.values)
    return Markup(
        '<figure class="curve"><svg viewBox="0 0 {w} {h}" role="img" aria-label="{label}">'
        '<polygon class="band" points="{band}"/>{marks}'
        '<polyline class="line" points="{line}"/>{dots}{axis}</svg>'
        "<figcaption>{title}</figcaption></figure>"
    ).format(
        w=_WIDTH, h=_HEIGHT, label=f"{curve.title} After each interview: {told}.",
        band=_written(band), line=_written(line), dots=_dots(curve, top), axis=_axis(curve, top),
        marks=_base(curve), title=curve.title,
    )  # fmt: skip


def _points(values: Sequence[float], top: float) -> list[tuple[float, float]]:
    return [(_x(at, len(values)), _y(value, top)) for at, value in enumerate(values)]


def _x(at: int, length: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (at + 0.5) / max(length, 1)


def _y(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - _TOP) * value / top


def _written(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _dots(curve: Curve, top: float) -> Markup:
    dot = Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.5"/>')
    number = Markup('<text class="value" x="{:.1f}" y="{:.1f}">{}</text>')
    return Markup("").join(
        part
        for (x, y), value in zip(_points(curve.values, top), curve.values, strict=True)
        for part in (dot.format(x, y), number.format(x, y - 7, value))
    )


def _axis(curve: Curve, top: float) -> Markup:
    ground = _y(0, top)
    rule = Markup('<line class="axis" x1="{}" y1="{:.1f}" x2="{}" y2="{:.1f}"/>')
    label = Markup('<text class="tick" x="{:.1f}" y="{}">{}</text>')
    ticks = (
        label.format(_x(at, len(curve.values)), _HEIGHT - 12, at + 1)
        for at in range(len(curve.values))
    )
    line = rule.format(_LEFT, ground, _WIDTH - _RIGHT, ground)
    return line + Markup("").join(ticks)


def _base(curve: Curve) -> Markup:
    if len(curve.values) <= curve.base:
        return Markup("")
    x = (_x(curve.base - 1, len(curve.values)) + _x(curve.base, len(curve.values))) / 2
    mark = Markup(
        '<line class="base" x1="{0:.1f}" y1="{1}" x2="{0:.1f}" y2="{2}"/>'
        '<text class="tick end" x="{3:.1f}" y="{4}">base</text>'
    )
    return mark.format(x, _TOP, _HEIGHT - _BOTTOM, x - 6, _HEIGHT - _BOTTOM - 6)
