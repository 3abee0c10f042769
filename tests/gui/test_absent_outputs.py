"""Outputs that are open but not for this picture, or for none of the dataset: said where a reader looks for them."""

import pytest
from gui_steps import open_demo, settled

from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.session.open_request import none_for, open_outputs

OTHERS = "No outputs for picture 'street_02_quiet.jpg', but for 10 others, such as 'street_01_mixed.jpg'."
OUTPUTS = resource("demo", "predictions")


def strangers(*names):
    paths = sorted((resource("demo") / "images").glob("*.jpg"))
    records = [Record(name, path, None) for name, path in zip(names, paths, strict=False)]
    for record in records:
        record.add((10.0, 10.0, 60.0, 70.0), 0)
    return Dataset(resource("demo"), "test", records, ("car",), Notes())


def test_every_panel_says_that_the_outputs_have_nothing_for_this_picture(qtbot, window):
    open_demo(qtbot, window)
    window.navigate.next_image(+1)
    qtbot.waitUntil(lambda: settled(window))
    panels = window.tables
    panels.setCurrentWidget(panels.proposals)
    assert panels.proposals.empty_words == OTHERS
    qtbot.waitUntil(lambda: window.funnel.empty.isVisible())
    assert window.funnel.empty.text() == OTHERS
    panels.setCurrentWidget(panels.loss)
    assert panels.loss.words.text() == OTHERS


def test_without_outputs_they_say_how_to_open_some(qtbot, window):
    open_demo(qtbot, window)
    window.workspace.use_predictions(None)
    qtbot.waitUntil(lambda: settled(window))
    assert window.tables.proposals.empty_words.startswith("No raw outputs are open")


def test_outputs_for_no_picture_of_the_dataset_are_said_once_opened(qtbot, window):
    window.workspace.open(strangers("a.jpg", "b.jpg"))
    qtbot.waitUntil(lambda: settled(window))
    window.opening.open_outputs(OUTPUTS)
    qtbot.waitUntil(lambda: window.workspace.state.problem is not None)
    theirs, ours = "10 pictures, such as 'street_01_mixed.jpg'", "none of the dataset's 2, such as 'a.jpg'"
    said = f"has outputs for {theirs}, but for {ours}"
    assert window.workspace.state.problem.text.endswith(said)
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown.predictions is not None)
    assert window.workspace.state.problem.text.endswith(said), "gone once the picture was worked out"


@pytest.mark.parametrize("name", ["street_01_mixed.jpg", "train/street_01_mixed.jpg", "street_01_mixed.png"])
def test_a_name_that_differs_by_its_folder_is_one_of_theirs_and_one_of_another_ending_is_not(name):
    assert (open_outputs(OUTPUTS, strangers("a.jpg", name)).no_match is None) == name.endswith(".jpg")


def test_the_words_say_for_which_pictures_there_are_outputs():
    class Of:
        def __init__(self, *names):
            self.names = names

    assert none_for(Of(), "x.jpg") == "no outputs for picture 'x.jpg'"
    assert none_for(Of("a.jpg"), "x.jpg") == "no outputs for picture 'x.jpg', but for 1 other, such as 'a.jpg'"
    assert none_for(Of("a", "b"), "x.jpg") == "no outputs for picture 'x.jpg', but for 2 others, such as 'a'"


def test_outputs_that_cannot_be_read_leave_the_pictures(qtbot, window, tmp_path):
    (tmp_path / "torn.rpn").mkdir()
    (tmp_path / "torn.rpn" / "meta.json").write_text("{")
    window.opening.open_path(resource("demo", "images"), tmp_path / "torn.rpn")
    qtbot.waitUntil(lambda: settled(window) and window.workspace.state.shown is not None)
    assert window.workspace.state.predictions is None
    assert "torn.rpn/meta.json: not readable as JSON" in window.main_window.problem.text()
