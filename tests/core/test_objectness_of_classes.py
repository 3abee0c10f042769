"""One score an anchor of outputs with a sigmoid a class: the highest of the scores, bit by bit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.proposals import class_scores, objectness
from rpn_inspector.core.recipe import load_recipe

SPEC = load_recipe("yolov8").loss
logits = st.lists(st.lists(st.floats(-90, 90, width=32), min_size=3, max_size=3), min_size=1, max_size=20)


@given(rows=logits)
def test_the_highest_score_is_the_highest_logits(rows):
    values = np.array(rows, np.float32)
    np.testing.assert_array_equal(objectness(values, SPEC), class_scores(values, SPEC)[0].max(1))
