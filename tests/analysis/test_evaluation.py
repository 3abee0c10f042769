"""mAP is pycocotools' to the digit, and TIDE's errors, labelled box by box, come to the counts of the library."""

import contextlib
import io
import json
import re
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from coco_cases import coco_files
from test_audit_lost import dataset_of, outputs_of, sound

from rpn_inspector.analysis.audit.annotation_columns import annotations_of
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.evaluation import NoEvaluation, evaluated
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.output_counts import PictureAnswers
from rpn_inspector.analysis.audit.tide import NOT_COUNTED, RIGHT, Error
from rpn_inspector.analysis.export_dataset import class_places
from rpn_inspector.core.extras import MissingExtra, command
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions

NAMES = ["AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl"]


def pycocotools_numbers(truths, boxes):
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    with contextlib.redirect_stdout(io.StringIO()):
        whole = COCO(str(truths))
        judge = COCOeval(whole, whole.loadRes(str(boxes)), "bbox")
        judge.evaluate()
        judge.accumulate()
        judge.summarize()
    precision = judge.eval["precision"][:, :, :, 0, -1]
    return judge.stats, precision.mean((0, 1)), precision[0].mean(0)


def answers_in(boxes, dataset):
    """What `evaluated` reads of the outputs' part."""
    outputs = open_predictions(boxes, dataset)
    given = [outputs.detections(dataset[n]) for n in range(len(dataset))]
    place = class_places(dataset, outputs)
    answers = tuple(
        PictureAnswers(image=n, boxes=one.boxes, scores=one.scores, kinds=np.array([place[c] for c in one.classes]))
        for n, one in enumerate(given)
        if one is not None
    )
    there = np.array([outputs.by_id or one is not None for one in given])
    return SimpleNamespace(finals=True, with_outputs=there, unplaced=np.zeros(0, np.int64), answers=answers)


def test_the_twelve_numbers_are_those_of_pycocotools_on_the_same_files(tmp_path):
    truths, boxes = coco_files(tmp_path, 1)
    found = audit(open_dataset(truths), "torchvision-mobilenet-320", open_predictions(boxes, open_dataset(truths)))
    told, (stats, ap, ap50) = found.evaluation, pycocotools_numbers(truths, boxes)
    assert list(told.numbers) == NAMES
    assert list(told.numbers.values()) == stats.tolist()
    assert all(0 < value < 1 for value in told.numbers.values())
    assert told.ap[:3] == pytest.approx(ap[:3], abs=1e-15)
    assert told.ap50[:3] == pytest.approx(ap50[:3], abs=1e-15)
    assert np.isnan([told.ap[3], told.ap50[3]]).all()
    assert (told.images, told.areas, found.no_evaluation) == (10, int((told.evaluated | told.region).sum()), "")
    # hotcoco's errors and the labels agree; an object is matched, missed, or behind an error that can be mended
    assert told.labelled.tolist() == told.counted.tolist()
    assert (told.counted[[Error.CLASS, Error.LOCALISATION, Error.DUPLICATE, Error.MISSED]] > 0).all()
    behind = np.union1d(told.behind(Error.CLASS), told.behind(Error.LOCALISATION))
    unmatched = np.flatnonzero(told.evaluated & ~told.matched)
    assert set(unmatched) == set(told.behind(Error.MISSED)) | (set(unmatched) & set(behind))
    assert not set(told.behind(Error.MISSED)) & set(behind)
    # an object that a detection has is found, unless by a box beyond the first hundred of its class
    assert (found.predicted.end[told.matched & found.used] == End.FOUND).all()


@pytest.mark.parametrize("seed", range(2, 22))
def test_labels_come_to_the_counts_of_the_library_and_numbers_to_those_of_pycocotools(tmp_path, seed):
    truths, boxes = coco_files(tmp_path, seed, pictures=4, objects=8)
    dataset = open_dataset(truths)
    told = evaluated(annotations_of(dataset), answers_in(boxes, dataset))
    assert told.labelled.tolist() == told.counted.tolist()
    stats, _, _ = pycocotools_numbers(truths, boxes)
    assert [-1 if np.isnan(value) else value for value in told.numbers.values()] == stats.tolist()
    assert (told.error == NOT_COUNTED).any()  # the boxes beyond the first hundred


def one_picture(gt, labels, boxes, kinds, scores, crowd=()):
    count = len(gt)
    annotations = SimpleNamespace(
        names=["a"], classes=("cat", "dog"), size=np.array([[400, 400]]), image=np.zeros(count, int),
        box=np.array(gt, float).reshape(-1, 4), label=np.array(labels, int), area=np.full(count, np.nan),
        kind=np.array([int(one in crowd) for one in range(count)], np.int8), zero=np.zeros(count, bool),
        class_name=lambda number: {0: "cat", 1: "dog"}.get(number, str(number)),
    )  # fmt: skip
    kinds = None if kinds is None else np.array(kinds, int)
    boxes = np.array(boxes, float).reshape(-1, 4)
    answer = PictureAnswers(image=0, boxes=boxes, scores=np.array(scores, float), kinds=kinds)
    nothing = np.zeros(0, np.int64)
    return annotations, SimpleNamespace(finals=True, with_outputs=np.array([True]), unplaced=nothing, answers=(answer,))


def test_each_kind_of_error_and_the_object_behind_it():
    gt = [[0, 0, 100, 100], [200, 0, 300, 100], [0, 200, 100, 300], [200, 200, 300, 300]]
    boxes = [
        [0, 0, 100, 100], [0, 0, 100, 90],  # the first cat, and again
        [200, 60, 300, 160],  # IoU 0.25 with the second cat
        [0, 200, 100, 300],  # the third cat, called a dog
        [250, 250, 350, 350],  # IoU 0.14 with the dog, called a cat
        [340, 100, 390, 150],  # nothing
    ]  # fmt: skip
    told = evaluated(*one_picture(gt, [0, 0, 0, 1], boxes, [0, 0, 0, 1, 0, 0], [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]))
    kinds = [RIGHT, Error.DUPLICATE, Error.LOCALISATION, Error.CLASS, Error.BOTH, Error.BACKGROUND]
    assert told.error.tolist() == kinds
    assert told.row.tolist() == [0, 0, 1, 2, 3, -1]
    assert told.counted.tolist() == told.labelled.tolist() == [1, 1, 1, 1, 1, 1]
    assert [told.behind(error).tolist() for error in Error] == [[2], [1], [3], [0], [], [3]]


def test_a_crowd_counts_neither_way_and_boxes_without_classes_are_evaluated_as_one():
    gt, boxes = [[0, 0, 100, 100], [200, 200, 400, 400]], [[0, 0, 100, 100], [210, 210, 260, 260]]
    told = evaluated(*one_picture(gt, [0, 1], boxes, None, [0.5, 0.9], crowd=[1]))
    assert (told.classes, told.classed, told.numbers["AP"]) == (("any class",), False, pytest.approx(1))
    assert told.error.tolist() == [RIGHT, NOT_COUNTED]
    assert (told.evaluated.tolist(), told.region.tolist()) == ([True, False], [False, True])
    assert told.by_class.tolist() == [1]


def test_what_is_ignored_is_so_for_every_class_and_a_crowd_for_one():
    gt, boxes = [[0, 0, 100, 100], [200, 200, 400, 400]], [[0, 0, 100, 100], [210, 210, 260, 260]]
    for kind, wanted in ((Kind.CROWD, Error.BACKGROUND), (Kind.IGNORED, NOT_COUNTED)):
        annotations, outputs = one_picture(gt, [0, 1], boxes, [0, 0], [0.5, 0.9])
        annotations.kind = np.array([Kind.NORMAL, kind], np.int8)
        told = evaluated(annotations, outputs)
        assert told.error.tolist() == [RIGHT, wanted]
        assert told.labelled.tolist() == told.counted.tolist()
        assert (told.region.tolist(), told.by_class.tolist()) == ([False, True], [1, 0])
        assert told.numbers["AP"] == pytest.approx(1 if kind == Kind.IGNORED else 0.5)


def test_ground_truths_with_the_number_of_no_class_are_classes_of_their_own():
    gt = [[0, 0, 9, 9], [20, 0, 29, 9], [40, 0, 49, 9]]
    told = evaluated(*one_picture(gt, [10**9, -7, 1], [gt[0], gt[2], gt[1]], [10**9, 1, 0], [0.9, 0.8, 0.7]))
    assert told.classes == ("-7", "cat", "dog", "1000000000")
    assert told.by_class.tolist() == [1, 0, 1, 1]
    assert told.kind.tolist() == [3, 2, 1]
    assert told.error.tolist() == [RIGHT, RIGHT, Error.CLASS]


def test_numbers_beyond_all_sense_are_counted_as_the_library_counts_them():
    gt = [[-1e308, -1e308, 1e308, 1e308], [0, 0, 1e200, 1e200], [0, 0, 9, 9]]
    annotations, outputs = one_picture(gt, [0, 0, 0], [[9, 9, 0, 0], [5, 5, 5, 5], gt[0]], [0, 0, 0], [0.9, 0.8, 0.7])
    annotations.area = np.array([np.nan, np.nan, -5])  # within no range of COCO's: counted neither way
    told = evaluated(annotations, outputs)
    assert told.labelled.tolist() == told.counted.tolist()
    assert told.region.tolist() == [True, True, True]
    assert np.isnan(told.numbers["AP"])


def test_without_anything_to_evaluate_no_number_is_made():
    annotations, outputs = one_picture([[0, 0, 9, 9]], [0], [[0, 0, 9, 9]], [-1], [0.5])
    with pytest.raises(NoEvaluation, match="every box is of a class that the dataset does not have"):
        evaluated(annotations, outputs)
    told = evaluated(*one_picture([], [], [[0, 0, 9, 9]], [0], [0.5]))
    assert np.isnan(list(told.numbers.values())).all()
    assert told.counted.tolist() == told.labelled.tolist() == [0, 0, 0, 0, 1, 0]
    outputs.answers = ()
    with pytest.raises(NoEvaluation, match="proposals without classes"):
        evaluated(annotations, outputs)


def test_without_the_library_the_reason_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "hotcoco", None)
    with pytest.raises(MissingExtra) as told:
        evaluated(*one_picture([[0, 0, 9, 9]], [0], [[0, 0, 9, 9]], [0], [0.5]))
    assert str(told.value).endswith(f"is not installed, wanted {command('eval')}")


def test_a_library_that_fails_ends_no_audit(tmp_path, monkeypatch):
    def fail(*_):
        raise ValueError("another version")

    monkeypatch.setattr("hotcoco.COCOeval", fail)
    truths, boxes = coco_files(tmp_path, 1, pictures=2)
    dataset = open_dataset(truths)
    found = audit(dataset, "torchvision-mobilenet-320", open_predictions(boxes, dataset), workers=1)
    assert found.evaluation is None
    assert re.fullmatch(r"hotcoco [\d.]+ cannot evaluate: ValueError: another version", found.no_evaluation)
    assert found.predicted.judged.any()


@pytest.mark.parametrize("name", ["ssd300-torchvision", "yolov3-416"])
def test_boxes_a_recipe_makes_of_raw_outputs_have_the_numbers_of_pycocotools(tmp_path, name):
    dataset, recipe = dataset_of(tmp_path), load_recipe(name)
    outputs = outputs_of(dataset, recipe, without=(3,))
    found = audit(dataset, recipe, outputs, workers=1)
    images, annotations, results = [], [], []
    for index in (0, 1, 2, 4):
        sample = sound(dataset[index])
        images.append({"id": index + 1, "width": sample.size[1], "height": sample.size[0]})
        for box, kind in zip(sample.gt.tolist(), sample.gt_class.tolist(), strict=True):
            annotations.append({"image_id": index + 1, "category_id": kind + 1, "iscrowd": 0, **coco_box(box)})
        one = inspect(sample, recipe, outputs[sample.name])
        boxes = one.to_original(one.proposals.boxes).astype(float).tolist()
        for box, kind, score in zip(boxes, one.proposals.classes.tolist(), one.proposals.scores.tolist(), strict=True):
            results.append({"image_id": index + 1, "category_id": kind + 1, "score": score, **coco_box(box)})
    truths = [one | {"id": number} for number, one in enumerate(annotations, 1)]
    categories = [{"id": kind + 1, "name": word} for kind, word in enumerate(dataset.classes)]
    whole = {"images": images, "annotations": truths, "categories": categories}
    (tmp_path / "truths.json").write_text(json.dumps(whole))
    (tmp_path / "results.json").write_text(json.dumps(results))
    stats, _, _ = pycocotools_numbers(tmp_path / "truths.json", tmp_path / "results.json")
    told = [-1 if np.isnan(value) else value for value in found.evaluation.numbers.values()]
    assert told == pytest.approx(stats.tolist(), abs=1e-15)
    assert found.evaluation.labelled.tolist() == found.evaluation.counted.tolist()
    assert (stats[0] > 0.05, found.evaluation.images) == (True, 4)


def test_proposals_are_evaluated_where_the_dataset_has_one_class_and_judged_as_before(tmp_path):
    dataset, recipe = dataset_of(tmp_path), load_recipe("torchvision-mobilenet-320")
    outputs = outputs_of(dataset, recipe)
    several = audit(dataset, recipe, outputs, workers=1)
    assert several.no_evaluation.startswith("the outputs are proposals without classes")
    records = [Record(sample.name, declared=sample.size) for sample in dataset]
    for record, sample in zip(records, dataset, strict=True):
        for box in sample.gt.tolist():
            record.add(tuple(box), 0)
    one = audit(Dataset(tmp_path, "made here", records, ("cat",), Notes()), recipe, outputs, workers=1)
    assert one.predicted.end.tolist() == several.predicted.end.tolist()
    assert (one.predicted.finals, one.evaluation.proposals, one.evaluation.classes) == (False, True, ("cat",))
    assert one.evaluation.labelled.tolist() == one.evaluation.counted.tolist()
    # of proposals a ground truth is found where any kept one reaches: by another's too
    assert (one.predicted.end[one.evaluation.matched] == End.FOUND).all()


def coco_box(box):
    wh = [box[2] - box[0], box[3] - box[1]]
    return {"bbox": [*box[:2], *wh], "area": wh[0] * wh[1]}


@pytest.mark.shared_data
def test_real_detections_have_the_numbers_of_pycocotools(shared_data, tmp_path):
    folder = shared_data / "multiformat"
    truths, boxes = folder / "gts" / "coco_format_v1", folder / "dets" / "coco_format" / "coco_dets.json"
    dataset = open_dataset(truths)
    told = evaluated(annotations_of(dataset), answers_in(boxes, dataset))
    # the two files number pictures and classes each in a way of its own, and the second names 98 of 100 pictures
    whole, given = json.loads((truths / "instances_default.json").read_text()), json.loads(boxes.read_text())
    image = {one["file_name"]: one["id"] for one in whole["images"]}
    kind = {one["name"]: one["id"] for one in whole["categories"]}
    images = {one["id"]: image[one["file_name"]] for one in given["images"]}
    kinds = {one["id"]: kind[one["name"]] for one in given["categories"]}
    named = set(images.values())
    for of, key in (("images", "id"), ("annotations", "image_id")):
        whole[of] = [one for one in whole[of] if one[key] in named]
    results = [
        {"image_id": images[one["image_id"]], "category_id": kinds[one["category_id"]]}
        | {key: one[key] for key in ("bbox", "score")}
        for one in given["annotations"]
    ]
    (tmp_path / "truths.json").write_text(json.dumps(whole))
    (tmp_path / "results.json").write_text(json.dumps(results))
    stats, _, _ = pycocotools_numbers(tmp_path / "truths.json", tmp_path / "results.json")
    assert list(told.numbers.values()) == pytest.approx(stats.tolist(), abs=1e-15)
    assert told.labelled.tolist() == told.counted.tolist()
    assert told.images == len(named) == 98


@pytest.mark.shared_data
def test_cocos_own_annotations_with_a_crowd_and_gapped_ids_have_the_numbers_of_pycocotools(shared_data, tmp_path):
    [truths] = (shared_data / "coco_mini").rglob("*.json")
    given, generator, results = json.loads(truths.read_text()), np.random.default_rng(0), []
    assert {one["iscrowd"] for one in given["annotations"]} == {0, 1}
    for one in given["annotations"]:
        for _ in range(3):
            moved = np.array(one["bbox"]) + generator.normal(0, 0.08, 4) * np.tile(one["bbox"][2:], 2)
            results.append({
                "image_id": one["image_id"], "category_id": int(generator.choice([one["category_id"], 1, 90])),
                "bbox": [*moved[:2], *np.maximum(moved[2:], 1)], "score": float(generator.random()),
            })  # fmt: skip
    (tmp_path / "results.json").write_text(json.dumps(results, default=float))
    dataset = open_dataset(truths)
    told = evaluated(annotations_of(dataset), answers_in(tmp_path / "results.json", dataset))
    stats, _, _ = pycocotools_numbers(truths, tmp_path / "results.json")
    assert list(told.numbers.values()) == pytest.approx(stats.tolist(), abs=1e-12)
    assert told.labelled.tolist() == told.counted.tolist()
    assert (told.region.sum(), len(told.classes)) == (1, 80)
