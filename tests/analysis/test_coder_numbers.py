"""The coder's numbers that an audit proposes: with them the targets have mean 0 and deviation 1."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.audit.coder_numbers import coder_words, targets_document
from rpn_inspector.core.resources import resource


@pytest.mark.parametrize(
    "coder", [{}, {"weights": (10.0, 10.0, 5.0, 5.0)}, {"means": (0.1, 0.0, -0.2, 0.3), "stds": (0.1, 0.2, 0.3, 0.4)}]
)
def test_targets_have_mean_0_and_deviation_1_with_the_numbers_proposed(coder):
    dataset, demo = ri.open_dataset(resource("demo")), ri.load_recipe("demo")
    now = replace(demo, coder=replace(demo.coder, **coder))
    told = targets_document(ri.audit(dataset, now, workers=1))
    assert told["coder"] == {name: list(getattr(now.coder, name)) for name in ("weights", "means", "stds")}
    means, stds, weights = (tuple(told["suggested"][name]) for name in ("means", "stds", "weights"))
    plain = {"weights": (1.0,) * 4, "means": (0.0,) * 4, "stds": (1.0,) * 4}
    both = ri.audit(
        dataset, replace(now, coder=replace(now.coder, **plain | {"means": means, "stds": stds})), workers=1
    )
    np.testing.assert_allclose(both.targets.mean, 0, atol=1e-6)
    np.testing.assert_allclose(both.targets.std, 1, rtol=1e-6)
    alone = ri.audit(dataset, replace(now, coder=replace(now.coder, **plain | {"weights": weights})), workers=1)
    np.testing.assert_allclose(alone.targets.std, 1, rtol=1e-6)


def test_words_name_the_numbers_in_use_and_the_proposed():
    told = {
        "coder": {"weights": [10.0, 10.0, 5.0, 5.0], "means": [0.0] * 4, "stds": [1.0] * 4},
        "suggested": {"means": [-0.5, 0, 0, 0.25], "stds": [0.1, 0.1, 0.2, 0.2], "weights": [10.0, 10.0, 5.0, 5.0]},
    }
    now, wanted = coder_words(told)
    assert now == "The coder has weights 10 10 5 5, means 0 0 0 0, stds 1 1 1 1."
    assert "means -0.5 0 0 0.25 and stds 0.1 0.1 0.2 0.2 with weights of 1" in wanted
    assert "for the deviation alone, weights 10 10 5 5" in wanted
    told["suggested"]["weights"][0] = None  # of targets that are all equal
    assert "deviation alone" not in coder_words(told)[1]
    assert coder_words({}) == ()
