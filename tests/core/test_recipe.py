"""Recipes: TOML to value and back, errors all at once, a hash over meaning."""

import pytest

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import list_recipes, load_recipe


@pytest.mark.parametrize("name", list_recipes())
def test_shipped_recipes_round_trip_and_say_where_they_come_from(name, tmp_path):
    recipe = load_recipe(name)
    assert recipe.name == name
    assert recipe.source
    assert recipe.version
    path = tmp_path / "again.toml"
    path.write_text(recipe.to_toml(), encoding="utf-8")
    assert load_recipe(path) == recipe


def test_extends_changes_only_what_is_written(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('extends = "torchvision-fpn"\n[matcher]\npositive = 0.6\n')
    mine, base = load_recipe(path), load_recipe("torchvision-fpn")
    assert mine.name == "mine"
    assert mine.matcher.positive == 0.6
    assert {k for k, v in mine.flat().items() if v != base.flat()[k]} == {"matcher.positive"}
    assert mine.hash != base.hash


def test_the_hash_is_over_meaning(tmp_path):
    path = tmp_path / "renamed.toml"
    path.write_text('# a comment\nextends = "torchvision-fpn"\n')
    assert load_recipe(path).hash == load_recipe("torchvision-fpn").hash


def test_all_errors_are_reported_at_once(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text('dtype = "half"\n[matcher]\npositive = "much"\nneg = 0.3\n[colour]\n')
    with pytest.raises(BadRecipe) as caught:
        load_recipe(path)
    message = str(caught.value)
    for part in ("dtype: found 'half'", "float32", "matcher.positive: found 'much'", "matcher.neg: unknown", "colour"):
        assert part in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[matcher]\nnegative = 0.9\n", "matcher.negative"),
        ("[anchors]\nstrides = [4]\n", "wanted one per level"),
        ("[loss]\nbeta = -1\n", "loss.beta"),
        ("matcher = 3\n", "wanted a table"),
        ('extends = "nowhere"\n', "no such recipe"),
        ("not toml", "not readable as TOML"),
    ],
)
def test_what_cannot_be_is_refused(text, found, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(BadRecipe, match=found.replace(".", r"\.")):
        load_recipe(path)
