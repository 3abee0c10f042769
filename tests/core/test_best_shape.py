"""darknet's own labels and gradients, recorded by running its yolo_layer.c (README.md beside the arrays)."""

from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.assigners.best_shape_words import layers_of
from rpn_inspector.core.assigning import answers_of
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.losses import sigmoid
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample

CASES = sorted((Path(__file__).parent / "darknet").glob("*.npz"))
STRIDES = (32, 16, 8)


def recipe_of(case):
    masks = [case[f"mask_{k}"].tolist() for k in range(3) if f"mask_{k}" in case]
    anchors = case["anchors"].astype(float)
    unused = sorted(set(range(len(anchors))) - {number for mask in masks for number in mask})
    alexey = str(case["library"][0]) == "AlexeyAB"
    matcher = {"ignore": float(case["ignore"][0]), "unused": anchors[unused].tolist()}
    if alexey:
        matcher |= {"further": float(case["further"][0]), "class_score": 0.25}
    names = [f"stride {stride}" for stride in STRIDES[: len(masks)]]
    shapes = [anchors[mask].tolist() for mask in masks]
    tables = {"names": names, "strides": list(STRIDES[: len(masks)]), "shapes": shapes}
    resize = {"size": case["net_hw"].tolist()}
    return load_recipe("yolov3-416-darknet").with_tables({"anchors": tables, "matcher": matcher, "resize": resize})


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request):
    with np.load(request.param, allow_pickle=False) as recorded:
        return {name: recorded[name] for name in recorded.files}


@pytest.fixture
def found(case):
    """Return recipe, grid, ground truths, raw rows, darknet's gradients by row, and the assignment."""
    recipe = recipe_of(case)
    net = np.tile(case["net_hw"][::-1], 2).astype(np.float32)
    centre, side = case["truth"][:, :2], case["truth"][:, 2:4]
    gt = np.concatenate([centre - side / 2, centre + side / 2], 1) * net
    grid = recipe.grid(tuple(case["net_hw"].tolist()))
    # (A, C, H, W) of each layer as rows in the grid's order
    raw, delta = (
        np.concatenate(
            [
                case[f"{name}_{k}"].transpose(2, 3, 0, 1).reshape(-1, case["raw_0"].shape[1])
                for k in range(len(grid.levels))
            ]
        )
        for name in ("raw", "delta")
    )
    kinds = case["truth"][:, 4].astype(np.int64)
    said = answers_of(recipe, grid, raw[:, 4:], raw[:, :4], kinds)
    size = tuple(case["net_hw"].tolist())
    return recipe, grid, gt, raw, delta, recipe.matcher.assign(grid, gt, size, answers=said)


def test_labels_are_those_of_darknet(found):
    *_, delta, assignment = found
    wanted = np.sign(delta[:, 4]).astype(int)  # the gradient of confidence: 1 - p, 0, -p
    np.testing.assert_array_equal(assignment.label, np.where(wanted == 0, -1, np.where(wanted > 0, 1, 0)))


def test_gradients_of_confidence_are_those_of_darknet(found):
    *_, raw, delta, assignment = found
    wanted = np.where(assignment.label < 0, 0, assignment.label - sigmoid(raw[:, 4], "float64"))
    wanted[assignment.label == -1] = 0
    np.testing.assert_allclose(delta[:, 4], wanted, atol=2e-6)


def test_boxes_and_classes_of_an_anchor_with_one_owner_are_those_of_darknet(found, case):
    recipe, grid, gt, raw, delta, assignment = found
    pairs = assignment.pairs
    alone = np.flatnonzero(np.bincount(pairs.anchor, minlength=grid.size) == 1)
    owner = assignment.gt[alone]
    t_star = recipe.coder.encode(grid.boxes(alone), gt[owner], grid.strides(alone))
    weight = 2 - case["truth"][owner, 2] * case["truth"][owner, 3]
    box = weight[:, None] * (t_star - recipe.coder.answer(raw[alone, :4]))
    kinds = np.eye(raw.shape[1] - 5)[case["truth"][owner, 4].astype(int)]
    np.testing.assert_allclose(delta[alone, :4], box, atol=2e-5)
    np.testing.assert_allclose(delta[alone, 5:], kinds - sigmoid(raw[alone, 5:], "float64"), atol=2e-6)
    nobody = np.delete(np.arange(grid.size), np.unique(pairs.anchor))
    assert not delta[nobody][:, [0, 1, 2, 3, 5, 6]].any()


def test_of_several_owners_the_last_has_the_box_or_all_share_it(found, case):
    """Redmon's writes gradients over those before; Bochkovskiy's adds them up and divides by the classes wanted."""
    recipe, grid, gt, raw, delta, assignment = found
    rows, owner = assignment.pairs
    t_star = recipe.coder.encode(grid.boxes(rows), gt[owner], grid.strides(rows))
    weight = 2 - case["truth"][owner, 2] * case["truth"][owner, 3]
    each = weight[:, None] * (t_star - recipe.coder.answer(raw[rows, :4]))
    wanted = np.zeros((grid.size, 4))
    if str(case["library"][0]) == "pjreddie":
        wanted[rows] = each
    else:
        np.add.at(wanted, rows, each)
        if recipe.matcher.further < 1:
            wanted /= np.maximum((delta[:, 5:] > 0).sum(1), 1)[:, None]
    np.testing.assert_allclose(delta[:, :4], wanted, atol=3e-5)


def test_without_outputs_only_what_outputs_could_decide_is_open(found, case):
    recipe, grid, gt, *_, with_outputs = found
    plain = recipe.matcher.assign(grid, gt, tuple(case["net_hw"].tolist()))
    np.testing.assert_array_equal(plain.label == 1, with_outputs.label == 1)
    np.testing.assert_array_equal(plain.gt, with_outputs.gt)
    # an ignored anchor was open, and whatever was closed keeps its label
    assert set(plain.label[with_outputs.label == -1].tolist()) <= {-2}
    closed = plain.label != -2
    np.testing.assert_array_equal(plain.label[closed], with_outputs.label[closed])
    assert not (with_outputs.label == -2).any()


def test_the_words_name_the_layer():
    recipe = load_recipe("yolov3-416-darknet")
    sample = Sample("a", (416, 416), gt=np.array([[100.0, 100, 157, 141], [0.0, 0, 400, 330]]), classes=("car",))
    grid = recipe.grid((416, 416))
    found = recipe.matcher.assign(grid, sample.gt, (416, 416))
    assert found.per_gt["layer"].tolist() == [2, 1]
    assert recipe.matcher.gt_why(0, found, sample).startswith("[yolo] layer 2 trains it, in the cell of its centre")
    anchor = int(found.pairs.anchor[0])
    assert recipe.matcher.why(anchor, found, sample).startswith("The centre of ground truth 1 (car) lies in its cell")
    undecided = int(np.flatnonzero(found.cause == Cause.UNDECIDED)[0])
    assert "Without outputs that is open" in recipe.matcher.why(undecided, found, sample)


def test_the_words_name_all_layers_that_train_an_object():
    """Bochkovskiy's `iou_thresh` has every shape like it enough learn it, each layer its own."""
    recipe = load_recipe("yolov3-416-darknet").with_tables({"matcher": {"further": 0.2}})
    gt = np.array([[100.0, 100, 150, 155], [101, 100, 151, 155], [0, 0, 400, 330]])
    sample = Sample("a", (416, 416), gt=gt, classes=("car",))
    grid = recipe.grid((416, 416))
    found = recipe.matcher.assign(grid, sample.gt, (416, 416))
    pairs = found.pairs
    for one in range(3):  # brute force: the layers of its anchors
        levels = {
            number
            for number, level in enumerate(grid.levels, 1)
            if any(level.rows.start <= anchor < level.rows.stop for anchor in pairs.anchor[pairs.gt == one])
        }
        assert layers_of(int(found.per_gt["layers"][one])) == sorted(levels)
    first, second, large = (str(recipe.matcher.gt_why(one, found, sample)) for one in range(3))
    assert first == (
        "[yolo] layers 1, 2, 3 train it, in the cells of its centre, by 5 anchors. The shape most like its own of all "
        "is in layer 2, with a shape IoU of 0.6839; others learn it over 0.200. "
        "But in 5 of them ground truths listed later stand: 2."
    )
    assert "But" not in second
    assert large.startswith("[yolo] layer 1 trains it, in the cell of its centre, by 2 anchors. The shape most like")
    apart = recipe.with_tables({"matcher": {"unused": [[50, 55]]}})
    found = apart.matcher.assign(grid, sample.gt, (416, 416))
    words = str(apart.matcher.gt_why(0, found, sample))
    assert "by 5 anchors. The shape most like its own is in no layer; these have a shape IoU over 0.200." in words


def test_layers_are_named_as_bits_and_in_the_document_of_inspect():
    assert [layers_of(bits) for bits in (0, 1, 4, 6)] == [[], [1], [3], [2, 3]]
    recipe = load_recipe("yolov3-416-darknet")
    sample = Sample("a", (416, 416), gt=np.array([[100.0, 100, 157, 141], [0.0, 0, 400, 330]]), classes=("car",))
    truths = summarise(inspect(sample, recipe))["ground_truth"]
    assert [one["layers"] for one in truths] == [[2], [1]]
    assert "layers" not in summarise(inspect(sample, load_recipe("torchvision-fpn")))["ground_truth"][0]
