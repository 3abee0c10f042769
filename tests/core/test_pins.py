"""The shipped recipes and the texts of 0.1.0 mean what they meant: hashes, inspections and words of before."""

import dataclasses
import json
from pathlib import Path

import pytest
from pinned import SAMPLES, pin
from sentences import digest_of, sentences

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import list_recipes, load_recipe

HERE = Path(__file__).parent
FORMAT_1 = HERE / "format1"
SENTENCES = json.loads((HERE / "sentences.json").read_text(encoding="utf-8"))
PINS = json.loads((HERE / "pins.json").read_text(encoding="utf-8"))
FULL = sorted({path.stem for path in (FORMAT_1 / "full").glob("*.toml")} - set(PINS["changed"]))
TEXTS = sorted(f"{path.parent.name}/{path.stem}" for path in FORMAT_1.glob("*/*.toml"))
RIGHT = [name for name in TEXTS if name.startswith(("sparse", "extending"))]
FIRST = [name for name in list_recipes() if not load_recipe(name).further]
WRONG = [name for name in TEXTS if name.startswith("wrong")]


def written(name):
    return load_recipe(FORMAT_1 / f"{name}.toml")


@pytest.mark.parametrize("name", FIRST)
def test_shipped_recipes_inspect_as_pinned(name):
    recipe = load_recipe(name)
    assert recipe.former == PINS["shipped"][name].get("hash", "")
    assert pin(recipe) == PINS["shipped"][name]["pin"]


@pytest.mark.parametrize("name", sorted(set(list_recipes()) - {*FIRST, "cascade-mmdet"}))
def test_recipes_with_a_second_stage_have_the_first_of_a_pinned_one(name):
    recipe = load_recipe(name)
    assert recipe.former == ""
    first = dataclasses.replace(recipe, further=())
    assert first.hash in {load_recipe(one).hash for one in FIRST}
    assert first.hash != recipe.hash


def test_cascade_takes_no_anchor_over_the_border_and_has_the_rpn_s_loss_of_its_own_config():
    first = dataclasses.replace(load_recipe("cascade-mmdet"), further=()).flat().items()
    own = dict(first - load_recipe("mmdet-fpn").flat().items())
    assert own == {"matcher.outside.rule": "before", "matcher.outside.border": 0, "loss.beta": 1 / 9}


@pytest.mark.parametrize("name", FULL)
def test_full_texts_are_the_shipped_recipes(name):
    recipe = written(f"full/{name}")
    shipped = load_recipe(name)
    # what is not reproduced may be told in more words by now, and a text of then says nothing of the batch
    assert dataclasses.replace(recipe, reproduces_not=(), batch=shipped.batch) == dataclasses.replace(
        shipped, reproduces_not=()
    )
    assert recipe.former == PINS["shipped"][name]["hash"]


@pytest.mark.parametrize("name", sorted(PINS["changed"]))
def test_a_text_of_a_recipe_that_has_another_meaning_by_now_keeps_its_own(name):
    recipe = written(f"full/{name}")
    assert recipe.hash != load_recipe(name).hash
    assert recipe.former == PINS["changed"][name]["hash"]
    assert pin(recipe) == PINS["changed"][name]["pin"]


@pytest.mark.parametrize("name", RIGHT)
def test_texts_inspect_as_pinned(name):
    recipe = written(name)
    assert recipe.former == PINS["texts"][name]["hash"]
    assert pin(recipe, SAMPLES[:1]) == PINS["texts"][name]["pin"]


@pytest.mark.parametrize("name", WRONG)
def test_wrong_texts_are_refused_with_the_same_words(name):
    with pytest.raises(BadRecipe) as caught:
        written(name)
    said, wanted = str(caught.value).partition(".toml: ")[2], PINS["wrong"][name]
    assert sorted(said.split("; ")) == sorted(wanted.split("; "))


@pytest.mark.parametrize("name", [*FIRST, *RIGHT])
def test_the_assigners_say_what_they_said(name):
    recipe = written(name) if "/" in name else load_recipe(name)
    said = sentences(recipe)
    assert digest_of(said) == SENTENCES[name], "\n".join(dict.fromkeys(said))


def test_every_pin_has_its_text():
    assert sorted(SENTENCES) == sorted([*FIRST, *RIGHT])
    assert sorted(PINS["shipped"]) == sorted(FIRST)
    # recipes shipped since 0.1.0 have no text of then, nor a hash of then unless its rules suffice
    told = {name for name, pinned in PINS["shipped"].items() if pinned.get("text", True)}
    assert set(FULL) == told - set(PINS["changed"])
    assert sorted(PINS["texts"]) == RIGHT
    assert sorted(PINS["wrong"]) == WRONG
