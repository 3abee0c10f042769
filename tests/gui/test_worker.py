"""The latest request wins, what is expected is ready, and nothing is told after closing."""

import threading

import pytest

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.gui.widgets.latest_worker import LatestWorker


@pytest.fixture
def made(qtbot):
    workers = []

    def make(work, same=None, **more):
        worker = LatestWorker(work, "test", None, same, **more)
        answers, problems = [], []
        worker.done.connect(lambda asked, answer: answers.append((asked, answer)))
        worker.failed.connect(lambda asked, problem: problems.append((asked, str(problem))))
        workers.append(worker)
        return worker, answers, problems

    yield make
    for worker in workers:
        worker.close()
        worker.deleteLater()


def test_a_newer_request_replaces_one_that_waits(qtbot, made):
    begun, go_on, seen = threading.Event(), threading.Event(), []

    def work(number):
        seen.append(number)
        begun.set()
        go_on.wait(10)
        return number * 10

    worker, answers, _ = made(work)
    worker.ask(1)
    assert begun.wait(10)
    worker.ask(2)
    worker.ask(3)
    go_on.set()
    qtbot.waitUntil(lambda: answers == [(3, 30)])
    assert seen == [1, 3]


def test_an_overtaken_answer_is_told_apart_and_never_after_a_newer(qtbot, made):
    begun, go_on = threading.Event(), threading.Event()

    def work(number):
        begun.set()
        go_on.wait(10)
        return number * 10

    worker, answers, _ = made(work)
    told = []
    worker.overtaken.connect(lambda asked, answer: told.append(("overtaken", asked, answer)))
    worker.done.connect(lambda asked, answer: told.append(("done", asked, answer)))
    worker.ask(1)
    assert begun.wait(10)
    worker.ask(2)
    worker.ask(3)
    go_on.set()
    qtbot.waitUntil(lambda: answers == [(3, 30)])
    assert told == [("overtaken", 1, 10), ("done", 3, 30)]


def test_what_was_expected_is_answered_without_working_again(qtbot, made):
    seen = []
    worker, answers, _ = made(lambda n: seen.append(n) or n * 10, same=lambda a, b: a == b)
    worker.ask(1)
    qtbot.waitUntil(lambda: answers == [(1, 10)])
    worker.expect([2, 0])
    qtbot.waitUntil(lambda: seen == [1, 2, 0])
    worker.ask(2)
    assert answers == [(1, 10)]  # never while ask runs
    qtbot.waitUntil(lambda: answers[-1] == (2, 20))
    assert seen == [1, 2, 0]


def test_an_answer_that_no_longer_holds_is_worked_out_again(qtbot, made):
    seen, stale = [], []

    def work(number):
        seen.append(number)
        return number * 10

    worker, answers, _ = made(work, same, fresh=lambda answer: answer not in stale)
    worker.expect([2])
    qtbot.waitUntil(worker.idle.is_set)
    stale.append(20)
    worker.ask(2)
    qtbot.waitUntil(lambda: answers == [(2, 20)])
    assert seen == [2, 2]
    stale.clear()
    worker.ask(2)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert seen == [2, 2]


def test_an_error_ahead_is_told_only_when_it_is_asked_for(qtbot, made):
    def work(number):
        if number == 2:
            raise InspectorError("two is odd here")
        return number

    worker, answers, problems = made(work, same=lambda a, b: a == b)
    worker.expect([2, 3])
    worker.ask(1)
    qtbot.waitUntil(lambda: answers == [(1, 1)])
    assert problems == []
    worker.ask(2)
    qtbot.waitUntil(lambda: problems == [(2, "two is odd here")])


def test_an_unexpected_error_is_an_answer_too(qtbot, made):
    worker, _, problems = made(lambda n: 1 / n)
    worker.ask(0)
    qtbot.waitUntil(lambda: problems == [(0, "unexpected ZeroDivisionError: division by zero")])


def same(one, other):
    return one == other


def running():
    return [thread for thread in threading.enumerate() if thread.name == "test"]


@pytest.mark.parametrize("begin", [lambda worker: worker.ask(1), lambda worker: worker.expect([1])])
def test_a_thread_begins_with_the_first_request_and_never_once_closed(qtbot, made, begin):
    worker, _, _ = made(lambda n: n, same)
    unused, answers, _ = made(lambda n: n, same)
    worker.expect([])
    assert running() == []
    begin(worker)
    assert len(running()) == 1
    for each in (worker, unused):
        each.close()
    unused.ask(1)
    unused.expect([2])
    assert (running(), answers) == ([], [])


def test_a_worker_is_idle_only_while_nothing_is_asked_or_expected(qtbot, made):
    begun, go_on = threading.Event(), threading.Event()

    def work(number):
        begun.set()
        go_on.wait(10)
        return number * 10

    worker, answers, _ = made(work, same=lambda a, b: a == b)
    assert worker.idle.is_set()
    worker.ask(1)
    assert not worker.idle.is_set()
    assert begun.wait(10)
    worker.expect([2])
    go_on.set()
    qtbot.waitUntil(lambda: answers == [(1, 10)])
    assert worker.idle.wait(60)
    begun.clear()
    go_on.clear()
    worker.expect([3])
    assert begun.wait(10)
    worker.ask(2)  # known: nothing more to compute, but what is under way
    assert not worker.idle.is_set()
    go_on.set()
    assert worker.idle.wait(60)
    worker.close()
    worker.ask(4)
    assert worker.idle.is_set(), "a closed worker computes nothing more, and whoever waits for it would wait for ever"
