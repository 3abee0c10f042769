"""What holds of the window whatever was done to it."""

import gc
import mmap
from pathlib import Path

import numpy as np
import pytest
from gui_steps import settled
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from rpn_inspector.core.assignment import UNDECIDED
from rpn_inspector.gui.canvas.stage_layers import layers_of


def check(window):
    """What is shown belongs to what is chosen, or "busy" is visible; every panel says the same; the sums add up."""
    state = window.workspace.state
    check_choice(window, state)
    shown = state.shown
    if shown is None:
        assert state.dataset is None or state.busy or state.problem is not None
        return
    size = shown.inspection.grid.size
    taken = size if state.staged is None else state.staged.result.grid.size
    for anchor in (state.selection, state.hover):
        assert anchor is None or 0 <= anchor < size
    for index in (state.candidate, *state.stack, *state.pointed):
        assert index is None or 0 <= index < taken
    check_stage(state, shown)
    assert state.gt is None or 0 <= state.gt < len(shown.inspection.gt)
    if state.busy:
        assert "computing" in window.status_line.labels["time"].text()
        return
    check_shown(state, shown)
    check_selection(window, state, shown)
    check_counts(window, state, shown)
    check_sums(shown.inspection)


def check_choice(window, state):
    """What is chosen is what the top row, the list and the title say."""
    assert window.top_bar.recipe.currentText() == state.recipe.name
    if state.dataset is None:
        return
    assert 0 <= state.index < len(state.dataset)
    assert window.images.model.dataset is state.dataset
    pictures = {state.index}
    if state.busy and state.shown is not None and state.shown.dataset is state.dataset:
        pictures.add(state.shown.index)  # the row is that of the picture seen, until the one chosen is there
    rows = {-1 if row is None else row for row in map(window.images.model.row_of, pictures)}
    assert window.images.list.currentIndex().row() in rows
    assert state.dataset.root.name in window.main_window.windowTitle()
    assert state.timeline is None or any(dump is state.predictions for dump in state.timeline.dumps)
    for layer, entry in window.strip.entries.items():
        assert entry.isChecked() == (layer in state.layers)


def check_shown(state, shown):
    assert shown.dataset is state.dataset
    assert shown.index == state.index
    assert shown.recipe == state.recipe
    assert shown.predictions is state.predictions


def check_stage(state, shown):
    """The stage looked at is of what is shown, and the candidate came from the selected anchor."""
    assert state.staged is None or state.staged.result is shown.inspection.stages[state.stage]
    assert state.staged is not None or state.candidate is None
    if state.candidate is not None:
        anchor = state.staged.anchors[state.candidate]
        assert anchor == (-1 if state.selection is None else state.selection)


def check_selection(window, state, shown):
    """The inspector, Explain and the table stand at the one selection."""
    if state.selection is None:
        assert window.inspector.facts is None
    else:
        facts = window.inspector.facts
        assert facts is not None
        assert facts.index == state.selection
        assert facts.label == shown.inspection.assignment.label[state.selection]
        assert window.inspector.explain.anchor == state.selection
    panel = window.side.candidate
    assert (None if panel.facts is None else panel.facts.index) == state.candidate
    assert window.side.currentWidget() is (panel if state.staged is not None else window.inspector)
    assert window.canvas._shown is shown
    words = window.inspector.explain.what_if
    assert (words is None) == (shown.what_if is None) or window.inspector.explain.facts is None


def check_counts(window, state, shown):
    """The strip, the table, the status line and the filter count the same anchors."""
    inspection, mask = shown.inspection, None if state.passing is None else state.passing.mask
    size, label = inspection.grid.size, inspection.assignment.label
    passing = size if mask is None else int(np.count_nonzero(mask))
    table = window.tables.anchors.columns_model
    assert table.rowCount() == passing
    assert table.total == size
    noun = "points" if inspection.recipe.anchors.of_points else "anchors"
    told, said = f"{size:,} {noun}", window.status_line.labels["counts"].text()
    if state.staged is not None:
        joined = int((state.staged.result.source < 0).sum())
        told = f"{state.staged.result.grid.size - joined:,} proposal"
        assert said.endswith(f" + {joined:,} GT") == (joined > 0)
    assert told in said
    assert window.tables.tabText(0).endswith(f"{size:,}") or window.tables.tabs.compact
    counts = {layer: entry.count for layer, entry in window.strip.entries.items()}
    fresh = layers_of(inspection, state.staged, mask)
    for layer, count in counts.items():
        there = not window.strip.entries[layer].isHidden() or count is not None  # else the rule knows no such layer
        assert not there or count == fresh.count(layer), layer
    assert counts["truth"].total == len(inspection.gt)
    # without a say in the loss: ignored, and undecided for want of a prediction
    by_label = {"positive": (1,), "negative": (0,), "ignored": (-1, UNDECIDED)}
    if state.staged is None and not inspection.positives_known:
        assert counts.pop("positive") is None
        del by_label["positive"]
        assert window.strip.entries["positive"].number == ""
        assert not (label == 1).any()
    if state.staged is not None:
        label, mask = state.staged.result.label, state.staged.mask
        passing = len(label) if mask is None else int(np.count_nonzero(mask))
    for layer in [layer for layer in by_label if counts[layer] is None]:  # of a rule that knows no such layer
        assert not np.isin(label, by_label.pop(layer)).any(), layer
    for layer, values in by_label.items():
        chosen = np.isin(label, values) if mask is None else np.isin(label, values) & mask
        assert counts[layer].total == int(np.count_nonzero(chosen)), layer
    assert sum(counts[layer].total for layer in by_label) == passing


def check_sums(inspection):
    loss = inspection.loss
    if loss is not None and np.isfinite(loss.total):
        assert loss.objectness_per_anchor.sum() == pytest.approx(loss.objectness, rel=1e-4, abs=1e-7)
        assert loss.box_per_coordinate.sum() == pytest.approx(loss.box, rel=1e-4, abs=1e-7)
        assert loss.objectness + loss.box == pytest.approx(loss.total, rel=1e-4, abs=1e-7)
    proposals = inspection.proposals
    if proposals is not None:
        assert len(proposals.boxes) == len(proposals.scores) == len(proposals.anchor)
        assert proposals.suppressed_by.max(initial=-1) < inspection.grid.size


def check_words(window):
    """No text that is on the screen is a Python value or an unfilled place."""
    for label in window.main_window.findChildren(QLabel):
        if label.isVisible():
            text = label.text()
            assert "None" not in text.replace("None of", "").replace("None passes", ""), text
            assert "Traceback" not in text, text
            assert "{" not in text, text


def held(qtbot, window):
    """Let everything come to rest; return how many widgets live then, and the resident memory in bytes."""
    qtbot.waitUntil(lambda: settled(window) and not window.opening.reading)
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return len(QApplication.allWidgets()), pages * mmap.PAGESIZE
