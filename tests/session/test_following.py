"""What is said of a training on disk, and which of its steps are read anew."""

import pytest

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.data.predictions.rolling import RUN, Rolling, RollingDump
from rpn_inspector.session.following import SILENT_AFTER, look
from tests.data.predictions.test_rolling_dump import run_of, trained


def test_from_waiting_to_the_end(tmp_path):
    path = tmp_path / "run.rpn"
    assert (look(path).how(), look(path).newest) == ("waiting", None)
    run = run_of(path, [], Rolling(steps=2))
    assert look(path).how() == "waiting"
    run.add(5, {"picture 1": trained()})
    first = look(path)
    now = first.run.seconds
    assert (first.how(now), first.newest) == ("following", 5)
    assert first.how(now + SILENT_AFTER + 1) == "silent"
    run.end()
    assert (look(path).how(), look(path).same(first)) == ("ended", False)
    run_of(path, []).end()
    assert (look(path).how(), look(path).newest) == ("ended", None)


def test_steps_known_are_the_same_objects_and_a_quiet_training_is_the_same_timeline(tmp_path):
    run = run_of(tmp_path / "run.rpn", [1, 2], Rolling(steps=2))
    first = look(tmp_path / "run.rpn")
    assert look(tmp_path / "run.rpn", first).timeline is first.timeline
    run.add(3, {"picture 1": trained()})
    second = look(tmp_path / "run.rpn", first)
    assert (first.timeline.steps, second.timeline.steps) == ((1, 2), (2, 3))
    assert second.timeline.dumps[0] is first.timeline.dumps[1]
    assert not second.same(first)


def test_a_training_begun_anew_under_the_same_steps_is_read_anew(tmp_path):
    path = tmp_path / "run.rpn"
    run_of(path, [1, 2])
    first = look(path)
    RollingDump(path, "test", keep=Rolling(), recipe="yolo11", classes=("bird",)).add(1, {"other": trained()})
    second = look(path, first)
    assert (second.timeline.steps, second.timeline.dumps[0].names) == ((1,), ("other",))
    assert (second.timeline.dumps[0].classes, second.timeline.dumps[0].recipe) == (("bird",), "yolo11")
    run_of(path, [1, 2])  # whole once more before anybody looks
    third = look(path, first)
    assert third.timeline is not first.timeline
    assert not set(third.timeline.dumps) & set(first.timeline.dumps)


def test_numbers_of_a_training_begun_anew_never_answer_for_those_before(tmp_path):
    run_of(tmp_path / "run.rpn", [1])
    before = look(tmp_path / "run.rpn").timeline.dumps[0]
    assert (before["picture 1"].deltas == 1).all()
    run = run_of(tmp_path / "run.rpn", [])
    with pytest.raises(BadPredictions, match="No such file"):
        before["picture 1"]
    run.add(1, {"picture 1": trained(9)})
    with pytest.raises(BadPredictions, match="written anew since it was opened, open it again"):
        before["picture 1"]
    assert (look(tmp_path / "run.rpn").timeline.dumps[0]["picture 1"].deltas == 9).all()


def test_a_broken_step_is_left_out_and_a_broken_run_is_said(tmp_path):
    run_of(tmp_path / "run.rpn", [1, 2])
    (tmp_path / "run.rpn" / "step-000000002" / "meta.json").write_text("{")
    assert look(tmp_path / "run.rpn").timeline.steps == (1,)
    (tmp_path / "run.rpn" / RUN).write_text("{")
    with pytest.raises(BadPredictions, match=RUN):
        look(tmp_path / "run.rpn")
