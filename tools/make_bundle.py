"""Make the bundle, a folder that runs without Python, and try it: its size, and how long it takes to start.

usage: python tools/make_bundle.py FOLDER
The environment it is built from is made anew by pip; OpenCV is the headless one, for the other brings a Qt of its own.
The trials run with an empty PATH: the version, a picture in numbers with the bundled model, the window to a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = "gui,onnx,parquet,eval,report"
SUFFIX = ".exe" if sys.platform == "win32" else ""


def run(*command: str | Path, **options: object) -> str:
    """Return what ``command`` prints; a failure ends the making."""
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, text=True, check=False, **options)  # type: ignore[call-overload]
    if done.returncode:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stdout[-2000:]}")
    return str(done.stdout)


def made(output: Path) -> Path:
    """Return the folder of the bundle, made under ``output`` in an environment of its own."""
    with tempfile.TemporaryDirectory() as work:
        venv.create(Path(work, "venv"), with_pip=True)
        python = Path(work, "venv", "Scripts" if SUFFIX else "bin", f"python{SUFFIX}")
        run(python, "-m", "pip", "install", "-q", f"{ROOT}[{EXTRAS}]", "pyinstaller>=6")
        run(python, "-m", "pip", "uninstall", "-q", "-y", "opencv-python")
        run(python, "-m", "pip", "install", "-q", "opencv-python-headless>=4.9")
        spec = ROOT / "packaging" / "bundle" / "rpn_inspector.spec"
        options = ("--noconfirm", "--log-level", "WARN", "--distpath", output, "--workpath", Path(work, "build"))
        run(python, "-m", "PyInstaller", *options, spec, cwd=work)
    return output / "rpn-inspector"


def tried(folder: Path) -> None:
    """Start the bundle in ways that show each of its processes, and print the seconds of each."""
    program = folder / f"rpn-inspector{SUFFIX}"
    demo = folder / "_internal" / "rpn_inspector" / "resources" / "demo"
    inspected = ("inspect", demo, "-i", "street_03_overlapping", "-r", "demo")
    with tempfile.TemporaryDirectory() as home:
        kept = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "TEMP", "LANG")}
        bare = {**kept, "HOME": home, "PATH": "", "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        picture = Path(home, "demo.png")
        trials = (
            ("--version",),
            inspected,
            (*inspected, "-p", demo / "model.onnx"),
            ("audit", demo, "-r", "demo", "--workers", "2", "-o", Path(home, "audit")),
            ("demo", "--screenshot", picture),
        )
        for arguments in trials:
            started = time.perf_counter()
            run(program, *arguments, env=bare, cwd=home)
            print(f"{time.perf_counter() - started:6.1f} s  {' '.join(map(str, arguments[:1]))}")
        if not (picture.is_file() and Path(home, "audit", "report.html").is_file()):
            sys.exit("the window or the report was not written")
        lacking = [
            line for line in run(program, "doctor", env=bare, cwd=home).splitlines() if "cannot be loaded" in line
        ]
        if lacking:
            sys.exit("\n".join(lacking))


def main() -> None:
    """Make it, try it, and print the size."""
    if len(sys.argv) != 2:
        sys.exit((__doc__ or "").split("\n\n")[1])
    folder = made(Path(sys.argv[1]).resolve())
    tried(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{size / 2**20:6.0f} MiB {folder}")


if __name__ == "__main__":
    main()
