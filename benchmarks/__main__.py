"""Run benchmarks, and print their rows beside the bars: python -m benchmarks [NAME ...]

    python -m benchmarks [--peer [NAME=]PYTHON ...] [--yolov5 DIR] [--quick] [--kept FOLDER] [--json FILE]
                         [--page FILE.md] [--force] [--list] [NAME ...]
Each runs in a process of its own, both sides in turn, results compared before they are timed; a fast wrong answer
fails. ``--peer`` is a Python that has torch and the other libraries, for the benchmarks that need them in one process;
what is not installed there is named as missing. opening=PYTHON is that of one benchmark, where no Python has all.
``--yolov5`` is a checkout of its repository, for its own assignment. ``--kept`` has the rows of each benchmark in a
file of its own: a run that was stopped goes on from there, as long as the code is the same. ``--quick`` judges no bar.
Ctrl+C ends a run with what was measured until then. Exit code 1 where two sides disagree, 130 after Ctrl+C.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import hashlib
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.measuring import loaded
from benchmarks.rows import BENCHMARKS, Benchmark, Row

HERE = Path(__file__).resolve().parent
TITLE = "# Benchmarks"
MACHINE = f"{os.cpu_count()} cores, {platform.machine()}"
MEASURED = ("benchmarks", "rpn_inspector", "resources", "tools")
SLOWING = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
KEPT = b'{\n "way": {'  # the first bytes of what `--kept` writes
COLUMNS = ("work", "", "ours", "lowest to highest", "beside", "peer", "ratio", "bar", "", "peak MiB")


def lacking(python: str, modules: tuple[str, ...]) -> list[str]:
    """Return the modules a Python has not."""
    code = "import sys; from importlib.util import find_spec; print(*[m for m in sys.argv[1:] if find_spec(m) is None])"
    done = subprocess.run([python, "-c", code, *modules], capture_output=True, text=True, check=True)
    return done.stdout.split()


def measured(name: str, one: Benchmark, peer: str, quick: bool, yolov5: str | None = None) -> dict[str, Any]:
    """Return rows, load and what is missing of one benchmark; a failure as words."""
    missing = lacking(peer, one.peers) if one.peers else []
    told: dict[str, Any] = {"missing": missing, "rows": []}
    if one.whole and any(module in missing for module in ("torch", "torchvision")):
        return told
    python = peer if one.whole or name == "dynamic" else sys.executable
    environment = {key: value for key, value in os.environ.items() if key not in SLOWING}
    # tools/kernels.py has the kernels that mmcv-lite has not
    environment |= {"PYTHONPATH": os.pathsep.join(map(str, (HERE.parent, HERE.parent / "tools")))}
    command = [python, str(HERE / one.script), *(one.arguments), *(one.quick if quick else ()), "--json"]
    command += ["--peer", peer] if name == "opening" else []
    command += ["--yolov5", yolov5] if name == "assignment" and yolov5 is not None else []
    before = loaded()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if math.isfinite(before):
        told["load"] = [round(before, 2), round(loaded(), 2)]
    if not done.stdout:
        return {**told, "failed": done.returncode}
    report = json.loads(done.stdout)  # also of one that was ended by what it measured, as a soak that is not flat
    if isinstance(report, dict) and "peak_mib" in report:
        told["peak_mib"] = round(report["peak_mib"], 1)
    if name == "assignment":
        told["missing"] = missing + sorted({row["missing"] for row in report["rows"] if "missing" in row})
    return {**told, "rows": list(one.read(report))}


def cells(row: Row, quick: bool = False) -> list[str]:
    """Return a row as the columns of the table; of a ``quick`` run no bar is judged."""
    bar = f"{row.at_least:.3g} times" if row.at_least is not None else ""
    bar = f"at most {row.at_most:.4g}" if row.at_most is not None else bar
    said = {None: "", True: "reached", False: "NOT REACHED"}[row.reached]
    said = "–" if quick and said else said
    said = "NOT THE SAME" if row.same is False else said
    spread = "" if row.spread is None else f"{row.spread[0]:.4g} to {row.spread[1]:.4g}"
    peer = "" if row.peer is None else f"{row.peer:.4g}"
    ratio = "" if row.ratio is None else f"{row.ratio:.1f}"
    ours = f"{row.ours:.4g}" if math.isfinite(row.ours) else "none"
    memory = "" if row.memory is None else " beside ".join(f"{each:,.0f}" for each in row.memory if each is not None)
    return [row.work, row.unit, ours, spread, row.beside if peer else "", peer, ratio, bar, said, memory]


def lines(name: str, told: dict[str, Any], quick: bool = False) -> list[str]:
    """Return one benchmark as lines of Markdown."""
    head = [f"## {name}", ""]
    notes = ["quick: no bar is judged"] if quick else []
    notes += [f"load {told['load'][0]} before, {told['load'][1]} after"] if "load" in told else []
    notes += ["UNDER LOAD: others were at work"] if told.get("load", [0])[0] > (os.cpu_count() or 1) else []
    notes += [f"peak {told['peak_mib']:,} MiB"] if "peak_mib" in told else []
    notes += [f"{told['seconds']:,} s"] if "seconds" in told else []
    notes += [f"missing: {', '.join(told['missing'])}"] if told["missing"] else []
    notes += [f"failed with exit code {told['failed']}"] if "failed" in told else []
    rows = (COLUMNS, ["---"] * len(COLUMNS), *(cells(row, quick) for row in told["rows"]))
    table = [" | ".join(("", *row, "")).strip() for row in rows]
    note = BENCHMARKS[name].note
    return [*head, "; ".join(notes) + ".", "", *([note, ""] if note else []), *(table if told["rows"] else []), ""]


def code_of(root: Path) -> str:
    """Return a digest of all that is measured and measures, below ``root``."""
    found = hashlib.sha256()
    for folder in MEASURED:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                content = hashlib.sha256(file.read_bytes()).hexdigest()
                found.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
    return found.hexdigest()


def kept_or_measured(
    name: str, peer: str, quick: bool, folder: Path | None, yolov5: str | None = None
) -> dict[str, Any]:
    """Return `measured` of a benchmark, as kept in ``folder`` where the same code was measured in the same way."""
    way = {"name": name, "machine": MACHINE, "python": platform.python_version(), "peer": peer, "quick": quick}
    way |= {"yolov5": yolov5} if name == "assignment" else {}
    way |= {} if folder is None else {"code": code_of(HERE.parent)}
    file = None if folder is None else folder / f"{name}.json"
    if file is not None and file.is_file():
        try:
            kept = json.loads(file.read_bytes())
        except (ValueError, RecursionError):  # of a run that was stopped while writing
            kept = None
        if isinstance(kept, dict) and kept.get("way") == way and "rows" in kept["told"]:
            return {**kept["told"], "rows": [Row(**row) for row in kept["told"]["rows"]]}
    start = time.monotonic()
    told = measured(name, BENCHMARKS[name], peer, quick, yolov5)
    told["seconds"] = round(time.monotonic() - start)
    whole = told["rows"] and "failed" not in told
    if file is not None and whole and way["code"] == code_of(HERE.parent):  # else changed while it was measured
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"way": way, "told": as_json(told)}, indent=1) + "\n", encoding="utf-8")
    return told


def as_json(told: dict[str, Any]) -> dict[str, Any]:
    """Return what `measured` tells with the rows as JSON has them."""
    return {**told, "rows": [asdict(row) for row in told["rows"]]}


def peers_of(given: list[str]) -> dict[str, str]:
    """Return the Python of each benchmark by name from PYTHON or NAME=PYTHON."""
    named = {name: python for name, _, python in (each.partition("=") for each in given) if name in BENCHMARKS}
    general = [each for each in given if each.partition("=")[0] not in BENCHMARKS]
    return {**dict.fromkeys(BENCHMARKS, (general or [sys.executable])[-1]), **named}


def is_page(file: Path) -> bool:
    """Return whether a file is a page of benchmarks: only such a one is written over unasked."""
    with file.open("rb") as text:
        start = text.read(400)
    return start.startswith(f"{TITLE}\n".encode()) and b"`python -m benchmarks`" in start


def is_rows(file: Path) -> bool:
    """Return whether a file holds the rows of benchmarks."""
    try:
        found = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and {"machine", "quick", "benchmarks"} <= found.keys()


def is_kept(file: Path) -> bool:
    """Return whether a file is one of `kept_or_measured`, perhaps of a run that was stopped while writing."""
    with file.open("rb") as text:
        start = text.read(len(KEPT))
    return KEPT.startswith(start)


def is_free(file: Path, own: Callable[[Path], bool]) -> bool:
    """Return whether ``file`` may be written unasked: it is not there, or empty, and so nobody's, or of its ``own``.

    Raises `OSError` for a name that no file can have.
    """
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        return True
    return file.is_file() and (not size or own(file))


def check_files(parser: argparse.ArgumentParser, asked: argparse.Namespace, wanted: list[str]) -> None:
    """End the program where a file may not be written; raises `OSError` for a name that no file can have."""
    for file, own in ((asked.json, is_rows), (asked.page, is_page)):
        if file is not None and not file.parent.is_dir():
            parser.error(f"{file.parent}: no such folder, wanted one for {file.name}")
        if file is not None and not is_free(file, own) and not asked.force:
            parser.error(f"{file}: is there and was not written by benchmarks; choose another name, or --force")
    if asked.json is not None and asked.page is not None and asked.json.resolve() == asked.page.resolve():
        parser.error(f"{asked.page}: the page and the rows, wanted a file for each")
    if asked.kept is not None and asked.kept.exists() and not asked.kept.is_dir():
        parser.error(f"{asked.kept}: is a file, wanted a folder to keep rows in")
    kept = () if asked.kept is None else [asked.kept / f"{name}.json" for name in wanted]
    for file in (asked.json, asked.page):
        if file is not None and file.resolve() in [each.resolve() for each in kept]:
            parser.error(f"{file}: rows are kept there, wanted another name")
    for file in kept:
        if not is_free(file, is_kept) and not asked.force:
            parser.error(f"{file}: is there and was not written by benchmarks; choose another folder, or --force")


def wrote(file: Path, text: str) -> bool:
    """Return whether ``text`` could be written, and say why not."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{file}: {error.strerror}", file=sys.stderr)
        return False
    return True


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="by default all")
    parser.add_argument(
        "--peer", action="append", default=[], metavar="[NAME=]PYTHON",
        help="a Python with the libraries compared with, of all benchmarks or of one",
    )  # fmt: skip
    parser.add_argument("--yolov5", metavar="DIR", help="a checkout of ultralytics/yolov5, for its own assignment")
    parser.add_argument("--quick", action="store_true", help="small jobs, once: shows that all work, measures nothing")
    parser.add_argument(
        "--kept", type=Path, metavar="FOLDER", help="keeps each benchmark's rows there, and runs what is not there"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes every row there")
    parser.add_argument("--page", type=Path, metavar="FILE", help="writes the tables there, as a page of the docs")
    parser.add_argument("--force", action="store_true", help="writes over a file that is no benchmark's")
    parser.add_argument("--list", action="store_true", help="prints the names")
    asked = parser.parse_args()
    peers = peers_of(asked.peer)
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"{', '.join(unknown)}: no such benchmark, wanted of {', '.join(BENCHMARKS)}")
    for peer in peers.values():
        if shutil.which(peer) is None:
            parser.error(f"{peer}: no such program, wanted a Python")
    wanted = asked.names or list(BENCHMARKS)
    try:
        check_files(parser, asked, wanted)
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")
    if asked.list:
        print(*BENCHMARKS, sep="\n")
        return 0
    when = datetime.date.today().isoformat()
    found = {}
    page = [TITLE, "", f"{when}, {MACHINE}, Python {platform.python_version()}: `python -m benchmarks`.", ""]
    page += ["quick: small jobs run once, these figures say nothing.", ""] if asked.quick else []
    print("\n".join(page), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        for number, name in enumerate(wanted, 1):
            # a line alone: a bar, drawn anew ten times a second, would be measured too
            print(f"{name}, {number} of {len(wanted)} ...", file=sys.stderr, flush=True)
            found[name] = kept_or_measured(name, peers[name], asked.quick, asked.kept, asked.yolov5)
            said = lines(name, found[name], asked.quick)
            print("\n".join(said), flush=True)
            page += said
    left = [name for name in wanted if name not in found]
    if left:
        page += [f"Stopped: {', '.join(left)} not measured.", ""]
        print(page[-2])
    written = [wrote(asked.page, "\n".join(page).rstrip() + "\n")] if asked.page else []
    if asked.json:
        rows = {name: as_json(told) for name, told in found.items()}
        facts = {
            "date": when,
            "machine": MACHINE,
            "python": platform.python_version(),
            "quick": asked.quick,
            "stopped": left,
        }
        written.append(wrote(asked.json, json.dumps({**facts, "benchmarks": rows}, indent=1) + "\n"))
    if left:
        return 130
    wrong = any(row.same is False for told in found.values() for row in told["rows"])
    return int(wrong or any("failed" in told for told in found.values()) or not all(written))


if __name__ == "__main__":
    sys.exit(main())
