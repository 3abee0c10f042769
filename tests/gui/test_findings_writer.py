"""The button Findings… of the Audit workspace writes what `audit --findings` writes, and nothing over anything."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

import rpn_inspector as ri
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource
from rpn_inspector.gui.audit.findings_writer import FOLDER, FindingsWriter


class _Window(QWidget):
    """What a writer asks of the window."""

    def __init__(self, dataset):
        super().__init__()
        state = SimpleNamespace(dataset=dataset, predictions=None, timeline=None)
        self.workspace, self.memory = SimpleNamespace(state=state), {}
        self.said, self.failed = [], []

    @property
    def parent_widget(self):
        return self

    def say(self, words, milliseconds=0):
        self.said.append(words)

    def fail(self, problem):
        self.failed.append(problem.text)

    def remember(self, **words):
        self.memory.update(words)


@pytest.fixture
def services(qtbot):
    made = _Window(ri.open_dataset(resource("demo")))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("format", "number"), [("coco", 0), ("fiftyone", 1)])
def test_the_file_is_byte_for_byte_that_of_the_command(qtbot, services, tmp_path, monkeypatch, format, number):
    found = ri.audit(services.workspace.state.dataset, "demo")
    asked = []

    def choose(parent, title, proposed, filters):
        asked.append(proposed)
        return str(tmp_path / "mine"), filters.split(";;")[number]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    writer = FindingsWriter(services)
    try:
        writer.ask(found)
        assert writer.working
        qtbot.waitUntil(lambda: not writer.working)
        mine = (tmp_path / "mine.json").read_bytes()
        assert "boxes with findings" in services.said[-1]
        assert services.memory[FOLDER] == str(tmp_path)
        writer.ask(found)
        qtbot.waitUntil(lambda: bool(services.failed))
        assert "is there already" in services.failed[0]
        assert not writer.working
    finally:
        writer.close()
    assert (tmp_path / "mine.json").read_bytes() == mine
    assert asked[1] == str(tmp_path / "findings-demo-demo.json")
    command = ["audit", str(resource("demo")), "-r", "demo", "--findings", str(tmp_path / "theirs.json")]
    assert main([*command, "--findings-format", format]) == 0
    assert (tmp_path / "theirs.json").read_bytes() == mine
