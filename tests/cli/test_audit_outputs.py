"""The ``audit`` command with predictions: losses, ends, demands and what is refused."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter

import numpy as np
import pytest
from PIL import Image

import rpn_inspector as ri
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.findings import OUTPUT_KINDS
from rpn_inspector.analysis.scan.scan import row_of
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource

DEMO, DUMPS = str(resource("demo")), str(resource("demo", "predictions"))
ENDS = ("found", "no_anchor", "never_reaches", "low_score", "cut_by_top_k", "suppressed")


def told(capsys, *arguments, code=0):
    assert main(["audit", DEMO, "-r", "demo", *arguments]) == code
    return capsys.readouterr()


@pytest.fixture(scope="module")
def losses():
    """The losses of `inspect` of the pictures with outputs at step 400."""
    dataset, recipe = ri.open_dataset(DEMO), ri.load_recipe("demo")
    outputs = ri.open_predictions(f"{DUMPS}/middle.rpn")
    found = [ri.inspect(one, recipe, outputs[one.name]).loss for one in dataset if one.name in outputs]
    return np.mean([(one.objectness, one.box, one.total) for one in found], 0)


def test_json_has_the_mean_of_the_losses_and_ends_that_add_up(capsys, losses):
    made = json.loads(told(capsys, "-p", DUMPS, "--step", "400", "--json").out)
    assert [made["loss"][name] for name in ("objectness", "box", "total")] == pytest.approx(losses)
    assert made["loss"]["images"] == made["predictions"]["images"] == 10
    ends = made["ends"]
    assert sum(ends[end] for end in ENDS) == ends["judged"] == 140
    for rows in made["lost"].values():
        assert [sum(row[end] for row in rows) for end in ENDS] == [ends[end] for end in ENDS]
    assert made["kinds"]["no_proposal"]["count"] == ends["lost"]
    assert made["kinds"]["no_outputs"]["count"] == made["predictions"]["without"] == 30
    assert set(OUTPUT_KINDS) <= set(made["kinds"])


def test_text_says_the_sentences(capsys, losses):
    text = told(capsys, "-p", DUMPS, "--step", "400").out
    assert "22 of 140 ground truths are lost, 14 of them by a top-k." in text
    assert f"total {losses[2]:.4g}" in text
    assert "30 images have no outputs and are in no number here." in text


def test_demands_know_the_ends(capsys):
    out = told(capsys, "-p", DUMPS, "--step", "400", "--fail-on", "cut_by_top_k:9%", code=1)
    assert "failed on cut_by_top_k: 14 of 140 boxes (10.0%), wanted at most 9 %" in out.err
    told(capsys, "-p", DUMPS, "--step", "400", "--fail-on", "cut_by_top_k:10%")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fail-on", "low_score"], "--fail-on low_score: found no --predictions"),
        (["--step", "400"], "--step: found no --predictions"),
        (["-p", DUMPS, "--step", "5"], "has no outputs of step 5"),
        (["-p", "no/such"], "no such file or folder"),
    ],
)
def test_what_cannot_be_told_is_refused_in_one_line(capsys, arguments, words):
    error = told(capsys, *arguments, code=2).err
    assert words in error
    assert error.strip().count("\n") == 0


def test_the_folder_has_a_row_for_each_end_and_names_the_predictions(capsys, tmp_path):
    told(capsys, "-p", DUMPS, "--step", "400", "-o", str(tmp_path / "out"))
    with (tmp_path / "out" / "ground_truth.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    ends = Counter(row["end"] for row in rows if row["end"])
    made = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert {end: made["ends"][end] for end in ends} == ends
    assert ends.total() == 140
    lost = [row for row in rows if row["end"] == "cut_by_top_k"]
    assert all("cut_by_top_k" in row["finding"].split() for row in lost)
    assert all(float(row["best_box_iou"]) >= 0.5 for row in lost)
    assert f"--predictions {DUMPS} --step 400" in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")


def test_images_of_another_size_than_annotated_are_counted_where_files_are_opened(tmp_path):
    """a.png is twice as large as annotated, b.png as annotated: anchors follow the annotation in both."""
    images = [{"id": n, "file_name": f"{name}.png", "height": 120, "width": 160} for n, name in ((1, "a"), (2, "b"))]
    box = {"category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0}
    boxes = [box | {"id": n, "image_id": n} for n in (1, 2)]
    text = json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "a"}]})
    (tmp_path / "instances.json").write_text(text)
    for name, size in (("a", (320, 240)), ("b", (160, 120))):
        Image.new("RGB", size).save(tmp_path / f"{name}.png")
    found = ri.audit(ri.open_dataset(tmp_path), "demo", SimulatedPredictions())
    assert found.annotations.size.tolist() == [[120, 160]] * 2
    assert found.predicted.resized.tolist() == [0]
    made = document(found)
    assert made["predictions"]["other_size"] == 1
    assert "1 image has another size than annotated" in " ".join(made["sentences"])


def test_a_picture_without_any_size_is_in_no_count_of_scan_and_audit(tmp_path):
    """c.png is not there but its size is annotated, d.png has no size at all."""
    size = {"height": 120, "width": 160}
    images = [{"id": n, "file_name": f"{name}.png"} | (size if name == "c" else {}) for n, name in enumerate("cd")]
    box = {"category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0}
    boxes = [box | {"id": n, "image_id": n} for n in range(2)]
    text = json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "a"}]})
    (tmp_path / "instances.json").write_text(text)
    dataset, recipe = ri.open_dataset(tmp_path), ri.load_recipe("demo")
    found = ri.audit(dataset, recipe)
    assert found.annotations.size.tolist() == [[120, 160], [0, 0]]
    first, second = (row_of(dataset, index, recipe) for index in range(2))
    assert first.positives == found.positives[0] == ri.inspect(dataset[0], recipe).positive.size
    assert second.positives == 0
    assert second.problem == "d.png: the picture was not found, and no size is annotated: in no count"


def test_no_picture_is_opened_where_sizes_are_annotated(tmp_path):
    """The file is no picture at all, and none notices."""
    images = [{"id": 1, "file_name": "a.png", "height": 120, "width": 160}]
    boxes = [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0}]
    text = json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "a"}]})
    (tmp_path / "instances.json").write_text(text)
    (tmp_path / "a.png").write_bytes(b"no picture")
    found = ri.audit(ri.open_dataset(tmp_path), "demo")
    assert (found.annotations.opened, found.problems) == (0, {})


def test_why_outputs_cannot_be_used_is_said_with_the_number_of_images_for_each_reason(capsys, tmp_path):
    """Two torn files, one array missing in another: a line a reason, the commonest first, in all that is written."""
    dump = tmp_path / "torn.rpn"
    shutil.copytree(f"{DUMPS}/early.rpn", dump)
    for name in ("000000", "000001"):
        file = dump / f"{name}.npz"
        file.write_bytes(file.read_bytes()[:1000])
    with np.load(dump / "000002.npz") as arrays:
        kept = {name: array for name, array in arrays.items() if name != "deltas_0"}
    np.savez(dump / "000002.npz", **kept)
    out = told(capsys, "-p", str(dump), "-o", str(tmp_path / "out")).out
    torn = f"The outputs of 2 images, as of street_01_mixed.jpg: {dump}/000000.npz: not readable as .npz"
    missing = f"The outputs of street_05_cut_off.jpg: {dump}/000002.npz: deltas_0 is missing, wanted float32."
    assert 0 < out.index(torn) < out.index(missing)
    made = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert [each["count"] for each in made["predictions"]["unusable"]] == [2, 1]
    assert made["kinds"]["bad_outputs"]["count"] == made["predictions"]["bad"] == 3
    for name in ("report.html", "summary.md"):
        assert "deltas_0 is missing" in (tmp_path / "out" / name).read_text(encoding="utf-8").replace("\\_", "_")


def test_outputs_count_under_their_own_recipe_where_none_is_named(capsys):
    assert main(["audit", DEMO, "-p", f"{DUMPS}/middle.rpn", "--json"]) == 0
    alone = capsys.readouterr()
    assert "middle.rpn: counted under the recipe they were made under, demo" in alone.err
    named = json.loads(told(capsys, "-p", f"{DUMPS}/middle.rpn", "--json").out)
    times = ("seconds", "images_per_second")
    mine, same = (
        {key: value for key, value in made.items() if key not in times} for made in (json.loads(alone.out), named)
    )
    assert mine == same


def test_a_recipe_is_asked_for_where_nothing_names_one(capsys):
    assert main(["audit", DEMO]) == 2
    assert "--recipe: not given, wanted a recipe's name or TOML, or --predictions" in capsys.readouterr().err


def test_a_list_of_boxes_that_fits_no_picture_is_no_list_of_misses(capsys, tmp_path):
    box = {"category_id": 1, "bbox": [5, 5, 40, 40], "score": 0.5}
    file = tmp_path / "boxes.json"
    file.write_text(json.dumps([{"image_id": 90_001, **box}]))
    found = told(capsys, "-p", str(file), "--json")
    made = json.loads(found.out)
    assert "has outputs for 1 picture, such as '90001', but for none of the dataset's 40" in found.err
    assert (made["predictions"]["without"], made["predictions"]["not_named"]) == (40, 0)
    assert (made["ends"]["judged"], made["evaluation"]) == (0, None)
    assert made["no_evaluation"] == "no picture has outputs that can be used"
    file.write_text("[]")  # a detector that finds nothing
    made = json.loads(told(capsys, "-p", str(file), "--json").out)
    assert (made["predictions"]["not_named"], made["ends"]["found"], made["ends"]["judged"] > 0) == (40, 0, True)
