"""Scores made of high logits alone, as compared to a threshold."""

import numpy as np
import pytest

from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.proposals import _high_scores


@pytest.mark.parametrize("least", [0.0, 1e-6, 0.001, 0.05, 0.5, 0.998, 0.9999999, 1.0])
def test_the_pairs_over_the_limit_are_those_of_all_scores_with_the_same_scores(least):
    random, limit = np.random.default_rng(0), np.float32(least)
    logits = random.normal(-4, 6, (500, 3)).astype(np.float32)
    edge = np.log(max(least, 1e-9)) - np.log(max(1 - least, 1e-9))
    near = np.full(300, edge, np.float32)
    for step in range(1, 300):  # every float32 around the limit's own logit
        near[step] = np.nextafter(near[step - 1], np.float32(np.inf if step < 150 else -np.inf))
    logits[:300, 1] = near
    logits[300:303, 0] = np.inf, -np.inf, np.nan
    wanted, found = sigmoid(logits), _high_scores(logits, least)
    for over in (wanted > limit, wanted >= limit if least else wanted > limit):
        np.testing.assert_array_equal(found[over], wanted[over])
    np.testing.assert_array_equal(found > limit, wanted > limit)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(wanted))
