"""How long a signal waits for a program that does not hear it: by its work, as a busy computer leaves it little."""

import pytest

from rpn_inspector.session.ending import LONGEST, PATIENCE, over


@pytest.mark.parametrize(
    ("wall", "work", "ended"),
    [
        (PATIENCE - 0.1, 4 * PATIENCE, False),  # the work of other threads hastens nothing
        (PATIENCE, PATIENCE, True),
        (PATIENCE + 1, 0.2, False),  # others had the processor
        (LONGEST, 0.2, True),  # it hangs
    ],
)
def test_patience_is_work_and_has_an_end(wall, work, ended):
    assert over(wall, work) == ended
