"""Each odd file of raw outputs or results in the shared collection does what its table says."""

from __future__ import annotations

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.data.predictions import open_predictions

pytestmark = pytest.mark.shared_data

NCHW = """
[objectness]
names = ["logits"]
layout = "A,H,W"
[deltas]
names = ["deltas"]
layout = "A4,H,W"
"""


def open_array(shared_data, name):
    return open_predictions(shared_data / "odd" / "arrays" / f"{name}.npz")[name]


@pytest.mark.parametrize("name", ["ok", "float16", "big_endian_fortran", "two_channel", "zero_anchors", "nan_inf_huge"])
def test_what_can_be_read_is_read_as_float32_in_rows(shared_data, name):
    found, raw = open_array(shared_data, name), np.load(shared_data / "odd" / "arrays" / f"{name}.npz")
    assert (found.objectness.dtype, found.deltas.dtype) == (np.float32, np.float32)
    assert found.deltas.flags.c_contiguous
    np.testing.assert_array_equal(found.objectness, raw["logits"].astype(np.float32))
    np.testing.assert_array_equal(found.deltas, raw["deltas"].astype(np.float32))


def test_probabilities_become_the_logits_they_came_from(shared_data):
    found = open_array(shared_data, "probabilities")
    raw = np.load(shared_data / "odd" / "arrays" / "probabilities.npz")
    np.testing.assert_allclose(sigmoid(found.objectness), raw["scores"], rtol=1e-5)


def test_maps_are_read_where_their_layout_is_named_and_refused_where_not(shared_data, tmp_path):
    (tmp_path / "l.toml").write_text(NCHW, encoding="utf-8")
    path = shared_data / "odd" / "arrays" / "nchw.npz"
    found, raw = open_predictions(path, layout=tmp_path / "l.toml")["nchw"], np.load(path)
    np.testing.assert_array_equal(found.levels_objectness[0], raw["logits"][0])
    np.testing.assert_array_equal(found.levels_deltas[0], raw["deltas"][0])
    with pytest.raises(BadPredictions, match=r"\(1, 3, 2, 3\) could be laid out in several ways"):
        open_array(shared_data, "nchw")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("count_mismatch", r"objectness \(18,\) and deltas \(17, 4\)"),
        ("object_pickle", "holds Python objects"),
        ("truncated", "not readable as .npz"),
        ("not_npz", "not readable as .npz"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_file(shared_data, name, words):
    with pytest.raises(BadPredictions, match=words) as caught:
        open_array(shared_data, name)
    assert f"{name}.npz" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_results_list_is_opened_as_predictions(shared_data):
    found = open_predictions(shared_data / "odd" / "coco" / "results_list.json")["1"]
    np.testing.assert_array_equal(found.boxes, [[5, 6, 25, 21]])
    np.testing.assert_array_equal(found.scores, [0.9])


def test_scores_in_a_datasets_annotations_are_read_under_the_pictures_name(shared_data):
    found = open_predictions(shared_data / "odd" / "coco" / "score_in_gt.json")
    assert all(0 <= score <= 1 for name in found for score in found[name].scores)
    assert "ok_64x48.jpg" in found


def test_a_line_of_fractions_is_not_taken_for_pixels(shared_data):
    with pytest.raises(BadFile, match=r"six_columns\.txt:1: .*fractions of the picture"):
        open_predictions(shared_data / "odd" / "yolo" / "labels" / "six_columns.txt")
