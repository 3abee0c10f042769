"""What an audit tells of a detector: JSON, text and tables, the same bytes in any number of processes."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from coco_cases import coco_files

import rpn_inspector as ri
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.evaluation_document import evaluation_document
from rpn_inspector.analysis.audit.evaluation_words import evaluation_texts, had_text
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.tide import Error
from rpn_inspector.cli.program import main
from rpn_inspector.core.extras import command

RECIPE = "torchvision-mobilenet-320"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    truths, boxes = coco_files(tmp_path_factory.mktemp("coco"), 5, pictures=10)
    return str(truths), str(boxes)


@pytest.fixture(scope="module")
def found(files):
    dataset = ri.open_dataset(files[0])
    return ri.audit(dataset, RECIPE, ri.open_predictions(files[1], dataset), workers=1)


def test_each_error_is_followed_to_the_ends_of_the_ground_truths_behind_it(found):
    told, outputs = document(found)["evaluation"], found.predicted
    points = [each["points"] for each in told["errors"]]
    assert points == sorted(points, reverse=True)
    assert {each["error"] for each in told["errors"]} == {error.name.lower() for error in Error}
    for each in told["errors"]:
        rows = found.evaluation.behind(Error[each["error"].upper()]).tolist()
        ends = [End(outputs.end[row]).name.lower() for row in rows if outputs.end[row] >= 0]
        assert each["ends"] == {end.name.lower(): ends.count(end.name.lower()) for end in End}
        assert sum(each["ends"].values()) + each["not_judged"] == each["ground_truths"] == len(rows)
        assert each["lost"] == len([end for end in ends if end != "found"])
        assert each["count"] == each["labelled"]
    missed = next(each for each in told["errors"] if each["error"] == "missed")
    assert missed["count"] == missed["ground_truths"] > 5
    assert missed["lost"] > 0
    assert sum(row["boxes"] for row in told["by_class"]) == told["ground_truths"]
    assert told["by_class"][3] == {"class": "class 40", "boxes": 0, "AP": None, "AP50": None}
    given = json.loads(Path(found.predicted.path).read_text())
    assert told["detections"] + told["not_counted"] == len(given)


def test_the_words_say_how_many_had_what():
    ends = dict.fromkeys((end.name.lower() for end in End), 0) | {"no_anchor": 260, "suppressed": 12, "found": 3}
    error = {"ends": ends, "not_judged": 0}
    first = "260 unmatched, 12 had a suppressed box"
    assert str(had_text(error)) == f"{first}, 3 had a box beyond those counted"
    assert str(had_text(error, found=False)) == first
    never = {"ends": ends | {"never_reaches": 300}, "not_judged": 0}
    assert str(had_text(never, found=False)) == f"300 had no box at IoU 0.50, {first}"
    assert str(had_text(never, found=False, of_class=True)) == f"300 had no box of its class at IoU 0.50, {first}"


def test_sentences_name_map_the_missed_and_a_count_that_differs(found):
    made = evaluation_document(found)
    first, second, *rest = map(str, evaluation_texts(made))
    ap, ap50 = (found.evaluation.numbers[name] for name in ("AP", "AP50"))
    assert first == f"mAP is {ap:.4f}, at IoU 0.50 {ap50:.4f}, over 10 images."
    assert second.startswith(f"{found.evaluation.missed.sum()} missed: ")
    worst = next(each for each in made["evaluation"]["errors"] if each["error"] != "missed")
    assert f" {100 * worst['points']:.1f} points of AP." in rest[0]
    assert rest[1].startswith(f"{worst['lost']} lost ground truths are behind them: ")
    labelled = found.evaluation.labelled.copy()
    labelled[Error.BOTH] += 1
    other = dataclasses.replace(found, evaluation=dataclasses.replace(found.evaluation, labelled=labelled))
    [*_, last] = map(str, evaluation_texts(evaluation_document(other)))
    assert last.startswith(f"{found.evaluation.by} counts {labelled[Error.BOTH] - 1} both errors, and ")


def test_an_evaluation_without_ground_truths_has_no_number(found):
    nothing = dataclasses.replace(
        found.evaluation, numbers=dict.fromkeys(found.evaluation.numbers, np.nan), points=np.zeros(6),
        missed=np.zeros_like(found.evaluation.missed), counted=np.zeros(6, int), labelled=np.zeros(6, int),
    )  # fmt: skip
    made = evaluation_document(dataclasses.replace(found, evaluation=nothing))
    assert set(made["evaluation"]["numbers"].values()) == {None}
    assert list(map(str, evaluation_texts(made))) == ["No mAP: no ground truth is there to be found."]


def test_the_command_prints_numbers_and_errors_and_no_loss_that_nobody_knows(files, found, capsys):
    assert main(["audit", files[0], "-r", RECIPE, "-p", files[1], "--workers", "1"]) == 0
    out = capsys.readouterr().out
    ap = found.evaluation.numbers["AP"]
    for words in (
        f"AP {ap:.4f}, AP50",
        "TIDE's errors",
        "badly placed",
        "calibration of boxes",
    ):
        assert words in out
    assert "costliest anchors" not in out  # no loss is known of a file's boxes
    assert "hardest ground truths" not in out
    assert "mAP is" in out


def test_two_results_are_compared_by_numbers_and_errors(files, found, tmp_path, capsys):
    fewer = [one for one in json.loads(Path(files[1]).read_text()) if one["score"] > 0.5]
    other = tmp_path / "fewer.json"
    other.write_text(json.dumps(fewer))
    line = ["audit", files[0], "-r", RECIPE, "-p", files[1], "--workers", "1", "--against-predictions", str(other)]
    assert main([*line, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)["against_predictions"]["evaluation"]
    assert main(line) == 0
    out = capsys.readouterr().out
    dataset = ri.open_dataset(files[0])
    second = ri.audit(dataset, RECIPE, ri.open_predictions(other, dataset), workers=1).evaluation
    for name, both in made["numbers"].items():
        assert both == [found.evaluation.numbers[name], second.numbers[name]]
    for each in made["errors"]:
        error = Error[each["error"].upper()]
        assert each["count"] == [found.evaluation.counted[error], second.counted[error]]
        assert each["points"] == [found.evaluation.points[error], second.points[error]]
    ap, then = made["numbers"]["AP"]
    assert re.search(rf"AP +{ap:.4f} +{then:.4f}", out)


def test_without_the_library_one_line_says_how_to_install_it_and_the_rest_is_the_same(
    files, found, monkeypatch, capsys
):
    monkeypatch.setitem(sys.modules, "hotcoco", None)
    assert main(["audit", files[0], "-r", RECIPE, "-p", files[1], "--workers", "1", "--json"]) == 0
    made, whole = json.loads(capsys.readouterr().out), document(found)
    assert made["evaluation"] is None
    assert made["no_evaluation"].endswith(f"is not installed, wanted {command('eval')}")
    assert made["sentences"][-1] == f"No mAP: {made['no_evaluation']}."
    for key in ("ends", "lost", "loss", "hardest", "costliest", "calibration", "kinds"):
        assert made[key] == whole[key]


def test_proposals_have_no_map_and_say_why(capsys):
    demo = "resources/demo"
    assert main(["audit", demo, "-r", "demo", "-p", f"{demo}/predictions/late.rpn", "--workers", "1"]) == 0
    assert "No mAP: the outputs are proposals without classes, not a detector's last boxes." in capsys.readouterr().out


def test_the_files_are_the_same_in_any_number_of_processes(files, found, tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.output_units.PICTURES", 3)
    for name, wishes in {"one": ["--workers", "1"], "two": ["--workers", "2"]}.items():
        assert main(["audit", files[0], "-r", RECIPE, "-p", files[1], *wishes, "-o", str(tmp_path / name)]) == 0
    for file in ("audit.json", "ground_truth.csv", "summary.md", "report.html"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    with (tmp_path / "one" / "ground_truth.csv").open(newline="", encoding="utf-8-sig") as stream:
        words = [row["detection"] for row in csv.DictReader(stream)]
    told = found.evaluation
    counts = [told.region.sum(), told.matched.sum(), told.missed.sum()]
    assert [words.count(word) for word in ("region", "matched", "missed")] == counts
    assert words.count("mendable") == (told.evaluated & ~told.matched & ~told.missed).sum()
