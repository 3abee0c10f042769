"""XML is parsed fast only where nothing can be declared in it; whatever could be goes to the wary parser."""

from __future__ import annotations

import pytest

from rpn_inspector.core.errors import BadRecord
from rpn_inspector.data.datasets.support.xml import is_plain, read_xml

BOMB = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


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
    ],
)
def test_no_declaration_is_ever_expanded(data, tmp_path):
    assert not is_plain(data)
    (tmp_path / "a.xml").write_bytes(data)
    with pytest.raises(BadRecord):
        read_xml(tmp_path / "a.xml")


@pytest.mark.parametrize(
    "head", [b"", b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="UTF-8"?>', b"\xef\xbb\xbf"]
)
def test_a_plain_file_is_parsed_fast_and_the_same(head, tmp_path):
    data = head + "<annotation><name>été</name></annotation>".encode()
    assert is_plain(data)
    (tmp_path / "a.xml").write_bytes(data)
    assert read_xml(tmp_path / "a.xml").findtext("name") == "été"


def test_a_comment_that_speaks_of_a_document_type_goes_to_the_wary_parser_and_is_read(tmp_path):
    data = b"<annotation><!-- <!DOCTYPE x> --><name>a</name></annotation>"
    assert not is_plain(data)
    (tmp_path / "a.xml").write_bytes(data)
    assert read_xml(tmp_path / "a.xml").findtext("name") == "a"
