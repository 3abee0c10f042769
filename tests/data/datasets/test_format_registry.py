"""The registry of dataset formats: found in the folder, declared once, listed everywhere, told apart by evidence."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rpn_inspector.data.datasets import format_registry
from rpn_inspector.data.datasets.detect import format_of, sniff
from rpn_inspector.data.datasets.format_registry import (
    annotated,
    formats,
    is_candidate,
    listed,
    suffix_of,
    titles,
    wanted,
)
from rpn_inspector.data.datasets.support.excerpt import Excerpt
from rpn_inspector.data.datasets.support.format import Evidence

ROOT = Path(__file__).resolve().parents[3]
BEST_KNOWN = ["coco", "voc", "yolo", "labelme", "csv"]
NEW = """
from rpn_inspector.data.datasets.support.format import Evidence, Format

def detect(excerpt):
    return Evidence.CERTAIN

FORMAT = Format(
    name="new", title="A Newer One", suffixes=(".new",), detect=detect, read=None, rank=2, aliases=("newer",),
)
"""


def test_every_file_of_the_folder_declares_a_format_of_its_own():
    names = [each.name for each in formats()]
    assert names[: len(BEST_KNOWN)] == BEST_KNOWN
    assert names[-1] == "pictures"
    assert [each.title.casefold() for each in formats()[len(BEST_KNOWN) : -1]] == sorted(
        each.title.casefold() for each in formats()[len(BEST_KNOWN) : -1]
    )
    folder = ROOT / "rpn_inspector" / "data" / "datasets" / "formats"
    files = {place.stem for place in folder.iterdir() if not place.name.startswith("_")}
    assert len(names) == len(files)
    words = [word for each in formats() for word in (each.name, *each.aliases)]
    assert len(set(words)) == len(words)
    assert all(word == word.casefold() for word in words)
    assert all(suffix == suffix.lower() and suffix[0] == "." for each in formats() for suffix in each.suffixes)
    assert all(set(each.per_picture) <= set(each.suffixes) for each in formats())


def test_the_titles_read_off_the_files_are_those_of_the_formats():
    assert list(titles().items()) == [(each.name, each.title) for each in formats()]


def test_titles_bring_no_reader_and_no_numpy():
    code = (
        "import sys; from rpn_inspector.data.datasets.format_registry import titles; assert len(titles()) > 10; "
        "import rpn_inspector.cli.program; "
        "print(sorted({'numpy', 'lxml', 'yaml', 'msgspec', 'cv2', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_readme_lists_every_format_as_the_registry_does():
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    words = [each.title + f" ({each.covers})" * bool(each.covers) for each in formats() if each.suffixes]
    assert f"Reads {', '.join(words)}, and plain folders of pictures;" in text, "python tools/house.py --write"


def test_errors_list_the_formats_of_a_suffix_and_all_of_them():
    assert listed(".json").startswith("COCO's images and annotations, LabelMe's shapes, ")
    assert listed(".txt").startswith("YOLO (class cx cy w h), ")
    for suffix in (".json", ".txt"):
        titles_ = [each.title for each in formats() if suffix in each.suffixes]
        assert all(title in listed(suffix) for title in titles_)
        assert listed(suffix).endswith(f" or {titles_[-1]}")
    assert wanted().startswith("wanted annotations (COCO, Pascal VOC, YOLO, LabelMe, CSV, ")
    assert wanted().endswith(f" and {len(annotated()) - 6} more formats) or pictures")
    assert len(wanted()) < 150


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A package of formats with one file, in place of the shipped ones."""
    package = tmp_path / "more_formats"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "new.py").write_text(NEW, encoding="utf-8")
    (package / "old").mkdir()
    (package / "old" / "__init__.py").write_text(NEW.replace("new", "old").replace("rank=2, ", ""), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(format_registry, "_FOLDER", package)
    monkeypatch.setattr(format_registry, "_PACKAGE", "more_formats")
    caches = (format_registry.formats, format_registry.titles, format_registry.wanted, format_registry._suffixes)
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


@pytest.mark.usefixtures("folder")
def test_a_new_format_is_one_file(tmp_path):
    assert [each.name for each in formats()] == ["new", "old"]
    assert titles() == {"new": "A Newer One", "old": "A Newer One"}
    assert format_registry.format_named("NEWER").name == "new"
    (tmp_path / "a.new").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert (sniff(tmp_path / "a.new"), sniff(tmp_path / "a.txt")) == ("new", None)
    assert wanted() == "wanted annotations (A Newer One, A Newer One) or pictures"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.XML", ".xml"), ("a.jpg", None), ("a", None), ("a.tfrecord-00001-of-00010", ".tfrecord"),
        ("my.records.json", ".json"), ("a.record", ".record"), ("a.toml", None), ("a.odgt", ".odgt"),
    ],
)  # fmt: skip
def test_the_suffix_of_a_file_with_annotations(name, suffix):
    assert suffix_of(Path(name)) == suffix


def test_lists_of_names_and_of_pictures_are_no_candidates():
    names = ["classes.txt", "obj.names", "train.txt", "VAL.txt", "a.txt", "data.yaml"]
    assert [name for name in names if is_candidate(Path(name))] == ["a.txt", "data.yaml"]


@pytest.mark.parametrize(
    ("name", "text", "found", "alone"),
    [
        ("a.json", '{"images": []}', "coco", "coco"),
        ("a.json", '{"shapes": []}', "labelme", "labelme"),
        ("a.json", '{"images": [], "shapes": []}', "labelme", "labelme"),
        ("a.json", '[{"image_id": 1, "score": 0.5, "bbox": []}]', "results", "results"),
        ("a.json", '[{"image": "a", "annotations": []}]', "createml", "createml"),
        ("a.json", '[{"data": {}, "annotations": []}]', "labelstudio", "labelstudio"),
        ("a.json", '{"images": [], "annotations": [{"caption": "a"}]}', None, "coco"),
        ("a.json", '{"schema": 1, "producer": "a", "images": {}}', None, "coco"),
        ("a.json", '{"name": 1}', None, "coco"),
        ("a.xml", "<annotation/>", "voc", "voc"),
        ("a.xml", "<annotations><image/></annotations>", "cvat", "cvat"),
        ("a.xml", "<annotations/>", None, "cvat"),
        ("a.xml", "<thing/>", None, "voc"),
        ("a.csv", "foo,bar\n", None, "csv"),
        ("a.csv", "filename,region_shape_attributes\n", "via", "via"),
        ("a.csv", "ImageID,XMin,XMax,YMin,YMax,LabelName\n", "openimages", "openimages"),
        ("a.txt", "", "empty", "yolo"),
        ("a.txt", "dear all\n", None, None),
        ("labels/a.txt", "dear all\n", None, "yolo"),
        ("a.txt", "0 0.5 0.5 0.1 0.1\n", "yolo", "yolo"),
        ("a.txt", "car 0 0 0 1 2 3 4 0 0 0 0 0 0 0\n", "kitti", "kitti"),
        ("a.txt", "0 0 0 0 1 2 3 4 0 0 0 0 0 0 0\n", "kitti", "kitti"),
        ("a.txt", "0 1 Car 0 0 0 1 2 3 4 0 0 0 0 0 0 0\n", "kitti-tracking", "kitti-tracking"),
        ("a.txt", "red car 1 2 30 40\n", "plain-text", "plain-text"),
        ("a.txt", "cat 1 2 30 40 difficult\n", "plain-text", "plain-text"),
        ("a.txt", "cat 0.9 1 2 30 40\n", None, None),
        ("a.txt", "cat 0.5 0.5 0.2 0.2\n", None, None),
        ("a.txt", "cat 0.1 0.2 0.3 0.4\n", None, None),
        ("a.txt", "a b.jpg 1,2,30,40,0 5,6,7,8,1\n", "keras-yolo", "keras-yolo"),
        ("train.txt", "a.jpg 1,2,30,40,0\n", "keras-yolo", "keras-yolo"),
        ("a.txt", "a.jpg,1,2,30,40,cat\n", "csv", "csv"),
        ("a.csv", "a.jpg,1,2,30,40,cat,64,48\n", "csv", "csv"),
        ("a.csv", "5,6,20,15,1,4,0,1\n", None, "csv"),
        ("a.csv", "file_name,objects\n", "huggingface", "huggingface"),
        ("a.jsonl", '{"file_name": "a", "objects": {"bbox": []}}', "huggingface", "huggingface"),
        ("a.jsonl", '{"filename": "a", "detection": {"instances": []}}', "odvg", "odvg"),
        ("a.json", '{"filename": "a", "detection": {"instances": []}}', "odvg", "odvg"),
        ("a.jsonl", '{"image": "a", "prefix": "", "suffix": "<loc0001>"}', "paligemma", "paligemma"),
        ("a.jsonl", '{"image": "a", "prefix": "", "suffix": "a cat"}', None, None),
        ("a.manifest", '{"source-ref": "a"}', "sagemaker", "sagemaker"),
        ("a.ndjson", '{"data_row": {}, "projects": {}}', "labelbox", "labelbox"),
        ("a.ndjson", '{"type": "dataset", "class_names": {}}', "ultralytics-ndjson", "ultralytics-ndjson"),
        ("a.txt", "x y z\n0 0.5 0.5 0.1 0.1\n", "yolo", "yolo"),
        ("a.txt", "1 2 3 4 5 6 7 8 ship 0\n0 0.5 0.5 0.1 0.1\n", "dota", "dota"),
        ("a.txt", "0 0.5 0.5 0.1 0.1\n1 2 3 4 5 6 7 8 ship 0\n", "yolo", "yolo"),
        ("a.txt", "imagesource:GoogleEarth, 2\n0 0.5 0.5 0.1 0.1\n", "yolo", "yolo"),
        ("gt/gt.txt", "1,1,5,6,20,15,1,1,0.86\n", "mot", "mot"),
        ("det/det.txt", "1,-1,5,6,20,15,0.9\n", "results", "results"),
        ("gt/det.txt", "1,-1,5,6,20,15,0.9\n", "mot", "mot"),
        ("gt/gt.txt", "1,1,5,6,1,1,0,0\n", "visdrone", "visdrone"),
        ("a.jpg", "x", None, None),
    ],
)
def test_the_strongest_evidence_decides_and_a_file_alone_is_taken_at_its_name(name, text, found, alone, tmp_path):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert (sniff(path), format_of(path)) == (found, alone)


def test_the_end_of_a_document_speaks_where_its_start_says_nothing(tmp_path):
    filler = f'{{"x": "{"a" * 70_000}", '
    (tmp_path / "a.json").write_text(filler + '"images": []}', encoding="utf-8")
    assert sniff(tmp_path / "a.json") == "coco"
    middle = filler + f'"shapes": [], "y": "{"a" * 70_000}"}}'
    (tmp_path / "b.json").write_text(middle, encoding="utf-8")
    assert (sniff(tmp_path / "b.json"), format_of(tmp_path / "b.json")) == (None, "labelme")


def test_no_two_formats_are_certain_of_one_shipped_line(tmp_path):
    lines = re.findall(r'"([^"]*)\\n"', Path(__file__).read_text(encoding="utf-8"))
    assert len(lines) > 10
    for at, line in enumerate(lines):
        path = tmp_path / f"gt_{at}.txt"
        path.write_text(line, encoding="utf-8")
        asked = [each for each in formats() if ".txt" in each.suffixes]
        evidence = [each.detect(Excerpt.of(path, ".txt")) for each in asked]
        assert evidence.count(Evidence.CERTAIN) <= 1, line
