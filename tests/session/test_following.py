"""What is said of a training on disk, and which of its steps are read anew."""

import shutil
from pathlib import Path

import pytest

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.data.predictions.dump import open_dump
from rpn_inspector.data.predictions.rolling import RUN, Rolling, RollingDump
from rpn_inspector.data.predictions.run_dataset import run_dataset
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
    news = look(tmp_path / "run.rpn")
    assert news.timeline.steps == (1,)
    (line,) = news.unread
    assert "step-000000002" in line
    assert news.timeline.left_out == news.unread
    assert look(tmp_path / "run.rpn", news).timeline is news.timeline  # said once
    assert len(run_dataset(tmp_path / "run.rpn")) == 2  # places, of the newest that can be read
    (tmp_path / "run.rpn" / "step-000000001" / "meta.json").write_text("{}")
    news = look(tmp_path / "run.rpn", news)
    assert (news.timeline, len(news.unread)) == (None, 2)
    (tmp_path / "run.rpn" / RUN).write_text("{")
    with pytest.raises(BadPredictions, match=RUN):
        look(tmp_path / "run.rpn")


def test_a_folder_removed_and_made_again_under_an_earlier_clock_is_waited_for_and_read_anew(tmp_path, monkeypatch):
    path = tmp_path / "run.rpn"
    run_of(path, [1, 2])
    first = look(path)
    shutil.rmtree(path)
    second = look(path, first)
    assert (second.how(), second.timeline, second.unread) == ("waiting", None, ())
    with monkeypatch.context() as clock:
        clock.setattr("time.time", lambda: 1000.0)
        run_of(path, [1])
    third = look(path, second)
    assert (third.timeline.steps, third.same(first), third.how(900.0)) == ((1,), False, "following")
    assert not set(third.timeline.dumps) & set(first.timeline.dumps)


def test_a_step_that_goes_while_it_is_looked_at_is_no_broken_one(tmp_path, monkeypatch):
    path = tmp_path / "run.rpn"
    run_of(path, [1, 2])

    def opened(place):
        if place.name.endswith("1"):
            shutil.rmtree(place)
        return open_dump(place)

    monkeypatch.setattr("rpn_inspector.session.following.open_dump", opened)
    news = look(path)
    assert (news.timeline.steps, news.unread) == ((2,), ())


def test_a_step_that_may_not_be_looked_at_hides_no_other_and_comes_back(tmp_path, monkeypatch):
    path = tmp_path / "run.rpn"
    run_of(path, [1, 2])
    stat, closed = Path.stat, path / "step-000000001" / "meta.json"

    def refused(place, **more):
        if place == closed:
            raise PermissionError(13, "Permission denied", str(place))
        return stat(place, **more)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "stat", refused)
        news = look(path)
        assert look(path, news).unread == news.unread
    assert news.timeline.steps == (2,)
    [line] = news.unread
    assert "Permission denied" in line
    assert look(path, news).timeline.steps == (1, 2)


def test_a_step_that_is_broken_is_opened_once_until_it_is_written_anew(tmp_path, monkeypatch):
    path, opened = tmp_path / "run.rpn", []
    run = run_of(path, [1, 2])
    (path / "step-000000001" / "meta.json").write_text("{")
    monkeypatch.setattr(
        "rpn_inspector.session.following.open_dump", lambda place: opened.append(place.name) or open_dump(place)
    )
    first = look(path)
    second = look(path, first)
    assert (opened, second.unread) == (["step-000000001", "step-000000002"], first.unread)
    assert second.timeline is first.timeline
    run.add(1, {"picture 1": trained()})
    third = look(path, second)
    assert (third.timeline.steps, third.unread, third.broken) == ((1, 2), (), {})
    assert opened[2:] == ["step-000000001"]
