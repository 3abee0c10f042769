"""The ``audit`` command with predictions: losses, ends, demands and what is refused."""

from __future__ import annotations

import csv
import json
from collections import Counter

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.audit.findings import OUTPUT_KINDS
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
