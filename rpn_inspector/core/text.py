"""A text made below the window, which translates by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English: ``key``, with a ``{name}`` for each of ``values``; the window translates the key."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, key: str, **values: object) -> Text:
        """Return the text of a literal ``key`` and the values put in."""
        return cls(key, values)

    def filled(self, key: str) -> str:
        """Return ``key``, this text's or a translation of it, with the values put in."""
        return key.format(**self.values) if self.values else key

    def __str__(self) -> str:
        """Return the text in English."""
        return self.filled(self.key)
