"""Paths as a user writes them."""

from __future__ import annotations

from pathlib import Path


def user_path(path: str | Path) -> Path:
    """Return ``path`` with the home folder for ``~``; as it stands where the user is unknown, as in a shell."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
