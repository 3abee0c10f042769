"""What a notebook and `repr` show: one sentence, never markup, under 300 kB, without the base installation's lacks."""

import dataclasses
import json
import os
import re
import threading
from html.parser import HTMLParser
from pathlib import Path

import cv2
import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.resources import resource
from rpn_inspector.core.trained_picture import TrainedPicture
from rpn_inspector.data import cache
from rpn_inspector.notebook import picture, views, window

DEMO = resource("demo")
VOID = {"img", "br"}
HOSTILE = '<img src="file:///x"><script>a</script>\u202e\x1b[31m\n& "b"'


@pytest.fixture(scope="module")
def dataset():
    return ri.open_dataset(DEMO)


@pytest.fixture(scope="module")
def run():
    return ri.open_predictions(DEMO / "predictions" / "early.rpn")


@pytest.fixture(scope="module")
def found(dataset, run):
    return ri.inspect(dataset[run.names[0]], "demo", run[run.names[0]])


@pytest.fixture(scope="module")
def values(dataset, run, found):
    points = ri.inspect(dataset[0], "yolov8")
    return {
        "inspection": found,
        "undecided": points,
        "sample": dataset[0],
        "dataset": dataset,
        "recipe": found.recipe,
        "outputs": run,
        "prediction": found.prediction,
        "anchor": found.explain(int(found.positive[0])),
        "ground truth": found.explain_truth(0),
        "candidates": points.explain_truth(0),
        "audit": ri.audit(dataset, "demo"),
        "audit with outputs": ri.audit(dataset, "demo", run),
    }


class Tags(HTMLParser):
    """The tags of a page, each closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(html):
    tags = Tags()
    tags.feed(html)
    assert not tags.open
    return tags


def test_every_value_says_one_line_and_shows_a_page_that_needs_nothing(values):
    for name, value in values.items():
        said = repr(value)
        assert "\n" not in said, name
        assert 10 < len(said) <= 300, name
        html = value._repr_html_()
        assert len(html) < 300_000, name
        tags = read(html)
        assert {tag for tag, _ in tags.seen} <= {
            "div", "b", "span", "img", "table", "thead", "tbody", "tr", "th", "td",
        }, name  # fmt: skip
        sources = [attrs["src"] for tag, attrs in tags.seen if tag == "img"]
        assert all(source.startswith("data:image/jpeg;base64,") for source in sources), name
        assert "None" not in "".join(tags.text), name


def test_an_inspection_is_told_by_its_counts(found):
    assert repr(found) == (
        "Inspection of street_01_mixed.jpg under demo: 10 ground truths, 15 positive anchors; "
        "7 only by the low-quality rule. 2 of 10 are found"
    )
    text = "".join(read(found._repr_html_()).text)
    assert f"Loss {found.loss.total:.4f} = objectness {found.loss.objectness:.4f} + box {found.loss.box:.4f}" in text
    for gt in range(10):
        assert f"{gt + 1} {found.sample.class_name(gt)}" in text
        assert f"{found.overlap.gt_best_iou[gt]:.4f}" in text


def test_of_many_ground_truths_those_that_most_need_a_look_are_shown(dataset):
    sample = dataset[0]
    boxes = np.array([[10 + 30 * k, 20, 10 + 30 * k + 3 + 2 * k, 60] for k in range(14)], float)
    one = ri.inspect(ri.Sample("m", sample.size, boxes, classes=("a",)), "torchvision-fpn")
    cells = [text for text in read(one._repr_html_()).text if re.fullmatch(r"\d+ a", text)]
    assert len(cells) == 10
    order = sorted(range(14), key=lambda gt: (one.assignment.gt_positives[gt], one.overlap.gt_best_iou[gt]))
    assert cells == [f"{gt + 1} a" for gt in order[:10]]
    assert "and 4 more" in one._repr_html_()


def test_no_name_is_markup_or_controls_a_terminal():
    sample = ri.Sample(HOSTILE, (60, 80), np.array([[1.0, 2, 30, 40]]), classes=(HOSTILE,))
    recipe = dataclasses.replace(ri.load_recipe("demo"), name=HOSTILE, title=HOSTILE, source=HOSTILE)
    for value in (sample, recipe, ri.inspect(sample, recipe)):
        assert repr(value).isprintable()
        tags = read(value._repr_html_())
        assert all(attrs["src"].startswith("data:") for tag, attrs in tags.seen if tag == "img")
        assert "script" not in {tag for tag, _ in tags.seen}
        assert not any(sign in "".join(tags.text) for sign in "\x1b\u202e")


def test_to_image_draws_each_layer_on_the_picture_at_its_scale(found):
    plain = found.to_image([])
    assert (plain.shape, plain.dtype) == ((*found.sample.size, 3), np.uint8)
    assert found.to_image([], scale=0.5).shape == (240, 320, 3)
    for layer in picture.LAYERS:
        changed = (found.to_image([layer]) != plain).any(2)
        assert 0 < changed.mean() < 0.5, layer
    boxes = found.sample.gt
    inner = np.zeros(plain.shape[:2], bool)  # far from every edge nothing is drawn
    for x1, y1, x2, y2 in np.rint(boxes).astype(int).tolist():
        inner[y1 + 22 : y2 - 4, x1 + 22 : x2 - 4] = True
    for x1, y1, x2, y2 in np.rint(boxes).astype(int).tolist():
        for at in (x1, x2):
            inner[max(y1 - 4, 0) : y2 + 22, max(at - 4, 0) : at + 22] = False
        for at in (y1, y2):
            inner[max(at - 4, 0) : at + 22, max(x1 - 4, 0) : x2 + 22] = False
    assert inner.any()
    assert not (found.to_image(["truth"]) != plain)[inner].any()


@pytest.mark.parametrize(
    ("layers", "scale", "said"),
    [
        (["truths"], 1.0, "layers: found 'truths', wanted some of positive, proposals, prediction, truth"),
        ([], 0.0, "scale: found 0, which makes 0 x 0 px, wanted 1 to 8,000 a side"),
        ([], float("nan"), "scale: found nan, which makes 0 x 0 px, wanted 1 to 8,000 a side"),
        ([], 100.0, "scale: found 100, which makes 64000 x 48000 px, wanted 1 to 8,000 a side"),
    ],
)
def test_an_impossible_image_is_one_line(found, layers, scale, said):
    with pytest.raises(InspectorError) as error:
        found.to_image(layers, scale)
    assert str(error.value) == said


def test_without_opencv_the_page_says_so_in_the_place_of_the_picture(found, monkeypatch):
    def missing():
        raise MissingExtra("OpenCV", "pictures")

    monkeypatch.setattr(picture, "opencv", missing)
    text = "".join(read(views.html(found)).text)
    assert 'No picture: OpenCV is not installed, wanted pip install "rpn-inspector[pictures]".' in text
    assert "1 sign" in text


def test_a_dataset_gives_a_sample_by_name(dataset):
    assert dataset["street_01_mixed.jpg"].name == dataset["street_01_mixed"].name == "street_01_mixed.jpg"
    with pytest.raises(InspectorError, match="holds no image 'street'"):
        dataset["street"]


def test_a_recipe_goes_by_its_name(dataset):
    assert ri.inspect(dataset[0], "demo").recipe == ri.load_recipe("demo")
    with pytest.raises(ri.BadRecipe):
        ri.inspect(dataset[0], "no-such-recipe")


def test_what_the_window_is_handed_is_what_is_in_memory(found, tmp_path):
    command = window.command(found, tmp_path, select=7)
    assert command[2:4] == ["rpn_inspector", "open"]
    assert command[-2:] == ["--select", "7"]
    handed = ri.open_dataset(command[4])
    outputs = ri.open_predictions(command[command.index("--predictions") + 1])
    sample = handed[0]
    again = ri.inspect(sample, command[command.index("--recipe") + 1], ri.prediction_for(outputs, sample, found.recipe))
    assert sample.path.read_bytes() == found.sample.path.read_bytes()
    np.testing.assert_array_equal(sample.gt, found.sample.gt)
    assert [sample.class_name(gt) for gt in range(10)] == [found.sample.class_name(gt) for gt in range(10)]
    assert again.recipe.hash == found.recipe.hash
    np.testing.assert_array_equal(again.assignment.label, found.assignment.label)
    assert again.loss.total == found.loss.total


def test_show_does_not_wait_and_what_it_left_a_day_ago_is_removed(found, monkeypatch):
    started = []

    class Process:
        def __init__(self, arguments, **_):
            started.append(arguments)
            assert Path(arguments[4]).is_file()

        def wait(self):
            closed.wait(60)

    closed = threading.Event()
    monkeypatch.setattr(window.subprocess, "Popen", Process)
    old = cache.folder() / "shown" / "old"
    old.mkdir(parents=True)
    os.utime(old, (0, 0))
    found.show()
    folder = Path(started[0][4]).parent
    assert not old.exists()
    assert folder.exists()
    mine = [thread for thread in threading.enumerate() if thread.name == "shown"]
    closed.set()
    for thread in mine:
        thread.join(60)
    assert not folder.exists()
    with pytest.raises(InspectorError):
        found.show(select=10**9)


def test_difficult_ones_are_handed_over_as_such(tmp_path):
    gt = np.array([[1.25, 2, 30, 40.5], [20, 3, 60, 50]])
    kinds = [ri.Kind.DIFFICULT, ri.Kind.NORMAL]
    sample = ri.Sample("a/b.jpg", (60, 80), gt, gt_class=[1, 0], gt_kind=kinds, classes=("x", "y <&>"))
    found = ri.inspect(sample, "paper-vgg16")
    handed = ri.open_dataset(window.command(found, tmp_path)[4])[0]
    np.testing.assert_array_equal(handed.gt, gt)
    assert handed.gt_kind.tolist() == kinds
    assert [handed.class_name(number) for number in range(2)] == ["y <&>", "x"]
    again = ri.inspect(handed, "paper-vgg16")
    np.testing.assert_array_equal(again.assignment.label, found.assignment.label)


def test_a_recorded_picture_is_drawn_with_the_boxes_on_it(dataset):
    sample, recipe = dataset[0], ri.load_recipe("demo")
    height, width = recipe.resize.of(sample.size).padded_size
    plain = ri.inspect(sample, recipe)
    pixels = np.full((height, width, 3), (10, 200, 30), np.uint8)
    gt = np.array([[40, 50, 120, 130]], np.float32)
    prediction = ri.Prediction(
        objectness=np.zeros(plain.grid.size, np.float32), deltas=np.zeros((plain.grid.size, 4), np.float32),
        network_size=(height, width), padded_size=(height, width), gt=gt, gt_class=np.array([0]),
        trained=TrainedPicture(pixels=pixels),
    )  # fmt: skip
    one = ri.inspect(sample, recipe, prediction)
    image = one.to_image(["truth"])
    assert image.shape == (height, width, 3)
    assert (image[0, 0] == (10, 200, 30)).all()
    _, y1, x2, y2 = np.rint(one.gt[0]).astype(int)
    assert (image[(y1 + y2) // 2, x2] == 255).all()


def test_marks_and_missing_pictures_are_handed_over_too():
    kinds = [ri.Kind.NORMAL, ri.Kind.CROWD, ri.Kind.IGNORED]
    sample = ri.Sample("x.jpg", (60, 80), np.array([[1.0, 2, 30, 40]] * 3), gt_class=[0, 2, 1], gt_kind=kinds)
    told = json.loads(json.dumps(window.coco_of(sample)))
    assert [(each["category_id"], each["iscrowd"], each["ignore"]) for each in told["annotations"]] == [
        (1, 0, 0),
        (3, 1, 0),
        (2, 0, 1),
    ]
    assert told["images"] == [{"id": 1, "file_name": "x.jpg", "width": 80, "height": 60}]


def test_boxes_stand_on_no_picture_of_another_size(tmp_path):
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", np.zeros((40, 60, 3), np.uint8))[1].tobytes())
    sample = ri.Sample("a", (40, 60), path=tmp_path / "a.png")
    assert not picture.sample_image(sample).any()
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", np.zeros((60, 40, 3), np.uint8))[1].tobytes())
    assert (picture.sample_image(sample) == picture.GREY).all()
