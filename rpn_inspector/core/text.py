"""A text made below the window, which translates by key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any


class UserName(str):
    """A name out of the user's files, as a value of a `Text`; never markup."""

    __slots__ = ()


class Text(str):
    """A text in English that knows its ``key``, with a ``{name}`` for each of ``values``; or several ``sentences``.

    Where things are counted, ``number`` are how many, ``key`` is for many and ``one`` for one of them. For an encoder
    that takes no subclass, as msgspec's, ``str(text)`` is the plain one.
    """

    __slots__ = ("key", "number", "one", "sentences", "values")
    key: str
    values: Mapping[str, object]
    sentences: tuple[Text, ...]
    number: int | None
    one: str

    def __new__(
        cls,
        key: str,
        values: Mapping[str, object] | None = None,
        sentences: tuple[Text, ...] = (),
        number: int | None = None,
        one: str = "",
    ) -> Text:
        """Return the text; the English is worked out here."""
        parts = (key, values or {}, sentences, number, one)
        made = super().__new__(cls, _said(parts, lambda text, _=-1: text))
        made.key, made.values, made.sentences, made.number, made.one = parts
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what another process makes it of."""
        return self.key, dict(self.values), self.sentences, self.number, self.one

    @classmethod
    def of(cls, key: str, **values: object) -> Text:
        """Return the text of a literal ``key`` and the values put in, texts among them."""
        return cls(key, values)

    @classmethod
    def counted(cls, number: int, one: str, many: str, **values: object) -> Text:
        """Return the literal ``one`` for 1, else ``many``, with ``{n}`` the number; ``values`` are further ones."""
        return cls(many, {"n": f"{number:,}", **values}, number=number, one=one)

    @classmethod
    def joined(cls, *sentences: Text) -> Text:
        """Return one sentence after the other; none gives the empty text."""
        return cls("", sentences=sentences) if len(sentences) != 1 else sentences[0]

    @classmethod
    def listed(cls, parts: Iterable[Text]) -> Text:
        """Return parts one after the other, with commas; none gives the empty text."""
        every = tuple(parts)
        return reduce(lambda some, more: Text.of("{some}, {more}", some=some, more=more), every) if every else NOTHING

    def translated(self, translate: Callable[..., str]) -> str:
        """Return the text in another language; ``translate(key, number)`` gives the translation of a key."""
        return _said((self.key, self.values, self.sentences, self.number, self.one), translate)


def _said(
    parts: tuple[str, Mapping[str, object], tuple[Text, ...], int | None, str], translate: Callable[..., str]
) -> str:
    key, values, sentences, number, one = parts
    if sentences or not key:
        return " ".join(sentence.translated(translate) for sentence in sentences)
    put = {name: value.translated(translate) if isinstance(value, Text) else value for name, value in values.items()}
    text = translate(key) if number is None else translate(key, number)
    if number == 1 and text == key:
        text = one
    return text.format(**put) if values else text


NOTHING = Text("")
