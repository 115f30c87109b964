"""The colours of all pictures: one hue for force, from weak to strong, and a few for what is no directive.

Pages have them as variables, so that a dark or a printed page sets its own; a picture carries the light ones as what
they fall back to. Nothing is said by colour alone: hedged is hatched, and codes are written or named beside.
"""

from __future__ import annotations

from collections.abc import Mapping

from ecoanalysis.measures import BANDS, CLASSES

FORCE = ("#d3e6f5", "#9ecae9", "#5ba3d6", "#2271b0", "#0b3c6f")
"""D1 to D5 on a light page: the order survives greyscale and colour blindness."""
FORCE_DARK = ("#27445c", "#335c7d", "#41759d", "#93c4ea", "#d6ebfb")
CLASS_COLOURS = ("#c9ced6", "#e8cf8f", "#b7d9b0", "#cdbbe6", "#5ba3d6", "#d99a6c")
"""Classes of clause: refers, notes, evaluates, asserts, asks, decides."""
CLASS_COLOURS_DARK = ("#606974", "#7a6426", "#3f6b45", "#5d4a82", "#41759d", "#8a4f2a")
SHARES = ("#e5e1d3", "#b5d8d5", "#5fa8a3")
"""Carried over, reworded, new: no colour that a class of clause has."""
SHARES_DARK = ("#5b564a", "#2f5451", "#2f7370")
CATEGORIES = (FORCE[3], CLASS_COLOURS[5], CLASS_COLOURS[2], CLASS_COLOURS[3], FORCE[1], CLASS_COLOURS[0])
"""What a chart takes for categories of its own, one after the other."""
INK, GRID, CURVE, PAPER = "#1b1b1f", "#8a8a8f", "#2271b0", "#fffffe"
ON_WEAK, ON_STRONG = "#1b1b20", "#ffffff"
"""What is written on a weak and on a strong colour, on a light page."""
ON_WEAK_DARK, ON_STRONG_DARK = "#f4f7fa", "#10161b"
DARK_FROM = 3
"""The step of force from which on words stand in white on a light page."""


def variables() -> Mapping[str, tuple[str, str]]:
    """Return the colours by the names of their variables: on a light page, on a dark one.

    Examples
    --------
    >>> variables()["force-5"]
    ('#0b3c6f', '#d6ebfb')
    """
    named = {f"force-{step}": pair for step, pair in enumerate(zip(FORCE, FORCE_DARK, strict=True), 1)}
    named |= {
        f"act-{name.lower()}": pair
        for name, pair in zip(CLASSES, zip(CLASS_COLOURS, CLASS_COLOURS_DARK, strict=True), strict=True)
    }
    return named | {f"share-{step}": pair for step, pair in enumerate(zip(SHARES, SHARES_DARK, strict=True), 1)}


def style_sheet(css: str) -> str:
    """Return a style sheet with the colours in the place of the comment that names this module: light, dark, printed.

    Examples
    --------
    >>> style_sheet("/* The colours of pictures: show/palette.py */").splitlines()[0][:44]
    ':root { --force-1: #d3e6f5; --force-2: #9eca'
    """
    inks = {"on-weak": (ON_WEAK, ON_WEAK_DARK), "on-strong": (ON_STRONG, ON_STRONG_DARK)}
    light, dark = (
        f":root {{ {' '.join(f'--{name}: {pair[side]};' for name, pair in {**variables(), **inks}.items())} }}"
        for side in (0, 1)
    )
    schemes = f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n@media print {{ {light} }}"
    return css.replace("/* The colours of pictures: show/palette.py */", schemes)


def force_colour(band: str) -> str:
    """Return the colour of a band of force.

    Examples
    --------
    >>> force_colour("D5")
    '#0b3c6f'
    """
    return FORCE[BANDS.index(band)]
