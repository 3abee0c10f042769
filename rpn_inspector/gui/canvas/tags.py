"""Small labels beside boxes, placed without overlap: of two, the more important stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from rpn_inspector.gui.widgets.theme import px

DOT = " · "  # between the parts of a note's line
HEIGHT = 16.0
GAP = 4.0  # px from a note to what it must not cover


@dataclass(frozen=True, slots=True)
class Tag:
    """A text of ``width`` px for a box at ``box`` (widget px); ``below``: under the box, else on the top edge.

    With ``inside`` it stands in the box alone, where several lie side by side.

    ``style`` is plain, unmatched (a ground truth without an anchor), part (a picture of a mosaic), focused or selected.
    """

    text: str
    width: float
    box: QRectF
    style: str = "plain"
    below: bool = False
    inside: bool = False


def _spots(tag: Tag, bounds: QRectF) -> Iterator[QRectF]:
    """Yield the places of a tag, the best first, all inside ``bounds`` and along the tag's box."""
    box = tag.box
    left = min(max(box.left() - 1, bounds.left()), bounds.right() - tag.width)
    right = min(max(box.right() + 1 - tag.width, bounds.left()), bounds.right() - tag.width)
    above, under = box.top() - px(HEIGHT) - 1, box.bottom() + 2
    top_inside, bottom_inside = box.top() + 1, box.bottom() - px(HEIGHT) - 1
    rows = (under, above, bottom_inside, top_inside) if tag.below else (above, top_inside, under, bottom_inside)
    for y in (top_inside, bottom_inside) if tag.inside else rows:
        if bounds.top() <= y and y + px(HEIGHT) <= bounds.bottom():
            yield QRectF(left, y, tag.width, px(HEIGHT))
            if right != left:
                yield QRectF(right, y, tag.width, px(HEIGHT))


def beside(spot: QRectF, area: QRectF, kept: Sequence[QRectF]) -> QRectF:
    """Return ``spot`` moved as little as it takes to cover none of ``kept`` in ``area``; unmoved where no room is."""
    across = [spot.left(), *(x for one in kept for x in (one.left() - GAP - spot.width(), one.right() + GAP))]
    down = [spot.top(), *(y for one in kept for y in (one.top() - GAP - spot.height(), one.bottom() + GAP))]
    spots = [QRectF(QPointF(x, y), spot.size()) for x in across for y in down]
    free = [one for one in spots if area.contains(one) and not any(map(one.intersects, kept))]
    return min(free, key=lambda one: (one.topLeft() - spot.topLeft()).manhattanLength(), default=spot)


def placed(tags: Iterable[Tag], bounds: QRectF, kept: Sequence[QRectF] = ()) -> list[tuple[Tag, QRectF]]:
    """Return the tags with room in ``bounds`` beside ``kept``, and their places; ``tags`` are ordered by importance."""
    found: list[tuple[Tag, QRectF]] = []
    for tag in tags:
        if not tag.box.intersects(bounds) or tag.width > bounds.width():
            continue
        for spot in _spots(tag, bounds):
            if not any(map(spot.intersects, (*kept, *(other for _, other in found)))):
                found.append((tag, spot))
                break
    return found


def fitting(lines: Sequence[str], wide: Callable[[str], float], room: float) -> list[str]:
    """Return lines without one wider than ``room`` px as far as they have parts: the last parts stand in the next.

    Args:
        lines: of parts with a middle dot between.
        wide: measures a line, px.
        room: px.
    """
    found = []
    for line in lines:
        parts, rest = line.split(DOT), list[str]()
        while len(parts) > 1 and wide(DOT.join(parts)) > room:
            rest.insert(0, parts.pop())
        found += [DOT.join(parts), *fitting([DOT.join(rest)], wide, room)] if rest else [line]
    return found
