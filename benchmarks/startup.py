"""Time to the first window on the screen, against importing everything first, and that of three commands. Prints JSON.

usage: python benchmarks/startup.py [--runs 7]
Each figure is a fresh interpreter, the two sides in turn; page cache warm, bytecode kept. The windows are wall time,
the commands CPU time. The peer imports all that the program uses before it makes its window, as most programs do.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from measuring import loaded

OURS = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from rpn_inspector.gui.widgets.theme import LIGHT, apply
apply(app, LIGHT)
from rpn_inspector.gui.shell.main_window import MainWindow
frame = MainWindow(LIGHT)
frame.show()
app.processEvents()
import time; print(time.time())
frame.close()
"""
EVERYTHING = """
import numpy, cv2, msgspec, yaml, lxml.etree, typer, rich.table, platformdirs, pyqtgraph
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtSvg
import rpn_inspector.gui.canvas, rpn_inspector.gui.commands.export_dialog, rpn_inspector.cli
"""


DEMO = Path(__file__).resolve().parents[1] / "resources" / "demo"
COMMANDS = {
    "version": ("--version",),
    "inspect": ("inspect", str(DEMO), "-i", "street_03_overlapping", "-r", "torchvision-fpn", "--json"),
    "lint": ("lint", str(DEMO), "--json"),
}


def environment() -> dict[str, str]:
    # users' Pythons keep the bytecode that the first start has made
    env = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "PYTHONDONTWRITEBYTECODE")}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return env


def seconds(code: str) -> float:
    start = time.time()
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    return float(out.stdout) - start


def of_command(arguments: tuple[str, ...]) -> float:
    start = sum(os.times()[2:4])
    command = [sys.executable, "-m", "rpn_inspector", *arguments]
    subprocess.run(command, capture_output=True, env=environment(), check=True)
    return sum(os.times()[2:4]) - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="as always")
    runs = parser.parse_args().runs
    first, peer = [], []
    commands: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        first.append(seconds(OURS))
        peer.append(seconds(EVERYTHING + OURS))
        for name, arguments in COMMANDS.items():
            commands[name].append(of_command(arguments))
    ours, theirs = statistics.median(first[1:]), statistics.median(peer[1:])
    told = {"first_window_ms": ours * 1e3, "everything_first_ms": theirs * 1e3, "ratio": ours / theirs}
    told |= {f"{name}_ms": statistics.median(each[1:]) * 1e3 for name, each in commands.items()}
    told["spread_ms"] = {
        name: (min(each[1:]) * 1e3, max(each[1:]) * 1e3) for name, each in {"first_window": first, **commands}.items()
    }
    print(json.dumps({**told, "load": loaded()}))


if __name__ == "__main__":
    main()
