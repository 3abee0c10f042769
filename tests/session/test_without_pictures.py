"""Annotations whose pictures are not there are shown on an empty canvas, and located in another folder."""

import json

import cv2
import numpy as np
import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import MissingPictures
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import Options, open_dataset
from rpn_inspector.session.open_request import BeforeReload, OpenRequest, open_all
from rpn_inspector.session.problem import Problem, ProblemKind
from rpn_inspector.session.request import Request, compute

NAMES = ("a.png", "b.png", "c.png")


def coco(folder, sizes=((96, 160), None, (96, 160))):
    """Write annotations of three pictures, the second without a size, each with a box (8, 16) to (72, 64)."""
    folder.mkdir(exist_ok=True)
    images = [
        {"id": n, "file_name": name} | ({"height": size[0], "width": size[1]} if size else {})
        for n, (name, size) in enumerate(zip(NAMES, sizes, strict=True))
    ]
    boxes = [{"id": n, "image_id": n, "category_id": 1, "bbox": [8, 16, 64, 48]} for n in range(len(images))]
    text = json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cat"}]})
    (folder / "instances.json").write_text(text)
    return folder


def pictures(folder, names):
    folder.mkdir(exist_ok=True)
    for name in names:
        cv2.imwrite(str(folder / name), np.full((96, 160, 3), 200, np.uint8))
    return folder


@pytest.mark.parametrize(
    ("index", "size", "words"),
    [
        (0, (96, 160), "its size is as annotated"),
        (1, (64, 72), "its size is what holds its boxes, so it is in no count"),
    ],
)
def test_the_answer_without_a_picture_has_boxes_and_anchors_and_says_what_its_size_is(tmp_path, index, size, words):
    recipe, alone = load_recipe("demo"), open_dataset(coco(tmp_path / "alone"))
    shown = compute(Request(alone, index, recipe, None))
    assert shown.picture is None
    assert shown.notes == (f"Picture missing: {words}",)
    assert shown.inspection.sample.size == size
    assert shown.inspection.sample.gt.tolist() == [[8, 16, 72, 64]]
    if size == (96, 160):
        whole = open_dataset(coco(tmp_path / "alone"), images=pictures(tmp_path / "pictures", NAMES))
        known = compute(Request(whole, index, recipe, None))
        assert known.notes == ()
        assert known.without_picture == ""
        assert np.array_equal(known.inspection.assignment.label, shown.inspection.assignment.label)


@pytest.mark.parametrize(
    ("index", "size", "source"),
    [
        (0, (96, 160), "its size is as annotated"),
        (1, (64, 72), "its size is what holds its boxes, so it is in no count"),
    ],
)
def test_a_file_without_a_picture_keeps_its_boxes_and_says_what_it_holds(tmp_path, index, size, source):
    data = coco(tmp_path / "data")
    pictures(data, NAMES)
    (data / NAMES[index]).write_bytes(b"garbage\n")
    shown = compute(Request(open_dataset(data), index, load_recipe("demo"), None))
    assert shown.picture is None
    words = f'Picture unreadable: {NAMES[index]} is not a picture: it starts with "garbage": {source}'
    assert shown.notes == (words,)
    assert shown.inspection.sample.size == size
    assert shown.inspection.sample.gt.tolist() == [[8, 16, 72, 64]]


def test_a_file_with_a_header_alone_has_its_size(tmp_path):
    data = coco(tmp_path / "data", (None, None, None))
    pictures(data, NAMES)
    (data / NAMES[0]).write_bytes((data / NAMES[0]).read_bytes()[:40])
    shown = compute(Request(open_dataset(data), 0, load_recipe("demo"), None))
    assert shown.picture is None
    assert shown.inspection.sample.size == (96, 160)
    assert shown.notes[0].endswith("its size is as its header says")


def test_the_first_readable_picture_comes_first(tmp_path):
    folder = coco(tmp_path / "all")
    assert open_dataset(folder).first_readable() == 0
    (folder / "b.png").write_bytes(b"no picture")
    pictures(folder, ["c.png"])
    dataset, _, index = open_all(OpenRequest(folder))
    assert (index, dataset.missing) == (2, 1)
    assert open_all(OpenRequest(folder, image="a.png"))[2] == 0


def test_without_any_picture_the_first_of_a_known_size_comes_first(tmp_path):
    folder = coco(tmp_path / "all")
    table = json.loads((folder / "instances.json").read_text())
    del table["images"][0]["width"], table["annotations"][0]
    (folder / "instances.json").write_text(json.dumps(table))
    dataset = open_dataset(folder)
    assert (dataset.first_readable(), dataset.missing) == (1, 3)
    with pytest.raises(MissingPictures, match="no size written") as found:
        compute(Request(dataset, 0, load_recipe("demo"), None))
    assert Problem.of(found.value).kind is ProblemKind.PICTURES


def test_another_folder_is_taken_only_where_it_holds_more(tmp_path):
    folder = pictures(coco(tmp_path / "all"), ["a.png"])
    before = BeforeReload(None, None, 0, open_dataset(folder).missing)

    def located(images):
        return open_all(OpenRequest(folder, image="a.png", options=Options(images=images), before=before))[0]

    words = r"one: holds 1 of the dataset's 3 pictures, and 1 are found already; choose a folder with more of them"
    with pytest.raises(MissingPictures, match=words):
        located(pictures(tmp_path / "one", ["b.png"]))
    dataset = located(pictures(tmp_path / "three", NAMES))
    assert dataset.missing == 0
    assert [dataset.image_path(n) for n in range(3)] == [(tmp_path / "three" / name).resolve() for name in NAMES]


def test_the_folder_with_pictures_inside_of_the_one_chosen_is_named_and_not_guessed(tmp_path):
    folder = coco(tmp_path / "all")
    text = (folder / "instances.json").read_text()
    for name in NAMES:
        text = text.replace(name, f"data/imgs/{name}")
    (folder / "instances.json").write_text(text)
    (tmp_path / "up").mkdir()
    deep = pictures(tmp_path / "up" / "deep", NAMES[:2])
    before = BeforeReload(None, None, 0, open_dataset(folder).missing)

    def located(images):
        return open_all(OpenRequest(folder, options=Options(images=images), before=before))[0]

    words = r"up: holds 0 of the dataset's 3 pictures, .*; 2 of their names are in deep: choose that folder itself"
    with pytest.raises(MissingPictures, match=words):  # it may be another split's
        located(tmp_path / "up")
    assert located(deep).missing == 1


@pytest.mark.parametrize("table", [True, False])
def test_labels_whose_sizes_only_pictures_tell_are_refused_as_without_pictures(tmp_path, table):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "a.txt").write_text("0 0.5 0.5 0.25 0.25\n")
    if table:
        (tmp_path / "data.yaml").write_text("train: images\nnames: [cat]\n")
    with pytest.raises(MissingPictures):
        open_dataset(tmp_path)
    assert open_dataset(tmp_path, images=pictures(tmp_path / "elsewhere", ["a.png"])).missing == 0


def test_annotations_left_out_for_want_of_their_picture_are_missing_too(tmp_path):
    pictures(tmp_path / "images", ["a.png"])
    (tmp_path / "labels").mkdir()
    for name in "ab":
        (tmp_path / "labels" / f"{name}.txt").write_text("0 0.5 0.5 0.25 0.25\n")
    dataset = open_dataset(tmp_path)
    assert (len(dataset), dataset.missing) == (1, 1)


def test_inspect_says_that_there_is_no_picture_and_what_its_size_is(tmp_path, capsys):
    assert main(["inspect", str(coco(tmp_path / "alone")), "-i", "b.png", "-r", "demo", "--json"]) == 0
    told = capsys.readouterr()
    assert "b.png: picture missing, its size is what holds its boxes, so it is in no count\n" in told.err
    assert json.loads(told.out)["size"] == [64, 72]
