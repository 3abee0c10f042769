"""``Embedded``: a picture inside an annotation file, written to the cache at the first access."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.plain_text import first_bytes
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data import cache
from rpn_inspector.data.output_file import write_whole
from rpn_inspector.data.pictures.images import kind_of

LARGEST = 1 << 28


@dataclass(frozen=True, slots=True)
class Embedded:
    """``length`` bytes of ``file`` from ``start`` on: a picture, or base64 text of a picture."""

    file: Path
    start: int
    length: int
    base64: bool = False

    def unpack(self) -> Path:
        """Return the picture as a file of the cache, written at the first call.

        Raises `BadFile` for bytes of no picture, or a failure of reading or writing.
        """
        data = self.data()
        kind = kind_of(data)
        if kind is None:
            raise BadFile(self.file, f"its embedded picture is none: it starts with {first_bytes(data)}")
        folder = cache.folder() / "pictures"
        target = folder / f"{hashlib.blake2b(data, digest_size=16).hexdigest()}.{kind}"
        try:
            if not target.is_file():
                folder.mkdir(parents=True, exist_ok=True)
                write_whole(target, data, cached=True)
        except OSError as error:
            raise BadFile(target, f"cannot be written: {error.strerror or error}") from error
        return target

    def data(self) -> bytes:
        """Return the picture's bytes. Raises `BadFile`."""
        if self.length > LARGEST:
            raise BadFile(self.file, f"its embedded picture has {self.length:,} bytes, over the limit of {LARGEST:,}")
        try:
            with open_regular(self.file) as file:
                file.seek(self.start)
                data = file.read(self.length)
            return base64.b64decode(data.replace(b"\\n", b""), validate=True) if self.base64 else data
        except (OSError, binascii.Error) as error:
            raise BadFile(self.file, f"its embedded picture cannot be read: {error}") from error
