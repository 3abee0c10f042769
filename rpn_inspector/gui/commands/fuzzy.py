"""Finding a command from a few letters."""

from __future__ import annotations


def match(query: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """Return how well ``query`` matches ``text`` and the matched letters' indices, None where a letter is missing.

    Letters match in order. A run of letters counts more than scattered letters, a word's first letter more than an
    inner letter, an early match more than a late match. The words of the query may match in any order.
    """
    score = 0.0
    places: set[int] = set()
    for word in query.lower().split():
        found = _best(word, text.lower(), frozenset(places))
        if found is None:
            return None
        score += found[0]
        places |= set(found[1])
    return score - 0.01 * len(text), tuple(sorted(places))


def _best(word: str, text: str, taken: frozenset[int]) -> tuple[float, tuple[int, ...]] | None:
    """Return the best match of ``word``: whole, at a word's start or inside, else letters spread in order."""
    found: list[tuple[float, tuple[int, ...]]] = []
    at = text.find(word)
    while at >= 0:
        places = tuple(range(at, at + len(word)))
        if not taken & set(places):
            found.append((10.0 * len(word) + (20 if _starts(text, at) else 0) - 0.1 * at, places))
        at = text.find(word, at + 1)
    for first in range(len(text)):
        if text[first] == word[0] and _starts(text, first) and first not in taken:
            spread = _spread(word, text, first)
            if spread is not None:
                starts = sum(_starts(text, place) for place in spread)
                holes = spread[-1] - spread[0] + 1 - len(word)
                found.append((2.0 * len(word) + 4 * starts - holes, spread))
    return max(found, default=None)


def _spread(word: str, text: str, first: int) -> tuple[int, ...] | None:
    places, at = [first], first
    for letter in word[1:]:
        starts = [i for i in range(at + 1, len(text)) if text[i] == letter and _starts(text, i)]
        plain = text.find(letter, at + 1)
        if plain < 0:
            return None
        at = plain if plain == at + 1 or not starts else starts[0]
        places.append(at)
    return tuple(places)


def _starts(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
