"""What a shipped recipe does not reproduce is said in it."""

import pytest

from rpn_inspector.core.recipe import list_recipes, load_recipe

BY_INDEX = {"matterport-rpn"}  # TensorFlow's top_k takes the lower index first, as the program does


@pytest.mark.parametrize("name", sorted(set(list_recipes()) - BY_INDEX))
def test_the_order_of_exactly_equal_scores_is_named(name):
    said = load_recipe(name).reproduces_not
    assert any("exactly equal" in words and "score" in words for words in said)
