"""Each kind of oddity is found where it is, is not found where it is not, and is said in words."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.analysis.lint.checks import SAME
from rpn_inspector.analysis.lint.lint import KINDS, Check, Finding, lint
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import CENTRE, CORNERS, SIDES, Cancelled, Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset

FINE = (10.5, 11.5, 60.25, 70.25)


def record(boxes, name="a.png", declared=(100, 200), labels=None, kinds=None, **more):
    made = Record(name, declared=declared, **more)
    for at, box in enumerate(boxes):
        made.add(tuple(map(float, box)), labels[at] if labels else 0, kinds[at] if kinds else Kind.NORMAL)
    return made


def dataset(*records, format_="CSV", classes=("cat",), notes=None, root="nowhere", written=""):
    from pathlib import Path

    return Dataset(Path(root), format_, list(records), classes, notes or Notes(), written)


def found(data, kind, **options):
    return list(lint(data, **options).kinds[kind])


def kinds_of(data, **options):
    return {kind for kind, some in lint(data, **options).kinds.items() if some.total}


def picture(path, size):
    cv2.imwrite(str(path), np.zeros((*size, 3), np.uint8))
    return path


def test_nothing_odd_is_nothing_found(tmp_path):
    clean = dataset(record([FINE, (80, 20, 150, 60)], path=picture(tmp_path / "a.png", (100, 200))))
    assert kinds_of(clean) == set()
    report = lint(clean)
    assert (report.images, report.boxes, report.total, list(report.findings())) == (1, 2, 0, [])
    assert tuple(report.kinds) == tuple(KINDS)


def test_degenerate():
    (one,) = found(dataset(record([FINE, (5, 5, 5, 9)])), "degenerate")
    words = "ground truth 2 (cat) at 5, 5, 5, 9 is 0 px at its smaller side"
    assert one == Finding(kind="degenerate", image="a.png", gt=1, value=0.0, words=words, box=(5, 5, 5, 9))


def test_boxes_the_reader_left_out_are_degenerate_too(tmp_path):
    notes, made = Notes(), record([FINE], "b.png")
    assert not notes.check((5, 5, 2, 9), made, tmp_path, 3)
    assert not notes.check((5, 5, float("nan"), 9), made, tmp_path, 4)
    report = lint(dataset(record([FINE]), made, notes=notes))
    assert [(kind, report.kinds[kind].total) for kind in ("degenerate", "bad_records")] == [
        ("degenerate", 1), ("bad_records", 1),
    ]  # fmt: skip
    words = f"the box at 5, 5, 2, 9, left out from {tmp_path}:3, is -3 px at its smaller side"
    assert report.kinds["degenerate"][0] == Finding(
        kind="degenerate", image="b.png", gt=None, value=-3.0, words=words, box=(5, 5, 2, 9)
    )
    assert report.kinds["degenerate"].place(0) == (1, -1)


def test_outside_by_half_a_pixel_is_rounding():
    boxes = [(150, 50, 200.5, 90), (150, 50, 203, 90), (-2, 5, 20, 20), (300, 10, 310, 20)]
    some = found(dataset(record(boxes)), "outside")
    assert [(one.gt, one.value) for one in some] == [(1, 3.0), (2, 2.0), (3, 110.0)]
    assert "reaches 3 px beyond the picture of 200 x 100 px" in some[0].words
    assert "lies wholly outside the picture of 200 x 100 px" in some[2].words


def test_outside_of_a_picture_whose_size_nothing_tells():
    data = dataset(record([(0.5, 0.5, 1.2, 0.9), (0.1, 0.1, 0.2, 1.0005)], declared=None, relative=True))
    (one,) = found(data, "outside", pictures=False)
    assert (one.gt, round(one.value, 6)) == (0, 0.2)
    assert kinds_of(data, pictures=False) == {"outside", "missing_picture"}


def test_normalised_boxes_are_not_called_tiny():
    assert kinds_of(dataset(record([(0.1, 0.2, 0.5, 0.9), (0, 0, 1, 1)]), record([FINE]))) >= {"normalised"}
    assert "tiny" not in kinds_of(dataset(record([(0.1, 0.2, 0.5, 0.9)])))
    assert "normalised" not in kinds_of(dataset(record([(0, 0, 1, 1)])))
    assert "normalised" not in kinds_of(dataset(record([(0.1, 0.2, 0.5, 0.9)], relative=True)))


def test_tiny():
    (one,) = found(dataset(record([FINE, (5, 5, 6.5, 30)])), "tiny")
    assert (one.gt, one.value) == (1, 1.5)


def test_voc_that_starts_at_0():
    data = [record([(0, 5, 30, 40), (1, 5, 33, 40)])]
    (one,) = found(dataset(*data, format_="Pascal VOC"), "off_by_one")
    assert (one.gt, one.words.endswith("starts at 0, where Pascal VOC counts pixels from 1")) == (0, True)
    assert found(dataset(*data), "off_by_one") == []


def test_others_that_start_at_1_and_never_at_0():
    ones = [record([(1, 5, 30, 40), (1, 20, 50, 60), (9, 1, 30, 40)])]
    assert [one.gt for one in found(dataset(*ones), "off_by_one")] == [0, 1, 2]
    assert found(dataset(*ones, record([(0, 5, 33, 40)])), "off_by_one") == []
    assert found(dataset(*ones, format_="Pascal VOC"), "off_by_one") == []


def test_ends_at_the_last_pixels_own_number():
    ends = [record([(30, 5, 199, 40), (20, 5, 199, 60), (9, 10, 30, 99)])]
    some = found(dataset(*ends), "off_by_one")
    assert [one.gt for one in some] == [0, 1, 2]
    assert "ends 1 px before the edge of the picture of 200 x 100 px" in some[0].words
    assert found(dataset(*ends, record([(30, 5, 200, 40)])), "off_by_one") == []


def test_corners_in_the_place_of_sizes():
    corners = [(30, 20, 90, 60), (100, 50, 190, 95), (60, 40, 150, 90), (5, 5, 20, 20)]
    read = [(x, y, x + right, y + bottom) for x, y, right, bottom in corners]
    some = found(dataset(record(read)), "xywh_as_xyxy")
    assert [one.gt for one in some] == [1, 2]
    assert "as corners 100, 50, 190, 95 it would fit" in some[0].words
    assert found(dataset(record(corners)), "xywh_as_xyxy") == []


def test_sizes_in_the_place_of_corners(tmp_path):
    made = record([FINE] * 9)
    for box in ((100, 50, 30, 20), (100, 50, 120, 20), (190, 50, 30, 20)):  # the last leaves the picture in any case
        assert not Notes().check(box, made, tmp_path, 7)
    some = found(dataset(made, written=CORNERS), "xywh_as_xyxy")
    assert [(one.gt, one.box) for one in some] == [(None, (100, 50, 30, 20))]
    assert "as x, y, width, height 100, 50, 30, 20 it would fit the picture of 200 x 100 px" in some[0].words
    assert found(dataset(made, written=SIDES), "xywh_as_xyxy") == []


def test_one_record_of_corners_among_many_of_sizes():
    many = [FINE] * 40
    mistaken = (100, 50, 290, 145)  # 100, 50, 190, 95 read as x, y, width, height
    (one,) = found(dataset(record([*many, mistaken]), written=SIDES), "xywh_as_xyxy")
    assert (one.gt, one.value) == (40, 90)
    hidden = [(150, 20, 230, 60), (160, 30, 240, 80)]  # boxes drawn beyond the picture, as of hidden parts
    assert found(dataset(record([*many, mistaken, *hidden]), written=SIDES), "xywh_as_xyxy") == []
    sloppy = (1, 1, 203, 99)
    assert found(dataset(record([*many, sloppy]), written=SIDES), "xywh_as_xyxy") == []


def centred(x, y, width, height):
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def test_corners_in_the_place_of_a_centre():
    within = centred(0.5, 0.5, 0.9, 0.9)  # within the picture both ways: nothing can tell
    beyond = centred(0.6, 0.6, 0.9, 0.95)
    topleft = centred(0.3, 0.1, 0.25, 0.4)
    all_corners = dataset(record([within, *[beyond] * 5], relative=True), written=CENTRE)
    some = found(all_corners, "xywh_as_xyxy")
    assert [one.gt for one in some] == [1, 2, 3, 4, 5]
    assert "as corners 120, 60, 180, 95 it would fit" in some[0].words
    some = found(dataset(record([*[topleft] * 5], relative=True), written=CENTRE), "xywh_as_xyxy")
    assert len(some) == 5
    assert "with 60, 10 for its corner instead of its centre it would fit" in some[0].words


def test_a_box_partly_outside_is_no_sign_of_corners_whatever_the_format():
    inside = [centred(0.8, 0.5, 0.3, 0.3), centred(0.5, 0.8, 0.2, 0.3)]
    for partly in (centred(0.02, 0.05, 0.2, 0.3), centred(0.3, 0.05, 0.2, 0.3), centred(0.97, 0.5, 0.2, 0.3)):
        for written in (CENTRE, SIDES, CORNERS):
            for number in (1, 7):
                data = dataset(record([*inside, *[partly] * number], relative=True), written=written)
                assert found(data, "xywh_as_xyxy") == [], (partly, written, number)


def test_an_area_tells_of_corners_that_fit_both_ways(tmp_path):
    bad, good = [20, 10, 70, 60], [20, 10, 50, 50]
    document = {
        "images": [{"id": 1, "file_name": "a.png", "width": 200, "height": 100}],
        "categories": [{"id": 5, "name": "cat"}],
        "annotations": [
            {"id": n, "image_id": 1, "category_id": 5, "bbox": box, "area": 2500}
            for n, box in enumerate([good, bad, good])
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    (one,) = found(open_dataset(tmp_path), "xywh_as_xyxy")
    assert (one.gt, one.box) == (1, (20, 10, 90, 70))
    assert "has the area of other corners: as corners 20, 10, 70, 60 it would fit" in one.words


def test_sizes_that_contradict_the_file(tmp_path):
    file = picture(tmp_path / "a.png", (100, 200))
    swapped = dataset(record([FINE], declared=(200, 100), path=file))
    assert kinds_of(swapped) == {"swapped_size"}
    assert "annotated as 100 x 200 px, the file is 200 x 100 px" in found(swapped, "swapped_size")[0].words
    other = dataset(record([FINE], declared=(200, 400), path=file))
    assert kinds_of(other) == {"size_mismatch"}
    assert found(other, "size_mismatch")[0].value == 4
    assert kinds_of(other, pictures=False) == set()


def test_boxes_of_the_turned_picture():
    turned = dataset(record([(10, 120, 80, 190), FINE]))
    assert kinds_of(turned) >= {"swapped_size", "outside"}
    assert "but would fit 100 x 200 px" in found(turned, "swapped_size")[0].words
    assert found(dataset(record([(10, 60, 80, 103)])), "swapped_size") == []  # a sloppy box is no turned picture


def test_duplicates_are_of_one_class_and_no_crowd():
    near = (10.5, 11.5, 60.5, 70.25)
    boxes, labels = [FINE, (80, 20, 150, 60), FINE, near, FINE, FINE], [0, 0, 0, 0, 1, 0]
    kinds = [Kind.NORMAL] * 5 + [Kind.CROWD]
    some = found(dataset(record(boxes, labels=labels, kinds=kinds), classes=("cat", "dog")), "duplicates")
    assert [(one.gt, one.value) for one in some] == [(2, 1.0), (3, pytest.approx(49.75 / 50))]
    assert some[0].words.endswith("lies on ground truth 1 of the same class, IoU 1.000")


@st.composite
def crowded(draw):
    places = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(30, 33), st.integers(30, 33))
    boxes = st.lists(st.tuples(places, st.integers(0, 1)), max_size=12)
    return draw(st.lists(boxes, min_size=1, max_size=3))


@given(crowded())
def test_duplicates_are_those_of_comparing_every_pair(pictures):
    data = dataset(*(record([b for b, _ in p], f"{n}.png", labels=[c for _, c in p]) for n, p in enumerate(pictures)))
    wanted = {}
    for number, truths in enumerate(pictures):
        boxes = np.array([box for box, _ in truths], float).reshape(-1, 4)
        for later in range(len(truths)):
            ious = iou_with(boxes[later], boxes[:later])
            same = [ious[k] for k in range(later) if truths[k][1] == truths[later][1] and ious[k] >= SAME]
            if same:
                wanted[f"{number}.png", later] = max(same)
    some = {(one.image, one.gt): one.value for one in found(data, "duplicates")}
    assert set(some) == set(wanted)
    assert all(SAME <= value <= wanted[key] + 1e-12 for key, value in some.items())


def test_a_heap_of_equal_boxes_is_quick_and_complete():
    assert len(found(dataset(record([FINE] * 5000)), "duplicates")) == 4999


def test_class_gaps_empty_and_regions():
    data = dataset(
        record([FINE, (80, 20, 150, 60)], labels=[2, 2], kinds=[Kind.CROWD, Kind.IGNORED]),
        record([], "b.png"),
        classes=("cat", "a\ndog", "cow"),
    )
    report = lint(data, pictures=False)
    assert [one.words for one in report.kinds["class_gaps"]] == [
        "class 0, cat, has no box",
        "class 1, a dog, has no box",
    ]
    assert [(one.image, one.gt) for one in report.kinds["empty"]] == [("b.png", None)]
    assert ["crowd" in one.words for one in report.kinds["crowd"]] == [True, False]
    assert "ignored" in report.kinds["crowd"][1].words
    assert kinds_of(dataset(record([]), classes=()), pictures=False) == {"missing_picture"}


def test_pictures_missing_and_unreadable(tmp_path):
    (tmp_path / "b.png").write_bytes(b"no picture")
    data = dataset(
        record([FINE]), record([FINE], "b.png", path=tmp_path / "b.png"), record([FINE], "c.png", declared=None)
    )
    report = lint(data)
    assert [one.image for one in report.kinds["missing_picture"]] == ["a.png", "c.png"]
    assert report.kinds["missing_picture"][1].words == "the picture was not found, and no size is annotated"
    (one,) = report.kinds["unreadable_picture"]
    assert one.words.startswith("the picture is not a picture")
    assert found(data, "unreadable_picture", pictures=False) == []


def test_what_was_noted_while_reading_is_told_once(tmp_path):
    notes = Notes()
    notes.warn("size differs", "told by its own check")
    notes.warn("unknown category", "x.json: category 7\nis in no record")
    report = lint(dataset(record([FINE]), notes=notes), pictures=False)
    assert [one.words for one in report.kinds["odd_records"]] == ["x.json: category 7 is in no record"]


def test_numbers_at_the_end_of_double_precision_are_told_all_the_same():
    report = lint(dataset(record([(0, 0, 1e308, 1e308), (-1e308, 0, 1e308, 5), (0, 0, 1e308, 1e308)])))
    assert report.kinds["outside"].total == 3
    json.dumps([one.value for one in report.findings()], allow_nan=False)


def test_columns_are_linted_as_records_are(tmp_path):
    (tmp_path / "images" / "deep").mkdir(parents=True)
    picture(tmp_path / "images" / "a.png", (100, 200))
    picture(tmp_path / "images" / "deep" / "c.png", (100, 200))
    document = {
        "images": [
            {"id": 1, "file_name": "a.png", "width": 200, "height": 100},
            {"id": 2, "file_name": "b.png", "width": 20, "height": 10},
            {"id": 3, "file_name": "images/deep/c.png"},
        ],
        "categories": [{"id": 5, "name": "cat"}, {"id": 9, "name": "dog"}],
        "annotations": [
            {"id": 1, "image_id": 1, "category_id": 5, "bbox": [150, 50, 60, 20]},
            {"id": 2, "image_id": 1, "category_id": 5, "bbox": [150, 50, 0, 20]},
            {"id": 3, "image_id": 3, "category_id": 5, "bbox": [30, 50, 60, 20], "iscrowd": 1},
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    data = open_dataset(tmp_path / "a.json")
    records = dataset(
        *(data.record(at) for at in range(3)), format_="COCO", classes=data.classes, root=tmp_path, written=SIDES
    )
    report = lint(data)
    for kind in KINDS:
        assert list(report.kinds[kind]) == list(lint(records).kinds[kind])
    totals = {kind: some.total for kind, some in report.kinds.items() if some.total}
    assert totals == {"degenerate": 1, "outside": 1, "class_gaps": 1, "missing_picture": 1, "empty": 1, "crowd": 1,
                      "whole_boxes": 1}  # fmt: skip
    without = lint(data, pictures=False)
    assert {kind: some.total for kind, some in without.kinds.items() if some.total} == totals
    assert "b.png" in without.kinds["missing_picture"][0].words


def test_checks_are_read_and_decide():
    report = lint(dataset(*(record([(5, 5, 5, 9)] if n < 5 else [FINE], f"{n}.png") for n in range(100))))
    for text, fails in (
        ("degenerate", True), ("degenerate:5%", False), ("degenerate:4.9%", True), ("degenerate:0%", True),
        ("outside", False), ("off-by-one:0%", False), ("degenerate:100%", False),
    ):  # fmt: skip
        assert Check.parse(text).fails(report) is fails, text
    for text in (
        "bogus",
        "degenerate:5",
        "degenerate:x%",
        "degenerate:-1%",
        "degenerate:101%",
        "class_gaps:5%",
        "degenerate:nan%",
    ):
        with pytest.raises(InspectorError, match="--fail-on"):
            Check.parse(text)


def test_progress_counts_pictures_and_can_stop():
    data = dataset(*(record([FINE], f"{n}.png") for n in range(600)))
    told = []
    lint(data, progress=lambda done, total: told.append((done, total)))
    assert (told[0], told[-1]) == ((0, 600), (600, 600))
    with pytest.raises(Cancelled):
        lint(data, progress=lambda done, total: done > 0)


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "kind", "total"),
    [
        ("bccd_voc", "degenerate", 2),
        ("coco_mini", "crowd", 1),
        ("odd/coco/bbox_is_xyxy.json", "xywh_as_xyxy", 2),
        ("odd/coco/size_swapped.json", "swapped_size", 1),
        ("odd/coco/size_mismatch.json", "size_mismatch", 1),
        ("odd/coco/bbox_outside.json", "outside", 3),
        ("odd/coco/dup_box.json", "duplicates", 1),
        ("odd/coco/name_missing_file.json", "missing_picture", 1),
        ("odd/voc/zero_based.xml", "off_by_one", 1),
    ],
)
def test_real_and_broken_files(shared_data, name, kind, total):
    assert lint(open_dataset(shared_data / name)).kinds[kind].total == total


def test_every_left_out_box_of_coco_names_its_picture_and_box(tmp_path):
    boxes = [[1, 2, 0, 4], [5, 6, -3, 4], [7, 8, 9, 9]] * 4
    document = {
        "images": [{"id": n, "file_name": f"{n}.png", "width": 200, "height": 100} for n in (1, 2)],
        "categories": [{"id": 5, "name": "cat"}],
        "annotations": [{"id": n, "image_id": 2 - n % 2, "category_id": 5, "bbox": box} for n, box in enumerate(boxes)],
    }
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    some = found(open_dataset(tmp_path), "degenerate")
    assert len(some) == 8
    assert {(one.image, one.gt, one.box) for one in some} == {
        (f"{n}.png", None, box) for n in (1, 2) for box in ((1, 2, 1, 6), (5, 6, 2, 10))
    }
    assert "annotations[0]" in some[0].words


def test_boxes_of_whole_px_are_told_once_and_of_coco_alone():
    boxes = [(1, 2, 30, 40), (1.5, 2, 30, 40), (5, 5, 9, 9)]
    (one,) = found(dataset(record(boxes), format_="COCO"), "whole_boxes")
    assert one.words.startswith("2 of 3 boxes are of whole px: detectron2's loader")
    assert found(dataset(record(boxes), format_="YOLO"), "whole_boxes") == []
    assert found(dataset(record([boxes[1]]), format_="COCO"), "whole_boxes") == []


def test_an_empty_label_file_is_a_picture_without_boxes_and_no_odd_record(tmp_path):
    for name, text in (("a", "0 .5 .5 .2 .2"), ("b", "")):
        cv2.imwrite(str(tmp_path / f"{name}.png"), np.zeros((48, 64, 3), np.uint8))
        (tmp_path / f"{name}.txt").write_text(text)
    kinds = lint(open_dataset(tmp_path)).kinds
    assert [one.image for one in kinds["empty"]] == ["b.png"]
    assert [*kinds["odd_records"], *kinds["unread_files"]] == []
    (tmp_path / "a.txt").write_text("")  # where no file has a box, that is said
    kinds = lint(open_dataset(tmp_path)).kinds
    words = [one.words for kind in ("odd_records", "unread_files") for one in kinds[kind]]
    assert [each.rpartition(": ")[2] for each in words] == ["is empty, as YOLO's of a picture without boxes is"] * 2
