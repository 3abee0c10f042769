"""Whether a folder has pictures is what the whole walk says, and the walk ends with the first."""

import os

import pytest

from rpn_inspector.data.pictures.listing import any_under, walk

TREES = [
    ([], {}), (["a.jpg"], {}), (["a.txt", "b/c/d.PNG"], {}), (["a.txt", "b/c.json", ".jpg"], {}),
    (["__MACOSX/a.jpg", "._a.jpg"], {}), (["b/a.txt"], {"a.jpg": "b/a.txt"}), (["b/a.txt"], {"a.jpg": "b/none"}),
    (["b/a.txt"], {"a.jpg": "../out.jpg"}), (["b/a.txt"], {"link": "../outside"}), (["b/a.txt"], {"b.jpg": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("files", "links"), TREES)
def test_any_picture_is_what_the_walk_yields(files, links, tmp_path):
    root = tmp_path / "root"
    for place in ("root/b", "outside"):
        (tmp_path / place).mkdir(parents=True)
    for name in ("out.jpg", "outside/a.jpg"):
        (tmp_path / name).touch()
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    for name, target in links.items():
        (root / name).symlink_to(target)
    assert any_under(root) == (next(walk(root), None) is not None)


def test_the_walk_ends_with_the_first_picture_and_a_refused_folder_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "a.jpg").touch()
    listed, scandir = [], os.scandir
    monkeypatch.setattr(os, "scandir", lambda place: listed.append(place) or scandir(place))
    assert any_under(tmp_path)
    assert listed == [str(tmp_path)]
    assert not any_under(tmp_path / "nowhere")
