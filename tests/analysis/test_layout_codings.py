"""How deltas are coded: found where a regression tells, doubted where it does not, and never named wrongly."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rpn_inspector.analysis.layout.diagnosis import diagnose, misfit
from rpn_inspector.analysis.layout.doubts import ORDERLY
from rpn_inspector.analysis.layout.hypothesis import Hypothesis
from rpn_inspector.analysis.layout.reread import Checkup, Reread, check_up
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import sigmoid, softmax
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump

DEMO = load_recipe("demo")
NAMES = ("street_01_mixed.jpg", "street_03_overlapping.jpg", "street_05_cut_off.jpg", "street_08_mixed.jpg")
ORDERS = {"": [0, 1, 2, 3], "yxhw": [1, 0, 3, 2], "whxy": [2, 3, 0, 1], "hwyx": [3, 2, 1, 0]}


def parts(anchors, boxes):
    """Centre shift over the anchor's sides, and the ratio of sides, (n, 2) each."""
    sides = anchors[:, 2:] - anchors[:, :2]
    centres = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / 2
    return centres / sides, (boxes[:, 2:] - boxes[:, :2]) / sides, sides


def shift(anchors, boxes):
    move, ratio, _ = parts(anchors, boxes)
    return np.concatenate([move, np.log(ratio)], 1)


def corners(anchors, boxes):
    sides = anchors[:, 2:] - anchors[:, :2]
    return (boxes - anchors) / np.concatenate([sides, sides], 1)


def linear(anchors, boxes):
    move, ratio, _ = parts(anchors, boxes)
    return np.concatenate([move, ratio], 1)


def linear_less_one(anchors, boxes):
    return linear(anchors, boxes) - [0, 0, 1, 1]


CODINGS = {"recipe": shift, "corners": corners, "sides": linear, "sides_less_one": linear_less_one}


def in_px(anchors, boxes):
    move, ratio, sides = parts(anchors, boxes)
    return np.concatenate([move * sides, np.log(ratio)], 1)


def distances(anchors, boxes):
    centre = (anchors[:, :2] + anchors[:, 2:]) / 2
    return np.concatenate([centre - boxes[:, :2], boxes[:, 2:] - centre], 1) / 8


def crossed(anchors, boxes):
    t = shift(anchors, boxes)
    return np.concatenate([t[:, :2] + 0.7 * t[:, 2:], t[:, 2:]], 1)


def leftward(anchors, boxes):
    return shift(anchors, boxes) * [-1, -1, 1, 1]


def offset(anchors, boxes):
    return 5 * shift(anchors, boxes) + [1, 1, 1, 1]


UNKNOWN = (in_px, distances, crossed, leftward, offset)


def street(seed, count=14):
    generator = np.random.default_rng(seed)
    sides = np.exp(generator.uniform(np.log(16), np.log(110), (count, 2)))
    corner = generator.uniform(0, 1, (count, 2)) * (np.array([448, 320]) - sides)
    return Sample(f"{seed}.jpg", (320, 448), gt=np.concatenate([corner, corner + sides], 1))


def said(sample, recipe, code, noise, seed):
    """Return outputs of a network that codes boxes by ``code``, right but for noise of so much of an anchor's side."""
    plain = inspect(sample, recipe)
    generator = np.random.default_rng(seed)
    anchors = plain.grid.all_boxes().astype(float)
    boxes = anchors + generator.normal(0, 0.05, anchors.shape)
    boxes[plain.positive] = plain.gt[plain.assignment.gt[plain.positive]]
    sides = anchors[:, 2:] - anchors[:, :2]
    boxes += generator.normal(0, noise, anchors.shape) * np.concatenate([sides, sides], 1)
    logits = generator.normal(-4, 1, plain.grid.size)
    logits[plain.positive] += 7
    return Prediction(logits.astype(np.float32), code(anchors, boxes).astype(np.float32), source="made")


@settings(max_examples=10)
@given(
    coding=st.sampled_from(list(CODINGS)),
    order=st.sampled_from(list(ORDERS)),
    scale=st.one_of(st.sampled_from([1.0, 2.0, 5.0, 10.0]), st.floats(0.3, 30).map(lambda value: round(value, 2))),
    ratio=st.sampled_from([1.0, 2.0, 0.5, 3.0]),
    own=st.sampled_from([(1.0, 1.0, 1.0, 1.0), (10.0, 10.0, 5.0, 5.0)]),
    seed=st.integers(0, 1 << 16),
)
def test_any_coding_with_any_factors_is_named_with_its_factors(coding, order, scale, ratio, own, seed):
    recipe = replace(DEMO, coder=replace(DEMO.coder, weights=own))
    weights = scale * np.array([ratio, ratio, 1, 1])
    factors = weights if coding != "corners" else np.full(4, scale)

    def code(anchors, boxes):
        return (CODINGS[coding](anchors, boxes) * factors)[:, ORDERS[order]]

    pairs = [(sample, said(sample, recipe, code, 0.004, seed)) for sample in (street(seed), street(seed + 1))]
    found = diagnose(pairs, recipe)
    best = found.best.hypothesis
    assert found.clear, found.verdict
    assert (best.coding, best.coordinates, best.boxes) == (coding, order, "deltas"), found.verdict
    np.testing.assert_allclose(own if best.weights is None else best.weights, factors, rtol=0.03)


@pytest.mark.parametrize("code", UNKNOWN)
@pytest.mark.parametrize("noise", [0.004, 0.05])
def test_a_coding_that_is_not_known_is_doubted(code, noise):
    found = diagnose([(sample, said(sample, DEMO, code, noise, 1)) for sample in (street(0), street(1))], DEMO)
    assert not found.clear, found.verdict
    assert found.verdict.startswith("doubtful: ")


def answers(code, noise, seed, pictures, recipe=DEMO):
    """Return demo pictures with outputs of a network that answers ``code`` right but for noise on each number."""
    dataset, generator = open_dataset(resource("demo")), np.random.default_rng(seed)
    found = []
    for index in range(pictures):
        plain = inspect(dataset[index], recipe)
        anchors = plain.grid.all_boxes().astype(float)
        boxes = anchors.copy()
        boxes[plain.positive] = plain.gt[plain.assignment.gt[plain.positive]]
        numbers = code(anchors, boxes) + generator.normal(0, noise, anchors.shape)
        logits = generator.normal(-4, 1, plain.grid.size)
        logits[plain.positive] += 7
        found.append((dataset[index], Prediction(logits.astype(np.float32), numbers.astype(np.float32))))
    return found


def test_linear_sides_behind_noise_are_never_called_the_recipes():
    assert diagnose(answers(shift, 0.15, 2, 2), DEMO).verdict.startswith("clear: as the recipe says")
    found = diagnose(answers(linear_less_one, 0.15, 2, 2), DEMO)
    assert not found.clear
    assert "w / w of the anchor - 1, explains the deltas better" in found.verdict


def test_two_means_off_together_are_doubted_behind_noise():
    deviations = (0.1, 0.1, 0.2, 0.2)
    recipe = replace(DEMO, coder=replace(DEMO.coder, stds=deviations))

    def with_means(anchors, boxes):
        return (shift(anchors, boxes) - [0, 0, 0.2, 0.2]) / deviations

    right = answers(lambda anchors, boxes: shift(anchors, boxes) / deviations, 1.0, 0, 1, recipe)
    assert diagnose(right, recipe).clear
    assert "number is off by -0.2" in diagnose(answers(with_means, 1.0, 0, 1, recipe), recipe).verdict


@pytest.fixture(scope="module")
def late():
    """The demo's trained network on four pictures: (sample, inspection, anchors, decoded boxes)."""
    dataset, dump = open_dataset(resource("demo")), open_predictions(resource("demo", "predictions", "late.rpn"))
    found = []
    for name in NAMES:
        sample = dataset[dataset.find(name)]
        result = inspect(sample, DEMO, dump[name])
        everything = np.arange(result.grid.size)
        found.append((sample, result, result.grid.boxes(everything).astype(float), result.predicted(everything)))
    return found


def recoded(late, code):
    return [
        (
            sample,
            Prediction(
                result.logits,
                code(anchors, boxes.astype(float)).astype(np.float32),
                network_size=result.network_size,
                padded_size=result.padded_size,
            ),
        )
        for sample, result, anchors, boxes in late
    ]


def test_a_trained_network_whose_recorded_boxes_are_none_is_judged(late):
    none = [
        (sample, replace(prediction, gt=np.zeros((0, 4), np.float32))) for sample, prediction in recoded(late, shift)
    ]
    found = diagnose(none[:1], DEMO)
    assert not found.clear
    assert [(fit.recall, fit.mean_iou) for fit in found.fits] == [(0.0, 0.0)] * len(found.fits)
    assert misfit(none[0][1], none[0][0], DEMO) is None
    mixed = diagnose([none[0], *recoded(late, shift)[1:3]], DEMO)
    assert mixed.best.words == "as the recipe says"
    assert mixed.best.recall > 0.9


def times(code, *factors):
    return lambda anchors, boxes: code(anchors, boxes) * factors


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (shift, "as the recipe says"),
        (times(shift, 2, 2, 2, 2), "deltas bear weights 2, 2, 2, 2"),
        (times(shift, 5, 5, 5, 5), "deltas bear weights 5, 5, 5, 5"),
        (times(shift, 10, 10, 5, 5), "deltas bear weights 10, 10, 5, 5"),
        (times(shift, 20, 20, 10, 10), "deltas bear weights 20, 20, 10, 10"),
        (times(corners, 5, 5, 5, 5), "corners coded one by one, (x1 - x1 of the anchor) / its width and so on; deltas"),
        (times(linear, 5, 5, 5, 5), "sides coded without a logarithm, w / w of the anchor; deltas bear weights 5"),
    ],
)
def test_a_trained_networks_deltas_are_named(late, code, words):
    found = diagnose(recoded(late, code), DEMO)
    assert found.verdict.startswith(f"clear: {words}"), found.verdict
    assert found.as_recipe.mean_iou <= found.best.mean_iou


def test_factors_that_change_from_anchor_to_anchor_are_no_weights():
    """Half of the positives answer eight times as much: no reading has boxes as good as the recipe's."""
    dataset, generator, pairs = open_dataset(resource("demo")), np.random.default_rng(5), []
    for index in range(8):
        plain = inspect(dataset[index], DEMO)
        t = generator.normal(0, 0.3, (plain.grid.size, 4))
        factors = generator.choice([1, 8], (len(plain.positive), 1))
        t[plain.positive] = plain.t_star * factors + generator.normal(0, 0.03, plain.t_star.shape)
        logits = np.where(plain.assignment.label == 1, 4, -6).astype(np.float32)
        pairs.append((dataset[index], Prediction(logits, t.astype(np.float32))))
    found = diagnose(pairs, DEMO)
    assert not found.clear, found.verdict
    assert "as the recipe reads them" in found.verdict
    assert found.best.mean_iou < found.as_recipe.mean_iou


@pytest.mark.parametrize("factor", [0.4, 3, 4, 6, 7, 9, 12])
def test_a_factor_of_no_library_is_never_taken_for_one(late, factor):
    found = diagnose(recoded(late, times(shift, *[factor] * 4)), DEMO)
    assert not found.clear or np.allclose(found.best.hypothesis.weights, factor, rtol=0.1), found.verdict


@pytest.mark.parametrize("code", UNKNOWN)
def test_a_trained_network_of_another_coding_is_doubted(late, code):
    assert not diagnose(recoded(late, code), DEMO).clear


def small(name):
    """Return a recipe of classes with a picture of few anchors."""
    recipe = load_recipe(name)
    fewer = {"short": 256, "long": 400} if name.startswith("retinanet") else {}
    return replace(recipe, resize=replace(recipe.resize, **fewer))


def heads(recipe, columns, seed=0, count=12):
    """Return pictures and outputs of a network with classes, (N, columns), right but for noise."""
    found = []
    for sample in (street(seed, count), street(seed + 1, count)):
        sample = replace(sample, gt_class=np.zeros(count, np.int64))
        plain = inspect(sample, recipe)
        generator = np.random.default_rng(seed)
        logits = generator.normal(-5, 0.5, (plain.grid.size, columns))
        deltas = generator.normal(0, 0.05, (plain.grid.size, 4))
        first = 1 if recipe.loss.objectness == "cross_entropy" else 0
        logits[:, 0] += 9 * first
        logits[plain.positive, 0] = 3 - 6 * first
        logits[plain.positive, 1] = 3
        target = recipe.coder.raw_of(plain.t_star.astype(np.float64), 0.01)
        deltas[plain.positive] = target + generator.normal(0, 0.02, plain.t_star.shape)
        found.append((sample, Prediction(logits.astype(np.float32), deltas.astype(np.float32), source="made")))
    return found


def changed(pairs, change):
    return [(sample, change(prediction)) for sample, prediction in pairs]


@pytest.mark.parametrize("name", ["retinanet-torchvision", "ssd300-torchvision", "yolov3-416"])
def test_heads_of_classes_are_looked_at_as_well(name):
    recipe = small(name)
    right = heads(recipe, 4)
    found = diagnose(right, recipe)
    assert found.best.words == "as the recipe says"
    assert [misfit(prediction, sample, recipe) for sample, prediction in right] == [None, None]
    wrong = changed(right, lambda p: replace(p, deltas=p.deltas[:, [1, 0, 3, 2]]))
    assert diagnose(wrong, recipe).best.hypothesis.coordinates == "yxhw"
    likely = softmax if name.startswith("ssd") else sigmoid
    probable = changed(right, lambda p: replace(p, objectness=likely(p.objectness).astype(np.float32)))
    found = diagnose(probable, recipe).best.hypothesis
    assert found.probabilities
    for sample, prediction in probable:
        assert misfit(prediction, sample, recipe).startswith("all scores lie from 0 to 1: probabilities")
    for (sample, before), (_, after) in zip(right, probable, strict=True):
        back = found.apply(after, sample.size).objectness
        logits = before.objectness.astype(float)
        wanted = logits - np.log(np.exp(logits).sum(1, keepdims=True)) if name.startswith("ssd") else logits
        np.testing.assert_allclose(back, wanted, atol=1e-2)


def test_outputs_that_are_corners_are_looked_at_in_their_one_order():
    recipe = small("retinanet-keras")
    sample, prediction = heads(recipe, 4)[0]
    assert misfit(prediction, sample, recipe) is None
    assert diagnose([(sample, prediction)], recipe).best.words == "as the recipe says"


def test_a_background_column_is_told_wherever_the_recipe_does_not_have_it():
    recipe = small("retinanet-torchvision")
    without = heads(recipe, 3)
    for place in ("first", "last"):

        def with_background(p, place=place):
            background = np.full((len(p.objectness), 1), 4, np.float32)
            stacked = [background, p.objectness] if place == "first" else [p.objectness, background]
            return replace(p, objectness=np.concatenate(stacked, 1))

        for sample, prediction in changed(without, with_background):
            assert misfit(prediction, sample, recipe).endswith(f"as a background's: background {place}")
        surer = changed(without, lambda p: replace(p, objectness=p.objectness + 4 * (p.objectness > 0)))
        found = diagnose(changed(surer, with_background), recipe)
        assert found.verdict.startswith("doubtful: as the recipe says, but the")
        assert found.verdict.endswith(f"as a background's: background {place}")
    softmaxed = load_recipe("ssd300-torchvision")
    right = heads(softmaxed, 4)
    turned = changed(right, lambda p: replace(p, objectness=np.roll(p.objectness, -1, 1)))
    for sample, prediction in turned:
        assert (
            misfit(prediction, sample, softmaxed) == "the last column is the surest on the background: background last"
        )
    assert diagnose(turned, softmaxed).best.hypothesis.background_last
    # as wild as float32 allows, of which no two can be added
    wild = changed(turned, lambda p: replace(p, objectness=np.float32(3e38) * np.sign(p.objectness)))
    assert misfit(wild[0][1], wild[0][0], softmaxed).endswith("background last")
    inner = changed(right, lambda p: replace(p, objectness=np.roll(p.objectness, 1, 1)))
    assert misfit(inner[0][1], inner[0][0], softmaxed) == (
        "column 1 is the surest on the background: wanted in column 0"
    )


def cells(late, change, scores, deltas):
    """Return the demo's outputs with ``change`` made to the axes H, W, A of scores, of deltas, or of both."""
    found = []
    for (sample, result, _, _), (_, prediction) in zip(late, recoded(late, shift), strict=True):
        logits, numbers = prediction.objectness.copy(), prediction.deltas.copy()
        for level in result.grid.levels:
            rows, shape = slice(level.offset, level.offset + level.count), (*level.shape, len(level.base))
            logits[rows] = change(logits[rows].reshape(shape)).reshape(-1) if scores else logits[rows]
            numbers[rows] = change(numbers[rows].reshape(*shape, 4)).reshape(-1, 4) if deltas else numbers[rows]
        found.append((sample, replace(prediction, objectness=logits, deltas=numbers)))
    return found


@pytest.fixture(scope="module")
def weak():
    """The demo's network on ten pictures, with noise in its scores: inspections, and outputs without levels."""
    dataset, dump = open_dataset(resource("demo")), open_predictions(resource("demo", "predictions", "late.rpn"))
    generator = np.random.default_rng(2)
    found = []
    for sample in (each for each in dataset if each.name in dump):
        result = inspect(sample, DEMO, dump[sample.name])
        noisy = (result.logits + generator.normal(0, 15, result.logits.shape)).astype(np.float32)
        sizes = {"network_size": result.network_size, "padded_size": result.padded_size}
        found.append((result, Prediction(noisy, result.deltas, **sizes)))
    return found


@pytest.mark.parametrize(
    ("change", "clear"),
    [
        (lambda a: a, True), (lambda a: a[:, ::-1], False), (lambda a: np.roll(a, 1, 0), False),
        (lambda a: np.roll(a, 1, 2), False),
    ],
    ids=["as it is", "mirrored", "a row lower", "anchors rolled"],
)  # fmt: skip
def test_a_weak_network_is_clear_where_its_scores_fit_their_own_place_best(weak, change, clear):
    pairs = []
    for result, prediction in weak:
        moved = prediction.objectness.copy()
        for level in result.grid.levels:
            rows, shape = slice(level.offset, level.offset + level.count), (*level.shape, len(level.base))
            moved[rows] = change(moved[rows].reshape(shape)).reshape(-1)
        pairs.append((result.sample, replace(prediction, objectness=moved)))
    found = diagnose(pairs, DEMO, len(pairs))
    assert found.clear == clear, found.verdict
    assert not clear or 0.75 < found.best.ranking < ORDERLY


def test_the_scores_of_other_pictures_are_doubted_however_many_objects_they_find(weak):
    pairs = [
        (one.sample, replace(own, objectness=other.logits))
        for (one, own), (other, _) in zip(weak, weak[1:] + weak[:1], strict=True)
        if one.padded_size == other.padded_size
    ]
    assert len(pairs) > 5
    assert diagnose(pairs, DEMO, len(pairs)).verdict.startswith("doubtful: ")


@pytest.mark.parametrize(("scores", "deltas"), [(True, False), (False, True), (True, True)])
@pytest.mark.parametrize(
    "change",
    [
        lambda a: a[::-1], lambda a: a[:, ::-1], lambda a: np.roll(a, 1, 0), lambda a: np.roll(a, 1, 1),
        lambda a: np.roll(a, 1, 2), lambda a: a[::-1, ::-1, ::-1],
    ],
    ids=["upside down", "mirrored", "a row lower", "a column further", "anchors rolled", "turned round"],
)  # fmt: skip
def test_an_order_that_is_not_known_is_doubted(late, change, scores, deltas):
    assert not diagnose(cells(late, change, scores, deltas), DEMO).clear


@pytest.fixture
def wide(tmp_path, late):
    """A dump of the demo's network with deltas times 5."""
    outputs = {sample.name: p for sample, p in recoded(late, times(shift, 5, 5, 5, 5))}
    return str(save_dump(tmp_path / "w5.rpn", outputs, "demo"))


def test_the_command_ends_with_1_unless_the_answer_is_clear(wide, tmp_path, late, no_progress, capsys):
    demo = str(resource("demo"))
    assert main(["layout", demo, "-p", wide, "-r", "demo"]) == 0
    assert capsys.readouterr().out.startswith("clear: deltas bear weights 5, 5, 5, 5 (deviations 0.2, 0.2, 0.2, 0.2)")
    assert main(["layout", demo, "-p", wide, "-r", "demo", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["fits"][0]["deviations"] == {"weights": [5, 5, 5, 5]}
    strange = {sample.name: p for sample, p in recoded(late, leftward)}
    dump = save_dump(tmp_path / "strange.rpn", strange, "demo")
    assert main(["layout", demo, "-p", str(dump), "-r", "demo"]) == 1
    assert capsys.readouterr().out.startswith("doubtful: ")


def test_the_command_takes_whatever_predictions_take(tmp_path, no_progress, capsys):
    demo = str(resource("demo"))
    text = resource("demo", "model.toml").read_text("utf-8")
    (tmp_path / "m.toml").write_text(text.replace('"A4,H,W"', '"A4,H,W"\ncolumns = [1, 0, 3, 2]'), "utf-8")
    model = str(resource("demo", "model.onnx"))
    assert main(["layout", demo, "-p", model, "-r", "demo", "--layout", str(tmp_path / "m.toml")]) == 0
    assert capsys.readouterr().out.startswith("clear: coordinates in the order dy, dx, dh, dw")
    record = {"image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40], "score": 0.5}
    (tmp_path / "r.json").write_text(json.dumps([record]), "utf-8")
    assert main(["layout", demo, "-p", str(tmp_path / "r.json"), "-r", "demo"]) == 2
    assert "holds decoded boxes, wanted raw outputs to try layouts" in capsys.readouterr().err


def test_a_running_model_is_checked_and_read_again_under_another_layout(tmp_path):
    dataset = open_dataset(resource("demo"))
    sample = dataset[dataset.find(NAMES[0])]
    text = resource("demo", "model.toml").read_text("utf-8")
    (tmp_path / "m.toml").write_text(text.replace('"A4,H,W"', '"A4,H,W"\ncolumns = [1, 0, 3, 2]'), "utf-8")
    model = open_predictions(resource("demo", "model.onnx"), dataset, tmp_path / "m.toml")
    right = open_predictions(resource("demo", "model.onnx"), dataset).predict(sample, DEMO)
    assert "coordinates in the order dy, dx, dh, dw" in check_up(Checkup(dataset, model, DEMO, sample))
    assert check_up(Checkup(dataset, model, DEMO, sample, right)) is None
    read = Reread(model, Hypothesis(DEMO, coordinates="yxhw"))
    assert (read.live, read.path) == (True, model.path)
    for one, other in zip(read.predict(sample, DEMO).levels_deltas, right.levels_deltas, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-6)
