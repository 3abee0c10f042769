"""Which of several pictures of one name an annotation means: the one whose folders repeat most of its own path."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z]+|[0-9]+")
_SAME = {"val": "valid", "validation": "valid", "valid": "valid", "training": "train", "testing": "test"}
_PICTURE_FOLDERS = frozenset(
    ("image", "images", "jpegimages", "imgs", "img", "pictures", "photos", "train", "valid", "test", "wider")
)
_ANNOTATION_FOLDERS = frozenset(("annotation", "annotations", "gt", "label", "labels", "labeltxt", "xml", "xmls"))


def same_split(one: str, other: str) -> bool:
    """Return whether two words mean one split: val, valid and validation are the same."""
    return _plain(one.casefold()) == _plain(other.casefold())


def _plain(word: str) -> str:
    return _SAME.get(word, word)


def is_picture_folder(name: str) -> bool:
    """Return whether a folder is called as one of pictures is: images, image_2, val2017, WIDER_train."""
    return _is_called(name, _PICTURE_FOLDERS)


def is_annotation_folder(name: str) -> bool:
    """Return whether a folder is called as one of annotations is: Annotations, labels, label_2."""
    return _is_called(name, _ANNOTATION_FOLDERS)


def _is_called(name: str, words: frozenset[str]) -> bool:
    """Return whether a name is made of ``words`` and numbers alone."""
    letters = {word for word in words_of(name) if not word.isdecimal()}
    return bool(letters) and letters <= words


@lru_cache(1 << 12)
def words_of(path: str) -> frozenset[str]:
    """Return the words and numbers of a path; train and training are one, and so are val and valid."""
    return frozenset(_plain(word) for word in _WORD.findall(path.casefold()))


def kinship(picture: str, source: str) -> tuple[int, int, bool]:
    """Return how near a picture is to the annotation file ``source``, both as paths with "/" from one folder.

    ``source`` is written without its suffix. First come the words of the picture's folders that are the annotation's
    too: 000000.png of training/label_2 is that of training/image_2, not of testing/image_2 or training/image_3, and
    val/1.jpg is annotations/val.json's 1.jpg. Then how many of the first folders are one, then whether a folder is
    called as one of pictures is.
    """
    own, others = picture.split("/")[:-1], source.split("/")[:-1]
    shared = len(words_of("/".join(own)) & words_of(source.rpartition(".")[0] or source))
    leading = next(
        (at for at, (a, b) in enumerate(zip(own, others, strict=False)) if a != b), min(len(own), len(others))
    )
    return shared, leading, any(map(is_picture_folder, own))
