"""A training that runs: what is on its disk now, without reading any step torn or twice."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.predictions.dump import Predictions, open_dump
from rpn_inspector.data.predictions.rolling import Run, read_run, steps_in

SILENT_AFTER = 300.0  # seconds without news from which a training counts as silent


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """What there is of a training.

    Args:
        path: the run.
        run: what the trainer says, None where it has not begun.
        timeline: the steps that are kept, None before the first.
        written: when the meta.json of each was written, ns.
    """

    path: Path
    run: Run | None
    timeline: Timeline | None
    written: Mapping[Path, int] = field(default_factory=dict)

    @property
    def newest(self) -> int | None:
        """Return the newest step kept, None before the first."""
        return None if self.timeline is None else self.timeline.steps[-1]

    def same(self, other: News | None) -> bool:
        """Return whether nothing has happened in between."""
        return other is not None and (self.newest, _told(self.run)) == (other.newest, _told(other.run))

    def how(self, now: float | None = None) -> str:
        """Return waiting, following, silent or ended."""
        if self.run is not None and self.run.ended:
            return "ended"
        if self.run is None or self.timeline is None:
            return "waiting"
        return "silent" if (time.time() if now is None else now) - self.run.seconds > SILENT_AFTER else "following"


def look(path: Path, before: News | None = None) -> News:
    """Return what there is now; steps known ``before`` are the same objects again. Raises `BadPredictions`.

    A step that is let go meanwhile is left out: it was the oldest.
    """
    run = read_run(path)
    known: dict[tuple[Path, int | None], Predictions] = {}
    if before is not None and before.timeline is not None:
        known = {(dump.path, before.written.get(dump.path)): dump for dump in before.timeline.dumps}
    found: dict[int, Predictions] = {}
    written: dict[Path, int] = {}
    for place in steps_in(path) if path.is_dir() else []:
        with contextlib.suppress(InspectorError, OSError):
            # asked before the reading: what is replaced in between is read again
            written[place] = (place / "meta.json").stat().st_mtime_ns
            dump = known.get((place, written[place])) or open_dump(place)
            if dump.step is not None:
                found[dump.step] = dump
    steps = tuple(sorted(found))
    timeline = Timeline(steps, tuple(found[step] for step in steps)) if steps else None
    if timeline is not None and before is not None and before.timeline is not None:
        timeline = before.timeline if before.timeline.dumps == timeline.dumps else timeline
    return News(path, run, timeline, written)


def _told(run: Run | None) -> tuple[object, ...]:
    return () if run is None else (run.seconds, run.ended)
