"""What other inputs and levels give small objects: equal to points counted one by one; which rules have any."""

import numpy as np
import pytest

from rpn_inspector.core.prospects import candidates_elsewhere, elsewhere_table, prospects_of
from rpn_inspector.core.recipe import load_recipe, tables_of
from rpn_inspector.core.sample import Sample

SIZES = {"now": 640, "input 960 × 960": 960, "input 1,280 × 1,280": 1280, "a level P2, stride 4": 640}


def test_candidates_under_each_input_are_the_points_inside_counted_one_by_one():
    gt = np.array([[100, 100, 105, 104], [300, 200, 340, 212], [310, 205, 350, 220]], np.float64)
    sample = Sample("x", (640, 640), gt=gt)
    found = candidates_elsewhere(sample, load_recipe("yolov8"))
    assert [str(each.prospect.name) for each in found] == list(SIZES)
    for each in found:
        size, strides = SIZES[str(each.prospect.name)], each.prospect.recipe.anchors.strides
        boxes, least = gt * size / 640, sorted(strides)[1]  # sides are enlarged to the second stride
        sets = []
        for x1, y1, x2, y2 in boxes:
            middle, half = ((x1 + x2) / 2, (y1 + y2) / 2), (max(x2 - x1, least) / 2, max(y2 - y1, least) / 2)
            sets.append(
                {
                    (stride, x, y)
                    for stride in strides
                    for x in range(size // stride)
                    for y in range(size // stride)
                    if abs((x + 0.5) * stride - middle[0]) < half[0] and abs((y + 0.5) * stride - middle[1]) < half[1]
                }
            )
        assert each.candidates.tolist() == [len(own) for own in sets]
        assert each.contested.tolist() == [
            len(own & set().union(*(other for k, other in enumerate(sets) if k != n))) for n, own in enumerate(sets)
        ]
    table = elsewhere_table(found, 0)
    assert [row.cells[2] for row in table.rows] == ["few", "few", "few", "" if found[3].candidates[0] >= 10 else "few"]


@pytest.mark.parametrize(
    ("names", "finer"),
    [(("P5", "P4", "P3"), "P2"), (("coarse", "middle", "fine"), "fine/2"), (("P4", "P5", "a"), "a/2")],
)
def test_a_finer_level_is_named_after_the_finest_whichever_comes_first(names, finer):
    tables = tables_of({"anchors.names": list(names), "anchors.strides": [32, 16, 8]})
    found = prospects_of(load_recipe("yolov8").with_tables(tables))[-1]
    assert str(found.name) == f"a level {finer}, stride 4"
    assert (found.recipe.anchors.names, found.recipe.anchors.strides) == ((finer, *names), (4, 32, 16, 8))


@pytest.mark.parametrize(("name", "count"), [("torchvision-fpn", 0), ("yolov7", 3), ("yolov8", 4), ("rtmdet", 4)])
def test_rules_that_rank_have_prospects_and_points_a_finer_level_too(name, count):
    assert len(prospects_of(load_recipe(name))) == count
