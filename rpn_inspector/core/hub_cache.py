"""The cache of the Hugging Face Hub: a snapshot's files are links to the blobs of the same repository.

NAME/snapshots/REVISION/train/a.jpg is a link to NAME/blobs/HASH; where a system or a copy has no links, a text with the
link's target stands in its place.
"""

from __future__ import annotations

import re
from pathlib import Path

LONGEST = 255  # bytes of a text in place of a link
_TARGET = re.compile(rb"(?:\.\./){1,40}blobs/[0-9A-Za-z]{1,200}\s*")


def blobs_of(folder: Path) -> Path | None:
    """Return the folder of blobs of a snapshot, or of a folder in a snapshot; None for any other."""
    for place in (folder, *folder.parents):
        if place.parent.name == "snapshots":
            blobs = place.parent.parent / "blobs"
            return blobs if blobs.is_dir() else None
    return None


def is_blob(path: Path) -> bool:
    """Return whether a file is a blob, which the snapshots have by its proper name."""
    return path.parent.name == "blobs" and (path.parent.parent / "snapshots").is_dir()


def stays_inside(target: Path, root: Path) -> bool:
    """Return whether a link's ``target``, resolved, is under ``root`` or among the blobs of that snapshot."""
    if target.is_relative_to(root):
        return True
    blobs = blobs_of(root)
    return blobs is not None and target.is_relative_to(blobs)


def blob_behind(path: Path, content: bytes) -> Path | None:
    """Return the blob that a text in place of a link names, None for any other file."""
    if len(content) > LONGEST or not _TARGET.fullmatch(content) or (blobs := blobs_of(path.parent)) is None:
        return None
    blob = blobs / content.decode().strip().rpartition("/")[2]
    return blob if blob.is_file() and not blob.is_symlink() else None
