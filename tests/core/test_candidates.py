"""Which pairs of anchor and class enter NMS: by the class alone or times the confidence, each or the best."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.core.proposals import candidates, suppressed
from rpn_inspector.core.specs import ProposalSpec

SCORES = np.array([[0.5, 0.75], [0.5, 0.5], [1.0, 0.25]], np.float32)
CONFIDENCE = np.array([0.5, 1.0, 0.25], np.float32)
SPEC = ProposalSpec(min_score_first=True, min_score=0.3, min_confidence=0.25)


@pytest.mark.parametrize(
    ("score_of", "classes", "allowed"),
    [
        ("class", "each", [[1, 1], [1, 1], [1, 0]]),
        ("class", "best", [[0, 1], [1, 0], [1, 0]]),  # of equal classes the first
        ("product", "each", [[0, 1], [1, 1], [0, 0]]),  # a confidence equal to the least is not above it
        ("product", "best", [[0, 1], [1, 0], [0, 0]]),
    ],
)
def test_pairs_past_the_filters(score_of, classes, allowed):
    spec = dataclasses.replace(SPEC, score_of=score_of, classes=classes)
    compared, left, found = candidates(SCORES, CONFIDENCE, spec)
    np.testing.assert_array_equal(found, np.array(allowed, bool))
    product = score_of == "product"
    assert (left is None) == product
    np.testing.assert_array_equal(compared, SCORES * CONFIDENCE[:, None] if product else SCORES)


def test_a_far_offset_costs_the_digits_that_decide():
    """At class 79 of 7680 px a coordinate is a multiple of 1/16: 0.04 px rounds to 1/16, or to 0."""
    boxes = np.array([[0.0, 0, 1, 1], [0.04, 0, 1.04, 1]], np.float32)
    spec = ProposalSpec(nms=0.9, nms_within="class", nms_offset=7680.0)
    near, far = (suppressed(boxes, np.array([k, k]), spec)[0].tolist() for k in (0, 79))
    assert (near, far) == ([-1, 0], [-1, -1])
    assert suppressed(boxes, np.array([0, 1]), spec)[0].tolist() == [-1, -1]
