"""Where what was fetched is kept, within bounds: a folder of the cache for each address, with a list of its files."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.remote.addresses import digest_of, name_of, shown
from rpn_inspector.data.remote.known import read

MOST_BYTES = 16 << 30  # of one address
KEPT_BYTES = 32 << 30  # of all addresses together; those not used for the longest time go first
FREE_BYTES = 1 << 30  # left free on the disk
UNSETTLED = 86_400.0  # s: what was used since is not removed, as another process may be reading it
_LIST = "fetched.json"


def cache() -> Path:
    """Return the folder of all that was fetched."""
    from rpn_inspector.data import cache

    return cache.folder() / "remote"


def place_of(address: str) -> Path:
    """Return where the files of an address are kept: in a folder of its own, under their own name."""
    return cache() / digest_of(address) / "files" / name_of(address)


def check_room(size: int, place: Path, address: str) -> None:
    """Raise `BadFile` for more bytes than are fetched or than fit here."""
    free = shutil.disk_usage(place.parent).free
    if size > MOST_BYTES or size > free - FREE_BYTES:
        limit = f"at most {MOST_BYTES >> 30} are" if size > MOST_BYTES else f"{free / (1 << 30):.1f} are free here"
        raise BadFile(shown(address), f"{size / (1 << 30):.1f} GiB to fetch, and {limit}")


def read_list(folder: Path) -> dict[str, list[Any]]:
    """Return what was fetched into a folder of the cache, {} where nothing tells."""
    import json

    try:
        found = json.loads((folder / _LIST).read_bytes())["files"]
        return {str(name): [int(size), str(mark)] for name, (size, mark) in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_list(folder: Path, files: dict[str, list[Any]]) -> None:
    """Write what was fetched into a folder of the cache: bytes and mark by name."""
    import json

    from rpn_inspector.data.output_file import write_whole

    size = sum(int(entry[0]) for entry in files.values())
    write_whole(folder / _LIST, json.dumps({"bytes": size, "files": files}).encode(), cached=True)


def remove_gone(place: Path, names: set[str]) -> None:
    """Remove what is not at the address any more, and was fetched from there once."""
    for name in names:
        parts = name.split("/")
        if parts and all(part not in ("", ".", "..") for part in parts):
            with contextlib.suppress(OSError):
                place.joinpath(*parts).unlink()


def make_way(room: Path, targets: list[Path]) -> None:
    """Remove from the cache the folders that stand where files come, and the files that stand where folders come."""
    for target in targets:
        if target.is_dir():
            shutil.rmtree(target)
    for folder in {above for target in targets for above in target.parents if above.is_relative_to(room)}:
        if folder.is_file():
            folder.unlink()


def prune(newest: Path) -> None:
    """Remove what was fetched, used longest ago, beyond `KEPT_BYTES`; never what this process has fetched."""
    import json

    entries, ours = [], {place.parents[1] for place in read}
    for folder in newest.parent.iterdir():
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            listed = folder / _LIST
            size = int(json.loads(listed.read_bytes())["bytes"])
            entries.append((listed.stat().st_mtime, size, folder))
    total = 0
    for when, size, folder in sorted(entries, key=lambda entry: entry[0], reverse=True):
        total += size
        if total > KEPT_BYTES and folder != newest and folder not in ours and time.time() - when > UNSETTLED:
            shutil.rmtree(folder, ignore_errors=True)
