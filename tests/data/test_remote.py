"""Datasets, outputs and reports at addresses, on fsspec's own file systems in memory and on the disk."""

import json
import subprocess
import sys

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import rpn_inspector as ri
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile, Cancelled, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.resources import resource
from rpn_inspector.data import cache, remote
from rpn_inspector.data.remote import delivered, is_address, local_path, output_path, shown, told

DEMO = resource("demo")
SECRETS = ("s3cret", "alice", "SIGNATURE")


@pytest.fixture
def memory():
    """The file system in memory, empty, with the demo's dataset and one dump in a bucket."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    system.put(str(DEMO / "annotations.json"), "/bucket/demo/annotations.json")
    for name in ("street_01_mixed.jpg", "street_02_quiet.jpg"):
        system.put(str(DEMO / "images" / name), f"/bucket/demo/images/{name}")
    dump = DEMO / "predictions" / "late.rpn"
    for file in sorted(dump.iterdir()):
        system.put(str(file), f"/bucket/late.rpn/{file.name}")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def caused(error):
    """What fsspec raises for a file of the web, whatever happened."""
    made = FileNotFoundError("https://alice:s3cret@host")
    made.__cause__ = error
    return made


def fetched_files(monkeypatch):
    """What is opened from now on, by its path there."""
    opened, plain = [], MemoryFileSystem._open

    def noted(self, path, mode="rb", **more):
        if mode == "rb":
            opened.append(path)
        return plain(self, path, mode, **more)

    monkeypatch.setattr(MemoryFileSystem, "_open", noted)
    return opened


def test_a_path_is_no_address_and_imports_nothing(tmp_path):
    for path in ("a/b", "/a://b", "C://data", "c:/x", "1s3://x", "://x", "", "~", "s3:/x"):
        assert not is_address(path)
        assert str(local_path(path)) == str(ri.open_dataset.__globals__["Path"](path))
    assert is_address("s3://bucket/x")
    code = (
        "import sys, rpn_inspector as ri\n"
        f"ri.open_dataset({str(DEMO)!r})\n"
        "sys.exit('fsspec' in sys.modules or 'requests' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_dataset_and_outputs_are_read_as_beside_them(memory):
    here = ri.open_dataset(DEMO)
    there = ri.open_dataset("memory://bucket/demo")
    assert there.names == here.names
    assert there.root.is_relative_to(cache.folder())
    assert there.root.name == "demo"
    name = "street_01_mixed.jpg"
    assert there[name].path.read_bytes() == here[name].path.read_bytes()
    outputs = ri.open_predictions("memory://bucket/late.rpn")
    one = ri.inspect(there[name], "demo", outputs[name])
    other = ri.inspect(here[name], "demo", ri.open_predictions(DEMO / "predictions" / "late.rpn")[name])
    assert one.loss.total == other.loss.total
    assert told(there.root) == "memory://bucket/demo"


def test_only_what_changed_is_fetched_again_and_what_is_gone_goes(memory, monkeypatch):
    place = local_path("memory://bucket/demo")
    opened = fetched_files(monkeypatch)
    assert local_path("memory://bucket/demo/") == place
    assert opened == []
    memory.pipe("/bucket/demo/images/street_01_mixed.jpg", b"other")
    memory.rm("/bucket/demo/images/street_02_quiet.jpg")
    local_path("memory://bucket/demo")
    assert opened == ["/bucket/demo/images/street_01_mixed.jpg"]
    assert (place / "images" / "street_01_mixed.jpg").read_bytes() == b"other"
    assert not (place / "images" / "street_02_quiet.jpg").exists()
    (place / "annotations.json").unlink()  # a cache may be deleted at any time
    local_path("memory://bucket/demo")
    assert (place / "annotations.json").is_file()


def test_an_annotation_file_alone(memory, capsys):
    dataset = ri.open_dataset("memory://bucket/demo/annotations.json")
    assert dataset.names == ri.open_dataset(DEMO).names
    assert dataset.missing == len(dataset)
    assert dataset.unread == ()
    assert main(["lint", "memory://bucket/demo/annotations.json", "--no-pictures"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("memory://bucket/demo/annotations.json: COCO, 40 images")
    assert said.err == ""
    both = ri.open_dataset("memory://bucket/demo/annotations.json", images="memory://bucket/demo/images")
    assert both["street_01_mixed.jpg"].path is not None


def test_the_disk_by_fsspec_and_by_its_own_address(tmp_path):
    by_name = ri.open_dataset(f"file://{DEMO}")
    assert by_name.root == DEMO.resolve()  # read where it is
    odd = tmp_path / "a b"
    odd.mkdir()
    assert local_path(f"file://{tmp_path}/a%20b") == odd
    assert local_path(f"file://localhost{tmp_path}/a b") == odd
    with pytest.raises(BadFile, match="names a host"):
        local_path("file://server/share")
    by_fsspec = ri.open_dataset(f"local://{DEMO}")
    assert by_fsspec.root != by_name.root
    assert by_fsspec.names == by_name.names


def test_a_cut_fetch_keeps_what_is_whole(memory, monkeypatch):
    calls = []

    def stop(done, total):
        calls.append((done, total))
        return True

    with pytest.raises(Cancelled):
        ri.open_dataset("memory://bucket/demo", progress=stop)
    assert calls[0][1] > 0
    opened = fetched_files(monkeypatch)
    ri.open_dataset("memory://bucket/demo")
    assert len(opened) <= 3  # what was whole before is kept


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("memory://bucket/none", "no such file or folder"),
        ("bogus://alice:s3cret@host/x?X-Sig=SIGNATURE", "its scheme is not known to fsspec"),
        ("ftp://alice:s3cret@127.0.0.1:1/x", r"cannot be reached \(ConnectionRefusedError\)"),
        ("memory://bucket/../../etc", "leads upwards"),
        ("simplecache::memory://bucket/demo", "no such file|does not exist"),
        ("zip://a::memory://bucket/a.zip", "is a chain of addresses"),
        ("memory://empty", "is empty|no such file"),
        ("s3://alice:s3cret@bucket/x?X-Sig=SIGNATURE#alice", "."),
        ("https://alice:s3cret@127.0.0.1:1/x.json?X-Sig=SIGNATURE", "."),
        ("memory://bucket/\x1b[31m<b>", "no such file"),
    ],
)
def test_trouble_is_a_line_without_secrets(address, words, memory, capsys):
    memory.makedirs("/empty", exist_ok=True)
    with pytest.raises(InspectorError, match=words) as error:
        ri.open_dataset(address)
    assert error.value.__cause__ is None
    for command in (["lint", address], ["inspect", address, "-i", "a", "-r", "demo"]):
        assert main(command) == 2
        line = capsys.readouterr().err
        assert line.count("\n") == 1
        assert "\x1b" not in line
        assert not any(secret in line for secret in SECRETS)


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (PermissionError(13, "x alice s3cret"), "refused"),
        (type("NoCredentialsError", (Exception,), {})("s3cret"), "refused"),
        (type("ClientConnectorError", (OSError,), {})("s3cret"), "cannot be reached"),
        (TimeoutError("s3cret"), "cannot be reached"),
        (type("E", (Exception,), {"status": 403})("s3cret"), "refused"),
        (type("E", (Exception,), {"status": 404})("s3cret"), "no such file"),
        (type("error_perm", (Exception,), {})("530 s3cret"), "refused"),
        (caused(type("E", (Exception,), {"status": 403})("s3cret")), "refused"),
        (caused(ConnectionRefusedError(111, "s3cret")), "cannot be reached"),
        (caused(type("E", (Exception,), {"status": 500})("s3cret")), "status 500"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (RuntimeError("s3cret"), r"cannot be read \(RuntimeError\)"),
    ],
)
def test_what_a_file_system_raises_in_words(raised, words, memory, monkeypatch):
    monkeypatch.setattr(MemoryFileSystem, "info", lambda self, path, **more: (_ for _ in ()).throw(raised))
    with pytest.raises(BadFile, match=words) as error:
        local_path("memory://bucket/demo")
    assert "s3cret" not in str(error.value)


@pytest.mark.parametrize("name", ["..", "../x", "a\\b", "..\\..\\x", "a\0b", "n" * 300])
def test_names_that_lead_elsewhere_are_refused(name, memory, monkeypatch, tmp_path):
    listing = [("/bucket/demo", {}, {name: {"name": f"/bucket/demo/{name}", "type": "file", "size": 1, "created": 1}})]
    monkeypatch.setattr(MemoryFileSystem, "walk", lambda self, path, **more: iter(listing))
    with pytest.raises(BadFile, match="cannot be kept here"):
        local_path("memory://bucket/demo")


def test_bounds(memory, monkeypatch):
    monkeypatch.setattr(remote, "MOST_FILES", 2)
    with pytest.raises(BadFile, match="holds more than is fetched"):
        local_path("memory://bucket/demo")
    monkeypatch.setattr(remote, "MOST_FILES", 100)
    monkeypatch.setattr(remote, "MOST_BYTES", 1000)
    with pytest.raises(BadFile, match="holds more than is fetched"):
        local_path("memory://bucket/demo")
    with pytest.raises(BadFile, match="GiB to fetch"):
        local_path("memory://bucket/demo/annotations.json")
    monkeypatch.setattr(remote, "MOST_BYTES", 1 << 30)
    monkeypatch.setattr(remote, "FREE_BYTES", 1 << 60)
    with pytest.raises(BadFile, match="are free here"):
        local_path("memory://bucket/demo/annotations.json")
    monkeypatch.setattr(remote, "_check_room", lambda *_: None)
    with pytest.raises(BadFile, match="larger than"):  # as a stream without end, of which no size is said
        local_path("memory://bucket/demo/annotations.json")


@pytest.mark.parametrize(("size", "words"), [(3, "larger than it was said to be"), (10**6, "ended early"), (None, "")])
def test_a_listing_that_lies(size, words, memory, monkeypatch):
    memory.pipe("/bucket/bomb.json", b"[" * 5000)
    plain = MemoryFileSystem.info
    monkeypatch.setattr(MemoryFileSystem, "info", lambda self, path, **more: plain(self, path, **more) | {"size": size})
    monkeypatch.setattr(remote, "MOST_BYTES", 10**7)
    if not words:
        assert local_path("memory://bucket/bomb.json").stat().st_size == 5000
        monkeypatch.setattr(remote, "MOST_BYTES", 4000)
        memory.pipe("/bucket/bomb.json", b"[" * 5001)
        words = "larger than it was said to be"
    with pytest.raises(BadFile, match=words):
        local_path("memory://bucket/bomb.json")
    assert list((cache.folder() / "remote").rglob("*.part")) == []


def test_the_cache_keeps_the_newest(memory, monkeypatch):
    first = local_path("memory://bucket/demo")
    monkeypatch.setattr(remote, "KEPT_BYTES", 0)
    local_path("memory://bucket/late.rpn")
    assert first.exists()  # another process may be reading it
    monkeypatch.setattr(remote, "UNSETTLED", -1.0)
    newest = local_path("memory://bucket/late.rpn")
    assert newest.exists()
    assert not first.exists()


def test_no_secret_is_in_the_cache(memory):
    assert shown("s3://alice:s3cret@bucket/a?X-Sig=SIGNATURE#x") == "s3://bucket/a"
    memory.put(str(DEMO / "annotations.json"), "/alice:s3cret@bucket/a.json")
    place = local_path("memory://alice:s3cret@bucket/a.json")
    kept = [*map(str, cache.folder().rglob("*")), (place.parents[1] / "fetched.json").read_text(), told(place)]
    assert not any(secret in text for text in kept for secret in SECRETS)
    one, other = (remote._place(f"https://h/d.json?id={number}") for number in (1, 2))
    assert one.name == other.name == "d.json"
    assert one != other


def test_reports_are_sent_and_nothing_is_written_over(memory, capsys):
    asked = ["audit", "memory://bucket/demo", "-r", "demo", "--output", "memory://out/audit"]
    assert main(asked) == 0
    said = capsys.readouterr().err
    assert "memory://out/audit: audit.json" in said
    made = json.loads(memory.cat("/out/audit/audit.json"))
    assert (made["what"], made["dataset"]) == ("audit", "memory://bucket/demo")
    assert "memory://bucket/demo" in memory.cat("/out/audit/summary.md").decode()
    assert str(cache.folder()) not in memory.cat("/out/audit/summary.md").decode()
    before = memory.cat("/out/audit/audit.json")
    assert main([*asked, "--overwrite"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert memory.cat("/out/audit/audit.json") == before
    assert main(["audit", "memory://bucket/demo", "-r", "demo", "-o", "memory://bucket/demo/audit"]) == 2
    assert "is inside what is read" in capsys.readouterr().err
    boxes = ["export", "memory://bucket/demo", "-r", "demo", "-p", "memory://bucket/late.rpn", "-f", "coco"]
    assert main([*boxes, "-o", "memory://out/boxes.json"]) == 0
    assert json.loads(memory.cat("/out/boxes.json"))
    assert memory.exists("/out/boxes.json.provenance.json")


def test_a_failed_sending_leaves_nothing(memory, monkeypatch):
    place = output_path("memory://out/folder")
    place.mkdir()
    (place / "a").write_text("a")
    (place / "b").write_text("b")
    plain = MemoryFileSystem.put_file

    def full(self, lpath, rpath, **more):
        if rpath.endswith("/b"):
            raise OSError(28, "No space left on device")
        plain(self, lpath, rpath, **more)

    monkeypatch.setattr(MemoryFileSystem, "put_file", full)
    with pytest.raises(BadFile, match="No space left"):
        delivered(place)
    assert memory.find("/out") == []
    assert not place.exists()
    with pytest.raises(BadFile, match="nothing is written"):
        output_path("https://127.0.0.1:1/x")


def test_without_fsspec_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtra, match=r"rpn-inspector\[remote\]"):
        local_path("memory://bucket/demo")


def test_folders_without_end(memory, monkeypatch):
    monkeypatch.setattr(remote, "DEEPEST", 2)
    memory.pipe("/deep/a/b/c.json", b"{}")
    assert (local_path("memory://deep") / "a" / "b" / "c.json").is_file()
    memory.pipe("/deep/a/b/c/d.json", b"{}")
    with pytest.raises(BadFile, match="more than 2 deep"):
        local_path("memory://deep")


def test_a_training_is_followed_on_this_machine_alone(memory, capsys):
    assert main(["open", "memory://bucket/late.rpn", "--follow"]) == 2
    assert "memory://bucket/late.rpn is an address" in capsys.readouterr().err
