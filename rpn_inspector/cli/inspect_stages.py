"""The second stage of an image in the text of ``inspect``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from rpn_inspector.cli.console import TextTable
from rpn_inspector.core.plain_text import one_line

LARGEST_SHARE = 1000.0  # a larger one says no more
LOSSES = ("loss_objectness", "loss_rpn_box", "loss_classifier", "loss_roi_box", "total")
ENDS = {
    "unknown": "-",
    "no_proposal": "no proposal reaches it",
    "low_score": "score {score} too low",
    "too_small": "too small",
    "suppressed": "suppressed by {by}, IoU {iou}",
    "cut_level": "cut before NMS",
    "cut_final": "cut behind the most kept",
    "kept": "detection {detection}, {score}",
}


def stage_tables(stage: dict[str, Any] | None, most: int | None) -> Iterator[TextTable]:
    """Yield the tables of ``second_stage`` of `summarise`, none without; of ``most`` ground truths, all with None."""
    if stage is None:
        return
    rows = TextTable(f"second stage, {stage['name']}", ("fact", "number"), headed=False)
    rows.add("proposals", f"{stage['proposals']:,}")
    for key in ("positive", "negative", "ignored"):
        rows.add(key, f"{stage[key]:,}")
    rows.add(f"sampled, {stage['sample']}", "{} positive, {} negative".format(*stage["sampled"]))
    for key in LOSSES if stage["losses"]["loss_classifier"] is not None else ():
        value = stage["losses"][key]
        rows.add(key, "not finite" if value is None else f"{value:.6g}")
    _add_trainer(rows, stage["trainer"])
    if stage["detections"] is not None:
        rows.add("detections", f"{len(stage['detections']):,}")
    yield rows
    for further in stage["further"]:
        more = TextTable(f"stage {further['name']}", ("fact", "number"), headed=False)
        for key in ("positive", "negative", "ignored"):
            more.add(key, f"{further[key]:,}")
        more.add(f"sampled, {further['sample']}", "{} positive, {} negative".format(*further["sampled"]))
        yield more
    if stage["ways"]:
        yield _ways(stage["ways"][:most])


def _add_trainer(rows: TextTable, trainer: dict[str, Any] | None) -> None:
    """Add the losses the trainer recorded, and of a batch the same losses worked out here."""
    if trainer is None:
        return
    batch, here = len(trainer["batch"]), trainer["here"]
    for key in ("loss_classifier", "loss_roi_box"):
        if trainer[key] is not None or key in trainer["differs"]:
            theirs = "not finite" if trainer[key] is None else f"{trainer[key]:.6g}"
            rows.add(f"trainer's {key}" + (f", batch of {batch}" if batch > 1 else ""), theirs)
            if batch > 1:
                known = None if here is None else here[key]
                rows.add(f"{key} of that batch here", "-" if known is None else f"{known:.6g}")
            if key in trainer["differs"]:
                rows.add(*differs_row(key, trainer, key))


def differs_row(called: str, trainer: dict[str, Any], name: str) -> tuple[str, str]:
    """Return the row of how far the loss ``name``, a key of ``differs``, is from the trainer's."""
    far = trainer["differs"][name]
    return (f"{called} differs", _why_no_share(trainer, name)) if far is None else (f"{called} differs by", share(far))


def _why_no_share(trainer: dict[str, Any], name: str) -> str:
    """Return why no share of the trainer's loss ``name`` says how far the one here is."""
    if trainer[name] is None:
        return "the trainer's is no finite number"
    return "the one here is no finite number" if trainer["here"][name] is None else "the trainer's is 0"


def share(value: float) -> str:
    """Return how far a loss is from the trainer's, in percent."""
    if value > LARGEST_SHARE:
        return f"over {100 * LARGEST_SHARE:,.0f} %"
    return f"{100 * value:,.0f} %" if value >= 0.1 else f"{100 * value:.2g} %"


def why_lines(trainer: dict[str, Any] | None, called: Callable[[str], str] = str) -> Iterator[str]:
    """Yield that a trainer's losses differ from those here, or that there are none here, and why where known."""
    if trainer is None:
        return
    why = "" if trainer["why"] is None else f": {one_line(trainer['why'])}"
    if trainer["here"] is None:
        yield f"warning: the trainer's losses are not worked out here{why}"
    elif trainer["differs"]:
        far = ", ".join(
            f"{called(name)}, for {_why_no_share(trainer, name)}"
            if value is None
            else f"{called(name)} by {share(value)}"
            for name, value in trainer["differs"].items()
        )
        yield f"warning: the trainer's losses differ from those here, {far}{why}"


def _ways(ways: list[dict[str, Any]]) -> TextTable:
    columns = ("number", "class", "anchor", "IoU", "proposal", "IoU", "label", "positive", "drawn", "end")
    rows = TextTable("ground truths through both stages", columns, texts=("class", "label", "end"))
    for way in ways:
        proposal = "-" if way["proposal"] is None else str(way["proposal"])
        numbers = (str(way["positives"]), str(way["drawn"]))
        anchor = "-" if way["anchor"] is None else str(way["anchor"])
        places = (anchor, _iou(way["anchor_iou"]), proposal, _iou(way["proposal_iou"]))
        rows.add(str(way["index"] + 1), way["class"], *places, way["label"] or "-", *numbers, _end(way))
    return rows


def _end(way: dict[str, Any]) -> str:
    by = "a detection that was cut" if way["suppressor"] is None else f"detection {way['suppressor']}"
    score = _iou(way["score"])
    return ENDS[way["end"]].format(score=score, by=by, iou=_iou(way["suppressor_iou"]), detection=way["detection"])


def _iou(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
