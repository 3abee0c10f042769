"""What a session reads, and which pictures it has drawn, as the guard of outputs asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.output_file import Own, Sources

if TYPE_CHECKING:
    from rpn_inspector.session.state import State

SOFTWARE = ("Software", "rpn_inspector")  # the text in every screenshot's PNG
_HEAD = 4096  # bytes before which Qt writes texts


def sources_of(state: State) -> Sources:
    """Return the folders and files of the dataset and the predictions, which nothing is written over or into."""
    outputs, dataset = state.predictions, state.dataset
    dumps = () if state.timeline is None else state.timeline.dumps
    read = [one for one in (outputs, *dumps) if one is not None]
    return {
        "dataset": () if dataset is None else dataset.sources,
        "predictions": [one.path for one in read],
        "layout": [one.layout.path for one in read if one.layout is not None],
    }


def wrote_screenshot(file: Path) -> bool:
    """Return whether a file is a screenshot by this program, by the text in its PNG."""
    try:
        with open_regular(file) as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"\x89PNG") and b"tEXt" + "\0".join(SOFTWARE).encode() in head


DRAWN = Own(wrote_screenshot, "is no screenshot of this program")
