"""The outputs' part of the audit: losses are those of `inspect`, and each ground truth has one end."""

import dataclasses

import numpy as np
import pytest

from rpn_inspector.analysis.audit import lost_tables
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.execution import Here, Processes
from rpn_inspector.analysis.audit.findings import OUTPUT_KINDS, findings_of
from rpn_inspector.analysis.audit.lost import End
from rpn_inspector.analysis.audit.lost_words import least_found, lost_sentences
from rpn_inspector.analysis.audit.output_counts import count_outputs
from rpn_inspector.core.anchor_rules import ANCHORS
from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.fates import decoded_boxes, fate_of
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.proposals import FURTHEST, Fate, objectness
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resize import FRAMES
from rpn_inspector.data.datasets.dataset import Cancelled, Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions, save_dump

RECIPES = [
    "torchvision-fpn", "torchvision-mobilenet-320", "paper-vgg16", "mmdet-c4", "retinanet-torchvision", "yolov3-416",
    "ssd300-torchvision", "efficientdet-d0",
]  # fmt: skip
CLASSES = {"bce": 1, "softmax": 1, "focal": 3, "cross_entropy": 4, "yolo": 4}


def dataset_of(tmp_path, seed=0, pictures=5):
    generator, records = np.random.default_rng(seed), []
    for number in range(pictures):
        height, width = [(240, 320), (320, 240)][number % 2]
        record = Record(f"{number:03}.jpg", declared=(height, width))
        for _ in range(int(generator.integers(1, 9)) if number else 0):
            side = np.exp(generator.normal(3.8, 0.7, 2)).clip(8, 200)
            corner = generator.uniform(0, np.array([width, height]) - side)
            record.add((*corner.tolist(), *(corner + side).tolist()), int(generator.integers(0, 3)))
        records.append(record)
    records[1].add((50.0, 60.0, 50.0, 90.0), 0)  # no width
    return Dataset(tmp_path, "made here", records, ("cat", "dog", "hen"), Notes())


def hardly_scaled(name):
    """A recipe that enlarges these pictures, of 240 x 320 px, by 1.25 alone: fewer anchors, the same rules."""
    recipe = load_recipe(name)
    if not hasattr(recipe.resize, "short"):
        return recipe
    return dataclasses.replace(recipe, resize=dataclasses.replace(recipe.resize, short=300, long=400))


def sound(sample):
    kept = sample.gt[:, 2] > sample.gt[:, 0]
    return dataclasses.replace(
        sample, gt=sample.gt[kept], gt_class=sample.gt_class[kept], gt_kind=sample.gt_kind[kept], gt_id=(),
        gt_attributes=(),
    )  # fmt: skip


def outputs_of(dataset, recipe, seed=0, without=()):
    """Outputs that answer well for some ground truths and badly for others, by picture name."""
    generator, made = np.random.default_rng(seed), {}
    for index in range(len(dataset)):
        if index in without:
            continue
        sample = sound(dataset[index])
        one = inspect(sample, recipe)
        columns = CLASSES[recipe.loss.objectness]
        logits = generator.normal(-3, 1.5, (one.grid.size, columns)).astype(np.float32)
        deltas = generator.normal(0, 0.3, (one.grid.size, 4)).astype(np.float32)
        small = generator.random(one.grid.size) < 0.97  # too small a box to reach anything
        strides = one.grid.strides(np.arange(one.grid.size))
        middle = np.tile(one.grid.all_boxes()[:, :2] + 8, 2) + np.array([0, 0, 6, 6])
        deltas[small] = recipe.coder.raw_for(one.grid.all_boxes()[small], middle[small], strides[small])
        answered = generator.random(len(one.gt)) < 0.8
        near = one.positive[answered[one.assignment.gt[one.positive]]]
        gt, sure = one.assignment.gt[near], generator.normal(1.5, 3, len(near))
        deltas[near] = recipe.coder.raw_for(one.grid.boxes(near), one.gt[gt], one.grid.strides(near))
        deltas[near] += generator.normal(0, 0.15, (len(near), 4))
        if columns == 1:
            logits[near, 0] += 2 * sure
        else:
            logits[near, sample.gt_class[gt] + columns - 3] += 2 + sure
            if recipe.loss.objectness == "yolo":
                logits[near, 0] += 2 + sure
        flat = logits[:, 0] if columns == 1 else logits
        made[sample.name] = Prediction(objectness=flat, deltas=deltas)
    return made


def slow_end(one, boxes, gt, kind, columns, detections):
    """The end of one ground truth, asked for in the order of the words."""
    reach = np.flatnonzero(iou_with(one.gt[gt], boxes) >= 0.5).tolist()
    fates = [Fate(one.proposals.pair_fate[a * columns + kind]) for a in reach]
    if detections is not None:
        if gt in detections:
            return End.FOUND
    elif Fate.KEPT in fates:
        return End.FOUND
    if not one.assignment.gt_positives[gt]:
        return End.NO_ANCHOR
    if not reach:
        return End.NEVER_REACHES
    scored_first = one.recipe.proposals.min_score_first
    early = [Fate.LOW_SCORE, Fate.CUT_LEVEL, Fate.TOO_SMALL] if scored_first else [*FURTHEST[2:4], Fate.LOW_SCORE]
    if one.recipe.proposals.filter_first:
        early = [Fate.TOO_SMALL, Fate.LOW_SCORE, Fate.CUT_LEVEL]
    last = max(fates, key=[*early, Fate.SUPPRESSED, Fate.CUT_FINAL, Fate.KEPT].index)
    if last == Fate.LOW_SCORE:
        return End.LOW_SCORE
    return End.SUPPRESSED if last in (Fate.SUPPRESSED, Fate.KEPT) else End.CUT_BY_TOP_K


def slow_detected(one, columns):
    """The ground truths with a detection of their own, matched highest score first."""
    taken, kept = set(), one.proposals
    boxes = one.to_original(kept.boxes).astype(np.float64)
    for number in np.argsort(-kept.scores.astype(np.float64), kind="stable"):
        able = [g for g in range(len(one.gt)) if g not in taken and one.used[g]]
        if columns > 1:
            able = [g for g in able if one.sample.gt_class[g] == kept.classes[number]]
        fits = [iou_with(boxes[number], one.sample.gt[g : g + 1])[0] for g in able]
        if fits and max(fits) >= 0.5:
            taken.add(able[int(np.argmax(fits))])
    return taken


@pytest.mark.parametrize("name", RECIPES)
def test_losses_and_ends_are_those_of_inspect_picture_by_picture(tmp_path, name):
    dataset, recipe = dataset_of(tmp_path), hardly_scaled(name)
    outputs = outputs_of(dataset, recipe)
    found = audit(dataset, recipe, outputs)
    of, first, losses = found.predicted, found.annotations.first, []
    for index in range(len(dataset)):
        sample = sound(dataset[index])
        one = inspect(sample, recipe, outputs[sample.name])
        rows = first[index] + np.flatnonzero(~found.annotations.zero[first[index] : first[index + 1]])
        losses.append((one.loss.objectness, one.loss.box, one.loss.total))
        assert of.loss[index].tolist() == list(losses[-1])
        assert np.nansum(of.gt_box[rows]) == pytest.approx(one.loss.box)
        assert of.by_level[index].sum(0) == pytest.approx([one.loss.objectness, one.loss.box])
        columns = CLASSES[recipe.loss.objectness]
        columns = 1 if columns == 1 else 3
        detector = recipe.loss.objectness not in ("bce", "softmax")
        detections = slow_detected(one, columns) if detector else None
        boxes = decoded_boxes(one, np.arange(one.grid.size))
        for gt, row in enumerate(rows.tolist()):
            kind = 0 if columns == 1 else int(sample.gt_class[gt])
            wanted = slow_end(one, boxes, gt, kind, columns, detections) if one.used[gt] else -1
            assert of.end[row] == wanted, (name, index, gt)
            owned = one.loss.rows[: len(one.loss.box_per_coordinate)][one.assignment.gt[
                one.loss.rows[: len(one.loss.box_per_coordinate)]] == gt]  # fmt: skip
            assert of.sampled[row] == len(owned)
            assert np.isnan(of.gt_box[row]) == (len(owned) == 0)
    assert of.mean_loss == pytest.approx(np.mean(losses, 0))
    assert len({*of.end[of.judged].tolist()}) > 1, "the outputs are to end in several ways"
    made = document(found)
    assert made["loss"]["total"] == pytest.approx(np.mean(losses, 0)[2])
    assert sum(row["box"] for row in made["loss"]["by_level"]) == pytest.approx(made["loss"]["box"])


@pytest.mark.parametrize("name", ["retinanet-torchvision", "yolov3-416", "torchvision-fpn"])
def test_the_fates_of_classes_join_to_the_fate_of_the_anchor(tmp_path, name):
    dataset, recipe = dataset_of(tmp_path), hardly_scaled(name)
    for sample_name, outputs in outputs_of(dataset, recipe).items():
        one = inspect(sound(dataset[dataset.find(sample_name)]), recipe, outputs)
        kept = one.proposals
        table = kept.pair_fate.reshape(one.grid.size, -1)
        furthest = np.argsort(np.array(FURTHEST))[table].max(1)
        np.testing.assert_array_equal(np.array(FURTHEST)[furthest], kept.fate)
        assert sorted(np.flatnonzero(kept.pair_fate == Fate.KEPT).tolist()) == sorted(
            (kept.anchor * table.shape[1] + kept.classes).tolist()
        )
        assert kept.suppressed_pair.tolist() == np.flatnonzero(kept.pair_fate == Fate.SUPPRESSED).tolist()
        # a suppressor has survived, and overlaps by more than the threshold
        assert np.isin(kept.pair_fate[kept.suppressor_pair], (Fate.KEPT, Fate.CUT_FINAL)).all()
        boxes = decoded_boxes(one, np.arange(one.grid.size))
        for pair, by in zip(kept.suppressed_pair.tolist()[:50], kept.suppressor_pair.tolist()[:50], strict=True):
            columns = table.shape[1]
            assert iou_with(boxes[by // columns], boxes[pair // columns][None])[0] > recipe.proposals.nms


def by_hand(tmp_path):
    """A 400 x 400 picture, not resized, with 16 anchors of 100 px; each ground truth ends in another way."""
    recipe = load_recipe("torchvision-fpn")
    recipe = dataclasses.replace(
        recipe,
        resize=FRAMES.build("resize", {"short": 400, "long": 400, "pad_multiple": 1}, []),
        anchors=ANCHORS.build("anchors", {"strides": [100], "sizes": [[100]], "ratios": [1.0], "names": ["P"]}, []),
        proposals=dataclasses.replace(
            recipe.proposals, pre_nms=8, post_nms=3, min_size=30.0, min_score=0.05, nms=0.4, nms_within="all"
        ),
    )
    record = Record("a.jpg", declared=(400, 400))
    for box in [
        (50, 50, 150, 150), (60, 60, 140, 140), (150, 50, 250, 150), (250, 50, 350, 150), (50, 150, 150, 250),
        (150, 150, 250, 250), (250, 150, 350, 178), (150, 250, 250, 350), (90, 250, 190, 350),
    ]:  # fmt: skip
        record.add(box, 0)
    dataset = Dataset(tmp_path, "made here", [record], ("cell",), Notes())
    answers = {
        5: ((50, 50, 150, 110), 0.9),  # reaches the first, and not the second by 0.476
        6: ((0, 300, 40, 340), 0.4),
        7: ((250, 50, 350, 150), 0.01),
        9: ((50, 150, 150, 250), 0.001),
        10: ((150, 150, 250, 250), 0.2),
        11: ((250, 150, 350, 178), 0.3),
        13: ((100, 250, 200, 350), 0.8),
        14: ((130, 250, 230, 350), 0.5),
        15: ((300, 300, 390, 390), 0.02),
    }
    grid = recipe.grid((400, 400))
    logits, deltas = np.full(16, -9.0, np.float32), np.zeros((16, 4), np.float32)
    for anchor, (box, score) in answers.items():
        logits[anchor] = np.log(score / (1 - score))
        deltas[anchor] = recipe.coder.raw_for(grid.boxes([anchor]), np.array([box], np.float32), None)[0]
    return dataset, recipe, {"a.jpg": Prediction(objectness=logits, deltas=deltas)}


def test_each_end_by_hand(tmp_path):
    dataset, recipe, outputs = by_hand(tmp_path)
    found = audit(dataset, recipe, outputs)
    of = found.predicted
    assert [End(end).name for end in of.end] == [
        "FOUND", "NO_ANCHOR", "NEVER_REACHES", "LOW_SCORE", "CUT_BY_TOP_K", "CUT_BY_TOP_K", "CUT_BY_TOP_K",
        "SUPPRESSED", "FOUND",
    ]  # fmt: skip
    assert [Fate(fate).name for fate in of.fate[3:8]] == [
        "LOW_SCORE", "CUT_LEVEL", "CUT_FINAL", "TOO_SMALL", "SUPPRESSED",
    ]  # fmt: skip
    assert (of.by[7], of.by_row[7]) == (13, 8)
    assert of.by_iou[7] == pytest.approx(7000 / 13000, abs=1e-5)
    assert of.own.tolist() == [-1] * 7 + [14, -1]
    fate = fate_of(inspect(dataset[0], recipe, outputs["a.jpg"]), 14)
    assert (fate.suppressor, f"{fate.nms_iou:.4f}") == (13, f"{of.by_iou[7]:.4f}")
    assert np.isnan(of.score[[1, 2]]).all()
    np.testing.assert_allclose(of.score[[0, 3, 4, 7]], [0.9, 0.01, 0.001, 0.5], rtol=1e-5)
    assert of.best[0] == pytest.approx(0.6, abs=1e-5)
    made = document(found)
    ends = made["ends"]
    assert (ends["judged"], ends["lost"], ends["found"], ends["cut_by_top_k"]) == (9, 7, 2, 3)
    assert ends["at"] == {
        "low_score": 1, "cut_level": 1, "cut_final": 1, "too_small": 1, "suppressed": 1, "kept": 0,
    }  # fmt: skip
    assert made["sentences"][0] == "7 of 9 ground truths are lost, 3 of them by a top-k."
    assert "1 are cut by the first 8 a level, 1 by the last 3, 1 are too small." in made["sentences"]
    assert "1 is suppressed, by a box of another ground truth." in made["sentences"]
    kinds = findings_of(found)
    assert {kind: kinds[kind].count for kind in OUTPUT_KINDS} == {
        "no_proposal": 7, "no_anchor": 1, "never_reaches": 1, "low_score": 1, "cut_by_top_k": 3, "suppressed": 1,
        "no_outputs": 0, "bad_outputs": 0, "misfit": 0, "unplaced": 0,
    }  # fmt: skip


def test_tables_add_up_to_all(tmp_path):
    dataset, recipe = dataset_of(tmp_path, 3), load_recipe("torchvision-fpn")
    found = audit(dataset, recipe, outputs_of(dataset, recipe))
    of = found.predicted
    for table in (
        lost_tables.ends_by_class, lost_tables.ends_by_size, lost_tables.ends_by_best_anchor, lost_tables.ends_by_level,
    ):  # fmt: skip
        groups = table(found, of)
        assert groups.ends.sum(0).tolist() == np.bincount(of.end[of.judged], minlength=6).tolist()
        assert (groups.ends.sum(1) == groups.boxes).all()
        assert np.nansum(groups.box) == pytest.approx(np.nansum(of.gt_box)) == pytest.approx(of.loss[:, 1].sum())
    label = found.annotations.label
    assert lost_tables.ends_by_class(found, of).boxes.tolist() == np.bincount(label[of.judged], minlength=3).tolist()
    hardest = lost_tables.hardest(of, 3)
    assert of.gt_box[hardest].tolist() == sorted(of.gt_box[np.isfinite(of.gt_box)].tolist(), reverse=True)[:3]


def test_costliest_anchors_and_calibration_are_those_of_all_pictures(tmp_path):
    dataset, recipe = dataset_of(tmp_path, 4), load_recipe("torchvision-mobilenet-320")
    outputs = outputs_of(dataset, recipe)
    of = audit(dataset, recipe, outputs).predicted
    costs, bins, kept = [], np.zeros((3, 10)), np.zeros((3, 10))
    for index in range(len(dataset)):
        one = inspect(sound(dataset[index]), recipe, outputs[dataset.names[index]])
        box = one.loss.box_per_coordinate.sum(1)
        for place, anchor in enumerate(one.loss.rows.tolist()):
            cost = one.loss.objectness_per_anchor[place] + (box[place] if place < len(box) else 0)
            costs.append((-cost, index, anchor))
        for score, label in zip(objectness(one.logits, recipe.loss).tolist(), one.assignment.label, strict=True):
            if label >= 0:
                bins[:, min(int(score * 10), 9)] += (1, score, label)
        for score, box in zip(one.proposals.scores.tolist(), one.proposals.boxes, strict=True):
            hit = len(one.gt) > 0 and iou_with(box, one.gt).max() >= 0.5
            kept[:, min(int(score * 10), 9)] += (1, score, hit)
    wanted = sorted(costs)[:50]
    assert [(image, anchor) for _, image, anchor in wanted] == [
        (int(each["image"]), int(each["anchor"])) for each in of.costly
    ]
    np.testing.assert_allclose(of.costly["loss"], [-cost for cost, _, _ in wanted])
    np.testing.assert_allclose(of.calibration, [bins, kept])


def same(one, other):
    for field in dataclasses.fields(one.predicted):
        mine, theirs = getattr(one.predicted, field.name), getattr(other.predicted, field.name)
        if isinstance(mine, np.ndarray):
            assert mine.tobytes() == theirs.tobytes(), field.name
        elif field.name == "answers":
            assert [each.boxes.tobytes() for each in mine] == [each.boxes.tobytes() for each in theirs]
        else:
            assert mine == theirs, field.name
    assert document(one, times=False) == document(other, times=False)


class Backwards(Here):
    """Results arrive last first."""

    def completed(self):
        yield from reversed(list(super().completed()))


def test_files_give_the_same_bytes_in_any_number_of_processes_and_order(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.output_units.PICTURES", 2)
    dataset, recipe = dataset_of(tmp_path, 5, 6), load_recipe("torchvision-mobilenet-320")
    outputs = outputs_of(dataset, recipe, without=(3,))
    save_dump(tmp_path / "a.rpn", outputs, recipe=recipe.name)
    read = open_predictions(tmp_path / "a.rpn")
    one = audit(dataset, recipe, read)
    same(one, audit(dataset, recipe, read, outputs_in=Processes(2, count_outputs)))
    same(one, audit(dataset, recipe, read, outputs_in=Backwards(count_outputs)))
    texts = tmp_path / "texts"
    texts.mkdir()
    for index in range(4):
        sample = dataset[index]
        lines = [f"cat 0.9 {' '.join(map(str, box + 1))}" for box in sample.gt[:2]]
        (texts / f"{sample.name[:-4]}.txt").write_text("\n".join(lines), encoding="utf-8")
    boxes = open_predictions(texts)
    same(audit(dataset, recipe, boxes), audit(dataset, recipe, boxes, outputs_in=Processes(2, count_outputs)))


def test_what_is_missing_or_broken_is_a_finding_and_in_no_number(tmp_path):
    dataset, recipe = dataset_of(tmp_path, 6, 6), load_recipe("torchvision-mobilenet-320")
    outputs = outputs_of(dataset, recipe, without=(1,))
    whole = audit(dataset, recipe, dict(outputs)).predicted
    broken = outputs["002.jpg"]
    outputs["002.jpg"] = dataclasses.replace(broken, deltas=broken.deltas[:-1])
    found = audit(dataset, recipe, outputs)
    of, kinds = found.predicted, findings_of(found)
    assert (kinds["no_outputs"].image.tolist(), kinds["bad_outputs"].image.tolist()) == ([1], [2])
    assert "deltas" in of.problems[2]
    gone = np.isin(found.annotations.image, [1, 2])
    assert (of.end[gone] == -1).all()
    assert np.isnan(of.gt_box[gone]).all()
    assert np.isnan(of.loss[[1, 2]]).all()
    assert of.end[~gone].tolist() == whole.end[~gone].tolist()
    about = document(found)
    assert (about["predictions"]["without"], about["predictions"]["bad"], about["loss"]["images"]) == (1, 1, 4)
    assert "1 image has no outputs and is in no number here." in about["sentences"]


def test_without_any_usable_outputs_nothing_is_known(tmp_path):
    dataset, recipe = dataset_of(tmp_path), load_recipe("torchvision-fpn")
    made = document(audit(dataset, recipe, {}))
    assert made["loss"] is None
    assert made["calibration"] == {"anchors": None, "boxes": None}
    assert all(row["share_found"] is None and row["box_loss"] is None for row in made["lost"]["by_class"])
    assert made["sentences"][0] == "No ground truth can be judged."
    assert "ends" not in document(audit(dataset, recipe))


def test_a_reading_that_is_wrong_is_a_finding(tmp_path):
    dataset, recipe = dataset_of(tmp_path), load_recipe("torchvision-mobilenet-320")
    wrong = {
        name: dataclasses.replace(one, objectness=1 / (1 + np.exp(-one.objectness)))
        for name, one in outputs_of(dataset, recipe).items()
    }
    found = audit(dataset, recipe, wrong)
    assert findings_of(found)["misfit"].count == found.predicted.looked == 4
    assert "probabilities" in next(iter(found.predicted.misfits.values()))
    assert any("seem to be laid out otherwise" in words for words in document(found)["sentences"])


def test_ground_truths_of_an_unknown_frame_are_not_judged_but_the_loss_counts(tmp_path):
    dataset, recipe = dataset_of(tmp_path), load_recipe("torchvision-mobilenet-320")
    outputs = outputs_of(dataset, recipe)
    mosaic = np.array([[3, 4, 90, 77], [100, 30, 180, 99], [20, 130, 66, 200]], np.float32)
    outputs["003.jpg"] = dataclasses.replace(outputs["003.jpg"], gt=mosaic)
    found = audit(dataset, recipe, outputs)
    of = found.predicted
    assert of.unplaced.tolist() == [3]
    assert (of.end[found.annotations.image == 3] == -1).all()
    assert of.loss[3].tolist()[2] == inspect(sound(dataset[3]), recipe, outputs["003.jpg"]).loss.total


def test_a_pass_that_is_stopped_says_where(tmp_path, monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.output_units.PICTURES", 2)
    dataset, recipe = dataset_of(tmp_path), load_recipe("torchvision-mobilenet-320")
    with pytest.raises(Cancelled, match="the outputs of 2 of 5 pictures"):
        audit(dataset, recipe, outputs_of(dataset, recipe), progress=lambda done, total: done >= 7 and total == 10)


class Boxes:
    """A caller's own outputs: decoded boxes."""

    def __init__(self, boxes):
        self.boxes = boxes

    def predict(self, sample, recipe):
        return self.boxes.get(sample.name)


def test_final_detections_are_judged_by_class_each_for_one_ground_truth(tmp_path):
    record = Record("a.jpg", declared=(400, 400))
    for box, kind in [((50, 50, 150, 150), 0), ((80, 50, 180, 150), 0), ((200, 200, 300, 300), 1)]:
        record.add(box, kind)
    dataset = Dataset(tmp_path, "made here", [record], ("cat", "dog"), Notes())
    boxes = Detections(
        boxes=np.array([[52, 52, 152, 152], [200, 200, 300, 300], [10, 10, 20, 20.0]]),
        scores=np.array([0.8, 0.9, 0.3]),
        classes=("cat", "cat", "cow"),
    )
    found = audit(dataset, "torchvision-fpn", Boxes({"a.jpg": boxes}))
    of = found.predicted
    # the second cat is reached by the box of the first; the dog by a box of another class alone
    assert [End(end).name for end in of.end] == ["FOUND", "SUPPRESSED", "NEVER_REACHES"]
    assert (of.by[1], of.by_row[1], of.best[2], of.classless) == (0, 0, 1.0, 1)
    # kept for the first cat: no NMS is known, so no IoU of one; and of a file's boxes no anchor
    assert np.isnan(of.by_iou[1])
    assert of.own[1] == -1
    assert np.isnan(of.score[2])
    made = document(found)
    assert made["ends"]["at"] is None
    # boxes put back on anchors have no logits, so no loss is anyone's
    assert np.isnan(of.loss).all()
    assert np.isnan(of.gt_box).all()
    assert (made["loss"], made["hardest"], made["hardest_images"], made["costliest"]) == (None, [], [], [])
    assert made["predictions"]["of_class"]
    assert "Decoded boxes have no loss: only the network's own outputs tell losses." in made["sentences"]


@pytest.mark.shared_data
def test_found_are_the_ground_truths_pycocotools_matches(shared_data):
    coco, evaluation = pytest.importorskip("pycocotools.coco"), pytest.importorskip("pycocotools.cocoeval")
    folder = shared_data / "multiformat"
    dataset = open_dataset(folder / "gts" / "coco_format_v1")
    boxes = open_predictions(folder / "dets" / "coco_format" / "coco_dets.json", dataset)
    found = audit(dataset, "torchvision-mobilenet-320", boxes)
    annotations, of = found.annotations, found.predicted
    corners = annotations.box
    truths = [
        {
            "id": row + 1, "image_id": int(annotations.image[row]) + 1, "category_id": int(annotations.label[row]) + 1,
            "bbox": [*corners[row, :2], *(corners[row, 2:] - corners[row, :2])], "area": 1.0, "iscrowd": 0,
        }
        for row in range(len(corners))
        if of.end[row] >= 0
    ]  # fmt: skip
    whole = coco.COCO()
    whole.dataset = {
        "images": [{"id": image + 1} for image in range(len(dataset))],
        "categories": [{"id": place + 1} for place in range(len(dataset.classes))],
        "annotations": truths,
    }
    whole.createIndex()
    detected = [
        {
            "image_id": index + 1, "category_id": dataset.classes.index(name) + 1, "score": float(score),
            "bbox": [*box[:2], *(box[2:] - box[:2])],
        }
        for index in range(len(dataset))
        if (one := boxes.detections(dataset[index])) is not None
        for box, score, name in zip(one.boxes, one.scores, one.classes, strict=True)
    ]  # fmt: skip
    judge = evaluation.COCOeval(whole, whole.loadRes(detected), "bbox")
    judge.params.areaRng, judge.params.areaRngLbl = [[0, 1e10]], ["all"]
    judge.evaluate()
    matched = {
        number - 1
        for one in judge.evalImgs
        if one is not None
        for number, by in zip(one["gtIds"], one["gtMatches"][0], strict=True)
        if by
    }
    assert set(np.flatnonzero(of.end == End.FOUND).tolist()) == matched
    assert len(matched) > 200


def ends_told(of_class, lost, **ends):
    counts = dict.fromkeys(("no_anchor", "never_reaches", "low_score", "cut_by_top_k", "suppressed"), 0) | ends
    more = {"judged": 20, "lost": lost, "at": None, "suppressed_by_another": 1}
    return list(map(str, lost_sentences(counts | more, [], load_recipe("demo"), of_class)))


def test_sentences_say_one_all_and_of_its_class():
    assert ends_told(False, 1, never_reaches=1) == ["1 of 20 ground truths is lost, as no box reaches IoU 0.50."]
    assert ends_told(True, 3, never_reaches=3) == [
        "3 of 20 ground truths are lost, all of them as no box of its class reaches IoU 0.50."
    ]
    assert ends_told(True, 3, low_score=2, suppressed=1) == [
        "3 of 20 ground truths are lost, 2 of them by a low score.",
        "1 is suppressed, by a box of another ground truth.",
    ]


def test_the_class_spoken_of_has_enough_ground_truths():
    rows = [{"class": name, "boxes": n, "found": found, "share_found": found / n} for name, n, found in
            (("rare", 9, 0), ("cat", 10, 5), ("dog", 40, 30))]  # fmt: skip
    assert list(map(str, least_found(rows))) == ["Of classes with 10 ground truths or more cat is lost most: 5 of 10."]
    assert list(least_found(rows[:2])) == []
