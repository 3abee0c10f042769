"""Results that go by the annotations' ids are of the dataset's pictures, and only those of other pictures are not."""

from __future__ import annotations

import json

import pytest

from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.session.open_request import open_outputs


@pytest.mark.parametrize(("first", "theirs"), [("1", True), ("no picture's", False)])
def test_ids_name_pictures_as_well_as_names_do(tmp_path, first, theirs):
    dataset = open_dataset(resource("demo"))
    assert "1" in dataset.image_ids
    record = {"image_id": first, "category_id": 1, "bbox": [10, 20, 60, 40], "score": 0.9}
    (tmp_path / "results.json").write_text(json.dumps([record]), "utf-8")
    told = open_outputs(tmp_path / "results.json", dataset).no_match
    assert (told is None) == theirs
    assert theirs or f"has outputs for 1 picture, such as {first!r}, but for none of" in told.text
