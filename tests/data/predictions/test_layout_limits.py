"""Layouts that ask for much: refused by the total, in one line, before anything of that size is made."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.predictions import layout as module
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.layout_toml import read_layout

TEXT = """
{recipe}
[picture]
size = {size}
scale = {scale}
mean = {mean}
[objectness]
names = {names}
layout = {layout}
[deltas]
names = ["t"]
layout = "N,4"
"""
SOUND = {"recipe": "", "size": "[240, 320]", "scale": "1.0", "mean": "[0, 0, 0]", "names": '["s"]', "layout": '"N"'}
HUGE = {"400 digits": "3" * 400, "5,000 digits": "3" * 5000, "hexadecimal": "0x" + "F" * 9000}
FIELDS = {
    "recipe": "recipe = {}", "size": "[{}, 3]", "scale": "{}", "mean": "[{}, 0, 0]", "names": "[{}]", "layout": "{}",
}  # fmt: skip


def layout(tmp_path, **fields):
    path = tmp_path / "m.toml"
    path.write_text(TEXT.format(**(SOUND | fields)), encoding="utf-8")
    return path


def refusal(path) -> str:
    with pytest.raises(BadFile) as caught:
        read_layout(path)
    assert "\n" not in str(caught.value)
    assert len(caught.value.problem) < 300
    return caught.value.problem


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("number", HUGE)
def test_a_whole_number_of_any_length_is_one_line(tmp_path, field, number):
    assert refusal(layout(tmp_path, **{field: FIELDS[field].format(HUGE[number])}))


@pytest.mark.parametrize("name", ["x" * 5000, "a/" * 4000])
def test_a_recipe_that_no_system_could_name_is_one_line(tmp_path, name):
    assert refusal(layout(tmp_path, recipe=f'recipe = "{name}"')).startswith("recipe: found ")


def test_many_names_and_many_mistakes_are_one_line(tmp_path):
    assert refusal(layout(tmp_path, names="[" + '"s",' * 65 + "]")) == (
        "objectness.names: found 65 names, wanted at most 64"
    )
    path = tmp_path / "m.toml"
    path.write_text("\n".join(f"k{number} = 1" for number in range(3000)), encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        read_layout(path)
    assert caught.value.problem.endswith("; and 2992 more")


def test_the_numbers_of_all_outputs_are_counted_before_any_is_brought_into_order(tmp_path, monkeypatch):
    arrays = {"s": np.zeros(1 << 20, np.float16), "t": np.zeros((64 << 20, 4), np.float16)}
    read = read_layout(layout(tmp_path, names="[" + '"s",' * 64 + "]"))
    tracemalloc.start()
    try:
        with pytest.raises(BadPredictions, match="65 outputs of 335,544,320 numbers, wanted at most 134,217,728"):
            read.prediction(arrays, "x")
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
    monkeypatch.setattr(module, "MOST_NUMBERS", 10)
    sound = read_layout(layout(tmp_path))
    assert len(sound.prediction({"s": np.zeros(2, "f4"), "t": np.zeros((2, 4), "f4")}, "x").objectness) == 2
    with pytest.raises(BadPredictions, match="2 outputs of 15 numbers"):
        sound.prediction({"s": np.zeros(3, "f4"), "t": np.zeros((3, 4), "f4")}, "x")


def test_an_array_may_be_named_again_by_its_parts_but_not_many_times(tmp_path):
    arrays = {"s": np.zeros(9 << 20, np.float16), "t": np.zeros((2, 4), np.float16)}
    read = read_layout(layout(tmp_path, names='["s", "s", "s"]'))
    with pytest.raises(BadPredictions, match="4 outputs of 28,311,560 numbers, wanted at most 26,214,408"):
        read.prediction(arrays, "x")
    with pytest.raises(BadPredictions, match="objectness"):  # not of their number
        read_layout(layout(tmp_path, names='["s", "s"]')).prediction(arrays, "x")


def test_a_models_input_has_a_limit_whoever_says_its_size(tmp_path):
    model = resource("demo", "model.onnx")
    text = resource("demo", "model.toml").read_text(encoding="utf-8")
    for size in ("[16384, 16384]", '"recipe"'):
        changed = "\n".join(f"size = {size}" if line.startswith("size") else line for line in text.splitlines())
        (tmp_path / "m.toml").write_text(changed, encoding="utf-8")
        (tmp_path / "r.toml").write_text('extends = "demo"\n[resize]\nshort = 6000\nlong = 6000\n', encoding="utf-8")
        outputs = open_predictions(model, layout=tmp_path / "m.toml")
        with pytest.raises(BadPredictions, match="px, wanted at most 16,777,216 px for a model that is run here"):
            outputs.run(np.zeros((60, 60, 3), np.uint8), load_recipe(tmp_path / "r.toml"))
