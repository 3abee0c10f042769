"""Scanning: rows equal what one inspection says, the order is as asked, and a report finds every place."""

import threading

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rpn_inspector.analysis.scan.list_order import FILTERS, SORTS, Arrangement, Searched, arrange
from rpn_inspector.analysis.scan.report import Reports, ScanReport
from rpn_inspector.analysis.scan.scan import (
    KINDS,
    NEAR,
    OF_A_PICTURE,
    Order,
    Row,
    findings_of,
    row_of,
    scan,
)
from rpn_inspector.analysis.simulated import SimulatedPredictions
from rpn_inspector.core.inspection import inspect
from rpn_inspector.core.prediction import Prediction
from rpn_inspector.core.recipe import list_recipes, load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.core.sample import Sample
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record
from rpn_inspector.data.datasets.open_dataset import open_dataset

FPN = load_recipe("torchvision-fpn")


def record(name, *boxes, labels=None, size=(320, 480)):
    made = Record(name, declared=size)
    for number, box in enumerate(boxes):
        made.add(tuple(map(float, box)), 0 if labels is None else labels[number])
    return made


def dataset(tmp_path, *records, classes=("cat", "dog")):
    return Dataset(tmp_path, "test", list(records), classes, Notes())


def rows_of(found, recipe=FPN, predictions=None):
    return {row.index: row for row in scan(found, recipe, predictions)}


# One picture's row


def test_a_row_counts_what_the_inspection_says():
    demo = open_dataset(resource("demo"))
    row = row_of(demo, 2, FPN, SimulatedPredictions())
    prediction = SimulatedPredictions().predict(demo[2], FPN)
    inspection = inspect(demo[2], FPN, prediction)
    assignment = inspection.assignment
    assert (row.index, row.name, row.size) == (2, demo.names[2], demo[2].size)
    assert row.gt_count == len(demo[2].gt) > 0
    assert row.positives == int((assignment.label == 1).sum()) > 0
    assert row.loss == pytest.approx(inspection.loss.total)
    assert row.unmatched == int((assignment.gt_positives == 0).sum())
    assert dict(row.warnings) == {w.kind: w.count for w in inspection.warnings}


def test_the_three_ways_to_be_without_an_own_anchor(tmp_path):
    found = dataset(
        tmp_path,
        record("zero", (100, 100, 100, 180), (200, 100, 300, 200)),
        record("twins", (100, 100, 200, 200), (101, 101, 199, 199)),
        record("fine", (96, 96, 160, 160)),
    )
    zero, twins, fine = (rows_of(found)[n] for n in range(3))
    assert dict(zero.found)["degenerate"] == (0,)
    assert zero.degenerate == 1
    assert "untouched" not in dict(zero.found)  # said once, as what it is
    assert fine.problem is not None  # no file, but the annotation counts all the same
    assert fine.positives > 0
    assert twins.found == (
        ("unreadable", ()),
        ("best_anchor_taken", (1,)),
    )  # the inner one shares the outer one's best anchors
    assert (twins.best_anchor_taken, twins.unmatched) == (1, 1)


def boxes_strategy():
    edge = st.integers(0, 300)
    box = st.tuples(edge, edge, st.integers(0, 200), st.integers(0, 200))
    return st.lists(box.map(lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])), max_size=8)


@settings(max_examples=40, deadline=None)
@given(boxes=boxes_strategy(), name=st.sampled_from(list_recipes()))
@example([(0, 0, 0, 0), (0, 300, 1, 301)], "detectron2-c4")  # one as written, one once clipped: told together
def test_findings_agree_with_the_warnings_of_the_core(boxes, name):
    recipe = load_recipe(name)
    sample = Sample("x", (300, 400), np.array(boxes, float).reshape(-1, 4))
    inspection = inspect(sample, recipe)
    found = dict(findings_of(inspection))
    told = {warning.kind: warning.count for warning in inspection.warnings}
    assert len(told) == len(inspection.warnings)
    assert len(found.get("degenerate", ())) == told.get("degenerate", 0)
    assert ("no_truth" in found) == ("no_truth" in told)
    zero = set(found.get("degenerate", ()))
    for kind, count in (("untouched", told.get("untouched", 0)), ("best_anchor_taken", told.get("robbed", 0))):
        assert count - len(zero) <= len(found.get(kind, ())) <= count
    groups = [
        set(found.get(kind, ()))
        for kind in ("degenerate", "untouched", "best_anchor_taken", "unmatched", "low_quality_only")
    ]
    assert sum(map(len, groups)) == len(set().union(*groups))
    for gt in found.get("low_quality_only", ()):
        assert 0 < inspection.assignment.gt_positives[gt] == inspection.assignment.gt_low_quality[gt]
    for gt in (*found.get("best_anchor_taken", ()), *found.get("unmatched", ())):
        assert inspection.assignment.gt_positives[gt] == 0


def test_a_truth_no_proposal_covers_is_found(tmp_path):
    class Silent:
        path = tmp_path

        def predict(self, sample, recipe):
            count = inspect(sample, recipe).grid.size
            return Prediction(objectness=np.zeros(count, np.float32), deltas=np.zeros((count, 4), np.float32))

    far = dataset(tmp_path, record("a", (3, 3, 9, 9)))
    assert dict(row_of(far, 0, FPN, Silent()).found)["no_proposal"] == (0,)
    assert "no_proposal" not in dict(row_of(far, 0, FPN).found)


def test_outputs_that_do_not_fit_leave_the_counts_and_say_so(tmp_path):
    class Wrong:
        path = tmp_path

        def predict(self, sample, recipe):
            return Prediction(objectness=np.zeros(5, np.float32), deltas=np.zeros((5, 4), np.float32))

    found = dataset(tmp_path, record("a", (96, 96, 160, 160)))
    row = row_of(found, 0, FPN, Wrong())
    assert row.loss is None
    assert row.positives > 0
    assert ("misfit", ()) in row.found
    assert row.problem is not None


def test_errors_are_rows_and_the_others_go_on(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    found = dataset(
        tmp_path,
        Record("nothing"),
        Record("broken", path=tmp_path / "broken.jpg"),
        record("good", (96, 96, 160, 160)),
    )
    rows = rows_of(found)
    assert "no size" in rows[0].problem
    assert "is not a picture" in rows[1].problem
    assert all(dict(rows[n].found) == {"unreadable": ()} for n in (0, 1))
    assert rows[2].positives > 0
    assert "\n" not in rows[0].problem + rows[1].problem


def test_an_unexpected_error_is_a_row_too(tmp_path):
    class Burning:
        path = tmp_path

        def predict(self, sample, recipe):
            raise ZeroDivisionError("on fire")

    found = dataset(tmp_path, record("a", (96, 96, 160, 160)), record("b"))
    rows = rows_of(found, predictions=Burning())
    assert "unexpected ZeroDivisionError: on fire" in rows[0].problem
    assert len(rows) == 2


def test_a_live_model_is_not_run_on_every_picture(tmp_path):
    class Live:
        live = True
        path = tmp_path

        def predict(self, sample, recipe):
            raise AssertionError("was run")

    assert rows_of(dataset(tmp_path, record("a", (96, 96, 160, 160))), predictions=Live())[0].loss is None


# The order


@given(count=st.integers(0, 90), around=st.lists(st.integers(-5, 95), max_size=4), done=st.data())
def test_every_picture_comes_once_whatever_is_preferred(count, around, done):
    known = np.array(done.draw(st.lists(st.booleans(), min_size=count, max_size=count)), bool)
    order, taken = Order(count, known), []
    while (index := order.take()) is not None:
        taken.append(index)
        if around:
            order.prefer_around(around.pop())
    assert sorted(taken) == np.flatnonzero(~known).tolist()


def test_the_picture_on_the_screen_comes_first_then_its_neighbours_then_the_rest():
    order = Order(200)
    order.prefer_around(100)
    taken = [order.take() for _ in range(2 * NEAR + 4)]
    assert taken[:5] == [100, 101, 99, 102, 98]
    assert taken[2 * NEAR + 1 :] == [0, 1, 2]


def test_a_scan_stops_when_it_is_cancelled(tmp_path):
    found = dataset(tmp_path, *(record(str(n), (96, 96, 160, 160)) for n in range(9)))
    stop = threading.Event()
    rows = []
    for row in scan(found, FPN, cancelled=stop.is_set):
        rows.append(row.index)
        if len(rows) == 3:
            stop.set()
    assert rows == [0, 1, 2]


# Reports


def row(index, found=(), **fields):
    return Row(index, f"{index}", fields.pop("gt_count", 5), found=found, **fields)


def report_of(count, *rows):
    made = ScanReport(count)
    for one in rows:
        made.add(one)
    return made


def test_a_report_is_the_sum_of_its_rows():
    report = report_of(
        4,
        row(
            2,
            (("low_quality_only", (0, 3)), ("unreadable", ())),
            problem="gone",
            warnings=(("crowd", 2), ("robbed", 1)),
        ),
        row(0, (("low_quality_only", (1,)),), loss=0.5, size=(20, 30)),
        row(0, (("low_quality_only", (1, 2, 3)),)),  # a second answer for the same picture is left out
    )
    assert report.places["low_quality_only"] == 3
    assert report.images["low_quality_only"] == 2
    assert (report.places["unreadable"], report.images["unreadable"]) == (1, 1)
    assert report.problem(2) == "gone"
    assert report.problem(0) is None
    assert report.counts["warnings"].tolist() == [0, 0, 3, 0]
    assert report.area.tolist() == [600, 0, 0, 0]
    assert (report.scanned, report.complete, report.has_loss) == (2, False, True)


places = st.dictionaries(
    st.integers(0, 19), st.sets(st.integers(0, 6), min_size=1).map(lambda s: tuple(sorted(s))), max_size=8
)


@given(places=places, start=st.none() | st.tuples(st.integers(0, 19), st.integers(-1, 7)))
def test_stepping_goes_through_every_place_once_and_back(places, start):
    report = report_of(20, *(row(image, (("best_anchor_taken", truths),)) for image, truths in places.items()))
    every = [(image, truth) for image in sorted(places) for truth in places[image]]
    if not every:
        assert report.step("best_anchor_taken", start) is None
        return
    seen, at = [], start
    for _ in every:
        at = report.step("best_anchor_taken", at)
        seen.append(at)
    assert sorted(seen) == every
    assert report.step("best_anchor_taken", at) == seen[0]
    later = [place for place in every if start is None or place > start]
    assert seen[0] == (later or every)[0]
    assert report.step("best_anchor_taken", seen[0], forward=False) == seen[-1]
    assert [report.number("best_anchor_taken", place) for place in every] == list(range(1, len(every) + 1))


def test_a_place_of_a_whole_picture_has_no_ground_truth():
    report = report_of(5, row(1, (("unreadable", ()),)), row(3, (("unreadable", ()),)))
    assert report.step("unreadable", None) == (1, -1)
    assert report.step("unreadable", (1, -1)) == (3, -1)
    assert report.step("unreadable", (3, -1)) == (1, -1)
    assert report.step("unreadable", (1, -1), forward=False) == (3, -1)


def test_reports_come_back_for_what_means_the_same_and_are_bounded(tmp_path):
    import dataclasses

    one, other = dataset(tmp_path, record("a")), dataset(tmp_path, record("a"))
    reports = Reports(most=3)
    first = reports.of(one, FPN, None)
    first.add(row(0))
    assert reports.of(one, dataclasses.replace(FPN, name="renamed"), None) is first
    assert reports.of(other, FPN, None) is not first
    assert reports.of(one, FPN, object()) is not first  # other outputs, other losses
    assert reports.of(one, FPN, None) is first
    for number in range(10):
        changed = dataclasses.replace(FPN, sampler=dataclasses.replace(FPN.sampler, batch=100 + number))
        reports.of(one, changed, None).add(row(0))
        assert len(reports) <= 3


def test_what_was_left_at_once_is_not_kept(tmp_path):
    found = dataset(tmp_path, *(record(str(n)) for n in range(40)))
    reports = Reports()
    reports.of(found, FPN, None).add(row(0))
    reports.of(found, FPN, "outputs")
    assert len(reports) == 1


# Arranging


def test_words_are_looked_for_in_names_and_classes(tmp_path):
    box = (10, 10, 50, 50)
    found = dataset(
        tmp_path,
        record("Street_1", box, box, labels=[0, 1]),
        record("street_2", box, labels=[0]),
        record("dogpark", box, labels=[0]),
    )
    searched = Searched(found)
    assert searched.matching("").tolist() == [True, True, True]
    assert searched.matching("STREET").tolist() == [True, True, False]
    assert searched.matching("dog").tolist() == [True, False, True]
    assert searched.matching("dog street").tolist() == [True, False, False]
    assert searched.matching("bird").tolist() == [False, False, False]


def test_a_class_beyond_the_names_does_not_disturb_the_search(tmp_path):
    found = dataset(tmp_path, record("a", (1, 1, 9, 9), labels=[7]))
    assert Searched(found).matching("dog").tolist() == [False]


def test_numbers_in_names_sort_by_value(tmp_path):
    found = dataset(tmp_path, record("img10"), record("img9"), record("IMG1"))
    ordered = arrange(Searched(found), ScanReport(3), Arrangement(sort="name"))
    assert ordered.tolist() == [2, 1, 0]


def test_what_is_not_known_comes_last_both_ways(tmp_path):
    found = dataset(tmp_path, *(record(str(n)) for n in range(5)))
    report = report_of(5, row(1, loss=0.2), row(3, loss=0.9), row(4), row(0, (("not_finite", ()),), loss=float("nan")))
    searched = Searched(found)
    assert arrange(searched, report, Arrangement(sort="loss")).tolist() == [1, 3, 0, 2, 4]
    assert arrange(searched, report, Arrangement(sort="loss", descending=True)).tolist() == [0, 3, 1, 2, 4]


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_holds_every_picture_and_equal_ones_stay_in_order(tmp_path, sort):
    found = dataset(tmp_path, *(record("same", (1, 1, 9, 9)) for _ in range(6)))
    report = report_of(6, *(row(n, size=(10, 10), loss=1.0) for n in range(6)))
    for descending in (False, True):
        ordered = arrange(Searched(found), report, Arrangement(sort=sort, descending=descending)).tolist()
        assert sorted(ordered) == list(range(6))
        if sort not in ("order", "name"):
            assert ordered == list(range(6))


def test_filters_show_pictures_with_any_of_them(tmp_path):
    found = dataset(
        tmp_path, record("a", (1, 1, 9, 9)), record("b"), record("c", (1, 1, 9, 9)), record("d", (1, 1, 9, 9))
    )
    report = report_of(
        4,
        row(0, (("low_quality_only", (0,)),)),
        row(2, (("best_anchor_taken", (0,)),)),
        row(3, warnings=(("crowd", 1),)),
    )
    searched = Searched(found)

    def shown(*filters):
        return arrange(searched, report, Arrangement(filters=filters)).tolist()

    assert shown("low_quality_only") == [0]
    assert shown("low_quality_only", "best_anchor_taken") == [0, 2]
    assert shown("empty") == [1]
    assert shown("warnings") == [0, 2, 3]
    assert shown(*KINDS, *FILTERS) == [0, 1, 2, 3]
    assert set(KINDS) > OF_A_PICTURE


@pytest.mark.shared_data
def test_blood_cells_as_in_the_picture_of_the_window(shared_data):
    found = open_dataset(shared_data / "bccd_voc")
    row = row_of(found, found.find("BloodImage_00073"), FPN)
    assert (row.gt_count, row.positives, row.low_quality_only) == (14, 51, 6)
