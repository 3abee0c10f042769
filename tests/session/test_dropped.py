"""What a user hands over together: what each file is found to be, and what is refused in words."""

import json
import shutil
import zipfile

import numpy as np
import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.resources import resource
from rpn_inspector.session.dropped import DroppedFiles, DroppedKind, kind_of, sort_out

META = {"schema": 1, "producer": "test", "recipe": "torchvision-fpn", "checkpoint": None, "step": 3, "images": {}}
VOC = "<annotation><filename>a.jpg</filename><size><width>9</width><height>9</height></size></annotation>"
RESULTS = [{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}]
COCO = {"images": [{"id": 1, "file_name": "a.jpg", "width": 9, "height": 9}], "annotations": [], "categories": []}


def dump(folder, step=3):
    folder.mkdir(parents=True)
    (folder / "meta.json").write_text(json.dumps(META | {"step": step}))
    return folder


def picture(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    return shutil.copy(resource("demo", "images", "road_01_mixed.jpg"), path)


def archive(path, *names):
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, json.dumps(META))
    return path


def text(path, words):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


MADE = {
    "a picture": (lambda top: picture(top / "a.JPG"), DroppedKind.PICTURE),
    "a folder of pictures": (lambda top: picture(top / "some" / "a.jpg").parent, DroppedKind.DATASET),
    "COCO": (lambda top: text(top / "a.json", json.dumps(COCO)), DroppedKind.DATASET),
    "VOC": (lambda top: text(top / "a.xml", VOC), DroppedKind.DATASET),
    "a YOLO label": (lambda top: text(top / "a.txt", "0 0.5 0.5 0.1 0.1\n"), DroppedKind.DATASET),
    "a table": (
        lambda top: text(top / "a.csv", "image_path,xmin,ymin,xmax,ymax,label\na.jpg,1,2,3,4,x\n"),
        DroppedKind.DATASET,
    ),
    "results": (lambda top: text(top / "a.json", json.dumps(RESULTS)), DroppedKind.OUTPUTS),
    "results as text": (lambda top: text(top / "a.txt", "cat 0.9 1 2 30 40\n"), DroppedKind.OUTPUTS),
    "a model": (lambda top: text(top / "a.onnx", "x"), DroppedKind.OUTPUTS),
    "arrays": (lambda top: text(top / "a.npz", "x"), DroppedKind.OUTPUTS),
    "a pickle": (lambda top: text(top / "a.pkl", "x"), DroppedKind.OUTPUTS),
    "a folder of arrays": (lambda top: text(top / "some" / "a.npz", "x").parent, DroppedKind.OUTPUTS),
    "a folder of results": (
        lambda top: text(top / "some" / "a.txt", "cat 0.9 1 2 30 40\n").parent,
        DroppedKind.OUTPUTS,
    ),
    "a dump": (lambda top: dump(top / "a.rpn"), DroppedKind.DUMP),
    "its meta.json": (lambda top: dump(top / "a.rpn") / "meta.json", DroppedKind.DUMP),
    "a dump as zip": (lambda top: archive(top / "a.zip", "meta.json"), DroppedKind.DUMP),
    "a dump in a zip's folder": (lambda top: archive(top / "a.zip", "a.rpn/meta.json"), DroppedKind.DUMP),
    "a folder of one dump": (lambda top: dump(top / "run" / "a.rpn").parent, DroppedKind.DUMP),
    "a folder of dumps": (lambda top: (dump(top / "run/1.rpn"), dump(top / "run/2.rpn"))[0].parent, DroppedKind.DUMP),
    "a recipe": (lambda top: text(top / "a.toml", 'name = "a"\n[anchors]\nstrides = [4]\n'), DroppedKind.RECIPE),
    "a layout": (lambda top: text(top / "a.toml", "[objectness]\nnames=[]\n[deltas]\nnames=[]\n"), DroppedKind.LAYOUT),
}


@pytest.mark.parametrize("name", MADE)
def test_each_kind_is_known_by_its_name_and_content(tmp_path, name):
    make, kind = MADE[name]
    assert kind_of(type(tmp_path)(make(tmp_path))) is kind


def test_a_dataset_with_dumps_beside_its_pictures_is_a_dataset(tmp_path):
    dump(tmp_path / "a.rpn")
    picture(tmp_path / "images" / "a.jpg")
    assert kind_of(tmp_path) is DroppedKind.DATASET
    assert kind_of(resource("demo")) is DroppedKind.DATASET
    assert kind_of(resource("demo", "predictions")) is DroppedKind.DUMP


def test_notes_and_logs_beside_dumps_change_nothing(tmp_path):
    dump(tmp_path / "a.rpn")
    text(tmp_path / "log.txt", "epoch 1: loss 0.3\n")
    text(tmp_path / "config.json", '{"lr": 0.1}')
    text(tmp_path / ".cache" / "x.jpg", "")
    assert kind_of(tmp_path) is DroppedKind.DUMP


def test_things_that_belong_together_are_opened_together(tmp_path):
    data, first, second = (
        picture(tmp_path / "data" / "a.jpg").parent,
        dump(tmp_path / "1.rpn"),
        dump(tmp_path / "2.rpn"),
    )
    recipe = text(tmp_path / "a.toml", 'name = "a"\n')
    assert sort_out([second, recipe, data, first]) == DroppedFiles(dataset=data, outputs=(second, first), recipe=recipe)
    pictures = tuple(picture(tmp_path / f"{name}.jpg") for name in "abc")
    assert sort_out([*pictures, pictures[0]]) == DroppedFiles(pictures=pictures)
    model = text(tmp_path / "a.onnx", "x")
    layout = text(tmp_path / "b.toml", "[objectness]\n[deltas]\n")
    assert sort_out([layout, model]) == DroppedFiles(outputs=(model,), layout=layout)


REFUSED = {
    "nothing": (lambda top: [], "no file or folder was named"),
    "what is not there": (lambda top: [top / "gone"], "gone: no such file or folder"),
    "two datasets": (
        lambda top: [picture(top / name / "a.jpg").parent for name in "ab"],
        "a, b: one dataset at a time, or the folder that holds them",
    ),
    "an annotation and a picture": (
        lambda top: [text(top / "a.json", json.dumps(COCO)), picture(top / "a.jpg")],
        "a.json, a.jpg: a dataset or pictures, or the folder of both",
    ),
    "a dump and a model": (
        lambda top: [dump(top / "a.rpn"), text(top / "b.onnx", "x")],
        "a.rpn, b.onnx: one file of raw outputs at a time",
    ),
    "two recipes": (lambda top: [text(top / f"{n}.toml", "") for n in "ab"], "a.toml, b.toml: one recipe at a time"),
    "a layout alone": (lambda top: [text(top / "a.toml", "[objectness]\n[deltas]\n")], "together with them"),
    "no TOML": (lambda top: [text(top / "a.toml", "= 3")], "a.toml: is no TOML"),
    "weights": (lambda top: [text(top / "a.pth", "x")], "a.pth: holds a model's weights alone"),
    "pictures in a zip": (lambda top: [archive(top / "a.zip", "images/a.jpg")], "unpack a dataset first"),
    "a torn zip": (lambda top: [text(top / "a.zip", "PK")], "a.zip: not readable as .zip"),
    "a letter": (lambda top: [text(top / "a.docx", "Dear all")], "a.docx: is of no known kind, wanted a dataset"),
    "prose": (lambda top: [text(top / "a.txt", "Dear all,\nit works")], "a.txt: is of no known kind"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_opened_is_refused_in_words(tmp_path, name):
    make, words = REFUSED[name]
    with pytest.raises(InspectorError, match=words):
        sort_out([type(tmp_path)(path) for path in make(tmp_path)])


def test_a_file_that_may_not_be_read_is_refused_in_words(tmp_path, monkeypatch):
    file = text(tmp_path / "a.toml", "")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr("rpn_inspector.session.dropped.read_toml", refuse)
    with pytest.raises(InspectorError, match=r"a\.toml: cannot be read: Permission denied"):
        sort_out([file])


def test_arrays_of_a_real_dump_are_known(tmp_path):
    np.savez(tmp_path / "one.npz", objectness=np.zeros(3, np.float32), deltas=np.zeros((3, 4), np.float32))
    assert sort_out([tmp_path / "one.npz"]) == DroppedFiles(outputs=(tmp_path / "one.npz",))
