"""``uncollected``: work that makes very many objects, and hardly a reference cycle among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
            if not gc.get_freeze_count():  # else they are another's, and are not to be thawed
                gc.freeze()  # takes all objects out of the youngest, without a look at any
                gc.unfreeze()  # and back, as the oldest
            gc.enable()
