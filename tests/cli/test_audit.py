"""The ``audit`` command on the demo: the numbers of `ri.audit`, the demands, and the exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import numpy as np
import pytest

import rpn_inspector as ri
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.findings import KINDS, Demand, Found
from rpn_inspector.analysis.report.compared import sections
from rpn_inspector.cli import program
from rpn_inspector.cli.audit import _show
from rpn_inspector.cli.program import main
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset, Notes, Record

DEMO = str(resource("demo"))


@pytest.fixture(scope="module")
def found():
    return ri.audit(ri.open_dataset(DEMO), "demo")


def told(capsys, *arguments, code=0):
    assert main(["audit", DEMO, "-r", "demo", *arguments]) == code
    return capsys.readouterr()


def test_json_has_the_counts_and_the_keys_promised(capsys, found):
    made = json.loads(told(capsys, "--json").out)
    # the contract with scripts
    promised = {
        "dataset",
        "recipe",
        "images",
        "boxes",
        "skipped",
        "unmatched",
        "low_quality_only",
        "stolen",
        "positives",
    }
    assert promised | {"recall", "targets", "loss", "findings", "seconds", "images_per_second"} <= set(made)
    assert (made["recipe"], made["images"], made["loss"]) == ("demo", len(found.annotations.names), None)
    assert made["unmatched"] == int(found.unmatched.sum())
    assert made["positives"] == int(found.positives.sum()) == int(found.by_level.sum())
    there = found.positives
    assert made["positives_per_image"] == {
        "least": there.min(), "median": np.median(there), "mean": there.mean(), "most": there.max(),
        "without": (there == 0).sum(),
        "without_but_boxes": (there[np.unique(found.annotations.image[found.used])] == 0).sum(),
    }  # fmt: skip
    assert made["recall"]["all"] == float((found.best_iou[found.used] >= made["recall_at"]).mean())
    assert set(made["recall"]) == {"all", "small", "medium", "large"}
    np.testing.assert_allclose(made["targets"]["mean"], found.targets.mean)
    assert list(made["kinds"]) == list(KINDS)
    assert sum(row["boxes"] for row in made["by_class"]) == made["used"]


def test_text_says_the_same(capsys, found):
    text = told(capsys).out
    assert f"{int(found.positives.sum()):,} positive anchors" in text
    assert "low-quality only" in text
    most, middle = int(found.positives.max()), float(np.median(found.positives))
    assert f"positive anchors an image: 0 to {most:,}, in the median {middle:g}; 1 image has none\n" in text
    assert "(original px: area of the box under 32²" in text
    assert "of the positive anchors overlap" not in text


def test_one_minus_sign_is_written_that_a_config_takes(capsys):
    text = told(capsys, "--against", "torchvision-fpn").out
    assert "w -0." in text
    assert re.search(r"would have means .*-0\.", text)
    assert re.search(r"^ unmatched .* -\d", text, re.MULTILINE)
    assert "−" not in text


def test_the_trap_of_iou_0_and_records_left_out_are_lines(capsys, found):
    made = document(found) | {"positives_without_overlap": 1_900, "skipped": {"no such image": 1}}
    _show(made, False)
    text = capsys.readouterr().out
    assert "1,900 of the positive anchors overlap no box: a box that overlaps no anchor ties with all at IoU 0" in text
    assert "1 record was left out by the reading: no such image" in text


def test_a_demand_that_is_missed_ends_with_1_and_one_line(capsys, found):
    least = 100 * found.found["low_quality_only"].sum() / found.used.sum()
    met = told(capsys, "--fail-on", f"low-quality-only:{least + 0.1:.1f}%", "--fail-on", "unknown_size", "--json")
    assert json.loads(met.out)["failed"] == []
    missed = told(capsys, "--fail-on", f"low_quality_only:{least - 0.2:.1f}%", "--fail-on", "unmatched:100%", code=1)
    lines = [line for line in missed.err.splitlines() if "failed" in line]
    assert len(lines) == 1
    assert lines[0].startswith("rpn-inspector: failed on low_quality_only: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fail-on", "nonsense"], "wanted KIND or KIND:N%, KIND one of unknown_size"),
        (["--fail-on", "unmatched:5"], "wanted a percentage of boxes after unmatched:, such as unmatched:5%"),
        (["--fail-on", "unmatched:500%"], "wanted a percentage"),
        (["--recipe", "no-such-recipe"], "no such recipe"),
        (["--workers", "0"], "greater than or equal to 1"),
    ],
)
def test_bad_arguments_end_with_2_and_one_line(capsys, arguments, said):
    error = told(capsys, *arguments, code=2).err
    assert said in error
    assert len(error.splitlines()) == 1


def test_suggested_anchors_are_printed_and_saved_as_a_recipe(capsys, tmp_path):
    file, folder = tmp_path / "better.toml", tmp_path / "out"
    made = json.loads(told(capsys, "--save-recipe", str(file), "--output", str(folder), "--json").out)
    suggestions = made["suggestions"]
    best = next(each for each in suggestions["proposals"] if each["name"] == suggestions["best"])
    again = ri.audit(ri.open_dataset(DEMO), file)
    reached = (again.best_iou[again.used] >= 0.7).mean()
    assert best["numbers"]["boxes_reached"] == reached > suggestions["now"]["boxes_reached"]
    assert json.loads((folder / "audit.json").read_bytes())["suggestions"] == suggestions
    _show(made, every=False)
    assert "only training tells" in capsys.readouterr().out
    before = file.read_bytes()
    assert "is not written over" in told(capsys, "--save-recipe", str(file), code=2).err
    assert file.read_bytes() == before
    assert "is inside the dataset" in told(capsys, "--save-recipe", f"{DEMO}/better.toml", code=2).err


def test_another_recipe_is_compared_box_by_box(capsys, found):
    made = json.loads(told(capsys, "--against", "torchvision-fpn", "--json").out)["against"]
    other = ri.audit(ri.open_dataset(DEMO), "torchvision-fpn")
    matrix = np.array(made["matrix"])
    assert matrix.sum() == len(found.used)
    # rows are the states under the first recipe, columns under the second: matched, low-quality only, unmatched, out
    assert matrix[:3].sum() == found.used.sum()
    assert matrix[2].sum() == found.unmatched.sum()
    assert matrix[:, 2].sum() == other.unmatched.sum()
    assert matrix[:, 1].sum() == (other.used & other.found["low_quality_only"]).sum()
    assert made["moved"] == matrix.sum() - np.trace(matrix)
    assert [side["unmatched"] for side in made["numbers"]] == [int(one.unmatched.sum()) for one in (found, other)]
    assert made["anchors"]["compared"] == 0  # strides of 8 px and more against 4 px and more, of other sizes
    assert made["anchors"]["matrix"] is None
    same = json.loads(told(capsys, "--against", "demo", "--json").out)["against"]
    anchors = same["anchors"]
    assert (anchors["images"], anchors["compared"]) == (40, int(found.anchors.sum()))
    assert (anchors["differing"], anchors["only_a"], anchors["only_b"], anchors["reasons"]) == (0, 0, 0, [])
    assert anchors["matrix"][0][0] == int(found.positives.sum())
    assert (same["moved"], same["changed"], same["worse"], same["examples"]) == (0, 0, [], [])
    assert (
        f"{made['moved']:,} ground truths have another state under torchvision-fpn"
        in told(capsys, "--against", "torchvision-fpn").out
    )
    assert "no such recipe" in told(capsys, "--against", "nonsense", code=2).err


def test_a_table_of_many_classes_is_cut_with_a_count(capsys, tmp_path):
    """Of 120 classes the last 40 have three boxes, those before two: these stay, and ten with two."""
    record = Record("a.jpg", declared=(400, 400))
    for number in range(120):
        for _ in range(1 + number // 40):
            record.add((10.0, 10.0, 60.0, 60.0), number)
    made = document(
        audit(Dataset(tmp_path, "made here", [record], tuple(f"c{n}" for n in range(120)), Notes()), "demo")
    )
    _show(made, every=False)
    cut = capsys.readouterr().out
    _show(made, every=True)
    whole = capsys.readouterr().out
    shown = [number for number in range(120) if f"\n c{number} " in cut]
    assert shown == [*range(40, 50), *range(80, 120)]
    assert "and 70 more with fewer ground truths; --all lists them" in cut
    assert all(f"\n c{number} " in whole for number in range(120))
    assert "--all" not in whole


def test_another_checkpoint_is_compared_box_by_box(capsys, tmp_path):
    steps = {}
    for name in ("early", "late"):
        one = ri.audit(ri.open_dataset(DEMO), "demo", ri.open_predictions(f"{DEMO}/predictions/{name}.rpn"))
        steps[name] = one.predicted
    known = f"{DEMO}/predictions/"
    wishes = ["-p", f"{known}early.rpn", "--against-predictions", f"{known}late.rpn"]
    made = json.loads(told(capsys, *wishes, "--json").out)["against_predictions"]
    judged = (steps["early"].end >= 0) & (steps["late"].end >= 0)
    wanted = np.zeros((6, 6), int)
    for before, after in zip(steps["early"].end[judged], steps["late"].end[judged], strict=True):
        wanted[before, after] += 1
    assert made["matrix"] == wanted.tolist()
    assert made["found"] == [wanted[0].sum(), wanted[:, 0].sum()]
    assert sum(row["boxes"] for row in made["by_class"]) == sum(row["boxes"] for row in made["by_size"]) == judged.sum()
    assert sum(row["found_then_lost"] for row in made["by_class"]) == sum(made["found_then_lost"].values())
    np.testing.assert_allclose(made["loss"][1]["total"], steps["late"].mean_loss[2])
    # the same by the steps of one folder, and the other way round
    by_step = ["-p", known, "--step", str(steps["late"].step), "--against-step", str(steps["early"].step)]
    output = tmp_path / "out"
    text = told(capsys, *by_step, "--output", str(output)).out
    back = json.loads((output / "audit.json").read_bytes())["against_predictions"]
    assert back["matrix"] == wanted.T.tolist()
    assert back["step"] == [steps["late"].step, steps["early"].step]
    assert len(back["examples"]) == min(10, wanted[1:, 0].sum())
    assert f"{wanted.sum() - np.trace(wanted)} of {judged.sum()} ground truths end elsewhere" in text
    assert "found by late.rpn" in text
    back["path"][1], back["step"][1] = back["path"][0], back["step"][0]
    [section] = sections({"against_predictions": back | {"recipe": ["one", "two"]}})
    assert section.tables[0].head[0] == "one, down; two, across"
    [section] = sections({"against_predictions": back | {"judged": 0, "judged_in_one": [0, 7]}})
    assert str(section.words[0]) == "No ground truth is judged by both."
    assert "7 ground truths are judged by" in str(section.words[-1])
    assert "Another checkpoint" in (output / "summary.md").read_text(encoding="utf-8")


def test_another_dataset_stands_beside(capsys, tmp_path):
    record = Record("a.jpg", declared=(200, 400))
    record.add((10.0, 10.0, 60.0, 60.0), 0)
    file = tmp_path / "other" / "instances.json"
    file.parent.mkdir()
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0}
    images = [{"id": 1, "file_name": "a.jpg", "height": 200, "width": 400}]
    classes = [{"id": 1, "name": "car"}, {"id": 2, "name": "moose"}]
    file.write_text(json.dumps({"images": images, "annotations": [box], "categories": classes}))
    made = json.loads(told(capsys, "--against-dataset", str(file.parent), "--json").out)["against_dataset"]
    assert (made["images"], made["boxes"]) == ([40, 1], [884, 1])
    rows = {row["class"]: row for row in made["by_class"]}
    assert rows["car"]["boxes"] == [563, 1]
    assert rows["bus"]["boxes"] == [20, 0]
    assert rows["bus"]["recall"] == [0.05, None]
    assert made["classes_of_one"] == [["barrier", "bicycle", "bus", "person", "sign"], ["moose"]]
    assert made["picture_sizes"][1] == {"different": 1, "commonest": [{"size": [200, 400], "images": 1}]}
    assert "Classes of other alone, 1: moose." in told(capsys, "--against-dataset", str(file.parent)).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--against-step", "60"], "--against-step: found no --predictions"),
        (["--against-predictions", "x"], "--against-predictions: found no --predictions"),
        (["--against-dataset", "no-such-folder"], "no-such-folder"),
        (["-p", f"{DEMO}/predictions", "--against-step", "61"], "has no outputs of step 61"),
    ],
)
def test_comparisons_that_cannot_be_end_with_2_and_one_line(capsys, arguments, said):
    error = told(capsys, *arguments, code=2).err
    assert said in error.splitlines()[-1]


def test_a_stopped_count_says_how_to_go_on(capsys, monkeypatch):
    def stopped(*_, **__):
        raise program._Stopped(2)

    monkeypatch.setattr("rpn_inspector.analysis.audit.audit.audit", stopped)
    error = told(capsys, code=130).err
    assert error == "rpn-inspector: stopped; the same command with --resume goes on from what is counted\n"


def test_help_lists_the_kinds(capsys):
    text = told(capsys, "--help").out
    assert all(kind in text for kind in KINDS)


def test_a_demand_fails_also_where_the_reader_closes_the_pipe():
    """The tables of many classes are longer than a pipe; `head` takes a line of them."""
    command = f"{sys.executable} -m rpn_inspector audit {DEMO} -r demo --fail-on low_quality_only"
    script = f"{command} | true; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=120, check=True)
    assert ended.stdout.strip() == "1"
    assert "failed on low_quality_only" in ended.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--output", "old", "--save-recipe", "old/r.toml"), "old/r.toml: lies inside --output"),
        (("--output", "old", "--findings", "old/f.json"), "old/f.json: lies inside --output"),
        (("--output", "new", "--findings", "./new"), "new: is both --output and --findings"),
        (("--findings", "link/one", "--save-recipe", "old/one"), "old/one: is both --findings and --save-recipe"),
        (("--findings", "mine.toml"), "mine.toml: belongs to the recipe"),
        (("--baseline", "old/audit.json", "--findings", "old/audit.json"), "old/audit.json: belongs to the baseline"),
        (("--baseline", "old/audit.json", "--output", "old"), "old: holds the baseline"),
        (("--against", "mine.toml", "--save-recipe", "mine.toml"), "mine.toml: belongs to the"),
    ],
)
def test_outputs_that_clash_or_are_inputs_are_refused_before_anything_is_counted(
    capsys, tmp_path, monkeypatch, options, words
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("rpn_inspector.cli.audit._counted", None)
    old = tmp_path / "old"
    old.mkdir()
    (old / "audit.json").write_text('{"tool": "rpn-inspector", "what": "audit", "version": "1"}', encoding="utf-8")
    (tmp_path / "link").symlink_to(old)
    (tmp_path / "mine.toml").write_text('extends = "demo"\n', encoding="utf-8")
    monkeypatch.setattr("rpn_inspector.analysis.audit.baseline.read_baseline", lambda path: {})
    assert main(["audit", DEMO, "-r", "mine.toml", "--overwrite", *options]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert len(error.splitlines()) == 1
    assert [path.name for path in old.iterdir()] == ["audit.json"]


def test_a_picture_without_any_known_size_is_in_no_count(capsys, tmp_path):
    """Only its box would tell a size: that is a guess."""
    images = [{"id": 1, "file_name": "gone.jpg"}, {"id": 2, "file_name": "told.jpg", "height": 300, "width": 400}]
    boxes = [
        {"id": n, "image_id": n, "category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0} for n in (1, 2)
    ]
    file = tmp_path / "instances.json"
    file.write_text(json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "a"}]}))
    assert main(["audit", str(tmp_path), "-r", "torchvision-fpn", "--json", "--fail-on", "unknown_size"]) == 1
    made = json.loads(capsys.readouterr().out)
    assert (made["images"], made["boxes"], made["kinds"]["unknown_size"]["count"], made["opened"]) == (1, 1, 1, 0)


def test_a_demand_on_nothing_counted_fails(capsys, tmp_path):
    """The only picture has no size: no box is judged, which is no box without a finding."""
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 60, 60], "area": 3600, "iscrowd": 0}
    names = {"images": [{"id": 1, "file_name": "gone.jpg"}], "categories": [{"id": 1, "name": "a"}]}
    (tmp_path / "instances.json").write_text(json.dumps(names | {"annotations": [box]}))
    assert main(["audit", str(tmp_path), "-r", "torchvision-fpn", "--fail-on", "unmatched:5%"]) == 1
    said = capsys.readouterr().err
    assert "failed on unmatched: nothing could be counted, as there are no boxes to judge; wanted at most 5 %" in said


def test_a_share_has_as_many_digits_as_tell_it_from_the_limit():
    found = Found(kind="unmatched", image=np.zeros(1234, int), row=np.zeros(1234, int), of=1_000_000)
    assert Demand("unmatched", 0.1).failed(found).endswith("boxes (0.12%), wanted at most 0.1 %")
    assert Demand("unmatched", 0.1234).failed(found) == ""


def test_each_kind_has_the_share_that_a_demand_looks_at(capsys, found):
    made = json.loads(told(capsys, "-p", str(resource("demo", "predictions")), "--step", "400", "--json").out)["kinds"]
    assert (made["no_outputs"]["count"], made["no_outputs"]["of"], made["no_outputs"]["share"]) == (30, 40, 0.75)
    assert (made["cut_by_top_k"]["of"], made["cut_by_top_k"]["share"]) == (140, 0.1)
    assert made["unmatched"]["of"] == found.used.sum()
