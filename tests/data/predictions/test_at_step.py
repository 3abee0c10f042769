"""A folder of dumps is one training: the newest outputs, and those of any step by ``at``."""

import json
import shutil

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.timeline import open_timeline
from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.resources import resource

FOLDER = resource("demo") / "predictions"


def with_step(source, target, step, **more):
    shutil.copytree(source, target)
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    (target / "meta.json").write_text(json.dumps(meta | {"step": step} | more), encoding="utf-8")
    return target


def test_the_newest_and_every_other_by_its_step():
    run = ri.open_predictions(FOLDER)
    assert run.steps == tuple(sorted(run.steps))
    assert len(run.steps) == 3
    assert run.step == run.steps[-1]
    assert run.at(run.step) is run
    first = run.at(run.steps[0])
    assert first.at(run.step).path == run.path
    name = run.names[0]
    alone = ri.open_predictions(first.path)
    same = zip(first[name].levels_objectness, alone[name].levels_objectness, strict=True)
    assert all(np.array_equal(one, other) for one, other in same)
    dataset = ri.open_dataset(resource("demo"))
    losses = [ri.inspect(dataset[name], "demo", run.at(step)[name]).loss.total for step in run.steps]
    assert losses[0] > losses[-1]
    assert alone.steps == (alone.step,)
    assert repr(run).count("\n") == 0


def test_a_step_that_is_not_there_is_said_with_those_that_are(tmp_path):
    run = ri.open_predictions(FOLDER)
    with pytest.raises(BadPredictions, match=f"no outputs of step 7, but of {run.steps[0]}, "):
        run.at(7)
    with pytest.raises(BadPredictions, match="but of no step"):
        ri.open_predictions(with_step(FOLDER / "late.rpn", tmp_path / "a.rpn", None)).at(1)


def test_dumps_without_a_place_are_left_out_and_said(tmp_path):
    folder = tmp_path / "run"
    folder.mkdir()
    with_step(FOLDER / "late.rpn", folder / "a.rpn", 10)
    with_step(FOLDER / "early.rpn", folder / "b.rpn", 20)
    with_step(FOLDER / "early.rpn", folder / "c.rpn", 20)
    with_step(FOLDER / "early.rpn", folder / "d.rpn", None)
    with_step(FOLDER / "early.rpn", folder / "e.rpn", 5, recipe="torchvision-fpn")
    with_step(FOLDER / "early.rpn", folder / "f.rpn", 40, schema=9)
    run = ri.open_predictions(folder)
    assert run.steps == (10, 20)
    assert run.skipped == len(run.warnings) == 4
    assert [line.partition(".rpn")[0][-1] for line in run.warnings] == ["c", "d", "e", "f"]


def test_the_newest_dump_says_which_recipe_the_others_need(tmp_path):
    with_step(FOLDER / "early.rpn", tmp_path / "a.rpn", 1, recipe="old")
    with_step(FOLDER / "early.rpn", tmp_path / "b.rpn", 2)
    with_step(FOLDER / "late.rpn", tmp_path / "c.rpn", 3)
    run = ri.open_predictions(tmp_path)
    assert (run.step, run.steps, run.recipe) == (3, (2, 3), "demo")
    assert "a.rpn/meta.json: recipe 'old', wanted 'demo' as in" in run.warnings[0]
    assert open_timeline(tmp_path).steps == run.steps


def test_a_copy_that_keeps_its_time_still_answers(tmp_path):
    shutil.copytree(FOLDER / "late.rpn", tmp_path / "a.rpn")
    dump = ri.open_predictions(tmp_path / "a.rpn")
    (tmp_path / "a.rpn").rename(tmp_path / "b.rpn")
    shutil.copytree(tmp_path / "b.rpn", tmp_path / "a.rpn")
    assert dump[dump.names[0]].levels_objectness


def test_a_folder_without_any_step_asks_for_one_dump(tmp_path):
    for name in "ab":
        with_step(FOLDER / "late.rpn", tmp_path / f"{name}.rpn", None)
    with pytest.raises(BadFile, match=r"holds 2 dumps \(a\.rpn, b\.rpn\), none with a step"):
        ri.open_predictions(tmp_path)
