"""Datasets, outputs and reports at addresses, on fsspec's own file systems in memory and on the disk."""

import io
import json
import shutil
import subprocess
import sys
from types import SimpleNamespace

import fsspec
import pytest
from fsspec import AbstractFileSystem
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.registry import _registry

import rpn_inspector as ri
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import BadFile, Cancelled, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.resources import resource
from rpn_inspector.data import cache
from rpn_inspector.data.remote import fetching, kept, known
from rpn_inspector.data.remote.addresses import is_address, shown
from rpn_inspector.data.remote.fetching import local_path
from rpn_inspector.data.remote.known import told
from rpn_inspector.data.remote.sending import check_apart, delivered, output_path

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
    assert ri.open_dataset(f"local://{DEMO}").root == by_name.root
    assert output_path(f"local://{odd}/new.json") == odd / "new.json"


def test_no_spelling_leads_into_what_is_read(memory, tmp_path, capsys):
    here = shutil.copytree(DEMO, tmp_path / "demo")
    before = sorted(here.rglob("*"))
    assert main(["lint", str(here), "--findings", f"local://{here}/f.json"]) == 2
    assert "is inside the dataset" in capsys.readouterr().err
    assert sorted(here.rglob("*")) == before
    for source in ("memory://bucket/demo", "memory:///bucket/demo/"):
        for output in ("memory:///bucket/demo/new.json", "memory://bucket/demo/new"):
            local_path(source)
            with pytest.raises(BadFile, match="is inside what is read"):
                output_path(output)
            known.read.clear()
    staged = output_path("memory:///bucket/demo/new.json")  # asked for before the dataset is fetched
    with pytest.raises(BadFile, match="is inside what is read"):
        local_path("memory://bucket/demo")
    assert delivered(staged) == str(staged)  # given up
    local_path("memory://bucket/demo")
    assert output_path("memory://bucket/demo-2.json").name == "demo-2.json"


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
        ("ftp://[::1]:1/x", r"cannot be rea(ched|d)"),
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
    monkeypatch.setattr(fetching, "MOST_FILES", 2)
    with pytest.raises(BadFile, match="holds more than is fetched"):
        local_path("memory://bucket/demo")
    monkeypatch.setattr(fetching, "MOST_FILES", 100)
    monkeypatch.setattr(kept, "MOST_BYTES", 1000)
    with pytest.raises(BadFile, match="holds more than is fetched"):
        local_path("memory://bucket/demo")
    with pytest.raises(BadFile, match="GiB to fetch"):
        local_path("memory://bucket/demo/annotations.json")
    monkeypatch.setattr(kept, "MOST_BYTES", 1 << 30)
    monkeypatch.setattr(kept, "FREE_BYTES", 1 << 60)
    with pytest.raises(BadFile, match="are free here"):
        local_path("memory://bucket/demo/annotations.json")
    monkeypatch.setattr(kept, "check_room", lambda *_: None)
    with pytest.raises(
        BadFile, match="brings more than fits here"
    ):  # as a stream without end, of which no size is said
        local_path("memory://bucket/demo/annotations.json")


@pytest.mark.parametrize(("size", "words"), [(3, "larger than it was said to be"), (10**6, "ended early"), (None, "")])
def test_a_listing_that_lies(size, words, memory, monkeypatch):
    memory.pipe("/bucket/bomb.json", b"[" * 5000)
    plain = MemoryFileSystem.info
    monkeypatch.setattr(MemoryFileSystem, "info", lambda self, path, **more: plain(self, path, **more) | {"size": size})
    monkeypatch.setattr(kept, "MOST_BYTES", 10**7)
    if not words:
        assert local_path("memory://bucket/bomb.json").stat().st_size == 5000
        monkeypatch.setattr(kept, "MOST_BYTES", 4000)
        memory.pipe("/bucket/bomb.json", b"[" * 5001)
        words = r"bomb\.json brings more than the \d+ GiB that are fetched"
    with pytest.raises(BadFile, match=words):
        local_path("memory://bucket/bomb.json")
    assert list((cache.folder() / "remote").rglob("*.part")) == []


class Web(AbstractFileSystem):
    """A web whose HEAD says ``told`` bytes; like fsspec's own it reads as many at most, unless the body is streamed."""

    protocol = ("http", "https")
    body, told = b"", 0

    def info(self, path, **more):
        return {"name": path, "type": "file", "size": self.told}

    def _open(self, path, mode="rb", block_size=None, size=None, headers=None, **more):
        return io.BytesIO(self.body if block_size == 0 else self.body[: size or self.told])


@pytest.mark.parametrize(("told", "words"), [(7, "larger than it was said to be"), (9999, "ended early, at 5,000")])
def test_a_web_that_says_another_size_than_it_sends(told, words, memory, monkeypatch):
    monkeypatch.setitem(_registry, "https", Web)
    monkeypatch.setattr(Web, "body", b"[" * 5000)
    monkeypatch.setattr(Web, "told", 5000)
    assert local_path("https://h/whole.json").stat().st_size == 5000
    monkeypatch.setattr(Web, "told", told)
    with pytest.raises(BadFile, match=words):
        local_path("https://h/other.json")


def test_the_cache_keeps_the_newest(memory, monkeypatch):
    known.read.clear()
    first = local_path("memory://bucket/demo")
    monkeypatch.setattr(kept, "KEPT_BYTES", 0)
    local_path("memory://bucket/late.rpn")
    assert first.exists()  # another process may be reading it
    monkeypatch.setattr(kept, "UNSETTLED", -1.0)
    newest = local_path("memory://bucket/late.rpn")
    assert first.exists()  # this process has it open
    known.read.clear()  # as another process
    local_path("memory://bucket/late.rpn")
    assert newest.exists()
    assert not first.exists()


def test_no_secret_is_in_the_cache(memory):
    assert shown("s3://alice:s3cret@bucket/a?X-Sig=SIGNATURE#x") == "s3://bucket/a"
    memory.put(str(DEMO / "annotations.json"), "/alice:s3cret@bucket/a.json")
    place = local_path("memory://alice:s3cret@bucket/a.json")
    texts = [*map(str, cache.folder().rglob("*")), (place.parents[1] / "fetched.json").read_text(), told(place)]
    assert not any(secret in text for text in texts for secret in SECRETS)
    one, other = (kept.place_of(f"https://h/d.json?id={number}") for number in (1, 2))
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
    with pytest.raises(BadFile, match=rf"No space left on device\); what was written is kept at {place}"):
        delivered(place)
    assert memory.find("/out") == []
    assert (place / "a").read_text() == "a"  # it may have taken hours
    monkeypatch.setattr(MemoryFileSystem, "put_file", plain)
    again = output_path("memory://out/folder")
    shutil.copytree(place, again)
    assert delivered(again) == "memory://out/folder"
    assert not again.parent.exists()
    assert memory.cat("/out/folder/b") == b"b"
    shutil.rmtree(place.parent)
    with pytest.raises(BadFile, match="nothing is written"):
        output_path("https://127.0.0.1:1/x")


@pytest.mark.parametrize("late", [False, True])
def test_what_another_puts_there_in_between_stays(late, memory, monkeypatch):
    place = output_path("memory://out/folder")
    place.mkdir()
    for name in "abc":
        (place / name).write_text("ours")
    plain = MemoryFileSystem.put_file

    def with_another(self, lpath, rpath, mode="overwrite", **more):
        if late and rpath.endswith("/b"):
            self.pipe_file(rpath, b"theirs")
        plain(self, lpath, rpath, mode=mode, **more)
        if not late and rpath.endswith("/a"):
            self.pipe_file("/out/folder/b", b"theirs")

    monkeypatch.setattr(MemoryFileSystem, "put_file", with_another)
    with pytest.raises(BadFile, match="is there already"):
        delivered(place)
    assert memory.find("/out") == ["/out/folder/b"]
    assert memory.cat("/out/folder/b") == b"theirs"
    shutil.rmtree(place.parent)


def test_two_addresses_have_two_places():
    for one, other in (
        ("memory://v#1", "memory://v#2"),
        ("abfs://train@acc/d", "abfs://test@acc/d"),
        ("github://org:repo1@main/d", "github://org:repo2@main/d"),
        ("https://h/d?id=1", "https://h/d?id=2"),
        ("sftp://alice@h/d", "sftp://bob@h/d"),  # each may see another root
    ):
        assert kept.place_of(one) != kept.place_of(other)
    assert kept.place_of("sftp://alice:one@h/d/") == kept.place_of("sftp://alice:two@h/d")
    assert shown("abfs://train@acc/d?x") == "abfs://train@acc/d"


@pytest.mark.parametrize("password", ["p", "p#ss", "pa/ss", "p?s", "#", "/", "p@ss"])
def test_no_password_is_shown(password):
    assert shown(f"sftp://user:{password}@host:22/x#y") == "sftp://host:22/x"
    assert shown("https://host:8000/a@2x.png") == "https://host:8000/a@2x.png"
    assert shown("https://[::1]:8000/a@2x.png") == "https://[::1]:8000/a@2x.png"


def test_a_body_too_long_tells_no_token(memory, tmp_path):
    memory.pipe("/x.zip?token=SECRET", b"12345")
    address = "https://h/x.zip?token=SECRET"
    for size, most in ((3, 100), (None, 3)):
        copying = fetching._Copying(memory, address, most)
        copying._system = SimpleNamespace(
            protocol="http", kwargs={}, open=lambda *_, **more: memory.open("/x.zip?token=SECRET")
        )
        with pytest.raises(BadFile, match=r"^https://h/x\.zip: x\.zip [a-z ]+") as error:
            copying.copy(fetching._File(address, size, ""), tmp_path / "x.zip")
        assert "SECRET" not in str(error.value)


def test_links_are_followed_or_refused(memory, monkeypatch):
    plain = MemoryFileSystem.ls

    def with_link(self, path, detail=True, **more):
        found = plain(self, path, detail=True, **more)
        link = [each | {"type": "link", "size": 7} if "street_02" in each["name"] else each for each in found]
        return link if detail else [each["name"] for each in found]

    monkeypatch.setattr(MemoryFileSystem, "ls", with_link)
    place = local_path("memory://bucket/demo")
    assert (place / "images/street_02_quiet.jpg").read_bytes() == (DEMO / "images/street_02_quiet.jpg").read_bytes()
    info = MemoryFileSystem.info
    monkeypatch.setattr(MemoryFileSystem, "info", lambda self, path: info(self, path) | {"type": "directory"})
    with pytest.raises(BadFile, match=r"'images/street_02_quiet\.jpg' is no file, nor a link to one"):
        local_path("memory://bucket/demo")


def test_the_time_of_a_look_changes_nothing():
    facts = {"name": "/a", "size": 1, "type": "file", "mtime": 5}
    one, other = (fetching._File.of(facts | {"time": when}) for when in (1, 2))
    assert one == other
    assert one != fetching._File.of(facts | {"mtime": 6})


def test_a_layout_may_change(memory, monkeypatch):
    def read(address):
        place = local_path(address)
        return {each.relative_to(place).as_posix() for each in place.rglob("*") if each.is_file()}

    memory.pipe("/d/a/b", b"1")
    memory.pipe("/d/c", b"1")
    assert read("memory://d") == {"a/b", "c"}
    memory.rm("/d/a", recursive=True)
    memory.rm("/d/c")
    memory.pipe("/d/a", b"2")
    memory.pipe("/d/c/d/e", b"2")
    assert read("memory://d") == {"a", "c/d/e"}
    memory.pipe("/e", b"3")
    assert local_path("memory://e").read_bytes() == b"3"
    memory.rm("/e")
    memory.pipe("/e/f", b"4")
    assert read("memory://e") == {"f"}
    memory.rm("/e", recursive=True)
    memory.pipe("/e", b"5")
    assert local_path("memory://e").read_bytes() == b"5"
    facts = {"type": "file", "size": 1, "created": 1}  # as a bucket may have it
    names = [("/d/c/d", {}, {"e": facts | {"name": "/d/c/d/e"}}), ("/d/c/d/e/f", {}, {"g": facts | {"name": "x"}})]
    monkeypatch.setattr(MemoryFileSystem, "walk", lambda self, path, **more: iter(names))
    with pytest.raises(BadFile, match=r"holds a file and a folder called 'c/d/e'"):
        local_path("memory://d")


def test_what_lies_in_a_fetched_folder_is_told_by_address(memory, capsys):
    memory.copy("/bucket/late.rpn", "/bucket/run/late.rpn", recursive=True)
    run = "memory://bucket/run"
    assert main(["audit", "memory://bucket/demo", "-p", run, "-o", "memory://out/audit", "--json"]) == 0
    said = capsys.readouterr()
    made = json.loads(memory.cat("/out/audit/audit.json"))
    assert made["predictions"]["path"].startswith(run)
    written = [memory.cat(each).decode(errors="replace") for each in memory.find("/out")]
    assert f"{run}" in said.err
    assert not any(str(cache.folder()) in text for text in (said.out, said.err, *written))
    assert told(local_path(run) / "late.rpn") == f"{run}/late.rpn"


def test_nothing_is_fetched_for_arguments_that_are_wrong(memory, monkeypatch, capsys):
    opened = fetched_files(monkeypatch)
    asked = "memory://bucket/demo"
    assert main(["audit", asked, "-r", "nope"]) == 2
    assert main(["audit", asked, "-r", "demo", "--against", "nope"]) == 2
    assert main(["export", asked, "-r", "demo", "-f", "coco", "-o", "x.json"]) == 2
    assert "--predictions" in capsys.readouterr().err
    assert opened == []


def test_without_fsspec_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtra, match=r"rpn-inspector\[remote\]"):
        local_path("memory://bucket/demo")


def test_folders_without_end(memory, monkeypatch):
    monkeypatch.setattr(fetching, "DEEPEST", 2)
    memory.pipe("/deep/a/b/c.json", b"{}")
    assert (local_path("memory://deep") / "a" / "b" / "c.json").is_file()
    memory.pipe("/deep/a/b/c/d.json", b"{}")
    with pytest.raises(BadFile, match="more than 2 deep"):
        local_path("memory://deep")


def test_a_training_is_followed_on_this_machine_alone(memory, capsys):
    assert main(["open", "memory://bucket/late.rpn", "--follow"]) == 2
    assert "memory://bucket/late.rpn is an address" in capsys.readouterr().err


@pytest.mark.parametrize("names", [("x", "x"), ("x", "x/"), ("x", "x/f.json"), ("x/f.json", "x")])
def test_outputs_at_addresses_clash_there(names, memory, tmp_path):
    one, other = (output_path(f"memory://b/{name}") for name in names)
    with pytest.raises(BadFile, match=r"^memory://b/+x.* choose another place for --"):
        check_apart({"--output": one, "--findings": other})
    check_apart({"--output": one, "--findings": output_path("memory://b/x-2"), "--save-recipe": tmp_path / "x"})
