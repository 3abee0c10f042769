"""Models that end OpenCV's process: one line, checked or not; tests/gui/test_crashing_model.py has the window's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.cli import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.resources import resource
from rpn_inspector.data.models import model_process
from rpn_inspector.data.predictions import open_predictions

MODELS = Path(__file__).parent / "models"
LAYOUT = MODELS / "layout.toml"
CRASHING = sorted(path.name for path in MODELS.glob("*.onnx"))
DEMO = str(resource("demo"))


@pytest.mark.parametrize("name", CRASHING)
def test_a_model_that_crashes_its_engine_is_refused_in_one_line(name, capfd):
    command = ["inspect", DEMO, "-i", "street_03_overlapping", "-r", "demo", "-p", str(MODELS / name)]
    assert main([*command, "--layout", str(LAYOUT)]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert name in told.err


@pytest.mark.parametrize("engine", ["opencv", "onnxruntime"])
@pytest.mark.parametrize("name", CRASHING)
def test_what_the_check_might_miss_ends_another_process_and_not_this_one(name, engine, monkeypatch, capfd):
    unchecked = "server.check_model = lambda *_: (); server.main()"
    monkeypatch.setattr(model_process, "_CODE", model_process._CODE.replace("server.main()", unchecked))
    with pytest.raises(InspectorError) as caught:
        open_predictions(MODELS / name, layout=LAYOUT, engine=engine).run(np.zeros((48, 64, 3), np.uint8))
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of address space, as Linux counts it")
@pytest.mark.parametrize("megabytes", [500, 570])
def test_too_little_memory_to_load_opencv_is_one_line_and_no_crash(megabytes):
    code = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({megabytes} << 20,) * 2); "
        "from rpn_inspector.cli import main; sys.exit(main())"
    )
    words = ["inspect", DEMO, "-i", "street_03_overlapping", "-r", "demo", "-p", str(resource("demo") / "model.onnx")]
    ended = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, timeout=120
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "rpn-inspector: not enough memory for this\n"


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of address space, as Linux counts it")
@pytest.mark.parametrize("command", [["open", DEMO, "--screenshot", "s.png"], ["open", DEMO], ["demo"]])
def test_a_window_is_not_begun_where_its_threads_could_not_start(command, tmp_path):
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1450 << 20,) * 2); "
    code = f"{limit}from rpn_inspector.cli import main; sys.exit(main())"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, timeout=60, cwd=tmp_path,
        env=environment, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert ended.stderr == (
        "rpn-inspector: the limit of address space (ulimit -v) is 1,450 MB, wanted at least 1,953 MB for the window\n"
    )
