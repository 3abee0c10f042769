"""Outputs opened with the recipe they name: a shipped one, or a TOML beside them or beside their layout."""

import numpy as np
import pytest

from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.resources import resource
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.session.open_request import OpenRequest, open_all, open_outputs

OWN = 'extends = "torchvision-fpn"\nname = "own"\n[resize]\nshort = 320\n'
LAYOUT = '[objectness]\nnames = ["s"]\nlayout = "N"\n[deltas]\nnames = ["d"]\nlayout = "N,4"\n'


@pytest.mark.parametrize("said", ["own.toml", "recipes/own.toml"])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_layout_names_its_recipe_from_where_it_lies(tmp_path, monkeypatch, said, absolute):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "arrays").mkdir()
    np.savez(tmp_path / "arrays" / "a.npz", s=np.zeros(9, np.float32), d=np.zeros((9, 4), np.float32))
    recipe = tmp_path / "mine" / said
    recipe.parent.mkdir(parents=True)
    recipe.write_text(OWN, encoding="utf-8")
    layout = tmp_path / "mine" / "layout.toml"
    layout.write_text(f'recipe = "{said}"\n{LAYOUT}', encoding="utf-8")
    loaded = open_outputs(tmp_path / "arrays", None, layout if absolute else layout.relative_to(tmp_path))
    assert loaded.problem is None
    assert loaded.recipe is not None
    assert loaded.recipe.name == "own"


def test_a_dump_names_a_recipe_beside_it_and_says_where_there_is_none(tmp_path):
    raw = Prediction(objectness=np.zeros(9, np.float32), deltas=np.zeros((9, 4), np.float32))
    dump = save_dump(tmp_path / "d.rpn", {"a": raw}, "own")
    missing = open_outputs(dump, None)
    assert missing.recipe is None
    assert "names the recipe 'own', which does not ship" in missing.problem.text
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    assert open_outputs(dump, None).recipe.name == "own"


@pytest.mark.parametrize(("step", "position"), [(None, 2), (60, 0), (400, 1), (3000, 2)])
def test_the_slider_starts_at_the_wanted_step_else_at_the_last(step, position):
    _, loaded, _ = open_all(OpenRequest(resource("demo"), predictions=resource("demo", "predictions"), step=step))
    assert loaded.timeline.dumps.index(loaded.outputs) == position
