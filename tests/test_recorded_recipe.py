"""A dump that holds the whole recipe opens with none named, and another recipe is told apart from it."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

import rpn_inspector as ri
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadPredictions, BadRecipe
from rpn_inspector.core.recipe import recipe_of_text
from rpn_inspector.core.resources import resource
from rpn_inspector.data.predictions import DumpWriter, open_predictions
from rpn_inspector.recorders import recording
from rpn_inspector.session import open_request
from rpn_inspector.session.open_request import differences, left_out, recipe_of

DEMO, LATE = resource("demo"), resource("demo", "predictions", "late.rpn")
IMAGE = "street_01_mixed.jpg"
OWN = ri.load_recipe("demo").with_tables({"matcher": {"positive": 0.55, "negative": 0.25}})
TOML = OWN.to_toml().replace('name = "demo"', 'name = "mine"', 1)


@pytest.fixture(params=["d.rpn", "d.zip"])
def dump(tmp_path, request):
    """The demo's outputs of one picture, said to be the shipped recipe's and recorded under thresholds of their own."""
    with DumpWriter(tmp_path / request.param, "demo", recipe_toml=TOML) as writer:
        writer.add(IMAGE, open_predictions(LATE)[IMAGE])
    return tmp_path / request.param


def inspected(capsys, dump, *more):
    code = main(["inspect", str(DEMO), "--image", IMAGE, "-p", str(dump), "--json", *more])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if code == 0 else None, printed.err


def test_a_dump_with_its_recipe_needs_none_and_says_where_the_name_differs(dump, capsys):
    code, found, said = inspected(capsys, dump)
    dataset = ri.open_dataset(DEMO)
    own = ri.inspect(dataset[dataset.find(IMAGE)], OWN, open_predictions(dump)[IMAGE])
    assert (code, found["recipe"], found["positive"]) == (0, "mine", int((own.assignment.label == 1).sum()))
    assert "names the recipe demo, but the model recorded differs: matcher.positive 0.55 there, 0.7 here" in said


def test_the_recipe_asked_for_wins_and_the_difference_is_said(dump, capsys):
    code, found, said = inspected(capsys, dump, "-r", "demo")
    assert (code, found["recipe"]) == (0, "demo")
    assert "made under the recipe mine, looked at under demo: matcher.positive 0.55 there, 0.7 here" in said


def test_a_dump_that_names_a_recipe_needs_none_either_and_one_without_asks_for_it(tmp_path, capsys):
    assert inspected(capsys, LATE)[1]["recipe"] == "demo"
    with DumpWriter(tmp_path / "bare", None) as writer:
        writer.add(IMAGE, open_predictions(LATE)[IMAGE])
    code, _, said = inspected(capsys, tmp_path / "bare")
    assert (code, said) == (2, f"rpn-inspector: {tmp_path / 'bare'}: names no recipe, wanted --recipe\n")
    assert main(["inspect", str(DEMO), "--image", IMAGE]) == 2
    assert "--recipe: not given, wanted a recipe's name or TOML" in capsys.readouterr().err


def test_exports_and_layouts_take_the_recorded_recipe_too(dump, tmp_path, capsys):
    assert main(["export", str(DEMO), "-p", str(dump), "-f", "csv", "-o", str(tmp_path / "x.csv"), "-i", IMAGE]) == 0
    assert "# recipe: mine" in (tmp_path / "x.csv").read_text(encoding="utf-8")
    main(["layout", str(DEMO), "-p", str(dump), "--pictures", "1"])
    assert "wanted" not in capsys.readouterr().err


def test_the_same_recipe_under_its_name_is_no_difference(tmp_path):
    with DumpWriter(tmp_path / "d", "demo", recipe_toml=ri.load_recipe("demo").to_toml()) as writer:
        writer.add(IMAGE, open_predictions(LATE)[IMAGE])
    outputs = open_predictions(tmp_path / "d")
    assert (recipe_of(outputs), left_out(outputs)) == (ri.load_recipe("demo"), ())


def test_a_name_for_the_first_stage_alone_is_no_difference_and_a_stage_is_told_once(tmp_path):
    whole = ri.load_recipe("fasterrcnn-torchvision")
    with DumpWriter(tmp_path / "d", "torchvision-fpn", recipe_toml=whole.to_toml()) as writer:
        writer.add(IMAGE, open_predictions(LATE)[IMAGE])
    assert left_out(open_predictions(tmp_path / "d")) == ()
    assert differences(whole, ri.load_recipe("torchvision-fpn")) == ": stage roi there alone"
    assert differences(ri.load_recipe("torchvision-fpn"), whole) == ": stage roi here alone"


@pytest.mark.parametrize(
    ("text", "words"),
    [("x =", "not readable as TOML"), ('extends = "demo"', "found extends, wanted a whole recipe"), ("a = 1", "a")],
)
def test_a_recorded_text_that_is_no_whole_recipe_is_refused(tmp_path, text, words):
    with pytest.raises(BadRecipe, match=words):
        recipe_of_text(text, tmp_path)
    (tmp_path / "meta.json").write_text(json.dumps({"schema": 1, "images": {}, "recipe_toml": 1}))
    with pytest.raises(BadPredictions, match="recipe_toml is 1, wanted a text"):
        open_predictions(tmp_path)


def test_a_recorder_writes_the_recipe_its_model_tells(tmp_path, monkeypatch):
    class Model:
        pass

    def attach(held):
        held._sink.put(0, [(IMAGE, open_predictions(LATE)[IMAGE])], "eval")
        return recording.hooked(SimpleNamespace(remove=lambda: None))

    monkeypatch.setattr(recording, "translation_of", lambda *_, **__: SimpleNamespace(to_toml=lambda: TOML))
    with recording.recording_to(Model(), attach, recording.Asked(folder=tmp_path / "d"), "mine"):
        pass
    assert recipe_of(open_predictions(tmp_path / "d")).hash == OWN.hash


def test_a_model_that_does_not_tell_is_warned_of_where_no_recipe_is_named(tmp_path):
    nothing = lambda _: recording.hooked(SimpleNamespace(remove=lambda: None))  # noqa: E731
    with recording.recording_to(object(), nothing, recording.Asked(folder=tmp_path / "d", recipe="demo"), "mine"):
        pass
    recorded = recording.recording_to(object(), nothing, recording.Asked(folder=tmp_path / "e"), "mine")
    with pytest.warns(RuntimeWarning, match="records no recipe, wanted one by name: object is no model"), recorded:
        pass


def test_the_recorded_recipe_is_read_once_however_often_it_is_asked_about(tmp_path, monkeypatch):
    with DumpWriter(tmp_path / "d.rpn", "demo", recipe_toml=TOML) as writer:
        writer.add(IMAGE, open_predictions(LATE)[IMAGE])
    read = []
    monkeypatch.setattr(open_request, "recipe_of_text", lambda *given: read.append(given) or recipe_of_text(*given))
    lines = {left_out(open_predictions(tmp_path / "d.rpn")) for _ in range(3)}  # for each picture shown
    assert (len(lines), len(read)) == (1, 1)
