"""Every label and tooltip of the window is made by what shows a name as it is written."""

import ast
from pathlib import Path

import rpn_inspector

GUI = Path(rpn_inspector.__file__).parent / "gui"
SHOWN = GUI / "widgets" / "plain_label.py"


def calls(of):
    """The calls of a name or method in the window's files, each with its place."""
    for file in sorted(GUI.rglob("*.py")):
        if file == SHOWN:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(node, "func", None)
            if isinstance(node, ast.Call) and of in (getattr(name, "id", None), getattr(name, "attr", None)):
                yield f"{file.relative_to(GUI)}:{node.lineno}", node


def is_safe(argument):
    """A literal, a text of the program without values put in, or what `as_tip` made."""
    called = getattr(getattr(argument, "func", None), "id", None)
    return isinstance(argument, ast.Constant) or called in ("tr", "as_tip")


def test_a_label_says_whether_it_is_plain_or_markup():
    assert [place for place, _ in calls("QLabel")] == []
    assert [place for place, _ in calls("setTextFormat") if not place.startswith("commands/help_menu.py")] == []


def test_a_tooltip_shows_every_letter():
    assert [place for place, node in calls("setToolTip") if not is_safe(node.args[0])] == []
    shown = [(place, node.args[1]) for place, node in calls("showText")]
    # a widget's own tooltip was made by as_tip
    own = ("toolTip", "tip")
    assert [
        place
        for place, text in shown
        if not is_safe(text) and getattr(getattr(text, "func", text), "attr", "") not in own
    ] == []
