"""FiftyOne's samples become ours, and a command that opens the window there; FiftyOne itself is not needed."""

import contextlib
import json
import shlex
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.resources import resource
from rpn_inspector.exchange.fiftyone import arguments, command, sample_of, selected

PICTURE = "street_03_overlapping.jpg"


class Label:
    """As FiftyOne's Detection: fields by name, and `field_names`."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    @property
    def field_names(self):
        return tuple(self.__dict__)


class FoSample(Label):
    """As FiftyOne's Sample, which raises `AttributeError` for a field that is not there, and has items."""

    def __getitem__(self, name):
        return self.__dict__[name]


def fo_sample(path=f"/other/root/{PICTURE}", **more):
    boxes = [
        Label(id="a", label="car", bounding_box=[0.1, 0.2, 0.5, 0.25], tags=["x"], occluded=True, confidence=None),
        Label(id="b", label="bus", bounding_box=[0.0, 0.0, 1.0, 1.0], iscrowd=1),
    ]
    guesses = [Label(label="car", bounding_box=[0, 0, 1, 1], confidence=0.5)]
    fields = {
        "id": "1", "filepath": path, "metadata": Label(width=200, height=100), "tags": [],
        "predictions": Label(detections=guesses), "ground_truth": Label(detections=boxes),
    }  # fmt: skip
    return FoSample(**(fields | more))


def test_an_empty_field_is_not_taken_for_the_ground_truths():
    boxes = Label(detections=[Label(label="car", bounding_box=[0, 0, 1, 1], iscrowd=np.array([1, 0]))])
    one = sample_of(
        FoSample(filepath="a.jpg", metadata=Label(width=9, height=9), guesses=Label(detections=[]), x=boxes)
    )
    assert one.gt.tolist() == [[0, 0, 9, 9]]
    assert one.gt_kind.tolist() == [ri.Kind.NORMAL]


def test_a_sample_becomes_ours():
    one = sample_of(fo_sample(), classes=["person", "car"])
    assert (one.name, one.size, str(one.path)) == (PICTURE, (100, 200), f"/other/root/{PICTURE}")
    assert one.gt.tolist() == [[20, 20, 120, 45], [0, 0, 200, 100]]
    assert one.classes == ("person", "car", "bus")
    assert one.gt_class.tolist() == [1, 2]
    assert one.gt_kind.tolist() == [ri.Kind.NORMAL, ri.Kind.CROWD]
    assert one.gt_id == ("a", "b")
    assert dict(one.gt_attributes[0]) == {"occluded": "True"}
    assert ri.inspect(one, "torchvision-fpn").gt.shape == (2, 4)


def test_the_field_of_the_ground_truths():
    there = Label(detections=[Label(label="x", bounding_box=[0, 0, 1, 1])])
    assert sample_of(fo_sample(), "predictions").gt.tolist() == [[0, 0, 200, 100]]
    assert sample_of(fo_sample(ground_truth=None, mine=there)).classes == ("x",)
    assert len(sample_of(fo_sample(ground_truth=None)).gt) == 0
    assert len(sample_of(fo_sample(ground_truth=None), "ground_truth").gt) == 0
    with pytest.raises(InspectorError, match="those with detections are predictions, ground_truth"):
        sample_of(fo_sample(), "bogus")


def test_mappings_as_to_dict_gives_them():
    truths = {"_cls": "Detections", "detections": [{"label": "a", "bounding_box": [0, 0, 0.5, 1]}]}
    plain = {"filepath": PICTURE, "metadata": {"width": 200, "height": 100}, "ground_truth": truths}
    assert sample_of(plain).gt.tolist() == [[0, 0, 100, 100]]


def test_without_metadata_the_header_tells_the_size(tmp_path):
    file = resource("demo") / "images" / PICTURE
    assert sample_of(fo_sample(str(file), metadata=None)).size == ri.open_dataset(resource("demo"))[PICTURE].size
    with pytest.raises(InspectorError, match=r"gone\.jpg"):
        sample_of(fo_sample(str(tmp_path / "gone.jpg"), metadata=None))


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        (3, "found a int without filepath"),
        (SimpleNamespace(filepath=""), "without filepath"),
        (fo_sample(ground_truth=Label(detections=[Label(label="a", bounding_box=[1, 2])])), "wanted x, y, width"),
        (fo_sample(ground_truth=Label(detections=[Label(label="a", bounding_box=None)])), "wanted x, y, width"),
        (fo_sample(ground_truth=Label(detections=[Label(bounding_box=[0, 0, np.nan, 1])])), "not finite"),
    ],
)
def test_what_is_no_sample_is_said_in_a_line(sample, words):
    with pytest.raises(InspectorError, match=words) as error:
        sample_of(sample)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("form", [lambda id_: id_, lambda id_: {"id": id_, "type": "default"}])
def test_the_samples_selected_in_the_app(form):
    session = SimpleNamespace(selected=[form("2"), form("1")], dataset={"1": fo_sample(), "2": fo_sample("b.jpg")})
    assert [each.filepath for each in selected(session)] == ["b.jpg", f"/other/root/{PICTURE}"]
    with pytest.raises(InspectorError, match="no sample is selected"):
        next(selected(SimpleNamespace(selected=[], dataset={})))


def test_the_command_opens_the_dataset_at_the_sample(monkeypatch):
    asked = {}
    monkeypatch.setattr("rpn_inspector.cli.program._run", lambda *choice: asked.update(choice=choice) or 0)
    demo = str(resource("demo"))
    line = command(fo_sample(), demo, "--recipe", "demo")
    assert main(shlex.split(line)[1:]) == 0
    assert asked["choice"][0] == resource("demo")
    assert f"/other/root/{PICTURE}" in asked["choice"]
    words = arguments(fo_sample(), demo)
    looked = [*words[:3], "inspect", *words[4:], "-r", "demo", "--json"]
    done = subprocess.run(looked, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["image"] == PICTURE
    assert words[0] == sys.executable


def test_names_that_shells_and_terminals_would_take_for_something_else():
    odd = "/a b/'; rm -rf $HOME #.jpg"
    assert shlex.split(command(fo_sample(odd), "data"))[4] == odd
    with pytest.raises(InspectorError, match="control a terminal") as error:
        command(fo_sample("/a\x1b[31m\n.jpg"), "data")
    assert "\x1b" not in str(error.value)
    assert arguments(fo_sample("/a\n.jpg"), "data")[-1] == "/a\n.jpg"


class Broken:
    """A label whose proxy raises what FiftyOne's own may raise for a field that is not there."""

    def __getattr__(self, name):
        raise RuntimeError(name)


ODD = (None, 5, 10**400, "x", True, [], [None], {}, Broken(), [10**400] * 4, [1e308] * 4, (i for i in "ab"))


@pytest.mark.parametrize("field", ["filepath", "metadata", "ground_truth"])
def test_whatever_a_sample_holds_is_read_or_refused_in_a_line(field):
    for odd in ODD:
        boxes = Label(detections=[Label(label=odd, bounding_box=odd, iscrowd=odd)])
        sizes = Label(width=odd, height=odd)
        for value in (odd, boxes if field == "ground_truth" else sizes):
            with contextlib.suppress(InspectorError):
                sample_of(fo_sample(**{field: value}), classes=None)
    for odd in ODD:
        with pytest.raises(InspectorError):
            sample_of(odd)


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (None, "found no session, wanted FiftyOne's"),
        (SimpleNamespace(selected=["1"]), "a SimpleNamespace without a dataset"),
        (SimpleNamespace(selected=["1"], dataset={}), "has no sample '1'"),
        (SimpleNamespace(selected=[{"label": 3}], dataset={}), "has no sample 'None'"),
        (SimpleNamespace(selected=5, dataset={}), "no sample is selected"),
    ],
)
def test_an_odd_session_is_a_line(session, words):
    with pytest.raises(InspectorError, match=words):
        list(selected(session))
