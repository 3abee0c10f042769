"""The window's commands as values: every action of the menus, and the best matches of a few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from rpn_inspector.gui.commands.fuzzy import match
from rpn_inspector.gui.widgets.i18n import tr


@dataclass(frozen=True, slots=True)
class Command:
    """An action and the heading of the menu."""

    action: QAction
    group: str

    @property
    def text(self) -> str:
        """Return the command's name without the mnemonic."""
        return plain(self.action.text())

    @property
    def synonyms(self) -> str:
        """Return further words the search matches."""
        return str(self.action.property("synonyms") or "")

    @property
    def note(self) -> str:
        """Return the reason a command is greyed, or the tooltip; mostly empty."""
        reason = self.action.property("reason")
        if not self.action.isEnabled():
            return str(reason) if reason else tr("not now")
        tip = str(self.action.property("tip") or self.action.toolTip())
        return tip if tip and plain(tip) not in (self.text, self.text.rstrip("…")) else ""


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A row: a heading where ``command`` is None."""

    title: str
    command: Command | None = None
    places: tuple[int, ...] = ()


def plain(text: str) -> str:
    """Return an action's text without its mnemonic, which Japanese and Chinese have in brackets behind."""
    return re.sub(r"\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


def commands_of(bar: QMenuBar) -> list[Command]:
    """Return every command of a menu bar; a submenu's commands are grouped under menu and submenu."""
    found: dict[int, Command] = {}  # a command of two menus is listed once, under the first
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for command in _inside(menu, plain(top.text())):
                found.setdefault(id(command.action), command)
    return list(found.values())


def _inside(menu: QMenu, group: str) -> Iterator[Command]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _inside(inner, f"{group}, {plain(action.text())}")
        elif action.isVisible() and not action.isSeparator() and action.text() and not action.property("only_words"):
            yield Command(action, group)


def _begins_words(query: str, words: str) -> bool:
    """Return whether each word of a query begins one of ``words``: letters here and there would match any list."""
    known = words.casefold().split()
    return all(any(word.startswith(part) for word in known) for part in query.casefold().split())


def ranked(commands: Sequence[Command], query: str) -> list[PaletteRow]:
    """Return headings and commands matching ``query``, the best group and the best command first."""
    groups: dict[str, list[tuple[float, PaletteRow]]] = {}
    for command in commands:
        found = match(query, command.text)
        if found is None:  # a word may name the group, as in "recipe paper"
            words = f"{command.text} {command.group}"
            if _begins_words(query, f"{command.text} {command.synonyms}"):
                words += f" {command.synonyms}"
            wide = match(query, words)
            if wide is None:
                continue
            # Ranked below a match in the name alone; places beyond the name are not painted.
            found = wide[0] - 30, tuple(place for place in wide[1] if place < len(command.text))
        entry = PaletteRow(command.text, command, found[1])
        groups.setdefault(command.group, []).append((found[0], entry))
    order = sorted(groups, key=lambda name: -max(score for score, _ in groups[name])) if query.strip() else groups
    rows: list[PaletteRow] = []
    for name in order:
        rows.append(PaletteRow(name))
        inside = sorted(groups[name], key=lambda pair: -pair[0]) if query.strip() else groups[name]
        rows += [entry for _, entry in inside]
    return rows
