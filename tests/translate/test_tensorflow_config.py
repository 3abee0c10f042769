"""TensorFlow's pipeline.config: the text format, the three anchor generators, and what the first stage takes over."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.losses import objectness_loss
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.protobuf_text import read_protobuf_text
from rpn_inspector.translate.sources import recipe_from

HUBER = "weighted_smooth_l1 { delta: 0.5 }"
FIXED = "fixed_shape_resizer {{ height: {0} width: {1} }}"
OCTAVES = (
    "multiscale_anchor_generator { min_level: 3 max_level: 4 anchor_scale: 4.0 aspect_ratios: [1.0, 2.0] "
    "scales_per_octave: 2 }"
)
DEFAULT_BOXES = (
    "ssd_anchor_generator { num_layers: 2 min_scale: 0.2 max_scale: 0.8 aspect_ratios: 1.0 aspect_ratios: 2.0 }"
)
SSD = """
model {{
  ssd {{  # a comment
    image_resizer {{ {resizer} }}
    feature_extractor {{ type: 'ssd_mobilenet_v2' }}
    anchor_generator {{ {anchors} }}
    box_coder {{ faster_rcnn_box_coder {{ y_scale: 10.0, x_scale: 10.0; height_scale: 5.0 width_scale: 5.0 }} }}
    matcher {{ argmax_matcher {{ matched_threshold: 0.6 unmatched_threshold: .4 force_match_for_each_row: true }} }}
    loss {{
      classification_loss {{ weighted_sigmoid_focal {{ alpha: 0.75 gamma: 2.0 }} }}
      localization_loss {{ weighted_smooth_l1 {{ delta: 0.5 }} }}
      localization_weight: 2.0
    }}
    normalize_loc_loss_by_codesize: true
    post_processing {{ batch_non_max_suppression {{ score_threshold: 1e-8 iou_threshold: 0.6 }} }}
  }}
}}
train_config: {{ batch_size: 2 }}
"""
RPN = """
model { faster_rcnn {
  image_resizer { keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 1024 } }
  first_stage_anchor_generator { grid_anchor_generator {
    scales: [0.25, 0.5] aspect_ratios: [0.5, 1.0] height_stride: 16 width_stride: 16 } }
  first_stage_nms_iou_threshold: 0.65
  first_stage_localization_loss_weight: 2.0
} }
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "pipeline.config").write_text(text, encoding="utf-8")
        return tmp_path / "pipeline.config"

    return write


def parsed(text, tmp_path):
    return read_protobuf_text(ConfigText(tmp_path / "x.config", text), ConfigFiles()).plain()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: 1 b: -2.5e1 c: .5f d: 7.", {"a": 1, "b": -25, "c": 0.5, "d": 7}),
        ("a: true b: RELU_6 c: -inf", {"a": True, "b": "RELU_6", "c": -math.inf}),
        ("a: 'x' \"y\" b: 'it\\'s'", {"a": "xy", "b": "it's"}),
        ("m { n < o: 1 > } m { n { o: 2 } }", {"m": [{"n": {"o": 1}}, {"n": {"o": 2}}]}),
        ("m: { a: [1, 2] } a: []", {"m": {"a": [1, 2]}}),
        ("a: 1, b: 2; a: 3 # four", {"a": [1, 3], "b": 2}),
    ],
)
def test_the_text_format(text, values, tmp_path):
    found = parsed(text, tmp_path)
    assert {name: value for name, value in found.items() if value != []} == values


def test_octaves_stand_in_the_middle_of_their_cells(written):
    found = recipe_from(written(SSD.format(resizer=FIXED.format(64, 96), anchors=OCTAVES)))
    values = found.recipe.flat()
    assert (values["resize.rule"], values["resize.size"]) == ("stretch", (64, 96))
    assert values["anchors.sizes"] == ((32.0, 32 * 2**0.5), (64.0, 64 * 2**0.5))
    assert values["anchors.ratios"] == ((1.0, 0.5),)  # width over height in TensorFlow
    level = found.recipe.grid((64, 96)).levels[0]
    np.testing.assert_allclose([(level.x0[0] + level.x1[0])[:2] / 2], [[4, 12]])
    assert (values["matcher.positive"], values["matcher.negative"]) == (0.6, 0.4)
    assert (values["coder.coordinates"], values["coder.weights"]) == ("yxhw", (10.0, 10.0, 5.0, 5.0))
    assert (values["loss.focal_alpha"], values["loss.box"], values["loss.beta"]) == (0.75, "huber", 0.5)
    assert values["loss.box_weight"] == 2.0 / 4
    origins = {field.place: str(field.origins[0]) for field in found.fields}
    assert origins["proposals.min_score"].endswith("score_threshold = 1e-8 (pipeline.config:15)")


def test_default_boxes_are_fractions_of_the_shorter_side_the_first_level_reduced(written):
    found = recipe_from(written(SSD.format(resizer=FIXED.format(300, 400), anchors=DEFAULT_BOXES)))
    first, second = found.recipe.flat()["anchors.shapes"]
    root = math.sqrt(2)
    np.testing.assert_allclose(first, [(30, 30), (60 * root, 60 / root), (60 / root, 60 * root)])
    between = math.sqrt(0.8) * 300
    np.testing.assert_allclose(second, [(240, 240), (240 * root, 240 / root), (between, between)])
    levels = found.recipe.grid((300, 400)).levels
    assert [level.shape for level in levels] == [(19, 25), (10, 13)]
    np.testing.assert_allclose((levels[0].y0[0] + levels[0].y1[0])[0] / 2, 300 / 19 / 2, rtol=1e-6)


def test_the_first_stage_has_its_anchors_and_the_assigners_of_the_code(written):
    found = recipe_from(written(RPN))
    values = found.recipe.flat()
    assert (values["anchors.sizes"], values["anchors.ratios"]) == (((64.0, 128.0),), ((2.0, 1.0),))
    assert (values["matcher.positive"], values["matcher.outside.rule"]) == (0.7, "before")
    assert (values["proposals.nms"], values["loss.box_weight"]) == (0.65, 2.0)
    said = " ".join(found.recipe.reproduces_not)
    assert "not confirmed" in said
    assert "torch" not in said.replace("torchvision's", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("model { center_net { } }", "model: found 'center_net', wanted ssd or faster_rcnn"),
        ("model { ssd { ", "found the end of the file, wanted the text"),
        ("model ! ssd", "pipeline.config:1: found '! ssd'"),
        ("m {" * 80 + "}" * 80, "more than 64 deep"),
        ("a 1", "found 1, wanted the text of a protocol buffer"),
        (SSD.format(resizer=FIXED.format(64, 64), anchors=""), "wanted an ssd, multiscale or grid anchor generator"),
        (
            SSD.format(resizer=FIXED.format(64, 64), anchors=DEFAULT_BOXES).replace("mobilenet_v2", "resnet50_v1_fpn"),
            "feature maps whose strides are known",
        ),
        (SSD.format(resizer=FIXED.format(64, 64), anchors=OCTAVES.replace("2.0]", "0]")), "wanted numbers over 0"),
        (RPN.replace("height_stride: 16", "height_stride: 8"), "the same stride along both axes"),
    ],
)
def test_what_cannot_be_translated_is_refused_in_one_line(text, words, written, capsys):
    assert main(["recipes", "from", str(written(text))]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("classes", "boxes", "alpha", "gamma", "weight", "beta"),
    [
        ("weighted_sigmoid_focal { alpha: 0.75 gamma: 2.0 }", HUBER, 0.75, 2.0, 1.0, 0.5),
        ("weighted_sigmoid_focal { gamma: 1.5 }", HUBER, 0.5, 1.5, 2.0, 0.5),
        ("weighted_sigmoid { }", "weighted_l2 { }", 0.5, 0.0, 2.0, 1e6),
    ],
)
def test_losses_of_scores_and_codes_are_the_builders(classes, boxes, alpha, gamma, weight, beta, written):
    text = SSD.format(resizer=FIXED.format(64, 96), anchors=OCTAVES)
    text = text.replace("weighted_sigmoid_focal { alpha: 0.75 gamma: 2.0 }", classes)
    text = text.replace(HUBER, boxes)
    values = recipe_from(written(text)).recipe.flat()
    names = ("focal_alpha", "focal_gamma", "objectness_weight", "beta")
    assert [values[f"loss.{name}"] for name in names] == [alpha, gamma, weight, beta]


@pytest.mark.parametrize(
    ("classes", "converter", "left"),
    [
        ("weighted_sigmoid_focal { alpha: 0.75 gamma: 2.0 }", "score_converter: SIGMOID", None),
        ("weighted_softmax { }", "score_converter: SOFTMAX", None),
        ("weighted_sigmoid { }", "score_converter: SOFTMAX", "scores are the logits' sigmoid here"),
        ("weighted_softmax { }", "", "scores are the logits' softmax here"),
    ],
)
def test_nothing_of_effdet_is_said_of_tensorflow_and_nothing_translated_is_left(classes, converter, left, written):
    text = SSD.format(resizer=FIXED.format(64, 96), anchors=OCTAVES).replace(
        "iou_threshold: 0.6 }", "iou_threshold: 0.6 } " + converter
    )
    found = recipe_from(written(text.replace("weighted_sigmoid_focal { alpha: 0.75 gamma: 2.0 }", classes)))
    said = " ".join(found.recipe.reproduces_not)
    assert "effdet" not in said
    assert "plus one" not in said
    assert found.recipe.reproduces_not[0].startswith("the order of exactly equal scores")
    assert "every score above the threshold enters NMS there; here the best 5,000 pairs of anchor and class" in said
    assert found.recipe.proposals.min_score_first
    told = {each.what: each.reason for each in found.left}
    assert not any("weighted_s" in what for what in told)
    reasons = [reason for what, reason in told.items() if "score_converter" in what]
    assert [reason[: len(left or "")] for reason in reasons] == ([left] if left else [])


def test_a_focal_loss_without_alpha_is_tensorflows_own_sum(written):
    """By hand: (1 - p_t)^2 ln(1 / p_t) of each class, without a weight."""
    text = SSD.format(resizer=FIXED.format(64, 96), anchors=OCTAVES)
    text = text.replace("weighted_sigmoid_focal { alpha: 0.75 gamma: 2.0 }", "weighted_sigmoid_focal { gamma: 2.0 }")
    spec = recipe_from(written(text)).recipe.loss
    p = 1 / (1 + math.exp(-0.3)), 1 / (1 + math.exp(0.7))
    wanted = (1 - p[0]) ** 2 * -math.log(p[0]) + p[1] ** 2 * -math.log(1 - p[1])
    found = objectness_loss(np.array([[0.3, -0.7]], np.float32), 1, np.array([0]), spec)
    np.testing.assert_allclose(found, wanted, rtol=1e-5)
