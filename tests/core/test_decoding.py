"""Boxes decoded as fractions of the input (Matterport): by hand, on the whole padded input, and there and back."""

from dataclasses import replace

import numpy as np
import pytest

from rpn_inspector.core.detections import Detections
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.fates import decoded_boxes
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.what_if import t_of

RECIPE = load_recipe("matterport-rpn").with_tables({"resize": {"short": 64, "long": 192}})
SAMPLE = Sample("a", (75, 101), gt=np.array([[3, 4, 40, 61], [20, 10, 34, 24]]))


@pytest.fixture(scope="module")
def shown():
    count = inspect(SAMPLE, RECIPE).grid.size
    draw = np.random.default_rng(0)
    outputs = Prediction(
        objectness=draw.normal(size=count).astype(np.float32), deltas=draw.normal(size=(count, 4)).astype(np.float32)
    )
    return inspect(SAMPLE, RECIPE, outputs)


def by_hand(anchor, t, side):
    """Return the decoded edges of one axis in px: fractions of the side less one px, in plain double."""
    low, high = anchor[0] / (side - 1), (anchor[1] - 1) / (side - 1)
    size = high - low
    middle, size = low + size / 2 + t[0] * 0.1 * size, size * np.exp(t[1] * 0.2)
    edges = np.clip([middle - size / 2, middle + size / 2], 0, 1) * (side - 1)
    return edges[0], edges[1] + 1


def test_boxes_are_decoded_as_fractions_and_clipped_to_the_padded_input(shown):
    assert shown.frame.padded_size == (192, 192)
    assert shown.proposals.boxes.max() > max(shown.network_size) + 60  # the picture lies in the middle of the input
    for place in (0, 5, 40):
        anchor = int(shown.proposals.anchor[place])
        box, t = shown.anchors([anchor])[0], shown.deltas[anchor].astype(float)
        x = by_hand((box[0], box[2]), (t[1], t[3]), 192)
        y = by_hand((box[1], box[3]), (t[0], t[2]), 192)
        np.testing.assert_allclose(shown.proposals.boxes[place], [x[0], y[0], x[1], y[1]], atol=1e-4)


def test_what_is_drawn_hovered_and_explained_is_the_proposal(shown):
    kept = shown.proposals.anchor[:50]
    np.testing.assert_allclose(decoded_boxes(shown, kept), shown.proposals.boxes[:50], atol=1e-4)
    inside = next(i for i in kept.tolist() if shown.predicted([i])[0].min() > 0 and shown.predicted([i])[0].max() < 191)
    facts = shown.explain(inside)
    np.testing.assert_allclose(facts.predicted, shown.predicted([inside])[0], atol=1e-5)
    lines = {line.plain[0]: line.exact for line in sections(shown, facts)[1].lines}
    box = shown.predicted([inside])[0].astype(float) - [0, 0, 1, 1]
    wanted = {"x": box[[0, 2]].mean(), "y": box[[1, 3]].mean(), "w": box[2] - box[0], "h": box[3] - box[1]}
    assert lines == pytest.approx(wanted, abs=1e-3)


def test_a_box_put_back_decodes_to_itself(shown):
    box = np.array([60.5, 50.25, 120.75, 110.5])
    anchor = int(shown.positive[0])
    t = np.array([t_of(shown, anchor, box)], np.float32)
    again = replace(shown, deltas=np.repeat(t, shown.grid.size, 0))
    np.testing.assert_allclose(again.predicted([anchor])[0], box, atol=1e-4)
    given = Detections(boxes=np.array([[5.0, 6, 44, 63]]), scores=np.array([0.75]))
    put = inspect(SAMPLE, RECIPE, given)
    network = shown.frame.to_network(given.boxes)
    np.testing.assert_allclose(put.proposals.boxes, network, atol=1e-4)
