"""Ten unnamed outputs: which are scores, which are deltas, and of which level."""

import numpy as np
import pytest

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.levels_by_shape import levels_by_shape

CELLS = [(100, 136), (50, 68), (25, 34), (13, 17), (7, 9)]
ORDER = [3, 7, 0, 9, 1, 5, 2, 8, 6, 4]


def ten(scores, deltas, last=False, batch=True):
    shapes = [(channels, *cells) for channels in (scores, deltas) for cells in CELLS]
    shapes = [(*shape[1:], shape[0]) if last else shape for shape in shapes]
    return {f"output_{i}": ((1,) if batch else ()) + shapes[k] for i, k in enumerate(ORDER)}


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize(("scores", "deltas", "lies"), [(45, 36, "AC"), (3, 12, "A"), (9 * 80, 36, "AC")])
def test_the_only_reading_is_told_level_by_level(scores, deltas, lies, last):
    found = levels_by_shape(ten(scores, deltas, last, batch=not last))
    assert found.objectness == ("output_2", "output_4", "output_6", "output_0", "output_9")
    assert found.deltas == ("output_5", "output_8", "output_1", "output_7", "output_3")
    assert (found.scores_lie, found.deltas_lie) == ((f"H,W,{lies}", "H,W,A4") if last else (f"{lies},H,W", "A4,H,W"))


@pytest.mark.parametrize(
    "shapes",
    [
        {},
        {"a": (1, 10, 4)},
        ten(12, 48),  # 3 anchors and 12 deltas, or 12 anchors and 48
        ten(36, 36),
        ten(5, 10),
        {"a": (1, 0, 4, 4), "b": (1, 3, 4, 4)},
        ten(45, 36) | {"more": (1, 45, 13, 17)},
    ],
)
def test_nothing_is_said_of_what_could_be_read_otherwise(shapes):
    assert levels_by_shape(shapes) is None


def test_what_the_message_says_reads_as_a_layout(tmp_path):
    recipe = load_recipe("retinanet-torchvision").with_tables({"resize": {"short": 64, "long": 96}})
    sample = Sample("a.jpg", (64, 96), gt=np.array([[8.0, 8, 60, 50]]))
    levels, draw = inspect(sample, recipe).grid.levels, np.random.default_rng(0)
    arrays = [draw.normal(size=(1, 9 * 2, *level.shape)).astype(np.float32) for level in levels]
    arrays += [draw.normal(size=(1, 36, *level.shape)).astype(np.float32) for level in levels]
    np.savez(tmp_path / "a.npz", **{f"output_{i}": arrays[k] for i, k in enumerate(ORDER)})
    with pytest.raises(BadPredictions, match=r"shapes do: objectness output_2, .* as 'AC,H,W', deltas") as told:
        open_predictions(tmp_path).predict(sample, recipe)
    scores, deltas = str(told.value).partition("objectness ")[2].split(" as 'AC,H,W', deltas ")
    names = [part.split(", ") for part in (scores, deltas.removesuffix(" as 'A4,H,W'"))]
    (tmp_path / "layout.toml").write_text(
        f'[objectness]\nnames = {names[0]}\nlayout = "AC,H,W"\n[deltas]\nnames = {names[1]}\nlayout = "A4,H,W"\n'
    )
    found = open_predictions(tmp_path).predict(sample, recipe)
    logits, shifts = found.flat(inspect(sample, recipe).grid, recipe.loss.objectness)
    np.testing.assert_array_equal(shifts[0], arrays[5][0, :4, 0, 0])
    np.testing.assert_array_equal(logits[0], arrays[0][0, :2, 0, 0])
