"""The empty window, the tour and the help, with a real mouse and keyboard."""

import pytest

pytestmark = pytest.mark.xcb
WHERE = ("Pictures", "Boxes on the picture", "Why this anchor", "Tables", "Take it with you")


def test_the_empty_window_says_how_to_begin(start):
    start.reads_soon("Why is this anchor positive?")
    start.reads_soon("are only read, never changed or sent anywhere")
    start.reads_soon("No dataset")


def test_the_demo_begins_with_the_tour(start):
    window = start.window
    demo = next(card for card in window.main_window.start_page.buttons if card.accessibleName() == "Open the demo")
    start.click(demo)
    start.until(lambda: window.help_windows.tour.callout is not None and window.help_windows.tour.callout.isVisible())
    for number, title in enumerate(WHERE, 1):
        callout = window.help_windows.tour.callout
        start.reads_soon(f"{number} of {len(WHERE)}", callout)
        start.reads_soon(title, callout)
        start.click(callout.next)
    start.until(lambda: window.help_windows.tour.callout is None)
    start.reads_soon("anchors", window.main_window.statusBar())


def test_help_holds_the_maths_and_the_glossary(desk):
    desk.choose("Help", "The maths")
    desk.until(lambda: desk.window.help_windows.help is not None and desk.window.help_windows.help.isVisible())
    found = desk.window.help_windows.help
    desk.bring(found)
    desk.until(lambda: found.page.formulas)
    desk.click(found.tabs, found.tabs.tabRect(1).center())
    desk.until(lambda: "anchor" in found.page.toPlainText().lower())
    desk.write(found.search, "smooth L1")
    desk.until(lambda: found.page.textCursor().selectedText().lower() == "smooth l1")
    desk.write(found.search, "no such word")
    desk.reads_soon("not found", found)
    desk.key("Escape")
    desk.until(lambda: not found.isVisible())


def test_a_folder_without_pictures_says_what_was_wanted(start, tmp_path):
    (tmp_path / "notes.txt").write_text("nothing")
    start.window.opening.open_path(tmp_path)
    start.until(start.window.main_window.problem.isVisible)
    start.reads_soon(str(tmp_path))
    start.reads_soon("Why is this anchor positive?")
