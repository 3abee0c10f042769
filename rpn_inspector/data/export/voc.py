"""Pascal VOC: ``Annotations/NAME.xml`` a picture, corners in px, unrounded.

Nothing is added for VOC's counting from 1: the numbers are the same as in every other format, and this program reads
the same back. A reader that takes 1 from xmin and ymin is 1 px off at the top left.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import Exported, shortest
from rpn_inspector.data.export.file_names import FileNames
from rpn_inspector.data.written_names import VOC_CORNERS

_UNWRITABLE = frozenset("\x7f\ufffe\uffff" + "".join(map(chr, range(0xD800, 0xE000))))


def write(rows: Iterable[Exported], folder: Path) -> int:
    """Write an XML a picture; return the number of boxes."""
    names = FileNames(folder / "Annotations", ".xml")
    (folder / "Annotations").mkdir()
    count = 0
    for row in rows:
        names.file_for(row.image).write_text(document(row), encoding="utf-8", errors="replace", newline="\n")
        count += len(row.boxes)
    return count


def document(row: Exported) -> str:
    """Return one picture's XML; ``confidence``, ``anchor``, ``level`` and ``fate`` are no names of VOC's."""
    height, width = row.known_size()
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<annotation>",
        f"  <filename>{_text(row.image)}</filename>",
        "  <source><annotation>rpn-inspector</annotation></source>",
        f"  <size><width>{width}</width><height>{height}</height><depth>3</depth></size>",
        "  <segmented>0</segmented>",
    ]
    for at, (score, kind) in enumerate(zip(shortest(row.score), row.kind_names(), strict=True)):
        corners = zip(VOC_CORNERS, shortest(row.boxes[at]), strict=True)
        lines += [
            f"  <object><name>{_text(kind)}</name><pose>Unspecified</pose><truncated>0</truncated>"
            "<difficult>0</difficult>",
            "    <bndbox>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in corners) + "</bndbox>",
            f"    <confidence>{score}</confidence><anchor>{int(row.anchor[at])}</anchor>"
            f"<level>{_text(row.levels[int(row.level[at])])}</level><fate>{FATE_KEYS[int(row.fate[at])]}</fate>",
            "  </object>",
        ]
    return "\n".join([*lines, "</annotation>", ""])


def _text(text: str) -> str:
    """Return ``text`` for XML, without control characters, which XML cannot hold."""
    return escape("".join("\ufffd" if letter < " " or letter in _UNWRITABLE else letter for letter in text))
