"""The annotation files of a folder as datasets, and the question for several possible datasets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.plain_text import some_of
from rpn_inspector.data.datasets.detect import DETECTIONS, EMPTY, sniff, sniff_group
from rpn_inspector.data.datasets.format_registry import format_named, formats, listed, suffix_of, titles, wanted
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Format, Grouping
from rpn_inspector.data.datasets.support.text import read_json
from rpn_inspector.data.pictures.path_match import is_annotation_folder

MOST_NAMED = 5  # files beside pictures that are named because they hold no ground truth


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
    groups: dict[tuple[Path, str | None], list[Path]] = {}
    for path in candidates:
        groups.setdefault((path.parent, suffix_of(path)), []).append(path)
    by_format: dict[str, list[Path]] = {}
    for (_, suffix), paths in groups.items():
        found = sniff_group(paths)
        # Files of one folder and suffix, one a picture, are of one format, a broken or empty file among them too. Where
        # two formats are mixed, nothing can be said of such a file.
        per_picture = {each.name for each in formats() if suffix in each.per_picture}.intersection(found.values())
        only = next(iter(per_picture)) if len(per_picture) == 1 else None
        for path, name in found.items():
            if name in (None, EMPTY):
                name = only  # a broken file, or one without objects: of the format of the files beside
            if name is not None and name != DETECTIONS:
                by_format.setdefault(name, []).append(path)
    return [choice for name, paths in by_format.items() for choice in _of_format(_format(name), paths)]


def _of_format(format_: Format, paths: list[Path]) -> list[DatasetChoice]:
    tables = [path for path in paths if format_.per_picture and suffix_of(path) not in format_.per_picture]
    if tables:  # one of these names all the others
        return [DatasetChoice(format_.name, (path,)) for path in format_.main(tables)]
    same_name = format_.grouping is Grouping.SAME_NAME and len({path.name for path in paths}) == 1
    if same_name or format_.grouping is Grouping.TOGETHER or format_.together(paths):
        return [DatasetChoice(format_.name, tuple(paths))]
    return [DatasetChoice(format_.name, (path,)) for path in paths]


def files_without_boxes(files: Sequence[Path], pictures: Collection[str]) -> list[tuple[str, Path, str]]:
    """Return the ``files`` like annotations but without ground truth: format or "", path, content in words.

    The format is `DETECTIONS` for a detector's boxes. Files of raw outputs are no annotations, and texts only with the
    name of one of the ``pictures`` (stems) or in a folder of annotations. At most `MOST_NAMED` files.
    """
    named = list[tuple[str, Path, str]]()
    for path in files:
        suffix = suffix_of(path)
        if len(named) == MOST_NAMED or suffix not in (".json", ".xml", ".csv", ".tsv", ".txt"):
            continue
        try:
            found, excerpt = sniff(path), Excerpt.of(path, suffix)
        except BadFile:
            continue
        if words := _content(path, found, excerpt, pictures):
            named.append((DETECTIONS if found == DETECTIONS else "", path, words))
    return named


def _content(path: Path, found: str | None, excerpt: Excerpt, pictures: Collection[str]) -> str:
    """Return what a file holds in place of ground truth, "" for a file with boxes or of another kind."""
    suffix, text = excerpt.suffix, excerpt.text
    if not text.strip() and suffix != ".txt":
        return "is empty"
    if found == DETECTIONS:
        return "is a list of detections"
    if suffix == ".txt":
        if path.stem in pictures or is_annotation_folder(path.parent.name):
            return "is empty" if found == EMPTY else f"holds lines of no known kind, wanted those of {listed(suffix)}"
        return ""
    if found is not None or (suffix == ".json" and '"schema"' in text and '"producer"' in text):
        return ""
    holds = next(
        (words for each in formats() if suffix in each.suffixes and (words := each.without_boxes(excerpt))), ""
    )
    if holds:
        return f"holds {holds}, no boxes"
    return f"is {suffix[1:].upper()} of no known kind, {f'wanted {listed(suffix)}' if suffix == '.json' else wanted()}"


def nothing_in(folder: Path, files: Sequence[Path]) -> InspectorError:
    """Return the error for a folder without a known dataset."""
    documents = [path for path in files if path.suffix.lower() == ".json"]
    for path in documents[:1]:
        try:
            read_json(path)
        except BadFile as error:
            return error
    for _, path, words in files_without_boxes(files, ()):
        return BadFile(path, words)
    shown = ", ".join(sorted({path.suffix.lower() or "files without suffix" for path in files}))[:80]
    return BadFile(folder, f"holds only {shown}, {wanted()}")
