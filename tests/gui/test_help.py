"""Help and the tour: the pages are there with their formulas drawn; five steps, nothing blocked, Esc leaves."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton

from rpn_inspector.gui.help import help_pages as help_
from rpn_inspector.gui.help.help_pages import HelpWindow, page_path, with_pictures
from rpn_inspector.gui.help.tour import CalloutSide, Step, Tour, menu_place, place_of, steps_for
from rpn_inspector.gui.widgets.theme import DARK, LIGHT, apply


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    apply(qapp, LIGHT)


@pytest.fixture
def window(qtbot):
    made = HelpWindow(None, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_maths_page_answers_the_questions_and_draws_its_formulas(window):
    text = window.page.toPlainText()
    for question in ("Where is the predicted box?", "What exactly is smooth L1?", "What is the whole loss?"):
        assert question in text
    assert "$$" not in text
    assert len(window.page.formulas) == 9
    for number in range(len(window.page.formulas)):
        image = window.page.picture(number)
        ratio = image.devicePixelRatio()
        assert 60 < image.width() / ratio <= window.page.viewport().width()
        darkest = min(
            image.pixelColor(x, y).lightness()
            for x in range(0, image.width(), 2)
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200
        )
        assert darkest < 80


def test_each_formula_stands_once(window):
    text = window.page.document().toHtml()
    for number in range(len(window.page.formulas)):
        assert text.count(f'formula:{number}"') == 1


def test_the_glossary_is_the_one_of_the_project(qtbot, window):
    qtbot.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=window.tabs.tabRect(1).center())
    text = window.page.toPlainText()
    for word in ("low-quality rule", "normaliser", "network px"):
        assert word in text
    assert page_path("glossary").is_file()


def test_finding_in_the_page(qtbot, window):
    qtbot.keyClicks(window.search, "knee")
    assert window.page.textCursor().selectedText() == "knee"
    first = window.page.textCursor().position()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.page.textCursor().position() != first
    qtbot.keyClicks(window.search, "xyz")
    assert window.found.text() == "not found"
    window.search.clear()
    assert window.found.text() == ""


def test_a_missing_page_is_said(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(help_, "page_path", lambda name: tmp_path / f"{name}.md")
    made = HelpWindow(None, LIGHT)
    qtbot.addWidget(made)
    assert "This page is missing" in made.page.toPlainText()


def test_formulas_follow_the_theme_and_the_width(window):
    window.set_theme(DARK)
    image = window.page.picture(0)
    lightest = max(
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    )
    assert lightest > 180
    window.resize(420, 500)
    QApplication.processEvents()
    image = window.page.picture(1)
    assert image.width() / image.devicePixelRatio() <= window.page.viewport().width()
    assert not window.page.horizontalScrollBar().isVisible()


def test_only_lines_of_their_own_become_pictures():
    assert with_pictures("a $$x$$ b\n\n$$y$$\n") == ("a $$x$$ b\n\n![formula](formula:0)\n", ["y"])


@pytest.fixture
def host(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.menuBar().addMenu("&File").addAction("x")
    made.label = QLabel("pictures", made)
    made.label.setGeometry(0, 40, 200, 500)
    made.field = QLineEdit(made)
    made.field.setGeometry(300, 100, 100, 30)
    made.button = QPushButton("press", made)
    made.button.setGeometry(20, 560, 80, 30)
    made.centre = QLabel("anchor", made)
    made.centre.setGeometry(700, 100, 180, 300)
    made.show()
    return made


@pytest.fixture
def tour(host):
    widgets = [lambda: host.label, lambda: host.field, lambda: host.centre, lambda: host.button]
    made = Tour(host, LIGHT, steps_for(host, *widgets, menu_place(host, host.menuBar(), 0)))
    made.said = []
    made.finished.connect(made.said.append)
    return made


def test_five_steps_point_at_their_places(qtbot, host, tour):
    tour.start()
    places = [QRect(widget.geometry()) for widget in (host.label, host.field, host.centre, host.button)]
    for number, place in enumerate(places):
        assert tour.callout.count.text() == f"{number + 1} of 5"
        assert tour.ring.isVisible()
        assert tour.ring.geometry().intersects(place)
        assert not tour.callout.geometry().intersects(place)
        assert host.rect().contains(tour.callout.geometry())
        assert tour.callout.words.height() >= tour.callout.words.heightForWidth(tour.callout.words.width())
        qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert tour.callout.title.text() == "Take it with you"
    assert tour.callout.next.text() == "Done"
    qtbot.mouseClick(tour.callout.back, Qt.MouseButton.LeftButton)
    assert tour.callout.count.text() == "4 of 5"
    for _ in range(2):
        qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert tour.said == [True]
    assert not tour.running


def test_what_is_hidden_is_passed_over_both_ways_and_the_last_words_need_no_place(qtbot, host, tour):
    host.field.hide()
    host.centre.hide()
    host.menuBar().hide()
    tour.start()
    seen = []
    for button in ("next", "next", "back", "back"):
        seen.append((tour.callout.title.text(), tour.ring.isVisible(), tour.callout.side is None))
        qtbot.mouseClick(getattr(tour.callout, button), Qt.MouseButton.LeftButton)
    assert seen == [
        ("Pictures", True, False),
        ("Tables", True, False),
        ("Take it with you", False, True),
        ("Tables", True, False),
    ]
    assert tour.callout.title.text() == "Pictures"
    host.label.hide()
    tour._place()
    assert (tour.ring.isVisible(), tour.callout.side) == (False, None), "no arrow to what was closed since"


def test_the_window_stays_usable_under_the_tour(qtbot, host, tour):
    tour.start()
    pressed = []
    host.button.clicked.connect(lambda: pressed.append(True))
    point = host.label.geometry().center()
    assert host.childAt(point) is host.label
    qtbot.mouseClick(host.button, Qt.MouseButton.LeftButton)
    host.field.setFocus()
    qtbot.keyClicks(host.field, "abc")
    assert (pressed, host.field.text()) == ([True], "abc")
    assert tour.running


def test_escape_leaves_before_it_does_anything_else(qtbot, host, tour):
    cleared = []
    QShortcut(QKeySequence("Esc"), host, lambda: cleared.append(True))
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    tour.start()
    qtbot.keyClick(host.field, Qt.Key.Key_Escape)
    assert (tour.said, cleared, tour.running) == ([False], [], False)
    qtbot.keyClick(host.field, Qt.Key.Key_Escape)
    assert cleared == [True]


def test_resizing_keeps_the_words_in_the_window(host, tour):
    tour.start()
    tour._go(3)
    host.resize(500, 400)
    QApplication.processEvents()
    assert host.rect().contains(tour.callout.geometry())


def test_starting_twice_leaves_one_callout(host, tour):
    tour.start()
    tour.start()
    assert tour.said == []
    tour.stop(False)
    assert tour.said == [False]


def test_the_words_stand_where_there_is_room(host):
    steps = [Step("a", "b", lambda: QRect(10, 10, 100, 500))]
    made = Tour(host, LIGHT, steps)
    made.start()
    assert made.callout.side is CalloutSide.RIGHT
    assert not made.callout.back.isEnabled()
    made.stop(True)


def test_a_hidden_widget_has_no_place(host):
    host.label.hide()
    assert place_of(host, lambda: host.label)() is None
    assert place_of(host, lambda: host.field)() == QRect(QPoint(300, 100), host.field.size())
    assert menu_place(host, host.menuBar(), 7)() is None


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_words_of_the_tour_stand_on_a_dark_ground_in_both_themes(host, tour, theme):
    tour.set_theme(theme)
    tour.start()
    painted = tour.callout.grab().toImage()
    ground = painted.pixelColor(painted.width() // 2, painted.height() - 16)
    assert ground.lightness() < 60
