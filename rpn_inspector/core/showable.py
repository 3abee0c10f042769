"""``Showable``: a value that tells itself in a sentence, and in a notebook by a picture and a table too."""

from __future__ import annotations

import importlib
from typing import Any


class Showable:
    """A value that the room ``notebook`` shows.

    The room stands above the core and is asked for by name, when something is shown: imports go down only.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Return a sentence."""
        return str(shown_by("sentences").sentence(self))

    def _repr_html_(self) -> str:
        """Return the sentence with a picture and a table, as HTML without script, for Jupyter and its kin."""
        return str(shown_by("views").html(self))


def shown_by(name: str) -> Any:
    """Return a module of the room ``notebook``."""
    return importlib.import_module(f"rpn_inspector.notebook.{name}")
