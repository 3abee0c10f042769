"""Time to the first window on the screen, against importing everything first. Prints JSON.

usage: python benchmarks/startup.py [--runs 7]
Each figure is a fresh interpreter, the two sides in turn; page cache warm. The peer imports all that the program uses
before it makes its window, as most programs do.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

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


def seconds(code: str) -> float:
    start = time.time()
    env = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    return float(out.stdout) - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    first, peer = [], []
    for _ in range(runs + 1):
        first.append(seconds(OURS))
        peer.append(seconds(EVERYTHING + OURS))
    ours, theirs = statistics.median(first[1:]), statistics.median(peer[1:])
    print(json.dumps({"first_window_ms": ours * 1e3, "everything_first_ms": theirs * 1e3, "ratio": ours / theirs}))


if __name__ == "__main__":
    main()
