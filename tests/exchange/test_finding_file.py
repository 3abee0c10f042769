"""Findings are written as files that tools of annotation read: COCO with attributes, and FiftyOne's labels.json."""

import json
from pathlib import Path, PurePosixPath

import cv2
import jsonschema
import numpy as np
import pytest
from pycocotools.coco import COCO

import rpn_inspector as ri
from rpn_inspector.analysis.audit.findings import KINDS, OUTPUT_KINDS, findings_of
from rpn_inspector.analysis.lint.lint import KINDS as LINT_KINDS
from rpn_inspector.analysis.lint.lint import report_of
from rpn_inspector.analysis.observations import gather
from rpn_inspector.analysis.report.found_boxes import UNNAMED, found_by_audit, found_by_lint
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.resources import resource
from rpn_inspector.exchange.coco_findings import document as coco_document
from rpn_inspector.exchange.fiftyone_findings import document as fiftyone_document
from rpn_inspector.exchange.finding_file import words as told_of
from rpn_inspector.exchange.finding_file import write_findings
from rpn_inspector.exchange.found import inside

# As FiftyOne's guide describes FiftyOneImageDetectionDataset, and as its importer takes it apart.
FIFTYONE = {
    "type": "object",
    "required": ["classes", "labels"],
    "additionalProperties": False,
    "properties": {
        "classes": {"type": "array", "items": {"type": "string"}},
        "labels": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["label", "bounding_box"],
                    "additionalProperties": False,
                    "properties": {
                        "label": {"type": "string"},
                        "bounding_box": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
                        "confidence": {"type": "number"},
                        "attributes": {
                            "type": "object",
                            "additionalProperties": {"type": ["string", "number"]},
                            # keyword arguments of fiftyone.Detection, so no attribute can be called so
                            "propertyNames": {
                                "not": {"enum": ["label", "bounding_box", "confidence", "mask", "index", "tags", "id"]}
                            },
                        },
                    },
                },
            },
        },
    },
}
NAMES = ("cat", "<b>dog</b>\x1b[31m", "=SUM(1)")


@pytest.fixture
def dataset(tmp_path):
    """COCO with a normal box, a tiny one, one without width, one outside, two alike and a crowd; an empty picture."""
    root = tmp_path / "data"
    (root / "images" / "a").mkdir(parents=True)
    for name in ("a/1.png", "a/2.png"):
        cv2.imwrite(str(root / "images" / name), np.zeros((100, 200, 3), np.uint8))
    boxes = [
        (7, 0, [10, 10, 60, 60]), (7, 1, [5, 5, 1, 1]), (7, 0, [20, 20, 0, 10]), (7, 2, [150, 50, 80, 40]),
        (7, 0, [100, 30, 40, 40]), (7, 0, [100, 30, 40, 40]),
    ]  # fmt: skip
    document = {
        "images": [
            {"id": 7, "file_name": "a/1.png", "width": 200, "height": 100},
            {"id": 9, "file_name": "a/2.png", "width": 200, "height": 100},
        ],
        "categories": [{"id": 10 * at, "name": name} for at, name in enumerate(NAMES, 1)],
        "annotations": [
            {"id": at, "image_id": image, "category_id": 10 * (kind + 1), "bbox": box, "iscrowd": int(at == 4)}
            for at, (image, kind, box) in enumerate(boxes, 1)
        ],
    }
    (root / "instances.json").write_text(json.dumps(document), encoding="utf-8")
    return ri.open_dataset(root)


def by_lint(dataset):
    facts = gather(dataset)
    return found_by_lint(report_of(dataset, facts, pictures=True), facts, dataset)


def kinds_of(boxes):
    return {kind for box in boxes for kind in box["attributes"]["finding"].split()}


def test_the_linters_findings_one_box_each(dataset):
    found = by_lint(dataset)
    made = coco_document(found)
    by_box = {tuple(each["bbox"]): each for each in made["annotations"]}
    assert len(by_box) == len(made["annotations"]) == 4  # of the two alike one lies on the other
    assert by_box[5, 5, 1, 1]["attributes"]["finding"] == "tiny"
    assert by_box[5, 5, 1, 1]["attributes"]["ground_truth"] == 2
    assert by_box[20, 20, 0, 10]["attributes"]["finding"] == "degenerate"
    assert {each["name"] for each in made["categories"]} == {*NAMES, UNNAMED}
    assert "outside" in by_box[150, 50, 80, 40]["attributes"]["finding"]
    assert by_box[150, 50, 80, 40]["iscrowd"] == 1
    assert [each["file_name"] for each in made["images"]] == ["images/a/1.png", "images/a/2.png"]
    assert made["images"][1]["attributes"]["finding"] == "empty"
    assert [each["id"] for each in made["images"]] == [7, 9]
    assert kinds_of(made["annotations"]) <= set(LINT_KINDS)
    assert all("why" in each["attributes"] for each in made["annotations"])


def test_the_audits_findings_agree_with_its_counts(dataset):
    audit = ri.audit(dataset, "torchvision-fpn")
    made = coco_document(found_by_audit(audit, dataset))
    counted = {kind: one.count for kind, one in findings_of(audit).items() if one.count}
    written = {}
    for each in made["annotations"]:
        for kind in each["attributes"]["finding"].split():
            written[kind] = written.get(kind, 0) + 1
    assert {kind: count for kind, count in written.items() if kind in KINDS} == counted
    assert kinds_of(made["annotations"]) <= {*KINDS, *OUTPUT_KINDS, *LINT_KINDS}
    [tiny] = [each for each in made["annotations"] if each["bbox"] == [5, 5, 1, 1]]
    assert tiny["attributes"]["positives"] == int(audit.gt_positives[1])
    assert tiny["attributes"]["best_iou"] == pytest.approx(float(audit.best_iou[1]))


def test_the_demo_with_outputs_is_read_back_by_pycocotools(tmp_path, capsys):
    demo = resource("demo")
    file = tmp_path / "found.json"
    asked = ["audit", str(demo), "-r", "demo", "-p", str(demo / "predictions" / "late.rpn"), "--findings", str(file)]
    assert main([*asked, "--json"]) == 0
    said = capsys.readouterr()
    json.loads(said.out)
    coco = COCO(file)
    boxes = coco.loadAnns(coco.getAnnIds())
    assert f"{len(boxes):,} boxes with findings" in said.err
    lost = [each for each in boxes if "no_proposal" in each["attributes"]["finding"].split()]
    audit = ri.audit(ri.open_dataset(demo), "demo", ri.open_predictions(demo / "predictions" / "late.rpn"))
    assert len(lost) == findings_of(audit)["no_proposal"].count > 0
    assert {each["attributes"]["end"] for each in lost} <= {
        "no_anchor", "never_reaches", "low_score", "cut_by_top_k", "suppressed",
    }  # fmt: skip
    original = ri.open_dataset(demo)
    for each in boxes[:50]:
        sample = original[Path(coco.imgs[each["image_id"]]["file_name"]).name]
        x, y, w, h = each["bbox"]
        assert [x, y, x + w, y + h] == pytest.approx(sample.gt[each["attributes"]["ground_truth"] - 1].tolist())
        assert coco.cats[each["category_id"]]["name"] == sample.class_name(each["attributes"]["ground_truth"] - 1)


def test_fiftyones_importer_finds_every_picture_and_box(dataset, tmp_path):
    made = fiftyone_document(by_lint(dataset))
    jsonschema.validate(made, FIFTYONE)
    files = (path.relative_to(dataset.root) for path in dataset.root.rglob("*.png"))
    data_map = {str(PurePosixPath(path.as_posix()).with_suffix("")): path for path in files}
    assert set(made["labels"]) == {"images/a/1"} <= set(data_map)
    [tiny] = [each for each in made["labels"]["images/a/1"] if each["attributes"]["finding"] == "tiny"]
    assert tiny["bounding_box"] == [5 / 200, 5 / 100, 1 / 200, 1 / 100]
    assert tiny["label"] == NAMES[1]


def test_two_pictures_of_one_name_are_not_one_of_fiftyones(tmp_path):
    root = tmp_path / "data"
    for name in ("images/a/1.png", "images/a/1.jpg", "images/b/1.png"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(root / name), np.zeros((100, 200, 3), np.uint8))
    document = {
        "images": [
            {"id": at, "file_name": name, "width": 200, "height": 100}
            for at, name in enumerate(("a/1.png", "a/1.jpg", "b/1.png"))
        ],
        "categories": [{"id": 1, "name": "x"}],
        "annotations": [{"id": at, "image_id": at, "category_id": 1, "bbox": [5, 5, 1, 1]} for at in (0, 2)],
    }
    (root / "instances.json").write_text(json.dumps(document), encoding="utf-8")
    found = by_lint(ri.open_dataset(root))
    assert [picture.twin for picture in found.pictures] == [True, True, False]
    assert set(fiftyone_document(found)["labels"]) == {"images/b/1"}
    told = told_of(found, "fiftyone")
    assert told[0] == "1 box with findings, in 1 image"
    assert "2 images with another of the same name but for the ending" in told[1]
    assert told_of(found, "coco")[0] == "2 boxes with findings, in 3 images"


@pytest.mark.parametrize("format", ["coco", "fiftyone"])
def test_a_written_file_is_a_dataset_here_too(dataset, tmp_path, format):
    findings = by_lint(dataset)
    file = tmp_path / "found.json"
    write_findings(findings, file, format)
    back = ri.open_dataset(file, images=dataset.root)
    sample = back[0]
    kept = [box for picture in findings.pictures for box in picture.boxes if box.box[0] < box.box[2]]
    assert sample.gt.tolist() == pytest.approx(np.array([box.box for box in kept]))
    assert [sample.class_name(at) for at in range(len(sample.gt))] == [box.label for box in kept]


def test_pictures_without_a_size_and_findings_without_a_place_are_counted(tmp_path):
    root = tmp_path / "data"
    (root / "labels").mkdir(parents=True)
    (root / "images").mkdir()
    cv2.imwrite(str(root / "images" / "1.png"), np.zeros((10, 10, 3), np.uint8))
    (root / "images" / "2.png").write_bytes(b"no picture")
    for name in "12":
        (root / "labels" / f"{name}.txt").write_text("0 0.5 0.5 0.001 0.001\n", encoding="utf-8")
    (root / "classes.txt").write_text("cat\ndog\n", encoding="utf-8")
    found = by_lint(ri.open_dataset(root))
    assert [picture.place for picture in found.pictures] == ["images/1.png"]
    assert any("unknown size" in line for line in found.left_out)
    assert any("dataset as a whole" in line for line in found.left_out)


def test_two_pictures_of_one_id_are_numbered(dataset):
    found = by_lint(dataset)
    pictures = tuple(type(each)(each.place, each.size, 7, each.boxes) for each in found.pictures)
    made = coco_document(type(found)(title="", version="", classes=found.classes, pictures=pictures))
    assert [each["id"] for each in made["images"]] == [1, 2]


def test_nothing_is_written_over_or_into_the_dataset(dataset, tmp_path, capsys):
    root = str(dataset.root)
    mine = tmp_path / "mine.json"
    mine.write_text("mine", encoding="utf-8")
    for file, words in (
        (mine, "is there already"), (dataset.root / "new.json", "inside the dataset"),
        (dataset.root / "instances.json", "belongs to the dataset"), (tmp_path / "no" / "x.json", "does not exist"),
    ):  # fmt: skip
        for command in (["lint", root], ["audit", root, "-r", "demo"]):
            assert main([*command, "--findings", str(file)]) == 2
            said = capsys.readouterr().err
            assert said.count("\n") == 1
            assert words in said
    assert mine.read_text(encoding="utf-8") == "mine"
    with pytest.raises(BadFile):
        write_findings(by_lint(dataset), mine)
    assert main(["lint", root, "--findings", str(tmp_path / "x.json"), "--findings-format", "bogus"]) == 2


def test_findings_go_to_an_address(dataset, capsys):
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.store.clear()
    assert main(["lint", str(dataset.root), "--findings", "memory://out/found.json"]) == 0
    assert "memory://out/found.json: " in capsys.readouterr().err
    assert json.loads(memory.cat("/out/found.json"))["annotations"]
    memory.store.clear()


def test_no_name_leads_upwards_and_none_is_there_twice(tmp_path):
    names = ("../x/1.png", "x/1.png", "C:\\\\x\\\\2.png", "/srv/3.png")
    boxes = [
        {"id": k, "image_id": k, "category_id": 1, "bbox": [5, 5, 1, 1], "area": 1, "iscrowd": 0} for k in range(4)
    ]
    images = [{"id": k, "file_name": name, "width": 200, "height": 100} for k, name in enumerate(names)]
    told = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cat"}]}
    (tmp_path / "a.json").write_text(json.dumps(told))
    dataset = ri.open_dataset(tmp_path / "a.json")
    facts = gather(dataset, False)
    found = found_by_lint(report_of(dataset, facts, False), facts, dataset)
    made = coco_document(found)
    assert [image["file_name"] for image in made["images"]] == ["x/1.png", "x/2.png", "srv/3.png"]
    assert len(made["annotations"]) == 3
    assert "not in the file: findings of 1 image with another of the same name" in " ".join(told_of(found, "coco"))


def test_a_place_stays_under_the_folder_and_its_own():
    places = {"a/b.jpg": "a/b.jpg", "../b.jpg": "b.jpg", "a/../b.jpg": "b.jpg", "/a/./b.jpg": "a/b.jpg",
              "C:\\a\\b.jpg": "a/b.jpg", "foo:/x.jpg": "foo:/x.jpg", "..": ".."}  # fmt: skip
    assert {place: inside(place) for place in places} == places
