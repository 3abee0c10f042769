"""Format 1 of recipes, the flat tables of release 0.1.0: converted to today's rules, and back where possible.

A text without a ``format`` key is read with the names, types and defaults of release 0.1.0; a field the chosen rule
never read is left over. The former hash covers all fields, idle fields too, so left-over values are kept beside the
recipe.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from rpn_inspector.core.spec import RecipeProblem, Rules, as_lists, hints_of

if TYPE_CHECKING:
    from rpn_inspector.core.recipe_v1_fields import Anchors1, Matcher1, Resize1, Sampler1

Tables = dict[str, dict[str, Any]]
LeftOver = tuple[tuple[str, Any], ...]
OUTSIDE = {"use": "use", "ignore": "before", "ignore_after": "after"}
READ = {  # what each anchor rule reads beside the levels
    "rounded_corners": ("sizes", "ratios", "order"),
    "rounded_sides": ("base_sizes", "sizes", "ratios", "order"),
    "double": ("sizes", "ratios", "order", "offset"),
    "float32": ("base_sizes", "sizes", "ratios", "order", "offset", "centres"),
    "rounded_legacy": ("base_sizes", "sizes", "ratios", "order", "offset", "centres"),
    "relative": ("sizes", "ratios", "offset", "clip"),
    "octaves": ("base_sizes", "sizes", "shapes", "offset"),
    "explicit": ("shapes", "offset", "centres"),
}
LEVELS = ("names", "strides", "strides_x", "stride_rule", "feature_rounding")
FREE = ("smaller_scale", "short_then_long", "rounded_long")
# values of the shipped recipes in format 1 that no rule read: the former hashes covered the values too
_CLAIM = ("matcher.low_quality_owner", "claim")
_DARKNET: LeftOver = (("resize.short", 416), ("resize.long", 416), ("resize.rounding", "half_up"), _CLAIM)
SHIPPED: dict[str, LeftOver] = {
    **{f"efficientdet-d{size}": (("anchors.order", "size_ratio"),) for size in range(8)},
    **{f"yolov3-{size}": (_CLAIM,) for size in (320, 416, 608)},
    **{f"yolov3-{size}-darknet": _DARKNET for size in (416, 608)},
}


# what format 1 called otherwise, or had in another table
MOVED = {
    "resize.box_scale": "resize.boxes.scale",
    "resize.scale_dtype": "resize.boxes.scale_dtype",
    "resize.box_dtype": "resize.boxes.dtype",
    "resize.clip_boxes": "resize.boxes.clip",
    "resize.clip_back": "resize.back.clip",
    "resize.drop_empty": "ground_truth.drop_empty",
    "anchors.base": "anchors.rule",
    "matcher.crowd": "ground_truth.crowd",
    "matcher.difficult": "ground_truth.difficult",
    "matcher.no_truth": "ground_truth.no_truth",
    "matcher.low_quality_ties": "matcher.low_quality.rule",
    "matcher.low_quality_from": "matcher.low_quality.least",
    "matcher.low_quality_owner": "matcher.low_quality.owner",
    "matcher.border": "matcher.outside.border",
    "matcher.padding": "matcher.outside.padding",
    "matcher.ignore_overlap": "matcher.regions.overlap",
    "matcher.ignore_of": "matcher.regions.of",
}


def moved(problem: RecipeProblem) -> RecipeProblem:
    """Return the problem of a text of format 2, with the new place of a name of format 1."""
    place = MOVED.get(problem.place)
    return problem if place is None else RecipeProblem(problem.place, f"is format 1's name, wanted {place}")


def moved_back(problem: RecipeProblem) -> RecipeProblem:
    """Return the problem of a text of format 1, found in format 2, at the place where the text has it."""
    place = next((old for old, new in MOVED.items() if new == problem.place), problem.place)
    return RecipeProblem(place, problem.text)


def of_format_2(tables: Mapping[str, object], stages: Mapping[str, Rules[Any]]) -> list[str]:
    """Return the tables and fields of a text that ``stages`` of format 2 know and format 1 does not."""
    found = [f"[{stage}]" for stage in tables if stage in stages and stage not in fields_1()]
    for stage, rules in fields_1().items():
        table = tables.get(stage)
        known, newer = hints_of(rules.rules[""]), _fields_of(stages[stage])
        for name, value in table.items() if isinstance(table, Mapping) else ():
            if newer.get(name) and isinstance(value, Mapping):
                found.append(f"[{stage}.{name}]")
            elif name in newer and name not in known:
                found.append(f"{stage}.{name}")
    return found


def _fields_of(rules: Rules[Any]) -> dict[str, bool]:
    """Return the fields of all rules of a stage by name, True for tables."""
    found = {f.name: "rules" in f.metadata for kind in rules.rules.values() for f in fields(kind)}
    return found | ({"rule": False} if rules.tagged else {})


def fields_1() -> dict[str, Rules[Any]]:
    """Return the stages of format 1, imported for texts of format 1 only: a tenth of the core's start."""
    from rpn_inspector.core.recipe_v1_fields import FIELDS_1

    return FIELDS_1


def build_1(tables: Mapping[str, object], problems: list[RecipeProblem]) -> dict[str, Any]:
    """Return the stages of format 1 described by ``tables``; everything wrong is added to ``problems``."""
    return {stage: rules.build(stage, tables.get(stage, {}), problems) for stage, rules in fields_1().items()}


def tables_2(old: Mapping[str, Any]) -> Tables:
    """Return the tables of format 2 with the meaning of the stages ``old`` of format 1."""
    resize, matcher = old["resize"], old["matcher"]
    return {
        "ground_truth": {
            # format 1 had the roles of ground truths in the tables of the matcher and of the resizing
            "crowd": matcher.crowd,
            "difficult": matcher.difficult,
            "drop_empty": resize.drop_empty,
            "no_truth": matcher.no_truth,
        },
        "resize": _resize(resize),
        "anchors": _anchors(old["anchors"]),
        "matcher": _matcher(matcher),
        "sampler": _sampler(old["sampler"]),
        **{stage: as_table(old[stage]) for stage in ("coder", "loss", "proposals")},
    }


def _resize(old: Resize1) -> dict[str, Any]:
    own = ["short", "long", "rounding", "pad_multiple"] if old.rule in FREE else ["size"]
    own += ["rounding"] if old.rule == "fit" else []
    own += [] if old.rule == "stretch" else ["position"]
    return {
        **_taken(old, ("rule", *own)),
        "boxes": {
            "scale": old.box_scale,
            "scale_dtype": old.scale_dtype,
            "dtype": old.box_dtype,
            "clip": old.clip_boxes,
        },
        "back": {"clip": old.clip_back},
    }


def _anchors(old: Anchors1) -> dict[str, Any]:
    found = {"rule": old.base, **_taken(old, (*LEVELS, *READ[old.base]))}
    if old.base in ("rounded_corners", "double") and old.base_sizes:  # in format 1 sizes were multiples of base_sizes
        pairs = zip(old.sizes, old.base_sizes, strict=True)
        found["sizes"] = [[size * base for size in sizes] for sizes, base in pairs]
    return found


def _matcher(old: Matcher1) -> dict[str, Any]:
    cells = old.rule == "cell"
    found = _taken(old, ("positive", "negative", "negative_from", "inclusive"))
    low_quality: dict[str, Any] = {"rule": "off"}
    if old.low_quality:
        low_quality = {"rule": old.low_quality_ties, "least": old.low_quality_from}
        # the rule by cells always assigns to the claiming ground truth
        low_quality |= {} if cells else {"owner": old.low_quality_owner}
    outside: dict[str, Any] = {"rule": OUTSIDE[old.outside], "padding": old.padding}
    outside |= {} if old.outside == "use" else {"border": old.border}
    found |= {} if cells else {"clobber_positives": old.clobber_positives}
    return found | {
        "rule": "cells" if cells else "overlap",
        "low_quality": low_quality,
        "outside": outside,
        "regions": {"overlap": old.ignore_overlap, "of": old.ignore_of},
    }


def _sampler(old: Sampler1) -> dict[str, Any]:
    own = {"random": ("positive_fraction",), "all": (), "hard_negatives": ("negatives_per_positive",)}[old.rule]
    return _taken(old, ("rule", "batch", *own))


def _taken(old: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: as_lists(getattr(old, name)) for name in names}


def as_table(old: Any) -> dict[str, Any]:
    """Return a stage of format 1 as its complete table."""
    return _taken(old, tuple(f.name for f in fields(old)))


def tables_1(stages: Mapping[str, Any], left_over: LeftOver = ()) -> Tables | None:
    """Return the complete tables of format 1 with the meaning of ``stages``, or None without an equivalent.

    ``left_over`` is put back where the meaning stays.
    """
    plain = _plain_1(stages)
    if plain is None or _newer(stages):
        return None
    whole = {stage: dict(table) for stage, table in plain.items()}
    for place, value in left_over:
        stage, _, name = place.partition(".")
        whole[stage][name] = as_lists(value)
    built: list[RecipeProblem] = []
    # an idle field of then may be live under a rule chosen since: put back only where the result means the same
    same = tables_2(build_1(whole, built)) == tables_2(build_1(plain, built)) if left_over else True
    return whole if same and not built else plain


def _plain_1(stages: Mapping[str, Any]) -> Tables | None:
    resize, matcher, anchors, ground_truth = (stages[name] for name in ("resize", "matcher", "anchors", "ground_truth"))
    if matcher.rule not in ("overlap", "cells") or anchors.rule not in READ or anchors.cells:
        return None
    low_quality, outside = matcher.low_quality, matcher.outside
    if outside.rule not in OUTSIDE.values():
        return None
    found: Tables = {
        "resize": {
            **_own(resize, ("rule", "position", "short", "long", "rounding", "pad_multiple", "size")),
            "box_scale": resize.boxes.scale,
            "scale_dtype": resize.boxes.scale_dtype,
            "box_dtype": resize.boxes.dtype,
            "clip_boxes": resize.boxes.clip,
            "clip_back": resize.back.clip,
            "drop_empty": ground_truth.drop_empty,
        },
        "anchors": {"base": anchors.rule, **_own(anchors, (*LEVELS, *READ[anchors.rule]))},
        "matcher": {
            **_own(matcher, ("positive", "negative", "negative_from", "inclusive", "clobber_positives")),
            **_own(ground_truth, ("crowd", "difficult", "no_truth")),
            "rule": {"overlap": "overlap", "cells": "cell"}[matcher.rule],
            "low_quality": low_quality.on,
            "outside": {new: old for old, new in OUTSIDE.items()}[outside.rule],
            "padding": outside.padding,
            "ignore_overlap": matcher.regions.overlap,
            "ignore_of": matcher.regions.of,
        },
        **{stage: _own(stages[stage], _names(stage)) for stage in ("sampler", "coder", "loss", "proposals")},
    }
    if anchors.rule == "explicit":
        found["anchors"]["sizes"] = []
    if low_quality.on:
        found["matcher"] |= {"low_quality_ties": low_quality.rule, "low_quality_from": low_quality.least}
        if hasattr(low_quality, "owner"):
            found["matcher"]["low_quality_owner"] = low_quality.owner
    if outside.rule != "use":
        found["matcher"]["border"] = outside.border
    return {stage: as_table(fields_1()[stage].make()) | table for stage, table in found.items()}


def _newer(stages: Mapping[str, Any]) -> bool:
    """Return whether a rule, a word or a field off the default is unknown to format 1."""
    for stage, spec in stages.items():
        known = {*(_names(stage) if stage in fields_1() else ()), *(new.split(".")[1] for new in MOVED.values())}
        plain = type(spec)()
        if any(getattr(spec, f.name) != getattr(plain, f.name) for f in fields(spec) if f.name not in known):
            return True
    problems: list[RecipeProblem] = []
    build_1({stage: _own(stages[stage], _names(stage)) for stage in ("coder", "loss", "proposals")}, problems)
    rules = {"sampler": ("random", "all", "hard_negatives"), "coder": ("shift", "cell")}
    return bool(problems) or any(stages[stage].rule not in named for stage, named in rules.items())


def _names(stage: str) -> tuple[str, ...]:
    return tuple(f.name for f in fields(fields_1()[stage].make()))


def _own(spec: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of ``names`` in ``spec``, where present."""
    return {name: as_lists(getattr(spec, name)) for name in names if hasattr(spec, name)}


def left_over(old: Mapping[str, Any], stages: Mapping[str, Any]) -> LeftOver:
    """Return by place the values of ``old``, stages of format 1, that ``stages``, made from ``old``, lost."""
    again = _plain_1(stages)
    assert again is not None, "what format 1 said, it can say again"
    return tuple(
        (f"{stage}.{f.name}", getattr(spec, f.name))
        for stage, spec in old.items()
        for f in fields(spec)
        if as_lists(getattr(spec, f.name)) != again[stage][f.name]
    )


def former_hash(stages: Mapping[str, Any], dtype: str, left: LeftOver) -> str:
    """Return the recipe's hash in release 0.1.0, 16 hex digits over all fields; "" without an equivalent."""
    tables = tables_1(stages, left)
    if tables is None:
        return ""
    problems: list[RecipeProblem] = []
    meaning = {stage: asdict(spec) for stage, spec in build_1(tables, problems).items()} | {"dtype": dtype}
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()[:16]


def unread(left: LeftOver) -> LeftOver:
    """Return the left-over values written in a text: neither defaults, nor sizes multiplied out."""
    plain = {stage: rules.make() for stage, rules in fields_1().items()}
    multiplied = {"anchors.sizes", "anchors.base_sizes"} <= {place for place, _ in left}
    return tuple(
        (place, value)
        for place, value in left
        if value != getattr(plain[place.partition(".")[0]], place.partition(".")[2])
        and not (multiplied and place in ("anchors.sizes", "anchors.base_sizes"))
    )
