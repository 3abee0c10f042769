"""Formats of lines and tables: literal files, literal boxes; what is wrong in them is named, and the rest is read."""

import importlib.util
import json
import re
import subprocess
import sys

import numpy as np
import pytest
from data.datasets.test_json_formats import CAT, DOG, ODD, PNG, SIDES, H, W, places, read, with_value

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.format_registry import format_named
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.parquet_table import column_names, footer_of

DOG_SIDES = [100, 40, 40, 30]
CENTRES = [[0, 50 / W, 60 / H, 60 / W, 60 / H], [1, 120 / W, 55 / H, 40 / W, 30 / H]]
BOTH = [("cat", "normal", CAT), ("dog", "normal", DOG)]


def text(*lines):
    return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)


def opened(folder, files, pictures=("images/p.png",), **options):
    for name, content in {**dict.fromkeys(pictures, PNG), **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_dataset(folder, **options)


def examples(dataset):
    return " ".join(example for warning in dataset.warnings for example in warning.examples)


def row(name="p.png", **objects):
    return {"file_name": name, "objects": objects or {"bbox": [SIDES, DOG_SIDES], "categories": [0, 1]}}


CARD = """---
dataset_info:
  features:
  - name: objects
    sequence:
    - name: bbox
      sequence: float32
    - name: category
      dtype:
        class_label:
          names:
            '0': cat
            '1': dog
---
# Pets
"""


@pytest.mark.parametrize(
    "objects",
    [
        {"bbox": [SIDES, DOG_SIDES], "categories": ["cat", "dog"]},
        {"bbox": [SIDES, DOG_SIDES], "category": ["cat", "dog"], "id": [5, 6], "area": [3600, 1200]},
        [{"bbox": SIDES, "label": "cat"}, {"bbox": DOG_SIDES, "category": "dog"}],
    ],
)
@pytest.mark.parametrize("name", ["metadata.jsonl", "metadata.csv"])
def test_imagefolder(tmp_path, objects, name):
    entry = {"file_name": "p.png", "objects": objects}
    table = 'file_name,objects\np.png,"{}"\nq.png,\n'.format(json.dumps(objects).replace('"', '""'))
    lines = text(entry, {"file_name": "q.png", "objects": {"bbox": [], "categories": []}})
    pictures = ("train/p.png", "train/q.png")
    dataset = opened(tmp_path, {f"train/{name}": lines if name.endswith("l") else table}, pictures)
    assert dataset.format == "Hugging Face"
    assert read(dataset) == {"p.png": BOTH, "q.png": []}
    assert not dataset.warnings


def test_a_cell_may_be_pythons_writing(tmp_path):
    table = f"file_name,objects\np.png,\"{{'bbox': [{SIDES}], 'categories': ['cat']}}\"\np.png,{{bbox\n"
    dataset = opened(tmp_path, {"metadata.csv": table})
    assert read(dataset) == {"p.png": BOTH[:1]}
    assert dataset.skipped == {"not an object": 1}


def test_numbers_of_an_imagefolder_are_named_by_the_card(tmp_path):
    assert read(opened(tmp_path, {"train/metadata.jsonl": text(row())})) == {
        "p.png": [("0", "normal", CAT), ("1", "normal", DOG)]
    }
    assert read(opened(tmp_path, {"README.md": CARD})) == {"p.png": BOTH}
    for card in ("---\n: [\n---\n", "---", "", "# Pets\n---\nx\n---\n", "---\ndataset_info: " + "[" * 3000 + "\n---\n"):
        (tmp_path / "README.md").write_text(card)
        assert open_dataset(tmp_path).classes == ("0", "1")


def parquet(path, rows, features=True):
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    table = pyarrow.Table.from_pylist(rows)
    said = {"objects": {"feature": {"category": {"names": ["cat", "dog"], "_type": "ClassLabel"}}}}
    if features:
        table = table.replace_schema_metadata({"huggingface": json.dumps({"info": {"features": said}})})
    path.parent.mkdir(parents=True, exist_ok=True)
    pyarrow.parquet.write_table(table, path, row_group_size=2)


def test_parquet_has_its_pictures_inside(tmp_path):
    rows = [
        {
            "image_id": at, "image": {"bytes": PNG, "path": name}, "width": W, "height": H,
            "objects": {"id": [1, 2], "bbox": [SIDES, DOG_SIDES], "category": [0, 1]},
        }
        for at, name in enumerate(["p.png", "q.png", None])
    ]  # fmt: skip
    parquet(tmp_path / "data" / "train-00000-of-00001.parquet", rows)
    dataset = open_dataset(tmp_path)
    assert read(dataset) == {"p.png": BOTH, "q.png": BOTH, "train-00000-of-00001 2": BOTH}
    assert [dataset.image_path(at).read_bytes() == PNG for at in range(3)] == [True] * 3
    assert dataset[1].image_id == "1"


def test_parquet_may_name_pictures_beside(tmp_path):
    parquet(tmp_path / "a.parquet", [row("images/p.png", bbox=[SIDES], category=[1])], features=False)
    assert read(opened(tmp_path, {})) == {"images/p.png": [("1", "normal", CAT)]}


@pytest.mark.parametrize(
    ("columns", "box"),
    [
        (("image_path", "xmin", "ymin", "xmax", "ymax", "label"), CAT),
        (("file_name", "bbox_x", "bbox_y", "bbox_width", "bbox_height", "category"), SIDES),
        (("filename", "x1", "y1", "x2", "y2", "class_name"), CAT),
    ],
)
def test_parquet_of_a_box_a_row_is_read_as_a_table_is(tmp_path, columns, box):
    rows = [dict(zip(columns, (name, *box, "cat"), strict=True)) for name in ("p.png", "q.png", "p.png")]
    parquet(tmp_path / "boxes.parquet", [*rows, dict.fromkeys(columns) | {columns[0]: "r.png"}], features=False)
    for name in "pqr":
        (tmp_path / f"{name}.png").write_bytes(PNG)
    dataset = open_dataset(tmp_path)
    cats = [("cat", "normal", CAT)]
    assert (dataset.format, read(dataset)) == ("CSV", {"p.png": cats * 2, "q.png": cats, "r.png": []})
    assert read(open_dataset(tmp_path / "boxes.parquet")) == read(dataset)


@pytest.mark.parametrize(
    "names",
    [("x", "y", "width", "height"), ("x", "y", "w", "h"), ("xmin", "ymin", "xmax", "ymax"), ("x1", "y1", "x2", "y2"),
     ("left", "top", "width", "height"), ("a", "b", "c", "d")],
)  # fmt: skip
def test_a_box_of_named_numbers_is_read_by_their_names(tmp_path, names):
    (tmp_path / "p.png").write_bytes(PNG)
    sides = not {"width", "w"}.isdisjoint(names)
    box = dict(zip(names, map(float, SIDES if sides else CAT), strict=True))
    cats = [] if names[0] == "a" else [("cat", "normal", CAT)]
    for entry in (
        {"bbox": box, "category_name": "cat", "width": W, "height": H},
        {"objects": [{"bbox": box, "category": "cat"}]},
    ):
        parquet(tmp_path / "a.parquet", [{"file_name": "p.png", **entry}], features=False)
        dataset = open_dataset(tmp_path)
        assert read(dataset) == {"p.png": cats}
        assert dataset.skipped == ({} if cats else {"not four numbers": 1})


def test_single_letters_in_a_footer_are_no_columns(tmp_path):
    stored = {"bytes": PNG, "path": "p.png"}
    rows = [{"image": stored, "width": W, "height": H, "objects": {"bbox": [SIDES], "category": [1]}}]
    parquet(tmp_path / "a.parquet", rows)
    file = tmp_path / "a.parquet"
    assert not {"x", "y", "w", "h"} & set(column_names(footer_of(file)))
    assert open_dataset(tmp_path).format == "Hugging Face"


@pytest.mark.parametrize("at", [4, -5, -9, -200])
def test_broken_parquet_is_named(tmp_path, at):
    file = tmp_path / "a.parquet"
    parquet(file, [row("images/p.png", bbox=[SIDES], category=[1])] * 3)
    whole = bytearray(file.read_bytes())
    whole[at : at + 4] = b"\xff" * 4
    try:
        told = examples(opened(tmp_path, {"a.parquet": bytes(whole)}))
    except InspectorError as error:
        told = str(error)
    assert "a.parquet" in told
    assert "\n" not in told


def test_parquet_without_pyarrow_is_one_line(tmp_path):
    if importlib.util.find_spec("pyarrow") is None:
        pytest.skip("the file is written by pyarrow")
    parquet(tmp_path / "a.parquet", [row("p.png", bbox=[SIDES], category=[1])])
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from rpn_inspector.data.datasets.open_dataset import open_dataset\n"
        "from rpn_inspector.core.extras import MissingExtra\n"
        "try: open_dataset(sys.argv[1])\nexcept MissingExtra as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout
    assert told.count("\n") == 1
    assert 'pip install "rpn-inspector[parquet]"' in told


def ndjson(*pictures):
    return text({"type": "dataset", "task": "detect", "class_names": {"0": "cat", "1": "dog"}}, *pictures)


def ultralytics(file="p.png", split="train", **annotations):
    return {"type": "image", "file": file, "width": W, "height": H, "split": split, "annotations": annotations}


def test_ultralytics_ndjson(tmp_path):
    outline = [1, 100 / W, 40 / H, 140 / W, 40 / H, 120 / W, 70 / H]
    pose = [*CENTRES[0], 0.5, 0.5, 2]
    files = {
        "pets.ndjson": ndjson(
            ultralytics(boxes=CENTRES),
            ultralytics(split="val", segments=[outline], pose=[pose]),
            ultralytics("q.png", boxes=[[0, 1], [9, *CENTRES[0][1:]]]),
        )
    }
    dataset = opened(tmp_path, files, ("images/train/p.png", "images/val/p.png", "images/train/q.png"))
    assert dataset.format == "Ultralytics NDJSON"
    approx = [(*each[:2], pytest.approx(each[2])) for each in BOTH]
    nine = [("class 9", "normal", pytest.approx(CAT))]
    assert read(dataset) == {"train/p.png": approx, "val/p.png": approx, "train/q.png": nine}
    assert dataset.skipped == {"not a box": 1}
    assert "pets.ndjson:4: boxes[0]: found [0, 1], wanted class, cx, cy, w, h" in examples(dataset)
    assert open_dataset(tmp_path, split="val").names == ("val/p.png",)
    with pytest.raises(InspectorError, match="no pictures of split 'test'"):
        open_dataset(tmp_path, split="test")


def test_ultralytics_pictures_may_lie_in_one_folder(tmp_path):
    dataset = opened(tmp_path, {"a.ndjson": ndjson(ultralytics(boxes=CENTRES), ultralytics("q.png", "val"))})
    assert dataset.image_path(0) == tmp_path / "images" / "p.png"
    assert dataset.image_path(1) is None


def test_odvg(tmp_path):
    instances = [{"bbox": CAT, "label": 0, "category": "cat"}, {"bbox": DOG, "label": 1}, {"bbox": [1]}]
    regions = [{"phrase": "a dog", "bbox": DOG}, {"phrase": ["two", "cats"], "bbox": [CAT, DOG]}]
    entries = (
        {"filename": "p.png", "height": H, "width": W, "detection": {"instances": instances}},
        {"filename": "q.png", "grounding": {"caption": "a dog, two cats", "regions": regions}},
    )
    for name in ("train_od.jsonl", "train_od.json"):
        folder = tmp_path / name
        dataset = opened(folder, {name: text(*entries)}, ("images/p.png", "images/q.png"))
        assert dataset.format == "ODVG"
        assert read(dataset) == {
            "p.png": [("cat", "normal", CAT), ("1", "normal", DOG)],
            "q.png": [("a dog", "normal", DOG), ("two, cats", "normal", CAT), ("two, cats", "normal", DOG)],
        }
        assert dataset.skipped == {"not four numbers": 1}


def test_paligemma_has_y_first_in_1024ths(tmp_path):
    suffix = "<loc0256><loc0128><loc0768><loc0512> cat ; <loc0000><loc0000><loc0512> dog"
    segment = "<loc0256><loc0128><loc0768><loc0512>" + "<seg001>" * 16 + " cat"
    lines = (
        {"image": name, "prefix": "detect cat", "suffix": each}
        for name, each in (("p.png", suffix), ("q.png", segment))
    )
    dataset = opened(tmp_path, {"_annotations.train.jsonl": text(*lines)}, ("p.png", "q.png"))
    assert dataset.format == "PaliGemma"
    assert read(dataset) == {"p.png": BOTH[:1], "q.png": BOTH[:1]}
    assert dataset.skipped == {"not a box": 1}


def test_florence_has_x_first_in_1000ths(tmp_path):
    suffix = "cat<loc_125><loc_250><loc_500><loc_750><loc_0><loc_0><loc_999><loc_999>"
    dataset = opened(tmp_path, {"a.jsonl": text({"image": "p.png", "prefix": "<OD>", "suffix": suffix})})
    found = [("cat", "normal", pytest.approx(box, abs=0.2)) for box in (CAT, [0, 0, W, H])]
    assert read(dataset) == {"p.png": found}


KERAS = "images/p.png 20,30,80,90,0 100,40,140,70,1\nimages/q.png\nimages/a b.png 20,30,80,90,7 1,2,3,0\n\nno picture\n"


@pytest.mark.parametrize("name", ["_annotations.txt", "train.txt", "2007_train.txt"])
def test_keras_yolo3(tmp_path, name):
    pictures = ("images/p.png", "images/q.png", "images/a b.png")
    dataset = opened(tmp_path, {name: KERAS, "_classes.txt": "cat\ndog\n"}, pictures)
    assert dataset.format == "keras-yolo3"
    assert read(dataset) == {"images/p.png": BOTH, "images/q.png": [], "images/a b.png": [("class 7", "normal", CAT)]}
    assert dataset.skipped == {"not a box": 1, "no picture named": 1}
    assert f"{name}:3: box 1: found '1,2,3,0', wanted x1,y1,x2,y2,class" in examples(dataset)


def manifest(*annotations, ref="s3://bucket/images/p.png"):
    pets = {"image_size": [{"width": W, "height": H, "depth": 3}], "annotations": list(annotations)}
    return {"source-ref": ref, "pets": pets, "pets-metadata": {"class-map": {"0": "cat", "1": "dog"}}}


def test_sagemaker(tmp_path):
    cat = {"class_id": 0, "left": 20, "top": 30, "width": 60, "height": 60}
    dog = {"class_id": "1", "left": 100, "top": 40, "width": 40, "height": 30}
    dataset = opened(tmp_path, {"output.manifest": text(manifest(cat, dog, {**cat, "class_id": 9}, {"left": 1}))})
    assert dataset.format == "SageMaker manifest"
    assert read(dataset) == {"p.png": [*BOTH, ("9", "normal", CAT)]}
    assert dataset.skipped == {"not four numbers": 1}


def labelbox(*objects, labels=1):
    label = {"annotations": {"objects": list(objects), "classifications": []}}
    return {
        "data_row": {"id": "x", "external_id": "p.png", "row_data": "https://host/p.png"},
        "media_attributes": {"width": W, "height": H}, "projects": {"pr": {"labels": [label] * labels}},
    }  # fmt: skip


@pytest.mark.parametrize("name", ["export.ndjson", "export.json"])
def test_labelbox(tmp_path, name):
    cat = {"name": "cat", "bounding_box": {"top": 30, "left": 20, "height": 60, "width": 60}}
    dog = {"name": "dog", "polygon": [{"x": 100, "y": 40}, {"x": 140, "y": 50}, {"x": 110, "y": 70}]}
    entry = labelbox(cat, dog, {"name": "dot", "point": {"x": 1, "y": 1}}, {"bounding_box": {"top": 1}}, labels=2)
    dataset = opened(tmp_path, {name: text(entry) if name.endswith(".ndjson") else json.dumps([entry], indent=1)})
    assert dataset.format == "Labelbox"
    assert read(dataset) == {"p.png": BOTH}
    assert dataset.skipped == {"shape without box": 1, "not four numbers": 1}
    assert "2 labels, the first counts" in examples(dataset)


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_a_table_without_header_may_have_the_pictures_size_too(tmp_path, name):
    rows = "p.png,20,30,80,90,cat,160,120\np.png,100,40,140,70,dog,160,120\np.png,1,2,x,4,cat,160,120\n"
    dataset = opened(tmp_path, {f"annotations/{name}": rows})
    assert dataset.format == "CSV"
    assert read(dataset) == {"p.png": BOTH}
    assert dataset.record(0).declared == (H, W)
    assert dataset.skipped == {"not four numbers": 1}


def test_kitti_tracking_has_every_frame(tmp_path):
    rest = "1.5 1.6 3.9 1 1 20 -1.5\n"
    lines = f"0 0 Car 0 0 -1.5 20 30 80 90 {rest}1 -1 DontCare -1 -1 -10 100 40 140 70 {rest}"
    lines += f"1 0 Car 0 0\n5 0 Car 0 0 0 1 2 3 4 {rest}"
    pictures = [f"training/image_0{eye}/0000/00000{frame}.png" for eye in (2, 3) for frame in range(3)]
    dataset = opened(tmp_path, {"training/label_02/0000.txt": lines}, pictures)
    assert dataset.format == "KITTI tracking"
    found = [("Car", "normal", CAT)], [("DontCare", "ignored", DOG)], [], [("Car", "normal", [1, 2, 3, 4])]
    names = [f"image_02/0000/00000{frame}.png" for frame in (0, 1, 2, 5)]
    assert [each.name for each in map(dataset.record, range(4))] == names
    assert [dataset.image_path(at) for at in range(4)] == [*(tmp_path / each for each in pictures[:3]), None]
    assert dataset.skipped == {"not a KITTI tracking line": 1}
    assert list(read(dataset).values()) == list(found)


def test_plain_text(tmp_path):
    files = {
        "gt/p.txt": "traffic light 20 30 80 90\ndog 100 40 140 70 difficult\ndog 100 40 140 70 0\ndog 1 2 3\n",
        "gt/q.txt": "",
    }
    dataset = opened(tmp_path, files, ("images/p.png", "images/q.png"))
    assert dataset.format == "plain text"
    assert read(dataset) == {
        "p.png": [("traffic light", "normal", CAT), ("dog", "difficult", DOG), ("dog", "normal", DOG)], "q.png": []
    }  # fmt: skip
    assert dataset.skipped == {"not a line of a box": 1}


def has_cat(dataset, at):
    """Return whether a picture is there with the cat's box."""
    return dataset.image_path(at) is not None and pytest.approx(CAT) in dataset[at].gt.tolist()


CATS = {"name": "cat", "bounding_box": {"top": 30, "left": 20, "height": 60, "width": 60}}
LINES = {
    "huggingface": row(),
    "ultralytics-ndjson": ultralytics(boxes=CENTRES[:1]),
    "odvg": {"filename": "p.png", "detection": {"instances": [{"bbox": CAT, "label": 0, "category": "cat"}]}},
    "paligemma": {"image": "p.png", "prefix": "", "suffix": "<loc0256><loc0128><loc0768><loc0512> cat"},
    "sagemaker": manifest({"class_id": 0, "left": 20, "top": 30, "width": 60, "height": 60}),
    "labelbox": labelbox(CATS),
    "crowdhuman": {"ID": "p", "gtboxes": [{"tag": "cat", "fbox": SIDES, "extra": {"box_id": 1}}]},
}


@pytest.mark.parametrize("name", LINES)
def test_any_odd_value_at_any_place_of_a_line_is_noted_and_the_next_line_is_read(tmp_path, name):
    (tmp_path / "p.png").write_bytes(PNG)
    file = tmp_path / f"a{format_named(name).suffixes[0]}"
    odd = [with_value(LINES[name], path, value) for path in places(LINES[name]) for value in (*ODD, float("nan"))]
    file.write_text(text(*map(json.dumps, odd), "{", "\x00", LINES[name]), encoding="utf-8")
    dataset = open_dataset(file, format=name)
    kept = [dataset.record(at) for at in range(len(dataset))]
    assert all(np.isfinite(box).all() for each in kept for box in each.boxes)
    assert dataset.skipped["broken line"] == 2
    assert any(has_cat(dataset, at) for at in range(len(dataset)))
    assert "\n" not in examples(dataset)


@pytest.mark.parametrize("name", ["keras-yolo", "kitti-tracking", "plain-text", "csv"])
@pytest.mark.parametrize("odd", ["", "9" * 5000, "nan", "-1e999", "1_0", "x", ",", " ", "\ud800", "<b>"])
def test_any_odd_word_at_any_place_of_a_line_is_noted(tmp_path, name, odd):
    line = {
        "keras-yolo": "p.png 20,30,80,90,0 100,40,140,70,1", "csv": "p.png,20,30,80,90,cat,160,120",
        "kitti-tracking": "0 0 Car 0 0 -1.5 20 30 80 90 1.5 1.6 3.9 1 1 20 -1.5", "plain-text": "cat 20 30 80 90 1",
    }[name]  # fmt: skip
    (tmp_path / "p.png").write_bytes(PNG)
    words = re.split(r"([ ,])", line)
    lines = ["".join([*words[:at], odd, *words[at + 1 :]]) for at in range(len(words))]
    file = tmp_path / "p.txt"
    file.write_bytes("\n".join([line, *lines, line]).encode("utf-8", "replace"))
    dataset = open_dataset(file, format=name)
    kept = [dataset.record(at) for at in range(len(dataset))]
    assert all(np.isfinite(box).all() for each in kept for box in each.boxes)
    assert "\n" not in examples(dataset)


def test_lines_in_another_encoding_are_refused_in_one_line(tmp_path):
    (tmp_path / "p.png").write_bytes(PNG)
    (tmp_path / "a.ndjson").write_bytes(ndjson(ultralytics(boxes=CENTRES)).encode("utf-16"))
    with pytest.raises(BadFile, match="is UTF-16, wanted UTF-8"):
        open_dataset(tmp_path / "a.ndjson", format="ndjson")
    (tmp_path / "a.ndjson").write_bytes(
        b"\xef\xbb\xbf" + ndjson(ultralytics(boxes=CENTRES), {"file": "é"}).encode("latin-1")
    )
    dataset = open_dataset(tmp_path / "a.ndjson")
    assert dataset.gt_total == 2


UNREAD = {
    "boxes.mat": (b"MATLAB 5.0 MAT-file", "seems to be MATLAB arrays"),
    "boxes.npy": (b"\x93NUMPY", "seems to be NumPy arrays"),
    "boxes.pkl": (b"\x80\x04.", "seems to be a Python pickle"),
    "boxes.h5": (b"\x89HDF\r\n", "seems to be HDF5"),
    "boxes.tar": (b"p.json\0", "seems to be an archive, to be unpacked first"),
    "boxes.zip": (b"PK", "seems to be an archive, to be unpacked first"),
    "boxes.parquet": (b"PAR1PAR1", "seems to be a table of Parquet"),
    "boxes.jsonl": (b'{"picture": "p", "frame": 1}', "is JSON Lines of no known kind (frame, picture)"),
    "boxes.ndjson": (b'{"a": 1}', "is JSON Lines of no known kind (a)"),
    "boxes.manifest": (b"", "is empty"),
    "boxes.json": (b'{"a": {"b": 1}}', "is JSON of no known kind (a, b)"),
    "boxes.csv": (b"name,when\n", "is CSV of no known kind (name, when)"),
    "boxes.xml": (b"<dataset/>", "is XML of no known kind (<dataset>)"),
    "boxes.yaml": (b"annotations:\n- [1, 2, 3, 4]\n", "holds .yaml of no known kind, with annotations"),
    "boxes.txt": (b"p.png 20 30 80 90 cat 1\n", "holds lines of no known kind, with 5 numbers a line"),
    "list.txt": (b"p.png cat\n", "holds lines of no known kind, with a picture's name and more in a line"),
    "p.pos": (b"anything\n", "holds .pos of no known kind"),
    "frames.idl": (b'"p.png": (20, 30, 80, 90)\n', "holds .idl of no known kind, with 4 numbers a line"),
    "all.al": (b"<annotationlist><annotation/></annotationlist>", "holds .al of no known kind, with annotationlist"),
    "wider": (b"20 30 80 90\n", "holds lines of no known kind, with 4 numbers a line"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREAD)
def test_whatever_looks_like_annotations_is_named_with_what_it_seems_to_be(tmp_path, name):
    content, words = UNREAD[name]
    dataset = opened(tmp_path, {name: content}, ("p.png",))
    assert [warning.kind for warning in dataset.warnings] == ["no ground truth"]
    assert examples(dataset).startswith(f"{tmp_path / name}: {words}")


def test_what_no_one_would_take_for_annotations_is_not_named(tmp_path):
    quiet = {
        "README.md": "| 1 | 2 | 3 | 4 |\n", "train.py": "boxes = [1, 2, 3, 4]\n", "model.onnx": b"\x08",
        "LICENSE": "MIT\n", "requirements.txt": "numpy==1.26\n", "compose.yaml": "services: {}\n", "weights.pt": b"PK",
        "run.log": "1 2 3 4\n",
        "dump/meta.json": '{"schema": 1, "producer": "x"}', "dump/a.npz": b"PK", "classes.txt": "cat\n",
    }  # fmt: skip
    assert not opened(tmp_path, quiet, ("p.png",)).warnings
