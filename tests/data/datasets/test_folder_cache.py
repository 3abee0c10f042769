"""A folder opened again is what it was, read from the cache; whatever has changed in it is read from the files."""

from __future__ import annotations

import errno
import importlib
import os
import pickle
import shutil
from types import SimpleNamespace

import pytest
from told import told, told_of

from rpn_inspector.core.errors import Cancelled, InspectorError
from rpn_inspector.data import cache
from rpn_inspector.data.datasets import folder_cache
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.files import files_under
from rpn_inspector.data.datasets.support.kept_dataset import KeptDataset
from rpn_inspector.data.pictures.listing import EntryKind

open_module = importlib.import_module("rpn_inspector.data.datasets.open_dataset")
read_place = open_module._read_place
OLD = 1_500_000_000_000_000_000
BOX = "<bndbox><xmin>{}</xmin><ymin>2</ymin><xmax>30</xmax><ymax>{}</ymax></bndbox>"
VOC = "<annotation><size><width>64</width><height>48</height></size>{}</annotation>"
OBJECT = f"<object><name>{{}}</name><difficult>1</difficult><pose>Left</pose>{BOX}</object>"


@pytest.fixture(autouse=True)
def from_one_file_on(monkeypatch):
    monkeypatch.setattr(folder_cache, "KEPT_FROM", 1)
    monkeypatch.setattr(cache, "SETTLED", -1.0)


def voc(folder):
    texts = [
        VOC.format(OBJECT.format("cat", 1, 40) + OBJECT.format("dog", 3, 2)), VOC.format(OBJECT.format("cat", 0, 20)),
        "<annotation>", "<annotation/>", VOC.format("<object/>"),
    ]  # fmt: skip
    for number, text in enumerate(texts):
        write(folder / "Annotations" / f"{number}.xml", text)
        write(folder / "JPEGImages" / f"{number}.jpg", "")
    (folder / "JPEGImages" / "1.jpg").unlink()
    write(folder / "JPEGImages" / "more.jpg", "")
    write(folder / "odd.json", '{"captions": [1]}')
    return folder


def yolo(folder):
    write(folder / "data.yaml", "train: images/train\nval: images/val\nnames: [a, b]\n")
    for number, split in enumerate(("train", "train", "val")):
        write(folder / "images" / split / f"{number}.jpg", "")
        write(folder / "labels" / split / f"{number}.txt", f"{number} .5 .5 .2 .2\n0 .5 .5 .2 0\n")
    write(folder / "labels" / "train" / "lost.txt", "0 .5 .5 .2 .2\n")
    return folder


def labelme(folder):
    shape = '{"label": "cat", "points": [[1, 2], [30, 40]], "shape_type": "rectangle", "flags": {"a": true}}'
    for number in range(3):
        write(folder / f"{number}.json", f'{{"shapes": [{shape}, {{}}], "imagePath": "{number}.jpg"}}')
        write(folder / f"{number}.jpg", "")
    return folder


def kitti(folder):
    for number in range(3):
        write(folder / "label_2" / f"{number}.txt", f"Car 0.5 {number} -1.5 1 2 30 40 1 2 3 4 5 6 7\nDontCare x\n")
        write(folder / "image_2" / f"{number}.png", "")
    return folder


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(OLD, OLD))


MAKERS = [voc, yolo, labelme, kitti]


def is_kept(folder, **how):
    return isinstance(open_dataset(folder, **how), KeptDataset)


@pytest.mark.parametrize("make", MAKERS)
def test_a_folder_opened_again_is_what_it_was(make, tmp_path):
    folder = make(tmp_path)
    first, second = open_dataset(folder), open_dataset(folder)
    assert not isinstance(first, KeptDataset)
    assert isinstance(second, KeptDataset)
    assert told(first) == told(second)
    assert told(pickle.loads(pickle.dumps(second))) == told(first)  # what a process of an audit is sent
    for index in range(len(first)):
        assert repr(told_sample(first, index)) == repr(told_sample(second, index))
    assert first.warnings == second.warnings  # those of the samples too


def told_sample(dataset, index):
    try:
        sample = dataset[index]
    except InspectorError as error:
        return str(error)
    arrays = (sample.gt.tolist(), sample.gt_class.tolist(), sample.gt_kind.tolist())
    return (sample.name, sample.size, *arrays, sample.gt_id, sample.path, [*map(dict, sample.gt_attributes)])


@pytest.mark.parametrize("make", MAKERS)
def test_a_change_is_read_from_the_files(make, tmp_path):
    folder = make(tmp_path)
    label = sorted(path for path in folder.rglob("0.*") if path.suffix in (".xml", ".json", ".txt"))[0]
    picture = sorted(path for path in folder.rglob("2.*") if path.suffix in (".jpg", ".png"))[0]
    text = label.read_text(encoding="utf-8")

    def edit_and_set_back():
        label.write_text(text.replace("2", "3"), encoding="utf-8")
        os.utime(label, ns=(OLD, OLD))  # size and time as they were; only the inode's own time tells

    added = picture.with_stem("added")
    changes = [
        edit_and_set_back, lambda: os.utime(label), lambda: shutil.copy(label, label.with_stem("new")),
        picture.unlink, lambda: write(added, ""), lambda: added.rename(picture.with_stem("other")), label.unlink,
    ]  # fmt: skip
    for change in changes:
        open_dataset(folder)
        assert is_kept(folder)
        change()
        assert not is_kept(folder)
        assert is_kept(folder)


@pytest.mark.parametrize("make", MAKERS)
def test_what_was_wished_for_and_the_versions_are_part_of_the_key(make, tmp_path, monkeypatch):
    folder = make(tmp_path)
    open_dataset(folder)
    assert is_kept(folder)
    assert not is_kept(folder, format=make.__name__)
    for owner, name, value in (
        (folder_cache, "VERSION", 99),
        (folder_cache, "_readers", lambda: ()),
        (cache, "FORMAT", 99),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, value)
            assert not is_kept(folder)
    with monkeypatch.context() as patch:
        patch.setenv("RPN_INSPECTOR_HOME", str(tmp_path.parent / "other home"))
        assert not is_kept(folder)
    open_dataset(folder)
    assert is_kept(folder)
    moved = folder.rename(tmp_path.parent / f"moved {make.__name__}")
    assert not is_kept(moved)  # whose notes name the files
    moved.rename(folder)
    assert is_kept(folder)


def test_a_split_is_kept_by_itself(tmp_path):
    folder = yolo(tmp_path)
    wanted = [told_of(folder, split=split) for split in ("train", "val", None)]
    assert all(is_kept(folder, split=split) for split in ("train", "val", None))
    assert [told_of(folder, split=split) for split in ("train", "val", None)] == wanted


@pytest.mark.parametrize("keep", [0, 30, 500, -1])
def test_a_torn_entry_is_no_entry(keep, tmp_path):
    first = told_of(voc(tmp_path))
    (entry,) = cache.folder().glob("folder-*.columns")
    content = entry.read_bytes()
    entry.write_bytes(content[:keep])
    assert not is_kept(tmp_path)
    entry.write_bytes(content[:keep].ljust(len(content), b"\0"))
    assert told_of(tmp_path) == first


def test_columns_of_another_shape_are_no_dataset(tmp_path):
    from rpn_inspector.data.datasets.support.kept_dataset import pack, unpack

    dataset = open_dataset(labelme(tmp_path))
    arrays, rest = pack(dataset)
    assert told(unpack((arrays, rest), dataset.root))[1:] == told(dataset)[1:]
    for name in arrays:
        if not name.endswith("_data") and name != "file_offsets":  # whose length the entry's checksum keeps
            assert unpack(({**arrays, name: arrays[name][:-1]}, rest), dataset.root) is None
        assert (
            unpack(({other: column for other, column in arrays.items() if other != name}, rest), dataset.root) is None
        )
    assert unpack((arrays, b"{}"), dataset.root) is None
    assert unpack(None, dataset.root) is None


def test_a_record_asked_for_twice_at_a_time_is_made_once(tmp_path, monkeypatch):
    told_of(labelme(tmp_path))
    dataset = open_dataset(tmp_path)
    make, met = dataset.columns._record, []

    def overtaken(index):
        monkeypatch.setattr(dataset.columns, "_record", make)
        met.append(dataset.record(index))
        return make(index)

    monkeypatch.setattr(dataset.columns, "_record", overtaken)
    assert dataset.record(0) is met[0]
    assert dataset.record(0) is met[0]


def test_what_may_change_elsewhere_or_at_once_is_not_kept(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(cache, "SETTLED", 1e9)
        told_of(voc(tmp_path / "young"))
        assert not is_kept(tmp_path / "young")
        patch.setattr(folder_cache, "KEPT_FROM", 6)
        assert folder_cache.look(tmp_path / "young", ()).key is not None
        patch.setattr(folder_cache, "KEPT_FROM", 7)
        assert folder_cache.look(tmp_path / "young", ()).key is None
    told_of(voc(tmp_path / "linked"))
    (tmp_path / "linked" / "JPEGImages" / "1.jpg").symlink_to("2.jpg")
    assert folder_cache.look(tmp_path / "linked", ()).key is None
    told_of(tmp_path / "young" / "Annotations")  # whose pictures lie beside
    assert not is_kept(tmp_path / "young" / "Annotations")
    table = yolo(tmp_path / "yolo") / "data.yaml"
    write(table, "path: ../elsewhere\ntrain: nowhere\nnames: [a]\n")
    told_of(tmp_path / "yolo")
    assert not is_kept(tmp_path / "yolo")
    assert folder_cache.look(tmp_path / "nowhere", ()).key is None


def test_what_the_system_refused_once_is_not_kept(tmp_path, monkeypatch):
    folder, read, scandir = voc(tmp_path), os.read, os.scandir
    spoiled = (folder / "Annotations" / "0.xml").read_bytes()

    def fail(path):
        refused.append(path)
        raise OSError(errno.EIO, "Input/output error", str(path))

    def spoiling(handle, size):
        data = read(handle, size)
        return fail("0.xml") if data == spoiled and reading else data

    def unlisted(path):
        return fail(path) if str(path).endswith("JPEGImages") and reading else scandir(path)

    def begun(*args):
        reading.append(1)
        return read_place(*args)

    for name, broken, begun_with in (("read", spoiling, []), ("scandir", unlisted, [1])):  # a folder is listed before
        reading, refused = begun_with, []
        with monkeypatch.context() as patch:
            patch.setattr(os, name, broken)
            patch.setattr(open_module, "_read_place", begun)
            first = open_dataset(folder)
        assert refused
        second = open_dataset(folder)
        assert told(first) != told(second)
        assert not isinstance(second, KeptDataset)
        folder_cache.look(folder, (None, None)).key.file.unlink()
    open_dataset(folder)
    assert is_kept(folder)


def test_a_change_while_it_is_read_is_not_kept(tmp_path, monkeypatch):
    folder = voc(tmp_path)
    pictures, away = folder / "JPEGImages", folder / "away"

    def renamed(*args):
        pictures.rename(away)
        dataset = read_place(*args)
        away.rename(pictures)
        return dataset

    def edited(*args):
        os.utime(folder / "Annotations" / "0.xml")
        return read_place(*args)

    for change in (renamed, edited):
        with monkeypatch.context() as patch:
            patch.setattr(open_module, "_read_place", change)
            open_dataset(folder)
        assert not list(cache.folder().glob("folder-*"))
    assert not is_kept(folder)
    assert is_kept(folder)


def test_a_change_behind_the_reading_is_read_at_the_next_opening(tmp_path, monkeypatch):
    folder = voc(tmp_path)

    def edited(*args):
        dataset = read_place(*args)
        write(folder / "Annotations" / "0.xml", VOC.format(OBJECT.format("cow", 1, 40) * 2))
        return dataset

    with monkeypatch.context() as patch:
        patch.setattr(open_module, "_read_place", edited)
        assert "cow" not in open_dataset(folder).classes
    second = open_dataset(folder)
    assert not isinstance(second, KeptDataset)
    assert "cow" in second.classes


def test_young_is_told_from_the_time_before_the_look(tmp_path, monkeypatch):
    folder, now = voc(tmp_path), [1e12]
    monkeypatch.setattr(cache, "SETTLED", 2.0)
    latest = folder_cache.look(folder, ()).latest / 1e9

    def slowly(*args):
        now[0] += 1000  # a long reading does not make old what was young before it
        return read_place(*args)

    monkeypatch.setattr(folder_cache.time, "time", lambda: now[0])
    monkeypatch.setattr(open_module, "_read_place", slowly)
    for age, kept in ((1.9, False), (2.1, True)):
        now[0] = latest + age
        open_dataset(folder)
        assert is_kept(folder) == kept


def test_junk_is_no_part_of_the_key_and_a_folder_has_one_entry(tmp_path):
    folder = voc(tmp_path)
    open_dataset(folder)
    for name in (".git/HEAD", "__MACOSX/a.xml", "Annotations/._0.xml", ".DS_Store"):
        write(folder / name, "junk")
    (folder / ".git" / "link").symlink_to("HEAD")
    assert is_kept(folder)
    for _ in range(3):
        os.utime(folder / "Annotations" / "0.xml")
        assert not is_kept(folder)
        assert is_kept(folder)
    assert len(list(cache.folder().glob("folder-*"))) == 1
    assert not is_kept(folder, format="voc")
    assert len(list(cache.folder().glob("folder-*"))) == 2


def test_dates_and_names_that_have_no_number_or_text_make_no_entry(tmp_path, monkeypatch):
    folder = voc(tmp_path)
    far = 10_413_792_000 * 10**9  # in the year 2300
    lstat = os.lstat
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", lambda path: SimpleNamespace(st_size=1, st_mtime_ns=far, st_ctime_ns=OLD))
        assert folder_cache.look(folder, ()).key is None
        patch.setattr(os, "lstat", lstat)
        patch.setattr(folder_cache, "walk", lambda *_, **__: [(folder, {"\ud800.xml": EntryKind.FILE})])
        patch.setattr(os, "lstat", lambda _: lstat(folder))
        assert folder_cache.look(folder, ()).key is None


def test_the_look_can_be_stopped_and_others_walk_once(tmp_path, monkeypatch):
    folder = voc(tmp_path)
    with pytest.raises(Cancelled, match="while its files were listed"):
        open_dataset(folder, progress=lambda done, total: total == 0)
    walked, scandir = [], os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: walked.append(str(path)) or scandir(path))
    files = files_under(folder)
    once = len(walked)
    assert files == files_under(folder, folder_cache.look(folder, ()).walked)
    assert len(walked) == 2 * once


def test_the_versions_of_all_that_reads_are_told():
    readers = dict(each[:2] if isinstance(each, tuple) else ("version", 0) for each in folder_cache._readers())
    assert {"version", "data/pictures/listing.py", "data/written_names.py", "core/sample.py"} <= readers.keys()


@pytest.mark.shared_data
def test_every_folder_of_the_shared_data_opens_again_as_it_was(shared_data):
    folders = [place for place in sorted(shared_data.rglob("*")) if place.is_dir()]
    kept = 0
    for folder in folders:
        first = told_of(folder)
        assert told_of(folder) == first, folder
        kept += not isinstance(first, str) and is_kept(folder)
    assert kept
