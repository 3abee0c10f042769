"""`pair_names` and `pair_own`, the quick ways for plain names, are `pair` in all they say."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rpn_inspector.data.datasets.support.pairing import Wanted, Wishes, pair, pair_names, pair_own
from rpn_inspector.data.datasets.support.places import NOTHING, UNSURE, Places
from rpn_inspector.data.datasets.support.written_paths import are_plain, is_plain, is_relative

E_ACUTE = unicodedata.normalize("NFC", "\u00e9")
LASTS = [
    "1.jpg", "1.png", "1.JPG", "1.jpeg", "1", "2.jpg", "01.jpg", "a b.jpg", "a%20b.jpg", " 1.jpg", "1.jpg ", "1.x.jpg",
    "1.x", "1.jpg.png", f"{E_ACUTE}.jpg", unicodedata.normalize("NFD", f"{E_ACUTE}.jpg"), f"{E_ACUTE.upper()}.jpg",
    ".jpg", "~1.jpg", "-1.jpg", "1#2.jpg", "1?x.jpg", "stra\u00dfe.jpg", "STRASSE.jpg", "gone.jpg", "\u30001.jpg",
]  # fmt: skip
PARTS = ["a", "b", "A", "images", "train", "val", "train2017", "cam1", "cam2", "annotations", "..", "."]
FOLDERS = st.lists(st.sampled_from(PARTS[:-2]), max_size=3).map("/".join)
PATHS = st.tuples(FOLDERS, st.sampled_from(LASTS)).map(lambda place: "/".join(filter(None, place)))
WRITTEN = st.one_of(
    st.sampled_from([*LASTS, "", ".", "..", "/", "x/", "a//1.jpg", "https://host/a/1.jpg", "C:\\a\\1.jpg", "a\\1.jpg"]),
    st.tuples(st.lists(st.sampled_from(PARTS), max_size=3).map("/".join), st.sampled_from(LASTS)).map("/".join),
    PATHS,
)
SOURCES = st.sampled_from([
    "boxes.json", "annotations/instances_train2017.json", "annotations/instances_val2017.json", "train/x.json",
    "../up/boxes.json", "a/boxes.json", "val.json",
])  # fmt: skip
LINKS = st.one_of(st.just({}), st.sampled_from([{"link": "a"}, {"cam1": "cam2"}, {"annotations": "a"}]))


@given(st.lists(WRITTEN, max_size=10), st.lists(PATHS, max_size=10, unique=True), SOURCES, LINKS)
@example(["1.jpg", "1.jpg"], ["train/1.jpg"], "a.json", {})
@example(["1.jpg", "a/1.jpg", "1.png"], ["a/1.jpg", "b/2.jpg"], "a.json", {})
@example(["1.jpg", "/1.jpg", " 1.jpg", "2.jpg"], ["1.jpg", "train/2.jpg"], "val.json", {})
@example(["2.jpg"], ["train/2.jpg"], "annotations/instances_val2017.json", {})
@example(["1.jpg"], ["val/1.jpg"], "train/x.json", {})
@settings(max_examples=250, deadline=None)
def test_the_quick_way_is_the_careful_one(names, paths, source, links):
    careful = pair([Wanted((name,), source) for name in names], Places(paths, links))
    assert pair_names(names, source, Places(paths, links)) == careful


ABOVE = st.sampled_from(["", "a", "b", "Annotations", "train/labels", "cam1", "val"])
OWN = st.tuples(ABOVE, st.sampled_from(["1", "2", "1.x", "gone", "x"]), st.sampled_from(LASTS), st.sampled_from(
    [(), ("/VOC2007/",), ("/b/",), ("C:\\\\me\\\\train\\\\", "/val/"), ("/x/cam2/", "/a/")],
))  # fmt: skip


@given(st.lists(OWN, max_size=10), st.lists(PATHS, max_size=10, unique=True), LINKS)
@example([("a", "1", "1.jpg", ()), ("b", "2", "1.jpg", ())], ["a/1.jpg", "b/2.jpg"], {})
@example([("a", "1", "1.jpg", ()), ("a", "2", "gone.jpg", ()), ("a", "x", "2.jpg", ())], ["a/1.jpg", "a/2.jpg"], {})
@example([("a", "1", "1.jpg", ("/b/",)), ("b", "2", "2.jpg", ("/a/",))], ["a/1.jpg", "a/2.jpg"], {})
@example([("cats", "1", "1.jpg", ())], ["x/1.jpg"], {})
@settings(max_examples=200, deadline=None)
def test_files_of_a_picture_each_are_paired_as_with_care(files, paths, links):
    names, kinds, wanted = [], [], []
    for above, stem, name, heads in files:
        names.append(name)
        kinds.append((above, heads) if is_relative(name) else None)
        each = (name, *(head + name for head in heads), stem)
        wanted.append(Wanted(tuple(dict.fromkeys(each)), f"{above}/{stem}.xml".lstrip("/"), own=True))
    careful = pair(wanted, Places(paths, links))
    found, rows = pair_own(names, kinds, Wishes(len(wanted), wanted.__getitem__), Places(paths, links))
    assert found == careful
    usual = set(range(len(files))).difference(rows)
    assert not usual.intersection(careful.notes)  # nothing is told of them, and each has a file of its name
    assert all(paths[found.at[row]].rpartition("/")[2] == names[row] for row in usual)
    assert len({found.at[row] for row in usual}.difference(found.at[row] for row in rows)) == len(usual)


@given(st.lists(st.one_of(WRITTEN, st.text(max_size=6)), max_size=6))
@settings(max_examples=150, deadline=None)
def test_names_are_plain_together_where_each_is(names):
    if are_plain(names):
        assert all(map(is_relative, names))
    assert all(map(is_plain, filter(is_relative, names)))
    letters = [name for name in names if is_relative(name) and name.isascii() and name.isalnum()]
    assert not letters or are_plain(letters)


@pytest.mark.parametrize(
    ("names", "paths", "found"),
    [
        (["a.jpg", "b.jpg"], ["train2017/a.jpg", "train2017/b.jpg"], [0, 1]),
        (["train2017/a.jpg", "b.jpg"], ["train2017/a.jpg", "labels/b.jpg"], [0, 1]),
        (["a.jpg", "b.jpg"], ["x/c.jpg", "x/d.jpg"], [NOTHING, NOTHING]),
        (["a.jpg", "b.jpg"], ["x/a.jpg", "y/a.jpg", "x/B.jpg"], [UNSURE, UNSURE]),
    ],
)
def test_plain_names_need_no_care(names, paths, found, monkeypatch):
    assert Places(paths).usual(names, "labels/train.json") == found
    if UNSURE not in found:
        monkeypatch.setattr(Places, "only", lambda *_: pytest.fail("looked at with care"))
        assert pair_names(names, "labels/train.json", Places(paths)).at == [max(at, -1) for at in found]
