"""VGG Image Annotator, versions 2 and 3: projects, JSON and CSV."""

from __future__ import annotations

from rpn_inspector.core.errors import BadFile
from rpn_inspector.data.datasets.dataset import SIDES, Dataset
from rpn_inspector.data.datasets.formats.via import via, via3
from rpn_inspector.data.datasets.support.csv_rows import head_of
from rpn_inspector.data.datasets.support.dataset_builder import DatasetBuilder
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence, Format, Source
from rpn_inspector.data.datasets.support.text import read_json, shown


def detect(excerpt: Excerpt) -> Evidence:
    """Return certainty for the keys of a project's JSON, or for the header of a CSV of either version."""
    if excerpt.suffix == ".json":
        keys = excerpt.keys
        version_2 = keys & {"_via_img_metadata", "shape_attributes", "_via_settings"} or keys >= {"filename", "regions"}
        version_3 = "project" in keys and keys & {"vid_list", "fid_list", "aname"}
        return Evidence.CERTAIN if version_2 or version_3 else Evidence.NONE
    found = via3.is_csv(excerpt.table) or via.looks_like(excerpt.fields)
    return Evidence.CERTAIN if found else Evidence.NONE


def read(source: Source) -> Dataset:
    """Return the dataset of VIA files; a region without area is skipped and counted."""
    builder = DatasetBuilder(source.finder())
    for path in source.counted():
        if path.suffix.lower() == ".json":
            document = read_json(path, builder.notes)
            if via3.looks_like(document):
                via3.read_project(document, path, builder)
            elif isinstance(document, dict):
                via.read_project(document, path, builder)
            else:
                raise BadFile(path, f"is not VIA: found {shown(document)}, wanted an object of pictures")
        elif via3.is_csv(head_of(path)):
            via3.read_csv(path, builder)
        else:
            via.read_csv(path, builder)
    return builder.dataset(FORMAT.title, SIDES)


FORMAT = Format(name="via", title="VIA", suffixes=(".json", ".csv", ".tsv"), detect=detect, read=read, covers="2 and 3")
