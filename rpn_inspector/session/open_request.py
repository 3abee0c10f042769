"""Opening datasets and outputs, as pieces of background work."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePath

import numpy as np
import numpy.typing as npt

from rpn_inspector.analysis.layout.reread import Reread
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.analysis.timeline import Timeline, open_timeline
from rpn_inspector.core.errors import BadPredictions, InspectorError, MissingPictures
from rpn_inspector.core.plain_text import one_line
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe, recipe_of_text
from rpn_inspector.core.recipe_values import differing, value_text
from rpn_inspector.core.resources import resource
from rpn_inspector.core.user_path import user_path
from rpn_inspector.data.datasets.choose import Ambiguous
from rpn_inspector.data.datasets.dataset import Dataset, Progress
from rpn_inspector.data.datasets.find_picture import index_of_path
from rpn_inspector.data.datasets.open_dataset import Options, open_pictures
from rpn_inspector.data.pictures.images import SUFFIXES, read_image, read_size
from rpn_inspector.data.pictures.listing import walk
from rpn_inspector.data.predictions import Outputs, open_predictions
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.made_under import recipe_of
from rpn_inspector.data.predictions.onnx import OnnxPredictions
from rpn_inspector.data.predictions.rolling import is_run, steps_in
from rpn_inspector.data.predictions.run_dataset import RunDataset, run_dataset
from rpn_inspector.session.problem import Problem

TOLD = 3  # fields in which two recipes differ
DEMO_OUTPUTS, DEMO_MODEL = "predictions", "model.onnx"


@dataclass(frozen=True, slots=True, eq=False)
class BeforeReload:
    """The open outputs and the picture's place in the list, while the files are read again.

    ``missing``: how many pictures are not found as yet, where they are looked for in another folder, else None.
    """

    outputs: Outputs | None
    timeline: Timeline | None
    index: int
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A dataset to be opened, perhaps with outputs, perhaps with one picture first.

    Args:
        path: the dataset, or the common folder of ``pictures``.
        predictions: one path, or several dumps of one training.
        image: the picture to look at first, None for the first one.
        image_path: the same by its file's path as another tool knows it, see `index_of_path`.
        layout: the layout file of ``predictions``.
        options: how the dataset is opened.
        step: the training step shown of several dumps, None for the last one.
        pictures: pictures to open without a dataset.
        before: what is open already, where its files are read again.
    """

    path: Path
    _: KW_ONLY
    predictions: Path | tuple[Path, ...] | None = None
    image: str | None = None
    image_path: str | None = None
    layout: Path | None = None
    options: Options = field(default_factory=Options)
    step: int | None = None
    pictures: tuple[Path, ...] = ()
    before: BeforeReload | None = None

    @property
    def name(self) -> str:
        """Return the user's word for the dataset."""
        return f"{len(self.pictures)} pictures" if self.pictures else self.path.name or str(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """Opened outputs, with their timeline where there are several checkpoints of one training.

    Args:
        outputs: None where there are none to lay over the pictures.
        timeline: the checkpoints ``outputs`` belongs to.
        recipe: the recipe named by the outputs, where found; None for outputs of other pictures.
        problem: why the recipe, or the outputs, could not be had.
        no_match: the outputs name no picture of the dataset, or cannot be read.
        others: outputs to be listed as well.
        stand_in: nobody asked for the outputs, the demo's model stands in.
    """

    outputs: Outputs | None
    _: KW_ONLY
    timeline: Timeline | None = None
    recipe: Recipe | None = None
    problem: Problem | None = None
    no_match: Problem | None = None
    others: tuple[Outputs, ...] = ()
    stand_in: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FirstPicture:
    """The picture to look at first, before the annotations are all read: ``pixels`` (h, w, 3) uint8 RGB, contiguous."""

    name: str
    count: int
    pixels: npt.NDArray[np.uint8]


def open_or_ask(
    wanted: OpenRequest, progress: Progress | None = None, early: Callable[[FirstPicture], None] | None = None
) -> tuple[Dataset, Loaded, int] | Ambiguous:
    """Return the result of `open_all`, or the question to ask where a folder can be opened in several ways."""
    try:
        return open_all(wanted, progress, early)
    except Ambiguous as question:
        return question


def open_all(
    wanted: OpenRequest, progress: Progress | None = None, early: Callable[[FirstPicture], None] | None = None
) -> tuple[Dataset, Loaded, int]:
    """Return dataset, outputs and the first picture's index.

    ``progress(done, total)`` is called while the annotations are read and stops the reading where True is returned,
    with `Cancelled`; ``early`` gets the first picture of a dataset with slow annotations. The demo comes with the
    outputs of a small model at three checkpoints, and the model, also used for pictures opened without a dataset. A
    detector's boxes beside pictures without ground truth are outputs.
    """
    dataset = _dataset(wanted, progress, early is None)
    _check_located(dataset, wanted)
    index = _first_index(dataset, wanted)
    if early is not None and not dataset.complete:
        first = _first_picture(dataset, index)
        if first is not None:
            early(first)
    # Outputs are matched to pictures and classes by name, which need the whole dataset.
    dataset.wait()
    _ = dataset.missing, dataset.ambiguous  # counted here, not in the window's thread
    loaded = _loaded(wanted, dataset)
    if is_demo(dataset):
        # most never choose the model: no process is started for it before
        loaded = replace(loaded, others=(OnnxPredictions(resource("demo", DEMO_MODEL), dataset=dataset, later=True),))
    return dataset, loaded, index


def _loaded(wanted: OpenRequest, dataset: Dataset) -> Loaded:
    """Return the outputs to lay over an open dataset."""
    if wanted.before is not None:
        return _read_again(wanted.before, dataset)
    if wanted.predictions is not None:
        try:
            return open_outputs(wanted.predictions, dataset, wanted.layout, wanted.step)
        except InspectorError as error:  # the pictures are there all the same
            return Loaded(None, no_match=Problem.of(error))
    if isinstance(dataset, RunDataset):
        return open_outputs(dataset.root, dataset, step=wanted.step)
    if is_demo(dataset):
        return open_outputs(resource("demo", DEMO_OUTPUTS), dataset, step=wanted.step)
    if wanted.pictures or (wanted.path.suffix.lower() in SUFFIXES and wanted.path.is_file()):
        dataset.remark = _not_read(dataset)
        if not _is_readable(dataset):  # nothing for a model to run on
            return Loaded(None)
        return replace(open_outputs(resource("demo", DEMO_MODEL), dataset), stand_in=True)
    # Said once in the status line: a dataset whose every box was refused looks like one without ground truth.
    if not dataset.gt_total and dataset.warnings:
        why = dataset.warnings[0].examples[0].replace(f"{dataset.root}{os.sep}", "")
        dataset.remark = f"no ground truth: {why}"
    else:
        dataset.remark = _not_read(dataset)
    if dataset.results is not None:
        try:
            return open_outputs(dataset.results, dataset)
        except InspectorError as error:
            dataset.remark = str(error)
    return Loaded(None)


def _not_read(dataset: Dataset) -> str:
    """Return in words the first file like annotations beside a dataset that was not read, "" without one."""
    return f"not read: {dataset.unread[0].replace(f'{dataset.root}{os.sep}', '')}" if dataset.unread else ""


def _is_readable(dataset: Dataset) -> bool:
    """Return whether the dataset has a picture with a readable header."""
    path = dataset.image_path(dataset.first_readable())
    try:
        return path is not None and min(read_size(path)) > 0
    except InspectorError:
        return False


def is_lent(outputs: Outputs | None) -> bool:
    """Return whether the outputs are those of the demo's model."""
    return outputs is not None and outputs.path == resource("demo", DEMO_MODEL)


def lent_words(outputs: Outputs | None, dataset: Dataset) -> str:
    """Return in words that the outputs come from the demo's model, trained on other pictures; "" of any others."""
    if not is_lent(outputs) or is_demo(dataset):
        return ""
    return "the predictions are those of the demo's model, which never saw such pictures; none came with these"


def is_demo(dataset: Dataset) -> bool:
    """Return whether a dataset is the bundled dataset as a whole, and not only some of the pictures."""
    return dataset.root == resource("demo").resolve() and dataset.format != "pictures"


def _dataset(wanted: OpenRequest, progress: Progress | None, wait: bool) -> Dataset:
    if wanted.pictures:
        dataset = open_pictures(wanted.pictures)
        dataset.turned = wanted.options.turned
        return dataset
    if is_run(user_path(wanted.path)):
        return run_dataset(user_path(wanted.path))
    return wanted.options.open(wanted.path, progress=progress, wait=wait)


def _first_index(dataset: Dataset, wanted: OpenRequest) -> int:
    """Return the place of the picture to look at; a picture gone since is followed by the neighbour in the list."""
    if wanted.before is not None and wanted.image not in dataset.names:
        return min(wanted.before.index, len(dataset) - 1)
    if wanted.image_path is not None:
        return index_of_path(dataset, wanted.image_path)
    return dataset.find(wanted.image) if wanted.image is not None else dataset.first_readable()


def _check_located(dataset: Dataset, wanted: OpenRequest) -> None:
    """Raise `MissingPictures` where the folder the user named holds no more pictures than are found already."""
    before = wanted.before
    if before is None or before.missing is None or dataset.missing < before.missing:
        return
    total = len(dataset) + len(dataset.orphans)
    found, known = (f"{max(total - missing, 0):,}" for missing in (dataset.missing, before.missing))
    folder = wanted.options.images or dataset.root
    words = f"holds {found} of the dataset's {total:,} pictures, and {known} are found already"
    inner, count = _richest(folder, dataset)
    advice = "choose a folder with more of them in it"
    if inner is not None and count > total - before.missing:  # of folders the annotations write otherwise
        advice = f"{count:,} of their names are in {inner.relative_to(folder).as_posix()}: choose that folder itself"
    raise MissingPictures(folder, f"{words}; {advice}")


def _richest(folder: Path, dataset: Dataset) -> tuple[Path | None, int]:
    """Return the folder under ``folder`` with the most pictures called as those of a dataset, and how many."""
    wanted = {PurePath(name).name for name in (*dataset.names, *(name for name, _ in dataset.orphans))}
    found = Counter(str(PurePath(path).parent) for path in walk(folder) if PurePath(path).name in wanted)
    place, count = next(iter(found.most_common(1)), ("", 0))
    return (folder / place if place not in ("", ".") else None), count


def _read_again(again: BeforeReload, dataset: Dataset) -> Loaded:
    """Return outputs as the files are now; unreadable outputs are left out, and reported."""
    outputs, timeline = again.outputs, again.timeline
    if outputs is None or isinstance(outputs, SimulatedPredictions):  # which have no file
        return Loaded(outputs)
    try:
        if timeline is not None:
            # A training that still runs deletes old checkpoints: what is left goes on as the timeline.
            now = open_timeline([dump.path for dump in timeline.dumps if dump.path.exists()] or [outputs.path])
            position = now.nearest(outputs.step) if outputs.step is not None else len(now) - 1
            return Loaded(now.at(position), timeline=now)
        stored = outputs.outputs if isinstance(outputs, Reread) else outputs
        layout = None if stored.layout is None else stored.layout.path
        again_read = open_predictions(stored.path, dataset, layout)
        return Loaded(Reread(again_read, outputs.hypothesis) if isinstance(outputs, Reread) else again_read)
    except InspectorError as error:
        return Loaded(None, problem=Problem.of(error))


def _first_picture(dataset: Dataset, index: int) -> FirstPicture | None:
    """Return the picture to look at first, None where missing or unreadable; the trouble is reported later."""
    path = dataset.image_path(index)
    if path is None:
        return None
    try:
        pixels = read_image(path, turned=dataset.turned).pixels
    except InspectorError:
        return None
    return FirstPicture(dataset.names[index], len(dataset), np.ascontiguousarray(pixels))


def open_outputs(
    path: Path | tuple[Path, ...], dataset: Dataset | None, layout: Path | None = None, step: int | None = None
) -> Loaded:
    """Return the outputs at ``path``; several dumps, or a folder of dumps, become a timeline.

    Shown at ``step``, else at the last step. Raises `BadPredictions` where ``step`` has no outputs.
    """
    places = _dumps_of(path) if isinstance(path, Path) else path
    timeline = open_timeline(places) if len(places) > 1 else None
    outputs: Outputs = timeline.at(len(timeline) - 1) if timeline else open_predictions(places[0], dataset, layout)
    if step is not None:
        known: dict[int | None, Outputs] = {each.step: each for each in (timeline.dumps if timeline else (outputs,))}
        if step not in known:
            steps = ", ".join("no step" if each is None else str(each) for each in known)
            raise BadPredictions(f"{path}: has no outputs of step {step}, but of {steps}")
        outputs = known[step]
    no_match = None if dataset is None else none_fits(outputs, dataset)
    if no_match is not None:  # of other pictures: their recipe has nothing to do with these
        return Loaded(outputs, timeline=timeline, no_match=no_match)
    try:
        return Loaded(outputs, timeline=timeline, recipe=recipe_of(outputs))
    except InspectorError as error:
        return Loaded(outputs, timeline=timeline, recipe=None, problem=Problem.of(error))


def none_for(outputs: Outputs, name: str) -> str:
    """Return a sentence: no outputs for picture ``name``, and how many other pictures have some."""
    names = outputs.names
    others = "1 other" if len(names) == 1 else f"{len(names):,} others"
    return f"no outputs for picture {name!r}" + (f", but for {others}, such as {names[0]!r}" if names else "")


def none_fits(outputs: Outputs, dataset: Dataset) -> Problem | None:
    """Return the problem of outputs that name no picture of the dataset, None where some fits or none is known."""
    names, pictures = outputs.names, zip(dataset.names, dataset.image_ids, strict=True)
    if not names or not dataset.names or any(outputs.has(name, id_) for name, id_ in pictures):
        return None
    count = "1 picture" if len(names) == 1 else f"{len(names):,} pictures"
    return Problem.general(
        f"{outputs.path.name}: has outputs for {count}, such as {names[0]!r}, but for none of the "
        f"dataset's {len(dataset):,}, such as {dataset.names[0]!r}"
    )


def _dumps_of(path: Path) -> tuple[Path, ...]:
    """Return the dumps of a folder without other outputs, of a recorded training its steps, else ``path``."""
    folder = user_path(path)
    if not folder.is_dir() or (folder / "meta.json").is_file():
        return (path,)
    found = steps_in(folder) if is_run(folder) else dumps_in(folder)
    return tuple(found) or (path,)


def left_out(outputs: Outputs | None, timeline: Timeline | None = None) -> tuple[str, ...]:
    """Return one line for each unused part of the outputs: records of a file, dumps of a timeline."""
    lines = [] if timeline is None else list(timeline.left_out)
    if outputs is not None and outputs.skipped:
        records = "record" if outputs.skipped == 1 else "records"
        lines.append(f"{outputs.skipped:,} {records} of {outputs.path.name} left out: {outputs.warnings[0]}")
    if outputs is not None and (line := _named_against_recorded(outputs)):
        lines.append(line)
    return tuple(lines)


def differences(made: Recipe, shown: Recipe) -> str:
    """Return the fields in which two recipes differ, the first `TOLD` with both values, to end a line with."""
    there, here = dict(made.further), dict(shown.further)
    alone = dict.fromkeys(there.keys() - here.keys(), "there") | dict.fromkeys(here.keys() - there.keys(), "here")
    told = [f"stage {name} {side} alone" for name, side in alone.items()]
    inside = tuple(f"stage.{name}." for name in alone)
    fields = [each for each in differing(made, shown) if not each[0].startswith(inside)]
    told += [f"{place} {value_text(one)} there, {value_text(other)} here" for place, one, other in fields[:TOLD]]
    more = f"; and {len(fields) - TOLD} fields more" if len(fields) > TOLD else ""
    return f": {'; '.join(told)}{more}" if told else ""


def _named_against_recorded(outputs: Outputs) -> str:
    """Return a line where the recipe recorded whole is not the one named, which is then not used; else nothing."""
    if outputs.recipe_toml is None or outputs.recipe is None:
        return ""
    return _recorded_apart(outputs.recipe, outputs.recipe_toml, outputs.path)


@lru_cache(maxsize=64)  # asked for each picture, while reading a recipe takes as long as all else that is said of one
def _recorded_apart(name: str, text: str, path: Path) -> str:
    if name not in list_recipes():
        return ""
    recorded, named = recipe_of_text(text, path), load_recipe(name)
    if named.hash in (recorded.hash, replace(recorded, further=()).hash):  # named by its first stage
        return ""
    return one_line(
        f"{path.name}: names the recipe {named.name}, but the model recorded differs{differences(recorded, named)}"
    )
