"""Anchors of TensorFlow's and MediaPipe's configs beside the formulas of the sources, written out in plain float32.

Sources: ``anchor_generators/grid_anchor_generator.py`` (``tile_anchors``), ``multiple_grid_anchor_generator.py`` and
``multiscale_grid_anchor_generator.py`` of the Object Detection API; MediaPipe's ``ssd_anchors_calculator.cc``.
"""

import math

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.translate.sources import recipe_from

F = np.float32
MODEL = """
model {{ ssd {{
  image_resizer {{ fixed_shape_resizer {{ height: {h} width: {w} }} }}
  feature_extractor {{ type: 'ssd_mobilenet_v2' }}
  anchor_generator {{ {anchors} }}
}} }}
"""


def tiled(shape, scales, ratios, base, stride, offset):
    """Return the boxes (n, 4) y1 x1 y2 x2 of one map, row by row, in the order of scales beside ratios."""
    root = np.sqrt(np.array(ratios, F))
    heights, widths = np.array(scales, F) / root * F(base[0]), np.array(scales, F) * root * F(base[1])
    y = np.arange(shape[0]).astype(F) * F(stride[0]) + F(offset[0])
    x = np.arange(shape[1]).astype(F) * F(stride[1]) + F(offset[1])
    boxes = [
        (b - h / 2, a - w / 2, b + h / 2, a + w / 2) for b in y for a in x for h, w in zip(heights, widths, strict=True)
    ]
    return np.array(boxes)


def default_boxes(size, count, low, high, ratios, between, reduced):
    """Return what ``create_ssd_anchors`` makes of maps halved from stride 16 on, px."""
    scales = [low + (high - low) * i / (count - 1) for i in range(count)] + [1.0]
    side, found = min(size), []
    for layer in range(count):
        pairs = [(scales[layer], ratio) for ratio in ratios]
        if layer == 0 and reduced:
            pairs = [(0.1, 1.0), (scales[0], 2.0), (scales[0], 0.5)]
        elif between > 0:
            pairs.append((math.sqrt(scales[layer] * scales[layer + 1]), between))
        shape = [math.ceil(each / (16 * 2**layer)) for each in size]
        stride = 1 / shape[0], 1 / shape[1]
        base = side / size[0], side / size[1]
        own = tiled(shape, *zip(*pairs, strict=True), base, stride, (0.5 * stride[0], 0.5 * stride[1]))
        found.append(own * np.array([*size, *size]))
    return np.concatenate(found)


def octaves(size, low, high, scale, ratios, count):
    found = []
    for level in range(low, high + 1):
        stride, base = 2**level, 2**level * scale
        scales = [2 ** (i / count) for _ in ratios for i in range(count)]
        aspects = [ratio for ratio in ratios for _ in range(count)]
        offset = [stride / 2 if side % stride == 0 else 0 for side in size]
        shape = [math.ceil(side / stride) for side in size]
        found.append(tiled(shape, scales, aspects, (base, base), (stride, stride), offset))
    return np.concatenate(found)


def anchors_of(tmp_path, text, size, name="pipeline.config"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return recipe_from(tmp_path / name).recipe.grid(size).all_boxes()[:, [1, 0, 3, 2]]


@pytest.mark.parametrize("size", [(300, 300), (320, 320), (300, 480)])
@pytest.mark.parametrize(("between", "reduced"), [(1.0, True), (0.0, False), (0.5, True)])
def test_default_boxes_of_ssd_are_those_of_the_source(tmp_path, size, between, reduced):
    ratios = [1.0, 2.0, 0.5, 3.0, 0.3333]
    listed = " ".join(f"aspect_ratios: {ratio}" for ratio in ratios)
    anchors = (
        f"ssd_anchor_generator {{ num_layers: 6 min_scale: 0.2 max_scale: 0.95 {listed} "
        f"interpolated_scale_aspect_ratio: {between} reduce_boxes_in_lowest_layer: {str(reduced).lower()} }}"
    )
    found = anchors_of(tmp_path, MODEL.format(h=size[0], w=size[1], anchors=anchors), size)
    np.testing.assert_allclose(found, default_boxes(size, 6, 0.2, 0.95, ratios, between, reduced), atol=2e-4)


@pytest.mark.parametrize(("size", "count"), [((640, 640), 2), ((256, 384), 3)])
def test_octaves_are_those_of_the_source(tmp_path, size, count):
    anchors = (
        "multiscale_anchor_generator { min_level: 3 max_level: 7 anchor_scale: 4.0 aspect_ratios: [1.0, 2.0, 0.5] "
        f"scales_per_octave: {count} }}"
    )
    found = anchors_of(tmp_path, MODEL.format(h=size[0], w=size[1], anchors=anchors), size)
    np.testing.assert_allclose(found, octaves(size, 3, 7, 4.0, [1.0, 2.0, 0.5], count), atol=2e-4)


GRAPH = """
node {{ calculator: "ImageToTensorCalculator" }}
node {{
  calculator: "SsdAnchorsCalculator"
  options: {{
    [mediapipe.SsdAnchorsCalculatorOptions.ext] {{
      num_layers: {count} min_scale: {low} max_scale: {high} input_size_height: {size} input_size_width: {size}
      anchor_offset_x: 0.5 anchor_offset_y: 0.5 {strides} {ratios} {more}
    }}
  }}
}}
node {{
  calculator: "TensorsToDetectionsCalculator"
  options: {{ [mediapipe.TensorsToDetectionsCalculatorOptions.ext] {{
    x_scale: 10.0 y_scale: 10.0 h_scale: 5.0 w_scale: 5.0 min_score_thresh: 0.6 {decoding}
  }} }}
}}
"""


def mediapipe(size, strides, low, high, ratios, between, reduced, fixed):
    """Return the boxes (n, 4) of ``GenerateAnchors``, px, layer by layer of one stride together."""
    found, layer, count = [], 0, len(strides)

    def scale_of(k):
        return low + (high - low) * k / (count - 1)

    while layer < count:
        last, pairs = layer, []
        while last < count and strides[last] == strides[layer]:
            if last == 0 and reduced:
                pairs += [(0.1, 1.0), (scale_of(0), 2.0), (scale_of(0), 0.5)]
            else:
                pairs += [(scale_of(last), ratio) for ratio in ratios]
                after = 1.0 if last == count - 1 else scale_of(last + 1)
                pairs += [(math.sqrt(scale_of(last) * after), between)] if between > 0 else []
            last += 1
        cells = math.ceil(size / strides[layer])
        for y in range(cells):
            for x in range(cells):
                for scale, ratio in pairs:
                    h, w = (1, 1) if fixed else (scale / math.sqrt(ratio), scale * math.sqrt(ratio))
                    b, a = (y + 0.5) / cells, (x + 0.5) / cells
                    found.append([b - h / 2, a - w / 2, b + h / 2, a + w / 2])
        layer = last
    return np.array(found) * size


CASES = {
    "faces": (128, [8, 16, 16, 16], 0.1484375, 0.75, [1.0], 1.0, False, True),
    "objects": (300, [16, 32, 64, 128, 256, 512], 0.2, 0.95, [1.0, 2.0, 0.5, 3.0, 0.3333], 1.0, True, False),
    "poses": (224, [8, 16, 32, 32, 32], 0.1484375, 0.75, [1.0], 0.0, False, False),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_anchors_of_mediapipe_are_those_of_its_calculator(tmp_path, case):
    size, strides, low, high, ratios, between, reduced, fixed = case
    more = f"reduce_boxes_in_lowest_layer: {str(reduced).lower()} fixed_anchor_size: {str(fixed).lower()} "
    more += f"interpolated_scale_aspect_ratio: {between}"
    text = GRAPH.format(
        count=len(strides), low=low, high=high, size=size, strides=" ".join(f"strides: {one}" for one in strides),
        ratios=" ".join(f"aspect_ratios: {one}" for one in ratios), more=more,
        decoding="apply_exponential_on_box_size: true" if not fixed else "reverse_output_order: true",
    )  # fmt: skip
    found = anchors_of(tmp_path, text, (size, size), "graph.pbtxt")
    np.testing.assert_allclose(found, mediapipe(*case), atol=2e-4)
    read = recipe_from(tmp_path / "graph.pbtxt")
    assert read.recipe.coder.weights == (10.0, 10.0, 5.0, 5.0)
    assert read.recipe.coder.coordinates == ("xywh" if fixed else "yxhw")
    assert any("sides are linear" in each.reason for each in read.left) == fixed
    assert any("only detects" in each.reason for each in read.left)


def test_packed_options_say_the_same_as_an_extension(tmp_path):
    text = GRAPH.format(
        count=1, low=0.2, high=0.8, size=64, strides="strides: 16", ratios="aspect_ratios: 1.0", more="",
        decoding="num_boxes: 16 sigmoid_score: true",
    )  # fmt: skip
    wanted = anchors_of(tmp_path, text, (64, 64), "graph.pbtxt")
    told = recipe_from(tmp_path / "graph.pbtxt")
    assert any("num_boxes" in each.what and "sigmoid_score" in each.what for each in told.left)
    packed = text.replace("options: {", "node_options: {").replace("[mediapipe.", "[type.googleapis.com/mediapipe.")
    found = anchors_of(tmp_path, packed.replace("Options.ext]", "Options]"), (64, 64), "packed.pbtxt")
    np.testing.assert_array_equal(found, wanted)
    assert recipe_from(tmp_path / "packed.pbtxt").recipe.coder == told.recipe.coder
    (tmp_path / "bad.pbtxt").write_text("node { [a/{] { } }", encoding="utf-8")
    with pytest.raises(BadFile, match=r"found \{, wanted the text of a protocol buffer"):
        recipe_from(tmp_path / "bad.pbtxt")


@pytest.mark.parametrize(("low", "high"), [(-1, 0.9), (0.2, -1), (0.2, "-inf")])
def test_a_scale_under_0_is_refused_in_a_line(tmp_path, low, high):
    text = GRAPH.format(
        count=2, low=low, high=high, size=64, strides="strides: 8 strides: 16", ratios="aspect_ratios: 1.0", more="",
        decoding="",
    )  # fmt: skip
    (tmp_path / "graph.pbtxt").write_text(text, encoding="utf-8")
    with pytest.raises((BadFile, BadRecipe), match="wanted"):
        recipe_from(tmp_path / "graph.pbtxt")


def test_a_graph_without_anchors_is_refused_in_a_line(tmp_path):
    (tmp_path / "graph.pbtxt").write_text('node { calculator: "InferenceCalculator" }', encoding="utf-8")
    with pytest.raises(BadFile, match="found no SsdAnchorsCalculator, wanted the graph of an SSD model"):
        recipe_from(tmp_path / "graph.pbtxt")
