"""Columns of texts and ids, and the listing of pictures."""

import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.data.datasets.dataset import PictureFinder
from rpn_inspector.data.datasets.support.columns import Ids, Texts, as_number
from rpn_inspector.data.datasets.support.files import files_under, walk


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    root = tmp_path_factory.mktemp("tree") / "root"
    for name in ("a.jpg", "s/A.JPG", "s/aa.jpg", "t/b.png", "t/\u00e9a.jpg", ".jpg", "s/notes.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    (root.parent / "outside.jpg").write_bytes(b"x")
    (root / "t" / "link.jpg").symlink_to(root.parent / "outside.jpg")
    (root / "t" / "inner.jpg").symlink_to(root / "a.jpg")
    (root / "t" / "dangling.jpg").symlink_to(root / "nowhere.jpg")
    return root


def test_the_finder_lists_what_is_under_its_root_and_nothing_else(tree):
    found = [path.relative_to(tree).as_posix() for path in PictureFinder(tree).all()]
    assert found == ["a.jpg", "s/A.JPG", "s/aa.jpg", "t/b.png", "t/inner.jpg", "t/\u00e9a.jpg"]


def test_what_is_listed_already_is_not_listed_again_unless_there_are_links(tree, tmp_path, monkeypatch):
    assert PictureFinder(tree, tuple(walk(tree))).all() == PictureFinder(tree).all()
    for name in ("a.jpg", "s t/A.JPG", "s t/deep/é.png", "s t/.jpg", "s t/._b.jpg", "__MACOSX/c.jpg", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found, walked = PictureFinder(tmp_path).paths, tuple(walk(tmp_path))
    monkeypatch.setattr("os.scandir", None)
    assert sorted(PictureFinder(tmp_path, walked).paths) == sorted(found) == ["a.jpg", "s t/A.JPG", "s t/deep/é.png"]
    assert files_under(tmp_path, walked) == [tmp_path / "notes.txt"]


def test_a_finder_that_has_listed_its_pictures_keeps_no_listing_of_all_files(tree):
    class Walk(list):
        """A list that can be referred to weakly."""

    walked = Walk(walk(tree))
    finder, listing = PictureFinder(tree, walked), weakref.ref(walked)
    del walked
    assert finder.paths
    assert listing() is None


@given(st.lists(st.integers(-(2**65), 2**65).map(str) | st.text("0-7a", max_size=3)))
def test_ids_are_kept_as_written(texts):
    ids = Ids.of(texts)
    assert list(ids) == texts
    assert ids[:] == texts
    first = {}
    for row, text in enumerate(texts):
        first.setdefault(text, row)
    assert ids.find(ids).tolist() == [first[text] if text else -1 for text in texts]
    assert ids.repeated().tolist() == [row for row, text in enumerate(texts) if text and first[text] != row]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("-5", -5),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ("9223372036854775808", None),
        ("-9223372036854775809", None),
        ("", None),
        ("-", None),
        ("-0", None),
        ("--1", None),
        ("1-2", None),
        ("07", None),
        ("1.0", None),
        (" 1", None),
        ("\u0661", None),
        ("1" * 5000, None),
    ],
)
def test_only_a_number_written_in_the_one_usual_way_is_kept_as_a_number(text, number):
    assert as_number(text) == number


@pytest.mark.parametrize("spread", [1, 10**12])
def test_ids_close_together_and_far_apart_are_found_alike(spread):
    ids = Ids.of([str(spread * n) for n in (5, -3, 8, 5, 0)])
    wanted = Ids.of([str(spread * n) for n in (8, 7, 5, -3, -4, 9, 0)])
    assert ids.find(wanted).tolist() == [2, -1, 0, 1, -1, -1, 4]
    assert ids.find(Ids.of([str(2**63 - 1), str(-(2**63))])).tolist() == [-1, -1]
    assert list(ids.distinct()) == [str(spread * n) for n in (5, -3, 8, 0)]
    assert list(ids.take(ids.find(wanted)[[0, 2]])) == [str(spread * 8), str(spread * 5)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=4)))
def test_texts_are_kept_in_order(texts):
    column = Texts.of(texts)
    assert list(column) == texts == [column[index] for index in range(len(texts))]
    assert len(column) == len(texts)
