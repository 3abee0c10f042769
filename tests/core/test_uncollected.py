"""Work without collections leaves Python's collector as it was."""

import gc

import pytest

from rpn_inspector.core.garbage import uncollected


@pytest.mark.parametrize("automatic", [True, False])
def test_the_collector_is_as_before_after_an_error_too(automatic):
    was = gc.isenabled()
    (gc.enable if automatic else gc.disable)()
    try:
        with pytest.raises(ZeroDivisionError), uncollected():
            _ = 1 / gc.isenabled()
        assert gc.isenabled() == automatic
    finally:
        (gc.enable if was else gc.disable)()
