"""``inspect``: from a picture's ground truths and a recipe to labels, targets, losses and proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.assigning import assigned
from rpn_inspector.core.assignment import UNDECIDED, Assignment, Pairs
from rpn_inspector.core.best_overlaps import BestOverlaps, best_overlaps
from rpn_inspector.core.box_losses import DECODED, Decoded
from rpn_inspector.core.boxes import iou_with, relative_area
from rpn_inspector.core.candidate_facts import CandidateFacts, candidate_facts
from rpn_inspector.core.centreness import HEAD, centreness
from rpn_inspector.core.decoding import FractionCoordinates, PixelCoordinates, coordinates
from rpn_inspector.core.detections import Detections, encoded_back
from rpn_inspector.core.distance_losses import BINS, side_costs
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.explain import AnchorFacts
from rpn_inspector.core.fact_tables import coding_table, terms_table
from rpn_inspector.core.formulas.table import Table
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.given_classes import class_columns, paired
from rpn_inspector.core.gt_facts import GtFacts, gt_facts
from rpn_inspector.core.input_frame import frame_and_grid
from rpn_inspector.core.landmarks import (
    LANDMARKS,
    decode_landmarks,
    encode_landmarks,
    landmark_table,
    network_landmarks,
)
from rpn_inspector.core.losses import Losses, box_loss, normalisers, objectness_loss, sigmoid
from rpn_inspector.core.mini_batch import chosen_batch, recorded_batch, whole_indices
from rpn_inspector.core.pair_losses import relative_boxes, slot_parts
from rpn_inspector.core.picture_losses import class_fits, picture_losses, soft_targets, targets_of, with_average
from rpn_inspector.core.prediction import HEADS, LEAST_SAID, NO_NUMBER, WITHOUT_LOSS, Prediction, only_said
from rpn_inspector.core.proposals import Proposals, objectness, propose
from rpn_inspector.core.recipe import Recipe, load_recipe
from rpn_inspector.core.recorded_frame import seen_by_trainer
from rpn_inspector.core.recorded_recipe import of_recipe, resize_of
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.sampler import membership
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.showable import Showable, shown_by
from rpn_inspector.core.stage_warnings import stage_warnings
from rpn_inspector.core.stages import stages_of
from rpn_inspector.core.text import NOTHING, Text
from rpn_inspector.core.values import quiet, read_only
from rpn_inspector.core.warnings import InspectionWarning, not_finite, warnings_of
from rpn_inspector.core.ways import Way, ways_of

Array = npt.NDArray[Any]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True, repr=False)
class Inspection(Showable):
    """Everything known about one picture under one recipe. Boxes are network px unless noted.

    Args:
        sample: the picture and ground truths, original px.
        recipe: the library's conventions.
        frame: the picture in the network's input.
        grid: N anchors.
        gt: (G, 4) float32, the ground truths.
        used: (G,) bool, the ground truths in the assignment.
        recorded: (G,) bool, the ground truths in the trainer's recorded list, None without a list.
        assignment: labels and causes; ground truths numbered as in ``sample``.
        positive: (P,) int64, flat, ascending.
        t_star: (P, 4) float32, the targets of ``positive``, in the recipe's order of coordinates.
        t: (P, 4) float32, the predictions of ``positive``, None without predictions.
        sampled_positive: the mini-batch's positives, flat.
        sampled_negative: the mini-batch's negatives, flat.
        prediction: the outputs, without a mini-batch or losses recorded under another recipe; None without.
        logits: (N,) or (N, K) float32 in the grid's order, NaN of an anchor no decoded box was put on; None without
            predictions.
        deltas: (N, 4) float32 in the grid's order, NaN likewise; None without predictions.
        heads: further outputs by name, (N, C) float32 in the grid's order.
        loss: the losses of the mini-batch, None without a network's own outputs or where a class has no column.
        proposals: kept boxes and fates, None without predictions.
        warnings: remarkable facts about the result.
        stages: results over the proposals by name, the recipe's `Recipe.further`; empty without proposals.
        pairing: how the dataset's classes and the outputs' columns were paired, in words; empty where they are alike.
    """

    sample: Sample
    recipe: Recipe
    frame: Frame
    grid: Grid
    gt: Array
    used: npt.NDArray[np.bool_]
    recorded: npt.NDArray[np.bool_] | None
    assignment: Assignment
    positive: Indices
    t_star: Array
    t: Array | None
    sampled_positive: Indices
    sampled_negative: Indices
    prediction: Prediction | None
    logits: Array | None
    deltas: Array | None
    loss: Losses | None
    proposals: Proposals | None
    warnings: tuple[InspectionWarning, ...]
    heads: Mapping[str, Array] = field(default_factory=dict)
    stages: Mapping[str, StageResult] = field(default_factory=dict)
    pairing: Text = NOTHING
    _overlap: list[BestOverlaps] = field(default_factory=list, init=False, repr=False)  # filled when first asked for
    _explained: list[AnchorFacts] = field(default_factory=list, init=False, repr=False)  # the last: panels ask by turns

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        read_only(self)

    @property
    def network_size(self) -> tuple[int, int]:
        """Return the resized picture's (h, w) px, before padding."""
        return self.frame.network_size

    @property
    def padded_size(self) -> tuple[int, int]:
        """Return the network input's (h, w) px."""
        return self.frame.padded_size

    @property
    def second_stage(self) -> StageResult | None:
        """Return the stage over the proposals, None where the recipe has none or without outputs."""
        return next(iter(self.stages.values()), None)

    def to_image(self, layers: Sequence[str] = ("positive", "truth"), scale: float = 1.0) -> npt.NDArray[np.uint8]:
        """Return the picture with boxes on it, (h, w, 3) uint8 RGB, original px times ``scale``.

        ``layers`` are some of truth, positive, prediction and proposals (the 100 of the highest score). Raises
        `InspectorError` for another layer or an impossible scale, `MissingExtra` without OpenCV.
        """
        return np.asarray(shown_by("picture").to_image(self, layers, scale))

    def show(self, select: int | None = None) -> None:
        """Open the window at this very picture, in a process of its own; raises `MissingExtra` without Qt.

        The picture, its ground truths, the recipe and the outputs are handed over as they are in memory.

        Args:
            select: the flat index of an anchor to select.
        """
        shown_by("window").show(self, select)

    def ways(self) -> tuple[Way, ...]:
        """Return each ground truth's way from anchors to detections, () without a second stage."""
        stages = tuple(self.stages.values())
        return ways_of(self.gt, self.sample.gt_class, self.overlap, self.proposals, stages)

    @property
    @quiet
    def overlap(self) -> BestOverlaps:
        """Return the best IoUs, the assignment's own or, under a rule without IoU, computed when first asked for."""
        if not self._overlap:
            inclusive = self.recipe.matcher.inclusive
            found = best_overlaps(self.assignment, self.grid, self.gt, self.used, self.network_size, inclusive)
            self._overlap.append(found)
        return self._overlap[0]

    def anchors(self, indices: npt.ArrayLike) -> Array:
        """Return the anchors (n, 4) of flat ``indices`` (n,), network px, in the recipe's precision.

        Raises `InspectorError` for an index outside 0 to N - 1.
        """
        return self.grid.boxes(whole_indices("anchors", indices, self.grid.size))

    def to_original(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of network px in original px."""
        return self.frame.to_original(boxes)

    def to_network(self, boxes: Array) -> Array:
        """Return boxes (n, 4) of original px in network px."""
        return self.frame.to_network(boxes)

    @quiet
    def predicted(self, indices: npt.ArrayLike) -> Array | None:
        """Return the decoded boxes (n, 4) float32 of flat ``indices`` (n,), network px, not clipped.

        None without predictions.
        """
        if self.deltas is None:
            return None
        flat = np.asarray(indices, np.int64).reshape(-1)
        return self._decoded(flat, self.deltas[flat])

    @property
    def coordinates(self) -> PixelCoordinates | FractionCoordinates:
        """Return the coordinates in which the recipe decodes boxes."""
        return coordinates(self.recipe.proposals, self.network_size, self.padded_size)

    def _decoded(self, flat: npt.NDArray[np.int64], t: Array) -> Array:
        """Return the boxes (n, 4) float32 that ``t`` (n, 4) make of the anchors ``flat`` (n,), network px."""
        anchors = self.coordinates.of(self.grid.boxes(flat))
        return self.coordinates.pixels(self.recipe.coder.decode(anchors, t, self.grid.strides(flat)))

    def objectness(self) -> Array | None:
        """Return each anchor's score (N,) float32, the best class's, or None without predictions."""
        return None if self.logits is None else objectness(self.logits, self.recipe.loss)

    @property
    def of_decoded_boxes(self) -> bool:
        """Return whether the outputs are decoded boxes put back on anchors: few anchors have any, none has a loss."""
        return self.prediction is not None and self.prediction.encoded_back

    def predicts(self, indices: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Return whether the outputs say anything of each of the flat ``indices`` (n,) or of one."""
        if self.deltas is None or not self.of_decoded_boxes:
            return np.full(np.shape(indices), self.deltas is not None)
        return np.asarray(~np.isnan(self.deltas[np.asarray(indices, np.int64)]).all(-1))

    @property
    def positives_known(self) -> bool:
        """Return whether the positives are all that are: where a rule needs outputs for them, it has some."""
        return not (self.recipe.matcher.positives_need_outputs and bool((self.assignment.label == UNDECIDED).any()))

    @quiet
    def ious(self, index: int) -> Array:
        """Return anchor ``index``'s IoU (G,) with each ground truth, in the recipe's precision."""
        # in the recipe's order of operations too: the very numbers compared with the thresholds
        grid, gt, _ = self.recipe.matcher.framed(self.grid, self.gt)
        return np.asarray(iou_with(grid.boxes([index])[0], gt.astype(grid.dtype), int(self.recipe.matcher.inclusive)))

    def explain(self, index: int) -> AnchorFacts:
        """Return every fact about one anchor; loss parts are computed for anchors outside the mini-batch too.

        Raises `InspectorError` for an index outside 0 to N - 1.
        """
        index = int(index)
        if not 0 <= index < self.grid.size:
            raise InspectorError(f"anchor {index}: wanted 0 to {self.grid.size - 1}")
        known = next((facts for facts in self._explained if facts.index == index), None)
        if known is None:
            known = self._facts_of(index)
            read_only(known)  # for whoever asks next
            self._explained[:] = [known]
        return known

    @quiet
    def _facts_of(self, index: int) -> AnchorFacts:
        assignment, recipe, best = self.assignment, self.recipe, self.overlap
        # facts are in the order x, y, w, h, whatever the order of the network's output
        order = recipe.coder.order
        box, stride = self.grid.boxes([index]), self.grid.strides([index])
        owner, label = int(assignment.gt[index]), int(assignment.label[index])
        soft = soft_targets(assignment, np.array([index])) if label == 1 else None
        overlaps = self.ious(index)
        t_star = recipe.coder.encode(box, self.gt[owner : owner + 1], stride)[0] if owner >= 0 else None
        t = predicted = difference = parts = score = for_objectness = for_box = None
        as_positive = bool((self.sampled_positive == index).any())
        sampled = as_positive or bool((self.sampled_negative == index).any())
        divisors = normalisers(len(self.sampled_positive), len(self.sampled_negative), recipe.loss, recipe.sampler)
        if self.loss is not None:
            divisors = self.loss.objectness_normaliser, self.loss.box_normaliser
        if self.logits is not None and self.deltas is not None and self.predicts(index):
            t = self.deltas[index]
            predicted = self._decoded(np.array([index]), t[None])[0]
            score = float(objectness(self.logits[index : index + 1], recipe.loss)[0])
            kinds = self.sample.gt_class[[owner]] if owner >= 0 else np.zeros(1, np.int64)
            of_network = not self.of_decoded_boxes
            # an ignored anchor has no loss, nor a positive of a class without a column
            if of_network and label >= 0 and (label == 0 or class_fits(self.logits, kinds, recipe.loss)):
                row = self.logits[index : index + 1]
                for_objectness = float(objectness_loss(row, label, kinds[:label], recipe.loss, soft)[0])
            if of_network and t_star is not None:
                # YOLO's t_x and t_y are logits, compared with t* behind a sigmoid; t_w and t_h are compared directly
                answer = sigmoid(t, "float64") if recipe.loss.box == "yolo" else t
                # x and y are the coordinates below 2 in either order
                pair = Decoded(predicted[None], self.gt[owner : owner + 1]) if recipe.loss.box in DECODED else None
                if recipe.loss.normaliser == "level_mean":
                    own = Pairs(np.array([index]), np.array([owner]))
                    pair = relative_boxes(self.grid, self.gt, own, self.deltas, recipe.coder)
                if pair is None:
                    difference = np.where(np.array(order) < 2, answer, t) - t_star
                weighted = self._area_weight(np.array([owner])) * box_loss(t[None], t_star[None], recipe.loss, pair)
                parts = weighted[0] / (recipe.loss.box_weight or 1)
                if recipe.loss.box_rows == "centreness":
                    weighted = weighted * float(centreness(box, self.gt[owner : owner + 1])[0])
                if recipe.loss.box_rows == "target" and soft is not None:
                    weighted = weighted * float(soft[0])
                for_box = float(weighted.sum())
        if self.loss is not None and self.loss.by_level is not None:
            level = int(self.grid.locate([index]).level[0])
            divisors, for_objectness, for_box = slot_parts(self.loss, index, level)
        recorded = self.prediction is not None and self.prediction.sampled_positive is not None
        said = membership(recipe.sampler, label, sampled, recorded, self.logits is not None)
        said = WITHOUT_LOSS if self.of_decoded_boxes else said
        in_order = [None if values is None else values[order] for values in (t_star, t, difference)]
        # bounded IoU's four parts are x, y, w, h whatever the network's order; a whole box has one
        cost = parts if parts is None or recipe.loss.box in DECODED else parts[order]
        coded = (in_order[0], in_order[1], in_order[2], cost)
        taken, further = ((label, int(as_positive)) if sampled else None), self._further(index)
        if sampled and self._left_out(index):
            taken, said = None, NO_NUMBER
        return AnchorFacts(
            index=index,
            box=box[0],
            place=self.grid.describe(index),
            label=label,
            cause=int(assignment.cause[index]),
            iou=float(best.iou[index]),
            gt=owner,
            best_gt=int(best.best_gt[index]),
            iou_per_gt=overlaps,
            t_star=coded[0],
            t=coded[1],
            predicted=predicted,
            difference=coded[2],
            r=coded[3],
            score=score,
            box_loss=for_box,
            objectness_loss=for_objectness,
            normaliser=divisors[0],
            box_normaliser=divisors[1],
            sampled=sampled,
            finding=recipe.matcher.finding(index, assignment),
            why=recipe.matcher.why(index, assignment, self.sample),
            membership=said,
            compared=recipe.matcher.compared(index, overlaps, assignment, best.gt_best_iou, self.sample),
            coding=coding_table(
                recipe.coder.coordinate_names, recipe.loss, *coded, sides=self._side_costs(index, t_star)
            ),
            terms=terms_table(
                recipe.loss,
                score,
                (for_box, for_objectness),
                divisors[::-1],
                self.loss,
                taken,
                said,
                further,
                recipe.anchors.of_points,
            ),
            further=further,
            landmarks=self._landmarks_of(index, owner),
        )

    @quiet
    def explain_candidate(self, index: int, stage: str = "") -> CandidateFacts:
        """Return every fact about one candidate of a stage over the proposals, "" the first.

        Raises `InspectorError` for a stage not there, or an index outside 0 to C - 1.
        """
        one = self.stages.get(stage) if stage else self.second_stage
        if one is None:
            raise InspectorError(f"stage {stage or 'after the proposals'}: found none, with this recipe and outputs")
        index = int(index)
        if not 0 <= index < one.grid.size:
            raise InspectorError(f"candidate {index}: wanted 0 to {one.grid.size - 1}")
        return candidate_facts(one, index, self.gt, self.sample)

    @quiet
    def explain_truth(self, index: int) -> GtFacts:
        """Return every fact about ground truth ``index``, from 0.

        Raises `InspectorError` for an index outside 0 to G - 1.
        """
        index = int(index)
        if not 0 <= index < len(self.gt):
            raise InspectorError(f"ground truth {index}: wanted 0 to {len(self.gt) - 1}")
        used = bool(self.used[index])
        recipe = self.recipe
        matcher, ground_truth = recipe.matcher, recipe.ground_truth
        return gt_facts(
            index, self.gt[index], used, self.assignment, self.overlap, matcher, ground_truth, self.sample,
            self.grid.describe,
        )  # fmt: skip

    def _side_costs(self, index: int, t_star: Array | None) -> Array | None:
        """Return the cost (4,) of an anchor's sides by their bins, None without bins or target."""
        raw = self.heads.get(BINS)
        if raw is None or t_star is None or self.recipe.loss.distances != "bins":
            return None
        return np.asarray(side_costs(raw[index : index + 1], t_star[None])[0])

    @property
    def landmarks(self) -> Array:
        """Return the ground truths' points (G, 2 L) float32, x then y, network px; NaN for one without."""
        return network_landmarks(self.sample.gt_landmarks, self.frame)

    @quiet
    def predicted_landmarks(self, indices: npt.ArrayLike) -> Array | None:
        """Return the points (n, 2 L) float32 the network says for flat ``indices`` (n,), network px; None for none."""
        said = self.heads.get(LANDMARKS)
        if said is None or not self.recipe.loss.landmark_weight:
            return None
        flat = np.asarray(indices, np.int64).reshape(-1)
        return decode_landmarks(self.grid.boxes(flat), said[flat], self.recipe.coder.stds[0])

    def _landmarks_of(self, index: int, owner: int) -> Table:
        """Return the table of an anchor's points, empty where neither the picture nor the outputs have any."""
        said, points = self.heads.get(LANDMARKS), self.landmarks
        if not self.recipe.loss.landmark_weight:
            return Table(())
        box, deviation = self.grid.boxes([index]), self.recipe.coder.stds[0]
        wanted = t = decoded = None
        if owner >= 0 and points.shape[1] == HEADS[LANDMARKS]:
            wanted = encode_landmarks(box, points[owner : owner + 1], deviation)[0]
        if (places := self.predicted_landmarks([index])) is not None and said is not None:
            t, decoded = said[index], places[0]
        return landmark_table(wanted, t, decoded)

    def _further(self, index: int) -> dict[str, tuple[float, float]]:
        """Return the anchor's part of each further loss by name, before division, and the divisor."""
        if self.loss is None:
            return {}
        found = {}
        for name, term in self.loss.more.items():
            rows = np.flatnonzero(term.rows == index)
            if rows.size:
                found[name] = (float(term.per_anchor[rows].sum()) * term.normaliser, term.normaliser)
        return found

    def _left_out(self, index: int) -> bool:
        """Return whether the losses leave out an anchor, as not all of its raw outputs are numbers."""
        if self.loss is None or self.logits is None or self.deltas is None:
            return False
        return bool(not_finite(self.logits[[index]], self.deltas[[index]])[0])

    def _area_weight(self, gt: Array) -> Array:
        """Return darknet's 2 - w h of ground truths ``gt`` (n,) as (n, 1); ones where the recipe has no weight."""
        if not self.recipe.loss.small_box_weight:
            return np.ones((len(gt), 1))
        return 2 - relative_area(self.gt[gt], self.padded_size)[:, None]


@quiet
def inspect(
    sample: Sample,
    recipe: Recipe | str | Path,
    prediction: Prediction | Detections | None = None,
    sampled: tuple[npt.ArrayLike, npt.ArrayLike] | None = None,
    seed: int = 0,
) -> Inspection:
    """Return the `Inspection` of one picture.

    Raises `BadPredictions` where the outputs do not fit the recipe, `InspectorError` for a sampled index outside 0 to N
    - 1, TypeError for an argument of another kind.

    Args:
        sample: the picture and ground truths, original px.
        recipe: the library's conventions, or the name or path of a recipe.
        prediction: raw outputs, or decoded boxes for `as_prediction`.
        sampled: the mini-batch as (positives, negatives), flat indices; None: the prediction's own, else drawn.
        seed: of a drawn mini-batch.
    """
    recipe = load_recipe(recipe) if isinstance(recipe, str | Path) else recipe
    for name, found, wanted in (("sample", sample, Sample), ("recipe", recipe, Recipe)):
        if not isinstance(found, wanted):
            raise TypeError(f"{name}: found {found!r:.60}, wanted a {wanted.__name__}")
    if isinstance(prediction, Detections):
        prediction = encoded_back(prediction, sample, recipe)
    if prediction is not None and not isinstance(prediction, Prediction):
        raise TypeError(f"prediction: found a {type(prediction).__name__}, wanted a Prediction or Detections")
    logits = deltas = t = loss = proposals = there = None
    heads: dict[str, Array] = {}
    told: list[InspectionWarning] = []
    if prediction is not None:
        prediction, told = of_recipe(prediction, recipe)
    frame, grid = frame_and_grid(sample, recipe, prediction)
    if prediction is not None:  # checked first: a wrong size makes a grid that fills any memory
        logits, raw = prediction.flat(grid, recipe.loss.objectness, recipe.coder.bins)
        deltas, heads = recipe.coder.means_of(raw), prediction.further(grid)
        heads |= {BINS: raw} if raw.shape[1] > 4 else {}
    seen = seen_by_trainer(sample, frame, prediction)
    if seen.recorded is None:
        seen = replace(seen, gt=recipe.ground_truth.as_loaded(sample.gt, frame))
    if prediction is not None and logits is not None:
        seen = paired(seen, prediction, class_columns(recipe, prediction, logits))
    sample, frame, gt = seen.sample, seen.frame, seen.gt
    # of decoded boxes put back, most anchors have no box of their own
    said = (None, None) if prediction is None or prediction.encoded_back else (logits, deltas)
    used, assignment = assigned(seen, recipe, grid, *said, resize_of(recipe, prediction))
    image, positive = frame.network_size, np.flatnonzero(assignment.label == 1)
    if prediction is not None and logits is not None and deltas is not None:
        t = deltas[positive]
        # of decoded boxes put back only the anchors with a box have a prediction: the rest must not fill the top-k
        there = objectness(logits, recipe.loss) > LEAST_SAID if prediction.encoded_back else None
        kinds = prediction.kinds(grid.size)
        centre = centreness_of(heads, recipe)
        proposals = propose(
            grid, logits, deltas, recipe, image, frame.scale[0], there, kinds, centre, frame.padded_size
        )
    drawn = recorded_batch(prediction) if sampled is None else None
    chosen = chosen_batch(assignment, recipe, drawn or sampled, seed, said[0], prediction)
    if prediction is not None and not prediction.encoded_back and logits is not None and deltas is not None:
        size = frame.padded_size
        trained = with_average(recipe, prediction)
        points = network_landmarks(sample.gt_landmarks, frame)
        loss = picture_losses(sample, trained, grid, gt, assignment, chosen, logits, deltas, heads, size, points)
    warnings = warnings_of(recipe, grid, seen, used, assignment, prediction, logits, deltas, drawn)
    stages = stages_of(recipe, seen, used, prediction, proposals, seed)
    if there is not None and logits is not None and deltas is not None:
        logits, deltas = only_said(logits, there), only_said(deltas, there)
        t = deltas[positive]
    return Inspection(
        sample=sample,
        recipe=recipe,
        frame=frame,
        grid=grid,
        gt=gt,
        used=used,
        recorded=seen.recorded,
        assignment=assignment,
        positive=positive,
        t_star=targets_of(grid, positive, gt, assignment, recipe),
        t=t,
        sampled_positive=chosen[0],
        sampled_negative=chosen[1],
        prediction=prediction,
        logits=logits,
        deltas=deltas,
        loss=loss,
        proposals=proposals,
        heads=heads,
        warnings=(*told, *warnings, *stage_warnings(recipe, sample, prediction, stages)),
        stages=stages,
        pairing=seen.pairing,
    )


def centreness_of(heads: Mapping[str, Array], recipe: Recipe) -> Array | None:
    """Return the output by which scores are multiplied, None without."""
    return heads[HEAD][:, 0] if recipe.loss.centreness_weight and HEAD in heads else None
