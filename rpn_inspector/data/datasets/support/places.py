"""``Places``: files to be found by name, and how well the folders of a written name fit those of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from rpn_inspector.data.datasets.support.written_paths import (
    are_plain,
    are_siblings,
    is_plain,
    is_relative,
    splits_in,
    stem_of,
    telling_folders,
)
from rpn_inspector.data.pictures.listing import fold

NOTHING, UNSURE = -2, -1  # in place of a row: no file is like the name; to be looked at with care
FEW = 8  # files of one name that are compared one by one


class Fit(NamedTuple):
    """How well a written folder fits a file's; the larger, the better."""

    telling: int  # equal folders from the end, those of every dataset left out
    equal: int  # equal folders from the end
    whole: bool  # whether every telling folder of the file is a written one
    all: bool  # whether every telling folder written is one of the file's
    tail: bool  # whether the file's path is the end of the written one, letter for letter but for case


NO_FIT = Fit(0, 0, False, False, False)


class Places:
    """Files as paths with "/" from a common folder, and ``links`` to folders there: a link's path and its folder's."""

    def __init__(self, paths: Sequence[str], links: Mapping[str, str] = MappingProxyType({})) -> None:
        self.paths, self._links = paths, links
        self.at = {path: at for at, path in enumerate(paths)}
        self.folders = [path.rpartition("/")[0] for path in paths]
        self._named: dict[str, list[int]] = {}
        for at, path in enumerate(paths):
            self._named.setdefault(path.rpartition("/")[2], []).append(at)
        self.foreign: Callable[[], frozenset[str]] = frozenset  # the telling folders of another machine's pictures
        # whether annotation files of their own lie beside these files; given these, which it would else keep alive
        self.beside: Callable[[Places], bool] = lambda _: False
        self._fits: dict[tuple[str, bool, bool], dict[str, Fit | None]] = {}
        self._good: dict[tuple[str, str, str, bool, bool], bool] = {}
        self._groups: dict[int, dict[str, list[int]]] = {}

    def under(self, path: str) -> int | None:
        """Return the row of a path, None for a path that is not there; links are followed."""
        at = self.at.get(path)
        if at is None and self._links:
            link = next((link for link in self._links if path.startswith(f"{link}/")), None)
            at = self.at.get(self._links[link] + path[len(link) :]) if link is not None else None
        return at

    def is_beside(self, folder: str, last: str) -> bool:
        """Return whether a file of the same stem is in ``folder``."""
        return (f"{folder}/{stem_of(last)}" if folder else stem_of(last)) in self._without_endings

    @cached_property
    def _without_endings(self) -> frozenset[str]:
        stems = ((path, *path.rpartition("/")) for path in self.paths)
        return frozenset(f"{folder}{mark}{stem_of(last)}" for _, folder, mark, last in stems)

    def only(self, name: str, source: str, own: bool) -> int:
        """Return the row of a plain ``name`` with a single file that fits, -1 for any other: the quick way."""
        if not is_plain(name):
            return -1
        above, top = source.rpartition("/")[0], name.lstrip("/")
        under = self.under if self._links else self.at.get  # which takes half the time
        at = under(f"{above}/{name}" if above else top)
        if at is None and above:
            at = under(top)
        if at is not None:
            return at
        written, _, last = name.rpartition("/")
        rows: Sequence[int] = self._named.get(last) or self._by_stem(last)
        foreign = top != name
        inner = own and not foreign
        place = (f"{above}/{written}" if written else above) if inner else written
        inner = inner and not (written and telling_folders(written))  # a folder that is written counts as such
        if len(rows) > 1 and (wanted := telling_folders(place)):
            rows = self._by_folder(rows).get(wanted[-1], ())
        if len(rows) != 1:
            return -1
        folder = self.folders[rows[0]]
        key = place, folder, above if own else source, own, foreign
        found = self._good.get(key)
        if found is None:
            fit = self.fits(place, foreign, inner)(folder)
            self._good[key] = found = bool(fit and (fit.telling or self.is_of(folder, source, own)))
        return rows[0] if found else -1

    def usual(self, names: Sequence[str], source: str) -> list[int]:
        """Return the rows of one annotation file's ``names``, `NOTHING` where none is alike, `UNSURE` for an odd one.

        100,000 names take 0.1 s: each by a look at what is called so, letter for letter.
        """
        if self._links:
            return [UNSURE] * len(names)
        above, plain = source.rpartition("/")[0], are_plain(names)
        start = f"{above}/" if above else ""
        told: dict[str, bool] = {}  # whether a bare name is of a folder without more ado
        found, at_of, named, folders = list[int](), self.at.get, self._named.get, self.folders
        for name in names:
            at = at_of(start + name)
            if at is None:
                at = at_of(name)
            if at is None:
                rows = named(name)
                if rows is None:
                    at = UNSURE if "/" in name or fold(name).partition(".")[0] in self._heads else NOTHING
                elif len(rows) == 1:
                    if (folder := folders[rows[0]]) not in told:
                        told[folder] = self._is_told_by_name(folder, source)
                    at = rows[0] if told[folder] else UNSURE
                else:
                    at = UNSURE
            found.append(at if plain or is_relative(name) else UNSURE)
        return found

    def called_so(self, name: str) -> int:
        """Return the row of the only file with the name ``name``, `UNSURE` without."""
        rows = self._named.get(name, ())
        return rows[0] if len(rows) == 1 and not self._links else UNSURE

    def _is_told_by_name(self, folder: str, source: str) -> bool:
        return self.is_of(folder, source, False) and not self.is_of_other_split(folder, source)

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The names folded, up to their first dots: what is like another in any way has its beginning."""
        return frozenset(fold(name).partition(".")[0] for name in self._named)

    def called(self, last: str, written: str, own: bool) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield the rows with the name ``last``, with the closeness: 0 as written, -1 by stem, -2 and -3 folded.

        Of very many only those in a folder with the last of the ``written`` names, which keeps the work linear.
        """
        if rows := self._named.get(last):
            yield 0, self._narrowed(rows, written, own)
        if by_stem := self._by_stem(last):
            yield -1, self._narrowed(by_stem, written, own)
        if rows := self._folded.get(fold(last)):
            yield -2, self._narrowed(rows, written, own)
        if rows := self._folded_stems.get(fold(stem_of(last))):
            yield -3, self._narrowed(rows, written, own)

    def _by_stem(self, last: str) -> Sequence[int]:
        """Return the rows that a name without its ending has, or that have the name without theirs."""
        stem = stem_of(last)
        return (self._stems if stem == last else self._named).get(stem, ())

    def _narrowed(self, rows: Sequence[int], written: str, own: bool) -> Sequence[int]:
        if len(rows) <= FEW:
            return rows
        wanted = telling_folders(written)
        if not (wanted or own):
            return rows
        groups = self._by_folder(rows)
        return groups.get(wanted[-1] if wanted else "") or groups.get("") or rows[:2]

    def _by_folder(self, rows: Sequence[int]) -> dict[str, list[int]]:
        """Return the rows of one name by their last telling folder."""
        groups = self._groups.get(id(rows))
        if groups is None:
            groups = self._groups[id(rows)] = {}
            for at in rows:
                telling = telling_folders(self.folders[at])
                groups.setdefault(telling[-1] if telling else "", []).append(at)
        return groups

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        return self._by(stem_of)

    @cached_property
    def _folded(self) -> dict[str, list[int]]:
        return self._by(fold)

    @cached_property
    def _folded_stems(self) -> dict[str, list[int]]:
        return self._by(lambda name: fold(stem_of(name)))

    def _by(self, form: Callable[[str], str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for name, rows in self._named.items():
            found.setdefault(form(name), []).extend(rows)
        return found

    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(part for folder in set(self.folders) for part in telling_folders(folder))

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return self.foreign()

    @cached_property
    def _beside(self) -> bool:
        return self.beside(self)

    @cached_property
    def _shared(self) -> bool:
        """Whether a folder of another machine is here too: so a picture of a folder that is not is missing."""
        return not self._foreign.isdisjoint(self._telling)

    @cached_property
    def _last(self) -> frozenset[str]:
        return frozenset(folder.rpartition("/")[2].casefold() for folder in set(self.folders))

    @cached_property
    def _splits(self) -> frozenset[str]:
        return splits_in(*set(self.folders))

    def fits(self, written: str, foreign: bool, own: bool) -> Callable[[str], Fit | None]:
        """Return how well a written folder fits a file's, None where the two contradict each other.

        ``foreign``: the folder is another machine's; ``own``: that of the annotation file.
        """
        known = self._fits.setdefault((written, foreign, own), {})

        def fit(folder: str) -> Fit | None:
            if folder not in known:
                known[folder] = self._compared(written, folder, foreign, own)
            return known[folder]

        return fit

    def _compared(self, written: str, folder: str, foreign: bool, own: bool) -> Fit | None:
        wanted, there = telling_folders(written), telling_folders(folder)
        telling = _equal_at_end(wanted, there)
        equal = _equal_at_end(_parts(written), _parts(folder))
        wanted, there = wanted[: len(wanted) - telling], there[: len(there) - telling]
        if wanted and there:
            a, b = wanted[-1], there[-1]
            if are_siblings(a, b) or _are_apart(splits_in(*wanted), splits_in(*there)):
                return None
            if not (a in there or b in wanted) and self._contradict(a, b, written, folder, foreign, own):
                return None
        # What is written as images/1.jpg is in no other folder where a folder of that name is there.
        last = written.rpartition("/")[2].casefold()
        if last and last in self._last and not (telling or equal or own):
            return None
        return Fit(telling, equal, not there, not wanted, equal == len(_parts(folder)))

    def _contradict(self, last: str, here: str, written: str, folder: str, foreign: bool, own: bool) -> bool:
        if foreign:  # another machine's folders may have any name, but one that is here, or is there too, is meant
            return last in self._telling or here in self._foreign or self._shared
        if last in self._telling:  # of cats/1.json, where cats has pictures
            return True
        # A folder of annotations may have any name too, but labels/dogs is not of images/cats.
        # Nor has it where others lie beside their pictures: cats/1.txt speaks against birds/1.txt of dogs/1.jpg.
        parallel = all(len(telling_folders(each)) < len(_parts(each)) for each in (written, folder))
        return parallel or not own or self._beside

    def is_of_other_split(self, folder: str, source: str) -> bool:
        """Return whether an annotation file's name alone says another split than that of ``folder``."""
        above, _, name = source.rpartition("/")
        return not splits_in(above) and _are_apart(splits_in(folder), splits_in(name))

    def is_of(self, folder: str, source: str, own: bool) -> bool:
        """Return whether a file in ``folder`` may be of the annotation file ``source``: not of another split."""
        there = splits_in(folder)
        if not there:
            return True
        above, _, name = source.rpartition("/")
        said = splits_in(above)
        if not (said or own) and self._splits:
            said = splits_in(name) & self._splits
        return not _are_apart(there, said)


def _parts(folder: str) -> tuple[str, ...]:
    return tuple(folder.casefold().split("/")) if folder else ()


def _equal_at_end(one: Sequence[str], other: Sequence[str]) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[-1 - at] != other[-1 - at]), shorter)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
