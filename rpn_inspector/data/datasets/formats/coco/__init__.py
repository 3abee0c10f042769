"""COCO JSON, streamed: records in batches, pictures in batches, and the two joined as whole columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rpn_inspector.core.errors import BadFile
from rpn_inspector.core.text import Text, UserName
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.formats.coco import per_picture
from rpn_inspector.data.datasets.formats.coco.coco import open_file
from rpn_inspector.data.datasets.support.excerpt import HEAD, Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Grouping, Source
from rpn_inspector.data.datasets.support.text import read_json

_ACCOMPANYING = ("person_keypoints_", "captions_", "panoptic_")  # what lies beside instances_train2017.json


def detect(excerpt: Excerpt) -> Evidence:
    """Return likelihood for the keys of COCO's form, with boxes; any other JSON document may be asked for."""
    keys = excerpt.keys
    if excerpt.is_list:
        return Evidence.DETECTIONS if keys >= {"image_id", "score"} else Evidence.POSSIBLE
    if keys >= {"schema", "producer"} or "shapes" in keys:
        return Evidence.POSSIBLE  # meta.json of raw outputs, or LabelMe
    # classes alone are no dataset, but in a long file the images and annotations may come behind the excerpt
    lists = {"images", "annotations"} | ({"categories"} if len(excerpt.text) >= HEAD else set())
    found = keys & lists or keys >= {"image_id", "bbox"}
    return Evidence.LIKELY if found and not without_boxes(excerpt) else Evidence.POSSIBLE


def without_boxes(excerpt: Excerpt) -> str:
    """Return the content of a document in COCO's form without boxes, in words; "" for possible boxes."""
    first = excerpt.first
    keys = first.keys if first.keys & {"bbox", "caption", "segments_info"} else first.keys | first.end.keys
    if "segments_info" in keys:
        return "panoptic segments"
    return "captions" if "caption" in keys and "bbox" not in keys else ""


def read(source: Source) -> Dataset:
    """Return the dataset of a file, or of a file for each picture. Raises `BadFile` for other JSON."""
    if len(source.files) > 1:
        return per_picture.read(source)
    path, options = source.files[0], source.options
    dataset = open_file(path, source.finder(), progress=options.progress, wait=options.wait)
    if dataset is None:
        raise BadFile(
            path, Text.of("is JSON, but {what}, {wanted}", what=_described(read_json(path)), wanted=source.wanted)
        )
    return dataset


def _described(document: object) -> Text:
    if not isinstance(document, dict):
        return Text("a list") if isinstance(document, list) else Text("no object")
    if document.get("type") in ("FeatureCollection", "Feature"):
        return Text("looks like GeoJSON: it is not COCO")
    if isinstance(document.get("annotations"), list):
        return Text("has annotations without the images they are of: it is not all of COCO")
    keys = ", ".join(str(key)[:40] for key in list(document)[:5])
    if not keys:
        return Text("an object without keys: no images key, so it is not COCO")
    return Text.of("an object with {keys}", keys=UserName(keys))


def main(files: Sequence[Path]) -> Sequence[Path]:
    """Return the instances among ``files`` where the others are captions, key points or panoptic segments."""
    instances = [path for path in files if path.name.startswith("instances_")]
    others = [path for path in files if path.name.startswith(_ACCOMPANYING)]
    return instances if len(instances) == 1 and len(others) == len(files) - 1 else files


FORMAT = Format(
    name="coco",
    title="COCO",
    suffixes=(".json",),
    detect=detect,
    read=read,
    rank=1,
    content="'s images and annotations",
    grouping=Grouping.APART,
    together=per_picture.is_per_picture,
    without_boxes=without_boxes,
    main=main,
    owns=lambda path: path.name.startswith((*_ACCOMPANYING, "image_info_")),
)
