"""Files added as columns make the dataset that the same files make as records, in all it says, and the same cache."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from told import told, told_of

from rpn_inspector.data.datasets.formats import voc
from rpn_inspector.data.datasets.formats.voc import plain_files
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.kept_dataset import FolderDataset, pack, unpack

OBJECT = (
    "<object><name>{}</name><difficult>{}</difficult>"
    "<bndbox><xmin>{}</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object>"
)
FILE = (
    "<annotation><folder>{}</folder><filename>{}</filename><path>{}</path>"
    "<size><width>{}</width><height>48</height></size>{}</annotation>"
)
PLACES = ["", "Annotations/", "a/", "b/", "train/labels/", "val/"]
PICTURES = ["", "JPEGImages/", "a/", "b/", "train/images/", "val/"]
NAMES = ["1.jpg", "2.jpg", "1.png", "x y.jpg", "größe.jpg", "a%20b.jpg", "1", "", "no/1.jpg", "\\1.jpg"]
OBJECTS = st.tuples(st.sampled_from(["cat", "dog", " cat"]), st.sampled_from("001x"), st.integers(0, 3))
FILES = st.lists(
    st.tuples(
        st.sampled_from(PLACES), st.sampled_from(["1", "2", "3", "x y", "größe"]), st.sampled_from(["VOC", "a", ""]),
        st.sampled_from(NAMES), st.sampled_from(["", "/b/{}", "C:\\me\\{}", "/elsewhere/3.jpg"]),
        st.sampled_from(["64", "64", "64", "0", "x"]),
        st.lists(OBJECTS, max_size=3),
    ),
    max_size=8, unique_by=lambda file: file[:2],
)  # fmt: skip
SHOTS = st.lists(
    st.tuples(st.sampled_from(PICTURES), st.sampled_from(["1.jpg", "2.jpg", "1.png", "3.jpg", "x y.jpg", "größe.jpg"])),
    max_size=8, unique=True,
)  # fmt: skip


def write(root: Path, files, shots) -> None:
    for place, name in shots:
        (root / place).mkdir(parents=True, exist_ok=True)
        (root / place / name).touch()
    for place, stem, folder, name, path, width, objects in files:
        (root / place).mkdir(parents=True, exist_ok=True)
        text = FILE.format(folder, name, path.format(name), width, "".join(OBJECT.format(*each) for each in objects))
        (root / place / f"{stem}.xml").write_text(text, encoding="utf-8")


def files_of(*places):
    return [(place, stem, "VOC", f"{stem}.jpg", "", "64", [("cat", "0", 1), ("dog", "1", 0)]) for place, stem in places]


@given(FILES, SHOTS)
@example(files_of(*(("Annotations/", str(at)) for at in range(6))), [("JPEGImages/", f"{at}.jpg") for at in range(6)])
@example(files_of(("a/", "1"), ("b/", "1"), ("a/", "2")), [("a/", "1.jpg"), ("b/", "1.jpg"), ("a/", "2.jpg")])
@example(
    [("train/labels/", "1", "", "1.JPG", "", "64", []), ("val/", "1", "", "1.JPG", "", "64", [])],
    [("train/images/", "1.jpg"), ("val/", "1.JPG")],
)
@settings(deadline=None, max_examples=60)
def test_columns_say_what_records_say(files, shots):
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        root = Path(place)
        write(root, files, shots)
        patch.setattr(plain_files.PlainReader, "_is_met", lambda *_: True)  # a markup is learned at once
        quick = told_of(root)
        if not isinstance(quick, str):
            dataset = open_dataset(root)
            kept = unpack(pack(dataset), dataset.root)
            kept.opened = dataset.opened
            assert told(kept) == told(pickle.loads(pickle.dumps(dataset))) == quick
        patch.setattr(plain_files.PlainReader, "read", lambda *_: plain_files.NONE)
        assert told_of(root) == quick


def test_plain_files_need_no_records(tmp_path):
    stems = [str(at) for at in range(6)]
    write(
        tmp_path,
        files_of(*(("Annotations/", stem) for stem in stems)),
        [("JPEGImages/", f"{stem}.jpg") for stem in stems],
    )
    dataset = open_dataset(tmp_path)
    assert isinstance(dataset, FolderDataset)
    assert dataset.names == ("0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg")
    assert dataset.gt_total == 12
    assert not dataset.columns._made
    assert dataset.record(5).boxes == [(1.0, 2.0, 30.0, 40.0), (0.0, 2.0, 30.0, 40.0)]
    assert dataset.record(5).path == tmp_path / "JPEGImages" / "5.jpg"


def test_what_is_kept_of_words_is_bounded_and_tells_the_same(tmp_path, monkeypatch):
    stems = [str(at) for at in range(6)]
    write(tmp_path, files_of(*(("a/", stem) for stem in stems)), [("a/", f"{stem}.jpg") for stem in stems])
    wanted = told_of(tmp_path)
    monkeypatch.setattr(voc, "MOST", 1)  # byte, so that nothing is known twice
    assert told_of(tmp_path) == wanted
