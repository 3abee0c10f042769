"""This computer's fitness for the window and the other extras; nothing here imports Qt."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rpn_inspector import __version__
from rpn_inspector.cli import displays
from rpn_inspector.core.address_space import most_address_space
from rpn_inspector.core.extras import EXTRAS, MissingExtra, command, lacking
from rpn_inspector.core.user_path import user_path

# Bytes of address space that the window took with 18 threads, and a little more: with less Qt waits for threads that
# cannot start, deaf to signals, or the C++ library ends the process.
ROOM = 2_000_000 << 10
BASE = ("numpy", "msgspec", "lxml", "PyYAML", "typer", "rich", "platformdirs")
OF_EXTRAS = (
    "PySide6-Essentials",
    "shiboken6",
    "pyqtgraph",
    "ziamath",
    "onnxruntime",
    "pyarrow",
    "hotcoco",
    "jinja2",
    "leather",
    "fsspec",
)
WITH_QT = ("PySide6", "pyqtgraph")  # not tried: Qt ends a program where a library is missing, which `missing` tells
OPENCV = ("opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless")
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
LETTERS = {"ja": b":lang=ja", "zh_CN": b":lang=zh-cn"}
"""Languages of the window that many computers have no letters for, by what fontconfig looks for."""
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def examine() -> dict[str, Any]:
    """Return the report of ``rpn-inspector doctor`` in JSON's types."""
    missing, broken = missing_libraries(window=True), _broken()
    no_window = str(MissingExtra("the window", "gui")) if lacking("gui") else no_window_because()
    return {
        "platform": None if find_spec("PySide6") is None else qt_platform(),
        "window": no_window is None,
        "why_no_window": no_window,
        "display": os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or None,
        "missing": [{"library": library, "package": package} for library, package in missing.items()],
        "install": "apt-get install " + " ".join(dict.fromkeys(missing.values())) if missing else None,
        "extras": {
            extra: {
                "missing": lacking(extra),
                "broken": {module: broken[module] for module in modules if module in broken},
                "install": command(extra),
            }
            for extra, modules in EXTRAS.items()
        },
        "versions": {"rpn-inspector": __version__, "Python": platform.python_version(), "system": platform.platform()}
        | _versions(),
        "letters": {name: _has_letters(language) for name, language in LETTERS.items()} if _linux() else {},
        "gpu": sorted(path.name for path in Path("/dev/dri").glob("*")) if Path("/dev/dri").is_dir() else [],
        "gl": {name: _loads(name) for name in ("libGL.so.1", "libEGL.so.1")} if _linux() else {},
        "folders": {name: {"path": str(path), "writable": _writable(path)} for name, path in folders().items()},
    }


def words_of(extra: dict[str, Any]) -> str:
    """Return the report on an extra in words: yes, what is not installed, or what is and cannot be loaded."""
    words = [f"lacks {', '.join(extra['missing'])}: {extra['install']}"] if extra["missing"] else []
    words += [f"{module} cannot be loaded: {error}" for module, error in extra["broken"].items()]
    return "; ".join(words) or "yes"


def _broken() -> dict[str, str]:
    """Return the errors of the extras' modules that are installed and cannot be loaded, as for want of a library.

    Each is tried in a process of its own, which a module may end.
    """
    there = {module for modules in EXTRAS.values() for module in modules if find_spec(module) is not None}
    tried = {
        module: subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", f"import {module}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        for module in sorted(there.difference(WITH_QT))
    }
    said = {module: process.communicate()[1] for module, process in tried.items()}
    return {module: _last_line(said[module]) for module, process in tried.items() if process.returncode}


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else "it ends the program"


def qt_platform() -> str:
    """Return the name of the Qt platform a window would use here."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen
    if not _linux():
        return "cocoa" if sys.platform == "darwin" else "windows"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else "offscreen"


def no_window_because() -> str | None:
    """Return the reason for having no window here, None if a window can be shown."""
    lacks = displays.lacks(_chosen_platforms()) if _linux() else []
    if lacks:
        return "; ".join(lack.words for lack in lacks)
    missing = missing_libraries(window=True) if _linux() and "xcb" in (_chosen_platforms() or [qt_platform()]) else {}
    if missing and len(_chosen_platforms()) < 2:  # of several platforms Qt tries the next
        packages = " ".join(dict.fromkeys(missing.values()))
        return f"system libraries for a window are missing (apt-get install {packages})"
    return None


def refused_display() -> str | None:
    """Return the named display's reason for a refusal, on which Qt would abort; else None."""
    lacks = displays.lacks(_chosen_platforms()) if _linux() else []
    return "; ".join(lack.words for lack in lacks) if any(lack.named for lack in lacks) else None


def unknown_platform() -> str | None:
    """Return an error where Qt has none of the platforms in QT_QPA_PLATFORM and would abort; else None."""
    names = _chosen_platforms()
    if not names:
        return None
    spec = find_spec("PySide6")
    places = list(spec.submodule_search_locations or []) if spec is not None else []
    files = [file.name for place in places for file in Path(place).glob("[Qp]*/**/platforms/*q*")]
    known = platforms_in(files)
    if not known or any(name.split("-")[0] in known for name in names):
        return None
    return f"QT_QPA_PLATFORM: {';'.join(names)!r} is no platform of Qt's here, wanted one of {', '.join(known)}"


def too_little_memory() -> str | None:
    """Return an error where a limit of address space is below what the window takes; else None."""
    most = most_address_space()
    if most is None or most >= ROOM:
        return None
    found, wanted = (f"{size >> 20:,} MB" for size in (most, ROOM))
    return f"the limit of address space (ulimit -v) is {found}, wanted at least {wanted} for the window"


def platforms_in(files: Iterable[str]) -> list[str]:
    """Return the platforms of Qt's plugin files, by name; ``libqwayland-egl.so`` is wayland, as are similar files."""
    found = (re.match(r"(?:lib)?q(\w+)[\w-]*\.(?:so|dll|dylib)$", name) for name in files)
    return sorted({match[1] for match in found if match})


def _chosen_platforms() -> list[str]:
    """Return the names in QT_QPA_PLATFORM, without options, in Qt's order."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return [name for name in (part.split(":")[0].strip() for part in chosen.split(";")) if name]


def missing_libraries(window: bool) -> dict[str, str]:
    """Return the missing system libraries of Qt, each with the Debian package."""
    if not _linux():
        return {}
    wanted = OFFSCREEN | (WINDOW if window else {})
    missing = {library: package for library, package in wanted.items() if not _loads(library)}
    fonts = (user_path(folder) for folder in FONT_FOLDERS)
    if not any(path.suffix in {".ttf", ".otf", ".ttc"} for folder in fonts for path in folder.rglob("*.?t?")):
        missing["any font"] = "fonts-dejavu-core"
    return missing


def folders() -> dict[str, Path]:
    """Return the per-user folders by use; RPN_INSPECTOR_HOME overrides each."""
    home = os.environ.get("RPN_INSPECTOR_HOME")
    if home:
        return {"settings": Path(home), "cache": Path(home) / "cache"}
    import platformdirs

    return {
        "settings": Path(platformdirs.user_config_dir("rpn-inspector", appauthor=False)),
        "cache": Path(platformdirs.user_cache_dir("rpn-inspector", appauthor=False)),
    }


def _linux() -> bool:
    return sys.platform.startswith("linux")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _versions() -> dict[str, str | None]:
    installed = [name for name in OPENCV if _version(name) is not None]
    own = {"rpn-inspector": __version__, "Python": platform.python_version(), "system": platform.platform()}
    return own | {name: _version(name) for name in (*BASE, *OF_EXTRAS, *(installed or OPENCV[:1]))}


def _has_letters(wanted: bytes) -> bool:
    """Return whether a font has the letters of a language; False without fontconfig, which `OFFSCREEN` names."""
    try:
        library = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    library.FcNameParse.restype = library.FcObjectSetCreate.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # a set, which begins with its number of fonts
    library.FcFontList.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    found = library.FcFontList(None, library.FcNameParse(wanted), library.FcObjectSetCreate())
    return bool(found) and found[0] > 0


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _writable(folder: Path) -> bool:
    """Return whether files, or the folder and then files, can be made in ``folder``; nothing is made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
