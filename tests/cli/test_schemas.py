"""Every document of --json is what its published schema says, and no key is unpublished."""

import json

import jsonschema
import pytest

from rpn_inspector.analysis.compare import gt_changes
from rpn_inspector.cli.program import main
from rpn_inspector.cli.schemas import SCHEMAS, schema_of
from rpn_inspector.core.resources import resource

DEMO = str(resource("demo"))
LATE, EARLY = (f"{DEMO}/predictions/{name}.rpn" for name in ("late", "early"))
PICTURE = ("--image", "street_01_mixed.jpg")
BARE = '{"images": [{"id": 1, "file_name": "a.jpg", "width": 64, "height": 48}], "annotations": [], "categories": []}'
ONE = '[{"image_id": 1, "category_id": 1, "bbox": [5, 5, 20, 20], "score": 0.5}]'
CONFIG = "[net]\nwidth=416\nheight=416\n[yolo]\nmask=0,1\nanchors=10,14, 23,27\nclasses=2\nnum=2\n"
COMMANDS = {
    "inspect": [
        ("inspect", DEMO, *PICTURE, "-r", "torchvision-fpn"),
        ("inspect", DEMO, *PICTURE, "-r", "demo", "-p", LATE),
        ("inspect", DEMO, *PICTURE, "-r", "yolov8"),
    ],
    "lint": [("lint", DEMO), ("lint", DEMO, "--fail-on", "crowd")],
    "audit": [
        ("audit", DEMO, "-r", "torchvision-mobilenet-320", "--fail-on", "unmatched"),
        ("audit", DEMO, "-r", "demo", "-p", LATE, "--against-predictions", EARLY),
        ("audit", DEMO, "-r", "yolov8"),
        ("audit", DEMO, "-r", "demo", "--against", "torchvision-mobilenet-320"),
        ("audit", "{}/bare.json", "-r", "demo", "-p", LATE),
        ("audit", "{}/bare.json", "-r", "demo", "-p", "{}/none.json"),
        ("audit", "{}/bare.json", "-r", "demo", "-p", "{}/one.json"),
    ],
    "layout": [("layout", DEMO, "-p", LATE), ("layout", DEMO, "-p", LATE, "-r", "yolov8", "--pictures", "1")],
    "export": [("export", DEMO, "-r", "demo", "-p", LATE, "--format", "coco", "--output", "{}/boxes.json")],
    "recipes list": [("recipes", "list")],
    "recipes show": [("recipes", "show", "fasterrcnn-torchvision"), ("recipes", "show", "yolov8")],
    "recipes diff": [
        ("recipes", "diff", "torchvision-fpn", "mmdet-fpn"),
        ("recipes", "diff", "torchvision-mobilenet-320", "demo", "--dataset", DEMO, *PICTURE),
    ],
    "recipes from": [("recipes", "from", "{}/a.cfg")],
    "doctor": [("doctor",)],
    "steps": [
        ("steps", DEMO, "-p", f"{DEMO}/predictions"),
        ("steps", DEMO, "-p", f"{DEMO}/predictions", *PICTURE, "--truth", "1"),
    ],
}


def unpublished(schema, value, place=""):
    """Yield the places of keys that an object with fixed keys does not name."""
    for branch in schema.get("anyOf", [schema]):
        if isinstance(value, dict) and "properties" in branch:
            for key, inner in value.items():
                if key in branch["properties"]:
                    yield from unpublished(branch["properties"][key], inner, f"{place}.{key}")
                elif "additionalProperties" not in branch:
                    yield f"{place}.{key}"
        elif isinstance(value, dict) and isinstance(branch.get("additionalProperties"), dict):
            for key, inner in value.items():
                yield from unpublished(branch["additionalProperties"], inner, f"{place}.{key}")
        elif isinstance(value, list) and "items" in branch:
            for inner in value:
                yield from unpublished(branch["items"], inner, f"{place}[]")


def test_every_command_has_documents_here():
    assert set(COMMANDS) == set(SCHEMAS)


@pytest.mark.usefixtures("extras_load")
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_documents_are_as_published(name, tmp_path, capsys):
    for file, words in {"a.cfg": CONFIG, "bare.json": BARE, "none.json": "[]", "one.json": ONE}.items():
        (tmp_path / file).write_text(words)
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for command in COMMANDS[name]:
        assert main([*(part.format(tmp_path) for part in command), "--json"]) in (0, 1)
        document = json.loads(capsys.readouterr().out)
        jsonschema.Draft202012Validator(schema).validate(document)
        assert sorted(set(unpublished(schema, document))) == []


def test_a_schema_refuses_what_is_no_such_document():
    assert list(jsonschema.Draft202012Validator(schema_of("inspect")).iter_errors({"image": 3}))


@pytest.mark.parametrize("command", ["inspect", "steps"])
def test_a_ground_truth_that_is_not_there_is_named_as_it_was_asked_for(command, capsys):
    outputs = ("-p", f"{DEMO}/predictions") if command == "steps" else ()
    for form in ((), ("--json",)):
        assert main([command, DEMO, "-r", "demo", *PICTURE, *outputs, "--truth", "11", *form]) == 2
        said = capsys.readouterr()
        assert "rpn-inspector: --truth: found 11, wanted 1 to 10\n" in said.err
        assert said.out == ""


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_ground_truth_of_a_picture_that_has_none_is_refused_as_such(form, tmp_path, capsys):
    (tmp_path / "bare.json").write_text(BARE)
    assert main(["inspect", f"{tmp_path}/bare.json", "-r", "demo", "-i", "a.jpg", "--truth", "3", *form]) == 2
    assert "rpn-inspector: --truth: found 3, but the picture has no ground truth\n" in capsys.readouterr().err


def test_schemas_are_printed_and_listed(capsys):
    assert main(["schema"]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == list(SCHEMAS)
    assert main(["schema", "recipes", "diff"]) == 0
    assert json.loads(capsys.readouterr().out) == schema_of("recipes diff")
    assert main(["schema", "open"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("rpn-inspector: schema: found 'open', wanted one of audit, doctor, ")


def test_anchors_are_compared_where_ground_truths_cannot_be(capsys, monkeypatch):
    monkeypatch.setattr(gt_changes, "compare_gts", lambda a, b: None)
    command = ["recipes", "diff", "torchvision-fpn", "mmdet-fpn", "--dataset", DEMO, *PICTURE]
    assert main([*command, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    jsonschema.validate(made, schema_of("recipes diff"))
    assert made["anchors"]["compared"] > 0
    assert "ground_truths" not in made
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "street_01_mixed" in told
    assert "ground truths" not in told
