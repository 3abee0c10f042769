"""Files of the same markup, many read at once: what the parser finds in one of them stands in all at the same places.

The markup of a text are its tags, letter for letter. Where no letter between them is markup too, texts of equal markup
have equal trees, and element for element differ in their words alone. So the parser reads the markup once, with numbers
for words, and a text of known markup is read by place. Every other text is the parser's, and so is the first of each
markup: where all differ, as by a number in a tag, learning would take ten times as long as parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from lxml import etree

from rpn_inspector.data.datasets.support.decimals import decimals
from rpn_inspector.data.datasets.support.text import number
from rpn_inspector.data.datasets.support.xml import Element, children, parsed, text_of
from rpn_inspector.data.written_names import VOC_CORNERS

LARGEST = 1 << 18  # bytes of a text
MOST = 1 << 24  # bytes of markups and layouts, from which on no more are learned
_LETTERS = bytes({*b"\t\n", *range(32, 256)} - {ord("&")})
_SAME = re.compile(rb"(?:<[^<>]*>[^<>]*)*")
_OPENING = re.compile(
    rb"""(?:<\?xml version=(["'])1\.0\1(?: encoding=(["'])(?:utf-8|UTF-8|(us-ascii|US-ASCII))\2)? ?\?>[ \t\n]*)?"""
    rb"(?=<annotation[ >])"
)
_OTHER_MARKUP = re.compile(rb"<[!?]|:|xmlns")  # comments, sections, and names in spaces

_Numbers = npt.NDArray[np.intp]


class PlainFiles(NamedTuple):
    """Files without oddity in their boxes as columns: ``row`` of each among those asked for, ascending.

    ``facts`` has a column for each text asked for; ``counts`` (n,) has the number of objects. ``box`` (m, 4)
    float64 is x1, y1, x2, y2 of every object, and ``words`` are the objects as written, without their boxes.
    """

    row: list[int]
    facts: list[list[str]]
    counts: _Numbers
    box: npt.NDArray[np.float64]
    words: list[bytes]

    def without(self, odd: npt.NDArray[np.bool_]) -> PlainFiles:
        """Return the files that have none of the ``odd`` boxes (m,)."""
        if not odd.any():
            return self
        owner = np.repeat(np.arange(len(self.row)), self.counts)
        files = np.bincount(owner[odd], minlength=len(self.row)) == 0
        boxes = files[owner]
        kept = files.tolist()
        return PlainFiles(
            [*compress(self.row, kept)], [[*compress(column, kept)] for column in self.facts],
            self.counts[files], self.box[boxes], [*compress(self.words, boxes.tolist())],
        )  # fmt: skip


NONE = PlainFiles([], [], np.zeros(0, np.intp), np.zeros((0, 4)), [])


class _Layout(NamedTuple):
    """Where the words of a markup stand; words number n come behind tag number n."""

    facts: _Numbers  # (F,) of words, -1 for none
    corners: _Numbers  # (G, 4) of words
    spans: _Numbers  # (G, 4) of tags: an object's first, its box's first and last, and its own last


class _Tags(NamedTuple):
    """The tags of many texts: where each begins and ends, and of each text the first tag and the markup."""

    data: bytes  # all texts, one after another
    opens: _Numbers
    closes: _Numbers
    first: list[int]
    markup: list[bytes]


class PlainReader:
    """The layouts met in the files of one dataset; ``facts`` gives of a root the texts wanted beside objects."""

    def __init__(self, facts: Callable[[Element], Sequence[str]]) -> None:
        self._facts = facts
        self._layouts: dict[bytes, _Layout | None] = {}
        self._met = set[int]()  # the hashes of markup met once
        self._bytes = 0

    def read(self, files: Sequence[bytes | None]) -> PlainFiles:
        """Return what the files hold but those that the parser has to read."""
        bodies = [_body(data) for data in files]
        tags = _tags_of(bodies)
        if tags is None:  # some have a tag in a tag, or a ">" among words
            bodies = [body if _SAME.fullmatch(body) else b"" for body in bodies]
            tags = _tags_of(bodies)
            assert tags is not None
        layouts = [self._layout(markup) if markup else None for markup in tags.markup]
        known = [row for row, layout in enumerate(layouts) if layout is not None]
        return _filled(tags, [layout for layout in layouts if layout is not None], known)

    def _layout(self, markup: bytes) -> _Layout | None:
        if markup not in self._layouts:
            if not self._is_met(markup) or self._bytes >= MOST:
                return None
            layout = self._layouts[markup] = self._learned(markup)
            self._bytes += len(markup) + sum(each.nbytes for each in layout or ())
        return self._layouts[markup]

    def _is_met(self, markup: bytes) -> bool:
        """Return whether a markup was met before, and keep that it is now."""
        before = len(self._met)
        self._met.add(hash(markup))
        return len(self._met) == before

    def _learned(self, markup: bytes) -> _Layout | None:
        """Return the layout that the parser finds, None for a markup that is broken or odd."""
        if _OTHER_MARKUP.search(markup):
            return None
        tags = markup[1:-1].split(b"><")
        numbered = b"".join(b"<%b>%d" % (tag, at) for at, tag in enumerate(tags[:-1]))
        try:
            root = parsed(b"%b<%b>" % (numbered, tags[-1]))
        except (etree.XMLSyntaxError, ValueError):
            return None
        objects = [_places(element) for element in root.iter("object")]
        if None in objects:
            return None
        places = np.array(objects, np.intp).reshape(-1, 8)
        facts = [int(text or -1) for text in self._facts(root)]
        return _Layout(np.array(facts, np.intp), places[:, :4], places[:, 4:])


def _places(element: Element) -> tuple[int, ...] | None:
    """Return the words of an object's corners and the tags around it and its box, None for an odd one."""
    parts = children(element)
    box = parts.get("bndbox")
    others = [part for part in element if part is not box]
    if box is None or any(len(part) or part.tag == box.tag for part in others) or element.tail is None:
        return None
    corners = children(box)
    words = [text_of(corners.get(corner)) for corner in VOC_CORNERS]
    if not all(words):
        return None
    # what follows a tag bears its number: the text of an element its first tag's, the tail its last one's
    around = (element.text, box.text, box.tail, element.tail)
    return *map(int, words), *(int(each or -1) for each in around)


def _body(data: bytes | None) -> bytes:
    """Return a file from its root on, with ends of lines as the parser gives them; b"" for an odd one."""
    if data is None:
        return b""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    opening = _OPENING.match(data)
    if opening is None or data.translate(None, _LETTERS):
        return b""
    if not data.isascii() and (opening[3] or not _is_of_letters(data)):
        return b""
    body = data[opening.end() :].rstrip(b" \t\n")
    return body if body.endswith(b">") else b""


def _is_of_letters(data: bytes) -> bool:
    """Return whether bytes are UTF-8 without what is no letter of XML."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return "\ufffe" not in text and "\uffff" not in text


def _tags_of(bodies: Sequence[bytes]) -> _Tags | None:
    """Return the tags of texts, None where "<" and ">" do not follow each other in turn in one of them."""
    data = b"".join(bodies)
    text = np.frombuffer(data, np.uint8)
    marks = np.flatnonzero((text == ord("<")) | (text == ord(">")))
    first = np.searchsorted(marks, np.cumsum([0, *map(len, bodies)]))
    if (first % 2).any() or (text[marks[::2]] != ord("<")).any() or (text[marks[1::2]] != ord(">")).any():
        return None
    opens, closes = np.ascontiguousarray(marks[::2]), np.ascontiguousarray(marks[1::2])
    lengths = np.diff(marks, append=len(data) - 1)  # of a tag, of the words behind it, and so on
    lengths[::2] += 1
    lengths[1:-1:2] -= 1
    markup = text[np.repeat(np.tile([True, False], len(opens)), lengths)].tobytes()
    ends = np.concatenate([[0], np.cumsum(lengths[::2])])[first // 2].tolist()
    return _Tags(data, opens, closes, (first // 2).tolist(), [markup[a:b] for a, b in pairwise(ends)])


def _filled(tags: _Tags, layouts: Sequence[_Layout], known: list[int]) -> PlainFiles:
    """Return the files of ``known`` rows by their layouts, without those with a box that is odd."""
    if not known:
        return NONE
    data, first = tags.data, np.array([tags.first[row] for row in known])
    count = np.array([len(layout.corners) for layout in layouts])
    shift = np.repeat(first, count)[:, None]
    corners, spans = (np.concatenate(each) + shift for each in zip(*(row[1:] for row in layouts), strict=True))
    starts, stops = tags.closes[corners] + 1, tags.opens[corners + 1]
    boxes, plain = decimals(np.frombuffer(data, np.uint8), starts, stops)
    for row, side in np.argwhere(~plain).tolist():
        boxes[row, side] = _number(data[starts[row, side] : stops[row, side]])
    odd = ~np.all(np.isfinite(boxes) & np.tile(boxes[:, :2] < boxes[:, 2:], 2), 1)
    begins = [tags.opens[spans[:, at]].tolist() for at in (0, 1)]
    ends = [(tags.closes[spans[:, at]] + 1).tolist() for at in (2, 3)]
    words = [data[a:b] + data[c:d] for a, b, c, d in zip(*begins, *ends, strict=True)]
    return PlainFiles(known, _facts_of(layouts, first, tags), count, boxes, words).without(odd)


def _facts_of(rows: Sequence[_Layout], first: _Numbers, tags: _Tags) -> list[list[str]]:
    """Return the words of the files beside their objects, column by column."""
    facts = np.array([layout.facts for layout in rows])
    place = np.where(facts < 0, -1, facts + first[:, None])
    starts, stops = np.where(place < 0, 0, tags.closes[place] + 1), np.where(place < 0, 0, tags.opens[place + 1])
    text = tags.data.decode("latin-1")  # a letter a byte, so that places stay
    columns = [
        [text[a:b] for a, b in zip(*each, strict=True)]
        for each in zip(starts.T.tolist(), stops.T.tolist(), strict=True)
    ]
    if not text.isascii():
        columns = [[each.encode("latin-1").decode() for each in column] for column in columns]
    return columns


def _number(written: bytes) -> float:
    try:
        return number(written.decode())
    except ValueError:
        return float("nan")
