"""The extras of the installation: the modules of each extra, and the error that names a missing extra."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from rpn_inspector.core.errors import InspectorError

EXTRAS = {
    "gui": ("PySide6", "cv2", "pyqtgraph", "ziamath"),  # the window
    "pictures": ("cv2",),  # the pixels of pictures, and ONNX models
    "onnx": ("onnxruntime",),  # ONNX models OpenCV does not know
    "parquet": ("pyarrow",),
    "dask": ("distributed",),
    "eval": ("hotcoco",),  # mAP and TIDE's errors
    "mcp": ("mcp",),  # a server for agents
    "remote": ("fsspec",),  # datasets, outputs and reports at an address
    "report": ("jinja2", "leather"),  # the page of an audit
}

# what lies in an environment that a tool made for this program alone, and its way to install into it
TOOLS = {
    "uv-receipt.toml": 'uv pip install --python "{prefix}"',
    "pipx_metadata.json": "pipx runpip rpn-inspector install",
}


class MissingExtra(InspectorError):
    """A module of an extra is not installed, or is installed and cannot be loaded.

    Args:
        what: the part of the program or the library, the subject of the message.
        extra: a key of `EXTRAS`.
        error: the failed import, None where no import was tried.
    """

    def __init__(self, what: str, extra: str, error: ImportError | None = None) -> None:
        if error is None or isinstance(error, ModuleNotFoundError):
            super().__init__(f"{what} is not installed, wanted {command(extra)}")
        else:  # a system library is missing, or the module was built for another NumPy
            super().__init__(f"{what} cannot be loaded: {error}; see rpn-inspector doctor")


def command(extra: str) -> str:
    """Return the command that installs an extra, quoted for every system's shell; a bundle takes none.

    An environment that uv or pipx made for the program has no pip of its own.
    """
    if getattr(sys, "frozen", False):
        return f'an installation by pip, with "rpn-inspector[{extra}]"'
    there = (way for file, way in TOOLS.items() if Path(sys.prefix, file).is_file())
    return f'{next(there, "pip install").format(prefix=sys.prefix)} "rpn-inspector[{extra}]"'


def lacking(extra: str) -> list[str]:
    """Return the modules of an extra that are not installed; nothing is imported."""
    return [module for module in EXTRAS[extra] if find_spec(module) is None]
