"""A coder's formulas: literal texts of both rules, and the bounds a recipe cuts at."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.core.coders import CellCoder, ShiftCoder

ANCHOR, BOX = (40.0, 24.0, 32.0, 16.0), (44.0, 20.0, 64.0, 16.0)
CELL = (2, 16.0)


def test_the_shift_coder_writes_the_shift_in_anchor_sides_and_the_ratio_of_sides():
    coder = ShiftCoder()
    x = coder.target_formula("x", ANCHOR, BOX, CELL, 0.125)
    assert (x.latex, x.plain, x.numbers) == ("t_x^*=(x^*-x_a)/w_a", "t_x* = (x* − x_a) / w_a", "(44 − 40) / 32")
    assert coder.target_formula("w", ANCHOR, BOX, CELL, np.log(2)).numbers == "ln(64 / 32)"
    assert coder.box_formula("y", -0.25, ANCHOR, CELL, 20.0).numbers == "−0.25000 · 16 + 24"
    assert coder.box_formula("h", 0.0, ANCHOR, CELL, 16.0).numbers == "16 · exp(0)"


def test_the_cell_coder_writes_the_place_in_the_cell():
    coder = CellCoder()
    x = coder.target_formula("x", ANCHOR, BOX, CELL, 0.75)
    assert (x.latex, x.plain, x.numbers) == ("t_x^*=x^*/s-c_x", "t_x* = x* / s − c_x", "44 / 16 − 2")
    x = coder.box_formula("x", 0.0, ANCHOR, CELL, 40.0)
    assert (x.latex, x.numbers) == (r"x=(\sigma(t_x)+c_x)\,s", "(σ(0) + 2) · 16")
    assert coder.target_formula("w", ANCHOR, BOX, CELL, np.log(2)) == ShiftCoder().target_formula(
        "w", ANCHOR, BOX, CELL, np.log(2)
    )


def test_weights_means_and_deviations_stand_around_the_formula():
    coder = ShiftCoder(
        coordinates="yxhw", weights=(10.0, 2.0, 5.0, 5.0), means=(0.0, 0.5, 0.0, 0.0), stds=(0.1, 4.0, 1, 1)
    )
    assert coder.column_of("x") == 1
    assert coder.target_formula("x", ANCHOR, BOX, CELL, -0.0625).plain == "t_x* = (2 · (x* − x_a) / w_a − 0.5000) / 4"
    assert coder.target_formula("y", ANCHOR, BOX, CELL, -25.0).numbers == "(10 · (20 − 24) / 16) / 0.1000"
    assert coder.box_formula("y", 1.0, ANCHOR, CELL, 24.16).plain == "y = t_y · 0.1000 / 10 h_a + y_a"


@pytest.mark.parametrize("rule", [ShiftCoder, CellCoder])
def test_a_cut_side_is_written_with_its_bound(rule):
    coder = dataclasses.replace(rule(), min_log_scale=-1.0, max_log_scale=0.5)
    assert [coder.cut_at("w", t) for t in (-2.0, -1.0, 0.0, 0.5, 2.0)] == [-1.0, None, None, None, 0.5]
    assert coder.box_formula("w", 2.0, ANCHOR, CELL, 32 * np.exp(0.5)).numbers == "32 · exp(0.50000)"


def test_a_cut_shift_is_written_as_the_bound():
    coder = ShiftCoder(max_shift=8.0)
    assert coder.box_formula("x", -3.0, ANCHOR, CELL, 32.0).numbers == "−8 + 40"
    assert coder.box_formula("x", 3.0, ANCHOR, CELL, 48.0).numbers == "8 + 40"


def test_the_raw_output_of_a_place_in_the_cell_stays_the_margin_away_from_the_edge():
    t_star = np.array([[0.0, 1.0, 0.5, -0.5], [0.25, 0.5, 0.0, 0.0]])
    raw = CellCoder().raw_of(t_star, margin=0.01)
    place = 1 / (1 + np.exp(-raw[:, :2]))
    np.testing.assert_allclose(place, [[0.01, 0.99], [0.25, 0.5]])
    np.testing.assert_array_equal(raw[:, 2:], t_star[:, 2:])
    np.testing.assert_array_equal(ShiftCoder().raw_of(t_star, margin=0.01), t_star)
