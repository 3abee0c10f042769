"""The place of the files shipped with the program, in a wheel and in an editable install alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``resource("recipes", "torchvision-fpn.toml")``."""
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"  # the wheel puts the folder inside the package
    return installed if installed.is_dir() else package.parent / "resources"
