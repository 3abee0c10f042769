"""The annotation files of a folder as datasets, and the question for several possible datasets."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.data.datasets.detect import DETECTIONS, EMPTY, sniff_group
from rpn_inspector.data.datasets.format_registry import format_named, formats, suffix_of, titles
from rpn_inspector.data.datasets.support.format import Format, Grouping
from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.path_match import is_annotation_folder


@dataclass(frozen=True, slots=True)
class DatasetChoice:
    """One possible dataset of a folder: the annotation ``files`` and the name of their format."""

    format: str
    files: tuple[Path, ...]

    def words(self, folder: Path) -> str:
        """Return the choice in words for a user."""
        first = self.files[0].relative_to(folder).as_posix()
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        return f"{titles()[self.format]} ({first}{more})"

    def options(self, folder: Path) -> str:
        """Return the options of the command line for the choice."""
        if len(self.files) == 1:
            return f"--annotations {self.files[0].relative_to(folder).as_posix()}"
        return f"--dataset-format {self.format}"  # of an export --format is another


class Ambiguous(InspectorError):
    """A folder with several possible datasets, ``choices``."""

    def __init__(self, folder: Path, choices: Sequence[DatasetChoice]) -> None:
        one_each = list({choice.format: choice for choice in reversed(choices)}.values())[::-1]
        told = [*one_each, *(choice for choice in choices if choice not in one_each)]
        ways = [f"{titles()[choice.format]}: {choice.options(folder)}" for choice in told]
        super().__init__(f"{folder}: can be opened in {len(choices)} ways, say which: {some_of(ways, '; ')}")
        self.folder = folder
        self.choices = tuple(choices)


def choose(folder: Path, candidates: Sequence[Path], wanted_format: str | None) -> DatasetChoice | None:
    """Return the single dataset among the ``candidates``, None without annotations.

    Raises `Ambiguous` for several, `BadFile` for none of ``wanted_format``, the name of a format.
    """
    choices = _choices(candidates)
    if wanted_format is not None:
        choices = [choice for choice in choices if choice.format == wanted_format]
        if not choices:
            raise BadFile(folder, f"holds no {titles()[wanted_format]} annotations")
    # Asked of one format alone: where another format could be meant too, the user sees every choice.
    if len({choice.format for choice in choices}) == 1:
        format_ = _format(choices[0].format)
        main = set(format_.main([choice.files[0] for choice in choices]))
        choices = [choice for choice in choices if choice.files[0] in main]
    if len(choices) > 1:
        raise Ambiguous(folder, choices)
    return choices[0] if choices else None


def _format(name: str) -> Format:
    found = format_named(name)
    assert found is not None
    return found


def _choices(candidates: Sequence[Path]) -> list[DatasetChoice]:
    groups: dict[tuple[str, str | None], list[Path]] = {}
    for path in candidates:
        groups.setdefault((str(path).rpartition(os.sep)[0], suffix_of(path)), []).append(path)
    by_format: dict[str, list[Path]] = {}
    suffixes: dict[str, set[str | None]] = {}
    blank: list[Path] = []
    for (_, suffix), paths in groups.items():
        found = sniff_group(paths)
        # Files of one folder and suffix, one a picture, are of one format, a broken or empty file among them too. Where
        # two formats are mixed, nothing can be said of such a file.
        per_picture = {each.name for each in formats() if suffix in each.per_picture}.intersection(found)
        only = next(iter(per_picture)) if len(per_picture) == 1 else None
        for path, name in zip(paths, found, strict=True):
            if name == EMPTY and not per_picture and _may_be_of_a_picture(path):
                blank.append(path)
            if name in (None, EMPTY):
                name = only  # a broken file, or one without objects: of the format of the files beside
            if name is not None and name != DETECTIONS:
                by_format.setdefault(name, []).append(path)
                suffixes.setdefault(name, set()).add(suffix)
    # A folder of empty files alone, as of a class or a split without objects, is of the format of the others.
    single = [name for name in by_format if ".txt" in _format(name).per_picture]
    if len(single) == 1:
        by_format[single[0]] += blank
    return [choice for name, paths in by_format.items() for choice in _of_format(_format(name), paths, suffixes[name])]


def _may_be_of_a_picture(path: Path) -> bool:
    """Return whether a file lies beside a picture of its name, or in a folder of annotations."""
    folders = (path.parent.name, path.parent.parent.name)
    return any(map(is_annotation_folder, folders)) or any(path.with_suffix(each).exists() for each in SUFFIXES)


def _of_format(format_: Format, paths: list[Path], suffixes: Collection[str | None]) -> list[DatasetChoice]:
    """Return the datasets that files of one format and of these ``suffixes`` are."""
    others = set(suffixes).difference(format_.per_picture) if format_.per_picture else set()
    tables = [path for path in paths if suffix_of(path) in others] if others else []
    if tables:  # one of these names all the others
        return [DatasetChoice(format_.name, (path,)) for path in format_.main(tables)]
    same_name = format_.grouping is Grouping.SAME_NAME and len({path.name for path in paths}) == 1
    if same_name or format_.grouping is Grouping.TOGETHER or format_.together(paths):
        return [DatasetChoice(format_.name, tuple(paths))]
    return [DatasetChoice(format_.name, (path,)) for path in paths]
