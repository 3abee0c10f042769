"""Compare of two files of decoded boxes: an anchor with a box in one of them alone has dashes in the other."""

import numpy as np
from PySide6.QtCore import QObject

from rpn_inspector.analysis.compare.fate_changes import compare_fates
from rpn_inspector.core.detections import Detections
from rpn_inspector.core.explain_sections import UNSAID
from rpn_inspector.core.formulas.numbers import NOTHING
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.proposals import Fate
from rpn_inspector.core.sample import Sample
from rpn_inspector.gui.compare.changed import fate_columns
from rpn_inspector.gui.compare.sheet import Sheet

SAMPLE = Sample("a.jpg", (240, 320), gt=np.array([[100, 100, 180, 190.0]]))
A = Detections(np.array([[20, 20, 90, 90.0]]), np.array([0.4]))
B = Detections(np.array([[104, 98, 176, 188.0]]), np.array([0.9]))


def test_a_side_without_a_box_has_dashes(qtbot):
    a, b = (inspect(SAMPLE, "demo", boxes) for boxes in (A, B))
    found = compare_fates(a, b)
    in_a, in_b = (int(one.proposals.anchor[0]) for one in (a, b))
    assert {in_a, in_b} <= {*found.changed.tolist()}
    rows = np.searchsorted(found.changed, [in_a, in_b])
    columns = {column.title: column for column in fate_columns(a, b, found, rows)}
    told = {title: [columns[title].text(row) for row in range(2)] for title in ("Score A", "Score B", "B − A")}
    assert told == {"Score A": ["0.4000", NOTHING], "Score B": [NOTHING, "0.9000"], "B − A": [NOTHING, NOTHING]}
    assert [columns[side].text(row) for side, row in (("A", 1), ("B", 0))] == ["no box", "no box"]
    assert a.proposals.fate[in_a] == Fate.KEPT
    parent = QObject()
    sheet = Sheet(parent)
    qtbot.addWidget(sheet)
    sheet.show_outputs((a, b))
    sheet.show_anchor((a, b), in_a, in_a)
    assert "no box" in sheet.finding.text()
    assert str(UNSAID) in sheet.why_b.text()
    assert str(UNSAID) not in sheet.why_a.text()
    assert sheet.outputs.text(0, 1) == "0.4000"
    assert sheet.outputs.text(0, 2) == NOTHING
    sheet.close_down()
