"""The package's own errors: each message is one line saying where, what was found and what was wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class InspectorError(Exception):
    """Anything this package refuses; ``str(error)`` is one line fit for a user."""


class BadFile(InspectorError):
    """A file or folder that cannot be used as a whole."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = Path(path)
        self.problem = problem


class BadRecord(InspectorError):
    """One record of a file that cannot be used; the rest of the file can."""

    def __init__(self, path: Path | str, place: int | str, problem: str) -> None:
        super().__init__(f"{path}:{place}: {problem}")
        self.path = Path(path)
        self.place = place
        self.problem = problem


class BadRecipe(InspectorError):
    """A recipe with fields that mean nothing; the message names every one of them, ``problems`` by place."""

    def __init__(self, message: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.problems = dict(problems or {})


class BadPredictions(InspectorError):
    """Raw outputs that do not fit the recipe, or are not what their file says."""


class BadLayout(BadPredictions):
    """Raw outputs whose arrays have other shapes than the recipe, or a layout file, asks for."""


def without_folder(path: Path) -> BadFile:
    """Return the error of a file to be written where there is no folder to write it to."""
    return BadFile(path, f"the folder {path.absolute().parent} does not exist; make it first, or choose another place")
