"""A picture whose bytes are in a row of a Parquet file."""

from __future__ import annotations

from dataclasses import dataclass

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.support.parquet_table import errors, first_line, opened
from rpn_inspector.data.datasets.support.text import shown
from rpn_inspector.data.pictures.embedded import LARGEST, Embedded


@dataclass(frozen=True, slots=True)
class EmbeddedRow(Embedded):
    """The picture in row ``start`` of row group ``group``, as bytes or a struct with bytes, in ``column``."""

    group: int = 0
    column: str = ""

    def data(self) -> bytes:
        """Return the picture's bytes. Raises `BadFile`."""
        table = opened(self.file)
        try:
            with table:
                if table.metadata.row_group(self.group).total_byte_size > 4 * LARGEST:
                    raise BadFile(self.file, f"row group {self.group} is larger than {4 * LARGEST:,} bytes")
                batch = table.read_row_group(self.group, columns=[self.column], use_threads=False)
                found = batch.column(0)[self.start].as_py()
        except errors() as error:
            raise BadFile(self.file, f"its row {self.start} cannot be read: {first_line(error)}") from error
        found = found.get("bytes") if isinstance(found, dict) else found
        if not isinstance(found, bytes):
            raise BadFile(self.file, f"its row {self.start} holds no picture: found {shown(found)}")
        return found
