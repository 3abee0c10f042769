"""Totals of ground truths in A and in B, by hand: three ground truths, one of them left out by neither or by both."""

import numpy as np
import pytest

from rpn_inspector.analysis.compare.gt_changes import GtComparison
from rpn_inspector.gui.compare.gt_totals import matrix_by_state

MATCHED, LOW, UNMATCHED, LEFT_OUT = range(4)


def compared(a, b):
    return GtComparison(
        state=np.array([a, b], np.int64),
        positives=np.array([[4, 1, 0], [3, 2, 1]], np.int64),
        low_quality=np.array([[0, 1, 0], [0, 0, 1]], np.int64),
        best_iou=np.array([[0.9, 0.6, 0.3], [0.8, 0.7, 0.3]]),
    )


def test_the_totals_name_the_states_there_are():
    assert compared([MATCHED, LOW, UNMATCHED], [MATCHED, MATCHED, LOW]).totals() == [
        ("matched", "1", "2"),
        ("low-quality only", "1", "1"),
        ("unmatched", "1", "0"),
        ("positive anchors", "5", "6"),
        ("mean best IoU", "0.6000", "0.6000"),
    ]


@pytest.mark.parametrize(
    ("third", "counts"),
    [
        (UNMATCHED, [[1, 0, 0], [1, 0, 0], [0, 0, 1]]),
        (LEFT_OUT, [[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]]),
    ],
)
def test_the_matrix_has_a_row_for_what_is_left_out_only_where_something_is(third, counts):
    matrix, words = matrix_by_state(compared([MATCHED, LOW, third], [MATCHED, MATCHED, third]))
    assert matrix.tolist() == counts
    assert len(words) == len(counts)
