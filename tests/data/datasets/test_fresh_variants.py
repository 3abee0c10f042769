"""Files a little other than usual: names in another case or Unicode form, and what lies beside pictures unread."""

import json
import unicodedata

import cv2
import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.open_dataset import open_dataset

LINE = "0 0.5 0.5 0.25 0.25\n"
BOX = [24, 18, 40, 30]


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.write_bytes(cv2.imencode(path.suffix.lower(), np.full((48, 64, 3), 90, np.uint8))[1].tobytes())
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def told(dataset):
    return {warning.kind: warning.count for warning in dataset.warnings}


@pytest.mark.parametrize(
    ("picture", "label", "kinds"),
    [
        ("A.png", "a.txt", {"name differs in case": 1}),
        ("a.PNG", "a.TXT", {}),
        (unicodedata.normalize("NFD", "été.png"), "été.txt", {"name composed otherwise": 1}),
    ],
)
def test_a_label_whose_name_is_the_pictures_in_another_form(tmp_path, picture, label, kinds):
    write(tmp_path, {f"images/{picture}": None, f"labels/{label}": LINE, "classes.txt": "cat\n"})
    dataset = open_dataset(tmp_path)
    assert [sample.gt.tolist() for sample in dataset] == [[BOX]]
    assert told(dataset) == kinds


def test_pictures_that_differ_in_case_alone_keep_their_own_labels(tmp_path):
    write(tmp_path, {"a.png": None, "A.png": None, "a.txt": LINE, "classes.txt": "cat\n"})
    dataset = open_dataset(tmp_path)
    assert {sample.name: len(sample.gt) for sample in dataset} == {"A.png": 0, "a.png": 1}
    assert told(dataset) == {"picture without label file": 1}


def test_a_split_that_is_the_folder_itself(tmp_path):
    write(tmp_path, {"images/a.png": None, "labels/a.txt": LINE, "data.yaml": "train: .\nnames: [cat]\n"})
    dataset = open_dataset(tmp_path)
    assert (dataset.gt_total, told(dataset)) == (1, {})


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "a.txt",
            "0, 0.5, 0.5, 0.25, 0.25\n",
            "holds lines of no known kind, with 5 numbers a line as boxes have, wanted those of YOLO",
        ),
        ("a.txt", "a caption of words\n", "holds lines of no known kind"),
        ("label_2/a.txt", "Car 0 0 0 5 6 25 21\n", "holds lines of no known kind"),
        ("gt/gt.txt", "", "is empty"),
        ("x.csv", "foo,bar\n1,2\n", "is CSV of no known kind"),
        ("x.xml", "<thing/>", "is XML of no known kind"),
        ("x.json", "", "is empty"),
    ],
)
def test_what_lies_beside_pictures_and_is_not_read_is_told_of(tmp_path, name, content, words):
    write(tmp_path, {"a.png": None, name: content})
    dataset = open_dataset(tmp_path)
    assert (dataset.format, told(dataset)) == ("pictures", {"no ground truth": 1})
    assert dataset.warnings[0].examples[0].startswith(f"{tmp_path / name}: {words}")


def test_texts_that_are_no_annotations_are_not_told_of(tmp_path):
    write(
        tmp_path,
        {
            "a.png": None,
            "README.txt": "about\n",
            "LICENSE.txt": "MIT\n",
            "x/meta.json": '{"schema": 1, "producer": "x"}',
        },
    )
    assert told(open_dataset(tmp_path)) == {}


def test_widerface_that_lacks_a_count_is_no_yolo(tmp_path):
    write(
        tmp_path,
        {"images/x/a.png": None, "w.txt": "x/a.png\n5 6 20 15 0 0 0 0 0 0\nx/a.png\n1\n5 6 20 15 0 0 0 0 0 0\n"},
    )
    dataset = open_dataset(tmp_path)
    assert (dataset.format, dataset[0].gt.tolist()) == ("WIDER FACE", [[5, 6, 25, 21]])
    assert dataset.skipped == {"no count": 1}


def test_an_empty_odgt_beside_a_full_one_is_no_question(tmp_path):
    line = json.dumps({"ID": "a", "gtboxes": [{"tag": "person", "fbox": [5, 6, 20, 15]}]})
    write(tmp_path, {"a.jpg": None, "train.odgt": line, "val.odgt": "\n"})
    assert open_dataset(tmp_path)[0].gt.tolist() == [[5, 6, 25, 21]]
    (tmp_path / "train.odgt").write_bytes(line.encode("utf-16"))
    with pytest.raises(BadFile, match="is UTF-16, wanted UTF-8"):
        open_dataset(tmp_path / "train.odgt")


def test_an_escape_that_is_the_names_own(tmp_path):
    value = {"x": 50, "y": 50, "width": 25, "height": 25, "rectanglelabels": ["cat"]}
    result = {"original_width": 64, "original_height": 48, "value": value, "type": "rectanglelabels", "id": "q"}
    task = {"id": 1, "data": {"image": "/data/upload/a%20b.png"}, "annotations": [{"result": [result]}]}
    for name in ("a%20b.png", "a b.png"):
        root = write(tmp_path / name[1], {name: None, "l.json": json.dumps([task])})
        dataset = open_dataset(root)
        assert dataset.image_path(0) == root / name
        assert dataset[0].gt.tolist() == [[32, 24, 48, 36]]


def test_dontcare_in_any_case_is_to_be_ignored(tmp_path):
    row = "{} -1 -1 -10 5 6 25 21 -1 -1 -1 -1000 -1000 -1000 -10\n"
    write(tmp_path, {"image_2/a.png": None, "label_2/a.txt": row.format("DontCare") + row.format("dontcare")})
    assert open_dataset(tmp_path)[0].gt_kind.tolist() == [3, 3]
