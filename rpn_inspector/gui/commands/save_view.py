"""Saving and copying the view: PNG as on the screen, SVG with boxes as vector lines."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.session.problem import Problem


def save_view(services: Services, canvas: QWidget) -> None:
    """Ask for a file, and save the canvas there as painted."""
    parent = services.main_window
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save the view"), "", tr("PNG (*.png);;SVG (*.svg)"))
    if name:
        path = Path(name)
        write_view(services, canvas, path if path.suffix else path.with_suffix(".png"))


def write_view(services: Services, canvas: QWidget, path: Path) -> None:
    """Write the canvas to ``path`` in the suffix's format, by way of a temporary file in the same folder."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=path.suffix)
    except OSError as error:
        words = tr("{path}: could not be written: {strerror}").format(path=path, strerror=error.strerror)
        services.fail(Problem.general(words))
        return
    os.close(handle)
    try:
        if path.suffix.lower() == ".svg":
            _write_svg(canvas, temporary)
        elif not canvas.grab().save(temporary):
            raise OSError(f"the format {path.suffix} is not known, wanted .png or .svg")
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        words = tr("{path}: could not be written: {error}").format(path=path, error=error)
        services.fail(Problem.general(words))
        return
    services.say(tr("Saved {path}").format(path=path), 8000)


def _write_svg(canvas: QWidget, file: str) -> None:
    generator = QSvgGenerator()
    generator.setFileName(file)
    generator.setSize(canvas.size())
    generator.setViewBox(QRectF(canvas.rect()))
    generator.setTitle("rpn_inspector")
    painter = QPainter(generator)
    canvas.render(painter, QPoint())
    painter.end()


def copy_view(services: Services, canvas: QWidget) -> None:
    """Put the canvas as painted on the clipboard."""
    QGuiApplication.clipboard().setPixmap(canvas.grab())
    services.say(tr("The view is on the clipboard"), 4000)
