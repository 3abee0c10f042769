"""Recipes changed field by field: what differs, what is wrong and where, and files that hold only the changes."""

import dataclasses
import math
import typing

import numpy as np
import pytest

from rpn_inspector import Sample, inspect
from rpn_inspector.analysis.recipe_edit import (
    build,
    changes_toml,
    differences,
    errors_by_place,
    idle,
    nearest,
    save_recipe,
    toml_value,
)
from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.recipe import STAGES, list_recipes, load_recipe, recipe_from_toml
from rpn_inspector.core.specs import counts_for

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
        "extends", "name", "title", "source", "[matcher]", "positive", "[coder]", "max_log_scale",
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
    assert errors_by_place("recipe: something odd", {}) == {"": "something odd"}
    assert errors_by_place("recipe: a.b[0]: found 1; a.b: found 2", {"a.b": 0}) == {"a.b": "found 1; found 2"}


def test_the_nearest_shipped_recipe_is_the_base():
    assert nearest(MINE).name == "torchvision-fpn"
    assert nearest(dataclasses.replace(load_recipe("paper-vgg16"), name="other")).name == "paper-vgg16"
    assert set(differences(MINE, BASE)) == {"matcher.positive", "coder.max_log_scale"}


@pytest.mark.parametrize(
    ("value", "text"), [((1, (2.5,)), "[1, [2.5]]"), (True, "true"), (math.inf, "inf"), ('a"b', '"a\\"b"')]
)
def test_values_as_toml(value, text):
    assert toml_value(value) == text


def places_that_may_be_idle():
    for stage, spec in STAGES.items():
        for field in dataclasses.fields(spec):
            for other, when in counts_for(spec, field.name).items():
                yield f"{stage}.{field.name}", f"{stage}.{other}", when


def others_of(place):
    """Return two values of a field that are allowed and differ from each other."""
    value = load_recipe("demo").flat()[place]
    if isinstance(value, bool):
        return False, True
    if isinstance(value, str):
        stage, _, name = place.partition(".")
        return typing.get_args(typing.get_type_hints(STAGES[stage])[name])[:2]
    return ((64, 96), (96, 64)) if isinstance(value, tuple) else (type(value)(0.25 if value <= 1 else 7), value)


@pytest.mark.parametrize(("place", "other", "when"), list(places_that_may_be_idle()))
def test_a_field_without_effect_changes_nothing(place, other, when):
    stage, _, name = other.partition(".")
    every = typing.get_args(typing.get_type_hints(STAGES[stage])[name]) or (False, True)
    demo = load_recipe("demo")
    boxes = np.array([[10, 12, 60, 70], [50, 20, 118, 90]], float)
    sample = Sample(name="a", size=(96, 128), gt=boxes, gt_class=np.array([0, 0]), classes=("car",))
    assert idle(place, demo.flat() | {other: when[0]}) == ""
    for value in set(every) - set(when):
        found = []
        for own in others_of(place):
            values = demo.flat() | {other: value, "resize.short": 96, "resize.long": 128, "resize.size": (96, 128)}
            recipe, errors = build(values | {place: own}, demo, "x")
            assert recipe is not None, errors
            assert name in idle(place, values)
            made = inspect(sample, recipe, None)
            found.append((made.main_window, made.assignment.label.tolist(), made.sampled_negative.tolist()))
        assert found[0] == found[1]
