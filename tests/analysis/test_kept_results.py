"""Results of every kind of work unit on disk, and an audit with outputs and comparisons that goes on from them."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.audit.anchor_changes import ChangeUnit, change_unit
from rpn_inspector.analysis.audit.annotation_columns import annotations_of
from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.execution import Here
from rpn_inspector.analysis.audit.fingerprint import fingerprint
from rpn_inspector.analysis.audit.kept_units import Kept, file_of, load, store
from rpn_inspector.analysis.audit.output_counts import count_outputs
from rpn_inspector.analysis.audit.output_units import output_units
from rpn_inspector.analysis.audit.units import units_of
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource
from rpn_inspector.data.cache import folder

DEMO, DUMP = str(resource("demo")), resource("demo", "predictions", "early.rpn")
RECIPE, OTHER = ri.load_recipe("demo"), ri.load_recipe("torchvision-fpn")


@pytest.fixture(scope="module")
def dataset():
    return ri.open_dataset(DEMO)


def units(dataset, outputs):
    """Return a unit of each kind, with what is done with it."""
    annotations = annotations_of(dataset)
    counted = units_of(annotations, RECIPE, 8)[0][0]
    predicted = list(output_units(dataset, annotations, {}, outputs))[1]
    return [(counted, count), (ChangeUnit(unit=counted, other=OTHER), change_unit), (predicted, count_outputs)]


def bits(value):
    """Return a value with each array as dtype, shape and bytes."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if dataclasses.is_dataclass(value):
        return type(value), [bits(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, dict):
        return [(key, bits(each)) for key, each in value.items()]
    return (type(value), [bits(each) for each in value]) if isinstance(value, tuple | list) else value


def test_every_kind_of_result_comes_back_as_it_was(dataset):
    for unit, work in units(dataset, ri.open_predictions(DUMP)):
        result, file = work(unit, RECIPE), file_of(unit, RECIPE)
        store(file, result)
        assert bits(load(file, unit)) == bits(result), type(unit)
        file.write_bytes(file.read_bytes()[:-100])  # torn
        assert load(file, unit) is None


def test_a_unit_is_known_by_its_content(dataset, tmp_path):
    """The same in another reading; another recipe, box, dump or time of a file is another unit."""
    dump = tmp_path / "early.rpn"
    shutil.copytree(DUMP, dump)
    first = units(dataset, ri.open_predictions(dump))
    again = units(ri.open_dataset(DEMO), ri.open_predictions(dump))
    for (one, _), (same, _) in zip(first, again, strict=True):
        assert fingerprint(one, RECIPE) == fingerprint(same, RECIPE)
        assert fingerprint(one, RECIPE) != fingerprint(one, OTHER)
        assert fingerprint(dataclasses.replace(one, **numbered(one)), RECIPE) == fingerprint(one, RECIPE)
    assert len({fingerprint(unit, RECIPE) for unit, _ in first}) == 3
    counted, changed, predicted = (unit for unit, _ in first)
    box = counted.box.copy()
    box[0, 0] += 1
    assert fingerprint(dataclasses.replace(counted, box=box), RECIPE) != fingerprint(counted, RECIPE)
    assert fingerprint(dataclasses.replace(changed, other=RECIPE), RECIPE) != fingerprint(changed, RECIPE)
    before = fingerprint(predicted, RECIPE)
    os.utime(dump / next(iter(predicted.outputs.files.values())), ns=(1, 1))
    assert fingerprint(predicted, RECIPE) != before


def numbered(unit):
    return {} if isinstance(unit, ChangeUnit) else {"number": 77}


def test_a_callers_own_outputs_are_never_kept(dataset):
    own = {sample.name: None for sample in dataset}
    kept = Kept(Here(count_outputs), resume=True)
    found = ri.audit(dataset, RECIPE, own, outputs_in=kept)
    assert kept.files == {}
    assert not found.predicted.with_outputs.any()


class Stopped(BaseException):
    """Something from outside, as Ctrl+C."""


WISHES = ["audit", DEMO, "-r", "demo", "-p", str(DUMP), "--against", "torchvision-fpn", "--workers", "1", "--json"]


@pytest.mark.parametrize(
    ("module", "work", "least"),
    [("output_counts", "count_outputs", 2), ("against", "change_unit", 1)],
    ids=["outputs", "changes"],
)
def test_a_stopped_pass_goes_on_where_it_was_with_equal_bytes(monkeypatch, capsys, module, work, least):
    """Stopped in the pass over the outputs, or over the changed anchors: no unit that was done is done again."""
    place = f"rpn_inspector.analysis.audit.{module}.{work}"
    own = {"output_counts": count_outputs, "against": change_unit}[module]
    done = []

    def stops(unit, recipe):
        if len(done) == least:
            raise Stopped
        done.append(fingerprint(unit, recipe))
        return own(unit, recipe)

    def others(unit, recipe):
        assert fingerprint(unit, recipe) not in done
        return own(unit, recipe)

    assert main(WISHES) == 0
    whole = capsys.readouterr().out
    with monkeypatch.context() as patched:
        patched.setattr(place, stops)
        with pytest.raises(Stopped) as stopped:
            main(WISHES)
    assert "--resume" in " ".join(stopped.value.__notes__)
    assert len(done) == least
    monkeypatch.setattr(place, others)
    assert main([*WISHES, "--resume"]) == 0
    again = capsys.readouterr()
    assert "parts were there already" in again.err
    assert without_times(again.out) == without_times(whole)
    assert json.loads(again.out)["against"]
    assert not list((folder() / "audit").glob("*.npz"))


def without_times(text):
    return [line for line in text.splitlines() if '"seconds"' not in line and '"images_per_second"' not in line]


def test_a_cluster_counts_outputs_suggestions_and_comparisons_too(monkeypatch, capsys):
    """All of one command on one cluster of Dask, and nothing here: the same numbers."""
    pytest.importorskip("distributed")
    # a search over a sample is done here
    monkeypatch.setattr("rpn_inspector.analysis.audit.suggest._searched", lambda found, step: found.recipe)
    assert main([*WISHES, "--suggest"]) == 0
    here = json.loads(capsys.readouterr().out)

    def never(*_):
        raise AssertionError("computed here")

    for place in ("Here.completed", "Processes.completed"):
        monkeypatch.setattr(f"rpn_inspector.analysis.audit.execution.{place}", never)
    assert main([*WISHES, "--suggest", "--dask"]) == 0
    there = json.loads(capsys.readouterr().out)
    for times in ("seconds", "images_per_second", "processes"):
        del here[times], there[times]
    assert there == here


def test_outputs_that_a_worker_does_not_see_are_one_line():
    pytest.importorskip("distributed")
    from rpn_inspector.analysis.audit.dask_cluster import DaskCluster

    cluster = DaskCluster(workers=1)
    try:
        cluster.check_seen(DUMP)
        with pytest.raises(ri.InspectorError, match=r"does not see .*no_such"):
            cluster.check_seen(DUMP.with_name("no_such"))
    finally:
        cluster.close()
