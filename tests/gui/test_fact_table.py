"""A small table of facts: title and note have their room, told the same it does nothing, and a value is selected."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.gui.inspector.explain.rows import SectionView, lowered
from rpn_inspector.gui.widgets.copy_menu import COPY_NOTE, pasteable
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.fact_table import FactTable
from rpn_inspector.gui.widgets.theme import LIGHT

NOTE = "How many change, a dash where the grid changes too, and how many are positive then; they overlap. " * 3


def shown(qtbot, table, width):
    """Show a table above empty room, in a panel of ``width`` px."""
    panel, area = QWidget(), QScrollArea()
    column = QVBoxLayout(panel)
    column.addWidget(table)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    qtbot.addWidget(area)
    table.set_theme(LIGHT)
    area.resize(width, 500)
    area.show()
    return area


@pytest.mark.parametrize("width", [250, 320, 366, 700])
def test_a_title_ends_before_the_head_in_its_line(qtbot, width):
    table = FactTable("Would other anchors be of any help here?", ("at present", "suggested", "change"))
    area = shown(qtbot, table, width)
    table.fill([("all reached", "8.7 %", "21.6 %", "+12.9")])
    area.grab()  # lays out what is waiting
    head, title = table.heads[0], table.title
    text = QRect(head.geometry())
    text.setLeft(head.geometry().right() + 1 - head.fontMetrics().horizontalAdvance(head.text()))
    right = title.geometry().right() if title.is_cut else title.geometry().left() + title.sizeHint().width()
    assert right < text.left()
    assert title.is_cut or width >= 366


@pytest.mark.parametrize("lead", ["", "field"])
def test_a_note_is_whole_under_few_rows_too(qtbot, lead):
    table = FactTable("Recipes differ in", ("A", "B", "changed", "positive"), names=100, lead=lead)
    area = shown(qtbot, table, 368)
    for rows in (1, 12, 1):
        table.fill([(f"positive {row}", "0.7", "0.5", "10", "25") for row in range(rows)], note=NOTE)
        area.grab()
        assert table.note.height() >= table.note.heightForWidth(table.note.width()) > 40


class Asked(QObject):
    """Counts what widgets ask for: to be laid out, to be painted, or told of another tooltip."""

    def __init__(self):
        super().__init__()
        self.events = []

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Paint, QEvent.Type.ToolTipChange):
            self.events.append((event.type(), watched))
        return False


def test_the_same_rows_again_are_not_laid_out_and_other_values_of_as_many_letters_leave_the_names_alone(qtbot):
    table = FactTable("Boxes", ("x1", "y1"))
    area = shown(qtbot, table, 320)
    marks = ("selection", "truth")

    def asked_by(*rows):
        app, asked = QApplication.instance(), Asked()
        app.installEventFilter(asked)
        table.fill(rows, marks=marks, tips=[("a tip",)])
        for _ in range(5):
            app.processEvents()
        app.removeEventFilter(asked)
        return asked.events

    first = ("anchor", "1.0", "2.0"), ("GT 3", "1.5", "2.5")
    assert asked_by(*first)
    area.grab()
    assert asked_by(*first) == []
    names = [line[0] for line in table.cells]
    other = [widget for _, widget in asked_by(("anchor", "1.1", "2.1"), ("GT 3", "1.6", "2.6"))]
    assert table.cells[1][2] in other
    assert not [name for name in names if name in other]


def least_widths(table):
    grid = table.layout()
    return [grid.columnMinimumWidth(column) for column in range(grid.columnCount())]


def test_more_rows_do_not_lay_out_more_often(qtbot):
    laid_out = []

    class Column(QVBoxLayout):
        def setGeometry(self, place):
            laid_out.append(place)
            super().setGeometry(place)

    def times(rows):
        host = QWidget()
        qtbot.addWidget(host)
        table = FactTable("Fields", ("A", "B", "C"))
        Column(host).addWidget(table)
        host.resize(400, 1000)
        host.show()
        QApplication.processEvents()
        laid_out.clear()
        table.fill([(f"name {row}", "1.00", "2.00", "3.00") for row in range(rows)])
        tops = [line[3].geometry().top() for line in table.cells]
        assert len(set(tops)) == rows  # at once, for who paints at once
        QApplication.processEvents()
        return len(laid_out)

    assert 0 < times(3) == times(30)


def test_the_same_rows_after_other_heads_have_their_room_again(qtbot):
    table = FactTable("Boxes", ("x1", "y1", "x2"))
    area = shown(qtbot, table, 500)
    rows = [("anchor", "12,345.678", "1.0", "123,456.789")]
    table.fill(rows)
    before = least_widths(table)
    assert before[1] > before[2] < before[3]
    table.set_heads(("x1",))
    area.grab()
    table.set_heads(("x1", "y1", "x2"))
    assert least_widths(table) != before
    table.fill(rows)
    assert least_widths(table) == before


def test_rows_that_could_not_be_filled_are_filled_when_told_again(qtbot, monkeypatch):
    table, rows = FactTable("Boxes", ("x1",)), [("anchor", "1.0")]
    qtbot.addWidget(table)
    with monkeypatch.context() as patch:
        patch.setattr(table, "_dress_rows", lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            table.fill(rows, note="new")
    assert table.layout().isEnabled()
    table.fill(rows, note="new")
    assert table.note.text() == "new"


def test_the_same_rows_in_other_letters_have_the_room_of_those(qtbot):
    table, rows = FactTable("Boxes", ("x1",)), [("anchor", "12,345.678")]
    area = shown(qtbot, table, 500)
    table.fill(rows)
    before, wide = least_widths(table), QFont(QApplication.font())
    wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 3)
    table.setFont(wide)  # as another font of the application comes to each widget
    table.fill(rows)
    area.grab()
    assert least_widths(table)[1] >= before[1] + 3 * len("12,345.678")


@pytest.mark.parametrize("height", [18, 19, 20])
def test_a_value_under_the_mouse_can_be_selected_and_its_letters_stand_where_a_selected_text_has_them(qtbot, height):
    table, twin = FactTable("Boxes", ("x1", "y1")), ElidedLabel("34125")
    area = shown(qtbot, table, 320)
    table.fill([("anchor", "34125", "2.0")])
    area.grab()
    value = table.cells[0][1]
    twin.setParent(value.parentWidget())
    twin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    twin.setAlignment(value.alignment())
    twin.setFont(value.font())
    for label in (value, twin):
        label.resize(60, height)
    assert value.grab().toImage() == twin.grab().toImage()
    middle = value.rect().center()
    QApplication.sendEvent(value, QEnterEvent(middle.toPointF(), middle.toPointF(), middle.toPointF()))
    QTest.mouseDClick(value, Qt.MouseButton.LeftButton, pos=middle + QPoint(15, 0))
    assert value.selectedText() == "34125"
    assert value.grab().toImage() != twin.grab().toImage()


def menu_of(widget, child, place=None):
    """Right-click on a child of a widget, and return the entries of the menu that comes by their text."""
    place = child.rect().center() if place is None else place
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, child.mapToGlobal(place))
    QApplication.sendEvent(child, asked)
    menu = QApplication.activePopupWidget()
    assert menu.parent() is widget
    entries = {action.text(): action for action in menu.actions()}
    menu.close()
    return entries


def test_a_value_and_the_whole_table_are_copied_by_a_menu_with_a_minus_that_others_read(qtbot):
    table, clipboard = FactTable("Boxes", ("x1", "t & t*")), QApplication.clipboard()
    area = shown(qtbot, table, 320)
    table.fill([("anchor", "−34.5", "2.0"), ("=GT", "1.5", "")])
    area.grab()
    value = table.cells[0][1]
    value._let_select()  # as under the mouse
    entries = menu_of(table, value)
    assert list(entries) == ["Copy −34.5", "Copy the table"]
    entries["Copy −34.5"].trigger()
    assert clipboard.text() == "-34.5"
    entries["Copy the table"].trigger()
    assert clipboard.text() == "Boxes\tx1\tt & t*\nanchor\t-34.5\t2.0\n'=GT\t1.5\t"
    area.setProperty(COPY_NOTE, "what-if")
    menu_of(table, value)["Copy the table"].trigger()
    assert clipboard.text() == "what-if\nBoxes\tx1\tt & t*\nanchor\t-34.5\t2.0\n'=GT\t1.5\t"
    value.setSelection(1, 2)
    entries = menu_of(table, value)
    entries["Copy 34"].trigger()
    assert clipboard.text() == "34"
    table.fill([("anchor", NOTHING, "2.0")])
    assert list(menu_of(table, value)) == ["Copy the table"]  # a dash is no value
    assert list(menu_of(table, table.heads[1])) == ["Copy t && t*", "Copy the table"]


@pytest.mark.parametrize(
    ("shown", "pasted"),
    [("−1,234.5", "-1234.5"), ("20,000", "20000"), ("1,2,3", "1,2,3"), ("a, b", "a, b"), ("12.5 %", "12.5 %")],
)
def test_a_number_is_copied_as_other_programs_read_it_and_words_as_they_stand(shown, pasted):
    assert pasteable(shown) == pasted


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("t_x, N_cls", "t<sub>x</sub>, N<sub>cls</sub>"),
        ("s^(α_s)", "s^(α<sub>s</sub>)"),
        ("a t_shirt of t_1", "a t_shirt of t<sub>1</sub>"),
    ],
)
def test_signs_are_set_low_and_names_are_not(text, rich):
    assert lowered(text) == rich


def test_the_number_and_the_line_of_a_formula_are_copied_by_a_menu(qtbot):
    view, clipboard = SectionView(LIGHT), QApplication.clipboard()
    qtbot.addWidget(view)
    view.show()
    view.fill(Section("What?", "", lines=(Line("t_x", "t_x", "1 − 1.5", "−0.5000", -0.5),)))
    entries = menu_of(view, view.rows[0])
    assert list(entries) == ["Copy −0.5000", "Copy the line"]
    entries["Copy −0.5000"].trigger()
    assert clipboard.text() == "-0.5000"
    entries["Copy the line"].trigger()
    assert clipboard.text() == "t_x = 1 − 1.5 = −0.5000"
    view.setProperty(COPY_NOTE, "what-if")
    menu_of(view, view.rows[0])["Copy the line"].trigger()
    assert clipboard.text() == "what-if\nt_x = 1 − 1.5 = −0.5000"
    assert QApplication.activePopupWidget() is None
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), QPoint())
    QApplication.sendEvent(view.title, asked)
    assert QApplication.activePopupWidget() is None  # there is nothing to copy


@pytest.mark.parametrize("text", ["34125", "−0.0156", "12.5 %"])
def test_a_value_that_came_to_stand_under_a_mouse_at_rest_is_selected_whole_by_a_double_click(qtbot, text):
    table = FactTable("Boxes", ("x1",))
    area = shown(qtbot, table, 320)
    table.fill([("anchor", text)])
    area.grab()
    value = table.cells[0][1]
    QTest.mouseDClick(value, Qt.MouseButton.LeftButton, pos=value.rect().center() + QPoint(value.width() // 2 - 8, 0))
    assert value.selectedText() == text
