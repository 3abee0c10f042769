"""Raw outputs with NaN, infinity or huge values: read, marked, and no stage falls over them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.fates import box_ious, fate_of, fit_of, funnel, recalls
from rpn_inspector.core.formulas.numbers import edge_texts, number
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.ranking import top
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

BROKEN = [np.nan, np.inf, -np.inf, 800.0, 3e38, -3e38]
FAMILIES = ["torchvision-fpn", "detectron2-fpn", "mmdet-fpn", "paper-vgg16", "retinanet-torchvision",
            "ssd300-torchvision", "efficientdet-d0", "yolov3-416"]  # fmt: skip
SAMPLE = Sample("a.jpg", (96, 128), gt=np.array([[10, 10, 60, 50], [30.0, 20, 90, 80]]))


def of_few_anchors(name):
    """A recipe that enlarges the small picture twofold at most: fewer anchors, the same stages."""
    recipe = load_recipe(name)
    if not hasattr(recipe.resize, "short"):
        return recipe
    return replace(recipe, resize=replace(recipe.resize, short=192, long=256))


def prediction(recipe, broken_at=(), value=np.nan, part="both"):
    rng = np.random.default_rng(0)
    plain = inspect(SAMPLE, recipe)
    columns = {"cross_entropy": 3, "yolo": 3, "focal": 2}.get(recipe.loss.objectness, 0)
    n = plain.grid.size
    logits = rng.normal(0, 1, (n, columns) if columns else n).astype(np.float32)
    deltas = rng.normal(0, 0.2, (n, 4)).astype(np.float32)
    for at in broken_at:
        if part in ("both", "logits"):
            logits[at] = value
        if part in ("both", "deltas"):
            deltas[at] = value
    return Prediction(objectness=logits, deltas=deltas)


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize("part", ["logits", "deltas", "both"])
def test_no_stage_falls_over_a_broken_anchor(name, value, part):
    recipe = of_few_anchors(name)
    positive = inspect(SAMPLE, recipe).positive
    broken = [0, 7, *positive[:1].tolist()]
    found = inspect(SAMPLE, recipe, prediction(recipe, broken, value, part))
    assert np.isfinite(found.proposals.boxes).all()
    assert np.isfinite(found.proposals.scores).all()
    assert funnel(found).total.left[0] == found.grid.size
    recalls(found)
    for anchor in broken:
        found.explain(anchor)
        fate = fate_of(found, anchor)
        if not np.isfinite(value):
            assert "is NaN" in fate.broken or "∞" in fate.broken
            assert bool(fate.finding == "Left out: not a number") == (
                fate.fate is Fate.NO_BOX or not np.isfinite(fate.score)
            )
            if np.isnan(value):
                assert fate.fate is not Fate.KEPT
    marked = {w["kind"]: w for w in summarise(found)["warnings"]}
    if np.isfinite(value):
        assert "not_a_number" not in marked
    else:
        assert marked["not_a_number"]["count"] == len(set(broken))
        assert "anchor 0" in marked["not_a_number"]["example"]
    values = Values(found)
    assert {values[measure].shape for measure in ("r", "loss", "box_loss")} == {(found.grid.size,)}


@pytest.mark.parametrize("name", ["torchvision-fpn", "detectron2-fpn", "retinanet-torchvision"])
def test_the_other_anchors_keep_their_own_boxes(name):
    recipe = of_few_anchors(name)
    clean, broken = inspect(SAMPLE, recipe, prediction(recipe)), inspect(SAMPLE, recipe, prediction(recipe, [0, 7]))
    assert set(broken.proposals.anchor.tolist()) & {0, 7} == set()
    others = np.setdiff1d(np.arange(clean.grid.size), [0, 7])
    np.testing.assert_array_equal(clean.predicted(others), broken.predicted(others))


@pytest.mark.parametrize("name", FAMILIES)
def test_a_nan_in_the_mini_batch_adds_nothing_and_the_others_add_what_they_did(name):
    recipe = of_few_anchors(name)
    first, second = inspect(SAMPLE, recipe).positive[:2].tolist()
    negative = np.flatnonzero(inspect(SAMPLE, recipe).assignment.label == 0)[:2].tolist()
    chosen = ([first, second], negative)
    clean = inspect(SAMPLE, recipe, prediction(recipe), sampled=chosen).loss
    found = inspect(SAMPLE, recipe, prediction(recipe, [first]), sampled=chosen)
    assert np.isfinite(found.loss.total)
    np.testing.assert_array_equal(found.loss.objectness_per_anchor, [0, *clean.objectness_per_anchor[1:]])
    np.testing.assert_array_equal(found.loss.box_per_coordinate, [[0] * 4, clean.box_per_coordinate[1].tolist()])
    assert "losses leave them out" in found.warnings[-1].example
    assert summarise(found)["loss"]["total"] == pytest.approx(found.loss.total)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_cannot_be_worked_out_is_a_dash_in_every_table_and_formula(value):
    recipe = of_few_anchors("torchvision-fpn")
    first = int(inspect(SAMPLE, recipe).positive[0])
    found = inspect(SAMPLE, recipe, prediction(recipe, [first], value, "deltas"))
    facts = found.explain(first)
    written = {
        str(row.name): [h.written(cell) for h, cell in zip(facts.coding.heads, row.cells, strict=True)]
        for row in facts.coding.rows
    }
    assert written["sum of the four"] == ["", "", "", "–"]
    assert [written[name][1:] for name in "xywh"] == [["–"] * 3] * 4
    lines = [line for section in sections(found, facts) if section is not None for line in section.lines]
    [cost] = [line for line in lines if line.plain == "Σ R(d)"]
    assert cost.value == "–"
    terms = [h.written(cell) for row in facts.terms.rows for h, cell in zip(facts.terms.heads, row.cells, strict=True)]
    assert terms[3::4] == ["–", "–"]  # neither loss is in the sums, so neither has a share
    assert "the sums leave it out" in facts.terms.note
    column = Values(found)["r"]
    assert np.isnan(column[first])
    assert not np.isinf(column).any()
    slopes = [line.value for line in lines if str(line.plain).startswith("dR/dd")]
    assert slopes == ["–" if np.isnan(value) else number(np.sign(value), 4, signed=True)] * 4
    assert not [line for line in lines if "NaN" in line.value or "∞" in line.value]
    assert edge_texts([1.25, value, 3, 4]) == ("1.2", "–", "3.0", "4.0")


NAN, INF = np.nan, np.inf
ENDS = {  # torchvision 0.29 run on the same: decode, clip_boxes_to_image, remove_small_boxes(1e-3), score >= 0
    (0, INF, 0, 0, 0): Fate.TOO_SMALL,
    (0, -INF, 0, 0, 0): Fate.TOO_SMALL,
    (0, 0, 0, INF, 0): Fate.KEPT,  # the log of the side's ratio is cut above, whatever it is
    (0, 0, 0, INF, INF): Fate.KEPT,
    (0, 0, 0, -INF, 0): Fate.TOO_SMALL,
    (0, INF, INF, INF, INF): Fate.TOO_SMALL,
    (0, 3e38, 0, 0, 0): Fate.TOO_SMALL,
    (INF, 0, 0, 0, 0): Fate.KEPT,
    (0, NAN, 0, 0, 0): Fate.NO_BOX,
    (0, 0, 0, NAN, 0): Fate.NO_BOX,
    (NAN, 0, 0, 0, 0): Fate.LOW_SCORE,
}


@pytest.mark.parametrize("numbers", list(ENDS))
def test_what_is_no_number_ends_as_in_torchvision(numbers):
    logit, *deltas = numbers
    recipe = of_few_anchors("torchvision-fpn")
    given = prediction(recipe)
    last = given.objectness.size - 1  # a level of few anchors, none of which its top-k cuts
    given.objectness[last], given.deltas[last] = logit, deltas
    given.objectness[:last] = -20
    found = inspect(SAMPLE, recipe, given)
    told, way = fate_of(found, last), funnel(found)
    assert told.fate is Fate(int(found.proposals.fate[last])) is ENDS[numbers]
    assert (last in found.proposals.anchor) == (told.fate is Fate.KEPT)
    without = told.fate is Fate.NO_BOX
    assert ("box" in way.steps) == without
    assert way.fates[Fate.NO_BOX] == without
    assert (
        way.total.left[-1]
        == way.fates[Fate.KEPT]
        == found.grid.size - sum(way.fates[fate] for fate in Fate if fate is not Fate.KEPT)
    )
    assert (box_ious(found, last) is None) == (not np.isfinite(told.box).all()) == without
    assert np.isnan(fit_of(found, told.box[None])[0]) == without
    if not np.isfinite(numbers).all():
        left_out = without or np.isnan(logit)
        assert ("such a box is left out" in told.words) == left_out
        assert ("yet its box is, as in the library" in told.words) == (not left_out)
        assert "NMS does where box or score is no number" in found.warnings[-1].text


def test_a_box_of_no_numbers_belongs_to_none_of_its_classes():
    recipe = of_few_anchors("retinanet-torchvision")
    given = prediction(recipe)
    given.objectness[7] = [3, -9]  # one class over the threshold, one below
    given.deltas[7] = NAN
    found = inspect(SAMPLE, recipe, given)
    assert found.proposals.fate[7] == Fate.NO_BOX
    assert found.proposals.pair_fate[14:16].tolist() == [Fate.NO_BOX] * 2


def test_nan_is_the_highest_in_a_top_k_as_in_torch():
    scores = np.array([1, np.nan, 3, 2, np.nan], np.float32)
    assert top(scores, 3).tolist() == [1, 4, 2]
    assert top(scores, 1).tolist() == [1]
    assert top(scores, 9).tolist() == [1, 4, 2, 3, 0]
