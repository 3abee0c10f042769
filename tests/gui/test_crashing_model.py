"""A model that ends its process is a line above the picture, and the next question has another."""

import shutil

from gui_steps import open_demo

from rpn_inspector.core.resources import resource
from rpn_inspector.data.models import model_process


def test_a_crash_is_a_line_in_the_window_and_does_not_last(qtbot, window, monkeypatch, tmp_path):
    for suffix in ("onnx", "toml"):
        shutil.copy(resource("demo", f"model.{suffix}"), tmp_path)
    crashes = "import os, signal; server._run = lambda *_: os.kill(os.getpid(), signal.SIGSEGV); server.main()"
    whole = model_process._CODE
    monkeypatch.setattr(model_process, "_CODE", whole.replace("server.main()", crashes))
    open_demo(qtbot, window)
    work = window.workspace
    window.opening.open_path(resource("demo"), tmp_path / "model.onnx")
    qtbot.waitUntil(lambda: work.state.problem is not None)
    crash = f"{tmp_path / 'model.onnx'}: onnxruntime crashes where it should run the model (SIGSEGV)"
    assert work.state.problem.text == crash  # both did: the second was asked after the first
    monkeypatch.setattr(model_process, "_CODE", whole)
    dataset, outputs = work.state.dataset, work.state.predictions
    assert outputs.predict(dataset[0], work.state.recipe) is not None  # another process
