"""Texts of the years before UTF-8 are read by what their letters tell, and that is said; too little tells nothing."""

import json

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.datasets.support.encodings import guess

WORDS = {
    "gb18030": "红细胞 白细胞 血小板", "big5": "汽車 行人 交通號誌", "shift_jis": "くるま 歩行者",
    "euc_kr": "자동차 보행자 신호등", "cp1251": "кошка собака", "cp1252": "Fußgänger",
}  # fmt: skip
BOX = "<bndbox><xmin>6</xmin><ymin>7</ymin><xmax>25</xmax><ymax>21</ymax></bndbox>"


def picture(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(path.suffix, np.full((48, 64, 3), 90, np.uint8))[1].tobytes())


def voc(*names, head=""):
    objects = "".join(f"<object><name>{name}</name>{BOX}</object>" for name in names)
    return f"{head}<annotation><filename>a.png</filename>{objects}</annotation>"


def assumed(dataset):
    return [w.examples[0] for w in dataset.warnings if w.kind == "encoding assumed"]


@pytest.mark.parametrize("encoding", WORDS)
def test_the_letters_tell_the_encoding(encoding):
    assert guess(f"<name>{WORDS[encoding]}</name>".encode(encoding)) == encoding


@pytest.mark.parametrize("data", ["细胞".encode("gb18030"), b"a\x00\xe9", b"\xff\xfe\xfd\x80" * 9, b"1 \xb0 2 \xb1 3"])
def test_too_little_or_no_text_tells_nothing(data):
    assert guess(data) is None


@given(st.binary(max_size=200))
def test_a_guess_always_decodes(data):
    encoding = guess(data)
    assert encoding is None or isinstance(data.decode(encoding), str)


@pytest.mark.parametrize("encoding", WORDS)
@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="utf-8"?>'])
def test_voc_that_does_not_say_its_encoding(tmp_path, encoding, head):
    picture(tmp_path / "a.png")
    (tmp_path / "a.xml").write_bytes(voc(WORDS[encoding], head=head).encode(encoding))
    dataset = open_dataset(tmp_path)
    assert (dataset.classes, dataset[0].gt.tolist()) == ((WORDS[encoding],), [[6, 7, 25, 21]])
    (words,) = assumed(dataset)
    assert f"{tmp_path / 'a.xml'}: is not UTF-8 and says no encoding" in words


def test_files_of_two_letters_each_tell_it_together_but_not_alone(tmp_path):
    for at, name in enumerate(["汽车", "行人", "细胞"]):
        (tmp_path / f"{at}.xml").write_bytes(voc(name).replace("a.png", f"{at}.png").encode("gb18030"))
        picture(tmp_path / f"{at}.png")
    assert open_dataset(tmp_path).classes == ("汽车", "行人", "细胞")
    with pytest.raises(BadFile, match=r"0\.xml:1:\d+: not XML"):
        open_dataset(tmp_path / "0.xml")


def test_a_document_type_is_refused_in_any_encoding(tmp_path):
    head = '<!DOCTYPE a [<!ENTITY x "' + "红细胞" * 4 + '">]>'
    (tmp_path / "a.xml").write_bytes(voc("&x;", head=head).encode("gb18030"))
    with pytest.raises(BadFile):
        open_dataset(tmp_path / "a.xml")


def test_class_names_of_yolo(tmp_path):
    picture(tmp_path / "a.png")
    (tmp_path / "a.txt").write_text("1 0.5 0.5 0.2 0.2\n")
    (tmp_path / "classes.txt").write_bytes("红细胞\n白细胞\n".encode("gb18030"))
    dataset = open_dataset(tmp_path)
    assert dataset.classes == ("红细胞", "白细胞")
    assert "GBK is assumed" in assumed(dataset)[0]
    (tmp_path / "classes.txt").write_bytes("红\n".encode("gb18030"))
    dataset = open_dataset(tmp_path)
    assert dataset.classes == ("0", "1")
    assert [w.kind for w in dataset.warnings] == ["names unreadable"]


def test_a_table_as_spreadsheets_save_it(tmp_path):
    picture(tmp_path / "a.png")
    rows = [
        "image,xmin,ymin,xmax,ymax,label",
        *(f"a.png,1,2,3,4,{name}" for name in ("汽车", "卡车") for _ in range(6000)),
    ]
    (tmp_path / "a.csv").write_bytes("\r\n".join(rows).encode("gb18030"))
    dataset = open_dataset(tmp_path)
    assert (dataset.classes, dataset.gt_total) == (("汽车", "卡车"), 12000)
    assert len(assumed(dataset)) == 1


def test_labelme(tmp_path):
    picture(tmp_path / "a.png")
    shape = {"label": "红细胞白细胞", "points": [[1, 2], [9, 9]], "shape_type": "rectangle"}
    document = json.dumps({"imagePath": "a.png", "shapes": [shape]}, ensure_ascii=False)
    (tmp_path / "a.json").write_bytes(document.encode("gb18030"))
    dataset = open_dataset(tmp_path)
    assert dataset.classes == ("红细胞白细胞",)
    assert len(assumed(dataset)) == 1
