"""A name out of a file is text wherever the window shows it: never markup, and never the escapes of markup."""

import json
import shutil
from types import SimpleNamespace

import numpy as np
import pytest
from gui_steps import settled
from lxml import etree
from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from rpn_inspector import open_predictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.predictions import save_dump
from rpn_inspector.gui.audit.crops import Crops
from rpn_inspector.gui.audit.strip import StripModel
from rpn_inspector.gui.canvas.layers import Layers
from rpn_inspector.gui.canvas.painting import CanvasScene, tags_of
from rpn_inspector.gui.canvas.view import CanvasView
from rpn_inspector.gui.commands.save_view import write_view
from rpn_inspector.gui.images.model import ImagesModel
from rpn_inspector.gui.widgets.plain_label import PlainLabel, RichLabel, as_tip
from rpn_inspector.session.problem import Problem

IMAGE = '<img src="file:secret.png"><h1>'
IN_A_PATH = "<img src=x><h1>"  # without the letters that a file name cannot hold
ROLES = ("DisplayRole", "ToolTipRole", "StatusTipRole", "WhatsThisRole", "AccessibleTextRole", "EditRole")


@pytest.fixture
def marked(tmp_path):
    """Dataset, recipe and outputs with markup in the name of every class, file, folder, attribute and checkpoint."""
    demo, folder = resource("demo"), tmp_path / f"{IN_A_PATH}data"
    folder.mkdir()
    document = json.loads((demo / "annotations.json").read_text("utf-8"))
    outputs, found = open_predictions(demo / "predictions" / "late.rpn"), {}
    document["images"] = [image for image in document["images"] if image["file_name"] in outputs][:3]
    for number, image in enumerate(document["images"]):
        name = f"{IN_A_PATH}{number}.jpg"
        shutil.copy(next(demo.rglob(image["file_name"])), folder / name)
        found[name] = outputs[image["file_name"]]
        image["file_name"] = name
    ids = {image["id"] for image in document["images"]}
    document["annotations"] = [row for row in document["annotations"] if row["image_id"] in ids]
    for row in document["annotations"]:
        row["attributes"] = {f"{IMAGE}attribute": f"{IMAGE}value"}
    first = document["annotations"][0]
    document["annotations"] += [
        {**first, "id": 9_001, "bbox": [1, 1, -5, 5]},
        {**first, "id": 9_002, "bbox": [-100, -100, 150, 150]},
        {**first, "id": 9_003, "bbox": [300, 200, 3, 2]},
    ]
    for category in document["categories"]:
        category["name"] = f"{IMAGE}class {category['id']}"
    (folder / "annotations.json").write_text(json.dumps(document), encoding="utf-8")
    recipe = tmp_path / f"{IN_A_PATH}recipe.toml"
    said = "\n".join(f"{key} = {json.dumps(IMAGE + key)}" for key in ("name", "title", "source", "version"))
    recipe.write_text(f'extends = "demo"\n{said}\nreproduces_not = [{json.dumps(IMAGE)}]\n', encoding="utf-8")
    run = tmp_path / f"{IN_A_PATH}run"
    run.mkdir()
    for step in (1, 2):
        save_dump(run / f"{step}", found, "demo", producer=IMAGE, checkpoint=IMAGE, step=step)
    return folder, recipe, run


class Walker:
    """Walks over every text of every window; ``seen`` counts the places of each kind with one of the marked names."""

    def __init__(self):
        self.seen = dict.fromkeys(("label", "tip", "item", "title", "accessible", "plot"), 0)

    def walk(self):
        for widget in QApplication.allWidgets():
            self._widget(widget)

    def _widget(self, widget):
        self._guessed("tip", widget.toolTip(), widget)
        for text in (widget.statusTip(), widget.whatsThis()):
            self._guessed("tip", text, widget)
        self._plain("title", widget.windowTitle(), widget)
        for text in (widget.accessibleName(), widget.accessibleDescription()):
            self._plain("accessible", text, widget)
        for action in widget.actions():
            self._guessed("tip", action.toolTip(), action)
            self._plain("item", action.text(), action)
        if isinstance(widget, QLabel):
            self._label(widget)
        elif isinstance(widget, QTextEdit | QTextBrowser):
            self._document("label", widget.document(), widget)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self._model(widget.model())
        elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
            for item in widget.scene().items():
                self._guessed("tip", item.toolTip(), item)
                if isinstance(item, QGraphicsTextItem):
                    self._document("plot", item.document(), item)
        elif isinstance(widget, QAbstractButton | QLineEdit):
            self._plain("item", widget.text(), widget)

    def _label(self, label):
        if label.textFormat() == Qt.TextFormat.PlainText:
            self._plain("label", label.text(), label)
        else:
            assert isinstance(label, RichLabel) or not self._ours(label), label.text()
            document = QtGui.QTextDocument()
            document.setHtml(label.text())
            self._document("label", document, label)

    @staticmethod
    def _ours(widget: QWidget):
        return "rpn_inspector" in type(widget).__module__ or type(widget.parent()).__module__.startswith(
            "rpn_inspector"
        )

    def _document(self, kind, document, where):
        """No picture and no heading is made by a name."""
        block = document.begin()
        while block.isValid():
            assert not any(part.fragment().charFormat().isImageFormat() for part in block), (where, block.text())
            assert not block.blockFormat().headingLevel(), (where, block.text())
            block = block.next()
        self._plain(kind, document.toPlainText(), where)

    def _model(self, model):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(min(model.rowCount(), 8)):
            for column in range(columns):
                for role in ROLES:
                    self._data(model.index(row, column, QModelIndex()).data(getattr(Qt.ItemDataRole, role)), role)
        for section in range(columns):
            for role in ROLES:
                head = model.headerData(section, Qt.Orientation.Horizontal, getattr(Qt.ItemDataRole, role))
                self._data(head, role)

    def _data(self, value, role):
        if isinstance(value, str):
            (self._guessed if role == "ToolTipRole" else self._plain)("item", value, role)

    def _guessed(self, kind, text, where):
        """A text that Qt draws as markup where it looks like markup."""
        if not QtGui.Qt.mightBeRichText(text):
            return self._plain(kind, text, where)
        document = QtGui.QTextDocument()
        document.setHtml(text)
        return self._document(kind, document, where)

    def _plain(self, kind, text, where):
        assert "&lt;" not in text, (where, text)
        self.seen[kind] += "<img" in text


@pytest.mark.usefixtures("beside")
def test_no_name_is_markup_anywhere_in_the_window(qtbot, window, marked, tmp_path):
    folder, recipe, run = marked
    walker = Walker()

    def at_rest():
        qtbot.waitUntil(lambda: settled(window) and not window.opening.reading, timeout=60_000)
        QApplication.processEvents()
        window.plots.build()
        walker.walk()

    window.navigate.choose_recipe(str(recipe))
    window.opening.keep_recipe = True
    window.opening.open_path(folder, run)
    at_rest()
    assert window.audit.under.text()  # made with names in it
    shown = window.workspace.state.shown.inspection
    assert shown.recipe.name.startswith(IMAGE)
    for anchor in (int(shown.positive[0]), int(np.flatnonzero(shown.proposals.fate == Fate.SUPPRESSED)[0])):
        window.workspace.select(anchor)
        at_rest()
    for _ in range(4):
        window.workspace.next_gt()
        at_rest()
    for place in range(window.tables.count()):
        window.tables.setCurrentIndex(place)
        at_rest()
    window.recipe_dock.toggle()
    window.layout_doctor.ask()
    window.command_windows.open_keys()
    window.file_menu.recent.aboutToShow.emit()
    window.command_windows.palette.open()
    window.command_windows.palette.field.setText("img")
    at_rest()
    window.command_windows.palette.shut()
    qtbot.waitUntil(lambda: window.images.linter.report is not None, timeout=60_000)
    for kind, row in window.images.findings.lint.rows.items():
        window.images.findings.lint.step(kind, True)
        if row.isVisible():
            walker.walk()
    window.images.filter.setText("img")
    window.fail(Problem.general(f"{IMAGE}: {IMAGE}"))
    window.say(f"{IMAGE} saved")
    at_rest()
    window.navigate.filter_by("iou > 0.1")
    window.pages.look("compare")
    window.compare.box.choose("mmdet-fpn")
    at_rest()
    (folder / "annotations.json").touch()
    window.workspace.go(1)
    at_rest()
    assert all(count for kind, count in walker.seen.items() if kind != "plot"), walker.seen  # plots name nothing yet
    (folder / f"{IN_A_PATH}other.json").write_text((folder / "annotations.json").read_text("utf-8"), encoding="utf-8")
    window.opening.open_path(folder)
    qtbot.waitUntil(lambda: window.opening.question is not None, timeout=60_000)
    walker.walk()
    window.opening.question.close()


def test_a_saved_view_is_svg_that_reads_whatever_its_names_hold(qtbot, window, tmp_path, tmp_path_factory):
    names = ["a\x1b[31m\x00b", "<img src=x>&amp;", "\u202eleft\ud800", "]]>"]
    document = {
        "images": [{"id": 1, "file_name": "a.png", "width": 200, "height": 100}],
        "annotations": [
            {"id": at, "image_id": 1, "category_id": at, "bbox": [10 + 40 * at, 20, 30, 40]} for at in range(len(names))
        ],
        "categories": [{"id": at, "name": name} for at, name in enumerate(names)],
    }
    QtGui.QImage(200, 100, QtGui.QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    (tmp_path / "boxes.json").write_text(json.dumps(document), encoding="utf-8")
    window.opening.open_path(tmp_path)
    qtbot.waitUntil(lambda: settled(window) and not window.opening.reading, timeout=60_000)
    for number in range(len(names)):
        window.workspace.focus_gt(number)
    file = tmp_path_factory.mktemp("out") / "view.svg"
    write_view(window, window.canvas, file)
    words = " ".join(etree.parse(str(file)).getroot().itertext())
    assert "<img" in words


def test_plain_and_rich_labels_and_tips(qtbot):
    label = PlainLabel("<b>a</b>")
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == ("<b>a</b>", Qt.TextFormat.PlainText)
    assert PlainLabel(label).parent() is label
    assert as_tip("a < b\nc") == "a < b\nc"
    assert as_tip("<b>a") == '<p style="white-space: pre-wrap">&lt;b&gt;a</p>'
    assert as_tip("one\ntwo <i>", "head <b>") == "<p><b>head &lt;b&gt;</b></p><p>one</p><p>two &lt;i&gt;</p>"


def test_a_name_with_a_line_break_stays_in_its_line(qapp, left_over):
    sample = Sample("x", (96, 128), gt=np.array([[10, 10, 40, 44.0]]), classes=("bl\nob\x1b",))
    scene = CanvasScene(Layers(inspect(sample, "demo")))
    scene.visible = frozenset({"truth"})
    assert [tag.text for tag in tags_of(scene, CanvasView(1, 0, 0), QtGui.QFontMetricsF(qapp.font()))] == [
        "1 bl ob\ufffd"
    ]
    images, crops = ImagesModel(), Crops()
    left_over += [images, crops]
    images.dataset = SimpleNamespace(names=("folder/two\nlines\u202e.jpg",))
    assert images.name(0) == "two lines\ufffd"
    strip, none = StripModel(crops, None), np.zeros(1, int)
    annotations = SimpleNamespace(image=none, label=none, first=none, names=["x\ny"], class_name=lambda _: "bl\nob")
    audit = SimpleNamespace(annotations=annotations, best_iou=[0.5], side=[9.0], gt_positives=[1], used=[True])
    audit.knows_iou = audit.decided = True
    strip.audit, strip.rows = audit, none
    assert strip.words(0) == ("0.5000", "1 positive", "1 bl ob, x y")
    images.close()
    crops.close()
