"""COCO in pieces against the same document read record by record; lazily, cancelled, broken at any byte."""

import json
import pickle
import threading

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Cancelled, PictureFinder
from rpn_inspector.data.datasets.formats.coco import coco
from rpn_inspector.data.datasets.open_dataset import open_dataset


def picture(path, width=64, height=48):
    path.parent.mkdir(parents=True, exist_ok=True)
    _, data = cv2.imencode(path.suffix, np.full((height, width, 3), 90, np.uint8))
    path.write_bytes(data.tobytes())


def image(id_, **more):
    return {"id": id_, "file_name": f"{id_}.jpg", "width": 64, "height": 48, **more}


def annotation(id_, image_id, bbox=(1, 2, 3, 4), **more):
    return {"id": id_, "image_id": image_id, "category_id": 3, "bbox": list(bbox), **more}


def document(images, annotations, **more):
    return {"images": images, "annotations": annotations, "categories": [{"id": 3, "name": "cat"}], **more}


def opened(folder, content, **more):
    """Open ``content``, a document or bytes, as a file of ``folder``."""
    file = folder / "labels.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    dataset = coco.open_file(file, PictureFinder(folder), **more)
    assert dataset is not None
    return dataset


def facts(dataset):
    """Return everything that is known of a dataset's pictures and boxes as plain values."""
    samples = [dataset.record(index) for index in range(len(dataset))]
    rows = [
        (
            s.name,
            s.image_id,
            s.declared,
            s.boxes,
            [dataset.classes[n] for n in s.labels],
            s.kinds,
            s.ids,
            list(map(dict, s.attributes)),
        )
        for s in samples
    ]
    return json.loads(json.dumps(rows)), dataset.skipped


def key(value):
    if isinstance(value, bool) or not isinstance(value, int | float | str) or value == "":
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def number(value):
    usable = isinstance(value, int | float) and not isinstance(value, bool) and value != 10**400
    return float(value) if usable else None


def plain_attributes(entry):
    written = entry.get("attributes")
    words = {name: json.dumps(value) for name, value in written.items()} if isinstance(written, dict) else {}
    area = entry.get("area")
    return words if area is None else {"area": f"{area:.0f}" if area % 1 == 0 else repr(area), **words}


def plainly(document):
    """Read record by record what `facts` tells: the slow and obvious way."""
    names = {key(c["id"]): c["name"] for c in document["categories"]}
    skipped, records = {}, {}

    def skip(kind):
        skipped[kind] = skipped.get(kind, 0) + 1

    for entry in document["images"]:
        id_ = key(entry.get("id")) if isinstance(entry, dict) else None
        if id_ is None:
            skip("image without id")
        elif id_ in records:
            skip("image id twice")
        else:
            records[id_] = (entry["file_name"], id_, [entry["height"], entry["width"]], [], [], [], [], [])
    for entry in document["annotations"]:
        if not isinstance(entry, dict):
            skip("not an object")
            continue
        owner, category, box = key(entry.get("image_id")), key(entry.get("category_id")), entry.get("bbox")
        if owner is None or category is None:
            skip("image_id missing" if owner is None else "category_id missing")
            continue
        if owner not in records:
            skip("unknown image")
            continue
        if not isinstance(box, list) or len(box) != 4 or any(number(value) is None for value in box):
            skip("bbox is not four numbers")
            continue
        x, y, w, h = map(float, box)
        x2, y2 = x + w, y + h
        if not all(abs(value) < float("inf") for value in (x, y, x2, y2)):
            skip("not finite")
        elif x2 < x or y2 < y:
            skip("negative size")
        elif x2 == x or y2 == y:
            skip("zero size")
        else:
            _, _, _, boxes, labels, kinds, ids, attributes = records[owner]
            boxes.append([x, y, x2, y2])
            labels.append(names.get(category, f"unknown ({category})"))
            kinds.append(int(entry.get("iscrowd") in (1, True, "1")))
            ids.append(key(entry.get("id")) or "")
            attributes.append(plain_attributes(entry))
    return [list(record) for record in records.values()], skipped


IDS = st.one_of(
    st.integers(-2, 6), st.sampled_from([1.0, "2", "a", "", None, True, 2**70, -(2**63), 2**63, "07", 1.5, "é\u2028"])
)
NUMBERS = st.one_of(
    st.integers(-3, 60), st.floats(-5, 60, width=32), st.sampled_from([1e308, 10**400, None, True, [], 0.1, -0.0])
)
USUAL_BOXES = st.lists(st.integers(-1, 60), min_size=4, max_size=4)
ANNOTATIONS = st.one_of(
    st.fixed_dictionaries(
        {"id": st.integers(0, 9), "image_id": st.integers(0, 4), "category_id": st.integers(2, 4)},
        optional={
            "iscrowd": st.sampled_from([0, 1]),
            "area": st.floats(0, 9),
            "caption": st.sampled_from(["}, {", "]}"]),
            "attributes": st.sampled_from([None, {}, {"occluded": False}, {"a": 2.5, "b": [1]}, {"é": 1}, 3]),
        },
    ).flatmap(
        lambda entry: st.lists(st.integers(-1, 60), min_size=4, max_size=4).map(lambda box: {**entry, "bbox": box})
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "id": IDS,
            "image_id": IDS,
            "category_id": IDS,
            "bbox": st.one_of(st.lists(NUMBERS, min_size=4, max_size=4), st.lists(NUMBERS, max_size=5), st.just({})),
            "iscrowd": st.sampled_from([0, 1, True, "1", None, 2]),
            "attributes": st.sampled_from([[{"a": 1}, {"b": "}, {"}], {"occluded": True}]),
            "score": st.sampled_from([None, 0.5]),
        },
    ),
    st.sampled_from([None, "nonsense", [], 7]),
)
IMAGES = st.one_of(st.integers(0, 4).map(image), IDS.map(image), st.sampled_from([None, 3, {}]))


@given(
    st.lists(IMAGES, max_size=6),
    st.lists(ANNOTATIONS, max_size=30),
    st.permutations(["images", "annotations", "categories", "info"]),
    st.sampled_from([None, 1]),
    st.sampled_from([16, 150, 1 << 20]),
)
@settings(max_examples=150, deadline=None)
def test_pieces_of_any_size_read_what_reading_record_by_record_does(
    tmp_path_factory, images, rows, order, indent, piece
):
    whole = document([image(99), *images], rows, info={"note": '}, {"id": 1'})
    whole["categories"] += [{"id": 2, "name": "dog"}]
    whole = {name: whole[name] for name in order}
    folder = tmp_path_factory.mktemp("coco")
    expected = plainly(whole)
    text = json.dumps(whole, indent=indent).encode()
    assert facts(opened(folder, text, piece=piece)) == expected
    assert facts(opened(folder, text, piece=piece, wait=False)) == expected
    assert facts(coco.read(json.loads(text), folder / "labels.json", PictureFinder(folder))) == expected


def test_the_notes_name_their_place_in_the_order_they_are_met(tmp_path):
    rows = [annotation(n, 1) for n in range(200)]
    rows[150] = annotation(150, 1, (1, 2, 0, 4))
    rows[40] = annotation(40, 8)
    rows[90] = annotation(90, 1, ("1", 2, 3, 4))
    rows[91] = annotation(90, 1, category_id=5)
    dataset = opened(tmp_path, document([image(1), image(1)], rows), piece=500)
    kinds = [(warning.kind, warning.count) for warning in dataset.warnings]
    assert kinds == [
        ("image id twice", 1),
        ("unknown image", 1),
        ("number as text", 1),
        ("unknown category", 1),
        ("annotation id twice", 1),
        ("zero size", 1),
        ("picture missing", 1),
    ]
    examples = {warning.kind: warning.examples[0] for warning in dataset.warnings}
    file = tmp_path / "labels.json"
    assert examples["zero size"] == f"{file}:annotations[150]: box (1.0, 2.0, 1.0, 6.0) has no width or no height"
    assert examples["unknown image"].startswith(f"{file}:annotations[40]: image_id 8 ")
    assert examples["image id twice"] == f"{file}:images[1]: id 1 is 1.jpg's; the first wins"
    assert examples["picture missing"].startswith(f"{file}:images[0]: 1.jpg is not under")
    assert dataset.classes == ("cat", "unknown (5)")


def test_bad_records_by_the_thousand_are_counted_with_five_examples(tmp_path):
    rows = [annotation(n, 1, (1, 2, 3)) for n in range(3000)] + [annotation(9999, 1)]
    dataset = opened(tmp_path, document([image(1)], rows), piece=1000)
    assert dataset.skipped == {"bbox is not four numbers": 3000}
    assert len(dataset.warnings[0].examples) == 5
    assert dataset.gt_total == 1


def test_numbers_that_json_has_not_cost_their_records(tmp_path):
    rows = [annotation(n, 1) for n in range(50)]
    text = json.dumps(document([image(1)], rows)).encode()
    for id_, written in ((20, b"NaN"), (30, b"-Infinity"), (40, b"1e999")):
        record = json.dumps(annotation(id_, 1)).encode()
        assert record in text
        text = text.replace(record, record.replace(b"[1,", b"[" + written + b","))
    for piece in (300, 1 << 20):
        dataset = opened(tmp_path, text, piece=piece)
        assert dataset.skipped == {"not finite": 3}
        assert dataset.gt_total == 47
        assert dataset.warnings[0].kind == "not strictly JSON"


def test_a_byte_order_mark_and_text_that_is_not_utf8_are_read(tmp_path):
    text = b"\xef\xbb\xbf" + json.dumps(document([image(1, file_name="caf#.jpg")], [annotation(1, 1)])).encode()
    dataset = opened(tmp_path, text.replace(b"#", b"\xe9"))
    assert dataset.names == ("caf\ufffd.jpg",)
    assert dataset.gt_total == 1
    at = text.index(b"#")
    assert dataset.warnings[0].examples == (f"{tmp_path / 'labels.json'}:1: byte {at} is 0xe9; such text is replaced",)


def test_half_a_surrogate_pair_is_replaced(tmp_path):
    dataset = opened(
        tmp_path, json.dumps(document([image(1, file_name="\ud800.jpg")], [annotation("\udc00", 1)])).encode()
    )
    assert dataset.names == ("\ufffd.jpg",)
    assert dataset.record(0).ids == ["\ufffd"]


@pytest.mark.parametrize("name", ["a\0b.jpg", "x" * 5000 + ".jpg", "../" * 40 + "etc/hostname", "/", "..", "a\nb.jpg"])
def test_a_name_no_file_can_have_is_a_missing_picture(name, tmp_path):
    dataset = opened(tmp_path, document([image(1, file_name=name)], [annotation(1, 1)]))
    assert dataset[0].path is None
    assert dataset[0].size == (48, 64)
    assert [warning.kind for warning in dataset.warnings] == ["picture missing"]
    assert "\n" not in dataset.warnings[0].examples[0]
    assert "\n" not in dataset.warnings[0].examples[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (json.dumps(document([image(1)], [])).encode("utf-16"), "is UTF-16, wanted UTF-8"),
        (b"\x1f\x8b\x08\0", "unpack it first"),
        (b'{"images": [\n{"id": 1},\n]}', r"line (2, column 10|3, column 1): "),  # from Python 3.13 at the comma
        (b'{"images": [{"id": 1}]\n "annotations": []}', r"line 2, column 2: expecting ',' or '}'"),
        (b'{"images": [{"id": 1}], "annotations": [{"id"', "line 1, column 46"),
        (b'{"images": [{"id": 1}], "annotations": []} x', "line 1, column 44: extra data"),
        (b'{"images": [{"id": 1}], "annotations": {}}', "its annotations are not a list"),
        (b'{"images": [{"id": 1}], "images": []}', "images twice"),
        (b'{"images": ' + b"[" * 100_000, "nested too deep"),
        (b'{"images": [{"id": 1}], "x": ' + b"[" * 100_000, "nested too deep"),
        (b'[{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}]', "list of detections"),
    ],
)
@pytest.mark.parametrize("piece", [7, 1 << 20])
def test_what_cannot_be_read_is_refused_in_one_line_with_its_place(content, words, piece, tmp_path):
    with pytest.raises(BadFile, match=words) as caught:
        opened(tmp_path, content, piece=piece)
    assert "\n" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_broken_byte_far_in_is_found_without_reading_on_to_the_end(tmp_path):
    text = json.dumps(document([image(1)], [annotation(n, 1) for n in range(20_000)])).encode()
    at = text.index(b'"id": 500,')
    broken = text[:at] + b"?" + text[at + 1 :]
    reads = []
    with pytest.raises(BadFile, match=f"line 1, column {at + 1}: "):
        opened(tmp_path, broken, piece=1000, progress=lambda done, total: reads.append(done))
    assert reads[-1] < at


@pytest.mark.parametrize(
    "content", [b'{"shapes": [], "images": []}', b'{"images": {}}', b'{"a": 1}', b"[1, 2]", b'"x"', b"{}"]
)
def test_json_of_another_kind_is_left_to_others(content, tmp_path):
    (tmp_path / "a.json").write_bytes(content)
    assert coco.open_file(tmp_path / "a.json", PictureFinder(tmp_path)) is None


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_byte_of_a_file_can_make_anything_but_the_packages_own_errors(tmp_path_factory, data):
    text = bytearray(json.dumps(document([image(1), image(2)], [annotation(n, 1 + n % 2) for n in range(9)])).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "a.json").write_bytes(text)
    try:
        dataset = open_dataset(folder / "a.json")
    except InspectorError:
        return
    for index in range(len(dataset)):
        try:
            assert len(dataset[index].gt) == dataset.count(index)
        except InspectorError:
            continue
    assert all("\n" not in example for warning in dataset.warnings for example in warning.examples)


class Gate:
    """A progress function that holds the reading thread until it is opened."""

    def __init__(self, answer=None):
        self.open, self.answer, self.calls = threading.Event(), answer, []

    def __call__(self, done, total):
        self.calls.append((done, total))
        if threading.current_thread() is not threading.main_thread():
            assert self.open.wait(20)
            return self.answer
        return None


MANY = document([image(1), image(2)], [annotation(n, 1 + n % 2) for n in range(500)])


def test_pictures_are_usable_before_the_annotations_are_read(tmp_path):
    picture(tmp_path / "1.jpg")
    gate = Gate()
    dataset = opened(tmp_path, MANY, wait=False, piece=1000, progress=gate)
    assert not dataset.complete
    assert dataset.names == ("1.jpg", "2.jpg")
    assert dataset.find("2") == 1
    assert dataset.image_path(0) == tmp_path / "1.jpg"
    with pytest.raises(TimeoutError):
        dataset.wait(0)
    gate.open.set()
    assert len(dataset[0].gt) == 250
    assert dataset.complete
    assert dataset.gt_total == 500
    assert gate.calls[-1][0] <= gate.calls[-1][1] == (tmp_path / "labels.json").stat().st_size
    assert [done for done, _ in gate.calls] == sorted(done for done, _ in gate.calls)


def test_reading_stops_when_the_caller_says_so(tmp_path):
    with pytest.raises(Cancelled, match="stopped after"):
        opened(tmp_path, MANY, progress=lambda done, total: True)
    gate = Gate(answer=True)
    dataset = opened(tmp_path, MANY, wait=False, piece=1000, progress=gate)
    gate.open.set()
    with pytest.raises(Cancelled):
        _ = dataset[0]
    assert dataset.complete
    assert dataset.names == ("1.jpg", "2.jpg")


def test_what_breaks_the_reading_in_its_thread_is_raised_where_a_box_is_wanted(tmp_path):
    dataset = opened(tmp_path, json.dumps(MANY).encode()[:-2000], wait=False, piece=1000)
    for ask in (lambda: dataset[0], lambda: dataset.classes, lambda: dataset.warnings, lambda: dataset.count(0)):
        with pytest.raises(BadFile, match="is not JSON"):
            ask()


def test_a_file_that_changes_while_it_is_read_is_an_error(tmp_path):
    file = tmp_path / "labels.json"

    def grow(done, total):
        with file.open("ab") as out:
            out.write(b" ")

    with pytest.raises(BadFile, match="was changed while it was read"):
        opened(tmp_path, MANY, piece=1000, progress=grow)


def test_annotations_before_images_wait_for_them(tmp_path):
    content = {name: MANY[name] for name in ("annotations", "categories", "images")}
    dataset = opened(tmp_path, content, wait=False, piece=1000)
    assert facts(dataset) == plainly(MANY)


def test_a_dataset_goes_to_another_process(tmp_path):
    dataset = opened(tmp_path, MANY, wait=False, piece=1000)
    copy = pickle.loads(pickle.dumps(dataset))
    assert facts(copy) == facts(dataset)
    assert [w.kind for w in copy.warnings] == [w.kind for w in dataset.warnings]


def test_names_are_found_by_whole_name_last_part_stem_and_path(tmp_path):
    names = ["b/a.jpg", "a.jpg", "sub\\c.png", "e\u0301.jpg"]
    for name in ("b/a.jpg", "sub/c.png"):
        picture(tmp_path / name)
    images = [image(n, file_name=name) for n, name in enumerate(names)]
    dataset = opened(tmp_path, document(images, []))
    assert [dataset.find(text) for text in ("a.jpg", "b/a.jpg", "a", "c.png", "sub/c.png", "\u00e9")] == [
        1,
        0,
        0,
        2,
        2,
        3,
    ]
    assert dataset.find(str(tmp_path / "sub" / "c.png")) == 2
    with pytest.raises(InspectorError, match="holds no image"):
        dataset.find("zebra")


def test_a_picture_in_a_linked_folder_is_not_called_missing(tmp_path):
    picture(tmp_path / "real.d" / "1.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "real.d")
    (tmp_path / "away").symlink_to(tmp_path.parent)
    images = [image(1, file_name="link/1.jpg"), image(2, file_name="away/2.jpg")]
    (warning,) = opened(tmp_path, document(images, [])).warnings
    assert warning.count == 1
    assert "away/2.jpg" in warning.examples[0]


def test_samples_are_kept_a_while_and_oddities_told_once(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.data.datasets.dataset.KEPT_SAMPLES", 2)
    for n in range(4):
        picture(tmp_path / f"{n}.jpg", 32, 32)
    dataset = opened(tmp_path, document([image(n) for n in range(4)], []))
    again = [dataset[index] for index in (0, 1, 2, 3, 0, 1)]
    assert dataset[1] is again[-1]
    assert dataset[0].size == (32, 32)
    assert [(w.kind, w.count) for w in dataset.warnings if w.kind == "size differs"] == [("size differs", 4)]


def test_classes_of_one_name_are_told_apart_and_ids_stand_in_for_missing_ones(tmp_path):
    two = {**document([image(1)], [annotation(1, 1)]), "categories": [{"id": 3, "name": "x"}, {"id": 4, "name": "x"}]}
    assert opened(tmp_path, two).classes == ("x (3)", "x (4)")
    none = document([image(1)], [annotation(1, 1), annotation(2, 1, category_id="q")])
    del none["categories"]
    assert opened(tmp_path, none).classes == ("3", "q")


def test_a_crowd_of_runs_and_a_box_from_a_polygon(tmp_path):
    rows = [
        annotation(1, 1, (5, 6, 1, 15), iscrowd=1, segmentation={"counts": [246, 15, 2811], "size": [48, 64]}),
        {**annotation(2, 1, segmentation=[[5, 6, 25, 6, 25, 21], [4, 9, 5, 9, 4, 8]]), "bbox": None},
    ]
    dataset = opened(tmp_path, document([image(1)], rows))
    assert dataset[0].gt.tolist() == [[5, 6, 6, 21], [4, 6, 25, 21]]
    assert dataset[0].gt_kind.tolist() == [Kind.CROWD, Kind.NORMAL]
    assert dataset.warnings[0].kind == "box from polygon"
