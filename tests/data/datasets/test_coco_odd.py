"""The odd COCO files: one row a file, as the table beside them says."""

import pytest

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.open_dataset import open_dataset

ODD = {
    "area_missing_or_wrong": (1, 3, {}, []),
    "bbox_huge": (1, 3, {}, []),
    "bbox_is_xyxy": (1, 2, {}, []),
    "bbox_missing_polygon_only": (1, 2, {}, ["box from polygon"]),
    "bbox_nan_inf": (1, 1, {"not finite": 3}, ["not strictly JSON"]),
    "bbox_negative_wh": (1, 1, {"negative size": 2}, []),
    "bbox_outside": (1, 4, {}, []),
    "bbox_strings": (1, 2, {"bbox is not four numbers": 1}, ["number as text"]),
    "bbox_wrong_length": (1, 1, {"bbox is not four numbers": 5}, []),
    "bbox_zero_wh": (1, 1, {"zero size": 3}, []),
    "big_ids": (2, 2, {}, []),
    "bom": (1, 1, {}, []),
    "categories_gaps": (1, 2, {}, []),
    "categories_missing": (1, 1, {}, ["categories missing"]),
    "category_names_odd": (1, 6, {}, []),
    "crowd_rle_compressed": (1, 2, {}, []),
    "crowd_rle_list": (1, 2, {}, []),
    "dup_ann_id": (1, 2, {}, ["annotation id twice"]),
    "dup_box": (1, 2, {}, []),
    "dup_category_name": (1, 2, {}, ["category name twice"]),
    "dup_file_name": (2, 2, {}, ["file_name twice"]),
    "dup_image_id": (1, 1, {"image id twice": 1}, []),
    "duplicate_keys": (1, 1, {}, []),
    "float_ids": (1, 1, {}, ["id as a float"]),
    "iscrowd_missing_or_odd": (1, 4, {}, ["odd iscrowd"]),
    "latin1": (1, 1, {}, ["not UTF-8"]),
    "lvis_like": (1, 1, {}, ["image without file_name"]),
    "missing_category_id": (1, 1, {"category_id missing": 1}, []),
    "missing_image_id": (1, 1, {"image_id missing": 1}, []),
    "name_dotdot": (1, 1, {}, ["picture missing"]),
    "name_key_missing": (1, 1, {}, ["image without file_name"]),
    "name_missing_file": (1, 1, {}, ["picture missing"]),
    "name_nfc": (1, 1, {}, ["name composed otherwise"]),
    "name_subfolder": (1, 1, {}, []),
    "no_annotations_key": (1, 0, {}, ["annotations missing"]),
    "null_lists": (1, 0, {}, ["annotations missing"]),
    "ok": (1, 1, {}, []),
    "orphan_image_id": (1, 1, {"unknown image": 1}, []),
    "score_in_gt": (1, 1, {}, ["score in a ground truth"]),
    "size_mismatch": (1, 1, {}, ["size differs"]),
    "size_missing": (2, 1, {}, []),
    "size_swapped": (1, 1, {}, ["size differs"]),
    "string_ids": (2, 2, {}, ["number as text"]),
    "unknown_category": (1, 2, {}, ["unknown category"]),
}


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_read_as_their_table_says(shared_data, name):
    images, boxes, skipped, kinds = ODD[name]
    dataset = open_dataset(shared_data / "odd" / "coco" / f"{name}.json", images=shared_data / "odd" / "images")
    assert len(dataset) == images
    assert sum(len(sample.gt) for sample in dataset) == boxes == dataset.gt_total
    assert dataset.skipped == skipped
    assert {warning.kind for warning in dataset.warnings} == {*skipped, *kinds}


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", "is empty"),
        ("utf16", "is UTF-16"),
        ("trailing_comma", "line 1, column (189|190)"),  # from Python 3.13 at the comma, before it behind it
        ("truncated", "line 1, column 122"),
        ("nested_10k", "nested too deep"),
        ("results_list", "detections"),
    ],
)
def test_odd_files_that_are_refused(shared_data, name, words):
    with pytest.raises(BadFile, match=words):
        open_dataset(shared_data / "odd" / "coco" / f"{name}.json", images=shared_data / "odd" / "images")
