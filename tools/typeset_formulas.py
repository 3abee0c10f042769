"""Typeset the formulas of the shipped recipes and of Help into `resources/formulas.json`, LaTeX to SVG.

usage: python tools/typeset_formulas.py [--write]
Prints how many there are, and which are new and which are gone; with --write, writes the file. The window typesets what
is not in it when it is first shown, as formulas with the numbers of a user's own recipe: ziamath takes a third of a
second to load, and 10 to 300 ms for each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.candidate_sections import candidate_sections
from rpn_inspector.core.explain_sections import sections
from rpn_inspector.core.formulas.section import Section
from rpn_inspector.core.inspection import Inspection, inspect
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.help.help_pages import PAGES, page_path, with_pictures
from rpn_inspector.gui.inspector.explain.typeset import typeset

SHIPPED = resource("formulas.json")
SAMPLE = Sample("x", (300, 400), gt=np.array([[40.0, 50, 160, 170], [200, 90, 330, 280]]))
EACH = 100  # anchors of a label, candidates of a stage: each kind of error and side is among them


def formulas_of(section: Section | None) -> Iterator[str]:
    """Yield the LaTeX of a section's formula, lines and total."""
    if section is not None:
        lines = (*section.lines, *(() if section.total is None else (section.total,)))
        yield from (latex for latex in (section.formula, *(line.latex for line in lines)) if latex)


def of_inspection(inspection: Inspection) -> Iterator[str]:
    """Yield the LaTeX of what Explain says of some anchors of each label, and of candidates of each stage."""
    for label in (1, 0, -1):
        rows = np.flatnonzero(inspection.assignment.label == label)
        for anchor in some(len(rows)):
            index = int(rows[anchor])
            yield from formulas_of(inspection.recipe.matcher.contest_section(index, inspection.assignment))
            for section in sections(inspection, inspection.explain(index)):
                yield from formulas_of(section)
    for name, stage in inspection.stages.items():
        for index in some(stage.grid.size):
            facts = inspection.explain_candidate(index, name)
            for section in candidate_sections(inspection, stage, facts):
                yield from formulas_of(section)


def of_help() -> Iterator[str]:
    """Yield the LaTeX of the pages of Help."""
    for page in PAGES:
        yield from with_pictures(page_path(page).read_text("utf-8"))[1]


def some(count: int) -> list[int]:
    """Return at most `EACH` of ``count`` places, evenly."""
    return np.unique(np.linspace(0, count - 1, min(count, EACH)).astype(np.int64)).tolist() if count else []


def wanted() -> set[str]:
    """Return the LaTeX of every formula that a shipped recipe or Help shows."""
    found = set(of_help())
    for name in list_recipes():
        recipe = load_recipe(name)
        outputs = SimulatedPredictions().predict(SAMPLE, recipe)
        untrained = replace(outputs, deltas=np.zeros_like(outputs.deltas), rois=None)
        for each in (None, outputs, untrained):
            found.update(of_inspection(inspect(SAMPLE, recipe, each)))
    return found


def main() -> int:
    """Print what is there, and write it where asked for."""
    before = json.loads(SHIPPED.read_bytes()) if SHIPPED.is_file() else {}
    made = {latex: typeset(latex) for latex in sorted(wanted())}
    print(f"{len(made)} formulas")
    for word, one, other in (("new", made, before), ("gone", before, made)):
        for latex in one:
            if latex not in other:
                print(f"{word}: {latex}")
    if "--write" in sys.argv[1:]:
        SHIPPED.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
