"""Timelines: how dumps become one, what is refused, and one anchor's history equal to what inspect says."""

import json
import re

import numpy as np
import pytest

from rpn_inspector.analysis import timeline as module
from rpn_inspector.analysis.timeline import history, open_timeline
from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.session.open_request import left_out

RECIPE = load_recipe("torchvision-fpn")
SAMPLE = Sample("a.jpg", (120, 160), gt=np.array([[20, 20, 90, 80], [100, 30, 130, 100]]))
PLAIN = inspect(SAMPLE, RECIPE)
COUNT = PLAIN.grid.size
NEGATIVE = int(np.flatnonzero(PLAIN.assignment.label == 0)[0])
IGNORED = int(np.flatnonzero(PLAIN.assignment.label == -1)[0])


def said(step):
    generator = np.random.default_rng(step)
    return Prediction(
        objectness=generator.normal(0, 2, COUNT).astype(np.float32),
        deltas=generator.normal(0, 0.3, (COUNT, 4)).astype(np.float32),
    )


def dump(path, step, names=("a.jpg",), recipe="torchvision-fpn"):
    return save_dump(path, {name: said(step) for name in names}, recipe, step=step)


@pytest.fixture
def folder(tmp_path):
    """Three steps, written out of order, one as a zip; the second knows another picture only."""
    (tmp_path / "run").mkdir()
    dump(tmp_path / "run" / "b.rpn", 300)
    dump(tmp_path / "run" / "a.zip", 20)
    dump(tmp_path / "run" / "c.rpn", 100, names=("other.jpg",))
    (tmp_path / "run" / "notes.txt").write_text("no dump", encoding="utf-8")
    return tmp_path / "run"


def test_a_folder_of_dumps_is_sorted_by_step(folder):
    timeline = open_timeline(folder)
    assert timeline.steps == (20, 100, 300)
    assert [entry.path.name for entry in timeline.dumps] == ["a.zip", "c.rpn", "b.rpn"]
    assert timeline.at(2).step == 300
    assert (len(timeline), timeline.recipe) == (3, "torchvision-fpn")
    assert [timeline.nearest(step) for step in (0, 61, 199, 1000)] == [0, 1, 1, 2]
    assert [place.name for place in dumps_in(folder)] == ["a.zip", "b.rpn", "c.rpn"]
    assert dumps_in(folder / "b.rpn") == []


def test_several_paths_are_one_timeline_and_one_named_twice_counts_once(folder):
    one, other = folder / "b.rpn", folder / "a.zip"
    assert open_timeline([one, other, one, str(folder / "b.rpn" / "meta.json")]).steps == (20, 300)
    assert open_timeline(one).steps == (300,)


@pytest.mark.parametrize("position", [-1, 3])
def test_a_position_beyond_the_ends_is_refused(folder, position):
    with pytest.raises(InspectorError, match="wanted 0 to 2"):
        open_timeline(folder).at(position)


@pytest.mark.parametrize("simple", [True, False])
@pytest.mark.parametrize("name", ["positive", "negative", "ignored"])
def test_history_is_what_inspect_says_at_each_step(folder, name, simple, monkeypatch):
    assert module._is_simple(RECIPE)
    monkeypatch.setattr(module, "_is_simple", lambda recipe: simple)
    anchor = {"positive": int(PLAIN.positive[1]), "negative": NEGATIVE, "ignored": IGNORED}[name]
    timeline = open_timeline(folder)
    found = history(timeline, SAMPLE, RECIPE, anchor)
    assert found.steps.tolist() == [20, 100, 300]
    assert found.missing.tolist() == [False, True, False]
    for position in (0, 2):
        facts = inspect(SAMPLE, RECIPE, timeline.at(position)["a.jpg"]).explain(anchor)
        np.testing.assert_array_equal(found.t[position], facts.t)
        assert found.score[position] == facts.score
        for told, wanted in ((found.loss_box, facts.box_loss), (found.loss_objectness, facts.objectness_loss)):
            if wanted is None:
                assert np.isnan(told).all()
            else:
                assert told[position] == pytest.approx(wanted, rel=1e-12)
        if facts.t_star is None:
            assert found.t_star is None
        else:
            np.testing.assert_array_equal(found.t_star, facts.t_star)
    for values in (found.t, found.score, found.loss_box, found.loss_objectness):
        assert np.isnan(values[1]).all()


def test_the_assignment_and_the_files_are_worked_out_once_for_a_picture(folder, monkeypatch):
    timeline = open_timeline(folder)
    asked, read = [], []
    monkeypatch.setattr(module, "inspect", lambda *given: asked.append(given) or inspect(*given))
    load = type(timeline.dumps[0])._load
    monkeypatch.setattr(type(timeline.dumps[0]), "_load", lambda self, name: read.append(name) or load(self, name))
    first = [history(timeline, SAMPLE, RECIPE, anchor) for anchor in (0, 5, int(PLAIN.positive[0]))]
    assert (len(asked), len(read)) == (1, 2)
    monkeypatch.setattr(module, "CACHE_BYTES", 1)
    again = [history(open_timeline(folder), SAMPLE, RECIPE, anchor) for anchor in (0, 5, int(PLAIN.positive[0]))]
    for one, other in zip(first, again, strict=True):
        np.testing.assert_array_equal(one.t, other.t)
        np.testing.assert_array_equal(one.loss_objectness, other.loss_objectness)


def test_another_sample_or_recipe_is_not_answered_from_memory(folder):
    timeline = open_timeline(folder)
    anchor = int(PLAIN.positive[0])
    assert history(timeline, SAMPLE, RECIPE, anchor).t_star is not None
    empty = Sample("a.jpg", (120, 160))
    assert history(timeline, empty, RECIPE, anchor).t_star is None
    assert history(timeline, SAMPLE, RECIPE, anchor).t_star is not None


def test_an_anchor_or_a_picture_that_is_not_there_is_refused(folder):
    timeline = open_timeline(folder)
    for anchor in (-1, COUNT):
        with pytest.raises(InspectorError, match=f"anchor {anchor}: wanted 0 to {COUNT - 1}"):
            history(timeline, SAMPLE, RECIPE, anchor)
    with pytest.raises(InspectorError, match="no step of the timeline"):
        history(timeline, Sample("nowhere.jpg", (120, 160)), RECIPE, 0)


def test_steps_that_differ_in_the_networks_input_are_refused(tmp_path):
    sizes = {1: (800, 1067), 2: (750, 1000)}
    for step, size in sizes.items():
        prediction = Prediction(objectness=said(1).objectness, deltas=said(1).deltas, network_size=size)
        save_dump(tmp_path / f"{step}.rpn", {"a.jpg": prediction}, "r", step=step)
    with pytest.raises(BadPredictions, match=r"2\.rpn.*\(750, 1000\).*wanted \(\(800, 1067\).*step 1"):
        history(open_timeline(tmp_path), SAMPLE, RECIPE, 0)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ({"step": None}, "step is null"),
        ({"step": 1}, r"step 1, which .*one\.rpn has already"),
        ({"recipe": "paper-vgg16"}, r"two\.rpn.*'paper-vgg16', wanted 'torchvision-fpn' as in .*three\.rpn"),
    ],
)
def test_a_dump_without_a_place_in_time_is_left_out_and_named(tmp_path, second, words):
    dump(tmp_path / "one.rpn", 1)
    meta = dump(tmp_path / "two.rpn", 2) / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text(encoding="utf-8")) | second), encoding="utf-8")
    dump(tmp_path / "three.rpn", 3)
    timeline = open_timeline(tmp_path)
    assert timeline.steps == (1, 3)
    assert len(timeline.left_out) == 1
    assert re.search(words, timeline.left_out[0])
    assert left_out(timeline.at(0), timeline) == timeline.left_out


def test_a_broken_dump_is_left_out_and_none_left_is_refused(tmp_path):
    dump(tmp_path / "one.rpn", 1)
    meta = dump(tmp_path / "two.rpn", 2) / "meta.json"
    meta.write_text("{", encoding="utf-8")
    assert open_timeline(tmp_path).steps == (1,)
    (tmp_path / "one.rpn" / "meta.json").write_text('{"schema": 2}', encoding="utf-8")
    with pytest.raises(BadPredictions, match=r"one\.rpn/meta\.json: schema 2"):
        open_timeline(tmp_path)


def test_a_folder_without_dumps_and_no_path_at_all_are_refused(tmp_path):
    for given, words in ((tmp_path, "holds no meta.json and no dump"), ([], "wanted at least one")):
        with pytest.raises(BadFile, match=words):
            open_timeline(given)
    (tmp_path / "broken.rpn.zip").write_bytes(b"no zip")
    with pytest.raises(BadFile, match=r"broken\.rpn\.zip"):
        open_timeline(tmp_path)
