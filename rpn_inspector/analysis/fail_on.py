"""The demands written after ``--fail-on``: KIND or KIND:N%."""

from __future__ import annotations

import math
from collections.abc import Collection

from rpn_inspector.core.errors import InspectorError


def parse_demand(
    text: str, kinds: Collection[str], of: str, without_percent: Collection[str] = ()
) -> tuple[str, float | None]:
    """Return the kind and the percentage of a demand, None for a demand of no finding at all.

    Args:
        text: KIND or KIND:N%, a hyphen as good as an underscore.
        kinds: the kinds known.
        of: what the percentage is of, in words.
        without_percent: kinds that take no percentage.

    Raises:
        InspectorError: with the list of kinds, or with the form wanted.
    """
    kind, colon, limit = text.strip().partition(":")
    kind = kind.strip().replace("-", "_")
    if kind not in kinds:
        raise InspectorError(f"--fail-on {text!r}: wanted KIND or KIND:N%, KIND one of {', '.join(kinds)}")
    if not colon:
        return kind, None
    try:
        percent = float(limit.strip().removesuffix("%")) if limit.strip().endswith("%") else math.nan
    except ValueError:
        percent = math.nan
    if not 0 <= percent <= 100:
        raise InspectorError(f"--fail-on {text!r}: wanted a percentage of {of} after {kind}:, such as {kind}:5%")
    if kind in without_percent:
        raise InspectorError(f"--fail-on {text!r}: {kind} is of the dataset as a whole and takes no percentage")
    return kind, percent
