"""The arrays of the stages behind the proposals in a dump: read, written, refused."""

import numpy as np
import pytest

from rpn_inspector.core.errors import BadLayout, BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.second_stage.outputs import RoiOutputs, StageOutputs
from rpn_inspector.data.predictions import open_predictions, save_dump
from rpn_inspector.data.predictions.dump import prediction_of
from rpn_inspector.data.predictions.roi_arrays import roi_arrays

ONE = {"roi_sampled": np.array([1])}
FIRST = {"objectness": np.zeros(6, np.float32), "deltas": np.zeros((6, 4), np.float32)}
ROIS = RoiOutputs(
    proposals=np.array([[0, 1, 2, 3], [4, 5, 6, 8]], np.float32),
    heads={
        "cascade2": StageOutputs(logits=np.ones((2, 3), np.float32), deltas=np.ones((2, 4), np.float32), loss_box=0.5),
        "roi": StageOutputs(
            logits=np.zeros((2, 3), np.float32),
            deltas=np.zeros((2, 12), np.float32),
            level=np.array([0, 3]),
            sampled=np.array([1, 2]),
            gt=np.array([0, -1]),
            loss_class=1.5,
            loss_box=0.25,
        ),
    },
    mode="train",
)


def test_what_is_saved_is_read_back(tmp_path):
    written = Prediction(**FIRST, loss_objectness=2.0, loss_box=3.0, rois=ROIS)
    read = open_predictions(save_dump(tmp_path / "d.rpn", {"a.jpg": written}, "demo"))["a.jpg"].rois
    again, wanted = roi_arrays(read), roi_arrays(ROIS)
    assert sorted(again) == sorted(wanted)
    for name, values in wanted.items():
        np.testing.assert_array_equal(again[name], values)
    assert {"loss_classifier", "loss_roi_box", "loss_cascade2_box", "proposals", "roi_gt"} <= set(wanted)
    assert read.mode == "train"
    assert [head.loss_class for head in (read.heads["roi"], read.heads["cascade2"])] == [1.5, None]


def test_the_four_losses_have_the_names_of_the_interface():
    losses = {"loss_objectness": 1.0, "loss_rpn_box": 2.0, "loss_classifier": 3.0, "loss_roi_box": 4.0}
    arrays = FIRST | {name: np.float32(value) for name, value in losses.items()} | {"roi_sampled": np.array([0])}
    read = prediction_of(arrays, "a")
    head = read.rois.heads["roi"]
    assert [read.loss_objectness, read.loss_box, head.loss_class, head.loss_box] == [1, 2, 3, 4]


def test_outputs_without_a_second_stage_have_none():
    assert prediction_of(FIRST, "a").rois is None


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"proposals": np.zeros((2, 5), np.float32)}, "a: proposals has shape (2, 5), wanted finite boxes (R, 4)"),
        (
            {"roi_logits": np.zeros((2, 3), np.float32)} | ONE,
            "a: roi_deltas is missing, wanted both roi_logits and roi_deltas",
        ),
        ({"roi_sampled": np.zeros(2)}, "a: roi_sampled is float64 (2,), wanted whole numbers (n,)"),
        ({"roi_level": np.array([0, 1000])} | ONE, "a: roi_level holds 1000, wanted maps from 0 to 999"),
        ({"roi_level": np.array([-1])} | ONE, "a: roi_level holds -1, wanted indices from 0 to 2,147,483,647"),
        ({"roi_gt": np.array([-2])} | ONE, "a: roi_gt is int64 (1,), wanted whole numbers (n,) from -1"),
        (
            {"roi_gt": np.array([1]), "gt": np.zeros((1, 4), np.float32)} | ONE,
            "a: roi_gt holds 1, wanted -1 to 0, places in gt",
        ),
        (
            {"roi_gt": np.array([0]), "gt": np.zeros((0, 4), np.float32)} | ONE,
            "a: roi_gt holds 0, wanted -1, as gt is empty",
        ),
        ({"mode": np.array("test")} | ONE, "a: mode is <U4 (), wanted the text train or eval"),
    ],
)
def test_arrays_that_are_wrong_are_said_in_one_line(arrays, said):
    with pytest.raises((BadLayout, BadPredictions)) as caught:
        prediction_of(FIRST | arrays, "a")
    assert str(caught.value) == said


def test_arrays_of_another_meaning_are_no_stage_and_refuse_nothing():
    logits, deltas = np.zeros((3, 5), np.float32), np.zeros((3, 16), np.float32)
    other = {"class_logits": logits, "box_regression": deltas, "feature_level": np.zeros((3, 5), np.float32)}
    found = prediction_of(FIRST | other, "a").rois
    assert (found.proposals, found.heads, found.unread) == (None, {}, ("class_logits", "feature_level"))
    both = prediction_of(FIRST | other | {"roi_logits": logits, "roi_deltas": deltas}, "a").rois
    assert (sorted(both.heads), both.unread) == (["roi"], ("class_logits", "feature_level"))
