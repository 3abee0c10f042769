"""Arrays of a dump as they lie in its files, whatever their shapes; all else refused as by the strict reader."""

import json
import zipfile

import numpy as np
import pytest

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.raw_arrays import raw_prediction


def dump(folder, **arrays):
    folder.mkdir()
    np.savez(folder / "a.npz", **arrays)
    meta = {"schema": 1, "producer": "p", "recipe": "r", "images": {"a.jpg": "a.npz"}}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder


def test_levels_keep_their_shapes_and_their_order_in_a_folder_and_in_a_zip(tmp_path):
    shapes = {number: (2, 12 - number, 3) for number in range(11)}  # past 9, where text would sort otherwise
    arrays = {f"objectness_{n}": np.full(shape, n, np.float64) for n, shape in shapes.items()}
    arrays |= {f"deltas_{n}": np.full((*shape[:2], 12), n, np.float32) for n, shape in shapes.items()}
    folder = dump(tmp_path / "d.rpn", padded_size=np.array([8, 9], np.int32), **arrays)
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    for path in (folder, tmp_path / "d.zip"):
        read = raw_prediction(open_predictions(path), "a.jpg")
        assert [level.shape for level in read.levels_objectness] == list(shapes.values())
        assert [level[0, 0, 0] for level in read.levels_deltas] == list(range(11))
        assert {level.dtype for level in read.levels_objectness} == {np.dtype(np.float32)}
        assert (read.padded_size, read.network_size, read.objectness) == ((8, 9), None, None)


def test_flat_arrays_of_any_shape(tmp_path):
    read = raw_prediction(open_predictions(dump(tmp_path / "d", objectness=np.zeros((1, 5)), deltas=np.ones(20))), "a")
    assert (read.objectness.shape, read.deltas.shape) == ((1, 5), (20,))


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"objectness_0": np.zeros((1, 2, 2))}, "deltas_0 is missing"),
        ({"objectness": np.zeros(2, int), "deltas": np.zeros(8)}, "int64, wanted float32"),
        ({"objectness": np.array([np.inf, 0]), "deltas": np.zeros(8)}, "not finite"),
        ({"objectness": np.zeros(2), "deltas": np.zeros(8), "padded_size": np.array([0, 1])}, "wanted h, w in px"),
        (
            {
                "objectness": np.zeros(2),
                "deltas": np.zeros(8),
                "network_size": np.array([8, 8]),
                "padded_size": np.array([9, 7]),
            },
            r"padded_size \(h x w\): found 9 x 7, wanted at least the network_size 8 x 8",
        ),
        ({"objectness": np.array([{}], object), "deltas": np.zeros(8)}, "never loaded"),
    ],
)
def test_bad_arrays_are_named(tmp_path, arrays, words):
    with pytest.raises(BadPredictions, match=words) as caught:
        raw_prediction(open_predictions(dump(tmp_path / "d", **arrays)), "a.jpg")
    assert "a.npz" in str(caught.value)


def test_a_picture_or_a_file_that_is_not_there_is_named(tmp_path):
    opened = open_predictions(dump(tmp_path / "d", objectness=np.zeros(2), deltas=np.zeros(8)))
    with pytest.raises(BadPredictions, match="no outputs for picture 'b'"):
        raw_prediction(opened, "b")
    (tmp_path / "d" / "a.npz").unlink()
    with pytest.raises(BadPredictions, match="there is no such file"):
        raw_prediction(opened, "a.jpg")
