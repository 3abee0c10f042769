"""A and B of Compare always show one picture, something always comes, and it ends with the last step."""

import dataclasses
import json
import random
import time
from functools import cache

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QObject

from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.compare.page import ComparePage
from rpn_inspector.gui.compare.pictures import COUNTED
from rpn_inspector.gui.shell.quick_moves import QuickMoves
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.session.request import compute
from rpn_inspector.session.state import State
from rpn_inspector.session.transitions import to_ask
from rpn_inspector.session.workspace import Workspace

RECIPE = load_recipe("torchvision-mobilenet-320")
OTHERS = [
    dataclasses.replace(RECIPE, name=f"at {at}", matcher=dataclasses.replace(RECIPE.matcher, positive=at))
    for at in (0.5, 0.6)
]
PICTURES = 5


@pytest.fixture
def dataset(tmp_path):
    rows = []
    for n in range(PICTURES):
        cv2.imwrite(str(tmp_path / f"{n}.png"), np.full((96, 160, 3), 40 * n, np.uint8))
        rows += [{"id": 9 * n + k, "image_id": n, "category_id": 1, "bbox": [20 * k, 4, 60, 50]} for k in range(n + 1)]
    images = [{"id": n, "file_name": f"{n}.png", "height": 96, "width": 160} for n in range(PICTURES)]
    written = {"images": images, "annotations": rows, "categories": [{"id": 1, "name": "cat"}]}
    (tmp_path / "instances.json").write_text(json.dumps(written))
    return open_dataset(tmp_path)


class Slow:
    """A `LatestWorker` that answers when told: the request in work goes on, of those waiting only the newest stays."""

    def __init__(self, answer, done, overtaken):
        self.answer, self.done, self.overtaken = answer, done, overtaken
        self.working = self.waiting = None

    def ask(self, request):
        self.waiting = request
        if self.working is None:
            self.working, self.waiting = request, None

    def finish(self):
        """Answer the request in work, and begin with the one waiting."""
        asked, self.working = self.working, None
        if asked is not None:
            told = self.done if self.waiting is None else self.overtaken
            told(asked, self.answer(asked))
        if self.waiting is not None and self.working is None:
            self.working, self.waiting = self.waiting, None


class Held:
    """The page beside two slow workers, and a look at what is drawn after each change."""

    def __init__(self, qtbot, dataset, left_over):
        @cache
        def found(index, recipe):
            return compute(dataclasses.replace(self.work.wanted, index=index, recipe=by_name[recipe]))

        by_name = {recipe.name: recipe for recipe in (RECIPE, *OTHERS)}
        parent = QObject()
        left_over.append(parent)
        self.work = Workspace(State(RECIPE))
        self.moves = QuickMoves(parent)
        self.page = page = ComparePage(self.work, LIGHT, parent, lambda *_: None, self.moves)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        self.first = Slow(lambda asked: found(asked.index, asked.recipe.name), self.work.deliver, self.work.pass_by)
        self.second = Slow(
            lambda asked: found(asked[0].index, asked[0].recipe.name),
            page.both.worker.done.emit,
            page.both.worker.overtaken.emit,
        )
        self.work.subscribe(self._ask)
        page.both.worker.ask = self.second.ask
        page.box.choose = lambda *_: page._use_recipe(OTHERS[0])
        self.drawn = []
        self.work.open(dataset)
        page.set_active(True)
        self.finish_all()

    def _ask(self, old, new):
        asked = to_ask(old, new)
        if asked is not None:
            self.first.ask(asked)

    def go(self, step):
        self.moves._last = time.monotonic()  # a held key's repeat, however slow the machine is
        self.moves.move()
        self.work.go(step)

    def finish_all(self):
        while self.first.working or self.second.working:
            self.first.finish()
            self.second.finish()

    def settle(self):
        """End the quick moves, as their timer does."""
        self.moves._pause.stop()
        self.moves.settled.emit()

    def look(self):
        """No number nor box of one picture beside another's; return the picture drawn on both sides, if any."""
        page = self.page
        one, two = (side.canvas._shown for side in page.sides)
        for side in page.sides:
            shown = side.canvas._shown
            if shown is not None:
                label = shown.inspection.assignment.label
                counts = dict(zip(COUNTED, (count.text() for count in side.counts), strict=True))
                assert counts[1] == f"{(label == 1).sum():,}"
                assert counts[0] == f"{(label == 0).sum():,}"
        both = one is not None and two is not None
        assert not both or one.index == two.index
        if page.found is not None:
            assert both
            a, b = one.inspection.assignment.label, two.inspection.assignment.label
            assert page.matrix.matrix.sum() == len(a)
            assert page.found.differing == page.changed.columns_model.rowCount()
            assert page.found.differing >= (a != b).sum()
            assert page.gts.columns_model.rowCount() == len(one.inspection.gt)
        if both and (not self.drawn or self.drawn[-1] is not two):
            self.drawn.append(two)
        return one.index if both else None


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_in_whatever_order_both_sides_are_of_one_picture(qtbot, dataset, left_over, seed):
    held, pick = Held(qtbot, dataset, left_over), random.Random(seed)
    acts = {
        "step": lambda: held.go(pick.choice((-1, 1, 1))),
        "A": held.first.finish,
        "B": held.second.finish,
        "recipe of B": lambda: held.page._use_recipe(pick.choice(OTHERS)),
        "recipe of A": lambda: held.work.use_recipe(pick.choice((RECIPE, *OTHERS))),
        "select": lambda: held.work.select(pick.randrange(100)),
        "truth": held.work.next_gt,
        "settle": held.settle,
        "leave and return": lambda: (held.page.set_active(False), held.page.set_active(True)),
    }
    for _ in range(40):
        pick.choice(list(acts.values()))()
        held.look()
    held.finish_all()
    held.settle()
    assert held.look() == held.work.state.index
    assert held.page.found is not None
    held.page.close_down()


def test_of_a_held_key_each_pair_that_is_ready_is_drawn_and_it_ends_with_the_key(qtbot, dataset, left_over):
    held = Held(qtbot, dataset, left_over)
    held.look()
    held.drawn.clear()
    for step in (1, 1, 1, 1, -1, -1, -1, -1) * 3:  # A answers each third step, B half as often
        held.go(step)
        if len(held.drawn) % 2 == 0 or step > 0:
            held.first.finish()
        before = len(held.drawn)
        held.second.finish()
        held.look()
        assert len(held.drawn) - before <= 1
        assert held.page.found is None or not held.moves.moving or before == 0
    assert len(held.drawn) >= 10, "each answer of B showed a pair"
    waiting = [worker.waiting for worker in (held.first, held.second)]
    assert len([one for one in waiting if one is not None]) <= 2
    held.finish_all()
    held.settle()
    assert held.look() == held.work.state.index
    assert held.page.found is not None
    assert not held.page.matrix.isHidden()
    held.page.close_down()


def test_the_page_comes_back_as_it_was_left_and_nothing_is_computed_again(qtbot, dataset, left_over):
    held = Held(qtbot, dataset, left_over)
    page, canvases = held.page, [side.canvas for side in held.page.sides]
    held.settle()
    canvases[0].zoom_by(3)
    before = [(canvas.view, canvas._shown) for canvas in canvases]
    pair, differing = page.both.pair, page.found.differing
    page.set_active(False)
    assert page.both._beside is None
    page.set_active(True)
    assert (held.second.working, held.second.waiting) == (None, None)
    assert [(canvas.view, canvas._shown) for canvas in canvases] == before
    assert page.both.pair == pair
    assert page.found.differing == differing
    page.close_down()


def test_a_picture_of_another_size_since_stands_beside_nothing_of_before(qtbot, dataset, left_over):
    held = Held(qtbot, dataset, left_over)
    page, first = held.page, held.work.state.shown
    held.settle()
    cv2.imwrite(str(dataset.image_path(0)), np.full((200, 96, 3), 9, np.uint8))
    page._use_recipe(OTHERS[1])
    held.finish_all()
    assert held.look() is None
    assert page.sides[0].canvas._shown is first
    assert (page.found, page.gts_found) == (None, None)
    assert page.left_out.text() == "The picture changed on disk since A was computed: reload (F5) to compare."
    held.work.use_recipe(OTHERS[1])  # A is computed anew
    held.finish_all()
    assert held.look() == 0
    assert page.found.compared == page.both.pair[0].inspection.grid.size
    assert page.left_out.text() == ""
    cv2.imwrite(str(dataset.image_path(0)), np.full((96, 200, 3), 9, np.uint8))
    held.work.use_recipe(OTHERS[0])  # and is of another size than B then, which is asked for again
    held.first.finish()
    assert held.second.working is not None
    page.close_down()


def test_a_filter_of_inspect_holds_for_neither_side(qtbot, dataset, left_over):
    held = Held(qtbot, dataset, left_over)
    held.work.filter_by("iou > 0.99")
    held.page._first_changed(None, held.work.state)
    a, b = (side.canvas.layers for side in held.page.sides)
    assert a.mask is None
    assert b.mask is None
    anchor = int(held.work.state.shown.inspection.positive[0])
    x1, y1, x2, y2 = held.work.state.shown.inspection.grid.drawn([anchor], 1.0)[0]
    held.page._click_first(float(x1 + x2) / 2, float(y1 + y2) / 2)
    assert held.work.state.selection is not None
    assert held.work.state.filter == "iou > 0.99"
    held.page.close_down()
