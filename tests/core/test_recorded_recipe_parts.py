"""What was recorded under one recipe is used under another only where that means the same there."""

import dataclasses

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.prediction import Prediction

DEMO = ri.load_recipe("demo")
SAMPLE = ri.Sample(name="a", size=(160, 224), gt=[[20.0, 20, 90, 120], [100, 30, 180, 70]])


def recorded(recipe=DEMO):
    """Return the outputs of a trainer under ``recipe``, the picture at the top left of 320 x 448 px."""
    count = DEMO.grid((320, 448)).size
    return Prediction(
        objectness=np.zeros(count, np.float32),
        deltas=np.zeros((count, 4), np.float32),
        network_size=(320, 448),
        padded_size=(320, 448),
        gt=2 * SAMPLE.gt.astype(np.float32),
        sampled_positive=np.array([7]),
        sampled_negative=np.array([8, 9]),
        loss_objectness=0.5,
        loss_box=0.25,
        recipe=recipe,
    )


def edited(**tables):
    return DEMO.with_tables(tables)


@pytest.mark.parametrize("name", ["yolov5s", "yolov3-416", "yolov3-416-darknet"])
def test_numbers_of_another_meaning_are_refused(name):
    other = ri.load_recipe(name)
    with pytest.raises(BadPredictions, match=rf"outputs of recipe demo \(objectness bce, .*, wanted of recipe {name} "):
        ri.inspect(SAMPLE, other, recorded())


def test_under_their_own_recipe_sample_and_losses_are_the_trainers():
    for recipe in (DEMO, None):
        found = ri.inspect(SAMPLE, DEMO, recorded(recipe))
        assert found.sampled_positive.tolist() == [7]
        assert found.prediction.loss_objectness == 0.5
        assert "other_recipe" not in {warning.kind for warning in found.warnings}


@pytest.mark.parametrize(
    ("tables", "sample", "losses", "words"),
    [
        ({"proposals": {"nms": 0.5}}, True, True, ""),
        ({"resize": {"short": 640, "long": 896}}, True, True, ""),
        ({"loss": {"box_weight": 2.0}}, True, False, "which differs in loss: the trainer's losses are left out"),
        (
            {"matcher": {"positive": 0.6}},
            False,
            False,
            "which differs in matcher: the trainer's mini-batch and losses are left out",
        ),
        ({"sampler": {"rule": "all"}}, False, False, "which differs in sampler: the trainer's mini-batch and losses"),
        (
            {"anchors": {"sizes": [[24.0], [40.0], [80.0]]}},
            False,
            False,
            "which differs in anchors: boxes decoded here are not that network's; the trainer's mini-batch and losses",
        ),
    ],
)
def test_what_belongs_to_another_recipe_is_left_away_and_said(tables, sample, losses, words):
    found = ri.inspect(SAMPLE, edited(**tables), recorded())
    assert (found.prediction.sampled_positive is not None) == sample
    assert (found.prediction.loss_objectness, found.prediction.loss_box) == ((0.5, 0.25) if losses else (None, None))
    said = [warning.text for warning in found.warnings if warning.kind == "other_recipe"]
    assert len(said) == bool(words)
    assert all(text.startswith("the outputs were recorded under recipe demo, ") and words in text for text in said)
    assert not [warning for warning in found.warnings if warning.kind == "other_labels" and not sample]


def test_the_picture_stands_where_the_outputs_own_recipe_puts_it():
    centred = edited(resize={"rule": "letterbox", "position": "centre", "size": [448, 448]})
    small = dataclasses.replace(recorded(), network_size=(320, 426))
    sample = ri.Sample(name="a", size=(160, 213), gt=SAMPLE.gt)
    found = ri.inspect(sample, centred, small)
    assert (found.frame.offset, found.frame.crop) == ((0, 0), (0, 0))
    assert np.array_equal(found.gt, ri.inspect(sample, DEMO, small).gt)
    said = [warning.text for warning in found.warnings if warning.kind == "frame_recorded"]
    assert said == [
        "the network saw this picture as 426 x 320 px at x 0, y 0 of its input, recipe demo says 448 x 336 px; anchors "
        "and boxes are shown in the network's input"
    ]


def test_a_dump_brings_the_recipe_it_names(tmp_path):
    path = ri.save_dump(tmp_path / "d.rpn", {"a": recorded()}, "demo")
    read = ri.open_predictions(path)
    assert read["a"].recipe == DEMO
    unknown = ri.save_dump(tmp_path / "e.rpn", {"a": recorded()}, "no such recipe")
    assert ri.open_predictions(unknown)["a"].recipe is None


def test_a_flat_dump_of_an_input_that_is_no_square_has_its_own_cells():
    """SSD of torchvision at 340 x 300 px: 38 x 43 cells, 19 x 21, ...: halved and rounded up by the network."""
    recipe = ri.load_recipe("ssd300-torchvision").with_tables({"resize": {"size": [300, 340]}})
    sample = ri.Sample(name="a", size=(480, 640), gt=np.array([[80.0, 90, 300, 310]]))
    shapes = ((38, 43), (19, 21), (10, 11), (5, 6), (3, 4), (1, 2))
    count = sum(h * w * a for (h, w), a in zip(shapes, (4, 6, 6, 6, 4, 4), strict=True))
    outputs = ri.Prediction(
        objectness=np.zeros((count, 3), np.float32), deltas=np.zeros((count, 4), np.float32), level_shapes=shapes,
        network_size=(300, 340), padded_size=(300, 340),
    )  # fmt: skip
    found = ri.inspect(sample, recipe, outputs)
    assert count == found.grid.size == 9826
    assert tuple(level.shape for level in found.grid.levels) == shapes
    assert found.loss is not None
