"""Whatever stands in the file of settings, the window opens, and says nothing on the way."""

import json
import threading

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from rpn_inspector.gui.shell.garbage import collected_here
from rpn_inspector.gui.widgets.theme import LIGHT, apply
from rpn_inspector.gui.wiring import Wiring
from rpn_inspector.session import settings

NAMES = (
    *("recent", "recipe", "geometry", "layout", "closed", "unlocked", "plots", "columns", "keys", "session"),
    *("tour_seen", "colours"),
)
plain = st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | st.text(max_size=6)
values = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module", autouse=True)
def light(qapp):
    apply(qapp, LIGHT)
    with collected_here():  # as the program does
        yield


def opens(before=lambda window: None):
    """A window over what is remembered, its menus looked at, closed again; what it then remembers."""
    window = Wiring(LIGHT)
    try:
        before(window)
        window.opening.reopen()
        window.command_windows.palette.open()
        QApplication.processEvents()
        assert any(command.text == "Quit" for command in window.command_windows.palette.commands)
    finally:
        window.main_window.close()
        window.main_window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else the next test deletes them all
        QApplication.processEvents()
    return settings.load()


@how(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=how.default.max_examples // 10)
@given(table=st.dictionaries(st.sampled_from(NAMES), values, max_size=4) | values)
def test_any_settings_open_a_window(qapp, tmp_path, monkeypatch, table):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_text(json.dumps(table), encoding="utf-8")
    assert isinstance(opens(), dict)


@pytest.mark.parametrize("value", [5, "x", [1, None, "x"], {"a": 1}, {"dataset": 5}, {"anchors": [1]}])
def test_each_name_with_each_kind_of_value(qapp, tmp_path, monkeypatch, value):
    """A window opens over all names with a value, and over each alone."""
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_text(json.dumps(dict.fromkeys(NAMES, value)), encoding="utf-8")

    def each_alone(window):
        remembered = window.memory
        for name in NAMES:
            window.memory = {name: value}
            window.remembering.restore()
            window.opening.reopen()
            QApplication.processEvents()
        window.memory = remembered

    opens(each_alone)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"[" * 100_000, b'{"recent": ["/x"', b"null"])
def test_a_torn_file_is_an_empty_memory(qapp, tmp_path, monkeypatch, raw):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_bytes(raw)
    assert settings.load() == {}
    assert opens()["recipe"] == "torchvision-fpn"


def test_a_home_that_cannot_be_written_stops_nobody(qapp, tmp_path, monkeypatch):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(blocked))
    assert opens() == {}
    assert blocked.read_text() == "not a folder"


def test_a_save_that_fails_leaves_nothing_beside(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    (tmp_path / "settings.json").mkdir()  # cannot be replaced by a file
    settings.save({"recipe": "x"})
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_nobody_waits_for_the_disk_and_the_last_of_the_settings_is_what_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    begun, free, order = threading.Event(), threading.Event(), []

    def slow(file, content):
        begun.set()
        free.wait(60)
        order.append(json.loads(content))
        file.write_bytes(content)

    monkeypatch.setattr(settings, "write_whole", slow)
    memory = {"recipe": "a"}
    settings.save_soon(memory)
    begun.wait(60)
    for recipe in ("b", "c"):  # those that wait for the disk: a program that is ended has no time for all of them
        memory["recipe"] = recipe
        settings.save_soon(memory)
    memory["recipe"] = "not saved"
    assert not (tmp_path / "settings.json").exists()
    free.set()
    assert settings.load() == {"recipe": "c"}
    assert order == [{"recipe": "a"}, {"recipe": "c"}]


def test_settings_are_saved_after_a_writer_that_failed(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    with monkeypatch.context() as patched:
        patched.setattr(settings, "write_whole", lambda *_: 1 / 0)
        settings.save({"recipe": "a"})
    settings.save({"recipe": "b"})
    assert settings.load() == {"recipe": "b"}


def test_settings_are_saved_where_no_thread_can_be_started(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))

    def refused(_):
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refused)
        settings.save_soon({"recipe": "a"})
    assert settings.load() == {"recipe": "a"}
    settings.save_soon({"recipe": "b"})
    assert settings.load() == {"recipe": "b"}
