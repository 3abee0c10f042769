"""Suggested anchors: other sizes and ratios for a dataset and a recipe, each counted by the full matcher."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.audit.annotation_columns import AnnotationColumns, of_images
from rpn_inspector.analysis.audit.audit import Audit, audited
from rpn_inspector.analysis.audit.execution import Execution, Here, execution_for
from rpn_inspector.analysis.audit.shape_fit import best_possible_recall, clusters_by_iou, clusters_of_logs
from rpn_inspector.analysis.audit.tables import by_class, by_size, threshold
from rpn_inspector.core.anchor_rules import AnchorRule
from rpn_inspector.core.anchor_rules.laying import ScaledLaying, SizedLaying, significant
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.prospects import NOW, Prospect, prospects_of
from rpn_inspector.core.recipe import Recipe, tables_of
from rpn_inspector.core.resize import Free, Resize
from rpn_inspector.core.spec import as_lists
from rpn_inspector.core.text import Text
from rpn_inspector.core.values import quiet
from rpn_inspector.data.datasets.dataset import Cancelled

Array = npt.NDArray[Any]
Progress = Callable[[int, int], "bool | None"]
SAMPLE = 2_000  # ground truths of the pictures searched over; the proposals are counted over all
SIZES = np.exp2(np.arange(-8, 9) / 8)  # factors tried: an octave down and up, then finer around the best
SPREADS = (0.4, 0.55, 0.7, 0.85, 1.0, 1.2)
TURNS = (0.7, 0.85, 1.0, 1.2, 1.4)
FINER = np.exp2(np.array([-3, -2, -1, 1, 2, 3]) / 32)
NAMES = ("search", "k-means by IoU", "k-means of logs", "level added", "larger input")
SUGGESTED = re.compile(rf"(-({'|'.join(NAMES).replace(' ', '-')})(-\d+)?)+$")  # of the names `_named` gives
SUGGESTED_TITLE = re.compile(rf"(: anchors by ({'|'.join(NAMES)}))+$")
TIE = 0.005  # of the share that reaches: a lead of few boxes among thousands chooses nothing
CRITERION = (
    f"the largest share of boxes that reach the threshold; of those within {100 * TIE:g} points of it the fewest "
    "unmatched in percent, then the best mean IoU to three decimals, then the fewest with one or two positives"
)
LOW_IS_GOOD = ("low_quality_only", "few_positives", "unmatched")
HIGH_IS_GOOD = ("boxes_reached", "mean_best_iou", "positives_per_box", "best_possible_recall")
CANDIDATE_KINDS = ("no_candidate", "starved", "contested")
INPUT = 1.5  # the factor of the proposal with a larger input


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Proposal:
    """Another recipe for the dataset, counted over all of it.

    Args:
        name: one of `NAMES`.
        means: how the anchors were found, in a sentence.
        recipe: with other anchors, or another input.
        audit: of the whole dataset under the recipe.
        same_cost: whether the anchors of a cell, the levels and the input stay as many and as large.
    """

    name: str
    means: Text
    recipe: Recipe
    audit: Audit
    same_cost: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Suggestions:
    """The proposals for an audit, the best of equal cost first, then those that cost more.

    ``left_out`` are names of `NAMES` that were counted and make nothing better. ``elsewhere`` are audits under other
    inputs and levels, those of `prospects_of`, for a rule that ranks candidates.
    """

    now: Audit
    proposals: tuple[Proposal, ...]
    left_out: tuple[str, ...] = ()
    elsewhere: tuple[tuple[Prospect, Audit], ...] = ()

    @property
    def best(self) -> Proposal | None:
        """Return the best proposal of equal cost, None where none is better than the recipe itself."""
        same = [each for each in self.proposals if each.same_cost]
        return same[0] if same and min([self.now, same[0].audit], key=_order(self.now, same)) is not self.now else None


@dataclass(frozen=True, slots=True)
class Merit:
    """What anchors are judged by: shares of the ground truths that reach the threshold and that are unmatched.

    Args:
        reached: the share that reaches the threshold of a positive anchor.
        unmatched: the share without a positive anchor.
        mean: the mean best IoU.
        few: the number with one or two positive anchors.
    """

    reached: float
    unmatched: float
    mean: float
    few: int

    @classmethod
    def of(cls, audit: Audit) -> Merit:
        """Return those of an audit."""
        share, mean = quality(audit)
        return cls(share, int(audit.unmatched.sum()) / max(1, int(audit.used.sum())), mean, int(audit.few.sum()))

    def key(self, top: float) -> tuple[float, ...]:
        """Return what sorts, best first, by `CRITERION`; ``top`` is the largest share that reaches."""
        if self.reached < top - TIE:
            return 1, -self.reached, -self.mean, self.few
        return 0, round(self.unmatched, 2), -round(self.mean, 3), self.few, -self.reached


def _order(now: Audit, same_cost: Sequence[Proposal]) -> Callable[[Audit], tuple[float, ...]]:
    """Return the key that sorts audits, best first, by `CRITERION`."""
    top = max(quality(each)[0] for each in (now, *(each.audit for each in same_cost)))
    return lambda audit: Merit.of(audit).key(top)


def quality(audit: Audit) -> tuple[float, float]:
    """Return the share of ground truths that reach the threshold of a positive anchor, and the mean best IoU."""
    best = audit.best_iou[audit.used & np.isfinite(audit.best_iou)]
    least = threshold(audit)
    if not len(best) or least is None:
        return 0.0, 0.0
    return float((best >= least).mean()), float(best.mean())


def row_of(audit: Audit) -> dict[str, float]:
    """Return the numbers by which anchors are compared; NaN where unknown.

    ``boxes_reached`` is a share, ``anchors`` the mean of a picture, ``best_possible_recall`` and
    ``anchors_over_threshold`` as YOLOv5 prints them. Where outputs decide about positives, ``unmatched`` are the ground
    truths without a candidate.
    """
    used, least = int(audit.used.sum()), threshold(audit)
    best = audit.best_iou[audit.used & np.isfinite(audit.best_iou)]
    low = audit.found.get("low_quality_only", np.zeros_like(audit.used))
    std = audit.targets.std[list(audit.recipe.coder.order)]  # in x y w h
    recall, over = yolo_numbers(audit)
    counted = audit.anchors[audit.anchors > 0]
    return {
        "boxes_reached": float((best >= least).mean()) if len(best) and least is not None else math.nan,
        "low_quality_only": int((audit.used & low).sum()) if audit.knows_low_quality else math.nan,
        "few_positives": int(audit.few.sum()) if audit.decided else math.nan,
        "unmatched": int(audit.unmatched.sum()),
        "mean_best_iou": float(best.mean()) if len(best) else math.nan,
        "positives_per_box": float(audit.gt_positives.sum() / used) if used and audit.decided else math.nan,
        "std_w": float(std[2]),
        "std_h": float(std[3]),
        "anchors": float(counted.mean()) if len(counted) else 0.0,
        "best_possible_recall": recall,
        "anchors_over_threshold": over,
    }


def worse_groups(now: Audit, other: Audit) -> list[tuple[str, str, float, float]]:
    """Return the groups in which fewer ground truths reach the threshold: what, name, share now, share under ``other``.

    By class and by COCO's size, the largest loss first.
    """
    found = []
    for table in (by_class, by_size):
        mine, theirs = table(now), table(other)
        for name, before, after in zip(mine.name, mine.recall.tolist(), theirs.recall.tolist(), strict=True):
            if after < before:
                found.append((mine.by, name, before, after))
    return sorted(found, key=lambda each: each[3] - each[2])


def worse_numbers(now: Mapping[str, float], then: Mapping[str, float]) -> list[str]:
    """Return the keys of the numbers of `row_of` that are worse ``then``, as written; an unknown one is not."""
    change = {key: round(then[key], _digits(key)) - round(now[key], _digits(key)) for key in now}
    return [key for key in now if (key in LOW_IS_GOOD and change[key] > 0) or (key in HIGH_IS_GOOD and change[key] < 0)]


def _digits(key: str) -> int:
    """Return the decimals by which a number of `row_of` is told: what differs in none of them is no difference."""
    return 3 if key in ("boxes_reached", "best_possible_recall") else 4


def is_better(now: Mapping[str, float], then: Mapping[str, float]) -> bool:
    """Return whether any number of `row_of` is better ``then``."""
    return bool(worse_numbers(then, now))


def suggestions_document(suggestions: Suggestions) -> dict[str, Any]:
    """Return suggestions as values JSON knows; the recipes as differences to the one in use."""
    best, now = suggestions.best, row_of(suggestions.now)
    rows = [row_of(each.audit) for each in suggestions.proposals]
    return {
        "now": _plain(now),
        "best": None if best is None else best.name,
        "criterion": CRITERION,
        "left_out": list(suggestions.left_out),
        "elsewhere": elsewhere_rows(suggestions),
        "points": suggestions.now.recipe.anchors.of_points,
        "proposals": [
            {
                "name": each.name,
                "means": str(each.means),
                "same_cost": each.same_cost,
                "recipe": each.recipe.name,
                "changes": _changes(suggestions.now.recipe, each.recipe),
                "numbers": _plain(then),
                "worse_numbers": [
                    {"name": key, "now": now[key], "then": then[key]} for key in worse_numbers(now, then)
                ],
                "worse": [
                    {"by": by, "name": name, "now": before, "then": after}
                    for by, name, before, after in worse_groups(suggestions.now, each.audit)
                ],
            }
            for each, then in zip(suggestions.proposals, rows, strict=True)
        ],
    }


def elsewhere_rows(suggestions: Suggestions) -> list[dict[str, Any]]:
    """Return how many ground truths lack candidates under the recipe and under each other input; none without."""
    now = suggestions.now
    if not suggestions.elsewhere:
        return []
    found = [(str(NOW), now), *((str(one.name), made) for one, made in suggestions.elsewhere)]
    return [
        {
            "name": name,
            "changes": _changes(now.recipe, made.recipe),
            "of": int(made.used.sum()),
            **{kind: int((made.used & made.found[kind]).sum()) for kind in CANDIDATE_KINDS if kind in made.found},
        }
        for name, made in found
    ]


def _plain(row: dict[str, float]) -> dict[str, float | None]:
    return {name: value if math.isfinite(value) else None for name, value in row.items()}


def _changes(now: Recipe, other: Recipe) -> dict[str, Any]:
    """Return the differing conventions by place, as JSON's lists and numbers."""
    mine, theirs = now.flat(), other.flat()
    return {place: as_lists(value) for place, value in theirs.items() if mine.get(place) != value}


@quiet
def yolo_numbers(audit: Audit) -> tuple[float, float]:
    """Return YOLOv5's best possible recall and anchors over its threshold, of the boxes in the assignment.

    The anchors are those of the input of the first picture counted; NaN without any, and for points.
    """
    known = np.flatnonzero(audit.anchors > 0)
    if not known.size or audit.recipe.anchors.of_points:
        return math.nan, math.nan
    recipe, (height, width) = audit.recipe, audit.annotations.size[known[0]].tolist()
    grid = recipe.grid(recipe.resize.of((height, width)).padded_size)
    base = np.concatenate([level.base for level in grid.levels]).astype(np.float64)
    base = base[(base[:, 2:] > base[:, :2]).all(1)]  # corners rounded to nothing
    return best_possible_recall(_sides_of(audit), base[:, 2:] - base[:, :2])


@quiet
def _sides_of(audit: Audit) -> Array:
    """Return width and height (n, 2) of the boxes in the assignment that have both, network px, float64."""
    gt = audit.gt[audit.used].astype(np.float64)
    sides = gt[:, 2:] - gt[:, :2]
    return np.asarray(sides[(sides > 0).all(1)])


def suggest_anchors(
    audit: Audit,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    execution: Callable[[], Execution] | None = None,
) -> Suggestions:
    """Return other anchors for the audited dataset, each counted over all of it.

    Under the same number of anchors a cell: a search over sizes and ratios by `CRITERION`, and k-means of the boxes'
    sides. As separate proposals, a finer level more, and a larger input; what makes nothing better is no proposal. A
    search looks at pictures with at most `SAMPLE` ground truths, evenly taken; each step is counted by the full
    matcher.

    Args:
        audit: of the dataset under the recipe in use.
        workers: the number of processes, as of `audit`.
        progress: called with the steps done and the total; True stops, and `Cancelled` is raised.
        execution: where to count, made anew for each proposal, in place of ``workers``.

    Raises:
        Cancelled: where ``progress`` returned True.
    """
    step = _Steps(progress)
    candidates = list(_candidates(audit, step))
    made, left_out, now = [], [], row_of(audit)
    for name, means, recipe, same_cost in candidates:
        step.one()
        if not _can_be_read(recipe):
            continue
        where = execution() if execution is not None else execution_for(len(audit.annotations.box), workers)
        try:
            found = audited(audit.annotations, recipe, where)
        except BadRecipe:
            continue  # anchors beyond the limits are no proposal
        if not same_cost and not is_better(now, row_of(found)):
            left_out.append(name)
            continue
        made.append(Proposal(name=name, means=means, recipe=recipe, audit=found, same_cost=same_cost))
    key = _order(audit, [each for each in made if each.same_cost])
    made.sort(key=lambda each: (not each.same_cost, key(each.audit)))
    elsewhere = []
    for prospect in prospects_of(audit.recipe)[1:]:
        step.one()
        where = execution() if execution is not None else execution_for(len(audit.annotations.box), workers)
        elsewhere.append((prospect, audited(audit.annotations, prospect.recipe, where)))
    return Suggestions(now=audit, proposals=tuple(made), left_out=tuple(left_out), elsewhere=tuple(elsewhere))


def _can_be_read(recipe: Recipe) -> bool:
    """Return whether the recipe could be read from a file: clusters of extreme boxes are beyond the bounds."""
    try:
        recipe.with_tables(tables_of(recipe.flat()))
    except BadRecipe:
        return False
    return True


class _Steps:
    """The progress over the steps of a search, of which there are about ``TOTAL``."""

    TOTAL = len(SIZES) + 2 * (len(SPREADS) + len(TURNS)) + len(FINER) + 6

    def __init__(self, progress: Progress | None) -> None:
        self._progress, self._done = progress, 0

    def one(self) -> None:
        """Tell of one more step. Raises `Cancelled` where the user stops."""
        self._done += 1
        if self._progress is not None and self._progress(min(self._done, self.TOTAL), self.TOTAL):
            raise Cancelled("stopped while better anchors were looked for")


def _candidates(audit: Audit, step: _Steps) -> Iterator[tuple[str, Text, Recipe, bool]]:
    recipe = audit.recipe
    if not audit.used.any() or threshold(audit) is None:
        return
    searched = _searched(audit, step)
    if searched != recipe:
        yield "search", Text("sizes and ratios, step by step, those best by the criterion"), searched, True
    sides = _sides_of(audit)
    sides = sides[np.isfinite(sides).all(1)]
    if len(sides):
        for name, means, rule in _clustered(recipe, sides):
            yield name, means, _named(recipe, name, anchors=rule), True
    for name, means, changed in _costly(recipe):
        yield name, means, changed, False


def _searched(audit: Audit, step: _Steps) -> Recipe:
    """Return the recipe with the sizes and ratios that are best by `CRITERION` of a sample, one number after another.

    What a step gives up of the share that reaches is never more than `TIE` of the largest seen.
    """
    sample, recipe = sampled(audit.annotations, audit.used), audit.recipe
    known: dict[tuple[float, float, float], Merit] = {}

    def look(move: tuple[float, float, float]) -> None:
        if move not in known:
            step.one()
            try:
                changed = dataclasses.replace(recipe, anchors=recipe.anchors.reshaped(*move))
                if not _can_be_read(changed):
                    raise BadRecipe(f"{recipe.name}: beyond the bounds of a recipe")
                known[move] = Merit.of(audited(sample, changed, Here()))
            except BadRecipe:
                known[move] = Merit(-1.0, 1.0, -1.0, len(sample.box))

    def best_of(first: tuple[float, float, float], others: Iterable[tuple[float, float, float]]) -> tuple[Any, ...]:
        moves = [first, *others]
        for move in moves:
            look(move)
        top = max(merit.reached for merit in known.values())
        return min(moves, key=lambda move: known[move].key(top))

    size, spread, turn = best_of((1.0, 1.0, 1.0), ((float(size), 1.0, 1.0) for size in SIZES))
    for _ in range(2):
        size, spread, turn = best_of((size, spread, turn), [(size, each, turn) for each in SPREADS])
        size, spread, turn = best_of((size, spread, turn), [(size, spread, each) for each in TURNS])
        size, spread, turn = best_of((size, spread, turn), [(size * float(each), spread, turn) for each in FINER])
    if best_of((1.0, 1.0, 1.0), [(size, spread, turn)]) == (1.0, 1.0, 1.0):
        return recipe
    return _named(recipe, "search", anchors=recipe.anchors.reshaped(size, spread, turn))


def sampled(annotations: AnnotationColumns, used: npt.NDArray[np.bool_], most: int = SAMPLE) -> AnnotationColumns:
    """Return the annotations of pictures evenly taken, with about ``most`` of the ground truths ``used`` (m,)."""
    count = np.bincount(annotations.image[used], minlength=len(annotations.names))
    with_any = np.flatnonzero(count)
    share = max(1, math.ceil(int(count.sum()) / most))
    chosen = with_any[:: min(share, max(1, len(with_any)))]
    return of_images(annotations, chosen)


def _clustered(recipe: Recipe, sides: Array) -> Iterator[tuple[str, Text, Any]]:
    """Yield name, words and anchor rule of each k-means, as far as the rule can take the clusters."""
    rule = recipe.anchors
    finest_first = np.argsort(rule.strides, kind="stable").tolist()
    shapes = getattr(rule, "shapes", None)
    if shapes is not None and len(shapes) == len(rule.strides):
        per_level = [len(shapes[level]) for level in finest_first]
        for name, centres in (
            ("k-means by IoU", clusters_by_iou(sides, sum(per_level))),
            ("k-means of logs", np.exp(_log_pairs(sides, sum(per_level)))),
        ):
            pairs = [(significant(width), significant(height)) for width, height in centres.tolist()]
            levels = _by_level(pairs, per_level, finest_first)
            made = rule.of_shapes(levels) if _differ(*levels) else None
            if made is not None:
                words = Text.of("{n} clusters of width and height, the smallest at the finest level", n=len(pairs))
                yield name, words, made
        return
    sizes, ratios = getattr(rule, "sizes", None), getattr(rule, "ratios", None)
    if sizes is None or ratios is None or len(ratios) != 1:
        return
    per_level = [len(sizes[level]) for level in finest_first]
    tall = tuple(significant(ratio) for ratio in clusters_of_logs(sides[:, 1] / sides[:, 0], len(ratios[0])).tolist())
    by_iou = np.sqrt(clusters_by_iou(sides, sum(per_level)).prod(1))
    by_log = clusters_of_logs(np.sqrt(sides.prod(1)), sum(per_level))
    for name, found in (("k-means by IoU", by_iou), ("k-means of logs", by_log)):
        px = [significant(size) for size in np.sort(found).tolist()]
        levels = _by_level(px, per_level, finest_first)
        made = rule.of_sizes(levels, tall) if _differ(tall, *levels) else None
        if made is not None:
            words = Text.of(
                "{sizes} sizes and {ratios} ratios, the smallest size at the finest level",
                sizes=len(px),
                ratios=len(tall),
            )
            yield name, words, made


def _differ(*cells: tuple[Any, ...]) -> bool:
    """Return whether no cell has a value twice: fewer kinds of boxes than clusters would give the same anchor again."""
    return all(len({*cell}) == len(cell) for cell in cells)


def _log_pairs(sides: Array, count: int) -> Array:
    """Return ``count`` centres (k, 2) of log width and log height by k-means, ascending by area."""
    centres = np.log(clusters_by_iou(sides, count))
    logs = np.log(sides)
    for _ in range(50):
        near = ((logs[:, None] - centres[None]) ** 2).sum(2).argmin(1)
        new = np.array([logs[near == at].mean(0) if (near == at).any() else centres[at] for at in range(count)])
        if np.array_equal(new, centres):
            break
        centres = new
    return np.asarray(centres[np.argsort(centres.sum(1), kind="stable")])


def _by_level(values: list[Any], per_level: list[int], finest_first: list[int]) -> Any:
    """Return ``values``, ascending, as one tuple for each level, the smallest at the finest."""
    made: list[tuple[Any, ...]] = [()] * len(per_level)
    start = 0
    for count, level in zip(per_level, finest_first, strict=True):
        made[level] = tuple(values[start : start + count])
        start += count
    return tuple(made)


def _costly(recipe: Recipe) -> Iterator[tuple[str, Text, Recipe]]:
    """Yield the proposals that cost more than ``recipe``: a finer level, and a larger input."""
    finer = _with_finer_level(recipe.anchors)
    if finer is not None:
        words = Text.of("one level more, of stride {stride} px and half the smallest size", stride=min(finer.strides))
        yield "level added", words, _named(recipe, "level added", anchors=finer)
    frame = recipe.resize
    if isinstance(frame, Free):
        larger: Resize = dataclasses.replace(frame, short=round(frame.short * INPUT), long=round(frame.long * INPUT))
        words = Text.of("{factor} times the input's sides", factor=f"{INPUT:g}")
        yield "larger input", words, _named(recipe, "larger input", resize=larger)


def _with_finer_level(rule: AnchorRule) -> AnchorRule | None:
    """Return the rule with one level more, of half the finest stride and size; None where the rule cannot have one."""
    finest = int(np.argmin(rule.strides))
    stride = rule.strides[finest]
    if not isinstance(rule, SizedLaying | ScaledLaying) or len(rule.ratios) != 1 or rule.strides_x or stride % 2:
        return None
    names, strides = (f"{rule.names[finest]}/2", *rule.names), (stride // 2, *rule.strides)
    made: Any = None
    if isinstance(rule, SizedLaying):
        half = tuple(significant(size / 2) for size in rule.sizes[finest])
        made = dataclasses.replace(rule, names=names, strides=strides, sizes=(half, *rule.sizes))
    elif not getattr(rule, "centres", ()):  # a centre a level, for which there is no law
        base = (rule.base_sizes[finest] / 2, *rule.base_sizes)
        sizes = (rule.sizes[finest], *rule.sizes)
        made = dataclasses.replace(rule, names=names, strides=strides, base_sizes=base, sizes=sizes)
    found: AnchorRule | None = made
    return found


def _named(recipe: Recipe, name: str, **stages: Any) -> Recipe:
    """Return the recipe with other stages, under a name of its own; those of suggested recipes do not pile up."""
    first, title = SUGGESTED.sub("", recipe.name), SUGGESTED_TITLE.sub("", recipe.title) or recipe.name
    own, title = f"{first}-{name.replace(' ', '-')}", f"{title}: anchors by {name}"
    again = re.fullmatch(rf"{re.escape(own)}(?:-(\d+))?", recipe.name)
    if again is not None:
        own = f"{own}-{int(again[1] or 1) + 1}"
    return dataclasses.replace(recipe, name=own, title=title, summary="", source="", version="", **stages)
