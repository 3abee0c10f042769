"""Recipes: TOML to value and back, errors all at once, a hash over meaning."""

import re

import pytest
from recipe_texts import recipe_from_toml

from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import STAGES, list_recipes, load_recipe
from rpn_inspector.core.recipe_v1 import MOVED
from rpn_inspector.core.recipe_v1_fields import FIELDS_1
from rpn_inspector.core.spec import hints_of, toml


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


def test_whole_numbers_and_their_order_mean_the_same(tmp_path):
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(
        'extends = "torchvision-fpn"\n[matcher]\npositive = 1\nborder = 4\n[coder]\nmeans = [0, -0.0, 0, 0]\n'
    )
    other.write_text(
        'extends="torchvision-fpn"\n[coder]\nmeans=[0.0,0.0,0.0,0.0]#\n[matcher]\n"border"=4.0\npositive=1.0\n'
    )
    assert load_recipe(one).hash == load_recipe(other).hash
    assert load_recipe(one).hash != load_recipe("torchvision-fpn").hash


def test_extends_is_relative_to_its_file_and_may_chain(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "first.toml").write_text('extends = "mmdet-fpn"\n[matcher]\npositive = 0.6\n')
    (tmp_path / "deep" / "second.toml").write_text('extends = "../first.toml"\n[matcher]\nnegative = 0.2\n')
    recipe = load_recipe(tmp_path / "deep" / "second.toml")
    assert (recipe.name, recipe.matcher.positive, recipe.matcher.negative) == ("second", 0.6, 0.2)
    assert recipe.loss == load_recipe("mmdet-fpn").loss


def test_a_circle_says_its_way(tmp_path):
    for name, parent in (("a", "b"), ("b", "c"), ("c", "b")):
        (tmp_path / f"{name}.toml").write_text(f'extends = "{parent}.toml"\n')
    with pytest.raises(BadRecipe, match=r"extends itself: b\.toml -> c\.toml -> b\.toml"):
        load_recipe(tmp_path / "a.toml")


def test_a_misfit_hides_no_other_error_and_starts_none_of_its_own(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(
        'extends = "torchvision-fpn"\n[matcher]\nnegative = "x"\npositive = 2\nnegative_from = -1\n'
        '[anchors]\nstrides = ["a"]\nratios = [0.0]\noffset = inf\n[loss]\nbeta = nan\n[proposals]\nmin_size = -inf\n'
    )
    with pytest.raises(BadRecipe) as caught:
        load_recipe(path)
    places = [part.split(":")[0] for part in str(caught.value).removeprefix(f"{path}: ").split("; ")]
    assert sorted(places) == [
        "anchors.offset",
        "anchors.ratios",
        "anchors.strides[0]",
        "loss.beta",
        "matcher.negative",
        "matcher.negative_from",
        "matcher.positive",
        "proposals.min_size",
    ]


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
        ('extends = "nowhere"\n', "bad.toml: extends: nowhere: no such recipe"),
        ('extends = "torchvison-fpn"\n', r"did you mean torchvision-fpn\?"),
        ("extends = 3\n", "extends: found 3, wanted a recipe's name"),
        ("[matcher]\npositve = 0.5\n", r"matcher.positve: unknown; did you mean positive\?"),
        ("[mather]\n", r"mather: unknown; did you mean matcher\?"),
        ("[coder]\nweights = [1, 1, 1]\n", "wanted a list of 4"),
        ("[matcher]\nborder = 1.5\n", "wanted a whole number"),
        ("[matcher]\nlow_quality = 1\n", "wanted true or false"),
        (
            "[anchors]\nstrides = [4, -8, 16, 32, 64]\n",
            r"anchors.strides: found \[4, -8, 16, 32, 64\], wanted",
        ),
        ("not toml", "not readable as TOML"),
    ],
)
def test_what_cannot_be_is_refused(text, found, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(BadRecipe, match=re.sub(r"\.(?=\w)", r"\.", found)):
        load_recipe(path)


@pytest.mark.parametrize("raw", [b"\xff\xfe[a", b"[matcher\n", b"x = " + b"[" * 5000, b"\x00", b"a = 1\na = 2\n"])
def test_bytes_that_are_not_toml_get_one_line(raw, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_bytes(raw)
    with pytest.raises(BadRecipe, match="not readable as TOML") as caught:
        load_recipe(path)
    assert "\n" not in str(caught.value)


def test_a_shipped_recipe_written_out_and_changed_goes_by_its_files_name(tmp_path):
    whole = load_recipe("torchvision-fpn").to_toml()
    for text, name in ((whole, "torchvision-fpn"), (whole.replace("positive = 0.7", "positive = 0.6"), "mine")):
        (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
        assert load_recipe(tmp_path / "mine.toml").name == name


def test_a_recipe_of_ones_own_says_nothing_of_the_library_it_began_from(tmp_path):
    base = load_recipe("retinanet-mmdet")
    (tmp_path / "one.toml").write_text('format = 2\nextends = "retinanet-mmdet"\n[matcher]\npositive = 0.6\n')
    (tmp_path / "two.toml").write_text('format = 2\nextends = "one.toml"\ntitle = "Two"\nsource = "mine"\n')
    (tmp_path / "three.toml").write_text('extends = "two.toml"\n')
    (tmp_path / "four.toml").write_text(base.to_toml().replace("positive = 0.5", "positive = 0.6"), encoding="utf-8")
    said = {"one": ("", "", ""), "two": ("Two", "mine", ""), "three": ("", "", ""), "four": ("", "", "")}
    for name, header in said.items():
        recipe = load_recipe(tmp_path / f"{name}.toml")
        assert (recipe.name, recipe.title, recipe.source, recipe.version) == (name, *header)
        assert recipe.reproduces_not == base.reproduces_not  # what the computation lacks, it lacks for any of them
        assert recipe.matcher.positive == 0.6


# ---- texts of one format with what is of the other ---------------------------------------------------------------


def problems_of(text):
    with pytest.raises(BadRecipe) as caught:
        recipe_from_toml(text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[matcher.low_quality]\nrule = 'off'\n", "[matcher.low_quality]"),
        ("[matcher]\nlow_quality = {rule = 'off'}\noutside = {}\n", "[matcher.low_quality], [matcher.outside]"),
        ("[ground_truth]\ncrowd = 'use'\n", "[ground_truth]"),
        ("[anchors]\nrule = 'double'\n", "anchors.rule"),
        ("[resize.boxes]\n[resize.back]\n", "[resize.boxes], [resize.back]"),
    ],
)
def test_tables_of_format_2_without_the_line_say_so_and_the_other_mistakes_too(text, found):
    words = f"not said, but found {found}, known to format 2 alone; wanted format = 2 at the top"
    assert problems_of(f'extends = "torchvision-fpn"\n{text}[loss]\nbeta = -1\n') == {
        "format": words,
        "loss.beta": "found -1.0, wanted 0 to 1,000,000",
    }
    assert recipe_from_toml(f'format = 2\nextends = "torchvision-fpn"\n{text}')


def test_every_mistake_is_told_where_the_format_is_one_of_them():
    found = problems_of("format = 3\n[matcher]\npositive = 2\n[colour]\n")
    assert list(found) == ["format", "matcher.positive", "colour"]
    assert found["colour"].startswith("unknown; wanted one of format, extends, name, ")


OLD = [(stage, name) for stage, rules in FIELDS_1.items() for name in hints_of(rules.rules[""])]


@pytest.mark.parametrize(("stage", "name"), OLD)
def test_every_name_of_format_1_is_known_in_format_2_or_told_its_new_place(stage, name):
    rules, value = STAGES[stage], getattr(FIELDS_1[stage].make(), name)
    known = {field for kind in rules.rules.values() for field in hints_of(kind)} | ({"rule"} & {name})
    place = f"{stage}.{name}"
    if place not in MOVED:
        assert name in known
        return
    assert name not in known
    found = problems_of(f"format = 2\n[{stage}]\n{name} = {toml(value)}\n")
    assert found == {place: f"is format 1's name, wanted {MOVED[place]}"}
    where, _, field = MOVED[place].rpartition(".")
    text = f"format = 2\n[{where}]\n" + ("rule = 'before'\n" if field == "border" else "")
    assert place == "anchors.base" or not problems_or_none(f"{text}{field} = {toml(value)}\n")


def problems_or_none(text):
    try:
        recipe_from_toml(text)
    except BadRecipe as error:
        return error.problems
    return None


def test_a_word_in_place_of_a_table_says_which_rules_the_table_has():
    assert problems_of("format = 2\n[matcher]\nlow_quality = true\noutside = 'ignore'\nregions = 3\n") == {
        "matcher.low_quality": "found true, wanted a table [matcher.low_quality] with a rule, one of off, all, first "
        "or first_claims",
        "matcher.outside": "found 'ignore', wanted a table [matcher.outside] with a rule, one of use, before, after "
        "or centre_after",
        "matcher.regions": "found 3, wanted a table [matcher.regions]",
    }
