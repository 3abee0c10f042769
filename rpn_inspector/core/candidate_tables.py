"""One candidate's facts as words and tables: what became of it, its classes, its part of the losses."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rpn_inspector.core.candidate_facts import CandidateFacts
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.fact_tables import percent
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.formulas.numbers import number
from rpn_inspector.core.formulas.table import Cell, Head, Table, TableRow
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.detecting import DetectionSpec
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.core.words import FATE_ROLES, LABEL_WORDS, NMS_SIGNS

MOST_CLASSES, MOST_COMPARED = 6, 6


@dataclass(frozen=True, slots=True)
class CandidateEnd:
    """What became of a candidate: the panel's heading, a role of box, and the reason in words with numbers."""

    finding: Text
    role: str
    words: Text


def class_word(sample: Sample, kind: int) -> str:
    """Return the name of column ``kind``, the number where the dataset names no such class."""
    names = sample.column_names or sample.classes
    return names[kind] if 0 <= kind < len(names) else str(kind)


def candidate_end(one: StageResult, facts: CandidateFacts, sample: Sample) -> CandidateEnd:
    """Return what became of a candidate's answer; where no detections are known, the label says most."""
    found = one.detections
    if facts.proposal < 0:
        title = Text.of("Ground truth {n} among the proposals", n=facts.gt + 1 if facts.gt >= 0 else "")
        return CandidateEnd(title, LABEL_WORDS[facts.label], Text("It joins the proposals while training alone."))
    if found is None or facts.fates is None or not 0 <= facts.kind < len(facts.fates):
        return CandidateEnd(_labelled(facts), LABEL_WORDS[facts.label], Text(""))
    fate, score = Fate(int(facts.fates[facts.kind])), float(found.pair_score[facts.proposal, facts.kind])
    mine, by = found.number_of(facts.proposal, facts.kind), found.number_of(facts.suppressor, facts.kind)
    name = UserName(class_word(sample, facts.kind))
    said = {"name": name, "score": number(score), "n": mine + 1, "by": by + 1, "p": facts.suppressor + 1}
    finding = {
        Fate.KEPT: Text.of("Detection {n}: {name}", **said),
        Fate.SUPPRESSED: Text.of("Suppressed by detection {by}", **said)
        if by >= 0
        else Text.of("Suppressed by proposal {p}", **said),
        Fate.LOW_SCORE: Text("Below the score threshold"),
        Fate.TOO_SMALL: Text("Too small, or not a number"),
        Fate.CUT_FINAL: Text("Cut by the final top-k"),
        Fate.CUT_LEVEL: Text("Cut by the first top-k"),
    }[fate]
    return CandidateEnd(finding, FATE_ROLES[fate], _reason(one, facts, fate, said))


def _labelled(facts: CandidateFacts) -> Text:
    if facts.label == 1 and facts.gt >= 0:
        return Text.of("Foreground for ground truth {n}", n=facts.gt + 1)
    return Text("Background") if facts.label == 0 else Text("Ignored")


def _reason(one: StageResult, facts: CandidateFacts, fate: Fate, said: dict[str, object]) -> Text:
    spec, found = one.stage.detections, one.detections
    assert found is not None
    if fate == Fate.SUPPRESSED and facts.suppressor_iou is not None:
        theirs = float(found.pair_score[facts.suppressor, facts.kind])
        values = {
            **said,
            "iou": number(facts.suppressor_iou),
            "theirs": number(theirs),
            "limit": f"{spec.nms:g}",
            "who": finding_of(one, facts),
        }
        return Text.of(
            "It answers {name} at {score}, but {who} scores {theirs} and overlaps it at IoU {iou} {sign} {limit}.",
            **values,
            sign=NMS_SIGNS[spec.nms_rule],
        )
    return {
        Fate.KEPT: Text.of("It answers {name} at {score}, and no box of its class suppresses it.", **said),
        Fate.LOW_SCORE: Text.of(
            "It answers {name} at {score}, not above the threshold {least}.", **said, least=f"{spec.min_score:g}"
        ),
        Fate.TOO_SMALL: _too_small(spec),
        Fate.CUT_FINAL: Text.of(
            "It answers {name} at {score}; {keep} detections of higher scores are kept.", **said, keep=f"{spec.keep:,}"
        ),
    }.get(fate, Text(""))


def finding_of(one: StageResult, facts: CandidateFacts) -> Text:
    """Return the suppressor of a candidate's answer in words: a detection, or a proposal cut later."""
    assert one.detections is not None
    by = one.detections.number_of(facts.suppressor, facts.kind)
    if by >= 0:
        return Text.of("detection {n}", n=by + 1)
    return Text.of("proposal {n}, cut later,", n=facts.suppressor + 1)


def _too_small(spec: DetectionSpec) -> Text:
    if spec.min_size < 0:
        return Text("A score or an edge is not a finite number.")
    return Text.of("Clipped to the picture it has a side under {least} px.", least=f"{spec.min_size:g}")


def class_table(one: StageResult, facts: CandidateFacts, sample: Sample) -> Table:
    """Return logit and score of the likeliest classes and the background, the best first; no row without outputs."""
    heads = (Head(Text("logit"), signed=True), Head("p"))
    row = int(one.row[facts.index])
    if one.head is None or row < 0 or facts.scores is None:
        return Table(heads)
    logits, softmax = one.head.logits[row], one.stage.loss.objectness == "cross_entropy"
    named: list[tuple[float, TableRow]] = []
    for kind, score in enumerate(facts.scores.tolist()):
        cells = (float(logits[kind + softmax]), score)
        named.append((score, TableRow(class_word(sample, kind), cells)))
    named.sort(key=lambda one_: -one_[0])
    rows = [row_ for _, row_ in named[:MOST_CLASSES]]
    if softmax:
        rest = float(1 - facts.scores.astype(np.float64).sum())
        rows.append(TableRow(Text("background"), (float(logits[0]), max(rest, 0.0))))
    least = Text.of("kept above {least}", least=f"{one.stage.detections.min_score:g}")
    return Table(heads, tuple(rows), unit=least)


def compared_table(facts: CandidateFacts, sample: Sample) -> Table:
    """Return the ground truths a candidate overlaps most, the best first; none without an overlap."""
    order = [int(gt) for gt in np.argsort(-facts.iou_per_gt, kind="stable") if facts.iou_per_gt[gt] > 0]
    rows = tuple(
        TableRow(f"{gt + 1} {sample.class_name(gt)}", (float(facts.iou_per_gt[gt]),)) for gt in order[:MOST_COMPARED]
    )
    return Table((Head(Text("IoU")),), rows)


def loss_table(inspection: Inspection, one: StageResult, facts: CandidateFacts, anchor: AnchorFacts | None) -> Table:
    """Return a box's parts of all losses beside the picture's, in the trainer's order; no row without outputs.

    Args:
        inspection: of the picture.
        one: the stage.
        facts: the candidate.
        anchor: the anchor it came from, None where not known.
    """
    heads = (
        Head(Text("this box"), letters=6),
        Head(Text("÷ N"), digits=6, letters=8, tip=Text("divided by the normaliser of its sum")),
        Head(Text("image"), digits=5, letters=7),
        Head(Text("share"), digits=1, unit=" %"),
    )
    rpn, roi = inspection.loss, one.loss
    parts: list[tuple[Text, float | None, float, float | None, bool]] = []
    if anchor is not None and anchor.score is not None:
        whole = (None, None) if rpn is None else (rpn.objectness, rpn.box)
        name = Text(inspection.recipe.loss.called("objectness"))
        counted = anchor.sampled and _finite(anchor.objectness_loss, anchor.box_loss)
        parts += [
            (name, anchor.objectness_loss, anchor.normaliser, whole[0], counted),
            (Text("RPN box"), anchor.box_loss, anchor.box_normaliser, whole[1], counted),
        ]
    if facts.class_loss is not None or facts.box_loss is not None:
        whole = (None, None) if roi is None else (roi.objectness, roi.box)
        counted = facts.sampled and _finite(facts.class_loss, facts.box_loss)
        parts += [
            (Text("class"), facts.class_loss, facts.normaliser, whole[0], counted),
            (Text("box"), facts.box_loss, facts.box_normaliser, whole[1], counted),
        ]
    rows, total = [], 0.0
    for name, value, divisor, image, sampled in parts:
        part = None if value is None or not divisor else value / divisor
        share = percent(part, image) if sampled else None
        total += part if sampled and part is not None else 0.0
        cells: tuple[Cell, ...] = (value, part, image, share)
        rows.append(TableRow(name, cells))
    in_sums = any(sampled for *_, sampled in parts) and math.isfinite(total)
    if in_sums:
        rows.append(TableRow(Text("in the sums"), ("", total, "", "")))
    return Table(heads, tuple(rows), total=in_sums, note=facts.membership if rows else "")


def _finite(*parts: float | None) -> bool:
    """Return whether no part of a row's loss is infinite or NaN: the sums leave out the whole row then."""
    return all(part is None or math.isfinite(part) for part in parts)
