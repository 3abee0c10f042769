"""Limits: no field of a recipe without bounds, totals refused before anything is made of them, texts and chains cut."""

import dataclasses
import math
import re
import tracemalloc
from pathlib import Path
from typing import get_args

import pytest
from recipe_texts import recipe_from_toml

from rpn_inspector.core import limits
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import STAGES, load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.spec import hints_of
from rpn_inspector.core.toml_text import parse_toml, read_toml

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Sample("a.png", (480, 640))
NEVER = {"max_log_scale": math.inf, "min_log_scale": -math.inf, "max_shift": math.inf}  # what cuts nothing


def every_number(rules, place):
    for kind in rules.rules.values():
        hints = hints_of(kind)
        for field in dataclasses.fields(kind):
            if "rules" in field.metadata:
                yield from every_number(field.metadata["rules"], f"{place}.{field.name}")
            elif {int, float} & innermost(hints[field.name]):
                yield f"{place}.{field.name}", field


def innermost(hint):
    inner = get_args(hint)
    return set().union(*map(innermost, inner)) if inner else {hint}


NUMBERS = dict(found for stage, rules in STAGES.items() for found in every_number(rules, stage))


@pytest.mark.parametrize("place", NUMBERS)
def test_every_number_has_bounds_that_end(place):
    field = NUMBERS[place]
    assert field.metadata["bounds"], place
    fine = field.metadata["bounds"].fine
    extremes = {number: fine(number) for number in (-math.inf, -1e12, -(10**300), 10**300, 1e12, math.inf)}
    never = NEVER.get(field.name)
    assert not any(let for number, let in extremes.items() if never is None or number * never < 0), extremes
    assert never is None or fine(never)


def refused(text):
    with pytest.raises(BadRecipe) as caught:
        recipe_from_toml(text)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix("recipe.toml: ")


def test_numbers_out_of_bounds_are_told_with_the_bounds():
    assert refused(
        'format = 2\nextends = "demo"\n[resize]\nshort = 1000000\n[proposals]\nmin_size = -3\npre_nms = 2e9\n'
        "[anchors]\nratios = [1e-9]\n[matcher.outside]\nrule = 'before'\nborder = 2000000000\n"
    ).split("; ") == [
        "resize.short: found 1000000, wanted 1 to 65,536",
        "anchors.ratios: found [[1e-09]], wanted 0.001 to 1,000",
        "matcher.outside.border: found 2000000000, wanted -1,000,000,000 to 1,000,000,000",
        "proposals.pre_nms: found 2000000000, wanted 1 to 1,000,000,000",
        "proposals.min_size: found -3.0, wanted 0 to 65,536, or -1 for no filter",
    ]


def test_what_format_1_said_out_of_bounds_is_told_at_its_own_place():
    assert refused('[matcher]\noutside = "ignore"\nborder = 2000000000\n').startswith(
        "matcher.border: found 2000000000"
    )


def test_mmdetections_minus_one_filters_nothing():
    assert recipe_from_toml("format = 2\n[proposals]\nmin_size = -1\n").proposals.min_size == -1


def test_a_long_list_tells_its_first_misfit_and_how_many_there_are():
    ratios = ", ".join(["1"] * 20_000 + ["0"])
    assert "anchors.ratios: found 0.0 among 20,001 numbers, wanted" in refused(f"[anchors]\nratios = [{ratios}]\n")
    words = refused(f"[anchors]\nratios = [{', '.join(['true'] * 20_000)}]\n")
    assert words == "; ".join(f"anchors.ratios[0][{i}]: found true, wanted a number" for i in range(3))
    assert len(refused(f'[matcher]\npositive = "{"x" * 9000}"\n{"y" * 9000} = 1\n')) < 500
    many = "".join(f"x{i} = 1\n" for i in range(20_000))
    assert refused(many).count("; ") == 2 * 20 - 1  # nothing is looked at after so many


@pytest.mark.parametrize(
    ("stages", "text"),
    [
        (
            "[resize]\nshort = 60000\nlong = 60000\n",
            "resize: makes a network's input of 60,000 x 45,024 px of a picture",
        ),
        (
            "[resize]\npad_multiple = 65536\n",
            "resize: makes a network's input of 65,536 x 65,536 px of a picture of 640",
        ),
        (
            "[resize]\nshort = 4096\nlong = 5440\n[anchors]\nstrides = [1, 1, 1]\n",
            "anchors: 200,540,160 over a network's input of 5,440 x 4,096 px, wanted at most 10,000,000",
        ),
    ],
)
def test_a_total_beyond_the_limit_is_refused_before_anything_is_made(stages, text):
    recipe = recipe_from_toml(f'format = 2\nextends = "demo"\n{stages}', "mine.toml")
    tracemalloc.start()
    with pytest.raises(BadRecipe, match=re.escape(f"a.png: recipe mine: {text}")):
        inspect(PICTURE, recipe)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("anchors", "found"),
    [
        (f"ratios = [{', '.join(f'1.{i:05}' for i in range(25_000))}]", "anchors.ratios: found 25,000 anchors a cell"),
        (
            'rule = "explicit"\nshapes = [[[1, 1]], [[1, 1]], [{}]]'.format(", ".join(["[2, 2]"] * 1001)),
            "found 1,001 anchors",
        ),
        (
            'rule = "octaves"\nshapes = [[{}]]'.format(", ".join(["[2, 2]"] * 400)),
            "anchors.shapes: found 1,200 anchors a cell",
        ),
        (f"strides = {[1] * 33}", "anchors.strides: found 33, wanted at most 32 levels"),
    ],
)
def test_too_many_anchors_a_cell_and_levels_are_refused_as_the_text_is_read(anchors, found):
    assert found in refused(f'format = 2\nextends = "demo"\n[anchors]\n{anchors}\n')


def test_as_many_as_the_limit_are_taken():
    many = ", ".join(["1"] * limits.CELL_ANCHORS)
    assert len(recipe_from_toml(f"[anchors]\nratios = [{many}]\n").anchors.ratios[0]) == 1000
    assert limits.check_pixels((1, 1), (5_000, 10_000)) is None
    assert limits.check_anchors(limits.ANCHORS, (1, 1)) is None


def test_a_chain_of_recipes_ends_at_the_limit_and_not_at_pythons(tmp_path):
    for i in range(500):
        (tmp_path / f"{i}.toml").write_text(f'format = 2\nextends = "{i + 1}.toml"\n')
    (tmp_path / "500.toml").write_text("format = 2\n[matcher]\npositive = 0.625\n")
    assert load_recipe(tmp_path / "468.toml").matcher.positive == 0.625
    for first in (467, 0):
        with pytest.raises(BadRecipe, match=f"{first}.toml: extends more than 32 recipes, one after the other$"):
            load_recipe(tmp_path / f"{first}.toml")


def test_a_recipe_that_extends_itself_and_what_is_wrong_below_are_told_of_the_right_file(tmp_path):
    (tmp_path / "own.toml").write_text('format = 2\nextends = "own.toml"\n')
    with pytest.raises(BadRecipe, match=r"own\.toml: extends itself: own\.toml -> own\.toml$"):
        load_recipe(tmp_path / "own.toml")
    (tmp_path / "below.toml").write_text("format = 2\n[matcher]\npositive = 7\n")
    (tmp_path / "above.toml").write_text('format = 2\nextends = "below.toml"\n[matcher]\npositive = 0.5\n')
    with pytest.raises(BadRecipe, match=r"below\.toml: matcher\.positive: found 7\.0, wanted 0 to 1$"):
        load_recipe(tmp_path / "above.toml")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (".".join("a" * 9) + " = 1", "a key of more than 8 parts"),
        (f"[{'.'.join('a' * 30_000)}]", "a key of more than 8 parts"),
        (r""""\"" . 'a' .""" + ".".join("abcdefg") + " = 1", "a key of more than 8 parts"),
        ("#" * 262_145, "over 262,144 bytes"),
        (f"a = {'9' * 5000}", "an integer of more than 4,300 digits"),
        (f"a = {'[' * 5000}", "arrays or tables nested too deep"),
    ],
)
def test_a_text_that_would_take_memory_or_time_is_refused(text, wrong, tmp_path):
    with pytest.raises(ValueError, match=wrong):
        parse_toml(text)
    (tmp_path / "x.toml").write_text(text)
    with pytest.raises(BadRecipe, match=rf"x\.toml: not readable as TOML: {wrong}$"):
        load_recipe(tmp_path / "x.toml")


def test_what_only_looks_deep_is_read_and_so_is_a_byte_order_mark(tmp_path):
    (tmp_path / "x.toml").write_bytes(b'\xef\xbb\xbfa.b.c.d.e.f.g.h = "1.2.3.4.5.6.7.8.9.10"\n')
    table = read_toml(tmp_path / "x.toml")
    for name in "abcdefgh":
        table = table[name]
    assert table == "1.2.3.4.5.6.7.8.9.10"


def test_the_page_on_limits_has_every_number():
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    for name, number in vars(limits).items():
        if name.isupper() and isinstance(number, int):
            assert re.search(rf"(?<![\d,]){number:,}(?![\d,])", page), name
