"""Settings remembered between runs: one JSON file in the user's own folder, never needed to start."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeAlias

import platformdirs

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import read_utf8
from rpn_inspector.data.output_file import write_whole

RECENT = 10
Settings: TypeAlias = dict[str, Any]
"""Settings by name: values JSON knows, of any type, as a user may have changed the file."""
_lock = Lock()
_newest: tuple[Path, str] | None = None  # folder and text that wait for the disk
_writer: Thread | None = None  # runs until nothing waits


def home() -> Path:
    """Return the folder for settings; ``RPN_INSPECTOR_HOME`` overrides the user's own."""
    own = os.environ.get("RPN_INSPECTOR_HOME")
    return Path(own) if own else Path(platformdirs.user_config_dir("rpn-inspector", appauthor=False))


def load() -> Settings:
    """Return the remembered table, empty where the file is missing or torn."""
    written()
    try:
        table = json.loads(read_utf8(home() / "settings.json"))
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def texts(table: Settings, name: str) -> list[str]:
    """Return a remembered list of texts; entries of other types are left out."""
    value = table.get(name)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def last_opened(table: Settings) -> Path | None:
    """Return the place of the dataset of the last session, None where there is none or it is gone."""
    session = table.get("session")
    place = session.get("dataset") if isinstance(session, dict) else None
    with contextlib.suppress(OSError, ValueError):
        if isinstance(place, str) and Path(place).exists():
            return Path(place)
    return None


def save(table: Settings) -> None:
    """Remember ``table``: written beside and then replaced, so that a crash leaves the old file."""
    save_soon(table)
    written()


def save_soon(table: Settings) -> None:
    """Remember ``table`` as it is now, as `save` does, in a thread: a disk may take half a second for it.

    Of several that wait for the disk only the newest is written.
    """
    global _newest, _writer
    with _lock:
        _newest = job = home(), json.dumps(table, indent=1)
        if _writer is not None and _writer.is_alive():
            return
        thread = Thread(target=_write_newest, name="settings")
        try:
            thread.start()
        except RuntimeError:  # no thread can be started without memory: then here
            _newest = None
            _write(*job)
        else:
            _writer = thread


def written() -> None:
    """Return once all that was saved is in the file."""
    writer = _writer
    if writer is not None:
        writer.join()


def _write_newest() -> None:
    global _newest, _writer
    while True:
        with _lock:
            if _newest is None:
                _writer = None
                return
            job, _newest = _newest, None
        _write(*job)


def _write(folder: Path, text: str) -> None:
    # A read-only home, a full disk, a link or too little memory must not stop anyone from working, nor what waits.
    with contextlib.suppress(OSError, BadFile, MemoryError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / "settings.json", text.encode("utf-8", "replace"))


def with_recent(recent: list[str], path: str) -> list[str]:
    """Return the recent list with ``path`` first, each once, at most `RECENT`."""
    return [path, *(other for other in recent if other != path)][:RECENT]
