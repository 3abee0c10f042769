"""Objects without enough candidate points, counted by the audit and point by point, on a dataset of small objects."""

import numpy as np
import pytest

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import open_dataset


def inside(points, box, least):
    """Return how many points lie inside a box whose sides under ``least`` are enlarged about its middle."""
    middle, half = (box[:2] + box[2:]) / 2, np.maximum(box[2:] - box[:2], least) / 2
    low, high = (
        np.where(box[2:] - box[:2] < least, middle - half, box[:2]),
        np.where(box[2:] - box[:2] < least, middle + half, box[2:]),
    )
    return [(point - low > 1e-9).all() and (high - point > 1e-9).all() for point in points]


def counts_one_by_one(dataset, recipe, names):
    """Return candidates and contested ones of every ground truth in use, by number of the picture."""
    grid, found = recipe.grid(recipe.resize.size), {}
    points = grid.all_boxes()[:, :2]
    for number in names:
        sample = dataset[number]
        gt = recipe.resize.of(sample.size).to_network(sample.gt)
        used, _ = recipe.ground_truth.roles(sample.gt_kind, gt)
        mine = np.array([inside(points, box, recipe.matcher.small_side) for box in gt[used]]).reshape(-1, len(points))
        asked = mine.sum(0)
        found[number] = (mine.sum(1), (mine & (asked > 1)).sum(1))
    return found


@pytest.mark.shared_data
@pytest.mark.parametrize("small_side", [0.0, 16.0])
def test_few_no_and_shared_candidates_are_those_of_every_point_looked_at(small_side, shared_data):
    dataset = open_dataset(shared_data / "kitti_mini")
    recipe = load_recipe("yolov8").with_tables({"matcher": {"small_side": small_side}, "resize": {"size": [192, 192]}})
    found = audit(dataset, recipe, workers=1, lint=False)
    few = none = shared = total = 0
    image = found.annotations.image
    for number, (many, contested) in counts_one_by_one(dataset, recipe, range(len(dataset))).items():
        rows = np.flatnonzero((image == number) & found.used)
        kinds = {kind: mask[rows] for kind, mask in found.found.items()}
        np.testing.assert_array_equal(kinds["no_candidate"], many == 0)
        starved = (many > 0) & (many < recipe.matcher.topk)
        np.testing.assert_array_equal(kinds["starved"], starved)
        np.testing.assert_array_equal(kinds["contested"], (many > 0) & (contested == many))
        few, none, shared, total = (
            few + starved.sum(),
            none + (many == 0).sum(),
            shared + kinds["contested"].sum(),
            total + len(rows),
        )
    assert total > 5
    assert few > 0
    # enlarged to two cells every object holds a point; without, the smallest hold none at this size
    assert (none == 0) == (small_side > 0)
