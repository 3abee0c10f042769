"""Finished units of outputs in memory, so that a pass that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rpn_inspector.analysis.audit.execution import Execution
from rpn_inspector.analysis.audit.output_counts import OutputCounts
from rpn_inspector.analysis.audit.output_units import OutputUnit
from rpn_inspector.core.recipe import Recipe


class HeldUnits:
    """Computes units ``where`` told, but for those in ``held``, results by number, which grows with each new result.

    ``held`` belongs to one dataset, recipe and outputs.
    """

    def __init__(self, held: dict[int, OutputCounts], where: Execution) -> None:
        self._held, self._where = held, where

    @property
    def processes(self) -> int:
        """Return how many processes compute."""
        return self._where.processes

    def here(self) -> HeldUnits:
        """Return this, with what is to be computed computed in this process."""
        self._where = self._where.here()
        return self

    def submit(self, units: Iterable[OutputUnit], recipe: Recipe) -> None:
        """Take the units to compute, but for those that are held."""
        self._where.submit((unit for unit in units if unit.number not in self._held), recipe)

    def completed(self) -> Iterator[Any]:
        """Yield the held results, then each new one as it arrives."""
        yield from list(self._held.values())
        for counts in self._where.completed():
            self._held[counts.number] = counts
            yield counts

    def cancel(self) -> None:
        """Leave the units not yet begun; what is finished is held."""
        self._where.cancel()
