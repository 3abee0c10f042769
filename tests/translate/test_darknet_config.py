"""darknet's network file: input, the strides the layers come to, and the anchors a mask chooses."""

from __future__ import annotations

import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadRecipe
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.translate.sources import recipe_from

DOWN = "[convolutional]\nsize=3\nstride=2\npad=1\n"
HEAD = "[convolutional]\nsize=1\nstride=1\npad=1\n[yolo]\nmask = {}\nanchors = 10,13, 16,30, 33,23, 30,61\n"


def network(*layers, net="width=416\nheight=320\n", more=""):
    return f"[net]\n# a comment\n{net}" + "".join(layers) + more


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "net.cfg").write_text(text, encoding="utf-8")
        return tmp_path / "net.cfg"

    return write


def test_each_yolo_layer_has_its_masks_anchors_on_the_stride_of_the_layers(written):
    layers = (DOWN * 4, HEAD.format("2,3"), "[route]\nlayers=-3\n", "[upsample]\nstride=2\n", HEAD.format("0,1"))
    found = recipe_from(written(network(*layers)))
    values = found.recipe.flat()
    assert values["resize.size"] == (320, 416)
    assert values["anchors.strides"] == (16, 8)
    assert values["anchors.shapes"] == (((33.0, 23.0), (30.0, 61.0)), ((10.0, 13.0), (16.0, 30.0)))
    origins = {field.place: str(field.origins[0]) for field in found.fields}
    assert origins["resize.size"] == "net.height = 320 (net.cfg:4)"
    assert origins["anchors.shapes"].endswith("(net.cfg:27)")
    grid = found.recipe.grid((320, 416))
    assert [level.shape for level in grid.levels] == [(20, 26), (40, 52)]


@pytest.mark.parametrize(
    ("layers", "stride"),
    [
        ("[maxpool]\nsize=2\nstride=2\n", 2),
        ("[maxpool]\nsize=2\nstride=1\n", 1),  # of yolov3-tiny: padded, so nothing is lost
        ("[maxpool]\nsize=5\nstride=1\n", 1),
        ("[reorg]\nstride=2\n", 2),
        (DOWN * 2 + "[convolutional]\nsize=1\nstride=1\npad=1\n[shortcut]\nfrom=-2\n", 4),
        (DOWN + DOWN + "[route]\nlayers=-1,0\n", 4),
        (DOWN + DOWN + "[route]\nlayers=0\n", 2),
        (DOWN + "[avgpool]\n[convolutional]\nsize=1\n[scale_channels]\nfrom=-3\n", 2),
    ],
)
def test_layers_change_the_stride_as_in_darknet(layers, stride, written):
    found = recipe_from(written(network(layers, HEAD.format(0))))
    assert found.recipe.flat()["anchors.strides"] == (stride,)


def test_the_input_is_letterboxed_or_stretched_as_said(written):
    plain = recipe_from(written(network(DOWN, HEAD.format(0))))
    assert plain.recipe.flat()["resize.rule"] == "letterbox"
    assert any("AlexeyAB's stretches" in each.reason for each in plain.left)
    other = recipe_from(written(network(DOWN, HEAD.format(0), more="scale_x_y = 1.05\n")))
    assert other.recipe.flat()["resize.rule"] == "stretch"
    said = recipe_from(written(network(DOWN, HEAD.format(0), net="width=32\nheight=32\nletter_box=1\n")))
    assert said.recipe.flat()["resize.rule"] == "letterbox"


def test_what_is_no_part_of_the_recipe_yet_is_listed(written):
    found = recipe_from(
        written(network(DOWN, HEAD.format(0), more="truth_thresh=.9\nfocal_loss=1\nnms_kind=diounms\n"))
    )
    told = " ".join(found.recipe.reproduces_not)
    for words in ("truth_thresh = .9", "focal_loss = 1", "nms_kind = diounms"):
        assert words in told
    assert found.base == "yolov3-416-darknet"
    assert found.recipe.coder == load_recipe(found.base).coder


def test_alexeyabs_boxes_and_their_loss_are_the_recipe_s(written):
    own = "scale_x_y = {}\niou_loss={}\niou_normalizer=0.07\nobj_normalizer=4\n"
    layers = DOWN * 3, HEAD.format("0,1"), own.format(1.2, "ciou"), DOWN, HEAD.format("2,3"), own.format(1.05, "ciou")
    found = recipe_from(written(network(*layers)))
    values = found.recipe.flat()
    assert values["coder.reach"] == ((8.0, 1.2), (16.0, 1.05))
    assert values["matcher.beyond"] == pytest.approx(0.1)
    wanted = {"box": "ciou", "iou_form": "torchvision", "small_box_weight": False, "box_weight": 0.07,
              "objectness_weight": 4.0, "class_weight": 0.25}  # fmt: skip
    assert {name: values[f"loss.{name}"] for name in wanted} == wanted
    assert any("times the sigmoid's slope" in each.reason for each in found.left)
    assert any("fractions of the input's sides" in each.reason for each in found.left)  # 416 x 320
    assert any("has the other sign" in each.reason for each in found.left)
    squares = recipe_from(written(network(DOWN, HEAD.format(0), more="scale_x_y = 1\n"))).recipe.flat()
    assert (squares["loss.box"], squares["loss.box_weight"], squares["coder.reach"]) == ("yolo", 0.75, ())


@pytest.mark.parametrize("factor", ["0", "-1"])
def test_an_objectness_loss_without_a_weight_is_refused_in_a_line(written, factor):
    with pytest.raises(BadRecipe, match=f"obj_normalizer: found {factor}, wanted more than 0"):
        recipe_from(written(network(DOWN, HEAD.format(0), more=f"obj_normalizer={factor}\n")))


def test_new_coordinates_are_yolov5s_coder(written):
    more = "scale_x_y = 2.0\nnew_coords=1\niou_loss=giou\n"
    found = recipe_from(written(network(DOWN, HEAD.format(0), more=more)))
    assert (found.recipe.coder.rule, found.recipe.flat()["matcher.beyond"]) == ("double_sigmoid", 0.5)
    assert any("behind a sigmoid already" in each.reason for each in found.left)
    with pytest.raises(BadRecipe, match="new_coords: found 1, wanted 1 in every layer, beside scale_x_y 2"):
        recipe_from(written(network(DOWN, HEAD.format(0), more="scale_x_y = 1.05\nnew_coords=1\n")))


def test_the_thresholds_and_the_shapes_that_no_layer_has_are_the_matcher_s(written):
    plain = recipe_from(written(network(DOWN, HEAD.format("1,2")))).recipe.matcher
    assert (plain.rule, plain.ignore, plain.further, plain.class_score) == ("best_shape", 0.5, 1.0, 0.0)
    assert plain.unused == ((10.0, 13.0), (30.0, 61.0))
    layers = [
        HEAD.format(mask) + f"ignore_thresh={ignore}\niou_thresh=0.213\n"
        for mask, ignore in (("0,1,2", 0.7), ("3", 0.6))
    ]
    found = recipe_from(written(network(DOWN, *layers)))
    matcher = found.recipe.matcher
    assert (matcher.ignore, matcher.further, matcher.class_score, matcher.unused) == (0.7, 0.213, 0.25, ())
    assert [each.what for each in found.left if "first one's holds" in each.reason] == [
        "[yolo] 2.ignore_thresh = 0.6 (net.cfg:25)"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[yolo]\nmask=0\n", "begins with no [net]"),
        (network(DOWN), "no layer with anchors, wanted [yolo]"),
        (network("[region]\nanchors=1,2\n"), "found [region], wanted [yolo]"),
        (
            network("[lstm]\n", HEAD.format(0)),
            "[yolo] 1.mask: found 0, wanted a whole stride of the layers before; found none past [lstm] of line",
        ),
        (
            network(DOWN, "[crnn]\noutput=8\n", DOWN, DOWN, "[route]\nlayers=-1\n", HEAD.format(0)),
            "found none past [crnn] of line",
        ),
        (network(DOWN, "[route]\nlayers=-9\n", HEAD.format(0)), "found none past [route] of line"),
        (network(DOWN, HEAD.format("0,9")), "wanted numbers of the 4 anchors"),
        (network(DOWN, HEAD.format(0).replace("30,61", "30")), "wanted pairs of width and height"),
        (network(DOWN, HEAD.format(0), net="width=big\nheight=320\n"), "net.width: found big, wanted a number"),
        (network(DOWN, HEAD.format(0), net="width=33\nheight=33\n"), "wanted a whole stride"),
        ("[net]\n" + "a=1\n" * 60_000, "no layer with anchors"),
        (
            network(DOWN.replace("stride=2", "stride=nan"), HEAD.format(0)),
            "stride: found nan, wanted a whole number of px",
        ),
        ("[net]\nwidth=1e400\nheight=1\n" + HEAD.format(0), "net.width"),
    ],
)
def test_what_cannot_be_translated_is_refused_in_one_line(text, words, written, capsys):
    assert main(["recipes", "from", str(written(text))]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("net", "more", "words"),
    [
        ("width=-1\nheight=320\n", "", "net.cfg:3: net.width: found -1, wanted 1 to 65,536"),
        ("width=x\nheight=320\n", "", "net.cfg:3: net.width: found x, wanted a number"),
        ("width=32\n", "", "default of darknet: net.height: found 0, wanted 1 to 65,536"),
        ("width=32\nheight=32\n", "scale_x_y=-1\n", "[yolo] 1.scale_x_y: found -1.0, wanted 0 to 1,000,000"),
    ],
)
def test_one_wrong_value_is_one_line(net, more, words, written):
    with pytest.raises(BadRecipe) as error:
        recipe_from(written(network(DOWN, HEAD.format(0), net=net, more=more)))
    assert [each.endswith(words) for each in error.value.problems] == [True]
