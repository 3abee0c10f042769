"""Run the notebooks of examples/ and write their outputs into them: python tools/make_notebooks.py [NAME ...].

Needs the dependency group `notebooks`. The kernel starts beside the notebook, as where it is opened by hand; nothing
that differs from run to run is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples"


def executed(path: Path) -> nbformat.NotebookNode:
    """Return the notebook at ``path`` with fresh outputs; raises nbclient's `CellExecutionError` where a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, kernel_name="python3", timeout=600, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata = nbformat.NotebookNode()  # times
    notebook.metadata = nbformat.from_dict({"language_info": {"name": "python"}, "kernelspec": KERNEL})
    return notebook


KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def main(names: list[str]) -> None:
    """Write the notebooks of ``names``, without names all."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        if not names or path.stem in names:
            nbformat.write(executed(path), path)
            print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
