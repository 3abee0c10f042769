"""Asking for files and folders to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.gui.widgets.i18n import tr

ANNOTATIONS = "*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data"
OUTPUTS = "*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz"
PICTURES = " ".join(f"*{suffix}" for suffix in SUFFIXES)
FILES = (
    ("Everything it reads", f"{ANNOTATIONS} {PICTURES} {OUTPUTS} *.toml"),
    ("Annotations", ANNOTATIONS),
    ("Pictures", PICTURES),
    ("Raw outputs and models", OUTPUTS),
    ("Recipes", "*.toml"),
)


def files_asked(parent: QWidget) -> list[Path]:
    """Ask for files of any kind the program reads; empty when cancelled."""
    kinds = ";;".join([*(f"{tr(name)} ({suffixes})" for name, suffixes in FILES), f"{tr('All files')} (*)"])
    paths, _ = QFileDialog.getOpenFileNames(parent, tr("Open files"), "", kinds)
    return [Path(path) for path in paths]


def outputs_asked(parent: QWidget, folder: bool) -> Path | None:
    """Ask for raw outputs: a file, or a ``folder`` (a dump or several checkpoints); None when cancelled.

    Among files, the ``meta.json`` of a dump stands for the dump's folder.
    """
    if folder:
        path = QFileDialog.getExistingDirectory(parent, tr("Open a folder of raw outputs"))
    else:
        kinds = f"{tr('Raw outputs and models')} ({OUTPUTS});;{tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(parent, tr("Open a file of raw outputs"), "", kinds)
    if not path:
        return None
    chosen = Path(path)
    return chosen.parent if chosen.name == "meta.json" else chosen
