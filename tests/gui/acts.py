"""What a user may do at random, with the mouse, the keyboard and every command there is."""

import dataclasses
from pathlib import Path

import numpy as np
from gui_steps import settled
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.session.layers import LAYERS

FILTERS = (
    *("level == 3", "iou > 0.4 and label == ignored", "fate == suppressed", "gt == 1 or sampled", "iou >", ""),
    *("score > 0.9", "index < 0", "not (iou < 0.1)", "x > 1e9", "label ==", "(((", "cause == overlap", "loss > 0.001"),
)
SIZES = ((1440, 900), (1366, 768), (3840, 2160), (1, 1), (900, 600), (1024, 700))
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Down),
    *(Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(
        Qt.Key.Key_5,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Period,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_N,
        Qt.Key.Key_G,
        Qt.Key.Key_F2,
    ),
)
NEVER = ("Quit", "Open the demo")  # `Acts` ends the window itself, and opens where it is told


class Acts:
    """Does one random thing at a time; ``paths`` are the datasets it opens, ``recipes`` the names it chooses from."""

    def __init__(self, window, qtbot, pick, folder: Path, paths, recipes=None):
        self.window, self.qtbot, self.pick, self.folder = window, qtbot, pick, folder
        self.paths, self.recipes = list(paths), list(recipes or [name for name in list_recipes() if "-d" not in name])
        self.doing = ""

    def answer_dialogs(self, monkeypatch):
        """Let file dialogs be answered at random, or be cancelled."""
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: self._maybe(str(self._path())))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (self._maybe(str(self._path())), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (self._maybe(self._target()), ""))

    def _maybe(self, answer):
        return answer if self.pick.random() < 0.7 else ""

    def _path(self):
        return self.pick.choice(self.paths)

    def _target(self):
        name = self.pick.choice(("a.json", "a.csv", "a.npz", "a.png", "a.svg", "a.toml", "b", "no/such/folder.json"))
        return str(self.folder / name)

    def step(self):
        """Do one thing; ``doing`` says what."""
        table = [name for name in dir(self) if name.startswith("do_")]
        name = self.pick.choice(table)
        self.doing = name
        with self.qtbot.capture_exceptions() as raised:
            getattr(self, name)()
            QApplication.processEvents()
            self._answer_popup()
        for _, error, _ in raised:
            raise error

    def _answer_popup(self):
        while (popup := QApplication.activePopupWidget()) is not None and self.pick.random() < 0.5:
            popup.close()
        if popup is not None:
            self._press(popup)
            popup.close()

    # Choosing

    @property
    def work(self):
        return self.window.workspace

    @property
    def there(self):
        return hasattr(self.window, "canvas") and self.work.state.shown is not None

    def do_next(self):
        self.work.go(self.pick.choice([-1, 1, 5]))

    def do_race(self):
        for _ in range(self.pick.randrange(12)):
            self.work.go(self.pick.choice([-1, 1]))

    def do_jump(self):
        self.work.go_to(self.pick.randrange(200))

    def do_open(self):
        if self.pick.random() < 0.3:
            self.window.opening.open_path(self._path())
            if self.pick.random() < 0.3:
                self.window.opening.open_path(self._path())
            if self.pick.random() < 0.3:
                self.window.opening.cancel()

    def do_recipe(self):
        self.window.navigate.choose_recipe(self.pick.choice(self.recipes))

    def do_outputs(self):
        self._choose(self.window.top_bar.outputs)

    def _choose(self, box):
        """Choose an entry of a combo box as the mouse does; a separator cannot be."""
        rows = [row for row in range(box.count()) if box.model().item(row).isEnabled()]
        if box.isEnabled() and rows:
            box.setCurrentIndex(self.pick.choice(rows))
            self.doing += f" {box.currentText()}"
            box.activated.emit(box.currentIndex())

    def do_scrub(self):
        self.window.top_bar.step.slider.setValue(self.pick.randrange(4))

    def do_edit(self):
        threshold = self.pick.choice([0.5, 0.7, 0.8])
        if not hasattr(self.work.state.recipe.matcher, "positive"):  # a rule without a threshold
            return
        matcher = dataclasses.replace(self.work.state.recipe.matcher, positive=threshold)
        self.work.use_recipe(dataclasses.replace(self.work.state.recipe, matcher=matcher))

    def do_shipped(self):
        if self.work.state.recipe.name in list_recipes():
            self.work.use_recipe(load_recipe(self.work.state.recipe.name))

    # Commands

    def do_command(self):
        names = [name for name in self.window.menus.by_name if name not in NEVER]
        self._trigger(self.window.menus.by_name[self.pick.choice(names)])

    do_command_again = do_third_command = do_command

    def do_palette(self):
        palette = self.window.command_windows.palette
        palette.open()
        palette.field.setText(self.pick.choice(["", "heat", "zzz", "recipe ", "anchor", "pan"]))
        command = palette.current
        if command is not None and command.text not in NEVER and self.pick.random() < 0.8:
            self.doing += f" {command.text}"
            QTest.keyClick(palette.field, Qt.Key.Key_Return)
        else:
            palette.shut()

    def _trigger(self, action):
        self.doing += f" {action.text()}"
        if action.isEnabled():
            action.trigger()

    def do_escape(self):
        QTest.keyClick(QApplication.focusWidget() or self.window.main_window, Qt.Key.Key_Escape)

    def do_let_go(self):
        self.window.navigate.leave()

    def do_dismiss(self):
        self.work.dismiss()

    # Mouse

    def _spot(self, widget):
        return QPointF(self.pick.uniform(0, widget.width()), self.pick.uniform(0, widget.height())).toPoint()

    def do_click(self):
        if self.there and self.window.canvas.isVisible():
            self.qtbot.mouseClick(self.window.canvas, Qt.MouseButton.LeftButton, pos=self._spot(self.window.canvas))

    def do_hover(self):
        if self.there and self.window.canvas.isVisible():
            for _ in range(5):
                self.qtbot.mouseMove(self.window.canvas, self._spot(self.window.canvas))
            if self.pick.random() < 0.3:
                QApplication.sendEvent(self.window.canvas, QEvent(QEvent.Type.Leave))

    def do_drag(self):
        canvas = self.window.canvas if self.there else None
        if canvas is None or not canvas.isVisible():
            return
        start, end = self._spot(canvas), self._spot(canvas)
        grips = list(canvas.grips().values())
        if grips and self.pick.random() < 0.7:
            box = self.pick.choice(grips)
            start = canvas.to_widget(
                float(box[self.pick.choice([0, 2])]), float(box[self.pick.choice([1, 3])])
            ).toPoint()
        keys = self.pick.choice([Qt.KeyboardModifier.NoModifier] * 3 + [Qt.KeyboardModifier.ShiftModifier])
        self._drag(canvas, start, end, keys)

    def do_brush(self):
        cells = [cell.surface.viewport() for cell in self.window.plots.cells if cell.isVisible()]
        if cells:
            area = self.pick.choice(cells)
            self._drag(area, self._spot(area), self._spot(area))

    def _drag(self, widget, start, end, keys=Qt.KeyboardModifier.NoModifier):
        self.qtbot.mousePress(widget, Qt.MouseButton.LeftButton, keys, start)
        for share in (0.3, 0.7, 1.0):
            self.qtbot.mouseMove(widget, start + (end - start) * share)
            QApplication.processEvents()
        self.qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, keys, end)

    def do_button(self):
        """Press any button there is, in any window."""
        windows = [self.window.main_window, *(w for w in QApplication.topLevelWidgets() if w.isVisible())]
        buttons = [
            button
            for root in windows
            for button in root.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not button.objectName().startswith("qt_")
        ]
        if buttons:
            self._press(self.pick.choice(buttons))

    def _press(self, widget):
        self.doing += f" {type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
        if getattr(widget, "menu", None) is not None and widget.menu() is not None:
            widget.menu().popup(widget.mapToGlobal(widget.rect().bottomLeft()))
        else:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=self._spot(widget))

    # Keyboard

    def do_key(self):
        widget = QApplication.focusWidget() or self.window.main_window
        key = self.pick.choice(KEYS)
        self.doing += f" {key} in {type(widget).__name__} {widget.accessibleName()}"
        QTest.keyClick(widget, key)

    def do_type(self):
        fields = [
            spin for spin in self.window.inspector.explain.form.spins.values() if spin.isVisible() and spin.isEnabled()
        ]
        if fields:
            field = self.pick.choice(fields)
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, self.pick.choice(["1", "-5", "0", "3e2", "0.0001", "99999", "1.", ",", "-"]))
            if self.pick.random() < 0.6:
                QTest.keyClick(field, Qt.Key.Key_Return)

    def do_filter(self):
        line = self.window.tables.filter
        line.setText(self.pick.choice(FILTERS))
        if self.pick.random() < 0.8:
            QTest.keyClick(line, Qt.Key.Key_Return)

    def do_filter_by(self):
        self.window.navigate.filter_by(self.pick.choice(FILTERS))

    def do_find(self):
        self.window.images.filter.setText(self.pick.choice(["", "0", "a", "zzz", "img"]))

    # What is selected

    def do_select(self):
        size = self.work.state.shown.inspection.grid.size if self.work.state.shown is not None else 1
        self.work.select(self.pick.choice([None, self.pick.randrange(max(1, size)), 0, size - 1]))

    def do_walk(self):
        self.work.walk(self.pick.choice([-1, 1]))

    def do_truth(self):
        self.work.next_gt()

    def do_next_anchor(self):
        self.window.navigate.next_anchor(self.pick.choice([-1, 1]))

    def do_try_out(self):
        explain = self.window.inspector.explain
        if self.window.inspector.facts is not None and self.work.state.shown is not None:
            x, y, w, h = (self.pick.uniform(-50, 400) for _ in "xywh")
            self.pick.choice([explain.set_gt, explain.set_predicted])(np.array([x, y, x + w, y + h]))

    # Looks

    def do_layer(self):
        self.work.toggle_layer(self.pick.choice(list(LAYERS)))

    def do_sort(self):
        table = self.pick.choice(
            [self.window.tables.anchors, self.window.tables.proposals, self.window.tables.ground_truths]
        )
        columns = table.columns_model.columnCount()
        if columns:
            table.sortByColumn(self.pick.randrange(columns), self.pick.choice(list(Qt.SortOrder)))

    def do_sort_images(self):
        keys = [*self.window.images.sort_button.keys.values(), *self.window.images.sort_button.directions.values()]
        self._trigger(self.pick.choice(keys))

    def do_tab(self):
        self.window.tables.setCurrentIndex(self.pick.randrange(self.window.tables.count()))

    def do_zoom(self):
        if self.there:
            self.window.canvas.zoom_by(self.pick.choice([0.3, 0.5, 2.0, 8.0]))

    def do_dock(self):
        dock = self.pick.choice(list(self.window.docks.by_name.values()))
        if self.window.docks.unlocked:
            dock.setFloating(not dock.isFloating())
            if self.pick.random() < 0.3:
                dock.close()

    def do_resize(self):
        self.window.main_window.resize(*self.pick.choice(SIZES))

    def do_turn(self):
        self.window.pages.look(self.pick.choice(["inspect", "inspect", "compare"]))

    def do_compare(self):
        if hasattr(self.window, "compare") and self.window.pages.workspace == "compare":
            self._choose(self.window.compare.box)
            self.pick.choice([self.window.compare.beside, self.window.compare.over, self.window.compare.only]).click()

    def do_colours(self):
        self.window.navigate.choose_colours(self.pick.choice(["light", "dark", "system"]))

    def do_wait(self):
        self.qtbot.waitUntil(lambda: settled(self.window))

    def do_close_others(self):
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget is not self.window.main_window and type(widget) is not QWidget:
                widget.close()
