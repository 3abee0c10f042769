"""Problems in the window: a line of text, and a kind for the remedy offered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rpn_inspector.core.errors import BadLayout, InspectorError, MissingPictures
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.text import Text


class ProblemKind(Enum):
    """The subject of a problem, as far as a remedy depends on the subject."""

    GENERAL = "general"
    LAYOUT = "layout"  # raw outputs of other shapes than the recipe's: another reading of the arrays may fit
    PICTURES = "pictures"  # pictures that were not found: another folder may hold them


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: ``kind``, and a line of ``text``; the window says a `Text` in the reader's language."""

    kind: ProblemKind
    text: str

    @classmethod
    def of(cls, error: Exception) -> Problem:
        """Return the problem an error is: the kind follows from the error's class, never from the message."""
        kinds = {BadLayout: ProblemKind.LAYOUT, MissingPictures: ProblemKind.PICTURES}
        kind = next((kind for class_, kind in kinds.items() if isinstance(error, class_)), ProblemKind.GENERAL)
        return cls(kind, error.text if isinstance(error, InspectorError) else one_line(str(error)))

    @classmethod
    def general(cls, text: str) -> Problem:
        """Return the problem of a text alone, without a remedy."""
        return cls(ProblemKind.GENERAL, text)

    def before(self, other: Problem) -> Problem:
        """Return two problems in a line, ``other`` last; of the first's kind, but about the layout where either is."""
        either = ProblemKind.LAYOUT if ProblemKind.LAYOUT in (self.kind, other.kind) else self.kind
        return Problem(either, Text.of("{some}; {more}", some=self.text, more=other.text))
