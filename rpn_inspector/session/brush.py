"""The filter's typed part and the clauses plots wrote: a brush takes back its own clauses, never typed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rpn_inspector.analysis.filter.filter import Filter, bracketed


@dataclass(frozen=True, slots=True)
class Brushing:
    """A typed text, and the clauses of brushes in force beside it, oldest first."""

    typed: str = ""
    brushes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the filter of both parts: an anchor passes where each part lets the anchor pass."""
        return _joined([text for text in (self.typed, *self.brushes) if text])

    @property
    def brushed(self) -> Filter:
        """Return the filter of the brushes alone."""
        return Filter.parse(_joined(self.brushes))

    def with_brush(self, names: Sequence[str], clause: str) -> Brushing:
        """Return the same typed text with the brushes about ``names`` alone replaced by ``clause``; empty removes them.

        Raises `FilterError` for an unreadable clause.
        """
        # A brush over these measures and another one is another plot's: it stays.
        others = [text for text in self.brushes if not Filter.parse(text).names <= set(names)]
        made = [part.text for part in Filter.parse(clause).clauses]
        return Brushing(self.typed, (*others, *(made if len(made) > 1 else filter(None, [clause]))))

    def retyped(self, text: str) -> Brushing:
        """Return the parts of another text: a brush's clause changed by hand counts as typed.

        Raises `FilterError` for an unreadable text.
        """
        if text == self.text:
            return self
        clauses = [clause.text for clause in Filter.parse(text).clauses]
        kept: list[str] = []
        for brush in reversed(self.brushes):  # brushes stand last, so of two alike the last is the brush's
            if brush in clauses:
                del clauses[len(clauses) - 1 - clauses[::-1].index(brush)]
                kept.insert(0, brush)
        return Brushing(_joined(clauses) if kept else text, tuple(kept))


def _joined(texts: Sequence[str]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return " and ".join(text if _holds_together(text) else f"({text})" for text in texts)


def _holds_together(text: str) -> bool:
    return not Filter.parse(text).is_choice or bracketed(text)
