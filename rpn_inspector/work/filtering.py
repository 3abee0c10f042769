"""The filter line: one line of text that says which anchors are meant, as ``level == P3 and iou > 0.4``.

The text is parsed by Python's own parser and walked over a short list of allowed nodes; nothing of it is ever run.
"""

from __future__ import annotations

import ast
import difflib
import functools
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.losses import box_loss
from rpn_inspector.core.matcher import Cause
from rpn_inspector.core.proposals import Fate

Array = npt.NDArray[Any]
MOST_LETTERS = 1000
LABELS = {"positive": 1, "negative": 0, "ignored": -1}
CAUSES = {
    "background": Cause.BACKGROUND,
    "between": Cause.BETWEEN_THRESHOLDS,
    "overlap": Cause.OVERLAP,
    "best": Cause.BEST_FOR_GT,
    "outside": Cause.OUTSIDE_IMAGE,
    "crowd": Cause.CROWD,
    "other_cell": Cause.OTHER_CELL,
}
FATES = {fate.name.lower(): fate for fate in Fate}
TRUTHS = {"yes": 1, "no": 0, "true": 1, "false": 0}
COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
    ast.Eq: np.equal,
    ast.NotEq: np.not_equal,
}


class BadFilter(InspectorError):
    """A filter that says nothing: ``position`` (from 0) is where in the text, ``problem`` what was found and wanted."""

    def __init__(self, position: int, problem: str) -> None:
        super().__init__(f"filter, letter {position + 1}: {problem}")
        self.position = position
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Name:
    """Something a filter can ask for: its values over all anchors (N,), the words it knows, and what it means."""

    values: Callable[[Inspection], Array]
    help: str
    words: Callable[[Inspection | None], dict[str, float]] | None = None


def _level_numbers(grid: Grid) -> list[float]:
    """Return what each level is called as a number: 3 for P3, its place where the name has none."""
    found = [re.search(r"(\d+)$", level.name) for level in grid.levels]
    numbers = [float(match.group(1)) if match else float(i) for i, match in enumerate(found)]
    return numbers if len(set(numbers)) == len(numbers) else [float(i) for i in range(len(found))]


def _per_level(grid: Grid, values: list[float]) -> Array:
    return np.repeat(np.array(values), [level.count for level in grid.levels])


def _per_base(inspection: Inspection, field: str) -> Array:
    levels = inspection.grid.levels
    return np.concatenate([np.tile(getattr(level, field), level.shape[0] * level.shape[1]) for level in levels])


def _edge(inspection: Inspection, of: Callable[[Array], Array]) -> Array:
    return of(inspection.grid.all_boxes().astype(np.float32))


def _nothing(inspection: Inspection) -> Array:
    return np.full(inspection.grid.size, np.nan, np.float32)


def _score(inspection: Inspection) -> Array:
    found = inspection.objectness()
    return _nothing(inspection) if found is None else found


def _logit(inspection: Inspection) -> Array:
    logits = inspection.logits
    return _nothing(inspection) if logits is None else logits if logits.ndim == 1 else logits.max(1)


def _coordinate(which: int, star: bool) -> Callable[[Inspection], Array]:
    def values(inspection: Inspection) -> Array:
        column = which if inspection.recipe.coder.coordinates == "xywh" else [1, 0, 3, 2][which]
        if star:
            out = _nothing(inspection)
            out[inspection.positive] = inspection.t_star[:, column]
            return out
        return _nothing(inspection) if inspection.deltas is None else inspection.deltas[:, column]

    return values


def _box_loss(inspection: Inspection) -> Array:
    out = _nothing(inspection)
    if inspection.t is not None:
        out[inspection.positive] = box_loss(inspection.t, inspection.t_star, inspection.recipe.loss).sum(1)
    return out


def _objectness_loss(inspection: Inspection) -> Array:
    out = _nothing(inspection)
    if inspection.loss is not None:
        out[inspection.loss.rows] = inspection.loss.objectness_per_anchor * inspection.loss.objectness_normaliser
    return out


def _loss(inspection: Inspection) -> Array:
    parts = np.stack([_box_loss(inspection), _objectness_loss(inspection)])
    known = np.isfinite(parts).any(0)
    return np.where(known, np.nansum(parts, 0), np.nan)


def _sampled(inspection: Inspection) -> Array:
    out = np.zeros(inspection.grid.size)
    out[inspection.sampled_positive] = out[inspection.sampled_negative] = 1
    return out


def _inside(inspection: Inspection) -> Array:
    boxes = inspection.grid.all_boxes()
    height, width = inspection.network_size
    return ((boxes[:, 0] >= 0) & (boxes[:, 1] >= 0) & (boxes[:, 2] <= width) & (boxes[:, 3] <= height)).astype(float)


def _class(inspection: Inspection) -> Array:
    assert inspection.sample.gt_class is not None
    kinds = np.append(inspection.sample.gt_class, -1).astype(float)
    return kinds[inspection.assignment.gt]


def _class_words(inspection: Inspection | None) -> dict[str, float]:
    names = () if inspection is None else inspection.sample.classes
    return {name: float(number) for number, name in enumerate(names)} | {"none": -1.0}


def _level_words(inspection: Inspection | None) -> dict[str, float]:
    if inspection is None:
        return {}
    grid = inspection.grid
    return dict(zip((level.name for level in grid.levels), _level_numbers(grid), strict=True))


def _fate(inspection: Inspection) -> Array:
    return _nothing(inspection) if inspection.proposals is None else inspection.proposals.fate


def _fixed(words: dict[str, Any]) -> Callable[[Inspection | None], dict[str, float]]:
    return lambda _: {word: float(value) for word, value in words.items()}


NONE = _fixed({"none": 0})
NAMES: dict[str, Name] = {
    "index": Name(lambda i: np.arange(i.grid.size), "flat index of the anchor"),
    "level": Name(lambda i: _per_level(i.grid, _level_numbers(i.grid)), "feature level, as P3 or 3", _level_words),
    "size": Name(lambda i: _per_base(i, "sizes"), "size asked for, network px"),
    "ratio": Name(lambda i: _per_base(i, "ratios"), "height over width"),
    "x": Name(lambda i: _edge(i, lambda b: (b[:, 0] + b[:, 2]) / 2), "centre of the anchor, network px"),
    "y": Name(lambda i: _edge(i, lambda b: (b[:, 1] + b[:, 3]) / 2), "centre of the anchor, network px"),
    "w": Name(lambda i: _edge(i, lambda b: b[:, 2] - b[:, 0]), "width of the anchor, network px"),
    "h": Name(lambda i: _edge(i, lambda b: b[:, 3] - b[:, 1]), "height of the anchor, network px"),
    "inside": Name(_inside, "the anchor lies inside the picture: yes or no", _fixed(TRUTHS)),
    "label": Name(lambda i: i.assignment.label, "positive, negative or ignored", _fixed(LABELS)),
    "cause": Name(lambda i: i.assignment.cause, "why it has its label", _fixed(CAUSES)),
    "iou": Name(lambda i: i.assignment.iou, "best overlap with any ground truth"),
    "gt": Name(lambda i: i.assignment.gt + 1, "ground truth it is trained towards, from 1, or none", NONE),
    "best_gt": Name(lambda i: i.assignment.best_gt + 1, "ground truth it overlaps most, from 1, or none", NONE),
    "cls": Name(_class, "class of its ground truth, a word or in quotes", _class_words),
    "sampled": Name(_sampled, "in the mini-batch: yes or no", _fixed(TRUTHS)),
    "score": Name(_score, "probability of an object, 0 to 1"),
    "logit": Name(_logit, "objectness before the sigmoid"),
    "tx": Name(_coordinate(0, False), "predicted t of x"),
    "ty": Name(_coordinate(1, False), "predicted t of y"),
    "tw": Name(_coordinate(2, False), "predicted t of w"),
    "th": Name(_coordinate(3, False), "predicted t of h"),
    "tx_star": Name(_coordinate(0, True), "target t* of x; positives only"),
    "ty_star": Name(_coordinate(1, True), "target t* of y; positives only"),
    "tw_star": Name(_coordinate(2, True), "target t* of w; positives only"),
    "th_star": Name(_coordinate(3, True), "target t* of h; positives only"),
    "box_loss": Name(_box_loss, "box loss before the normaliser; positives only"),
    "objectness_loss": Name(_objectness_loss, "objectness loss before the normaliser; sampled only"),
    "loss": Name(_loss, "box and objectness loss together, before the normaliser"),
    "fate": Name(_fate, "what became of the decoded box", _fixed(FATES)),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A parsed filter; without text it means every anchor."""

    text: str
    tree: ast.expr | None

    @staticmethod
    def parse(text: str) -> Filter:
        """Return the filter that ``text`` says. Raises `BadFilter` with the place and what was found and wanted."""
        if not text.strip():
            return Filter("", None)
        if len(text) > MOST_LETTERS:
            raise BadFilter(MOST_LETTERS, f"found {len(text)} letters, wanted at most {MOST_LETTERS}")
        lead = len(text) - len(text.lstrip())
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # Python warns about odd literals, which are errors below
                tree = ast.parse(text.strip(), mode="eval").body
            _check(tree)
        except BadFilter as error:
            raise BadFilter(error.position + lead, error.problem) from None
        except SyntaxError as error:
            place = max((error.offset or 1) - 1, 0)
            raise BadFilter(place + lead, _syntax(text.strip(), place)) from None
        except (ValueError, RecursionError, MemoryError):
            raise BadFilter(0, "found too much nesting, wanted comparisons joined by and, or, not") from None
        return Filter(text, tree)

    def mask(self, inspection: Inspection) -> npt.NDArray[np.bool_]:
        """Return which anchors (N,) are meant. Raises `BadFilter` where a word is unknown in this picture."""
        if self.tree is None:
            return np.ones(inspection.grid.size, bool)

        @functools.cache
        def column(name: str) -> Array:
            return np.asarray(NAMES[name].values(inspection))

        return np.asarray(_evaluate(self.tree, inspection, column), bool)


def _syntax(text: str, place: int) -> str:
    rest = text[place : place + 12]
    if re.search(r"(?<![<>=!])=(?!=)", text):
        return "found =, wanted == to compare"
    if "&" in text or "|" in text:
        return "found & or |, wanted and, or"
    return f"found {rest!r}, wanted a comparison such as iou > 0.4" if rest else "found the end, wanted more"


def _check(node: ast.expr) -> None:
    """Raise `BadFilter` for anything but comparisons joined by and, or and not."""
    if isinstance(node, ast.BoolOp):
        for part in node.values:
            _check(part)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        _check(node.operand)
    elif isinstance(node, ast.Compare):
        _check_compare(node)
    elif isinstance(node, ast.Name) and node.id in NAMES and _is_yes_or_no(node.id):
        pass
    else:
        raise BadFilter(node.col_offset, f"found {_written(node)}, wanted a comparison such as iou > 0.4")


def _is_yes_or_no(name: str) -> bool:
    return name in ("inside", "sampled")


def _check_compare(node: ast.Compare) -> None:
    sides = [node.left, *node.comparators]
    named = [side for side in sides if isinstance(side, ast.Name) and side.id in NAMES]
    if not named:
        first = sides[0]
        if isinstance(first, ast.Name):
            raise BadFilter(first.col_offset, _unknown(first.id, list(NAMES)))
        raise BadFilter(first.col_offset, f"found {_written(first)}, wanted a name such as iou")
    for operator, side in zip(node.ops, node.comparators, strict=True):
        inside = isinstance(operator, ast.In | ast.NotIn)
        if not inside and type(operator) not in COMPARE:
            raise BadFilter(node.col_offset, "found is, wanted ==")
        if inside and not isinstance(side, ast.Tuple | ast.List | ast.Set):
            raise BadFilter(side.col_offset, f"found {_written(side)}, wanted several in brackets, as (P3, P4)")
        for part in side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]:
            _check_operand(part)
    _check_operand(node.left)


def _check_operand(node: ast.expr) -> None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        node = node.operand
    number = isinstance(node, ast.Constant) and isinstance(node.value, int | float | str)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr):
        raise BadFilter(node.col_offset, "found & or |, wanted and, or")
    if not (isinstance(node, ast.Name) or number):
        raise BadFilter(node.col_offset, f"found {_written(node)}, wanted a name, a number or a word")


def _written(node: ast.expr) -> str:
    text = ast.unparse(node)
    return repr(text if len(text) < 30 else text[:27] + "…")


def _unknown(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"found {word!r}, known are {', '.join(known)}{hint}"


Column = Callable[[str], Array]


def _evaluate(node: ast.expr, inspection: Inspection, column: Column) -> Array:
    if isinstance(node, ast.BoolOp):
        parts = [_evaluate(part, inspection, column) for part in node.values]
        joined = functools.reduce(np.logical_and if isinstance(node.op, ast.And) else np.logical_or, parts)
        return np.asarray(joined)
    if isinstance(node, ast.UnaryOp):
        return np.asarray(np.logical_not(_evaluate(node.operand, inspection, column)))
    if isinstance(node, ast.Name):
        return np.asarray(column(node.id) == 1)
    assert isinstance(node, ast.Compare)
    sides = [node.left, *node.comparators]
    about = next(side.id for side in sides if isinstance(side, ast.Name) and side.id in NAMES)
    found: Array | None = None
    for left, operator, right in zip(sides, node.ops, sides[1:], strict=False):
        if isinstance(operator, ast.In | ast.NotIn):
            assert isinstance(right, ast.Tuple | ast.List | ast.Set)
            value = _operand(left, about, inspection, column)
            each = [np.equal(value, _operand(part, about, inspection, column)) for part in right.elts]
            one = functools.reduce(np.logical_or, each) if each else np.zeros(inspection.grid.size, bool)
            one = np.logical_not(one) if isinstance(operator, ast.NotIn) else one
        else:
            sided = (_operand(side, about, inspection, column) for side in (left, right))
            one = COMPARE[type(operator)](*sided)
        found = one if found is None else np.logical_and(found, one)
    return np.broadcast_to(np.asarray(found), (inspection.grid.size,))


def _operand(node: ast.expr, about: str, inspection: Inspection, column: Column) -> Any:
    """Return a column's values, a number, or the number a word of the column ``about`` stands for."""
    if isinstance(node, ast.UnaryOp):
        value = _operand(node.operand, about, inspection, column)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        try:
            return float(node.value)
        except OverflowError:
            return np.inf
    word = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else ""
    assert isinstance(word, str)
    words = NAMES[about].words
    known = words(inspection) if words is not None else {}
    if word in known:
        return known[word]
    if isinstance(node, ast.Name) and word in NAMES:
        return column(word)
    raise BadFilter(node.col_offset, _unknown(word, list(known) or list(NAMES)))


def completions(text: str, cursor: int, inspection: Inspection | None = None) -> list[str]:
    """Return the words that could stand where the one before ``cursor`` stands: names, their words, and, or."""
    before = text[:cursor]
    token = re.search(r"[A-Za-z_][A-Za-z_0-9]*$|$", before)
    assert token is not None
    start, part = token.start(), token.group()
    head = before[:start]
    compared = re.search(r"([a-z_]+)\s*(?:==|!=)\s*$|([a-z_]+)\s+(?:not\s+)?in\s*[(\[][^)\]]*$", head)
    if compared:
        name = NAMES.get(compared.group(1) or compared.group(2))
        known = list(name.words(inspection)) if name is not None and name.words is not None else []
        known = [word for word in known if word.isidentifier()]
    elif re.search(r"(?:^|[(]|\b(?:and|or|not))\s*$", head):
        known = [*NAMES, "not"]
    elif re.search(r"[\w.)'\"]\s+$", head):
        known = ["and", "or"]
    else:
        known = list(NAMES)
    return [word for word in known if word.startswith(part) and word != part]
