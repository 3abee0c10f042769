"""Pickles: what NumPy and plain containers write is read, anything else is named and nothing of it runs."""

from __future__ import annotations

import collections
import io
import os
import pickle
import struct
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.pickles import array_of, read_pickle

NAMES = type("Dataset", (), {"names": ("a.jpg", "b.jpg")})()
PROPOSALS = {
    "ids": [139, "x"],
    "boxes": [np.array([[0, 0, 10, 20], [5, 5, 9, 9]], np.float32), np.zeros((0, 4), np.float32)],
    "objectness_logits": [np.array([0, 4], np.float32), np.zeros(0, np.float32)],
    "bbox_mode": 0,
}


def write(path: Path, value, protocol=4) -> Path:
    path.write_bytes(value if isinstance(value, bytes) else pickle.dumps(value, protocol))
    return path


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("dtype", ["<f4", ">f8", "f2", "i8", "u1", "?"])
def test_arrays_written_by_numpy_come_back_the_same_in_every_protocol(tmp_path, protocol, dtype):
    array = (np.arange(12) % 2).astype(dtype).reshape(3, 4)
    values = {"c": array, "f": np.asfortranarray(array), "n": [np.float64(0.5), 1, True, None, (b"x", "é")]}
    read = read_pickle(write(tmp_path / "a.pkl", values, protocol))
    np.testing.assert_array_equal(array_of(read["c"]), array)
    np.testing.assert_array_equal(array_of(read["f"]), array)
    assert read["n"] == [0.5, 1, True, None, (b"x", "é")]


def test_an_array_of_an_older_numpy_and_python_reads(tmp_path):
    content = pickle.dumps({"a": np.arange(3, dtype="f4")}, 2).replace(b"numpy._core", b"numpy.core")
    np.testing.assert_array_equal(array_of(read_pickle(write(tmp_path / "a.pkl", content))["a"]), [0, 1, 2])
    ordered = collections.OrderedDict([("k", 1), ("l", 2)])
    assert read_pickle(write(tmp_path / "o.pkl", ordered)) == {"k": 1, "l": 2}


# ---- what frameworks write ---------------------------------------------------------------------------------------


def test_detectron2s_proposals_are_read(tmp_path):
    read = open_predictions(write(tmp_path / "box_proposals.pkl", PROPOSALS))
    np.testing.assert_array_equal(read["139"].boxes, [[0, 0, 10, 20], [5, 5, 9, 9]])
    np.testing.assert_allclose(read["139"].scores, [0.5, 1 / (1 + np.exp(-4))])
    assert len(read["x"]) == 0
    sample = Sample("a.jpg", (100, 100), image_id="139")
    assert read.predict(sample, load_recipe("torchvision-fpn")).encoded_back
    wide = PROPOSALS | {"bbox_mode": 1}
    np.testing.assert_array_equal(
        open_predictions(write(tmp_path / "w.pickle", wide))["139"].boxes, [[0, 0, 10, 20], [5, 5, 14, 14]]
    )


ROWS = np.array([[0, 0, 10, 20, 0.5]], np.float32)


@pytest.mark.parametrize(
    "results",
    [
        [ROWS, ROWS],
        [[ROWS, np.zeros((0, 5))], [np.zeros((0, 5)), ROWS]],
        [([ROWS], [[{"size": [1, 1], "counts": b"x"}]]), ([ROWS], [[]])],
        [{"bboxes": ROWS[:, :4], "scores": ROWS[:, 4], "labels": np.array([0])}] * 2,
        [{"img_path": f"/d/{n}.jpg", "pred_instances": {"bboxes": ROWS[:, :4], "scores": ROWS[:, 4]}} for n in "ab"],
    ],
)
def test_mmdetections_results_are_read_in_each_form(tmp_path, results):
    read = open_predictions(write(tmp_path / "r.pkl", results), NAMES)
    for name in ("a.jpg", "b.jpg"):
        np.testing.assert_array_equal(read[name].boxes, [[0, 0, 10, 20]])
        np.testing.assert_array_equal(read[name].scores, [0.5])


def test_results_by_place_need_the_dataset_they_belong_to(tmp_path):
    path = write(tmp_path / "r.pkl", [ROWS, ROWS, ROWS])
    with pytest.raises(BadFile, match="by place alone, wanted its dataset"):
        open_predictions(path)
    with pytest.raises(BadFile, match="lists 3 pictures, wanted the 2"):
        open_predictions(path, NAMES)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"a": 1}, "a dict with a, wanted detectron2"),
        (3, "no list"),
        (PROPOSALS | {"ids": [1]}, "1 ids, 2 boxes"),
        (PROPOSALS | {"bbox_mode": 3}, "bbox_mode 3, wanted 0"),
        (PROPOSALS | {"boxes": [np.zeros((2, 5)), np.zeros((0, 4))]}, r"boxes \(2, 5\)"),
        (PROPOSALS | {"boxes": ["x", "y"]}, "boxes: found x, wanted an array"),
        (PROPOSALS | {"ids": [[1], 2]}, "ids are not all text or numbers"),
        (PROPOSALS | {"bbox_mode": []}, "bbox_mode a list"),
        (PROPOSALS | {"objectness_logits": [np.array([np.nan, 0]), np.zeros(0)]}, "not finite"),
        ([np.zeros((2, 4)), ROWS], r"shape \(2, 4\), wanted \(n, 5\)"),
        ([{"x": 1}, {}], "no bboxes and scores"),
        (["x", "y"], "boxes: found x"),
        ([ROWS * np.nan, ROWS], "boxes holds nan"),
    ],
)
def test_arrays_that_do_not_fit_are_named(tmp_path, value, words):
    with pytest.raises(InspectorError, match=words) as caught:
        open_predictions(write(tmp_path / "r.pkl", value), NAMES)
    assert "\n" not in str(caught.value)


# ---- torch's tensors, by hand as torch writes them ----------------------------------------------------------------


class Global:
    """Pickles as a global of that name, called with arguments where it has some."""

    def __init__(self, name, *arguments):
        self.name, self.arguments = name, arguments


class Persistent(tuple):
    pass


class Torch(pickle._Pickler):
    def save(self, value, save_persistent_id=True):
        if isinstance(value, Global):
            module, _, attribute = value.name.rpartition(".")
            self.write(b"c" + module.encode() + b"\n" + attribute.encode() + b"\n")
            if value.arguments:
                self.save(value.arguments)
                self.write(pickle.REDUCE)
        elif isinstance(value, Persistent):
            self.save(tuple(value))
            self.write(pickle.BINPERSID)
        else:
            super().save(value, save_persistent_id)


def torch_pickle(value, protocol=2) -> bytes:
    stream = io.BytesIO()
    Torch(stream, protocol).dump(value)
    return stream.getvalue()


def storage(array, kind="Float", said=None, place="cpu", view=None, magic=0x1950A86A20F9469CFC6C, little=True) -> bytes:
    said = array.size if said is None else said
    names = Persistent(("storage", Global(f"torch.{kind}Storage"), "94373445169616", place, said, view))
    system = {"protocol_version": 1001, "little_endian": little, "type_sizes": {"int": 4}}
    parts = [torch_pickle(value) for value in (magic, 1001, system, names, ["94373445169616"])]
    return b"".join(parts) + struct.pack("<q", said) + array.tobytes()


def tensor(content, sizes, strides, offset=0):
    stored = Global("torch.storage._load_from_bytes", content)
    return Global("torch._utils._rebuild_tensor_v2", stored, offset, sizes, strides, False, collections.OrderedDict())


def plain(array, kind="Float"):
    array = np.ascontiguousarray(array)
    return tensor(storage(array, kind), array.shape, tuple(step // array.itemsize for step in array.strides))


@pytest.mark.parametrize("protocol", range(6))
def test_tensors_of_mmdetection_3_are_read_without_torch(tmp_path, protocol):
    rows = np.array([[1, 2, 30, 40, 0.9], [5, 6, 70, 80, 0.3]], np.float32)
    instances = {
        "bboxes": tensor(storage(rows), (2, 4), (5, 1)),
        "scores": tensor(storage(rows, place="cuda:0"), (2,), (5,), 4),
        "labels": plain(np.array([3, 0]), "Long"),
    }
    entry = {"img_path": "data/a.jpg", "img_id": 7, "ori_shape": (90, 120), "pred_instances": instances}
    content = torch_pickle([entry], protocol)
    found = open_predictions(write(tmp_path / "results.pkl", content))["a.jpg"]
    np.testing.assert_array_equal(found.boxes, rows[:, :4])
    np.testing.assert_array_equal(found.scores, rows[:, 4].astype(np.float64))
    assert found.classes == ("3", "0")


@pytest.mark.parametrize(("kind", "dtype"), [("Half", "f2"), ("Double", "f8"), ("Int", "i4"), ("Byte", "u1")])
def test_tensors_of_every_type_and_of_none_come_back(tmp_path, kind, dtype):
    array = np.arange(6, dtype=dtype).reshape(2, 3)
    content = torch_pickle([plain(array, kind), plain(array[:0], kind), tensor(storage(array, kind), (3, 2), (1, 3))])
    read = [array_of(value) for value in read_pickle(write(tmp_path / "a.pkl", content))]
    np.testing.assert_array_equal(read[0], array)
    assert read[1].shape == (0, 3)
    np.testing.assert_array_equal(read[2], array.T)
    assert read[0].dtype == dtype


FOUR = np.zeros(4, np.float32)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (tensor(storage(FOUR), (1 << 39,), (0,)), "in a storage of 4 numbers"),
        (tensor(storage(FOUR), (4,), (2,)), "in a storage of 4 numbers"),
        (tensor(storage(FOUR), (2,), (1,), 3), "in a storage of 4 numbers"),
        (tensor(storage(FOUR), (2,), (-1,), 3), "sizes or strides"),
        (tensor(storage(FOUR), (2,), (1,), -3), "a tensor of sizes"),
        (tensor(storage(FOUR, said=1 << 60), (2,), (1,)), "in 16 bytes, wanted"),
        (tensor(storage(FOUR, said=-4), (2,), (1,)), "no whole storage"),
        (tensor(storage(FOUR, view=("x", 0, 2)), (2,), (1,)), "no whole storage"),
        (tensor(storage(FOUR, magic=1), (2,), (1,)), "a way not known"),
        (tensor(storage(FOUR, little=False), (2,), (1,)), "big-endian"),
        (tensor(storage(FOUR, "BFloat16"), (2,), (1,)), "the global torch.BFloat16Storage"),
        (tensor("text", (2,), (1,)), "not written out as bytes"),
        (Global("torch.storage._load_from_bytes", torch_pickle(Global("os.mkdir", "ran"))), "the global os.mkdir"),
        (Global("torch.FloatStorage", 4), "the global torch.FloatStorage"),
        (Global("torch._utils._rebuild_tensor_v2", 1, 0, (2,), (1,)), "a tensor without a storage"),
        (Global("torch.load", "x"), "the global torch.load"),
    ],
)
def test_a_tensor_that_lies_is_refused_by_what_it_says(tmp_path, monkeypatch, value, words):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadPredictions, match=words) as caught:
        read_pickle(write(tmp_path / "x.pkl", torch_pickle([value])))
    assert "refused" in str(caught.value)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pkl"]


def test_what_torch_save_wrote_is_told_by_its_name(tmp_path):
    with zipfile.ZipFile(tmp_path / "model.pth", "w") as archive:
        archive.writestr("model/data.pkl", b"")
    (tmp_path / "zip.pkl").write_bytes((tmp_path / "model.pth").read_bytes())
    (tmp_path / "old.pkl").write_bytes(storage(FOUR))
    for name in ("model.pth", "zip.pkl", "old.pkl"):
        with pytest.raises(BadFile, match=r"written by torch\.save"):
            open_predictions(tmp_path / name)


# ---- what must not run -------------------------------------------------------------------------------------------


class Runs:
    def __reduce__(self):
        return os.mkdir, ("ran",)


def raw(*opcodes: bytes) -> bytes:
    return pickle.PROTO + b"\4" + b"".join(opcodes) + pickle.STOP


def text(value: str) -> bytes:
    return pickle.SHORT_BINUNICODE + bytes([len(value)]) + value.encode()


def name(module: str, attribute: str) -> bytes:
    return text(module) + text(attribute) + pickle.STACK_GLOBAL


NOTHING = pickle.EMPTY_TUPLE
RECONSTRUCTED = name("numpy._core.multiarray", "_reconstruct") + NOTHING + pickle.REDUCE


def dtype(kind: str) -> bytes:
    return name("numpy", "dtype") + text(kind) + pickle.TUPLE1 + pickle.REDUCE


def state(kind: bytes, data: bytes, shape: int = 1) -> bytes:
    return (
        RECONSTRUCTED + pickle.MARK + b"K\1" + b"K" + bytes([shape]) + pickle.TUPLE1 + kind + pickle.NEWFALSE
        + data + pickle.TUPLE + pickle.BUILD
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pickle.dumps([Runs()]), "the global posix.mkdir"),
        (pickle.dumps([Runs()], 0), "the global posix.mkdir"),
        (pickle.dumps(Path("x")), "the global pathlib"),
        (pickle.dumps(np.array([{}], object)), "type 'O8'"),
        (pickle.dumps(np.zeros(1, [("a", "f4")])), "type 'V4'"),
        (pickle.dumps({1, 2}), "opcode EMPTY_SET"),
        (pickle.dumps(NAMES.__class__.__mro__[1]()), "the global builtins.object"),
        (raw(name("numpy", "load")), "the global numpy.load"),
        (raw(name("numpy", "ndarray.tofile")), "the global numpy.ndarray.tofile"),
        (raw(name("builtins", "eval")), "the global builtins.eval"),
        (raw(name("_codecs", "encode") + text("x") + text("zip") + pickle.TUPLE2 + pickle.REDUCE), "'zip'"),
        (raw(name("numpy", "ndarray") + NOTHING + pickle.REDUCE), "an array made directly"),
        (raw(name("numpy", "ndarray") + NOTHING + pickle.NEWOBJ), "opcode NEWOBJ"),
        (raw(name("numpy", "dtype") + pickle.EMPTY_DICT + pickle.BUILD), "the state of a type"),
        (raw(name("_codecs", "encode") + pickle.EMPTY_DICT + pickle.BUILD), "the state of a function"),
        (raw(text("x") + NOTHING + pickle.REDUCE), "a call of x"),
        (raw(pickle.EMPTY_DICT + NOTHING + pickle.NONE + pickle.SETITEM), "a tuple as key"),
        (raw(pickle.NONE + pickle.BINPERSID), "a persistent id"),
        (raw(pickle.EXT1 + b"\1"), "opcode EXT1"),
        (raw(state(dtype("f8"), b"C\4abcd")), "4 bytes, wanted 8"),
        (raw(state(dtype("O8"), b"C\4abcd")), "type 'O8'"),
        (raw(state(text("f4"), b"C\4abcd")), "without a type"),
        (raw(RECONSTRUCTED + pickle.NONE + pickle.BUILD), "state"),
        (raw(dtype("f4") + pickle.NONE + pickle.BUILD), "byte order"),
        (raw(pickle.BYTEARRAY8 + struct.pack("<Q", 1 << 40)), "more than the file holds"),
    ],
)
def test_anything_else_is_refused_by_name_and_nothing_runs(tmp_path, monkeypatch, content, words):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadPredictions, match=words) as caught:
        open_predictions(write(tmp_path / "x.pkl", content))
    assert "refused" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.pkl"]


def test_a_refused_pickle_leaves_the_stand_ins_as_they_were(tmp_path):
    poison = raw(
        name("numpy", "dtype") + pickle.NONE + pickle.EMPTY_DICT + text("__init__") + pickle.NONE + pickle.SETITEM
        + pickle.TUPLE2 + pickle.BUILD
    )  # fmt: skip
    with pytest.raises(BadPredictions):
        read_pickle(write(tmp_path / "x.pkl", poison))
    np.testing.assert_array_equal(array_of(read_pickle(write(tmp_path / "y.pkl", np.ones(2)))), [1, 1])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        pickle.dumps(PROPOSALS)[:-1],
        pickle.dumps(PROPOSALS)[:50],
        raw(pickle.BINBYTES8 + struct.pack("<Q", 1 << 62)),
        raw(pickle.NONE + pickle.LONG_BINPUT + b"\xff\xff\xff\xff"),
        raw(pickle.FRAME + struct.pack("<Q", 1 << 60)),
        raw(pickle.NONE + pickle.POP + pickle.POP),
    ],
)
def test_a_broken_or_lying_pickle_is_one_line_and_takes_no_memory(tmp_path, content):
    path = write(tmp_path / "x.pkl", content)
    tracemalloc.start()
    try:
        with pytest.raises(InspectorError) as caught:
            open_predictions(path)
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()
    assert "\n" not in str(caught.value)


def test_containers_that_hold_one_another_a_million_times_are_named_and_not_written_out(tmp_path):
    read = read_pickle(write(tmp_path / "x.pkl", _laughs()))
    assert read[0] is read[1]
    path = tmp_path / "y.pkl"
    for at in ("ids", "boxes", "objectness_logits", "bbox_mode"):
        with pytest.raises(InspectorError) as caught:
            open_predictions(write(path, PROPOSALS | {at: _laughs()}))
        assert len(str(caught.value)) < 300


def _laughs():
    value = [0, 0]
    for _ in range(60):
        value = [value, value]
    return value


def test_a_pickle_is_read_only_where_the_user_names_it_so(tmp_path):
    for name in ("r.bin", "r.json", "r.txt", "r"):
        with pytest.raises(InspectorError):
            open_predictions(write(tmp_path / name, PROPOSALS))
    (tmp_path / "folder").mkdir()
    write(tmp_path / "folder" / "box_proposals.pkl", PROPOSALS)
    with pytest.raises(BadFile, match=r"holds no meta\.json"):
        open_predictions(tmp_path / "folder")
    with pytest.raises(BadFile, match="looks like a pickle"):
        open_predictions(tmp_path / "r.bin")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_noise_in_a_pickle_never_raises_anything_but_a_clear_error(tmp_path_factory, at, noise):
    content = bytearray(pickle.dumps(PROPOSALS))
    at %= len(content)
    content[at : at + len(noise)] = noise
    path = write(tmp_path_factory.getbasetemp() / "noise.pkl", bytes(content))
    said = ""
    try:
        open_predictions(path)
    except InspectorError as error:
        said = str(error)
    assert "\n" not in said


def test_pickles_of_the_standard_library_agree_on_what_is_read(tmp_path):
    read = read_pickle(write(tmp_path / "x.pkl", PROPOSALS, 5))
    real = pickle.load(io.BytesIO(pickle.dumps(PROPOSALS, 5)))
    assert read["ids"] == real["ids"]
    np.testing.assert_array_equal(array_of(read["boxes"][0]), real["boxes"][0])


# ---- a few bytes that stand for many, and numbers that are none ---------------------------------------------------


class Called:
    """Pickled as a call: some function of NumPy's, with arguments shared by all."""

    def __init__(self, function, *arguments):
        self.made = (function, arguments)

    def __reduce__(self):
        return self.made


def bombs():
    once, rows, nothing = np.zeros((20_000, 5), np.float32), [[0.0] * 5] * 10, np.zeros((0, 5))
    shared = bytearray(1 << 20)
    from_buffer = np._core.numeric._frombuffer
    return {
        "one array many times": [[once] * 4000] * 2,
        "one list of rows many times": [[rows] * 100_000] * 2,
        "one row many times": [[[[0.0] * 5] * 100_000] * 9] * 2,
        "nothing many times": [[nothing] * 5000] * 5000,
        "one buffer many times": [Called(from_buffer, shared, np.dtype("u1"), (1 << 20,), "C") for _ in range(50)],
        "ids": {"ids": np.zeros(1_000_000, np.uint8), "boxes": [once], "objectness_logits": [once[:, 0]]},
        "labels": [{"bboxes": once[:1, :4], "scores": once[:1, 0], "labels": np.zeros(1_000_000, np.uint8)}] * 2,
        "lists": b"\x80\x04" + b"]" * 600_000 + b".",
        "places": b"\x80\x04N" + b"\x94" * 600_000 + b".",
        "marks": b"\x80\x04" + b"(" * 600_000 + b".",
    }


@pytest.mark.parametrize("name", bombs())
def test_a_few_bytes_never_become_many(tmp_path, name):
    path = write(tmp_path / "a.pkl", bombs()[name], 5)
    dataset = NAMES if name != "nothing many times" else type("D", (), {"names": tuple(map(str, range(5000)))})()
    tracemalloc.start()
    try:
        with pytest.raises(BadPredictions) as caught:
            open_predictions(path, dataset)
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)
    assert path.stat().st_size < 8 << 20


@pytest.mark.parametrize("digits", [60, 400, 5000])
@pytest.mark.parametrize("protocol", [0, 2])
@pytest.mark.parametrize("at", ["rows", "list", "ids", "key", "bbox_mode", "scores"])
def test_a_whole_number_larger_than_any_count_is_named(tmp_path, digits, protocol, at):
    stands = 1234567  # another number is put in by hand: Python itself writes no 5,000 digits
    value = {
        "rows": [[[[stands, 0, 1, 1, 0.5]]]] * 2, "list": [[stands]] * 2, "ids": PROPOSALS | {"ids": [stands, 1]},
        "key": PROPOSALS | {stands: 1}, "bbox_mode": PROPOSALS | {"bbox_mode": stands},
        "scores": [{"bboxes": ROWS[:, :4], "scores": [stands, 0.5]}] * 2,
    }[at]  # fmt: skip
    number = 10**digits // 3
    length = number.bit_length() // 8 + 1
    written, instead = {
        0: (f"I{stands}\n".encode(), f"L{'3' * digits}L\n".encode()),
        2: (b"J" + struct.pack("<i", stands), b"\x8b" + struct.pack("<i", length) + number.to_bytes(length, "little")),
    }[protocol]
    content = pickle.dumps(value, protocol)
    assert written in content
    with pytest.raises(BadPredictions, match="a whole number"):
        open_predictions(write(tmp_path / "a.pkl", content.replace(written, instead)), NAMES)
