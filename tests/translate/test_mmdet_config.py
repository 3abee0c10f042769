"""MMDetection's config: its language read as syntax, its heads, and what is left or refused."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile, BadRecipe
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.translate.sources import recipe_from

ASSIGNER = "assigner=dict(type='MaxIoUAssigner', pos_iou_thr={}, neg_iou_thr={}, min_pos_iou={})"
RPN = f"""
model = dict(
    type='FasterRCNN',
    data_preprocessor=dict(pad_size_divisor=32),
    rpn_head=dict(
        type='RPNHead',
        anchor_generator=dict(
            type='AnchorGenerator', scales=[8], ratios=[0.5, 1.0, 2.0], strides=[4, 8, 16, 32, 64]),
        loss_cls=dict(type='CrossEntropyLoss', use_sigmoid=True, loss_weight=1.0),
        loss_bbox=dict(type='L1Loss', loss_weight=1.0)),
    train_cfg=dict(rpn=dict(
        {ASSIGNER.format(0.7, 0.3, 0.3)},
        sampler=dict(type='RandomSampler', num=256, pos_fraction=0.5), allowed_border=-1, pos_weight=-1)),
    test_cfg=dict(rpn=dict(nms_pre=1000, max_per_img=1000, nms=dict(type='nms', iou_threshold=0.7), min_bbox_size=0)))
test_pipeline = [dict(type='LoadImageFromFile'), dict(type='Resize', scale=(1333, 800), keep_ratio=True)]
"""
ONE_STAGE = """
model = dict(
    data_preprocessor=dict(pad_size_divisor={pad}),
    bbox_head=dict(type='{head}', num_classes=3, {own}),
    train_cfg=dict({assigner}, allowed_border=-1, pos_weight=-1),
    test_cfg=dict(
        nms_pre=1000, min_bbox_size=0, score_thr={score}, {more}nms=dict(iou_threshold={nms}), max_per_img=100))
test_pipeline = [dict(type='Resize', scale=({size}), keep_ratio=True)]
"""
FOCAL = "loss_cls=dict(type='FocalLoss', use_sigmoid=True, gamma=2.0, alpha=0.25), loss_bbox=dict(type='L1Loss')"
RETINA = ONE_STAGE.format(
    pad=32, head="RetinaHead", own=FOCAL, assigner=ASSIGNER.format(0.5, 0.4, 0), score=0.05, more="", nms=0.5,
    size="1333, 800",
)  # fmt: skip
YOLO_LOSSES = ", ".join(f"loss_{name}=dict({words})" for name, words in (
    ("xy", "type='CrossEntropyLoss', use_sigmoid=True, loss_weight=2.0"), ("wh", "type='MSELoss', loss_weight=2.0"),
))  # fmt: skip
YOLO = ONE_STAGE.format(
    pad=32, head="YOLOV3Head", own=YOLO_LOSSES, assigner=ASSIGNER.format(0.5, 0.5, 0).replace("MaxIoU", "Grid"),
    score=0.05, more="conf_thr=0.005, ", nms=0.45, size="416, 416",
)  # fmt: skip


@pytest.fixture
def written(tmp_path):
    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        return tmp_path / f"{list(texts)[-1]}.py"

    return write


def flat(path):
    return recipe_from(path).recipe.flat()


def names_aside(recipe):
    return {place: value for place, value in recipe.flat().items() if place != "anchors.names"}


ATSS_HEAD = (
    "loss_bbox=dict(type='GIoULoss', loss_weight=2.0), loss_centerness=dict(), "
    "bbox_coder=dict(target_stds=[.1, .1, .2, .2]), anchor_generator=dict("
    "type='AnchorGenerator', ratios=[1.0], octave_base_scale=8, scales_per_octave=1, strides=[8, 16, 32, 64, 128])"
)
ATSS = (
    RETINA.replace("RetinaHead", "ATSSHead")
    .replace(ASSIGNER.format(0.5, 0.4, 0), "assigner=dict(type='ATSSAssigner', topk=9)")
    .replace("loss_bbox=dict(type='L1Loss')", ATSS_HEAD)
    .replace("iou_threshold=0.5", "iou_threshold=0.6")
)


@pytest.mark.parametrize(
    ("text", "name"), [(ATSS, "atss-mmdet"), (RPN, "mmdet-fpn"), (RETINA, "retinanet-mmdet"), (YOLO, "yolov3-416")]
)
def test_the_librarys_own_settings_become_the_shipped_recipes(text, name, written):
    assert names_aside(recipe_from(written(one=text)).recipe) == names_aside(load_recipe(name))


ROI_HEAD = """
roi = dict(type='StandardRoIHead', bbox_head=dict(
    bbox_coder=dict(target_stds=[.1, .1, .2, .2]), loss_cls=dict(type='CrossEntropyLoss', loss_weight=1.0),
    loss_bbox=dict(type='L1Loss', loss_weight=1.0)),
    bbox_roi_extractor=dict(type='SingleRoIExtractor', featmap_strides=[4, 8, 16, 32]))
rcnn = dict(
    assigner=dict(type='MaxIoUAssigner', pos_iou_thr=0.5, neg_iou_thr=0.5, match_low_quality=False),
    sampler=dict(type='RandomSampler', num=512, pos_fraction=0.25))
"""


def test_the_second_stage_is_translated_too_and_each_of_cascades_three(written):
    one = "model.update(dict(roi_head=roi, train_cfg=dict(rcnn=rcnn), test_cfg=dict(rcnn=dict(max_per_img=100))))\n"
    found = recipe_from(written(one=ROI_HEAD + RPN + one))
    assert found.recipe.hash == load_recipe("fasterrcnn-mmdet").hash
    three = (
        "head = roi['bbox_head']\nmodel.update(dict(train_cfg=dict(rcnn=[rcnn, rcnn, rcnn]), roi_head=dict("
        "type='CascadeRoIHead', stage_loss_weights=[1, 0.5, 0.25], "
        "bbox_head=[head, head, dict(head, reg_class_agnostic=True)], bbox_roi_extractor=roi['bbox_roi_extractor'])))\n"
    )
    found = recipe_from(written(one=ROI_HEAD + RPN + three))
    values = found.recipe.flat()
    assert found.base == "cascade-mmdet"
    assert [values[f"stage.{name}.loss.box_weight"] for name in ("roi", "cascade2", "cascade3")] == [1.0, 0.5, 0.25]
    assert (values["stage.roi.deltas"], values["stage.cascade3.deltas"]) == ("per_class", "one")


def test_weights_of_classes_and_of_the_foreground_are_translated_background_first(written):
    one = (
        "roi['bbox_head']['loss_cls'].update(dict(class_weight=[1.0, 2.0, 0.5]))\nrcnn.update(dict(pos_weight=1.5))\n"
        "model.update(dict(roi_head=roi, train_cfg=dict(rcnn=rcnn, rpn=dict(pos_weight=3, assigner=dict()))))\n"
        "model['rpn_head'].update(dict(loss_cls=dict(use_sigmoid=True, class_weight=[2])))\n"
    )
    found = recipe_from(written(one=ROI_HEAD + RPN + one))
    values = found.recipe.flat()
    assert values["stage.roi.loss.class_factors"] == (0.5, 1.0, 2.0)
    assert values["stage.roi.loss.positive_weight"] == 1.5
    assert values["loss.positive_weight"] == 6.0
    assert not any("class_weight" in each.what or "pos_weight" in each.what for each in found.left), found.left


def test_numbers_that_training_has_otherwise_are_said(written):
    one = (
        "model.update(dict(train_cfg=dict(rpn_proposal=dict(nms_pre=2000, max_per_img=300, nms=dict(iou_thr=0.6))),"
        "test_cfg=dict(rpn=dict(nms_pre=1000, max_per_img=300, nms=dict(iou_threshold=0.7)))))\n"
        "test_pipeline = [dict(type='Resize', scale=(1333, 800), keep_ratio=True)]\n"
        "train_pipeline = [dict(type='Resize', scale=(1333, 640), keep_ratio=True)]\n"
    )
    found = recipe_from(written(one=RPN + one))
    assert (found.recipe.proposals.pre_nms, found.recipe.proposals.nms) == (1000, 0.7)
    left = [f"{each.what.split(' = ')[0]}: {each.reason}" for each in found.left]
    place, one = "model.train_cfg.rpn_proposal", "a recipe has one number, that of model.test_cfg.rpn"
    assert f"{place}.nms_pre: {one}.nms_pre" in left
    assert f"{place}.nms.iou_thr: {one}.nms.iou_threshold" in left
    assert not any("max_per_img" in each for each in left)
    assert "train_pipeline[0].scale: a recipe has one input size, that of testing" in left


def test_a_weight_of_the_background_beside_an_objects_is_said_to_be_left(written):
    change = "model['rpn_head'].update(dict(loss_cls=dict(use_sigmoid=False, class_weight=[2, {}])))\n"
    found = recipe_from(written(one=RPN + change.format(1)))
    assert found.recipe.loss.positive_weight == 2
    found = recipe_from(written(one=RPN + change.format(0.5)))
    assert found.recipe.loss.positive_weight == 1
    assert any("the background weighs 1 here" in each.reason for each in found.left)


def test_a_file_stands_on_its_bases_table_by_table(written):
    path = written(
        models=RPN,
        more="optimizer = dict(lr=1)\nrate = 0.6\n",
        mine="""
_base_ = ['models.py', 'more.py']
low = 0.1 + 0.1
model = dict(
    rpn_head=dict(anchor_generator=dict(scales=[2 ** i for i in range(1, 4)]), loss_bbox=dict(
        _delete_=True, type='SmoothL1Loss', beta=1.0 / 9.0)),
    train_cfg=dict(rpn=dict(assigner=dict(pos_iou_thr={{_base_.rate}}, neg_iou_thr=low))),
    test_cfg=dict(rpn=dict(nms=dict())))
model['test_cfg']['rpn']['nms']['iou_threshold'] = _base_.rate - 0.1
model.update(dict(data_preprocessor=dict(pad_size_divisor=16)))
""",
    )
    found = recipe_from(path)
    values = found.recipe.flat()
    assert values["anchors.sizes"] == ((2.0, 4.0, 8.0),) * 5
    assert values["anchors.strides"] == (4, 8, 16, 32, 64)
    assert (values["matcher.positive"], values["matcher.negative"]) == (0.6, 0.2)
    assert values["loss.beta"] == 1 / 9
    assert values["loss.box_weight"] == 1.0  # of the replaced table nothing stays
    assert values["resize.pad_multiple"] == 16
    origins = {field.place: [str(origin) for origin in field.origins] for field in found.fields}
    assert origins["matcher.positive"] == ["model.train_cfg.rpn.assigner.pos_iou_thr = 0.6 (more.py:2)"]
    assert origins["matcher.negative"] == ["model.train_cfg.rpn.assigner.neg_iou_thr = 0.1 + 0.1 (mine.py:3)"]
    assert origins["loss.box_weight"] == ["model.rpn_head.loss_bbox.loss_weight = 1.0 (default of MMDetection 3.3)"]
    assert math.isclose(values["proposals.nms"], 0.5)


def test_configs_of_mmengines_new_style_and_in_json_are_the_same(written, tmp_path):
    written(models=RPN)
    new = written(
        new="""
from mmengine.config import read_base
from mmdet.models import RPNHead
with read_base():
    from .models import *
model.update(dict(rpn_head=dict(type=RPNHead, anchor_generator=dict(scales=[4]))))
"""
    )
    assert flat(new)["anchors.sizes"] == ((4.0,),) * 5
    plain = {"_base_": "models.json"}
    whole = {"model": {"rpn_head": {"type": "RPNHead"}, "train_cfg": None, "test_cfg": {"rpn": {"nms_pre": 7}}}}
    (tmp_path / "models.json").write_text(json.dumps(whole), encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps(plain), encoding="utf-8")
    assert flat(tmp_path / "one.json")["proposals.pre_nms"] == 7


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("scales=[8]", "octave_base_scale=4, scales_per_octave=2", {"anchors.sizes": ((4.0, 4 * 2**0.5),) * 5}),
        ("strides=[4, 8, 16, 32, 64]", "strides=[(8, 16)]", {"anchors.strides": (16,), "anchors.strides_x": (8,)}),
        ("scales=[8]", "scales=[8], scale_major=False", {"anchors.order": "size_ratio"}),
        ("scales=[8]", "scales=[8], base_sizes=[1, 2, 3, 4, 5]", {"anchors.base_sizes": (1.0, 2.0, 3.0, 4.0, 5.0)}),
        ("'AnchorGenerator', ", "'LegacyAnchorGenerator', center_offset=0.5, ", {"anchors.rule": "rounded_legacy"}),
        ("neg_iou_thr=0.3", "neg_iou_thr=(0.1, 0.3)", {"matcher.negative_from": 0.1, "matcher.negative": 0.3}),
        ("min_pos_iou=0.3", "match_low_quality=False", {"matcher.low_quality.rule": "off"}),
        ("min_pos_iou=0.3", "gt_max_assign_all=False", {"matcher.low_quality.rule": "first"}),
        ("min_pos_iou=0.3", "ignore_iof_thr=0.4", {"ground_truth.crowd": "ignore", "matcher.regions.overlap": 0.4}),
        ("allowed_border=-1", "allowed_border=5", {"matcher.outside.rule": "before", "matcher.outside.border": 5}),
        ("pos_weight=-1", "pos_weight=2.0", {"loss.positive_weight": 2.0}),
        ("sampler=dict(type='RandomSampler', num=256, pos_fraction=0.5), ", "", {"sampler.rule": "all"}),
        ("num=256, pos_fraction=0.5", "num=64, pos_fraction=0.25", {"sampler.batch": 64}),
        ("nms_pre=1000", "nms_pre=-1", {"proposals.pre_nms": 1_000_000_000}),
        ("(1333, 800), keep_ratio=True", "(340, 300)", {"resize.rule": "stretch", "resize.size": (300, 340)}),
        ("type='L1Loss'", "type='SmoothL1Loss'", {"loss.beta": 1.0}),
        ("type='L1Loss'", "type='BalancedL1Loss', beta=0.5", {"loss.box": "balanced_l1", "loss.beta": 0.5}),
        ("loss_cls=", "bbox_coder=dict(target_stds=[.1, .1, .2, .2]), loss_cls=", {"coder.stds": (0.1, 0.1, 0.2, 0.2)}),
        ("loss_cls=", "bbox_coder=dict(add_ctr_clamp=True), loss_cls=", {"coder.max_shift": 32.0}),
    ],
)  # fmt: skip
def test_a_key_lands_in_its_place(before, after, places, written):
    text = RPN.replace(before, after)
    assert text != RPN
    found = flat(written(one=text))
    assert {place: found[place] for place in places} == places


def test_version_2_keeps_the_size_in_a_wrapper_and_pads_in_the_pipeline(written):
    text = RPN.partition("test_pipeline")[0].replace("data_preprocessor=dict(pad_size_divisor=32),", "") + (
        "pipeline = [dict(type='MultiScaleFlipAug', img_scale=(1000, 600), flip=False, transforms=["
        "dict(type='Resize', keep_ratio=True), dict(type='Pad', size_divisor=64)])]\n"
        "data = dict(test=dict(type='Repeat', dataset=dict(pipeline=pipeline)))\n"
    )
    found = flat(written(one=text))
    assert [found[f"resize.{name}"] for name in ("long", "short", "pad_multiple")] == [1000, 600, 64]


def test_ssds_sizes_are_whole_and_of_a_flat_input(written):
    head = (
        "anchor_generator=dict(type='SSDAnchorGenerator', scale_major=False, input_size={}, {} strides={}, ratios={})"
    )
    ratios, strides = [[2], [2, 3], [2, 3], [2, 3], [2], [2]], [8, 16, 32, 64, 100, 300]
    whole = {"pad": 1, "head": "SSDHead", "score": 0.02, "more": "", "nms": 0.45, "size": "300, 300"}
    whole["assigner"] = ASSIGNER.format(0.5, 0.5, 0) + ", neg_pos_ratio=4, smoothl1_beta=0.5"
    own = head.format(300, "basesize_ratio_range=(0.15, 0.9), ", strides, ratios)
    found = flat(written(one=ONE_STAGE.format(own=own, **whole)))
    assert found["anchors.base_sizes"] == (21.0, 45.0, 99.0, 153.0, 207.0, 261.0)
    assert found["anchors.ratios"][1] == (1.0, 0.5, 2.0, 1 / 3, 3.0)
    assert (found["sampler.negatives_per_positive"], found["loss.beta"]) == (4, 0.5)
    own = head.format(340, "min_sizes=[20], max_sizes=[45], ", "[(16, 12)]", [[2]])
    found = flat(written(one=ONE_STAGE.format(own=own, **whole)))
    assert (found["anchors.centres"], found["anchors.base_sizes"]) == (((8.0, 6.0),), (20.0,))
    assert found["anchors.sizes"] == ((1.0, 1.5),)
    bad = head.format(340, "", strides, ratios)
    with pytest.raises(BadRecipe, match=r"a range that begins with 0\.15"):
        recipe_from(written(one=ONE_STAGE.format(own=bad, **whole)))


def test_what_only_running_tells_is_listed_and_never_run(written, tmp_path):
    mark = tmp_path / "ran"
    run = f"import pathlib\npathlib.Path({str(mark)!r}).touch()\nx = __import__('os').system('touch {mark}')\n"
    loop = "for i in range(3):\n    open('x', 'w')\n    threshold = i\n"
    text = run + loop + RPN.replace("iou_threshold=0.7", "iou_threshold=threshold").replace("num=256", "num=f(3)")
    found = recipe_from(written(one=text))
    left = {each.what.rpartition(" (")[0] or each.what: each.reason for each in found.left}
    assert "set in a block that is not run" in left["model.test_cfg.rpn.nms.iou_threshold = threshold"]
    assert "f(3) is not run; sampler.batch is as in mmdet-fpn" in left["model.train_cfg.rpn.sampler.num = f(3)"]
    assert not mark.exists()
    assert any("f(3)" in words for words in found.recipe.reproduces_not)


def test_anchors_that_only_running_tells_are_refused(written, capsys):
    path = written(one=RPN.replace("scales=[8]", "scales=[s()]").replace("pos_iou_thr=0.7", "pos_iou_thr='x'"))
    assert main(["recipes", "from", str(path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "one.py:8: model.rpn_head.anchor_generator.scales: found s()" in lines[0]
    assert "one.py:12: model.train_cfg.rpn.assigner.pos_iou_thr: found 'x', wanted a number" in lines[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("model = dict(bbox_head=dict(type='FCOSHead'))", "model.bbox_head.type: found 'FCOSHead', wanted RPNHead"),
        ("optimizer = dict(lr=1)", "has no model, wanted a whole config"),
        ("_base_ = 'one.py'", "built on this file"),
        ("_base_ = '/etc/passwd.py'", "relative to the config"),
        ("_base_ = 'mmdet::_base_/x.py'", "relative to the config"),
        ("model = dict(", "one.py:1: cannot be read"),
        (f"model = {'(' * 250}1{')' * 250}", "cannot be read"),
        (f"x = {'-' * 5000}1\nmodel = dict()", "deep"),
        (f"model = {'[' * 80}1{']' * 80}", "64 deep"),
        ("a0 = [1] * 9\n" + "".join(f"a{i} = [a{i - 1}, a{i - 1}]\n" for i in range(1, 60)), "100,000"),
        ("a0 = [1]\n" + "".join(f"a{i} = [a{i - 1}]\n" for i in range(1, 600)), "64 deep"),
        ("from detectron2.config import LazyCall as L\nmodel = L(x)()", "LazyConfig of detectron2"),
    ],
)
def test_what_cannot_be_a_config_is_refused_in_one_line(text, words, written, capsys):
    assert main(["recipes", "from", str(written(one=text))]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "value",
    ["9 ** 9 ** 9", "'x' * 10 ** 9", "[0] * 10 ** 9", "list(range(10 ** 9))", "'%999999999d' % 1", "1 << 9 ** 9"],
)
def test_no_expression_takes_time_or_memory(value, written):
    found = recipe_from(written(one=RPN.replace("num=256", f"num={value}")))
    assert any("num" in each.what and "not run" in each.reason for each in found.left)


def test_a_diamond_of_bases_is_counted(tmp_path):
    for level in range(12):
        below = f"_base_ = ['f{level + 1}.py', 'f{level + 1}.py']" if level < 11 else "x = 1"
        (tmp_path / f"f{level}.py").write_text(below, encoding="utf-8")
    with pytest.raises(BadFile, match="more than 64 files"):
        recipe_from(tmp_path / "f0.py")


@pytest.mark.parametrize(
    ("said", "mode"),
    [("linear=True", "linear"), ("linear=True, mode='log'", "linear"), ("mode='square'", "square"), ("", "log")],
)
def test_iou_loss_is_linear_where_either_argument_says_so(said, mode, written):
    losses = f"loss_bbox=dict(type='IoULoss', {said}), reg_decoded_bbox=True"
    assert flat(written(one=RETINA.replace("loss_bbox=dict(type='L1Loss')", losses)))["loss.iou_mode"] == mode


def test_maps_of_the_second_stage_are_called_as_the_first_stages_levels(written):
    maps = "bbox_roi_extractor=dict(featmap_strides={})"
    roi = f"roi_head=dict(type='StandardRoIHead', bbox_head=dict(), {maps}),\n    train_cfg"
    one, two = (RPN.replace("train_cfg", roi.format(strides), 1) for strides in ("[4, 8]", "[16]"))
    assert flat(written(one=one))["stage.roi.level.names"] == ("P2", "P3")
    assert flat(written(one=two))["stage.roi.level.names"] == ("P4",)


@pytest.mark.parametrize("built", ["", "_base_ = []\n"])
def test_each_value_counts_once_against_the_limit(written, built):
    lists = "".join(f"{name} = [{'7, ' * 9000}]\n" for name in "abc")
    assert recipe_from(written(own=built + lists + RPN)).recipe.flat()["anchors.strides"] == (4, 8, 16, 32, 64)
