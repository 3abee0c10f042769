"""Build the documentation as a site that needs no network: python tools/make_site.py [FOLDER], by default build/site.

Needs the dependency group `site` and the extra `gui`. The texts are the repository's own; the pages of recipes,
commands, formats and Python's names are made from the program. A link that leads nowhere ends the build.
"""

from __future__ import annotations

import inspect
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from latex2mathml.converter import convert

import rpn_inspector as ri
from rpn_inspector.cli.program import app
from rpn_inspector.cli.schemas import SCHEMAS
from rpn_inspector.core.recipe import Recipe, list_recipes, load_recipe
from rpn_inspector.core.recipe_values import value_text
from rpn_inspector.data.datasets.format_registry import formats

ROOT = Path(__file__).parents[1]
PAGES = (
    "GLOSSARY.md", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md",
    "CODE_OF_CONDUCT.md", "LICENSE",
)  # fmt: skip
FOLDERS = ("docs", "examples")
WIDE = 100
TREES = {
    "Guide": [
        "docs/guide",
        "docs/questions",
        "docs/audit",
        "docs/second-stage",
        "docs/from-config",
        "docs/filter",
        "docs/exchange",
    ],
    "Notebooks": ["examples/why-is-it-not-learned", "examples/check-my-config", "examples/from-anchor-to-detection"],
    "Concepts": ["maths", "GLOSSARY", "recipes/index"],
    "Reference": ["commands", "docs/python", "names", "formats", "docs/outputs", "docs/limits"],
    "Project": [
        "checked",
        "docs/benchmarks",
        "ARCHITECTURE",
        "CONTRIBUTING",
        "docs/release",
        "SECURITY",
        "CODE_OF_CONDUCT",
        "CHANGELOG",
    ],
}


def lay_out(folder: Path) -> None:
    """Write the sources of the site into ``folder``, where every link of the repository's texts still holds."""
    for name in PAGES:
        shutil.copy(ROOT / name, folder / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("site"))
    for page in folder.rglob("*.md"):
        # README is the first page, and the maths lie beside it
        text = page.read_text(encoding="utf-8").replace("README.md)", "index.md)")
        page.write_text(text.replace("resources/help/maths.md", "maths.md"), encoding="utf-8")
    for name in ("conf.py", "scorer.js"):
        shutil.copy(ROOT / "docs" / "site" / name, folder)
    write(folder / "maths.md", maths())
    write(folder / "index.md", index())
    write(folder / "commands.md", commands())
    write(folder / "formats.md", dataset_formats())
    write(folder / "names.md", names())
    write(folder / "checked.md", checked())
    (folder / "recipes").mkdir()
    found = [load_recipe(name) for name in list_recipes()]
    write(folder / "recipes" / "index.md", recipe_list(found))
    for recipe in found:
        write(folder / "recipes" / f"{recipe.name}.md", recipe_page(recipe))


def write(path: Path, lines: Iterator[str]) -> None:
    """Write a page."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def index() -> Iterator[str]:
    """Yield the first page: README, and the tree of all others."""
    yield (ROOT / "README.md").read_text(encoding="utf-8")
    for caption, pages in TREES.items():
        known = [page for page in pages if not page.startswith(("docs/", "examples/")) or exists(page)]
        yield from tree(caption, [*known, *(extra_guides() if caption == "Guide" else [])], hidden=True)


def exists(page: str) -> bool:
    """Return whether a page of the tree is in the repository."""
    return any((ROOT / f"{page}{suffix}").is_file() for suffix in (".md", ".ipynb"))


def extra_guides() -> list[str]:
    """Return the guides that no tree names."""
    named = {page for pages in TREES.values() for page in pages}
    return [
        page for page in (f"docs/{path.stem}" for path in sorted((ROOT / "docs").glob("*.md"))) if page not in named
    ]


def tree(caption: str, pages: list[str], hidden: bool = False) -> Iterator[str]:
    """Yield a tree of pages for the side of every page."""
    yield from ("", "```{toctree}", f":caption: {caption}" if caption else ":maxdepth: 1")
    yield from ([":hidden:"] if hidden else [])
    yield from ("", *pages, "```")


def maths() -> Iterator[str]:
    """Yield the maths, with each formula as the MathML that browsers draw by themselves, without a script."""
    text = (ROOT / "resources" / "help" / "maths.md").read_text(encoding="utf-8")
    for number, part in enumerate(text.split("$$")):
        yield f"<div>\n{convert(part.replace(chr(10), ' '), display='block')}\n</div>\n" if number % 2 else part


def commands() -> Iterator[str]:
    """Yield the reference of the commands, as their --help says it."""
    yield "# Commands"
    yield "\nEach has `--help`. What stands on stdout with `--json` has a schema: `rpn-inspector schema COMMAND`."
    root = typer.main.get_command(app)
    for name, command in walk(root, ()):
        yield f"\n## {' '.join(name)}\n"
        yield f"```text\n{help_of(command, name)}\n```"
        if " ".join(name) in SCHEMAS:
            yield f"\n`--json` prints what `rpn-inspector schema {' '.join(name)}` describes."


def walk(command: Any, name: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the name and the command of each, in the order of --help."""
    for key, inner in getattr(command, "commands", {}).items():
        if getattr(inner, "commands", None):
            yield from walk(inner, (*name, key))
        else:
            yield (*name, key), inner


def help_of(command: Any, name: tuple[str, ...]) -> str:
    """Return the text of --help, `WIDE` letters wide."""
    title = " ".join(("rpn-inspector", *name))
    size = {"max_content_width": WIDE, "terminal_width": WIDE}
    with command.make_context(title, [], resilient_parsing=True, **size) as context:
        return str(command.get_help(context)).rstrip()


def dataset_formats() -> Iterator[str]:
    """Yield the formats of datasets, from the registry."""
    yield "# Formats of datasets"
    yield "\nFound out from the content; `--dataset-format` takes the name where that leaves a choice. What is promised"
    yield "of broken files stands in [limits](docs/limits.md), outputs of models in [raw outputs](docs/outputs.md).\n"
    yield "| format | name |\n|---|---|"
    for one in formats():
        yield f"| {one.title} | `{one.name}` |"


def names() -> Iterator[str]:
    """Yield the reference of the package's public names."""
    yield "# Names in Python"
    yield "\n`import rpn_inspector as ri`; every name is imported when it is first used."
    yield "[In Python](docs/python.md) shows them at work."
    for name in sorted(ri.__all__, key=str.lower):
        if name.startswith("__"):
            continue
        value = getattr(ri, name)
        kind = "autoclass" if inspect.isclass(value) else "autofunction" if callable(value) else "autodata"
        yield f"\n## {name}\n\n```{{eval-rst}}\n.. {kind}:: rpn_inspector.{name}"
        if kind == "autoclass":
            yield "   :members:"
        yield "```"


def checked() -> Iterator[str]:
    """Yield how the numbers are checked: the reference cases by family, of which library, of what."""
    manifest = json.loads((ROOT / "tests" / "golden" / "manifest.json").read_text(encoding="utf-8"))
    families: dict[str, list[dict[str, Any]]] = {}
    for case in manifest["cases"]:
        families.setdefault(case["family"], []).append(case)
    yield "# How it is checked"
    yield f"\n{manifest['case_count']} cases were recorded by running the libraries themselves, and"
    yield "`python -m pytest tests/golden` compares each with this program: anchors, IoU, labels, matches and kept"
    yield "boxes exactly, decoded boxes within a millionth of their coordinates, losses within 1e-5."
    yield "A case that no check looks at fails by name. Other laws: brute force beside each fast path, random data by"
    yield "hypothesis, the real program under a real display; `.ci/run` runs them, `.ci/long` many more."
    yield "`tools/check_*_recorder.py` trains the real libraries with and without a recorder.\n"
    yield "| family | run | cases | of |\n|---|---|---:|---|"
    for family, cases in sorted(families.items()):
        kinds = Counter(case["kind"] for case in cases)
        libraries = sorted({case["library"].partition(" (")[0] for case in cases})
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        yield f"| `{family}` | {cell('; '.join(libraries))} | {len(cases)} | {counts.replace('_', ' ')} |"
    yield "\nWhat a recipe does not reproduce stands on its page: [recipes](recipes/index.md)."


def recipe_list(found: list[Recipe]) -> Iterator[str]:
    """Yield the table of the recipes that ship."""
    yield "# Recipes\n\nA recipe holds every convention of one library's training of one detector.\n"
    yield "| recipe | of | choose it for |\n|---|---|---|"
    for recipe in found:
        yield f"| [{recipe.name}]({recipe.name}.md) | {recipe.title} | {recipe.summary} |"
    yield from tree("", [recipe.name for recipe in found], hidden=True)


def recipe_page(recipe: Recipe) -> Iterator[str]:
    """Yield a recipe's page: its source, what it does not reproduce, and each field with value and meaning."""
    yield f"# {recipe.name}\n\n{recipe.title}. {recipe.summary}\n\nSource: {recipe.source}, {recipe.version}.\n"
    yield "## Not reproduced\n"
    yield from (f"- {words}" for words in recipe.reproduces_not or ("nothing is known to differ",))
    stage = ""
    for field in recipe.entries():
        head = field.place.partition(".")[0]
        if head != stage:
            stage = head
            yield f"\n## {stage}\n\n| field | value | meaning |\n|---|---|---|"
        yield f"| `{field.place}` | `{value_text(field.value)}` | {cell(field.help)} |"


def cell(text: str) -> str:
    """Return a plain text for a table of Markdown."""
    return re.sub(r"([\\\\`*_|<>$])", r"\\\1", text)


def build(target: Path) -> int:
    """Build the site into ``target``; return Sphinx's exit code."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder))
        command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", folder, str(target)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"))
