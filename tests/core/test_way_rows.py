"""A ground truth's boxes through both stages, the funnel of the second, and what a candidate's panel says."""

import dataclasses
import itertools

import numpy as np
import pytest
from two_stage_demo import BOTH, CASCADE, demo, outputs_of

from rpn_inspector.core.boxes import iou_with
from rpn_inspector.core.candidate_sections import candidate_sections
from rpn_inspector.core.candidate_tables import candidate_end, class_table, compared_table, loss_table
from rpn_inspector.core.fate import Fate
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.stage_funnel import detection_recall, stage_funnel
from rpn_inspector.core.stages import anchors_of, unknown_origin
from rpn_inspector.core.way_rows import REACH, _onward, way_rows


@pytest.fixture(scope="module", params=[BOTH, CASCADE], ids=["both", "cascade"])
def found(request):
    sample = demo()[0]
    return inspect(sample, request.param, outputs_of(sample, request.param))


def last_of(found):
    return list(found.stages.values())[-1]


def test_the_chain_of_anchors_is_that_of_each_proposal(found):
    stages = list(found.stages.values())
    first = stages[0]
    mine = first.source >= 0
    came = anchors_of(found.stages, first.name)
    np.testing.assert_array_equal(came[mine], found.proposals.anchor[first.source[mine]])
    assert set(came[~mine].tolist()) == {-1}
    for before, one in itertools.pairwise(stages):
        came, earlier = anchors_of(found.stages, one.name), anchors_of(found.stages, before.name)
        for place in np.flatnonzero(one.source >= 0)[:20]:
            assert came[place] == earlier[one.before[one.source[place]]]


def test_a_way_counts_as_brute_force_does(found):
    one, last = next(iter(found.stages.values())), last_of(found)
    detections, ways = last.detections, found.ways()
    for gt in range(len(found.gt)):
        rows = way_rows(found, gt, one.name)
        positive, reach, kept, foreground, drawn, answer, left = rows.counts
        assert positive == found.assignment.gt_positives[gt]
        there = rows.anchor >= 0
        assert kept == ((rows.box_iou >= REACH) & (rows.rpn_fate == Fate.KEPT) & there).sum()
        assert reach >= kept
        assert rows.reached.sum(0)[:6].tolist() == list(rows.counts)[:6]
        lost = rows.lost("kept")
        assert lost.sum() == reach - kept
        assert (rows.rpn_fate[lost] != Fate.KEPT).all()
        gone = rows.lost("left")
        assert ((rows.by[gone] >= 0) | (rows.fate[gone] != Fate.SUPPRESSED)).all()
        assert (rows.detection[gone] < 0).all()
        assert foreground == ((rows.candidate >= 0) & (one.gt[np.maximum(rows.candidate, 0)] == gt)).sum()
        assert drawn <= foreground
        assert answer <= len(rows.anchor)
        assert left > 0 or ways[gt].end != "kept" or ways[gt].detection_iou < REACH
        np.testing.assert_array_equal(rows.label[there], found.assignment.label[rows.anchor[there]])
        own, lost = np.flatnonzero(rows.detection >= 0), np.flatnonzero(rows.by >= 0)
        assert (detections.classes[rows.detection[own]] == found.sample.gt_class[gt]).all()
        np.testing.assert_allclose(detections.scores[rows.detection[own]], rows.class_score[own])
        assert (detections.scores[rows.by[lost]] >= rows.class_score[lost]).all()


def test_the_funnel_of_a_stage_adds_up(found):
    one = last_of(found)
    made = stage_funnel(one)
    assert made.total.left[0] == one.detections.pair_fate.size == sum(made.fates.values())
    assert made.total.left[-1] == len(one.detections.boxes)
    for row in (*made.rows, made.total):
        assert list(row.left) == sorted(row.left, reverse=True)
    assert made.total.left[1] == (one.detections.pair_fate != Fate.LOW_SCORE).sum()
    (recall,) = detection_recall(found, one)
    assert 0 < recall.at_seven <= recall.at_half <= 1


def test_the_panel_of_every_candidate_has_words_and_sums(found):
    one, sample = last_of(found), found.sample
    came, box, classes = anchors_of(found.stages, one.name), 0.0, 0.0
    for index in range(one.grid.size):
        facts = found.explain_candidate(index, one.name)
        end = candidate_end(one, facts, sample)
        assert str(end.finding)
        assert "{" not in f"{end.finding}{end.words}"
        anchor = found.explain(int(came[index])) if came[index] >= 0 and index % 40 == 0 else None
        parts = {str(row.name): row.cells for row in loss_table(found, one, facts, anchor).rows}
        if facts.sampled:
            classes += parts["class"][1] or 0
            box += parts["box"][1] or 0
        assert len(compared_table(facts, sample).rows) <= 6
        rows = class_table(one, facts, sample).rows
        assert not rows or sum(row.cells[1] for row in rows) <= 1 + 1e-5
        for section in candidate_sections(found, one, facts):
            assert section is None or str(section.title)
            assert section is None or not any("_a" in line.latex for line in section.lines)
    assert classes == pytest.approx(one.loss.objectness, rel=1e-5)
    assert box == pytest.approx(one.loss.box, rel=1e-5)


def test_a_stage_that_nothing_came_to_has_ways_that_end_before_it():
    sample, recipe = demo()[0], BOTH.with_tables({"proposals": {"min_size": 1e4}})
    name, stage = BOTH.further[0]
    recipe = dataclasses.replace(recipe, further=((name, dataclasses.replace(stage, add_gt="off")),))
    outputs = outputs_of(sample)
    head = outputs.rois.heads[name]
    nothing = dataclasses.replace(head, logits=head.logits[:0], deltas=head.deltas[:0])
    found = inspect(
        sample, recipe, dataclasses.replace(outputs, rois=dataclasses.replace(outputs.rois, heads={name: nothing}))
    )
    assert found.stages[name].source.size == 0
    for gt in range(len(found.gt)):
        rows = way_rows(found, gt, name)
        assert (rows.candidate == -1).all()
        assert rows.counts[2:] == (0, 0, 0, 0, 0)


def test_a_recorded_proposal_without_an_anchor_is_on_the_way_all_the_same(found):
    """Its proposals moved by half a px equal no box decoded here, so none has an anchor."""
    recipe, sample = found.recipe, found.sample
    outputs = outputs_of(sample, recipe)
    moved = found.proposals.boxes + np.float32(0.5)
    rois = dataclasses.replace(outputs.rois, proposals=moved)
    other = inspect(sample, recipe, dataclasses.replace(outputs, rois=rois))
    for name, one in other.stages.items():
        known = anchors_of(other.stages, name) >= 0
        assert not known.any()
        unknown = unknown_origin(other.stages, name)
        for gt in range(len(other.gt)):
            rows = way_rows(other, gt, name)
            alone = (rows.anchor < 0) & (rows.proposal >= 0)
            mine = np.flatnonzero(unknown & (one.label == 1) & (one.gt == gt))
            assert set(mine.tolist()) <= set(rows.candidate[alone].tolist())
            boxes = one.boxes(rows.candidate[alone])
            np.testing.assert_allclose(rows.box_iou[alone], iou_with(other.gt[gt].astype(np.float32), boxes), rtol=1e-6)
            _, _, kept, foreground, drawn, _, _ = rows.counts
            own = (one.label == 1) & (one.gt == gt) & (unknown | (one.source < 0))
            sampled = np.isin(np.arange(one.grid.size), np.r_[one.sampled_positive, one.sampled_negative])
            assert foreground == own.sum()
            assert drawn == (own & sampled).sum()
            ious = np.array([iou_with(box.astype(np.float32), one.boxes(np.arange(one.grid.size))) for box in other.gt])
            nearest = (ious[gt] >= ious[other.used].max(0)) & (ious[gt] >= REACH)
            assert kept == (nearest & unknown).sum()


def test_each_candidate_becomes_the_one_of_the_last_stage_that_goes_back_to_it(found):
    names = list(found.stages)
    for start, name in enumerate(names):
        became = _onward(found.stages, name)
        for place in range(0, found.stages[name].grid.size, 7):
            here = place
            for before, after in itertools.pairwise(names[start:]):
                one = found.stages[after]
                wanted = here if one.stage.over == "boxes" else int(found.stages[before].source[here])
                row = one.before[one.source] if one.stage.over == "boxes" else one.source
                there = np.flatnonzero((one.source >= 0) & (row == wanted)) if here >= 0 else []
                here = int(there[0]) if len(there) else -1
            assert became[place] == here
