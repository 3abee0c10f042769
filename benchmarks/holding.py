"""Right held, Next and the list's wheel over 1080p pictures on a real X server, read from its frames.

usage: python benchmarks/holding.py [--seconds 6] [--rate 30] [--times 3] [--json]
Starts Xvfb and the program in processes of their own, holds the key by the server's own repeat, and reads the server's
frame buffer, never the window: a picture counts when its pixels stand on the screen, the same at two reads in a row, as
one read may fall into the server's copying. Reported are pictures a second, the longest gap between two once the server
repeats the key, and how long after the key's release the panels stood still; of Next, a key each half second, the time
from the key to another picture on the screen; of the wheel over the list of pictures, as many notches a second as keys,
the frames of the list a second and the longest gap. xdotool's own start, some ms, is in every time.
Needs Xvfb and xdotool.
"""

import argparse
import itertools
import json
import mmap
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.browsing import make
from benchmarks.measuring import loaded

WIDTH, HEIGHT = 1366, 768
CANVAS = (520, 230, 120, 60)  # x, y, w, h on the screen: inside the picture, beside the corners' signs
PANELS = (255, 540, 760, 190)  # the tables and the plot
LIST = (20, 140, 220, 110)  # rows of the list of pictures
NEXTS, NEXT_EVERY = 20, 0.5  # keys, and seconds between them
REPEAT_AFTER = 0.2  # s that the server waits before it repeats a held key


class Screen:
    """The frame buffer of an Xvfb, as its file in XWD form."""

    def __init__(self, file: Path) -> None:
        self.map = mmap.mmap(os.open(file, os.O_RDONLY), 0, prot=mmap.PROT_READ)
        fields = struct.unpack(">25I", self.map[:100])
        self.line = fields[12]
        self.start = fields[0] + 12 * fields[19]

    def pixels(self, x: int, y: int, width: int, height: int) -> bytes:
        starts = (self.start + row * self.line + 4 * x for row in range(y, y + height))
        return b"".join(self.map[start : start + 4 * width] for start in starts)

    def part(self, x: int, y: int, width: int, height: int) -> int:
        return hash(self.pixels(x, y, width, height))

    def painted(self, area: tuple[int, int, int, int]) -> bool:
        """Return whether a picture stands there, and no plain ground."""
        return len(set(self.pixels(*area)[::4])) > 8


def run(*command: str, environment: dict[str, str]) -> str:
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout.strip()


def wait_for(condition, seconds: float, what: str):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise SystemExit(f"{what} did not come within {seconds:.0f} s")


def still(screen: Screen, area: tuple[int, int, int, int], for_seconds: float, most: float) -> float:
    """Return when, since now, the area had its last change before ``for_seconds`` without any."""
    begin = last = time.monotonic()
    seen = screen.part(*area)
    while time.monotonic() - last < for_seconds and time.monotonic() - begin < most:
        time.sleep(0.004)
        if (now := screen.part(*area)) != seen:
            seen, last = now, time.monotonic()
    return last - begin


def hold(screen: Screen, seconds: float, environment: dict[str, str]) -> dict[str, object]:
    run("xdotool", "keydown", "Right", environment=environment)
    changes = frames(screen, CANVAS, seconds)
    run("xdotool", "keyup", "Right", environment=environment)
    panels = still(screen, PANELS, 1.0, 10.0)
    repeated = [change for change in changes if change > REPEAT_AFTER]
    gaps = [after - before for before, after in itertools.pairwise([REPEAT_AFTER, *repeated])]
    return {
        "pictures": len(changes),
        "pictures_per_second": len(changes) / seconds,
        "longest_gap_ms": 1e3 * max(gaps, default=seconds),
        "median_gap_ms": 1e3 * statistics.median(gaps) if gaps else None,
        "panels_ms_after_release": 1e3 * panels,
        "load": loaded(),
    }


def frames(screen: Screen, area: tuple[int, int, int, int], seconds: float) -> list[float]:
    """Return when, in seconds from now, another frame stood in the area."""
    begin, changes, there_at = time.monotonic(), list[float](), 0.0
    counted = before = screen.part(*area)
    while time.monotonic() - begin < seconds:
        time.sleep(0.003)
        now = screen.part(*area)
        if now != before:
            before, there_at = now, time.monotonic() - begin
        elif now != counted:
            counted = now
            changes.append(there_at)
    return changes


def next_picture(screen: Screen, environment: dict[str, str]) -> dict[str, object]:
    waited = []
    for _ in range(NEXTS):
        key = subprocess.Popen(["xdotool", "key", "Right"], env=environment)
        waited += frames(screen, CANVAS, NEXT_EVERY)[:1]
        key.wait()
    waited.sort()
    return {
        "next_seen": len(waited),
        "next_median_ms": 1e3 * statistics.median(waited) if waited else None,
        "next_worst_ms": 1e3 * waited[-1] if waited else None,
        "load": loaded(),
    }


def wheel(screen: Screen, seconds: float, rate: int, button: str, environment: dict[str, str]) -> dict[str, object]:
    run("xdotool", "mousemove", str(LIST[0] + 60), str(LIST[1] + 40), environment=environment)
    still(screen, LIST, 0.5, 10.0)
    turns = ["--repeat", str(round(seconds * rate)), "--delay", str(round(1000 / rate)), button]
    turning = subprocess.Popen(["xdotool", "click", *turns], env=environment)
    changes = frames(screen, LIST, seconds)
    turning.wait()
    gaps = [after - before for before, after in itertools.pairwise(changes)]
    return {
        "list_frames_per_second": len(changes) / seconds,
        "list_longest_gap_ms": 1e3 * max(gaps, default=seconds),
        "load": loaded(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--rate", type=int, default=30, help="repeats of the key a second")
    parser.add_argument("--images", type=int, default=2_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dataset = make(Path(tempfile.gettempdir()) / f"rpn_inspector_holding_{options.images}", options.images)
        display = f":{90 + os.getpid() % 900}"
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "RPN_INSPECTOR_HOME": str(Path(folder) / "home"),
        }
        screen_size = f"{WIDTH}x{HEIGHT}x24"
        repeat = ["-ardelay", str(round(1000 * REPEAT_AFTER)), "-arinterval", str(round(1000 / options.rate))]
        server = subprocess.Popen(
            ["Xvfb", display, "-screen", "0", screen_size, "-fbdir", folder, *repeat], stderr=subprocess.DEVNULL
        )
        program = None
        try:
            file = wait_for(lambda: next(Path(folder).glob("Xvfb_screen0"), None), 10, "the X server")
            time.sleep(1)
            command = [sys.executable, "-m", "rpn_inspector", "open", str(dataset.parent), "--recipe"]
            program = subprocess.Popen([*command, "torchvision-fpn"], env=environment)
            name = ["xdotool", "search", "--onlyvisible", "--class", "rpn"]
            window = wait_for(lambda: run(*name, environment=environment), 60, "the window").splitlines()[0]
            run("xdotool", "windowsize", window, str(WIDTH), str(HEIGHT), environment=environment)
            run("xdotool", "windowmove", window, "0", "0", environment=environment)
            run("xdotool", "windowfocus", window, environment=environment)
            screen = Screen(file)
            wait_for(lambda: screen.painted(CANVAS), 120, "the first picture")
            still(screen, (0, 0, WIDTH, HEIGHT), 3.0, 60.0)
            found = [hold(screen, options.seconds, environment) for _ in range(options.times)]
            found.append(next_picture(screen, environment))
            for time_ in range(options.times):  # down, and up again
                found.append(wheel(screen, options.seconds, options.rate, "54"[time_ % 2], environment))
        finally:
            if program is not None:
                program.terminate()
                program.wait()
            server.terminate()
            server.wait()
    if options.json:
        print(json.dumps(found))
    else:
        for one in found:
            print("  ".join(f"{key} {value:.1f}" if value is not None else f"{key} -" for key, value in one.items()))


if __name__ == "__main__":
    main()
