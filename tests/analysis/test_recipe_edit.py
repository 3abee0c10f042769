"""Recipes changed field by field: what differs, what is wrong and where, and files that hold only the changes."""

import dataclasses
import math
from typing import get_args

import numpy as np
import pytest
from recipe_texts import recipe_from_toml, with_value

from rpn_inspector import Sample, inspect
from rpn_inspector.analysis.recipe_edit import (
    build,
    changes_toml,
    differences,
    idle,
    nearest,
    rows_of,
    save_recipe,
    under_rule,
)
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import STAGES, list_recipes, load_recipe
from rpn_inspector.core.spec import table_of, toml

BASE = load_recipe("torchvision-fpn")
MINE = dataclasses.replace(
    BASE,
    name="mine",
    matcher=dataclasses.replace(BASE.matcher, positive=0.6),
    coder=dataclasses.replace(BASE.coder, max_log_scale=math.inf),
)


@pytest.mark.parametrize("name", list_recipes())
def test_the_values_of_a_recipe_build_it_again(name):
    recipe = load_recipe(name)
    assert build(recipe.flat(), recipe, name) == (recipe, {})


def test_text_and_file_read_alike(tmp_path):
    assert recipe_from_toml(MINE.to_toml()) == MINE
    assert recipe_from_toml('extends = "torchvision-fpn"', "there.toml").name == "there"


def test_only_the_changes_are_written(tmp_path):
    text = changes_toml(MINE, BASE)
    assert 'extends = "torchvision-fpn"' in text
    assert "positive = 0.6" in text
    assert "there 0.7" in text
    assert "max_log_scale = inf" in text
    assert "negative = " not in text
    saved = save_recipe(tmp_path / "new" / "mine.toml", MINE, BASE)
    assert saved.flat() == MINE.flat()
    assert saved.name == "mine"
    lines = (tmp_path / "new" / "mine.toml").read_text(encoding="utf-8").splitlines()
    assert [line.partition(" = ")[0] for line in lines if line] == [
        "format", "extends", "name", "title", "source", "[matcher]", "positive", "[coder]", "max_log_scale",
    ]  # fmt: skip
    assert saved.source == "edited from torchvision-fpn"
    assert saved.title == f"{BASE.title}, edited"
    again = save_recipe(tmp_path / "again.toml", dataclasses.replace(saved, name="x"), BASE)
    assert (again.name, again.title, again.source) == ("again", saved.title, saved.source)
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["mine.toml"]


def test_a_folder_in_the_way_is_said_and_nothing_is_left(tmp_path):
    (tmp_path / "mine.toml").mkdir()
    with pytest.raises(BadFile, match="could not be written"):
        save_recipe(tmp_path / "mine.toml", MINE, BASE)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.toml"]


def test_errors_stand_at_their_fields():
    values = BASE.flat() | {"matcher.negative": 0.9, "loss.beta": -1.0, "anchors.strides": (4,)}
    recipe, errors = build(values, BASE, "x")
    assert recipe is None
    assert "wanted" in errors["matcher.negative"]
    assert "-1.0" in errors["loss.beta"]
    assert any("level" in text for text in errors.values())
    _, errors = build(BASE.flat() | {"matcher.positive": "much", "coder.weights": [1, 2]}, BASE, "x")
    assert errors["matcher.positive"] == "found 'much', wanted a number"
    assert "list of 4" in errors["coder.weights"]


def test_an_error_without_a_field_is_kept():
    recipe, errors = build(BASE.flat() | {"matcher.colour": 1, "anchors.strides": ["a", "b"]}, BASE, "x")
    assert recipe is None
    assert errors["matcher.colour"].startswith("unknown")
    assert errors["anchors.strides"].count("wanted a whole number") == 2
    without = {place: value for place, value in BASE.flat().items() if place != "anchors.strides"}
    _, errors = build(without | {"anchors.names": ["a"]}, BASE, "x")
    assert "wanted one per level" in errors["anchors.names"]


def test_the_nearest_shipped_recipe_is_the_base():
    assert nearest(MINE).name == "torchvision-fpn"
    assert nearest(dataclasses.replace(load_recipe("paper-vgg16"), name="other")).name == "paper-vgg16"
    assert set(differences(MINE, BASE)) == {"matcher.positive", "coder.max_log_scale"}


@pytest.mark.parametrize(
    ("value", "text"), [((1, (2.5,)), "[1, [2.5]]"), (True, "true"), (math.inf, "inf"), ('a"b', '"a\\"b"')]
)
def test_values_as_toml(value, text):
    assert toml(value) == text


BY_PLACE = {entry.place: entry for entry in load_recipe("demo").entries()}
MAY_BE_IDLE = [(entry, other, when) for entry in BY_PLACE.values() for other, when in entry.counts.items()]


def test_only_the_stages_without_rules_have_fields_that_may_be_idle():
    assert {entry.place.partition(".")[0] for entry, _, _ in MAY_BE_IDLE} == {"loss"}


@pytest.mark.parametrize(("entry", "other", "when"), MAY_BE_IDLE, ids=lambda x: getattr(x, "place", str(x)))
def test_a_field_without_effect_changes_nothing(entry, other, when):
    stage = entry.place.partition(".")[0]
    demo = load_recipe("demo")
    boxes = np.array([[10, 12, 60, 70], [50, 20, 118, 90]], float)
    sample = Sample(name="a", size=(96, 128), gt=boxes, gt_class=np.array([0, 0]), classes=("car",))
    assert idle(entry, demo.flat() | {f"{stage}.{other}": when[0]}) == ""
    owns = {str: get_args(entry.hint)[:2], tuple: ((0.25,), (0.75,))}.get(type(entry.value), (0.25, 0.75))
    for value in set(get_args(BY_PLACE[f"{stage}.{other}"].hint)) - set(when):
        found = []
        base = load_recipe("yolov5s") if value == "level_mean" else demo  # which no other loss may be divided by
        for own in owns:
            recipe = with_value(with_value(base, f"{stage}.{other}", value), entry.place, own)
            assert other in idle(entry, recipe.flat())
            size = inspect(sample, recipe).grid.size
            columns = {"cross_entropy": (size, 2), "yolo": (size, 2)}.get(recipe.loss.objectness, (size,))
            prediction = Prediction(objectness=np.zeros(columns), deltas=np.full((size, 4), 0.1))
            loss = inspect(sample, recipe, prediction).loss
            found.append((loss.objectness, loss.box))
        assert found[0] == found[1]


def test_another_rule_brings_its_own_fields_and_keeps_what_all_rules_share():
    values = BASE.flat() | {"resize.short": 300, "resize.boxes.clip": True, "loss.beta": "much"}
    found = under_rule(values, "resize.rule", "letterbox")
    assert found["resize.size"] == (800, 1333)
    assert "resize.short" not in found
    assert (found["resize.boxes.clip"], found["loss.beta"]) == (True, "much")
    assert found["anchors.strides"] == BASE.anchors.strides
    off = under_rule(values, "matcher.low_quality.rule", "off")
    assert not any(place.startswith("matcher.low_quality.") and not place.endswith("rule") for place in off)
    assert list(off) == [entry.place for entry in rows_of(off)]


@pytest.mark.parametrize("base", ["torchvision-fpn", "yolov3-416", "efficientdet-d0"])
@pytest.mark.parametrize("name", list_recipes())
def test_changes_of_any_recipe_read_back_to_it(name, base, tmp_path):
    recipe, other = load_recipe(name), load_recipe(base)
    saved = save_recipe(tmp_path / "mine.toml", recipe, other)
    assert saved.flat() == recipe.flat()
    assert saved.hash == recipe.hash
    whole = table_of(STAGES["matcher"], recipe.matcher)
    assert recipe.with_tables({"matcher": whole}) == recipe
