"""The notebooks of examples/: run from top to bottom, stored with outputs, small enough to be published."""

import json
import sys
import types
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
every = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells_of(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def told(cells):
    """The outputs as text, without pictures, whose bytes may differ from one library's version to the next."""
    return [
        output.get("text") or output["data"].get("text/plain")
        for cell in cells
        for output in cell["outputs"]
        if output["output_type"] == "stream" or "image/jpeg" not in output["data"]
    ]


def test_there_are_three():
    assert len(NOTEBOOKS) == 3


@every
def test_every_cell_is_stored_with_its_outputs(path):
    cells = cells_of(path)
    assert path.stat().st_size < 600_000
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert all(output["output_type"] != "error" for cell in cells for output in cell["outputs"])
    assert "/home/" not in path.read_text(encoding="utf-8")
    assert sum(bool(cell["outputs"]) for cell in cells) >= len(cells) - 1


@every
def test_the_code_runs_without_jupyter(path, monkeypatch, capsys):
    display = types.ModuleType("IPython.display")
    display.Image = lambda data: data[:2]
    monkeypatch.setitem(sys.modules, "IPython", types.ModuleType("IPython"))
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    monkeypatch.chdir(ROOT / "examples")
    cells, names = cells_of(path), {}
    for cell in cells:
        exec(compile("".join(cell["source"]), path.name, "exec"), names)
    printed = ["".join(o["text"]) for cell in cells for o in cell["outputs"] if o["output_type"] == "stream"]
    assert capsys.readouterr().out == "".join(printed)


@pytest.mark.notebooks
@every
def test_a_kernel_gives_the_stored_outputs(path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import make_notebooks

    again = make_notebooks.executed(path)
    assert told([cell for cell in json.loads(json.dumps(again))["cells"] if cell["cell_type"] == "code"]) == [
        "".join(text) for text in told(cells_of(path))
    ]
