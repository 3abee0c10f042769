"""What the window says of outputs, the command line says too: misfits, the trainer's own losses, what is not shown."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from rpn_inspector.analysis.batch_loss import apart, why_not_here
from rpn_inspector.cli.inspect_stages import share
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.warnings import InspectionWarning
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump

DEMO, IMAGE = str(resource("demo")), "street_01_mixed"
LATE = open_predictions(resource("demo", "predictions", "late.rpn"))[f"{IMAGE}.jpg"]


def told(capsys, *arguments):
    """Return the text and the JSON of ``inspect``."""
    assert main(["inspect", *arguments]) == 0
    text = capsys.readouterr().out
    assert main(["inspect", *arguments, "--json"]) == 0
    return text, json.loads(capsys.readouterr().out)


def misfits(document):
    return [warning["example"] for warning in document["warnings"] if warning["kind"] == "misfit"]


def interleaved(prediction):
    """Channel c * A + a in the place of a * 4 + c."""
    turned = [
        level.reshape(-1, 4, *level.shape[1:]).transpose(1, 0, 2, 3).reshape(level.shape)
        for level in prediction.levels_deltas
    ]
    return replace(prediction, levels_deltas=tuple(turned))


def probable(prediction):
    scores = tuple(1 / (1 + np.exp(-level)) for level in prediction.levels_objectness)
    return replace(prediction, levels_objectness=scores)


@pytest.mark.parametrize(
    ("change", "words"),
    [(interleaved, "deltas lie as 4, A, H, W"), (probable, "all scores lie from 0 to 1: probabilities")],
)
def test_outputs_that_do_not_fit_say_so(tmp_path, no_progress, capsys, change, words):
    dump = save_dump(tmp_path / "d.rpn", {f"{IMAGE}.jpg": change(LATE)}, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    assert "warning: these outputs do not fit the recipe: " in text
    (example,) = misfits(document)
    assert words in example
    assert words in text


def test_outputs_that_fit_say_nothing_of_it(no_progress, capsys):
    predictions = str(resource("demo", "predictions", "late.rpn"))
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", predictions)
    assert "do not fit" not in text
    assert misfits(document) == []
    # the demo's trainer recorded its losses
    assert document["trainer"]["box"] == pytest.approx(document["loss"]["box"], rel=1e-5)


def test_a_model_that_runs_is_checked_as_well(tmp_path, no_progress, capsys):
    right = resource("demo", "model.toml").read_text("utf-8")
    (tmp_path / "wrong.toml").write_text(right.replace('"A4,H,W"', '"A4,H,W"\ncolumns = [1, 0, 3, 2]'), "utf-8")
    (tmp_path / "right.toml").write_text(right, "utf-8")
    asked = [DEMO, "-i", IMAGE, "-r", "demo", "-p", str(resource("demo", "model.onnx")), "--layout"]
    text, document = told(capsys, *asked, str(tmp_path / "wrong.toml"))
    assert "warning: these outputs do not fit the recipe: another layout fits the ground truth better" in text
    assert len(misfits(document)) == 1
    _, document = told(capsys, *asked, str(tmp_path / "right.toml"))
    assert misfits(document) == []


def test_the_trainers_own_losses_stand_beside_ours(tmp_path, no_progress, capsys):
    recorded = replace(LATE, loss_objectness=0.125, loss_box=0.5)
    dump = save_dump(tmp_path / "d.rpn", {f"{IMAGE}.jpg": recorded}, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    loss = document["loss"]
    assert document["trainer"] == {
        "objectness": 0.125, "box": 0.5, "batch": [], "here": {"objectness": loss["objectness"], "box": loss["box"]},
        "differs": {
            "objectness": pytest.approx(abs(loss["objectness"] - 0.125) / 0.125),
            "box": pytest.approx(abs(loss["box"] - 0.5) / 0.5),
        },
        "why": None,
    }  # fmt: skip
    rows = {line.rsplit(maxsplit=1)[0].strip(): line.split()[-1] for line in text.splitlines() if "loss" in line}
    assert (rows["trainer's objectness loss"], rows["trainer's box loss"]) == ("0.125", "0.5")
    assert "objectness loss differs by" in text
    far = share(document["trainer"]["differs"]["objectness"])
    assert f"warning: the trainer's losses differ from those here, objectness by {far}" in text


def test_the_losses_of_a_batch_stand_beside_those_of_the_same_pictures(tmp_path, no_progress, capsys):
    dataset, recipe = open_dataset(DEMO), load_recipe("demo")
    late = open_predictions(resource("demo", "predictions", "late.rpn"))
    names = (f"{IMAGE}.jpg", "street_03_overlapping.jpg")
    outputs = {name: replace(late[name], loss_objectness=0.25, loss_box=0.5, batch=names) for name in names}
    dump = save_dump(tmp_path / "d.rpn", outputs, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    losses = [inspect(dataset[dataset.find(name)], recipe, outputs[name]).loss for name in names]
    wanted = sum(one.box * one.box_normaliser for one in losses) / sum(one.box_normaliser for one in losses)
    assert document["trainer"]["batch"] == list(names)
    assert document["trainer"]["here"]["box"] == pytest.approx(wanted)
    assert "trainer's box loss, batch of 2" in text
    assert "box loss of that batch here" in text
    del outputs[names[1]]
    alone = save_dump(tmp_path / "one.rpn", outputs, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(alone))
    assert document["trainer"]["here"] is None  # the other picture's outputs are not there
    assert document["trainer"]["why"] == f"{names[1]}: no losses, wanted those of each picture of its batch"
    assert f"warning: the trainer's losses are not worked out here: {names[1]}: no losses" in text


@pytest.mark.parametrize(
    ("theirs", "ours", "far"),
    [
        (0.5, 0.5 * (1 + 9e-6), 0.0),
        (0.8, 0.92, 0.15),
        (10.53259, 8.91014, 0.15404),
        (0.0, 0.0, 0.0),
        (0.0, 0.1, np.inf),
        (np.nan, 0.1, np.nan),
        (0.1, np.inf, np.nan),
    ],
)
def test_how_far_two_losses_are_apart(theirs, ours, far):
    assert apart(theirs, ours) == pytest.approx(far, rel=1e-4, nan_ok=True)


def test_a_share_is_said_in_percent():
    assert [share(value) for value in (0.15404, 0.00002, 0.996, 2.4412, 15.0, 3.7e30)] == [
        "15 %", "0.002 %", "100 %", "244 %", "1,500 %", "over 100,000 %",
    ]  # fmt: skip


def test_losses_that_agree_say_nothing_and_another_draw_says_so(tmp_path, no_progress, capsys):
    found = inspect(open_dataset(DEMO)[f"{IMAGE}.jpg"], load_recipe("demo"), LATE).loss
    same = replace(LATE, loss_objectness=found.objectness, loss_box=found.box)
    dump = save_dump(tmp_path / "same.rpn", {f"{IMAGE}.jpg": same}, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    assert (document["trainer"]["differs"], document["trainer"]["why"]) == ({}, None)
    assert "differ" not in text
    drawn = replace(same, loss_box=2 * found.box, sampled_positive=None, sampled_negative=None, sampled_gt=None)
    dump = save_dump(tmp_path / "drawn.rpn", {f"{IMAGE}.jpg": drawn}, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    assert document["trainer"]["why"] == "the trainer's mini-batch is not recorded, and another is drawn here"
    assert "another is drawn here" in text


@pytest.mark.parametrize(
    ("theirs", "written", "why"),
    [
        (float("nan"), "not finite", "the trainer's is no finite number"),
        (float("inf"), "not finite", "the trainer's is no finite number"),
        (0.0, "0", "the trainer's is 0"),
    ],
)
def test_a_trainer_s_loss_that_no_share_can_be_had_of_is_said_so(theirs, written, why, tmp_path, no_progress, capsys):
    found = inspect(open_dataset(DEMO)[f"{IMAGE}.jpg"], load_recipe("demo"), LATE).loss
    odd = replace(LATE, loss_objectness=found.objectness, loss_box=theirs)
    dump = save_dump(tmp_path / "odd.rpn", {f"{IMAGE}.jpg": odd}, "demo")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump))
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert f"trainer's box loss {written}" in rows
    assert f"box loss differs {why}" in rows
    assert f"warning: the trainer's losses differ from those here, box, for {why}" in text
    assert document["trainer"]["differs"] == {"box": None}
    assert document["trainer"]["why"] == (None if theirs == 0 else f"the trainer's box loss is {theirs}")


def test_candidates_that_are_not_all_listed_are_counted(no_progress, capsys):
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", "yolov8", "--truth", "3")
    count = document["ground_truth"][2]["candidates"]
    assert count > 20
    assert f"\nthe first 20 of {count:,} candidates\n" in text
    few = inspect(open_dataset(DEMO)[f"{IMAGE}.jpg"], load_recipe("yolov8")).explain_truth(0).candidates
    assert (few.unit, len(few.rows)) == ("", document["ground_truth"][0]["candidates"])


def test_a_batch_too_large_and_a_class_without_a_column_are_named():
    found = inspect(open_dataset(DEMO)[f"{IMAGE}.jpg"], load_recipe("demo"), LATE)
    assert why_not_here(found, ["a"] * 9) == "of a batch of 9 pictures, at most 8 are reckoned at once"
    unfit = InspectionWarning(
        "class_range", 1, "ground truth 1 is of class 3 (from 0), but the outputs have 2: no loss"
    )
    assert why_not_here(replace(found, warnings=(unfit,))) == unfit.example


def test_what_a_recipe_does_not_reproduce_is_said_with_its_numbers(tmp_path, no_progress, capsys):
    (tmp_path / "mine.toml").write_text('format = 2\nextends = "yolov3-416-darknet"\n', "utf-8")
    text, document = told(capsys, DEMO, "-i", IMAGE, "-r", str(tmp_path / "mine.toml"))
    assert document["reproduces_not"][0].startswith("its training crops at random")
    assert text.count("not reproduced: ") == len(document["reproduces_not"])


def test_a_dump_of_an_unknown_recipe_is_looked_at_under_the_one_asked_for_and_said_so(tmp_path, no_progress, capsys):
    dump = save_dump(tmp_path / "d.rpn", {f"{IMAGE}.jpg": LATE}, "mystery")
    assert main(["inspect", DEMO, "-i", IMAGE, "-r", "demo", "-p", str(dump)]) == 0
    assert "names the recipe 'mystery', which does not ship" in capsys.readouterr().err
