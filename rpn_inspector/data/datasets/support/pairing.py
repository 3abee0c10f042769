"""``pair``: which file belongs to which annotation, by name and folders; the one rule of every format.

Names are compared from their end. A path that is there is its own partner. Else, of the files with the last part of a
name, the file with the most equal trailing folders is taken. Folders that contradict the written ones (cam1 for cam2,
val for train) rule a file out; a prefix of another machine, or folders above, do not, unless another record's last
folder there is one here too. Nor is a file taken by its bare name alone where a further name of the record contradicts
its folder. A file has one annotation, the best fitting. Where two files, or two annotations, fit equally, nothing is
guessed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple, overload

from rpn_inspector.data.datasets.support.places import NO_FIT, NOTHING, UNSURE, Fit, Places
from rpn_inspector.data.datasets.support.written_paths import (
    UPLOADS,
    is_foreign,
    is_plain,
    joined,
    oddity,
    plain_spelling,
    spellings,
    splits_in,
    stem_of,
    telling_folders,
    was_fetched,
)
from rpn_inspector.data.pictures.finder import LONGEST_NAME
from rpn_inspector.data.pictures.listing import fold
from rpn_inspector.data.pictures.path_match import match_rank

AMBIGUOUS, MISSING = "ambiguous name", "picture missing"


class Wanted(NamedTuple):
    """A record's wish for a file: ``names`` as written, in the order to be tried.

    ``source`` is the annotation file, as a path with "/" from the folder of the files. ``own``: the annotation file is
    of one picture, so that its folder counts as a written one.
    """

    names: Sequence[str]
    source: str = ""
    own: bool = False


class PairNote(NamedTuple):
    """An oddity: its kind, and words about the name; "" for a name that nothing has."""

    kind: str
    words: str = ""
    possible: Sequence[int] = ()  # the files that fit equally


class Partners(NamedTuple):
    """The partner's row for each wish, -1 for none; notes on odd names, and spellings other than written, by row."""

    at: list[int]
    notes: dict[int, PairNote]
    spelled: dict[int, str]

    def ambiguous(self) -> list[int]:
        """Return the rows with several equal partners, or with an equal claim by another row."""
        return [row for row, note in self.notes.items() if note.kind == AMBIGUOUS]


class _Claim(NamedTuple):
    """A row's claim of a file; the larger ``key`` the better: exact path, closeness of the name, fit of the folders."""

    key: tuple[int, int, Fit]
    row: int
    at: int
    name: str
    folder: str  # as written


class Wishes(Sequence[Wanted]):
    """Wishes that are made when asked for: most of very many are granted by look-ups alone."""

    def __init__(self, count: int, make: Callable[[int], Wanted]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        """Return the number of wishes."""
        return self._count

    @overload
    def __getitem__(self, index: int) -> Wanted: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Wanted]: ...
    def __getitem__(self, index: int | slice) -> Wanted | Sequence[Wanted]:
        """Return one wish, or a list for a slice."""
        at = range(self._count)[index]
        return self._make(at) if isinstance(at, int) else [self._make(each) for each in at]


def pair(wanted: Sequence[Wanted], places: Places) -> Partners:
    """Return the partners of ``wanted`` among ``places``; 100,000 of each take half a second."""
    pairing = _Pairing(wanted, places)
    pairing.turns(range(len(wanted)))
    return pairing.pairs


def pair_names(names: Sequence[str], source: str, places: Places) -> Partners:
    """Return `pair` of the pictures in one annotation file, of a name each: 100,000 take a tenth of a second."""
    pairing = _Pairing(Wishes(len(names), lambda row: Wanted((names[row],), source)), places)
    usual = places.usual(names, source)
    pairing.grant(usual)
    missing = PairNote(MISSING)
    pairing.pairs.notes.update({row: missing for row, at in enumerate(usual) if at == NOTHING})
    return pairing.pairs


def pair_own(
    names: Sequence[str], kinds: Sequence[object], wanted: Wishes, places: Places
) -> tuple[Partners, list[int]]:
    """Return `pair` of annotation files of a picture each, and the rows that were looked at with care, ascending.

    Args:
        names: the first name of each picture, without folder.
        kinds: equal for annotation files of one folder whose further names, but those without folder, are the first
            behind equal folders; None for any other wish.
        wanted: as for `pair`.
        places: the pictures.
    """
    pairing, told = _Pairing(wanted, places), dict[tuple[str, object], bool]()
    usual = [UNSURE if kind is None else places.called_so(name) for name, kind in zip(names, kinds, strict=True)]
    for row, at in enumerate(usual):
        if at >= 0:
            key = places.folders[at], kinds[row]
            if key not in told:
                told[key] = pairing.is_usual(row, at)
            if not told[key]:
                usual[row] = UNSURE
    return pairing.pairs, pairing.grant(usual)


def _are_beside(wanted: Sequence[Wanted], places: Places) -> bool:
    """Return whether an annotation file of its own picture lies beside a file of its stem."""
    own = (each.source.rpartition("/") for each in wanted if each.own)
    return any(places.is_beside(folder, last.rpartition(".")[0]) for folder, _, last in own)


def _foreign_folders(wanted: Sequence[Wanted]) -> frozenset[str]:
    """Return the telling folders that names of another machine's pictures lie in."""
    names = (plain_spelling(name) for each in wanted for name in each.names if is_foreign(name))
    folders = {name.rpartition("/")[0] for name in names if len(name) <= LONGEST_NAME}
    return frozenset(folder for each in folders for folder in telling_folders(each)[-1:])


class _Pairing:
    """The pairs so far. A file given in a turn, for a first name, is given to nobody in the next."""

    def __init__(self, wanted: Sequence[Wanted], places: Places) -> None:
        self.wanted, self.places = wanted, places
        places.beside = partial(_are_beside, wanted)
        places.foreign = partial(_foreign_folders, wanted)
        self.pairs = Partners([-1] * len(wanted), {}, {})
        self._given: dict[int, tuple[int, str]] = {}
        self._possible: dict[int, set[int]] = {}
        self._plain = set[int]()  # the rows of this turn with a name that was found as it stands
        self._usual = set[tuple[str, str]]()  # folders of annotations and of pictures, of which nothing is to be told
        self._known: dict[tuple[str, str, tuple[str, ...] | None], _Claim | PairNote] = {}

    def grant(self, usual: Sequence[int]) -> list[int]:
        """Give each row the ``usual`` file, and look with care at all others, and at rows that have one's file in view.

        Returns the rows looked at with care.
        """
        owners, careful = dict[int, int](), set[int]()
        waiting = [row for row, at in enumerate(usual) if at == UNSURE]
        for row, at in enumerate(usual):
            if at >= 0 and (first := owners.setdefault(at, row)) != row:
                waiting += first, row
        while waiting:
            row = waiting.pop()
            if row not in careful:
                careful.add(row)
                files = [self.file_of(row, turn) for turn in range(len(self.wanted[row].names))]
                waiting += [owners[at] for at in files if isinstance(at, int) and at in owners]
        self.pairs.at[:] = [-1 if row in careful else max(at, -1) for row, at in enumerate(usual)]
        rows = sorted(careful)
        self.turns(rows)
        return rows

    def turns(self, rows: Sequence[int]) -> None:
        """Look for all names of ``rows``, one after another."""
        for turn in range(max((len(self.wanted[row].names) for row in rows), default=0)):
            rows = self.turn(rows, turn)

    def is_usual(self, row: int, at: int) -> bool:
        """Return whether a picture's own file has a file by its bare first name, and nothing is to be told of it."""
        names, source, _ = self.wanted[row]
        is_own = self.places.only(names[0], source, True) == at and not self._is_denied(self.wanted[row], at)
        return is_own and not self._elsewhere(row, names[0], at, True)

    def turn(self, rows: Sequence[int], turn: int) -> list[int]:
        """Look for the names number ``turn`` of ``rows``; return the rows still without a partner."""
        claims: dict[int, list[int]] = {}
        left, wanted = list[int](), self.wanted
        self._plain.clear()
        for row in rows:
            if turn >= len(wanted[row].names):
                continue
            at = self.file_of(row, turn)
            if isinstance(at, PairNote):
                self._refuse(row, at)
                left.append(row)
                continue
            # Where a first name may be several files, a second one may tell which, but not lead elsewhere.
            if self._possible.get(row) and at not in self._possible[row]:
                left.append(row)
                continue
            claims.setdefault(at, []).append(row)
        for at, rivals in claims.items():
            if len(rivals) == 1 and at not in self._given:
                self._take(rivals[0], wanted[rivals[0]].names[turn], at)
            else:
                left += self._settle(at, rivals, turn)
        return sorted(left)

    def file_of(self, row: int, turn: int) -> int | PairNote:
        """Return the file of the name number ``turn`` of a row, which others may have too, or why there is none."""
        wanted = self.wanted[row]
        name = wanted.names[turn]
        if len(name) > LONGEST_NAME:  # no system has such a path, and its folders alone take a while
            return PairNote(MISSING)
        at = self.places.only(name, wanted.source, wanted.own)
        if at >= 0 and not self._is_denied(wanted, at):
            self._plain.add(row)
            return at
        claim = self._claim(row, name)  # no plain case: looked at with care
        return claim.at if isinstance(claim, _Claim) else claim

    def _refuse(self, row: int, note: PairNote) -> None:
        """Keep why a row has no file: several equal files for one of its names, before none for the others."""
        kept = self.pairs.notes.get(row)
        if kept is None or (kept.kind == MISSING and note.kind == AMBIGUOUS):
            self.pairs.notes[row], self._possible[row] = note, set(note.possible)

    def _is_denied(self, wanted: Wanted, at: int) -> bool:
        """Return whether a further name of a picture's own file says another folder than that of a file.

        The file beside the annotation file, or in a folder that the annotation file's fits, is its own whatever else is
        written: annotations are written before pictures are moved.
        """
        names, source, own = wanted
        if not own or len(names) < 2 or not ("/" in (written := "\n".join(names)) or "\\" in written):
            return False
        above, places, folder = source.rpartition("/")[0], self.places, self.places.folders[at]
        beside = places.fits(above, False, True)(folder)
        if folder == above or (beside and beside.telling):
            return False
        path = places.paths[at]
        last, denied = _last(path), False
        stem = fold(stem_of(last))
        for name in names:
            at_name = len(_last(name))
            if at_name == len(name) or not (name.endswith(last) or fold(stem_of(name[-at_name:])) == stem):
                continue
            inner, foreign = _folder_of(name[:-at_name])
            written = inner.strip("/") if foreign else joined(above, inner)
            fit = places.fits(written, foreign, False)(folder)
            if written == folder or (fit and fit.telling):
                return False
            denied |= fit is None
        return denied

    def _settle(self, at: int, rows: list[int], turn: int) -> list[int]:
        """Give a file to the best of the rivals of ``rows``; return the rows of the others."""
        rivals = [claim for row in rows if isinstance(claim := self._claim(row, self.wanted[row].names[turn]), _Claim)]
        rivals.sort(key=lambda claim: (claim.key, self._rank(claim)), reverse=True)
        best = self._claim(*self._given[at]) if at in self._given else rivals[0]
        assert isinstance(best, _Claim)
        mine, others = list[_Claim](), list[_Claim]()
        for claim in rivals:
            (mine if claim is best or self._are_same(best, claim) else others).append(claim)
        path = self.places.paths[at]
        if best is rivals[0] and others and (others[0].key, self._rank(others[0])) == (best.key, self._rank(best)):
            for claim, other in [*((each, others[0]) for each in mine), *((each, best) for each in others)]:
                one, two = claim.name, other.name
                if one == two:  # told apart by where they are written
                    one, two = (self.wanted[each.row].source or each.name for each in (claim, other))
                words = f"{one} and {two} may each be {path}; it is given to neither"
                self.pairs.notes[claim.row] = PairNote(AMBIGUOUS, words)
            return []
        for claim in mine:
            self._take(claim.row, self.wanted[claim.row].names[turn], at)
        for claim in others:
            self.pairs.notes.setdefault(claim.row, PairNote(MISSING, f"{path} is {best.name}"))
        return [claim.row for claim in others]

    def _take(self, row: int, name: str, at: int) -> None:
        self._given.setdefault(at, (row, name))
        self.pairs.at[row] = at
        self.pairs.notes.pop(row, None)
        path, plain = self.places.paths[at], row in self._plain or is_plain(name)
        if words := self._elsewhere(row, name, at, plain):
            self.pairs.notes[row] = PairNote("foreign path", words)
        if f"/{path}".endswith((f"/{name}", f"/{name}.{path.rpartition('.')[2]}")):
            if not plain:
                self.pairs.spelled[row] = name  # a%20b.jpg may be a file's own name
            return  # as nearly all
        if plain:
            spelling, exact = name, self.places.under(name.lstrip("/")) == at
        else:
            claim = self._claim(row, name)
            assert isinstance(claim, _Claim)
            spelling, exact = claim.name, claim.key[0] > 0
            self.pairs.spelled[row] = spelling
        if told := oddity(name, spelling, path, exact=exact):
            self.pairs.notes[row] = PairNote(*told)

    def _elsewhere(self, row: int, name: str, at: int, is_plain: bool) -> str:
        """Return words for a picture in a folder of another name than its annotation's, "" for a plain case."""
        wanted, places, path = self.wanted[row], self.places, self.places.paths[at]
        folder, above = places.folders[at], wanted.source.rpartition("/")[0]
        bare = wanted.own and "/" not in name and is_plain
        if bare and (above, folder) in self._usual:
            return ""
        if folder == above or name == path or (not wanted.own and "/" in name and is_plain):
            return ""
        plain = plain_spelling(name)
        if plain == path:
            return ""
        own = wanted.own and not ("/" in name and is_foreign(name))
        if not (wanted.own or "/" in plain) and places.is_of_other_split(folder, wanted.source):
            return f"{wanted.source} is of another split by its name, {path} is taken for {name}"
        if not (own or was_fetched(name)) or name.startswith(UPLOADS):
            return ""  # as `oddity` tells; the folders of uploads are numbers of projects
        written = (joined(above, plain) if own else plain).rpartition("/")[0]
        fit = places.fits(written, is_foreign(name), own)(folder)
        if fit is None or fit.telling or fit.whole or fit.all:
            if bare:
                self._usual.add((above, folder))
            return ""
        return f"{wanted.source if own else name} is of another folder, {path} is taken"

    def _claim(self, row: int, name: str) -> _Claim | PairNote:
        """Return the best file for a name of a row, or why there is none."""
        wanted = self.wanted[row]
        key = name, wanted.source, tuple(wanted.names) if wanted.own else None
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(row, name, wanted)
        return found._replace(row=row) if isinstance(found, _Claim) and found.row != row else found

    def _found(self, row: int, name: str, wanted: Wanted) -> _Claim | PairNote:
        claims, hint = dict[int, _Claim](), ""
        for spelling in (name,) if is_plain(name) else spellings(name):
            for claim in self._spelled(row, name, spelling, wanted):
                if self._is_denied(wanted, claim.at):
                    hint = f"{self.places.paths[claim.at]} is in another folder"
                    continue
                if claim.key[0] and not claim.key[1]:
                    return claim  # a path that is there
                if claim.at not in claims or claims[claim.at].key <= claim.key:
                    claims[claim.at] = claim
            last = spelling.rstrip("/").rpartition("/")[2]
            namesake = next(self.places.called(last, "", False), None) if not (claims or hint) else None
            hint = f"{self.places.paths[namesake[1][0]]} is in another folder" if namesake else hint
        if not claims:
            return PairNote(MISSING, hint)
        ranked = {at: (claim.key, self._rank(claim)) for at, claim in claims.items()} if len(claims) > 1 else {}
        best = [claim for at, claim in claims.items() if not ranked or ranked[at] == max(ranked.values())]
        if len(best) == 1:
            return best[0]
        if not (is_plain(name) or was_fetched(name)):
            literal = [claim for claim in best if f"/{self.places.paths[claim.at]}".endswith(f"/{_last(name)}")]
            if len(literal) == 1:
                return literal[0]
        one, other = (self.places.paths[claim.at] for claim in best[:2])
        more = f" or {len(best) - 2} more" if len(best) > 2 else ""
        words = f"{name} may be {one} or {other}{more}; none is taken"
        return PairNote(AMBIGUOUS, words, [claim.at for claim in best])

    def _spelled(self, row: int, name: str, spelling: str, wanted: Wanted) -> list[_Claim]:
        """Return the claims of every file that fits one spelling of a name, those of the closest names alone."""
        places, above = self.places, wanted.source.rpartition("/")[0]
        foreign, bare = is_foreign(name), "/" not in spelling
        own = wanted.own and not foreign
        beside, top = joined(above, spelling), joined("", spelling)
        written = (beside if own else spelling.strip("/")).rpartition("/")[0]
        own = own and not telling_folders(spelling.rpartition("/")[0])  # a folder that is written counts as such
        fits = places.fits(written, foreign, own)
        for exact, path in ((2, beside), (1, top)):
            if (at := places.under(path)) is not None:
                return [_Claim((exact, 0, fits(places.folders[at]) or NO_FIT), row, at, spelling, written)]
        for closeness, rows in places.called(spelling.rstrip("/").rpartition("/")[2], written, own):
            claims = list[_Claim]()
            for at in rows:
                folder = places.folders[at]
                fit, exact = fits(folder), 2 * (bare and folder == above)
                if exact or (fit and (fit.telling or places.is_of(folder, wanted.source, own))):
                    claims.append(_Claim((exact, closeness, fit or NO_FIT), row, at, spelling, written))
            if claims:
                return claims
        return []

    def _rank(self, claim: _Claim) -> tuple[int, int, bool, bool, bool]:
        """Return the further likeness of path and annotation file, which tells only apart what is equal so far."""
        path, source = self.places.paths[claim.at], self.wanted[claim.row].source
        stem = stem_of(path.rpartition("/")[2]) == source.rpartition("/")[2].rpartition(".")[0]
        whole = claim.name.startswith(self._prefix) and claim.name[len(self._prefix) :] == path
        return *match_rank(path, source), stem, whole

    @cached_property
    def _prefix(self) -> str:
        """The folder of another machine that all of its names begin with, with the last slash."""
        names = [plain_spelling(each.names[0]) for each in self.wanted if each.names and is_foreign(each.names[0])]
        return posixpath.commonprefix([min(names), max(names)]).rpartition("/")[0] + "/" if names else "/"

    def _are_same(self, one: _Claim, other: _Claim) -> bool:
        """Return whether two names of one file mean one picture: an address of it, a name without its ending."""
        lasts = [claim.name.rpartition("/")[2] for claim in (one, other)]
        stems = [stem_of(last) for last in lasts]
        folders = [telling_folders(claim.folder) for claim in (one, other)]
        a, b = (self.wanted[claim.row] for claim in (one, other))
        if a.own or b.own:  # as of a.jpg and a.png with one label file
            return stems[0] == stems[1] and one.folder == other.folder and one.key[1] == other.key[1]
        if lasts[0] != lasts[1] and (stems[0] != stems[1] or stems == lasts or not set(stems) & set(lasts)):
            return False
        if a.source == b.source and is_foreign(one.name) == is_foreign(other.name):
            return one.folder == other.folder  # nobody writes one path in two ways into one file
        if not ("/" in one.name and "/" in other.name) and a.source != b.source:
            places = [source.rpartition("/") for source in (a.source, b.source)]
            if places[0][0] != places[1][0] or splits_in(places[0][2]) != splits_in(places[1][2]):
                return False  # each file's folder has a picture of that name
        if folders[0] == folders[1]:
            return True
        short, long = sorted((one, other), key=lambda claim: len(telling_folders(claim.folder)))
        shorter, longer = sorted(folders, key=len)
        whole = short.key[2].whole and is_foreign(long.name)
        return whole and longer[len(longer) - len(shorter) :] == shorter


@lru_cache(1 << 12)
def _folder_of(head: str) -> tuple[str, bool]:
    """Return the folder of a name's beginning, up to the last separator, and whether of another machine."""
    return plain_spelling(f"{head}x").rpartition("/")[0], is_foreign(head)


def _last(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]
