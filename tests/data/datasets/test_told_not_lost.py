"""One odd file, line or picture costs itself alone, is told, and is never taken for something else."""

from __future__ import annotations

import json
import os

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support import text

PNG = cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes()
BOX, DOG = [1.0, 2.0, 10.0, 20.0], [5.0, 5.0, 20.0, 30.0]


def opened(folder, files, **options):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_dataset(folder, **options)


def parquet(path, rows):
    pyarrow, module = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    module.write_table(pyarrow.Table.from_pylist(rows), path)


def boxes(dataset):
    return {dataset.names[at]: dataset.record(at).boxes for at in range(len(dataset))}


ROWS = [
    {"id": 7, "image_id": 1, "category_id": 1, "bbox": BOX, "iscrowd": 0},
    {"id": 8, "image_id": 1, "category_id": 2, "bbox": DOG, "iscrowd": 1},
    {"id": 9, "image_id": 2, "category_id": 1, "bbox": DOG, "iscrowd": 0},
]
CORNERS = {"BOX": (1.0, 2.0, 11.0, 22.0), "DOG": (5.0, 5.0, 25.0, 35.0)}


@pytest.mark.parametrize("names", [("a.png", "b.png"), ("000000000001.png", "2.png")])
def test_cocos_annotations_as_rows_of_parquet_are_a_box_a_row(tmp_path, names):
    named = names[0] == "a.png"
    rows = [
        row | ({"file_name": names[row["image_id"] - 1], "width": 64, "height": 48} if named else {}) for row in ROWS
    ]
    parquet(tmp_path / "annotations.parquet", rows)
    dataset = opened(tmp_path, dict.fromkeys(names, PNG))
    assert (dataset.format, dataset.classes, dataset.skipped) == ("COCO rows", ("1", "2"), {})
    assert boxes(dataset) == {names[0]: [CORNERS["BOX"], CORNERS["DOG"]], names[1]: [CORNERS["DOG"]]}
    assert (dataset.record(0).ids, dataset.record(0).image_id) == (["7", "8"], "1")
    assert [kind.name for kind in dataset.record(0).kinds] == ["NORMAL", "CROWD"]


def test_rows_of_parquet_that_are_no_boxes_are_counted(tmp_path):
    odd = [
        {"id": 1, "image_id": None, "bbox": BOX},
        {"id": 2, "image_id": 1, "bbox": BOX[:3]},
        {"id": 3, "image_id": 1},
    ]
    parquet(tmp_path / "a.parquet", [*odd, {"id": 4, "image_id": 1, "bbox": BOX}])
    dataset = opened(tmp_path, {"1.png": PNG})
    assert boxes(dataset) == {"1.png": [CORNERS["BOX"]]}
    assert dataset.skipped == {"no picture named": 1, "not four numbers": 1}


def test_rows_of_boxes_may_hold_their_picture_and_write_a_box_as_text(tmp_path):
    image = {"bytes": PNG, "path": "a.png"}
    rows = [{"image": image, "bbox": BOX, "label": 1}, {"image": image, "bbox": DOG, "label": 1}]
    parquet(tmp_path / "a.parquet", [*rows, {"image": {"bytes": PNG, "path": None}, "bbox": DOG, "label": 2}])
    dataset = open_dataset(tmp_path)
    assert boxes(dataset) == {"a.png": [CORNERS["BOX"], CORNERS["DOG"]], "a 2": [CORNERS["DOG"]]}
    assert dataset.image_path(0).read_bytes() == PNG
    (tmp_path / "b").mkdir()
    texts = [{"file_name": "b.png", "bbox": json.dumps(BOX)}, {"file_name": "b.png", "bbox": "[1,"}]
    parquet(tmp_path / "b" / "b.parquet", texts)
    dataset = opened(tmp_path / "b", {"b.png": PNG})
    assert (boxes(dataset), dataset.skipped) == ({"b.png": [CORNERS["BOX"]]}, {"not four numbers": 1})


def test_annotations_inside_the_rows_of_pictures_are_read(tmp_path):
    parquet(tmp_path / "a.parquet", [{"file_name": "a.png", "annotations": [{"bbox": BOX, "category_id": 3}]}])
    dataset = opened(tmp_path, {"a.png": PNG})
    assert (dataset.format, boxes(dataset), dataset.classes) == ("Hugging Face", {"a.png": [CORNERS["BOX"]]}, ("3",))


def test_two_pictures_of_one_name_in_a_parquet_are_two(tmp_path):
    row = {"image": {"bytes": PNG, "path": "a.png"}, "objects": {"bbox": [BOX], "category": ["cat"]}}
    other = {"image": {"bytes": PNG, "path": "a.png"}, "objects": {"bbox": [DOG, DOG], "category": ["cat", "cat"]}}
    parquet(tmp_path / "a.parquet", [row, other, row | {"image": {"bytes": PNG, "path": "b.png"}}])
    dataset = open_dataset(tmp_path)
    assert {name: len(each) for name, each in boxes(dataset).items()} == {"a#1.png": 1, "a#2.png": 2, "b.png": 1}
    assert [(warning.kind, warning.count) for warning in dataset.warnings] == [("equal names", 2)]


def test_a_loop_passes_over_pictures_without_any_size_and_says_how_many(tmp_path):
    coco = {
        "images": [
            {"id": 1, "file_name": "lost.png"},
            {"id": 2, "file_name": "a.png"},
            {"id": 3, "file_name": "in.png"},
        ],
        "annotations": [{"id": n, "image_id": n, "category_id": 1, "bbox": BOX} for n in (2, 3)],
        "categories": [{"id": 1, "name": "cat"}],
    }
    dataset = opened(tmp_path, {"a.png": PNG, "x.json": json.dumps(coco)})
    with pytest.warns(RuntimeWarning, match="^1 of 3 pictures have no size and were passed over: .*lost.png"):
        found = [(sample.name, sample.size, len(sample.gt)) for sample in dataset]
    assert found == [("a.png", (48, 64), 1), ("in.png", (22, 11), 1)]  # the size that holds its box


@pytest.mark.parametrize("empty", ["", "\n"])
@pytest.mark.parametrize("place", ["labels/val/b.txt", "Dog/Label/b.txt", "other/b.txt"])
def test_the_empty_text_of_a_background_picture_alone_in_its_folder_is_its_own(tmp_path, empty, place):
    beside = "images" if place.startswith("labels") else place.split("/")[0]
    files = {"images/a.png": PNG, f"{beside}/b.png": PNG, "labels/train/a.txt": "cat 1 2 30 40\n", place: empty}
    dataset = opened(tmp_path, files)
    assert dataset.format == "plain text"
    assert sorted(map(len, boxes(dataset).values())) == [0, 1]
    assert dataset.missing == 0


def test_an_empty_text_of_no_picture_is_no_annotation(tmp_path):
    dataset = opened(tmp_path, {"images/a.png": PNG, "labels/a.txt": "cat 1 2 30 40\n", "notes/todo.txt": ""})
    assert list(dataset.names) == ["a.png"]
    assert dataset.missing == 0


def test_darknets_lists_say_which_pictures_are_meant(tmp_path):
    files = {f"obj/{name}.png": PNG for name in "abcd"}
    files |= {f"obj/{name}.txt": "0 .5 .5 .2 .2\n" for name in "abcd"}
    files |= {
        "obj.data": "classes = 1\ntrain = data/train.txt\nvalid=valid.txt\nnames = obj.names\n",
        "obj.names": "cat\n",
    }
    files |= {"train.txt": "data/obj/a.png\nobj/b.png\n", "valid.txt": "obj/c.png\n"}
    assert opened(tmp_path, files).names == ("a.png", "b.png", "c.png")
    assert open_dataset(tmp_path / "obj.data").names == ("a.png", "b.png", "c.png")
    assert open_dataset(tmp_path, split="valid").names == ("c.png",)
    (tmp_path / "valid.txt").unlink()
    dataset = open_dataset(tmp_path)
    assert dataset.names == ("a.png", "b.png")
    assert "its list 'valid.txt' is not here" in {w.kind: w.examples[0] for w in dataset.warnings}["list missing"]


@given(st.text(alphabet="ab\n\r\v\f\x1c\u2028\x85", max_size=60), st.integers(1, 9))
def test_lines_in_pieces_are_the_lines_of_the_whole(written, piece):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_PIECE", piece)
        assert list(text.lines_of(written)) == written.splitlines()


LINES = {
    "YOLO": ("{} .5 .5 .2 .2", "0"), "plain text": ("cat {} 2 30 40", "1"),
    "DOTA": ("{} 1 40 1 40 40 1 40 plane 0", "1"),
    "KITTI": ("Car 0.00 0 -1.5 {} 10 60 40 1 1 1 1 1 1 1", "5"), "VisDrone": ("{},2,30,40,1,4,0,0", "1"),
}  # fmt: skip


@pytest.mark.parametrize("huge", ["1e400", "-1e400", "9" * 5000, "nan"])
@pytest.mark.parametrize("title", LINES)
def test_a_huge_number_in_the_first_line_of_every_text_costs_its_own_box(tmp_path, title, huge):
    line, usual = LINES[title]
    lines = f"{line.format(huge)}\n{line.format(usual)}\n"
    dataset = opened(tmp_path, {f"images/{n}.png": PNG for n in "ab"} | {f"labels/{n}.txt": lines for n in "ab"})
    assert (dataset.format, list(map(len, boxes(dataset).values()))) == (title, [1, 1])
    assert sum(dataset.skipped.values()) == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.lmdb", b"\0", "seems to be a database"),
        ("x.lmdb/data.mdb", b"\0", "seems to be a database"),
        ("x.toml", b"[[annotations]]\nbbox = [1, 2, 3, 4]\n", "holds .toml of no known kind, with bbox"),
        ("x.html", b"<p>annotations: 1</p>", "holds .html of no known kind, with annotations"),
        ("a.htm", b"<p>cat</p>", "holds .htm of no known kind"),
    ],
)
def test_databases_tables_and_pages_with_boxes_are_named(tmp_path, name, content, words):
    dataset = opened(tmp_path, {"a.png": PNG, name: content})
    assert [each.partition(f"{name}: ")[2].startswith(words) for each in dataset.unread] == [True]


def test_pages_and_recipes_without_boxes_are_not(tmp_path):
    recipe = "[matcher]\npositive = 0.7\n[coder]\ncoordinates = 'xywh'\nlabels = 1\n"
    assert not opened(tmp_path, {"a.png": PNG, "r.toml": recipe, "index.html": "<label for='x'>x</label>"}).unread


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe has a place among files on Unix only")
@pytest.mark.parametrize("alone", [False, True])
def test_a_pipe_beside_a_dataset_that_was_read_is_named(tmp_path, alone):
    coco = {"images": [{"id": 1, "file_name": "a.png"}], "annotations": [], "categories": []}
    pipes = ("a.txt", "classes.txt", "obj.names", "other.json", "train.txt")
    for pipe in (*pipes, "quiet.png"):
        os.mkfifo(tmp_path / pipe)
    dataset = opened(tmp_path, {"a.png": PNG, "x.json": json.dumps(coco)})
    dataset = open_dataset(tmp_path / "x.json") if alone else dataset
    assert dataset.unread == tuple(f"{tmp_path / pipe}: is a named pipe, wanted a file" for pipe in pipes)
