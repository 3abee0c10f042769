"""What went wrong, as the window says it: one line of text, and the kind that decides which remedy is offered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rpn_inspector.core.errors import BadLayout


class ProblemKind(Enum):
    """What a problem is about, as far as a remedy depends on it."""

    GENERAL = "general"
    LAYOUT = "layout"  # raw outputs of other shapes than the recipe's: another reading of the arrays may fit


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong: its ``kind``, and one line of ``text`` in the reader's language."""

    kind: ProblemKind
    text: str

    @classmethod
    def of(cls, error: Exception) -> Problem:
        """Return the problem an error is: the kind follows from the error's class, never from the message."""
        kind = ProblemKind.LAYOUT if isinstance(error, BadLayout) else ProblemKind.GENERAL
        return cls(kind, str(error))

    @classmethod
    def general(cls, text: str) -> Problem:
        """Return the problem of a text alone, for which there is no remedy."""
        return cls(ProblemKind.GENERAL, text)

    def before(self, other: Problem) -> Problem:
        """Return both in one line, this one first; the kind is the layout's where either is about the layout."""
        either = ProblemKind.LAYOUT if ProblemKind.LAYOUT in (self.kind, other.kind) else self.kind
        return Problem(either, f"{self.text}; {other.text}")
