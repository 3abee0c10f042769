"""Names near to one that is not there: short, and each of one picture alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpn_inspector.data.datasets.near_names import near_names


@pytest.mark.parametrize(
    ("wanted", "names", "near"),
    [
        ("cell_02", ["cell_01.png"], ["cell_01"]),
        ("11", ["a/1.jpg", "b/1.jpg"], ["a/1.jpg", "b/1.jpg"]),
        ("c/1.jpg", ["a/1.jpg", "b/1.jpg", "other.jpg"], ["a/1.jpg", "b/1.jpg"]),
        ("11.jpg", ["x/a/1.jpg", "y/a/1.jpg", "z/b/1.jpg"], ["x/a/1.jpg", "y/a/1.jpg", "b/1.jpg"]),
        ("imag", ["image.jpg", "image.png"], ["image.jpg", "image.png"]),
        ("x", ["street.jpg"], []),
        ("1", [], []),
    ],
)
def test_a_name_is_as_long_as_it_must_be(wanted, names, near):
    assert near_names(wanted, names) == near


@given(
    st.lists(st.lists(st.sampled_from("ab"), max_size=3).map(lambda parts: "/".join([*parts, "1.png"])), unique=True)
)
def test_names_are_of_one_picture_each(names):
    found = near_names("1", names)
    assert len(found) == min(3, len(names))
    assert all(
        sum(name == each or f"/{name}".endswith(f"/{each}") for name in names) >= 1 for each in found if "." in each
    )
    assert len(set(found)) == len(found)
