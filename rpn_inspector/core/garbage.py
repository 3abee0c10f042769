"""Python's search for reference cycles, where there is hardly one: while a dataset is read, and in a command."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (
    50_000  # new objects until cycles are looked for: the imports of a command make as many, and no cycle of weight
)
FEW = 10_000  # new objects that are looked through in about a millisecond


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for reference cycles in this process until the block ends.

    It looks through all objects whenever there are a quarter more: an eighth of the time of reading a dataset. What was
    made meanwhile then counts as old, or it would all be looked through at once, for a tenth of that time.
    """
    automatic = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if automatic:
            # counting what is frozen walks over all of that; else they are another's, and are not to be thawed
            if gc.get_count()[0] > FEW and not gc.get_freeze_count():
                gc.freeze()  # takes all objects out of the youngest, without a look at any
                gc.unfreeze()  # and back, as the oldest
            gc.enable()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for reference cycles seldom until the block ends.

    By its own thresholds it looks a hundred times during the imports of a command.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(SELDOM, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
