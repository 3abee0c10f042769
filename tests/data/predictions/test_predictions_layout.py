"""Layouts of arrays: every way of writing the same outputs gives the same outputs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.layout_axes import unfold
from rpn_inspector.data.predictions.layout_toml import read_layout

SIDES = {"A": 3, "2": 2, "4": 4, "H": 2, "W": 5}


def write(folder, objectness="A,H,W", deltas="A4,H,W", extra="", head="", names=("o",), shifts=("d",)):
    text = f"{head}\n[objectness]\nnames = {list(names)}\nlayout = '{objectness}'\n{extra}\n"
    (folder / "layout.toml").write_text(
        text + f"[deltas]\nnames = {list(shifts)}\nlayout = '{deltas}'\n", encoding="utf-8"
    )
    return folder / "layout.toml"


@pytest.mark.parametrize("letters", ["AHW", "A4HW"])
def test_every_order_and_every_folding_of_the_axes_unfolds_to_the_same_array(letters):
    canonical = np.arange(np.prod([SIDES[letter] for letter in letters]), dtype=np.float32)
    canonical = canonical.reshape([SIDES[letter] for letter in letters])
    for order in itertools.permutations(letters):
        moved = canonical.transpose([letters.index(letter) for letter in order])
        for cuts in itertools.product([False, True], repeat=len(order) - 1):
            axes, sides = order[0], [SIDES[order[0]]]
            for letter, cut in zip(order[1:], cuts, strict=True):
                axes += ("," if cut else "") + letter
                sides = [*sides, SIDES[letter]] if cut else [*sides[:-1], sides[-1] * SIDES[letter]]
            groups = axes.split(",")
            if any(len(set(group) - set("24")) > 1 for group in groups):
                continue  # how long is each of two free sides?
            found = unfold(moved.reshape(sides), tuple(groups), "4" if "4" in letters else None, "x")
            np.testing.assert_array_equal(found, canonical)


def test_channels_in_pairs_or_with_all_backgrounds_first_are_told_apart(tmp_path):
    pairs = np.zeros((6, 1, 1), np.float32)
    pairs[:, 0, 0] = [1, 2, 10, 20, 100, 200]
    deltas = np.zeros((12, 1, 1), np.float32)
    for layout, extra, wanted in [
        ("A2,H,W", "", [1, 10, 100]),
        ("2A,H,W", "", [20 - 1, 100 - 2, 200 - 10]),
        ("A2,H,W", "background = 'last'", [-1, -10, -100]),
    ]:
        read = read_layout(write(tmp_path, layout, extra=extra))
        found = read.prediction({"o": pairs, "d": deltas}, "x")
        np.testing.assert_array_equal(found.levels_objectness[0].ravel(), wanted)


def test_logits_of_classes_keep_their_classes_in_levels_and_in_rows(tmp_path):
    classes = np.arange(3 * 5 * 2 * 2, dtype=np.float32).reshape(3, 5, 2, 2)
    deltas = np.zeros((12, 2, 2), np.float32)
    for layout, array in [
        ("AC,H,W", classes.reshape(15, 2, 2)),
        ("CA,H,W", classes.transpose(1, 0, 2, 3).reshape(15, 2, 2)),
        ("H,W,A,C", classes.transpose(2, 3, 0, 1)),
    ]:
        found = read_layout(write(tmp_path, layout)).prediction({"o": array, "d": deltas}, "x")
        np.testing.assert_array_equal(found.levels_objectness[0], classes.reshape(15, 2, 2))
    rows = classes.transpose(2, 3, 0, 1).reshape(-1, 5)
    flat = read_layout(write(tmp_path, "N,C", "N,4")).prediction({"o": rows, "d": np.zeros((12, 4), np.float32)}, "x")
    np.testing.assert_array_equal(flat.objectness, rows)
    mixed = read_layout(write(tmp_path, "A,C,H,W", "N,4"))
    found = mixed.prediction({"o": classes, "d": np.zeros((12, 4), np.float32)}, "x")
    np.testing.assert_array_equal(found.objectness, rows)
    with pytest.raises(BadPredictions, match="60 is no AC"):
        read_layout(write(tmp_path, "AC,H,W", "N,4")).prediction(
            {"o": np.zeros((60, 1, 1), np.float32), "d": np.zeros((12, 4), np.float32)}, "x"
        )


def test_levels_are_kept_and_flat_ones_are_put_together(tmp_path):
    arrays = {"o": np.zeros((1, 3, 2, 2), np.float32), "p": np.ones((1, 3, 1, 1), np.float32)}
    arrays |= {"d": np.zeros((1, 12, 2, 2), np.float32), "e": np.ones((1, 12, 1, 1), np.float32)}
    read = read_layout(write(tmp_path, names=("o", "p"), shifts=("d", "e")))
    found = read.prediction(arrays, "x")
    assert [level.shape for level in found.levels_deltas] == [(12, 2, 2), (12, 1, 1)]
    flat = {"o": np.zeros(2, np.float32), "p": np.ones(1, np.float32), "d": np.zeros((3, 4), np.float32)}
    found = read_layout(write(tmp_path, "N", "N,4", names=("o", "p"))).prediction(flat, "x")
    np.testing.assert_array_equal(found.objectness, [0, 0, 1])


def test_probabilities_of_one_and_of_two_become_logits(tmp_path):
    deltas = np.zeros((2, 4), np.float32)
    extra = "values = 'probability'"
    one = read_layout(write(tmp_path, "N", "N,4", extra)).prediction({"o": np.float32([0.5, 0.8]), "d": deltas}, "x")
    np.testing.assert_allclose(one.objectness, np.log([1, 4]), atol=1e-6)
    two = read_layout(write(tmp_path, "N,2", "N,4", extra))
    found = two.prediction({"o": np.float32([[0.5, 0.5], [0.2, 0.8]]), "d": deltas}, "x")
    np.testing.assert_allclose(found.objectness, np.log([1, 4]), atol=1e-6)
    with pytest.raises(BadPredictions, match="wanted probabilities, 0 to 1"):
        two.prediction({"o": np.float32([[0, 3], [0, 1]]), "d": deltas}, "x")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"objectness": "A,H"}, "objectness.layout: found 'A,H', wanted each of A, H, W"),
        ({"objectness": "A,H,W,W"}, "once"),
        ({"deltas": "A,H,W"}, "deltas.layout"),
        ({"deltas": "N,2"}, "deltas.layout"),
        ({"extra": "values = 'x'"}, "objectness.values: found 'x', allowed are 'logit', 'probability'"),
        ({"extra": "colour = 'x'"}, "objectness.colour: unknown"),
        ({"head": "recipe = 3"}, "recipe: found 3"),
        ({"head": "[picture]\nsize = [0, 5]"}, "picture.size"),
        ({"head": "[picture]\nstd = [1, 0, 1]"}, "wanted none of 0"),
        ({"head": "[picture]\nmean = [1, 'x', 1]"}, "picture.mean: found"),
        ({"head": "[picture]\ncolours = 'GRB'"}, "picture.colours: found 'GRB'"),
        ({"head": "[pictures]"}, "pictures: unknown; known are recipe, picture, objectness, deltas, boxes, classes"),
        ({"names": ()}, "objectness.names: found"),
        ({"names": ("a", "b")}, "2 names of objectness and 1 of deltas"),
        ({"head": "x ="}, "not readable as TOML"),
        ({"head": f"{'x' * 9000} = 1"}, "xxx…$"),
    ],
)
def test_a_layout_that_means_nothing_is_refused_with_its_field(tmp_path, arguments, words):
    with pytest.raises(BadFile, match=words):
        read_layout(write(tmp_path, **arguments))


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"o": np.zeros((3, 2, 2), np.float32)}, "holds no 'd', but o"),
        ({"o": np.zeros((3, 2, 2), np.float32), "d": np.zeros((11, 2, 2), np.float32)}, "11 is no A4"),
        ({"o": np.zeros((3, 2, 2), np.float32), "d": np.zeros((8, 2, 2), np.float32)}, r"\(3, 2, 2\) beside"),
        ({"o": np.zeros((3, 2, 2), int), "d": np.zeros((12, 2, 2), np.float32)}, "int64, wanted float32"),
    ],
)
def test_arrays_that_do_not_fit_the_layout_are_named(tmp_path, arrays, words):
    read = read_layout(write(tmp_path))
    with pytest.raises(BadPredictions, match=words):
        read.prediction(arrays, "x")


def test_axes_written_as_one_are_named_apart(tmp_path):
    layout = write(tmp_path, "N", "N4")
    with pytest.raises(BadPredictions, match=r"d has shape \(8, 4\), wanted N4, .* one axis for several; N,4 are 2$"):
        read_layout(layout).prediction({"o": np.zeros(8, np.float32), "d": np.zeros((8, 4), np.float32)}, "x")


def test_a_folder_of_arrays_takes_the_layout_beside_them(tmp_path):
    write(tmp_path, "N", "4,N")
    np.savez(tmp_path / "a.npz", o=np.arange(2, dtype=np.float32), d=np.arange(8, dtype=np.float32).reshape(4, 2))
    found = open_predictions(tmp_path)["x/a.jpg"]
    np.testing.assert_array_equal(found.deltas, [[0, 2, 4, 6], [1, 3, 5, 7]])
    with pytest.raises(BadPredictions, match="no outputs for picture 'b'"):
        open_predictions(tmp_path)["b"]
