"""Broken files of every kind: the package's own errors alone, one line each; good records beside them still load."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile

import cv2
import numpy as np
import pytest
from tfrecord_bytes import example, record

from rpn_inspector.analysis.lint.lint import lint
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadRecord, InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets import dataset as module
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image, read_size
from rpn_inspector.data.predictions import open_predictions

JPEG = cv2.imencode(".jpg", np.full((48, 64, 3), 90, np.uint8))[1].tobytes()
PNG = cv2.imencode(".png", np.zeros((48, 64, 3), np.uint8))[1].tobytes()
HUGE = "9" * 400
ODD = [None, True, "x", float("inf"), float("nan"), -1, [], {}, 2**80, [[]], "\ud800", "\0", 1e-320]


def write(root, files):
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def boxes(path, **how):
    """Return how many ground truths are read, looking at all there is to look at."""
    dataset = open_dataset(path, **how)
    count = sum(len(dataset[index].gt) for index in range(len(dataset)) if dataset.image_path(index) is not None)
    lint(dataset)
    assert all("\n" not in example for warning in dataset.warnings for example in warning.examples)
    return count


def refusal(call):
    """Return the one line with which ``call`` is refused, "" where it is not."""
    try:
        call()
    except InspectorError as error:
        return str(error)
    return ""


def replaced(document, path, value):
    made = json.loads(json.dumps(document))
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(made)


COCO = {
    "images": [{"id": n, "file_name": f"{n}.jpg", "width": 64, "height": 48} for n in (1, 2)],
    "annotations": [
        {"id": n, "image_id": n, "category_id": 1, "bbox": [1, 2, 10, 12], "area": 120, "iscrowd": 0} for n in (1, 2)
    ],
    "categories": [{"id": 1, "name": "thing"}],
}
BOX = {"x": 10, "y": 10, "width": 5, "height": 5}
CREATEML = [{"image": "1.jpg", "annotations": [{"label": name, "coordinates": BOX} for name in "xy"]}]
RESULT = {
    "type": "rectanglelabels",
    "original_width": 64,
    "original_height": 48,
    "value": BOX | {"rectanglelabels": ["x"]},
}
STUDIO = [{"id": 1, "data": {"image": "1.jpg"}, "annotations": [{"result": [RESULT, RESULT]}]}]
SHAPE = {"label": "x", "points": [[1, 2], [10, 12]], "shape_type": "rectangle", "flags": {}}
LABELME = {"imagePath": "1.jpg", "imageHeight": 48, "imageWidth": 64, "imageData": None, "shapes": [SHAPE, SHAPE]}
REGION = {
    "shape_attributes": {"name": "rect", "x": 1, "y": 2, "width": 9, "height": 9},
    "region_attributes": {"k": "v"},
}
VIA = {"1.jpg5": {"filename": "1.jpg", "size": 5, "regions": [REGION, REGION], "file_attributes": {}}}
JSON = {
    "coco": (COCO, [("annotations", 0, key) for key in COCO["annotations"][0]] + [("annotations", 0)]),
    "createml": (CREATEML, [(0, "annotations", 0, *rest) for rest in (
        (), ("label",), ("coordinates",), ("coordinates", "x"))]),
    "studio": (STUDIO, [(0, "annotations", 0, "result", 0, *rest) for rest in (
        (), ("value",), ("value", "x"), ("value", "rotation"), ("value", "rectanglelabels"), ("original_width",))]),
    "labelme": (LABELME, [("shapes", 0, key) for key in SHAPE] + [("imageHeight",), ("imageData",), ("version",)]),
    "via": (VIA, [("1.jpg5", "regions", 0, *rest) for rest in (
        (), ("shape_attributes",), ("region_attributes",), ("shape_attributes", "x"), ("shape_attributes", "name"))]),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind, (_, paths) in JSON.items() for path in paths])
def test_one_field_of_any_type_costs_no_more_than_its_record(kind, path, tmp_path):
    for number, value in enumerate(ODD):
        text = replaced(JSON[kind][0], path, value)
        folder = write(tmp_path / str(number), {"1.jpg": JPEG, "2.jpg": JPEG, "annotations.json": text})
        assert boxes(folder) >= 1, value


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "latin-1", "cp037"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 1])
def test_json_in_any_encoding_cut_anywhere_is_read_or_refused_in_one_line(encoding, part, tmp_path):
    data = json.dumps(COCO).encode(encoding)
    write(tmp_path, {"1.jpg": JPEG, "annotations.json": data[: int(len(data) * part)]})
    message = refusal(lambda: boxes(tmp_path / "annotations.json"))
    assert "\n" not in message
    assert not message or "annotations.json" in message


VOC = (
    "<annotation><filename>1.jpg</filename><size><width>64</width><height>48</height></size><object><name>x</name>"
    "<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>10</xmax><ymax>12</ymax></bndbox></object></annotation>"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<xmin>1", "<xmin>1e999"), ("<xmin>1", f"<xmin>{HUGE}"), ("<xmin>1", "<xmin>nan"),
        ("<width>64", "<width>-64"), ("<width>64", "<width>1e300"), ("1.jpg", "../../../etc/passwd"),
        ("1.jpg", "/dev/zero"), ("1.jpg", "x" * 5000), ("1.jpg", "C:\\1.jpg"), ("1.jpg", ".."), ("1.jpg", ""),
        ("<name>x", "<name>" + "n" * 100_000), ("<name>x", "<name><b/>"), ("<object>", "<object>" * 3000),
        ("<annotation>", '<annotation xmlns="http://a">'), ("<annotation>", '<?xml version="1.1"?><annotation>'),
        ("<annotation>", '<?xml version="1.0" encoding="bogus"?><annotation>'),
        ("<annotation>", '<!DOCTYPE a [<!ENTITY x "y">]><annotation>'),
        ("<annotation>", '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x"><annotation>'),
        ("</object>", ""), ("</annotation>", ""),
    ],
)  # fmt: skip
def test_one_broken_xml_file_costs_the_others_nothing(old, new, tmp_path):
    good = VOC.replace("1.jpg", "2.jpg")
    write(tmp_path, {"1.jpg": JPEG, "1.xml": VOC.replace(old, new, 1), "2.jpg": JPEG, "2.xml": good})
    assert boxes(tmp_path) >= 1


@pytest.mark.parametrize(
    "line",
    ["0 0.5 0.5 0.2 0.2 " + "0.1 " * 10_000, HUGE + " .5 .5 .1 .1", "0 1e308 1e308 1e308 1e308", "0 0x1 .5 .1 .1",
     "4000000000 .5 .5 .1 .1", "-0 .5 .5 .1 .1", "0 -inf .5 .1 .1", "0 .5 .5 .1", "0\u2003.5 .5 .1 .1", "\ufeff"],
)  # fmt: skip
def test_one_broken_line_costs_the_others_nothing(line, tmp_path):
    write(tmp_path, {"images/1.jpg": JPEG, "labels/1.txt": f"{line}\n0 .5 .5 .2 .2\n", "data.yaml": "names: [x]\n"})
    assert boxes(tmp_path) >= 1


@pytest.mark.parametrize(
    "row",
    ["1.jpg,1e999,2,10,12,x", "1.jpg,1", "1.jpg,,,,,", '"1.jpg,1,2', ",1,2,3,4,x", "../../etc/passwd,1,2,3,4,x",
     "1.jpg," + HUGE + ",2,3,4,x", "\0,1,2,3,4,x", "1.jpg,1,2,3,4," + '"' * 9999, "1.jpg;1;2;3;4;x",
     "1.jpg,1,2,3,4,x" + ",y" * 5000, "1.jpg,nan,inf,-inf,0,x", "/dev/zero,1,2,3,4,x"],
)  # fmt: skip
def test_one_broken_row_of_a_table_costs_the_others_nothing(row, tmp_path):
    text = f"filename,xmin,ymin,xmax,ymax,label\n1.jpg,1,2,10,12,x\n{row}\n"
    assert boxes(write(tmp_path, {"1.jpg": JPEG, "boxes.csv": text})) >= 1


@pytest.mark.parametrize(
    "text",
    ["names: 5", "names: {a: b}", "names: {-1: a}", "names: {99999999999: a}", "names: [[x]]", "names: null",
     "train: /etc\nnames: [x]", "train: ../../..\nnames: [x]", "a: &a [*a]\nnames: [x]", "{" * 3000, "- " * 3000 + "a",
     "nc: 1e999\nnames: [x]", "kpt_shape: [1e9, 3]\nnames: [x]", 'path: "\\0"\nnames: [x]', "names: 2020-01-01",
     "names: !!python/object:os.system x", "? [a]\n: b", "%YAML 9.9\n---\nnames: [x]"],
)  # fmt: skip
def test_a_yaml_of_any_shape_is_used_or_refused_in_one_line(text, tmp_path):
    write(tmp_path, {"images/1.jpg": JPEG, "labels/1.txt": "0 .5 .5 .2 .2\n", "data.yaml": text})
    for place in (tmp_path, tmp_path / "data.yaml"):
        message = refusal(lambda place=place: boxes(place))
        assert "\n" not in message
        assert not message or str(tmp_path) in message


def test_pipes_folders_and_links_in_circles_are_no_pictures_and_nothing_waits_for_them(tmp_path):
    os.mkfifo(tmp_path / "1.jpg")
    (tmp_path / "2.jpg").symlink_to("2.jpg")
    (tmp_path / "3.jpg").mkdir()
    (tmp_path / "4.jpg").symlink_to(tmp_path)
    (tmp_path / "5.jpg").write_bytes(JPEG)
    os.mkfifo(tmp_path / "boxes.json")
    dataset = open_dataset(tmp_path)
    assert "5.jpg" in dataset.names
    lint(dataset)
    for path in (tmp_path / "1.jpg", tmp_path / "3.jpg"):
        for read in (read_size, read_image):
            with pytest.raises(InspectorError, match="is no file, wanted a picture"):
                read(path)


def npz(**arrays):
    made = io.BytesIO()
    np.savez(made, **arrays)
    return made.getvalue()


GOOD = npz(objectness=np.zeros(4, np.float32), deltas=np.zeros((4, 4), np.float32))
META = {
    "schema": 1,
    "producer": "x",
    "recipe": "torchvision-fpn",
    "checkpoint": None,
    "step": 1,
    "images": {"a": "a.npz"},
}


@pytest.mark.parametrize("key", list(META))
@pytest.mark.parametrize("value", [*ODD, {"a": 5}, {"a": "../x.npz"}, {"a": "/etc/passwd"}, {"a": "a\0.npz"}, {"": ""}])
def test_a_meta_json_with_anything_in_it_is_used_or_refused_in_one_line(key, value, tmp_path):
    write(tmp_path, {"meta.json": json.dumps({**META, key: value}), "a.npz": GOOD})

    def read():
        found = open_predictions(tmp_path)
        assert all(found[name].objectness.shape == (4,) for name in found)

    assert "\n" not in refusal(read)


@pytest.mark.parametrize(
    ("shape", "dtype"), [((10**9,), "<f4"), ((-1,), "<f4"), ((2**62, 2**62), "<f4"), ((3,), "|O"), ((3,), "<U100000")]
)
def test_an_array_header_that_lies_is_refused(shape, dtype, tmp_path):
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": dtype, "fortran_order": False, "shape": shape})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("objectness.npy", header.getvalue() + bytes(16))
    write(tmp_path, {"meta.json": json.dumps(META), "a.npz": packed.getvalue()})
    with pytest.raises(InspectorError, match=r"a\.npz"):
        open_predictions(tmp_path)["a"]


@pytest.mark.parametrize(
    "content", [b"", b"\x80\x04" + b"(" * 9999, b"\x80\x04\x8e" + struct.pack("<Q", 2**40), b"cos\nsystem\n"]
)
def test_a_pickle_that_is_none_is_refused(content, tmp_path):
    with pytest.raises(InspectorError, match=r"x\.pkl"):
        open_predictions(write(tmp_path, {"x.pkl": content}) / "x.pkl")


@pytest.mark.parametrize(
    "text", ["x", "a=", '[anchors]\nstrides="x"', "[anchors]\nstrides=[nan]", "a=" + "[" * 50_000, "\xff",
             'base="../../etc/passwd"', "[matcher]\npositive=inf"]
)  # fmt: skip
def test_a_recipe_that_is_none_is_refused(text, tmp_path):
    with pytest.raises(InspectorError, match=r"r\.toml"):
        load_recipe(write(tmp_path, {"r.toml": text.encode("latin-1")}) / "r.toml")


def test_a_layout_of_a_long_nonsense_is_refused_in_a_short_line(tmp_path):
    text = '[objectness]\nnames=["l"]\nlayout="A,H,W"\n[deltas]\nnames=["d"]\nlayout="' + "A" * 9999 + '"'
    write(tmp_path, {"l.toml": text, "a.npz": GOOD})
    with pytest.raises(InspectorError) as caught:
        open_predictions(tmp_path / "a.npz", layout=tmp_path / "l.toml")
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("text", ["b." + "p" * 9000, "b.png\n0," + "9" * 9000])
def test_what_is_said_of_endless_names_and_numbers_is_short(text, tmp_path):
    (tmp_path / "a.csv").write_text(f"filename,xmin,ymin,xmax,ymax,class\n{text},1,2,3,4,cat\n")
    for warning in open_dataset(tmp_path / "a.csv").warnings:
        assert max(map(len, warning.examples)) < 1000


@pytest.mark.parametrize(
    ("pipe", "name", "content", "options"),
    [
        ("ImageSets/train.txt", "a.xml", b"<annotation/>", {"split": "train"}),
        ("class-descriptions.csv", "a.csv", b"ImageID,LabelName,XMin,XMax,YMin,YMax\na,c,0,1,0,1\n", {}),
        ("label_map.pbtxt", "a.tfrecord", record(example({"image/filename": [b"a.png"]})), {}),
        ("classes.txt", "a.txt", b"0 .5 .5 .2 .2", {}),
    ],
)
def test_a_pipe_called_as_a_side_file_is_waited_for_by_nobody(pipe, name, content, options, tmp_path):
    (tmp_path / pipe).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / pipe)
    (tmp_path / name).write_bytes(content)
    (tmp_path / "a.png").write_bytes(PNG)
    told = []
    try:
        told += [sample.name for sample in open_dataset(tmp_path, **options)]
    except InspectorError as error:
        told.append(str(error))
    assert told


def test_records_of_nothing_are_skipped_and_counted(tmp_path):
    (tmp_path / "a.tfrecord").write_bytes(record(example({"image/filename": [b"a.png"]})) + record(b"") * 3)
    (tmp_path / "a.png").write_bytes(PNG)
    dataset = open_dataset(tmp_path)
    assert (dataset.names, dataset.skipped) == (("a.png",), {"not an Example": 3})


def test_a_files_name_cannot_command_the_terminal(tmp_path, capsys):
    (tmp_path / "a\x1b[31m\u202e.json").write_text("{")
    assert main(["lint", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert "\x1b" not in error
    assert "\u202e" not in error


@pytest.mark.parametrize("names", [5, 1.5, True, "cat", [[]], {"x": 3}])
def test_class_names_of_any_type_cost_only_the_names(names, tmp_path):
    head = {"type": "dataset", "class_names": names}
    picture = {"type": "image", "file": "a.png", "annotations": {"boxes": [[0, 0.5, 0.5, 0.25, 0.25]]}}
    lines = f"{json.dumps(head)}\n{json.dumps(picture)}\n"
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.ndjson": lines}))
    assert dataset.gt_total == 1
    assert dataset.warnings[0].kind == "class without name"


def test_a_fraction_beyond_all_bounds_costs_its_box_alone(tmp_path):
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "labels/a.txt": "0 .5 .5 1e308 .2\n0 .5 .5 .2 .2\n"}))
    assert (len(dataset[0].gt), dataset.skipped) == (1, {"not finite": 1})


@pytest.mark.parametrize("row", ["a.png,1,x,3,4,cat", "a.png,3,4,1,2,cat"])
def test_of_many_broken_records_all_are_counted_and_the_first_few_worded(row, tmp_path, monkeypatch):
    worded = list[str]()
    monkeypatch.setattr(module, "BadRecord", lambda *parts: worded.append(parts[2]) or BadRecord(*parts))
    monkeypatch.setattr(module, "MOST_LEFT_OUT", 10)
    table = f"filename,xmin,ymin,xmax,ymax,class\n{f'{row}{chr(10)}' * 300}"
    dataset = open_dataset(write(tmp_path, {"a.png": PNG, "a.csv": table}))
    [warning] = dataset.warnings
    assert (warning.count, len(warning.examples), sum(dataset.skipped.values())) == (300, 5, 300)
    assert len(worded) == 5
    assert len(dataset.record(0).left_out) in (0, 10)
