"""The package's errors: each message is one line with the place, the value found and the value wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rpn_inspector.core.plain_text import LONGEST, one_line
from rpn_inspector.core.text import Text, UserName

WHOLE = 4_000  # letters of a recipe's mistakes together


class InspectorError(Exception):
    """Anything the package refuses; ``str(error)`` is one printable line of at most 300 letters, whatever was read.

    ``text`` is the same, to be said in the window's language where the message was a `Text`, and then cut as `str` is.
    """

    def __init__(self, message: str, longest: int = LONGEST) -> None:
        line = str(one_line(message, longest))
        super().__init__(line)
        whole = isinstance(message, Text) and message == one_line(message, WHOLE)
        self.text = message if isinstance(message, Text) and whole else Text.of("{line}", line=line)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process gets the same error: made of its message, not of the parts a subclass asks for."""
        return _again, (type(self), *self.args), self.__dict__


def _again(kind: type[InspectorError], *args: Any) -> InspectorError:
    return kind.__new__(kind, *args)


class Cancelled(InspectorError):
    """The caller's progress function asked to stop."""


class BadFile(InspectorError):
    """An unusable file or folder; ``path`` and ``problem`` are the parts of the message."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(Text.of("{path}: {problem}", path=UserName(path), problem=problem))
        self.path = Path(path)
        self.problem = problem


class MissingPictures(BadFile):
    """Annotations of use only with their pictures, which are not found; another folder may hold the pictures."""


class BadRecord(InspectorError):
    """One unusable record at ``place`` of a file; the rest of the file is usable."""

    def __init__(self, path: Path | str, place: int | str, problem: str) -> None:
        super().__init__(Text.of("{path}:{place}: {problem}", path=UserName(path), place=place, problem=problem))
        self.path = Path(path)
        self.place = place
        self.problem = problem


class BadRecipe(InspectorError):
    """A recipe with meaningless fields; the message names every field, ``problems`` maps places to words.

    The message is longer than others where many fields are wrong; a terminal and the window show 300 letters of it.
    """

    def __init__(self, message: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(message, WHOLE)
        self.problems = dict(problems or {})


class BadPredictions(InspectorError):
    """Raw outputs that do not fit the recipe, or contradict the file's own description."""


class BadLayout(BadPredictions):
    """Raw outputs with array shapes other than the recipe's or a layout file's."""


def without_folder(path: Path) -> BadFile:
    """Return the error for writing a file into a folder that does not exist."""
    return BadFile(
        path,
        Text.of(
            "the folder {folder} does not exist; make it first, or choose another place",
            folder=UserName(path.absolute().parent),
        ),
    )
