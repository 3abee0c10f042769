"""An audit of a detector of two stages judges its final detections, not the proposals before."""

from dataclasses import replace

import numpy as np
import pytest
from two_stage_demo import BOTH, demo, outputs_of, write_dump

from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.lost import End, answers_of, ends_of
from rpn_inspector.analysis.compare.fate_changes import totals
from rpn_inspector.cli.program import main
from rpn_inspector.core.inspection import inspect
from rpn_inspector.data.predictions import DumpWriter, open_predictions


@pytest.fixture(scope="module")
def found():
    sample = demo()[0]
    return inspect(sample, BOTH, outputs_of(sample))


def test_the_answers_are_the_detections_and_the_ends_those_of_the_ways(found):
    answers, last = answers_of(found, None, {}), found.second_stage.detections
    np.testing.assert_allclose(answers.boxes, last.original, rtol=1e-5)
    np.testing.assert_array_equal(answers.kinds, last.classes)
    ends = ends_of(found, answers)
    by_end = {"low_score": End.LOW_SCORE, "suppressed": End.SUPPRESSED, "cut_final": End.CUT_BY_TOP_K}
    for way in found.ways():
        end = End(int(ends.end[way.gt]))
        if way.end == "kept" and way.detection_iou >= 0.5:
            assert end in (End.FOUND, End.SUPPRESSED)
        elif end is not End.FOUND and way.end in by_end:
            assert end in (by_end[way.end], End.NO_ANCHOR)
    assert (ends.end == End.FOUND).any()


def test_an_audit_has_a_map_of_the_detections(tmp_path):
    outputs = open_predictions(write_dump(tmp_path))
    made = audit(demo(), BOTH, outputs, workers=1, lint=False)
    assert made.predicted.finals


def test_totals_of_compare_hold_all_losses_and_the_detections(found):
    said = totals(found)
    one = found.second_stage
    assert said["roi class loss"] == pytest.approx(one.loss.objectness)
    assert said["roi box loss"] == pytest.approx(one.loss.box)
    assert said["detections"] == len(one.detections.boxes)
    assert said["ground truths found"] == sum(way.end == "kept" for way in found.ways())


def test_two_steps_are_compared_on_the_command_line(tmp_path, no_progress, capsys):
    run = tmp_path / "run"
    run.mkdir()
    for step in (1, 2):
        write_dump(run, pictures=(0,), step=step)
    arguments = ["audit", str(demo().root), "-p", str(run), "--against-step", "1"]
    assert main(arguments) == 0
    assert "found" in capsys.readouterr().out


def test_an_audit_says_of_a_stages_outputs_that_are_not_all_numbers(tmp_path, no_progress, capsys):
    sample, made = demo()[0], outputs_of(demo()[0])
    head = made.rois.heads["roi"]
    logits = head.logits.copy()
    logits[0, 0] = np.nan
    rois = replace(made.rois, heads={"roi": replace(head, logits=logits)})
    with DumpWriter(tmp_path / "d.rpn", BOTH.name, recipe_toml=BOTH.to_toml()) as writer:
        writer.add(sample.name, replace(made, rois=rois))
    (said,) = [w.example for w in inspect(sample, BOTH, replace(made, rois=rois)).warnings if "not_a_n" in w.kind]
    assert main(["audit", str(demo().root), "-p", str(tmp_path / "d.rpn")]) == 0
    assert f"{sample.name}: {said}." in capsys.readouterr().out.splitlines()
    counted = audit(demo(), BOTH, open_predictions(tmp_path / "d.rpn"), workers=1, lint=False)
    assert document(counted)["predictions"]["warnings"] == [
        {"kind": "stage_not_a_number", "count": 1, "image": sample.name, "words": said}
    ]
