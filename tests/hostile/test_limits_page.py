"""The page of limits says the numbers that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from rpn_inspector.core.limits import TEXT_BYTES
from rpn_inspector.data.datasets.formats.yolo import class_names, yolo_layout
from rpn_inspector.data.datasets.support import text
from rpn_inspector.data.export import parquet
from rpn_inspector.data.models import check, model_process, wire
from rpn_inspector.data.pictures import claims, embedded, images
from rpn_inspector.data.predictions import arrays, dump, layout, layout_toml, onnx, pickles, taker, unpickler
from rpn_inspector.data.remote import fetching, kept
from rpn_inspector.translate import config_files, expressions

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
SAID = {
    "a library's config to be translated": (
        config_files.MOST_FILES, TEXT_BYTES, config_files.MOST_VALUES, config_files.MOST_DEEP, expressions.LONGEST,
    ),
    "a picture": (images.MAX_BYTES, images.MAX_PIXELS, images.MAX_REDUCED, claims.PIXELS_A_BYTE, claims.MISSING),
    "a picture inside an annotation": (embedded.LARGEST,),
    "an annotation file read as a whole": (text.LARGEST, yolo_layout.LARGEST_YAML, class_names.MOST_NAMES),
    "a pickle": (
        pickles.MAX_FILE_BYTES, unpickler.WIDEST, unpickler.FREE, unpickler.BYTES_EACH, unpickler.TIMES,
    ),
    "arrays of a picture (`.npz`)": (arrays.MAX_MEMBERS, arrays.MAX_BYTES, arrays.FREE, arrays.TIMES, taker.MOST_WORDS),
    "meta.json of a dump": (dump.MAX_META_BYTES, dump.MAX_META_VALUES),
    "Parquet": (parquet.FEW_ROWS,),
    "outputs named by a layout": (layout_toml.MOST_NAMES, layout.MOST_NUMBERS, layout.MOST_AGAIN),
    "an ONNX model": (
        model_process.MAX_MODEL, check.MAX_TENSOR, check.MAX_SIDE, check.MAX_KERNEL, check.MAX_DEPTH,
    ),
    "the process that reads and runs a model": (
        model_process.MEMORY, model_process.FOLD, int(model_process.READ_SECONDS), int(model_process.RUN_SECONDS),
        wire.MAX_ARRAYS,
    ),
    "what lies at an address": (kept.MOST_BYTES, fetching.MOST_FILES, fetching.MOST_FOLDERS, fetching.DEEPEST),
    "the input of a model that is run": (onnx.MAX_INPUT,),
}  # fmt: skip


@pytest.mark.parametrize("row", SAID)
def test_the_page_says_the_limits_that_hold(row):
    said = next(line for line in PAGE.splitlines() if line.startswith(f"| {row} |"))
    for number in SAID[row]:
        assert f"{number:,}" in said
