"""Raw-output dumps: what is read, and what is refused and how."""

from __future__ import annotations

import io
import json
import math
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import DumpWriter, open_predictions, save_dump
from rpn_inspector.data.predictions.dump import prediction_of


def flat(n=6):
    return Prediction(
        objectness=np.linspace(-1, 1, n, dtype=np.float32), deltas=np.ones((n, 4), np.float32), network_size=(8, 9),
        sampled_positive=np.array([1]), sampled_negative=np.array([2, 3]), loss_box=0.25,
    )  # fmt: skip


def by_level():
    return Prediction(
        levels_objectness=(np.zeros((3, 2, 2), np.float32), np.ones((3, 1, 1), np.float32)),
        levels_deltas=(np.zeros((12, 2, 2), np.float32), np.ones((12, 1, 1), np.float32)),
    )


def raw_dump(folder: Path, meta=None, **arrays) -> Path:
    folder.mkdir()
    np.savez(folder / "a.npz", **arrays)
    content = {"schema": 1, "producer": "p", "recipe": "r", "images": {"a.jpg": "a.npz"}} | (meta or {})
    (folder / "meta.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["d.rpn", "d.zip"])
def test_what_is_saved_is_read_back(tmp_path, name):
    path = save_dump(
        tmp_path / name, {"x/a.jpg": flat(), "b.jpg": by_level()}, "torchvision-fpn", step=7, simulated=True
    )
    read = open_predictions(path)
    assert (read.names, read.recipe, read.step, read.simulated) == (("x/a.jpg", "b.jpg"), "torchvision-fpn", 7, True)
    one, two = read["x/a.jpg"], read["b.jpg"]
    np.testing.assert_array_equal(one.objectness, flat().objectness)
    np.testing.assert_array_equal(one.sampled_negative, [2, 3])
    assert (one.network_size, one.padded_size, one.loss_box, one.simulated) == ((8, 9), None, 0.25, True)
    assert [level.shape for level in two.levels_deltas] == [(12, 2, 2), (12, 1, 1)]
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_zip_of_the_folder_itself_is_read(tmp_path):
    folder = save_dump(tmp_path / "d.rpn", {"a.jpg": flat()}, "r")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"d.rpn/{file.name}")
    assert open_predictions(tmp_path / "d.zip")["a.jpg"].objectness.shape == (6,)


def test_names_match_without_folder_or_ending_but_never_across_folders(tmp_path):
    read = open_predictions(save_dump(tmp_path / "d", {"train/a.jpg": flat(), "b": flat()}, "r"))
    assert "a.jpg" in read
    assert "b.png" in read
    assert "x/train/a.jpg" in read
    assert "val/a.jpg" not in read
    assert "a.png" not in read
    assert read.get("c") is None
    with pytest.raises(BadPredictions, match="no outputs for picture 'c'"):
        read["c"]


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"objectness": np.zeros(3, np.float32)}, "deltas is missing"),
        ({"objectness": np.zeros(3, np.float32), "deltas": np.zeros((2, 4), np.float32)}, "same N"),
        ({"objectness": np.zeros(3, int), "deltas": np.zeros((3, 4), np.float32)}, "int64, wanted float32"),
        ({"objectness_0": np.zeros((3, 2, 2)), "deltas_0": np.zeros((12, 2, 3))}, r"wanted \(12, 2, 2\)"),
        ({"objectness_1": np.zeros((3, 2, 2)), "deltas_1": np.zeros((12, 2, 2))}, "objectness_0 is missing"),
        ({"objectness": np.array([{}], object), "deltas": np.zeros((1, 4))}, "never loaded"),
        ({"objectness_0": np.zeros((3, 2, 2)), "deltas_0": np.zeros((8, 2, 2))}, r"wanted \(12, 2, 2\)"),
        ({"objectness_0": np.zeros((3, 2, 2)), "deltas_0": np.zeros((0, 2, 2))}, r"wanted \(12, 2, 2\)"),
        ({"objectness": np.zeros((3, 0)), "deltas": np.zeros((3, 4))}, "same N"),
        ({"x": np.zeros(1)}, "holds x, wanted objectness and deltas"),
        ({"objectness": np.zeros(1), "deltas": np.zeros((1, 4)), "network_size": np.array([0, 3])}, "h, w in px"),
        ({"objectness": np.zeros(1), "deltas": np.zeros((1, 4)), "gt": np.zeros((1, 3))}, r"wanted \(G, 4\)"),
    ],
)
def test_bad_arrays_are_named(tmp_path, arrays, words):
    with pytest.raises(BadPredictions, match=words) as caught:
        open_predictions(raw_dump(tmp_path / "d", **arrays))["a.jpg"]
    assert "a.npz" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"schema": 2}, "schema 2, wanted 1"),
        ({"schema": True}, "schema True"),
        ({"images": []}, "images is list"),
        ({"images": {"a": "../a.npz"}}, "leads out"),
        ({"images": {"a": "/etc/a.npz"}}, "leads out"),
        ({"images": {"a": "C:\\a.npz"}}, "leads out"),
        ({"images": {"a": "a.pkl"}}, "wanted the name of an .npz"),
        ({"step": "x"}, "step is 'x', wanted an integer"),
        ({"step": math.inf}, "step is inf, wanted an integer"),
        ({"recipe": 3}, "recipe is 3, wanted a text"),
        ({"step": 10**400}, "wanted a training step"),
    ],
)
def test_bad_meta_is_named(tmp_path, meta, words):
    with pytest.raises(BadPredictions, match=words):
        open_predictions(raw_dump(tmp_path / "d", meta))


def test_an_integer_of_any_length_is_told_in_words_about_the_file(tmp_path):
    folder = raw_dump(tmp_path / "d")
    (folder / "meta.json").write_text(f'{{"schema": {"9" * 9000}}}', encoding="utf-8")
    with pytest.raises(BadPredictions, match=r"not readable as JSON: an integer of more than 4,300 digits$"):
        open_predictions(folder)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    (folder / "a.npz").rename(tmp_path / "outside.npz")
    (folder / "a.npz").symlink_to(tmp_path / "outside.npz")
    with pytest.raises(BadPredictions, match="leads out"):
        open_predictions(folder)["a.jpg"]


def test_a_header_that_promises_more_than_the_file_holds_is_refused_before_it_is_believed(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    content = io.BytesIO()
    np.lib.format.write_array_header_1_0(content, {"descr": "<f4", "fortran_order": False, "shape": (1 << 40,)})
    with zipfile.ZipFile(folder / "a.npz", "w") as archive:
        archive.writestr("objectness.npy", content.getvalue())
    with pytest.raises(BadPredictions, match="more than the file holds"):
        open_predictions(folder)["a.jpg"]


@pytest.mark.parametrize(
    "text", ["{'descr': '<f4', 'shape': (3L,", "{'descr': (", "((((", "'''", "{}", "\0\0", "f'{", "9" * 5000]
)
def test_a_header_that_is_no_header_is_one_line(tmp_path, text):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    with zipfile.ZipFile(folder / "a.npz", "w") as archive:
        head = text.encode() + b"\n"
        archive.writestr("objectness.npy", b"\x93NUMPY\1\0" + len(head).to_bytes(2, "little") + head)
    with pytest.raises(BadPredictions, match=r"a\.npz: not readable as \.npz: objectness\.npy has no") as caught:
        open_predictions(folder)["a.jpg"]
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000


def test_a_shape_of_truth_values_is_refused(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    head = b"{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}\n"
    with zipfile.ZipFile(folder / "a.npz", "w") as archive:
        archive.writestr("objectness.npy", b"\x93NUMPY\1\0" + len(head).to_bytes(2, "little") + head + b"\0" * 4)
    with pytest.raises(BadPredictions, match=r"shape \(True,\), wanted whole numbers"):
        open_predictions(folder)["a.jpg"]


def test_what_is_no_array_in_the_file_is_left_alone(tmp_path):
    folder = raw_dump(tmp_path / "d", objectness=np.zeros(2, np.float32), deltas=np.zeros((2, 4), np.float32))
    with zipfile.ZipFile(folder / "a.npz", "a") as archive:
        archive.writestr("README.txt", "made by me")
        archive.mkdir("more")
    assert open_predictions(folder)["a.jpg"].objectness.shape == (2,)


def test_sizes_that_are_not_true_are_said_before_a_grid_of_them_fills_the_memory(tmp_path):
    recipe = load_recipe("torchvision-fpn")
    sizes = {name: np.array([1 << 24, 1 << 24], np.int32) for name in ("network_size", "padded_size")}
    arrays = {"objectness": np.zeros(9, np.float32), "deltas": np.zeros((9, 4), np.float32)}
    outputs = open_predictions(raw_dump(tmp_path / "d", **arrays, **sizes))
    with pytest.raises(BadPredictions, match=r"padded_size: found 16,777,216 x 16,777,216, wanted at most"):
        inspect(Sample("a.jpg", (90, 120), np.array([[5.0, 5, 60, 60]])), recipe, outputs["a.jpg"])


@pytest.mark.parametrize(("padded", "fits"), [((7, 9), False), ((8, 8), False), ((8, 9), True), ((16, 9), True)])
def test_an_input_smaller_than_the_picture_in_it_is_refused_with_its_file(tmp_path, padded, fits):
    arrays = {"objectness": np.zeros(9, np.float32), "deltas": np.zeros((9, 4), np.float32)}
    sizes = {"network_size": np.array([8, 9], np.int32), "padded_size": np.array(padded, np.int32)}
    outputs = open_predictions(raw_dump(tmp_path / "d", **arrays, **sizes))
    if fits:
        assert outputs["a.jpg"].padded_size == padded
        return
    with pytest.raises(BadPredictions, match=r"a\.npz: padded_size .*: found \d+ x \d+, wanted at least .* 8 x 9$"):
        outputs["a.jpg"]


def test_links_that_lead_to_each_other_are_refused(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    (folder / "a.npz").unlink()
    (folder / "a.npz").symlink_to(folder / "a.npz")
    with pytest.raises(BadPredictions, match=r"leads out|no such file"):
        open_predictions(folder)["a.jpg"]


def test_a_sampled_anchor_that_is_not_there_is_said_with_its_file(tmp_path):
    recipe = load_recipe("torchvision-fpn")
    sample = Sample("a.jpg", (90, 120), np.zeros((0, 4)))
    count = inspect(sample, recipe).grid.size
    arrays = {"objectness": np.zeros(count, np.float32), "deltas": np.zeros((count, 4), np.float32)}
    outputs = open_predictions(raw_dump(tmp_path / "d", **arrays, sampled_positive=np.array([count])))
    with pytest.raises(InspectorError, match=rf"a\.npz: sampled_positive: holds anchor {count}, wanted 0 to"):
        inspect(sample, recipe, outputs["a.jpg"])


HUGE = np.array([2**64 - 1], np.uint64)


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ({"gt_class": HUGE}, "gt_class holds 18446744073709551615, wanted whole numbers from -1 to 2,147,483,647"),
        ({"sampled_positive": HUGE}, "sampled_positive holds 18446744073709551615, wanted indices from 0 to"),
        ({"sampled_negative": np.array([-3])}, "sampled_negative holds -3, wanted indices from 0 to"),
        ({"sampled_gt": np.array([1])}, r"sampled_gt holds 1, wanted 0 to 0, places in gt$"),
        ({"sampled_gt": np.array([0]), "gt": np.zeros((0, 4))}, "sampled_gt holds 0, wanted none, as gt is empty"),
        ({"sampled_gt": np.array([0, 0])}, r"sampled_gt \(2,\), wanted \(1,\), one for each of sampled_positive"),
        ({"sampled_gt": HUGE}, "sampled_gt holds 18446744073709551615, wanted indices"),
    ],
)
def test_a_class_or_place_out_of_range_is_refused_in_a_line(arrays, said, tmp_path):
    usual = {"objectness": np.zeros(9, np.float32), "deltas": np.zeros((9, 4), np.float32)}
    usual |= {"gt": np.array([[1.0, 2, 30, 40]]), "sampled_positive": np.array([4])}
    outputs = open_predictions(raw_dump(tmp_path / "d", **(usual | arrays)))
    with pytest.raises(BadPredictions, match=rf"a\.npz: {said}") as caught:
        outputs["a.jpg"]
    assert "\n" not in str(caught.value)


def test_a_zip_without_its_end_is_said_to_be_a_broken_zip(tmp_path):
    arrays = {"objectness": np.zeros(9, np.float32), "deltas": np.zeros((9, 4), np.float32)}
    whole = save_dump(tmp_path / "d.zip", {"a": Prediction(**arrays)}, "torchvision-fpn").read_bytes()
    (tmp_path / "e.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadFile, match=r"not readable as \.zip"):
        open_predictions(tmp_path / "e.zip")


def test_logits_of_classes_are_read_flat_and_by_level(tmp_path):
    wide = Prediction(
        levels_objectness=(np.zeros((15, 2, 2), np.float32),), levels_deltas=(np.zeros((12, 2, 2), np.float32),)
    )
    rows = Prediction(objectness=np.zeros((6, 5), np.float32), deltas=np.zeros((6, 4), np.float32))
    read = open_predictions(save_dump(tmp_path / "d", {"a": wide, "b": rows}, "retinanet-torchvision"))
    assert read["a"].levels_objectness[0].shape == (15, 2, 2)
    assert read["b"].objectness.shape == (6, 5)


def test_a_missing_or_broken_file_is_named(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    (folder / "a.npz").write_bytes(b"no zip")
    with pytest.raises(BadPredictions, match=r"a\.npz: not readable"):
        open_predictions(folder)["a.jpg"]
    (folder / "a.npz").unlink()
    with pytest.raises(BadPredictions, match="there is no such file"):
        open_predictions(folder)["a.jpg"]


@pytest.mark.parametrize("name", ["nothing", "empty", "text.json"])
def test_what_is_no_dump_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadFile, match="wanted"):
        open_predictions(tmp_path / name)


# ---- what lies about itself --------------------------------------------------------------------------------------


def lying_zip(content: bytes, size: int, method=zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of one member objectness.npy whose declared size is ``size``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("objectness.npy", content)
    real, claimed = len(content).to_bytes(4, "little"), size.to_bytes(4, "little")
    return file.getvalue().replace(real, claimed)


def npy(shape, data: bytes) -> bytes:
    content = io.BytesIO()
    np.lib.format.write_array_header_1_0(content, {"descr": "<f4", "fortran_order": False, "shape": shape})
    return content.getvalue() + data


BOMB, REAL = 300 << 20, 30 << 20


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("claimed", [BOMB + 128, 1000])
def test_a_zip_bomb_is_refused_before_it_takes_memory_whatever_it_claims(tmp_path, method, claimed):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    (folder / "a.npz").write_bytes(lying_zip(npy((REAL // 4,), bytes(REAL)), claimed, method))
    tracemalloc.start()
    try:
        with pytest.raises(BadPredictions) as caught:
            open_predictions(folder)["a.jpg"]
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()
    assert "a.npz" in str(caught.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_a_bomb_inside_a_zip_is_refused_too(tmp_path, method):
    inner = lying_zip(npy((REAL // 4,), bytes(REAL)), BOMB)
    meta = json.dumps({"schema": 1, "images": {"a.jpg": "a.npz"}})
    for name, content in (("a.npz", inner), ("meta.json", meta)):
        with zipfile.ZipFile(tmp_path / "d.zip", "a", method) as archive:
            archive.writestr(name, content)
    with pytest.raises(BadPredictions, match=r"compressed by method 12|holds 3145"):
        open_predictions(tmp_path / "d.zip")["a.jpg"]
    with zipfile.ZipFile(tmp_path / "m.zip", "w", method) as archive:
        archive.writestr("meta.json", bytes(70 << 20))
    with pytest.raises(BadPredictions, match="claims 73400320 bytes"):
        open_predictions(tmp_path / "m.zip")


@pytest.mark.parametrize("junk", ["[],", "{},", "0,", '"",'])
def test_a_packed_meta_of_many_values_is_refused_before_they_are_made(tmp_path, junk):
    text = '{"schema": 1, "images": {}, "x": [' + junk * 2_000_000 + "0]}"
    with zipfile.ZipFile(tmp_path / "m.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("meta.json", text)
    tracemalloc.start()
    try:
        with pytest.raises(BadPredictions, match="wanted at most 2,000,000"):
            open_predictions(tmp_path / "m.zip")
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    finally:
        tracemalloc.stop()


def test_an_array_that_goes_on_after_its_end_or_comes_twice_is_refused(tmp_path):
    folder = raw_dump(tmp_path / "d", x=np.zeros(1))
    (folder / "a.npz").write_bytes(lying_zip(npy((2,), bytes(12)), 140))
    with pytest.raises(BadPredictions, match=r"goes on after the 8 bytes"):
        open_predictions(folder)["a.jpg"]
    with zipfile.ZipFile(folder / "a.npz", "w") as archive:
        archive.writestr("x.npy", npy((1,), bytes(4)))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("x.npy", npy((1,), bytes(4)))
    with pytest.raises(BadPredictions, match="holds x twice"):
        open_predictions(folder)["a.jpg"]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4), st.booleans())
def test_noise_or_a_cut_in_a_dump_gives_the_same_numbers_or_a_clear_error(tmp_path_factory, at, noise, cut):
    base = tmp_path_factory.getbasetemp() / "noise"
    if not base.exists():
        save_dump(base, {"a.jpg": flat()}, "r")
        (base / "kept").write_bytes((base / "000000.npz").read_bytes())
    content = bytearray((base / "kept").read_bytes())
    at %= len(content)
    content[at : len(content) if cut else at + len(noise)] = b"" if cut else noise
    (base / "000000.npz").write_bytes(content)
    said = ""
    try:
        read = open_predictions(base)["a.jpg"]
    except InspectorError as error:
        said = str(error)
    else:
        np.testing.assert_array_equal(read.objectness, flat().objectness)
    assert "\n" not in said


def test_a_writer_that_fails_leaves_nothing_and_a_name_is_written_once(tmp_path):
    writer = DumpWriter(tmp_path / "d", None)
    writer.add("a", flat())
    with pytest.raises(BadPredictions, match="comes twice"), writer:
        writer.add("a", flat())
    assert list(tmp_path.iterdir()) == []
    with DumpWriter(tmp_path / "d", None) as writer:
        writer.add("a", flat())
        assert not (tmp_path / "d").exists()
    assert open_predictions(tmp_path / "d").recipe is None
    with pytest.raises(BadFile, match="is there already"):
        DumpWriter(tmp_path / "d", None)


def test_what_is_no_number_is_read_as_it_stands(tmp_path):
    deltas = np.array([[0, np.inf, -np.inf, 800]] * 2, np.float32)
    read = open_predictions(raw_dump(tmp_path / "d", objectness=np.array([0, np.nan], np.float32), deltas=deltas))[
        "a.jpg"
    ]
    np.testing.assert_array_equal(read.objectness, [0, np.nan])
    np.testing.assert_array_equal(read.deltas, deltas)


def test_mode_maps_average_and_further_losses_come_back(tmp_path):
    flat = {"objectness": np.zeros((6, 2), np.float32), "deltas": np.zeros((6, 4), np.float32)}
    more = {"mode": "train", "level_shapes": ((2, 2), (1, 2)), "loss_average": 90.5}
    made = Prediction(**flat, **more, loss_box=1.0, loss_more={"centreness": 0.5, "class": 0.25})
    found = open_predictions(save_dump(tmp_path / "d", {"a": made}, None))["a"]
    assert {name: getattr(found, name) for name in more} == more
    assert found.loss_more == {"centreness": 0.5, "class": 0.25}
    assert found.features() == ((2, 2), (1, 2))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("mode", np.array("asleep")),
        ("level_shapes", np.zeros((0, 2), np.int32)),
        ("level_shapes", np.array([[0, 4]])),
        ("level_shapes", np.ones((2, 3), np.int32)),
        ("level_shapes", np.ones((1001, 2), np.int32)),
    ],
)
def test_a_mode_or_maps_of_another_kind_are_refused(name, values):
    arrays = {"objectness": np.zeros(6, np.float32), "deltas": np.zeros((6, 4), np.float32), name: values}
    with pytest.raises(BadPredictions, match=name):
        prediction_of(arrays, "x")


@pytest.mark.parametrize("kinds", [np.array([1]), np.array([0.5, 1.0]), np.array([-2, 0])])
def test_classes_that_do_not_belong_to_the_boxes_are_refused(kinds):
    arrays = {"objectness": np.zeros(6, np.float32), "deltas": np.zeros((6, 4), np.float32), "gt_class": kinds}
    with pytest.raises(BadPredictions, match="gt_class"):
        prediction_of(arrays | {"gt": np.zeros((2, 4), np.float32)}, "x")
