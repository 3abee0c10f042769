"""Calls of the commands into other rooms: the wiring passes parts with these methods."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget


class OpenCommands(Protocol):
    """Opening datasets and raw outputs."""

    @property
    def reading(self) -> bool:
        """Return whether a slow opening is under way."""
        ...

    def cancel(self) -> None: ...

    def ask_folder(self) -> None: ...

    def ask_files(self) -> None: ...

    def ask_outputs(self, folder: bool = False) -> None: ...

    def open_path(self, path: Path) -> None: ...

    def open_demo(self) -> None: ...

    def reload(self) -> None: ...

    def turn_pictures(self) -> None: ...

    def ask_pictures(self) -> None: ...


class ImageCommands(Protocol):
    """The list of pictures; ``filter`` is the search field."""

    @property
    def filter(self) -> QWidget: ...

    def beside(self, number: int, step: int) -> int | None:
        """Return the picture ``step`` rows from ``number`` in the list's order, None where the list is empty."""
        ...

    @property
    def listed(self) -> tuple[int, ...]:
        """Return the pictures that pass search and filters, in the dataset's order."""
        ...

    def choose_sort(self) -> None: ...

    def step_finding(self, forward: bool) -> None: ...


class RowCommands(Protocol):
    """A table of rows, sorted by the user."""

    def neighbour(self, row: int | None, step: int) -> int | None:
        """Return the number of the row ``step`` further down, None in an empty table."""
        ...


class TrainingCommands(Protocol):
    """A training that is followed as it runs."""

    def ask(self) -> None: ...

    def pause(self) -> None: ...

    def catch_up(self) -> None: ...


class HelpCommands(Protocol):
    """The pages of help and the tour."""

    def open_help(self, page: str) -> None: ...

    def start_tour(self) -> None: ...
