"""Configs of models of points: Ultralytics' model YAML, and MMDetection's YOLOX and RTMDet."""

import pytest

from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.translate.sources import recipe_from

MODEL = """
nc: 3
{more}
backbone:
  - [-1, 1, Conv, [16, 3, 2]] # 2
  - [-1, 1, {down}, [32, 3, 2]] # 4
  - [-1, 2, C2f, [32, True]]
  - [-1, 1, Conv, [64, 3, 2]] # 8
  - [-1, 1, Conv, [64, 3, 2]] # 16
  - [-1, 1, SPPF, [64, 5]]
head:
  - [-1, 1, nn.Upsample, [None, 2, "nearest"]]
  - [[-1, 3], 1, Concat, [1]]
  - [-1, 1, C3k2, [64]] # 8
  - [[{maps}], 1, {detect}, [nc]]
"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="own.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    def model(more="", down="Conv", maps="8, 5", detect="Detect"):
        return write(MODEL.format(more=more, down=down, maps=maps, detect=detect))

    model.text = write
    return model


@pytest.mark.parametrize(
    ("more", "detect", "base", "bins"),
    [
        ("", "Detect", "yolov8", 16),
        ("reg_max: 8", "Detect", "yolov8", 8),
        ("", "v10Detect", "yolov10", 16),
        ("end2end: True\nreg_max: 1", "Detect", "yolo26", 1),
        ("end2end: False\nreg_max: 1", "Detect", "yolo26-one2many", 1),
    ],
)
def test_strides_bins_and_heads_of_ultralytics(written, more, detect, base, bins):
    found = recipe_from(written(more, detect=detect))
    assert (found.base, found.library) == (base, "Ultralytics 8.4")
    recipe, like = found.recipe, load_recipe(base)
    assert (recipe.anchors.strides, recipe.anchors.names, recipe.coder.bins) == ((8, 16), ("P3", "P4"), bins)
    assert recipe.loss.distances == ("input" if bins == 1 else "bins")
    assert (recipe.matcher.topk, recipe.matcher.keep) == (like.matcher.topk, like.matcher.keep)
    assert recipe.matcher.small_side == 16
    origin = {each.place: each.origins[0] for each in found.fields}
    assert origin["anchors.strides"].source.startswith("own.yaml:")
    assert origin["coder.bins"].written == str(bins)


def test_a_finer_level_enlarges_small_sides_to_the_second_stride_alone(written):
    recipe = recipe_from(written(maps="2, 8, 5")).recipe
    assert (recipe.anchors.strides, recipe.anchors.names) == ((4, 8, 16), ("P2", "P3", "P4"))
    assert recipe.matcher.small_side == 8


def test_what_is_no_model_of_points_is_refused(written):
    with pytest.raises(BadFile, match="wanted a module that detects"):
        recipe_from(written(detect="RTDETRDecoder"))
    with pytest.raises(BadFile, match="detects by OBB"):
        recipe_from(written(detect="OBB"))
    with pytest.raises(BadRecipe, match="strides the modules before tell"):
        recipe_from(written(down="Unheard"))
    with pytest.raises(BadFile, match="reg_max"):
        recipe_from(written("reg_max: many"))


YOLOX = """
model = dict(
    type='YOLOX',
    bbox_head=dict(
        type='YOLOXHead', num_classes=80, strides=(8, 16, 32),
        loss_cls=dict(type='CrossEntropyLoss', use_sigmoid=True, reduction='sum', loss_weight=1.0),
        loss_bbox=dict(type='IoULoss', mode='square', eps=1e-16, reduction='sum', loss_weight=5.0),
        loss_obj=dict(type='CrossEntropyLoss', use_sigmoid=True, reduction='sum', loss_weight=1.0),
        loss_l1=dict(type='L1Loss', reduction='sum', loss_weight=1.0)),
    train_cfg=dict(assigner=dict(type='SimOTAAssigner', center_radius=2.5)),
    test_cfg=dict(score_thr=0.01, nms=dict(type='nms', iou_threshold=0.65)))
test_pipeline = [dict(type='Resize', scale=(640, 640), keep_ratio=True)]
"""
RTMDET = """
model = dict(
    type='RTMDet',
    bbox_head=dict(
        type='RTMDetSepBNHead', num_classes=80,
        anchor_generator=dict(type='MlvlPointGenerator', offset=0, strides=[8, 16, 32]),
        bbox_coder=dict(type='DistancePointBBoxCoder'),
        loss_cls=dict(type='QualityFocalLoss', use_sigmoid=True, beta=2.0, loss_weight=1.0),
        loss_bbox=dict(type='GIoULoss', loss_weight=2.0)),
    train_cfg=dict(assigner=dict(type='DynamicSoftLabelAssigner', topk=13), allowed_border=-1, pos_weight=-1),
    test_cfg=dict(nms_pre=30000, min_bbox_size=0, score_thr=0.001, nms=dict(type='nms', iou_threshold=0.65),
        max_per_img=300))
test_pipeline = [dict(type='Resize', scale=(640, 640), keep_ratio=True)]
"""


@pytest.mark.parametrize(("text", "base"), [(YOLOX, "yolox-s-mmdet"), (RTMDET, "rtmdet")])
def test_the_libraries_own_numbers_are_those_of_the_shipped_recipes(written, text, base):
    found = recipe_from(written.text(text, "own.py"))
    assert found.base == base
    mine, shipped = found.recipe.flat(), load_recipe(base).flat()
    assert {place: value for place, value in mine.items() if shipped[place] != value} == {}
    assert {"anchors.strides", "matcher.radius", "matcher.topk", "loss.box_weight", "resize.size"} <= {
        each.place for each in found.fields
    }


def test_other_numbers_of_points_reach_their_places(written):
    text = YOLOX.replace("center_radius=2.5", "center_radius=3.5, candidate_topk=7, iou_weight=2.0, cls_weight=0.5")
    text = text.replace("strides=(8, 16, 32)", "strides=(16, 32)").replace("loss_weight=5.0", "loss_weight=4.0")
    recipe = recipe_from(written.text(text.replace("(640, 640)", "(960, 512)"), "own.py")).recipe
    matcher = recipe.matcher
    assert (matcher.radius, matcher.topk, matcher.iou_weight, matcher.class_weight) == (3.5, 7, 2.0, 0.5)
    assert (recipe.anchors.strides, recipe.loss.box_weight, recipe.resize.size) == ((16, 32), 4.0, (512, 960))
    text = RTMDET.replace("offset=0,", "offset=0.5,").replace("topk=13", "topk=9, soft_center_radius=2.0")
    recipe = recipe_from(written.text(text.replace("beta=2.0", "beta=1.5"), "own.py")).recipe
    assert (recipe.anchors.offset, recipe.matcher.topk, recipe.matcher.radius) == (0.5, 9, 2.0)
    assert recipe.loss.focal_gamma == 1.5


def test_other_generators_and_assigners_are_refused_by_name(written):
    for old, new in (("MlvlPointGenerator", "AnchorGenerator"), ("DynamicSoftLabelAssigner", "MaxIoUAssigner")):
        with pytest.raises(BadRecipe, match=new):
            recipe_from(written.text(RTMDET.replace(old, new), "own.py"))
