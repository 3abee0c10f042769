"""Values of recipe fields: read from text, written as text, and compared."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from rpn_inspector.core.formulas.numbers import beta_text
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.spec import toml


def read_number(text: str) -> Any:
    """Return an int, a float, ``inf`` or a fraction such as 1/9; any other text unchanged."""
    plain = text.strip().replace("\u2212", "-").replace("∞", "inf")
    try:
        return int(plain)
    except ValueError:
        pass
    try:
        value = float(Fraction(plain)) if "/" in plain else float(plain)
    except (ValueError, ZeroDivisionError, OverflowError):
        return text
    return text if math.isnan(value) else value


def write_number(value: Any) -> str:
    """Return a number as typed by a user; 1/9 rather than 0.1111111111111111."""
    if isinstance(value, float) and math.isfinite(value):
        short = beta_text(value)
        return short if read_number(short) == value else f"{value:g}" if float(f"{value:g}") == value else repr(value)
    return str(value)


def same(value: Any, other: Any) -> bool:
    """Return whether two values are equal in a recipe; lists equal tuples, 1 equals 1.0, and 1 differs from True."""
    if isinstance(value, list | tuple) and isinstance(other, list | tuple):
        return len(value) == len(other) and all(same(a, b) for a, b in zip(value, other, strict=True))
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def value_text(value: Any) -> str:
    """Return a value in a sentence."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return write_number(value)
    return value if isinstance(value, str) else toml(value)


def differing(one: Recipe, other: Recipe) -> list[tuple[str, Any, Any]]:
    """Return place and both values of each field in which two recipes differ, None for a field one does not have."""
    left, right = one.flat(), other.flat()
    places = [*left, *(place for place in right if place not in left)]
    found = ((place, left.get(place), right.get(place)) for place in places)
    return [(place, a, b) for place, a, b in found if not same(a, b)]
