"""What exported boxes are of: proposals of no class, detections of the dataset's own, and COCOeval agrees."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import pickle
from dataclasses import replace

import numpy as np
import pytest
import yaml

from rpn_inspector import open_dataset, open_predictions, save_dump
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.export_dataset import export_dataset
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.predictions import DumpWriter

BOXES = {"b.png": [[40, 30, 100, 90], [200, 60, 300, 200]], "a.png": [[10, 20, 80, 140]]}
CLASSES = {"b.png": [1, 0], "a.png": [2]}  # places in the list of categories, whose ids are neither in order nor from 1
IDS, NAMES = [44, 18, 7], ["bottle", "dog", "bus é"]


@pytest.fixture
def truth(tmp_path):
    """A COCO file of two pictures and three categories, every box of another."""
    images = [{"id": 90 + n, "file_name": name, "width": 400, "height": 300} for n, name in enumerate(BOXES)]
    annotations = [
        {
            "id": 10 * image["id"] + n, "image_id": image["id"], "category_id": IDS[CLASSES[image["file_name"]][n]],
            "bbox": [x1, y1, x2 - x1, y2 - y1], "area": (x2 - x1) * (y2 - y1), "iscrowd": 0,
        }
        for image in images for n, (x1, y1, x2, y2) in enumerate(BOXES[image["file_name"]])
    ]  # fmt: skip
    categories = [{"id": id_, "name": name} for id_, name in zip(IDS, NAMES, strict=True)]
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "truth.json"
    path.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}), "utf-8")
    return path


def perfect(dataset, recipe, columns):
    """Outputs that say every ground truth, and its class where there are columns for classes."""
    found = {}
    for sample in dataset:
        result = inspect(sample, recipe)
        owner = result.assignment.gt[result.positive]
        logits = np.full((result.grid.size, *([columns] if columns else [])), -9, np.float32)
        deltas = np.zeros((result.grid.size, 4), np.float32)
        deltas[result.positive] = result.t_star
        where = (result.positive, sample.gt_class[owner]) if columns else result.positive
        logits[where] = 9
        found[sample.name] = Prediction(objectness=logits, deltas=deltas)
    return found


def evaluated(truth, results, **params):
    """COCOeval's average recall, all sizes, and how many results of each category it met."""
    coco = pytest.importorskip("pycocotools.coco")
    from pycocotools.cocoeval import COCOeval

    with contextlib.redirect_stdout(io.StringIO()):
        known = coco.COCO(str(truth))
        evaluation = COCOeval(known, known.loadRes(str(results)), "bbox")
        for name, value in params.items():
            setattr(evaluation.params, name, value)
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return evaluation.stats[8]


def test_proposals_evaluate_without_classes_whatever_the_categories_ids(truth, tmp_path):
    dataset, recipe = open_dataset(truth), load_recipe("torchvision-fpn")
    dump = save_dump(tmp_path / "d.rpn", perfect(dataset, recipe, 0), "torchvision-fpn")
    export_dataset(dataset, recipe, open_predictions(dump), tmp_path / "r.json", "coco")
    records = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert {record["category_id"] for record in records} == {44}
    assert {record["image_id"] for record in records} == {90, 91}
    assert evaluated(truth, tmp_path / "r.json", useCats=0) > 0.95
    side = json.loads((tmp_path / "r.json.provenance.json").read_text("utf-8"))
    assert side["category_id"].startswith("category_id 44 stands for any class")
    assert "useCats = 0" in side["category_id"]
    assert "categories" not in side


@pytest.mark.parametrize("what", ["proposals", "positives", "all"])
def test_detections_bear_the_datasets_own_ids_and_names(truth, tmp_path, what):
    dataset, recipe = open_dataset(truth), load_recipe("efficientdet-d0")
    dump = save_dump(tmp_path / "d.rpn", perfect(dataset, recipe, 3), "efficientdet-d0")

    def export(format_, name):
        export_dataset(dataset, recipe, open_predictions(dump), tmp_path / name, format_, what=what)

    export("csv", "r.csv")
    lines = [line for line in (tmp_path / "r.csv").read_text("utf-8").splitlines() if not line.startswith("#")]
    sure = [row for row in csv.DictReader(lines) if float(row["score"]) > 0.9]
    assert {(row["image"], row["class"]) for row in sure} == {("b.png", "dog"), ("b.png", "bottle"), ("a.png", "bus é")}
    if what == "all":
        return
    export("coco", "r.json")
    records = [r for r in json.loads((tmp_path / "r.json").read_text("utf-8")) if r["score"] > 0.9]
    assert {(record["image_id"], record["category_id"]) for record in records} == {(90, 18), (90, 44), (91, 7)}
    assert evaluated(truth, tmp_path / "r.json") > 0.95
    side = json.loads((tmp_path / "r.json.provenance.json").read_text("utf-8"))
    assert side["categories"] == {"44": "bottle", "18": "dog", "7": "bus é"}
    assert "category_id" not in side
    export("yolo", "y")
    assert yaml.safe_load((tmp_path / "y" / "data.yaml").read_text("utf-8"))["names"] == NAMES
    assert {line.split()[0] for line in (tmp_path / "y" / "labels" / "a.txt").read_text("utf-8").splitlines()} >= {"2"}
    for format_ in ("voc", "labelme"):
        export(format_, format_)
        read = open_dataset(tmp_path / format_)
        sample = read[read.find("a")]
        assert "bus é" in {sample.class_name(k) for k in range(len(sample.gt))}
    export("npz", "r.npz")
    with np.load(tmp_path / "r.npz") as arrays:
        assert arrays["classes"].tolist() == NAMES
        assert set(arrays["class"][arrays["score"] > 0.9].tolist()) == {0, 1, 2}


def test_columns_that_are_not_the_datasets_classes_name_none(truth, tmp_path):
    dataset, recipe = open_dataset(truth), load_recipe("efficientdet-d0")
    dump = save_dump(tmp_path / "d.rpn", perfect(dataset, recipe, 5), "efficientdet-d0")
    export_dataset(dataset, recipe, open_predictions(dump), tmp_path / "y", "yolo", what="positives")
    said = yaml.safe_load((tmp_path / "y" / "data.yaml").read_text("utf-8"))
    assert said["names"] == [*NAMES, "object"]
    assert {line.split()[0] for line in (tmp_path / "y" / "labels" / "a.txt").read_text("utf-8").splitlines()} == {"3"}


def test_classes_paired_by_name_are_said_by_export_and_audit(truth, tmp_path, no_progress, capsys):
    dataset, recipe, order = open_dataset(truth), load_recipe("efficientdet-d0"), [2, 0, 1]
    with DumpWriter(tmp_path / "d.rpn", recipe, classes=[NAMES[kind] for kind in order]) as writer:
        for name, made in perfect(dataset, recipe, 3).items():
            writer.add(name, replace(made, objectness=made.objectness[:, order]))
    words = "classes are paired by name: the outputs number theirs otherwise than the dataset"
    given = [str(truth), "-r", "efficientdet-d0", "-p", str(tmp_path / "d.rpn")]
    export = ["export", *given, "-f", "csv", "-o", str(tmp_path / "r.csv")]
    assert main(export) == 0
    assert capsys.readouterr().err.splitlines() == [f"rpn-inspector: {words}"]
    assert main([*export, "--overwrite", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["pairing"] == words
    lines = [line for line in (tmp_path / "r.csv").read_text("utf-8").splitlines() if not line.startswith("#")]
    sure = {(row["image"], row["class"]) for row in csv.DictReader(lines) if float(row["score"]) > 0.9}
    assert sure == {("b.png", "dog"), ("b.png", "bottle"), ("a.png", "bus é")}
    assert main(["audit", *given]) == 0
    assert f"2 images, as b.png: {words}." in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("names", "columns", "words"),
    [
        (NAMES[:2], 2, "the outputs name their classes (bottle, dog) otherwise than the dataset, whose bus é is not"),
        ([*NAMES[:2], "x", "y"], 4, "the outputs name their classes (bottle, dog, x, y) otherwise than the dataset"),
        ((), 5, "the outputs have 5 columns of classes, the dataset 3 classes: column k is taken for class k"),
    ],
    ids=["fewer", "more", "without names"],
)
def test_classes_that_cannot_be_paired_are_said_by_export_as_by_inspect(
    truth, tmp_path, no_progress, capsys, names, columns, words
):
    dataset, recipe = open_dataset(truth), load_recipe("efficientdet-d0")
    with DumpWriter(tmp_path / "d.rpn", recipe, classes=names) as writer:
        for name, made in perfect(dataset, recipe, max(columns, 3)).items():
            writer.add(name, replace(made, objectness=made.objectness[:, :columns]))
    given = [str(truth), "-r", "efficientdet-d0", "-p", str(tmp_path / "d.rpn")]
    assert main(["inspect", *given, "-i", "b.png", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["warnings"][0]["example"]
    assert told.startswith(words)
    assert main(["export", *given, "-f", "csv", "-o", str(tmp_path / "r.csv"), "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["pairing"] == f"{told}; boxes are written without a class"
    assert printed.err.splitlines() == [f"rpn-inspector: {told}; boxes are written without a class"]


def written_results(tmp_path):
    rows = [
        {"image_id": 90 + n, "category_id": IDS[k], "bbox": [x1, y1, x2 - x1, y2 - y1], "score": 0.9}
        for n, name in enumerate(BOXES)
        for k, (x1, y1, x2, y2) in zip(CLASSES[name], BOXES[name], strict=True)
    ]
    (tmp_path / "in.json").write_text(json.dumps(rows), "utf-8")
    return tmp_path / "in.json"


def written_document(tmp_path):
    """A whole document, whose pictures and categories have ids of its own that mean others in the dataset."""
    ids = {name: place for place, name in enumerate(sorted(NAMES))}
    rows = [
        {"image_id": n, "category_id": ids[NAMES[k]], "bbox": [x1, y1, x2 - x1, y2 - y1], "score": 0.9}
        for n, name in enumerate(BOXES)
        for k, (x1, y1, x2, y2) in zip(CLASSES[name], BOXES[name], strict=True)
    ]
    images = [{"id": n, "file_name": name} for n, name in enumerate(BOXES)]
    categories = [{"id": id_, "name": name} for name, id_ in ids.items()]
    document = {"images": images, "annotations": rows, "categories": categories}
    (tmp_path / "in.json").write_text(json.dumps(document), "utf-8")
    return tmp_path / "in.json"


def written_pickle(tmp_path):
    by_class = [
        [np.array([[*b, 0.9] for k, b in zip(CLASSES[n], BOXES[n], strict=True) if k == kind]).reshape(-1, 5)
         for kind in range(3)]
        for n in BOXES
    ]  # fmt: skip
    (tmp_path / "in.pkl").write_bytes(pickle.dumps(by_class))
    return tmp_path / "in.pkl"


def written_text(tmp_path):
    (tmp_path / "in").mkdir()
    for name in BOXES:
        lines = [f"{NAMES[k]} 0.9 {' '.join(map(str, box))}" for k, box in zip(CLASSES[name], BOXES[name], strict=True)]
        (tmp_path / "in" / f"{name[0]}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize("write", [written_results, written_document, written_pickle, written_text])
@pytest.mark.parametrize("recipe", ["torchvision-fpn", "retinanet-mmdet", "ssd300-torchvision", "yolov3-416"])
def test_decoded_boxes_keep_the_class_their_file_gives_them(truth, tmp_path, write, recipe):
    dataset = open_dataset(truth)
    outputs = open_predictions(write(tmp_path), dataset)
    export_dataset(dataset, load_recipe(recipe), outputs, tmp_path / "out.json", "coco")
    records = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert sorted((r["image_id"], r["category_id"]) for r in records) == [(90, 18), (90, 44), (91, 7)]
    assert evaluated(truth, tmp_path / "out.json") > 0.95


def test_columns_as_a_trainer_numbered_the_classes_bear_the_datasets_names(truth, tmp_path):
    dataset, recipe = open_dataset(truth), load_recipe("efficientdet-d0")
    outputs = {}
    for name, one in perfect(dataset, recipe, 5).items():
        sample = dataset[dataset.find(name)]
        network = recipe.resize.of(sample.size).to_network(sample.gt)
        # column 4 - k for class k
        outputs[name] = replace(one, objectness=one.objectness[:, ::-1], gt=network, gt_class=4 - sample.gt_class)
    dump = save_dump(tmp_path / "d.rpn", outputs, "efficientdet-d0")
    export_dataset(dataset, recipe, open_predictions(dump), tmp_path / "r.csv", "csv", what="positives")
    lines = [line for line in (tmp_path / "r.csv").read_text("utf-8").splitlines() if not line.startswith("#")]
    found = {(row["image"], row["class"]) for row in csv.DictReader(lines)}
    assert found == {("b.png", "dog"), ("b.png", "bottle"), ("a.png", "bus é")}
    told = audit(dataset, recipe, open_predictions(dump), workers=1).evaluation
    assert (told.classes, [score > 0.9 for score in told.ap]) == (tuple(NAMES), [True] * 3)
