"""List every text of the window for translators, as a Qt Linguist file.

usage: python tools/texts.py rpn_inspector_xx.ts
Qt's own lupdate looks for `QObject.tr`; the window says all its texts through `rpn_inspector.gui.widgets.i18n`,
so this reads them from the source: what is written in `tr` and `counted`, the words of constants such as
``NO_LOSS``, each ``Text`` of core and analysis, and the names of the commands. A translated file goes through
``pyside6-lrelease``, and `QTranslator.load` takes the result.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

PACKAGE = Path(__file__).resolve().parents[1] / "rpn_inspector"
WORDED_BELOW = (
    "core/assigners/reasons.py",
    "core/phrases.py",
    "core/words.py",
    "core/fates.py",
    "session/layers.py",
    "analysis/audit/end_names.py",
)  # whose constants the window says
CONTEXT = "rpn_inspector"


def texts() -> dict[str, bool]:
    """Return every text by whether it counts something, in which case other languages may need several forms."""
    found: dict[str, bool] = {}
    files = sorted((PACKAGE / "gui").rglob("*.py")) + [PACKAGE / name for name in WORDED_BELOW]
    for file in files:
        for text, counts in _of(ast.parse(file.read_text(encoding="utf-8"))):
            found[text] = found.get(text, False) or counts
    for room in ("core", "analysis"):
        for file in sorted((PACKAGE / room).rglob("*.py")):
            for text in _made_below(ast.parse(file.read_text(encoding="utf-8"))):
                found.setdefault(text, False)
    return found


def _made_below(tree: ast.Module) -> Iterator[str]:
    """Yield the keys of the texts made below the window: ``Text("...")`` and ``Text.of("...")``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            made = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "of" else node.func
            if isinstance(made, ast.Name) and made.id == "Text":
                yield from _strings(node.args[0])


def _of(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            yield from ((text, False) for text in _strings(statement.value) if any(map(str.isalpha, text)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name == "tr":
                yield from ((text, False) for argument in node.args for text in _strings(argument))
            elif name == "counted":
                one, many = (next(_strings(argument)) for argument in node.args[1:3])
                yield from ((one, False), (many, True))
            elif name in ("add", "_add"):
                yield from ((text, False) for argument in node.args[1:2] for text in _strings(argument))
        elif isinstance(node, ast.Tuple | ast.Dict):  # a loop over words written on the spot
            yield from ((text, False) for text in _strings(node) if " " in text or text[:1].isupper())


def _strings(node: ast.expr) -> Iterator[str]:
    """Yield the texts in an expression, leaving out those that are part of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    elif not isinstance(node, ast.JoinedStr):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _strings(child)


def written(found: dict[str, bool]) -> str:
    """Return the Qt Linguist file."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1">']
    lines += ["<context>", f"<name>{CONTEXT}</name>"]
    for text, counts in sorted(found.items()):
        form, empty = (' numerus="yes"', "<numerusform/>") if counts else ("", "")
        lines.append(f"<message{form}><source>{escape(text)}</source>")
        lines.append(f'<translation type="unfinished">{empty}</translation></message>')
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main() -> None:
    """Write the file that was asked for."""
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    Path(sys.argv[1]).write_text(written(texts()), encoding="utf-8")


if __name__ == "__main__":
    main()
