"""The content of a drag: file paths, or the reason for a refusal in words. Needs Qt alone."""

from __future__ import annotations

import re
import socket
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.user_path import user_path
from rpn_inspector.gui.widgets.i18n import tr

_SCHEME = re.compile(r"[A-Za-z][\w+.-]+:/")
_LONGEST = 80  # letters of an address in a message


def paths_in(data: QMimeData) -> list[Path]:
    """Return the files and folders of a drag: from URLs, or from text with a path a line.

    Raises `InspectorError` without a path, or for a path on another computer.
    """
    if data.hasUrls():
        return [_path_of(url) for url in data.urls()]
    lines = [line.strip() for line in data.text().splitlines()] if data.hasText() else []
    found = [_path_in(line) for line in lines if line and not line.startswith("#")]
    if not found:
        raise InspectorError(tr("what was dropped names no file or folder"))
    return found


def _path_in(line: str) -> Path:
    if _SCHEME.match(line):
        return _path_of(QUrl(line))
    try:
        path = user_path(line.strip("\"'"))
    except RuntimeError:  # ~name of an unknown user
        path = Path(line)
    if not path.is_absolute():
        raise InspectorError(tr("{text}: is no path of a file or folder").format(text=_cut(line)))
    return path


def _path_of(url: QUrl) -> Path:
    shown = _cut(url.toDisplayString())
    if url.isLocalFile() and url.host().lower() in ("", "localhost", socket.gethostname().lower()):
        here = QUrl(url)
        here.setHost("")
        return Path(here.toLocalFile())
    if url.isValid() and url.scheme():
        raise InspectorError(tr("{url}: is not a file on this computer; download it first").format(url=shown))
    raise InspectorError(tr("{text}: is no path of a file or folder").format(text=shown))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
