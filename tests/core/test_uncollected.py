"""Work without collections leaves Python's collector as it was."""

import gc

import pytest

from rpn_inspector.core.garbage import FEW, uncollected


@pytest.fixture(autouse=True)
def thawed():
    """What the whole run has frozen, as where the program runs."""
    gc.unfreeze()
    yield
    gc.freeze()


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


def test_what_was_made_meanwhile_is_old_afterwards():
    with uncollected():
        made = [[] for _ in range(2 * FEW)]
    young = {id(each) for generation in (0, 1) for each in gc.get_objects(generation)}
    assert young.isdisjoint(map(id, made))
    assert not gc.get_freeze_count()


def test_what_another_has_frozen_stays_frozen():
    gc.freeze()
    count = gc.get_freeze_count()
    with uncollected():
        made = [[] for _ in range(2 * FEW)]
    assert gc.get_freeze_count() == count
    assert made
