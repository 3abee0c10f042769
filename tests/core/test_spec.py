"""Rules of a stage: what any of them must be, how a table becomes one, and what a text inherits."""

import dataclasses

import pytest
from recipe_texts import recipe_from_toml, with_value

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import STAGES, Recipe, list_recipes, load_recipe, tables_of
from rpn_inspector.core.spec import entries, hints_of, merged, table_of

BASE = load_recipe("torchvision-fpn")


def every_rules(rules, place):
    """Yield each place that has rules, with them and each of their specs."""
    for kind in rules.rules.values():
        spec = kind()
        yield place, rules, spec
        for field in dataclasses.fields(kind):
            if "rules" in field.metadata:
                yield from every_rules(field.metadata["rules"], f"{place}.{field.name}")


EVERY = [found for stage, rules in STAGES.items() for found in every_rules(rules, stage)]
TAGGED = [(place, rule) for place, rules, _ in EVERY if place.count(".") == 0 and rules.tagged for rule in rules.rules]


@pytest.mark.parametrize(("place", "rules", "spec"), EVERY, ids=lambda x: getattr(x, "rule", x if x is str else ""))
def test_any_rule_is_built_again_from_its_table_and_says_what_each_field_means(place, rules, spec):
    problems = []
    assert rules.build(place, table_of(rules, spec), problems) == spec
    assert problems == []
    assert hash(spec) == hash(dataclasses.replace(spec))
    assert rules.meaning.endswith(".")
    for entry in entries(rules, spec, place):
        assert entry.help, entry.place
    assert (type(spec).__doc__ or "").strip(), spec
    if rules.tagged:
        assert rules.rules[spec.rule] is type(spec)


@pytest.mark.parametrize(("stage", "rule"), sorted(set(TAGGED)))
def test_a_recipe_of_any_rule_is_written_and_read_back(stage, rule):
    recipe = dataclasses.replace(BASE, name="mine", **{stage: STAGES[stage].rules[rule]()})
    again = recipe_from_toml(recipe.to_toml())
    assert again == recipe
    assert again.hash == recipe.hash
    assert Recipe(recipe.name, dtype=recipe.dtype).with_tables(tables_of(recipe.flat())).flat() == recipe.flat()


def test_shared_fields_are_those_of_several_rules_and_inherited_where_a_rule_has_them():
    for stage, rules in STAGES.items():
        for name in rules.shared:
            assert sum(name in hints_of(kind) for kind in rules.rules.values()) > 1, stage
        for rule, kind in rules.rules.items() if rules.tagged else ():
            below = dict.fromkeys(rules.shared, 1)
            assert merged(rules, below, {"rule": rule}) == {
                **dict.fromkeys(rules.shared & set(hints_of(kind)), 1),
                "rule": rule,
            }


def test_a_field_of_another_rule_says_whose_it_is():
    with pytest.raises(BadRecipe) as caught:
        recipe_from_toml('format = 2\n[resize]\nrule = "letterbox"\nshort = 300\nrounding = "half_up"\nwidth = 3\n')
    message = str(caught.value)
    here = "the rule here is letterbox"
    assert f"resize.short: belongs to rule smaller_scale, short_then_long, rounded_long or masks; {here}" in message
    assert f"resize.rounding: belongs to rule smaller_scale, short_then_long, rounded_long or fit; {here}" in message
    assert "resize.width: unknown" in message


def test_all_errors_of_format_2_are_told_at_once_and_by_place():
    with pytest.raises(BadRecipe) as caught:
        recipe_from_toml(
            'format = 2\ndtype = "half"\n[matcher]\npositive = 2\nnegative = "x"\n[matcher.low_quality]\nleast = -1\n'
            'rule = "first"\n[matcher.outside]\nborder = 3\n[anchors]\nstrides = ["a", "b"]\n[coder]\nrule = "box"\n'
            "[colour]\n[matcher.regions]\noverlap = 7\n[sampler]\nbatch = 0\n"
        )
    assert set(caught.value.problems) == {
        "dtype",
        "matcher.positive",
        "matcher.negative",
        "matcher.low_quality.least",
        "matcher.outside.border",
        "anchors.strides",
        "coder.rule",
        "colour",
        "matcher.regions.overlap",
        "sampler.batch",
    }
    assert caught.value.problems["matcher.outside.border"] == "belongs to rule before or after; the rule here is use"
    assert (
        caught.value.problems["coder.rule"]
        == "found 'box', allowed are 'shift', 'cell', 'double_sigmoid', 'exp_grid', 'sides', 'corners'"
    )


@pytest.mark.parametrize("found", ["3", "0", '"2"', "true", "2.5"])
def test_another_format_is_refused(found):
    with pytest.raises(BadRecipe, match="wanted 1 or 2"):
        recipe_from_toml(f"format = {found}\n")


def test_the_same_rule_inherits_and_another_starts_from_its_defaults(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('format = 2\nextends = "mmdet-fpn"\n[matcher.low_quality]\nowner = "overlap"\n')
    mine, base = load_recipe(path), load_recipe("mmdet-fpn")
    assert {k for k, v in mine.flat().items() if v != base.flat()[k]} == {"matcher.low_quality.owner"}
    path.write_text(
        'format = 2\nextends = "mmdet-fpn"\n[matcher]\nrule = "cells"\n[resize]\nrule = "fit"\n[anchors]\n'
        'rule = "double"\n[matcher.low_quality]\nrule = "first"\n'
    )
    mine = load_recipe(path)
    assert mine.matcher == dataclasses.replace(STAGES["matcher"].rules["cells"](), low_quality=mine.matcher.low_quality)
    assert (mine.matcher.low_quality.rule, mine.matcher.low_quality.least) == ("first", 0.0)
    assert (mine.resize.size, mine.resize.rounding, mine.resize.boxes) == ((800, 1333), "truncate", base.resize.boxes)
    assert (mine.anchors.stride_rule, mine.anchors.sizes) == ("given", ((32.0,), (64.0,), (128.0,), (256.0,), (512.0,)))


def test_texts_of_both_formats_extend_each_other(tmp_path):
    first = '[matcher]\nlow_quality_owner = "claim"\n[resize]\nclip_boxes = true\n'
    (tmp_path / "one.toml").write_text(f'extends = "torchvision-fpn"\n{first}')
    (tmp_path / "two.toml").write_text('format = 2\nextends = "one.toml"\n[matcher.low_quality]\nrule = "first"\n')
    (tmp_path / "three.toml").write_text('extends = "two.toml"\n[matcher]\nlow_quality_from = 0.25\n')
    one, two, three = (load_recipe(tmp_path / f"{name}.toml") for name in ("one", "two", "three"))
    assert (one.matcher.low_quality.rule, one.matcher.low_quality.owner, one.resize.boxes.clip) == (
        "all",
        "claim",
        True,
    )
    assert (two.matcher.low_quality.rule, two.matcher.low_quality.owner) == ("first", "overlap")
    low_quality = three.matcher.low_quality
    assert (low_quality.rule, low_quality.owner, low_quality.least) == ("first", "overlap", 0.25)
    assert three.resize == two.resize == one.resize
    assert (two.name, three.name) == ("two", "three")


def test_merging_inherits_inside_a_table_of_the_same_rule_only():
    rules = STAGES["matcher"]
    below = table_of(rules, load_recipe("mmdet-fpn").matcher)
    same = merged(rules, below, {"low_quality": {"rule": "all", "owner": "overlap"}})
    assert same["low_quality"] == below["low_quality"] | {"owner": "overlap"}
    other = merged(rules, below, {"low_quality": {"rule": "first"}})
    assert other["low_quality"] == {"rule": "first"}
    assert other["outside"] == below["outside"]


def test_one_value_changes_by_its_place():
    recipe = with_value(with_value(BASE, "matcher.low_quality.owner", "claim"), "dtype", "float64")
    assert (recipe.matcher.low_quality.owner, recipe.dtype) == ("claim", "float64")
    assert with_value(recipe, "anchors.strides", (4, 8, 16, 32, 128)).anchors.strides[-1] == 128
    assert with_value(BASE, "matcher.low_quality.rule", "off").matcher.low_quality.on is False
    for place, value, wrong in (
        ("matcher.low_quality.ownr", "claim", "did you mean owner"),
        ("matcher.negative", 0.9, "wanted at most"),
        ("resize.size", (3, 4), "belongs to rule fit"),
    ):
        with pytest.raises(BadRecipe, match=wrong):
            with_value(BASE, place, value)


def test_the_hash_is_over_rules_and_what_differs_from_defaults(tmp_path):
    assert Recipe("a").hash == Recipe("b", title="c").hash == recipe_from_toml("format = 2\n").hash
    assert with_value(Recipe("a"), "matcher.positive", 0.6).hash != Recipe("a").hash
    assert with_value(Recipe("a"), "matcher.low_quality.rule", "first").hash != Recipe("a").hash
    every = [load_recipe(name) for name in list_recipes()]
    for one in every:
        for other in every:
            assert (one.hash == other.hash) == (one.flat() == other.flat())


def test_the_hash_of_before_follows_what_is_changed():
    yolo = load_recipe("yolov3-416")
    assert yolo.left_over == (("matcher.low_quality_owner", "claim"),)
    assert yolo.unread == yolo.left_over
    assert '# format 1 said matcher.low_quality_owner = "claim"' in yolo.to_toml()
    edited = with_value(yolo, "matcher.positive", 0.6)
    old = recipe_from_toml('extends = "yolov3-416"\n[matcher]\npositive = 0.6\n')
    assert edited.former == old.former != yolo.former
    # under the other rule the claim would be read: what was left over must not speak for it
    overlap = yolo.with_tables({"matcher": {"rule": "overlap"}})
    plain = dataclasses.replace(overlap, left_over=())
    assert overlap.matcher.low_quality.owner == "overlap"
    assert overlap.former == plain.former


@pytest.mark.parametrize("name", list_recipes())
def test_flat_is_what_the_entries_say(name):
    recipe = load_recipe(name)
    assert list(recipe.flat().items()) == [(entry.place, entry.value) for entry in recipe.entries()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[matcher]\nrule = ["a"]', "matcher.rule: found ['a'], allowed are"),
        ("[matcher.rule]\na = 1", "matcher.rule: found {'a': 1}, allowed are"),
        ("[matcher]\npositive = " + "9" * 400, "matcher.positive: found an integer beyond 1.8e308"),
        ("[matcher]\npositive = " + "9" * 5000, "not readable as TOML"),
    ],
)
@pytest.mark.parametrize("extends", ["", 'extends = "mmdet-fpn"\n'])
def test_what_is_no_rule_and_no_number_is_one_line(text, words, extends):
    with pytest.raises(BadRecipe) as caught:
        recipe_from_toml(f"format = 2\n{extends}{text}\n")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
