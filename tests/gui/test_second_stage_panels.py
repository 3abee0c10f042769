"""The second stage in the window: one selection, its panel, tables and way; nothing of it without one."""

import dataclasses

import numpy as np
import pytest
from gui_steps import opened, settled
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from two_stage_demo import BOTH, CASCADE, DEMO, demo, outputs_of, write_dump

from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.inspection import inspect
from rpn_inspector.data.predictions.dump_writer import DumpWriter
from rpn_inspector.gui.canvas.hover_words import hover_words
from rpn_inspector.gui.tables.way_page import LOST_AT
from rpn_inspector.gui.widgets.elided_label import ElidedLabel


@pytest.fixture(scope="module", params=[BOTH, CASCADE], ids=["both", "cascade"])
def dump(request, tmp_path_factory):
    return write_dump(tmp_path_factory.mktemp("dump"), request.param)


@pytest.fixture
def window(shared_window):
    return shared_window


@pytest.fixture
def staged(qtbot, window, dump):
    """A window over the demo under a recipe of several stages, with outputs of all."""
    opened(qtbot, window, dump, lambda: window.opening.open_path(DEMO, dump))
    return window


def rest(qtbot, window):
    qtbot.waitUntil(lambda: settled(window))


def inspection(window):
    return window.workspace.state.shown.inspection


def test_the_tabs_of_a_second_stage_are_there_with_it_alone(qtbot, staged):
    tables = staged.tables
    names = [tables.tabText(n).split("  ")[0] for n in range(tables.count()) if tables.isTabVisible(n)]
    assert names == ["Anchors", "Ground truth", "Proposals", "Loss", "Way", "RoI head", "Detections"]
    staged.navigate.choose_recipe("demo")
    rest(qtbot, staged)
    names = [tables.tabText(n).split("  ")[0] for n in range(tables.count()) if tables.isTabVisible(n)]
    assert names == ["Anchors", "Ground truth", "Proposals", "Loss"]


def test_the_status_line_counts_what_is_looked_at(qtbot, staged):
    assert staged.status_line._plain["counts"][0].endswith("anchors")
    staged.workspace.next_stage()
    rest(qtbot, staged)
    one = staged.workspace.state.staged.result
    foreground = f"{int((one.label == 1).sum()):,} foreground"
    line = staged.status_line._plain["counts"][0]
    assert line.startswith(foreground)
    joined = int((one.source < 0).sum())
    assert joined > 0
    assert line.endswith(f"{len(one.label) - joined:,} proposals + {joined} GT")
    staged.workspace.look_at_stage("")
    rest(qtbot, staged)
    assert staged.status_line._plain["counts"][0].endswith("anchors")


def test_a_row_of_the_candidates_is_the_one_selection(qtbot, staged):
    tables = staged.tables
    tables.setCurrentWidget(tables.stages.candidates)
    one = tables.stages.staged.result
    place = int(one.candidate_of()[one.detections.proposal[0]])
    tables.stages.candidates.chosen.emit(place)
    rest(qtbot, staged)
    state = staged.workspace.state
    assert (state.stage, state.candidate) == (one.name, place)
    assert state.selection == int(state.staged.anchors[place])
    panel = staged.side.candidate
    assert staged.side.currentWidget() is panel
    facts = inspection(staged).explain_candidate(place, one.name)
    assert panel.facts.index == place
    assert panel.why.text() == facts.why
    assert panel.finding.text().startswith("Detection 1:")
    assert panel.classes.isVisibleTo(panel)
    # back at the anchors, the selection is that candidate's anchor; and there again, the candidate
    anchor = state.selection
    staged.workspace.look_at_stage("")
    assert (staged.workspace.state.selection, staged.workspace.state.candidate) == (anchor, None)
    assert staged.side.currentWidget() is staged.inspector
    staged.workspace.look_at_stage(one.name)
    assert staged.workspace.state.candidate == place


def test_the_way_has_a_row_for_each_box_and_counts_by_stage(qtbot, staged):
    tables, way = staged.tables, staged.tables.stages.way
    tables.setCurrentWidget(way)
    assert way.table.columns_model.rowCount() == 0
    staged.workspace.focus_gt(1)
    rest(qtbot, staged)
    rows = way.rows
    assert way.table.columns_model.rowCount() == len(rows.anchor) > 3
    assert [title for title, *_ in way.heads.heads] == [
        *("Ground truth", "Anchors", "RPN", "Proposals", "RoI sample", "RoI head", "Detections")
    ]
    row = int(np.flatnonzero(rows.detection >= 0)[0])
    way.table.chosen.emit(row)
    assert staged.workspace.state.selection == int(rows.anchor[row])
    assert staged.workspace.state.gt == 1


def test_the_keys_walk_stages_candidates_and_ground_truths(qtbot, staged):
    work = staged.workspace
    names = [name for name, _ in work.state.recipe.further]
    for name in (*names, ""):
        work.next_stage()
        assert work.state.stage == name
    work.next_stage()
    work.next_gt()
    state = work.state
    one = state.staged.result
    assert state.gt == 0
    assert one.source[state.candidate] >= 0
    staged.tables.setCurrentWidget(staged.tables.stages.candidates)
    staged.navigate.next_anchor(+1)
    assert work.state.candidate != state.candidate
    staged.navigate.leave()
    assert (work.state.selection, work.state.candidate) == (None, None)
    assert staged.side.candidate.facts is None


def test_a_click_takes_the_candidates_under_it_and_again_the_next(qtbot, staged):
    work = staged.workspace
    work.next_stage()
    x1, y1, x2, y2 = inspection(staged).gt[1]
    work.click((x1 + x2) / 2, (y1 + y2) / 2)
    first, stack = work.state.candidate, work.state.stack
    assert first == stack[0]
    assert work.state.staged.result.label[first] == 1
    work.click((x1 + x2) / 2, (y1 + y2) / 2)
    assert work.state.candidate == stack[1]
    work.walk(-1)
    assert work.state.candidate == first


def test_a_ground_truth_that_joins_is_selected_without_an_anchor(qtbot, staged):
    work = staged.workspace
    work.next_stage()
    joined = int(np.flatnonzero(work.state.staged.result.source < 0)[0])
    work.select_candidate(joined)
    assert (work.state.candidate, work.state.selection) == (joined, None)
    panel = staged.side.candidate
    assert panel.finding.text().startswith("Ground truth")
    assert panel.facts.proposal == -1


def test_the_filter_leaves_candidates_out_by_their_anchors(qtbot, staged):
    work, table = staged.workspace, staged.tables.stages.candidates
    staged.tables.setCurrentWidget(table)
    work.next_stage()
    staged.navigate.filter_by("score > 0.5")
    rest(qtbot, staged)
    anchors, mask = work.state.staged.anchors, work.state.passing.mask
    assert table.columns_model.rowCount() == int((mask[anchors] & (anchors >= 0)).sum())


def test_another_picture_has_its_own_candidates(qtbot, staged):
    work, tables = staged.workspace, staged.tables
    tables.setCurrentWidget(tables.stages.candidates)
    work.next_stage()
    work.select_candidate(0)
    work.go(1)
    rest(qtbot, staged)
    state = work.state
    assert state.candidate is None
    assert state.staged.result is inspection(staged).stages[state.stage]
    assert tables.stages.candidates.columns_model.rowCount() == state.staged.result.grid.size
    work.go(1)  # without outputs
    rest(qtbot, staged)
    assert work.state.staged is None
    assert tables.stages.candidates.columns_model.rowCount() == 0
    assert tables.tabText(tables.indexOf(tables.stages.candidates)) == "RoI head"
    assert staged.side.currentWidget() is staged.inspector


def test_a_box_not_followed_has_dashes(qtbot, staged):
    tables, way = staged.tables, staged.tables.stages.way
    tables.setCurrentWidget(way)
    staged.workspace.focus_gt(1)
    rest(qtbot, staged)
    lost = int(np.flatnonzero((way.rows.candidate < 0) & (way.rows.anchor >= 0))[0])
    cells = [column.text(lost) for column in way.table.columns_model.columns]
    assert cells[7:] == [NOTHING] * 5


def test_a_recorded_proposal_that_no_box_equals_is_a_row_of_the_way(qtbot, window, tmp_path):
    dataset, path = demo(), tmp_path / "moved.rpn"
    outputs = outputs_of(dataset[0], BOTH)
    boxes = inspect(dataset[0], BOTH, outputs).proposals.boxes + np.float32(0.5)
    outputs = dataclasses.replace(outputs, rois=dataclasses.replace(outputs.rois, proposals=boxes))
    with DumpWriter(path, BOTH.name, recipe_toml=BOTH.to_toml()) as writer:
        writer.add(dataset.names[0], outputs)
    opened(qtbot, window, path, lambda: window.opening.open_path(DEMO, path))
    way = window.tables.stages.way
    window.tables.setCurrentWidget(way)
    window.workspace.focus_gt(1)
    rest(qtbot, window)
    first = way.table.columns_model.columns[0]
    words = [first.text(row) for row in range(len(way.rows.anchor))]
    alone = np.flatnonzero((way.rows.anchor < 0) & (way.rows.proposal >= 0))
    assert len(alone) > 0
    assert [words[row] for row in alone] == [f"proposal {way.rows.proposal[row] + 1:,}" for row in alone]
    room = QFontMetrics(way.table.font())
    assert all(room.horizontalAdvance(words[row]) < first.width for row in alone)
    counts = {title: count for title, count, *_ in way.heads.heads}
    assert int(counts["Proposals"]) > 0
    way.table.chosen.emit(int(alone[0]))
    rest(qtbot, window)
    assert window.workspace.state.candidate == way.rows.candidate[alone[0]]


def test_all_losses_stand_beside_the_trainers(qtbot, staged):
    tables = staged.tables
    tables.setCurrentWidget(tables.loss)
    rest(qtbot, staged)
    table = tables.loss.stages
    assert table.isVisible()
    rows = {line[0].text(): line[1].text() for line in table.cells[: table._rows]}
    one = inspection(staged)
    wanted = [one.loss.objectness, one.loss.box]
    for stage in one.stages.values():
        wanted += [stage.loss.objectness, stage.loss.box]
    assert [float(text) for text in rows.values()] == pytest.approx([*wanted, sum(wanted)], abs=1e-6)
    assert list(rows)[:2] == ["objectness", "RPN box"]
    staged.navigate.choose_recipe("demo")
    rest(qtbot, staged)
    assert not table.isVisible()


def test_the_funnel_goes_on_to_the_detections(qtbot, staged):
    staged.tables.setCurrentWidget(staged.tables.proposals)
    rest(qtbot, staged)
    funnel = staged.funnel
    assert funnel.stage.isVisible()
    last = list(inspection(staged).stages.values())[-1]
    assert funnel.stage.funnel.total.left[-1] == len(last.detections.boxes)
    staged.workspace.go(2)  # without outputs
    rest(qtbot, staged)
    assert not funnel.stage.isVisible()
    assert not funnel.stage_title.isVisible()


def test_the_layers_are_those_of_the_stage_looked_at(qtbot, staged):
    strip, work = staged.strip, staged.workspace
    names = ["", *(name for name, _ in work.state.recipe.further)]
    assert list(strip.switch.buttons) == names
    strip.switch.buttons[names[-1]].click()
    rest(qtbot, staged)
    assert work.state.stage == names[-1]
    one = work.state.staged.result
    assert strip.entries["positive"].text() == "Foreground"
    assert strip.entries["positive"].count.total == int((one.label == 1).sum())
    assert strip.entries["proposals"].count.total == len(one.detections.boxes)
    assert not strip.entries["heat"].isEnabled()
    x1, y1, x2, y2 = inspection(staged).gt[1]
    work.point((x1 + x2) / 2, (y1 + y2) / 2)
    assert "proposals under the cursor" in hover_words(staged.canvas._scene)[0]
    strip.switch.buttons[""].click()
    assert strip.entries["positive"].text() == "Positive"
    staged.navigate.choose_recipe("demo")
    rest(qtbot, staged)
    assert strip.switch.isHidden()


def test_links_of_the_panel_lead_to_anchor_ground_truth_and_suppressor(qtbot, staged):
    work, panel = staged.workspace, staged.side.candidate
    work.next_stage()
    one = work.state.staged.result
    pair = int(one.detections.suppressed[0])
    place = int(one.candidate_of()[pair // one.detections.pair_fate.shape[1]])
    for candidate in (place, *np.flatnonzero(one.label == 1).tolist()):
        work.select_candidate(candidate)
        if panel.facts.suppressor >= 0 and panel.facts.gt >= 0:
            break
    facts, anchor = panel.facts, work.state.selection
    assert "Suppressed" in panel.finding.text()
    panel.place.linkActivated.emit(f"candidate {one.candidate_of()[facts.suppressor]}")
    assert work.state.candidate == one.candidate_of()[facts.suppressor]
    panel.place.linkActivated.emit(f"gt {facts.gt}")
    assert work.state.gt == facts.gt
    panel.place.linkActivated.emit(f"anchor {anchor}")
    assert (work.state.stage, work.state.selection) == ("", anchor)


def test_a_plot_of_the_second_stage_marks_the_selected_proposal(qtbot, staged):
    panel = staged.plots
    staged.tables.setCurrentIndex(0)
    panel.choose(["roi"])
    panel.build()
    rest(qtbot, staged)
    cell = next(cell for cell in panel.cells if cell.isVisible())
    assert cell.key == "roi"
    one = list(inspection(staged).stages.values())[-1]
    assert cell.heading.caption.toolTip().startswith(f"{len(one.proposals):,} proposals")
    staged.workspace.look_at_stage(one.name)
    staged.workspace.select_candidate(int(one.candidate_of()[one.detections.proposal[0]]))
    rest(qtbot, staged)
    assert len(cell.chart._marks) == 1
    staged.navigate.choose_recipe("demo")
    rest(qtbot, staged)
    qtbot.waitUntil(lambda: next(cell for cell in panel.cells if cell.isVisible()).key == "fit")


def test_while_a_stage_is_looked_at_the_plots_are_its_own(qtbot, staged):
    panel = staged.plots
    staged.tables.setCurrentIndex(0)
    panel.build()
    rest(qtbot, staged)
    seen = [cell.key for cell in panel.cells if cell.isVisible()]
    assert not {"roi_iou", "roi_targets"} & set(seen)
    names = [name for name, _ in staged.workspace.state.recipe.further]
    for name in names:
        staged.workspace.look_at_stage(name)
        rest(qtbot, staged)
        one = inspection(staged).stages[name]
        for key in ("roi", "roi_iou", "roi_targets"):
            panel.choose([key])
            cell = next(cell for cell in panel.cells if cell.isVisible())
            assert cell.key == key
            assert cell.chart.staged.result is one
        lanes = cell.chart.lanes
        for place, (coordinate, column) in enumerate(zip("xywh", one.t_star[:, one.stage.coder.order].T, strict=True)):
            assert lanes[f"t{coordinate}_star"].mean == pytest.approx(column.mean(), abs=1e-6), place
            assert lanes[f"t{coordinate}_star"].number == len(one.positive)
            assert lanes[f"t{coordinate}"].number == np.isfinite(one.t[:, place]).sum()
        panel.choose(["roi_iou"])
        cell = next(cell for cell in panel.cells if cell.isVisible())
        counts = {label: int(part.sum()) for label, part in cell.chart.counts.items()}
        assert counts == {label: int((one.label == label).sum()) for label in (0, -1, 1)}
        assert cell.surface.accessibleDescription().startswith(f"{counts[1]:,} foreground")
        place = int(one.positive[0])
        staged.workspace.select_candidate(int(np.flatnonzero(one.source >= 0)[0]))
        assert len(cell.chart._marks) == 1
        assert one.label[place] == 1
    staged.workspace.look_at_stage("")
    rest(qtbot, staged)
    assert [cell.key for cell in panel.cells if cell.isVisible()] == seen


def test_compare_is_of_anchors_alone(qtbot, staged):
    work, key = staged.workspace, staged.menus.by_name["Next stage: RPN, RoI head"]
    key.trigger()
    assert work.state.staged is not None
    staged.pages.look("compare")
    assert (work.state.stage, work.state.staged) == ("", None)
    key.trigger()
    assert work.state.staged is None
    staged.pages.look("inspect")
    key.trigger()
    assert work.state.staged is not None


def test_a_dragged_ground_truth_changes_the_proposals_labels_and_targets(qtbot, staged):
    before = inspection(staged)
    name = staged.workspace.state.recipe.further[0][0]
    staged.workspace.look_at_stage(name)
    stage = before.stages[name]
    candidate = int(stage.positive[stage.source[stage.positive] >= 0][0])
    staged.tables.stages.candidates.chosen.emit(candidate)
    rest(qtbot, staged)
    canvas, truth = staged.canvas, int(stage.gt[candidate])
    assert list(canvas.grips()) == ["gt"]
    np.testing.assert_array_equal(canvas.grips()["gt"], before.gt[truth])
    panel = staged.side.candidate
    assert panel.tried.isHidden()
    canvas.tried.emit("gt", stage.boxes([candidate])[0])  # the proposal itself
    qtbot.waitUntil(lambda: staged.what_if.idle and staged.workspace.state.shown.what_if is not None)
    rest(qtbot, staged)
    state = staged.workspace.state
    assert (state.stage, state.candidate, state.shown.what_if.truth) == (name, candidate, truth)
    facts = state.shown.inspection.explain_candidate(candidate, name)
    assert facts.gt == truth
    np.testing.assert_allclose(facts.t_star, 0, atol=1e-4)
    assert not panel.tried.isHidden()
    assert panel.facts.t_star is not None
    staged.what_if.reset()
    rest(qtbot, staged)
    assert inspection(staged) is before
    assert staged.workspace.state.candidate == candidate


def test_a_head_of_the_way_lists_what_its_stage_lost_and_the_filter_holds_there_too(qtbot, staged):
    tables, way = staged.tables, staged.tables.stages.way
    tables.setCurrentWidget(way)
    staged.workspace.focus_gt(0)
    rest(qtbot, staged)
    model, rows = way.table.columns_model, way.rows
    place = LOST_AT.index("kept")
    at = QPoint((2 * place + 1) * way.heads.width() // (2 * len(LOST_AT)), way.heads.height() // 2)
    qtbot.mouseClick(way.heads, Qt.MouseButton.LeftButton, pos=at)
    assert (way.heads.step, model.rowCount()) == ("kept", int(rows.lost("kept").sum()))
    assert 0 < model.rowCount() < len(rows.anchor)
    level = inspection(staged).grid.locate(rows.anchor[rows.lost("kept")]).level
    name = inspection(staged).grid.levels[int(level[0])].name
    staged.workspace.filter_by(f"level == {name}")
    rest(qtbot, staged)
    assert model.rowCount() == int((level == level[0]).sum())
    way.heads.setFocus()
    qtbot.keyClick(way.heads, Qt.Key.Key_Space)  # the head that was clicked
    of_level = inspection(staged).grid.locate(np.maximum(rows.anchor, 0)).level == level[0]
    assert (way.heads.step, model.rowCount()) == ("", int(((rows.anchor >= 0) & of_level).sum()))
    qtbot.keyClick(way.heads, Qt.Key.Key_Right)
    qtbot.keyClick(way.heads, Qt.Key.Key_Space)
    assert way.heads.step == "drawn"


def test_no_number_of_the_losses_is_cut_where_there_is_little_room(qtbot, staged):
    panel = staged.tables.loss
    staged.tables.setCurrentWidget(panel)
    for width in (1366, 1150):
        staged.main_window.resize(width, 768)
        rest(qtbot, staged)
        labels = [label for label in panel.findChildren(ElidedLabel) if label.isVisible() and label.text()]
        assert len(labels) > 30
        qtbot.waitUntil(lambda labels=labels: not [label.text() for label in labels if label.is_cut])
        sheet, beyond = panel.widget(), panel.horizontalScrollBar().maximum()
        assert sheet.width() - panel.viewport().width() == beyond  # what is beside the panel is scrolled to
