"""How a `State` follows from another where a stage over the proposals is looked at, as in `transitions`."""

from __future__ import annotations

from dataclasses import replace

from rpn_inspector.session.staged import staged_of
from rpn_inspector.session.state import State


def with_stage(old: State, new: State) -> State:
    """Return ``new`` with the stage looked at, and the candidate of the selected anchor where none is selected."""
    if (new.shown, new.stage, new.passing) != (old.shown, old.stage, old.passing):
        mask = new.passing.mask if new.passing is not None else None
        inspection = new.shown.inspection if new.shown is not None else None
        new = replace(new, staged=staged_of(inspection, new.stage, mask))
    staged = new.staged
    if staged is None:
        return new if new.candidate is None else replace(new, candidate=None)
    kept, anchor = new.candidate, -1 if new.selection is None else new.selection
    # what is tried out keeps the proposals of the data
    same = old.staged is not None and old.staged.result.proposals is staged.result.proposals
    if same and kept is not None and kept < len(staged.anchors) and staged.anchors[kept] == anchor:
        return new
    found = staged.of_anchor(new.selection)
    return new if found == kept else replace(new, candidate=found)


def look_at_stage(state: State, stage: str) -> State:
    """Return the state with a stage over the proposals looked at in the anchors' place, "" for the anchors."""
    return state if stage == state.stage else replace(state, stage=stage, stack=(), hover=None, pointed=())


def next_stage(state: State) -> State:
    """Return the state with the next stage looked at: the anchors, each stage of the recipe, and the anchors again."""
    names = ["", *(name for name, _ in state.recipe.further)]
    here = names.index(state.stage) if state.stage in names else 0
    return look_at_stage(state, names[(here + 1) % len(names)])
