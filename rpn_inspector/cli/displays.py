"""Whether the display admits a window: asked before Qt, because Qt ends the program on a refusal."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import tempfile
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

PATIENCE = 5.0  # s for a display on another computer
ERRORS = {5: "is not written as host:number", 6: "has no such screen"}  # as libxcb numbers them


class Lack(NamedTuple):
    """A Qt platform's reason for lacking a display; ``named``: the user named another than this computer's own."""

    words: str
    named: bool


def lacks(platforms: Sequence[str]) -> list[Lack]:
    """Return the reasons for no display on all ``platforms``, empty if one has a display; by default, Qt's order."""
    wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    tried = list(platforms) or [*(["wayland"] if wayland else []), "xcb"]
    found = [_lack(name) for name in tried]
    return [] if None in found else [lack for lack in found if lack is not None]


def _lack(platform: str) -> Lack | None:
    if platform == "xcb":
        return _x_lack(os.environ.get("DISPLAY"))
    return _wayland_lack() if platform.split("-")[0] == "wayland" else None


def _wayland_lack() -> Lack | None:
    if os.environ.get("WAYLAND_SOCKET"):
        return None
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    place = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    if place.is_absolute() and _listens(str(place)):
        return None
    return Lack(f"Wayland display {name} does not answer", True)


def _x_lack(display: str | None) -> Lack | None:
    if not display:
        unset = "DISPLAY is" if os.environ.get("WAYLAND_DISPLAY") else "DISPLAY and WAYLAND_DISPLAY are"
        return Lack(f"no display ({unset} not set)", False)
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    path = f"/tmp/.X11-unix/X{local[1]}" if local is not None else ""
    if local is not None and not _listens(path) and not _listens("\0" + path):
        return Lack(f"display {display} does not answer", False)
    why = _x_refusal(display)
    return None if why is None else Lack(f"display {display} {why}", True)


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        try:
            connection.connect(address)
        except (OSError, ValueError):
            return False
    return True


@cache
def _x_refusal(display: str, patience: float = PATIENCE) -> str | None:
    """Return an X server's reason for refusing this program, None if admitted; asked by the call Qt uses.

    The server's own message, written to stderr by libxcb, becomes part of the reason.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None  # reported by `doctor.missing_libraries`
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    found: list[int] = []

    def ask() -> None:
        screen = ctypes.byref(ctypes.c_int())  # asking for the number makes libxcb check that the screen exists
        connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), screen))
        found.append(xcb.xcb_connection_has_error(connection))
        if found[0]:
            xcb.xcb_disconnect(connection)  # a good one stays open: a server may reset when its only client leaves

    with tempfile.TemporaryFile() as said:
        # libxcb writes to file descriptor 2 itself, past Python's sys.stderr.
        errors = os.dup(2)
        os.dup2(said.fileno(), 2)
        try:
            asking = threading.Thread(target=ask, name="display", daemon=True)
            asking.start()
            asking.join(patience)
        finally:
            os.dup2(errors, 2)
            os.close(errors)
        said.seek(0)
        words = " ".join(said.read(1000).decode(errors="replace").split())
    if not found:
        return f"does not answer within {patience:g} s"
    if not found[0]:
        return None
    return f"refuses this program: {words}" if words else ERRORS.get(found[0], "does not answer")
