"""The audit's counts are those of `inspect`, picture by picture, on the boxes with a width and a height."""

import dataclasses
import functools
import os

import numpy as np
import pytest

from rpn_inspector.analysis.audit.annotation_columns import annotations_of, of_images
from rpn_inspector.analysis.audit.audit import audit, audited
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.execution import Here, Processes
from rpn_inspector.analysis.audit.findings import Demand, picture_reasons
from rpn_inspector.analysis.audit.findings import findings_of as kinds_of
from rpn_inspector.analysis.audit.rows import distinct_pairs, rows_of
from rpn_inspector.analysis.report.headlines import headlines
from rpn_inspector.analysis.scan.scan import findings_of
from rpn_inspector.core.anchor_rules import ANCHORS
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.resize import FRAMES
from rpn_inspector.core.sample import Kind
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset

FINDINGS = ("untouched", "best_anchor_taken", "unmatched", "low_quality_only")


def dataset_of(tmp_path, seed=0, pictures=9, classes=("cat", "dog")):
    generator = np.random.default_rng(seed)
    records = []
    sizes = [(240, 320), (320, 240), (240, 320), (500, 500)]
    for number in range(pictures):
        height, width = sizes[number % len(sizes)]
        record = Record(f"{number:03}.jpg", declared=(height, width))
        for _ in range(int(generator.integers(0, 9)) if number else 0):
            side = np.exp(generator.normal(3.4, 0.9, 2)).clip(1, 230)
            corner = generator.uniform(0, np.array([width, height]) - side)
            kind = Kind(int(generator.choice([0, 0, 0, 0, 0, 1, 2, 3])))
            record.add((*corner.tolist(), *(corner + side).tolist()), int(generator.integers(0, 2)), kind)
        records.append(record)
    if pictures > 4:
        records[4].add((50.0, 60.0, 50.0, 90.0), 0)  # no width
        records[3].add((9000.0, 9000.0, 9010.0, 9010.0), 0)  # overlaps no anchor
        records[2].add(records[2].boxes[0] if records[2].boxes else (5.0, 5.0, 60.0, 70.0), 1)
    return Dataset(tmp_path, "made here", records, classes, Notes())


@pytest.mark.parametrize("number", [0, 1, 2, 400])
def test_distinct_pairs_are_those_of_numpy(number):
    pairs = np.random.default_rng(number).integers(-3, 12, (number, 2)) * 10**12  # sizes may be anything
    distinct, place = distinct_pairs(pairs)
    theirs, of_row = np.unique(pairs, axis=0, return_inverse=True)
    assert (distinct.tolist(), place.tolist()) == (theirs.tolist(), of_row.reshape(-1).tolist())


def test_the_audit_so_far_is_that_of_the_parts_there(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.units.MOST_PICTURES", 2)
    dataset, recipe, parts = dataset_of(tmp_path), load_recipe("torchvision-fpn"), []
    whole = audit(dataset, recipe, execution=Backwards(), partly=lambda make: parts.append(make()))
    assert len(parts) > 3
    assert [part.images for part in parts] == sorted(part.images for part in parts)
    for part in parts:  # each still what it was
        there = np.setdiff1d(np.arange(len(dataset)), part.waiting)
        rows = np.isin(whole.annotations.image, there)
        assert part.positives.tolist() == np.where(np.isin(np.arange(len(dataset)), there), whole.positives, 0).tolist()
        assert part.used.tolist() == (whole.used & rows).tolist()
        assert np.array_equal(part.gt, np.where(rows[:, None], whole.gt, np.nan), equal_nan=True)
        assert part.targets.count == int(part.positives.sum()) - part.targets.not_finite
        assert list(part.found) == [kind for kind in whole.found if kind in part.found]
    assert document(parts[-1], times=False) == document(whole, times=False)


def sound(sample):
    kept = (sample.gt[:, 2] > sample.gt[:, 0]) & (sample.gt[:, 3] > sample.gt[:, 1])
    made = dataclasses.replace(
        sample, gt=sample.gt[kept], gt_class=sample.gt_class[kept], gt_kind=sample.gt_kind[kept],
        gt_id=(), gt_attributes=(),
    )  # fmt: skip
    return made, np.flatnonzero(kept)


def check(found, dataset, recipe):
    targets, first = [], found.annotations.first
    for number in range(len(dataset)):
        sample, kept = sound(dataset[number])
        one, rows = inspect(sample, recipe), first[number] + kept
        name = f"{recipe.name}, picture {number}"
        assert found.positives[number] == one.positive.size, name
        assert found.anchors[number] == one.grid.size, name
        levels = np.bincount(one.grid.locate(one.positive).level, minlength=len(one.grid.levels))
        assert found.by_level[number].tolist() == levels.tolist(), name
        np.testing.assert_array_equal(found.gt[rows], one.gt, name)
        np.testing.assert_array_equal(found.used[rows], one.used, name)
        np.testing.assert_array_equal(found.gt_positives[rows], one.assignment.gt_positives, name)
        np.testing.assert_array_equal(found.gt_low_quality[rows], one.assignment.gt_low_quality, name)
        known = one.assignment.gt_best_iou
        best = np.where(one.used, np.nan if known is None else known, np.nan)
        np.testing.assert_array_equal(found.best_iou[rows], best.astype(np.float64), name)
        kinds = dict(findings_of(one))
        for kind in FINDINGS:
            mine = np.flatnonzero(found.found.get(kind, np.zeros(len(found.used), bool))[rows] & found.used[rows])
            degenerate = kinds.get("degenerate", ())  # clipped to nothing, and said as such by the scan
            assert tuple(sorted({*mine.tolist()} - {*degenerate})) == kinds.get(kind, ()), (name, kind)
        best_anchor = one.assignment.gt_best_anchor
        if best_anchor is None:  # a rule without IoU
            best_anchor = np.full(len(one.gt), -1)
        for gt in np.flatnonzero(one.used & (best_anchor >= 0)):
            owner = int(one.assignment.gt[best_anchor[gt]])
            assert found.owner[rows[gt]] == (rows[owner] if owner >= 0 else -1), (name, gt)
        targets.append(one.t_star[np.isfinite(one.t_star).all(1)].astype(np.float64))
    every = np.concatenate(targets)
    assert found.targets.count == len(every)
    if len(every):
        np.testing.assert_allclose(found.targets.mean, every.mean(0), rtol=1e-10, atol=1e-12)
        np.testing.assert_allclose(found.targets.std, every.std(0), rtol=1e-10)
    assert found.targets.histogram.sum(1).tolist() == (len(every) - found.targets.beyond.sum(1)).tolist()


@pytest.mark.parametrize("name", [n for n in list_recipes() if not n.startswith("efficientdet-d") or n[-1] == "0"])
def test_counts_equal_inspect_picture_by_picture(tmp_path, name):
    dataset, recipe = dataset_of(tmp_path), load_recipe(name)
    check(audit(dataset, recipe), dataset, recipe)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_number_of_processes_and_any_order_of_arrival_gives_the_same_bytes(tmp_path, seed, monkeypatch):
    dataset, recipe = dataset_of(tmp_path, seed), load_recipe("torchvision-mobilenet-320")
    monkeypatch.setattr("rpn_inspector.analysis.audit.units.MOST_BOXES", 5)
    one = audit(dataset, recipe, lint=False)
    several = audited(annotations_of(dataset), recipe, Backwards() if seed == 1 else Processes(2))
    for field in dataclasses.fields(one):
        mine = getattr(one, field.name)
        if isinstance(mine, np.ndarray):
            assert mine.tobytes() == getattr(several, field.name).tobytes(), field.name
    assert one.targets.mean.tobytes() == several.targets.mean.tobytes()
    assert one.targets.squares.tobytes() == several.targets.squares.tobytes()
    assert document(one, times=False) == document(several, times=False)


class Backwards(Here):
    """Results arrive last first."""

    def completed(self):
        yield from reversed(list(super().completed()))


def test_a_pass_that_is_stopped_says_where(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.units.MOST_BOXES", 5)
    with pytest.raises(Cancelled, match="stopped after 2 of 9 pictures"):
        audit(dataset_of(tmp_path), "torchvision-fpn", progress=lambda done, total: done >= 2)


def test_boxes_are_counted_by_hand(tmp_path):
    """A 400 x 400 picture, not resized: anchors of 100 px at (50, 50), (150, 50), ..., as squares of a cell."""
    recipe = dataclasses.replace(
        load_recipe("torchvision-fpn"),
        resize=FRAMES.build("resize", {"short": 400, "long": 400, "pad_multiple": 1}, []),
        anchors=ANCHORS.build("anchors", {"strides": [100], "sizes": [[100]], "ratios": [1.0], "names": ["P"]}, []),
    )
    record = Record("a.jpg", declared=(400, 400))
    for box in [
        (-50, -50, 50, 50),
        (60, 60, 140, 140),
        (250, 250, 350, 350),
        (110, 110, 110, 150),
        (352, 352, 360, 360),
    ]:
        record.add(box, 0)
    found = audit(Dataset(tmp_path, "made here", [record], ("a",), Notes()), recipe)
    # anchors stand at -50..50, 50..150, 150..250, 250..350 along each axis
    assert found.anchors.tolist() == [16]
    # the last box overlaps none, so all 16 tie for it, and this library gives the 13 without an overlap to the first
    assert found.gt_positives.tolist() == [14, 1, 1, 0, 0]
    assert found.gt_low_quality.tolist() == [13, 1, 0, 0, 0]
    assert found.no_overlap.tolist() == [13]
    assert found.best_iou.tolist()[:3] == [1.0, pytest.approx(0.64), 1.0]
    assert np.isnan(found.best_iou[3])  # no width: in no count
    assert found.found["untouched"].tolist() == [False, False, False, False, True]
    assert found.best_anchor_of_another.tolist() == [False] * 5  # at IoU 0 none is the best
    kinds = kinds_of(found)
    trapped = kinds["positive_without_overlap"]
    assert (trapped.image.tolist(), trapped.row.tolist(), trapped.of) == ([0], [-1], 1)
    assert picture_reasons(found)["positive_without_overlap"] == {
        0: "13 of its 16 positive anchors overlap no ground truth"
    }
    assert (
        Demand.parse("positive_without_overlap:50%")
        .failed(trapped)
        .endswith("1 of 1 images (100.0%), wanted at most 50 %")
    )
    made = document(found)
    assert made["kinds"]["positive_without_overlap"]["count"] == 1
    assert str(headlines(made)[1].text) == "13 anchors are positive and overlap no ground truth."
    assert "1 overlaps no anchor at all." in str(headlines(made)[0].detail)


PICTURES = int(os.environ.get("RPN_INSPECTOR_PICTURES", "2"))  # of each dataset, evenly taken; .ci/long takes all


@pytest.fixture
def real(shared_data):
    return mixed(shared_data)


@functools.cache
def mixed(shared_data):
    """Return pictures of four real datasets as one, so that sizes and classes are mixed."""
    records = []
    folders = [shared_data / name for name in ("bccd_voc", "coco_mini", "kitti_mini")]
    for dataset in map(open_dataset, [*folders, shared_data / "multiformat" / "gts" / "coco_format_v1"]):
        for number in np.unique(np.linspace(0, len(dataset) - 1, PICTURES).astype(int)).tolist():
            sample = dataset[number]
            record = Record(f"{len(records):03}.jpg", declared=sample.size)
            for box, label, kind in zip(sample.gt.tolist(), sample.gt_class.tolist(), sample.gt_kind, strict=True):
                record.add(tuple(box), label, Kind(int(kind)))
            records.append(record)
    return Dataset(shared_data, "made here", records, tuple(f"c{number}" for number in range(100)), Notes())


@pytest.mark.shared_data
@pytest.mark.parametrize("name", list_recipes())
def test_real_pictures_are_counted_as_inspect_counts_them(real, name):
    recipe = load_recipe(name)
    check(audit(real, recipe), real, recipe)


@pytest.mark.shared_data
def test_the_counts_are_those_of_the_whole_matrix(real):
    """Written from torchvision's Matcher: 0.7 and 0.3, ties of the best IoU positive, each to its own argmax."""
    recipe, found = load_recipe("torchvision-fpn"), audit(real, "torchvision-fpn")
    for number in range(len(real)):
        sample, kept = sound(real[number])
        frame, rows = recipe.resize.of(sample.size), found.annotations.first[number] + kept
        used = found.used[rows]
        gt = frame.to_network(sample.gt)[used]
        if not len(gt):
            assert found.positives[number] == 0
            continue
        matrix = np.stack([iou_with(box, recipe.grid(frame.padded_size).all_boxes()) for box in gt])
        best, owner = matrix.max(0), matrix.argmax(0)
        positive = (best >= np.float32(0.7)) | (matrix == matrix.max(1, keepdims=True)).any(0)
        wanted = np.bincount(owner[positive], minlength=len(gt))
        low = np.bincount(owner[positive & (best < np.float32(0.7))], minlength=len(gt))
        assert found.positives[number] == positive.sum()
        assert found.gt_positives[rows][used].tolist() == wanted.tolist()
        assert found.gt_low_quality[rows][used].tolist() == low.tolist()
        assert found.best_anchor[rows][used].tolist() == matrix.argmax(1).tolist()
        taken = (owner[matrix.argmax(1)] != np.arange(len(gt))) & (matrix.max(1) > 0)
        assert found.best_anchor_of_another[rows][used].tolist() == taken.tolist()


def test_columns_of_some_pictures_are_cut_alike(tmp_path):
    whole = annotations_of(dataset_of(tmp_path))
    images = np.array([4, 1])
    part, rows = of_images(whole, images), rows_of(whole.first, images)
    cut = [
        field.name
        for field in dataclasses.fields(whole)
        if isinstance(getattr(whole, field.name), np.ndarray) and len(getattr(whole, field.name)) == len(whole.box)
    ]
    assert set(cut) == {"box", "label", "kind", "area", "zero"}
    for name in cut:
        np.testing.assert_array_equal(getattr(part, name), getattr(whole, name)[rows], name)


@pytest.mark.parametrize(("name", "decided"), [("yolov3-416-darknet", True), ("yolov8", False)])
def test_positives_of_groups_are_numbers_only_where_geometry_decides(tmp_path, name, decided):
    """darknet ignores by what is predicted, but who is positive no output changes."""
    found = audit(dataset_of(tmp_path), load_recipe(name), workers=1, lint=False)
    assert found.decided == decided
    told = document(found, times=False)
    groups = [*told["by_class"], *told["by_size"]]
    assert {row["positives"] is None for row in groups} == {not decided}
    if decided:
        assert sum(row["positives"] for row in told["by_class"]) == found.gt_positives[found.used].sum()
