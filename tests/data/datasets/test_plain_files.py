"""What reads plainly good files quickly reads them as the reader of all files does, and leaves every other to it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told_of

from rpn_inspector.core.regular_file import read_small
from rpn_inspector.data.datasets.formats import voc
from rpn_inspector.data.datasets.formats.voc.forms import Forms
from rpn_inspector.data.datasets.formats.yolo import yolo
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.xml import read_xml

NUMBERS = [
    "1",
    "2",
    "30",
    "17.5",
    " 4 ",
    "0",
    "-3",
    "1e2",
    "nan",
    "inf",
    "1_0",
    "",
    "x",
    "&amp;",
    "٣",
    "1\r\n2",
    "9" * 400,
]
LABELS = ["cat", "dog", " cat", "", "größe", "a&lt;b", "a<!-- c -->b", "x]]>y", "two words"]
FLAGS = ["0", "1", "2", "", "true", " 1 "]
GAPS = ["", "\n", "\r\n\t", "<!-- a -->", "junk", "<?pi?>"]


def leaf(tag, value):
    return f"<{tag}/>" if value is None else f"<{tag}>{value}</{tag}>"


@st.composite
def voc_files(draw):
    """A file of one of a few writers, in most of which one thing is odd at most."""

    def usual(values, default, odd=12):
        return draw(st.sampled_from(values)) if draw(st.integers(0, odd)) == 0 else default

    def one(number):
        corners = [usual(NUMBERS, str(value)) for value in (number, 2, number + 9, 20)]
        tags = ["xmin", "ymin", "xmax", "ymax"]
        box = "".join(map(leaf, usual([tags[::-1], tags[:3], ["xmin", *tags]], tags, 25) * 2, [*corners, *corners]))
        box = box[: box.index("</ymax>") + 7] if "</ymax>" in box else box
        parts = [
            leaf("name", usual(LABELS, "cat", 6)),
            leaf("pose", usual(LABELS, "Left")),
            leaf("difficult", usual(FLAGS, "0")),
        ]
        parts.insert(draw(st.integers(0, 3)) if writer else 3, leaf("bndbox", box))
        parts += usual(
            [["<name>again</name>"], ["<part><name>head</name></part>"], ["<object/>"], ["<polygon/>"]], [], 20
        )
        return leaf("object", usual(GAPS, "", 20).join(parts))

    writer = draw(st.booleans())
    objects = [one(number) for number in range(draw(st.integers(0, 3)))]
    size = leaf("size", "".join(leaf(tag, usual(NUMBERS, "64")) for tag in ("width", "height")))
    head = [
        leaf("folder", usual([None, "b", "é"], "a")),
        leaf("filename", usual(["", "b.jpg", "no/a.jpg", " a.jpg"], "a.jpg")),
        size,
    ]
    tail = usual([[size], ["<source><object>x</object></source>"], ["<segmented>0</segmented>"]], [], 10)
    opening = usual(
        ["<annotation verified='yes'>", "<annotation xmlns='a'>", "<other>", "<?xml version='1.0'?><annotation>"],
        "<annotation>",
    )
    text = opening + usual(GAPS, "\n", 20).join([*head, *objects, *tail])
    text += usual(["", "</annotation", "</annotation>x"], "</annotation>\n", 20)
    return text.encode(usual(["utf-8", "utf-16", "latin-1"], "utf-8", 25), "ignore")


@st.composite
def yolo_files(draw):
    row = st.lists(st.sampled_from([".5", "0.25", "0.1", "1", "2.5", "-.1", "nan", "x", "1_0"]), min_size=3, max_size=6)
    plain = st.tuples(st.integers(0, 3), *[st.floats(0.05, 0.6)] * 4).map(lambda values: " ".join(map(str, values)))
    odd = st.tuples(st.sampled_from(["0", "1.0", "-1", "٣", "#", "²", "1234567"]), row).map(
        lambda both: " ".join([both[0], *both[1]])
    )
    lines = draw(st.lists(st.one_of(plain, plain, plain, odd, st.sampled_from(["", " ", "# words"])), max_size=5))
    return draw(st.sampled_from(["\n", "\r\n", "\x0b", "\n"])).join(lines).encode() + draw(
        st.sampled_from([b"", b"\n", b"\0", b"\xff"][:3] + [b"\n"] * 9)
    )


def both(folder, owner, name):
    """Return what is told with the quick way and without."""
    quick = told_of(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, lambda *_: False)
        return quick, told_of(folder)


@given(st.lists(voc_files(), min_size=2, max_size=6))
@settings(deadline=None, max_examples=150)
def test_voc_of_a_known_form_is_what_the_parser_reads(texts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number, text in enumerate(texts):
            (folder / f"{number}.xml").write_bytes(text)
            (folder / f"{number}.jpg").touch()
        (folder / "a.jpg").touch()
        quick, careful = both(folder, voc, "_add_plain")
    assert quick == careful


@given(st.lists(yolo_files(), min_size=1, max_size=4), st.booleans())
@settings(deadline=None, max_examples=150)
def test_yolo_lines_of_five_numbers_are_what_the_reader_of_all_lines_reads(texts, named):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "labels").mkdir()
        (folder / "images").mkdir()
        if named:
            (folder / "data.yaml").write_text("train: images\nnames: [a, b]\n", encoding="utf-8")
        for number, text in enumerate(texts):
            (folder / "labels" / f"{number}.txt").write_bytes(text)
            (folder / "images" / f"{number}.jpg").touch()
        quick, careful = both(folder, yolo._Reader, "_plainly")
    assert quick == careful


OBJECT = "<object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></object>"
FILE = f"<annotation><filename>a.jpg</filename>{OBJECT}{OBJECT}</annotation>"


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("cat", "c&t"), FILE.replace("cat", "c<b/>t"), FILE.replace("cat", "c>t"),
        FILE.replace("</name>", "</nam>"), FILE.replace("<name>", "<name a='b'>"), FILE + "<a/>", FILE[:-1], FILE[1:],
        FILE.replace("cat", "\1"),
        FILE.replace("</object>", "x</object>"), FILE.replace("<annotation>", "<annotation><!DOCTYPE a>"),
        FILE.replace("<name>cat</name>", ""), FILE.replace("cat", "größe"),
        FILE.replace("</filename>", f"{OBJECT}</filename>"), FILE.replace("<bndbox>", "<bndbox><xmin>1</xmin>"),
    ],
)  # fmt: skip
def test_a_text_that_is_not_letter_for_letter_of_the_form_is_the_parsers(text, tmp_path):
    (tmp_path / "a.xml").write_text(FILE, encoding="utf-8")
    forms = Forms()
    assert forms.read(FILE.encode()) is None
    forms.learn(read_xml(tmp_path / "a.xml"), FILE.encode())
    plain = forms.read(FILE.encode())
    assert plain.top == {"filename": "a.jpg"}
    assert list(plain.corners) == [("1", "2", "3", "4")] * 2
    assert list(plain.words) == [(("name",), ("cat",))] * 2
    assert forms.read(text.encode()) is None


def test_forms_are_bounded(tmp_path):
    forms = Forms()
    for number in range(100):
        text = FILE.replace("filename", f"name{number}").replace("<bndbox>", f"<a{number}/><bndbox>")
        (tmp_path / "a.xml").write_text(text, encoding="utf-8")
        if not forms.full:
            forms.learn(read_xml(tmp_path / "a.xml"), text.encode())
    assert forms.full
    assert len(forms._frames) <= 16
    assert len(forms._spans) <= 32


@pytest.mark.parametrize(("suffix", "text"), [(".xml", FILE), (".txt", "0 .5 .5 .2 .2\n")])
def test_a_large_file_is_refused_by_its_size(suffix, text, tmp_path, monkeypatch):
    for number in range(4):
        (tmp_path / f"{number}{suffix}").write_text(text)
        (tmp_path / f"{number}.jpg").touch()
    os.truncate(tmp_path / f"1{suffix}", 2 << 30)  # with a hole
    asked, read = [], os.read
    monkeypatch.setattr(os, "read", lambda handle, size: asked.append(size) or read(handle, size))
    dataset = open_dataset(tmp_path)
    assert sum(dataset.skipped.values()) == 1
    assert max(asked) < 1 << 20


def test_what_is_learned_is_what_was_read(tmp_path, monkeypatch):
    for number in range(4):
        (tmp_path / f"{number}.xml").write_text(FILE)
        (tmp_path / f"{number}.jpg").touch()
    wanted, seen = told_of(tmp_path), []

    def spoiled(path, most):
        data = read_small(path, most)
        path.write_text("<annotation><other/></annotation>")
        seen.append(data)
        return data

    monkeypatch.setattr(voc, "read_small", spoiled)
    assert told_of(tmp_path) == wanted
    assert seen == [FILE.encode()] * 4
