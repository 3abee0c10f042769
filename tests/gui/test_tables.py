"""Tables over many rows: sorting, leaving out, choosing columns, copying with all digits."""

import dataclasses

import numpy as np
import pytest
from gui_steps import open_demo, settled
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from rpn_inspector import Sample, inspect, load_recipe, open_dataset
from rpn_inspector.analysis.compare.gt_changes import compare_gts
from rpn_inspector.analysis.filter.measures import Values
from rpn_inspector.analysis.scan.scan import findings_of as picture_findings
from rpn_inspector.core.assigners import Overlap
from rpn_inspector.core.assigners.iou_measures import taken_by
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.measure import GROUND_TRUTH, Measure
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.resources import resource
from rpn_inspector.core.text import Text
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.gui.tables.anchor_columns import anchor_columns
from rpn_inspector.gui.tables.gt_columns import gt_columns
from rpn_inspector.gui.tables.tables_panel import TablesPanel
from rpn_inspector.gui.widgets.table import RowTable
from rpn_inspector.gui.widgets.table_model import Column, ColumnsModel, sort_order
from rpn_inspector.gui.widgets.theme import LIGHT, apply

FLAGS = QItemSelectionModel.SelectionFlag


@settings(max_examples=200, deadline=None)
@pytest.fixture
def window(shared_window):
    return shared_window


@given(
    values=st.lists(st.one_of(st.floats(width=32), st.sampled_from([0.0, -0.0, 0.5, float("nan")])), max_size=30),
    descending=st.booleans(),
)
def test_floats_sort_as_python_sorts_them_with_nothing_last(values, descending):
    array = np.array(values, np.float32)
    order = sort_order(array, descending).tolist()
    known = [row for row in range(len(values)) if array[row] == array[row]]
    known.sort(key=lambda row: -float(array[row]) if descending else float(array[row]))
    assert order == known + [row for row in range(len(values)) if array[row] != array[row]]


@settings(max_examples=100, deadline=None)
@given(
    values=st.lists(st.integers(-(2**40), 2**40) | st.integers(-3, 3), max_size=30),
    descending=st.booleans(),
    kind=st.sampled_from(["int64", "int32", "int8", "bool"]),
)
def test_whole_numbers_sort_stably(values, descending, kind):
    array = np.array([v if kind == "int64" else v % 100 for v in values], np.int64).astype(kind)
    rows = list(range(len(values)))
    rows.sort(key=lambda row: -int(array[row]) if descending else int(array[row]))
    assert sort_order(array, descending).tolist() == rows


def columns_of(count=6):
    values = np.array([0.5, 0.1, 0.9, np.nan, 0.3, 0.7], np.float32)[:count]
    return [
        Column("Row", 40, np.arange(count), str, "its number"),
        Column("Value", 40, values, lambda r: f"{values[r]:.1f}" if values[r] == values[r] else "\u2013", "a value"),
        Column("Word", 40, np.arange(count)[::-1], lambda r: "abcdef"[r], "a word", left=True),
        Column("More", 40, lambda: np.arange(count) * 2, lambda r: str(2 * r), "more", extra=True),
    ]


@pytest.fixture
def table(qtbot):
    made = RowTable("test", 1, descending=True)
    qtbot.addWidget(made)
    made.fill(columns_of())
    return made


def shown(table):
    return table.columns_model.order.tolist()


def test_rows_left_out_stay_out_while_sorting_and_come_back(table):
    assert shown(table) == [2, 5, 0, 4, 1, 3]
    table.show_only(np.array([True, True, False, True, True, False]))
    assert shown(table) == [0, 4, 1, 3]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert shown(table) == [4, 3, 1, 0]
    assert table.columns_model.place.tolist() == [3, 2, -1, 1, 0, -1]
    table.show_only(None)
    assert shown(table) == [5, 4, 3, 2, 1, 0]


def test_the_words_of_an_empty_table_stay_where_they_are_while_it_is_scrolled_sideways(qtbot, table):
    def on_screen():
        QGuiApplication.processEvents()
        return table.screen().grabWindow(table.winId()).toImage()

    table.fill([Column(f"{n}", 90, np.arange(6), str, "a number") for n in range(12)])
    table.show_only(np.zeros(6, np.bool_))
    table.empty_words = "Nothing passes the filter."
    table.resize(400, 300)
    table.show()
    qtbot.waitExposed(table)
    on_screen()
    table.horizontalScrollBar().setValue(2)
    scrolled = on_screen()
    table.viewport().update()
    assert scrolled == on_screen()


def cell_by_cell(table):
    """Return the viewport painted by what Qt's model says of each cell, one after another."""
    model, palette, roles = table.columns_model, table.palette(), Qt.ItemDataRole
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(palette.base().color())
    painter = QPainter(image)
    painter.setFont(table.font())
    for index in (model.index(*at) for at in np.ndindex(model.rowCount(), model.columnCount())):
        place, chosen = table.visualRect(index), table.selectionModel().isSelected(index)
        ground = palette.highlight() if chosen else palette.alternateBase() if index.row() % 2 else palette.base()
        painter.fillRect(place, ground)
        if model.order[index.row()] == model.marked:
            for top in (place.top(), place.bottom() - 1):
                painter.fillRect(place.left(), top, place.width(), 2, QColor(model.theme.proposal_text))
        inner = place.adjusted(4, 0, -4, 0)
        if (mark := index.data(roles.DecorationRole)) is not None:
            painter.drawPixmap(inner.left(), round(inner.center().y() + 1 - mark.height() / 2), mark)
            inner.setLeft(inner.left() + 20)
        words = table.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen((palette.highlightedText() if chosen else palette.text()).color())
        painter.drawText(inner, index.data(roles.TextAlignmentRole), words)
    painter.end()
    return image


@pytest.mark.parametrize(("across", "down"), [(0, 0), (37, 0), (0, 6), (61, 9)])
def test_what_is_painted_is_what_the_model_says_of_each_cell_in_whole_and_in_parts(qtbot, table, across, down):
    apply(QApplication.instance(), LIGHT)
    words = ["a", "word that is cut at its end", "ab"]
    columns = [Column("Word", 60, np.arange(30), lambda row: words[row % 3], "a word", left=True)]
    columns += [Column("Sign", 60, np.arange(30), str, "a sign", swatch=lambda row: ("", "positive")[row % 2])]
    columns += [Column(f"{n}", 90, np.arange(30), lambda row: f"{row / 7:.9f}"[:row], "a number") for n in range(6)]
    table.columns_model.theme = LIGHT
    table.fill(columns)
    table.resize(333, 222)
    table.show()
    table.horizontalScrollBar().setValue(across)
    table.verticalScrollBar().setValue(down)
    table.selectionModel().select(table.columns_model.index(down + 3, 0), FLAGS.Select | FLAGS.Rows)
    table.mark_row(int(table.columns_model.order[down + 5]))
    whole, view = cell_by_cell(table), table.viewport()
    assert view.grab().toImage().convertToFormat(whole.format()) == whole
    for part in (QRect(0, 41, 320, 40), QRect(50, 0, 30, 180), QRect(7, 33, 90, 1)):
        image = QImage(part.size(), whole.format())
        view.render(image, QPoint(), QRegion(part))
        assert image == whole.copy(part), part


def test_rows_from_right_to_left_stand_under_their_columns(table):
    apply(QApplication.instance(), LIGHT)
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table.resize(500, 222)
    table.show()
    QApplication.processEvents()
    for column in range(3):
        table.setColumnWidth(column, 60)
    table.selectRow(2)
    QApplication.processEvents()
    assert 0 < table.horizontalHeader().length() < table.viewport().width()
    whole = cell_by_cell(table)
    assert table.viewport().grab().toImage().convertToFormat(whole.format()) == whole


def test_no_focus_is_shown_of_a_hidden_column(qtbot, table):
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(table.columns_model.index(2, 0))
    table.hide_columns(frozenset({"Row"}))
    corner = QRect(0, 0, 3, 3)
    lit = table.viewport().grab(corner).toImage()
    table.clearFocus()
    assert lit == table.viewport().grab(corner).toImage()


def test_a_row_that_is_left_out_is_not_chosen(table):
    table.show_row(2)
    assert shown(table)[table.currentIndex().row()] == 2
    table.show_only(np.array([True, True, False, True, True, True]))
    table.show_row(2)
    assert not table.selectionModel().hasSelection()
    assert table.neighbour(2, +1) == shown(table)[0]
    assert table.neighbour(5, +1) == 0
    assert table.neighbour(3, +1) == 3


def test_copy_gives_the_shown_columns_of_the_chosen_rows_with_all_digits(qtbot, table):
    table.columns_model.columns[1].values[0] = np.float32(0.123456789)
    table.show_row(0)
    for row in (3, 1):
        index = table.columns_model.index(int(table.columns_model.place[row]), 0)
        table.selectionModel().select(index, FLAGS.Select | FLAGS.Rows)
    table.show_row(0)  # what is selected beside it stays
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Row\tValue\tWord\n0\t0.12345679\ta\n1\t0.1\tb\n3\t\td"


def test_a_copied_name_stays_one_cell_and_is_no_formula(table):
    number = Column("Value", 40, np.array([-0.5], np.float32), lambda r: "-0.5", "a value")
    name = Column("Name", 40, np.arange(1), lambda r: "=1+1\tb\nc", "a name", left=True)
    table.fill([number, name])
    table.show_row(0)
    table.copy()
    assert QGuiApplication.clipboard().text().split("\n")[1:] == ["-0.5\t'=1+1 b c"]


def test_columns_can_be_chosen_and_moved(table):
    assert table.isColumnHidden(3)
    menu = table.column_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert actions["Value"].isChecked()
    assert not actions["More"].isChecked()
    assert actions["More"].toolTip() == "more"
    actions["More"].trigger()
    actions["Word"].trigger()
    menu.close()
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, True, False]
    assert table.columnWidth(3) >= 40  # and its share of what is left
    table.horizontalHeader().moveSection(3, 0)
    table.selectRow(0)
    table.copy()
    assert QGuiApplication.clipboard().text().split("\n")[0] == "More\tRow\tValue"
    table.fill(columns_of())  # the next picture keeps the choice
    assert table.isColumnHidden(2)
    table.hide_columns(frozenset(["Value", "Word", "More"]))
    menu = table.column_menu()
    assert not {action.text(): action for action in menu.actions()}["Row"].isEnabled()  # one stays
    menu.actions()[-1].trigger()
    menu.close()
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, False, True]


def test_arrow_keys_walk_the_rows(qtbot, window):
    open_demo(qtbot, window)
    table = window.tables.anchors
    window.main_window.activateWindow()
    table.setFocus()
    window.workspace.select(int(table.columns_model.order[3]))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert window.workspace.state.selection == int(table.columns_model.order[4])


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot, window):
    open_demo(qtbot, window)
    table, image = window.tables.anchors, window.workspace.state.index
    table.setFocus()
    for key, row in ((Qt.Key.Key_End, table.model().rowCount() - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, key)
        assert table.currentIndex().row() == row
        assert window.workspace.state.selection == int(table.columns_model.order[row])
    assert window.workspace.state.index == image


def test_without_a_loss_the_best_overlaps_come_first(qtbot, window):
    window.workspace.use_predictions(None)
    window.opening.open_path(resource("demo", "images"))
    qtbot.waitUntil(lambda: settled(window))
    assert window.tables.anchors.columns_model.sorted_by == (8, Qt.SortOrder.DescendingOrder)
    assert window.tables.anchors.columns_model.columns[8].title == "IoU"


def test_chosen_columns_are_remembered(qtbot, window):
    open_demo(qtbot, window)
    assert window.tables.hidden_columns() == {}
    window.tables.anchors.hide_columns(window.tables.anchors.hidden_columns ^ {"Fate", "Cell"})
    described = window.tables.hidden_columns()
    again = TablesPanel(window.theme)
    again.hide_columns(described)
    again.hide_columns({"nowhere": ["x"], "anchors": 3})
    again.hide_columns("nonsense")
    again.render_state(None, window.workspace.state)
    titles = [column.title for column in again.anchors.columns_model.columns]
    assert not again.anchors.isColumnHidden(titles.index("Fate"))
    assert again.anchors.isColumnHidden(titles.index("Cell"))
    again.deleteLater()


def test_no_column_is_made_before_it_is_asked_for():
    sample = Sample(name="a", size=(480, 640), gt=np.array([[20, 20, 120, 200]], float))
    values = Values(inspect(sample, load_recipe("torchvision-fpn")))
    columns = anchor_columns(values)
    assert values._made == {}
    model = ColumnsModel()
    model.fill(columns)
    assert set(values._made) <= {"index"}


def test_every_cell_of_every_column_can_be_written_without_outputs():
    sample = Sample(name="a", size=(480, 640), gt=np.array([[20, 20, 120, 200], [30, 30, 100, 190]], float))
    found = inspect(sample, load_recipe("torchvision-fpn"))
    row = int(found.positive[0])
    for column in (*anchor_columns(Values(found)), *gt_columns(found)):
        which = row if len(column.keys) > 2 else 1
        assert isinstance(column.text(which), str)
        assert len(column.full(np.array([which]))) == 1
        assert len(sort_order(column.keys, True)) == len(column.keys)


def test_a_truth_without_a_proposal_is_found_in_the_table_as_in_the_list_of_findings():
    demo = open_dataset(resource("demo"))
    dump = open_predictions(resource("demo", "predictions", "early.rpn"))
    recipe, said_ = load_recipe("demo"), 0
    for name in dump.names:
        sample = demo[demo.find(name)]
        found = inspect(sample, recipe, dump.predict(sample, recipe))
        column = next(column for column in gt_columns(found) if column.title == "Finding")
        for kind, truths in picture_findings(found):
            for gt in truths if kind == "no_proposal" else ():
                assert column.text(gt), gt
                said_ += column.text(gt) == "no proposal at IoU 0.50"
    assert said_


class Loneliness(Overlap):
    """A rule that knows one number of an anchor, and one of a ground truth."""

    def measures(self):
        values = lambda source: np.arange(len(source.inspection.assignment.label)) % 3  # noqa: E731
        return (Measure("lonely", values, head=Text("Lonely"), tip=Text("how lonely it is"), unit=GROUND_TRUTH),)

    def gt_measures(self):
        values = lambda source: source.inspection.gt[:, 2]  # noqa: E731
        return (Measure("right", values, head=Text("Right, px"), tip=Text("right edge"), digits=1),)


def test_a_rules_own_measures_are_columns_of_both_tables(qtbot):
    sample = Sample(name="a", size=(480, 640), gt=np.array([[20, 20, 120, 200.0]]), classes=("cat",))
    found = inspect(sample, dataclasses.replace(load_recipe("torchvision-fpn"), matcher=Loneliness()))
    columns = anchor_columns(Values(found))
    titles = [column.title for column in columns]
    assert titles[:10] == ["Anchor", "Level", "Cell", "Size", "h/w", "Label", "Why", "GT", "Lonely", "p"]
    assert not {"IoU", "Best GT"} & set(titles)
    assert [columns[8].text(row) for row in (0, 1)] == ["\u2013", "1 cat"]
    right = next(column for column in gt_columns(found) if column.title == "Right, px")
    assert right.text(0) == f"{found.gt[0, 2]:.1f}"
    panel = TablesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.anchors.fill(columns)
    assert panel.anchors.columns_model.headerData(8, Qt.Orientation.Horizontal) == "Lonely"


def test_a_truths_attributes_are_a_hidden_column_and_said_in_every_cells_tip(qtbot):
    words = ({"pose": "Left", "truncated": "0"}, {})
    boxes = np.array([[96, 96, 352, 352], [10, 10, 60, 60]], float)
    sample = Sample(name="a", size=(480, 640), gt=boxes, classes=("cat",), gt_attributes=words)
    table = RowTable("test", 0)
    qtbot.addWidget(table)
    table.fill(gt_columns(inspect(sample, load_recipe("torchvision-fpn"))))
    titles = [column.title for column in table.columns_model.columns]
    at = titles.index("Attributes")
    assert table.isColumnHidden(at)
    model, tip = table.columns_model, Qt.ItemDataRole.ToolTipRole
    assert [model.index(row, at).data() for row in range(2)] == ["pose: Left, truncated: 0", "\u2013"]
    assert model.index(0, titles.index("Class")).data(tip) == "cat\npose: Left, truncated: 0"
    assert model.index(0, titles.index("Taken by")).data(tip) == "pose: Left, truncated: 0"
    assert model.index(1, titles.index("Class")).data(tip) == "cat"
    table.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    assert shown(table) == [0, 1]


def test_attributes_of_a_page_are_cut_in_the_table_and_tags_in_them_are_shown_as_written(qtbot):
    words = ({"note": "<b>wet</b>"}, {"note": "x" * 5000})
    boxes = np.array([[96, 96, 352, 352], [10, 10, 60, 60]], float)
    model = ColumnsModel()
    sample = Sample(name="a", size=(480, 640), gt=boxes, gt_attributes=words)
    model.fill(gt_columns(inspect(sample, load_recipe("torchvision-fpn"))))
    at = len(model.columns) - 1
    assert "&lt;b&gt;wet&lt;/b&gt;" in model.index(0, at).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, at).data() == f"note: {'x' * 394}…"


def test_a_truth_says_who_has_its_best_anchor():
    """Two ground truths over one anchor: the one it overlaps more takes it, the other stays unmatched."""
    recipe = dataclasses.replace(
        load_recipe("torchvision-fpn"),
        resize=dataclasses.replace(load_recipe("torchvision-fpn").resize, short=480, long=640),
    )
    boxes = np.array([[96, 96, 352, 352], [100, 100, 352, 352]], float)
    found = inspect(Sample(name="a", size=(480, 640), gt=boxes), recipe)
    owners = taken_by(found.assignment).tolist()
    best = found.assignment.gt_best_anchor
    wanted = [
        int(found.assignment.gt[best[g]]) if found.assignment.gt[best[g]] not in (g, -1) else -1 for g in range(2)
    ]
    assert owners == wanted
    assert sorted(owners) == [-1, 0] or sorted(owners) == [-1, 1]
    columns = {column.title: column for column in gt_columns(found)}
    unmatched = next(g for g in range(2) if owners[g] >= 0)
    assert columns["Taken by"].text(unmatched).startswith(str(owners[unmatched] + 1))
    assert columns["Taken by"].text(1 - unmatched) == "\u2013"


def test_a_truth_without_overlap_and_the_one_given_its_anchors_say_what_happened():
    boxes = [[10.0, 10, 90, 80], [900.0, 900, 950, 960]]
    recipe = load_recipe("torchvision-fpn")
    result = inspect(Sample("x", (200, 300), gt=boxes), recipe)
    finding = next(column for column in gt_columns(result) if column.title == "Finding")
    given = next(column for column in gt_columns(result) if column.title == "Positives")
    assert finding.text(1) == "overlaps no anchor: every anchor ties at IoU 0 and becomes positive"
    assert finding.text(0) == "is given the anchors ground truth 2 makes positive at IoU 0"
    assert [given.text(0), given.text(1)] == [f"{result.grid.size:,}", "0"]


def test_a_column_without_values_is_not_sorted_by_until_they_come_back(qtbot, window):
    open_demo(qtbot, window)
    table, work = window.tables.anchors, window.workspace
    header, model = table.horizontalHeader(), table.columns_model
    column = next(n for n, column in enumerate(model.columns) if column.title == "p")
    for _ in range(2):  # the second click turns the order round
        at = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    chosen = sorted_heads(model)
    assert [title.split()[0] for title in chosen] == ["p"]
    work.go_to(11)  # without outputs
    qtbot.waitUntil(lambda: settled(window) and not work.state.shown.inspection.proposals)
    assert sorted_heads(model) == ["IoU ↓"]
    iou = work.state.shown.inspection.overlap.iou
    assert model.order[0] == iou.argmax()
    work.go_to(0)
    qtbot.waitUntil(lambda: settled(window) and work.state.shown.inspection.proposals is not None)
    assert sorted_heads(model) == chosen
    scores = work.state.shown.inspection.objectness()[model.order]
    assert (np.diff(scores) >= 0).all() or (np.diff(scores) <= 0).all()
    work.filter_by("label == ignored")
    assert sorted_heads(model) == chosen


def head(model, column):
    return model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)


def sorted_heads(model):
    heads = [head(model, n) for n in range(len(model.columns))]
    return [text for text in heads if "↑" in text or "↓" in text]


def test_the_row_of_the_suppressor_is_marked_while_what_it_suppressed_is_selected(qtbot, window):
    open_demo(qtbot, window)
    tables, work = window.tables, window.workspace
    tables.setCurrentWidget(tables.proposals)
    proposals = work.state.shown.inspection.proposals
    anchor = int(np.flatnonzero(proposals.fate == Fate.SUPPRESSED)[0])
    work.select(anchor)
    by = int(proposals.suppressed_by[anchor])
    qtbot.waitUntil(lambda: tables.anchors.columns_model.marked == by)
    marked = tables.proposals.columns_model.marked
    assert int(proposals.all_anchor[tables._rows[marked]]) == by
    work.select(by)
    qtbot.waitUntil(lambda: tables.anchors.columns_model.marked is None)
    assert tables.proposals.columns_model.marked is None


@pytest.mark.parametrize("name", ["torchvision-fpn", "yolov5s", "yolov3-416", "atss-mmdet", "yolov3-416-darknet"])
def test_a_truth_that_takes_no_part_has_no_overlap_and_no_factor(name):
    boxes = [[30.0, 40, 150, 140], [160.0, 50, 280, 180]]
    found = inspect(Sample("x", (200, 300), gt=boxes, gt_kind=[0, 3]), load_recipe(name))
    assert found.used.tolist() == [True, False]
    columns = [column for column in gt_columns(found) if column.title not in ("w, px", "h, px")]
    decimals = [column.title for column in columns if "." in column.text(0)]
    assert decimals, "a rule that measures nothing"
    assert {title: column.text(1) for column in columns if (title := column.title) in decimals} == dict.fromkeys(
        decimals, NOTHING
    )
    one = compare_gts(found, found).best_iou[0]
    assert np.isnan(one[1])
    rows = {row: a for row, a, _ in compare_gts(found, found).totals()}
    assert rows["mean best IoU"] == f"{one[0]:.4f}"
