"""Recipes of live models: stand-ins with the attributes of torchvision's, detectron2's and MMDetection's own."""

from __future__ import annotations

import math
from types import SimpleNamespace as Made

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.core.errors import BadRecipe, InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.translate.detectron2_model import sizes_and_ratios
from rpn_inspector.translate.live import translation_of

CLIP = math.log(1000 / 16)


def places(translation):
    return {place: value for place, value in translation.recipe.flat().items() if place != "anchors.names"}


def shipped(name):
    return {place: value for place, value in load_recipe(name).flat().items() if place != "anchors.names"}


def origins(translation):
    return {field.place: str(field.origins[0]) for field in translation.fields}


def left(translation):
    return " | ".join(map(str, translation.left))


# ---- torchvision -------------------------------------------------------------------------------------------------


class AnchorGenerator:
    def __init__(self, sizes, aspect_ratios):
        self.sizes, self.aspect_ratios = sizes, aspect_ratios


class DefaultBoxGenerator:
    def __init__(self, **values):
        vars(self).update({"steps": None, "clip": True, **values})


class Backbone:
    """Feature maps by strides, rounded up or down, of the picture it is asked with."""

    def __init__(self, strides, rounded=math.ceil):
        self.strides, self.rounded, self.training, self.asked = strides, rounded, True, []

    def modules(self):
        return [self]

    def __call__(self, picture):
        self.asked.append((picture.shape, self.training))
        height, width = picture.shape[-2:]
        shapes = [(self.rounded(height / stride), self.rounded(width / stride)) for stride in self.strides]
        return {str(level): np.zeros((1, 1, *shape)) for level, shape in enumerate(shapes)}


def torchvision_model(backbone, **more):
    transform = {"min_size": (800,), "max_size": 1333, "size_divisible": 32, "fixed_size": None}
    transform |= {"image_mean": [0, 0, 0]} | more.pop("transform", {})
    model = Made(backbone=backbone, transform=Made(**transform), **more)
    model.parameters = lambda: iter([Made(new_zeros=np.zeros)])
    return model


def faster_rcnn(strides=(4, 8, 16, 32, 64), **changed):
    sizes = ((32,), (64,), (128,), (256,), (512,))
    values = {
        "anchor_generator": AnchorGenerator(sizes, ((0.5, 1.0, 2.0),) * 5),
        "proposal_matcher": Made(high_threshold=0.7, low_threshold=0.3, allow_low_quality_matches=True),
        "fg_bg_sampler": Made(batch_size_per_image=256, positive_fraction=0.5),
        "box_coder": Made(weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=CLIP),
        "_pre_nms_top_n": {"training": 2000, "testing": 1000}, "_post_nms_top_n": {"training": 2000, "testing": 1000},
        "nms_thresh": 0.7, "score_thresh": 0.0, "min_size": 1e-3,
    }  # fmt: skip
    return torchvision_model(Backbone(strides), rpn=Made(**values | changed))


def retinanet(**changed):
    octaves = tuple((x, int(x * 2 ** (1 / 3)), int(x * 2 ** (2 / 3))) for x in (32, 64, 128, 256, 512))
    values = {
        "anchor_generator": AnchorGenerator(octaves, ((0.5, 1.0, 2.0),) * 5),
        "proposal_matcher": Made(high_threshold=0.5, low_threshold=0.4, allow_low_quality_matches=True),
        "box_coder": Made(weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=CLIP),
        "head": Made(regression_head=Made(_loss_type="l1")),
        "score_thresh": 0.05, "nms_thresh": 0.5, "detections_per_img": 300, "topk_candidates": 1000,
    }  # fmt: skip
    return torchvision_model(Backbone((8, 16, 32, 64, 128)), **values | changed)


def ssd(backbone, size=(300, 300), **boxes):
    ratios = [[2], [2, 3], [2, 3], [2, 3], [2], [2]]
    generator = {"aspect_ratios": ratios, "scales": [0.07, 0.15, 0.33, 0.51, 0.69, 0.87, 1.05]} | boxes
    return torchvision_model(
        backbone, anchor_generator=DefaultBoxGenerator(**generator), transform={"fixed_size": size},
        proposal_matcher=Made(high_threshold=0.5), neg_to_pos_ratio=3.0, score_thresh=0.01, nms_thresh=0.45,
        box_coder=Made(weights=(10.0, 10.0, 5.0, 5.0), bbox_xform_clip=CLIP), detections_per_img=200,
        topk_candidates=400,
    )  # fmt: skip


def test_torchvisions_own_models_have_the_shipped_recipes():
    assert places(translation_of(faster_rcnn())) == shipped("torchvision-fpn")
    assert places(translation_of(retinanet())) == shipped("retinanet-torchvision")
    steps = [8, 16, 32, 64, 100, 300]
    assert places(translation_of(ssd(Backbone(steps), steps=steps))) == shipped("ssd300-torchvision")


def test_a_ratio_of_mined_negatives_may_be_a_fraction():
    """As ``SSD(..., positive_fraction=0.3)`` makes it."""
    model = ssd(Backbone([8, 16, 32, 64, 100, 300]), steps=[8, 16, 32, 64, 100, 300])
    model.neg_to_pos_ratio = (1.0 - 0.3) / 0.3
    found = translation_of(model)
    assert found.recipe.sampler.negatives_per_positive == 0.7 / 0.3
    assert origins(found)["sampler.negatives_per_positive"] == "neg_to_pos_ratio = 2.3333333333333335 (the model)"


def test_the_backbone_is_asked_once_as_in_testing_and_left_as_it_was():
    model = faster_rcnn()
    found = translation_of(model)
    assert model.backbone.asked == [((1, 3, 512, 512), False)]
    assert model.backbone.training is True
    assert origins(found)["anchors.strides"].startswith("backbone(512 x 512 px) = [(128, 128), (64, 64)")
    assert translation_of(faster_rcnn(strides=()), [(512 // s, 512 // s) for s in (4, 8, 16, 32, 64)]).recipe.anchors
    broken = faster_rcnn()
    broken.backbone = Made(modules=list)
    with pytest.raises(BadRecipe, match="does not tell its feature maps: TypeError"):
        translation_of(broken)


def test_a_custom_model_is_told_by_its_attributes():
    model = faster_rcnn(
        (8, 32),
        anchor_generator=AnchorGenerator(((10, 20), (30,)), ((0.3, 1.0), (1.0,))),
        proposal_matcher=Made(high_threshold=0.6, low_threshold=0.2, allow_low_quality_matches=False),
        fg_bg_sampler=Made(batch_size_per_image=64, positive_fraction=0.25),
        nms_thresh=0.55,
    )
    model.transform.min_size, model.transform.max_size = (400, 600), 900
    found = translation_of(model)
    values = found.recipe.flat()
    assert (values["anchors.strides"], values["anchors.sizes"]) == ((8, 32), ((10.0, 20.0), (30.0,)))
    assert values["anchors.ratios"] == ((0.3, 1.0), (1.0,))
    assert (values["matcher.positive"], values["matcher.negative"]) == (0.6, 0.2)
    assert values["matcher.low_quality.rule"] == "off"
    assert (values["sampler.batch"], values["sampler.positive_fraction"]) == (64, 0.25)
    assert (values["resize.short"], values["resize.long"], values["proposals.nms"]) == (600, 900, 0.55)
    assert origins(found)["proposals.nms"] == "rpn.nms_thresh = 0.55 (the model)"
    assert "transform.min_size = [400, 600]" in left(found)
    assert "rpn._pre_nms_top_n" in left(found)
    assert ri.recipe_of(Made(module=model)).hash == found.recipe.hash


def second_stage(names, **changed):
    values = {
        "proposal_matcher": Made(high_threshold=0.5, low_threshold=0.5, allow_low_quality_matches=False),
        "fg_bg_sampler": Made(batch_size_per_image=512, positive_fraction=0.25),
        "box_coder": Made(weights=(10.0, 10.0, 5.0, 5.0), bbox_xform_clip=CLIP),
        "box_roi_pool": Made(featmap_names=names, canonical_scale=224, canonical_level=4),
        "score_thresh": 0.05, "nms_thresh": 0.5, "detections_per_img": 100,
    }  # fmt: skip
    return Made(**values | changed)


def test_the_second_stage_is_told_with_the_maps_it_pools_from():
    model = faster_rcnn()
    model.roi_heads = second_stage(["0", "1", "2", "3"])
    assert translation_of(model).recipe.hash == load_recipe("fasterrcnn-torchvision").hash
    model.roi_heads = second_stage(["0", "1"], score_thresh=0.2, detections_per_img=7)
    values = translation_of(model).recipe.flat()
    assert (values["stage.roi.level.names"], values["stage.roi.level.lowest"]) == (("P2", "P3"), 2)
    assert (values["stage.roi.detections.min_score"], values["stage.roi.detections.keep"]) == (0.2, 7)
    twice = faster_rcnn((32, 32, 64), anchor_generator=AnchorGenerator(((32,),) * 3, ((1.0,),) * 3))
    twice.roi_heads = second_stage(["0", "1", "2", "3"][:2])
    assert translation_of(twice).recipe.flat()["stage.roi.level.names"] == ("map 0",)


def test_a_retinanet_of_boxes_has_the_iou_loss():
    values = translation_of(retinanet(head=Made(regression_head=Made(_loss_type="giou")))).recipe.flat()
    assert (values["loss.box"], values["loss.iou_form"], values["loss.epsilon"]) == ("giou", "torchvision", 1e-7)


def test_a_flat_ssd_has_the_cells_its_convolutions_make():
    """300 x 340: 38 x 43 and 19 x 21 cells, which no stride rounded one way gives."""
    shapes = [(38, 43), (19, 21), (10, 11), (5, 6), (3, 4), (1, 2)]
    model = ssd(Backbone(()), size=(340, 300))
    found = translation_of(model, shapes)
    values = found.recipe.flat()
    assert (values["resize.size"], values["anchors.cells"]) == ((300, 340), tuple(shapes))
    grid = found.recipe.grid((300, 340))
    assert [level.shape for level in grid.levels] == shapes
    assert grid.levels[1].stride == (300 / 19, 340 / 21)
    centre = (grid.levels[1].x0[0] + grid.levels[1].x1[0]) / 2
    np.testing.assert_allclose(centre, (np.arange(21) + 0.5) * 340 / 21, rtol=1e-6)


def test_models_without_anchors_are_refused_by_name():
    fcos = type("FCOS", (), {})()
    with pytest.raises(InspectorError, match="FCOS has points and no anchors, wanted Faster"):
        ri.recipe_of(fcos)
    with pytest.raises(InspectorError, match="list is no model that is known"):
        ri.recipe_of([])


# ---- detectron2 --------------------------------------------------------------------------------------------------


class DefaultAnchorGenerator:
    def __init__(self, sizes, ratios, strides, offset=0.0):
        sides = [[(s**2 / r) ** 0.5 for s in level for r in ratios] for level in sizes]
        turned = [[w * r for w, r in zip(level, list(ratios) * 9, strict=False)] for level in sides]
        pairs = [np.array([*zip(w, h, strict=True)]) / 2 for w, h in zip(sides, turned, strict=True)]
        self.cell_anchors = [np.concatenate([-pair, pair], 1).astype(np.float32) for pair in pairs]
        self.strides, self.offset = list(strides), offset


def matcher(*thresholds):
    return Made(thresholds=[-math.inf, *thresholds, math.inf], labels=[0, -1, 1])


def detectron2(**changed):
    generator = DefaultAnchorGenerator([[32], [64], [128], [256], [512]], (0.5, 1, 2), (4, 8, 16, 32, 64))
    values = {
        "in_features": ["p2", "p3", "p4", "p5", "p6"], "anchor_generator": generator,
        "anchor_matcher": matcher(0.3, 0.7),
        "box2box_transform": Made(weights=(1.0, 1.0, 1.0, 1.0)), "batch_size_per_image": 256, "positive_fraction": 0.5,
        "pre_nms_topk": {True: 2000, False: 1000}, "post_nms_topk": {True: 1000, False: 1000}, "nms_thresh": 0.7,
        "min_box_size": 0.0, "anchor_boundary_thresh": -1, "loss_weight": {"loss_rpn_cls": 1.0, "loss_rpn_loc": 1.0},
        "box_reg_loss_type": "smooth_l1", "smooth_l1_beta": 0.0,
    }  # fmt: skip
    return Made(backbone=Made(size_divisibility=32), proposal_generator=Made(**values | changed))


def test_detectron2s_own_models_have_the_shipped_recipes():
    found = translation_of(detectron2())
    assert places(found) == shipped("detectron2-fpn")
    assert origins(found)["anchors.sizes"].startswith("proposal_generator.anchor_generator.cell_anchors")
    assert "INPUT.MIN_SIZE_TEST = 800 (default of detectron2 0.6): not in the model" in left(found)
    sizes = [[size * 2 ** (k / 3) for k in range(3)] for size in (32, 64, 128, 256, 512)]
    model = Made(
        backbone=Made(size_divisibility=32), head_in_features=["p3", "p4", "p5", "p6", "p7"],
        anchor_generator=DefaultAnchorGenerator(sizes, (0.5, 1, 2), (8, 16, 32, 64, 128)),
        anchor_matcher=matcher(0.4, 0.5), box2box_transform=Made(weights=(1.0, 1.0, 1.0, 1.0)),
        focal_loss_alpha=0.25, focal_loss_gamma=2.0, smooth_l1_beta=0.1, box_reg_loss_type="smooth_l1",
        test_score_thresh=0.05, test_topk_candidates=1000, test_nms_thresh=0.5, max_detections_per_image=100,
    )  # fmt: skip
    assert places(translation_of(model)) == shipped("retinanet-detectron2")


def test_a_custom_model_of_detectron2_is_told_by_its_attributes():
    generator = DefaultAnchorGenerator([[13.7, 20]], (0.37, 2.9), (8,), 0.5)
    found = translation_of(detectron2(
        anchor_generator=generator, in_features=["own"], anchor_matcher=matcher(0.2, 0.6), anchor_boundary_thresh=4,
        loss_weight={"loss_rpn_cls": 2.0, "loss_rpn_loc": 3.0}, box_reg_loss_type="ciou",
    ))  # fmt: skip
    values = found.recipe.flat()
    assert (values["anchors.sizes"], values["anchors.ratios"]) == (((13.7, 20.0),), ((0.37, 2.9),))
    assert (values["anchors.strides"], values["anchors.offset"]) == ((8,), 0.5)
    assert (values["matcher.negative"], values["matcher.outside.border"]) == (0.2, 4)
    assert (values["loss.objectness_weight"], values["loss.box_weight"], values["loss.box"]) == (2.0, 3.0, "ciou")
    with pytest.raises(InspectorError, match="wanted a DefaultAnchorGenerator"):
        translation_of(detectron2(anchor_generator=Made(cell_anchors=[])))


def test_the_second_stage_of_detectron2_is_told_by_its_heads():
    model = detectron2()
    predictor = Made(
        test_score_thresh=0.05, test_nms_thresh=0.5, test_topk_per_image=100, box_reg_loss_type="smooth_l1",
        smooth_l1_beta=0.0, box2box_transform=Made(weights=(10.0, 10.0, 5.0, 5.0)), loss_weight={},
        bbox_pred=Made(out_features=320),
    )  # fmt: skip
    model.roi_heads = named(
        "StandardROIHeads", proposal_matcher=Made(thresholds=[-math.inf, 0.5, math.inf], labels=[0, 1]), num_classes=80,
        batch_size_per_image=512, positive_fraction=0.25, proposal_append_gt=True, box_predictor=predictor,
        box_in_features=["p2", "p3", "p4", "p5"],
    )  # fmt: skip
    assert translation_of(model).recipe.hash == load_recipe("fasterrcnn-detectron2").hash
    predictor.test_nms_thresh, predictor.bbox_pred = 0.3, Made(out_features=4)
    values = translation_of(model).recipe.flat()
    assert (values["stage.roi.detections.nms"], values["stage.roi.deltas"]) == (0.3, "one")


def test_sizes_that_no_short_number_gives_are_told_to_nine_digits():
    cell = np.array([[-10.1, -7.3, 10.1, 7.3], [-3.3, -4.7, 3.3, 4.7]], np.float32)
    sizes, ratios = sizes_and_ratios(cell)
    assert len(ratios) == 2
    np.testing.assert_allclose(sizes[0], math.sqrt(20.2 * 14.6), rtol=1e-6)


# ---- MMDetection -------------------------------------------------------------------------------------------------


def named(kind, **values):
    return type(kind, (), {})() if not values else type(kind, (), values)()


def mmdet_rpn(**changed):
    head = {
        "prior_generator": named(
            "AnchorGenerator", strides=[(s, s) for s in (4, 8, 16, 32, 64)], base_sizes=[4, 8, 16, 32, 64],
            scales=np.array([8.0], np.float32), ratios=np.array([0.5, 1, 2], np.float32), scale_major=True,
            octave_base_scale=None, scales_per_octave=None, centers=None, center_offset=0.0,
        ),
        "bbox_coder": named("DeltaXYWHBBoxCoder", means=[0.0] * 4, stds=[1.0] * 4, clip_border=True),
        "loss_cls": named("CrossEntropyLoss", use_sigmoid=True, loss_weight=1.0),
        "loss_bbox": named("L1Loss", loss_weight=1.0), "reg_decoded_bbox": False,
        "train_cfg": {
            "assigner": {"type": "MaxIoUAssigner", "pos_iou_thr": 0.7, "neg_iou_thr": 0.3, "min_pos_iou": 0.3},
            "sampler": {"type": "RandomSampler", "num": 256, "pos_fraction": 0.5}, "allowed_border": -1,
            "pos_weight": -1,
        },
        "test_cfg": {"nms_pre": 1000, "max_per_img": 1000, "nms": {"iou_threshold": 0.7}, "min_bbox_size": 0},
    }  # fmt: skip
    return Made(data_preprocessor=Made(pad_size_divisor=32), rpn_head=named("RPNHead", **head | changed))


def test_mmdetections_own_models_have_the_shipped_recipes():
    model = mmdet_rpn()
    found = translation_of(model)
    assert places(found) == shipped("mmdet-fpn")
    assert origins(found)["anchors.sizes"] == "rpn_head.prior_generator.scales = [8.0] (the model)"
    assert origins(found)["matcher.positive"] == "rpn_head.train_cfg.assigner.pos_iou_thr = 0.7 (the model)"
    assert "no Resize of a test pipeline found" in left(found)
    model.cfg = {"test_pipeline": [{"type": "Resize", "scale": (640, 480), "keep_ratio": True}]}
    sized = translation_of(model)
    assert [sized.recipe.flat()[f"resize.{name}"] for name in ("long", "short")] == [640, 480]
    assert origins(sized)["resize.long"] == "cfg.test_pipeline[0].scale = [640, 480] (the model)"


def test_a_retinanet_of_mmdetection_has_octaves_and_its_iou_loss():
    head = mmdet_rpn().rpn_head
    generator = named(
        "AnchorGenerator", strides=[(8, 8), (16, 16)], base_sizes=[8, 16], scales=np.ones(2), scale_major=True,
        ratios=np.array([1.0]), octave_base_scale=4, scales_per_octave=2, center_offset=0.0,
    )  # fmt: skip
    own = {
        **{name: getattr(head, name) for name in ("bbox_coder", "test_cfg", "train_cfg")}, "prior_generator": generator,
        "loss_cls": named("FocalLoss", use_sigmoid=True, alpha=0.3, gamma=1.5, loss_weight=1.0),
        "loss_bbox": named("GIoULoss", eps=1e-6, loss_weight=2.0), "reg_decoded_bbox": True,
    }  # fmt: skip
    values = translation_of(Made(bbox_head=named("RetinaHead", **own))).recipe.flat()
    assert values["anchors.sizes"] == ((4.0, 4 * 2**0.5),) * 2
    assert (values["loss.focal_alpha"], values["loss.box"], values["loss.box_weight"]) == (0.3, "giou", 2.0)


def test_mmdetections_heads_of_points_have_the_shipped_recipes():
    points = named("MlvlPointGenerator", strides=[(8, 8), (16, 16), (32, 32)], offset=0)
    yolox = named(
        "YOLOXHead", prior_generator=points, strides=(8, 16, 32), num_classes=80,
        loss_cls=named("CrossEntropyLoss", use_sigmoid=True, loss_weight=1.0),
        loss_bbox=named("IoULoss", mode="square", eps=1e-16, loss_weight=5.0),
        loss_obj=named("CrossEntropyLoss", use_sigmoid=True, loss_weight=1.0),
        loss_l1=named("L1Loss", loss_weight=1.0),
        train_cfg={"assigner": {"type": "SimOTAAssigner", "center_radius": 2.5}},
        test_cfg={"score_thr": 0.01, "nms": {"type": "nms", "iou_threshold": 0.65}},
    )  # fmt: skip
    rtmdet = named(
        "RTMDetSepBNHead", prior_generator=points, num_classes=80, reg_decoded_bbox=True,
        bbox_coder=named("DistancePointBBoxCoder", clip_border=True),
        loss_cls=named("QualityFocalLoss", use_sigmoid=True, beta=2.0, loss_weight=1.0),
        loss_bbox=named("GIoULoss", eps=1e-6, loss_weight=2.0),
        train_cfg={"assigner": {"type": "DynamicSoftLabelAssigner", "topk": 13}, "allowed_border": -1},
        test_cfg={"nms_pre": 30000, "min_bbox_size": 0, "score_thr": 0.001, "max_per_img": 300,
                  "nms": {"type": "nms", "iou_threshold": 0.65}},
    )  # fmt: skip
    for kind, head, recipe in (("YOLOX", yolox, "yolox-s-mmdet"), ("RTMDet", rtmdet, "rtmdet")):
        model = type(kind, (), {"bbox_head": head, "data_preprocessor": Made(pad_size_divisor=32)})()
        assert places(translation_of(model)) == shipped(recipe)
    uneven = named("MlvlPointGenerator", strides=[(8, 4)], offset=0)
    head = type("RTMDetHead", (type(rtmdet),), {"prior_generator": uneven})()
    with pytest.raises(BadRecipe, match=r"prior_generator.strides: found \[8, 4\]"):
        translation_of(Made(bbox_head=head))


def test_an_ssd_of_mmdetection_has_its_whole_sizes():
    generator = named(
        "SSDAnchorGenerator", strides=[(8, 8)], base_sizes=[21], scales=[np.array([1.0, 1.5])], scale_major=False,
        ratios=[np.array([1.0, 0.5, 2.0])], centers=[(4.0, 4.0)], center_offset=0,
    )  # fmt: skip
    head = mmdet_rpn().rpn_head
    own = {name: getattr(head, name) for name in ("bbox_coder", "test_cfg", "train_cfg")}
    values = translation_of(Made(bbox_head=named("SSDHead", prior_generator=generator, **own))).recipe.flat()
    assert (values["anchors.base_sizes"], values["anchors.sizes"]) == ((21.0,), ((1.0, 1.5),))
    assert values["anchors.ratios"] == ((1.0, 0.5, 2.0),)


def test_the_second_stage_of_mmdetection_is_told_by_its_head():
    model = mmdet_rpn()
    coder = named("DeltaXYWHBBoxCoder", means=[0.0] * 4, stds=[0.1, 0.1, 0.2, 0.2], clip_border=True)
    head = named(
        "Shared2FCBBoxHead", bbox_coder=coder, reg_class_agnostic=False, reg_decoded_bbox=False,
        loss_cls=named("CrossEntropyLoss", use_sigmoid=False, loss_weight=1.0),
        loss_bbox=named("L1Loss", loss_weight=1.0),
    )  # fmt: skip
    assigner = {"type": "MaxIoUAssigner", "pos_iou_thr": 0.5, "neg_iou_thr": 0.5, "match_low_quality": False}
    sampler = {"type": "RandomSampler", "num": 512, "pos_fraction": 0.25}
    model.roi_head = named(
        "StandardRoIHead", bbox_head=head, train_cfg={"assigner": assigner, "sampler": sampler},
        bbox_roi_extractor=named("SingleRoIExtractor", featmap_strides=[4, 8, 16, 32], finest_scale=56),
        test_cfg={"score_thr": 0.05, "nms": {"type": "nms", "iou_threshold": 0.5}, "max_per_img": 100},
    )  # fmt: skip
    assert translation_of(model).recipe.hash == load_recipe("fasterrcnn-mmdet").hash


def test_a_head_of_points_is_refused_by_name():
    with pytest.raises(InspectorError, match="found 'FCOSHead', wanted RPNHead"):
        translation_of(Made(bbox_head=named("FCOSHead", test_cfg={})))


def test_outputs_tell_the_recipe_recorded_with_them_else_the_one_they_name(tmp_path):
    outputs = {"a.jpg": ri.Prediction(objectness=np.zeros(8, np.float32), deltas=np.zeros((8, 4), np.float32))}
    own = ri.load_recipe("demo").with_tables({"matcher": {"positive": 0.6}})
    ri.save_dump(tmp_path / "own.rpn", outputs, own)
    ri.save_dump(tmp_path / "named.rpn", outputs, "demo")
    ri.save_dump(tmp_path / "none.rpn", outputs, None)
    assert ri.recipe_of(ri.open_predictions(tmp_path / "own.rpn")).matcher.positive == 0.6
    assert ri.recipe_of(ri.open_predictions(tmp_path / "named.rpn")) == ri.load_recipe("demo")
    with pytest.raises(ri.InspectorError, match=r"none\.rpn: says no recipe, wanted outputs recorded with one$"):
        ri.recipe_of(ri.open_predictions(tmp_path / "none.rpn"))
