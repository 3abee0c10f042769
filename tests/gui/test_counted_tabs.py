"""A row of tabs with counts."""

import pytest

from rpn_inspector.gui.widgets.counted_tabs import BETWEEN, CountedTabs
from rpn_inspector.gui.widgets.outline import TextMark
from rpn_inspector.gui.widgets.theme import LIGHT


@pytest.mark.parametrize("count", ["", "12,345"])
@pytest.mark.parametrize(
    "name", ["Changed", "Anchors", "Ground truth", "Proposals", "Loss", "Training", "ill", "Was verloren ging"]
)
def test_a_name_is_whole_in_the_room_its_tab_asks_for(qtbot, name, count):
    tabs = CountedTabs(LIGHT)
    qtbot.addWidget(tabs)
    tabs.addTab(f"{name}{BETWEEN}{count}" if count else name)
    tabs.resize(tabs.sizeHint())
    words = [mark.text for mark in tabs.marks() if isinstance(mark, TextMark)]
    assert words == [name, count] if count else words == [name]
