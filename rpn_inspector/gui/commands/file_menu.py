"""File: open, open recent, save the view, export, quit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.commands.ports import OpenCommands
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import as_tip
from rpn_inspector.session import settings

LONGEST_PATH = 560  # px of a path in the menu; a longer path is cut in the middle, and whole in the tooltip


class FileMenu:
    """The File menu; the submenu ``recent`` lists the datasets opened last, read from the settings on each showing."""

    def __init__(self, menus: Menus, navigate: Navigator, opening: OpenCommands) -> None:
        self._services, menu = menus.services, menus.menu("&File")
        menus.add(menu, "Open a dataset folder…", opening.ask_folder, "Ctrl+O").setToolTip(
            tr("a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints")
        )
        menus.add(menu, "Open files…", opening.ask_files, "Ctrl+Shift+O").setToolTip(
            tr("annotations, pictures, raw outputs, ONNX models or recipes, found out from their content")
        )
        menus.add(menu, "Open a file of raw outputs…", opening.ask_outputs, "Ctrl+P")
        folder = menus.add(menu, "Open a folder of raw outputs…", lambda: opening.ask_outputs(True), "Ctrl+Alt+P")
        folder.setToolTip(tr("one dump, or the checkpoints of one training"))
        self.recent = menu.addMenu(tr("Open recent"))
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill)
        # Reused, never deleted: the palette holds these actions.
        self._places = [self.recent.addAction("") for _ in range(settings.RECENT)]
        for place in self._places:
            place.triggered.connect(lambda _=False, place=place: opening.open_path(Path(place.data())))
        self._none = self.recent.addAction(tr("none yet"))
        self._none.setEnabled(False)
        self._none.setProperty("only_words", True)
        menus.add(menu, "Open the demo", opening.open_demo, "Ctrl+Shift+D")
        menus.add(menu, "Reload", opening.reload, "F5", needs="dataset").setToolTip(
            tr("reads the files again; picture, recipe and selection stay where they are still there")
        )
        menus.add(menu, "Locate pictures…", opening.ask_pictures).setToolTip(
            tr("opens the same annotations with the pictures of another folder")
        )
        menu.addSeparator()
        menus.add(menu, "Save the view…", navigate.save_view, "Ctrl+Shift+S", needs="dataset")
        menus.add(menu, "Export decoded boxes…", navigate.export, "Ctrl+Shift+E", needs="outputs")
        menu.addSeparator()
        leave = menus.add(menu, "Quit", self._services.parent_widget.close, "Ctrl+Q")
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # works in the windows of keys and help too

    def _fill(self) -> None:
        paths = settings.texts(self._services.memory, "recent")[: len(self._places)]
        self._none.setVisible(not paths)
        cut = self.recent.fontMetrics().elidedText
        paths += [""] * (len(self._places) - len(paths))
        for place, path in zip(self._places, paths, strict=True):
            words = cut(path, Qt.TextElideMode.ElideMiddle, LONGEST_PATH).replace("&", "&&")
            there = _exists(path)
            place.setText(words)
            tip = path if there else tr("{path}: no longer there").format(path=path)
            place.setToolTip(as_tip(tip))
            place.setProperty("tip", tip)
            place.setEnabled(there)
            place.setProperty("reason", tr("no longer there"))
            place.setData(path)
            place.setVisible(bool(path))


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name no file can have, from a damaged settings file
        return False
