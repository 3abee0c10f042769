"""The sections of the loss say the formula in force, and every letter of it in numbers."""

import dataclasses

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.core.errors import BadLayout
from rpn_inspector.core.loss_sections import L1_PLAIN, objectness, share, smooth
from rpn_inspector.core.losses import objectness_loss

SAMPLE = ri.Sample(name="a", size=(300, 400), gt=np.array([[40.0, 50, 160, 170], [200, 90, 330, 280]]))


def inspected(name):
    recipe = ri.load_recipe(name)
    count = ri.inspect(SAMPLE, recipe).grid.size
    random = np.random.default_rng(0)
    logits, deltas = random.normal(size=count), random.normal(0, 0.2, (count, 4))
    return ri.inspect(SAMPLE, recipe, ri.Prediction(logits.astype(np.float32), deltas.astype(np.float32)))


@pytest.mark.parametrize(("name", "formula"), [("mmdet-fpn", L1_PLAIN), ("torchvision-fpn", "R(d) = d² / 2β where")])
def test_without_a_knee_the_formula_is_the_absolute_value(name, formula):
    result = inspected(name)
    section = smooth(result, result.explain(int(result.positive[0])))
    assert section.formula_plain.startswith(formula)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("torchvision-fpn", "λ = 1, N_cls = N_reg = N = 256."),
        ("paper-vgg16", "λ = 1, N_cls = N_reg = N = 256."),
        ("matterport-rpn", "λ = 1, N_cls = 256, N_reg = 20."),
        ("yolov3-416-darknet", "λ = 1, N = 1: the sums are divided by nothing."),
    ],
)
def test_lambda_and_both_n_stand_in_numbers(name, words):
    result = inspected(name)
    section = share(result, result.explain(int(result.sampled_positive[0])))
    assert str(section.words).startswith(words)


@pytest.mark.parametrize("name", ["torchvision-fpn", "matterport-rpn", "yolov5s", "retinanet-mmdet", "yolov3-416"])
def test_every_n_of_a_line_is_told(name):
    result = inspected(name)
    section = share(result, result.explain(int(result.positive[0])))
    for line in section.lines:
        n = str(line.plain).split(" / ")[1]
        assert f"{n} = " in str(section.words), (str(line.plain), str(section.words))


def test_each_class_of_a_sigmoid_counts_by_its_factor():
    plain = ri.load_recipe("yolov8")
    loss = {"class_factors": [0.5, 2.0], "objectness_weight": 3.0}
    recipe = plain.with_tables({"loss": loss})
    logits = np.array([[0, 1], [-2, 0]], np.float32)
    # by hand: of the first 0.5 ln 2 + 2 (ln(1 + e) - 0.25), of the second 0.5 ln(1 + e^-2) + 2 ln 2
    found = objectness_loss(logits, 1, np.array([1]), recipe.loss, np.array([0.25]))
    np.testing.assert_allclose(found, [3 * 2.4730969653, 3 * 1.4497583666])
    with pytest.raises(BadLayout, match=r"found 3 scores, wanted 2, one for each of loss\.class_factors"):
        objectness_loss(np.zeros((1, 3), np.float32), 0, np.empty(0, np.int64), recipe.loss)
    count = ri.inspect(SAMPLE, recipe).grid.size
    outputs = ri.Prediction(np.zeros((count, 2), np.float32), np.ones((count, 64), np.float32))
    for each, formula in ((recipe, "Σ w_k BCE(z_k, q_k)"), (plain, "Σ BCE(z_k, q_k)")):
        result = ri.inspect(SAMPLE, each, outputs)
        section = objectness(result, result.explain(int(result.positive[0])))
        assert section.formula_plain == formula
        assert ("w_k is the class's own factor" in str(section.words)) == (each is recipe)


@pytest.mark.parametrize("rule", ["focal", "bce_per_class", "quality_focal", "yolo", "cross_entropy"])
@pytest.mark.parametrize("weights", [(1.0, 1.0), (2.0, 1.0), (0.5, 3.0), (0.0, 1.0)])
def test_every_factor_of_a_class_loss_stands_in_the_numbers(rule, weights):
    """The numbers of the last line make its value, and that is the loss; a factor of 1 is not written."""
    rows, (plain, of_positives) = np.random.default_rng(1), weights
    recipe = ri.load_recipe("torchvision-fpn")
    by_class = (0.25, 4.0, 1.0) if rule == "cross_entropy" else ()
    loss = dataclasses.replace(
        recipe.loss,
        objectness=rule,
        objectness_weight=plain,
        positive_weight=of_positives,
        class_factors=by_class,
    )
    recipe = dataclasses.replace(recipe, loss=loss)
    count = ri.inspect(SAMPLE, recipe).grid.size
    prediction = ri.Prediction(
        rows.normal(size=(count, 3)).astype(np.float32), rows.normal(0, 0.2, (count, 4)).astype(np.float32)
    )
    result = ri.inspect(SAMPLE, recipe, prediction)
    for anchor, own in ((result.sampled_positive[0], of_positives), (result.sampled_negative[0], 1.0)):
        facts = result.explain(int(anchor))
        line = objectness(result, facts).lines[-1]
        assert line.exact == facts.objectness_loss
        factor = plain * own
        if rule == "cross_entropy":
            factor *= by_class[0] if facts.label == 0 else by_class[1]
            before, _, inside = line.numbers.removesuffix(")").rpartition("ln(")
            told = before.removeprefix("−").removesuffix(" · ")
            assert float(told or 1) == factor
            assert -factor * np.log(float(inside)) == pytest.approx(facts.objectness_loss, abs=1e-4)
        elif factor in (0, 1):
            assert line.numbers == ("" if factor else "0 · Σ")
        else:
            told, rest = map(float, line.numbers.split(" · "))
            assert told == factor
            assert told * rest == pytest.approx(facts.objectness_loss, abs=1e-6)
