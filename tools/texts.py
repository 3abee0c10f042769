"""Keep the catalogues of the window's languages complete, as Qt Linguist files in `rpn_inspector/gui/languages`.

usage: python tools/texts.py [--prune | --missing]
Without an option, each catalogue gets the texts that are new, marked as unfinished; a text that is gone becomes
`vanished` and keeps its translation, which comes back with the text. A new text that resembles one that is gone gets
the old translation as a proposal, unfinished. --prune drops the vanished ones; --missing lists what is unfinished.
Qt's own lupdate looks for `QObject.tr`; the window says all its texts through `rpn_inspector.gui.widgets.i18n`,
so this reads them from the source: what is written in `tr` and `counted`, the words of constants such as
``NO_LOSS``, each ``Text`` below the window, the names of commands and losses, and the meanings of a recipe's fields.
A new language is a new file with nothing but a head, as the others have it.
"""

from __future__ import annotations

import ast
import difflib
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from rpn_inspector.core.prediction import MORE_LOSSES
from rpn_inspector.core.recipe import DTYPE, STAGES
from rpn_inspector.core.second_stage.stage import FURTHER
from rpn_inspector.core.spec import words_of

PACKAGE = Path(__file__).resolve().parents[1] / "rpn_inspector"
LANGUAGES = PACKAGE / "gui" / "languages"
WORDED_BELOW = (
    "core/assigners/reasons.py",
    "core/phrases.py",
    "core/words.py",
    "core/fates.py",
    "session/layers.py",
    "analysis/audit/end_names.py",
)  # whose constants the window says
NAMED_ALIKE = "languages.py"  # the names of languages stand in each of their own
CONTEXT = "rpn_inspector"
FORMS = {"de": 2, "fr": 2, "ja": 1, "zh_CN": 1}
"""Plural forms by language."""

# names of colours, files, keys, widgets, records and the environment
NO_TEXT = re.compile(
    r"#[0-9A-F]{6}|[a-z0-9]+(_[a-z0-9]+)+|[A-Z]+(_[A-Z]+)+|([A-Z][a-z]+){2,}|\.[a-z]+"
    r"|((Ctrl|Shift|Alt)\+)+\S+|.*(\\d|\[\^).*|[\d.]+[kM]?"
)
MADE = re.compile(r"\b(Text(\.of|\.counted)?|Reason)\(")  # what `_made_below` looks for
ALIKE = 0.75  # of two texts, so that the translation of one is proposed for the other


@dataclass(frozen=True)
class Message:
    """A translation: a text for each plural form, one where nothing is counted; ``kind`` as in a Linguist file."""

    forms: tuple[str, ...]
    kind: str = ""


@cache
def texts() -> dict[str, bool]:
    """Return every text by whether it counts something, in which case other languages may need several forms."""
    found = {DTYPE: False} | dict.fromkeys(MORE_LOSSES, False)
    files = [file for file in sorted((PACKAGE / "gui").rglob("*.py")) if file.name != NAMED_ALIKE]
    files += [PACKAGE / name for name in WORDED_BELOW]
    for file in files:
        for text, counts in _of(ast.parse(file.read_text(encoding="utf-8"))):
            found[text] = found.get(text, False) or counts
    for room in ("core", "data", "analysis", "exchange", "session"):
        for file in sorted((PACKAGE / room).rglob("*.py")):
            source = file.read_text(encoding="utf-8")
            if MADE.search(source) is None:  # most files: to parse them all takes seconds
                continue
            for text, counts in _made_below(ast.parse(source)):
                found[text] = found.get(text, False) or counts
    for rules in (*STAGES.values(), FURTHER):
        for text in words_of(rules):
            found.setdefault(text, False)
    return {text: counts for text, counts in found.items() if not NO_TEXT.fullmatch(text)}


def _made_below(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Yield the keys of the texts made below the window: ``Text("...")``, ``Text.of("...")``, ``Text.counted`` ..."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func)
            if called in ("Text", "Text.of"):
                yield from ((text, False) for text in _strings(node.args[0]))
            elif called == "Text.counted":
                yield from ((text, True) for text in _strings(node.args[2]))
            elif called == "Reason":
                yield from ((text, False) for argument in node.args[:2] for text in _strings(argument))


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
                yield next(_strings(node.args[2])), True
            elif name in ("add", "_add"):
                yield from ((text, False) for argument in node.args[1:2] for text in _strings(argument))
        elif isinstance(node, ast.Tuple | ast.Dict):  # a loop over words written on the spot
            yield from ((text, False) for text in _strings(node) if " " in text or text[:1].isupper())


def _strings(node: ast.expr) -> Iterator[str]:
    """Yield the texts in an expression, leaving out the lower-case keys of a dict and the parts of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            yield from (text for text in _strings(key or value) if text[:1].isupper() or " " in text)
            yield from _strings(value)
    elif not isinstance(node, ast.JoinedStr):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _strings(child)


def read(file: Path) -> tuple[str, dict[str, Message]]:
    """Return the head of a catalogue, up to its first message, and its messages by text."""
    content = file.read_text(encoding="utf-8")
    found: dict[str, Message] = {}
    for message in ElementTree.fromstring(content).iter("message"):
        translation = message.find("translation")
        assert translation is not None, file
        forms = tuple(form.text or "" for form in translation.iter("numerusform"))
        found[message.findtext("source") or ""] = Message(
            forms or (translation.text or "",), translation.get("type", "")
        )
    return re.split(r"<message|</context>", content, maxsplit=1)[0], found


def merged(old: dict[str, Message], wanted: dict[str, bool], forms: int, prune: bool = False) -> dict[str, Message]:
    """Return the messages of a catalogue for the texts ``wanted`` now, by whether they count something."""
    gone = {text: message for text, message in old.items() if text not in wanted}
    new: dict[str, Message] = {}
    for text, counts in wanted.items():
        number = forms if counts else 1
        if text in old:
            kept = old[text]
            whole = kept.kind != "unfinished" and all(kept.forms)
            fitting = (kept.forms * number)[:number] if len(kept.forms) != number else kept.forms
            new[text] = Message(fitting, "" if whole and fitting == kept.forms else "unfinished")
            continue
        alike = difflib.get_close_matches(text, gone, 1, ALIKE)
        proposed = (gone[alike[0]].forms * number)[:number] if alike else ("",) * number
        new[text] = Message(proposed, "unfinished")
    lost = (
        {}
        if prune
        else {text: replace(message, kind="vanished") for text, message in gone.items() if any(message.forms)}
    )
    return new | lost


def written(head: str, messages: dict[str, Message], wanted: dict[str, bool]) -> str:
    """Return a Qt Linguist file."""
    lines = []
    for text, message in sorted(messages.items()):
        counts = wanted.get(text, len(message.forms) > 1)
        kind = f' type="{message.kind}"' if message.kind else ""
        forms = (
            "".join(f"<numerusform>{escape(form)}</numerusform>" for form in message.forms)
            if counts
            else escape(message.forms[0])
        )
        numerus = ' numerus="yes"' if counts else ""
        lines.append(f"<message{numerus}><source>{escape(text)}</source>")
        lines.append(f"<translation{kind}>{forms}</translation></message>")
    return head + "\n".join([*lines, "</context>", "</TS>", ""])


def unfinished(messages: dict[str, Message], wanted: dict[str, bool]) -> list[str]:
    """Return the texts ``wanted`` without a whole translation."""
    return [
        text for text in sorted(wanted) if text not in messages or messages[text].kind or not all(messages[text].forms)
    ]


def main() -> None:
    """Bring the catalogues up to date, or list what they lack."""
    if sys.argv[1:] not in ([], ["--prune"], ["--missing"]):
        sys.exit(__doc__)
    wanted = texts()
    for file in sorted(LANGUAGES.glob("*.ts")):
        language = file.stem.removeprefix("rpn_inspector_")
        head, messages = read(file)
        if "--missing" not in sys.argv:
            messages = merged(messages, wanted, FORMS[language], "--prune" in sys.argv)
            file.write_text(written(head, messages, wanted), encoding="utf-8")
        for text in unfinished(messages, wanted):
            print(f"{language}: {text!r}")


if __name__ == "__main__":
    main()
