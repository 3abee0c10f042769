"""The order of names, in every reader and in the window's list alike."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.analysis.scan.list_order import Searched
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.listing import pictures_under
from rpn_inspector.data.pictures.natural_order import natural_order, naturally

ORDERED = [
    "a.png", "a/2.png", "A/3.png", "a/10.png", "a b.png", "a1.png", "b/1.png", "img02.jpg", "img2.jpg", "img10.jpg",
    "pic_00.png", "pic 05.png", "pic-6.png", "x9.png", "x99999999999999999999999999.png", "é.png", "éa.png",
]  # fmt: skip


def test_people_count_numbers_and_do_not_tell_blanks_from_dashes():
    mixed = ORDERED[:]
    random.Random(1).shuffle(mixed)
    assert naturally(mixed) == ORDERED
    assert naturally([]) == []


@given(st.lists(st.text(alphabet="ab/01 2._-É", max_size=8)))
def test_the_order_is_one_and_loses_nothing(names):
    ordered = naturally(names)
    assert sorted(ordered) == sorted(names)
    assert naturally(ordered[::-1]) == ordered


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_sort_by_value(one, other):
    assert naturally([f"f{one}.png", f"f{other}.png"]) == [f"f{n}.png" for n in sorted((one, other))]


@given(st.lists(st.from_regex(r"[0-9]{2}[ _ab2/.-]{0,3}[0-9]\Z"), min_size=1))
def test_names_alike_but_for_digits_sort_as_all_others_do(names):
    for alike in ([name.replace("b", "a") for name in names], [f"pic {name[:2]}-{name[-1]}.png" for name in names]):
        assert naturally(alike) == [alike[at] for at in natural_order(alike)]


XML = "<annotation><filename>{}.png</filename><size><width>9</width><height>9</height></size></annotation>"
WRITERS = {
    "voc": lambda folder, stem: (folder / f"{stem}.xml").write_text(XML.format(stem), encoding="utf-8"),
    "pictures": lambda folder, stem: None,
    "yolo": lambda folder, stem: (folder / f"{stem}.txt").write_text("0 0.5 0.5 0.2 0.2\n", encoding="utf-8"),
    "labelme": lambda folder, stem: (folder / f"{stem}.json").write_text(
        f'{{"shapes": [], "imagePath": "{stem}.png", "imageHeight": 9, "imageWidth": 9, "version": "5"}}',
        encoding="utf-8",
    ),
}


@pytest.mark.parametrize("kind", WRITERS)
def test_every_reader_of_a_file_a_picture_lists_in_that_order(kind, tmp_path):
    import cv2

    stems = ["img10", "pic 05", "img2", "pic_00", "img1"]
    for stem in stems:
        cv2.imwrite(str(tmp_path / f"{stem}.png"), np.zeros((9, 9, 3), np.uint8))
        WRITERS[kind](tmp_path, stem)
    wanted = [f"{stem}.png" for stem in ("img1", "img2", "img10", "pic_00", "pic 05")]
    assert list(open_dataset(tmp_path).names) == wanted
    assert pictures_under(tmp_path) == wanted


def test_the_windows_list_sorts_by_name_so():
    records = [Record(name, declared=(9, 9)) for name in ORDERED[::-1]]
    places = Searched(Dataset(None, "test", records, (), Notes())).by_name()
    assert [ORDERED[::-1][at] for at in np.argsort(places)] == ORDERED
