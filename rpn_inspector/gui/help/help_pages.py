"""Help inside the program: the maths with typeset formulas, and the glossary."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QPainter, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from rpn_inspector.core.resources import resource
from rpn_inspector.gui.inspector.explain.typeset import formula
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import Theme, px, sized

DISPLAY = re.compile(r"^\$\$(.+?)\$\$$", re.MULTILINE)
FORMULA_SIZE = 17.0  # px
PAGES = ("maths", "glossary")


def page_path(name: str) -> Path:
    """Return the path of a page; the glossary is beside the README in a checkout, among the resources in a wheel."""
    packed = resource("help", f"{name}.md")
    return packed if packed.is_file() else resource().parent / f"{name.upper()}.md"


def with_pictures(text: str) -> tuple[str, list[str]]:
    """Return Markdown with each ``$$formula$$`` line as a picture ``formula:N``, and the formulas."""
    found: list[str] = []

    def put(match: re.Match[str]) -> str:
        found.append(match.group(1))
        return f"![formula](formula:{len(found) - 1})"  # one plain word: signs would be drawn many times

    return DISPLAY.sub(put, text), found


class Page(QTextBrowser):
    """One page of Markdown with formulas painted in the theme's text colour, never wider than the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.formulas: list[str] = []
        self._text, self._width = "", 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fill)
        self.setOpenExternalLinks(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else width and height chase each other
        self.document().setDocumentMargin(24)

    def show_markdown(self, text: str) -> None:
        """Show ``text``."""
        self._text, self.formulas = with_pictures(text)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._fill()

    def _fill(self) -> None:
        # A new text resets the scroll bar: the position is kept over a change of width or theme.
        place = self.verticalScrollBar().value()
        document = self.document()
        document.clear()
        document.setDefaultFont(sized(self.font(), 13))
        document.setDefaultStyleSheet(f"a {{ color: {self.theme.proposal_text}; }}")
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(self._text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._space()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def _space(self) -> None:
        """Add the spacing of paragraphs, headings and table cells missing in Qt's Markdown."""
        document, block = self.document(), self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            if cursor.currentTable() is None:
                shape.setLineHeight(130, 1)  # percent of the font's own
                level = shape.headingLevel()
                shape.setTopMargin({0: 4, 1: 0}.get(level, 20))
                shape.setBottomMargin(8)
                cursor.setBlockFormat(shape)
            else:
                table = cursor.currentTable().format()
                table.setCellPadding(5)
                table.setBorder(0)
                cursor.currentTable().setFormat(table)
            block = block.next()
        document.setModified(False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if isinstance(name, QUrl) and name.scheme() == "formula":
            return self.picture(int(name.path()))
        return super().loadResource(kind, name)

    def picture(self, number: int) -> QImage:
        """Return a formula drawn at the screen's own resolution, as wide as the page at most."""
        made = formula(self.formulas[number], self.theme.text, FORMULA_SIZE)
        room = max(self.viewport().width() - 60, 240)
        scale = min(1.0, room / made.width)
        ratio = self.devicePixelRatioF()
        width, height = made.width * scale, made.height * scale
        image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        made.draw(painter, 0.0, made.ascent)
        painter.end()
        return image

    def resizeEvent(self, event: Any) -> None:
        before = self._width
        self._width = self.viewport().width()
        super().resizeEvent(event)
        if self._text and before != self._width:
            self._later.start(0)  # after the event: a document must not change during layout


class HelpWindow(QDialog):
    """Maths and glossary, a page at a time, with a search; stays open beside the main window."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAccessibleName(tr("Help"))
        self.setModal(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Page"))
        for title in (tr("Maths"), tr("Glossary")):
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(lambda _: self._show())
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find in this page"))
        self.search.setAccessibleName(tr("Find in this page"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(px(200))
        self.search.textChanged.connect(lambda _: self._find(True))
        self.search.returnPressed.connect(lambda: self._find(False))
        self.found = PlainLabel()
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.found)
        head.addWidget(self.search)
        column.addLayout(head)
        self.page = Page(theme)
        self.page.setAccessibleName(tr("Text"))
        column.addWidget(self.page, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        self.resize(760, 720)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QDialog {{ background: {theme.dock}; }}"
            f"QTextBrowser {{ background: {theme.table}; color: {theme.text}; border: 2px solid {theme.line};"
            f" selection-background-color: {theme.selected_row};"
            f" selection-color: {theme.text}; }} QTextBrowser:focus {{ border-color: {theme.text}; }}"
        )
        self.found.setStyleSheet(f"color: {theme.text_caption}; font-size: {px(11)}px")
        self.page.set_theme(theme)

    def open_page(self, name: str) -> None:
        """Show ``maths`` or ``glossary``."""
        self.tabs.setCurrentIndex(PAGES.index(name))
        self.show()
        self.activateWindow()

    def _show(self) -> None:
        path = page_path(PAGES[self.tabs.currentIndex()])
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            text = tr("This page is missing: {path} ({reason})").format(path=path, reason=error.strerror)
        self.page.show_markdown(text)
        self.page.verticalScrollBar().setValue(0)
        self._find(True)

    def _find(self, from_the_top: bool) -> None:
        words = self.search.text()
        if from_the_top:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
        if not words:
            self.found.setText("")
            return
        found = self.page.find(words)
        if not found and not from_the_top:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.page.find(words)
        self.found.setText("" if found else tr("not found"))
