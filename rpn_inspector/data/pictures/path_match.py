"""The match of pictures and annotations by path: of several pictures of a name, the nearest by folders."""

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
    """Return whether two words mean the same split: val, valid and validation do."""
    return plain_word(one.casefold()) == plain_word(other.casefold())


def plain_word(word: str) -> str:
    """Return a word in the form for comparison: valid for val, train for training."""
    return _SAME.get(word, word)


def is_picture_folder(name: str) -> bool:
    """Return whether a folder has a name of picture folders: images, image_2, val2017, WIDER_train."""
    return _is_called(name, _PICTURE_FOLDERS)


def is_annotation_folder(name: str) -> bool:
    """Return whether a folder has a name of annotation folders: Annotations, labels, label_2."""
    return _is_called(name, _ANNOTATION_FOLDERS)


def _is_called(name: str, words: frozenset[str]) -> bool:
    """Return whether a name is made of ``words`` and numbers alone."""
    letters = {word for word in words_of(name) if not word.isdecimal()}
    return bool(letters) and letters <= words


@lru_cache(1 << 12)
def words_of(path: str) -> frozenset[str]:
    """Return the words and numbers of a path; train equals training, val equals valid."""
    return frozenset(plain_word(word) for word in _WORD.findall(path.casefold()))


def match_rank(picture: str, source: str) -> tuple[int, int, bool]:
    """Return how well a picture matches the annotation file ``source``, as a key with the best match largest.

    Both are paths with "/" from the same folder, ``source`` without suffix. First counts the number of words in the
    picture's folders found in the annotation's path too: 000000.png of training/label_2 is in training/image_2, not in
    testing/image_2 or training/image_3, and 1.jpg of annotations/val.json is val/1.jpg. Then the number of equal
    leading folders, then a name of picture folders.
    """
    # Words, not whole folders, are compared: label_2 and image_2 share the 2, train2017 and instances_train2017 the
    # split.
    own, others = picture.split("/")[:-1], source.split("/")[:-1]
    shared = len(words_of("/".join(own)) & words_of(source.rpartition(".")[0] or source))
    leading = next(
        (at for at, (a, b) in enumerate(zip(own, others, strict=False)) if a != b), min(len(own), len(others))
    )
    return shared, leading, any(map(is_picture_folder, own))
