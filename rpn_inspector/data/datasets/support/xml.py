"""XML without its bombs: a tree, or one line that says why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from xml.etree.ElementTree import fromstring as parse_plain

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring as parse_defused

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support import encodings
from rpn_inspector.data.datasets.support.text import LARGEST, encoding_of, number

_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MULTIBYTE = (b"gb2312", b"gbk", b"gb18030", b"big5", b"shift_jis", b"euc-jp", b"euc-kr")  # which expat does not read
_OF_ASCII = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"latin-1")  # "<" and "!" stand for themselves in these


def read_xml(path: Path, encoding: str | None = None) -> Element:
    """Return the root element, of a text in ``encoding`` whatever it says itself.

    Raises `BadRecord` with the place where it is not XML, or declares entities.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise BadRecord(path, 1, f"has over {LARGEST:,} bytes")
        data = path.read_bytes()
        root = _parse(data) if encoding is None else _parse_text(data.decode(encoding))
    except ParseError as error:
        line, column = error.position
        raise BadRecord(path, f"{line}:{column}", f"not XML: {error}") from error
    except DefusedXmlException as error:
        raise BadRecord(path, 1, f"refused: it declares a document type ({type(error).__name__})") from error
    except (OSError, ValueError, LookupError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise BadRecord(path, 1, f"refused: {words}") from error
    if root is None:
        raise BadRecord(path, 1, "has no element")
    if root.tag.startswith("{"):
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]  # a namespace says nothing that a format's tags do not
    return root


class Assumed:
    """Reads XML files of one dataset, also those that are not UTF-8 and do not say so, as all of them together tell."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._encoding: str | None = None
        self._asked = False

    def read(self, path: Path, notes: Notes) -> Element:
        """Return the root element, and note where an encoding is assumed. Raises `BadRecord` as `read_xml` does."""
        try:
            return read_xml(path)
        except BadRecord as error:
            if not error.problem.startswith("not XML") or not self._is_legacy(path):
                raise
            if not self._asked:
                self._encoding, self._asked = encodings.guess_of_files(self._files), True
            if self._encoding is None:
                raise
            try:
                root = read_xml(path, self._encoding)
            except BadRecord:
                raise error from None
        notes.warn(encodings.ASSUMED, encodings.told(path, self._encoding))
        return root

    @staticmethod
    def _is_legacy(path: Path) -> bool:
        try:
            data = path.read_bytes()
            data.decode()
        except UnicodeDecodeError:
            return encoding_of(data) == "utf-8"
        except OSError:
            pass
        return False


def _parse_text(text: str) -> Element | None:
    """Return the tree of a text, whose declaration of another encoding says nothing any more."""
    root: Element | None = parse_defused(_DECLARATION.sub("", text, count=1), forbid_dtd=True)
    return root


def _parse(data: bytes) -> Element | None:
    """Return the tree, several times faster where the bytes plainly hold no declaration to be wary of."""
    if is_plain(data):
        return parse_plain(data)
    declared = _ENCODING.match(data[:512])
    text: bytes | str = data
    if declared is not None and declared.group(1).lower() in _MULTIBYTE:
        text = data[declared.end() :].partition(b"?>")[2].decode(declared.group(1).decode("ascii"))
    root: Element | None = parse_defused(text, forbid_dtd=True)
    return root


def is_plain(data: bytes) -> bool:
    """Return whether ``data`` can hold no document type, the only place where an entity is declared.

    That is so where its letters are those of ASCII and no ``<!D`` or ``<!E`` is among them; anything else is left to
    the parser that looks for itself.
    """
    if b"<!D" in data or b"<!E" in data or b"\0" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    declared = _ENCODING.match(head)
    if declared is None:
        return b"encoding" not in head.partition(b"?>")[0] if head.startswith(b"<?xml") else True
    return declared.group(1).lower() in _OF_ASCII


def text_of(element: Element, tag: str) -> str:
    """Return the text of a child without spaces around it, empty where there is none."""
    return (element.findtext(tag) or "").strip()


def attribute(element: Element, name: str) -> float:
    """Return an attribute that is a number. Raises `ValueError`."""
    return number(element.get(name, ""))
