"""Results as tables of plain columns: of one length, with the numbers of the result, taken by pyarrow as they are."""

import numpy as np
import pyarrow
import pytest

import rpn_inspector as ri
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Kind

DEMO = resource("demo")
NAME = "street_03_overlapping.jpg"


UNTOLD = {  # numbers of a group that the rule does not tell
    "demo": {"starved"},
    "yolov8": {"matched", "low_quality_only", "positives", "mean_best_iou", "recall"},
    "yolov5s": {"matched", "low_quality_only", "starved", "mean_best_iou", "recall"},
    "atss-mmdet": {"matched", "low_quality_only", "starved", "mean_best_iou", "recall"},
}


def checked(found):
    for name, table in found.items():
        assert len({len(column) for column in table.values()}) == 1, name
        for key, column in table.items():
            assert isinstance(column, np.ndarray)
            assert column.ndim == 1
            assert column.dtype.kind in "bifuO", key
        back = pyarrow.table(table)
        assert back.column_names == list(table)
        assert back.num_rows == len(next(iter(table.values())))


@pytest.mark.parametrize("recipe", ["demo", "yolov8", "yolov5s", "atss-mmdet"])
def test_an_audit_as_tables(recipe):
    audit = ri.audit(ri.open_dataset(DEMO), recipe)
    found = ri.tables(audit)
    assert list(found) == ["ground_truth", "findings", "class", "size", "aspect", "side", "level"]
    checked(found)
    assert len(found["ground_truth"]["image"]) == len(audit.used)
    assert found["class"]["class"].tolist() == list(ri.open_dataset(DEMO).classes)
    assert found["class"]["boxes"].sum() == audit.used.sum()
    positives = found["ground_truth"]["positives"]
    known = ~np.isnan(positives)
    assert positives[known].tolist() == audit.gt_positives[known].tolist()
    assert known.any() == audit.decided  # what only outputs decide is not told as a number
    by_class, by_level = found["class"], found["level"]
    untold = {name for name in by_class if name != "class" and np.isnan(by_class[name].astype(float)).all()}
    assert untold == UNTOLD[recipe]
    assert np.isnan(by_level["boxes"].astype(float)).all() != audit.knows_iou


def test_an_audit_with_outputs_tells_where_each_is_lost():
    run = ri.open_predictions(DEMO / "predictions")
    found = ri.tables(ri.audit(ri.open_dataset(DEMO), "demo", run))
    checked(found)
    assert {None, "found"} < set(found["ground_truth"]["end"].tolist())


@pytest.mark.parametrize("recipe", ["demo", "yolov8", "yolov5s", "fasterrcnn-torchvision"])
def test_an_inspection_as_tables(recipe):
    one = ri.inspect(ri.open_dataset(DEMO)[NAME], recipe)
    found = ri.tables(one)
    assert list(found) == ["ground_truth", "positives"]
    checked(found)
    assert found["positives"]["anchor"].tolist() == one.positive.tolist()
    assert found["ground_truth"]["x1"].tolist() == one.sample.gt[:, 0].tolist()


def test_what_an_inspection_does_not_know_is_no_number():
    gt = np.array([[8.0, 9, 50, 60], [8, 9, 50, 60]])
    one = ri.Sample("a", (64, 96), gt=gt, gt_kind=np.array([Kind.NORMAL, Kind.CROWD]))
    table = ri.tables(ri.inspect(one, "fasterrcnn-torchvision"))["ground_truth"]
    assert table["used"].tolist() == [True, False]
    assert [np.isnan(table[name]).tolist() for name in ("positives", "best_iou", "best_anchor")] == [[False, True]] * 3
    for recipe in ("yolov8", "yolov7"):
        positives = ri.tables(ri.inspect(one, recipe))["ground_truth"]["positives"]
        assert np.isnan(positives).all()


def test_an_inspection_with_outputs_has_t_and_proposals():
    one = ri.inspect(ri.open_dataset(DEMO)[NAME], "demo", ri.open_predictions(DEMO / "predictions")[NAME])
    found = ri.tables(one)
    checked(found)
    table = found["positives"]
    assert np.stack([table[f"t_star_{at}"] for at in range(4)], 1).tolist() == one.t_star.tolist()
    assert np.stack([table[f"t_{at}"] for at in range(4)], 1).tolist() == one.t.tolist()
    assert len(found["proposals"]["score"]) == len(one.proposals.boxes)
    assert set(found["proposals"]["fate"]) == {"kept"}


def test_another_value_is_refused_in_a_line():
    with pytest.raises(InspectorError, match="found a int, wanted an Inspection or an Audit"):
        ri.tables(3)
