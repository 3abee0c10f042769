"""The outputs' part of the audit as values JSON knows, and its sentences; what is not known is None, never 0."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.audit import Audit
from rpn_inspector.analysis.audit.lost import REACH, End
from rpn_inspector.analysis.audit.lost_words import lost_sentences, missing_sentences, reasons_of
from rpn_inspector.analysis.audit.output_counts import BINS
from rpn_inspector.analysis.audit.predicted import BAD, NO_BOXES, NO_OUTPUTS, WITH_OUTPUTS, Predicted
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.text import Text

LOSSES = ("objectness", "box", "total")
LISTED = 20  # hardest ground truths and costliest anchors
FATES = (Fate.LOW_SCORE, Fate.CUT_LEVEL, Fate.CUT_FINAL, Fate.TOO_SMALL, Fate.SUPPRESSED, Fate.KEPT)


def outputs_document(audit: Audit, outputs: Predicted) -> dict[str, Any]:
    """Return the keys of the outputs' part; ``loss`` among them is the mean over the pictures of `inspect`'s losses."""
    return {
        "predictions": _about(audit, outputs),
        "loss": _loss(audit, outputs),
        "ends": ends_document(outputs),
        "lost": {
            "by_class": _rows(lost_tables.ends_by_class(audit, outputs)),
            "by_size": _rows(lost_tables.ends_by_size(audit, outputs)),
            "by_side": _rows(lost_tables.ends_by_side(audit, outputs)),
            "by_best_anchor": _rows(lost_tables.ends_by_best_anchor(audit, outputs)),
            "by_level": _rows(lost_tables.ends_by_level(audit, outputs)),
        },
        "hardest": [_ground_truth(audit, outputs, row) for row in lost_tables.hardest(outputs, LISTED).tolist()],
        "hardest_images": [
            _image(audit, outputs, image) for image in lost_tables.hardest_images(outputs, LISTED).tolist()
        ],
        "costliest": [_anchor(audit, one) for one in outputs.costly[:LISTED]],
        "calibration": {name: _bins(outputs.calibration[place]) for place, name in enumerate(("anchors", "boxes"))},
        "sentences": list(map(str, sentences(audit, outputs))),
    }


def _about(audit: Audit, outputs: Predicted) -> dict[str, Any]:
    state = outputs.state
    return {
        "path": outputs.path,
        "step": outputs.step,
        "images": int((state == WITH_OUTPUTS).sum()),
        "without": int((state == NO_OUTPUTS).sum()) - len(audit.problems),
        "not_named": int((state == NO_BOXES).sum()),
        "bad": int((state == BAD).sum()),
        "unplaced": len(outputs.unplaced),
        "other_size": len(outputs.resized),
        "boxes_of_unknown_class": outputs.classless,
        "encoded_back": outputs.encoded_back,
        "found_means": found_words(outputs),
        "of_class": _of_class(outputs),
        "problems": [
            {"image": audit.annotations.names[image], "words": words}
            for image, words in list(outputs.problems.items())[:LISTED]
        ],
        "unusable": reasons_of(outputs.problems, audit.annotations.names),
        "misfits": [
            {"image": audit.annotations.names[image], "words": str(words)} for image, words in outputs.misfits.items()
        ],
        "warnings": [
            {
                "kind": kind,
                "count": len(words),
                "image": audit.annotations.names[min(words)],
                "words": words[min(words)],
            }
            for kind, words in outputs.warned.items()
        ],
    }


def found_words(outputs: Predicted) -> Text:
    """Return what found means, in words."""
    if not outputs.finals:
        return Text.of("a kept proposal at IoU {reach:.2f}, whatever the class", reach=REACH)
    if _of_class(outputs):
        return Text.of("a detection of its class at IoU {reach:.2f} that is no other's", reach=REACH)
    return Text.of("a detection at IoU {reach:.2f} that is no other's", reach=REACH)


def _of_class(outputs: Predicted) -> bool:
    """Return whether boxes have classes, and only those of its class count for a ground truth."""
    return outputs.finals and any(one.kinds is not None for one in outputs.answers)


def _loss(audit: Audit, outputs: Predicted) -> dict[str, Any] | None:
    """Return the mean over the pictures of the losses, and of each level's part; None where no picture has one."""
    known = np.isfinite(outputs.loss).all(1)
    asked = int((outputs.state == WITH_OUTPUTS).sum())
    if not asked or (outputs.encoded_back and not known.any()):
        return None
    names = audit.recipe.anchors.names
    level = outputs.by_level[known].mean(0) if known.any() else np.full((len(names), 2), math.nan)
    return {
        **{name: number(value) for name, value in zip(LOSSES, outputs.mean_loss, strict=True)},
        "objectness_is": audit.recipe.loss.called("objectness"),
        "mean_over": "the images' losses as inspect gives them",
        "images": int(known.sum()),
        "not_known": asked - int(known.sum()),
        "by_level": [
            {"level": name, "objectness": number(row[0]), "box": number(row[1])}
            for name, row in zip(names, level, strict=True)
        ],
    }


def loss_words(loss: Mapping[str, Any] | None) -> dict[str, str]:
    """Return what users read for each of `LOSSES`, by a document's part of the losses."""
    return {name: name for name in LOSSES} | ({} if loss is None else {"objectness": str(loss["objectness_is"])})


def ends_document(outputs: Predicted) -> dict[str, Any]:
    """Return the number of ground truths by end, the sum of which is ``judged``, and by the furthest box's fate."""
    judged = outputs.end[outputs.judged]
    count = np.bincount(judged, minlength=len(End))
    ends = {end.name.lower(): int(count[end]) for end in End}
    lost = outputs.fate[outputs.lost & (outputs.end > End.NEVER_REACHES) & (outputs.fate >= 0)]
    fates = np.bincount(lost, minlength=len(Fate))
    another = outputs.by_row[outputs.end == End.SUPPRESSED]
    own = np.flatnonzero(outputs.end == End.SUPPRESSED)
    return ends | {
        "judged": len(judged),
        "lost": len(judged) - ends["found"],
        "at": {fate.name.lower(): int(fates[fate]) for fate in FATES} if not _of_file(outputs) else None,
        "suppressed_by_another": int(((another >= 0) & (another != own)).sum()),
    }


def _of_file(outputs: Predicted) -> bool:
    """Return whether the boxes are a file's, of which no steps are known."""
    return outputs.finals and not bool((outputs.fate >= 0).any())


def _rows(groups: lost_tables.EndGroups) -> list[dict[str, Any]]:
    return [
        {
            groups.by: name,
            "boxes": int(groups.boxes[at]),
            "share_found": number(groups.found[at]),
            **{end.name.lower(): int(groups.ends[at, end]) for end in End},
            "with_loss": int(groups.with_loss[at]),
            "box_loss": number(groups.box[at]),
            "objectness_loss": number(groups.objectness[at]),
        }
        for at, name in enumerate(groups.name)
    ]


def _ground_truth(audit: Audit, outputs: Predicted, row: int) -> dict[str, Any]:
    annotations = audit.annotations
    image, end = annotations.image_of(row), int(outputs.end[row])
    return {
        "image": annotations.names[image],
        "gt": row - int(annotations.first[image]),
        "class": annotations.class_name(int(annotations.label[row])),
        "box_loss": number(outputs.gt_box[row]),
        "objectness_loss": number(outputs.gt_objectness[row]),
        "sampled": int(outputs.sampled[row]),
        "end": End(end).name.lower() if end >= 0 else None,
    }


def _image(audit: Audit, outputs: Predicted, image: int) -> dict[str, Any]:
    losses = zip(LOSSES, outputs.loss[image].tolist(), strict=True)
    return {"image": audit.annotations.names[image], **{name: number(value) for name, value in losses}}


def _anchor(audit: Audit, one: Any) -> dict[str, Any]:
    annotations = audit.annotations
    image, row = int(one["image"]), int(one["row"])
    return {
        "image": annotations.names[image],
        "anchor": int(one["anchor"]),
        "gt": row - int(annotations.first[image]) if row >= 0 else None,
        "loss": number(one["loss"]),
        "objectness": number(one["objectness"]),
        "box": number(one["box"]),
    }


def _bins(table: Any) -> list[dict[str, Any]] | None:
    """Return the bins of the score: mean score against the share of hits; None where nothing was counted."""
    if not table[0].sum():
        return None
    return [
        {
            "from": at / BINS,
            "to": (at + 1) / BINS,
            "count": int(count),
            "score": float(score / count) if count else None,
            "share": float(hits / count) if count else None,
        }
        for at, (count, score, hits) in enumerate(table.T.tolist())
    ]


def sentences(audit: Audit, outputs: Predicted) -> list[Text]:
    """Return the headline sentences, written from the numbers by rule."""
    by_class = _rows(lost_tables.ends_by_class(audit, outputs))
    about = _about(audit, outputs)
    return [
        *lost_sentences(ends_document(outputs), by_class, audit.recipe, about["of_class"]),
        *missing_sentences(about, outputs.looked),
    ]


def number(value: float) -> float | None:
    """Return the number, None for NaN and infinity: JSON lacks both."""
    return float(value) if math.isfinite(value) else None
