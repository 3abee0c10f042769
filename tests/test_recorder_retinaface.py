"""RetinaFace's recorder, on objects that behave as Pytorch_Retinaface's own, without any framework."""

from types import SimpleNamespace

import numpy as np
import pytest

from rpn_inspector.core.errors import BadRecipe, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.recorders import retinaface
from rpn_inspector.session.open_request import recipe_of
from rpn_inspector.translate.retinaface_model import translate_settings
from tests.test_recorders import Module, Tensor

SIDE = 64
CFG = {"min_sizes": [[10, 20], [30, 40], [50, 60]], "steps": [8, 16, 32], "variance": [0.1, 0.2], "clip": False,
       "loc_weight": 1.5, "image_size": SIDE}  # fmt: skip
COUNT = 2 * (64 + 16 + 4)  # two squares a cell


class Retina(Module):
    """Boxes (n, N, 4), scores (n, N, 2) and landmarks (n, N, 10); of phase test probabilities."""

    ClassHead = BboxHead = LandmarkHead = None
    phase = "train"

    def forward(self, pictures):
        made = np.random.default_rng(4).normal(size=(pictures.shape[0], COUNT, 16)).astype(np.float32)
        scores = made[..., 4:6]
        if self.phase == "test":
            scores = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
        return Tensor(made[..., :4]), Tensor(scores), Tensor(made[..., 6:])


class Loss(Module):
    threshold, negpos_ratio, variance = 0.4, 5, (0.1, 0.2)

    def forward(self, outputs, priors, targets):
        return Tensor(0.5), Tensor(0.25), Tensor(0.125)


PICTURES = Tensor(np.zeros((2, 3, SIDE, SIDE)))
POINTS = [0.2, 0.2, 0.4, 0.2, 0.3, 0.3, 0.2, 0.4, 0.4, 0.4]
TARGETS = [
    Tensor([[0.125, 0.125, 0.5, 0.5, *POINTS, 1], [0.5, 0.25, 0.75, 0.75, *[-1] * 10, -1]]),
    Tensor([[0.25, 0.25, 0.5, 0.75, *[-1] * 10, -1]]),
]
ORIGINAL = (128, 64)  # h, w px, stretched to the input


def sample():
    points = np.array([np.multiply(POINTS, [64, 128] * 5), [np.nan] * 10])
    return Sample(
        "a.jpg", ORIGINAL, gt=np.array([[8.0, 16, 32, 64], [32, 32, 48, 96]]), gt_landmarks=points, classes=("face",)
    )


def test_outputs_faces_and_the_three_losses_are_recorded(tmp_path):
    model, loss = Retina(), Loss()
    before = model.state(), loss.state()
    with retinaface.record(model, tmp_path / "d", CFG, loss) as recording:
        recording.name("a.jpg", "b.jpg")
        loss(model(PICTURES), None, TARGETS)
    assert (model.state(), loss.state()) == before
    read = open_predictions(tmp_path / "d")
    one = read["a.jpg"]
    assert (one.loss_box, one.loss_objectness, one.loss_more) == (0.75, 0.25, {"landmarks": 0.125})
    assert (one.mode, one.batch, read.producer) == ("train", ("a.jpg", "b.jpg"), "Pytorch_Retinaface")
    np.testing.assert_array_equal(one.gt, [[8, 8, 32, 32], [32, 16, 48, 48]])
    boxes, scores, points = (part.values[0] for part in Retina().forward(PICTURES))
    np.testing.assert_array_equal(one.deltas, boxes)
    np.testing.assert_array_equal(one.objectness, scores)
    np.testing.assert_array_equal(one.heads["landmarks"], points)


def test_the_dump_opens_with_its_own_recipe_and_has_a_loss_of_landmarks(tmp_path):
    loss, model = Loss(), Retina()
    with retinaface.record(model, tmp_path / "d", CFG, loss) as recording:
        recording.name("a.jpg", "b.jpg")
        loss(model(PICTURES), None, TARGETS)
    read = open_predictions(tmp_path / "d")
    found = inspect(sample(), recipe_of(read), read["a.jpg"])
    assert found.grid.size == COUNT
    np.testing.assert_allclose(found.landmarks[0], np.multiply(POINTS, 64), rtol=1e-6)
    assert found.loss.more["landmarks"].value > 0


def test_at_rest_the_scores_are_logits_again(tmp_path):
    model = Retina()
    model.phase, model.training = "test", False
    with retinaface.record(model, tmp_path / "d", CFG) as recording:
        recording.name("a.jpg", "b.jpg")
        model(PICTURES)
    read = open_predictions(tmp_path / "d")
    one = read["a.jpg"]
    probabilities = model.forward(PICTURES)[1].values[0]
    np.testing.assert_allclose(np.exp(one.objectness), probabilities, rtol=1e-6)
    assert (one.mode, one.loss_box, one.gt) == ("eval", None, None)
    found = inspect(sample(), recipe_of(read), one)
    np.testing.assert_allclose(found.objectness(), probabilities[:, 1], rtol=1e-5)


def test_the_recipe_has_the_settings_and_the_losss_thresholds():
    recipe = translate_settings(CFG, Loss()).recipe
    assert (recipe.anchors.sizes, recipe.anchors.strides) == (((10, 20), (30, 40), (50, 60)), (8, 16, 32))
    assert (recipe.matcher.positive, recipe.matcher.negative, recipe.sampler.negatives_per_positive) == (0.4, 0.4, 5)
    assert (recipe.resize.size, recipe.loss.box_weight, recipe.coder.stds) == ((64, 64), 1.5, (0.1, 0.1, 0.2, 0.2))
    plain = translate_settings({})
    assert (plain.recipe.matcher.positive, plain.recipe.resize.size) == (0.35, (640, 640))
    clipped = translate_settings(CFG | {"clip": True})
    assert any("not clipped here" in each.reason for each in clipped.left)
    with pytest.raises(BadRecipe, match="image_size"):
        translate_settings({"image_size": "large"})


def test_another_model_is_refused_before_the_training(tmp_path):
    with pytest.raises(InspectorError, match="has no ClassHead, BboxHead, LandmarkHead"):
        retinaface.record(SimpleNamespace(), tmp_path / "d", CFG)
