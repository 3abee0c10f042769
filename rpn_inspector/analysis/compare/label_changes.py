"""Two recipes on one picture: anchors with another label or ground truth, grouped by cause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid, Level
from rpn_inspector.core.assigners import Assigner
from rpn_inspector.core.assigners.reasons import Reason
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.recipe import Recipe, tables_of
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import Array
from rpn_inspector.core.words import LABEL_WORDS

Indices = npt.NDArray[np.int64]
ORDER = (1, -1, 0, -2)
EACH = Reason("A: {a}; B: {b}", "{a} → {b}")  # the cause under each rule
SAME = 0.02  # relative difference of size and ratio up to which two base anchors are the same one
SCALED = 0.01  # relative difference of scales up to which the picture has one size in two inputs: rounded sides
PLACE = 2.0  # network px by which rounding may part one place of the picture in two inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Anchors with the same difference: words for both sides, count, and an example (flat index in each)."""

    a: str
    b: str
    count: int
    example_a: int
    example_b: int
    place: str
    iou_a: float
    iou_b: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Comparison:
    """The labels of one picture under two recipes.

    ``compared`` anchors stand in both grids (see `partners`); ``only_a`` and ``only_b`` have no partner; ``differing``
    change label or ground truth; ``groups`` say how, the largest first. ``changed_a`` and ``changed_b`` (differing,)
    are their flat indices in each grid; ``matrix`` (3, 3) counts the compared anchors by label in A (rows) and in B
    (columns), in the order of `ORDER`, and is (4, 4) where some are undecided; ``reasons`` (differing,) index ``whys``,
    the reasons either assigner knows, in listed order.
    """

    compared: int
    only_a: int
    only_b: int
    differing: int
    groups: tuple[Group, ...]
    changed_a: Indices
    changed_b: Indices
    matrix: npt.NDArray[np.int64]
    reasons: Indices
    whys: tuple[Reason, ...]

    def words(self, a: str, b: str) -> Text:
        """Return in a sentence how many anchors change between the recipes called ``a`` and ``b``."""
        if not self.compared:
            return Text("No anchor stands in both grids: the ground truths are compared.")
        return Text.of(
            "{differing} of {compared} anchors in both grids change label or ground truth; {only_a} stand only in {a}, "
            "{only_b} only in {b}.",
            differing=f"{self.differing:,}",
            compared=f"{self.compared:,}",
            only_a=f"{self.only_a:,}",
            only_b=f"{self.only_b:,}",
            a=a,
            b=b,
        )

    def document(self) -> dict[str, object]:
        """Return the same as values JSON knows."""
        groups = [
            {
                "a": group.a,
                "b": group.b,
                "count": group.count,
                "example": {
                    "anchor_a": group.example_a,
                    "anchor_b": group.example_b,
                    "place": group.place,
                    "iou_a": group.iou_a,
                    "iou_b": group.iou_b,
                },
            }
            for group in self.groups
        ]
        counts = {name: getattr(self, name) for name in ("compared", "only_a", "only_b", "differing")}
        return counts | {"groups": groups}


def compare(a: Inspection, b: Inspection) -> Comparison:
    """Return the differences between the assignments of two inspections of one picture."""
    mine, other = partners(a.grid, b.grid, elsewhere(a.frame, b.frame))
    label_a, label_b = a.assignment.label[mine], b.assignment.label[other]
    gt_a, gt_b = a.assignment.gt[mine], b.assignment.gt[other]
    cause_a, cause_b = a.assignment.cause[mine], b.assignment.cause[other]
    differs = (label_a != label_b) | (gt_a != gt_b)
    # Anchors that differ alike form one group: the same causes and labels, and whether the ground truth is another.
    kinds, inverse = np.unique(
        np.stack([cause_a, label_a, cause_b, label_b, gt_a != gt_b], 1).astype(np.int64)[differs],
        axis=0,
        return_inverse=True,
    )
    rows, inverse = np.flatnonzero(differs), inverse.reshape(-1)
    whys, why = reasons_of(a.recipe.matcher, b.recipe.matcher, kinds)
    groups = []
    for number, (first_cause, first_label, second_cause, second_label, other_gt) in enumerate(kinds.tolist()):
        members = rows[inverse == number]
        one = int(members[0])
        moved = first_label == second_label == 1 and bool(other_gt)
        groups.append(
            Group(
                a=_words(a, first_label, first_cause, int(gt_a[one]) if moved else None),
                b=_words(b, second_label, second_cause, int(gt_b[one]) if moved else None),
                count=len(members),
                example_a=int(mine[one]),
                example_b=int(other[one]),
                place=a.grid.describe(int(mine[one])),
                iou_a=float(a.overlap.iou[mine[one]]),
                iou_b=float(b.overlap.iou[other[one]]),
            )
        )
    groups.sort(key=lambda group: -group.count)
    return Comparison(
        compared=len(mine),
        only_a=a.grid.size - len(mine),
        only_b=b.grid.size - len(mine),
        differing=len(rows),
        groups=tuple(groups),
        changed_a=mine[rows],
        changed_b=other[rows],
        matrix=without_undecided(label_matrix(label_a, label_b)),
        reasons=why[inverse],
        whys=whys,
    )


def label_matrix(a: Array, b: Array) -> npt.NDArray[np.int64]:
    """Return the number of anchors by label in ``a`` (n,), down, and in ``b`` (n,), across, in the order of `ORDER`."""
    place_of = np.argsort(ORDER)  # label -2, -1, 0, 1 -> its place in ORDER
    kinds = len(ORDER)
    return np.bincount(place_of[a + 2] * kinds + place_of[b + 2], minlength=kinds * kinds).reshape(kinds, kinds)


def without_undecided(matrix: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return `label_matrix` without the last label, undecided, where no anchor has it."""
    return matrix if matrix[-1].any() or matrix[:, -1].any() else matrix[:-1, :-1]


def reasons_of(a: Assigner, b: Assigner, kinds: Array) -> tuple[tuple[Reason, ...], Indices]:
    """Return the reasons of a change from one assigner to the other, and for each kind of change its place among them.

    Under one rule of the same thresholds a reason says what was crossed; else it says the cause in A and that in B, for
    a threshold that one of them does not know cannot be crossed.

    Args:
        a: the assigner of A.
        b: that of B.
        kinds: (n, 5) cause and label in A, cause and label in B, and whether the ground truth is another.
    """
    moved, known = a.reasons()[None], _reasons(a, b)
    whys = tuple(dict.fromkeys([*known.values(), moved]))
    found = [
        whys.index(moved if label_a == label_b == 1 else known[Cause(cause_a), Cause(cause_b)])
        for cause_a, label_a, cause_b, label_b, _ in kinds.tolist()
    ]
    return whys, np.array(found, np.int64)


def _reasons(a: Assigner, b: Assigner) -> dict[tuple[Cause, Cause], Reason]:
    """Return the reason of each change of cause."""
    if (a.rule, a.thresholds) != (b.rule, b.thresholds):
        return {
            (one, other): EACH._replace(values=(("a", a.short(one)), ("b", b.short(other))))
            for one in a.causes
            for other in b.causes
        }
    own = {cause: reason._replace(values=tuple(a.thresholds.items())) for cause, reason in a.reasons().items()}
    pairs = ((one, other) for one in a.causes for other in b.causes)
    return {pair: max((own[cause] for cause in pair), key=lambda reason: reason.strength) for pair in pairs}


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect of other values of some fields on the labels and ground truths of a picture's anchors.

    ``flips`` anchors of both grids change label or ground truth; ``others`` stand in one grid alone, so where there are
    any ``flips`` says little, and the positives ``before`` and ``after`` say more; None where only outputs decide them.
    """

    flips: int
    others: int
    before: int | None
    after: int | None

    @classmethod
    def of(cls, a: Inspection, b: Inspection, found: Comparison) -> Effect:
        """Return the effect of all that differs between two inspections, compared in ``found``."""
        before, after = (len(one.positive) if one.positives_known else None for one in (a, b))
        return cls(found.differing, found.only_a + found.only_b, before, after)


def effects(a: Inspection, b: Recipe) -> dict[str, Effect | None]:
    """Return for each differing field before the labels the effect of giving B's value to that field alone of A.

    The flips overlap and do not add up. A rule takes B's values of its own fields along. None where A cannot have
    such a value (a level without a size). Fields of one stage may mean something only together (sizes and
    base_sizes): all of a stage, where several differ, stand under ``stage.*``. Fields are tried without outputs, of
    another grid as they are; the positives before are those of ``a`` with its own.
    """
    plain = inspect(a.sample, a.recipe)
    left, right = a.recipe.flat(), b.flat()
    found: dict[str, Effect | None] = {}
    several: dict[str, int] = {}
    for place in (place for place in left if place in right and left[place] != right[place]):
        stage = place.partition(".")[0]
        if stage in ("loss", "proposals", "coder", "sampler"):
            continue  # they come after the labels
        several[stage] = several.get(stage, 0) + 1
        values = {place: right[place]}
        if place.endswith(".rule"):
            values = {other: value for other, value in right.items() if other.startswith(place.removesuffix("rule"))}
        found[place] = _effect(plain, values)
    for stage, count in several.items():
        if count > 1:
            found[f"{stage}.*"] = _effect(plain, {p: value for p, value in right.items() if p.startswith(f"{stage}.")})
    if plain.positives_known or not a.positives_known:
        return found
    return {place: effect and replace(effect, before=len(a.positive)) for place, effect in found.items()}


def _effect(plain: Inspection, values: dict[str, Any]) -> Effect | None:
    """Return the effect of ``values`` by place, None where impossible."""
    try:
        other = inspect(plain.sample, plain.recipe.with_tables(tables_of(values)))
    # Half of B's values in A may contradict each other: that field has no effect of its own then.
    except (InspectorError, ValueError, IndexError):
        return None
    return Effect.of(plain, other, compare(plain, other))


def _words(inspection: Inspection, label: int, cause: int, gt: int | None) -> str:
    why = inspection.recipe.matcher.short(cause)
    whose = "" if gt is None else f" of ground truth {gt + 1}"
    return f"{LABEL_WORDS[label]}{whose}: {why}"


def elsewhere(a: Frame, b: Frame) -> tuple[Frame, Frame] | None:
    """Return both frames where equal network px are other places of the picture; None where they are the same place.

    The same are scales that agree within `SCALED` under shifts within `PLACE`: libraries round sides unlike.
    """
    scaled = any(abs(one / other - 1) > SCALED for one, other in zip(a.scale, b.scale, strict=True))
    shifted = bool((np.abs(_first_px(a) - _first_px(b)) > PLACE).any())
    return (a, b) if scaled or shifted or a.mirrored != b.mirrored else None


def _first_px(frame: Frame) -> npt.NDArray[np.float64]:
    """Return where the picture begins, (x, y) network px: its own first corner, or mirrored its last one."""
    near = np.subtract(frame.offset, frame.crop)
    size = np.multiply(frame.scale, frame.original_size[::-1])
    mirrored = np.add(frame.offset, frame.crop) + frame.network_size[::-1] - size
    return np.where(frame.mirrored, mirrored, near)


def partners(a: Grid, b: Grid, apart: tuple[Frame, Frame] | None) -> tuple[Indices, Indices]:
    """Return the flat indices (n,) and (n,) of the anchors that stand in both grids, ascending in ``a``.

    They have level, size and ratio in common, and the place in the picture: their cell, or where the frames stand
    ``apart``, all edges within `PLACE` network px.
    """
    found_a, found_b = [], []
    free = list(b.levels)
    for level in a.levels:
        same = next((other for other in free if _alike(level, other)), None)
        if same is None:
            continue
        free.remove(same)
        taken: set[int] = set()
        for base in range(len(level.base)):
            partner = _base_partner(level, base, same, taken)
            if partner is not None:
                taken.add(partner)
                (rows, columns), (rows_b, columns_b) = _common_cells(level, base, same, partner, apart)
                found_a.append(level.flat(base, rows[:, None], columns).ravel())
                found_b.append(same.flat(partner, rows_b[:, None], columns_b).ravel())
    if not found_a:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    mine, other = np.concatenate(found_a), np.concatenate(found_b)
    order = np.argsort(mine)
    return mine[order], other[order]


def _common_cells(
    level: Level, base: int, other: Level, partner: int, apart: tuple[Frame, Frame] | None
) -> tuple[tuple[Indices, Indices], tuple[Indices, Indices]]:
    """Return rows (h,) and columns (w,) of the cells where two base anchors stand at one place, in either level."""
    if apart is None:
        height, width = (np.arange(min(sides)) for sides in zip(level.shape, other.shape, strict=True))
        return (height, width), (height, width)
    far = PLACE / min(apart[0].scale + apart[1].scale)  # original px
    places = zip(_edges(apart[0], level, base), _edges(apart[1], other, partner), strict=True)
    (rows, rows_b), (columns, columns_b) = (_nearest(one, two, far) for one, two in places)
    return (rows, columns), (rows_b, columns_b)


def _nearest(one: Array, other: Array, far: float) -> tuple[Indices, Indices]:
    """Return the rows of edges (n, 2) and (m, 2) that are each other's nearest, and no more than ``far`` away."""
    away = np.abs(one[:, None] - other).max(2)
    nearest = away.argmin(1)
    mine = np.arange(len(one))
    mutual = (away.argmin(0)[nearest] == mine) & (away[mine, nearest] <= far)
    return mine[mutual], nearest[mutual]


def _edges(frame: Frame, level: Level, base: int) -> tuple[Array, Array]:
    """Return the edges (H, 2) down and (W, 2) across of a base anchor in all cells, original px, not clipped."""
    x0, x1, y0, y1 = level.x0[base], level.x1[base], level.y0[base], level.y1[base]
    back = replace(frame, clip_back=False).to_original
    down = back(np.stack([np.zeros_like(y0), y0, np.zeros_like(y0), y1], 1))
    across = back(np.stack([x0, np.zeros_like(x0), x1, np.zeros_like(x0)], 1))
    return down[:, 1::2], across[:, ::2]


def _alike(level: Level, other: Level) -> bool:
    """Return whether two levels are the same feature map: nominal strides within a tenth (57 stands for 64)."""
    return all(abs(x - y) <= 0.15 * max(x, y) for x, y in zip(level.stride, other.stride, strict=True))


def _base_partner(level: Level, base: int, other: Level, taken: set[int]) -> int | None:
    size, ratio = level.sizes[base], level.ratios[base]
    for number in range(len(other.base)):
        near = abs(other.sizes[number] / size - 1) <= SAME and abs(other.ratios[number] / ratio - 1) <= SAME
        if near and number not in taken:
            return number
    return None
