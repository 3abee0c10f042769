"""Recipes changed field by field: what differs, what is wrong and where, and files that hold only the changes."""

import dataclasses
import math

import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.recipe import list_recipes, load_recipe, recipe_from_toml
from rpn_inspector.work.recipes import (
    build,
    changes_toml,
    differences,
    errors_by_place,
    nearest,
    save_recipe,
    toml_value,
)

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
