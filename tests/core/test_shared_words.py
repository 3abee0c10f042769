"""Label, cause, fate, kind and layer have their words once."""

import ast
from pathlib import Path

import pytest

import rpn_inspector
from rpn_inspector.core import words
from rpn_inspector.core.assignment import Cause
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.sample import Kind

PACKAGE = Path(rpn_inspector.__file__).parent
HOME = PACKAGE / "core" / "words.py"


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (words.LABEL_WORDS, (1, 0, -1, -2)),
        (words.FATE_WORDS, Fate),
        (words.FATE_ROLES, Fate),
        (words.KIND_WORDS, Kind),
        (dict(enumerate(words.FATE_KEYS)), Fate),
        (dict(enumerate(words.CAUSE_KEYS)), Cause),
    ],
)
def test_each_of_them_has_a_word(table, keys):
    assert set(table) == set(keys)
    assert all(isinstance(word, str) for word in table.values())


@pytest.mark.parametrize("table", [words.LABEL_WORDS, words.FATE_WORDS, words.KIND_WORDS])
def test_no_two_have_the_same_word(table):
    assert len(set(table.values())) == len(table)


def worded(tree):
    """Yield each dictionary written out that gives labels, fates or kinds a text."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Dict) or not node.keys or any(key is None for key in node.keys):
            continue
        if not all(isinstance(value, ast.Constant) and isinstance(value.value, str) for value in node.values):
            continue
        keys = [ast.unparse(key) for key in node.keys]
        if set(keys) >= {"1", "0"} or any(key.startswith(("Fate.", "Kind.")) for key in keys):
            yield node.lineno


def test_no_other_module_words_them():
    found = {
        str(file.relative_to(PACKAGE)): lines
        for file in sorted(PACKAGE.rglob("*.py"))
        if file != HOME and (lines := list(worded(ast.parse(file.read_text(encoding="utf-8")))))
    }
    assert found == {}
    assert list(worded(ast.parse(HOME.read_text(encoding="utf-8"))))
