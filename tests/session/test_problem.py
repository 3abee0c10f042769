"""What a problem is about is said by whoever raises it, never read out of the words."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, BadLayout, BadPredictions, BadRecipe
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump
from rpn_inspector.session.problem import Problem, ProblemKind
from rpn_inspector.session.request import Request, compute

WORDS = "a has shape b, 3 levels of objectness, do not fit the recipe, for this recipe"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (BadLayout("la forme ne convient pas"), ProblemKind.LAYOUT),
        (BadPredictions(WORDS), ProblemKind.GENERAL),
        (BadFile(f"/data/{WORDS}/x", "no such file"), ProblemKind.GENERAL),
        (BadRecipe(WORDS), ProblemKind.GENERAL),
    ],
)
def test_the_kind_follows_from_the_error_and_not_from_its_words(error, kind):
    assert Problem.of(error) == Problem(kind, str(error))


@pytest.mark.parametrize("layout_first", [True, False])
def test_two_problems_in_one_line_keep_the_one_that_has_a_remedy(layout_first):
    pair = [Problem(ProblemKind.LAYOUT, "deltas (3,)"), Problem.general("column 6: the filter ends here")]
    first, second = pair if layout_first else pair[::-1]
    assert first.before(second) == Problem(ProblemKind.LAYOUT, f"{first.text}; {second.text}")


def misfit_of(outputs, recipe):
    dataset = open_dataset(resource("demo"))
    return compute(Request(dataset, 0, recipe, outputs)).misfit


def test_outputs_of_other_shapes_are_a_problem_of_layout_and_broken_ones_are_not(tmp_path):
    recipe = load_recipe("torchvision-fpn")
    name = open_dataset(resource("demo")).names[0]
    folder = tmp_path / "a has shape b"
    folder.mkdir()
    outputs = Prediction(objectness=np.zeros(7, np.float32), deltas=np.zeros((7, 4), np.float32))
    for number, logits in enumerate((7, 8)):
        made = dataclasses.replace(outputs, objectness=np.zeros(logits, np.float32))
        save_dump(folder / f"{number}.rpn", {name: made}, recipe.name)
    assert misfit_of(open_predictions(folder / "0.rpn"), recipe).kind is ProblemKind.LAYOUT
    assert misfit_of(open_predictions(folder / "1.rpn"), recipe).kind is ProblemKind.LAYOUT
    next((folder / "0.rpn").glob("*.npz")).write_bytes(b"PK torn")
    broken = misfit_of(open_predictions(folder / "0.rpn"), recipe)
    assert "has shape" in broken.text
    assert broken.kind is ProblemKind.GENERAL
