"""``open_predictions``: the outputs at a path, of whatever kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.regular_file import open_regular
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.predictions.arrays import first_line, is_zip
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump import Predictions, open_dump, open_run
from rpn_inspector.data.predictions.outputs import Predictor, as_outputs
from rpn_inspector.data.remote.fetching import local_path

if TYPE_CHECKING:
    from typing import TypeAlias

    from rpn_inspector.data.datasets.dataset import Dataset
    from rpn_inspector.data.predictions.onnx import OnnxPredictions
    from rpn_inspector.data.predictions.plain_arrays import PlainArrays
    from rpn_inspector.data.predictions.results import DetectionResults

    AnyPredictions: TypeAlias = Predictions | DetectionResults | OnnxPredictions | PlainArrays

PICKLES = (".pkl", ".pickle")
_WANTED = Text(
    "wanted a raw-output dump (a folder with meta.json, or a .zip of it, or a folder of such), COCO results (.json), "
    "text of class score x1 y1 x2 y2 or MOT Challenge's det.txt (.txt), an ONNX model, arrays (.npz), "
    "an export as .parquet, "
    "or a .pkl of decoded boxes"
)


def open_predictions(
    path: str | Path,
    dataset: Dataset | None = None,
    layout: str | Path | None = None,
    engine: str = "any",
) -> AnyPredictions:
    """Return the outputs at ``path``, their kind found out from name and content.

    Raises `BadFile` for an unusable path, `BadPredictions` for broken outputs.

    Args:
        path: a dump, decoded boxes, plain arrays or an ONNX model; of a folder of dumps the newest, and the others by
            `Predictions.at`. An address is fetched first, see `local_path`.
        dataset: knows the pictures' names in order, needed by MMDetection's results, and the pictures' places, needed
            by a model asked by name.
        layout: the TOML naming the arrays of a model or of plain arrays; by default the TOML beside, of the same name.
        engine: runs a model: opencv, onnxruntime, or "any": onnxruntime, if installed, for models OpenCV cannot read or
            run.

    Returns:
        The outputs; every kind answers ``predict(sample, recipe)``.
    """
    place = user_path(local_path(path))
    layout = None if layout is None else local_path(layout)
    if not place.exists():
        raise BadFile(place, Text.of("no such file or folder, {wanted}", wanted=_WANTED))
    try:
        return _open_folder(place, layout) if place.is_dir() else _open_file(place, dataset, layout, engine)
    except OSError as error:
        raise BadFile(place, f"not readable: {first_line(error)}") from error


def prediction_for(outputs: Predictor | Mapping[str, Prediction], sample: Sample, recipe: Recipe) -> Prediction | None:
    """Return the raw outputs for ``sample`` under ``recipe``, None where there are none.

    ``outputs`` were opened with `open_predictions`, or are a caller's own: a mapping of picture name to `Prediction`,
    or an object with ``predict``.
    """
    return as_outputs(outputs).predict(sample, recipe)


def _open_folder(place: Path, layout: str | Path | None) -> AnyPredictions:
    if (place / "meta.json").is_file():
        return open_dump(place)
    arrays = sorted(place.glob("*.npz"))
    if arrays:
        return _plain_arrays(place, arrays, layout)
    from rpn_inspector.data.predictions import mot_detections, results

    if mot_detections.looks_like(place / "det.txt"):
        return mot_detections.read_mot(place / "det.txt")
    if any(results.looks_like_text(file) for file in place.glob("*.txt")):
        return results.read_text(place)
    dumps = dumps_in(place)
    if dumps:
        return open_dump(dumps[0]) if len(dumps) == 1 else open_run(place, dumps)
    raise BadFile(place, Text.of("holds no meta.json, .npz or .txt of boxes, {wanted}", wanted=_WANTED))


def _open_file(place: Path, dataset: Dataset | None, layout: str | Path | None, engine: str) -> AnyPredictions:
    if not place.is_file():
        raise BadFile(place, f"is neither a file nor a folder, {_WANTED}")
    suffix = place.suffix.lower()
    if place.name == "meta.json":
        return open_dump(place)
    if suffix == ".npz":
        return _plain_arrays(place, [place], layout)
    if suffix == ".onnx":
        from rpn_inspector.data.predictions.onnx import OnnxPredictions

        return OnnxPredictions(place, layout, engine, dataset)
    if suffix in PICKLES:
        from rpn_inspector.data.predictions.frameworks import read_results_pickle

        return read_results_pickle(place, None if dataset is None else dataset.names)
    if suffix == ".parquet":
        from rpn_inspector.data.predictions.parquet_boxes import read_parquet

        return read_parquet(place)
    if suffix in (".json", ".txt"):
        from rpn_inspector.data.predictions import mot_detections, results

        if suffix == ".json":
            ids = {} if dataset is None else dict(zip(dataset.names, dataset.image_ids, strict=True))
            return results.read_coco(place, {name: id_ for name, id_ in ids.items() if id_})
        return mot_detections.read_mot(place) if mot_detections.looks_like(place) else results.read_text(place)
    if suffix == ".zip" or is_zip(place):
        return open_dump(place)
    with open_regular(place) as stream:
        start = stream.read(2)
    if start[:1] == b"\x80" and start[1:2] in b"\2\3\4\5":
        raise BadFile(place, Text("looks like a pickle, which is read only where its name says so: .pkl or .pickle"))
    words = Text.of("is of no known kind ({suffix}), {wanted}", suffix=suffix or Text("no suffix"), wanted=_WANTED)
    raise BadFile(place, words)


def _plain_arrays(place: Path, files: list[Path], layout: str | Path | None) -> PlainArrays:
    from rpn_inspector.data.predictions.layout_toml import read_layout
    from rpn_inspector.data.predictions.plain_arrays import open_arrays

    beside = place / "layout.toml" if place.is_dir() else place.with_suffix(".toml")
    said = user_path(layout) if layout is not None else beside if beside.is_file() else None
    return open_arrays(place, {file.stem: file for file in files}, None if said is None else read_layout(said))
