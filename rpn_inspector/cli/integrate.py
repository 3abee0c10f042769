"""The ``integrate`` command: the program in the desktop's menus, and dumps that open with it, for this user alone."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from rpn_inspector.cli.console import print_lines, say
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.core.resources import resource

NAME, MIME = "rpn-inspector", "application/x-rpn-inspector-dump"
WRITTEN = f"{NAME}/integrated.json"  # what was written, so that nothing else is replaced or removed
UPDATES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
REMOVE = "Take away what integrate added, and nothing else."
DESKTOP = """[Desktop Entry]
Type=Application
Name=rpn_inspector
GenericName=Detector inspector
Comment=See the anchors, targets and losses of a detector's training
Exec="{command}" %f
Icon={name}
Terminal=false
Categories=Development;
MimeType={mime};
StartupWMClass={name}
"""
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{mime}">
    <comment>raw outputs of a detector</comment>
    <icon name="{name}"/>
    <glob pattern="*.rpn"/>
    <glob pattern="*.rpn.zip"/>
  </mime-type>
</mime-info>
"""


def integrate(
    remove: Annotated[bool, typer.Option("--remove", help=REMOVE)] = False,
) -> None:
    """Put the program into the desktop's menus, for this user.

    Menu entry, icon, and .rpn files that open with it; nothing needs root.

    Example: rpn-inspector integrate
    """
    if not sys.platform.startswith("linux"):
        raise InspectorError("integrate: is for Linux desktops; elsewhere installers make menu entries")
    home = data_home()
    done = _remove(home) if remove else _add(home)
    for command, folder in UPDATES:
        if shutil.which(command) and (home / folder).is_dir():
            with contextlib.suppress(subprocess.TimeoutExpired, OSError):
                subprocess.run([command, str(home / folder)], check=False, capture_output=True, timeout=60)
    print_lines(*(f"{'removed' if remove else 'wrote'} {path}" for path in done))
    if remove and not done:
        say("integrate: nothing of it is there")


def data_home() -> Path:
    """Return the folder of this user's data, as the XDG Base Directory Specification says."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"


def files(command: str) -> dict[str, bytes]:
    """Return the content of each file by its place under `data_home`; ``command`` is the program's path."""
    quoted = command
    for sign in '\\"`$':  # the signs that the Desktop Entry Specification escapes in a quoted argument
        quoted = quoted.replace(sign, f"\\{sign}")
    desktop = DESKTOP.format(command=quoted.replace("\\", "\\\\").replace("%", "%%"), name=NAME, mime=MIME)
    return {
        f"applications/{NAME}.desktop": desktop.encode(),
        f"mime/packages/{NAME}.xml": TYPES.format(mime=MIME, name=NAME).encode(),
        f"icons/hicolor/scalable/apps/{NAME}.svg": read_whole(resource("app", f"{NAME}.svg")),
        f"icons/hicolor/128x128/apps/{NAME}.png": read_whole(resource("app", f"{NAME}.png")),
    }


def _command() -> str:
    """Return the path of the program without a terminal, beside this interpreter or on the PATH."""
    beside = Path(sys.executable).with_name(f"{NAME}-gui")
    found = str(beside) if beside.is_file() else shutil.which(f"{NAME}-gui")
    if found is None:
        raise InspectorError(f"{NAME}-gui: not found beside {sys.executable}, wanted an installed program")
    return found


def _add(home: Path) -> list[Path]:
    """Write the files; one that somebody else wrote ends it before any is written.

    What will have been written is told first, so that a failure half way can be taken back.
    """
    from rpn_inspector.data.output_file import write_whole

    made, known = files(_command()), _known(home)
    for place, content in made.items():
        path = home / place
        if path.is_symlink() or (path.exists() and _digest(path) not in (known.get(place), _of(content))):
            raise InspectorError(f"{path}: is there already, and integrate did not write it")
    for place, content in {WRITTEN: _written(made), **made}.items():
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        write_whole(home / place, content)
    return [home / place for place in made]


def _remove(home: Path) -> list[Path]:
    """Remove the files that are as they were written, and say which are not."""
    gone = []
    for place, digest in _known(home).items():
        path = home / place
        if place not in files(NAME) or not path.is_file():
            continue
        if path.is_symlink() or _digest(path) != digest:
            say(f"{path}: has changed since, and is left")
            continue
        path.unlink()
        gone.append(path)
    (home / WRITTEN).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # not there, or something else lies in it
        (home / WRITTEN).parent.rmdir()
    return gone


def _known(home: Path) -> dict[str, str]:
    """Return the digests of what was written before, by place. Raises `InspectorError` for another list."""
    path = home / WRITTEN
    if not path.is_symlink() and not path.exists():
        return {}
    try:
        found = {} if path.is_symlink() else json.loads(read_whole(path))
    except (OSError, BadFile, ValueError, RecursionError):
        found = {}
    if not isinstance(found, dict) or not found or set(found) - set(files(NAME)):
        raise InspectorError(f"{path}: is there already, and integrate did not write it")
    return {str(place): str(digest) for place, digest in found.items()}


def _written(made: dict[str, bytes]) -> bytes:
    return json.dumps({place: _of(content) for place, content in made.items()}, indent=1).encode()


def _digest(path: Path) -> str:
    return _of(read_whole(path)) if path.is_file() else ""


def _of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
