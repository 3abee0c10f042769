"""The folder a kind of file was written to last: where the next dialog begins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rpn_inspector.gui.shell.services import Services


def in_last_folder(memory: dict[str, Any], key: str, name: str) -> str:
    """Return a file ``name`` in the folder remembered as ``key``, the name alone where none is there any more."""
    folder = memory.get(key)
    return str(Path(folder, name)) if isinstance(folder, str) and Path(folder).is_dir() else name


def remember_folder(services: Services, key: str, path: Path) -> None:
    """Remember the folder of a written file as ``key``."""
    services.remember(**{key: str(path.absolute().parent)})
