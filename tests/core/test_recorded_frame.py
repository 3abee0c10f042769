"""What a trainer recorded decides: its ground truths, and the flip, crop or size in which it saw the picture."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rpn_inspector as ri
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recorded_frame import MIRRORS, seen_by_trainer
from rpn_inspector.core.what_if import WhatIf, apply

RECIPE = ri.load_recipe("torchvision-fpn")
# 600 x 400 px become 1200 x 800: a scale of 2
BOXES = np.array([[10, 20, 110, 220], [300, 50, 420, 90], [500, 300, 590, 390]], float)
SAMPLE = ri.Sample(name="a", size=(400, 600), gt=BOXES, gt_class=[0, 1, 2], classes=("cat", "dog", "cow"))


def seen(gt, sample=SAMPLE, **sizes):
    sizes = {"network_size": (800, 1200), "padded_size": (800, 1216), **sizes}
    prediction = Prediction(gt=np.array(gt, np.float32).reshape(-1, 4), **sizes)
    frame = RECIPE.resize.at(sample.size, sizes["network_size"], sizes["padded_size"])
    return seen_by_trainer(sample, frame, prediction)


def test_without_a_recorded_list_the_annotation_is_taken():
    frame = RECIPE.resize.of(SAMPLE.size)
    found = seen_by_trainer(SAMPLE, frame, Prediction())
    assert found.recorded is None
    assert found.frame is frame
    assert found.gt.tolist() == (2 * BOXES).tolist()


def test_recorded_boxes_are_taken_to_the_last_bit():
    theirs = (2 * BOXES).astype(np.float32)
    theirs[1, 0] = np.nextafter(theirs[1, 0], np.float32(0))
    found = seen(theirs)
    assert found.gt.tobytes() == theirs.tobytes()
    assert found.recorded.tolist() == [True, True, True]
    assert found.frame.mirrored == (False, False)


def test_a_flipped_picture():
    theirs = 2 * BOXES
    theirs[:, [0, 2]] = 1200 - theirs[:, [2, 0]]
    found = seen(theirs)
    assert found.frame.mirrored == (True, False)
    assert found.gt.tolist() == [[980, 40, 1180, 440], [360, 100, 600, 180], [20, 600, 200, 780]]
    assert found.frame.to_original(found.gt) == pytest.approx(BOXES)
    assert found.sample is SAMPLE


def test_a_list_without_one_box_keeps_the_numbers_of_the_others():
    found = seen(2 * BOXES[[0, 2]])
    assert found.recorded.tolist() == [True, False, True]
    assert found.sample is SAMPLE


def test_another_order_is_the_trainers_own():
    found = seen(2 * BOXES[[2, 0, 1]])
    assert found.gt.tolist() == (2 * BOXES[[2, 0, 1]]).tolist()
    assert [found.sample.class_name(number) for number in range(3)] == ["cow", "cat", "dog"]


def test_a_crop_with_boxes_cut_off():
    # original x 250 to 600, y 0 to 400 at a scale of 3
    theirs = np.clip((BOXES[1:] - [250, 0, 250, 0]) * 3, 0, [1050, 1200, 1050, 1200])
    found = seen(theirs, network_size=(1200, 1050), padded_size=(1216, 1056), original_size=(400, 350))
    assert found.frame.crop == (750, 0)
    assert found.frame.scale == (3, 3)
    assert found.recorded.tolist() == [False, True, True]
    assert found.frame.to_original(found.gt[1:]) == pytest.approx(BOXES[1:])


def test_boxes_of_no_picture_stand_alone():
    found = seen([[5, 5, 100, 600], [7, 300, 400, 340]])
    assert not found.frame.placed
    assert found.sample.size == (800, 1200)
    assert found.sample.gt.tolist() == found.gt.tolist() == [[5, 5, 100, 600], [7, 300, 400, 340]]
    assert found.sample.class_name(0) == "—", "what class they have is not known"


def test_one_moved_box_tells_no_frame():
    sample = dataclasses.replace(SAMPLE, gt=BOXES[:1], gt_class=[0], gt_kind=[0], gt_attributes=())
    assert not seen([[300, 140, 500, 540]], sample).frame.placed, "moved and mirrored explain it alike"


def test_no_recorded_box_leaves_every_ground_truth_out():
    found = seen([])
    assert found.recorded.tolist() == [False, False, False]


def test_a_recorded_box_that_is_no_number_is_refused():
    with pytest.raises(BadPredictions, match="not finite"):
        seen([[0, 0, np.nan, 5]])


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ([60, 10, 20, 50], r"gt\[1\] is 60, 10, 20, 50, wanted x1, y1, x2, y2"),
        ([10, 60, 50, 20], "x1 <= x2, y1 <= y2"),
        ([0, 0, 5, 1e32], r"gt\[1\] is 0, 0, 5, 1e\+32, beyond 1e\+07 px"),
        ([-1e32, 0, 5, 5], "beyond"),
    ],
)
def test_a_recorded_box_that_is_no_box_is_refused(box, words):
    with pytest.raises(BadPredictions, match=words):
        seen([[0, 0, 5, 5], box])


def test_a_recorded_box_without_a_side_is_one():
    assert seen([[5, 5, 5, 9], [1, 1, 1, 1]]).gt.tolist() == [[5, 5, 5, 9], [1, 1, 1, 1]]


def outputs(gt, network_size, padded_size, recipe=RECIPE):
    count = recipe.grid(padded_size).size
    random = np.random.default_rng(0)
    logits, deltas = random.normal(size=count), random.normal(0, 0.2, (count, 4))
    sizes = {"network_size": network_size, "padded_size": padded_size}
    return Prediction(logits.astype(np.float32), deltas.astype(np.float32), gt=np.array(gt, np.float32), **sizes)


def test_the_losses_are_those_of_the_flipped_picture():
    theirs = 2 * BOXES
    theirs[:, [0, 2]] = 1200 - theirs[:, [2, 0]]
    recorded = ri.inspect(SAMPLE, RECIPE, outputs(theirs, (800, 1200), (800, 1216)))
    flipped = BOXES.copy()
    flipped[:, [0, 2]] = 600 - BOXES[:, [2, 0]]
    sample = dataclasses.replace(SAMPLE, gt=flipped)
    alone = ri.inspect(sample, RECIPE, dataclasses.replace(recorded.prediction, gt=None))
    assert recorded.assignment.label.tobytes() == alone.assignment.label.tobytes()
    assert recorded.loss.box == alone.loss.box
    assert [warning.kind for warning in recorded.warnings] == ["frame_recorded"]
    assert recorded.warnings[0].text == "the trainer saw this picture mirrored left to right; so it is shown here"


def test_a_left_out_ground_truth_is_told_and_has_no_anchor():
    found = ri.inspect(SAMPLE, RECIPE, outputs(2 * BOXES[[0, 2]], (800, 1200), (800, 1216)))
    assert found.used.tolist() == [True, False, True]
    assert set(found.assignment.gt[found.positive].tolist()) == {0, 2}
    assert "ground truth 2 (dog) is not among the trainer's recorded" in found.warnings[0].text


def test_a_what_if_keeps_the_trainers_list():
    found = ri.inspect(SAMPLE, RECIPE, outputs(2 * BOXES[[0, 2]], (800, 1200), (800, 1216)))
    change = WhatIf(int(found.positive[0]), truth=0, gt=(30.0, 40.0, 230.0, 440.0))
    moved = apply(found, change)
    assert moved.used.tolist() == [True, False, True]
    assert moved.gt.tolist() == [[30, 40, 230, 440], (2 * BOXES[1]).tolist(), (2 * BOXES[2]).tolist()]


@pytest.mark.parametrize("name", ["yolov5s", "yolov3-416-darknet", "matterport-rpn"])
@pytest.mark.parametrize("mirror", MIRRORS)
def test_a_pad_of_a_letterbox_is_no_crop(name, mirror):
    """A trainer put the picture at the top left, where the recipe centres it: none of it is cut away."""
    theirs = 0.5 * BOXES
    for axis, side in enumerate((300, 200)):
        if mirror[axis]:
            theirs[:, [axis, axis + 2]] = side - theirs[:, [axis + 2, axis]]
    frame = ri.load_recipe(name).resize.at(SAMPLE.size, (200, 300), (320, 320))
    assert frame.offset != (0, 0)
    found = seen_by_trainer(SAMPLE, frame, Prediction(gt=theirs.astype(np.float32)))
    assert (found.frame.offset, found.frame.crop, found.frame.mirrored) == ((0, 0), (0, 0), mirror)
    assert found.gt.tolist() == theirs.tolist()
    assert found.frame.to_original(found.gt) == pytest.approx(BOXES)


def test_cells_beyond_the_recorded_pictures_own_padding_are_left_out():
    # at 640 x 960 px a picture pads to 640 x 960, the batch to 640 x 1088: the last 4 columns of stride 32 are padding
    recipe = ri.load_recipe("mmdet-fpn")
    found = ri.inspect(SAMPLE, recipe, outputs(1.6 * BOXES, (640, 960), (640, 1088), recipe))
    level = found.grid.levels[3]
    assert level.shape == (20, 34)
    label = found.assignment.label[level.offset : level.offset + 20 * 34 * 3].reshape(20, 34, 3)
    assert (label[:, 30:] == -1).all()
    assert (label[:, :30] == 0).any(axis=(0, 2)).all()


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 10_000),
    mirror=st.sampled_from(MIRRORS),
    scale=st.floats(0.5, 3),
    count=st.integers(4, 30),
    cut=st.floats(0, 0.4),
)
def test_any_crop_and_flip_is_found_again(seed, mirror, scale, count, cut):
    random = np.random.default_rng(seed)
    corner = random.uniform(0, [540, 340], (count, 2))
    boxes = np.concatenate([corner, corner + random.uniform(8, 60, (count, 2))], 1)
    sample = ri.Sample(name="a", size=(400, 600), gt=boxes)
    left, top = np.floor(random.uniform(0, cut, 2) * [600, 400])
    height, width = int((400 - top) * scale), int((600 - left) * scale)
    moved = (boxes - [left, top, left, top]) * scale
    for axis, side in enumerate((width, height)):
        if mirror[axis]:
            moved[:, [axis, axis + 2]] = side - moved[:, [axis + 2, axis]]
    inside = np.clip(moved, 0, [width, height, width, height])
    kept = (inside[:, 2:] > inside[:, :2]).all(1)
    found = seen(inside[kept], sample, network_size=(height, width), padded_size=(height, width))
    assert found.gt[found.recorded] == pytest.approx(inside[kept], abs=1e-3)
    if found.frame.placed:
        assert found.frame.mirrored == mirror
        whole = (moved == inside).all(1) & kept
        assert found.frame.to_original(inside[whole]) == pytest.approx(boxes[whole], abs=2 * max(1, 1 / scale))
    else:
        assert (moved == inside).all(1).sum() < 3, "three whole boxes tell the frame"


RESIZES = {
    "scaled": {},
    "letterbox": {"rule": "letterbox", "size": [320, 320]},
    **{
        f"half_rest_{rest}_{back}": {"rule": "half_rest", "size": [320, 416], "rest": rest, "way_back": back}
        for rest in ("stride", "size", "none")
        for back in ("sizes", "scale")
    },
    "masks": {"rule": "masks"},
    "masks_none": {"rule": "masks", "mode": "none"},
}


@pytest.mark.parametrize("crop", [(0.0, 0.0), (30.0, 14.0)])
@pytest.mark.parametrize("mirrored", MIRRORS)
@pytest.mark.parametrize("name", sorted(RESIZES))
def test_boxes_go_to_the_network_and_back_in_every_frame(name, mirrored, crop):
    recipe = RECIPE.with_tables({"resize": RESIZES[name]}) if RESIZES[name] else RECIPE
    plain = recipe.resize.of((300, 500))
    frame = dataclasses.replace(plain, mirrored=mirrored, crop=crop)
    boxes = np.array([[90, 70, 160, 140], [101, 88, 233, 121]], float)
    there = frame.to_network(boxes)
    moved = plain.to_network(boxes) - [*crop, *crop]
    inner = moved - np.tile(plain.offset, 2)
    for axis, side in enumerate(plain.network_size[::-1]):
        if mirrored[axis]:
            inner[:, [axis, axis + 2]] = side - inner[:, [axis + 2, axis]]
    assert there == pytest.approx(inner + np.tile(plain.offset, 2), abs=1e-3)
    # a library's own way back may differ from the inverse, mirrored or not alike
    wanted = boxes if any(crop) else plain.to_original(plain.to_network(boxes))
    assert frame.to_original(there) == pytest.approx(wanted, abs=1 + 1 / min(plain.scale))


def test_a_box_far_beyond_the_picture_reaches_its_edge_through_masks():
    frame = RECIPE.with_tables({"resize": {"rule": "masks"}}).resize.of((300, 500))
    near = frame.to_network(np.array([[0, 20, 500, 300]]))
    for far in (1e10, 1e19, 1e38):
        assert frame.to_network(np.array([[-far, 20, far, far]])).tolist() == near.tolist()


def test_a_padding_below_the_resized_picture_is_refused_where_only_the_padding_is_recorded():
    found = dataclasses.replace(outputs(2 * BOXES, (800, 1200), (800, 1216)), network_size=None)
    assert ri.inspect(SAMPLE, RECIPE, found).padded_size == (800, 1216)
    with pytest.raises(BadPredictions, match=r"found 256 x 320, wanted at least the network_size 800 x 1200"):
        ri.inspect(SAMPLE, RECIPE, dataclasses.replace(outputs(BOXES, None, (256, 320)), gt=None))


def test_outputs_of_a_picture_of_another_size_are_told():
    found = dataclasses.replace(outputs(2 * BOXES, (800, 1200), (800, 1216)), gt=None)
    for size, told in (((400, 600), []), (None, []), ((600, 400), ["other_size"])):
        seen_here = ri.inspect(SAMPLE, RECIPE, dataclasses.replace(found, original_size=size))
        assert [warning.kind for warning in seen_here.warnings] == told
    words = "the outputs are of a picture of 400 x 600 px, this one is 600 x 400 px: boxes may lie elsewhere"
    assert seen_here.warnings[0].text == words
