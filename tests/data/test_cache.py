"""The cache of columns: what is torn, altered, old or foreign is as good as absent, and nobody notices."""

import json
import os
import threading

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rpn_inspector.data import cache
from rpn_inspector.data.datasets.dataset import PictureFinder
from rpn_inspector.data.datasets.formats.coco import coco

ARRAYS = {
    "box": np.arange(12.0).reshape(3, 4),
    "label": np.array([1, 2, 3], np.int32),
    "none": np.zeros((0, 4)),
    "name": np.frombuffer("größe".encode(), np.uint8),
}
OLD = 1_500_000_000_123_456_789


@pytest.fixture
def source(tmp_path):
    return written(tmp_path / "labels.json", b"x" * 500_000)


def written(file, content, time_ns=OLD):
    file.write_bytes(content)
    os.utime(file, ns=(time_ns, time_ns))
    return file


def stored(source):
    key = cache.key_of(source, "coco", 1)
    assert key is not None
    assert cache.store(key, ARRAYS, "rest é".encode())
    return key


def same(loaded):
    arrays, rest = loaded
    assert rest == "rest é".encode()
    assert arrays.keys() == ARRAYS.keys()
    return all(
        np.array_equal(arrays[name], array) and arrays[name].dtype == array.dtype for name, array in ARRAYS.items()
    )


def test_what_is_stored_comes_back_mapped_and_read_only(source):
    key = stored(source)
    loaded = cache.load(key)
    assert same(loaded)
    for array in loaded[0].values():
        assert not array.flags.writeable or not array.size
    assert loaded[0]["box"].ctypes.data % 64 == 0
    assert list(key.file.parent.iterdir()) == [key.file]


def test_it_lies_in_the_folder_the_environment_names(source, tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path / "mine"))
    assert stored(source).file.parent == tmp_path / "mine" / "cache"
    monkeypatch.delenv("RPN_INSPECTOR_HOME")
    assert cache.folder() == cache.platformdirs.user_cache_path("rpn-inspector", appauthor=False)


def test_an_absent_entry_is_none_and_a_deleted_one_harms_nobody(source):
    key = cache.key_of(source, "coco", 1)
    assert cache.load(key) is None
    stored(source)
    arrays, _ = cache.load(key)
    key.file.unlink()
    key.file.parent.rmdir()
    assert arrays["box"].sum() == 66
    assert cache.load(key) is None
    assert cache.key_of(source.with_name("nowhere"), "coco", 1) is None


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_altered_byte_gets_through(source, data):
    key = stored(source)
    content = bytearray(key.file.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    key.file.write_bytes(content)
    loaded = cache.load(key)
    assert loaded is None or same(loaded)  # the padding behind the header is nobody's


@pytest.mark.parametrize("keep", [0, 1, 8, 23, 24, 100, 500, -1])
def test_a_torn_entry_is_no_entry(source, keep):
    key = stored(source)
    content = key.file.read_bytes()
    key.file.write_bytes(content[:keep])
    assert cache.load(key) is None
    key.file.write_bytes(content[:keep].ljust(len(content), b"\0"))
    assert cache.load(key) is None
    key.file.write_bytes(content + b"\0")
    assert cache.load(key) is None


def test_another_version_kind_format_or_byte_order_is_no_entry(source, monkeypatch):
    key = stored(source)
    newer = cache.key_of(source, "coco", 2)
    assert cache.load(newer) is None
    os.link(key.file, newer.file)
    assert cache.load(newer) is None
    other = cache.key_of(source, "voc", 1)
    os.link(key.file, other.file)
    assert cache.load(other) is None
    for owner, name, value in ((cache, "FORMAT", cache.FORMAT + 1), (cache.sys, "byteorder", "middle")):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, value)
            assert cache.load(key) is None
        assert cache.load(key) is not None


@pytest.mark.parametrize("at", [0, 250_000, 499_999])
def test_a_changed_source_has_another_key_even_where_its_times_lie(source, at):
    key = stored(source)
    content = bytearray(source.read_bytes())
    content[at] ^= 1
    for time_ns in (OLD, OLD + 1):
        changed = cache.key_of(written(source, content, time_ns), "coco", 1)
        assert changed.file != key.file
        assert cache.load(changed) is None
    assert key.size == changed.size


def test_every_part_of_the_key_tells_files_apart(source):
    key = cache.key_of(source, "coco", 1)
    others = {"kind": "voc", "version": 2, "size": 1, "mtime_ns": 1, "ctime_ns": 1, "digest": "x"}
    files = {cache.dataclasses.replace(key, **{name: value}).file for name, value in others.items()}
    assert len(files | {key.file}) == 7


def test_a_source_that_is_still_being_written_is_not_kept(source, monkeypatch):
    key = cache.key_of(source, "coco", 1)
    written(source, b"y" * 500_000)
    assert not cache.store(key, ARRAYS, b"")
    key = cache.key_of(source, "coco", 1)
    monkeypatch.setattr(cache.time, "time", lambda: OLD / 1e9 + 1.9)
    assert not cache.store(key, ARRAYS, b"")
    monkeypatch.setattr(cache.time, "time", lambda: OLD / 1e9 + 2.1)
    assert cache.store(key, ARRAYS, b"")


@pytest.mark.parametrize("method", ["write", "replace"])
def test_a_failing_disk_leaves_the_old_entry_and_nothing_beside_it(source, monkeypatch, method):
    resource = pytest.importorskip("resource")
    key = stored(source)

    def fail(*_):
        raise OSError(28, "No space left on device")

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with monkeypatch.context() as patch:
        if method == "replace":
            patch.setattr(cache.Path, "replace", fail)
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            assert not cache.store(key, {"box": np.zeros((500, 4))}, b"")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert same(cache.load(key))
    assert list(key.file.parent.iterdir()) == [key.file]


def test_a_folder_that_cannot_be_made_stops_nobody(source, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path / "file"))
    key = cache.key_of(source, "coco", 1)
    assert not cache.store(key, ARRAYS, b"")
    assert cache.load(key) is None


def test_writers_at_once_leave_one_whole_entry(source):
    key = cache.key_of(source, "coco", 1)
    threads = [threading.Thread(target=cache.store, args=(key, ARRAYS, "rest é".encode())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert same(cache.load(key))
    assert list(key.file.parent.iterdir()) == [key.file]


def test_the_entries_used_longest_ago_go_first(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 3)
    keys = []
    for number in range(5):
        keys.append(stored(written(tmp_path / f"{number}.json", bytes([number]) * 100)))
        os.utime(keys[-1].file, (1000 + number, 1000 + number))
        if number == 2:
            assert cache.load(keys[0]) is not None
    assert [key.file.exists() for key in keys] == [True, False, False, True, True]
    half = keys[0].file.with_suffix(".part")
    half.write_bytes(b"x")
    os.utime(half, (1, 1))
    monkeypatch.setattr(cache, "KEPT_BYTES", 1)
    stored(tmp_path / "4.json")
    assert list(cache.folder().iterdir()) == [keys[4].file]


def test_no_entry_makes_python_objects_of_its_bytes(source):
    key = cache.key_of(source, "coco", 1)
    assert cache.store(key, {"x": np.zeros(2)}, b"")
    content = key.file.read_bytes()
    length = int.from_bytes(content[8:16], "little")
    header = content[24 : 24 + length].replace(b'"<f8"', b'"|O" ')
    checksum = cache.zlib.crc32(header).to_bytes(8, "little")
    key.file.write_bytes(content[:16] + checksum + header + content[24 + length :])
    assert cache.load(key) is None


IMAGES = [{"id": n, "file_name": f"é{n}.jpg", "width": 64, "height": 48} for n in range(1, 4)]
MORE = [{}, {"area": 2.5, "attributes": {"größe": "é"}}, {"attributes": {"occluded": True}}]
ROWS = [
    {"id": 2**70 + n, "image_id": 1 + n % 4, "category_id": 1 + n % 2, "bbox": [n, 1, 2, 3], **MORE[n % 3]}
    for n in range(40)
]
DOCUMENT = {"images": IMAGES, "annotations": ROWS, "categories": [{"id": 1, "name": "größe"}]}


def facts(dataset):
    rows = [dataset.record(index) for index in range(len(dataset))]
    known = [(r.name, r.image_id, r.boxes, r.labels, r.ids, r.declared, list(map(dict, r.attributes))) for r in rows]
    return known, dataset.classes, dataset.warnings


def opened(file, **more):
    return coco.open_file(file, PictureFinder(file.parent), cached_from=0, **more)


@pytest.mark.parametrize("wait", [True, False])
def test_a_second_opening_reads_nothing_of_the_file(tmp_path, monkeypatch, wait):
    file = written(tmp_path / "labels.json", json.dumps(DOCUMENT).encode())
    first = opened(file, wait=wait)
    assert first.boxes.first.tolist() == [0, 10, 20, 30]
    assert first.skipped == {"unknown image": 10}
    assert len(list(cache.folder().iterdir())) == 1
    monkeypatch.setattr(coco, "JsonFile", None)
    assert facts(opened(file)) == facts(first)


def test_a_damaged_cache_is_rebuilt_in_silence(tmp_path):
    file = written(tmp_path / "labels.json", json.dumps(DOCUMENT).encode())
    first = facts(opened(file))
    (entry,) = cache.folder().iterdir()
    good = entry.read_bytes()
    for bad in (b"", good[:-1], good[:100], good.replace(b"box", b"bix"), b"\0" * len(good)):
        entry.write_bytes(bad)
        assert facts(opened(file)) == first
        assert len(entry.read_bytes()) == len(good)


def test_columns_that_do_not_belong_together_are_rebuilt(tmp_path):
    file = written(tmp_path / "labels.json", json.dumps(DOCUMENT).encode())
    first = facts(opened(file))
    key = cache.key_of(file, "coco", coco.VERSION)
    arrays, rest = cache.load(key)
    for changed in ({"box": arrays["box"][:-1]}, {"first": arrays["first"] + 1}, {"name_offsets": arrays["box"]}):
        assert cache.store(key, {**arrays, **changed}, rest)
        assert facts(opened(file)) == first
    assert cache.store(key, {"box": arrays["box"]}, rest)
    assert facts(opened(file)) == first
    assert cache.store(key, arrays, b"[]")
    assert facts(opened(file)) == first


def test_an_edited_file_is_read_anew_and_a_small_one_never_kept(tmp_path):
    file = written(tmp_path / "labels.json", json.dumps(DOCUMENT).encode())
    coco.open_file(file, PictureFinder(tmp_path))
    assert not cache.folder().exists()
    assert opened(file).gt_total == 30
    written(file, json.dumps({**DOCUMENT, "annotations": ROWS[:8]}).encode())
    assert opened(file).gt_total == 6
