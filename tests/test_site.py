"""The site: laid out from the repository and the program, and, in the long run, built and read."""

import json
import re
import sys
from pathlib import Path

import pytest

import rpn_inspector as ri
from rpn_inspector.cli.schemas import SCHEMAS
from rpn_inspector.core.recipe import list_recipes
from rpn_inspector.data.datasets.format_registry import formats

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def make_site():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import make_site

        yield make_site
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def laid_out(make_site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    make_site.lay_out(folder)
    return folder


def test_every_page_stands_in_the_tree(laid_out):
    index = (laid_out / "index.md").read_text()
    named = set(re.findall(r"^[\w/.-]+$", index, re.MULTILINE))
    pages = {
        str(path.relative_to(laid_out).with_suffix(""))
        for path in laid_out.rglob("*")
        if path.suffix in (".md", ".ipynb")
    }
    of_recipes = {page for page in pages if page.startswith("recipes/") and page != "recipes/index"}
    assert pages - of_recipes - {"index"} <= named
    assert of_recipes == {f"recipes/{name}" for name in list_recipes()}


def test_recipes_commands_formats_and_names_are_the_program_s_own(laid_out):
    fpn = (laid_out / "recipes" / "torchvision-fpn.md").read_text()
    assert "| `matcher.positive` | `0.7` |" in fpn
    assert "- the order in which torch.randperm samples" in fpn
    commands = (laid_out / "commands.md").read_text()
    assert all(f"\n## {name}\n" in commands for name in ("open", *SCHEMAS))
    assert all(f"`{one.name}`" in (laid_out / "formats.md").read_text() for one in formats())
    checked = (laid_out / "checked.md").read_text()
    cases = json.loads((ROOT / "tests" / "golden" / "manifest.json").read_text())["cases"]
    assert all(f"| `{case['family']}` |" in checked for case in cases)
    assert sum(int(count) for count in re.findall(r"\| (\d+) \|", checked)) == len(cases)
    names = (laid_out / "names.md").read_text()
    assert all(f":: rpn_inspector.{name}\n" in names for name in ri.__all__ if not name.startswith("__"))


def test_formulas_are_drawn_by_the_browser_itself(laid_out):
    source = (ROOT / "resources" / "help" / "maths.md").read_text(encoding="utf-8")
    page = (laid_out / "maths.md").read_text(encoding="utf-8")
    assert page.count("</math>") == source.count("$$") // 2 > 8
    assert "$" not in page
    assert "\\frac" not in page


@pytest.mark.site
def test_the_site_builds_without_a_warning_and_asks_no_network(make_site, tmp_path):
    assert make_site.build(tmp_path) == 0
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 60
    loaded = re.compile(r"<(?:script|img|link|iframe)[^>]+(?:src|href)=\"(?:https?:)?//")
    assert [page for page in pages if loaded.search(page.read_text(encoding="utf-8"))] == []
    assert "anchor" in (tmp_path / "searchindex.js").read_text(encoding="utf-8")
