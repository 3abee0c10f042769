"""XML without its bombs: a tree, or one line that says why not."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import parse

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.data.datasets.reading import LARGEST, number


def read_xml(path: Path) -> Element:
    """Return the root element. Raises `BadRecord` with the place where it is not XML, or declares entities."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadRecord(path, 1, f"has over {LARGEST:,} bytes")
        root: Element | None = parse(path, forbid_dtd=True).getroot()
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
    return root


def text_of(element: Element, tag: str) -> str:
    """Return the text of a child without spaces around it, empty where there is none."""
    return (element.findtext(tag) or "").strip()


def attribute(element: Element, name: str) -> float:
    """Return an attribute that is a number. Raises `ValueError`."""
    return number(element.get(name, ""))
