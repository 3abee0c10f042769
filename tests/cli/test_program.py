"""The commands as a user meets them: exit codes, what goes to which stream, one-line errors."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector import open_dataset
from rpn_inspector.cli.doctor import platforms_in
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import Options
from rpn_inspector.data.predictions import save_dump

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"

XML = """<annotation><filename>{name}.jpg</filename><size><width>200</width><height>150</height></size><object>
<name>cat</name><bndbox><xmin>20</xmin><ymin>30</ymin><xmax>90</xmax><ymax>120</ymax></bndbox></object></annotation>"""


@pytest.fixture
def voc(tmp_path):
    folder = tmp_path / "voc"
    (folder / "Annotations").mkdir(parents=True)
    for name in ("one", "two"):
        (folder / "Annotations" / f"{name}.xml").write_text(XML.format(name=name), encoding="utf-8")
    return folder


@pytest.fixture
def dump(tmp_path, voc):
    dataset, recipe = open_dataset(voc), load_recipe("torchvision-fpn")
    n = inspect(dataset[0], recipe).grid.size
    zeros = Prediction(objectness=np.zeros(n, np.float32), deltas=np.zeros((n, 4), np.float32))
    return save_dump(tmp_path / "d.rpn", {dataset.names[0]: zeros}, "torchvision-fpn")


@pytest.mark.parametrize(
    ("asked", "more"),
    [
        (["inspect", str(DEMO), "-i", "street_03_overlapping", "-r", "torchvision-fpn", "--json"], ()),
        (["lint", str(DEMO), "--json"], ("rpn_inspector.core.recipe", "rpn_inspector.core.assigners")),
    ],
    ids=["inspect", "lint"],
)
def test_a_command_imports_what_is_used_alone(asked, more):
    unused = (
        "rich",
        "numpy.ma",
        "numpy.polynomial",
        "cv2",
        "PySide6",
        "pyqtgraph",
        "onnx",
        "fsspec",
        "multiprocessing",
        "yaml",
        "configparser",
        *more,
    )
    code = f"import sys; from rpn_inspector.cli import main; assert main({asked}) == 0; "
    code += f"print([name for name in {unused} if name in sys.modules], file=sys.stderr)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stderr.strip() == "[]"
    assert json.loads(found.stdout)


def test_importing_the_commands_loads_neither_qt_nor_opencv():
    code = "import sys, rpn_inspector.cli; sys.exit(any(m in sys.modules for m in ('PySide6', 'cv2', 'pyqtgraph')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_inspect_prints_one_json_document(voc, dump, capsys):
    arguments = ["inspect", str(voc), "--image", "one", "--recipe", "torchvision-fpn", "--json"]
    assert main([*arguments, "--predictions", str(dump)]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert (document["size"], len(document["ground_truth"])) == ([150, 200], 1)
    assert err == "rpn-inspector: one.jpg: picture missing, its size is as annotated\n"
    assert document["loss"]["sampled"][0] > 0
    assert main(arguments[:-1]) == 0
    assert "cat" in capsys.readouterr().out


def test_inspect_gives_each_ground_truths_attributes_in_the_words_of_the_file(tmp_path, capsys):
    rows = [{"bbox": [10, 10, 40, 30], "area": 900, "attributes": {"occluded": True}}, {"bbox": [5, 5, 9, 20]}]
    coco = {
        "images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 80}],
        "annotations": [{"id": k, "image_id": 1, "category_id": 1, **row} for k, row in enumerate(rows)],
        "categories": [{"id": 1, "name": "cat"}],
    }
    path = tmp_path / "boxes.json"
    path.write_text(json.dumps(coco), encoding="utf-8")
    assert main(["inspect", str(path), "--image", "a", "--recipe", "torchvision-fpn", "--json"]) == 0
    truths = json.loads(capsys.readouterr().out)["ground_truth"]
    assert [truth["attributes"] for truth in truths] == [{"area": "900", "occluded": "true"}, {}]


def test_inspect_says_which_records_of_a_results_file_were_left_out(tmp_path, voc, capsys):
    results = tmp_path / "one.txt"
    results.write_text("cat 0.5 20 30 90 120\ncat 7 1 2 3 4\n", encoding="utf-8")
    arguments = ["inspect", str(voc), "--image", "one", "--recipe", "torchvision-fpn", "--json"]
    assert main([*arguments, "--predictions", str(results)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["proposals"] == 1
    assert "1 record of one.txt left out: one.txt:2: score 7, wanted 0 to 1" in " ".join(err.split())


def test_inspect_says_which_records_the_dataset_left_out(tmp_path, capsys):
    boxes = [[5, 5, 0, 20], [10, 10, 40, 30]]
    coco = {
        "images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 80}],
        "annotations": [{"id": k, "image_id": 1, "category_id": 1, "bbox": box} for k, box in enumerate(boxes)],
        "categories": [{"id": 1, "name": "cat"}],
    }
    path = tmp_path / "boxes.json"
    path.write_text(json.dumps(coco), encoding="utf-8")
    assert main(["inspect", str(path), "--image", "a", "--recipe", "torchvision-fpn", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["skipped"] == {"zero size": 1}
    assert "1 records of the dataset left out, zero size: " in err
    assert "annotations[0]" in err


def test_export_writes_and_says_what_was_left_out(voc, dump, tmp_path, capsys):
    file = tmp_path / "boxes.csv"
    arguments = ["export", str(voc), "-r", "torchvision-fpn", "-p", str(dump), "-f", "csv", "--output", str(file)]
    assert main([*arguments, "--frame", "network", "--what", "positives", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["images"] == 1
    assert "1 image has no predictions" in err
    assert "# frame: network" in file.read_text(encoding="utf-8")
    assert main(arguments) == 2
    assert "there already" in capsys.readouterr().err
    annotation = voc / "Annotations" / "one.xml"
    before = annotation.read_bytes()
    assert main([*arguments[:-1], str(annotation), "--overwrite"]) == 2
    assert annotation.read_bytes() == before


@pytest.mark.parametrize("format_", ["voc", "yolo", "labelme"])
def test_export_writes_a_folder_but_never_among_the_dataset(voc, dump, tmp_path, capsys, format_):
    arguments = ["export", str(voc), "-r", "torchvision-fpn", "-p", str(dump), "-f", format_, "--overwrite", "-o"]
    assert main([*arguments, str(tmp_path / "out")]) == 0
    assert "boxes of 1 image, original px" in capsys.readouterr().out
    said = json.loads((tmp_path / "out" / "provenance.json").read_text(encoding="utf-8"))
    assert (said["recipe"], said["what"]) == ("torchvision-fpn", "proposals")
    assert main([*arguments, str(tmp_path / "out")]) == 0
    before = sorted(voc.rglob("*"))
    capsys.readouterr()
    for place in (voc, voc / "Annotations", voc / "new", tmp_path):
        assert main([*arguments, str(place)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert sorted(voc.rglob("*")) == before


def test_lint_counts_and_fails_only_where_asked(voc, capsys):
    file = voc / "Annotations" / "two.xml"
    file.write_text(file.read_text(encoding="utf-8").replace(">120<", ">190<"), encoding="utf-8")
    assert main(["lint", str(voc), "--json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert (document["images"], document["boxes"], document["kinds"]["outside"]["count"], err) == (2, 2, 1, "")
    (example,) = document["kinds"]["outside"]["examples"]
    assert (example["image"], example["gt"], example["value"]) == ("two.jpg", 0, 40)
    assert (document["kinds"]["missing_picture"]["images"], document["failed"]) == (2, [])
    assert main(["lint", str(voc), "--fail-on", "outside:50%", "--no-pictures"]) == 0
    assert "two.jpg: ground truth 1 (cat)" in capsys.readouterr().out
    assert main(["lint", str(voc), "--fail-on", "outside:49%", "--fail-on", "degenerate", "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["failed"] == [{"kind": "outside", "percent": 49.0}]
    assert err == "rpn-inspector: failed on outside: 1 in 1 of 2 images, wanted not more than 49 % of the images\n"


def test_an_unknown_kind_is_answered_with_the_list(voc, capsys):
    assert main(["lint", str(voc), "--fail-on", "bogus"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "degenerate, outside, normalised" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["inspect"],
        ["inspect", "absent", "--image", "a", "--recipe", "torchvision-fpn"],
        ["inspect", ".", "--image", "a", "--recipe", "nonesuch"],
        ["open", "absent"],
        ["recipes"],
        ["recipes", "show", "nonesuch"],
        ["export", ".", "-r", "torchvision-fpn", "-p", "absent", "-f", "csv", "-o", "x"],
        ["export", ".", "-r", "torchvision-fpn", "-p", "absent", "-f", "xls", "-o", "x"],
        ["lint", "absent"],
        ["lint", ".", "--fail-on", "bogus"],
        ["lint", ".", "--fail-on", "outside:5"],
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "command", ["demo", "open", "inspect", "lint", "export", "doctor", "recipes list", "recipes diff"]
)
def test_help_has_an_example(command, capsys):
    assert main([*command.split(), "--help"]) == 0
    assert "Example: rpn-inspector" in capsys.readouterr().out


@pytest.mark.usefixtures("extras_load")
def test_recipes_and_doctor_speak_json(capsys):
    for arguments in (["recipes", "list"], ["recipes", "diff", "torchvision-fpn", "paper-vgg16"], ["doctor"]):
        assert main([*arguments, "--json"]) == 0
        json.loads(capsys.readouterr().out)
    assert main(["recipes", "show", "paper-vgg16"]) == 0
    assert capsys.readouterr().out == load_recipe("paper-vgg16").to_toml()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_is_drawn_into_a_picture(voc, tmp_path, monkeypatch, capsys):
    asked = []
    window = types.ModuleType("rpn_inspector.gui.app")
    window.run = lambda *arguments: asked.append(arguments) or 0
    monkeypatch.setitem(sys.modules, "rpn_inspector.gui.app", window)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert (
        main(["open", str(voc), "--image", "one", "--select", "5", "--split", "val", "--format", "voc", "--step", "7"])
        == 0
    )
    assert asked[0][7] == Options(split="val", format="voc")
    assert asked[0][8] == 7
    assert [str(part) for part in asked[0][:7]] == [str(voc), "None", "None", "one", "5", "rpn-inspector.png", "None"]
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert str(tmp_path / "rpn-inspector.png") in err


def test_what_is_ambiguous_is_asked_and_told_by_options(voc, capsys):
    coco = {
        "images": [{"id": 1, "file_name": "one.png"}],
        "categories": [{"id": 1, "name": "cell"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 12, 30, 20]}],
    }
    (voc / "labels.json").write_text(json.dumps(coco))
    asked = ["inspect", str(voc), "--image", "one", "--recipe", "torchvision-fpn", "--json"]
    assert main(asked) == 2
    refusal = capsys.readouterr().err
    assert "can be opened in 2 ways" in refusal
    assert "--annotations labels.json" in refusal
    for options in (["--annotations", "labels.json"], ["--format", "coco"]):
        assert main(asked + options) == 0
        assert json.loads(capsys.readouterr().out)["ground_truth"][0]["box"] == [10, 12, 40, 32]
    assert main([*asked, "--format", "voc", "--split", "nowhere"]) == 2
    assert "has no split 'nowhere'" in capsys.readouterr().err


def test_a_platform_is_known_by_any_of_its_plugins():
    linux = ["libqxcb.so", "libqwayland-egl.so", "libqwayland-generic.so", "libqoffscreen.so", "libother.so"]
    assert platforms_in(linux) == ["offscreen", "wayland", "xcb"]
    assert platforms_in(["qwindows.dll", "libqcocoa.dylib"]) == ["cocoa", "windows"]


def test_each_wish_for_a_dataset_is_an_option_of_every_command_that_opens_one(capsys):
    wishes = ["--dataset-format" if name == "format" else f"--{name}" for name in Options.__dataclass_fields__]
    for command in ("open", "inspect", "lint", "export", "layout", "recipes diff"):
        assert main([*command.split(), "--help"]) == 0
        out = capsys.readouterr().out
        assert [wish for wish in wishes if wish not in out] == []
