"""Laws of the house: one name for one class, nothing loose in the gui, and the drawn graph is the one there is."""

import ast
import importlib
import re
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "rpn_inspector"

sys.path.insert(0, str(ROOT / "tools"))
import house  # noqa: E402

CLASS = re.compile(r"^ *class (\w+)[(:\[]", re.MULTILINE)


@pytest.fixture(scope="module")
def classes():
    """The files that define a class of each name."""
    found = defaultdict(list)
    for file in sorted(PACKAGE.rglob("*.py")):
        for name in CLASS.findall(file.read_text(encoding="utf-8")):
            found[name].append(file.relative_to(PACKAGE).as_posix())
    return found


def test_no_two_classes_share_a_name(classes):
    assert {name: files for name, files in classes.items() if len(files) > 1} == {}


def test_nothing_lies_loose_in_the_gui():
    assert {file.name for file in (PACKAGE / "gui").glob("*.py")} == {"__init__.py", "app.py", "wiring.py"}


def test_every_room_says_what_lives_there():
    silent = [
        file.parent.relative_to(ROOT).as_posix()
        for file in PACKAGE.rglob("__init__.py")
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_the_page_holds_the_graph_of_the_rooms_as_they_are():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    drawn = page.partition(house.BEGIN)[2].partition(house.END)[0]
    assert drawn == house.section(), "python tools/house.py --write"


def test_an_arrow_that_follows_from_others_is_left_out_and_a_circle_is_named():
    assert house.reduced({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}
    with pytest.raises(SystemExit, match="a, b"):
        house.reduced({"a": {"b"}, "b": {"a"}, "c": {"a"}})


def test_no_test_rests_on_a_place_outside_its_own_folder():
    """A place that is "not there" may be there on another machine."""
    absent = re.compile(r"/(no|absent|missing|gone|does)\w*(/.*)?")
    texts = {file: file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")}
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for file, text in texts.items()
        if re.search(rf"""["']{absent.pattern}""", text)  # few files are worth to be parsed
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and absent.fullmatch(node.value)
    ]
    assert found == []


IMPORT = re.compile(r"^\s*from (rpn_inspector[\w.]*) import ([\w, ]+?)\s*(?:#.*)?$", re.MULTILINE)


@pytest.mark.parametrize("folder", ["tools", "benchmarks"])
def test_code_outside_the_suite_imports_what_is_there(folder):
    """Also the code inside strings, for processes of their own."""
    absent = []
    for file in sorted((ROOT / folder).glob("*.py")):
        for module, names in IMPORT.findall(file.read_text(encoding="utf-8")):
            for name in (part.split(" as ")[0].strip() for part in names.split(",")):
                if not hasattr(importlib.import_module(module), name) and find_spec(f"{module}.{name}") is None:
                    absent.append(f"{file.name}: {module}.{name}")
    assert absent == []


def test_readmes_list_of_formats_is_what_the_tool_writes():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert house.with_formats(readme) == readme, "python tools/house.py --write"
    shorter = readme.replace("CreateML, ", "", 1)
    assert house.with_formats(shorter) == readme


def test_the_root_holds_what_is_known_to_belong_there():
    """A file that an unknown option made would be packed into the source distribution too."""
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    known = {
        "ARCHITECTURE.md", "CHANGELOG.md", "CITATION.cff", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "GLOSSARY.md",
        "LICENSE", "README.md", "SECURITY.md", "benchmarks", "docs", "examples", "pyproject.toml", "resources",
        "packaging", "rpn_inspector", "tests", "tools", "build", "dist", "rpn_inspector.egg-info", "PKG-INFO",
    }  # fmt: skip
    assert names <= known
