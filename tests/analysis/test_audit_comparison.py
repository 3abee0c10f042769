"""Two recipes over a dataset: the labels that change are those of Compare, picture by picture."""

import json
from collections import Counter

import numpy as np
import pytest
from test_audit_counts import dataset_of, sound

import rpn_inspector as ri
from rpn_inspector.analysis.audit.anchor_changes import anchor_changes
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.comparison import AuditComparison, comparison_document
from rpn_inspector.analysis.audit.dataset_changes import datasets_comparison
from rpn_inspector.analysis.audit.end_changes import end_changes
from rpn_inspector.analysis.audit.findings import findings_of
from rpn_inspector.analysis.audit.suggest import is_better, worse_numbers
from rpn_inspector.analysis.compare.gt_changes import compare_gts
from rpn_inspector.analysis.compare.label_changes import compare
from rpn_inspector.analysis.report.compared import NUMBERS, sections
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Notes, Record

PAIRS = [
    ("torchvision-mobilenet-320", "torchvision-mobilenet-320"),
    ("torchvision-fpn", "mmdet-fpn"),  # one grid, other rules
    ("detectron2-c4", "mmdet-c4"),  # anchors of one size in grids of another extent
    ("yolov3-608", "yolov5s"),  # inputs of nearly one size: a few anchors at one place
    ("torchvision-fpn", "ssd300-torchvision"),  # nothing in common
]


@pytest.mark.parametrize("names", PAIRS)
def test_anchors_that_change_are_those_of_each_picture(tmp_path, names):
    dataset, (one, other) = dataset_of(tmp_path, pictures=6), map(load_recipe, names)
    a, b = audit(dataset, one), audit(dataset, other)
    made = ri.compare_audits(a, b, workers=1)
    found, whys, by_gt = made.anchors, Counter(), np.zeros(len(a.used), int)
    compared, only_a, only_b, matrix = 0, 0, 0, np.zeros((3, 3), int)
    for number in range(len(dataset)):
        sample, kept = sound(dataset[number])
        pair = [inspect(sample, recipe) for recipe in (one, other)]
        wanted = compare(*pair)
        compared, matrix = compared + wanted.compared, matrix + wanted.matrix
        only_a, only_b = only_a + wanted.only_a, only_b + wanted.only_b
        whys.update(wanted.whys[why] for why in wanted.reasons.tolist())
        for at_a, at_b in zip(wanted.changed_a.tolist(), wanted.changed_b.tolist(), strict=True):
            mine, theirs = (side.assignment for side in pair)
            gt = theirs.gt[at_b] if theirs.label[at_b] == 1 else mine.gt[at_a] if mine.label[at_a] == 1 else -1
            if gt >= 0:
                by_gt[a.annotations.first[number] + kept[gt]] += 1
        rows = a.annotations.first[number] + kept
        gts = compare_gts(*pair)
        np.testing.assert_array_equal(made.gts.state[:, rows], gts.state)
        np.testing.assert_array_equal(made.gts.positives[:, rows], gts.positives)
    assert (found.compared, found.only_a, found.only_b) == (compared, only_a, only_b)
    assert found.matrix.tolist() == matrix.tolist()
    assert {why: count for why, count in zip(found.whys, found.by_why.tolist(), strict=True) if count} == dict(whys)
    assert found.by_gt.sum(1).tolist() == by_gt.tolist()
    assert found.differing == whys.total()
    assert (found.differing == 0) == (names in (PAIRS[0], PAIRS[-1]))


def test_a_part_of_the_pictures_is_evenly_taken_and_a_stop_ends(tmp_path):
    a, b = (audit(dataset_of(tmp_path), name) for name in ("torchvision-fpn", "mmdet-fpn"))
    assert anchor_changes(a, b, workers=1, most=4).images.tolist() == [0, 3, 6]
    assert anchor_changes(a, b, workers=1, most=9).images.tolist() == list(range(9))
    with pytest.raises(Cancelled, match=r"anchors of \d of 9 pictures"):
        anchor_changes(a, b, workers=1, progress=lambda done, total: True)


def test_a_moved_ground_truth_says_why(tmp_path):
    made = ri.compare_audits(*(audit(dataset_of(tmp_path), name) for name in ("torchvision-fpn", "mmdet-fpn")))
    document = made.document()["against"]
    moved = document["moved"]
    assert sum(row["count"] for row in document["whys"]) == moved
    assert moved == int((made.gts.state[0] != made.gts.state[1]).sum()) > 0
    kinds = {"matched": 0, "low-quality only": 1, "unmatched": 2, "left out": 3}
    for row in document["whys"]:
        rows = (made.gts.state[0] == kinds[row["from"]]) & (made.gts.state[1] == kinds[row["to"]])
        worse = made.b if kinds[row["to"]] > kinds[row["from"]] else made.a
        assert row["count"] == int((rows & worse.found[row["why"]]).sum())
    counts = {row["kind"]: row["found"] for row in document["kinds"]}
    for kind in ("unmatched", "few_positives", "low_quality_only", "positive_without_overlap"):
        wanted = [findings_of(side)[kind].count for side in (made.a, made.b)]
        assert counts.get(kind, [0, 0]) == wanted, kind


def test_audits_of_other_ground_truths_or_without_outputs_are_not_compared(tmp_path):
    one, other = (audit(dataset_of(tmp_path, seed), "torchvision-fpn") for seed in (0, 9))
    with pytest.raises(InspectorError, match="other ground truths"):
        ri.compare_audits(one, other)
    with pytest.raises(InspectorError, match="without outputs"):
        end_changes(one, one)


def test_classes_of_two_datasets_are_one_where_the_names_are(tmp_path):
    audits = []
    for classes, numbers in ((("a", "b", "b"), (0, 0, 1, 2)), (("b", "c"), (0, 1, 1))):
        record = Record("x.jpg", declared=(400, 400))
        for number in numbers:
            record.add((10.0, 10.0, 70.0, 70.0), number)
        audits.append(audit(Dataset(tmp_path, "made here", [record], classes, Notes()), "torchvision-fpn"))
    made = datasets_comparison(*audits)
    rows = [(row["class"], row["boxes"], row["share"]) for row in made["by_class"]]
    assert rows == [
        ("a", [2, 0], [0.5, None]),
        ("b", [1, 1], [0.25, pytest.approx(1 / 3)]),
        ("b", [1, 0], [0.25, None]),
        ("c", [0, 2], [None, pytest.approx(2 / 3)]),
    ]
    assert made["classes_of_one"] == [["a"], ["c"]]
    assert made["boxes_per_image"] == [4.0, 3.0]
    assert [row["boxes"] for row in made["by_size"]] == [[0, 0], [4, 3], [0, 0]]


def test_a_box_beyond_any_picture_stands_beside_as_unknown(tmp_path):
    """Corners of 1e300 px are infinite in the network's float32."""
    record = Record("x.jpg", declared=(400, 400))
    record.add((1e300, 0.0, 2e300, 1e300), 0)
    record.add((10.0, 10.0, 74.0, 74.0), 0)
    with np.errstate(over="ignore", invalid="ignore"):
        beyond = audit(Dataset(tmp_path, "made here", [record], ("a",), Notes()), "demo")
        made = datasets_comparison(audit(dataset_of(tmp_path), "demo"), beyond)
        json.dumps([made, comparison_document(AuditComparison(a=beyond, b=beyond, anchors=None))], allow_nan=False)
    assert made["box_sides"][1]["network_px"] == pytest.approx([51.2] * 5)  # of 64 px, at 0.8


def test_an_empty_dataset_stands_beside_with_dashes(tmp_path):
    full = audit(dataset_of(tmp_path, pictures=3), "torchvision-fpn")
    empty = audit(Dataset(tmp_path, "made here", [], (), Notes()), "torchvision-fpn")
    made = datasets_comparison(full, empty)
    assert (made["images"], made["boxes_per_image"][1]) == ([3, 0], None)
    assert made["box_sides"][1] is None
    assert made["targets"][1] == {"mean": None, "std": None}


def test_boxes_far_beyond_a_picture_are_compared_in_silence(tmp_path):
    record = Record("a.jpg", declared=(48, 64))
    for box in ((1.0, 2.0, 33.0, 44.0), (1.0, 2.0, 1e38, 22.0), (-1e19, -1e19, 1e19, 1e19)):
        record.add(box, 0)
    huge = Dataset(tmp_path, "made here", [record], ("cat",), Notes())
    for names in (("torchvision-fpn", "mmdet-fpn"), ("atss-mmdet", "retinanet-mmdet")):
        one, other = (audit(huge, name) for name in names)
        assert ri.compare_audits(one, other, workers=1).anchors.of == 1


@pytest.mark.parametrize("names", [("torchvision-fpn", "yolov8"), ("yolov8", "yolo26")])
def test_states_that_outputs_decide_are_not_compared(tmp_path, names):
    dataset = dataset_of(tmp_path)
    one, other = (audit(dataset, name) for name in names)
    made = comparison_document(AuditComparison(a=one, b=other, anchors=None))
    assert made["undecided"] == [name for name in names if name != "torchvision-fpn"]
    assert (made["matrix"], made["changed"], made["moved"], made["whys"], made["examples"]) == (
        None,
        None,
        None,
        [],
        [],
    )
    unknown = ("boxes_reached", "low_quality_only", "few_positives", "mean_best_iou", "positives_per_box")
    unknown += ("std_w", "std_h", "best_possible_recall", "anchors_over_threshold")
    for name, numbers in zip(names, made["numbers"], strict=True):
        assert [numbers[key] is None for key in unknown] == [name != "torchvision-fpn"] * len(unknown), name
        assert numbers["unmatched"] is not None
    (section,) = sections({"recipe": names[0], "against": made})
    assert str(section.words[0]).startswith(f"Outputs decide about positives under {' and '.join(made['undecided'])}, ")
    beside = datasets_comparison(other, other)["by_size"][0]
    assert (beside["positives"], beside["low_quality_only"]) == ([None, None], [None, None])


def test_one_ground_truth_with_another_state_is_one():
    found = {"undecided": [], "moved": 1, "recipe": "b", "worse": [], "matrix": None, "whys": [], "anchors": None}
    found |= {"numbers": [dict.fromkeys(NUMBERS)] * 2, "examples": [], "kinds": []}
    (section,) = sections({"recipe": "a", "against": found})
    assert str(section.words[0]) == "1 ground truth has another state under b."


def test_a_number_is_better_only_where_it_is_so_as_written():
    now = {"boxes_reached": 0.5, "mean_best_iou": 0.7, "unmatched": 3, "positives_per_box": 4.0, "few_positives": 2}
    assert not is_better(now, now | {"boxes_reached": 0.50004, "mean_best_iou": 0.700004})
    assert not is_better(now, now | {"mean_best_iou": float("nan")})
    assert is_better(now, now | {"mean_best_iou": 0.7001})
    assert is_better(now, now | {"unmatched": 2})
    assert worse_numbers(now, now | {"boxes_reached": 0.4989}) == ["boxes_reached"]
