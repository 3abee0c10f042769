"""Saving and copying the view: PNG in the size asked for, SVG with boxes as vector lines."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
)

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.plain_text import for_xml
from rpn_inspector.data.output_file import check_output, write_whole
from rpn_inspector.gui.canvas import Canvas
from rpn_inspector.gui.commands.last_folder import in_last_folder, remember_folder
from rpn_inspector.gui.shell.services import Services
from rpn_inspector.gui.widgets.dialog_buttons import save_or_cancel
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.required import required
from rpn_inspector.session.problem import Problem
from rpn_inspector.session.sources import sources_of
from rpn_inspector.session.state import State

SCALES = (1, 2, 4)  # px of the file per px of the window


class SaveViewDialog(QDialog):
    """Asks for size and part of the view, then for the file."""

    def __init__(self, services: Services, canvas: Canvas) -> None:
        super().__init__(services.parent_widget)
        self.setWindowTitle(tr("Save the view"))
        self._services, self._canvas = services, canvas
        self.cropped = QCheckBox(tr("Only the picture, without the ground around it"))
        self.size_words = PlainLabel()
        self.scales = QButtonGroup(self)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(tr("Size")))
        for scale in SCALES:
            button = QRadioButton(f"{scale}×")
            button.setAccessibleName(tr("{n} times the size on the screen").format(n=scale))
            self.scales.addButton(button, scale)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.size_words)
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.size_words.setMinimumWidth(self.size_words.fontMetrics().horizontalAdvance("00,000 × 00,000 px"))
        memory = services.memory
        known = memory.get("view_scale")
        required(self.scales.button(known if isinstance(known, int) and known in SCALES else 1)).setChecked(True)
        self.cropped.setChecked(memory.get("view_cropped") is True)
        buttons, self.save_button = save_or_cancel(tr("Save…"))
        buttons.accepted.connect(self._ask_file)
        buttons.rejected.connect(self.reject)
        self.scales.idToggled.connect(lambda *_: self._say_size())
        self.cropped.toggled.connect(lambda _: self._say_size())
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.cropped)
        column.addWidget(buttons)
        self._say_size()

    def _say_size(self) -> None:
        size = size_of(self._canvas, self.scales.checkedId(), self.cropped.isChecked())
        self.size_words.setText(f"{size.width():,} × {size.height():,} px")

    def _ask_file(self) -> None:
        scale, cropped = self.scales.checkedId(), self.cropped.isChecked()
        self._services.remember(view_scale=scale, view_cropped=cropped)
        proposed = in_last_folder(self._services.memory, "view_folder", proposed_name(self._services.workspace.state))
        name, _ = QFileDialog.getSaveFileName(self, tr("Save the view"), proposed, tr("PNG (*.png);;SVG (*.svg)"))
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".png")
        if write_view(self._services, self._canvas, path, scale, cropped):
            remember_folder(self._services, "view_folder", path)
        self.accept()


def proposed_name(state: State) -> str:
    """Return a file name made of the picture's and the recipe's names."""
    shown = state.shown
    stem = "view" if shown is None else f"{Path(shown.inspection.sample.name).stem}-{shown.recipe.name}"
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in stem) + ".png"


def write_view(services: Services, canvas: Canvas, path: Path, scale: int = 1, cropped: bool = False) -> bool:
    """Write the view to ``path`` in the suffix's format, never over or among what is read; return whether written.

    Args:
        services: for what is read, and to tell where the file is, or why there is none.
        canvas: the view, without zoom and cursor.
        path: the file to be written.
        scale: px of the file per px of the window.
        cropped: whether only the picture's part is written.
    """
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        _write_svg(canvas, content, scale, cropped)
    elif not QImageWriter(content, path.suffix[1:].encode()).write(image_of(canvas, scale, cropped)):
        known = tr("{path}: could not be written: the format {suffix} is not known, wanted .png or .svg")
        services.fail(Problem.general(known.format(path=path, suffix=path.suffix)))
        return False
    made = bytes(content.data().data())
    if path.suffix.lower() == ".svg":  # Qt escapes the names it paints, and leaves letters in that no XML reader takes
        made = for_xml(made.decode("utf-8", "replace")).encode()
    try:
        # The dialog has asked about replacing: any file but those that are read.
        check_output(path, sources_of(services.workspace.state))
        write_whole(path, made)
    except InspectorError as error:
        services.fail(Problem.of(error))
        return False
    services.say(tr("Saved {path}").format(path=path), 8000)
    return True


def size_of(canvas: Canvas, scale: int, cropped: bool) -> QSize:
    """Return the size of a file of the view, px."""
    return _area(canvas, cropped).size().toSize() * scale


def image_of(canvas: Canvas, scale: float = 1, cropped: bool = False) -> QImage:
    """Return the view as a picture of ``scale`` px per px of the window."""
    area = _area(canvas, cropped)
    image = QImage((area.size() * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    painter.translate(-area.topLeft())
    canvas.paint_still(painter, area, scale)
    painter.end()
    image.setDevicePixelRatio(1)
    return image


def _area(canvas: Canvas, cropped: bool) -> QRectF:
    """Return the part of the canvas that is written, in whole px."""
    return QRectF((canvas.picture_area if cropped else QRectF(canvas.rect())).toAlignedRect() & canvas.rect())


def _write_svg(canvas: Canvas, content: QBuffer, scale: int, cropped: bool) -> None:
    area, generator = _area(canvas, cropped), QSvgGenerator()
    generator.setOutputDevice(content)
    generator.setSize(area.size().toSize() * scale)
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle("rpn_inspector")
    painter = QPainter(generator)
    painter.translate(-area.topLeft())
    canvas.paint_still(painter, area, scale)
    painter.end()


def copy_view(services: Services, canvas: Canvas) -> None:
    """Put the view on the clipboard, as large as on the screen."""
    QGuiApplication.clipboard().setImage(image_of(canvas, canvas.devicePixelRatioF()))
    services.say(tr("The view is on the clipboard"), 4000)
