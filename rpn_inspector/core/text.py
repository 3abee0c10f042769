"""A text made below the window, which translates by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


class UserName(str):
    """A name out of the user's files, as a value of a `Text`; never markup."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English: ``key``, with a ``{name}`` for each of ``values``; or several ``sentences``."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    sentences: tuple[Text, ...] = ()

    @classmethod
    def of(cls, key: str, **values: object) -> Text:
        """Return the text of a literal ``key`` and the values put in, texts among them."""
        return cls(key, values)

    @classmethod
    def joined(cls, *sentences: Text) -> Text:
        """Return one sentence after the other; none gives the empty text."""
        return cls("", sentences=sentences) if len(sentences) != 1 else sentences[0]

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the text in another language; ``translate`` gives the translation of a key."""
        if self.sentences or not self.key:
            return " ".join(sentence.translated(translate) for sentence in self.sentences)
        values = {
            name: value.translated(translate) if isinstance(value, Text) else value
            for name, value in self.values.items()
        }
        key = translate(self.key)
        return key.format(**values) if values else key

    def __bool__(self) -> bool:
        """Return whether the text says anything."""
        return bool(self.key or self.sentences)

    def __str__(self) -> str:
        """Return the text in English."""
        return self.translated(lambda key: key)
