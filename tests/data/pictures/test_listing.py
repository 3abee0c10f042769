"""What an entry of a folder is, and which pictures a walk finds."""

from __future__ import annotations

from types import SimpleNamespace

from rpn_inspector.data.pictures import listing
from rpn_inspector.data.pictures.listing import EntryKind, kind_of


def folder_entry(tag):
    """Return an entry as Windows gives it: a junction is no symbolic link there, and a folder."""
    return SimpleNamespace(
        is_file=lambda **_: False,
        is_symlink=lambda: False,
        is_dir=lambda **_: True,
        stat=lambda **_: SimpleNamespace(st_reparse_tag=tag),
    )


def test_a_junction_is_a_link(monkeypatch):
    monkeypatch.setattr(listing, "_HAS_JUNCTIONS", True)
    found = [kind_of(folder_entry(tag)) for tag in (0, 0xA0000003, 0x9000001A)]  # the last is of a cloud's folder
    assert found == [EntryKind.FOLDER, EntryKind.LINK, EntryKind.FOLDER]
