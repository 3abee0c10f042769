"""A training that runs: what is on its disk now, without reading any step torn or twice."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.plain_text import one_line
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
        unread: a line for each step that lies there and cannot be read.
        broken: when the meta.json of each whose content is at fault was written, ns, and its line.
    """

    path: Path
    run: Run | None
    timeline: Timeline | None
    written: Mapping[Path, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    broken: Mapping[Path, tuple[int, str]] = field(default_factory=dict)

    @property
    def newest(self) -> int | None:
        """Return the newest step kept, None before the first."""
        return None if self.timeline is None else self.timeline.steps[-1]

    def same(self, other: News | None) -> bool:
        """Return whether nothing has happened in between."""
        now = self.newest, self.unread, _told(self.run)
        return other is not None and now == (other.newest, other.unread, _told(other.run))

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
    unread: list[str] = []
    broken: dict[Path, tuple[int, str]] = {}
    for place in _steps_of(path):
        meta = place / "meta.json"
        try:
            # asked before the reading: what is replaced in between is read again
            written[place] = meta.stat().st_mtime_ns
            past = None if before is None else before.broken.get(place)
            if past is not None and past[0] == written[place]:
                broken[place] = past
                unread.append(past[1])
                continue
            dump = known.get((place, written[place])) or open_dump(place)
        except FileNotFoundError:
            pass  # let go meanwhile
        except OSError as error:
            unread.append(one_line(str(error)))
        except InspectorError as error:
            if os.path.lexists(meta):
                unread.append(one_line(str(error)))
                if not isinstance(error.__cause__, OSError):  # a disk may answer at the next look
                    broken[place] = written[place], unread[-1]
        else:
            if dump.step is None:
                unread.append(f"{place}: says no step")
            else:
                found[dump.step] = dump
    steps, lines = tuple(sorted(found)), tuple(unread)
    timeline = Timeline(steps, tuple(found[step] for step in steps), lines) if steps else None
    if timeline is not None and before is not None and before.timeline is not None:
        same = (before.timeline.dumps, before.timeline.left_out) == (timeline.dumps, timeline.left_out)
        timeline = before.timeline if same else timeline
    return News(path, run, timeline, written, lines, broken)


def _steps_of(path: Path) -> list[Path]:
    """Return the steps of a run, none of one that is gone or made anew at this moment."""
    try:
        return steps_in(path)
    except BadFile:
        return []


def _told(run: Run | None) -> tuple[object, ...]:
    return () if run is None else (run.seconds, run.ended)
