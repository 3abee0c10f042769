"""MOT Challenge's det/det.txt: a detector's boxes by frame: frame, -1, left, top, width, height, score."""

from __future__ import annotations

import io
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.data.datasets.formats.mot import fields_of, is_of_detector, sequence_of
from rpn_inspector.data.datasets.support.text import read_text
from rpn_inspector.data.predictions.results import BoxCollector, DetectionResults


def looks_like(file: Path) -> bool:
    """Return whether a file's first line is a detector's as MOT Challenge has them: of no track, or of det/det.txt."""
    try:
        with open_regular(file) as raw, io.TextIOWrapper(raw, "utf-8-sig") as stream:
            line = next((line for line in stream if line.strip()), "")
    except (OSError, ValueError):
        return False
    values = fields_of(line)
    return values is not None and (values[1] == -1 or is_of_detector(file))


def read_mot(path: Path) -> DetectionResults:
    """Return the boxes of a file, each under the name of its frame's picture, found in the sequence's folder.

    Other lines are skipped and counted. Raises `BadFile` where no line is a box.
    """
    sequence, collector = sequence_of(path), BoxCollector(path)
    if sequence.folder.is_dir():
        for file in sequence.frames.values():
            collector.picture("/".join(file.parts[-3:]))
    for number, line in enumerate(read_text(path).splitlines(), 1):
        values = fields_of(line)
        if values is None:
            if line.strip():
                found = f"found {line.strip()[:60]!r}"
                collector.skip(f"{path.name}:{number}", f"{found}, wanted frame,track,left,top,width,height,score")
            continue
        frame, _, left, top, width, height, score, *_ = values
        name = "/".join(sequence.picture(int(frame)).parts[-3:])
        box = (left, top, left + width, top + height)
        collector.add(name, box, score, "pedestrian", f"{path.name}:{number}")
    results = collector.results()
    if not len(results):
        raise BadFile(path, "holds no boxes, wanted frame,track,left,top,width,height,score")
    return results
