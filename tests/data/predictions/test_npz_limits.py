"""Small packed files that ask for much: refused by what they unpack to and are turned into, before it is made."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile

import numpy as np
import pytest

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.arrays import read_npz
from rpn_inspector.data.predictions.dump import open_dump

MB = 1 << 20


def packed(**arrays):
    """Return an .npz of zeros: (type, shape) by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (dtype, shape) in arrays.items():
            with archive.open(f"{name}.npy", "w") as member:
                header = {"descr": np.dtype(dtype).str, "fortran_order": False, "shape": shape}
                np.lib.format.write_array_header_1_0(member, header)
                left = int(np.prod(shape)) * np.dtype(dtype).itemsize
                while left > 0:
                    left -= member.write(bytes(min(left, MB)))
    return made


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"objectness": ("<f2", (20 * MB,)), "deltas": ("<f2", (20 * MB, 4))}, "bytes uncompressed, wanted at most"),
        ({"objectness": ("<f2", (30 * MB,))}, "bytes as float32, wanted at most"),
        ({"objectness": ("<f4", (10 * MB,)), "deltas": ("<f2", (6 * MB,))}, "bytes as float32, wanted at most"),
        ({"objectness": ("|u1", (60 * MB,))}, "bytes as float32, wanted at most"),
    ],
)
def test_a_small_packed_file_is_refused_by_what_would_be_made_of_it(arrays, words):
    file = packed(**arrays)
    assert len(file.getvalue()) < 300_000
    tracemalloc.start()
    with pytest.raises(BadPredictions, match=words):
        read_npz(file, "a.npz")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * MB


def test_a_dump_in_a_zip_is_bounded_by_the_size_of_the_zip(tmp_path):
    inner = io.BytesIO()
    np.savez(inner, objectness=np.zeros(25 * MB, np.float32))
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("meta.json", json.dumps({"schema": 1, "producer": "x", "images": {"a": "a.npz"}}))
        archive.writestr("a.npz", inner.getvalue())
    with pytest.raises(BadPredictions, match="bytes uncompressed, wanted at most"):
        open_dump(tmp_path / "d.zip")["a"]


def test_an_unpacked_file_of_the_same_numbers_is_read():
    file = io.BytesIO()
    np.savez(file, objectness=np.zeros(17 * MB, np.float32), gt=np.zeros((0, 4), np.float64))
    assert read_npz(file, "a.npz")["objectness"].shape == (17 * MB,)
    assert read_npz(packed(objectness=("<f4", (15 * MB,))), "a.npz")["objectness"].shape == (15 * MB,)


def test_probabilities_become_logits_piece_by_piece(tmp_path):
    scores = np.tile(np.float32([0, 0.25, 0.5, 1]), MB)
    np.savez(tmp_path / "a.npz", scores=scores, deltas=np.zeros((4 * MB, 4), np.float32))
    logits = open_predictions(tmp_path)["a"].objectness
    expected = np.float32([-27.631021, -1.0986123, 0, 27.631021])
    np.testing.assert_allclose(logits[-4:], expected, rtol=1e-5)
    np.testing.assert_allclose(logits[:4], expected, rtol=1e-5)
