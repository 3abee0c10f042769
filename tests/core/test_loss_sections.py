"""The sections of the loss say the formula in force, and every letter of it in numbers."""

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.core.loss_sections import L1_PLAIN, share, smooth

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
