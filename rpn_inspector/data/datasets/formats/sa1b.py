"""SA-1B JSON: a file a picture with ``image`` and ``annotations`` of x, y, width, height in px, without classes."""

from __future__ import annotations

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import SIDES, Dataset
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.json_fields import from_sides, objects, text_of
from rpn_inspector.data.datasets.support.text import read_json, shown, size_of

CLASS = "object"


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for a single image beside annotations, with the scores of a segmenter."""
    keys = excerpt.keys
    one = keys >= {"image", "annotations"} and "images" not in keys
    return Evidence.CERTAIN if one and keys & {"predicted_iou", "stability_score", "crop_box"} else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of files of one picture each; a file in another form is skipped and named."""
    builder = DatasetBuilder(source.finder(), (CLASS,))
    for path in source.counted():
        try:
            document = read_json(path, builder.notes)
        except BadFile as error:
            builder.notes.skip("broken JSON", path, 1, error.problem)
            continue
        image = document.get("image") if isinstance(document, dict) else None
        if not isinstance(image, dict):
            builder.notes.skip("not SA-1B", path, 1, f"found {shown(document)}, wanted image and annotations")
            continue
        declared = size_of(image.get("height"), image.get("width"))
        record = builder.own_picture([text_of(image, "file_name") or path.stem, path.stem], path, declared=declared)
        for place, annotation in objects(document.get("annotations"), path, "annotations", builder.notes):
            try:
                box = from_sides(annotation.get("bbox"))
            except ValueError as error:
                builder.notes.skip("not four numbers", path, place, str(error))
                continue
            facts = {key: annotation.get(key) for key in ("area", "predicted_iou", "stability_score")}
            builder.add_gt(record, box, CLASS, path, place, id_=str(annotation.get("id", "")), attributes=facts)
    return builder.dataset(FORMAT.title, SIDES, short=True)


FORMAT = Format(
    name="sa1b",
    title="SA-1B",
    suffixes=(".json",),
    detect=detect,
    read=read,
    per_picture=(".json",),
    grouping=Grouping.TOGETHER,
)
