"""Saving and copying the view: PNG as on the screen, SVG with boxes as vector lines."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRectF
from PySide6.QtGui import QGuiApplication, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import for_xml
from rpn_inspector.data.output_file import check_output, write_whole
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.sources import sources_of


def save_view(services: Services, canvas: QWidget) -> None:
    """Ask for a file, and save the canvas there as painted."""
    parent = services.main_window
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save the view"), "", tr("PNG (*.png);;SVG (*.svg)"))
    if name:
        path = Path(name)
        write_view(services, canvas, path if path.suffix else path.with_suffix(".png"))


def write_view(services: Services, canvas: QWidget, path: Path) -> None:
    """Write the canvas to ``path`` in the suffix's format, never over or among what is read."""
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        _write_svg(canvas, content)
    elif not QImageWriter(content, path.suffix[1:].encode()).write(canvas.grab().toImage()):
        known = tr("{path}: could not be written: the format {suffix} is not known, wanted .png or .svg")
        services.fail(Problem.general(known.format(path=path, suffix=path.suffix)))
        return
    made = bytes(content.data().data())
    if path.suffix.lower() == ".svg":  # Qt escapes the names it paints, and leaves letters in that no XML reader takes
        made = for_xml(made.decode("utf-8", "replace")).encode()
    try:
        # The dialog has asked about replacing: any file but those that are read.
        check_output(path, sources_of(services.workspace.state))
        write_whole(path, made)
    except InspectorError as error:
        services.fail(Problem.of(error))
        return
    services.say(tr("Saved {path}").format(path=path), 8000)


def _write_svg(canvas: QWidget, content: QBuffer) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(content)
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
