"""YOLOv5's model YAML: anchors on the strides its modules come to; and what is not there yet, listed."""

from __future__ import annotations

import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.translate.sources import recipe_from

MODEL = """
nc: 3
depth_multiple: 0.33
anchors:
{anchors}
backbone:
  [[-1, 1, Conv, [64, 6, 2, 2]], [-1, 1, Conv, [128, 3, 2]], [-1, 1, C3, [128]], [-1, 1, {module}, {arguments}]]
head:
  [[-1, 1, nn.Upsample, [None, 2, 'nearest']], [[-1, 2], 1, Concat, [1]],
   [[5, 3], 1, {detect}, [nc, anchors]]]
"""


@pytest.fixture
def written(tmp_path):
    def write(anchors="  - [10,13, 16,30]\n  - [30,61]", module="Conv", arguments="[256, 3, 2]", detect="Detect"):
        path = tmp_path / "yolo.yaml"
        text = MODEL.format(anchors=anchors, module=module, arguments=arguments, detect=detect)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_anchors_stand_on_the_strides_the_modules_come_to(written):
    found = recipe_from(written())
    values = found.recipe.flat()
    assert values["anchors.strides"] == (4, 8)
    assert values["anchors.names"] == ("P2", "P3")
    assert values["anchors.shapes"] == (((10.0, 13.0), (16.0, 30.0)), ((30.0, 61.0),))
    origins = {field.place: str(field.origins[0]) for field in found.fields}
    assert origins["anchors.shapes"].endswith("(yolo.yaml:5)")
    assert origins["resize.size"] == "train.py --imgsz = 640 (default of YOLOv5 7.0)"
    assert values["coder.rule"] == "double_sigmoid"
    assert (values["matcher.rule"], values["matcher.limit"]) == ("ratio", 4.0)
    assert (values["resize.rule"], values["resize.rest"]) == ("half_rest", "size")
    assert origins["matcher.limit"] == "hyp.yaml anchor_t = 4.0 (default of YOLOv5 7.0)"


@pytest.mark.parametrize(
    ("detect", "module", "foreign"), [("IDetect", "Conv", "IDetect"), ("Detect", "MP", "MP"), ("Detect", "Conv", "")]
)
def test_a_model_of_yolov7_is_said_to_have_another_assignment(detect, module, foreign, written):
    left = [
        str(each) for each in recipe_from(written(detect=detect, module=module)).left if "assignment" in each.reason
    ]
    assert [foreign in each for each in left] == ([True] if foreign else [])


def test_gains_follow_levels_and_classes(written):
    """Two levels and three classes: 3 / 2 of each gain, and 0.5 times 3 / 80 of objectness for the classes."""
    values = recipe_from(written()).recipe.flat()
    gains = [values[f"loss.{name}"] for name in ("objectness_weight", "box_weight", "class_weight")]
    assert gains == pytest.approx([1.5, 0.075, 0.5 * 3 / 80])
    assert values["loss.level_weights"] == (4.0, 1.0)
    assert (values["loss.box"], values["loss.normaliser"]) == ("ciou", "level_mean")


def test_levels_of_falling_anchors_are_turned_over(written):
    values = recipe_from(written(anchors="  - [30,61]\n  - [10,13, 16,30]")).recipe.flat()
    assert values["anchors.shapes"] == (((10.0, 13.0), (16.0, 30.0)), ((30.0, 61.0),))


@pytest.mark.parametrize(
    ("module", "arguments", "strides"),
    [
        ("Focus", "[64, 3]", (4, 8)),
        ("MP", "[]", (4, 8)),
        ("nn.MaxPool2d", "[2, 2, 0]", (4, 8)),
        ("nn.MaxPool2d", "[2, 4, 0]", (8, 16)),
        ("ReOrg", "[]", (4, 8)),
        ("SPPF", "[64, 5]", (2, 4)),
        ("Contract", "[4]", (8, 16)),
    ],
)
def test_modules_change_the_stride(module, arguments, strides, written):
    assert recipe_from(written(module=module, arguments=arguments)).recipe.flat()["anchors.strides"] == strides


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"anchors": "  3"}, "wanted lists of sides: a number lets AutoAnchor"),
        ({"module": "MyOwn"}, "wanted maps whose strides the modules before tell"),
        ({"detect": "Classify"}, "wanted a module that detects"),
        ({"anchors": "  - [1, 2, 3]"}, "wanted pairs of width and height"),
    ],
)
def test_what_cannot_be_translated_is_refused_in_one_line(changes, words, written, capsys):
    assert main(["recipes", "from", str(written(**changes))]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert "yolo.yaml" in error


def test_hyperparameters_alone_are_gains_over_the_shipped_anchors(tmp_path):
    path = tmp_path / "hyp.yaml"
    path.write_text("lr0: 0.01\nbox: 0.06\ncls: 0.4\ncls_pw: 1.5\nobj: 0.8\nanchor_t: 3.5\nfl_gamma: 1.0\nanchors: 3\n")
    found = recipe_from(path)
    loss = found.recipe.loss
    assert (found.recipe.matcher.limit, loss.box_weight, loss.objectness_weight, loss.class_weight) == (
        3.5,
        0.06,
        0.8,
        0.5,
    )
    assert (loss.class_positive_weight, loss.pair_gamma) == (1.5, 1.0)
    assert [left.what for left in found.left] == ["anchors = 3 (hyp.yaml:8)", "lr0"]
    path.write_text("anchor_t: 4\nbox: [1]\n")
    with pytest.raises(BadRecipe, match="box"):
        recipe_from(path)


def test_a_yaml_without_anchors_and_head_is_refused(tmp_path):
    path = tmp_path / "other.yaml"
    path.write_text("depth_multiple: 0.3\n")
    with pytest.raises(BadFile, match="has no anchors and no head; wanted the YAML of a model"):
        recipe_from(path)


def test_anchors_without_modules_say_what_is_missing(tmp_path):
    path = tmp_path / "half.yaml"
    path.write_text("nc: 3\nanchors:\n  - [10,13, 16,30]\n")
    with pytest.raises(BadFile, match=r"half.yaml: has no head, whose modules tell the anchors' strides; wanted"):
        recipe_from(path)
