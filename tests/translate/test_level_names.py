"""Names that levels are given: a pyramid's, the strides, or the places; never the same twice."""

from __future__ import annotations

import pytest

from rpn_inspector.translate.level_names import level_names


@pytest.mark.parametrize(
    ("strides", "names"),
    [
        ([8, 16, 32], ["P3", "P4", "P5"]),
        ([32.0, 16.0], ["P5", "P4"]),
        ([16], ["stride 16"]),
        ([8, 12], ["stride 8", "stride 12"]),
        ([5.5, 8], ["stride 5.5", "stride 8"]),
        ([8, 8, 16], ["map 0", "map 1", "map 2"]),
        ([], []),
    ],
)
def test_levels_are_named_by_their_strides(strides, names):
    assert level_names(strides) == names
