"""A training on disk: bounded, never torn, with its pictures as the network saw them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from rpn_inspector.analysis.summary import summarise
from rpn_inspector.core.errors import BadFile, BadLayout, BadPredictions, InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.trained_picture import Sources, TrainedPicture
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump import open_dump, prediction_of
from rpn_inspector.data.predictions.dump_writer import arrays_of, save_dump
from rpn_inspector.data.predictions.rolling import RUN, Rolling, RollingDump, is_run, read_run
from rpn_inspector.data.predictions.run_dataset import run_dataset
from rpn_inspector.session.following import look
from rpn_inspector.session.open_request import OpenRequest, open_all

SIDE = 64
POINTS = (SIDE // 8) ** 2 + (SIDE // 16) ** 2 + (SIDE // 32) ** 2
PIXELS = np.arange(SIDE * SIDE * 3, dtype=np.uint32).astype(np.uint8).reshape(SIDE, SIDE, 3)
SOURCES = Sources(
    gt=np.array([[0, 0, 40, 40], [5, 5, 9, 9], [1, 2, 3, 4]], np.float32),
    gt_class=np.array([1, 0, 1]),
    picture=("a.jpg", "b.jpg", "b.jpg"),
    box=np.array([[4, 4, 44, 44], [-30, 5, -9, 9], [np.nan] * 4], np.float32),
    lost=("", "outside the crop", "outside the mosaic"),
    kept_as=np.array([0]),
    joined=np.array([[0, 0, 40, 40], [5, 5, 9, 9], [np.nan] * 4], np.float32),
    part=("a.jpg", "b.jpg"),
    part_box=np.array([[0, 0, 32, 64], [32, 0, 90, 64]], np.float32),
)


ENDLESS = json.dumps(
    {"schema": 1, "producer": "x", "every": 1, "seconds": 0, "ended": True, "classes": [], "losses": {}}
    | {"steps": [float("inf")]}
)


def trained(shade=0, sources=SOURCES):
    return Prediction(
        objectness=np.zeros((POINTS, 2), np.float32),
        deltas=np.full((POINTS, 64), shade, np.float32),
        level_shapes=((8, 8), (4, 4), (2, 2)),
        network_size=(SIDE, SIDE),
        padded_size=(SIDE, SIDE),
        gt=np.array([[4, 4, 44, 44]], np.float32),
        gt_class=np.array([1]),
        sampled_positive=np.array([9]),
        sampled_negative=np.array([0]),
        sampled_gt=np.array([0]),
        loss_objectness=0.5,
        loss_box=1.5,
        loss_more={"distribution": 2.5},
        mode="train",
        trained=TrainedPicture(pixels=PIXELS + np.uint8(shade % 200), file="a.jpg", sources=sources),
    )


def run_of(path, steps, keep=None, **more):
    run = RollingDump(path, "test", keep=keep or Rolling(), recipe="yolov8", classes=("cat", "dog"), **more)
    for step in steps:
        run.add(step, {"picture 1": trained(step), "picture 2": trained(step)})
    return run


def test_the_newest_steps_stay_and_the_losses_of_all_are_logged(tmp_path):
    run_of(tmp_path / "run.rpn", range(0, 50, 10), Rolling(steps=3), every=10)
    kept = [open_dump(place).step for place in dumps_in(tmp_path / "run.rpn")]
    told = read_run(tmp_path / "run.rpn")
    assert kept == [20, 30, 40]
    assert (told.steps, told.every, told.ended) == ((0, 10, 20, 30, 40), 10, False)
    assert told.losses == {"objectness": (0.5,) * 5, "box": (1.5,) * 5, "distribution": (2.5,) * 5}
    assert not [each.name for each in (tmp_path / "run.rpn").iterdir() if each.name.startswith(".")]


def test_megabytes_bound_it_too_and_the_newest_step_always_stays(tmp_path):
    run_of(tmp_path / "run.rpn", [1, 2, 3], Rolling(steps=100, megabytes=1e-6))
    assert [open_dump(place).step for place in dumps_in(tmp_path / "run.rpn")] == [3]


def test_a_step_is_seen_whole_or_not_at_all(tmp_path, monkeypatch):
    run = run_of(tmp_path / "run.rpn", [1])
    seen = []
    from rpn_inspector.data.predictions.dump_writer import DumpWriter

    whole = DumpWriter.add

    def add(self, name, prediction):
        seen.append([open_dump(place).step for place in dumps_in(tmp_path / "run.rpn")])
        whole(self, name, prediction)

    monkeypatch.setattr(DumpWriter, "add", add)
    run.add(2, {"picture 1": trained(), "picture 2": trained()})
    assert seen == [[1], [1]]
    assert [open_dump(place).step for place in dumps_in(tmp_path / "run.rpn")] == [1, 2]


def test_an_earlier_run_makes_room_and_anything_else_is_left_alone(tmp_path):
    run_of(tmp_path / "run.rpn", [1, 2]).end()
    assert read_run(tmp_path / "run.rpn").ended
    run_of(tmp_path / "run.rpn", [7])
    assert [open_dump(place).step for place in dumps_in(tmp_path / "run.rpn")] == [7]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("all of it")
    with pytest.raises(BadFile, match="is there already and is no recorded training"):
        run_of(tmp_path / "mine", [1])
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "all of it"
    with pytest.raises(InspectorError, match=r"rolling: found 'a' steps of 2000\.0 MB, wanted numbers"):
        Rolling(steps="a")
    with pytest.raises(InspectorError, match="rolling: found 0 steps of 5 MB, wanted at least 1"):
        Rolling(steps=0, megabytes=5)


@pytest.mark.parametrize("step", [-5, 1.5, "1", None])
def test_a_step_is_a_whole_number(tmp_path, step):
    run = run_of(tmp_path / "run.rpn", [])
    with pytest.raises(InspectorError, match=f"step {step!r}, wanted a whole number of 0 or more"):
        run.add(step, {})


@pytest.mark.parametrize("text", ["", "{}", '{"schema": 1, "steps": [3], "lr": 0.1}', '{"schema": 2}'])
def test_a_folder_with_another_programs_run_is_left_alone_to_the_last_byte(tmp_path, text):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / RUN).write_text(text)
    save_dump(folder / "step-000000001", {"a": trained()}, "yolov8", step=1)
    save_dump(folder / "best.rpn.zip", {"a": trained()}, "yolov8")
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert not is_run(folder)
    with pytest.raises(BadFile, match="is there already and is no recorded training"):
        run_of(folder, [1])
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_of_an_earlier_run_only_its_steps_go_and_a_users_dumps_beside_end_no_step(tmp_path):
    folder = tmp_path / "run.rpn"
    run_of(folder, [1, 2]).end()
    for name in ("best.rpn", "best.zip", "step-3", "step-000000009.zip"):
        save_dump(folder / name, {"a": trained()}, "yolov8", step=5)
    part, other = folder / ".step-000000007.999999999-0.part", folder / ".other.999999999-0.part"
    part.mkdir()
    other.write_text("of another program")
    run_of(folder, [4, 5, 6], Rolling(steps=2))
    mine = {"best.rpn", "best.zip", "step-3", "step-000000009.zip", other.name}
    assert {each.name for each in folder.iterdir()} == mine | {RUN, "step-000000005", "step-000000006"}
    save_dump(folder / "z.zip", {"a": trained()}, "yolov8")
    dataset, loaded, _ = open_all(OpenRequest(folder))
    assert (dataset.names, loaded.timeline.steps) == (("picture 1", "picture 2"), (5, 6))
    assert look(folder).timeline.steps == (5, 6)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema": 2}', '{"schema": 1, "steps": 3}', '{"schema": 1}', "\xff", ENDLESS]
)
def test_what_is_no_training_is_said(tmp_path, text):
    (tmp_path / RUN).write_text(text, encoding="latin-1")
    with pytest.raises(BadPredictions, match=RUN):
        read_run(tmp_path)
    assert read_run(tmp_path / "nowhere") is None


def test_pictures_and_lost_boxes_come_back_as_written(tmp_path):
    run_of(tmp_path / "run.rpn", [3])
    dump = open_predictions(dumps_in(tmp_path / "run.rpn")[0])
    found = dump["picture 2"]
    assert dump.classes == ("cat", "dog")
    assert (found.trained.pixels == PIXELS + 3).all()
    assert found.trained.file == "a.jpg"
    assert found.sampled_gt.tolist() == [0]
    one = found.trained.sources
    assert (one.gt.tolist(), one.gt_class.tolist(), one.kept_as.tolist()) == (SOURCES.gt.tolist(), [1, 0, 1], [0])
    assert (one.picture, one.lost) == (SOURCES.picture, SOURCES.lost)
    assert np.array_equal(one.box, SOURCES.box, equal_nan=True)
    assert np.array_equal(one.joined, SOURCES.joined, equal_nan=True)
    assert (one.part, one.part_box.tolist()) == (SOURCES.part, SOURCES.part_box.tolist())
    assert one.gone.tolist() == [1, 2]
    assert one.words() == "2 of 3 boxes lost in augmentation: 1 outside the crop, 1 outside the mosaic"


def test_numbers_are_no_reasons_of_their_own():
    lost = ("3.4 % left, least 10 %", "9.0 % left, least 10 %", "1.5 px wide or high, wanted more than 2")
    words = Sources(
        gt=SOURCES.gt,
        gt_class=SOURCES.gt_class,
        picture=("",) * 3,
        box=SOURCES.box,
        lost=lost,
        kept_as=np.zeros(0, int),
    ).words()
    assert words == "3 of 3 boxes lost in augmentation: 2 too little left, 1 too small"


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"input": PIXELS.astype(np.float32)}, BadPredictions, r"input is float32 \(64, 64, 3\), wanted uint8"),
        ({"input": PIXELS[..., 0]}, BadPredictions, "input is uint8"),
        ({"gt": None}, BadPredictions, "gt is missing, wanted the ground truths beside input"),
        ({"source_box": SOURCES.box[:2]}, BadLayout, r"source_box has shape \(2, 4\), wanted \(3, 4\)"),
        ({"source_joined": SOURCES.box[:2]}, BadLayout, r"source_joined has shape \(2, 4\), wanted \(3, 4\)"),
        ({"part_box": SOURCES.box}, BadLayout, r"part_box has shape \(3, 4\), wanted \(2, 4\)"),
        ({"source_lost": None}, BadLayout, r"source_lost has shape \(0,\), wanted \(3,\)"),
        ({"gt_source": np.array([3])}, BadPredictions, "gt_source holds 3, wanted places among 3 boxes"),
        ({"gt_source": np.array([0, 1])}, BadLayout, r"gt_source has shape \(2,\), wanted \(1,\)"),
    ],
)
def test_arrays_that_do_not_fit_are_named(change, error, words):
    arrays = {**arrays_of(trained()), **change}
    if arrays["gt"] is None:
        del arrays["gt_class"]
    with pytest.raises(error, match=words):
        prediction_of({name: array for name, array in arrays.items() if array is not None}, "x.npz")


def test_the_recorded_picture_takes_the_stored_ones_place():
    stored = Sample(name="picture 1", size=(100, 200), gt=[[1, 1, 50, 50]], gt_class=[0], classes=("cat", "dog"))
    result = inspect(stored, load_recipe("yolov8"), trained())
    assert result.frame.placed
    assert result.sample.size == result.frame.network_size == (SIDE, SIDE)
    assert result.gt.tolist() == [[4, 4, 44, 44]]
    assert result.sample.class_name(0) == "dog"
    words = [warning.text for warning in result.warnings]
    assert any(
        "this is a mosaic of 2 pictures as the network saw it, after augmentation; 2 of 3 boxes lost" in each
        for each in words
    )


def test_a_mosaic_is_named_by_how_many_pictures_it_joins_and_never_by_its_first():
    assert (trained().trained.joined, str(trained().trained.named())) == (2, "a mosaic of 2 pictures")
    told = {"part": (), "part_box": np.zeros((0, 4), np.float32)}
    mixed = replace(trained().trained, sources=replace(SOURCES, **told))
    assert (mixed.joined, str(mixed.named())) == (0, "2 pictures or more in one")
    alone = replace(mixed, sources=replace(SOURCES, picture=("a.jpg",) * 3, **told))
    assert (alone.joined, str(alone.named())) == (0, "a.jpg")
    one = inspect(Sample(name="picture 1", size=(SIDE, SIDE)), load_recipe("yolov8"), trained())
    assert summarise(one)["trained"] == {"file": "a.jpg", "joined": ["a.jpg", "b.jpg"]}
    assert "trained" not in summarise(inspect(Sample(name="a", size=(SIDE, SIDE)), load_recipe("yolov8")))


def test_a_run_opens_as_the_places_of_its_batch(tmp_path):
    run = run_of(tmp_path / "run.rpn", [])
    assert is_run(tmp_path / "run.rpn")
    with pytest.raises(BadFile, match="holds no recorded step yet"):
        run_dataset(tmp_path / "run.rpn")
    run.add(4, {"picture 1": trained()})
    run.add(8, {"picture 1": trained()})
    dataset, loaded, index = open_all(OpenRequest(tmp_path / "run.rpn"))
    assert (dataset.names, dataset.classes, dataset.missing, index) == (("picture 1",), ("cat", "dog"), 0, 0)
    assert (dataset[0].size, loaded.outputs.step, loaded.timeline.steps) == ((SIDE, SIDE), 8, (4, 8))
    assert loaded.recipe.name == "yolov8"


def test_a_dataset_beside_another_programs_run_opens_as_a_dataset(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), PIXELS)
    (tmp_path / RUN).write_text('{"id": "3f2a", "state": "finished"}')
    dataset, _, _ = open_all(OpenRequest(tmp_path))
    assert dataset.names == ("a.png",)


def test_what_is_not_finite_stands_as_nothing_in_the_log(tmp_path):
    run = RollingDump(tmp_path / "run.rpn", "test", keep=Rolling(), recipe="yolov8")
    run.add(1, {"picture 1": Prediction(np.zeros(3, np.float32), np.zeros((3, 4), np.float32), loss_box=float("nan"))})
    assert json.loads((tmp_path / "run.rpn" / RUN).read_text())["losses"] == {"box": [None]}
    assert read_run(tmp_path / "run.rpn").losses == {"box": (None,)}


@pytest.mark.parametrize("kept", ["notes.txt", "link.npz", "folder"])
def test_a_steps_folder_with_anything_of_the_users_is_never_deleted(tmp_path, kept):
    run_of(tmp_path / "run", [1])
    theirs = tmp_path / "run" / "step-000000001" / kept
    if kept == "folder":
        theirs.mkdir()
    elif kept == "link.npz":
        theirs.symlink_to("nowhere")
    else:
        theirs.write_text("thesis")
    run = RollingDump(tmp_path / "run", "x", keep=Rolling(steps=1), recipe="yolov8")
    with pytest.raises(BadFile, match="holds something else than a recorded step"):
        run.add(1, {"a": trained()})
    for step in (2, 3):
        run.add(step, {"a": trained()})
    assert theirs.is_symlink() or theirs.exists()
    assert [dump.name for dump in dumps_in(tmp_path / "run")] == ["step-000000001", "step-000000003"]
    assert read_run(tmp_path / "run").steps == (2, 3)


def test_a_writable_folder_that_is_there_needs_no_writing_beside_it(tmp_path, monkeypatch):
    mounted = tmp_path / "output"
    mounted.mkdir()
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) == mounted)
    run_of(mounted, [1]).end()
    assert read_run(mounted).ended
    with pytest.raises(BadFile, match="cannot be written"):
        run_of(tmp_path / "other", [1])
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) == tmp_path)
    with pytest.raises(BadFile, match="cannot be written"):
        run_of(mounted, [1])


def test_of_very_many_unknown_reasons_the_most_common_are_told():
    count = 2_000
    lost = ("outside the crop",) * 2 + tuple(f"reason {number}" for number in range(count))
    boxes = np.zeros((len(lost), 4), np.float32)
    words = Sources(
        gt=boxes, gt_class=np.zeros(len(lost), np.int64), picture=("a.jpg",) * len(lost), box=boxes, lost=lost,
        kept_as=np.zeros(0, np.int64),
    ).words()  # fmt: skip
    wanted = "2 outside the crop, 1 reason 0, 1 reason 1, 1 reason 2, 1 reason 3, ..."
    assert words == f"2002 of 2002 boxes lost in augmentation: {wanted}"
    assert "2 [outside the crop], 1 reason 0" in words.translated(lambda key: f"[{key}]" if key[:3] == "out" else key)
