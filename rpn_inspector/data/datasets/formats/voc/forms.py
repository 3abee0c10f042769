"""The forms of a writer's files: the same tags in the same order, read by patterns instead of by an XML parser.

A writer gives each file of a dataset, and each object, the same tags. What the parser has read once becomes a pattern,
letter for letter but for the values: a text that patterns match from end to end is well-formed, and all others are the
parser's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rpn_inspector.data.datasets.support.xml import Element
from rpn_inspector.data.written_names import VOC_CORNERS

LARGEST = 1 << 18  # bytes of a text
MOST = 16  # patterns of files, and of objects
_VALUE = r"([^<>&\0-\x08\x0b-\x1f]*)"  # no markup, and no letter that a parser refuses or changes
_NUMBER = r"([^<>&_\0-\x08\x0b-\x1f]*)"  # which Python takes in the middle of a number
_GAP = r"[ \t\r\n]*"
_OBJECT, _BOX = "object", "bndbox"
_OPENING = re.compile(r"(?:<\?xml[^<>&]*\?>)?[ \t\r\n]*<annotation(?: [^<>&]*)?>")
_PLAIN_TAG = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


PlainWords = tuple[tuple[str, ...], tuple[str, ...]]  # tags and values of an object beside its corners


class PlainFile(NamedTuple):
    """A file's values by path of tags, as "size/width"; of its objects the corners as written, and the other words."""

    top: Mapping[str, str]
    corners: Sequence[tuple[str, ...]]
    words: Sequence[PlainWords]


class _Part(NamedTuple):
    """A pattern, and the path of tags of each of its groups."""

    pattern: re.Pattern[str]
    paths: tuple[str, ...]


class _Span(NamedTuple):
    """The groups of a form in the pattern of all objects: the whole, the first corner, the last; and the other tags."""

    whole: int
    corner: int
    end: int
    tags: tuple[str, ...]


class Forms:
    """The forms met in the files of one dataset: heads, tails and objects."""

    def __init__(self) -> None:
        self._frames: list[tuple[_Part, _Part]] = []
        self._objects = re.compile("(?!)")  # of all forms
        self._spans = list[_Span]()
        self._known: set[str] = set()

    @property
    def full(self) -> bool:
        """Return whether no further form is learned: a folder of so many writers is the parser's."""
        return len(self._frames) >= MOST or len(self._spans) >= MOST

    def read(self, data: bytes) -> PlainFile | None:
        """Return the values of a text of known forms, None for any other text."""
        if len(data) > LARGEST or not data.isascii():
            return None
        text = data.decode("ascii")
        for head, tail in self._frames:
            if (before := head.pattern.match(text)) is None:
                continue
            size, corners, words = 0, list[tuple[str, ...]](), list[PlainWords]()
            for row in self._objects.findall(text, before.end()):
                for whole, corner, end, tags in self._spans:
                    if row[whole]:
                        size += len(row[whole])
                        corners.append(row[corner : corner + 4])
                        words.append((tags, row[whole + 1 : corner] + row[corner + 4 : end]))
                        break
            # A tail begins with a tag, and has none of an object: it matches only behind objects without a gap.
            if (behind := tail.pattern.fullmatch(text, before.end() + size)) is not None:
                values = (*before.groups(""), *behind.groups(""))
                return PlainFile(dict(zip((*head.paths, *tail.paths), values, strict=True)), corners, words)
        return None

    def learn(self, root: Element, data: bytes) -> None:
        """Take the forms of a text that the parser has read as ``root``; one of another kind is passed over."""
        if len(data) > LARGEST or not data.isascii() or root.nsmap:
            return
        opening, rows = _OPENING.match(data.decode("ascii")), list(root)
        places = [at for at, child in enumerate(rows) if child.tag == _OBJECT]
        if opening is None or not places or places[-1] - places[0] + 1 != len(places):
            return
        before, behind = rows[: places[0]], rows[places[-1] + 1 :]
        around = _part("", [*before, *behind], "")
        head = _part(re.escape(opening[0]) + _GAP, before, "")
        tail = _part("", behind, f"</annotation>{_GAP}")
        if around is None or head is None or tail is None:
            return
        if self._is_new(f"{head.pattern.pattern}\0{tail.pattern.pattern}"):
            self._frames.append((head, tail))
        for at in places[:MOST]:
            self._learn_object(rows[at])

    def _learn_object(self, element: Element) -> None:
        found = _part(f"(<{_OBJECT}>{_gap(element.text)}", list(element), f"</{_OBJECT}>{_GAP})")
        if found is None or element.attrib:
            return
        paths = found.paths
        corners = tuple(f"{_BOX}/{corner}" for corner in VOC_CORNERS)
        at = paths.index(corners[0]) if corners[0] in paths else 0
        nested = [path for path in paths if "/" in path]
        if paths[at : at + 4] == corners and len(nested) == 4 and self._is_new(found.pattern.pattern):
            first, before = self._objects.groups, self._objects.pattern
            tags = paths[:at] + paths[at + 4 :]
            self._spans.append(_Span(first, first + 1 + at, first + 1 + len(paths), tags))
            self._objects = re.compile(f"{before}|{found.pattern.pattern}" if first else found.pattern.pattern)

    def _is_new(self, pattern: str) -> bool:
        new = pattern not in self._known
        self._known.add(pattern)
        return new


def _part(before: str, elements: Sequence[Element], behind: str) -> _Part | None:
    """Return the part of elements with a value, or with such elements; None where one is of another kind or twice."""
    pattern, paths = "", list[str]()
    for element in elements:
        tag = re.escape(element.tag)
        if len(element):
            pattern += f"<{tag}>{_gap(element.text)}{''.join(map(_leaf, element))}</{tag}>{_gap(element.tail)}"
            paths += [f"{element.tag}/{child.tag}" for child in element]
        else:
            pattern += _leaf(element)
            paths.append(element.tag)
    every = [*elements, *(child for element in elements for child in element)]
    tags = [element.tag for element in elements]
    simple = all(_PLAIN_TAG.fullmatch(each.tag) and each.tag != _OBJECT and not each.attrib for each in every)
    flat = not any(len(child) for element in elements for child in element)
    if not (simple and flat) or len(set(tags)) < len(tags) or len(set(paths)) < len(paths):
        return None
    return _Part(re.compile(before + pattern + behind), tuple(paths))


def _leaf(element: Element) -> str:
    tag = re.escape(element.tag)
    value = f">{_NUMBER if tag in VOC_CORNERS else _VALUE}</{tag}>"
    return f"<{tag}{value if element.text else f'(?:/>|{value})'}{_gap(element.tail)}"


def _gap(text: str | None) -> str:
    return _GAP if text else ""
