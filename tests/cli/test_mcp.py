"""The server for agents, asked by the SDK's own client: the commands' answers, and nothing outside its folders."""

import asyncio
import json
import shutil
import subprocess
import sys

import pytest
from mcp import Client

import rpn_inspector as ri
from rpn_inspector.cli import mcp
from rpn_inspector.cli.program import main
from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.regular_file import OUTSIDE
from rpn_inspector.core.resources import resource

DEMO = resource("demo")
PICTURE = {"dataset": ".", "image": "street_01_mixed", "recipe": "demo"}


def ask(folder, *calls):
    """Return the answers of a server of ``folder``: a document, or the line of an error."""

    async def talk():
        async with Client(mcp.server_of([folder])) as client:
            found = [await client.call_tool(name, arguments) for name, arguments in calls]
            return [
                one.content[0].text if one.is_error else json.loads(json.dumps(one.structured_content)) for one in found
            ]

    return asyncio.run(talk())


def test_the_tools_say_what_they_are_for():
    async def talk():
        async with Client(mcp.server_of([DEMO])) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool.description for tool in asyncio.run(talk())}
    assert set(tools) == {
        "recipes", "recipes_diff", "inspect", "explain", "explain_ground_truth", "lint", "audit",
    }  # fmt: skip
    assert all(tools.values())


def test_answers_are_those_of_the_commands(capsys):
    late = "predictions/late.rpn"
    whole, one, anchor, diff, lint, audit = ask(
        DEMO,
        ("inspect", PICTURE | {"predictions": late}),
        ("explain_ground_truth", PICTURE | {"number": 2}),
        ("explain", PICTURE | {"anchor": 400, "predictions": late}),
        ("recipes_diff", {"a": "torchvision-fpn", "b": "mmdet-fpn"}),
        ("lint", {"dataset": "."}),
        ("audit", {"dataset": ".", "recipe": "demo"}),
    )
    command = ["inspect", str(DEMO), "-i", "street_01_mixed", "-r", "demo"]
    assert main([*command, "-p", str(DEMO / late), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert {key: whole[key] for key in ("positive", "loss", "proposals", "ground_truth")} == {
        key: printed[key] for key in ("positive", "loss", "proposals", "ground_truth")
    }
    assert main([*command, "--json"]) == 0
    assert one == json.loads(capsys.readouterr().out)["ground_truth"][1]
    dataset = ri.open_dataset(DEMO)
    found = ri.inspect(dataset[0], "demo", ri.open_predictions(DEMO / late)[dataset[0].name])
    assert anchor["why"] == found.explain(400).why
    assert [row["name"] for row in anchor["coding"]] == list("xywh")
    assert main(["recipes", "diff", "torchvision-fpn", "mmdet-fpn", "--json"]) == 0
    assert diff["differences"] == json.loads(capsys.readouterr().out)["differences"]
    assert lint["boxes"] == audit["boxes"] == dataset.gt_total


def test_lists_are_cut_and_say_so():
    assert mcp._cut({"a": list(range(60))})["a"] == [*range(50), "and 10 more"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("lint", {"dataset": "/"}, "/: lies outside the folders that may be read"),
        ("lint", {"dataset": "../.."}, "../..: lies outside the folders that may be read"),
        ("lint", {"dataset": "link"}, "link: lies outside the folders that may be read"),
        ("lint", {"dataset": "yolo"}, "yolo: lies outside the folders that may be read"),
        ("lint", {"dataset": "a\0b"}, "path: found a NUL letter, wanted a path"),
        ("inspect", PICTURE | {"recipe": "/x.toml"}, "/x.toml: lies outside"),
        ("inspect", PICTURE | {"image": "no"}, "holds no image 'no'"),
        ("explain_ground_truth", PICTURE | {"number": 99}, "number: found 99, wanted 1 to 10"),
    ],
)
def test_what_cannot_be_answered_is_one_line(tmp_path, name, arguments, said):
    inside, outside = tmp_path / "in", tmp_path / "out"
    outside.mkdir()
    (inside / "yolo").mkdir(parents=True)
    (inside / "link").symlink_to(DEMO.parent)
    picture = next((DEMO / "images").glob("*.jpg")).read_bytes()
    (outside / "images").mkdir()
    (outside / "labels").mkdir()
    (outside / "images" / "a.jpg").write_bytes(picture)
    (outside / "labels" / "a.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    (inside / "yolo" / "data.yaml").write_text(f"path: {outside}\ntrain: images\nnames: [x]\n")
    (answer,) = ask(DEMO if arguments["dataset"] == "." else inside, (name, arguments))
    assert said in answer
    assert "\n" not in answer


@pytest.mark.parametrize("name", ["../b.jpg", "link/b.jpg", "{}/b.jpg"])
def test_nothing_is_told_of_a_picture_outside(tmp_path, name):
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "b.jpg").write_bytes(next((DEMO / "images").glob("*.jpg")).read_bytes())
    (inside / "link").symlink_to(tmp_path)
    document = {
        "images": [{"id": 1, "file_name": name.format(tmp_path), "width": 64, "height": 48}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 30, 40]}],
        "categories": [{"id": 1, "name": "x"}],
    }
    (inside / "a.json").write_text(json.dumps(document))
    (lint,) = ask(inside, ("lint", {"dataset": "a.json"}))
    # a dataset whose pictures stand above its annotations is opened from above, and refused
    if isinstance(lint, str):
        assert lint.endswith("a.json: lies outside the folders that may be read")
    else:
        assert (lint["kinds"]["missing_picture"]["count"], lint["kinds"]["size_mismatch"]["count"]) == (1, 0)


def test_links_and_recipes_lead_to_no_file_outside(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    shutil.copytree(DEMO, inside)
    shutil.copytree(DEMO / "predictions" / "late.rpn", outside / "late.rpn")
    (outside / "boxes.txt").write_text("car 0.987 10 10 50 50\n")
    (outside / "secret.toml").write_text("[matcher]\nhigh = 0.123\n")
    (inside / "run").mkdir()
    (inside / "run" / "late.rpn").symlink_to(outside / "late.rpn")
    (inside / "text").mkdir()
    (inside / "text" / "street_01_mixed.txt").symlink_to(outside / "boxes.txt")
    (inside / "own.toml").write_text(f'format = 2\nextends = "{outside / "secret.toml"}"\n')
    (inside / "passwd.toml").symlink_to("/etc/passwd")
    (inside / "beside.toml").write_text('format = 2\nextends = "passwd.toml"\n')
    (inside / "shipped.toml").write_text('format = 2\nextends = "demo"\n')
    audit = {"dataset": ".", "recipe": "demo"}
    *refused, known = ask(
        inside,
        ("inspect", PICTURE | {"predictions": "run"}),
        ("audit", audit | {"predictions": "run"}),
        ("inspect", PICTURE | {"predictions": "text"}),
        ("inspect", PICTURE | {"recipe": "own.toml"}),
        ("recipes_diff", {"a": "beside.toml", "b": "demo"}),
        ("recipes_diff", {"a": "shipped.toml", "b": "demo"}),
    )
    assert all(isinstance(line, str) for line in refused), refused
    assert not any("0.123" in line or "root:" in line or "\n" in line for line in refused)
    assert all(OUTSIDE in refused[at] for at in (0, 3, 4)), refused
    assert known["differences"] == []


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(InspectorError, match="does not exist, wanted a folder"):
        mcp.server_of([tmp_path / "no"])


def test_it_speaks_over_the_pipes_of_a_process():
    first = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}},
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "rpn_inspector", "mcp", str(DEMO)],
        input=json.dumps(first) + "\n", capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert json.loads(done.stdout.splitlines()[0])["result"]["serverInfo"]["name"] == "rpn-inspector"


def test_an_address_is_no_place_in_the_folders(monkeypatch, tmp_path):
    monkeypatch.setattr("rpn_inspector.data.remote.fetching.system_of", lambda address: pytest.fail(f"asked {address}"))
    asked = [("lint", {"dataset": address}) for address in ("memory://x", "https://127.0.0.1:1/x.json", "file:///")]
    asked += [("inspect", PICTURE | {"predictions": "memory://x"}), ("inspect", PICTURE | {"recipe": "s3://x"})]
    for line in ask(DEMO, *asked):
        assert isinstance(line, str)
        assert any(words in line for words in ("no such", "does not exist", "outside")), line
