"""Final detections as files: every format's boxes are those of the last stage, with the dataset's classes."""

import csv
import json

import numpy as np
import pytest
from two_stage_demo import BOTH, CASCADE, DEMO, demo, outputs_of, write_dump

from rpn_inspector.analysis.export_dataset import count_boxes, export_dataset
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.stages import anchors_of
from rpn_inspector.data.predictions import open_predictions


@pytest.mark.parametrize("recipe", [BOTH, CASCADE], ids=["both", "cascade"])
@pytest.mark.parametrize("frame", ["original", "network"])
def test_an_export_has_the_detections_of_the_last_stage(tmp_path, recipe, frame):
    outputs = open_predictions(write_dump(tmp_path, recipe, (0,)))
    export_dataset(demo(), recipe, outputs, tmp_path / "d.csv", "csv", frame, "detections")
    text = (tmp_path / "d.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in text if not line.startswith("# ")))
    assert "# what: detections" in text
    one = inspect(demo()[0], recipe, outputs_of(demo()[0], recipe))
    last = list(one.stages.values())[-1]
    found = last.detections
    boxes = np.array([[float(row[name]) for name in ("x1", "y1", "x2", "y2")] for row in rows])
    np.testing.assert_allclose(boxes, found.original if frame == "original" else found.boxes, rtol=1e-6)
    assert [row["class"] for row in rows] == [demo().classes[kind] for kind in found.classes]
    assert {row["fate"] for row in rows} == {"kept"}
    came = anchors_of(one.stages, last.name)[last.candidate_of()[found.proposal]]
    assert [int(row["anchor"]) for row in rows] == came.tolist()


def test_the_command_writes_coco_results_of_detections(tmp_path, no_progress, capsys):
    dump = write_dump(tmp_path)
    file, arguments = tmp_path / "d.json", ["export", str(DEMO), "-p", str(dump), "-f", "coco"]
    assert main([*arguments, "-o", str(file), "--what", "detections", "--min-score", "0.5"]) == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found
    assert min(row["score"] for row in found) >= 0.5
    assert {row["category_id"] for row in found} <= {int(id_) for id_ in demo().class_ids}
    outcome = count_boxes(demo(), BOTH, open_predictions(dump), "detections", min_score=0.5)
    assert outcome.boxes == len(found)


def test_without_a_second_stage_the_export_says_so(tmp_path):
    outputs = open_predictions(write_dump(tmp_path, pictures=(0,)))
    with pytest.raises(InspectorError, match="recipe demo has no second stage"):
        export_dataset(demo(), load_recipe("demo"), outputs, tmp_path / "d.csv", "csv", what="detections")
    assert not (tmp_path / "d.csv").exists()
