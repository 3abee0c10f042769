"""What reads plainly good files quickly reads them as the reader of all files does, and leaves every other to it."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told_of

from rpn_inspector.core.regular_file import read_small
from rpn_inspector.data.datasets.formats import voc
from rpn_inspector.data.datasets.formats.voc import plain_files
from rpn_inspector.data.datasets.formats.yolo import yolo
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.decimals import decimals

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


def both(folder, owner, name, nothing=False):
    """Return what is told with the quick way and without, where it finds ``nothing``."""
    quick = told_of(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, lambda *_: nothing)
        return quick, told_of(folder)


@given(st.lists(voc_files(), min_size=2, max_size=4))
@settings(deadline=None, max_examples=150)
def test_voc_of_a_known_markup_is_what_the_parser_reads(texts):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number, text in enumerate(texts * 2):  # a markup is learned when it is met again
            (folder / f"{number}.xml").write_bytes(text)
            (folder / f"{number}.jpg").touch()
        (folder / "a.jpg").touch()
        quick, careful = both(folder, plain_files.PlainReader, "read", plain_files.NONE)
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
WORDS = b"<object><name>cat</name></object>"


def read(*texts):
    """Return what is read of ``texts`` whose markups have all been met: facts, boxes and words, or None."""
    reader, data = plain_files.PlainReader(voc._facts), [text.encode() for text in texts]
    assert not reader.read(data[:1]).row
    reader.read(data)
    files = reader.read(data)
    found, ends = [None] * len(texts), np.cumsum(files.counts).tolist()
    for at, (row, end) in enumerate(zip(files.row, ends, strict=True)):
        part = slice(end - int(files.counts[at]), end)
        found[row] = [column[at] for column in files.facts], files.box[part].tolist(), files.words[part]
    return found


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("cat", "c&t"), FILE.replace("cat", "c<!-- a -->t"), FILE.replace("cat", "c>t"),
        FILE.replace("cat", "c]]>t"), FILE.replace("cat</name>", "</name"), FILE.replace("cat", "<?a?>"),
        FILE.replace("</name>", "</nam>"), FILE.replace("<name>", "<name a:b='c'>"), FILE + "<a/>", FILE[:-1], FILE[1:],
        FILE.replace("cat", "\1"), FILE.replace("cat", "c\rt"), FILE.replace("cat", "\uffff"), f"{FILE}x",
        FILE.replace("<annotation>", "<annotation><!DOCTYPE a>"), FILE.replace("<filename>", "<filename xmlns='a'>"),
        FILE.replace("<bndbox>", "<part><a/></part><bndbox>"), FILE.replace("<xmin>1</xmin>", ""),
        FILE.replace("1", "5"), FILE.replace("1", "x"), FILE.replace("1", "1_0"), FILE.replace("1", "nan"),
        "<?xml version='1.0' encoding='latin-1'?>" + FILE, "x" + FILE, "",
        "<?xml version='1.0' encoding='us-ascii'?>" + FILE.replace("cat", "größe"), "<?xml version='1.0\"?>" + FILE,
        FILE.replace("</object>", "<bndbox>w</bndbox></object>"),
    ],
)  # fmt: skip
def test_a_text_with_anything_odd_is_the_parsers(text):
    plain, odd, more = read(FILE, text, FILE.replace("a.jpg", "b.jpg"))
    assert odd is None
    for file, name in ((plain, "a.jpg"), (more, "b.jpg")):
        assert file == ([name, "", "", "", ""], [[1.0, 2.0, 3.0, 4.0]] * 2, [WORDS] * 2)


@pytest.mark.parametrize(
    ("text", "name", "box"),
    [
        (FILE.replace("1", "0"), "a.jpg", (0.0, 2.0, 3.0, 4.0)),
        (FILE.replace("1", " 1.5\n"), "a.jpg", (1.5, 2.0, 3.0, 4.0)),
        (FILE.replace("1", "-1e0"), "a.jpg", (-1.0, 2.0, 3.0, 4.0)),
        (FILE.replace("a.jpg", "größe.jpg"), "größe.jpg", (1.0, 2.0, 3.0, 4.0)),
        (FILE.replace("><", ">\r\n<"), "a.jpg", (1.0, 2.0, 3.0, 4.0)),
        ('<?xml version="1.0" encoding="utf-8"?>\n' + FILE + "\n", "a.jpg", (1.0, 2.0, 3.0, 4.0)),
        (FILE.replace("<bndbox>", "words<bndbox a='b'>"), "a.jpg", (1.0, 2.0, 3.0, 4.0)),
    ],
)  # fmt: skip
def test_words_differ_between_files_of_equal_markup(text, name, box):
    for file in read(text, FILE, text)[::2]:
        assert file[0][0] == name
        assert file[1] == [list(box)] * 2


def test_what_is_kept_of_markups_is_bounded_in_bytes(monkeypatch):
    files = plain_files.PlainReader(voc._facts)
    texts = [FILE.replace("filename", f"name{number}").encode() for number in range(5)]
    assert files.read(texts).row == []
    assert not files._layouts  # where all markups differ none is learned
    assert files.read(texts[:2]).row == [0, 1]
    kept = sum(len(markup) + sum(each.nbytes for each in layout) for markup, layout in files._layouts.items())
    monkeypatch.setattr(plain_files, "MOST", kept + 1)
    assert files.read(texts).row == [0, 1, 2]  # the third passes the bound
    assert files.read(texts[::-1]).row == [2, 3, 4]
    assert len(files._layouts) == 3


DIGITS = st.text("0123456789", max_size=9)


@given(st.lists(st.one_of(
    st.tuples(st.sampled_from(["", "-"]), DIGITS, st.sampled_from(["", "."]), DIGITS).map("".join),
    st.text("0123456789.-+e_ x", max_size=5),
), max_size=9))  # fmt: skip
def test_decimals_are_what_float_gives_or_unknown(texts):
    text = np.frombuffer("".join(texts).encode(), np.uint8)
    stops = np.cumsum([len(each) for each in texts], dtype=np.intp)
    found, known = decimals(text, stops - [len(each) for each in texts], stops)
    for written, value, is_known in zip(texts, found.tolist(), known.tolist(), strict=True):
        usual = re.fullmatch(r"-?(\d+\.?\d*|\.\d+)", written) and sum(map(str.isdecimal, written)) <= 15
        assert is_known == bool(usual)
        assert repr(value) == (repr(float(written)) if usual else "nan")


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
