"""One panel counts in one way, and says which: pixels, the loss, the anchor's overlap or its box's."""

import dataclasses

import numpy as np
import pytest
from gui_steps import open_demo, settled
from PySide6.QtGui import QFontMetricsF

from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.anchors import Grid
from rpn_inspector.core.formulas.numbers import edge_texts
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, _brief, tags_of
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.tables.proposal_columns import proposal_columns, rows_of

SAMPLE = Sample("x", (96, 128), gt=np.array([[10, 10, 40, 44], [60, 20, 66, 25], [30, 30, 120, 90.0]]))


def test_where_sides_count_pixels_the_formulas_say_so_and_no_table():
    """py-faster-rcnn: x1 332, x2 419 is 88 px wide in its formulas; tables of boxes have the edges alone."""
    for name, counts in (("paper-vgg16", True), ("torchvision-fpn", False)):
        found = inspect(SAMPLE, load_recipe(name))
        facts = found.explain(int(found.positive[0]))
        section = found.recipe.coder.forward(facts.box, found.gt[facts.gt], ((0, 16), (0, 16)), facts.t_star)
        assert ("Sides count pixels here: w = x2 − x1 + 1." in section.words) == counts
    assert edge_texts(np.array([332.0, 144.0, 419.04, 1319.0])) == ("332.0", "144.0", "419.0", "1,319.0")


@pytest.mark.parametrize("name", list_recipes())
def test_the_table_counts_sides_as_the_panel_does(name):
    recipe = load_recipe(name)
    result = inspect(SAMPLE, recipe)
    values, last = Values(result), result.grid.size - 1
    for anchor in (0, last // 2, last):
        wanted = recipe.coder.centre_form(result.anchors([anchor])[0])
        assert all(bool(values.lacks(side)) == recipe.anchors.of_points for side in "wh")  # a point has no sides
        told = {side: place for place, side in enumerate("xywh") if not values.lacks(side)}
        sides = [values[side][anchor] for side in told]
        np.testing.assert_allclose(sides, np.take(wanted, list(told.values())), rtol=1e-6, atol=1e-4)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("torchvision-fpn", "In the sample, so in the sums.", "Not in the sample, so in neither sum."),
        ("retinanet-torchvision", "In the loss.", "Ignored: in neither sum."),
        ("yolov3-416", "In the loss.", "Ignored: in neither sum."),
        ("ssd300-torchvision", "In the loss.", "Not in the loss: not among the costliest negatives."),
    ],
)
def test_only_a_recipe_that_samples_speaks_of_a_sample(name, inside, outside):
    recipe = load_recipe(name)
    result = inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))
    one = result.explain(int(result.sampled_negative[0]))
    assert str(one.membership) == inside
    taken = np.zeros(result.grid.size, bool)
    taken[result.sampled_positive] = taken[result.sampled_negative] = True
    left = np.flatnonzero(~taken & ((result.assignment.label >= 0) | (outside[:7] == "Ignored")))
    assert str(result.explain(int(left[0])).membership).startswith(outside)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("torchvision-fpn", "In the sample; the sums need raw outputs."),
        ("retinanet-torchvision", "Would be in the loss, which needs raw outputs."),
    ],
)
def test_without_outputs_there_is_no_loss_to_be_in(name, wanted):
    result = inspect(SAMPLE, load_recipe(name))
    assert str(result.explain(int(result.sampled_negative[0])).membership) == wanted


def test_numbers_are_spoken_of_where_outputs_give_them():
    recipe = load_recipe("torchvision-fpn")
    prediction = SimulatedPredictions().predict(SAMPLE, recipe)
    for outputs, ending in ((None, "in neither sum."), (prediction, "The numbers are what it would add.")):
        result = inspect(SAMPLE, recipe, outputs)
        left = np.flatnonzero(result.assignment.label == 0)
        left = left[~np.isin(left, result.sampled_negative)]
        assert str(result.explain(int(left[0])).membership).endswith(ending)


def test_what_a_trainers_loss_took_is_no_sample_where_the_recipe_draws_none():
    recipe = load_recipe("retinanet-torchvision")
    prediction = SimulatedPredictions().predict(SAMPLE, recipe)
    given = dataclasses.replace(prediction, sampled_positive=np.arange(0), sampled_negative=np.arange(1, 9))
    result = inspect(SAMPLE, recipe, given)
    assert str(result.explain(1).membership) == "In the trainer's loss, so in the sums."
    assert str(result.explain(0).membership).startswith("Not in the trainer's loss, so in neither sum. The numbers")


@pytest.mark.parametrize("level", ["P3", "P3 (1/8)", "a cell (b)"])
def test_a_tag_has_a_levels_whole_name(level):
    given = Grid.of_boxes([[0, 0, 4, 4]])
    [one] = given.levels
    place = dataclasses.replace(given, levels=(dataclasses.replace(one, name=level),)).describe(0)
    assert place == f"{level} cell (0, 0) · 4, h/w 1"
    assert _brief(place) == f"{level} (0, 0) · 4, h/w 1"


def test_a_box_or_score_that_is_no_number_is_a_dash_in_the_table(qapp):
    recipe = load_recipe("torchvision-fpn")
    plain = SimulatedPredictions().predict(SAMPLE, recipe)
    kept = inspect(SAMPLE, recipe, plain).proposals.anchor[:2]
    logits, deltas = np.array(plain.objectness), np.array(plain.deltas)
    logits[kept[0]], deltas[kept[1]] = np.nan, np.nan
    result = inspect(SAMPLE, recipe, dataclasses.replace(plain, objectness=logits, deltas=deltas))
    rows = rows_of(result.proposals)
    columns = {column.title: column for column in proposal_columns(result, rows, None)}
    row, other = (int(np.flatnonzero(result.proposals.all_anchor[rows] == anchor)[0]) for anchor in kept)
    assert columns["p"].text(row) == "–"
    assert [columns[title].text(other) for title in ("Box IoU", "x1", "y1", "x2", "y2")] == ["–"] * 5
    assert "–" not in [columns[title].text(row) for title in ("Box IoU", "x1", "y1", "x2", "y2")]


def test_the_tag_of_a_proposal_tells_the_anchors_overlap_from_its_boxs(qapp):
    recipe = load_recipe("torchvision-fpn")
    result = inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))
    rows = rows_of(result.proposals)
    column = next(c for c in proposal_columns(result, rows, None) if c.title == "Box IoU")
    best = int(np.argmax(column.values))
    scene = CanvasScene(Layers(result))
    scene.selection = int(result.proposals.all_anchor[rows[best]])
    overlap = float(result.assignment.iou[scene.selection])
    metrics = QFontMetricsF(qapp.font())
    truth = int(result.overlap.best_gt[scene.selection])
    for layer in ("proposals", "prediction"):
        scene.visible = frozenset({layer})
        text = tags_of(scene, CanvasView(), metrics)[0].text
        assert text.endswith(f" · IoU with GT {truth + 1}: anchor {overlap:.4f}, box {column.values[best]:.4f}")
    scene.visible = frozenset({"truth"})
    assert tags_of(scene, CanvasView(), metrics)[0].text.endswith(f" · IoU with GT {truth + 1}: {overlap:.4f}")
    scene.gt = other = (truth + 1) % len(result.gt)
    there = float(result.explain(scene.selection).iou_per_gt[other])
    said = f" · IoU {there:.4f} (GT {other + 1}), {overlap:.4f} (GT {truth + 1})"
    assert tags_of(scene, CanvasView(), metrics)[0].text.endswith(said)


def test_the_funnel_starts_from_decoded_boxes_and_its_recall_never_rises(qtbot, window):
    open_demo(qtbot, window)
    for index in (0, 2, 4):  # pictures with outputs
        window.workspace.go_to(index)
        qtbot.waitUntil(lambda index=index: settled(window) and window.workspace.state.shown.index == index)
        window.tables.setCurrentWidget(window.tables.proposals)
        qtbot.waitUntil(lambda: window.render_queue.idle and window.panel_queue.idle)  # else of the picture before
        qtbot.waitUntil(lambda: window.funnel.isVisible() and bool(window.funnel.table.heads))
        table = window.funnel.table
        assert table.heads[0] == "Decoded"
        for _, cells in table.recall_rows:
            shares = [int(cell.removesuffix(" %")) for cell in cells if cell]
            assert len(shares) == 4
            assert shares == sorted(shares, reverse=True)
        raw = table.where_they_stand
        assert f"where they stand, R@0.5 is {100 * raw.at_half:.0f} %" in table.at_first(9)
