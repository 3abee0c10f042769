"""Classes as the trainer numbered them: the losses of those columns, and no name but one the boxes tell."""

from dataclasses import replace

import numpy as np
import pytest
from two_stages import PROPOSALS, SAMPLE, heads, outputs, small

from rpn_inspector.core.candidate_tables import class_table, class_word
from rpn_inspector.core.given_classes import class_columns, in_dataset, with_given_classes, with_own_names
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.labelled import labelled
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.recorded_frame import seen_by_trainer
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.second_stage.outputs import RoiOutputs
from rpn_inspector.core.trained_picture import TrainedPicture
from rpn_inspector.core.what_if import WhatIf, apply
from rpn_inspector.data.predictions import DumpWriter, open_predictions

FOUR = Sample(
    "a.jpg",
    (64, 96),
    gt=np.array([[8.0, 8, 40, 40], [50, 10, 90, 50], [10, 44, 30, 60], [40, 4, 48, 12]]),
    gt_class=np.array([0, 2, 2, 1]),
    classes=("cat", "dog", "bus"),
)


def given(kinds, columns, boxes=FOUR.gt, sample=FOUR, names=()):
    frame = load_recipe("demo").with_tables({"resize": {"short": 64, "long": 96}}).resize.of(sample.size)
    outputs_ = Prediction(gt=np.array(boxes), gt_class=np.array(kinds))
    return with_given_classes(seen_by_trainer(sample, frame, outputs_), columns, names)


def test_columns_are_named_by_the_boxes_given_under_them():
    seen = given([1, 6, 6, 3], 8)
    assert seen.sample.gt_class.tolist() == [1, 6, 6, 3]
    assert seen.sample.classes == ("class 0", "cat", "class 2", "dog", "class 4", "class 5", "bus", "class 7")
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["cat", "bus", "bus", "dog"]
    assert seen.renumbered


def test_the_datasets_own_numbers_change_nothing():
    assert given([0, 2, 2, 1], 3).sample is FOUR
    assert given([2, 0, 0, 1], 1).sample is FOUR  # one column: an object's, of whatever class


def test_nothing_is_said_of_outputs_that_name_and_number_their_classes_as_the_dataset():
    seen = given([0, 2, 2, 1], 3, names=FOUR.classes)
    assert seen.sample is FOUR
    assert (seen.renumbered, str(seen.pairing)) == (False, "")


@pytest.mark.parametrize(("kinds", "names"), [([1, 2, 2, 0], ("x", "y", "z")), ([0, 0, 0, 0], FOUR.classes)])
def test_classes_are_called_paired_by_name_only_where_names_pair_them(kinds, names):
    assert str(given(kinds, 3, names=names).pairing).startswith("classes are the trainer's numbers")


def test_as_many_columns_in_another_order_are_named_anew():
    seen = given([2, 0, 0, 1], 3)
    assert (seen.sample.classes, seen.sample.gt_class.tolist()) == (("bus", "dog", "cat"), [2, 0, 0, 1])


def test_a_column_of_two_classes_and_a_class_of_two_columns_have_no_name():
    assert given([4, 4, 4, 1], 5).sample.classes == ("class 0", "dog", "class 2", "class 3", "class 4")
    assert given([0, 3, 4, 1], 5).sample.classes == ("cat", "dog", "class 2", "class 3", "class 4")


def test_a_ground_truth_outside_the_list_keeps_its_name_and_has_a_column_where_its_class_has():
    seen = given([1, 6], 8, FOUR.gt[:2])
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["cat", "bus", "bus", "dog"]
    assert seen.sample.gt_class.tolist() == [1, 6, 6, 8]


def test_columns_are_not_called_as_the_datasets_classes_without_names():
    sample = replace(FOUR, classes=("class 0", "class 1", "class 2"))
    assert given([1, 3, 3, 0], 4, sample=sample).sample.classes == ("class 1", "class 0", "column 2", "class 2")


def test_boxes_in_another_order_take_their_classes_along():
    seen = given([3, 1, 6, 6], 8, FOUR.gt[[3, 0, 1, 2]])
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["dog", "cat", "bus", "bus"]


def test_boxes_of_a_mosaic_tell_no_names():
    seen = given([1, 6], 8, [[3, 3, 9, 11], [30, 31, 37, 33]])
    assert seen.sample.classes == tuple(f"class {number}" for number in range(8))
    assert seen.sample.gt_class.tolist() == [1, 6]


def test_without_given_classes_columns_of_another_number_have_no_names_of_the_datasets():
    frame = load_recipe("demo").with_tables({"resize": {"short": 64, "long": 96}}).resize.of(FOUR.size)
    seen = with_given_classes(seen_by_trainer(FOUR, frame, None), 5)
    assert [class_word(seen.sample, column) for column in (0, 2, 4)] == ["class 0", "class 2", "class 4"]
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["cat", "bus", "bus", "dog"]


def test_outputs_go_back_to_the_datasets_classes_by_name():
    sample = given([1, 6, 6, 3], 8).sample
    assert in_dataset(sample, FOUR.classes, np.array([6, 0, 3, 1]), 8).tolist() == [2, -1, 1, 0]
    assert in_dataset(FOUR, FOUR.classes, np.array([2, 0]), 3).tolist() == [2, 0]
    assert in_dataset(FOUR, FOUR.classes, np.array([2, 0]), 4) is None


LOGITS = [[0.0, 1, 2, 3, 4], [2, 0, 1, 0, 0]]


@pytest.mark.parametrize(("kinds", "column"), [([3, 1, 1], 4), ([0, 1, 1], 1)])
def test_the_second_stages_loss_is_of_the_trainers_column(kinds, column):
    recipe = small()
    head = heads(LOGITS, 5, sampled=[0, 1], gt=[0, -1])
    rois = RoiOutputs(proposals=PROPOSALS, heads={"roi": head}, mode="train")
    made = replace(outputs(recipe, rois), gt=SAMPLE.gt, gt_class=np.array(kinds), mode="train")
    one = inspect(SAMPLE, recipe, made)
    assert class_columns(recipe, made, one.logits) == 4
    stage = one.stages["roi"]
    first, second = (np.log(np.exp(row).sum()) for row in LOGITS)
    assert stage.loss.objectness == pytest.approx(((first - LOGITS[0][column]) + (second - 2)) / 2, abs=1e-6)
    assert [warning.kind for warning in one.warnings].count("given_classes") == 1
    names = ["class 0", "class 1", "class 2", "class 3"]
    names[kinds[0]], names[1] = "cat", "dog"
    assert [class_word(one.sample, number) for number in range(4)] == names


def test_a_second_stage_with_more_classes_than_the_dataset_and_none_given_is_said():
    recipe = small()
    rois = RoiOutputs(proposals=PROPOSALS, heads={"roi": heads([LOGITS[0]] * 5, 5)}, mode="eval")
    one = inspect(SAMPLE, recipe, outputs(recipe, rois))
    (said,) = [warning.example for warning in one.warnings if warning.kind == "class_columns"]
    assert str(said) == "the outputs have 4 columns of classes, the dataset 2 classes: column k is taken for class k"
    assert [class_word(one.sample, number) for number in range(4)] == ["class 0", "class 1", "class 2", "class 3"]
    assert one.sample.class_name(1) == "dog"


OWN = ("apple", "pear", "plum", "fig")


def test_the_names_in_the_outputs_own_file_are_said_of_the_second_stage(tmp_path):
    recipe = small()
    rois = RoiOutputs(proposals=PROPOSALS, heads={"roi": heads([LOGITS[0]] * 5, 5)}, mode="eval")
    with DumpWriter(tmp_path / "d.rpn", recipe, classes=OWN) as writer:
        writer.add("a", outputs(recipe, rois))
    made = open_predictions(tmp_path / "d.rpn")["a"]
    assert made.column_names == OWN
    one = inspect(SAMPLE, recipe, made)
    assert [class_word(one.sample, number) for number in range(5)] == [*OWN, "4"]
    assert one.sample.classes == SAMPLE.classes
    told = {warning.kind: str(warning.example) for warning in one.warnings}
    assert told["given_classes"] == (
        "the outputs name their classes (apple, pear, plum, fig) otherwise than the dataset, "
        f"whose {SAMPLE.classes[0]} is not among them: column k is taken for class k"
    )
    assert told["class_columns"].startswith("the outputs have 4 columns of classes, the dataset 2 classes")
    facts = one.explain_candidate(0)
    assert "fig" in [str(row.name) for row in class_table(one.stages["roi"], facts, one.sample).rows]


def test_classes_are_paired_by_name_where_the_outputs_have_them_all_in_another_order():
    recipe = load_recipe("retinanet-torchvision").with_tables({"resize": {"short": 64, "long": 96}})
    grid = recipe.grid((64, 96))
    random = np.random.default_rng(0)
    logits = random.normal(-3, 1, (grid.size, 4)).astype(np.float32)
    plain = Prediction(objectness=logits, deltas=np.zeros((grid.size, 4), np.float32), network_size=(64, 96))
    names = ("bus", "fig", "cat", "dog")
    found = inspect(FOUR, recipe, replace(plain, column_names=names))
    assert (found.sample.classes, found.sample.gt_class.tolist()) == (names, [2, 0, 0, 3])
    assert [found.sample.class_name(gt) for gt in range(4)] == [FOUR.class_name(gt) for gt in range(4)]
    swapped = inspect(replace(FOUR, gt_class=np.array([2, 0, 0, 3]), classes=names), recipe, plain)
    assert found.loss.objectness == swapped.loss.objectness != inspect(FOUR, recipe, plain).loss.objectness
    told = {warning.kind: str(warning.example) for warning in found.warnings}
    assert told["given_classes"] == "classes are paired by name: the outputs number theirs otherwise than the dataset"
    assert in_dataset(found.sample, FOUR.classes, np.arange(4), 4).tolist() == [2, -1, 0, 1]


ONE_STAGE = load_recipe("retinanet-torchvision").with_tables({"resize": {"short": 64, "long": 96}})


def one_stage(columns=4, **more):
    """Return the inspection of `FOUR` under outputs of zeros."""
    count = ONE_STAGE.grid((64, 96)).size
    zeros = np.zeros((count, columns), np.float32), np.zeros((count, 4), np.float32)
    return inspect(more.pop("sample", FOUR), ONE_STAGE, Prediction(*zeros, network_size=(64, 96), **more))


def said(found):
    """Return what is said of the classes' pairing."""
    return [str(warning.example) for warning in found.warnings if warning.kind == "given_classes"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("bus", "fig", "Cat", "dog"), "(bus, fig, Cat, dog) otherwise than the dataset, whose cat is not among them"),
        (("bus", "dog", "cat", "dog"), "two of their classes (bus, dog, cat, dog) dog"),
        (("cat", "dog", "pig", "fig", "elk"), "(cat, dog, pig, fig, ...) otherwise than the dataset, whose bus is"),
    ],
)
def test_a_first_stages_names_that_pair_with_none_are_said(names, words):
    found = one_stage(len(names), column_names=names)
    (text,) = said(found)
    assert words in text
    assert text.endswith(": column k is taken for class k")
    assert found.sample.gt_class.tolist() == FOUR.gt_class.tolist()
    assert labelled(FOUR, ONE_STAGE, found.prediction).sample.classes == FOUR.classes


def test_names_of_another_number_than_the_columns_are_said_and_left_out():
    found = one_stage(column_names=("cat", "dog"))
    assert said(found) == ["class names in the outputs' file: 2, columns of its outputs: 4; the names are left out"]
    assert found.sample.gt_class.tolist() == FOUR.gt_class.tolist()


def test_a_picture_without_boxes_has_nothing_to_pair():
    bare, names = Sample("a.jpg", (64, 96), classes=FOUR.classes), ("bus", "fig", "cat", "dog")
    assert len(said(one_stage(column_names=names))) == 1
    assert said(one_stage(sample=bare, column_names=names)) == []


def test_a_what_if_says_how_classes_are_paired():
    found = one_stage(column_names=("bus", "fig", "cat", "dog"))
    changed = apply(found, WhatIf(0, truth=0, gt=(8.0, 8.0, 44.0, 40.0)))
    assert said(changed) == said(found) != []


def test_labels_of_a_trained_picture_count_the_files_classes():
    names = ("bus", "fig", "cat", "dog")
    trained = TrainedPicture(pixels=np.zeros((64, 96, 3), np.uint8))
    found = one_stage(gt=FOUR.gt[:3], gt_class=np.array([2, 0, 0]), trained=trained, column_names=names)
    assert found.sample.gt_class.tolist() == [2, 0, 0]
    assert [found.sample.class_name(gt) for gt in range(3)] == ["cat", "bus", "bus"]
    assert said(found)[0].endswith("ground truths are called as the outputs call them")


def test_a_column_without_a_box_is_called_as_the_file_calls_it():
    names = ("pig", "cat", "fig", "dog", "elk", "bus")
    seen = given([1, 5], 6, FOUR.gt[:2], names=names)  # a cat and a bus, and a bus and a dog not listed
    assert (seen.sample.classes, seen.sample.gt_class.tolist()) == (names, [1, 5, 5, 3])
    assert in_dataset(seen.sample, FOUR.classes, np.arange(6), 6).tolist() == [-1, 0, -1, 1, -1, 2]
    assert str(seen.pairing).startswith("classes are paired by name")


def test_a_file_that_the_boxes_contradict_names_no_column():
    names = ("pig", "cat", "fig", "dog", "elk", "bus")
    seen = given([3, 5], 6, FOUR.gt[:2], names=names)  # a cat given as 3, where the file has its dog
    assert seen.sample.classes[:6] == ("class 0", "class 1", "class 2", "cat", "class 4", "bus")


def test_boxes_name_a_column_that_the_file_calls_otherwise():
    names = ("pig", "Cat", "fig", "dog", "elk", "bus")
    seen = given([1, 5], 6, FOUR.gt[:2], names=names)
    assert seen.sample.classes == ("pig", "cat", "fig", "dog", "elk", "bus")
    assert given([0, 2], 3, FOUR.gt[:2], names=("Cat", "Dog", "Bus")).sample is FOUR


def test_given_labels_that_are_the_datasets_numbers_so_far_are_paired_by_name():
    seen = given([0], 3, FOUR.gt[:1], names=("cat", "bus", "dog"))
    assert (seen.sample.classes, seen.sample.gt_class.tolist()) == (("cat", "bus", "dog"), [0, 1, 1, 2])


def test_boxes_of_a_mosaic_are_called_as_the_file_calls_them():
    names = ("pig", "cat", "fig")
    seen = given([1, 2], 3, [[3, 3, 9, 11], [30, 31, 37, 33]], names=names)
    assert [seen.sample.class_name(gt) for gt in range(2)] == ["dog", "bus"]  # none of these is the dataset's
    names = ("bus", "cat", "dog")
    seen = given([1, 2], 3, [[3, 3, 9, 11], [30, 31, 37, 33]], names=names)
    assert [seen.sample.class_name(gt) for gt in range(2)] == ["cat", "dog"]


def test_a_class_the_dataset_has_not_is_no_column_and_equal_names_pair_nothing():
    frame = load_recipe("demo").with_tables({"resize": {"short": 64, "long": 96}}).resize.of(FOUR.size)
    names, odd = ("bus", "fig", "cat", "dog"), replace(FOUR, gt_class=np.array([0, 3, -1, 1]))
    paired = with_own_names(seen_by_trainer(odd, frame, None), names, 4)
    assert paired.sample.gt_class.tolist() == [2, -1, -1, 3]
    twice = seen_by_trainer(replace(FOUR, classes=("cat", "cat", "bus")), frame, None)
    assert with_own_names(twice, names, 4).sample.gt_class.tolist() == FOUR.gt_class.tolist()


@pytest.mark.parametrize("names", [(), OWN[:3], ("cat", "dog")])
def test_names_that_are_not_those_of_the_columns_change_nothing(names):
    seen = given([0, 2, 2, 1], 3)
    assert with_own_names(seen, names, 4) is seen
    assert with_own_names(seen, FOUR.classes, 3) is seen
    assert with_own_names(seen, OWN[:1], 1) is seen


def test_a_one_stage_loss_is_of_the_trainers_column():
    recipe = load_recipe("retinanet-torchvision").with_tables({"resize": {"short": 64, "long": 96}})
    count = recipe.grid(recipe.resize.of(FOUR.size).padded_size).size
    logits = np.tile(np.float32([-6, -1, -3, 1]), (count, 1))
    made = Prediction(logits, np.zeros((count, 4), np.float32), gt=FOUR.gt, gt_class=np.array([1, 3, 3, 2]))
    one = inspect(FOUR, recipe, made)
    p = 1 / (1 + np.exp(-np.float64([-6, -1, -3, 1])))
    negative, positive = -0.75 * p**2 * np.log(1 - p), -0.25 * (1 - p) ** 2 * np.log(p)
    column = np.array([1, 3, 3, 2])[one.assignment.gt[one.sampled_positive]]
    each = negative.sum() + positive[column] - negative[column]
    total = each.sum() + len(one.sampled_negative) * negative.sum()
    assert one.loss.objectness == pytest.approx(total / len(column), rel=1e-5)


def test_nothing_is_said_of_further_classes_after_the_datasets():
    frame = load_recipe("demo").with_tables({"resize": {"short": 64, "long": 96}}).resize.of(FOUR.size)
    names = (*FOUR.classes, "tram")
    for seen in (given([0, 2, 2, 1], 4, names=names), with_own_names(seen_by_trainer(FOUR, frame, None), names, 4)):
        assert (seen.sample.classes, seen.sample.gt_class.tolist()) == (names, [0, 2, 2, 1])
        assert str(seen.pairing) == ""


@pytest.mark.parametrize("kinds", [[0, 0, 0, 0], [1, 0, 0, 0], [1, 1, 0, 1]])
def test_names_that_boxes_of_merged_classes_contradict_are_not_believed(kinds):
    seen = given(kinds, 3, names=("bus", "cat", "dog"))
    assert "by name" not in str(seen.pairing)
    for gt, column in enumerate(kinds):
        called = seen.sample.class_name(gt)
        assert called == FOUR.class_name(gt) or called == f"class {column}"


def test_a_column_of_merged_classes_bears_the_name_of_one_of_them_or_another():
    seen = given([0, 1, 1, 1], 2, names=("cat", "vehicle"))
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["cat", "vehicle", "vehicle", "vehicle"]
    seen = given([0, 1, 1, 1], 2, names=("cat", "dog"))  # a bus is taken for a dog
    assert [seen.sample.class_name(gt) for gt in range(4)] == ["cat", "dog", "dog", "dog"]
