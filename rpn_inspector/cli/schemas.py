"""The JSON Schema (2020-12) of each command's document: every key, its type, unit and meaning.

Keys are never renamed or removed, and new ones may come: readers pass over keys they do not know. No number of a
document is NaN or infinite; what is not known is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rpn_inspector import __version__

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FATES = ("kept", "suppressed", "cut_level", "cut_final", "too_small", "low_score", "no_box")
ENDS = ("found", "no_anchor", "never_reaches", "low_score", "cut_by_top_k", "suppressed")


def text(means: str = "") -> Schema:
    """Return the schema of a text."""
    return _told({"type": "string"}, means)


def word(means: str, *words: str) -> Schema:
    """Return the schema of one of ``words``."""
    return _told({"type": "string", "enum": list(words)}, means)


def truth(means: str = "") -> Schema:
    """Return the schema of true or false."""
    return _told({"type": "boolean"}, means)


def count(means: str = "") -> Schema:
    """Return the schema of a whole number, 0 or more."""
    return _told({"type": "integer", "minimum": 0}, means)


def number(means: str = "") -> Schema:
    """Return the schema of a number; null where not known."""
    return _told({"type": ["number", "null"]}, means)


def maybe(schema: Schema, means: str = "") -> Schema:
    """Return the schema of what may be null."""
    if set(schema) <= {"type", "minimum", "description"} and isinstance(schema["type"], str):
        return _told(schema | {"type": [schema["type"], "null"]}, means)
    return _told({"anyOf": [schema, {"type": "null"}]}, means)


def row(items: Schema, means: str = "", length: int | None = None) -> Schema:
    """Return the schema of an array, of ``length`` items where given."""
    size = {} if length is None else {"minItems": length, "maxItems": length}
    return _told({"type": "array", "items": items, **size}, means)


def by_name(values: Schema, means: str = "") -> Schema:
    """Return the schema of an object whose keys are names out of data."""
    return _told({"type": "object", "additionalProperties": values}, means)


def record(means: str, keys: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """Return the schema of an object with fixed ``keys``, and others that are not always there."""
    properties = {**keys, **(optional or {})}
    return _told({"type": "object", "properties": properties, "required": list(keys)}, means)


def anything(means: str) -> Schema:
    """Return the schema of any value."""
    return {"description": means}


def _told(schema: Schema, means: str) -> Schema:
    return schema | {"description": means} if means else schema


SIZE = row(count(), "[h, w] px", 2)
BOX = row(number(), "x1, y1, x2, y2", 4)
STRINGS = row(text())
NUMBERS = row(number())
SKIPPED = by_name(count(), "records of the annotations left out, by reason")
IOU = "IoU, 0 to 1"


def _inspect() -> Schema:
    candidate = {
        "landmarks": row(number(), "x and y of each of its points, in px of the picture as annotated"),
        "layers": row(count(), "under darknet's rule: the [yolo] layers that train it, from 1, as in the network file"),
        "candidates": count("of a rule that ranks candidates: the anchors that geometry allows"),
        "contested": count("of these, candidates of other ground truths too"),
        "chosen": maybe(count(), "how many the rule takes; null without outputs"),
        "cut": number("the metric or cost of the last one taken"),
        "ranked": row(
            by_name(anything("a number, null where not known; or a text"), "`anchor`, and the parts of what ranks it"),
            "the candidates, best first",
        ),
    }
    gt = record(
        "one ground truth",
        {
            "index": count("from 0, in the order of the file"),
            "class": text(),
            "kind": word("the annotator's mark", "normal", "crowd", "difficult", "ignored"),
            "box": BOX | {"description": "x1, y1, x2, y2 in px of the picture as annotated"},
            "positives": maybe(count(), "positive anchors; null where only outputs decide"),
            "best_iou": number(f"highest {IOU}, with any anchor; null for points"),
            "best_anchor": maybe({"type": "integer", "minimum": -1}, "flat index of that anchor, -1 none"),
            "attributes": by_name(text(), "what the file says besides"),
            "why": text("why it has as many anchors"),
        },
        candidate,
    )
    losses = {"objectness": number("objectness or class loss, as `objectness_is` says"), "box": number("box loss")}
    trainer = record(
        "the losses the trainer recorded",
        {
            "batch": STRINGS | {"description": "the pictures of the mini-batch"},
            "here": maybe(by_name(number())),
            "differs": by_name(
                number(), "of losses that disagree with those here: how far, as a share of the trainer's"
            ),
            "why": maybe(text(), "why they differ, or why there are none here; null where not known"),
        },
        losses,
    ) | {"additionalProperties": number("a further loss by name")}
    return record(
        "One picture under one recipe.",
        {
            "image": text("the picture's name"),
            "recipe": text("the recipe's name"),
            "size": SIZE | {"description": "[h, w] px of the picture"},
            "network_size": SIZE | {"description": "[h, w] px of the resized picture"},
            "padded_size": SIZE | {"description": "[h, w] px of the network's input"},
            "anchors": count("all anchors"),
            "positive": count("anchors labelled 1"),
            "negative": count("anchors labelled 0"),
            "ignored": count("anchors labelled -1"),
            "undecided": count("anchors labelled -2: only outputs decide"),
            "ground_truth": row(gt),
            "no_box_loss": maybe(text(), "why the box loss is 0; null where it is not"),
            "loss": maybe(
                record(
                    "as the library's trainer reports it",
                    {
                        **losses,
                        "total": number(),
                        "sampled": row(count(), "positives and negatives drawn", 2),
                        "objectness_is": word("of which scores", "objectness", "class", "objectness + class"),
                    },
                )
                | {"additionalProperties": number("a further loss by name")},
                "null without outputs",
            ),
            "proposals": maybe(count(), "boxes kept; null without outputs"),
            "fates": maybe(
                record("", {name: count() for name in FATES}), "anchors by the end of their box; null without outputs"
            ),
            "warnings": row(
                record("", {"kind": text(), "count": count(), "example": text(), "finding": text("the kind in words")})
            ),
            "trainer": maybe(trainer, "null where nothing was recorded"),
            "reproduces_not": STRINGS | {"description": "what the recipe does not reproduce of its library"},
            "second_stage": maybe({"type": "object"}, "the stages over the proposals; null without"),
            "skipped": SKIPPED,
        },
        {
            "trained": record(
                "of a picture as its trainer's network saw it",
                {
                    "file": text("the stored picture it began with, empty where not told"),
                    "joined": STRINGS | {"description": "the stored pictures joined to a mosaic"},
                },
            )
        },
    )


def _kind(optional: Mapping[str, Schema], example: Mapping[str, Schema]) -> Schema:
    return by_name(
        record(
            "",
            {
                "count": count("how many"),
                "images": count("in how many pictures"),
                "means": text("the kind in words"),
                "examples": row(record("", {"image": text(), "gt": maybe(count(), "null for a picture"), **example})),
            },
            optional,
        ),
        "what was found, by kind",
    )


def _lint_kinds() -> Schema:
    value = number("what makes it odd, e.g. a side in px")
    return _kind({}, {"box": maybe(BOX), "value": value, "words": text()})


def _lint() -> Schema:
    return record(
        "What is odd in the annotations and pictures themselves.",
        {
            "dataset": text("its path"),
            "format": text(),
            "images": count(),
            "boxes": count(),
            "pictures_read": truth("whether the headers of the pictures were read"),
            "findings": count("of all kinds together"),
            "kinds": _lint_kinds(),
            "failed": STRINGS | {"description": "each --fail-on that is met, in words"},
            "seconds": number(),
        },
    )


def _group(name: str, more: Mapping[str, Schema] | None = None) -> Schema:
    optional = maybe(count())
    keys = {
        name: text(),
        "boxes": optional,
        "matched": optional,
        "unmatched": optional,
        "low_quality_only": optional,
        "positives": maybe(count(), "positive anchors; null where only outputs decide"),
        "mean_best_iou": number(),
        "median_side": number("square root of the area, px of the network's input"),
        "recall": number("share of boxes with an anchor at `recall_at`"),
    }
    ranked = dict.fromkeys(("no_candidate", "starved", "contested"), optional)  # under rules that rank candidates
    return row(record("", keys | dict(more or {}), ranked))


def _ended(name: str) -> Schema:
    keys: dict[str, Schema] = {name: text(), "boxes": count(), "share_found": number()}
    keys |= {end: count() for end in ENDS}
    return row(record("", keys | {"with_loss": count(), "box_loss": number(), "objectness_loss": number()}))


def _audit_outputs() -> dict[str, Schema]:
    bins = row(record("", {"from": number(), "to": number(), "count": count(), "score": number(), "share": number()}))
    worst = {"image": text(), "anchor": count(), "gt": maybe(count())}
    places = ("low_score", "cut_level", "cut_final", "too_small", "suppressed", "kept")
    ends: dict[str, Schema] = {end: count() for end in ENDS} | {
        "judged": count("ground truths whose end is known"),
        "lost": count("judged, and not found"),
        "at": maybe(
            record("the lost by the fate of the box that came furthest", {name: count() for name in places}),
            "null of boxes of a file, of which no steps are known",
        ),
        "suppressed_by_another": count("suppressed by a box of another ground truth"),
    }
    return {
        "predictions": {"type": "object", "description": "the outputs: path, step, images, what could not be used"},
        "ends": record("where ground truths end", ends),
        "lost": record(
            "the ends in groups", {f"by_{by}": _ended(by) for by in ("class", "size", "side", "best_anchor", "level")}
        ),
        "hardest": row({"type": "object"}, "the ground truths of the highest loss"),
        "hardest_images": row(
            record("", {"image": text(), "objectness": number(), "box": number(), "total": number()})
        ),
        "costliest": row(record("", worst | {"loss": number(), "objectness": number(), "box": number()})),
        "calibration": record(
            "scores against what they should be, in ten parts; null where nothing was counted",
            {},
            {"anchors": maybe(bins), "boxes": maybe(bins)},
        ),
        "sentences": STRINGS | {"description": "what weighs most, in words"},
        "evaluation": maybe({"type": "object"}, "mAP and the errors of TIDE; null for the reason in `no_evaluation`"),
        "no_evaluation": maybe(text(), "null where there is an evaluation, or nothing to evaluate"),
        "against": {"type": "object", "description": "with --against: what the other recipe moves"},
        "against_predictions": {"type": "object", "description": "with --against-predictions: what it finds and loses"},
        "against_dataset": {"type": "object", "description": "with --against-dataset: both side by side"},
        "suggestions": {"type": "object", "description": "with --suggest: other anchors, each counted"},
    }


def _audit() -> Schema:
    share = {"of": count("of how many it could be"), "share": number()}
    coded = record("what the coder has", {}, {"weights": NUMBERS, "means": NUMBERS, "stds": NUMBERS})
    return record(
        "A whole dataset under one recipe.",
        {
            "dataset": text("its path"),
            "format": text(),
            "recipe": text("its name"),
            "recipe_hash": text("equal for equal conventions"),
            "images": count("pictures counted"),
            "boxes": count("ground truths with a width and a height, in pictures counted"),
            "skipped": SKIPPED,
            "opened": count("pictures whose header was read for their size"),
            "used": count("ground truths in the assignment"),
            "not_used": by_name(count(), "the others, by the annotator's mark"),
            "zero_size": count("boxes without width or height, in no other number"),
            "unmatched": count("used, without a positive anchor"),
            "low_quality_only": count("used, positive by the low-quality rule alone"),
            "low_quality_rule": truth("whether the recipe has such a rule"),
            "stolen": count("used, whose best anchor is another's"),
            "few_positives": count("used, with one or two positive anchors"),
            "untouched": count("used, and no anchor overlaps them"),
            "in_ignored_region": count(),
            "positives": maybe(count(), "positive anchors; null where only outputs decide"),
            "positives_without_overlap": count("positive anchors that overlap no ground truth"),
            "positives_per_box": number(),
            "positives_per_image": maybe(
                record(
                    "positive anchors of a picture; null where only outputs decide, or without pictures",
                    {
                        **{name: count() for name in ("least", "most")},
                        **{name: number() for name in ("median", "mean")},
                        "without": count("pictures without any"),
                        "without_but_boxes": count("of these with used boxes"),
                    },
                )
            ),
            "recall": record(
                "share of used boxes with an anchor at `recall_at`; sizes are COCO's, in `recall_frame`",
                {name: number() for name in ("all", "small", "medium", "large")},
            ),
            "recall_at": number(f"the {IOU}, of the recipe's threshold for positives"),
            "recall_frame": text(),
            "mean_best_iou": number(),
            "best_iou_histogram": row(count(), "boxes by best IoU, in equal parts from 0 to 1"),
            "targets": record(
                "t* of all positive anchors",
                {
                    "coordinates": STRINGS,
                    "count": count(),
                    "not_finite": count(),
                    "mean": maybe(NUMBERS),
                    "std": maybe(NUMBERS),
                    "coder": coded,
                },
                {"unnormalised": maybe({"type": "object"}), "suggested": maybe({"type": "object"})},
            ),
            "by_level": _group("level", {"positive_anchors": count()}),
            "by_class": _group("class"),
            "by_size": _group("size"),
            "by_aspect": _group("aspect"),
            "by_side": _group("side"),
            "loss": maybe({"type": "object"}, "means over the pictures with outputs; null without"),
            "findings": count("of all kinds together"),
            "kinds": _kind(share, {}),
            "lint": maybe(record("", {"pictures_read": truth(), "findings": count(), "kinds": _lint_kinds()})),
            "seconds": number(),
            "images_per_second": number(),
            "processes": count(),
            "failed": STRINGS | {"description": "each --fail-on or --baseline that failed, in words"},
        },
        _audit_outputs(),
    )


def _layout() -> Schema:
    fit = {
        "words": text("the reading"),
        **{name: number() for name in ("recall", "mean_iou", "separation", "ranking", "agreement", "score")},
        "deviations": by_name(
            anything("a word, a number, true, or a row of numbers"), "the fields of the reading off the recipe's"
        ),
    }
    return record(
        "Which reading of raw outputs fits the ground truths.",
        {
            "clear": truth("whether one reading fits clearly"),
            "verdict": text(),
            "margin": number("of the best over the next"),
            "positives": count("positive anchors looked at"),
            "problem": maybe(text()),
            "fits": row(record("", fit), "the readings, best first"),
        },
    )


def _steps() -> Schema:
    steps = {"steps": row(count(), "the training steps, ascending")}
    counts = {
        "pictures": "pictures with outputs",
        "used": "ground truths in the assignment",
        "positives": "positive anchors",
        "compared": "pictures that the step before has too: only they gain, lose and move",
        "compared_positives": "positive anchors of those",
        "gained": "positives that were none at the step before",
        "lost": "positives of the step before that are none now",
        "moved": "positives of both that belong to another ground truth now",
        "without": "ground truths in the assignment without a positive",
    }
    never = record("", {"image": text(), "ground_truth": count("from 0"), "class": text()})
    left_out = record("", {"image": text(), "problem": text()})
    moved = record("", {"step": count(), "from": text("a level"), "to": text("a level")})
    one = {
        "levels": STRINGS,
        "by_level": row(maybe(row(count())), "positives by step and level; null where the step lacks the picture"),
        "first": maybe(count(), "the first step with a positive, null for never"),
        "lost": row(count(), "steps at which it has none, after one at which it had some"),
        "moves": row(moved, "where most of its positives move to another level"),
    }
    return record(
        "How the assignment changes over the checkpoints of a training.",
        steps,
        {
            **{name: row(count(), f"{means}, by step") for name, means in counts.items()},
            "churn": row(number(), "share of compared positives gained or moved; null where none is compared"),
            "never": row(never, "ground truths without a positive at any step"),
            "judged": count("ground truths in the assignment of a step with as many boxes as annotated"),
            "left_out": row(left_out, "images not counted"),
            "ground_truth": record("with --truth: that one alone", one),
        },
    )


def _export() -> Schema:
    return record(
        "What was written.",
        {
            "file": text(),
            "images": count(),
            "boxes": count(),
            "failed": count("pictures that could not be exported"),
            "without_predictions": count(),
            "boxes_of_unknown_classes": by_name(count(), "boxes left out, by a class that the dataset lacks"),
            "pairing": text("how the dataset's classes and the outputs' were paired; empty where they are alike"),
        },
    )


HEADER = {name: text() for name in ("name", "title", "summary", "source", "version", "hash")}


def _recipes_list() -> Schema:
    return row(record("", HEADER), "The recipes that ship.")


def _recipes_show() -> Schema:
    more = {"reproduces_not": STRINGS, "batch": text(), "former_hash": text(), "dtype": text()}
    schema = record("One recipe: its head, and every field by its place, such as `matcher.positive`.", HEADER | more)
    return schema | {"additionalProperties": anything('a field\'s value; "inf" and "-inf" for what has no bound')}


def _recipes_diff() -> Schema:
    differing = record("", {"field": text(), "a": anything("null where the rule lacks it"), "b": anything("")})
    keys = {name: count() for name in ("compared", "only_a", "only_b", "differing")}
    anchors = record("labels of one picture under both", {**keys, "groups": row({"type": "object"})})
    each = {"count": row(maybe(row(count()))), "positives": row(maybe(count()))}
    truths = record(
        "the picture's ground truths, a number for A and one for B; null where only outputs would tell",
        {"states": STRINGS, **each, "mean_best_iou": row(maybe(number()))},
    )
    return record(
        "Where two recipes differ.",
        {"a": text(), "b": text(), "differences": row(differing)},
        {"image": text(), "anchors": anchors, "ground_truths": truths},
    )


def _recipes_from() -> Schema:
    origin = record("", {"source": text("file or library"), "key": text(), "written": text("the value there")})
    return record(
        "A library's configuration as a recipe.",
        {
            "recipe": maybe(text(), "its name"),
            "library": text(),
            "base": text("the shipped recipe it was laid over"),
            "fields": row(record("", {"place": text(), "value": anything(""), "origin": row(origin)})),
            "left": row(record("", {"what": text(), "reason": text(), "aside": truth("without a part in anchors")})),
        },
    )


def _doctor() -> Schema:
    extra = record("", {"missing": STRINGS, "broken": by_name(text()), "install": text("the command")})
    return record(
        "What this computer has of what the program needs.",
        {
            "platform": maybe(text(), "Qt's; null without Qt"),
            "window": truth("whether a window can be opened"),
            "why_no_window": maybe(text()),
            "display": maybe(text()),
            "missing": row(record("a system library", {"library": text(), "package": text("of Debian")})),
            "install": maybe(text(), "the command that installs them"),
            "extras": by_name(extra),
            "versions": by_name(maybe(text())),
            "letters": by_name(truth("whether a font has them"), "by language of the window"),
            "gpu": row(text()),
            "gl": by_name(truth()),
            "folders": by_name(record("", {"path": text(), "writable": truth()})),
        },
    )


SCHEMAS: dict[str, Callable[[], Schema]] = {
    "audit": _audit,
    "doctor": _doctor,
    "export": _export,
    "inspect": _inspect,
    "layout": _layout,
    "lint": _lint,
    "recipes diff": _recipes_diff,
    "recipes from": _recipes_from,
    "recipes list": _recipes_list,
    "recipes show": _recipes_show,
    "steps": _steps,
}
"""By the command that prints such a document with --json."""


def schema_of(command: str) -> Schema:
    """Return the schema of a command's document. Raises `KeyError` for a command without one."""
    return {"$schema": DIALECT, "title": f"rpn-inspector {command} --json, {__version__}"} | SCHEMAS[command]()
