"""The rows that `python -m benchmarks` prints: what a ratio is, when a bar is reached, and what is never said."""

import json
import math
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def rows():
    sys.path.insert(0, str(ROOT))
    try:
        import benchmarks.rows

        yield benchmarks.rows
    finally:
        sys.path.remove(str(ROOT))


@pytest.mark.parametrize(
    ("fields", "ratio", "reached"),
    [
        ({"peer": 50.0, "at_least": 10}, 10.0, True),
        ({"peer": 49.0, "at_least": 10}, 9.8, False),
        ({"peer": 500.0, "at_least": 10, "same": False}, 100.0, False),  # a fast wrong answer
        ({"at_least": 10}, None, None),  # no peer: neither reached nor missed
        ({"at_most": 5.0}, None, True),
        ({"at_most": 4.9}, None, False),
        ({"peer": 50.0}, 10.0, None),
    ],
)
def test_a_bar_is_a_ratio_or_a_bound_and_never_reached_by_a_wrong_answer(rows, fields, ratio, reached):
    row = rows.Row("work", "ms", 5.0, **fields)
    assert (row.ratio, row.reached) == (ratio, reached)


def test_every_benchmark_is_listed_by_its_name(rows):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--list"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == list(rows.BENCHMARKS)


def test_each_script_is_there_and_none_is_left_out(rows):
    scripts = {one.script for one in rows.BENCHMARKS.values()}
    there = {path.name for path in (ROOT / "benchmarks").glob("*.py")}
    assert scripts <= there
    own = {name for name in there if "if __name__ ==" in (ROOT / "benchmarks" / name).read_text(encoding="utf-8")}
    assert own - scripts == {"__main__.py"}


def test_what_torchvision_s_rows_become(rows):
    side = {"median": 2.0, "low": 1.0, "high": 3.0}
    report = {
        "threads": 1,
        "rows": [
            {
                "work": "assignment, torchvision-fpn, 20 boxes",
                "same": True,
                "ours": side,
                "torchvision": {"median": 100.0},
            },
            {
                "work": "assignment, torchvision-fpn, 8 boxes",
                "same": True,
                "ours": side,
                "torchvision": {"median": 9.0},
            },
        ],
    }
    barred, free = rows.core(report)
    assert (barred.at_least, barred.ratio, barred.reached, barred.spread) == (50, 50.0, True, (1.0, 3.0))
    assert (free.at_least, free.reached) == (None, None)


def test_what_the_libraries_assigners_become(rows):
    side, theirs = {"median": 2.0, "low": 1.0, "high": 3.0}, {"median": 30.0}
    report = {"rows": [{"row": "ATSS, 200 boxes", "same": True, "ours": side, "library": theirs}, {"missing": "x"}]}
    (told,) = rows.assignment(report)
    assert (told.at_least, told.ratio, told.reached, told.spread) == (10, 15.0, True, (1.0, 3.0))
    dynamic = {
        "yolov8": {"prediction": side, "library": theirs, "same": True},
        "rtmdet": {"prediction": side, "library": theirs, "same": False},
        "yolov7": {"prediction": side},
    }
    told = list(rows.dynamic({"recipes": dynamic}))
    assert [(row.ratio, row.same, row.reached) for row in told] == [
        (15.0, True, True), (15.0, False, False), (None, None, None),
    ]  # fmt: skip
    assert {row.beside for row in told} == {"the library, 1 thread"}


@pytest.mark.parametrize(("load", "said"), [([2.0, 9.0], False), ([2.1, 1.0], True), (None, False)])
def test_a_run_beside_other_work_says_so(rows, monkeypatch, load, said):
    from benchmarks import __main__ as program

    monkeypatch.setattr(program.os, "cpu_count", lambda: 2)
    told = {"missing": [], "rows": []} | ({} if load is None else {"load": load})
    assert ("UNDER LOAD" in "\n".join(program.lines("startup", told))) is said


def test_what_openings_become(rows):
    from benchmarks.__main__ import cells

    side = {"boxes": 9, "images": 4, "low": 0.5, "high": 3.0}
    told = {
        "pycocotools": side | {"seconds": 8.0, "peak_mib": 2700.0},
        "cached": side | {"seconds": 0.4, "peak_mib": 90.4},
    }
    samples = {"pycocotools": side | {"seconds": 2e-4}, "ours": side | {"seconds": 1e-4}}
    cached, made = rows.opening({"tables": {"COCO": told}, "samples": {"samples": samples}})
    assert (cached.ratio, cached.reached, cached.spread, cached.memory) == (20.0, True, (0.5, 3.0), (90.4, 2700.0))
    assert cells(cached)[-1] == "90 beside 2,700"
    assert (made.ours, made.ratio, made.reached) == (25.0, 2.0, True)
    del told["pycocotools"], samples["pycocotools"]
    cached, made = rows.opening({"tables": {"COCO": told}, "samples": {"samples": samples}})
    assert (cached.ratio, cached.reached, cells(cached)[-1], made.ratio, made.reached) == (None, None, "90", None, True)


@pytest.fixture
def program(rows, monkeypatch):
    """Return a function that runs the program with arguments; what it measures is one row."""
    from benchmarks import __main__ as program

    monkeypatch.setattr(program, "measured", lambda *_: {"missing": [], "rows": [rows.Row("x", "ms", 1.0)]})

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["benchmarks", *map(str, arguments)])
        return program.main()

    return run


def refused(program, capsys, *arguments):
    """Return what is said of arguments that are refused."""
    with pytest.raises(SystemExit) as ended:
        program(*arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_a_file_for_the_page_and_the_rows_is_refused(program, tmp_path, capsys):
    (tmp_path / "in").mkdir()
    asked = ("startup", "--page", tmp_path / "a", "--json", tmp_path / "in" / ".." / "a")
    assert "a: the page and the rows, wanted a file for each" in refused(program, capsys, *asked)
    assert not (tmp_path / "a").exists()


def test_what_another_kept_is_not_written_over(program, tmp_path, capsys):
    (tmp_path / "file").touch()
    assert "file: is a file, wanted a folder" in refused(program, capsys, "startup", "--kept", tmp_path / "file")
    asked, kept = ("startup", "--kept", tmp_path), tmp_path / "startup.json"
    kept.write_text("{}", encoding="utf-8")
    assert f"{kept}: is there and was not written by benchmarks" in refused(program, capsys, *asked)
    assert kept.read_text("utf-8") == "{}"
    assert program(*asked, "--force") == 0
    assert program(*asked) == 0
    kept.write_bytes(kept.read_bytes()[:6])  # stopped while writing
    assert program(*asked) == 0
    assert json.loads(kept.read_bytes())["told"]["rows"]


@pytest.mark.parametrize("option", ["--json", "--page", "--kept"])
def test_a_name_that_no_file_can_have_is_refused_in_a_line(program, tmp_path, capsys, option):
    said = refused(program, capsys, "startup", option, tmp_path / ("a" * 300), "--force")
    assert said.splitlines()[-1].startswith(f"python -m benchmarks: error: {tmp_path / 'aaa'}")


@pytest.mark.parametrize("option", ["--json", "--page", "--kept"])
def test_an_empty_file_is_nobodys_and_deep_brackets_are_anothers(program, tmp_path, capsys, option):
    file = tmp_path / "startup.json"
    asked = ("startup", option, tmp_path if option == "--kept" else file)
    file.write_text("[" * 200_000, encoding="utf-8")
    assert f"{file}: is there and was not written by benchmarks" in refused(program, capsys, *asked)
    file.write_text('{\n "way": {"name": ' + "[" * 200_000, encoding="utf-8")
    if option == "--kept":  # begins as what is kept does: of a run that was stopped
        assert program(*asked) == 0
        assert json.loads(file.read_bytes())["told"]["rows"]
    file.write_bytes(b"")
    assert program(*asked) == 0
    assert file.stat().st_size


def test_each_benchmark_is_told_before_it_is_measured(program, rows, capsys):
    assert program("startup", "growth") == 0
    assert capsys.readouterr().err.splitlines() == ["startup, 1 of 2 ...", "growth, 2 of 2 ..."]


@pytest.mark.parametrize("option", ["--json", "--page"])
def test_what_is_kept_is_written_over_by_no_page_and_no_rows(program, tmp_path, capsys, option):
    file = tmp_path / "startup.json"
    said = refused(program, capsys, "startup", "--kept", tmp_path, option, file, "--force")
    assert f"{file}: rows are kept there, wanted another name" in said
    assert not file.exists()


def test_a_page_that_cannot_be_written_loses_no_rows(program, rows, monkeypatch, tmp_path, capsys):
    from benchmarks import __main__

    page, written = tmp_path / "page.md", tmp_path / "rows.json"

    def measure(*_):
        page.mkdir()
        return {"missing": [], "rows": [rows.Row("x", "ms", 1.0)]}

    monkeypatch.setattr(__main__, "measured", measure)
    assert program("startup", "--page", page, "--json", written) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"{page}: Is a directory"
    assert json.loads(written.read_bytes())["benchmarks"]["startup"]["rows"]


def test_what_follows_a_dragged_box_has_a_row_of_its_own(rows):
    told = {"drag a box": {"ours_ms": {"p95": 1.0}, "peer_ms": {"p95": 9.0}, "same": True, "followed_ms": 70.0}}
    first, second = rows.dense({"rows": told})
    assert (first.work, first.ours, first.peer) == ("drag a box, p95", 1.0, 9.0)
    assert (second.work, second.ours, second.peer) == ("drag a box: all that follows, once let go", 70.0, None)


def test_the_wheel_has_one_row_of_its_worst_gap(rows):
    gaps = [{"list_frames_per_second": 9.0, "list_longest_gap_ms": gap} for gap in (90.0, 160.0, 120.0)]
    key = {"pictures": 5, "pictures_per_second": 9, "longest_gap_ms": 20, "panels_ms_after_release": 1}
    *_, wheel = rows.holding([key | each for each in gaps])
    assert (wheel.ours, wheel.spread, wheel.reached) == (160.0, (90.0, 160.0), False)
    assert sum("wheel" in row.work for row in rows.holding([key | each for each in gaps])) == 1


def test_a_gesture_that_finds_another_than_the_plain_way_is_not_reached(rows):
    side = {"ours_ms": {"p95": 1.0}, "peer_ms": {"p95": 9.0}}
    told = {
        "filter line": side | {"same": False},
        "brush in a plot": side | {"same": True},
        "pan": side | {"same": None},
    }
    assert [(row.same, row.reached) for row in rows.dense({"rows": told})] == [
        (False, False), (True, True), (None, None),
    ]  # fmt: skip


def test_the_plain_way_to_a_filter_is_the_filters(rows):
    pytest.importorskip("PySide6")
    from benchmarks.gestures import FILTERS
    from rpn_inspector import Sample, inspect
    from rpn_inspector.analysis.filter.filter import Filter

    gt = np.array([[8.0, 8, 24, 24], [50, 20, 90, 60], [100, 10, 128, 38], [130, 60, 155, 100]])
    found = inspect(Sample("a", (120, 160), gt), "demo")
    level = np.concatenate([np.full(level.count, int(level.name[1:])) for level in found.grid.levels])
    plain = SimpleNamespace(iou=found.assignment.iou, label=found.assignment.label, gt=found.assignment.gt, level=level)
    for text, way in FILTERS.items():
        np.testing.assert_array_equal(Filter.parse(text).mask(found), way(plain))
        assert way(plain).any()


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        ({"cat": [3, 10.0, 20.0, 30.0, 40.0]}, True),
        ({"cat": [3, 10.0, 20.00001, 30.0, 40.0]}, True),
        ({"cat": [3, 10.0, 21.0, 30.0, 40.0]}, False),  # as many boxes, at other places
        ({"dog": [3, 10.0, 20.0, 30.0, 40.0]}, False),
        ({"cat": [2, 10.0, 20.0, 30.0, 40.0], "dog": [1, 0.0, 0.0, 0.0, 0.0]}, False),
    ],
)
def test_an_opening_is_compared_by_boxes_and_classes(rows, theirs, same):
    side = {"boxes": 3, "images": 4, "low": 0.5, "high": 3.0, "seconds": 1.0, "peak_mib": 90.0}
    ours, other = side | {"content": {"cat": [3, 10.0, 20.0, 30.0, 40.0]}}, side | {"content": theirs}
    tables, samples = {"COCO": {"pycocotools": other, "cached": ours}}, {"x": {"pycocotools": other, "ours": ours}}
    assert [row.same for row in rows.opening({"tables": tables, "samples": samples})] == [same, same]


@pytest.mark.parametrize("code", ["FIRST", "OURS_TWICE"])
def test_an_opening_tells_its_boxes_and_classes(rows, monkeypatch, tmp_path, code):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import opening

    file = opening.coco_file(tmp_path, 2)
    opening.write_coco(file, 2)
    wanted = {}
    document = json.loads(file.read_text("utf-8"))
    names = {one["id"]: one["name"] for one in document["categories"]}
    for one in document["annotations"]:
        x, y, w, h = one["bbox"]
        row = wanted.setdefault(names[one["category_id"]], np.zeros(5))
        row += (1, x, y, x + w, y + h)
    told = opening.measure(sys.executable, getattr(opening, code), file, tmp_path / "home", "content")
    assert told["content"].keys() == wanted.keys()
    for name, row in wanted.items():
        np.testing.assert_allclose(told["content"][name], row, rtol=1e-6)


def test_a_key_held_without_a_picture_has_no_gap_and_no_rest(rows):
    (only,) = rows.holding(
        [{"pictures": 0, "pictures_per_second": 0, "longest_gap_ms": 2000, "panels_ms_after_release": 0}]
    )
    assert only.reached is False


def test_a_system_without_a_load_average_says_none(rows, monkeypatch):
    from benchmarks import __main__ as program

    monkeypatch.delattr(program.os, "getloadavg", raising=False)
    monkeypatch.setattr(program.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess((), 3, ""))
    told = program.measured("startup", rows.Benchmark("x.py", None), sys.executable, False)
    assert told == {"missing": [], "rows": [], "failed": 3}


def test_what_is_kept_is_not_measured_again(rows, monkeypatch, tmp_path):
    from benchmarks import __main__ as program

    measured = []

    def measure(name, one, peer, quick, yolov5):
        measured.append((name, peer, quick))
        return {"missing": ["x"], "rows": [] if name == "soak" else [rows.Row(name, "ms", math.inf, spread=(1, 2))]}

    monkeypatch.setattr(program, "measured", measure)
    asked = [("startup", "a", False), ("startup", "a", True), ("startup", "b", True), ("soak", "a", False)]
    for each in asked:
        first, second = (program.kept_or_measured(*each, tmp_path) for _ in range(2))
        assert [program.cells(row) for row in first["rows"]] == [program.cells(row) for row in second["rows"]]
        assert first["missing"] == second["missing"] == ["x"]
    assert measured == [*asked, asked[-1]]  # of one without rows nothing is kept
    (tmp_path / "startup.json").write_text('{\n "way"', encoding="utf-8")  # stopped while writing
    assert program.kept_or_measured(*asked[0], tmp_path)["missing"] == ["x"]
    assert measured[-1] == asked[0]


def test_what_is_kept_is_measured_again_with_other_code(rows, monkeypatch, tmp_path):
    from benchmarks import __main__ as program

    codes, measured = ["a", "a", "b", "b", "b", "c", "c"], []

    def measure(*_):
        measured.append(codes[0])
        return {"missing": [], "rows": [rows.Row("x", "ms", 1.0)]}

    monkeypatch.setattr(program, "measured", measure)
    monkeypatch.setattr(program, "code_of", lambda _root: codes.pop(0))
    for _ in range(3):  # a: before and after; b likewise; b: kept; then changed meanwhile
        program.kept_or_measured("startup", "a", False, tmp_path)
    assert (measured, codes) == (["a", "b"], ["c", "c"])
    codes[:] = ["c", "d", "c", "c"]
    for _ in range(2):
        program.kept_or_measured("startup", "a", False, tmp_path)
    assert (measured, codes) == (["a", "b", "d", "c"], [])


def test_the_code_is_every_file_below_by_name_and_content(rows, tmp_path):
    from benchmarks.__main__ import code_of

    file, seen = tmp_path / "rpn_inspector" / "core" / "a.py", set()
    file.parent.mkdir(parents=True)
    for content in (b"", b"x = 1\n", b"x = 2\n"):
        file.write_bytes(content)
        (file.parent / "a.pyc").write_bytes(content)
        seen.add(code_of(tmp_path))
    assert len(seen) == 3
    (tmp_path / "notes").write_text("beside")
    (file.parent / "a.pyc").unlink()
    assert code_of(tmp_path) in seen
    file.rename(file.with_name("b.py"))
    assert code_of(tmp_path) not in seen


def test_a_quick_run_judges_no_bar_but_a_wrong_answer(rows):
    from benchmarks.__main__ import cells, lines

    told = [rows.Row("x", "ms", 5.0, at_most=most, same=same) for most, same in ((4, True), (9, None), (9, False))]
    told.append(rows.Row("x", "ms", 5.0))
    assert [cells(row)[-2] for row in told] == ["NOT REACHED", "reached", "NOT THE SAME", ""]
    assert [cells(row, quick=True)[-2] for row in told] == ["–", "–", "NOT THE SAME", ""]
    assert "quick: no bar is judged" in lines("startup", {"missing": [], "rows": told}, quick=True)[2]


def test_a_run_that_is_stopped_writes_what_it_has_measured(rows, monkeypatch, tmp_path, capsys):
    from benchmarks import __main__ as program

    def measure(name, *_):
        if name == "growth":
            raise KeyboardInterrupt
        return {"missing": [], "rows": [rows.Row(f"row of {name}", "ms", 1.0)]}

    monkeypatch.setattr(program, "measured", measure)
    page, json_file = tmp_path / "page.md", tmp_path / "rows.json"
    asked = ["startup", "growth", "soak", "--page", str(page), "--json", str(json_file)]
    monkeypatch.setattr(sys, "argv", ["benchmarks", *asked])
    assert program.main() == 130
    said = "Stopped: growth, soak not measured."
    assert said in capsys.readouterr().out.splitlines()
    assert "row of startup" in page.read_text("utf-8")
    assert page.read_text("utf-8").splitlines()[-1] == said
    written = json.loads(json_file.read_text("utf-8"))
    assert (list(written["benchmarks"]), written["stopped"]) == (["startup"], ["growth", "soak"])
    monkeypatch.setattr(sys, "argv", ["benchmarks", "startup", *asked[3:]])
    assert program.main() == 0
    assert json.loads(json_file.read_text("utf-8"))["stopped"] == []


def test_a_peer_is_of_all_benchmarks_or_of_one(rows):
    from benchmarks.__main__ import peers_of

    peers = peers_of(["opening=/a=b/python", "torch"])
    assert (peers["opening"], peers["core"], peers_of([])["core"]) == ("/a=b/python", "torch", sys.executable)


def test_growth_and_soak_are_bounded(rows):
    curves = {"open voc, files": {"exponent": 1.1}, "inspect, pixels a side": {"exponent": 2.5}}
    assert [row.reached for row in rows.growth({"curves": curves})] == [True, False]
    grown = {"memory_mib": 2.5, "timers": 1}
    told = list(rows.soak({"steps": 10000, "slack": 3.0, "grown": grown}))
    assert [row.reached for row in told] == [True, False]
    assert told[0].work == "10,000 steps: memory"


@pytest.mark.parametrize("option", ["--json", "--page"])
def test_a_file_of_another_is_not_written_over(option, tmp_path):
    file = tmp_path / "notes"
    command = [sys.executable, "-m", "benchmarks", "--list", option, str(file)]
    file.write_text('{"benchmarks": 1}' if option == "--json" else "# Benchmarks\n\nmy own words\n")
    refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"{file}: is there and was not written by benchmarks" in refused.stderr
    subprocess.run([*command, "--force"], cwd=ROOT, capture_output=True, check=True)
    own = (
        '{"machine": "", "quick": true, "benchmarks": {}}'
        if option == "--json"
        else "# Benchmarks\n\n`python -m benchmarks`."
    )
    file.write_text(own)
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert file.read_text() == own  # --list writes nothing


@pytest.mark.parametrize("option", ["--json", "--page"])
def test_a_folder_that_is_not_there_is_refused_before_anything_is_measured(option, tmp_path):
    command = [sys.executable, "-m", "benchmarks", "--list", option, str(tmp_path / "absent" / "file")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "absent: no such folder, wanted one for file" in done.stderr
