"""A loop over a dataset that a missing picture does not end."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.sample import Sample


def sized_samples(sample_at: Callable[[int], Sample], count: int) -> Iterator[Sample]:
    """Yield ``count`` samples in order but for pictures without a size, of which one Python warning at the end tells.

    A picture has none where it is missing or unreadable, no size is written, and no boxes in px tell one; access by its
    index raises `BadFile`.
    """
    lost: list[str] = []
    for index in range(count):
        try:
            sample = sample_at(index)
        except BadFile as error:
            lost.append(str(error))
        else:
            yield sample
    if lost:
        words = f"{len(lost)} of {count} pictures have no size and were passed over: {lost[0]}"
        warnings.warn(one_line(words), RuntimeWarning, stacklevel=2)
