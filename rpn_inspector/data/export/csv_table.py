"""CSV: one row a box, after comment lines with the provenance."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from rpn_inspector.core.plain_text import for_spreadsheet
from rpn_inspector.core.words import FATE_KEYS
from rpn_inspector.data.export.exported import COLUMNS, Exported, Provenance, shortest


class TextWriter:
    """A file of bytes as a file of text, for writers of strings."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write ``text`` as UTF-8, "?" for lone surrogates."""
        return self._stream.write(text.encode(errors="replace"))


def write(rows: Iterable[Exported], stream: IO[bytes], provenance: Provenance) -> int:
    """Write the comments, the header and a line for each box; return the number of boxes."""
    text = TextWriter(stream)
    for key, value in provenance.as_dict().items():
        words = ",".join(map(for_spreadsheet, " ".join(str(value).split()).split(",")))
        text.write(f"# {key}: {words}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        corners = [shortest(row.boxes[:, corner]) for corner in range(4)]
        levels = [cell(row.levels[level]) for level in row.level]
        fates = [FATE_KEYS[fate] for fate in row.fate]
        names = [cell(row.image)] * len(levels)
        rest = (shortest(row.score), row.label.tolist(), fates, map(cell, row.kind_names()))
        columns = (names, row.anchor.tolist(), levels, *corners, *rest)
        writer.writerows(zip(*columns, strict=True))
        count += len(levels)
    return count


def cell(text: str) -> str:
    """Return a text fit for a cell that no spreadsheet runs, and that ends no row."""
    return for_spreadsheet(text.replace("\r", "\ufffd"))  # the writer of Python 3.11 leaves it bare: it ends the row
