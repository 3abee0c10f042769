"""A model's process: the same numbers as here, kept between pictures, and whatever becomes of it is one line."""

from __future__ import annotations

import gc
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx_bytes import model

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.data.models import model_process as module
from rpn_inspector.data.models.check import ModelInput
from rpn_inspector.data.models.engines import ENGINES
from rpn_inspector.data.models.model_process import ModelProcess

BLOB = np.random.default_rng(1).normal(size=(1, 3, 2, 3)).astype(np.float32)
on_linux = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches processes by pidfd")


@pytest.fixture
def path(tmp_path):
    weights = np.random.default_rng(0).normal(size=(10, 3, 1, 1)).astype(np.float32)
    return model(tmp_path / "m.onnx", (2, 3), weights[:2], weights[2:])


def becomes(monkeypatch, code: str) -> None:
    """Let every later process do ``code`` where it should run the model."""
    patch = f"import os, signal, threading, numpy; server._run = lambda *_: {code}; server.main()"
    monkeypatch.setattr(module, "_CODE", module._CODE.replace("server.main()", patch))


def asked(process: ModelProcess) -> np.ndarray:
    return process.run(BLOB, ["t", "logits"], None)["t"]


def ends(pid: int) -> bool:
    """Wait until a process has ended; False after ten seconds."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], 10)[0])
    finally:
        os.close(watched)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_numbers_are_those_of_the_engine_here_and_one_process_serves_all_pictures(path, engine):
    here, there = ENGINES[engine](path, path.read_bytes()), ModelProcess(path, engine)
    assert there.names == here.names
    assert there.inputs == (ModelInput("image", 1, (1, 3, 2, 3)),)
    pid = there._process.pid
    for number in range(3):
        wanted = here.run(BLOB + number, ["t", "logits"], None)
        found = there.run(BLOB + number, ["t", "logits"], None)
        for name in ("t", "logits"):
            assert found[name].dtype == wanted[name].dtype
            np.testing.assert_array_equal(found[name], wanted[name])
    assert there._process.pid == pid


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGFPE", "SIGABRT", "SIGKILL"])
def test_a_crash_is_one_line_and_the_next_picture_has_another_process(path, monkeypatch, name):
    process = ModelProcess(path, "opencv")
    wanted, pid = asked(process), process._process.pid
    process.close()
    with monkeypatch.context() as patch:
        becomes(patch, f"os.kill(os.getpid(), signal.{name})")
        with pytest.raises(BadPredictions) as caught:
            asked(process)
    assert str(caught.value) == f"{path}: OpenCV crashes where it should run the model ({name})"
    np.testing.assert_array_equal(asked(process), wanted)
    assert process._process.pid != pid


def test_a_run_without_end_is_stopped(path, monkeypatch):
    becomes(monkeypatch, "threading.Event().wait()")
    monkeypatch.setattr(module, "RUN_SECONDS", 0.1)
    process = ModelProcess(path, "opencv")
    with pytest.raises(BadPredictions, match=r"OpenCV took over 0\.1 s to run the model, and was stopped"):
        asked(process)


@pytest.mark.skipif(sys.platform != "linux", reason="has no limit of memory that holds")
def test_memory_has_a_limit(path, monkeypatch):
    monkeypatch.setattr(module, "MEMORY", 1 << 30)
    becomes(monkeypatch, "numpy.ones(1 << 28)")
    with pytest.raises(BadPredictions, match="the model needs more memory than it is given"):
        asked(ModelProcess(path, "opencv"))


def test_what_an_engine_raises_is_one_line_and_the_process_lives_on(path, monkeypatch):
    becomes(monkeypatch, "{}['x\\ny']")
    process = ModelProcess(path, "opencv")
    pid = process._process.pid
    for _ in range(2):
        with pytest.raises(BadPredictions, match=r"m\.onnx: the engine fails with KeyError: 'x"):
            asked(process)
    assert process._process.pid == pid


def test_what_is_no_answer_is_a_crash_too(path, monkeypatch):
    monkeypatch.setattr(module, "_CODE", "import os; os.write(1, b'x' * 99); os._exit(3)")
    with pytest.raises(BadFile, match=r"m.onnx: OpenCV crashes where it should read the model \(exit code 3\)"):
        ModelProcess(path, "opencv")


@on_linux
def test_the_process_ends_with_its_owner_and_is_collected(path):
    process = ModelProcess(path, "opencv")
    watched = process._process
    pid = watched.pid
    del process
    gc.collect()
    assert watched.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)  # a zombie would still be there


@on_linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_process_ends_with_the_program_also_in_the_middle_of_a_run(path, how):
    root = Path(module.__file__).parents[3]
    code = f"""
import sys; sys.path.insert(0, {str(root)!r})
from pathlib import Path
import numpy as np
from rpn_inspector.data.models import model_process as module
waits = "import threading; server._run = lambda *_: threading.Event().wait(); server.main()"
module._CODE = module._CODE.replace("server.main()", waits)
process = module.ModelProcess(Path({str(path)!r}), "opencv")
print(process._process.pid, flush=True)
process.run(np.zeros((1, 3, 2, 3), np.float32), ["t"], None)
"""
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    with program:
        pid = int(program.stdout.readline())
        program.send_signal(how)
        assert program.wait(10) == -how
    assert ends(pid)


@on_linux
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child only asks and ends
def test_a_fork_starts_a_process_of_its_own_and_leaves_the_first_alone(path):
    process = ModelProcess(path, "opencv")
    wanted, pid = asked(process), process._process.pid
    answers, writes = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writes, "wb") as stream:
            same = np.array_equal(asked(process), wanted) and process._process.pid != pid
            process.close()
            stream.write(b"same" if same else b"else")
        os._exit(0)
    os.close(writes)
    with os.fdopen(answers, "rb") as stream:
        assert stream.read() == b"same"
    os.waitpid(child, 0)
    np.testing.assert_array_equal(asked(process), wanted)
    assert process._process.pid == pid
