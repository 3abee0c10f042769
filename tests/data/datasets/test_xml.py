"""XML: no document type, entity or limit of the parser gets past one line of refusal; a large file is streamed."""

from __future__ import annotations

import re
import tracemalloc

import pytest
from lxml import etree

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.data.datasets.dataset import Notes
from rpn_inspector.data.datasets.support.xml import XmlReader, read_xml

BOMB = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


def streamed(path, root="a", tags=("b",)):
    """The texts of the streamed elements and the notes; the texts are taken before the next element is asked for."""
    notes = Notes()
    texts = [element.text for element in XmlReader([path]).stream(path, notes, root, tags)]
    return texts, [warning.kind for warning in notes.warnings()]


@pytest.mark.parametrize("read", [read_xml, streamed])
@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        BOMB.encode("utf-16-le"),
        b'<?xml version="1.0" encoding="utf-8"?>' + BOMB.encode(),
        b'<?xml version="1.0" encoding="utf-16"?>' + BOMB.encode("utf-16-be"),
        b'<?xml version="1.0" encoding="cp037"?>' + BOMB.encode("cp037"),
        b'<?xml version="1.0" encoding = "cp500" ?>' + BOMB.encode("cp500"),
        b"\xef\xbb\xbf" + BOMB.encode(),
        b"<?xml version='1.0' encoding='utf-7'?>" + BOMB.encode("utf-7"),
        b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        b'<!DOCTYPE a PUBLIC "-//a//b" "http://127.0.0.1:9/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><b>&x;</b></a>',
        f'<!DOCTYPE a [<!ENTITY e0 "lol">{LAUGHS}]><a><b>&e9;</b></a>'.encode(),
        f'<!DOCTYPE a [<!ENTITY e0 "lol">{LAUGHS}]><a><b c="&e9;"/></a>'.encode(),
        b"<!DOCTYPE a><a/>",
        b"<a><b>&x;</b></a>",
    ],
)
def test_no_declaration_is_ever_expanded(data, read, tmp_path):
    (tmp_path / "a.xml").write_bytes(data)
    with pytest.raises(BadRecord):
        read(tmp_path / "a.xml")


@pytest.mark.parametrize("read", [read_xml, streamed])
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB.encode(), ":1: refused: it declares a document type"),
        (f'<!DOCTYPE a [<!ENTITY e0 "lol">{LAUGHS}]><a b="&e9;"/>'.encode(), ":1: refused: "),
        (b"<a>" * 5000 + b"</a>" * 5000, ":1:"),  # "refused", or "not XML" by older libxml2, as below
        (b"<a><b>" + b"x" * 10_000_001 + b"</b></a>", ":1:"),
        (b"<a>\n<b></a>", ":2:7: not XML: Opening and ending tag mismatch: b line 2 and a"),
        (b"", ":0: not XML: "),
    ],
)
def test_a_refusal_is_one_line_with_file_place_and_reason(data, words, read, tmp_path):
    (tmp_path / "a.xml").write_bytes(data)
    with pytest.raises(BadRecord) as caught:
        read(tmp_path / "a.xml")
    assert str(caught.value).startswith(f"{tmp_path / 'a.xml'}:")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not re.search("HUGE|xmlCtxt", str(caught.value))


@pytest.mark.parametrize(
    "head", [b"", b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="UTF-8"?>', b"\xef\xbb\xbf"]
)
def test_a_plain_file_is_read(head, tmp_path):
    (tmp_path / "a.xml").write_bytes(head + "<annotation><name>été</name></annotation>".encode())
    assert read_xml(tmp_path / "a.xml").findtext("name") == "été"


@pytest.mark.parametrize("read", [lambda path: read_xml(path).findtext("b"), lambda path: "".join(streamed(path)[0])])
@pytest.mark.parametrize("encoding", ["utf-16", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"])
def test_a_declared_encoding_is_read(encoding, read, tmp_path):
    text = f'<?xml version="1.0" encoding="{encoding}"?><a><b>一二三</b></a>'
    (tmp_path / "a.xml").write_bytes(text.encode(encoding))
    assert read(tmp_path / "a.xml") == "一二三"


def test_a_comment_may_speak_of_a_document_type_and_cuts_no_text(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"<annotation><!-- <!DOCTYPE x> --><name>a<!-- b -->c<?d e?></name></annotation>")
    root = read_xml(tmp_path / "a.xml")
    assert (root.findtext("name"), len(root), len(root[0])) == ("ac", 1, 0)


def test_a_namespace_is_dropped_from_the_tags(tmp_path):
    (tmp_path / "a.xml").write_bytes(b'<a xmlns="http://a"><b>c</b><d><b>e</b></d></a>')
    assert read_xml(tmp_path / "a.xml").findtext("d/b") == "e"
    assert streamed(tmp_path / "a.xml") == (["c"], [])  # children of the root alone


def test_a_stream_refuses_another_root(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"<c><b/></c>")
    with pytest.raises(BadRecord, match="its root is <c>, wanted <a>"):
        streamed(tmp_path / "a.xml")


def test_a_stream_guesses_an_undeclared_encoding_before_its_first_element(tmp_path):
    (tmp_path / "a.xml").write_bytes("<a><b>汽车</b><b>行人</b><b>细胞</b></a>".encode("gb18030"))
    assert streamed(tmp_path / "a.xml") == (["汽车", "行人", "细胞"], ["encoding assumed"])


def test_a_stream_holds_no_more_than_a_chunk_of_the_file(tmp_path):
    part = "<b>" + "<c/>" * 50 + "</b>"
    with (tmp_path / "a.xml").open("w") as file:
        file.write("<a>" + part * 20_000 + "</a>")
    reader = XmlReader([tmp_path / "a.xml"])
    tracemalloc.start()
    try:
        most = max(len(element.getparent()) for element in reader.stream(tmp_path / "a.xml", Notes(), "a", ("b",)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 1000  # of 20,000: what one chunk of the file holds
    assert peak < 8 << 20


def test_too_little_memory_is_no_fault_of_the_file(tmp_path, monkeypatch):
    (tmp_path / "a.xml").write_text("<annotation/>", encoding="utf-8")

    def fail(*_, **__):
        raise etree.XMLSyntaxError("unknown error", etree.ErrorTypes.ERR_NO_MEMORY, 0, 0)

    monkeypatch.setattr(etree, "fromstring", fail)
    with pytest.raises(MemoryError):
        read_xml(tmp_path / "a.xml")
