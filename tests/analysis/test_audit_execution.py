"""Work units computed anywhere and again: the same bytes, nothing lost when a worker or the program is killed."""

import dataclasses
import multiprocessing
import os
import signal
import subprocess
import sys
import threading

import numpy as np
import pytest
from test_audit_counts import dataset_of

from rpn_inspector.analysis.audit import fingerprint, worker_pool
from rpn_inspector.analysis.audit.annotation_columns import annotations_of
from rpn_inspector.analysis.audit.audit import audit
from rpn_inspector.analysis.audit.counting import count
from rpn_inspector.analysis.audit.document import document
from rpn_inspector.analysis.audit.execution import Here, Processes
from rpn_inspector.analysis.audit.kept_units import Kept, KeptParts, file_of, load, store
from rpn_inspector.analysis.audit.units import units_of
from rpn_inspector.analysis.audit.worker_pool import WorkerPool
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.cache import folder
from rpn_inspector.data.datasets.dataset import Cancelled
from rpn_inspector.data.datasets.open_dataset import open_dataset

RECIPE = load_recipe("torchvision-mobilenet-320")


@pytest.fixture
def small_units(monkeypatch):
    monkeypatch.setattr("rpn_inspector.analysis.audit.units.MOST_BOXES", 5)


def same(one, other):
    for field in dataclasses.fields(one):
        mine = getattr(one, field.name)
        if isinstance(mine, np.ndarray):
            assert mine.tobytes() == getattr(other, field.name).tobytes(), field.name
    assert document(one, times=False) == document(other, times=False)


def kept_files():
    return sorted((folder() / "audit").glob("*")) if (folder() / "audit").exists() else []


class Counting(Here):
    """Counts the units computed."""

    computed = 0

    def completed(self):
        for result in super().completed():
            self.computed += 1
            yield result


def test_what_is_finished_is_not_computed_again_and_gone_at_the_end(tmp_path, small_units):
    dataset = dataset_of(tmp_path)
    whole = audit(dataset, RECIPE)
    with pytest.raises(Cancelled):
        audit(dataset, RECIPE, execution=Kept(Here(), resume=False), progress=lambda done, total: done >= 4)
    there = len(kept_files())
    assert there > 1
    counting, parts = Counting(), KeptParts(resume=True)
    same(whole, audit(dataset, RECIPE, execution=parts.around(counting)))
    units = len(units_of(annotations_of(dataset), RECIPE)[0])
    assert (parts.found, counting.computed) == (there, units - there)
    assert len(kept_files()) == units  # the report may still be to write
    parts.forget()
    assert kept_files() == []


@pytest.mark.parametrize("step", ["suggest.suggestions_document", "comparison.comparison_document", "folder"])
def test_what_is_counted_is_kept_until_the_command_ends(tmp_path, small_units, monkeypatch, capsys, step):
    """Killed while suggestions are told, another recipe is compared or the report is written."""

    class Killed(BaseException):
        pass

    def killed(*_, **__):
        raise Killed

    def count_again(unit, recipe):
        raise AssertionError("counted again")

    # a search over a sample has no parts to keep
    monkeypatch.setattr("rpn_inspector.analysis.audit.suggest._searched", lambda found, step: found.recipe)
    place = "report.folder.write_folder" if step == "folder" else f"audit.{step}"
    wishes = ["audit", str(resource("demo")), "-r", "demo", "--workers", "1", "--output", str(tmp_path / "out")]
    own = {"comparison.comparison_document": ["--against", "torchvision-fpn"]}
    wishes += own.get(step, ["--save-recipe", str(tmp_path / "better.toml")])
    with monkeypatch.context() as patched:
        patched.setattr(f"rpn_inspector.analysis.{place}", killed)
        with pytest.raises(Killed):
            main(wishes)
    assert list(tmp_path.iterdir()) == []
    there = len(kept_files())
    with monkeypatch.context() as patched:
        patched.setattr("rpn_inspector.analysis.audit.counting.count", count_again)
        assert main([*wishes, "--resume"]) == 0
    assert f"{there:,} parts were there already" in capsys.readouterr().err
    assert kept_files() == []


def test_another_recipe_dataset_or_version_takes_nothing(tmp_path, small_units, monkeypatch):
    dataset = dataset_of(tmp_path)
    with pytest.raises(Cancelled):
        audit(dataset, RECIPE, execution=Kept(Here(), resume=False), progress=lambda done, total: done >= 4)
    other = dataclasses.replace(RECIPE, matcher=dataclasses.replace(RECIPE.matcher, positive=0.6))
    for recipe, data in ((other, dataset), (RECIPE, dataset_of(tmp_path, seed=9))):
        kept = Kept(Here(), resume=True)
        same(audit(data, recipe), audit(data, recipe, execution=kept))
        assert kept.found == 0
    monkeypatch.setattr(fingerprint, "__version__", "9.9")
    kept = Kept(Here(), resume=True)
    audit(dataset, RECIPE, execution=kept)
    assert kept.found == 0


def test_a_result_comes_back_from_disk_as_it_was(tmp_path, small_units):
    unit = units_of(annotations_of(dataset_of(tmp_path)), RECIPE)[0][2]
    where = Here()
    where.submit([unit], RECIPE)
    counts, file = next(iter(where.completed())), file_of(unit, RECIPE)
    store(file, counts)
    back = load(file, unit)
    for name in ("gt", "by_level", "owner", "best_level"):
        assert getattr(back, name).tobytes() == getattr(counts, name).tobytes()
        assert getattr(back, name).dtype == getattr(counts, name).dtype
    assert set(back.per_gt) == set(counts.per_gt)
    assert set(back.found) == set(counts.found)
    assert back.targets.squares.tobytes() == counts.targets.squares.tobytes()
    foreign = file.with_stem("0" * 32)
    foreign.write_bytes(file.read_bytes())
    assert load(foreign, unit) is None  # of another unit
    file.write_bytes(file.read_bytes()[:-40])  # torn
    assert load(file, unit) is None
    file.write_bytes(b"no archive")
    assert load(file, unit) is None
    assert load(tmp_path / "none.npz", unit) is None


def test_a_full_or_read_only_cache_stops_no_audit(tmp_path, small_units, monkeypatch):
    dataset = dataset_of(tmp_path)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("numpy.savez", full)
    same(audit(dataset, RECIPE), audit(dataset, RECIPE, execution=Kept(Here(), resume=True)))


@pytest.mark.parametrize("own", [False, True], ids=["all spawned", "this process too"])
def test_a_killed_worker_loses_nothing(tmp_path, small_units, own):
    """All spawned processes are killed after the first result, whatever they are at."""
    dataset = dataset_of(tmp_path)
    units, _ = units_of(annotations_of(dataset), RECIPE)
    alone = {counts.number: counts for counts in computed_here(units)}
    with WorkerPool(2, count, RECIPE, own) as pool:
        results = pool.results(iter(units))
        found = [next(results)]
        killed = [worker.process.pid for worker in pool.workers if worker.process.pid is not None]
        assert len(killed) == 2 - own
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        found += results
        assert not {worker.process.pid for worker in pool.workers} & set(killed)
        # what killed a process is not done again in this one
        assert multiprocessing.active_children()
        pool.workers[0].unit = units[0]  # as if one computed while the audit is stopped
    assert not multiprocessing.active_children()
    assert not [thread for thread in threading.enumerate() if isinstance(thread, worker_pool._Own)]
    assert sorted(counts.number for counts in found) == sorted(alone)
    for counts in found:
        assert counts.gt.tobytes() == alone[counts.number].gt.tobytes()
        assert counts.positives.tobytes() == alone[counts.number].positives.tobytes()


def computed_here(units):
    where = Here()
    where.submit(units, RECIPE)
    return where.completed()


def kill_the_process(unit, recipe):
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(unit, recipe):
    raise InspectorError(f"unit {unit.number} is refused")


@pytest.mark.parametrize(("work", "said"), [(kill_the_process, "ended 2 times"), (refuse, "unit 0 is refused")])
def test_a_unit_that_cannot_be_computed_ends_with_one_line_and_all_processes(tmp_path, monkeypatch, work, said):
    monkeypatch.setattr(worker_pool, "ATTEMPTS", 2)
    dataset = dataset_of(tmp_path)
    with pytest.raises(InspectorError, match=said):
        audit(dataset, RECIPE, execution=Processes(1, work))
    assert not multiprocessing.active_children()


def test_a_script_without_a_guard_is_run_once(tmp_path):
    """Spawned processes do not run the program's script again, which would start processes of its own."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nimport rpn_inspector as ri\n"
        "print('run')\n"
        "found = ri.audit(ri.open_dataset(sys.argv[1]), 'demo', workers=2)\n"
        "print(found.processes, int(found.positives.sum()))\n"
    )
    ran = subprocess.run(
        [sys.executable, str(script), str(resource("demo"))], capture_output=True, text=True, check=True, timeout=120
    )
    positives = int(audit(open_dataset(resource("demo")), "demo").positives.sum())
    assert ran.stdout.split() == ["run", "2", str(positives)]


def test_a_cluster_of_dask_gives_the_same_bytes_also_when_a_worker_is_killed(tmp_path, small_units):
    pytest.importorskip("distributed")
    from rpn_inspector.analysis.audit.dask_cluster import DaskCluster

    class Cluster(DaskCluster):
        def completed(self):
            for number, counts in enumerate(super().completed()):
                if number == 1:
                    os.kill(next(iter(self._cluster.workers.values())).pid, signal.SIGKILL)
                yield counts

    dataset = dataset_of(tmp_path)
    same(audit(dataset, RECIPE), audit(dataset, RECIPE, execution=Cluster(workers=2)))


def test_no_scheduler_is_one_line(capsys):
    pytest.importorskip("distributed")
    code = main(["audit", str(resource("demo")), "-r", "demo", "--dask", "nonsense://x"])
    error = capsys.readouterr().err
    assert code == 2
    assert "--dask nonsense://x: no scheduler answers" in error
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (["--dask", "--json"], "local"),
        (["--json", "--dask"], "local"),
        (["--dask", "tcp://10.0.0.1:8786", "--json"], "tcp://10.0.0.1:8786"),
        (["--dask", "host-1:8786", "--json"], "host-1:8786"),
        (["--dask=tls://[::1]:1", "--json"], "tls://[::1]:1"),
    ],
)
def test_the_address_of_a_cluster_may_be_left_out(monkeypatch, capsys, arguments, address):
    asked = []

    class Cluster(Here):
        def doing(self, work):
            return self

        def close(self):
            pass

    def cluster(address, workers):
        asked.append(address)
        return Cluster()

    monkeypatch.setattr("rpn_inspector.cli.audit_executions._cluster", cluster)
    assert main(["audit", *arguments[:1], *arguments[1:], "-r", "demo", str(resource("demo"))]) == 0
    assert main(["audit", str(resource("demo")), "-r", "demo", *arguments]) == 0
    assert asked == [address] * 2
    capsys.readouterr()


def test_without_dask_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    from rpn_inspector.analysis.audit.dask_cluster import DaskCluster

    with pytest.raises(MissingExtra, match=r'pip install "rpn-inspector\[dask\]"'):
        DaskCluster()


SLOW = """
import sys, time
from rpn_inspector.analysis.audit import counting, units
from rpn_inspector.cli.program import main
units.MOST_BOXES = 5
count = counting.count
def slowly(unit, recipe):
    if unit.number >= 3:
        print("waiting", file=sys.stderr, flush=True)
        time.sleep(600)
    return count(unit, recipe)
counting.count = slowly
sys.exit(main(["audit", *sys.argv[1:]]))
"""


def test_a_killed_program_goes_on_where_it_was(small_units, capsys):
    """Killed, then ended by a signal, each time after three parts: what it had finished is there, and taken."""
    command = [sys.executable, "-c", SLOW]
    wishes = [str(resource("demo")), "-r", "demo", "--json"]
    for number in (signal.SIGKILL, signal.SIGTERM):
        program = subprocess.Popen([*command, *wishes], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert "waiting" in program.stderr.readline()
        program.send_signal(number)
        program.communicate(timeout=60)
        assert len(kept_files()) == 3, number
    assert main(["audit", *wishes, "--resume"]) == 0
    again = capsys.readouterr()
    assert "3 parts were there already" in again.err
    assert kept_files() == []
    assert main(["audit", *wishes]) == 0
    assert without_times(again.out) == without_times(capsys.readouterr().out)


def without_times(text):
    return [line for line in text.splitlines() if '"seconds"' not in line and '"images_per_second"' not in line]
