"""Keys of every command: remembered where changed from the defaults, and a sheet to find and change keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rpn_inspector.gui.commands.command_registry import Command, plain
from rpn_inspector.gui.commands.fuzzy import match
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel, as_tip
from rpn_inspector.gui.widgets.theme import Theme, ink, px, sized

PORTABLE, NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText


def identity(action: QAction) -> str:
    """Return the name of an action in the settings: the object name, or the text."""
    return action.objectName() or plain(action.text()).rstrip("…")


def _clash(key: QKeySequence, other: QKeySequence) -> bool:
    """Return whether ``key`` and ``other`` are equal or one begins the other."""
    none = QKeySequence.SequenceMatch.NoMatch
    return not key.isEmpty() and not other.isEmpty() and (key.matches(other) != none or other.matches(key) != none)


def reserved_keys(menus: QMenuBar) -> list[tuple[QKeySequence, str]]:
    """Return the keys closed to commands, each with a meaning in words."""
    opening = [(QKeySequence.mnemonic(menu.text()), plain(menu.text())) for menu in menus.actions()]
    return [
        *((key, tr("opens the menu {name}").format(name=name)) for key, name in opening if not key.isEmpty()),
        (QKeySequence(Qt.Key.Key_Space), tr("moves the picture, and presses what has the keyboard")),
        (QKeySequence(Qt.Key.Key_Return), tr("presses or enters what has the keyboard")),
        (QKeySequence(QKeySequence.StandardKey.Copy), tr("copies from what has the keyboard")),
    ]


class Shortcuts(QObject):
    """Every command's default keys and the user's own; ``changed`` after each change. No two commands ever share a key.

    Args:
        memory: ``{name: [keys, ...]}``, the user's own keys as portable text.
        remember: called with the new ``memory`` after each change.
        reserved: keys closed to commands, each with a meaning in words.
    """

    changed = Signal()

    def __init__(
        self,
        memory: dict[str, Any] | None,
        remember: Callable[[dict[str, list[str]]], None],
        reserved: Sequence[tuple[QKeySequence, str]] = (),
    ) -> None:
        super().__init__()
        self._reserved = reserved
        valid = memory if isinstance(memory, dict) else {}
        self.own = {name: [str(key) for key in keys] for name, keys in valid.items() if isinstance(keys, list)}
        self._remember = remember
        self._first: dict[str, list[QKeySequence]] = {}
        self.actions: dict[str, QAction] = {}

    def register(self, actions: Sequence[QAction]) -> None:
        """Record the actions' present keys as defaults, then assign the user's own, taking each from other actions."""
        for action in actions:
            name = identity(action)
            if not name or name in self.actions:
                continue
            self.actions[name] = action
            action.destroyed.connect(lambda _=None, name=name: self.actions.pop(name, None))
            self._first[name] = list(action.shortcuts())
        remembered = {name: keys for name, keys in self.own.items() if name in self.actions}
        # Read beforehand: `_give` changes ``own`` of the actions that lose a key.
        for name, keys in remembered.items():
            self._give(self.actions[name], [QKeySequence(key, PORTABLE) for key in keys])
        self.changed.emit()

    def first(self, action: QAction) -> list[QKeySequence]:
        """Return the default keys of an action."""
        return self._first.get(identity(action), [])

    def is_own(self, action: QAction) -> bool:
        """Return whether the user has changed the action's keys."""
        return identity(action) in self.own

    def conflicts(self, key: QKeySequence, but: QAction) -> list[QAction]:
        """Return the other actions with ``key``, or with keys beginning with ``key`` or beginning ``key``."""
        return [
            action
            for action in self.actions.values()
            if action is not but and any(_clash(key, other) for other in action.shortcuts())
        ]

    def meaning(self, key: QKeySequence) -> str:
        """Return the meaning of a reserved key in words, empty for all other keys."""
        return next((words for reserved, words in self._reserved if _clash(key, reserved)), "")

    def assign(self, action: QAction, keys: Sequence[QKeySequence]) -> list[QAction]:
        """Assign ``keys`` to ``action``, and return the actions that lost a key."""
        losers = self._give(action, keys)
        self._keep()
        return losers

    def reset(self, action: QAction) -> list[QAction]:
        """Restore an action's default keys, and return the actions that lost a key."""
        return self.assign(action, self.first(action))

    def reset_all(self) -> None:
        """Restore every action's default keys."""
        self.own.clear()
        for name, action in self.actions.items():
            action.setShortcuts(self._first[name])
        self._keep()

    def _give(self, action: QAction, wanted: Sequence[QKeySequence]) -> list[QAction]:
        """Assign the ``wanted`` keys, reserved keys and repeats left out, and return the actions that lost a key."""
        named = {key.toString(PORTABLE): key for key in wanted if not self.meaning(key)}
        keys = [key for name, key in named.items() if name]  # a key of no keyboard has an empty name
        losers = {id(other): other for key in keys for other in self.conflicts(key, action)}
        # Taken from the others first: Qt runs neither of two actions with one key.
        for other in losers.values():
            self._set(other, [kept for kept in other.shortcuts() if not any(_clash(key, kept) for key in keys)])
        self._set(action, keys)
        return list(losers.values())

    def _set(self, action: QAction, keys: Sequence[QKeySequence]) -> None:
        name = identity(action)
        action.setShortcuts(list(keys))
        if list(keys) == self._first.get(name, []):
            self.own.pop(name, None)
        else:
            self.own[name] = [key.toString(PORTABLE) for key in keys]

    def _keep(self) -> None:
        self._remember({name: list(keys) for name, keys in self.own.items()})
        self.changed.emit()


class ShortcutSheet(QDialog):
    """Every command with menu and keys; search by name or key, and assign another key."""

    def __init__(
        self, parent: QWidget | None, theme: Theme, shortcuts: Shortcuts, commands: Callable[[], Sequence[Command]]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys of all commands"))
        self.setModal(False)
        self.shortcuts, self._commands = shortcuts, commands
        self.commands: list[Command] = []
        self._build()
        self.set_theme(theme)
        shortcuts.changed.connect(self.refill)
        self.refill()
        self.resize(600, 620)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find by name, menu or key, e.g. Ctrl+O"))
        self.search.setAccessibleName(tr("Find a command"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        column.addWidget(self.search)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([tr("Command"), tr("Menu"), tr("Keys")])
        self.table.setAccessibleName(tr("Commands and keys"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(px(24))
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 120)
        self.table.setColumnWidth(2, 150)
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        column.addWidget(self.table, 1)
        column.addLayout(self._build_editor())
        self.message = PlainLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(px(34))
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.message)

    def _build_editor(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.chosen = PlainLabel()
        self.keys = QKeySequenceEdit()
        self.keys.setAccessibleName(tr("New key"))
        self.keys.setMaximumSequenceLength(1)
        self.keys.setFixedWidth(px(150))
        self.keys.keySequenceChanged.connect(self._typed)
        line.addWidget(self.chosen, 1)
        line.addWidget(self.keys)
        self.set_button, self.add_button, self.reset_button, self.reset_all = (
            QPushButton(text) for text in (tr("Set"), tr("Add"), tr("Reset"), tr("Reset all"))
        )
        spoken = (
            tr("Set this key for the command, instead of its present ones"),
            tr("Add this key to the command's present ones"),
            tr("Give the command the keys it came with"),
            tr("Give all commands the keys they came with"),
        )
        slots = (self._set, self._add, self._reset, self.shortcuts.reset_all)
        for button, words, slot in zip(self.buttons, spoken, slots, strict=True):
            button.setAccessibleName(words)
            button.setToolTip(as_tip(words))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            line.addWidget(button)
        return line

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton, QPushButton, QPushButton]:
        """Return Set, Add, Reset, Reset all."""
        return self.set_button, self.add_button, self.reset_button, self.reset_all

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.setStyleSheet(f"QDialog {{ background: {theme.dock}; }}")
        ink(self.message, "text_second")
        self.refill()

    # What is shown

    def refill(self) -> None:
        """Show every command's present keys."""
        chosen = self.action
        self.commands = [c for c in self._commands() if identity(c.action) in self.shortcuts.actions]
        self.table.setRowCount(len(self.commands))
        for row, command in enumerate(self.commands):
            keys = ", ".join(key.toString(NATIVE) for key in command.action.shortcuts())
            own = self.shortcuts.is_own(command.action)
            for column, text in enumerate((command.text, command.group, keys)):
                item = QTableWidgetItem(f"● {text or tr('none')}" if own and column == 2 else text)
                if own and column == 2:
                    item.setFont(sized(self.font(), 12, bold=True))
                    before = ", ".join(key.toString(NATIVE) for key in self.shortcuts.first(command.action))
                    item.setToolTip(as_tip(tr("came with {keys}").format(keys=before or tr("no key"))))
                self.table.setItem(row, column, item)
        self._filter()
        if chosen is not None:
            self._select(chosen)
        self._choose()

    def _filter(self) -> None:
        query = self.search.text().strip()
        for row, command in enumerate(self.commands):
            keys = [key.toString(form) for key in command.action.shortcuts() for form in (NATIVE, PORTABLE)]
            by_key = any(query.lower() == key.lower() for key in keys)
            by_name = not query or match(query, f"{command.text} {command.group}") is not None
            self.table.setRowHidden(row, not (by_key or (by_name and "+" not in query)))

    @property
    def action(self) -> QAction | None:
        """Return the command chosen in the table."""
        row = self.table.currentRow()
        return self.commands[row].action if 0 <= row < len(self.commands) else None

    def edit(self, action: QAction) -> None:
        """Show the sheet at one command, ready for a new key."""
        self.search.clear()
        self.refill()
        self._select(action)
        self.show()
        self.activateWindow()
        self.keys.setFocus()

    def _select(self, action: QAction) -> None:
        for row, command in enumerate(self.commands):
            if command.action is action:
                self.table.setCurrentCell(row, 0)

    def _choose(self) -> None:
        action = self.action
        self.chosen.setText(plain(action.text()) if action is not None else tr("Choose a command"))
        self.keys.clear()
        self.keys.setEnabled(action is not None)
        self.reset_button.setEnabled(action is not None and self.shortcuts.is_own(action))
        self.reset_all.setEnabled(bool(self.shortcuts.own))
        self._typed()

    def _typed(self, _: object = None) -> None:
        action, key = self.action, self.keys.keySequence()
        meaning = self.shortcuts.meaning(key)
        ready = action is not None and not key.isEmpty() and not meaning
        self.set_button.setEnabled(ready)
        self.add_button.setEnabled(ready)
        if action is None or key.isEmpty():
            self.message.setText(
                tr("Single letters are left to a text field or list that has the keyboard. ● marks keys of your own.")
            )
            return
        others = self.shortcuts.conflicts(key, action)
        text = key.toString(NATIVE)
        if meaning:
            self.message.setText(tr("{key} {meaning}; no command can have it.").format(key=text, meaning=meaning))
        elif others:
            words = tr("{key} belongs to {names}. Setting it here takes it away there.")
            self.message.setText(words.format(key=text, names=_names(others)))
        else:
            self.message.setText(tr("{key} is free.").format(key=text))

    # What a user asks for

    def _set(self) -> None:
        self._say_taken(lambda action: self.shortcuts.assign(action, [self.keys.keySequence()]))

    def _add(self) -> None:
        new = self.keys.keySequence()
        self._say_taken(
            lambda action: self.shortcuts.assign(action, [*(key for key in action.shortcuts() if key != new), new])
        )

    def _reset(self) -> None:
        self._say_taken(self.shortcuts.reset)

    def _say_taken(self, change: Callable[[QAction], list[QAction]]) -> None:
        """Change the chosen command's keys, and name the commands that lost a key."""
        action = self.action
        losers = change(action) if action is not None else []
        if action is not None and losers:
            keys = ", ".join(key.toString(NATIVE) for key in action.shortcuts())
            self.message.setText(tr("{keys} taken from {names}.").format(keys=keys, names=_names(losers)))

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from running while a new key is being pressed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.keys.hasFocus():
            event.accept()
            return True
        return super().event(event)


def _names(actions: Sequence[QAction]) -> str:
    return ", ".join(f"“{plain(action.text())}”" for action in actions)
