"""From a key to the next picture: it is painted first, and the ones that come next are prepared."""

import dataclasses
import re
from itertools import pairwise

import pytest
from gui_steps import Painted, open_demo, open_simulated, settled
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.gui.shell.quick_moves import QUICK_SECONDS, QuickMoves
from rpn_inspector.gui.shell.veils import Veil, Veils
from rpn_inspector.gui.widgets.outline import Piece, TextMark
from rpn_inspector.gui.widgets.theme import LIGHT
from rpn_inspector.session.request import compute

pytestmark = pytest.mark.usefixtures("beside")


class AtFirstPaint(QObject):
    """Keeps what ``tell`` says when another picture is first painted."""

    def __init__(self, window, tell):
        super().__init__(window.canvas)
        self.window, self.tell, self.described = window, tell, []
        self.before = window.workspace.state.shown
        window.canvas.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint and self.window.workspace.state.shown is not self.before:
            self.described.append(self.tell())
        return False


def go(qtbot, window, step):
    window.navigate.next_image(step)
    qtbot.waitUntil(lambda: settled(window))


def of_picture(window):
    """Return the index of the picture the tables were told of last."""
    shown = window.tables._state.shown
    return None if shown is None else shown.index


def test_the_picture_is_painted_before_the_panels_are_told(qtbot, window):
    open_demo(qtbot, window)
    seen = AtFirstPaint(window, lambda: of_picture(window))
    go(qtbot, window, +1)
    assert seen.described[0] == 0
    assert of_picture(window) == 1


def readable(window):
    """Return what can be read in the panels: what is visible there under no cover, but the filter and words alone."""
    panels = [window.tables, window.funnel, window.plots]
    parts = [part for panel in panels for part in panel.findChildren(QWidget) if not isinstance(part, Veil)]
    parts += [label for label in window.inspector.findChildren(QLabel) if re.search(r"\d", label.text())]
    parts = [part for part in parts if not window.tables.filter.isAncestorOf(part) and part is not window.tables.filter]
    return [part for part in parts if part.isVisible() and not part.visibleRegion().isEmpty()]


def counts(window):
    return [entry.count for entry in window.strip.entries.values()]


def test_no_number_of_another_picture_stands_beside_the_one_painted(qtbot, window):
    open_demo(qtbot, window)
    window.plots.build()  # else a veil over plots that are not there yet, and nothing under it
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    qtbot.waitUntil(lambda: window.render_queue.idle and window.panel_queue.idle)
    status = window.status_line.labels
    seen = AtFirstPaint(window, lambda: (readable(window), counts(window), status["file"].text(), of_picture(window)))
    painted = []
    for veil in window.veils.all:
        veil.paintEvent = lambda event, veil=veil: (painted.append(veil), Veil.paintEvent(veil, event))
    covered = [veil for veil in window.veils.all if veil.parentWidget().isVisible() and veil.parentWidget().width()]
    # the sheet at the side may say how to select before the next picture comes, and then holds no number
    covered = [veil for veil in covered if veil.parentWidget() is not window.side]
    assert len(covered) > 1
    assert readable(window)
    before, names = counts(window), window.workspace.state.dataset.names
    at_once = []
    describe = window.strip.describe

    def described():  # what follows the painting next
        at_once.append((list(painted), of_picture(window)))
        describe()

    window.strip.describe = described
    go(qtbot, window, +1)
    left, counted, file, _ = seen.described[0]
    assert left == []
    assert counted == counts(window) != before
    assert file.startswith(names[1])
    assert set(at_once[0][0]) >= set(covered)  # on the screen with the picture, not some time after
    assert at_once[0][1] == 0
    assert readable(window)
    assert not any(veil.isVisible() for veil in window.veils.all)
    assert of_picture(window) == 1


def test_a_cover_shows_heads_and_dashes_and_no_number(qtbot, window):
    open_demo(qtbot, window)
    window.plots.build()
    window.workspace.focus_gt(2)
    for tab in (0, 2):
        window.tables.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: window.tables.currentWidget().columns_model.rowCount() > 0)
        pieces = (*window.tables.outline(LIGHT), *window.plots.outline(LIGHT))
        texts = [mark.text for piece in pieces for mark in piece.marks if isinstance(mark, TextMark)]
        heads = {"Anchors", "Ground truth", "Proposals", "Loss", "Anchor", "Level", NOTHING}
        assert heads <= set(texts)
        assert [text for text in texts if re.search(r"\d", text) and text not in ("x1", "y1", "x2", "y2")] == []


def test_a_piece_of_a_cover_is_painted_only_where_it_differs_from_the_one_before(qtbot, window, monkeypatch):
    open_simulated(qtbot, window)
    window.plots.build()
    painted, covered = {}, []
    paint, draw = Piece.paint, Veils.draw

    def painting(piece, *args, **more):
        painted.setdefault(piece.place.topLeft().toTuple(), []).append(piece)
        paint(piece, *args, **more)

    monkeypatch.setattr(Piece, "paint", painting)
    monkeypatch.setattr(Veils, "draw", lambda *given: (draw(*given), covered.append(window.tables.outline(LIGHT)[-1])))
    for step in (1, 1, -1):
        go(qtbot, window, step)
    table = window.tables.anchors
    table.horizontalHeader().resizeSection(0, table.columnWidth(0) + 20)
    go(qtbot, window, +1)
    assert len(covered) == 4
    assert covered[0] == covered[1] == covered[2] != covered[3]
    assert painted[covered[0].place.topLeft().toTuple()] == [covered[0], covered[3]]
    assert all(one != another for pieces in painted.values() for one, another in pairwise(pieces))


def numbers_in(panel):
    return [
        label.text() for label in panel.findChildren(QLabel) if label.isVisible() and re.search(r"\d", label.text())
    ]


def test_while_pictures_are_passed_by_heads_and_dashes_stay_over_the_empty_panels(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    window.plots.build()
    table = window.tables.anchors
    qtbot.waitUntil(lambda: table.columns_model.rowCount() > 0)
    [cover] = [veil for veil in window.veils.all if veil.parentWidget() is window.tables]
    paper = QImage(window.tables.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor(LIGHT.dock))
    painter = QPainter(paper)
    for piece in window.tables.outline(LIGHT):
        painter.save()
        painter.translate(piece.place.topLeft())
        piece.paint(painter, QColor(LIGHT.dock))
        painter.restore()
    painter.end()
    monkeypatch.setattr(QuickMoves, "moving", True)  # as while a key is held
    for index in (1, 2, 3):
        window.workspace.go_to(index)
        qtbot.waitUntil(lambda index=index: window.canvas._shown.index == index)
        assert table.columns_model.rowCount() == 0
        assert cover.isVisible()
        assert cover.grab().toImage().convertToFormat(paper.format()) == paper
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not window.quick_moves.moving)
    window.quick_moves.settled.emit()
    assert not any(veil.isVisible() for veil in window.veils.all)
    assert table.columns_model.rowCount() > 0


def test_words_alone_are_not_covered(qtbot, window):
    open_demo(qtbot, window)
    panel = window.inspector
    window.workspace.select(None)
    assert panel.finding.text() == "No anchor selected"
    assert panel.holds_numbers == bool(numbers_in(panel))
    window.workspace.select(0)
    assert panel.holds_numbers
    assert numbers_in(panel)


def test_another_anchor_or_layer_covers_nothing(qtbot, window):
    open_demo(qtbot, window)
    drawn = []
    window.veils.draw = lambda *_: drawn.append(True)
    window.workspace.select(int(window.workspace.state.shown.inspection.positive[0]))
    window.workspace.toggle_layer("negative")
    assert drawn == []
    go(qtbot, window, +1)
    assert drawn == [True]


def test_a_plot_of_another_picture_is_gone_at_once(qtbot, window):
    open_demo(qtbot, window)
    window.plots.build()
    cell = window.plots.cells[0]
    qtbot.waitUntil(lambda: cell.pages.currentWidget() is not cell.empty)
    drawn = []

    def look(_old, new):
        another = cell.pages.currentWidget() is not cell.empty and cell.chart.facts.values.inspection
        if new.shown is None:  # a slow machine passes a picture by, and its panels are empty until it stays
            assert not another
        else:
            drawn.append((new.shown.index, not another or another is new.shown.inspection))

    window.panel_queue.add(look)
    go(qtbot, window, +1)
    go(qtbot, window, +1)
    assert {index for index, _ in drawn} == {0, 1, 2}
    assert all(same for _, same in drawn)
    qtbot.waitUntil(lambda: cell.pages.currentWidget() is not cell.empty)


def test_next_paints_the_picture_and_each_panel_once(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    window.plots.build()
    qtbot.waitUntil(lambda: settled(window) and not window.images.waiting())
    go(qtbot, window, +1)
    qtbot.wait(int(1000 * QUICK_SECONDS) + 50)  # sooner, the next would be a quick move
    table, surface = window.tables.anchors, window.plots.cells[0].surface
    painted = Painted(canvas=window.canvas, table=table.viewport(), plot=surface.viewport())
    resized = []
    monkeypatch.setattr(type(window.main_window), "resizeDocks", lambda *_: resized.append(True))
    go(qtbot, window, +1)
    qtbot.waitUntil(lambda: painted.counts["table"] > 0)
    for _ in range(20):
        QApplication.processEvents()
    assert painted.counts == {"canvas": 1, "table": 1, "plot": 1}
    assert resized == [], "nothing is laid out for another picture"


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [([1, 1], [3, 4, 1]), ([1, 1, 1, -1], [1, 0, 3]), ([1, -1], [1])],
    ids=["forward", "back", "at the first"],
)
def test_two_on_the_way_taken_and_one_behind_are_prepared(qtbot, window, monkeypatch, steps, wanted):
    open_demo(qtbot, window)
    asked = []
    monkeypatch.setattr(window.worker, "expect", lambda requests: asked.append([one.index for one in requests]))
    for step in steps:
        go(qtbot, window, step)
    assert asked[-1] == wanted


def test_what_is_prepared_follows_the_lists_order(qtbot, window, monkeypatch):
    open_demo(qtbot, window)
    window.images.sort("name", True)
    asked = []
    monkeypatch.setattr(window.worker, "expect", lambda requests: asked.append([one.index for one in requests]))
    window.workspace.go_to(int(window.images.model.rows[4]))
    qtbot.waitUntil(lambda: settled(window))
    go(qtbot, window, +1)
    rows = window.images.model.rows
    assert asked[-1] == [int(rows[6]), int(rows[7]), int(rows[4])]


def test_a_held_key_shows_pictures_on_the_way_and_empties_the_panels(qtbot, window):
    open_demo(qtbot, window)
    work, tables = window.workspace, window.tables
    passed = []
    work.subscribe(lambda old, new: passed.append((new.shown.index, tables.anchors.columns_model.rowCount())))
    for index in (1, 2, 3):
        work.go_to(index)
    # as the worker answers for the first of three
    asked = dataclasses.replace(work.wanted, index=1)
    work.pass_by(asked, compute(asked))
    assert passed[-1] == (1, 0), "no number of one picture beside another"
    assert window.canvas._shown.index == 1
    assert all(cell.pages.currentWidget() is cell.empty for cell in window.plots.cells)
    qtbot.waitUntil(lambda: settled(window))
    assert work.state.shown.index == 3
    assert tables.anchors.columns_model.rowCount() == work.state.shown.inspection.grid.size


def test_quick_moves_fill_the_panels_once_at_the_end(qtbot, window):
    open_demo(qtbot, window)
    filled = []
    window.panel_queue.add(lambda old, new: filled.append(None if new.shown is None else new.shown.index))
    for index in (1, 2, 3, 4):
        window.workspace.go_to(index)
    qtbot.waitUntil(lambda: settled(window))
    assert [index for index in filled if index is not None and index > 0] == [4]


def test_other_threads_wait_while_pictures_are_passed_and_the_next_prepared(qtbot, window):
    open_demo(qtbot, window)
    gates = window.images.scanner._gates
    assert (
        {window.worker.idle, window.quick_moves.still}
        < set(gates)
        == set(window.images.linter._gates) - {window.images.linter._free} | {window.images.scanner._free}
    )
    for index in (1, 2):
        window.workspace.go_to(index)
    assert not window.quick_moves.still.is_set()
    assert window.images.model.thumbs.gate is window.worker.idle
    qtbot.waitUntil(lambda: settled(window))
    assert window.quick_moves.still.is_set()
    assert window.worker.idle.wait(60)
