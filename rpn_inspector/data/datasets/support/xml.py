"""XML without entities, document types or network: a tree, or one line with file, place and reason of the refusal."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.core.regular_file import note_failure, open_regular, read_whole
from rpn_inspector.core.text import Text
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support import encodings
from rpn_inspector.data.datasets.support.text import LARGEST, encoding_of, number

Element = etree._Element  # lxml's name for the class is private, and the only one

_SAFE: dict[str, Any] = {
    "resolve_entities": False,  # an entity is never replaced by a file or by a million letters
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,  # libxml2's own limits stay on: depth 256, texts of 10 MB, entities in attributes
    "remove_comments": True,  # else a comment is a child whose tag is no text
    "remove_pis": True,
}
_parser = etree.XMLParser(**_SAFE)
_utf8_parser = etree.XMLParser(encoding="utf-8", **_SAFE)  # whatever encoding the declaration names
_REFUSED = (32, 89, 114)  # libxml2's numbers: unsupported encoding, entity loop, limit of resources (since 2.13)
_NOT_ENCODED = 81  # bytes outside of the declared encoding
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_HEAD, _CHUNK = 512, 1 << 20
_PLACE = re.compile(r"(,? (use|try|see) \w+( option)?\.?)?\s*, line \d+, column \d+$")  # and advice to programmers


class NotXml(BadRecord):
    """A text that breaks the rules of XML, where other files are refused for what they declare or for their size."""


def read_xml(path: Path, encoding: str | None = None, data: bytes | None = None) -> Element:
    """Return the root element of a file, decoded by ``encoding`` instead of the declared one where given.

    ``data`` are its bytes where they were read already.

    Raises `BadRecord` with line (from 1) and column (from 0) for broken XML, with the line for a document type, a limit
    of the parser, and bytes that are not of the declared encoding.
    """
    with _refusing(path):
        data = read_whole(path) if data is None else data
        root = parsed(data) if encoding is None else etree.fromstring(data.decode(encoding).encode(), _utf8_parser)
    _check_document_type(root, path)
    if root.tag.startswith("{"):
        for element in root.iter():
            element.tag = local_name(element)
    return root


def parsed(data: bytes) -> Element:
    """Return the root element of a text as it stands. Raises `lxml.etree.XMLSyntaxError` or `ValueError`."""
    return etree.fromstring(data, _parser)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn each failure of reading ``path`` into a `BadRecord` with its place."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadRecord(path, 1, f"has over {LARGEST:,} bytes")
        yield
    except etree.XMLSyntaxError as error:
        line, column = error.position
        words = " ".join(_PLACE.sub("", error.msg or "Document is empty").split())
        code = error.code  # type: ignore[attr-defined]  # lxml-stubs have it not
        if code == etree.ErrorTypes.ERR_NO_MEMORY:  # under a limit, and no fault of the file
            raise MemoryError from error
        if code in _REFUSED or (code == _NOT_ENCODED and _is_declared(path)):
            raise BadRecord(path, line, Text.of("refused: {why}", why=words)) from error
        raise NotXml(path, f"{line}:{max(column - 1, 0)}", Text.of("not XML: {why}", why=words)) from error
    except (OSError, ValueError, LookupError) as error:
        note_failure(error)
        raise BadRecord(path, 1, Text.of("refused: {why}", why=" ".join(str(error).split()))) from error


def _check_document_type(root: Element, path: Path) -> None:
    # Asked of the tree, for only the parser knows for certain; no entity was replaced, and libxml2 kept to its limits.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadRecord(path, 1, Text("refused: it declares a document type"))


class XmlReader:
    """A reader of the XML files of a dataset, with undeclared encodings guessed from all files."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files

    @cached_property
    def _encoding(self) -> str | None:
        return encodings.guess_of_files(self._files)

    def read(self, path: Path, notes: Notes, data: bytes | None = None) -> Element:
        """Return the root element, with a note on an assumed encoding. Raises `BadRecord` as `read_xml` does."""
        try:
            return read_xml(path, data=data)
        except NotXml as error:
            if not _is_undeclared(path) or self._encoding is None:
                raise
            try:
                root = read_xml(path, self._encoding, data)
            except BadRecord as second:
                raise (second if second.problem.startswith("refused") else error) from None
        notes.warn(encodings.ASSUMED, encodings.assumption(path, self._encoding))
        return root

    def stream(self, path: Path, notes: Notes, root: str, tags: Sequence[str]) -> Iterator[Element]:
        """Yield the children of the ``root`` element with one of ``tags``, each emptied before the next.

        The memory in use does not grow with the file. Raises `BadRecord` as `read_xml` does, in the middle too, and for
        a root of another name.
        """
        encoding = self._encoding if _is_undeclared(path) else None  # asked first: no element can be taken back later
        if encoding is not None:
            notes.warn(encodings.ASSUMED, encodings.assumption(path, encoding))
        with _refusing(path), open_regular(path) as file:
            source = file if encoding is None else _AsUtf8(file, encoding)
            wanted = [f"{{*}}{tag}" for tag in (root, *tags)]
            override = None if encoding is None else "utf-8"
            steps = etree.iterparse(source, events=("start", "end"), tag=wanted, encoding=override, **_SAFE)
            for event, element in steps:
                parent = element.getparent()
                if parent is None:
                    _check_document_type(element, path)  # at the start of the root, before anything is yielded
                elif event == "end" and parent.getparent() is None and local_name(parent) == root:
                    yield element
                    element.clear()
                    while (before := element.getprevious()) is not None:
                        parent.remove(before)
            _check_document_type(steps.root, path)
            if local_name(steps.root) != root:
                found = local_name(steps.root)
                raise BadRecord(path, 1, Text.of("its root is <{found}>, wanted <{root}>", found=found, root=root))


class _AsUtf8:
    """A binary file of another encoding, read as UTF-8."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._text = io.TextIOWrapper(file, encoding, newline="")

    def read(self, size: int = -1) -> bytes:
        """Return the next ``size`` characters as UTF-8."""
        return self._text.read(size).encode()


def _is_declared(path: Path) -> bool:
    """Return whether a byte order mark or a declaration names an encoding other than UTF-8."""
    with open_regular(path) as file:
        head = file.read(_HEAD)
    declared = _DECLARED.match(head)
    return encoding_of(head) != "utf-8" or (declared is not None and declared[1].lower() not in _UTF8)


def _is_undeclared(path: Path) -> bool:
    """Return whether the bytes are no UTF-8 and nothing names another encoding."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with open_regular(path) as file:
            while data := file.read(_CHUNK):
                decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return not _is_declared(path)
    except OSError:
        pass  # the parser meets the same error, and says so
    return False


def local_name(element: Element) -> str:
    """Return a tag without its namespace: no format here has two tags of one name."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element) -> dict[str, Element]:
    """Return the first child of each tag, in one pass.

    lxml's ``find`` is ten times as slow per child, and a dataset has millions of objects with ten children each.
    """
    found: dict[str, Element] = {}
    for child in element:
        found.setdefault(child.tag, child)
    return found


def text_of(element: Element | None) -> str:
    """Return an element's text without spaces around, empty without an element."""
    return (element.text or "").strip() if element is not None else ""


def attribute(values: Mapping[str, str], name: str) -> float:
    """Return an attribute as a number. Raises `ValueError`."""
    return number(values.get(name, ""))
