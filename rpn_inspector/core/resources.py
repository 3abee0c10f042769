"""The place of the files shipped with the program, in a wheel and in an editable install alike."""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``resource("recipes", "torchvision-fpn.toml")``."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"  # the wheel puts the folder inside the package
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)
