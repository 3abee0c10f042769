"""No word of any page is cut without dots and a tooltip that has the whole of it, on a small screen and long names."""

import json

import pytest
from gui_steps import settled
from PySide6.QtWidgets import QLabel, QWidget
from whole_words import cut_silently

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.widgets.elided_label import ElidedLabel
from rpn_inspector.gui.widgets.fact_table import FactTable, shared

LONG = "_with_one_unbroken_name_out_of_a_taxonomy_of_road_users_and_their_vehicles"
WORDS = " with a long name of several words, as some taxonomies have"


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def taxonomy(tmp_path):
    """The demo's annotations without pictures, its classes of long names."""
    document = json.loads((resource("demo") / "annotations.json").read_text())
    for place, each in enumerate(document["categories"]):
        each["name"] += LONG if place % 2 else WORDS
    file = tmp_path / "annotations.json"
    file.write_text(json.dumps(document))
    return file


@pytest.fixture
def small(qtbot, window, taxonomy):
    window.main_window.resize(1366, 768)
    window.opening.open_path(taxonomy)
    qtbot.waitUntil(lambda: settled(window))
    use(qtbot, window, "yolov5s")
    return window


def use(qtbot, window, name):
    window.workspace.use_predictions(SimulatedPredictions(), recipe=load_recipe(name))
    qtbot.waitUntil(lambda: settled(window))


def whole(qtbot, window):
    qtbot.waitUntil(lambda: window.render_queue.idle and window.panel_queue.idle)
    try:
        qtbot.waitUntil(lambda: not cut_silently(window.main_window))
    except Exception:
        pytest.fail("\n".join(cut_silently(window.main_window)))


def test_a_name_with_a_line_break_stands_in_one_line(qtbot):
    table = FactTable("By class", ("A",))
    qtbot.addWidget(table)
    table.fill([("traffic\nlight", "1,200")])
    height = table.sizeHint().height()
    table.fill([("traffic light", "1,200")])
    assert table.text(0, 0) == "traffic light"
    assert table.sizeHint().height() == height


def test_inspect(qtbot, small):
    state = small.workspace.state
    for table in (small.tables.ground_truths, small.tables.proposals, small.tables.loss, small.tables.anchors):
        small.tables.setCurrentWidget(table)
        whole(qtbot, small)
    small.workspace.select(int(state.shown.inspection.positive[0]))
    whole(qtbot, small)
    use(qtbot, small, "torchvision-fpn")  # edges of four digits, anchors of six
    small.tables.setCurrentWidget(small.tables.proposals)
    whole(qtbot, small)
    small.workspace.focus_gt(3)
    whole(qtbot, small)


def test_compare(qtbot, small):
    small.pages.look("compare")
    page = small.compare
    for name in ("yolov3-416-darknet", "atss-mmdet"):
        page.box.choose(name)
        qtbot.waitUntil(lambda name=name: page.other.state.recipe.name == name and not page.other.state.busy)
        qtbot.waitUntil(lambda: page.sheet.fields.isVisible())
        whole(qtbot, small)
        small.workspace.focus_gt(1)
        whole(qtbot, small)


def test_audit(qtbot, small):
    small.pages.look("audit")
    page = small.audit
    for name in ("yolov5s", "torchvision-fpn"):
        use(qtbot, small, name)
        qtbot.waitUntil(lambda: page.auditor.found is not None and not page.auditor.work)
        for number in range(2):
            page.look(number)
            whole(qtbot, small)


def test_the_widest_columns_give_way_alike():
    assert shared(100, [20, 30]) == [20, 30]
    assert shared(100, [20, 90, 90]) == [20, 40, 40]
    assert shared(-5, [20, 90]) == [0, 0]


def test_a_cut_value_ends_with_dots_and_is_whole_in_its_tooltip(qtbot):
    around, table = QWidget(), FactTable("a", ("A", "B"))
    qtbot.addWidget(around)
    table.setParent(around)
    table.fill([("a name", "12", "of a value far longer than there is room for")], tips=[("", "", "more")])
    table.resize(200, 80)
    around.show()
    qtbot.waitUntil(table.isVisible)
    cut, fits = table.cells[0][2], table.cells[0][1]
    assert table.minimumSizeHint().width() <= 200
    assert cut.geometry().right() < 200
    assert (cut.is_cut, fits.is_cut) == (True, False)
    assert cut.tip.splitlines() == ["of a value far longer than there is room for", "more"]
    assert table.cells[0][0].tip == ""


def test_a_long_word_breaks_and_is_read_as_it_is_written(qtbot):
    word = "x" * 90
    label = ElidedLabel(word)
    qtbot.addWidget(label)
    assert label.text() == word
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < QLabel(word).sizeHint().width() / 2
