"""One rule pairs pictures and annotations in every format: each its own, none lent, nothing guessed.

A new format has its writer in ``OWN`` (a file a picture) or ``TABLES`` (a file for all).
"""

import io
import json
import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
from data.datasets.tfrecord_bytes import example, record
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.lint.lint import lint
from rpn_inspector.analysis.scan.scan import row_of
from rpn_inspector.core.errors import MissingPictures
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.format_registry import formats
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.pairing import AMBIGUOUS, MISSING, Wanted, pair
from rpn_inspector.data.datasets.support.places import Places

W, H = 64, 48
RECIPE = load_recipe("torchvision-fpn")
PNG = cv2.imencode(".png", np.zeros((H, W, 3), np.uint8))[1].tobytes()
CAMS = {f"cam{n}/{at:06d}.png": (n, 2 * at, n + 10 * at, 20 + at) for n in (1, 2, 3) for at in (1, 2)}


def partners(names, paths, source="", own=False):
    pairs = pair([Wanted((name,), source, own) for name in names], Places(paths))
    kinds = [pairs.notes[row].kind if row in pairs.notes else "" for row in range(len(names))]
    return [paths[at] if at >= 0 else "" for at in pairs.at], kinds


@pytest.mark.parametrize(
    ("name", "paths", "found"),
    [
        ("a.jpg", ["a.jpg", "b/a.jpg"], "a.jpg"),
        ("cam1/a.jpg", ["x/cam2/a.jpg", "x/cam1/a.jpg"], "x/cam1/a.jpg"),
        ("cam1/a.jpg", ["x/cam2/a.jpg"], ""),
        ("dogs/a.jpg", ["images/cats/a.jpg"], ""),
        ("val/a.jpg", ["valid/a.jpg"], "valid/a.jpg"),
        ("val/a.jpg", ["train/a.jpg"], ""),
        ("images/a.jpg", ["JPEGImages/a.jpg"], "JPEGImages/a.jpg"),
        ("images/a.jpg", ["images/b.jpg", "masks/a.jpg"], ""),
        ("/home/me/project/a.jpg", ["shots/a.jpg"], "shots/a.jpg"),
        ("/home/me/2019/a.jpg", ["2020/a.jpg"], ""),
        ("/home/me/cats/a.jpg", ["cats/b.jpg", "dogs/a.jpg"], ""),
        ("C:\\Users\\me\\cam1\\a.jpg", ["cam2/a.jpg", "cam1/a.jpg"], "cam1/a.jpg"),
        ("\\\\server\\share\\cam1\\a.jpg", ["cam2/a.jpg", "cam1/a.jpg"], "cam1/a.jpg"),
        ("s3://bucket/set/cam1/a%20b.jpg?token=1", ["cam2/a b.jpg", "cam1/a b.jpg"], "cam1/a b.jpg"),
        ("/data/local-files/?d=my%20set/a.jpg", ["my set/a.jpg", "other/a.jpg"], "my set/a.jpg"),
        ("a%20b.jpg", ["a%20b.jpg", "a b.jpg"], "a%20b.jpg"),
        (" a.jpg\n", ["a.jpg"], "a.jpg"),
        (" a.jpg", ["a.jpg", " a.jpg"], " a.jpg"),
        ("/images/a.jpg", ["images/a.jpg", "old/images/a.jpg"], "images/a.jpg"),
        ("./x/../a.jpg", ["a.jpg"], "a.jpg"),
        ("../../a.jpg", ["a.jpg"], "a.jpg"),
        ("a.jpeg", ["a.jpg"], "a.jpg"),
        ("a.v2", ["a.jpg"], ""),
        ("a.v2", ["a.v2.jpg"], "a.v2.jpg"),
        ("A.JPG", ["a.jpg"], "a.jpg"),
        ("", ["a.jpg"], ""),
        ("/", ["a.jpg"], ""),
        ("a.jpg", ["images/a.jpg", "masks/a.jpg"], "images/a.jpg"),
    ],
)
def test_trailing_folders_tell(name, paths, found):
    assert partners([name], paths)[0] == [found]


@pytest.mark.parametrize(
    ("names", "source", "paths", "found", "kinds"),
    [
        (["1.jpg"], "b/1.json", ["a/1.jpg"], ["a/1.jpg"], ["foreign path"]),
        (["1.jpg"], "labels/1.json", ["a/1.jpg"], ["a/1.jpg"], [""]),
        (["1.jpg"], "b/1.json", ["1.jpg"], ["1.jpg"], [""]),
        (["1.jpg"], "labels/a/1.json", ["images/a/1.jpg"], ["images/a/1.jpg"], [""]),
        (["s3://bucket/set/b/1.jpg"], "", ["a/1.jpg"], ["a/1.jpg"], ["foreign path"]),
        (["s3://bucket/b/1.jpg", "s3://bucket/a/2.jpg"], "", ["a/1.jpg", "a/2.jpg"], ["", "a/2.jpg"], [MISSING, ""]),
        (["s3://bucket/set/a/1.jpg"], "", ["a/1.jpg"], ["a/1.jpg"], [""]),
        (["s3://bucket/set/1.jpg"], "", ["images/1.jpg"], ["images/1.jpg"], [""]),
        (["/data/local-files/?d=b/1.jpg"], "", ["a/1.jpg"], [""], [MISSING]),
        (["/data/local-files/?d=set/a/1.jpg"], "", ["a/1.jpg"], ["a/1.jpg"], [""]),
        (["/data/upload/3/1.jpg"], "", ["a/1.jpg"], ["a/1.jpg"], [""]),
        (["abc"], "validation-annotations-bbox.csv", ["train/abc.jpg"], ["train/abc.jpg"], ["foreign path"]),
        (["abc"], "train-annotations-bbox.csv", ["train/abc.jpg"], ["train/abc.jpg"], [""]),
    ],
)  # fmt: skip
def test_a_namesake_of_another_folder_is_never_taken_silently(names, source, paths, found, kinds):
    assert partners(names, paths, source, own=source.endswith(".json")) == (found, kinds)


@pytest.mark.parametrize(
    ("names", "source", "paths", "found"),
    [
        (["../images/cats/1.jpg", "1"], "labels/1.json", ["images/dogs/1.jpg"], ""),
        (["..\\cam1\\1.jpg", "1"], "labels/1.json", ["cam2/1.jpg"], ""),
        (["cats/1.jpg", "1"], "1.json", ["dogs/1.jpg"], ""),
        (["cats/1.jpg", "1"], "dogs/1.json", ["dogs/1.jpg"], "dogs/1.jpg"),
        (["1.jpg", "1"], "cats/1.json", ["cats/2.jpg", "dogs/1.jpg"], ""),
        (["1.jpg", "/cam1/1.jpg", "1"], "Annotations/1.xml", ["images/cam2/1.jpg"], ""),
        (["1.jpg", "/home/me/cam1/1.jpg", "1"], "Annotations/1.xml", ["images/cam2/1.jpg"], ""),
        (["1.jpg", "/cats/1.jpg", "1"], "Annotations/1.xml", ["cats/2.jpg", "dogs/1.jpg"], ""),
        (["1.jpg", "/cam1/1.jpg", "1"], "Annotations/1.xml", ["cam1/1.jpg", "images/1.jpg"], "cam1/1.jpg"),
        (["1.jpg", "/my pictures/1.jpg", "1"], "Annotations/1.xml", ["shots/1.jpg"], "shots/1.jpg"),
        (["1.jpg", "/train/1.jpg", "1"], "Annotations/val/1.xml", ["images/val/1.jpg"], "images/val/1.jpg"),
        (["1.jpg", "/cam2/1.jpg", "/cam1/1.jpg"], "x/1.xml", ["cam1/1.jpg", "cam3/1.jpg"], "cam1/1.jpg"),
    ],
)
def test_a_namesake_in_a_folder_that_contradicts_what_is_written_is_not_the_partner(names, source, paths, found):
    pairs = pair([Wanted(tuple(names), source, own=True)], Places(paths))
    assert [paths[at] if at >= 0 else "" for at in pairs.at] == [found]
    assert [note.kind for note in pairs.notes.values() if not found] == ([] if found else [MISSING])


def test_a_folder_and_a_path_of_another_machine_tell_two_pictures_of_a_name_apart():
    paths = ["images/cam1/1.jpg", "images/cam2/1.jpg"]
    for place in ("/home/me/pictures/1.jpg", "C:\\Users\\me\\1.jpg", "/home/me/images/1.jpg"):
        names = [("1.jpg", place, f"/cam{n}/1.jpg", f"x{n}") for n in (2, 1)]
        wanted = [Wanted(each, f"Annotations/{each[3]}.xml", own=True) for each in names]
        pairs = pair(wanted, Places(paths))
        assert (pairs.at, pairs.notes) == ([1, 0], {})


@pytest.mark.parametrize("top", ["/x", "s3://bucket/x", "https://host/x", "C:\\\\x"])
def test_where_a_folder_of_another_machine_is_here_a_picture_of_one_that_is_not_is_missing(top):
    names = [f"{top}/b/1.jpg", f"{top}/c/1.jpg"]
    got, kinds = partners(names, ["images/a/1.jpg", "images/b/1.jpg"])
    assert (got, kinds[1]) == (["images/b/1.jpg", ""], MISSING)
    assert partners(names[1:], ["images/a/1.jpg"])[0] == ["images/a/1.jpg"]  # nothing says that folders are the same


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        (["a.jpg"], ["cam1/a.jpg", "cam2/a.jpg"]),
        (["a.jpg"], ["images/a.jpg", "imgs/a.jpg"]),
        (["a"], ["a.jpg", "a.png"]),
        (["x/a.jpg"], ["one/x/a.jpg", "two/x/a.jpg"]),
        (["/x/a.jpg", "/y/a.jpg"], ["a.jpg"]),
        (["/any/a.jpg"], [f"{n}/{n}/a.jpg" for n in "abcdefghijklmnopqrst"]),
    ],
)
def test_what_fits_equally_is_not_guessed(names, paths):
    assert partners(names, paths) == ([""] * len(names), [AMBIGUOUS] * len(names))


def test_two_of_one_name_are_told_apart_by_where_they_are_written():
    wanted = [Wanted(("a.jpg",), f"images/cam{n}/a.jpg", own=True) for n in (1, 2)]
    words = [note.words for note in pair(wanted, Places(["labels/a"])).notes.values()]
    assert words[0] == "images/cam1/a.jpg and images/cam2/a.jpg may each be labels/a; it is given to neither"


@pytest.mark.parametrize(
    ("names", "paths", "found"),
    [
        (["cam2/a.jpg", "cam1/a.jpg"], ["images/cam1/a.jpg"], ["", "images/cam1/a.jpg"]),
        (["old/a.jpg", "a.jpg"], ["a.jpg"], ["", "a.jpg"]),
        (["a.png", "a.jpg"], ["a.jpg"], ["", "a.jpg"]),
        (["A.jpg", "a.jpg"], ["a.jpg"], ["", "a.jpg"]),
        (["x/a.jpg", "a.jpg"], ["x/a.jpg"], ["x/a.jpg", ""]),
        (["a.jpg", "a"], ["a.jpg"], ["a.jpg", "a.jpg"]),
        (["images/a.jpg", "/home/me/images/a.jpg"], ["images/a.jpg"], ["images/a.jpg", "images/a.jpg"]),
    ],
)
def test_a_picture_is_never_lent(names, paths, found):
    got, kinds = partners(names, paths)
    assert got == found
    assert [kind == MISSING for kind in kinds] == [not each for each in found]


@pytest.mark.parametrize(
    ("source", "paths", "found"),
    [
        ("train/_annotations.json", ["train/a.jpg", "valid/a.jpg"], "train/a.jpg"),
        ("valid/_annotations.json", ["train/a.jpg"], ""),
        ("annotations/val.json", ["val/a.jpg", "train/a.jpg"], "val/a.jpg"),
        ("annotations/val.json", ["val/b.jpg", "train/a.jpg"], ""),
        ("test.json", ["train/a.jpg"], "train/a.jpg"),
        ("cam1/labels.csv", ["cam1/images/a.jpg", "cam2/images/a.jpg"], "cam1/images/a.jpg"),
        ("../labels/cam1/x.csv", ["cam1/a.jpg", "cam2/a.jpg"], "cam1/a.jpg"),
    ],
)
def test_a_bare_name_is_of_the_annotation_files_surroundings(source, paths, found):
    assert partners(["a.jpg"], paths, source)[0] == [found]


@pytest.mark.parametrize(
    ("source", "paths", "found"),
    [
        ("labels/train/dogs/a.txt", ["images/train/dogs/a.jpg", "images/train/cats/a.jpg"], "images/train/dogs/a.jpg"),
        ("labels/train/dogs/a.txt", ["images/train/cats/a.jpg"], ""),
        ("labels/a.txt", ["images/train/a.jpg"], "images/train/a.jpg"),
        ("boxes_of_me/a.txt", ["shots/a.jpg"], "shots/a.jpg"),
        ("training/label_2/a.txt", ["training/image_2/a.png", "training/image_3/a.png"], "training/image_2/a.png"),
        ("training/label_2/a.txt", ["training/image_3/a.png", "testing/image_2/a.png"], ""),
        ("train/labels/a.txt", ["train/a.jpg", "val/a.jpg"], "train/a.jpg"),
    ],
)
def test_the_folder_of_a_pictures_own_file_counts(source, paths, found):
    assert partners(["a"], paths, source, own=True)[0] == [found]


def test_the_first_name_found_counts_and_a_lost_one_goes_on_with_the_next():
    paths = ["1.jpg", "2.jpg"]
    wanted = [Wanted(("2.jpg", "1"), "1.xml", own=True), Wanted(("2.jpg", "2"), "2.xml", own=True)]
    assert pair(wanted, Places(paths)).at == [1, 1]  # both say so: one picture annotated twice
    wanted = [Wanted(("no.jpg", "1"), "1.xml", own=True), Wanted(("1.jpg",), "a.xml", own=True)]
    assert pair(wanted, Places(paths)).at == [-1, 0]


def partners_of_all(names, paths, **more):
    """Return the row of the partner of each name, -1 for none."""
    return pair([Wanted((name,), **more) for name in names], Places(paths)).at


FOLDERS = st.lists(st.sampled_from(["a", "b", "images", "train", "val", "cam1", "cam2"]), max_size=3).map("/".join)
TREES = st.lists(st.tuples(FOLDERS, st.sampled_from(["1.jpg", "2.jpg", "1.png"])).map(
    lambda place: "/".join(filter(None, place))), min_size=1, max_size=12, unique=True,
)  # fmt: skip


@given(TREES, st.sampled_from(["", "/zz/yy/", "C:\\zz\\", "https://host/zz/"]), st.data())
@settings(max_examples=100, deadline=None)
def test_a_whole_tree_is_paired_as_it_is_and_a_missing_picture_takes_nobodys(paths, prefix, data):
    names = [prefix + path for path in paths]
    assert partners_of_all(names, paths) == list(range(len(paths)))
    gone = data.draw(st.integers(0, len(paths) - 1))
    left = paths[:gone] + paths[gone + 1 :]
    found = partners_of_all(names, left)
    assert [left[at] if at >= 0 else None for at in found] == [path if path in left else None for path in paths]


@given(TREES, st.data())
@settings(max_examples=100, deadline=None)
def test_the_own_files_beside_their_pictures_are_theirs_and_no_others(paths, data):
    stems = list(dict.fromkeys(path.rpartition(".")[0] for path in paths))
    kept = data.draw(st.lists(st.sampled_from(stems), unique=True, min_size=1))
    # Pictures want labels, as YOLO's do: those of one stem share theirs, those without have none.
    labels = Places(kept)
    found = pair([Wanted((path.rpartition("/")[2],), path, own=True) for path in paths], labels).at
    assert [kept[at] if at >= 0 else None for at in found] == [
        path.rpartition(".")[0] if path.rpartition(".")[0] in kept else None for path in paths
    ]


@pytest.mark.parametrize(
    ("sources", "paths", "found"),
    [
        (["cats/1", "dogs/1"], ["cats/1.jpg", "birds/1.jpg"], [0, -1]),
        (["labels/1"], ["images/1.jpg", "extra/1.jpg"], [0]),
        (["bboxes/1"], ["photos/1.jpg"], [0]),
        (["bboxes/1", "bboxes/2"], ["photos/1.jpg", "bboxes/preview.jpg", "photos/2.jpg"], [0, 2]),
    ],
)
def test_files_beside_their_pictures_speak_against_files_elsewhere(sources, paths, found):
    wanted = [Wanted((source.rpartition("/")[2],), f"{source}.txt", own=True) for source in sources]
    assert pair(wanted, Places(paths)).at == found


def test_a_second_name_tells_which_of_several_but_leads_nowhere_else():
    paths = ["cam1/1.jpg", "cam2/1.jpg", "2.jpg"]
    wanted = [Wanted(("1.jpg", "/home/me/cam2/1.jpg")), Wanted(("1.jpg", "2.jpg"), "x.json")]
    partners_ = pair(wanted, Places(paths))
    assert partners_.at == [1, -1]
    assert partners_.ambiguous() == [1]


def test_a_further_name_of_several_files_is_ambiguous_though_the_first_is_not_found():
    paths = ["cam1/1.jpg", "cam2/1.jpg", "2.jpg"]
    pairs = pair(
        [Wanted(("1.v2", "1.jpg")), Wanted(("no.jpg", "1.jpg", "2.jpg")), Wanted(("no.jpg", "x.jpg"))], Places(paths)
    )
    assert (pairs.at, [pairs.notes[row].kind for row in range(3)]) == ([-1] * 3, [AMBIGUOUS, AMBIGUOUS, MISSING])


@pytest.mark.parametrize(
    "tag", ["<folder>cam2</folder>", "<path>C:\\me\\cam2\\1.png</path>", "<folder>x/cam2</folder>"]
)
def test_voc_says_the_folder_beside_the_name(tmp_path, tag):
    text = pascal("1.png", (1, 2, 11, 22)).replace("<filename>", f"{tag}<filename>")
    write(tmp_path, {"Annotations/cam2_1.xml": text, "JPEGImages/cam1/1.png": PNG, "JPEGImages/cam2/1.png": PNG})
    found = shown(tmp_path, "voc")[1]
    assert list(found.values()) == [("JPEGImages/cam2/1.png", [[1, 2, 11, 22]])]


def test_a_label_of_a_picture_that_is_not_asked_for_is_not_lent(tmp_path):
    files = {"a/1.png": PNG, "a/1.txt": yolo("", (1, 2, 11, 22)), "b/1.png": PNG, "val.txt": "b/1.png\n"}
    write(tmp_path, files | {"train.txt": "a/1.png\n", "data.yaml": "train: train.txt\nval: val.txt\nnames: [cat]\n"})
    assert open_dataset(tmp_path, split="val").gt_total == 0
    assert open_dataset(tmp_path, split="train").gt_total == 1
    assert open_dataset(tmp_path).gt_total == 1


@pytest.mark.parametrize("format_", ["coco", "createml"])
def test_a_name_longer_than_any_path_is_not_looked_for(tmp_path, format_, monkeypatch):
    real = Path.resolve
    monkeypatch.setattr(
        Path, "resolve", lambda self: real(self) if len(str(self)) < 4096 else pytest.fail("looked for")
    )
    name, text = TABLES[format_]({"a/" * 50_000 + "x.png": (1, 2, 11, 22), "x.png": (3, 4, 33, 44)})
    dataset, found = shown(write(tmp_path, {"x.png": PNG, name: text}), format_)
    assert sorted(found.values()) == [("", [[1, 2, 11, 22]]), ("x.png", [[3, 4, 33, 44]])]
    assert "is of 100005 letters, wanted a path of 4096" in dataset.warnings[0].examples[0]


def test_one_picture_under_very_many_names_takes_no_time():
    names = [f"/x{at}/1.jpg" for at in range(3000)]
    assert partners(names, ["1.jpg"])[1] == [AMBIGUOUS] * 3000
    assert partners(["1.jpg"] * 30_000, ["1.jpg"])[0] == ["1.jpg"] * 30_000


def test_ten_thousand_namesakes_take_no_more_comparisons_than_pictures(monkeypatch):
    calls = []
    compared = Places._compared
    monkeypatch.setattr(Places, "_compared", lambda self, *args: calls.append(args) or compared(self, *args))
    folders = [f"scene_{number}_{'abc'[number % 3]}" for number in range(3000)]
    paths = [f"images/{folder}/rgb.png" for folder in folders]
    assert partners([f"/x/{folder}/rgb.png" for folder in folders], paths)[0] == paths
    assert set(partners([f"{folder}q/rgb.png" for folder in folders], paths)[0]) == {""}
    assert partners(["rgb.png"] * 3000, paths)[1] == [AMBIGUOUS] * 3000
    assert len(calls) < 6 * 3000


def pascal(name, box):
    x1, y1, x2, y2 = box
    return (
        f"<annotation><filename>{name}</filename><size><width>{W}</width><height>{H}</height></size><object><name>cat"
        f"</name><bndbox><xmin>{x1}</xmin><ymin>{y1}</ymin><xmax>{x2}</xmax><ymax>{y2}</ymax></bndbox></object></annotation>"
    )


def labelme(name, box):
    shape = {"label": "cat", "points": [box[:2], box[2:]], "shape_type": "rectangle"}
    return json.dumps({"imagePath": name, "imageHeight": H, "imageWidth": W, "shapes": [shape]})


def dota(_, box):
    x1, y1, x2, y2 = box
    return f"{x1} {y1} {x2} {y1} {x2} {y2} {x1} {y2} cat 0\n"


def yolo(_, box):
    x1, y1, x2, y2 = box
    return f"0 {(x1 + x2) / 2 / W} {(y1 + y2) / 2 / H} {(x2 - x1) / W} {(y2 - y1) / H}\n"


def kitti(_, box):
    return f"cat 0.00 0 -1.57 {' '.join(map(str, box))} 2.85 2.63 12.34 0.47 1.49 69.44 -1.56\n"


def visdrone(_, box):
    return "{},{},{},{},1,4,0,0\n".format(*sides(box))


def plain_text(_, box):
    return f"cat {' '.join(map(str, box))}\n"


def sides(box):
    return box[0], box[1], box[2] - box[0], box[3] - box[1]


def coco(boxes):
    images = [{"id": n, "file_name": name, "width": W, "height": H} for n, name in enumerate(boxes)]
    gt = [{"id": n, "image_id": n, "category_id": 1, "bbox": sides(box)} for n, box in enumerate(boxes.values())]
    return "a.json", json.dumps({"images": images, "annotations": gt, "categories": [{"id": 1, "name": "cat"}]})


def coco_rows(boxes):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [
        {"id": n, "image_id": n, "category_id": 1, "bbox": list(map(float, sides(box))), "file_name": name}
        for n, (name, box) in enumerate(boxes.items())
    ]
    whole = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), whole)
    return "a.parquet", whole.getvalue()


def csv(boxes):
    rows = [f"{name},{','.join(map(str, box))},cat\n" for name, box in boxes.items()]
    return "a.csv", "path,xmin,ymin,xmax,ymax,label\n" + "".join(rows)


def createml(boxes):
    def coordinates(x1, y1, x2, y2):
        return {"x": (x1 + x2) / 2, "y": (y1 + y2) / 2, "width": x2 - x1, "height": y2 - y1}

    entries = [
        {"image": n, "annotations": [{"label": "cat", "coordinates": coordinates(*b)}]} for n, b in boxes.items()
    ]
    return "a.json", json.dumps(entries)


def crowdhuman(boxes):
    lines = [json.dumps({"ID": n, "gtboxes": [{"tag": "cat", "fbox": sides(b)}]}) + "\n" for n, b in boxes.items()]
    return "a.odgt", "".join(lines)


def cvat(boxes):
    parts = [
        f'<image id="{n}" name="{name}" width="{W}" height="{H}"><box label="cat" xtl="{b[0]}" ytl="{b[1]}" '
        f'xbr="{b[2]}" ybr="{b[3]}"/></image>'
        for n, (name, b) in enumerate(boxes.items())
    ]
    return "a.xml", f"<annotations>{''.join(parts)}</annotations>"


def labelstudio(boxes):
    def value(x, y, w, h):
        percent = {"x": 100 * x / W, "y": 100 * y / H, "width": 100 * w / W, "height": 100 * h / H}
        return {"value": {**percent, "rectanglelabels": ["cat"]}, "original_width": W, "original_height": H}

    tasks = [
        {"id": n, "data": {"image": name}, "annotations": [{"result": [value(*sides(b))]}]}
        for n, (name, b) in enumerate(boxes.items())
    ]
    return "a.json", json.dumps(tasks)


def openimages(boxes):
    rows = [f"{n},cat,{b[0] / W},{b[2] / W},{b[1] / H},{b[3] / H}\n" for n, b in boxes.items()]
    return "a.csv", "ImageID,LabelName,XMin,XMax,YMin,YMax\n" + "".join(rows)


def tfrecord(boxes):
    def of(name, b):
        edges = {"xmin": b[0] / W, "ymin": b[1] / H, "xmax": b[2] / W, "ymax": b[3] / H}
        return record(example(
            {"image/filename": [name.encode()], "image/object/class/text": [b"cat"]}
            | {f"image/object/bbox/{edge}": [struct.unpack("<f", struct.pack("<f", v))[0]] for edge, v in edges.items()}
        ))  # fmt: skip

    return "a.tfrecord", b"".join(of(name, box) for name, box in boxes.items())


def via(boxes):
    def region(x, y, w, h):
        return {"shape_attributes": {"name": "rect", "x": x, "y": y, "width": w, "height": h}, "region_attributes": {}}

    return "a.json", json.dumps({n: {"filename": n, "regions": [region(*sides(b))]} for n, b in boxes.items()})


def widerface(boxes):
    return "a.txt", "".join(f"{n}\n1\n{' '.join(map(str, sides(b)))} 0 0 0 0 0 0\n" for n, b in boxes.items())


def retinaface(boxes):
    points = "1.5 2.5 0.0 " * 5
    return "label.txt", "".join(f"# {n}\n{' '.join(map(str, sides(b)))} {points}0.9\n" for n, b in boxes.items())


def bdd100k(boxes):
    def label(b):  # the corners are inside the box
        return {"category": "cat", "box2d": {"x1": b[0], "y1": b[1], "x2": b[2] - 1, "y2": b[3] - 1}}

    return "a.json", json.dumps([{"name": n, "labels": [label(b)]} for n, b in boxes.items()])


def bdd100k_picture(name, box):
    (label,) = json.loads(bdd100k({name: box})[1])[0]["labels"]
    frame = {
        "timestamp": 10000,
        "objects": [label | {"id": 0}, {"category": "lane/road curb", "poly2d": [[1, 2, "L"]]}],
    }
    return json.dumps({"name": name.removesuffix(".png"), "attributes": {"weather": "clear"}, "frames": [frame]})


def datumaro(boxes):
    items = [
        {"id": n, "annotations": [{"type": "bbox", "label_id": 0, "bbox": sides(b)}], "image": {"path": n}}
        for n, b in boxes.items()
    ]
    categories = {"label": {"labels": [{"name": "cat"}]}}
    return "a.json", json.dumps({"dm_format_version": "1.0", "categories": categories, "items": items})


def detectron2(boxes):
    return "a.json", json.dumps(
        [
            {"file_name": n, "annotations": [{"bbox": sides(b), "bbox_mode": 1, "category_id": 0}]}
            for n, b in boxes.items()
        ]
    )


def mmengine(boxes):
    entries = [{"img_path": n, "instances": [{"bbox": b, "bbox_label": 0}]} for n, b in boxes.items()]
    return "a.json", json.dumps({"metainfo": {"classes": ["cat"]}, "data_list": entries})


def fiftyone(boxes):
    def detection(x, y, w, h):
        return {"_cls": "Detection", "label": "cat", "bounding_box": [x / W, y / H, w / W, h / H]}

    samples = [{"filepath": n, "truth": {"detections": [detection(*sides(b))]}} for n, b in boxes.items()]
    return "a.json", json.dumps({"samples": samples})


def youtube_vis(boxes):
    videos = [{"id": at, "file_names": [n]} for at, n in enumerate(boxes)]
    tracks = [{"video_id": at, "category_id": 1, "bboxes": [sides(b)]} for at, b in enumerate(boxes.values())]
    document = {"videos": videos, "annotations": tracks, "categories": [{"id": 1, "name": "cat"}]}
    return "a.json", json.dumps(document)


def sa1b(name, box):
    image = {"file_name": name, "height": H, "width": W}
    return json.dumps({"image": image, "annotations": [{"bbox": sides(box), "predicted_iou": 0.9}]})


def supervisely(_name, box):
    points = {"exterior": [box[:2], box[2:]], "interior": []}
    return json.dumps({"objects": [{"classTitle": "cat", "geometryType": "rectangle", "points": points}]})


def lines(suffix, entry):
    return lambda boxes: (f"a{suffix}", "".join(json.dumps(entry(name, box)) + "\n" for name, box in boxes.items()))


def huggingface(name, box):
    return {"file_name": name, "objects": {"bbox": [sides(box)], "categories": [0]}}


def ultralytics(name, box):
    x, y, w, h = sides(box)
    boxes = [[0, (x + w / 2) / W, (y + h / 2) / H, w / W, h / H]]
    return {"type": "image", "file": name, "split": "", "annotations": {"boxes": boxes}}


def odvg(name, box):
    return {"filename": name, "detection": {"instances": [{"bbox": box, "label": 0, "category": "cat"}]}}


def paligemma(name, box):
    x1, x2 = (round(1024 * x / W) for x in box[::2])
    y1, y2 = (round(1024 * y / H) for y in box[1::2])
    return {"image": name, "prefix": "detect cat", "suffix": f"<loc{y1:04}><loc{x1:04}><loc{y2:04}><loc{x2:04}> cat"}


def sagemaker(name, box):
    box = dict(zip(("left", "top", "width", "height"), sides(box), strict=True))
    return {"source-ref": name, "pets": {"annotations": [box | {"class_id": 0}]}}


def labelbox(name, box):
    box = {"name": "cat", "bounding_box": dict(zip(("left", "top", "width", "height"), sides(box), strict=True))}
    return {"data_row": {"external_id": name}, "projects": {"p": {"labels": [{"annotations": {"objects": [box]}}]}}}


def keras_yolo(boxes):
    return "a.txt", "".join(f"{name} {','.join(map(str, box))},0\n" for name, box in boxes.items())


OWN = {
    "voc": (pascal, ".xml"), "labelme": (labelme, ".json"), "dota": (dota, ".txt"), "yolo": (yolo, ".txt"),
    "kitti": (kitti, ".txt"), "plain-text": (plain_text, ".txt"), "visdrone": (visdrone, ".txt"),
    "bdd100k-pictures": (bdd100k_picture, ".json"), "sa1b": (sa1b, ".json"), "supervisely": (supervisely, ".json"),
}  # fmt: skip
TABLES = {
    "coco": coco, "coco-rows": coco_rows,
    "csv": csv, "createml": createml, "crowdhuman": crowdhuman, "cvat": cvat, "labelstudio": labelstudio,
    "huggingface": lines(".jsonl", huggingface), "ultralytics-ndjson": lines(".ndjson", ultralytics),
    "odvg": lines(".jsonl", odvg), "paligemma": lines(".jsonl", paligemma), "keras-yolo": keras_yolo,
    "sagemaker": lines(".manifest", sagemaker), "labelbox": lines(".ndjson", labelbox),
    "openimages": openimages, "tfrecord": tfrecord, "via": via, "widerface": widerface, "bdd100k": bdd100k,
    "retinaface": retinaface,
    "datumaro": datumaro, "detectron2": detectron2, "mmengine": mmengine, "fiftyone": fiftyone,
    "youtube-vis": youtube_vis,
}  # fmt: skip
OTHERS = {"kitti-tracking", "mot", "pictures"}  # a sequence names its own folder of pictures; there are no annotations
FRACTIONS = ("openimages", "tfrecord", "yolo", "fiftyone")


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def shown(root, format_):
    """Return the opened dataset, and by annotated place the picture shown and the boxes in px."""
    dataset = open_dataset(root, format=format_)
    found = {}
    for index, name in enumerate(dataset.names):
        kept = dataset.record(index)
        scale = np.array([W, H, W, H]) if kept.relative else 1
        path = dataset.image_path(index)
        place = path.relative_to(root).as_posix() if path else ""
        found["/".join(name.split("/")[-2:])] = place, np.round(np.reshape(kept.boxes, (-1, 4)) * scale).tolist()
    return dataset, found


def test_every_format_has_a_writer_here():
    assert {each.name for each in formats()} == {*OWN, *TABLES, *OTHERS}


@pytest.mark.parametrize("prefix", ["", "proj/", "/kaggle/input/set/", "C:\\set\\", "https://host/set/"])
@pytest.mark.parametrize("format_", TABLES)
def test_each_picture_of_a_table_has_its_own_boxes(tmp_path, format_, prefix):
    mark = prefix[-1:] or "/"
    name, text = TABLES[format_]({(prefix + place).replace("/", mark): box for place, box in CAMS.items()})
    write(tmp_path, {f"images/{place}": PNG for place in CAMS} | {name: text})
    _, found = shown(tmp_path, format_)
    found = {place.replace("\\", "/"): each for place, each in found.items()}
    assert sorted(found.values()) == sorted((f"images/{place}", [list(box)]) for place, box in CAMS.items())


@pytest.mark.parametrize("format_", TABLES)
def test_the_record_of_a_missing_picture_keeps_its_boxes_and_no_other_picture(tmp_path, format_):
    name, text = TABLES[format_](CAMS)
    gone = "cam2/000001.png"
    write(tmp_path, {f"images/{place}": PNG for place in CAMS if place != gone} | {name: text})
    dataset, found = shown(tmp_path, format_)
    there = {place: ("" if place == gone else f"images/{place}", [list(box)]) for place, box in CAMS.items()}
    assert sorted(found.values()) == sorted(there.values())
    assert [warning.count for warning in dataset.warnings if warning.kind == MISSING] == [1]


@pytest.mark.parametrize("format_", TABLES)
def test_a_bare_name_of_several_pictures_has_no_boxes_and_is_counted(tmp_path, format_):
    name, text = TABLES[format_]({"000001.png": (1, 2, 11, 22), "alone.png": (3, 4, 33, 44)})
    write(tmp_path, {f"images/{place}": PNG for place in [*CAMS, "cam1/alone.png"]} | {name: text})
    dataset, found = shown(tmp_path, format_)
    assert sorted(found.values()) == [("", []), ("images/cam1/alone.png", [[3, 4, 33, 44]])]
    assert dataset.skipped == {AMBIGUOUS: 1}
    (words,) = (warning.examples[0] for warning in dataset.warnings if warning.kind == AMBIGUOUS)
    assert "000001.png may be " in words
    ((finding,), missing) = (list(lint(dataset).kinds[kind]) for kind in ("ambiguous_name", "missing_picture"))
    assert (finding.image, missing, dataset.ambiguous) == (dataset.names[0], [], 1)
    may_be = dataset.ambiguity(0)
    assert may_be.startswith("000001.png may be images/cam")
    assert finding.words == may_be
    assert may_be in " ".join(audit(dataset, RECIPE).problems.values()) or dataset.record(0).declared
    assert may_be in (row_of(dataset, 0, RECIPE).problem or "")
    if dataset.record(0).declared is None and not dataset.record(0).relative:
        assert dataset[0].size == (22, 11)  # which holds its box
    if dataset.record(0).declared is None:
        dataset.record(0).extent = None
        with pytest.raises(MissingPictures, match=r"000001\.png may be .* and no size is written"):
            dataset.renew(0)
    assert dataset.absence(0) == ("Ambiguous name", may_be)


@pytest.mark.parametrize("format_", ["coco", "createml", "cvat", "labelstudio", "openimages", "via", "sagemaker"])
def test_names_that_are_two_files_are_two_samples_of_these_names(tmp_path, format_):
    boxes = {
        "a%201.png": (1, 2, 11, 22),
        "a 1.png": (3, 4, 33, 44),
        "..%2fx.png": (5, 6, 15, 16),
        " b.png": (1, 1, 9, 9),
    }
    name, text = TABLES[format_](boxes)
    dataset, found = shown(write(tmp_path, dict.fromkeys(boxes, PNG) | {name: text}), format_)
    assert found == {each: (each, [list(box)]) for each, box in boxes.items()}
    assert set(dataset.names) == set(boxes)


@pytest.mark.parametrize("format_", ["coco", "createml"])
def test_a_lost_name_is_not_spelled_as_another_sample(tmp_path, format_):
    name, text = TABLES[format_]({"a%201.png": (1, 2, 11, 22), " a 1.png": (3, 4, 33, 44), "x/a 1.png": (5, 6, 15, 16)})
    dataset = open_dataset(write(tmp_path, {"x/a 1.png": PNG, name: text}), format=format_)
    assert len(set(dataset.names)) == len(dataset)


def test_a_literal_name_is_taken_in_another_folder_too():
    paths = ["images/a%20b.jpg", "images/a b.jpg"]
    assert partners(["x.jpg", "a%20b.jpg"], paths, "labels/a.json")[0] == ["", "images/a%20b.jpg"]


@pytest.mark.parametrize("format_", ["voc", "kitti", "labelme", "openimages"])
def test_pictures_without_annotation_are_counted(tmp_path, format_):
    box, names = (1, 2, 11, 22), [f"{n}.png" for n in range(3)]
    if format_ in OWN:
        of, suffix = OWN[format_]
        files = {f"labels/{n}{suffix}": of(f"{n}.png", box) for n in range(3)}
    else:
        name, text = openimages(dict.fromkeys(names, box))
        files = {name: text}
    pictures = [*names, "rest1.png", "rest2.png"]
    files |= {f"images/{name}": PNG for name in pictures} | {"masks/0_mask.png": PNG, "Thumbs.db": b"x"}
    dataset = open_dataset(write(tmp_path, files), format=format_)
    (told,) = (warning for warning in dataset.warnings if warning.kind == "picture without annotation")
    assert (len(dataset), told.count) == (3, 2)
    assert sorted(Path(each.partition(": ")[0]).name for each in told.examples) == ["rest1.png", "rest2.png"]


@pytest.mark.parametrize("there", [["Train", "Test"], ["Train"]])
def test_cvat_tells_namesakes_by_their_subset(tmp_path, there):
    name, text = cvat({"1.png": (1, 2, 11, 22), "1.png ": (3, 4, 33, 44), "Train/2.png": (5, 6, 15, 16)})
    for at, subset in enumerate(("Train", "Test", "Train")):
        text = text.replace(f'id="{at}"', f'id="{at}" subset="{subset}"')
    files = {f"images/{subset}/1.png": PNG for subset in there} | {"images/Train/2.png": PNG}
    _, found = shown(write(tmp_path, files | {name: text.replace('1.png "', '1.png"')}), "cvat")
    test = "images/Test/1.png" if "Test" in there else ""
    assert list(found.items()) == [
        ("Train/1.png", ("images/Train/1.png", [[1, 2, 11, 22]])),
        ("Test/1.png", (test, [[3, 4, 33, 44]])),
        ("Train/2.png", ("images/Train/2.png", [[5, 6, 15, 16]])),
    ]


def test_records_of_label_studio_that_may_be_several_pictures_have_their_own_names(tmp_path):
    names = {f"/data/local-files/?d=set/{n}.png": (1, 2, 11, 22) for n in (1, 2)}
    name, text = labelstudio(names)
    files = {f"{folder}/{n}.png": PNG for folder in ("p/set", "q/set") for n in (1, 2)}
    dataset, _ = shown(write(tmp_path, files | {name: text}), "labelstudio")
    assert dataset.names == ("1.png", "2.png")
    assert dataset.skipped == {AMBIGUOUS: 2}


@pytest.mark.parametrize("layout", ["labels/{}", "{}", "labels_of/set/{}"])
@pytest.mark.parametrize("format_", OWN)
def test_each_picture_has_the_boxes_of_its_own_file(tmp_path, format_, layout):
    of, suffix = OWN[format_]
    files = {layout.format(place.replace(".png", suffix)): of(place.split("/")[1], box) for place, box in CAMS.items()}
    pictures = "{}" if layout == "{}" else "images/{}"
    write(tmp_path, files | {pictures.format(place): PNG for place in CAMS})
    dataset, found = shown(tmp_path, format_)
    assert sorted(found.values()) == sorted((pictures.format(place), [list(box)]) for place, box in CAMS.items())
    assert not {warning.kind for warning in dataset.warnings} & {AMBIGUOUS, MISSING}


@pytest.mark.parametrize("format_", OWN)
def test_a_file_of_a_missing_picture_and_a_picture_without_file_are_not_matched(tmp_path, format_):
    of, suffix = OWN[format_]
    gone, background = "cam2/000001.png", "cam4/000001.png"
    files = {f"labels/{p.replace('.png', suffix)}": of(p.split("/")[1], box) for p, box in CAMS.items()}
    write(tmp_path, files | {f"images/{place}": PNG for place in [*CAMS, background] if place != gone})
    dataset, found = shown(tmp_path, format_)
    wanted = [(f"images/{place}", [list(box)]) for place, box in CAMS.items() if place != gone]
    if format_ == "yolo":  # it lists pictures, and boxes without one have no size
        wanted.append((f"images/{background}", []))
    else:
        wanted.append(("", [list(CAMS[gone])]))
    assert sorted(found.values()) == sorted(wanted)
    assert sum(warning.count for warning in dataset.warnings if warning.kind == MISSING) == 1


@pytest.mark.parametrize("format_", OWN)
def test_files_of_one_folder_for_several_pictures_of_a_name_are_ambiguous(tmp_path, format_):
    of, suffix = OWN[format_]
    files = {f"labels/000001{suffix}": of("000001.png", (1, 2, 11, 22))}
    files |= {f"labels/alone{suffix}": of("alone.png", (3, 4, 33, 44))}
    write(tmp_path, files | {f"images/{place}": PNG for place in [*CAMS, "cam1/alone.png"]})
    dataset, found = shown(tmp_path, format_)
    assert [each for each in found.values() if each[1]] == [("images/cam1/alone.png", [[3, 4, 33, 44]])]
    assert dataset.skipped[AMBIGUOUS] >= 1


def test_sequences_of_equal_frame_names_keep_their_own(tmp_path):
    files = {f"{cam}/img1/000001.png": PNG for cam in ("cam1", "cam2")}
    files |= {f"cam{n}/gt/gt.txt": f"1,1,{n},2,20,15,1,1,1\n2,1,{n},3,20,15,1,1,1\n" for n in (1, 2)}
    dataset = open_dataset(write(tmp_path, files))
    found = [(dataset.image_path(n), dataset.record(n).boxes[0][:2]) for n in range(len(dataset))]
    assert found == [
        (tmp_path / "cam1/img1/000001.png", (1, 2)), (None, (1, 3)),
        (tmp_path / "cam2/img1/000001.png", (2, 2)), (None, (2, 3)),
    ]  # fmt: skip
