"""Whatever the recipe and the boxes, an inspection raises nothing and its parts add up."""

import dataclasses

import numpy as np
import pytest
from drawn import boxes_of, drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.fates import fate_of, funnel, recalls
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.recipe import list_recipes, load_recipe, tables_of
from rpn_inspector.core.sample import Sample

SIZE = (72, 96)
COLUMNS = {"focal": 3, "cross_entropy": 4, "yolo": 4}  # three classes, and the background or the confidence
SHIPPED = {name: load_recipe(name) for name in list_recipes()}


def small(recipe):
    """Return the recipe with a network input of at most 128 px, so that its grid is small."""
    sizes = {"resize.short": 64, "resize.long": 128, "resize.size": (128, 128)}
    return recipe.with_tables(tables_of({place: sizes[place] for place in recipe.flat() if place in sizes}))


def mixed(codes):
    """Return a recipe whose stages come from several shipped ones; t and its loss belong together."""
    names = sorted(SHIPPED)
    stages = {stage: SHIPPED[codes.one(names)] for stage in ("matcher", "sampler", "proposals")}
    base = SHIPPED[codes.one(names)]
    recipe = dataclasses.replace(base, **{stage: getattr(other, stage) for stage, other in stages.items()})
    kept = {name: 1 + codes.below(codes.one([4, most])) for name, most in (("pre_nms", 3000), ("post_nms", 2000))}
    return small(dataclasses.replace(recipe, proposals=dataclasses.replace(recipe.proposals, **kept)))


truths = boxes_of((-20, 110, (0.0, -1e3, 1e6, 72.0, 96.0)), (0.5, 100, (0.0, 1e-3, 1e6)), 5).map(
    lambda raw: np.array([(x, y, x + w, y + h) for x, y, w, h in raw], float).reshape(-1, 4)
)


def inspected(recipe, gt, spread, seed):
    """Return the inspection of random outputs, whose t has this standard deviation."""
    generator = np.random.default_rng(seed)
    sample = Sample("x", SIZE, gt=gt, gt_class=np.arange(len(gt)) % 3, classes=("a", "b", "c"))
    count = inspect(sample, recipe).grid.size
    columns = COLUMNS.get(recipe.loss.objectness)
    logits = generator.normal(-2, 3, (count, columns) if columns else count).astype(np.float32)
    deltas = generator.normal(0, spread, (count, 4)).astype(np.float32)
    return inspect(sample, recipe, Prediction(objectness=logits, deltas=deltas), seed=seed)


def check(result):
    assignment, loss, proposals, size = result.assignment, result.loss, result.proposals, result.grid.size
    assert np.isin(assignment.label, (-1, 0, 1)).all()
    np.testing.assert_array_equal(assignment.gt >= 0, (assignment.label == 1) & bool(result.used.any()))
    owned = assignment.pairs.gt  # an anchor may have several
    np.testing.assert_array_equal(assignment.gt_positives, np.bincount(owned, minlength=len(result.gt)))
    assert (assignment.gt_low_quality <= assignment.gt_positives).all()
    further = sum(term.per_anchor.sum() for term in loss.more.values())
    assert loss.total == pytest.approx(loss.objectness + loss.box + further, nan_ok=True)
    # a box without sides has no CIoU, which may be the target of an objectness
    assert loss.objectness == pytest.approx(loss.objectness_per_anchor.sum(), nan_ok=True)
    assert loss.box == pytest.approx(loss.box_per_coordinate.sum(), nan_ok=True)
    assert set(np.unique(proposals.fate[proposals.anchor]).tolist()) <= {Fate.KEPT}
    assert len(proposals.boxes) == len(proposals.scores) <= result.recipe.proposals.post_nms
    assert (np.diff(proposals.scores) <= 0).all() or result.recipe.proposals.nms_by == "logit"
    lost = proposals.fate == Fate.SUPPRESSED
    np.testing.assert_array_equal(proposals.suppressed_by >= 0, lost)
    found = funnel(result)
    assert sum(found.fates.values()) == found.total.left[0] == size
    assert all(before >= after for before, after in zip(found.total.left, found.total.left[1:], strict=False))
    assert found.total.left[-1] == (proposals.fate == Fate.KEPT).sum()
    assert all(0 <= share <= 1 for step in recalls(result) for share in (step.at_half, step.at_seven))


def check_overlaps(result):
    """The sides told of a suppressed box and the suppressor give the IoU of NMS, whatever its convention."""
    spec, lost = result.recipe.proposals, np.flatnonzero(result.proposals.fate == Fate.SUPPRESSED)
    for anchor in lost[:: max(len(lost) // 40, 1)].tolist():
        facts = fate_of(result, anchor)
        shared, one, other = (w * h for w, h in (facts.overlap.shared, facts.overlap.this, facts.overlap.other))
        assert shared / (one + other - shared) == pytest.approx(facts.nms_iou, abs=2e-6)
        extra = result.recipe.coder.inclusive or spec.nms_inclusive
        assert facts.overlap.inclusive == extra
        if not facts.overlap.fractions and not facts.overlap.apart:
            plain = facts.box[2:].astype(float) - facts.box[:2]
            np.testing.assert_allclose(facts.overlap.this, plain + extra, atol=1e-2)
    return len(lost)


@settings(max_examples=150, deadline=None)
@given(recipe=drawn(mixed, 8), gt=truths, spread=st.sampled_from([0.2, 2.0, 40.0]), seed=st.integers(0, 9))
def test_the_parts_of_any_recipe_add_up(recipe, gt, spread, seed):
    result = inspected(recipe, gt, spread, seed)
    check(result)
    for anchor in np.unique([*result.positive[:2], *result.sampled_negative[:2], result.grid.size - 1]).tolist():
        assert result.explain(anchor).why
        assert fate_of(result, anchor).words


@pytest.mark.parametrize("name", sorted(SHIPPED))
@pytest.mark.parametrize("gt", [np.zeros((0, 4)), np.array([[5, 5, 60, 40.0], [5, 5, 5, 5], [0, 0, 1e6, 1e6]])])
def test_the_parts_of_every_shipped_recipe_add_up(name, gt):
    result = inspected(small(SHIPPED[name]), gt, 0.3, 0)
    check(result)
    check_overlaps(result)


def test_a_trainers_sample_under_other_labels_is_said():
    recipe = load_recipe("torchvision-fpn")
    sample = Sample("a", (90, 120), [[5.0, 5, 60, 60]])
    plain = inspect(sample, recipe)
    positive, negative = plain.positive[:1], np.flatnonzero(plain.assignment.label == 0)[:2]
    outputs = Prediction(
        objectness=np.zeros(plain.grid.size, np.float32),
        deltas=np.zeros((plain.grid.size, 4), np.float32),
        sampled_positive=positive,
        sampled_negative=negative,
    )
    assert not [w for w in inspect(sample, recipe, outputs).warnings if w.kind == "other_labels"]
    other = dataclasses.replace(
        outputs, sampled_positive=negative[:1], sampled_negative=np.append(positive, negative[1])
    )
    told = [w for w in inspect(sample, recipe, other).warnings if w.kind == "other_labels"]
    assert len(told) == 1
    assert told[0].count == 2
    assert told[0].text == (
        f"the trainer sampled anchor {negative[0]} as positive, here it is negative: its ground truths or its recipe "
        "were others (and 1 more)"
    )
    asked = inspect(sample, recipe, other, sampled=(positive, negative))
    assert not [w for w in asked.warnings if w.kind == "other_labels"]


def test_an_anchor_asked_for_again_is_explained_as_the_first_time():
    gt = np.array([[10.0, 10.0, 50.0, 60.0]])
    one, *others = (inspected(small(SHIPPED["torchvision-fpn"]), gt, 0.2, 0) for _ in range(4))
    for index, fresh in zip((3, 7, 3), others, strict=True):
        said, wanted = one.explain(index), fresh.explain(index)
        assert said.index == index
        for field in dataclasses.fields(said):
            mine, theirs = getattr(said, field.name), getattr(wanted, field.name)
            if isinstance(mine, np.ndarray):
                np.testing.assert_array_equal(mine, theirs)
            else:
                assert str(mine) == str(theirs)
    assert one.explain(3) is one.explain(3)
    with pytest.raises(ValueError, match="read-only"):
        one.explain(3).box[0] = 0.0
