"""The spellings of a picture's name in annotations: addresses, percent-encoding, blanks, Windows separators."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote

from rpn_inspector.data.pictures.images import SUFFIXES
from rpn_inspector.data.pictures.listing import fold
from rpn_inspector.data.pictures.path_match import plain_word, words_of

_ODD = re.compile(r"[\\%?#:]|^\s|\s$|//|(?:^|/)\.\.?(?:/|$)")
_USUAL = b"-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://[^/?#]*")  # scheme and host
_DRIVE = re.compile(r"(?:[A-Za-z]:)?/|~")
_LOCAL, UPLOADS = "?d=", "/data/upload/"  # of Label Studio's own server
_GENERIC = frozenset((
    "image", "images", "jpegimages", "pngimages", "img", "imgs", "picture", "pictures", "photo", "photos", "wider",
    "annotation", "annotations", "anno", "annos", "annots", "ann", "anns", "gt", "label", "labels", "labeltxt", "xml",
    "xmls", "txt", "txts", "json", "jsons", "bbox", "bboxes",
))  # fmt: skip
_FOREIGN_SUFFIXES = (
    ".avif", ".bmp", ".dcm", ".dng", ".exr", ".gif", ".heic", ".heif", ".jfif", ".jp2", ".jpe", ".jpeg", ".jpg",
    ".jxl", ".mpo", ".pfm", ".pgm", ".png", ".pnm", ".ppm", ".raw", ".svg", ".tga", ".tif", ".tiff", ".webp",
)  # fmt: skip
PICTURE_ENDINGS = frozenset((*SUFFIXES, *_FOREIGN_SUFFIXES))


def is_plain(name: str) -> bool:
    """Return whether a name is a path as it stands."""
    return not _ODD.search(name)


def are_plain(names: Sequence[str]) -> bool:
    """Return whether all are paths as they stand, and relative; False for some of unusual letters too."""
    text = f"/{'/'.join(names)}/"
    unusual = "//" in text or "/." in text
    return not unusual and text.isascii() and not text.encode().translate(None, _USUAL)


def is_relative(name: str) -> bool:
    """Return whether a name is a path as it stands, and relative."""
    return bool(name) and name[0] not in "/~" and is_plain(name)


def spellings(name: str) -> list[str]:
    """Return the paths with "/" that ``name`` may stand for, as written first; addresses without scheme and host."""
    if not _ODD.search(name):
        return [name]
    forms = [name.replace("\\", "/")]
    plain = forms[0].strip()
    if (address := _ADDRESS.match(plain)) is not None:
        plain = plain[address.end() :]
    before, mark, local = plain.partition(_LOCAL)
    if mark:
        plain = local.partition("&")[0]
    elif address is not None:
        plain = re.split(r"[?#]", plain, maxsplit=1)[0]
    forms += [plain, unquote(plain)] if mark else [plain, before.partition("?")[0], unquote(plain)]
    return list(dict.fromkeys(form for form in forms if form.strip("/. ")))


def plain_spelling(name: str) -> str:
    """Return a name decoded, with "/", without blanks around, and without the scheme and host of an address."""
    return name if is_plain(name) else (spellings(name) or [name])[-1]


def was_fetched(name: str) -> bool:
    """Return whether a name says where a picture was fetched from."""
    return bool(_ADDRESS.match(name)) or _LOCAL in name or name.startswith(UPLOADS)


def is_foreign(name: str) -> bool:
    """Return whether a name is an address, or a path from the top of a disk."""
    plain = name.strip().replace("\\", "/")
    if _LOCAL in plain:
        plain = plain.partition(_LOCAL)[2]  # from the folder that the server shows
    return bool(_DRIVE.match(plain) or _ADDRESS.match(plain))


def joined(folder: str, name: str) -> str:
    """Return the path of ``name`` from ``folder``, without "." and ".." where these can be resolved."""
    path = f"{folder}/{name}" if folder else name
    return posixpath.normpath(path.lstrip("/")) if _ODD.search(path) else path.lstrip("/")


def stem_of(last: str) -> str:
    """Return a file's name without a picture's ending, the name itself without such an ending."""
    stem, dot, ending = last.rpartition(".")
    return stem if stem and f"{dot}{ending}".lower() in PICTURE_ENDINGS else last


@lru_cache(1 << 14)
def telling_folders(folder: str) -> tuple[str, ...]:
    """Return the folders of a path that tell pictures apart, each as its words: images/train_2 is ("train 2",).

    Left out are the names of every dataset, as images and labels; val equals valid.
    """
    parts = (_telling(part) for part in folder.split("/") if part not in ("", ".", ".."))
    return tuple(part for part in parts if part)


def _telling(part: str) -> str:
    words = re.findall(r"[^\W\d_]+|\d+", unicodedata.normalize("NFC", part).casefold())
    return " ".join(plain_word(word) for word in words if word not in _GENERIC) or ("" if words else part)


@lru_cache(1 << 12)
def splits_in(*folders: str) -> frozenset[str]:
    """Return the splits, of train, valid and test, that are words of ``folders``."""
    return words_of(" ".join(folders)) & {"train", "valid", "test"}


@lru_cache(1 << 12)
def are_siblings(one: str, other: str) -> bool:
    """Return whether two different folders are of one series: cam 1 and cam 2, train and valid, 2019 and 2020."""
    splits = splits_in(one), splits_in(other)
    if all(splits) and splits[0].isdisjoint(splits[1]):
        return True
    return re.sub(r"\d+", "", one).split() == re.sub(r"\d+", "", other).split() and bool(re.search(r"\d", one + other))


def oddity(name: str, spelling: str, path: str, *, exact: bool) -> tuple[str, str] | None:
    """Return kind and words for a name other than the path of its file, None for a plain one."""
    if name == path:
        return None
    last, real = spelling.rpartition("/")[2], path.rpartition("/")[2]
    if last != real:
        if last == stem_of(last) or real == stem_of(real):  # a name without a suffix is how several formats write it
            last, real = stem_of(last), stem_of(real)
        if last == real:
            return None
        if unicodedata.normalize("NFC", last) == unicodedata.normalize("NFC", real):
            return "name composed otherwise", f"{last} is the file's name in another Unicode form"
        if fold(last) == fold(real):
            return "name differs in case", f"{last} differs only in case from {real}, which is taken"
        return "other suffix", f"{last} is not there, {real} is taken"
    if exact and "\\" in name:
        return "path with backslashes", f"{name} is read as {spelling}"
    if was_fetched(name):
        return None  # where a picture came from, and nobody expects it there
    if "/" in spelling and not exact and not f"/{path}".endswith(f"/{spelling}"):
        return "foreign path", f"{name} is no path here, {path} is taken"
    if spelling != name.replace("\\", "/"):
        return "name in another spelling", f"{name!r} is read as {spelling}"
    return None
