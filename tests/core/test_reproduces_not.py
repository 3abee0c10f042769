"""What a shipped recipe does not reproduce is said in it."""

import numpy as np
import pytest

from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample

BY_INDEX = {"matterport-rpn"}  # TensorFlow's top_k takes the lower index first, as the program does


KEEP_NAN = {"retinanet-torchvision", "ssd300-torchvision", "ssdlite320-torchvision"}  # torchvision 0.29 run on one


@pytest.mark.parametrize("name", sorted(KEEP_NAN))
def test_a_box_that_is_no_number_is_left_out_where_the_library_keeps_it(name):
    recipe, sample = load_recipe(name), Sample("a.jpg", (320, 320))
    count = inspect(sample, recipe).grid.size
    columns = 5 if recipe.loss.objectness == "cross_entropy" else 4
    logits, deltas = np.zeros((count, columns), np.float32), np.zeros((count, 4), np.float32)
    logits[:, :] = -9
    logits[[0, 100], 1] = 9
    if columns == 5:  # the background's column is the first
        logits[:, 0] = 0
    deltas[0, 1] = np.nan
    kept = inspect(sample, recipe, Prediction(objectness=logits, deltas=deltas)).proposals.anchor
    assert kept.tolist() == [100]
    assert any("NaN, which the library keeps" in words for words in recipe.reproduces_not)


@pytest.mark.parametrize("name", sorted(set(list_recipes()) - BY_INDEX))
def test_the_order_of_exactly_equal_scores_is_named(name):
    said = load_recipe(name).reproduces_not
    assert any("exactly equal" in words and "score" in words for words in said)
