"""Landmarks of faces: in the sample, in network px, as targets, decoded, in the loss, in a dump."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.batch_losses import batch_of
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.frame import Frame
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.landmarks import network_landmarks
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import DumpWriter, open_predictions
from rpn_inspector.notebook.picture import to_image

RECIPE = load_recipe("retinaface-mobilenet").with_tables({"resize": {"size": [160, 160]}})
POINTS = [20.0, 30, 44, 30, 32, 44, 22, 58, 42, 58]
NONE = [np.nan] * 10
FACES = Sample(
    "a", (80, 160), gt=np.array([[8.0, 10, 56, 70], [90, 20, 140, 66]]), gt_landmarks=np.array([POINTS, NONE])
)


@pytest.fixture(scope="module")
def shown():
    count = inspect(FACES, RECIPE).grid.size
    draw = np.random.default_rng(1)
    logits, deltas, points = (draw.normal(size=(count, columns)).astype(np.float32) for columns in (2, 4, 10))
    return inspect(FACES, RECIPE, Prediction(objectness=logits, deltas=deltas, heads={"landmarks": points}))


def test_points_follow_the_picture_into_the_network(shown):
    # 80 x 160 stretched to 160 x 160: y doubles
    np.testing.assert_array_equal(shown.landmarks[0], doubled(POINTS))
    assert np.isnan(shown.landmarks[1]).all()


def by_the_trainer(points, width, mirrored):
    """Return points (5, 2) as Pytorch_Retinaface's _mirror puts them in a picture of ``width`` px."""
    found = [list(point) for point in points]
    if mirrored:
        found = [[width - x, y] for x, y in found]
        found[0], found[1], found[3], found[4] = found[1], found[0], found[4], found[3]
    return np.array(found).reshape(-1)


@pytest.mark.parametrize("mirrored", [False, True])
def test_left_and_right_change_places_in_a_mirrored_picture(mirrored):
    frame = Frame((80, 160), (80, 160), (80, 160), (1.0, 1.0), clip_boxes=True, mirrored=(mirrored, False))
    outside = [-5.0, *POINTS[1:]]  # no crop, no clipping of points
    wanted = [by_the_trainer(np.reshape(points, (5, 2)), 160, mirrored) for points in (POINTS, outside)]
    np.testing.assert_array_equal(network_landmarks(np.array([POINTS, outside]), frame), wanted)


def test_a_crop_clips_points():
    frame = Frame((80, 160), (30, 30), (30, 30), (1.0, 1.0), crop=(15.0, 29.0), mirrored=(True, False))
    cut = np.clip(np.reshape(POINTS, (5, 2)) - [15, 29], 0, 30)
    np.testing.assert_array_equal(network_landmarks(np.array([POINTS]), frame), [by_the_trainer(cut, 30, True)])


def doubled(points):
    return np.array([[x, 2 * y] for x, y in zip(points[::2], points[1::2], strict=True)]).reshape(-1)


def by_hand(shown, anchor, owner):
    """Return the targets of an anchor's points: (point - centre) / (0.1 side), in plain double."""
    x1, y1, x2, y2 = shown.anchors([anchor])[0].astype(float)
    points = doubled(shown.sample.gt_landmarks[owner]).reshape(5, 2)
    return ((points - [(x1 + x2) / 2, (y1 + y2) / 2]) / [0.1 * (x2 - x1), 0.1 * (y2 - y1)]).reshape(-1)


def test_the_loss_is_that_of_the_positives_whose_face_has_points(shown):
    owners = shown.assignment.gt[shown.sampled_positive]
    assert set(owners.tolist()) == {0, 1}
    faces = shown.sampled_positive[owners == 0]
    apart = np.abs(np.concatenate([shown.heads["landmarks"][a] - by_hand(shown, a, 0) for a in faces]))
    wanted = np.where(apart < 1, 0.5 * apart**2, apart - 0.5).sum() / len(faces)
    term = shown.loss.more["landmarks"]
    assert term.value == pytest.approx(wanted, rel=1e-5)
    assert (term.rows.tolist(), term.normaliser) == (faces.tolist(), len(faces))
    assert shown.loss.total == pytest.approx(shown.loss.box + shown.loss.objectness + term.value)


def test_an_anchors_points_are_explained_one_by_one(shown):
    anchor = int(shown.sampled_positive[shown.assignment.gt[shown.sampled_positive] == 0][0])
    facts = shown.explain(anchor)
    wanted, said = by_hand(shown, anchor, 0), shown.heads["landmarks"][anchor].astype(float)
    x1, y1, x2, y2 = shown.anchors([anchor])[0].astype(float)
    places = np.array([(x1 + x2) / 2, (y1 + y2) / 2] * 5) + 0.1 * said * np.array([x2 - x1, y2 - y1] * 5)
    assert [str(row.name) for row in facts.landmarks.rows[:3]] == ["1 x", "1 y", "2 x"]
    for k, row in enumerate(facts.landmarks.rows):
        t_star, t, cost, place = row.cells
        apart = t - t_star
        assert (t_star, t, place) == pytest.approx((wanted[k], said[k], places[k]), rel=1e-4, abs=1e-4)
        assert cost == pytest.approx(0.5 * apart**2 if abs(apart) < 1 else abs(apart) - 0.5)
    costs = sum(row.cells[2] for row in facts.landmarks.rows)
    assert facts.further["landmarks"] == pytest.approx((costs, shown.loss.more["landmarks"].normaliser))


def test_a_face_without_points_has_a_prediction_and_no_target(shown):
    anchor = int(shown.sampled_positive[shown.assignment.gt[shown.sampled_positive] == 1][0])
    facts = shown.explain(anchor)
    assert {row.cells[0] for row in facts.landmarks.rows} == {None}
    assert facts.landmarks.rows[0].cells[1] is not None
    assert "landmarks" not in facts.further
    assert "no annotated landmarks" in str(facts.landmarks.note)


def test_json_has_the_points_that_are_there(shown):
    one, two = summarise(shown)["ground_truth"]
    assert one["landmarks"] == POINTS
    assert "landmarks" not in two


def test_a_dump_keeps_them(shown, tmp_path):
    with DumpWriter(tmp_path / "d", None, recipe_toml=RECIPE.to_toml()) as writer:
        writer.add("a", shown.prediction)
    again = inspect(FACES, RECIPE, open_predictions(tmp_path / "d")["a"])
    assert again.loss.more["landmarks"].value == shown.loss.more["landmarks"].value


@pytest.mark.parametrize("points", [[[1.0, 2]], [[1.0, 2, 3]] * 2, [[np.inf, 1]] * 2])
def test_points_that_do_not_fit_are_refused(points):
    with pytest.raises(InspectorError, match="gt_landmarks"):
        Sample("a", (80, 160), gt=FACES.gt, gt_landmarks=np.array(points))


def test_of_a_batch_the_positives_with_points_of_all_pictures_divide(shown):
    """As Pytorch_Retinaface's ``loss_landm``: summed over the batch, over its positives whose face has landmarks."""
    other = inspect(dataclasses.replace(FACES, gt_landmarks=np.array([NONE, POINTS])), RECIPE, shown.prediction)
    terms = [one.loss.more["landmarks"] for one in (shown, other)]
    found = batch_of(RECIPE, [(one.grid, one.loss) for one in (shown, other)])
    counts = [len(term.rows) for term in terms]
    wanted = sum(term.value * count for term, count in zip(terms, counts, strict=True)) / sum(counts)
    assert found.more["landmarks"] == pytest.approx(wanted)
    assert sum(counts) != len(shown.loss.box_per_coordinate) + len(other.loss.box_per_coordinate)


def test_predicted_points_are_those_of_the_anchors_table(shown):
    anchor = int(shown.sampled_positive[0])
    cells = [row.cells[3] for row in shown.explain(anchor).landmarks.rows]
    np.testing.assert_allclose(shown.predicted_landmarks([anchor])[0], cells, rtol=1e-6)
    assert inspect(FACES, RECIPE).predicted_landmarks([anchor]) is None


def test_a_picture_shows_annotated_and_predicted_points(shown):
    plain, truth, said = (to_image(shown, layers) for layers in ([], ["truth"], ["truth", "prediction"]))
    for x, y in np.reshape(POINTS, (5, 2)).astype(int):
        assert (truth[y, x] == 255).all()
        assert (plain[y, x] != 255).all()
    points = shown.to_original(np.tile(shown.predicted_landmarks(shown.positive).reshape(-1, 2), 2))[:, :2]
    inside = points[((points > 4) & (points < [155, 75])).all(1)].round().astype(int)
    assert len(inside)
    assert (said[inside[:, 1], inside[:, 0]] != plain[inside[:, 1], inside[:, 0]]).any(1).all()


def test_another_recipe_says_nothing_of_points():
    assert inspect(FACES, load_recipe("torchvision-fpn")).explain(0).landmarks.rows == ()
