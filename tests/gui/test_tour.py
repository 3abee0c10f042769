"""The tour in the real window: whatever it speaks of is brought to the screen first."""

from gui_steps import open_demo
from PySide6.QtCore import QPoint, QRect, Qt

CLOSED = ("Images", "Inspector", "Tables")


def ring_of(window, widget):
    place = QRect(widget.mapTo(window.main_window, QPoint(0, 0)), widget.size())
    return place.adjusted(-1, -1, 1, 1).intersected(window.main_window.rect())


def test_closed_panels_and_another_page_are_left_for_what_the_tour_shows(qtbot, window):
    open_demo(qtbot, window)
    for name in CLOSED:
        window.docks.toggle(name)
    window.pages.look("compare")
    tour = window.help_windows.tour
    window.help_windows.start_tour()
    for number, panel in enumerate((window.images, window.canvas, window.inspector, window.tables)):
        qtbot.waitUntil(lambda number=number: tour.number == number)
        qtbot.waitUntil(panel.isVisible)
        place = lambda panel=panel: ring_of(window, panel)  # noqa: E731
        qtbot.waitUntil(lambda place=place: tour.ring.isVisible() and tour.ring.geometry() == place())
        qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
    assert tour.callout.next.text() == "Done"
    assert window.pages.front == "inspect"


def test_a_panel_in_a_window_of_its_own_is_not_pointed_at(qtbot, window):
    open_demo(qtbot, window)
    window.docks.unlock(True)
    window.docks.by_name["Inspector"].setFloating(True)
    window.help_windows.start_tour()
    tour = window.help_windows.tour
    titles = [tour.callout.title.text()]
    for _ in range(3):
        qtbot.mouseClick(tour.callout.next, Qt.MouseButton.LeftButton)
        titles.append(tour.callout.title.text())
    assert titles == ["Pictures", "Boxes on the picture", "Tables", "Take it with you"]
