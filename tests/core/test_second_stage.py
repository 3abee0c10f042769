"""The second stage: candidates, quota, levels, columns, losses and detections, beside naive ones."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_stages import PROPOSALS, SAMPLE, eval_rois, heads, outputs, small

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.boxes import clip, iou_with
from rpn_inspector.core.candidate_sections import candidate_sections
from rpn_inspector.core.errors import BadLayout, BadPredictions, InspectorError
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import softmax
from rpn_inspector.core.quota import Quota
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.box_level import BoxLevel
from rpn_inspector.core.second_stage.candidates import candidates_of
from rpn_inspector.core.second_stage.detecting import PictureSizes, detect
from rpn_inspector.core.second_stage.head_outputs import HeadOutputs
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs

SIZE = (64, 96)
STAGES = {
    name: dict(load_recipe(f"fasterrcnn-{name}").further)["roi"]
    for name in ("torchvision", "detectron2", "mmdet", "paper")
}
SURE = 8.0


@st.composite
def boxes(draw, least=0, most=12):
    count = draw(st.integers(least, most))
    start = draw(st.lists(st.integers(0, 40), min_size=2 * count, max_size=2 * count))
    sides = draw(st.lists(st.integers(1, 30), min_size=2 * count, max_size=2 * count))
    corner = np.array(start, np.float32).reshape(-1, 2)
    return np.concatenate([corner, corner + np.array(sides, np.float32).reshape(-1, 2)], 1)


def test_a_grid_of_boxes_gives_the_boxes_back():
    grid = Grid.of_boxes(PROPOSALS)
    assert grid.size == 5
    np.testing.assert_array_equal(grid.all_boxes(), PROPOSALS)
    np.testing.assert_array_equal(grid.boxes([3, 0]), PROPOSALS[[3, 0]])
    assert Grid.of_boxes(np.zeros((0, 4))).size == 0


@given(proposals=boxes(), gt=boxes(most=5), name=st.sampled_from(sorted(STAGES)))
def test_candidates_are_labelled_as_by_brute_force(proposals, gt, name):
    stage, dtype = STAGES[name], load_recipe(f"fasterrcnn-{name}").dtype
    found = candidates_of(proposals, gt, stage, dtype, SIZE)
    first = len(gt) if stage.add_gt == "first" else 0
    order = (gt, proposals) if first else (proposals, gt)
    np.testing.assert_array_equal(found.grid.boxes(np.arange(found.grid.size)), np.concatenate(order))
    assert sorted(found.source[found.source >= 0].tolist()) == list(range(len(proposals)))
    for place in range(found.grid.size):
        box = found.grid.boxes([place])[0]
        if place < first:
            assert (found.assignment.label[place], found.assignment.gt[place]) == (1, place)
            continue
        iou = iou_with(box.astype(dtype), gt.astype(dtype), int(stage.matcher.inclusive))
        best = iou.max(initial=0)
        label = 1 if len(gt) and best >= 0.5 else 0
        assert found.assignment.label[place] == label
        assert found.assignment.gt[place] == (iou.argmax() if label else -1)
    assert found.assignment.gt_positives.sum() == (found.assignment.label == 1).sum()


@given(
    label=st.lists(st.sampled_from([1, 0, -1]), max_size=60),
    batch=st.integers(1, 40),
    share=st.floats(0, 1),
    limit=st.integers(0, 4),
    seed=st.integers(0, 3),
)
def test_a_quota_is_never_exceeded(label, batch, share, limit, seed):
    label = np.array(label, np.int8)
    quota = Quota(batch=batch, positive_fraction=share, negatives_per_positive=limit)
    positive, negative = quota.sample(label, seed)
    assert len(positive) == min((label == 1).sum(), int(batch * share))
    room = batch - len(positive)
    assert len(negative) == min((label == 0).sum(), room, limit * max(len(positive), 1) if limit else room)
    assert (label[positive] == 1).all()
    assert (label[negative] == 0).all()
    assert len(set(positive.tolist())) == len(positive)
    np.testing.assert_array_equal(quota.sample(label, seed)[0], positive)


def test_rounding_half_to_even_is_the_articles():
    assert [len(Quota(10, 0.25, mode).sample(np.ones(9, np.int8), 0)[0]) for mode in ("truncate", "half_even")] == [
        2,
        2,
    ]
    assert [len(Quota(14, 0.25, mode).sample(np.ones(9, np.int8), 0)[0]) for mode in ("truncate", "half_even")] == [
        3,
        4,
    ]


def test_levels_of_squares_as_the_three_libraries_count():
    sides = np.array([1.0, 55.9, 56, 111.9, 112, 223.9, 224, 447.9, 448, 4000], np.float32)
    squares = np.stack([0 * sides, 0 * sides, sides, sides], 1)
    for name in ("torchvision", "detectron2", "mmdet"):
        assert STAGES[name].level.of(squares).tolist() == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3]
    assert BoxLevel(names=("C5",), lowest=5).of(squares).tolist() == [0] * 10
    odd = np.array([[5, 5, 5, 5], [9, 9, 3, 3], [9, 9, 3, 90], [np.nan, 0, 1, 1]], np.float32)
    assert STAGES["torchvision"].level.of(odd).tolist() == [0, 0, 0, 0]


@given(sides=st.lists(st.floats(0.01, 3000), min_size=2, max_size=9), name=st.sampled_from(sorted(STAGES)))
def test_a_larger_box_is_never_pooled_from_a_finer_map(sides, name):
    side = np.sort(np.array(sides, np.float32))
    level = STAGES[name].level.of(np.stack([0 * side, 0 * side, side, side], 1))
    assert (np.diff(level) >= 0).all()


def test_the_background_first_or_last_is_the_same_head():
    logits, deltas = np.array([[3.0, 1, 2]]), np.arange(12.0).reshape(1, 12)
    first = HeadOutputs.of(logits, deltas, STAGES["torchvision"])
    last = HeadOutputs.of(logits[:, [1, 2, 0]], deltas[:, 4:], STAGES["detectron2"])
    np.testing.assert_array_equal(first.logits, last.logits)
    np.testing.assert_array_equal(first.deltas, last.deltas)
    np.testing.assert_array_equal(first.scores(), softmax(logits)[:, 1:].astype(np.float32))
    np.testing.assert_array_equal(first.t_of(np.array([0]), np.array([1])), [[8, 9, 10, 11]])
    shared = dataclasses.replace(STAGES["detectron2"], deltas="one")
    one = HeadOutputs.of(logits, deltas[:, :4], shared)
    np.testing.assert_array_equal(one.t_of(np.array([0, 0]), np.array([0, 1])), [[0, 1, 2, 3]] * 2)


@pytest.mark.parametrize(
    ("logits", "deltas", "said"),
    [
        (np.zeros((2, 1)), np.zeros((2, 4)), "roi_logits (2, 1), wanted (S, K + 1) with the background first"),
        (np.zeros((2, 3)), np.zeros((2, 8)), "roi_deltas (2, 8), wanted (2, 12) for with_background"),
    ],
)
def test_outputs_of_another_shape_are_refused(logits, deltas, said):
    with pytest.raises(BadLayout, match="roi_") as caught:
        HeadOutputs.of(logits, deltas, STAGES["torchvision"], "roi_")
    assert str(caught.value) == said


@st.composite
def answers(draw):
    proposals = draw(boxes(1, 8))
    classes = draw(st.integers(1, 3))
    flat = draw(st.lists(st.integers(0, 20), min_size=len(proposals) * classes, max_size=len(proposals) * classes))
    return proposals, np.array(flat, np.float32).reshape(-1, classes) / 20


@given(answer=answers(), name=st.sampled_from(["torchvision", "detectron2", "paper"]), keep=st.integers(1, 6))
def test_detections_are_those_of_a_naive_loop(answer, name, keep):
    proposals, scores = answer
    stage, rows = STAGES[name], np.arange(len(proposals))
    spec = dataclasses.replace(stage.detections, keep=keep, offset_boxes_below=0)
    deltas = np.zeros((*scores.shape, 4), np.float32)
    found = detect(proposals, scores, deltas, stage.coder, spec, PictureSizes(SIZE, SIZE, (1.0, 1.0)))
    extra = int(stage.coder.inclusive)
    cut = clip(stage.coder.decode(proposals, deltas[rows, 0]), SIZE, extra)
    wanted, met = [], 0
    for kind in range(scores.shape[1]):
        alive = []
        for row in sorted(rows.tolist(), key=lambda row: -scores[row, kind]):
            if scores[row, kind] <= np.float32(0.05):
                continue
            met += 1
            overlaps = [float(iou_with(cut[row], cut[[other]], extra)[0]) for other in alive]
            if not any(iou >= spec.nms if name == "paper" else iou > spec.nms for iou in overlaps):
                alive.append(row)
        wanted += [(float(scores[row, kind]), kind, row) for row in alive]
    wanted.sort(key=lambda one: (-one[0], one[2] * scores.shape[1] + one[1]))
    last = wanted[keep - 1][0] if len(wanted) >= keep else 0
    kept = wanted[:keep] if spec.order == "score" else [one for one in wanted if one[0] >= last]
    if spec.order == "class":
        kept.sort(key=lambda one: one[1])
    got = list(zip(found.scores.tolist(), found.classes.tolist(), found.proposal.tolist(), strict=True))
    assert got == kept
    assert (found.pair_fate == Fate.KEPT).sum() == len(kept)
    assert (found.pair_fate == Fate.LOW_SCORE).sum() == scores.size - met
    assert (found.pair_fate == Fate.SUPPRESSED).sum() == len(found.suppressed) == met - len(wanted)


def test_small_and_endless_boxes_leave_as_the_libraries_say():
    proposals = np.array([[5, 5, 5.001, 9], [5, 5, 20, 20], [40, 40, 50, 60]], np.float32)
    scores, deltas = np.full((3, 1), 0.9, np.float32), np.zeros((3, 1, 4), np.float32)
    deltas[1, 0, 0] = np.inf
    sizes = PictureSizes(SIZE, SIZE, (1.0, 1.0))
    kept = {}
    for name in ("torchvision", "detectron2"):
        found = detect(proposals, scores, deltas, STAGES[name].coder, STAGES[name].detections, sizes)
        kept[name] = found.proposal.tolist()
    assert 0 not in kept["torchvision"]
    assert kept["detectron2"] == [0, 2]


def test_a_whole_second_stage_by_hand():
    recipe = small()
    logits = [[0, SURE, 0], [SURE, 0, 0], [0, 0, SURE], [0, 0, 4], [SURE, 0, 0]]
    one = inspect(SAMPLE, recipe, outputs(recipe, eval_rois(logits)))
    stage = one.second_stage
    assert stage is one.stages["roi"]
    assert stage.source.tolist() == [0, 1, 2, 3, 4, -1, -1, -1]
    assert stage.label.tolist() == [1, 0, 1, 1, 1, 1, 1, 1]
    assert stage.gt.tolist() == [0, -1, 1, 1, 2, 0, 1, 2]
    # ground truths have no outputs, so they are not drawn
    assert stage.sampled_positive.tolist() == [0, 2, 3, 4]
    assert stage.sampled_negative.tolist() == [1]
    assert np.isnan(stage.t[-3:]).all()
    chosen = np.array(logits)[[0, 2, 3, 4, 1], [1, 2, 2, 2, 0]]
    wanted = np.log(np.exp(np.array(logits)[[0, 2, 3, 4, 1]]).sum(1)) - chosen
    np.testing.assert_allclose(stage.loss.objectness_per_anchor * 5, wanted, rtol=1e-6)
    np.testing.assert_allclose(stage.loss.objectness, wanted.mean(), rtol=1e-6)
    assert stage.t_star[0].tolist() == pytest.approx([-10 / 32, 0, 0, 0])
    assert stage.loss.box_per_coordinate[0].tolist() == pytest.approx([(10 / 32 - 1 / 18) / 5, 0, 0, 0])
    found = stage.detections
    assert found.proposal.tolist() == [0, 2]
    assert found.classes.tolist() == [0, 1]
    ends = [(way.end, way.furthest, way.detection) for way in one.ways()]
    assert ends == [("kept", 0, 0), ("kept", 2, 1), ("low_score", 4, -1)]
    assert [(way.proposal, way.label, way.owner, way.positives) for way in one.ways()] == [
        (0, 1, 0, 1),
        (3, 1, 1, 2),
        (4, 1, 2, 1),
    ]


def test_classes_and_foreground_weigh_as_said_and_the_divisor_stays():
    """MMDetection's `class_weight`, its background last there, and `pos_weight`."""
    plain = small("fasterrcnn-mmdet")
    loss = {"class_factors": [0.25, 3, 2], "positive_weight": 1.5}
    recipe = plain.with_tables({"stage": {"roi": {"loss": loss}}})
    logits = np.array([[2, 0, 1], [0, 0, 3], [1, 2, 0], [0, 1, 1], [1, 1, 1]], np.float32)
    made = RoiOutputs(proposals=PROPOSALS, heads={"roi": heads(logits, 2)}, mode="eval")
    one, other = (inspect(SAMPLE, each, outputs(each, made)) for each in (recipe, plain))
    stage, before = one.second_stage, other.second_stage
    kinds = [SAMPLE.gt_class[stage.gt[place]] + 1 if stage.label[place] == 1 else 0 for place in stage.loss.rows]
    factor = np.array([0.25, 3 * 1.5, 2 * 1.5])[kinds]
    np.testing.assert_allclose(stage.loss.objectness_per_anchor, before.loss.objectness_per_anchor * factor)
    assert stage.loss.objectness_normaliser == before.loss.objectness_normaliser
    assert stage.loss.box == before.loss.box
    for place in stage.loss.rows:
        facts = one.explain_candidate(int(place))
        line = candidate_sections(one, stage, facts)[3].lines[-1]
        assert line.exact == pytest.approx(facts.class_loss)
        assert ("· ln(" in line.numbers) == (line.numbers != "")
    few = plain.with_tables({"stage": {"roi": {"loss": {"class_factors": [1.0, 2.0]}}}})
    with pytest.raises(BadLayout, match="found 3 scores, the background's among them, wanted 2, one for each of"):
        inspect(SAMPLE, few, outputs(few, made))


def test_who_suppressed_a_ground_truths_proposal_is_said():
    recipe = small()
    crowd = Sample("a", (64, 96), gt=np.array([[9.0, 8, 41, 40], [14, 8, 46, 40]]), gt_class=np.array([0, 0]))
    proposals = np.array([[9, 8, 41, 40], [14, 8, 46, 40]], np.float32)
    head = StageOutputs(logits=np.array([[0, 6.0], [0, 3]], np.float32), deltas=np.zeros((2, 8), np.float32))
    rois = RoiOutputs(proposals=proposals, heads={"roi": head})
    first, second = inspect(crowd, recipe, outputs(recipe, rois)).ways()
    assert (first.end, second.end, second.suppressor) == ("kept", "suppressed", 0)
    assert second.suppressor_iou == pytest.approx(27 / 37)


def test_a_recorded_sample_has_outputs_of_its_own_and_no_detections():
    recipe = small()
    head = heads([[0, SURE, 0], [SURE, 0, 0], [0, 0, SURE]], 3, sampled=np.array([5, 1, 2]))
    one = inspect(SAMPLE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads={"roi": head}, mode="train")))
    stage = one.second_stage
    assert stage.recorded
    assert stage.sampled_positive.tolist() == [5, 2]
    assert stage.sampled_negative.tolist() == [1]
    assert stage.row.tolist() == [-1, 1, 2, -1, -1, 0, -1, -1]
    assert stage.detections is None
    assert {way.end for way in one.ways()} == {"unknown"}
    assert stage.loss.objectness < 0.01


def test_without_heads_there_are_labels_and_no_numbers_of_a_network():
    recipe = small()
    stage = inspect(SAMPLE, recipe, outputs(recipe)).second_stage
    assert len(stage.proposals)
    assert (stage.loss, stage.detections, stage.t, stage.head) == (None, None, None, None)
    assert inspect(SAMPLE, recipe).second_stage is None
    assert inspect(SAMPLE, small("torchvision-fpn"), None).stages == {}


def test_without_a_ground_truth_every_candidate_is_background_and_says_why():
    recipe, sample = small(), Sample("a", (64, 96), gt=np.zeros((0, 4)), classes=("cat", "dog"))
    one = inspect(sample, recipe, outputs(recipe))
    assert one.second_stage.grid.size
    for index in range(one.second_stage.grid.size):
        facts = one.explain_candidate(index)
        assert (facts.label, facts.gt, str(facts.why)) == (0, -1, "It overlaps no ground truth: background.")


def test_a_cascade_goes_on_over_the_boxes_of_the_stage_before():
    recipe = small("cascade-mmdet")
    logits = [[SURE, 0, 0], [0, 0, SURE], [0, SURE, 0], [0, 4, 0], [0, 0, SURE]]
    moved = heads(logits, 1)
    moved.deltas[0] = [1, 0, 0, 0]  # a tenth of 32 px
    three = {name: moved if name == "roi" else heads(logits, 1) for name in ("roi", "cascade2", "cascade3")}
    one = inspect(SAMPLE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads=three)))
    first, second, third = one.stages.values()
    assert second.proposals[0].tolist() == pytest.approx([12.2, 8, 44.2, 40])
    assert second.before.tolist() == np.flatnonzero(first.source >= 0).tolist()
    assert first.source[:3].tolist() == [-1, -1, -1]  # ground truths first
    assert [stage.stage.matcher.positive for stage in (first, second, third)] == [0.5, 0.6, 0.7]
    np.testing.assert_allclose(third.detections.pair_score, softmax(np.array(logits))[:, :2], rtol=1e-6)


def test_boxes_by_class_go_on_by_the_likeliest_class_and_in_training_by_the_ground_truths():
    """As MMDetection's `refine_bboxes` and `_refine_roi`; one is drawn as background."""
    every = {f"cascade{number}" for number in (2, 3)} | {"roi"}
    recipe = small("cascade-mmdet").with_tables({"stage": {name: {"deltas": "per_class"} for name in every}})
    logits = np.array([[0, SURE, 0], [0, 0, SURE], [0, SURE, 0], [2, 1, SURE], [SURE, 0, 0]], np.float32)
    moved = np.zeros((5, 8), np.float32)
    moved[:, 0], moved[:, 4] = 1, 2  # a tenth of the width by class 0, two tenths by class 1
    at_rest = {name: StageOutputs(logits=logits, deltas=moved) for name in every}
    one = inspect(SAMPLE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads=at_rest)))
    steps = (one.stages["cascade2"].proposals - one.stages["roi"].proposals)[:, 0]
    width = PROPOSALS[:, 2] - PROPOSALS[:, 0]
    np.testing.assert_allclose(steps / width, [0.2, 0.1, 0.2, 0.1, 0.1], rtol=1e-5)
    first = one.stages["roi"]
    assert first.refines.tolist() == [1, 0, 1, 0, 0]
    place = int(first.candidate_of()[0])  # foreground of class 0
    words = candidate_sections(one, first, one.explain_candidate(place))[1].words
    assert words.endswith("It goes on to cascade2 by the box of dog, the likeliest class.")

    sampled = first.candidate_of()[[0, 2, 4, 1, 3]]
    trained = {"roi": StageOutputs(logits=logits[[0, 2, 4, 1, 3]], deltas=moved, sampled=sampled, gt=[0, 1, 2, -1, -1])}
    rois = RoiOutputs(proposals=PROPOSALS, heads=trained, mode="train")
    one = inspect(SAMPLE, recipe, outputs(recipe, rois))
    second, first = one.stages["cascade2"], one.stages["roi"]
    place = first.source[second.before]
    steps = second.proposals[:, 0] - PROPOSALS[place, 0]
    kinds = dict(zip(place.tolist(), np.round(steps / width[place] * 10).astype(int) - 1, strict=True))
    assert first.label[first.candidate_of()].tolist() == [1, 0, 1, 1, 1]
    assert kinds == {0: 0, 1: 0, 2: 1, 3: 0, 4: 1}
    words = candidate_sections(one, first, one.explain_candidate(int(sampled[0])))[1].words
    assert words.endswith("It goes on to cascade2 by the box of cat, in training its ground truth's class.")


def test_a_cascades_scores_are_the_mean_of_all_stages_logits_or_scores():
    recipe = small("cascade-mmdet")
    logits = np.array([[3.0, 0, 1], [0, 0, 2], [0, 4, 0], [1, 4, 0], [0, 0, 5]])
    three = {"roi": logits, "cascade2": logits * 2, "cascade3": -logits}
    rois = RoiOutputs(proposals=PROPOSALS, heads={name: heads(part, 1) for name, part in three.items()})
    wanted = {"logits": softmax(logits * 2 / 3), "scores": np.mean([softmax(part) for part in three.values()], 0)}
    for average, scores in wanted.items():
        one = recipe.with_tables({"stage": {"cascade3": {"detections": {"average": average}}}})
        found = inspect(SAMPLE, one, outputs(one, rois)).stages["cascade3"].detections.pair_score
        np.testing.assert_allclose(found, scores[:, :2], rtol=2e-6)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (heads(np.zeros((2, 3)), 3), "roi_logits: found 2 rows, wanted 5 (one a proposal) or 8 (one a candidate)"),
        (
            heads(np.zeros((2, 3)), 3, sampled=np.array([1])),
            "wanted 5 (one a proposal) or 8 (one a candidate) or 1 (one a sampled box)",
        ),
        (heads(np.zeros((2, 3)), 3, sampled=[0.7, 1]), "roi_sampled: wanted whole numbers, places among"),
        (heads(np.zeros((2, 3)), 3, sampled=np.array([np.nan, 1])), "roi_sampled: wanted whole numbers"),
        (
            heads(np.zeros((5, 3)), 3, sampled=np.array([8])),
            "roi_sampled holds 8, wanted places among the 8 candidates",
        ),
        (heads(np.zeros((5, 3)), 3, sampled=np.array([1]), gt=np.array([0, 1])), "roi_gt (2,), wanted (1,)"),
    ],
)
def test_outputs_that_do_not_fit_are_refused(head, said):
    recipe = small()
    with pytest.raises((BadLayout, BadPredictions)) as caught:
        inspect(SAMPLE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads={"roi": head})))
    assert said in str(caught.value)


def test_a_candidates_facts_are_those_of_the_stage():
    recipe = small()
    logits = [[0, SURE, 0], [SURE, 0, 0], [0, 0, SURE], [0, 0, 4], [SURE, 0, 0]]
    one = inspect(SAMPLE, recipe, outputs(recipe, eval_rois(logits)))
    stage = one.second_stage
    facts = [one.explain_candidate(k) for k in range(stage.grid.size)]
    drawn = [k for k in range(stage.grid.size) if facts[k].sampled]
    assert sum(facts[k].class_loss / facts[k].normaliser for k in drawn) == pytest.approx(stage.loss.objectness)
    owned = [k for k in drawn if facts[k].box_loss is not None]
    assert sum(facts[k].box_loss / facts[k].box_normaliser for k in owned) == pytest.approx(stage.loss.box)
    assert [fact.proposal for fact in facts] == stage.source.tolist()
    first, background, twin, truth = facts[0], facts[1], facts[3], facts[5]
    assert first.why == "IoU 0.9394 with ground truth 1 (cat) reaches 0.50: positive."
    assert background.why == "It overlaps no ground truth: background."
    assert truth.why.startswith("It is a ground truth that joins the proposals in training. IoU 1.0000")
    assert first.t_star.tolist() == pytest.approx([-10 / 32, 0, 0, 0])
    assert first.predicted.tolist() == PROPOSALS[0].tolist()
    assert (first.kind, first.fates.tolist()) == (0, [Fate.KEPT, Fate.LOW_SCORE])
    assert (twin.kind, twin.suppressor, twin.suppressor_iou) == (1, 2, pytest.approx(1560 / 1680))
    assert (truth.t, truth.scores, truth.class_loss, truth.fates) == (None, None, None, None)
    assert (background.gt, background.t_star, background.box_loss) == (-1, None, None)
    with pytest.raises(InspectorError, match="candidate 8: wanted 0 to 7"):
        one.explain_candidate(8)
    with pytest.raises(InspectorError, match="stage more: found none"):
        one.explain_candidate(0, "more")


def test_a_ground_truth_first_is_its_own_match():
    recipe = small("fasterrcnn-mmdet")
    rois = RoiOutputs(proposals=PROPOSALS)
    one = inspect(SAMPLE, recipe, outputs(recipe, rois))
    said = [one.explain_candidate(k) for k in range(3)]
    assert [fact.gt for fact in said] == [0, 1, 2]
    assert said[0].why == (
        "It is ground truth 1 (cat) itself, which joins the proposals in training: positive without a comparison."
    )


def test_inspects_document_says_why_a_kept_proposal_is_no_detection():
    recipe = small()
    logits = [[0, SURE, 0], [SURE, 0, 0], [0, 0, SURE], [0, 0, 4], [SURE, 0, 0]]
    ways = summarise(inspect(SAMPLE, recipe, outputs(recipe, eval_rois(logits))))["second_stage"]["ways"]
    assert ways[0]["why"].startswith("It answers cat at 0.99")
    assert ways[0]["why"].endswith("and no box of its class suppresses it.")
    lost = [way for way in ways if way["end"] not in ("kept", "no_proposal")]
    assert all("threshold" in way["why"] or "overlaps it at IoU" in way["why"] for way in lost)
    assert all(way["why"] is None for way in ways if way["furthest"] is None)


def test_what_was_recorded_otherwise_is_a_warning():
    recipe = small()
    logits = np.zeros((len(PROPOSALS), 2))
    head = heads(logits, 2, level=np.array([0, 0, 1, 0, 0]), sampled=np.array([0, 1]), gt=np.array([-1, -1]))
    rois = RoiOutputs(proposals=PROPOSALS, heads={"roi": head, "mask": heads(logits, 2)})
    found = {warning.kind: warning for warning in inspect(SAMPLE, recipe, outputs(recipe, rois)).warnings}
    assert found["stage_unread"].example == (
        "the outputs of stage mask are not read: recipe fasterrcnn-torchvision-320 has no [stage.mask]"
    )
    assert found["stage_labels"].example.startswith("the trainer's sample of roi has candidate 0 under another label")
    assert found["stage_level"].example == "proposal 2 was pooled from another map than this recipe's stage roi says"
    assert (found["stage_classes"].count, found["stage_classes"].example[:19]) == (2, "ground truth 2 (dog")
    right = inspect(SAMPLE, recipe, outputs(recipe, eval_rois(np.zeros((5, 3)))))
    assert not [warning.kind for warning in right.warnings if warning.kind.startswith("stage")]


def test_a_ground_truth_that_no_proposal_overlaps_has_none():
    recipe = small()
    rois = RoiOutputs(proposals=PROPOSALS[:2], heads={"roi": heads(np.zeros((2, 3)), 3)})
    ways = inspect(SAMPLE, recipe, outputs(recipe, rois)).ways()
    assert [(way.proposal, way.label, way.end) for way in ways] == [
        (0, 1, "kept"),
        (-1, None, "no_proposal"),
        (-1, None, "no_proposal"),
    ]
    none = RoiOutputs(proposals=PROPOSALS[:0], heads={"roi": heads(np.zeros((0, 3)), 3)})
    assert {way.end for way in inspect(SAMPLE, recipe, outputs(recipe, none)).ways()} == {"no_proposal"}


TWO_STAGES = sorted(name for name in list_recipes() if load_recipe(name).further)


@pytest.mark.parametrize("name", TWO_STAGES)
def test_no_proposals_have_no_detections_in_every_recipe(name):
    for _, stage in load_recipe(name).further:
        none, sizes = np.zeros((0, 4), np.float32), PictureSizes(SIZE, SIZE, (1.0, 1.0))
        slots = 1 if stage.deltas == "one" else 3
        deltas = np.zeros((0, slots, 4), np.float32)
        found = detect(none, np.zeros((0, 3), np.float32), deltas, stage.coder, stage.detections, sizes)
        assert (found.boxes.shape, found.pair_fate.shape) == ((0, 4), (0, 3))


def test_recorded_boxes_of_no_annotation_have_no_class_and_no_loss():
    recipe = small()
    elsewhere = np.array([[20, 5, 70, 20], [3, 30, 30, 62]], np.float32)
    proposals = np.concatenate([elsewhere, PROPOSALS[1:2]])
    rois = RoiOutputs(proposals=proposals, heads={"roi": heads([[0, 0, SURE]] * 3, 3)})
    one = inspect(SAMPLE, recipe, dataclasses.replace(outputs(recipe, rois), gt=elsewhere))
    assert not one.frame.placed
    stage = one.second_stage
    assert stage.gt.tolist() == [0, 1, -1, 0, 1]
    assert stage.loss is None
    assert np.isnan(stage.t).all()
    assert [(way.end, way.score, way.detection) for way in one.ways()] == [("unknown", None, -1)] * 2
    first = one.explain_candidate(0)
    assert (first.kind, first.t, first.class_loss, first.box_loss) == (-1, None, None, None)
    told = [warning for warning in one.warnings if warning.kind == "stage_classes"]
    assert [(warning.count, warning.example) for warning in told] == [
        (2, "ground truth 1 (—) is of no known class, but stage roi has outputs for classes 0 to 1: no losses")
    ]


def test_what_is_like_an_array_is_one_and_another_shape_is_refused():
    recipe = small()
    lists = StageOutputs(logits=np.zeros((5, 3)).tolist(), deltas=np.zeros((5, 12)).tolist(), sampled=[0], gt=[0])
    head = dataclasses.replace(lists, sampled=None, gt=None)
    rois = RoiOutputs(proposals=PROPOSALS.tolist(), heads={"roi": head})
    one = inspect(SAMPLE, recipe, outputs(recipe, rois))
    assert one.second_stage.proposals.tolist() == PROPOSALS.tolist()
    assert RoiOutputs(proposals=[]).proposals.shape == (0, 4)
    for wrong, said in ((np.zeros((2, 5)), "(2, 5), wanted (R, 4)"), ([[1, 2, 3, 4], [5]], "rows of one length")):
        with pytest.raises(BadLayout) as caught:
            RoiOutputs(proposals=wrong)
        assert said in str(caught.value)
    with pytest.raises(BadLayout, match="sampled: found one number, wanted an array"):
        StageOutputs(sampled=3)


def test_averaged_stages_with_other_classes_are_refused_by_name():
    recipe = small("cascade-mmdet")
    columns = {"roi": 3, "cascade2": 4, "cascade3": 3}
    three = {name: heads(np.zeros((5, many)), 1) for name, many in columns.items()}
    with pytest.raises(BadLayout) as caught:
        inspect(SAMPLE, recipe, outputs(recipe, RoiOutputs(proposals=PROPOSALS, heads=three)))
    assert str(caught.value) == "cascade2_logits: found 3 classes, wanted 2 as roi_logits"


def test_raw_outputs_of_a_stage_that_are_no_numbers_are_a_warning():
    recipe, logits = small(), np.zeros((5, 3))
    assert "stage_not_a_number" not in [
        w.kind for w in inspect(SAMPLE, recipe, outputs(recipe, eval_rois(logits))).warnings
    ]
    logits[2, 1], logits[4, 0] = np.nan, np.inf
    [found] = [
        warning
        for warning in inspect(SAMPLE, recipe, outputs(recipe, eval_rois(logits))).warnings
        if warning.kind == "stage_not_a_number"
    ]
    assert found.count == 2
    assert found.example == (
        "candidate 2 of stage roi: its raw outputs are not all numbers, and a trainer's loss would be NaN"
    )


def test_the_mode_tells_whose_rows_they_are():
    recipe = small()
    head = heads(np.eye(5, 3), 3, sampled=np.array([7, 4, 3, 2, 1]))
    rows = {}
    for mode in ("train", "eval", ""):
        rois = RoiOutputs(proposals=PROPOSALS, heads={"roi": head}, mode=mode)
        one = inspect(SAMPLE, recipe, outputs(recipe, rois))
        rows[mode] = one.second_stage.row.tolist()
        assert [w.kind for w in one.warnings if w.kind == "stage_rows"] == ([] if mode else ["stage_rows"])
    assert rows["train"] == rows[""] == [-1, 4, 3, 2, 1, -1, -1, 0]
    assert rows["eval"] == [0, 1, 2, 3, 4, -1, -1, -1]


def test_arrays_that_only_look_like_a_stages_are_a_warning():
    recipe = small()
    rois = RoiOutputs(proposals=PROPOSALS, unread=("class_logits", "feature_level"))
    told = [w for w in inspect(SAMPLE, recipe, outputs(recipe, rois)).warnings if w.kind == "arrays_unread"]
    assert [(w.count, w.example) for w in told] == [
        (2, "class_logits is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas")
    ]
