"""Facts as tables: the same numbers as the attributes, written alike, and no row where nothing is known."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.formulas.table import Head
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text

BOXES = np.array([[40.0, 50, 160, 170], [200, 90, 330, 280], *([[3.0 * k, 4, 3 * k + 90, 60] for k in range(8)])])
SAMPLE = Sample("x", (300, 400), gt=BOXES, classes=("cat",))


@pytest.fixture(scope="module", params=["torchvision-fpn", "efficientdet-d0", "yolov3-416"])
def inspection(request):
    recipe = load_recipe(request.param)
    return inspect(SAMPLE, recipe, SimulatedPredictions().predict(SAMPLE, recipe))


def test_the_best_six_ground_truths_are_compared_the_best_first(inspection):
    facts = inspection.explain(int(inspection.positive[0]))
    overlaps = [row.cells[0] for row in facts.compared.rows]
    assert overlaps == sorted(map(float, facts.iou_per_gt[facts.iou_per_gt > 0]), reverse=True)[:6]
    best = int(np.argmax(facts.iou_per_gt))
    assert facts.compared.rows[0].name == f"{best + 1} cat"
    assert facts.compared.rows[0].cells[1:] == (
        int(inspection.assignment.gt_positives[best]),
        float(inspection.overlap.gt_best_iou[best]),
    )
    assert str(facts.compared.unit) == f"the {len(overlaps)} best of 10"


def test_a_ground_truth_that_an_anchor_does_not_overlap_is_not_listed():
    sample = Sample("a.jpg", (240, 320), gt=np.array([[10, 10, 70, 70.0], [20, 20, 90, 80.0], [200, 150, 300, 230.0]]))
    one = inspect(sample, "demo")
    for anchor in range(0, one.grid.size, 97):
        facts = one.explain(anchor)
        shown = [row.cells[0] for row in facts.compared.rows]
        assert shown == sorted((float(iou) for iou in facts.iou_per_gt if iou > 0), reverse=True)
        assert str(facts.compared.unit) == (f"the {len(shown)} best of 3" if 0 < len(shown) < 3 else "")


def test_a_row_a_coordinate_and_their_sum(inspection):
    facts = inspection.explain(int(inspection.positive[0]))
    *rows, total = facts.coding.rows
    assert [row.name for row in rows] == ["x", "y", "w", "h"]
    for column, wanted in enumerate((facts.t_star, facts.t, facts.difference, facts.r)):
        assert [row.cells[column] for row in rows] == wanted.tolist()
    assert facts.coding.total
    assert total.cells == ("", "", "", float(facts.r.sum()))
    head = {"smooth_l1": "d = t − t*", "huber": "d = t − t*", "yolo": "σ(t) − t*"}[inspection.recipe.loss.box]
    assert facts.coding.heads[2].text == head


def test_the_parts_of_the_losses_of_an_anchor_in_the_sums(inspection):
    facts = inspection.explain(int(inspection.sampled_positive[0]))
    box, objectness = facts.terms.rows
    assert box.cells[:3] == (facts.box_loss, facts.box_loss / facts.box_normaliser, inspection.loss.box)
    part = facts.objectness_loss / facts.normaliser
    assert objectness.cells == (
        facts.objectness_loss,
        part,
        inspection.loss.objectness,
        100 * (part / objectness.cells[2]),
    )
    assert str(facts.terms.note).startswith(f"Score p {facts.score:.4f}. ")
    assert str(facts.terms.note).endswith(str(facts.membership))


def test_what_is_not_known_has_no_row():
    recipe = load_recipe("torchvision-fpn")
    alone = inspect(SAMPLE, recipe)
    positive, negative = int(alone.positive[0]), int(np.flatnonzero(alone.assignment.label == 0)[0])
    assert alone.explain(positive).terms.rows == alone.explain(negative).coding.rows == ()
    assert [row.cells[1:] for row in alone.explain(positive).coding.rows] == [(None, None, None)] * 4
    assert not alone.explain(positive).coding.total
    empty = inspect(Sample("e", (300, 400)), recipe)
    assert empty.explain(0).compared.rows == ()


def test_an_anchor_sampled_under_another_label_is_in_no_share():
    recipe = load_recipe("torchvision-fpn")
    prediction = SimulatedPredictions().predict(SAMPLE, recipe)
    plain = inspect(SAMPLE, recipe, prediction)
    anchor = int(plain.positive[0])
    given = dataclasses.replace(prediction, sampled_positive=np.arange(0), sampled_negative=np.array([anchor]))
    facts = inspect(SAMPLE, recipe, given).explain(anchor)
    assert [row.cells[3] for row in facts.terms.rows] == [None, None]
    assert "The trainer took it as negative, so it is in the sums as that." in str(facts.terms.note)


def test_a_head_says_how_its_numbers_are_written():
    head = Head("t", digits=4, letters=7, signed=True)
    assert [head.written(cell) for cell in (0.5, -1234.5678, None, "", "yes")] == [
        "+0.5000",
        "−1,235",
        "\u2013",
        "",
        "yes",
    ]
    assert Head(Text("share"), digits=1, unit=" %").written(12.34) == "12.3 %"
    assert Head(Text("share"), digits=1, unit=" %").written(None) == "\u2013"


def test_texts_translate_key_by_key():
    words = Text.joined(Text("One."), Text.of("{n} of {what}.", n=2, what=Text("many")))
    assert str(words) == "One. 2 of many."
    assert (
        words.translated({"One.": "Eins.", "{n} of {what}.": "{what}: {n}.", "many": "viele"}.get) == "Eins. viele: 2."
    )
    assert not Text.joined()
    assert str(Text.joined()) == ""
