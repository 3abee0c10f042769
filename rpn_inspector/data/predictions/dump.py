"""Raw-output dumps: a folder or one .zip with ``meta.json`` and an ``.npz`` per picture; schema 1."""

from __future__ import annotations

import contextlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from pathlib import Path
from typing import IO

from rpn_inspector.core.detections import looks_encoded_back
from rpn_inspector.core.errors import BadFile, BadLayout, BadPredictions, InspectorError
from rpn_inspector.core.prediction import HEADS, MORE_LOSSES, Prediction
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.core.regular_file import open_regular, read_whole
from rpn_inspector.core.sample import Sample
from rpn_inspector.core.text import Text
from rpn_inspector.core.user_path import user_path
from rpn_inspector.core.values import Array
from rpn_inspector.data.predictions.arrays import ZIP_ERRORS, first_line, read_member, read_npz
from rpn_inspector.data.predictions.dump_writer import SCHEMA
from rpn_inspector.data.predictions.made_under import made_under
from rpn_inspector.data.predictions.name_match import Names
from rpn_inspector.data.predictions.outputs import OutputsBase
from rpn_inspector.data.predictions.roi_arrays import rois_of
from rpn_inspector.data.predictions.taker import Taker
from rpn_inspector.data.predictions.trained_arrays import trained_of

MAX_META_BYTES = 64 << 20
MAX_META_VALUES = 2_000_000
LAST_STEP = 1 << 53


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Predictions(OutputsBase):
    """One dump: raw outputs by picture name, each read when asked for. Safe to use from threads.

    Args:
        path: the dump's folder or .zip.
        files: the ``.npz`` of each picture, by picture name.
        recipe: the name given by the maker, None where not said.
        recipe_toml: the whole recipe as a recorder took it from the model, None where not recorded.
        producer: the program that wrote the dump.
        checkpoint: the checkpoint's name, None where not said.
        step: the training step, None where not said.
        simulated: whether no network made the numbers.
        classes: the names of the classes in order, empty where not said.
        prefix: the folder of ``files`` inside a .zip.
        run: the dumps of one training by step, this one among them, where a folder of several was opened.
        left_out: a line for each dump of that folder without a place in it.
        written: which meta.json a folder held at the opening, by time in ns and size, which a copy keeps: another dump
            put in its place never answers for it.
    """

    path: Path
    files: Mapping[str, str]
    _: KW_ONLY
    recipe: str | None = None
    recipe_toml: str | None = None
    producer: str = ""
    checkpoint: str | None = None
    step: int | None = None
    simulated: bool = False
    classes: tuple[str, ...] = ()
    prefix: str = ""
    run: Mapping[int, Predictions] = field(default_factory=dict, repr=False)
    left_out: tuple[str, ...] = ()
    written: tuple[int, int] | None = None
    _names: Names = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make the names findable."""
        object.__setattr__(self, "_names", Names(self.files))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the picture names as the dump has them."""
        return tuple(self.files)

    def __len__(self) -> int:
        """Return the number of pictures."""
        return len(self.files)

    @property
    def steps(self) -> tuple[int, ...]:
        """Return the steps there are, ascending: of a folder of dumps all, else this dump's own, () without one."""
        return tuple(sorted(self.run)) or (() if self.step is None else (self.step,))

    @property
    def skipped(self) -> int:
        """Return how many dumps of the folder have no place in it."""
        return len(self.left_out)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return why each of them has none."""
        return self.left_out

    def at(self, step: int) -> Predictions:
        """Return the outputs at a training step, one of `steps`; raises `BadPredictions` for another."""
        if step == self.step:
            return self
        if step not in self.run:
            known = ", ".join(map(str, self.steps)) or "no step"
            raise BadPredictions(f"{self.path}: has no outputs of step {step}, but of {known}")
        return replace(self.run[step], run=self.run, left_out=self.left_out)

    def __iter__(self) -> Iterator[str]:
        """Return an iterator over picture names."""
        return iter(self.files)

    def __contains__(self, name: object) -> bool:
        """Return whether there are outputs for a picture."""
        return isinstance(name, str) and self.match(name) is not None

    def has(self, name: str, image_id: str) -> bool:
        """Return whether there are outputs for the picture named so."""
        return self._names.match(name) is not None

    def __getitem__(self, name: str) -> Prediction:
        """Return the outputs for picture ``name``; raises `BadPredictions` for missing or broken outputs."""
        found = self.match(name)
        if found is None:
            raise BadPredictions(
                f"{self.path}: no outputs for picture {name!r}, wanted one of its {len(self)} pictures"
            )
        return self._load(found)

    def get(self, name: str) -> Prediction | None:
        """Return the outputs for picture ``name``, or None where the dump has none."""
        found = self.match(name)
        return None if found is None else self._load(found)

    def predict(self, sample: Sample, recipe: Recipe) -> Prediction | None:
        """Return the outputs for a picture, None where the dump has none; the same under any recipe."""
        return self.get(sample.name)

    def match(self, name: str) -> str | None:
        """Return the dump's own name for a picture: the same, or a single name that differs by folder or ending alone.

        A folder or an ending stated on both sides must agree: ``train/1.jpg`` never answers for ``val/1.jpg``.
        """
        return self._names.match(name)

    def _load(self, name: str) -> Prediction:
        file = self.files[name]
        source = f"{self.path}/{file}"
        try:
            with self._open(file, name) as stream:
                found = prediction_of(read_npz(stream, source), source, self.simulated)
        except OSError as error:
            raise BadPredictions(f"{source}: not readable: {first_line(error)}") from error
        # looked at after the numbers were read: another dump in this place has other numbers under the same name
        if self.written is not None and _written(self.path) != self.written:
            raise BadPredictions(f"{self.path}: written anew since it was opened, open it again")
        return replace(found, recipe=made_under(self), column_names=self.classes)

    @contextlib.contextmanager
    def _open(self, file: str, name: str) -> Iterator[IO[bytes]]:
        missing = f"{self.path}: meta.json names {file!r} for picture {name!r}, but there is no such file"
        if self.path.is_dir():
            target = self.path / file
            # meta.json is checked for such names; a link inside the folder can still lead out.
            if not _inside(target, self.path):
                raise BadPredictions(f"{self.path}: {file!r} leads out of the folder, wanted a file inside")
            if not target.exists():
                raise BadPredictions(missing)
            with open_regular(target) as stream:
                yield stream
            return
        try:
            with open_regular(self.path) as whole, zipfile.ZipFile(whole) as archive:
                try:
                    member = archive.getinfo(self.prefix + file)
                except KeyError:
                    raise BadPredictions(missing) from None
                content = read_member(archive, member, f"{self.path}/{file}")
        except ZIP_ERRORS as error:
            raise BadPredictions(f"{self.path}/{file}: not readable: {first_line(error)}") from error
        yield content


def _written(folder: Path) -> tuple[int, int] | None:
    """Return which meta.json a folder holds, by time in ns and size in bytes; None where there is none."""
    try:
        found = (folder / "meta.json").stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _inside(target: Path, folder: Path) -> bool:
    try:
        return target.resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # links that lead to each other
        return False


def open_dump(path: str | Path) -> Predictions:
    """Return the raw outputs at ``path``: a dump's folder, meta.json, or .zip.

    Only meta.json is read here. Raises `BadFile` where nothing usable is there, `BadPredictions` where meta.json is
    not as schema 1 says.
    """
    path = user_path(path)
    if path.name == "meta.json":
        path = path.parent
    prefix = ""
    written = None
    try:
        if path.is_dir():
            meta, written = path / "meta.json", _written(path)
            if not meta.is_file():
                raise BadFile(path, Text("holds no meta.json, wanted the folder of a raw-output dump"))
            if meta.stat().st_size > MAX_META_BYTES:
                raise BadPredictions(f"{meta}: {meta.stat().st_size} bytes, wanted at most {MAX_META_BYTES}")
            text = read_whole(meta)
        else:
            text, prefix = _meta_in_zip(path)
    except OSError as error:
        raise BadFile(path, f"not readable: {first_line(error)}") from error
    return replace(_from_meta(path, text, prefix), written=written)


def by_step(places: Sequence[Path]) -> tuple[dict[int, Predictions], list[InspectorError]]:
    """Return the dumps at ``places`` by their step, and the trouble with those left out, in the order of ``places``.

    Left out is a dump that is broken or without a step, one whose step is taken, and one of another recipe than the
    newest's.
    """
    opened: dict[Path, Predictions] = {}
    trouble: dict[Path, InspectorError] = {}
    for place in places:
        try:
            opened[place] = open_dump(place)
        except InspectorError as error:
            trouble[place] = error
    found: dict[int, Predictions] = {}
    for place, dump in sorted(opened.items(), key=lambda each: -(each[1].step or 0)):
        try:
            found[_step_of(dump, found)] = dump
        except InspectorError as error:
            trouble[place] = error
    return found, [trouble[place] for place in places if place in trouble]


def _step_of(dump: Predictions, others: Mapping[int, Predictions]) -> int:
    """Return the step of a dump beside ``others``; raises `BadPredictions` for a dump without a free step."""
    meta = f"{dump.path}/meta.json"
    if dump.step is None:
        raise BadPredictions(f"{meta}: step is null, wanted the training step, to place it in time")
    if dump.step in others:
        raise BadPredictions(f"{meta}: step {dump.step}, which {others[dump.step].path} has already")
    named = next((other for other in others.values() if other.recipe), None)
    if named is not None and dump.recipe and dump.recipe != named.recipe:
        raise BadPredictions(f"{meta}: recipe {dump.recipe!r}, wanted {named.recipe!r} as in {named.path}")
    return dump.step


def open_run(folder: Path, places: Sequence[Path]) -> Predictions:
    """Return the dump of the highest step among ``places`` in ``folder``, which knows the others; see `Predictions.at`.

    Left out is what `by_step` leaves out, with a line each. Raises `BadFile` where nothing is left.
    """
    run, left_out = by_step(places)
    if not run:
        shown = ", ".join(place.name for place in places[:4]) + (", ..." if len(places) > 4 else "")
        raise BadFile(folder, f"holds {len(places)} dumps ({shown}), none with a step; wanted one of them")
    return replace(run[max(run)], run=run, left_out=tuple(map(str, left_out)))


def _meta_in_zip(path: Path) -> tuple[bytes, str]:
    try:
        with open_regular(path) as whole, zipfile.ZipFile(whole) as archive:
            places = [name for name in archive.namelist() if name == "meta.json" or name.endswith("/meta.json")]
            places = [name for name in places if name.count("/") <= 1]
            place = "meta.json" if "meta.json" in places else places[0] if len(places) == 1 else None
            if place is None and any(name.endswith("/data.pkl") for name in archive.namelist()):
                raise BadFile(path, "is written by torch.save, wanted a raw-output dump")
            if place is None:
                raise BadFile(
                    path, Text.of("holds {n} meta.json, wanted one, at its top or in its only folder", n=len(places))
                )
            meta = read_member(archive, archive.getinfo(place), f"{path}/{place}", MAX_META_BYTES)
            return meta.getvalue(), place.removesuffix("meta.json")
    except ZIP_ERRORS as error:
        raise BadFile(path, Text.of("not readable as .zip: {why}", why=first_line(error))) from error


_KIND_WORDS = {str: "a text", int: "an integer", bool: "true or false"}


def _from_meta(path: Path, text: bytes, prefix: str) -> Predictions:
    place = f"{path}/meta.json"
    # Each value takes some hundred bytes, a letter of a packed file some thousandth: counted, not made, at most.
    values = 1 + sum(map(text.count, (b",", b"[", b"{")))
    if values > MAX_META_VALUES:
        raise BadPredictions(f"{place}: up to {values:,} values, wanted at most {MAX_META_VALUES:,}")
    try:
        meta = json.loads(text.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise BadPredictions(f"{place}: not readable as JSON: {first_line(error)}") from error
    if not isinstance(meta, dict):
        raise BadPredictions(f"{place}: holds a {type(meta).__name__}, wanted an object with schema and images")
    if meta.get("schema") != SCHEMA or isinstance(meta.get("schema"), bool):
        raise BadPredictions(f"{place}: schema {meta.get('schema')!r}, wanted {SCHEMA}")
    kinds = {"producer": str, "recipe": str, "recipe_toml": str, "checkpoint": str, "step": int, "simulated": bool}
    for key, kind in kinds.items():
        value = meta.get(key)
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise BadPredictions(f"{place}: {key} is {value!r}, wanted {_KIND_WORDS[kind]}")
    if abs(meta.get("step") or 0) > LAST_STEP:
        raise BadPredictions(f"{place}: step is beyond {LAST_STEP}, wanted a training step")
    classes = meta.get("classes", [])
    if not isinstance(classes, list) or not all(isinstance(each, str) for each in classes):
        raise BadPredictions(f"{place}: classes is {classes!r:.80}, wanted a list of names")
    images = meta.get("images")
    if not isinstance(images, dict):
        raise BadPredictions(f"{place}: images is {type(images).__name__}, wanted an object of picture name: file")
    for name, file in images.items():
        _check_file(place, name, file)
    return Predictions(
        path,
        dict(images),
        recipe=meta.get("recipe"),
        recipe_toml=meta.get("recipe_toml"),
        producer=meta.get("producer") or "",
        checkpoint=meta.get("checkpoint"),
        step=meta.get("step"),
        simulated=bool(meta.get("simulated")),
        classes=tuple(classes),
        prefix=prefix,
    )


def _check_file(place: str, name: str, file: object) -> None:
    if not isinstance(file, str) or not file.endswith(".npz"):
        raise BadPredictions(f"{place}: picture {name!r} has file {file!r}, wanted the name of an .npz")
    parts = file.replace("\\", "/").split("/")
    if file.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in file:
        raise BadPredictions(f"{place}: picture {name!r} has file {file!r}, which leads out of the dump")


def _check_owners(owners: Array | None, positive: Array | None, gt: Array | None, source: str) -> None:
    """Raise `BadPredictions` where ``sampled_gt`` is not a ground truth for each positive anchor sampled."""
    if owners is None:
        return
    if positive is not None and len(owners) != len(positive):
        wanted = f"wanted ({len(positive)},), one for each of sampled_positive"
        raise BadPredictions(f"{source}: sampled_gt {owners.shape}, {wanted}")
    if gt is not None and owners.size and owners.max() >= len(gt):
        of = f"0 to {len(gt) - 1}, places in gt" if len(gt) else "none, as gt is empty"
        raise BadPredictions(f"{source}: sampled_gt holds {owners.max()}, wanted {of}")


def _boxed(take: Taker, count: int) -> dict[int, str]:
    """Return the classes of decoded boxes that were put back, by the flat index of the anchor."""
    anchors, names = take.indices("boxed_anchor"), take.words("boxed_class")
    if len(names) != (0 if anchors is None else len(anchors)):
        raise take.bad("boxed_class", f"has {len(names)} names", "one for each of boxed_anchor")
    if anchors is not None and anchors.size and anchors.max() >= count:
        raise take.bad("boxed_anchor", f"holds {anchors.max()}", f"anchors below {count}")
    return {} if anchors is None else dict(zip(anchors.tolist(), names, strict=True))


def prediction_of(arrays: Mapping[str, Array], source: str, simulated: bool = False) -> Prediction:
    """Return the outputs in arrays named as in schema 1; raises `BadPredictions` naming the trouble."""
    take = Taker(arrays, source)
    flat = "objectness" in arrays or "deltas" in arrays
    levels = sum(name.startswith("objectness_") and name[11:].isdecimal() for name in arrays)
    if flat and levels:
        raise BadPredictions(f"{source}: holds both objectness and objectness_0, wanted one way of writing")
    if not flat and not levels:
        found = ", ".join(sorted(arrays)) or "nothing"
        raise BadPredictions(f"{source}: holds {found}, wanted objectness and deltas, flat or per level (objectness_0)")
    objectness = deltas = None
    by_level: list[tuple[Array, Array]] = []
    if flat:
        objectness, deltas = take.numbers("objectness", 1, 2), take.numbers("deltas", 2)
        # a coordinate may have several numbers: the recipe says how many
        fits = deltas.ndim == 2 and len(deltas) == len(objectness) and deltas.shape[1] and deltas.shape[1] % 4 == 0
        if not fits or 0 in objectness.shape[1:]:
            raise BadLayout(
                f"{source}: objectness {objectness.shape} and deltas {deltas.shape}, "
                "wanted (N,) or (N, classes) and (N, 4) of the same N, or (N, 4 bins)"
            )
    else:
        by_level = [take.level(number) for number in range(levels)]
        extra = [name for name in arrays if name.startswith("deltas_") and name[7:] not in map(str, range(levels))]
        if extra:
            raise BadLayout(f"{source}: holds {extra[0]}, wanted deltas for its {levels} levels of objectness only")
    gt = take.numbers("gt", 2) if "gt" in arrays else None
    if gt is not None and gt.shape[1] != 4:
        raise BadPredictions(f"{source}: gt {gt.shape}, wanted (G, 4)")
    kinds = take.owners("gt_class")
    if kinds is not None and (gt is None or len(kinds) != len(gt)):
        raise BadPredictions(f"{source}: gt_class {kinds.shape}, wanted (G,), a class for each of gt")
    _check_owners(take.indices("sampled_gt"), take.indices("sampled_positive"), gt, source)
    of_boxes = bool(take.number("encoded_back"))
    if objectness is not None and deltas is not None and "encoded_back" not in arrays:  # as in older dumps
        of_boxes = looks_encoded_back(objectness, deltas)
    return Prediction(
        objectness=objectness,
        deltas=deltas,
        levels_objectness=tuple(scores for scores, _ in by_level),
        levels_deltas=tuple(shifts for _, shifts in by_level),
        network_size=take.size("network_size"),
        padded_size=take.size("padded_size"),
        original_size=take.size("original_size"),
        gt=gt,
        gt_class=kinds,
        sampled_positive=take.indices("sampled_positive"),
        sampled_negative=take.indices("sampled_negative"),
        sampled_gt=take.indices("sampled_gt"),
        loss_objectness=take.number("loss_objectness"),
        loss_box=take.number("loss_rpn_box" if "loss_rpn_box" in arrays else "loss_box"),
        loss_more={name: value for name in MORE_LOSSES if (value := take.number(f"loss_{name}")) is not None},
        loss_average=take.number("loss_average"),
        batch=take.words("batch"),
        mode=take.mode(),
        level_shapes=take.shapes("level_shapes"),
        heads={name: take.numbers(name, 1, 2) for name in HEADS if name in arrays},
        levels_heads={name: take.planes(name, levels) for name in HEADS if f"{name}_0" in arrays},
        source=source,
        simulated=simulated,
        encoded_back=of_boxes,
        classes=_boxed(take, 0 if objectness is None else len(objectness)),
        rois=rois_of(take, None if gt is None else len(gt)),
        trained=trained_of(take, gt),
    ).checked()
