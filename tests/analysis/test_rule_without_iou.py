"""A rule that compares no IoU: everything that reads an assignment works, and overlaps are computed when asked for."""

import dataclasses
from dataclasses import dataclass

import numpy as np
import pytest
from positives_alone import joined, one_by_one

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.tables import by_side, reached
from rpn_inspector.analysis.compare.label_changes import compare
from rpn_inspector.analysis.filter.filter import Filter
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.report.charts import charts_of
from rpn_inspector.analysis.report.columns import ground_truth_columns
from rpn_inspector.analysis.report.headlines import headlines
from rpn_inspector.analysis.report.page import page
from rpn_inspector.analysis.report.summary import summary
from rpn_inspector.analysis.scan.scan import findings_of
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.assigners.reasons import Reason
from rpn_inspector.core.assignment import Assignment, Cause, Ragged
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.formulas.table import Head, Table, TableRow
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.positives import Chunk, left_to_assign
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Kind, Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.session.hit_test import anchors_under


@dataclass(frozen=True, slots=True)
class Nearest:
    """The anchors whose centre is nearest to a ground truth's; a later ground truth takes an anchor over."""

    rule = "nearest"
    needs_outputs = False
    positives_need_outputs = False
    place = "anchor"
    causes = (Cause.BACKGROUND, Cause.BEST_FOR_GT)
    per_gt = ("positives",)
    dense = ()
    measure = ""
    unmatched = "No anchor left"
    low_quality_only = ""
    inclusive = False
    thresholds = {}  # noqa: RUF012

    def assign(self, grid, gt, image_size, regions=None, padded_size=None, answers=None):
        boxes = grid.all_boxes()
        centres = (boxes[:, :2] + boxes[:, 2:]) / 2
        owner = np.full(grid.size, -1, np.int32)
        pairs = []
        for k, box in enumerate(gt):
            away = np.hypot(*(centres - (box[:2] + box[2:]) / 2).T)
            owner[away == away.min()] = k
            pairs += [(anchor, k, away.min()) for anchor in np.flatnonzero(away == away.min())]
        anchor, number, distance = np.array(pairs).reshape(-1, 3).T
        return Assignment(
            label=(owner >= 0).astype(np.int8),
            gt=owner,
            cause=np.where(owner >= 0, Cause.BEST_FOR_GT, Cause.BACKGROUND).astype(np.uint8),
            per_gt={"positives": np.bincount(owner[owner >= 0], minlength=len(gt))},
            ragged=Ragged(anchor=anchor.astype(np.int64), gt=number.astype(np.int32), measured={"distance": distance}),
        )

    def positives(self, chunk):
        return left_to_assign(self, chunk, np.arange(len(chunk.sizes)))

    def framed(self, grid, gt, regions=None):
        return grid, gt, regions

    def finding(self, index, assignment):
        return "Positive: nearest" if assignment.label[index] == 1 else "Negative: farther"

    def why(self, index, assignment, sample):
        return "Its centre is nearest." if assignment.label[index] == 1 else "Another centre is nearer."

    def row(self, index, assignment):
        return self.short(assignment.cause[index])

    def compared(self, index, overlaps, assignment, best, sample):
        heads = (Head(Text("positives"), digits=0),)
        return Table(heads, tuple(TableRow(f"{k + 1}", (int(n),)) for k, n in enumerate(assignment.gt_positives)))

    def short(self, cause):
        return {Cause.BACKGROUND: "far", Cause.BEST_FOR_GT: "nearest"}[Cause(cause)]

    def reasons(self):
        near = Reason("another anchor is nearest", "nearest", 6)
        return {Cause.BACKGROUND: near, Cause.BEST_FOR_GT: near, None: Reason("another ground truth", "other GT")}

    def measures(self):
        return ()

    def gt_measures(self):
        return ()

    def ranked(self, index, assignment, place):
        return Table(())

    def gt_why(self, index, assignment, sample):
        return f"{assignment.gt_positives[index]} anchors are nearest."

    def gt_finding(self, index, assignment, used):
        return None if assignment.gt_positives[index] else Text("no anchor left")

    def gt_findings(self, assignment):
        return {"unmatched": assignment.gt_positives == 0}

    def warnings(self, assignment, used):
        yield "unmatched", used & (assignment.gt_positives == 0), _left_alone


def _left_alone(gt):
    return Text.of("{gt} has no anchor left", gt=gt)


BASE = load_recipe("torchvision-fpn")
RECIPE = dataclasses.replace(BASE, matcher=Nearest())
# the second and third share a centre, so the third takes the second one's anchors; the first takes no part
GT = np.array([[1, 1, 90, 90], [40, 40, 60, 60], [30, 30, 70, 70], [70, 8, 120, 30.0]])
SAMPLE = Sample("x", (96, 128), gt=GT, gt_kind=np.array([Kind.CROWD, 0, 0, 0]), classes=("a",))


@pytest.fixture(scope="module")
def one():
    return inspect(SAMPLE, RECIPE, SimulatedPredictions().predict(SAMPLE, RECIPE))


def test_nothing_is_known_of_iou_and_all_of_it_is_there_when_asked(one):
    found = one.assignment
    assert found.iou is found.best_gt is found.gt_best_iou is found.gt_best_anchor is found.gt_ties is None
    assert found.gt_low_quality.tolist() == [0, 0, 0, 0]
    every = one.grid.all_boxes()
    matrix = np.stack([iou_with(box, every) for box in one.gt[1:].astype(one.grid.dtype)])
    np.testing.assert_array_equal(one.overlap.iou, matrix.max(0))
    np.testing.assert_array_equal(one.overlap.best_gt, matrix.argmax(0) + 1)
    np.testing.assert_array_equal(one.overlap.gt_best_iou, [0, *matrix.max(1)])
    np.testing.assert_array_equal(one.overlap.gt_best_anchor, [-1, *matrix.argmax(1)])
    np.testing.assert_array_equal(one.overlap.gt_ties, [0, *(matrix == matrix.max(1)[:, None]).sum(1)])
    assert one.overlap is one.overlap


def test_ground_truths_outside_the_assignment_are_counted_in_every_number(one):
    found = one.assignment
    assert found.gt_positives.tolist() == [0, 0, *np.bincount(found.gt[found.label == 1])[2:]]
    assert set(found.gt[found.label == 1].tolist()) == {2, 3}
    assert set(found.ragged.gt.tolist()) == {1, 2, 3}
    assert not found.ragged.measured["distance"].flags.writeable


def test_facts_and_warnings_are_the_rules_own(one):
    anchor = int(one.positive[0])
    assert one.explain(anchor).why == "Its centre is nearest."
    assert one.explain(anchor).iou == one.overlap.iou[anchor]
    assert [row.cells for row in one.explain(anchor).compared.rows] == [(n,) for n in one.assignment.gt_positives]
    assert one.explain_truth(1).why == "0 anchors are nearest."
    assert one.explain_truth(0).why.startswith("It is marked crowd")
    assert "ground truth 2 (a) has no anchor left" in [warning.text for warning in one.warnings]
    assert ("unmatched", (1,)) in findings_of(one)
    assert summarise(one)["ground_truth"][3]["best_iou"] == float(one.overlap.gt_best_iou[3])


def test_pictures_tables_and_filters_ask_the_rule(one):
    x, y = (one.gt[2, :2] + one.gt[2, 2:]) / 2
    assert anchors_under(one, float(x), float(y))[0] in one.positive
    values = Values(one)
    assert values.lacks("iou")
    assert not values.lacks("label")
    assert Filter.parse("label == positive").mask(values).sum() == len(one.positive)


def test_compare_words_a_change_by_both_rules(one):
    plain = inspect(SAMPLE, BASE)
    found = compare(one, plain)
    assert found.differing > 0
    pairs = {f"{mine} → {BASE.matcher.short(cause)}" for mine in ("far", "nearest") for cause in BASE.matcher.causes}
    assert {found.whys[k].told(found.whys[k].short) for k in found.reasons.tolist()} <= {"other GT", *pairs}
    assert {group.a.split(": ")[1] for group in found.groups} <= {"far", "nearest"}
    assert found.groups[0].iou_a == found.groups[0].iou_b


def test_a_ground_truth_moves_in_a_what_if(one):
    anchor = int(one.positive[0])
    owner = int(one.assignment.gt[anchor])
    box = tuple((one.gt[owner] + np.float32(24)).tolist())
    moved = apply(one, WhatIf(anchor, truth=owner, gt=box))
    assert moved.assignment.label[anchor] == 0
    assert moved.overlap.iou[anchor] < one.overlap.iou[anchor]


def test_many_pictures_are_counted_one_by_one():
    grid = RECIPE.grid((96, 128))
    gt = np.array([[0, 0, 20, 30], [40, 40, 70, 90], [5, 9, 44, 70]], np.float32)
    chunk = Chunk(grid=grid, gt=gt, picture=np.array([0, 1, 1]), sizes=np.array([[96, 128], [90, 128]]))
    many = RECIPE.matcher.positives(chunk)
    found = joined(chunk, many, one_by_one(RECIPE.matcher, chunk, many.whole.tolist()))
    assert found.measure is None
    assert found.per_gt["positives"].tolist() == np.bincount(found.gt, minlength=3).tolist()
    assert set(found.gt.tolist()) == {0, 1, 2}


def test_an_audit_tells_of_no_positives_where_outputs_decide_about_them(tmp_path):
    """Two boxes under YOLOv8's rule: one of 3 px, with fewer candidates than ten, and a large one."""
    record = Record("one.jpg", declared=(640, 640))
    record.add((100.0, 100.0, 103.0, 103.0), 0)
    record.add((100.0, 100.0, 400.0, 420.0), 1)
    found = audit(Dataset(tmp_path, "made here", [record], ("cat", "dog"), Notes()), "yolov8", workers=1)
    made = document(found, times=False)
    assert (made["positives"], made["unmatched"], [row["starved"] for row in made["by_class"]]) == (None, 0, [1, 0])
    columns = ground_truth_columns(found)
    assert columns["positives"].tolist() == columns["low_quality"].tolist() == [-1, -1]  # empty cells
    sentences = headlines(made)
    assert sentences[0].text.translated(str) == "1 of 2 with fewer candidates than the rule may take."
    text = summary(made, sentences)
    assert "|  | ground truths | no candidate | few candidates |" in text
    assert "| `cat` | 1 | 0 | 1 |" in text
    [chart] = charts_of(found, [])
    assert chart.title == "Enough candidates by size"
    sides = by_side(found)
    np.testing.assert_array_equal(reached(found, sides)[sides.boxes > 0], [0.0, 1.0])
    html = page(found, made, sentences, [])
    assert "positives each" not in html
    assert "Positive anchors by level" not in html
