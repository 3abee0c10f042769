"""t from boxes and back, smooth L1 by hand, and sums that add up."""

import numpy as np
import pytest
from drawn import drawn, number_of
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.coder import decode, encode
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import binary_cross_entropy, objectness_loss, sigmoid, smooth_l1, trained_cross_entropy
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.sample import Sample

TORCHVISION, PAPER = load_recipe("torchvision-fpn"), load_recipe("paper-vgg16")


def to_encode(codes):
    """Return an anchor, how far along its stretch each side of its ground truth is, and where its centre, -1 to 1."""
    (x, y), (w, h) = ([number_of(codes, *ends) for _ in "xy"] for ends in ((-500, 1500), (4, 800)))
    along, away = ([codes.one([low, 1.0, *[codes.uniform(low, 1)] * 4]) for _ in "xy"] for low in (0.0, -1.0))
    return [x, y, x + w, y + h], along, away


def test_encode_by_hand():
    """Anchor of 128 px at centre (576, 400); truth of 153.24 x 160 px at (567.98, 395)."""
    anchor = [[512.0, 336.0, 640.0, 464.0]]
    truth = [[491.36, 315.0, 644.6, 475.0]]
    wanted = [(567.98 - 576) / 128, (395 - 400) / 128, np.log(153.24 / 128), np.log(160 / 128)]
    np.testing.assert_allclose(encode(anchor, truth, TORCHVISION)[0], wanted, atol=1e-6)


def decoded(name, anchor, truth, stride):
    recipe = load_recipe(name)
    t = encode([anchor], [truth], recipe, [stride])
    if recipe.coder.rule == "cell":  # the network's number stands behind a sigmoid
        t[:, :2] = np.log(t[:, :2].astype(np.float64) / (1 - t[:, :2].astype(np.float64)))
    return t, decode([anchor], t, recipe, [stride])[0]


@pytest.mark.parametrize("name", list({load_recipe(name).coder: name for name in list_recipes()}.values()))
@given(case=drawn(to_encode, 16))
def test_decode_inverts_encode(name, case):
    """Within 16 float32 ulps of the largest number on the way, for every coder that ships.

    Sides stay within the recipe's clamp of 1000 / 16; a YOLO centre stays within its cell, YOLOv5's around it; the
    article's code comes back one pixel larger, which is its own law below.
    """
    recipe, stride, (anchor, along, (right, down)) = load_recipe(name), 64.0, case
    width, height = anchor[2] - anchor[0], anchor[3] - anchor[1]
    stretch = 3.5 if recipe.coder.rule == "double_sigmoid" else 16
    w, h = (span * (0.0625 + (stretch - 0.0625) * part) for span, part in zip((width, height), along, strict=True))
    reach = {"cell": stride * 0.49, "double_sigmoid": stride * 0.9}.get(recipe.coder.rule, 500)
    x = (anchor[0] + anchor[2]) / 2 + reach * right
    y = (anchor[1] + anchor[3]) / 2 + reach * down
    truth = np.float32([x - w / 2, y - h / 2, x + w / 2, y + h / 2])
    t, back = decoded(name, anchor, truth, stride)
    if recipe.coder.inclusive:
        truth = truth + np.float32([0, 0, 1, 1])
    largest = max(np.abs(truth).max(), np.abs(anchor).max(), w, h)
    ulps = 16 if recipe.coder.rule == "shift" else 64  # the sigmoid's inverse stretches t near 0 and 1
    np.testing.assert_allclose(back, truth, rtol=0, atol=ulps * np.spacing(np.float32(largest)) * max(1, abs(t).max()))


def test_the_inclusive_coder_gives_a_box_one_pixel_larger():
    """py-faster-rcnn adds 1 to sides when encoding and never takes it off: x2 and y2 come back 1 px further."""
    anchor = truth = [[0.0, 0.0, 15.0, 31.0]]
    np.testing.assert_array_equal(encode(anchor, truth, PAPER), [[0, 0, 0, 0]])
    np.testing.assert_array_equal(decode(anchor, [[0, 0, 0, 0]], PAPER), [[0, 0, 16, 32]])


def test_smooth_l1_by_hand():
    np.testing.assert_allclose(smooth_l1([0.0, 0.1, -0.1, 0.5], 0.2), [0, 0.025, 0.025, 0.4])
    np.testing.assert_allclose(smooth_l1([-3.0, 2.0], 0), [3, 2])


@given(d=st.floats(-5, 5), beta=st.floats(0.01, 3))
def test_smooth_l1_is_even_and_below_l1(d, beta):
    assert smooth_l1(d, beta) == smooth_l1(-d, beta)
    assert 0 <= smooth_l1(d, beta) <= abs(d)


def test_the_trainers_cross_entropy_loses_what_float32_loses():
    """These four are what torch's binary_cross_entropy_with_logits gives, printed to nine digits."""
    got = trained_cross_entropy([-20.0, -12.0, 3.0, 3.0], [0, 0, 0, 1])
    np.testing.assert_allclose(got, [0.0, 5.7220459e-06, 3.0485873, 0.048587352], rtol=1e-6)
    exact = binary_cross_entropy([-20.0, -12.0, 3.0, 3.0], [0, 0, 0, 1])
    np.testing.assert_allclose(exact, [2.0611537e-09, 6.1441935e-06, 3.0485873, 0.04858735], rtol=1e-6)


def test_sure_answers_of_many_classes_cost_what_they_cost_the_trainer():
    """At -12 float32 loses 7 % of the loss, whatever the target of another class."""
    logits = np.full((3, 80), -12, np.float32)
    per_anchor = objectness_loss(logits, 1, np.array([5]), load_recipe("yolov8").loss, np.array([0.5]))
    sure, weight = 80 * 5.7220459e-06, load_recipe("yolov8").loss.objectness_weight
    np.testing.assert_allclose(per_anchor / weight, [6 + sure, sure, sure], rtol=1e-6)


def test_cross_entropy_and_score_stay_finite():
    assert binary_cross_entropy(0.0, 1) == pytest.approx(np.log(2))
    assert binary_cross_entropy([1e4, -1e4], [0, 1]).tolist() == [1e4, 1e4]
    assert sigmoid([-1e4, 0, 1e4]).tolist() == [0, 0.5, 1]


def inspected(recipe, seed=0, **given_):
    sample = Sample("x", (120, 160), gt=np.array([[20, 20, 90, 80], [100, 30, 130, 100]]))
    plain = inspect(sample, recipe)
    generator = np.random.default_rng(3)
    prediction = Prediction(
        objectness=generator.normal(-2, 2, plain.grid.size).astype(np.float32),
        deltas=generator.normal(0, 0.3, (plain.grid.size, 4)).astype(np.float32),
        source="test",
    )
    return inspect(sample, recipe, prediction, seed=seed, **given_)


@pytest.mark.parametrize("recipe", [TORCHVISION, PAPER], ids=lambda r: r.name)
def test_rows_sum_to_totals_and_to_what_each_anchor_says(recipe):
    result = inspected(recipe)
    loss = result.loss
    assert loss.objectness_per_anchor.sum() == pytest.approx(loss.objectness)
    assert loss.box_per_coordinate.sum() == pytest.approx(loss.box)
    assert loss.total == pytest.approx(loss.objectness + loss.box)
    facts = [result.explain(i) for i in result.sampled_positive]
    assert sum(f.box_loss / f.normaliser for f in facts) == pytest.approx(loss.box)
    for row, fact in zip(loss.box_per_coordinate, facts, strict=True):
        np.testing.assert_allclose(fact.r / fact.normaliser, row, rtol=1e-12)
    every = [result.explain(i).objectness_loss for i in loss.rows]
    assert sum(every) / loss.objectness_normaliser == pytest.approx(loss.objectness)


def test_the_sample_is_seeded_and_within_its_rule():
    first, again, other = inspected(TORCHVISION), inspected(TORCHVISION), inspected(TORCHVISION, seed=1)
    np.testing.assert_array_equal(first.sampled_negative, again.sampled_negative)
    assert (first.sampled_negative != other.sampled_negative).any()
    assert len(first.sampled_positive) + len(first.sampled_negative) == 256
    assert (first.assignment.label[first.sampled_positive] == 1).all()
    assert (first.assignment.label[first.sampled_negative] == 0).all()


def test_every_considered_box_has_a_fate_and_survivors_do_not_overlap():
    result = inspected(TORCHVISION)
    proposals = result.proposals
    assert np.bincount(proposals.fate).sum() == result.grid.size
    lost = np.flatnonzero(proposals.fate == 1)
    assert (proposals.suppressed_by[lost] >= 0).all()
    assert (proposals.suppressed_iou[lost] > 0.7).all()
    assert (np.diff(proposals.scores) <= 0).all()
    assert proposals.boxes[:, 2].max() <= result.network_size[1]


def test_a_crowd_takes_no_part_but_keeps_its_number():
    gt = np.array([[0, 0, 100, 100], [20, 20, 90, 80]])
    sample = Sample("x", (120, 160), gt=gt, gt_kind=np.array([1, 0]))
    result = inspect(sample, TORCHVISION)
    assert set(result.assignment.gt[result.positive]) == {1}
    assert result.assignment.gt_positives[0] == 0
    assert {w.kind for w in result.warnings} == {"crowd"}


def test_why_says_the_numbers():
    result = inspected(TORCHVISION)
    for index in (*result.positive[:20], 0, *np.flatnonzero(result.assignment.label == -1)[:20]):
        facts = result.explain(index)
        assert facts.finding
        assert facts.why.endswith(".")
        if facts.label == 1:
            assert f"{facts.iou:.4f}" in facts.why


def test_sigmoid_and_cross_entropy_are_the_plain_formulas_to_the_last_bit_in_blocks_of_any_shape():
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 30, 70_000), [np.inf, -np.inf, np.nan, 0.0, -0.0, 800, -800, 1e-320]])
    x = np.concatenate([x, x[: -len(x) % 4]]).reshape(-1, 4).astype(np.float32)
    wide = x.astype(np.float64)
    with np.errstate(all="ignore"):
        small = np.exp(-np.abs(wide))
        plain = np.where(wide >= 0, 1 / (1 + small), small / (1 + small))
        target = rng.random(x.shape)
        loss = np.maximum(wide, 0) - wide * target + np.log1p(small)
    assert np.array_equal(sigmoid(x), plain.astype(np.float32), equal_nan=True)
    assert np.array_equal(sigmoid(x.T, "float64"), plain.T, equal_nan=True)
    assert np.array_equal(binary_cross_entropy(x, target), loss, equal_nan=True)
    assert (sigmoid(np.float32(2.0)).shape, sigmoid(np.zeros((0, 3))).shape) == ((), (0, 3))
