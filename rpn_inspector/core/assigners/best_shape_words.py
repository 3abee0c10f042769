"""How the assigner by shape words its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np

from rpn_inspector.core.assigners.iou_measures import OF_SHAPES
from rpn_inspector.core.assigners.overlapped import listed_numbers, named_truth
from rpn_inspector.core.assigners.paired_words import PairedWords
from rpn_inspector.core.assigners.protocol import Mask, TruthWords
from rpn_inspector.core.assigners.reasons import REASONS, Reason
from rpn_inspector.core.assigners.static_words import UnrankedWords
from rpn_inspector.core.assignment import Assignment, Cause
from rpn_inspector.core.measure import Measure, MeasureSource
from rpn_inspector.core.phrases import NO_LAYER
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text

OWN: Mapping[Cause | None, Reason] = {
    Cause.BACKGROUND: Reason("no ground truth is most like its shape in its cell", "other shape or cell", 0),
    Cause.UNDECIDED: Reason("only outputs can tell", "undecided", 1),
    Cause.PREDICTION_FITS: Reason("its prediction crossed the ignore threshold", "prediction fits", 1),
    Cause.SIMILAR_SHAPE: Reason("its shape crossed the threshold for further anchors", "similar shape", 2),
    Cause.BEST_SHAPE: Reason("another shape is most like its ground truth's", "best shape", 3),
    None: REASONS[None],
}


class BestShapeWords(UnrankedWords, PairedWords):
    """The words of the assigner by shape; anchors and ground truths as in `Words`."""

    __slots__ = ()
    needs_outputs: ClassVar[bool] = True
    positives_need_outputs: ClassVar[bool] = False
    causes: ClassVar[tuple[Cause, ...]] = (
        Cause.BACKGROUND,
        Cause.UNDECIDED,
        Cause.PREDICTION_FITS,
        Cause.SIMILAR_SHAPE,
        Cause.BEST_SHAPE,
    )
    per_gt: ClassVar[tuple[str, ...]] = ("positives", "layer", "layers", "shape")
    unmatched: ClassVar[str] = NO_LAYER
    ignore: float
    further: float

    @property
    def title(self) -> Text:
        """Return what the rule is, in a few words."""
        return Text("the best shape of all layers")

    def gt_measures(self) -> tuple[Measure[MeasureSource], ...]:
        """Return what this rule knows of every ground truth, beside the number of positives."""
        return OF_SHAPES

    def finding(self, index: int, assignment: Assignment) -> str:
        """Return the panel's heading of anchor ``index``."""
        owner = int(assignment.gt[index]) + 1
        return {
            Cause.BACKGROUND: Text("Negative: background"),
            Cause.UNDECIDED: Text("Undecided: outputs are missing"),
            Cause.PREDICTION_FITS: Text("Ignored: its prediction fits"),
            Cause.BEST_SHAPE: Text.of("Positive: shape of ground truth {owner}", owner=owner),
            Cause.SIMILAR_SHAPE: Text.of("Positive: like ground truth {owner}", owner=owner),
        }[Cause(int(assignment.cause[index]))]

    def short(self, cause: int) -> str:
        """Return a cause in the few words of a table cell."""
        return {
            Cause.BACKGROUND: Text("other shape or cell"),
            Cause.UNDECIDED: Text("undecided"),
            Cause.PREDICTION_FITS: Text.of("predicts IoU > {ignore:.2f}", ignore=self.ignore),
            Cause.BEST_SHAPE: Text("best shape"),
            Cause.SIMILAR_SHAPE: Text.of("shape IoU > {further:.2f}", further=self.further),
        }[Cause(cause)]

    def reasons(self) -> Mapping[Cause | None, Reason]:
        """Return the reasons of another label by cause, in listed order; None: another owner of a positive anchor."""
        return OWN

    def why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return the cause of anchor ``index``'s label in words with numbers."""
        cause = Cause(int(assignment.cause[index]))
        if cause in (Cause.BEST_SHAPE, Cause.SIMILAR_SHAPE):
            return self._why_positive(index, cause, assignment, sample)
        if not len(assignment.gt_positives):
            return Text("The picture has no ground truth in the assignment, so every anchor is negative.")
        if cause is Cause.UNDECIDED:
            return Text.of(
                "It learns no ground truth. It is negative, unless what it predicts overlaps one by more "
                "than {ignore:.2f}: then it enters no loss. Without outputs that is open.",
                ignore=self.ignore,
            )
        said = _prediction_of(index, assignment)
        if cause is Cause.PREDICTION_FITS and said is not None:
            iou, gt = said
            return Text.of(
                "It learns no ground truth, but what it predicts overlaps {gt} by IoU {iou:.4f}, over "
                "{ignore:.2f}: so it is not punished, and enters no loss.",
                gt=named_truth(gt, sample),
                iou=iou,
                ignore=self.ignore,
            )
        words = Text("No ground truth with its centre in this cell is most like this anchor in shape")
        if said is None:
            return Text.of(
                "{words}, and no box predicted here can overlap one by more than {ignore:.2f}.",
                words=words,
                ignore=self.ignore,
            )
        return Text.of(
            "{words}, and what it predicts overlaps none by more than {ignore:.2f}: at best {value:.4f}.",
            words=words,
            ignore=self.ignore,
            value=said[0],
        )

    def _why_positive(self, index: int, cause: Cause, assignment: Assignment, sample: Sample) -> str:
        owner = int(assignment.gt[index])
        others = sorted({int(gt) for gt in assignment.pairs.gt[assignment.pairs.anchor == index]} - {owner})
        more = ""
        if others:
            more = Text.counted(
                len(others),
                " Ground truth {list} falls into it too; the last listed stands.",
                " Ground truths {list} fall into it too; the last listed stands.",
                list=listed_numbers(others),
            )
        name = named_truth(owner, sample)
        if cause is Cause.BEST_SHAPE:
            return Text.of(
                "The centre of {name} lies in its cell, and of the shapes of all layers this one is most "
                "like that ground truth's: shape IoU {value:.4f}.{more}",
                name=name,
                value=float(assignment.per_gt["shape"][owner]),
                more=more,
            )
        return Text.of(
            "The centre of {name} lies in its cell, and the IoU of their shapes is over "
            "{further:.3f}, though another anchor is more like it.{more}",
            name=name,
            further=self.further,
            more=more,
        )

    def gt_why(self, index: int, assignment: Assignment, sample: Sample) -> str:
        """Return in words with numbers why ground truth ``index``, in the assignment, has so many anchors."""
        positives, layer = int(assignment.gt_positives[index]), int(assignment.per_gt["layer"][index])
        shape = float(assignment.per_gt["shape"][index])
        if layer and positives == 1:
            words = Text.of(
                "[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers "
                "the one most like its own is there, with a shape IoU of {shape:.4f}.",
                layer=layer,
                shape=shape,
            )
            return self._with_later(words, index, assignment)
        if not positives:
            return Text("The shape most like its own is in no layer, so no anchor learns it.")
        numbers = layers_of(int(assignment.per_gt["layers"][index]))
        words = Text.counted(
            len(numbers),
            "[yolo] layer {layers} trains it, in the cell of its centre, by {anchors} anchors.",
            "[yolo] layers {layers} train it, in the cells of its centre, by {anchors} anchors.",
            layers=", ".join(map(str, numbers)),
            anchors=positives,
        )
        best = (
            Text.of(
                "The shape most like its own of all is in layer {layer}, with a shape IoU of {shape:.4f}; "
                "others learn it over {further:.3f}.",
                layer=layer,
                shape=shape,
                further=self.further,
            )
            if layer
            else Text.of(
                "The shape most like its own is in no layer; these have a shape IoU over {further:.3f}.",
                further=self.further,
            )
        )
        return self._with_later(Text.joined(words, best), index, assignment)

    def _with_later(self, words: Text, index: int, assignment: Assignment) -> Text:
        """Return ``words`` about ground truth ``index``, with those listed later that stand in its anchors."""
        mine = assignment.pairs.anchor[assignment.pairs.gt == index]
        later = sorted({int(gt) for gt in assignment.gt[mine]} - {index})
        if later and len(mine) == 1:
            return Text.of(
                "{words} But ground truth {value}, listed later, falls into the same anchor and stands.",
                words=words,
                value=later[0] + 1,
            )
        if later:
            lost = int((assignment.gt[mine] != index).sum())
            return Text.counted(
                lost,
                "{words} But in 1 of them a ground truth listed later stands: {list}.",
                "{words} But in {n} of them ground truths listed later stand: {list}.",
                words=words,
                list=listed_numbers(later),
            )
        return (
            words if assignment.gt_positives[index] > 1 else Text.of("{words} No other layer learns it.", words=words)
        )

    def warnings(self, assignment: Assignment, used: Mask) -> Iterator[tuple[str, Mask, TruthWords]]:
        """Yield kind, ground truths (G,) and words of each warning, made of the first one's name."""
        lacking = used & self.gt_findings(assignment)["unmatched"]
        yield "unmatched", lacking, lambda gt: Text.of("{gt} has no positive anchor: its shape is in no layer", gt=gt)


def layers_of(bits: int) -> list[int]:
    """Return the numbers of layers, from 1, of the array ``layers`` of an assignment."""
    return [place + 1 for place in range(bits.bit_length()) if bits >> place & 1]


def _prediction_of(index: int, assignment: Assignment) -> tuple[float, int] | None:
    """Return the best IoU of the anchor's prediction and the ground truth of that, None where none is known."""
    ragged = assignment.ragged
    if ragged is None:
        return None
    place = int(np.searchsorted(ragged.anchor, index))
    if place == len(ragged.anchor) or ragged.anchor[place] != index:
        return None
    return float(ragged.measured["iou"][place]), int(ragged.gt[place])
