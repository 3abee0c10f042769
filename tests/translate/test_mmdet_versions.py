"""MMDetection's configs of versions 1 and 2 are read as those of version 3, with the places they are written at."""

import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.sources import recipe_from

VERSION_1 = """
model = dict(
    type='FasterRCNN',
    rpn_head=dict(
        type='RPNHead', anchor_scales=[4], anchor_ratios=[0.5, 1.0], anchor_strides=[8, 16],
        target_stds=[0.5, 0.5, 1.0, 1.0],
        loss_bbox=dict(type='SmoothL1Loss', beta=0.25)),
    bbox_roi_extractor=dict(type='SingleRoIExtractor', featmap_strides=[8, 16], finest_scale=40),
    bbox_head=dict(type='SharedFCBBoxHead', num_classes=4, target_stds=[0.1, 0.1, 0.2, 0.2]))
train_cfg = dict(
    rpn=dict(assigner=dict(type='MaxIoUAssigner', pos_iou_thr=0.6, neg_iou_thr=0.2, min_pos_iou=0.1),
             sampler=dict(type='RandomSampler', num=64, pos_fraction=0.5), allowed_border=0),
    rcnn=dict(assigner=dict(type='MaxIoUAssigner', pos_iou_thr=0.45, neg_iou_thr=0.45, min_pos_iou=0.45),
              sampler=dict(type='RandomSampler', num=128, pos_fraction=0.25, add_gt_as_proposals=True)))
test_cfg = dict(
    rpn=dict(nms_pre=500, max_num=300, nms_thr=0.65),
    rcnn=dict(score_thr=0.1, nms=dict(type='nms', iou_thr=0.4), max_per_img=50))
data = dict(test=dict(img_scale=(640, 400), size_divisor=64, resize_keep_ratio=True))
"""
GENERATOR = "dict(type='AnchorGenerator', scales=[4], ratios=[1.0], strides=[8, 16])"


@pytest.fixture
def written(tmp_path):
    def write(text, name="one.py"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_version_1_has_its_anchors_in_the_head_and_its_second_stage_in_the_model(written):
    found = recipe_from(written(VERSION_1))
    values = found.recipe.flat()
    wanted = {
        "resize.long": 640, "resize.short": 400, "resize.pad_multiple": 64, "anchors.rule": "rounded_legacy",
        "anchors.offset": 0.5, "anchors.sizes": ((4.0,), (4.0,)), "anchors.strides": (8, 16),
        "matcher.inclusive": True, "matcher.positive": 0.6, "coder.inclusive": True, "coder.stds": (0.5, 0.5, 1.0, 1.0),
        "loss.beta": 0.25, "proposals.nms": 0.65, "proposals.post_nms": 300, "stage.roi.matcher.positive": 0.45,
        "stage.roi.matcher.low_quality.rule": "all", "stage.roi.matcher.inclusive": True,
        "stage.roi.background": "first", "stage.roi.deltas": "with_background", "stage.roi.level.side": 40.0,
        "stage.roi.sampler.batch": 128, "stage.roi.detections.nms": 0.4, "stage.roi.detections.keep": 50,
        "stage.roi.coder.stds": (0.1, 0.1, 0.2, 0.2),
    }  # fmt: skip
    assert {place: values[place] for place in wanted} == wanted
    told = {each.place: [(origin.source, origin.key) for origin in each.origins] for each in found.fields}
    assert told["anchors.sizes"] == [("one.py:5", "model.rpn_head.anchor_scales")]
    assert told["loss.beta"] == [("one.py:7", "model.rpn_head.loss_bbox.beta")]
    assert told["matcher.positive"] == [("one.py:11", "train_cfg.rpn.assigner.pos_iou_thr")]
    assert told["stage.roi.coder.stds"] == [("one.py:9", "model.bbox_head.target_stds")]
    assert told["stage.roi.detections.nms"] == [("one.py:17", "test_cfg.rcnn.nms.iou_thr")]
    assert told["resize.pad_multiple"] == [("one.py:18", "data.test.size_divisor")]


@pytest.mark.parametrize(("weights", "positive"), [("[1, 2]", 2.0), ("[1.0, 0.25]", 0.25), ("[2, 1]", None)])
def test_two_scores_of_an_rpn_of_version_1_have_the_backgrounds_factor_first(weights, positive, written):
    """Its targets are 0 for the background and 1 for an object (``anchor_target``, ``softmax(dim=1)[:, 1]``)."""
    scores = f"loss_cls=dict(type='CrossEntropyLoss', use_sigmoid=False, class_weight={weights}),"
    found = recipe_from(
        written(VERSION_1.replace("        target_stds=[0.5", f"        {scores}\n        target_stds=[0.5"))
    )
    assert found.recipe.loss.positive_weight == (positive or 1)
    assert any("the background weighs 1 here" in each.reason for each in found.left) == (positive is None)


def test_anchors_of_version_1_are_whole_pixels_around_the_middle_of_the_cell(written):
    """By hand: a side of 4 * 8 px around 3.5 px; at ratio 0.5 45.25 x 22.63 px, corners rounded."""
    one = recipe_from(written(VERSION_1)).recipe
    assert one.grid((16, 16)).boxes([0, 1]).tolist() == [[-19.0, -7.0, 26.0, 14.0], [-12.0, -12.0, 19.0, 19.0]]


def test_ssd_of_version_1_has_rounded_squares_around_stride_less_one(written):
    text = """
model = dict(bbox_head=dict(
    type='SSDHead', anchor_strides=(8, 16), min_sizes=(20, 45), max_sizes=(45, 99), aspect_ratios=([2], [2, 3]),
    target_stds=(0.1, 0.1, 0.2, 0.2)))
train_cfg = dict(assigner=dict(type='MaxIoUAssigner', pos_iou_thr=0.5, neg_iou_thr=0.5))
"""
    one = recipe_from(written(text)).recipe
    assert (one.anchors.rule, one.anchors.centres) == ("rounded_legacy", ((3.5, 3.5), (7.5, 7.5)))
    assert one.grid((300, 300)).boxes([0, 1]).tolist() == [[-6.0, -6.0, 13.0, 13.0], [-11.0, -11.0, 18.0, 18.0]]


def test_settings_beside_the_model_are_those_of_the_second_stage_too(written):
    text = VERSION_1
    for old, new in (
        ("anchor_scales=[4], anchor_ratios=[0.5, 1.0], anchor_strides=[8, 16],", f"anchor_generator={GENERATOR},"),
        ("        target_stds=[0.5, 0.5, 1.0, 1.0],\n", ""),
        ("    bbox_head=dict(", "    roi_head=dict(type='StandardRoIHead', bbox_head=dict("),
        ("target_stds=[0.1, 0.1, 0.2, 0.2]))", "bbox_coder=dict(target_stds=[0.1, 0.1, 0.2, 0.2]))))"),
    ):
        assert old in text
        text = text.replace(old, new)
    found = recipe_from(written(text))
    values = found.recipe.flat()
    assert (found.base, values["stage.roi.matcher.positive"]) == ("fasterrcnn-mmdet", 0.45)
    assert (values["stage.roi.detections.nms"], values["stage.roi.detections.keep"]) == (0.4, 50)
    assert (values["matcher.inclusive"], values["stage.roi.deltas"]) == (False, "per_class")


def test_a_base_may_be_named_by_names_above_it(written):
    written("model = dict(bbox_head=dict(type='RetinaHead'))\n", "below.py")
    text = 'folder = "."\nname = "below"\n_base_ = f"{folder}/{name}.py"\nmodel = dict(test_cfg=dict(nms_pre=7))\n'
    assert recipe_from(written(text)).recipe.flat()["proposals.pre_nms"] == 7
    with pytest.raises(BadFile, match="relative to the config"):
        recipe_from(written('_base_ = f"{1:>9999999}.py"\n'))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("model = dict(mask_head=dict())", "one.py: model: found mask_head, wanted a head over anchors or points"),
        (
            "model = dict(roi_head=dict())",
            "found roi_head, wanted .* a roi_head alone has its proposals from elsewhere",
        ),
        ("model = dict(\n  bbox_head=dict(\n    type='FCOSHead'))", "one.py:3: model.bbox_head.type: found 'FCOSHead'"),
        ("model = dict(bbox_head=dict(num_classes=3))", "model.bbox_head.type: found none, wanted RPNHead"),
    ],
)
def test_a_model_without_a_head_that_is_known_says_what_it_has_and_where(text, words, written):
    with pytest.raises(BadFile, match=words):
        recipe_from(written(text))


def test_what_is_left_says_where_it_is_written(written):
    found = recipe_from(written(VERSION_1.replace("max_num=300", "max_num=300, min_bbox_size=x")))
    left = [str(each) for each in found.left]
    assert any("test_cfg.rpn.min_bbox_size = x (one.py:16): x is not known" in each for each in left)
