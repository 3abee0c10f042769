"""The layout doctor: it names every scramble that predictions made from the ground truth are put through."""

import itertools
import json
import tempfile
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.analysis.layout.diagnosis import diagnose, misfit
from rpn_inspector.analysis.layout.evidence import MOST_GT, Case
from rpn_inspector.analysis.layout.hypothesis import Hypothesis, Stored
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadPredictions, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample


def recipe_of(text):
    """Return torchvision's recipe with the fields of some TOML."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "other.toml"
        path.write_text('extends = "torchvision-fpn"\n' + text, encoding="utf-8")
        return load_recipe(path)


FULL = load_recipe("torchvision-fpn")
SMALL = recipe_of("[resize]\nshort = 320\nlong = 640\n")
LEVELS = """[resize]
short = 320
long = 640
[anchors]
names = ["a", "b", "c"]
strides = [8, 16, 32]
stride_rule = "given"
"""
CELLS = recipe_of(LEVELS + "sizes = [[24.0, 40.0], [64.0, 90.0], [128.0, 180.0]]\nratios = [0.5, 1.0, 2.0]\n")
SINGLE = recipe_of(LEVELS + "sizes = [[32.0], [64.0], [128.0]]\nratios = [1.0]\n")


def picture(seed, size=(300, 480), count=14):
    generator = np.random.default_rng(seed)
    sides = np.exp(generator.uniform(np.log(20), np.log(160), (count, 2)))
    corner = generator.uniform(0, 1, (count, 2)) * (np.array(size[::-1]) - sides)
    return Sample(f"{seed}.jpg", size, gt=np.concatenate([corner, corner + sides], 1))


def said(sample, recipe, noise=0.05, seed=0):
    """Return flat outputs of a network that knows t* of the positives but for noise, and scores them high."""
    plain = inspect(sample, recipe)
    generator = np.random.default_rng(seed)
    logits = generator.normal(-4, 1, plain.grid.size)
    deltas = generator.normal(0, 0.1, (plain.grid.size, 4))
    logits[plain.positive] = generator.normal(3, 1, len(plain.positive))
    deltas[plain.positive] = plain.t_star + generator.normal(0, noise, plain.t_star.shape)
    return Prediction(
        objectness=logits.astype(np.float32), deltas=deltas.astype(np.float32), source="made",
        network_size=plain.network_size, padded_size=plain.padded_size,
    )  # fmt: skip


def by_level(flat, grid):
    """Return the same as a network gives it: (A, H, W) and (4A, H, W)."""
    scores, shifts = [], []
    for level in grid.levels:
        rows, (height, width), count = slice(level.offset, level.offset + level.count), level.shape, len(level.base)
        scores.append(flat.objectness[rows].reshape(height, width, count).transpose(2, 0, 1))
        planes = flat.deltas[rows].reshape(height, width, count, 4).transpose(2, 3, 0, 1)
        shifts.append(planes.reshape(4 * count, height, width))
    return replace(flat, objectness=None, deltas=None, levels_objectness=tuple(scores), levels_deltas=tuple(shifts))


def pairs(recipe, flat=False, noise=0.05):
    return [pair_of(recipe, flat, noise, seed) for seed in (1, 2)]


@cache
def pair_of(recipe, flat, noise, seed):
    sample = picture(seed)
    outputs = said(sample, recipe, noise, seed)
    return sample, outputs if flat else by_level(outputs, inspect(sample, recipe).grid)


def shift(change):
    """Return what changes each level's deltas, seen as (A, 4, H, W)."""

    def of(prediction):
        planes = [level.reshape(-1, 4, *level.shape[1:]) for level in prediction.levels_deltas]
        return replace(prediction, levels_deltas=tuple(change(p).reshape(-1, *p.shape[2:]) for p in planes))

    return of


def score(change):
    return lambda p: replace(p, levels_objectness=tuple(change(level) for level in p.levels_objectness))


def every(change):
    return lambda p: replace(
        p,
        levels_objectness=tuple(change(level) for level in p.levels_objectness),
        levels_deltas=tuple(change(level) for level in p.levels_deltas),
    )


def cell(order):
    """Return what stores the anchors of each cell in another order."""
    return lambda p: shift(lambda d: d[order])(score(lambda s: s[order])(p))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def flatten(order):
    """Return what flattens each level from axes in the order of letters a, c, y, x; the scores from the same."""
    places = ["acyx".index(letter) for letter in order]
    plane = ["ayx".index(letter) for letter in order if letter != "c"]

    def of(prediction):
        planes = [level.reshape(-1, 4, *level.shape[1:]) for level in prediction.levels_deltas]
        return replace(
            prediction,
            levels_objectness=(),
            levels_deltas=(),
            objectness=np.concatenate([s.transpose(plane).ravel() for s in prediction.levels_objectness]),
            deltas=np.concatenate([p.transpose(places).ravel() for p in planes]).reshape(-1, 4),
        )

    return of


TWO_SIZES = [0, 2, 4, 1, 3, 5]  # ratio, then size: 0 and 1 have the first ratio; stored size, then ratio
REVERSED = [4, 5, 2, 3, 0, 1]
WEIGHTS = np.array([10, 10, 5, 5], np.float32)[:, None, None]
SCRAMBLES = {
    "nothing": (SMALL, lambda p: p, {}),
    "channel c * A + a": (SMALL, shift(lambda d: d.transpose(1, 0, 2, 3)), {"deltas": "cayx"}),
    "H, W, C": (SMALL, every(lambda a: a.transpose(1, 2, 0)), {"deltas": "yxac", "objectness": "yxa"}),
    "C, W, H": (SMALL, every(lambda a: a.transpose(0, 2, 1)), {"deltas": "acxy", "objectness": "axy"}),
    "W, H, C": (SMALL, every(lambda a: a.transpose(2, 1, 0)), {"deltas": "xyac", "objectness": "xya"}),
    "H, W, C viewed as C, H, W": (
        SMALL, every(lambda a: a.transpose(1, 2, 0).reshape(a.shape)), {"deltas": "yxac", "objectness": "yxa"},
    ),
    "C, W, H viewed as C, H, W": (
        SMALL, every(lambda a: a.transpose(0, 2, 1).reshape(a.shape)), {"deltas": "acxy", "objectness": "axy"},
    ),
    "dy dx dh dw": (SMALL, shift(lambda d: d[:, [1, 0, 3, 2]]), {"coordinates": "yxhw"}),
    "dw dh dx dy": (SMALL, shift(lambda d: d[:, [2, 3, 0, 1]]), {"coordinates": "whxy"}),
    "weights": (SMALL, shift(lambda d: d * WEIGHTS), {"weights": (10.0, 10.0, 5.0, 5.0)}),
    "no weights": (
        replace(SMALL, coder=replace(SMALL.coder, weights=(10.0, 10.0, 5.0, 5.0))),
        shift(lambda d: d / WEIGHTS), {"weights": (1.0, 1.0, 1.0, 1.0)},
    ),
    "two logits": (SMALL, score(lambda s: np.concatenate([-s / 2, s / 2])), {}),
    "two logits, object first": (
        SMALL, score(lambda s: np.concatenate([s / 2, -s / 2])), {"background_last": True},
    ),
    "two logits, interleaved": (
        SMALL, score(lambda s: np.stack([-s / 2, s / 2], 1).reshape(-1, *s.shape[1:])), {"objectness": "akyx"},
    ),
    "two logits, interleaved, object first": (
        SMALL, score(lambda s: np.stack([s / 2, -s / 2], 1).reshape(-1, *s.shape[1:])),
        {"objectness": "akyx", "background_last": True},
    ),
    "two probabilities": (
        SMALL, score(lambda s: np.concatenate([sigmoid(-s), sigmoid(s)])), {"probabilities": True},
    ),
    "background's logit": (SMALL, score(lambda s: -s), {"background_last": True}),
    "probabilities": (SMALL, score(sigmoid), {"probabilities": True}),
    "size, then ratio": (CELLS, cell(TWO_SIZES), {"cell": "transposed"}),
    "ratios w/h": (CELLS, cell(REVERSED), {"cell": "ratios_reversed"}),
    "sizes of a cell reversed": (CELLS, cell([1, 0, 3, 2, 5, 4]), {"cell": "sizes_reversed"}),
    "anchors of a cell reversed": (CELLS, cell([5, 4, 3, 2, 1, 0]), {"cell": "reversed"}),
    "anchors reversed in the scores alone": (CELLS, score(lambda s: s[::-1]), {"scores_cell": "reversed"}),
    "ratios w/h in the scores alone": (SMALL, score(lambda s: s[::-1]), {"scores_cell": "ratios_reversed"}),
    "ratios w/h in the deltas alone": (
        SMALL, shift(lambda d: d[::-1]), {"cell": "ratios_reversed", "scores_cell": "recipe"},
    ),
    "C, W, H of the scores alone": (
        SMALL, score(lambda s: s.transpose(0, 2, 1).reshape(s.shape)), {"objectness": "axy"},
    ),
    "levels of the scores alone from the coarsest": (
        SMALL,
        lambda p: (lambda flat: replace(flat, objectness=np.concatenate(
            [s.transpose(1, 2, 0).ravel() for s in p.levels_objectness[::-1]]
        )))(flatten("yxac")(p)),
        {"scores_turned": True},
    ),
    "sizes as (w, h)": (
        SMALL, lambda p: replace(p, network_size=p.network_size[::-1], padded_size=p.padded_size[::-1]),
        {"sizes": "swapped"},
    ),
    "sizes halved": (
        SMALL, lambda p: replace(p, network_size=(160, 256), padded_size=(160, 256)), {"sizes": "doubled"},
    ),
    "sizes doubled": (
        SMALL, lambda p: replace(p, network_size=(640, 1024), padded_size=(640, 1024)), {"sizes": "halved"},
    ),
    "size of the picture": (
        SMALL, lambda p: replace(p, network_size=(300, 480), padded_size=(300, 480)), {"sizes": "recipe"},
    ),
    "coarse levels first": (
        SMALL,
        lambda p: replace(p, levels_objectness=p.levels_objectness[::-1], levels_deltas=p.levels_deltas[::-1]),
        {"coarse_first": True},
    ),
    "a batch axis": (SMALL, every(lambda a: a[None]), {"batch": True}),
    "one anchor a cell, C, W, H": (
        SINGLE, every(lambda a: a.transpose(0, 2, 1)), {"deltas": "acxy", "objectness": "axy"},
    ),
    "channel c * A + a and dy dx dh dw and probabilities": (
        SMALL, lambda p: score(sigmoid)(shift(lambda d: d[:, [1, 0, 3, 2]].transpose(1, 0, 2, 3))(p)),
        {"deltas": "cayx", "coordinates": "yxhw", "probabilities": True},
    ),
    "sizes as (w, h), H, W, C and weights": (
        SMALL,
        lambda p: replace(
            every(lambda a: a.transpose(1, 2, 0))(shift(lambda d: d * WEIGHTS)(p)),
            network_size=p.network_size[::-1], padded_size=p.padded_size[::-1],
        ),
        {"sizes": "swapped", "deltas": "yxac", "objectness": "yxa", "weights": (10.0, 10.0, 5.0, 5.0)},
    ),
    "flattened from yxca": (SMALL, flatten("yxca"), {"deltas": "yxca"}),
    **{
        f"flattened from {order}": (SMALL, flatten(order), {"deltas": order, "objectness": order.replace("c", "")})
        for order in ("ayxc", "acyx", "cayx", "xyac", "axyc")
    },
}  # fmt: skip
UNSCRAMBLED = {"nothing", "two logits"}


def deviations(hypothesis):
    return {name: getattr(hypothesis, name) for name in hypothesis.deviations}


@pytest.mark.parametrize("name", SCRAMBLES)
def test_the_doctor_names_the_scramble_and_undoes_it(name):
    recipe, change, wanted = SCRAMBLES[name]
    true = pairs(recipe)
    scrambled = [(sample, change(prediction)) for sample, prediction in true]
    found = diagnose(scrambled, recipe)
    assert deviations(found.best.hypothesis) == wanted, found.verdict
    assert found.clear, found.verdict
    assert found.verdict.startswith(f"clear: {found.best.words}")
    assert found.best.recall == 1
    assert found.best.separation > 6
    assert found.best.agreement > 0.6
    assert (found.as_recipe is found.best) == (not wanted)
    if found.as_recipe is not None and wanted:
        assert found.as_recipe.score < found.best.score
    for (sample, before), (_, after) in zip(true, scrambled, strict=True):
        grid = inspect(sample, recipe).grid
        logits, deltas = found.best.hypothesis.apply(after, sample.size).flat(grid)
        np.testing.assert_allclose(logits, before.flat(grid)[0], atol=2e-4)
        np.testing.assert_allclose(deltas, before.flat(grid)[1], rtol=1e-6)


@pytest.mark.parametrize("name", [name for name in SCRAMBLES if name not in UNSCRAMBLED])
def test_a_misfit_is_seen_on_opening(name):
    recipe, change, _ = SCRAMBLES[name]
    words = (misfit(change(prediction), sample, recipe) for sample, prediction in pairs(recipe))
    seen = next(filter(None, words), None)  # on the first picture, or on the second where the first shows nothing
    assert seen is not None, name
    assert "\n" not in seen


@pytest.mark.parametrize("noise", [0.02, 0.1])
@pytest.mark.parametrize("flat", [True, False])
def test_what_fits_is_left_alone(flat, noise):
    for recipe in (SMALL, CELLS, SINGLE):
        given = pairs(recipe, flat, noise)
        assert [misfit(prediction, sample, recipe) for sample, prediction in given] == [None, None]
        found = diagnose(given, recipe)
        assert found.best.words == "as the recipe says"
        assert found.clear, found.verdict


def test_a_poor_network_is_not_taken_for_a_layout():
    given = pairs(SMALL, noise=0.25)
    assert [misfit(prediction, sample, SMALL) for sample, prediction in given] == [None, None]
    found = diagnose(given, SMALL)
    assert found.best.words == "as the recipe says"
    assert not found.clear


@pytest.mark.parametrize("seed", range(8))
def test_random_numbers_prove_nothing(seed):
    generator = np.random.default_rng(seed)
    given = []
    for sample, prediction in pairs(SMALL):
        random = {
            "levels_objectness": tuple(generator.normal(0, 2, s.shape) for s in prediction.levels_objectness),
            "levels_deltas": tuple(generator.normal(0, 0.3, d.shape) for d in prediction.levels_deltas),
        }
        given.append((sample, replace(prediction, **random)))
    assert [misfit(prediction, sample, SMALL) for sample, prediction in given] == [None, None]
    found = diagnose(given, SMALL)
    assert not found.clear
    assert found.verdict.startswith("doubtful: no hypothesis ranks positives above")
    assert found.best.words == "as the recipe says"


@pytest.mark.parametrize("seed", range(6))
def test_an_untrained_network_with_a_bias_per_channel_is_not_taken_for_a_layout(seed):
    generator = np.random.default_rng(seed)
    recipe = load_recipe("torchvision-fpn")
    corners = generator.uniform(20, 250, (2 + seed % 3, 2))
    boxes = np.concatenate([corners, corners + generator.uniform(20, 140, corners.shape)], 1)
    sample = Sample("a", (480, 640), boxes)
    plain = inspect(sample, recipe)

    def said(channels, level, spread):
        bias = generator.normal(0, spread, (channels, 1, 1))
        return (bias + generator.normal(0, 0.05, (channels, *level.shape))).astype(np.float32)

    untrained = Prediction(
        levels_objectness=tuple(said(len(level.base), level, 0.3) for level in plain.grid.levels),
        levels_deltas=tuple(said(4 * len(level.base), level, 0.1) for level in plain.grid.levels),
        network_size=plain.network_size,
        padded_size=plain.padded_size,
    )
    assert misfit(untrained, sample, recipe) is None
    assert not diagnose([(sample, untrained)], recipe).clear


def test_deltas_that_say_nothing_leave_their_order_in_doubt_and_the_recipe_first():
    given = [(sample, shift(np.zeros_like)(prediction)) for sample, prediction in pairs(SMALL)]
    found = diagnose(given, SMALL)
    assert not found.clear
    assert found.best.words == "as the recipe says"
    assert "under no hypothesis do deltas explain more than 0% of t*" in found.verdict


def test_strides_off_by_two_are_named():
    sparse = replace(CELLS, anchors=replace(CELLS.anchors, strides=(16, 32, 64)))
    for flat in (True, False):
        found = diagnose(pairs(CELLS, flat), sparse)
        assert deviations(found.best.hypothesis) == {"strides": 0.5}, found.verdict
        assert found.clear
        assert found.best.hypothesis.corrected.anchors.strides == (8, 16, 32)


OTHER = recipe_of("[resize]\nshort = 310\nlong = 640\n")  # 310 x 496, padded to 320 x 512
BOXES = {
    "corners": lambda boxes, h, w: boxes,
    "corners_padded": lambda boxes, h, w: boxes / [w, h, w, h],
    "corners_network": lambda boxes, h, w: boxes / [496, 310, 496, 310],
    "centres_padded": lambda boxes, h, w: (
        np.concatenate([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]], 1) / [w, h, w, h]
    ),
}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("kind", BOXES)
def test_boxes_in_the_place_of_deltas_are_named(kind, swapped):
    recipe = OTHER if kind == "corners_network" else SMALL
    given, true = [], pairs(recipe, flat=True)
    for sample, prediction in true:
        result = inspect(sample, recipe, prediction)
        stored = BOXES[kind](result.predicted(np.arange(result.grid.size)), *result.padded_size)
        if swapped:
            stored = stored[:, [1, 0, 3, 2]]
        given.append((sample, replace(prediction, deltas=stored.astype(np.float32))))
    found = diagnose(given, recipe)
    wanted = {"boxes": kind} | ({"coordinates": "yxhw"} if swapped else {})
    assert deviations(found.best.hypothesis) == wanted, found.verdict
    for (sample, before), (_, after) in zip(true, given, strict=True):
        rows = inspect(sample, recipe).positive
        np.testing.assert_allclose(found.best.hypothesis.apply(after).deltas[rows], before.deltas[rows], atol=1e-3)


@pytest.mark.parametrize("recipe", [SMALL, CELLS, SINGLE], ids=["small", "cells", "single"])
def test_every_order_of_axes_is_undone_exactly(recipe):
    sample, true = pairs(recipe)[0]
    grid = inspect(sample, recipe).grid
    for order in map("".join, itertools.permutations("acyx")):
        hypothesis = Hypothesis(recipe, deltas=order, objectness=order.replace("c", ""))
        back = hypothesis.apply(flatten(order)(true))
        for one, other in zip(back.flat(grid), true.flat(grid), strict=True):
            np.testing.assert_array_equal(one, other)


def test_as_the_recipe_says_changes_nothing():
    for flat in (True, False):
        sample, prediction = pairs(CELLS, flat)[0]
        grid = inspect(sample, CELLS).grid
        back = Hypothesis(CELLS).apply(prediction)
        for one, other in zip(back.flat(grid), prediction.flat(grid), strict=True):
            np.testing.assert_array_equal(one, other)
        assert bool(back.levels_objectness) != flat


def test_without_padded_size_the_pictures_own_is_needed():
    sample, prediction = pairs(SMALL)[0]
    bare = replace(prediction, network_size=None, padded_size=None)
    with pytest.raises(BadPredictions, match="no padded_size and no original_size"):
        Hypothesis(SMALL).apply(bare)
    assert len(Hypothesis(SMALL).apply(bare, sample.size).levels_deltas) == 5
    assert diagnose([(sample, bare)], SMALL).best.words == "as the recipe says"


def test_what_fits_no_layout_is_said_so():
    sample, prediction = pairs(SMALL)[0]
    for broken in (
        replace(prediction, levels_deltas=prediction.levels_deltas[:4]),
        replace(prediction, levels_deltas=tuple(level[:7] for level in prediction.levels_deltas)),
        Prediction(objectness=np.zeros(9), deltas=np.zeros((9, 4)), source="made"),
        Prediction(source="made"),
    ):
        found = diagnose([(sample, broken)], SMALL)
        assert (found.best, found.clear) == (None, False)
        assert found.verdict.startswith("no hypothesis fits: made: ")
        assert misfit(broken, sample, SMALL).startswith("made: ")


@pytest.mark.parametrize("size", [(1, 1), (3, 5000), (5000, 5000)])
def test_absurd_sizes_are_seen_through(size):
    given = [(s, replace(p, network_size=size, padded_size=size)) for s, p in pairs(SMALL)]
    assert "do not fit an input" in misfit(given[0][1], given[0][0], SMALL)
    found = diagnose(given, SMALL)
    assert deviations(found.best.hypothesis) == {"sizes": "recipe"}
    assert found.clear


def test_without_ground_truth_there_is_nothing_to_judge_by():
    _, prediction = pairs(SMALL)[0]
    empty = Sample("empty.jpg", (300, 480))
    with pytest.raises(InspectorError, match="wanted at least one"):
        diagnose([(empty, prediction)], SMALL)
    assert misfit(prediction, empty, SMALL) is None


def test_two_large_pictures_take_seconds_at_most():
    given = []
    for seed in (1, 2):
        sample = picture(seed, (800, 1333), 20)
        given.append((sample, by_level(said(sample, FULL), inspect(sample, FULL).grid)))
    begin = time.process_time()
    found = diagnose(given, FULL)
    assert time.process_time() - begin < 5  # s of this process alone, whatever else the machine does; it takes 0.5
    assert found.clear


@pytest.fixture
def files(tmp_path):
    """A dataset of two pictures and a dump whose arrays are H, W, C, which the reader itself refuses."""
    (tmp_path / "images").mkdir()
    (tmp_path / "dump.rpn").mkdir()
    document = {"images": [], "annotations": [], "categories": [{"id": 1, "name": "thing"}]}
    meta = {"schema": 1, "producer": "p", "images": {}}
    recipe = tmp_path / "small.toml"
    recipe.write_text('extends = "torchvision-fpn"\n[resize]\nshort = 320\nlong = 640\n', encoding="utf-8")
    for number, (sample, prediction) in enumerate(pairs(SMALL)):
        height, width = sample.size
        document["images"].append({"id": number, "file_name": sample.name, "width": width, "height": height})
        for box in sample.gt:
            x, y, w, h = box[0], box[1], box[2] - box[0], box[3] - box[1]
            entry = {"id": len(document["annotations"]), "image_id": number, "category_id": 1, "bbox": [x, y, w, h]}
            document["annotations"].append(entry | {"area": w * h, "iscrowd": 0})
        turned = every(lambda a: a.transpose(1, 2, 0))(prediction)
        arrays = {f"objectness_{i}": a for i, a in enumerate(turned.levels_objectness)}
        arrays |= {f"deltas_{i}": a for i, a in enumerate(turned.levels_deltas)}
        meta["images"][sample.name] = f"{number}.npz"
        size = {"padded_size": np.array(prediction.padded_size, np.int32)}
        np.savez(tmp_path / "dump.rpn" / f"{number}.npz", **arrays, **size)
    (tmp_path / "dump.rpn" / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(document), encoding="utf-8")
    return [str(tmp_path / "a.json"), "-p", str(tmp_path / "dump.rpn"), "-r", str(recipe)]


def test_the_command_prints_one_document_or_a_table(files, capsys):
    assert main(["layout", *files, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["clear"]
    assert document["fits"][0]["deviations"] == {"deltas": "yxac", "objectness": "yxa"}
    assert "wanted" in document["problem"]
    assert main(["layout", *files, "--pictures", "1"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("clear: deltas lie as H, W, A, 4")
    assert err == ""


def test_the_commands_help_has_an_example(capsys):
    assert main(["layout", "--help"]) == 0
    assert "Example: rpn-inspector layout" in capsys.readouterr().out


def test_the_command_names_a_broken_file(files, tmp_path, capsys):
    np.savez(tmp_path / "dump.rpn" / "0.npz", objectness=np.array([np.nan]), deltas=np.zeros((1, 4)))
    assert main(["layout", *files]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "0.npz: objectness holds numbers that are not finite" in err


def test_of_very_many_ground_truths_some_are_looked_at_evenly():
    sample = picture(3, count=MOST_GT + 300)
    prediction = said(sample, SMALL)
    scene = Case(sample, prediction, Stored.of(prediction, SMALL)).view(Hypothesis(SMALL)).scene
    looked_at = np.unique(scene.owner)
    assert (len(looked_at), looked_at.min() < 9, looked_at.max() > MOST_GT + 290) == (MOST_GT, True, True)
    assert scene.weight.sum() == pytest.approx(MOST_GT)
    assert misfit(prediction, sample, SMALL) is None


@pytest.mark.parametrize(
    ("factors", "told"), [((5, 5, 5, 5), True), ((10, 10, 5, 5), True), ((0.6,) * 4, False), ((1,) * 4, False)]
)
def test_deltas_of_larger_factors_are_a_misfit_though_few_boxes_tell_no_exact_numbers(factors, told):
    sample = picture(1, count=12)
    prediction = said(sample, FULL)
    deltas = (prediction.deltas * np.float32(factors)).astype(np.float32)
    found = misfit(replace(prediction, deltas=deltas), sample, FULL)
    assert ("deltas bear weights" in (found or "")) == told, found


def test_an_input_of_twice_the_px_is_no_rival_where_anchors_grow_with_it():
    recipe = load_recipe("ssd300-torchvision")
    sample = picture(1, count=12)
    plain = said(sample, recipe)
    scores = np.stack([-plain.objectness, plain.objectness, plain.objectness - 1], 1)
    unsized = replace(plain, objectness=scores, network_size=None, padded_size=None)
    assert diagnose([(sample, unsized)], recipe).verdict.startswith("clear: as the recipe says")


def test_a_single_score_where_classes_are_told_apart_is_a_certainty_as_it_stands():
    recipe = load_recipe("ssd300-pytorch")
    found = Hypothesis(recipe).certainty(np.array([[0.5], [-2.0]]))
    assert found.tolist() == [0.5, -2.0]
