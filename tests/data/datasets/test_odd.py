"""Each of the shared odd files does what its table says: one row a file, read from the table itself.

What a file is flagged for by the linter (boxes outside, duplicates, areas) is not asked here: such a file must load
with every box as written. The files of raw outputs have rows of their own in test_odd_predictions.py.
"""

import re
import resource
import sys
import sysconfig
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.pictures.images import read_image, read_size

ODD = Path(__file__).resolve().parents[4] / "shared" / "data" / "odd"
WITH_IMAGES = ("coco", "csv", "odgt")  # these take images/ as image root
B = [5, 6, 25, 21]  # the box of most files
V = [6, 7, 25, 21]  # that of VOC's
Y = [24, 18, 40, 30]  # that of YOLO's, of 64 x 48 px
YOLO = {
    "unreadable": 1, "wrong number of fields": 3, "bad class": 2, "not numbers": 2, "not finite": 2, "negative size": 1,
    "not normalised": 1, "zero size": 2, "picture missing": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Loads:
    """A dataset: boxes of each picture, what was skipped, other warnings, and kinds and classes where they matter."""

    boxes: list
    skipped: dict = field(default_factory=dict)
    warned: tuple = ()
    kinds: list | None = None
    classes: tuple | None = None
    missing: bool = False


@dataclass(frozen=True)
class Refused:
    words: str


@dataclass(frozen=True)
class Shown:
    size: tuple
    warned: str | None = None


@dataclass(frozen=True)
class Yolo:
    """The whole YOLO folder, opened by this table of names."""

    classes: tuple
    warned: tuple = ()


WANTED = {
    "images/ok_64x48.jpg": Shown((48, 64)),
    "images/exif6_160x120.jpg": Shown((120, 160), "orientation 6 is not applied: boxes belong to the stored pixels"),
    "images/exif_bad9_160x120.jpg": Shown((120, 160), "orientation 9 is not a legal value"),
    "images/gray8.png": Shown((48, 64)),
    "images/gray16.png": Shown((48, 64), "uint16 values 1520 to 3456 are scaled for viewing"),
    "images/rgba.png": Shown((48, 64), "alpha channel is dropped"),
    "images/la.png": Shown((48, 64), "alpha channel is dropped"),
    "images/cmyk.jpg": Shown((48, 64), "CMYK is converted"),
    "images/palette_transparent.png": Shown((48, 64), "alpha channel is dropped"),
    "images/bilevel.png": Shown((48, 64)),
    "images/float32.tif": Shown((48, 64), "float32 values .* are scaled for viewing"),
    "images/progressive.jpg": Shown((120, 160)),
    "images/one_pixel.png": Shown((1, 1)),
    "images/thin_2000x1.png": Shown((1, 2000)),
    "images/truncated.jpg": Shown((120, 160), "cut off"),
    "images/zero_byte.jpg": Refused("zero_byte.jpg: is empty"),
    "images/html_named.jpg": Refused("html_named.jpg: is not a picture"),
    "images/png_named.jpg": Shown((48, 64), r"holds PNG under the name \.jpg"),
    "images/animated.gif": Shown((48, 64), "2 frames, the first is shown"),
    "images/trailing_garbage.jpg": Shown((48, 64)),
    "images/bomb_header_60000x60000.png": Refused("60000 x 60000 px is over the limit"),
    "images/bomb_valid_12000x12000_1bit.png": Refused("12000 x 12000 px is over the limit"),
    "images/файл № 1 日本.jpg": Shown((48, 64)),
    "images/with space #1 %20 &amp;.jpg": Shown((48, 64)),
    "images/e\u0301te\u0301_nfd.jpg": Shown((48, 64)),
    "images/UPPER.JPG": Shown((48, 64)),
    "images/subdir/deep/ok.jpg": Shown((48, 64)),
    "coco/ok.json": Loads([[B]]),
    "coco/missing_image_id.json": Loads([[B]], {"image_id missing": 1}),
    "coco/missing_category_id.json": Loads([[B]], {"category_id missing": 1}),
    "coco/orphan_image_id.json": Loads([[B]], {"unknown image": 1}),
    "coco/unknown_category.json": Loads([[B, B]], {}, ("unknown category",), classes=("thing", "unknown (42)")),
    "coco/bbox_zero_wh.json": Loads([[B]], {"zero size": 3}),
    "coco/bbox_negative_wh.json": Loads([[B]], {"negative size": 2}),
    "coco/bbox_outside.json": Loads([[[-4.5, -2, 15.5, 13], [50, 30, 90, 70], [500, 500, 510, 510], B]]),
    "coco/bbox_nan_inf.json": Loads([[B]], {"not finite": 3}, ("not strictly JSON",)),
    "coco/bbox_strings.json": Loads([[[5, 6.5, 25, 21.5], B]], {"bbox is not four numbers": 1}, ("number as text",)),
    "coco/bbox_wrong_length.json": Loads([[B]], {"bbox is not four numbers": 5}),
    "coco/bbox_missing_polygon_only.json": Loads([[B, B]], {}, ("box from polygon",)),
    "coco/bbox_is_xyxy.json": Loads([[[30, 20, 90, 60], [40, 30, 100, 75]]]),
    "coco/bbox_huge.json": Loads([[[0, 0, 1e9, 1e9], [10, 10, 10 + 1e-9, 10 + 1e-9], B]]),
    "coco/dup_image_id.json": Loads([[B]], {"image id twice": 1}),
    "coco/dup_file_name.json": Loads([[B], [B]], {}, ("file_name twice",)),
    "coco/dup_ann_id.json": Loads([[B, [1, 1, 10, 10]]], {}, ("annotation id twice",)),
    "coco/dup_box.json": Loads([[B, B]]),
    "coco/dup_category_name.json": Loads([[B, B]], {}, ("category name twice",), classes=("thing (1)", "thing (2)")),
    "coco/float_ids.json": Loads([[B]], {}, ("id as a float",)),
    "coco/string_ids.json": Loads([[B], [B]], {}, ("number as text",)),
    "coco/big_ids.json": Loads([[B], [B]]),
    "coco/crowd_rle_list.json": Loads([[[5, 6, 6, 21], B]], kinds=[1, 0]),
    "coco/crowd_rle_compressed.json": Loads([[B, B]], kinds=[1, 0]),
    "coco/iscrowd_missing_or_odd.json": Loads([[B, B, B, B]], {}, ("odd iscrowd",), kinds=[0, 1, 1, 0]),
    "coco/area_missing_or_wrong.json": Loads([[B, B, B]]),
    "coco/categories_gaps.json": Loads([[B, B]], classes=("c", "z", "m", "bg?")),
    "coco/categories_missing.json": Loads([[B]], {}, ("categories missing",), classes=("1",)),
    "coco/category_names_odd.json": Loads([[B] * 6]),
    "coco/name_subfolder.json": Loads([[B]]),
    "coco/name_backslash.json": Loads([[B]], {}, ("path with backslashes",)),
    "coco/name_absolute.json": Loads([[B]], {}, ("foreign path",)),
    "coco/name_windows_drive.json": Loads([[B]], {}, ("foreign path",)),
    "coco/name_dotdot.json": Loads([[B]], {}, ("picture missing",), missing=True),
    "coco/name_nfc.json": Loads([[B]], {}, ("name composed otherwise",)),
    "coco/name_case.json": Loads([[B]], {}, ("name differs in case",)),
    "coco/name_missing_file.json": Loads([[B]], {}, ("picture missing",), missing=True),
    "coco/name_key_missing.json": Loads([[B]], {}, ("image without file_name",)),
    "coco/size_mismatch.json": Loads([[B]], {}, ("size differs",)),
    "coco/size_swapped.json": Loads([[B]], {}, ("size differs",)),
    "coco/size_missing.json": Loads([[B], []]),
    "coco/null_lists.json": Loads([[]], {}, ("annotations missing",)),
    "coco/no_annotations_key.json": Loads([[]], {}, ("annotations missing",)),
    "coco/results_list.json": Refused("detections; open it as predictions"),
    "coco/score_in_gt.json": Loads([[B]], {}, ("score in a ground truth",)),
    "coco/lvis_like.json": Loads([[B]], {}, ("image without file_name",)),
    "coco/duplicate_keys.json": Loads([[B]]),
    "coco/bom.json": Loads([[B]]),
    "coco/utf16.json": Refused("is UTF-16, wanted UTF-8"),
    "coco/latin1.json": Loads([[B]], {}, ("not UTF-8",)),
    "coco/trailing_comma.json": Refused("line 1, column (189|190)"),
    "coco/truncated.json": Refused("line 1, column 122"),
    "coco/empty.json": Refused("is empty"),
    "coco/empty_object.json": Refused("no images key, so it is not COCO"),
    "coco/nested_10k.json": Refused("nested too deep"),
    "coco/geojson.json": Refused("looks like GeoJSON: it is not COCO"),
    "coco/gzipped.json.gz": Refused("unpack it first"),
    "voc/ok.xml": Loads([[V]]),
    "voc/no_difficult.xml": Loads([[V]], kinds=[0]),
    "voc/difficult_odd.xml": Loads([[V, V, V]], {}, ("odd difficult",), kinds=[0, 0, 2]),
    "voc/xmin_gt_xmax.xml": Loads([[V]], {"negative size": 2}),
    "voc/degenerate.xml": Loads([[[6, 7, 6, 7], V]], {}, ("zero size",)),
    "voc/float_coords.xml": Loads([[[6.5, 7.25, 25.75, 21], V]], {"bndbox is not four numbers": 1}),
    "voc/zero_based.xml": Loads([[[0, 0, 63, 47]]], {}, ("starts at 0",)),
    "voc/outside.xml": Loads([[[50, 30, 90, 80]]]),
    "voc/nan.xml": Loads([[V]], {"not finite": 2}),
    "voc/no_bndbox.xml": Loads([[V]], {"no bndbox": 2}),
    "voc/no_name.xml": Loads([[V]], {"object without name": 2}, ("spaces around a class",), classes=("thing",)),
    "voc/no_size.xml": Loads([[V]], {}, ("size missing",)),
    "voc/size_zero.xml": Loads([[V]], {}, ("size missing",)),
    "voc/filename_no_ext.xml": Loads([[V]]),
    "voc/filename_mismatch.xml": Loads([[V]], {}, ("picture missing",), missing=True),
    "voc/filename_escape.xml": Loads([[V]], {}, ("picture outside the folder",), missing=True),
    "voc/parts.xml": Loads([[V]]),
    "voc/no_objects.xml": Loads([[]]),
    "voc/billion_laughs.xml": Refused("billion_laughs.xml:1: refused"),
    "voc/external_entity.xml": Refused("external_entity.xml:1: refused"),
    "voc/bom.xml": Loads([[V]], {}, ("size missing",)),
    "voc/utf16.xml": Loads([[V]], {}, ("size missing",)),
    "voc/gbk_undeclared.xml": Refused("gbk_undeclared.xml:1:60: not XML"),
    "voc/truncated.xml": Refused("truncated.xml:1:61: not XML"),
    "voc/empty.xml": Refused("empty.xml:1:0: not XML"),
    "voc/wrong_root.xml": Refused("is not VOC: its root is <annotations>"),
    "yolo/data.yaml": Yolo(("thing", "other")),
    "yolo/labels/ok.txt": Loads([[Y, [9.6, 7.2, 16, 12]]]),
    "yolo/labels/empty.txt": Loads([[]], {}, ("empty label file",)),
    "yolo/labels/out_of_range.txt": Loads([
        [[73.6, 21.6, 80, 26.4], [54.4, 19.2, 67.2, 28.8], [-16, 19.2, 80, 28.8], Y],
    ]),
    "yolo/labels/pixels.txt": Loads([[]], {"not normalised": 1}, ("looks like pixels",)),
    "yolo/labels/negative.txt": Loads([[[-12.8, 19.2, 0, 28.8], Y]], {"negative size": 1, "bad class": 1}),
    "yolo/labels/zero_wh.txt": Loads([[Y]], {"zero size": 2}),
    "yolo/labels/nan.txt": Loads([[Y]], {"not finite": 2}),
    "yolo/labels/class_float.txt": Loads([[Y]], {"bad class": 1, "not numbers": 1}, ("class as a float",)),
    "yolo/labels/class_out_of_names.txt": Loads([[Y]], {}, ("class out of names",)),
    "yolo/labels/four_columns.txt": Loads([[]], {"wrong number of fields": 1}),
    "yolo/labels/six_columns.txt": Loads([[Y]], {}, ("score in a ground truth",)),
    "yolo/labels/polygon.txt": Loads([[[16, 14.4, 44.8, 33.6]]], {}, ("box from polygon",)),
    "yolo/labels/mixed.txt": Loads([[Y, [19.2, 14.4, 44.8, 33.6]]], {}, ("box from polygon",)),
    "yolo/labels/obb_or_quad.txt": Loads([[[19.2, 14.4, 44.8, 33.6]]], {}, ("box from polygon",)),
    "yolo/labels/pose.txt": Loads([[Y]], {}, ("read as box and points",)),
    "yolo/labels/even_columns.txt": Loads([[]], {"wrong number of fields": 2}),
    "yolo/labels/separators.txt": Loads([[Y, [9.6, 7.2, 16, 12]]], {"not numbers": 1}),
    "yolo/labels/bom_comment.txt": Loads([[Y, Y]], {}, ("comment", "class as a float")),
    "yolo/labels/duplicate_lines.txt": Loads([[Y, Y]]),
    "yolo/images/no_label_file.jpg": Shown((48, 64)),
    "yolo/labels/no_image.txt": Refused("no picture called no_image"),
    "yolo/labels/binary.txt": Loads([[]], {"unreadable": 1}),
    "yolo/names_dict_gaps.yaml": Yolo(("thing", "class 1", "class 2", "class 3", "class 4", "other")),
    "yolo/nc_mismatch.yaml": Yolo(("thing", "other"), ("nc differs",)),
    "yolo/foreign_paths.yaml": Yolo(("thing", "other"), ("foreign path", "folder missing")),
    "yolo/python_tag.yaml": Refused("not YAML that can be read: line 2"),
    "yolo/alias_bomb.yaml": Refused("names: wanted texts"),
    "yolo/names_tab.yaml": Refused("line 3, column 1"),
    "yolo/classes_blank.txt": Yolo(("thing", "class 1", "other")),
    "labelme/ok.json": Loads([[B]]),
    "labelme/reversed_points.json": Loads([[B, B]]),
    "labelme/four_point_rect.json": Loads([[B]]),
    "labelme/other_shapes.json": Loads([[[5, 6, 25, 30], [25, 15, 35, 25]]], {"shape without area": 2}),
    "labelme/one_point_rect.json": Loads([[B]], {"shape without area": 2}),
    "labelme/null_size_windows_path.json": Loads([[B]], {}, ("path with backslashes",)),
    "labelme/embedded_only.json": Loads([[B]]),
    "labelme/bad_base64.json": Loads([[B]], {}, ("embedded picture", "picture missing"), missing=True),
    "labelme/real_sahi_terrain3.json": None,  # the copy of the collection does parse: see the test of its own
    "csv/openimages_decimal_comma.csv": Loads(
        [[[6.4, 9.6, 25.6, 24], [32, 9.6, 57.6, 24]]], {}, ("decimal comma", "picture under two names"), kinds=[0, 1]
    ),
    "csv/semicolon.csv": Loads([[B]]),
    "csv/column_order.csv": Loads([[B]]),
    "csv/no_header_keras.csv": Loads([[B], []]),
    "csv/quotes_unicode.csv": Loads([[B]], classes=('a, "b"',)),
    "csv/formula.csv": Loads([[B]], classes=('=HYPERLINK("http://x")',)),
    "odgt/broken_line.odgt": Loads([[[-3, 2, 27, 42], [1, 1, 6, 6]], []], {"broken line": 1}, kinds=[0, 3]),
    "widerface/zero_and_mismatch.txt": Loads([[B], [], [B]], {"zero size": 1}, ("rows missing",)),
}  # fmt: skip


def table():
    """Return the files the collection's table names, in its order; none where the collection is not here."""
    if not ODD.is_dir():
        return []
    lines = (ODD / "README.md").read_text(encoding="utf-8").splitlines()
    named = [line.split("|")[1].strip() for line in lines if re.match(r"\| \w+/", line)]
    others = sorted(path.relative_to(ODD).as_posix() for path in ODD.glob("yolo/images/*"))
    return named + [path for path in others if path not in named]  # the pictures of yolo/labels have no row


ROWS = table()
RUNS_CODE = ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "pickle.find_class", "socket.connect")
watched: list[tuple[str, str]] | None = None


def watch(event, arguments):
    if watched is None:
        return
    if event == "open" and isinstance(arguments[0], str | bytes):
        name = arguments[0] if isinstance(arguments[0], str) else arguments[0].decode(errors="replace")
        watched.append((event, name))
    elif event in RUNS_CODE:
        watched.append((event, str(arguments)))


@contextmanager
def well_behaved(home):
    """Fail where anything but the collection, the cache and the installed program is opened, or code is run."""
    global watched
    if watch not in INSTALLED:
        sys.addaudithook(watch)
        INSTALLED.append(watch)
    allowed = [str(ODD.resolve()), str(ODD), str(home), sysconfig.get_path("stdlib"), *filter(None, sys.path)]
    allowed.append("/proc/self/statm")  # the process's own size, which bounds the memory of a picture
    memory, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    watched = []
    try:
        yield
    finally:
        events, watched = watched, None
    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 500_000
    assert [e for e in events if e[0] != "open" or not e[1].startswith(tuple(allowed))] == []


INSTALLED: list = []


@pytest.fixture
def behaviour(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    return well_behaved(tmp_path)


def opened(path):
    images = {"images": ODD / "images"} if path.split("/")[0] in WITH_IMAGES else {}
    return open_dataset(ODD / path, **images)


@pytest.mark.shared_data
@pytest.mark.parametrize("path", [row for row in ROWS if not row.startswith("arrays/")])
def test_an_odd_file_does_what_its_table_says(path, behaviour):
    wanted = wanted_of(path)
    with behaviour:
        CHECKS[type(wanted)](path, wanted)


def wanted_of(path):
    return Shown((48, 64)) if path.startswith("yolo/images/") else WANTED[path]  # a new row wants a line there


def check_loads(path, wanted):
    dataset = opened(path)
    samples = list(dataset)
    assert [len(sample.gt) for sample in samples] == [len(boxes) for boxes in wanted.boxes]
    for sample, boxes in zip(samples, wanted.boxes, strict=True):
        np.testing.assert_allclose(sample.gt, np.reshape(boxes, (-1, 4)), atol=1e-9)
    assert dataset.gt_total == sum(map(len, wanted.boxes))
    assert dataset.skipped == wanted.skipped
    assert {warning.kind for warning in dataset.warnings} == {*wanted.skipped, *wanted.warned}
    assert all("\n" not in example for warning in dataset.warnings for example in warning.examples)
    assert all((dataset.image_path(at) is None) == wanted.missing for at in range(len(dataset)))
    if wanted.kinds is not None:
        assert [kind for sample in samples for kind in sample.gt_kind.tolist()] == wanted.kinds
    if wanted.classes is not None:
        assert dataset.classes == wanted.classes


def check_refused(path, wanted):
    with pytest.raises(InspectorError, match=wanted.words) as caught:
        read_image(ODD / path) if path.startswith("images/") else opened(path)
    assert Path(path).name in str(caught.value)
    assert "\n" not in str(caught.value)


def check_shown(path, wanted):
    picture = read_image(ODD / path)
    assert picture.size == wanted.size == read_size(ODD / path) == picture.pixels.shape[:2]
    assert (picture.pixels.dtype, picture.pixels.shape[2]) == (np.uint8, 3)
    found = "; ".join(picture.warnings)
    assert re.search(wanted.warned, found) if wanted.warned else found == ""


def check_yolo(path, wanted):
    dataset = opened(path)
    assert len(dataset) == 21
    assert dataset.gt_total == sum(len(sample.gt) for sample in dataset) == 24
    assert dataset.skipped == YOLO
    assert dataset.classes[: len(wanted.classes)] == wanted.classes
    kinds = {warning.kind for warning in dataset.warnings}
    assert kinds >= {"picture without label file", "empty label file", *wanted.warned}


def check_labelme(path, wanted):
    """The table says it does not parse; this copy does, so it opens, and a cut of it is refused as the table says."""
    assert opened(path).gt_total == 10


CHECKS = {
    Loads: check_loads,
    Refused: check_refused,
    Shown: check_shown,
    Yolo: check_yolo,
    type(None): check_labelme,
}


@pytest.mark.shared_data
def test_every_row_of_the_table_is_a_file_and_has_its_check():
    if not ROWS:
        pytest.skip("the shared datasets are not beside this checkout")
    files = {path.relative_to(ODD).as_posix() for path in ODD.rglob("*") if path.is_file()} - {"README.md"}
    assert set(ROWS) == files
    assert len(ROWS) == len(files) == 189
    arrays = Path(__file__).parents[1].joinpath("predictions", "test_odd_predictions.py").read_text(encoding="utf-8")
    for row in ROWS:
        assert f'"{Path(row).stem}"' in arrays if row.startswith("arrays/") else wanted_of(row) is not Ellipsis


@pytest.mark.shared_data
def test_the_watch_sees_a_file_that_is_opened_elsewhere(behaviour, shared_data, tmp_path_factory):
    file = tmp_path_factory.mktemp("elsewhere") / "a"
    file.touch()
    with pytest.raises(AssertionError, match="elsewhere"), behaviour:
        file.open().close()


@pytest.mark.shared_data
def test_colours_of_the_same_picture_agree_whatever_it_is_written_as(shared_data):
    whole = read_image(ODD / "images" / "ok_64x48.jpg").pixels.astype(float)
    for name in ("rgba.png", "cmyk.jpg", "palette_transparent.png", "png_named.jpg", "animated.gif"):
        assert abs(read_image(ODD / "images" / name).pixels - whole).mean() < 6, name
    grey = read_image(ODD / "images" / "gray8.png").pixels.astype(float)
    for name in ("gray16.png", "float32.tif"):
        shown = read_image(ODD / "images" / name).pixels.astype(float)
        assert np.corrcoef(shown.ravel(), grey.ravel())[0, 1] > 0.999, name


@pytest.mark.shared_data
def test_a_cut_of_a_labelme_file_is_refused_with_its_line_and_column(shared_data, tmp_path):
    whole = (shared_data / "odd" / "labelme" / "real_sahi_terrain3.json").read_bytes()
    (tmp_path / "cut.json").write_bytes(whole[:5000])
    with pytest.raises(BadFile, match=r"cut\.json.* line \d+, column \d+"):
        open_dataset(tmp_path / "cut.json")
