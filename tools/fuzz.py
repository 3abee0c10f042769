"""Fuzzing by structure, by hand: ``python tools/fuzz.py --seconds 180 [TARGET ...]``.

Each target is a seed file whose values, keys, fields, elements and lines are exchanged, doubled, nested or left out. A
reader answers with a dataset, a value or an error of the package, within 2 s and 500 MB; whatever else happens is
printed with the mutant's file. Prints the number of mutants of each target.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import pickle
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from lxml import etree

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.core.recipe import load_recipe
from rpn_inspector.core.resources import resource
from rpn_inspector.data.datasets.dataset import Dataset
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.data.predictions import open_predictions
from rpn_inspector.data.predictions.layout_toml import read_layout
from rpn_inspector.session import settings

ROOT = Path(__file__).resolve().parents[1]
SLOW, LARGE = 2.0, 500  # s, MB
ODD = [
    None, True, False, 0, -1, 1, 2**31, 2**63, 2**80, -(2**63), 1e-320, 1e308, -0.0, float("inf"), float("nan"), "",
    " ", "0", "1e999", "nan", "a.png", "../a.png", "/a.png", "\0", "\ud800", "x" * 5000, "9" * 500, [], {}, [[]], [{}],
    {"": {}}, [0] * 2000,
]  # fmt: skip
SETTINGS: dict[str, Any] = {
    "recent": ["/a", "/b"],
    "theme": "dark",
    "layers": ["gt"],
    "session": {"dataset": "/a", "index": 3},
}
WORDS = [
    "", "0", "-1", "1e999", "nan", "inf", "9" * 400, "x", "a.png", "../a.png", "\0", ",", ";", "\t", "[" * 500, '"',
    "0x1", "1_0", "é", "\u202e",
]  # fmt: skip


def places_of(tree: Any) -> list[tuple[Any, Any]]:
    """Return (container, key) of every value below ``tree``."""
    found, left = list[tuple[Any, Any]](), [tree]
    while left and len(found) < 2000:
        node = left.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        for key in keys:
            found.append((node, key))
            left.append(node[key])
    return found


def mutate_tree(tree: Any, chance: random.Random) -> Any:
    """Return a copy of a JSON-like value with one to four changes."""
    tree = copy.deepcopy(tree)
    for _ in range(chance.randint(1, 4)):
        places = places_of(tree)
        if not places:
            return chance.choice(ODD)
        node, key = chance.choice(places)
        other, at = chance.choice(places)
        how = chance.randrange(7)
        if how <= 1:
            node[key] = copy.deepcopy(chance.choice(ODD))
        elif how == 2:
            node[key] = copy.deepcopy(other[at])
        elif how == 3:
            del node[key]
        elif how == 4:
            node[key] = chance.choice([[node[key]], {"x": node[key]}, [node[key]] * 3])
        elif how == 5 and isinstance(node, dict):
            node[str(chance.choice([*WORDS, at]))] = node.pop(key)
        elif isinstance(node, list):
            node.extend(copy.deepcopy(node[:50]) * chance.choice([1, 20]))
    return tree


def mutate_text(text: str, chance: random.Random) -> str:
    """Return a text with fields and lines exchanged, doubled, left out or made odd."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at, how = chance.randrange(len(lines)), chance.randrange(6)
        if how == 0:
            lines[at : at + 1] = [lines[at]] * chance.choice([0, 2, 500])
        elif how == 1:
            lines.insert(at, chance.choice(lines) if lines else "")
        else:
            mark = chance.choice([" ", ",", "=", '"', ":"])
            fields = lines[at].split(mark) if at < len(lines) else [""]
            where = chance.randrange(len(fields))
            fields[where] = chance.choice([*WORDS, chance.choice(fields), fields[where] * 2])
            if at < len(lines):
                lines[at] = mark.join(fields)
        lines = lines or [""]
    return "\n".join(lines)


def mutate_xml(text: str, chance: random.Random) -> str:
    """Return an XML document with elements exchanged, doubled, left out, nested or made odd."""
    top = etree.fromstring(text.encode())
    for _ in range(chance.randint(1, 4)):
        parts = [part for part in top.iter() if part is not top]
        if not parts:
            break
        part, how = chance.choice(parts), chance.randrange(6)
        above = part.getparent()
        if how == 0:
            above.remove(part)
        elif how == 1:
            above.extend(copy.deepcopy(part) for _ in range(chance.choice([1, 300])))
        elif how == 2:
            chance.choice([each for each in parts if each is not part] or [top]).append(copy.deepcopy(part))
        else:
            word = chance.choice([word for word in WORDS if word.isprintable()])
            if part.attrib and how == 3:
                part.attrib[chance.choice(list(part.attrib))] = word
            else:
                part.text = word
    return etree.tostring(top).decode()


def mutant(name: str, seed: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a mutant of a seed file, by the kind that its name tells."""
    suffix = Path(name).suffix
    if suffix == ".pkl":
        return pickle.dumps(mutate_tree(pickle.loads(seed), chance), protocol=chance.choice([2, 4]))
    try:
        text = seed.decode()
    except UnicodeDecodeError:
        data = bytearray(seed)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    if chance.random() < 0.15:
        return mutate_text(text, chance).encode("utf-8", "surrogatepass")
    if suffix == ".json":
        return json.dumps(mutate_tree(json.loads(text), chance), ensure_ascii=chance.random() < 0.5).encode(
            "utf-8", "surrogatepass"
        )
    if suffix in (".jsonl", ".ndjson", ".odgt", ".manifest"):
        lines = [mutate_tree(json.loads(line), chance) for line in text.splitlines() if line.strip()]
        return "\n".join(map(json.dumps, lines * chance.choice([1, 1, 50]))).encode()
    if suffix == ".xml":
        return mutate_xml(text, chance).encode()
    return mutate_text(text, chance).encode("utf-8", "surrogatepass")


def look_at_dataset(path: Path) -> None:
    """Open a file and its folder as datasets, and look at every sample."""
    for place in (path, path.parent):
        try:
            dataset = open_dataset(place, images=path.parent.parent / "images")
            dataset.wait()
        except InspectorError:
            continue
        for index in range(min(len(dataset), 200)):
            try:
                sample = dataset[index]
            except InspectorError:
                continue
            assert np.isfinite(sample.gt).all()
        str([*dataset.names, *dataset.classes, *dataset.unread, dataset.warnings]).encode()


@cache
def _demo() -> Dataset:
    return open_dataset(resource("demo"))


def look_at_predictions(path: Path) -> None:
    """Open a file as outputs over the demo, and read the first few."""
    outputs = open_predictions(path, _demo())
    for name in outputs.names[:5]:
        outputs.get(name)


def targets() -> dict[str, tuple[bytes, Callable[[Path], object]]]:
    """Return the seeds and readers by name."""
    sys.path[:0] = [str(ROOT / "tests" / "data" / "datasets"), str(ROOT / "tests")]
    from test_fuzz import SEEDS  # the laws' own seeds

    found: dict[str, tuple[bytes, Callable[[Path], object]]] = {
        name: (seed if isinstance(seed, bytes) else seed.encode(), look_at_dataset) for name, seed in SEEDS.items()
    }
    recipe = resource("recipes", "torchvision-fpn.toml").read_bytes()
    names = _demo().names
    boxes = [[np.float32([[1, 2, 30, 40, 0.9]]).tolist()]] * len(names)  # of one class a picture
    instances = {"bboxes": [[1.0, 2.0, 30.0, 40.0]], "scores": [0.5], "labels": [0]}
    results = [{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 0.5}]
    found["recipe.toml"] = (recipe, load_recipe)
    found["layout.toml"] = (resource("demo", "model.toml").read_bytes(), read_layout)
    found["lists.pkl"] = (pickle.dumps(boxes), look_at_predictions)
    found["dicts.pkl"] = (pickle.dumps([{"img_path": names[0], "pred_instances": instances}]), look_at_predictions)
    found["results.json"] = (json.dumps(results).encode(), look_at_predictions)
    found["settings.json"] = (json.dumps(SETTINGS).encode(), look_at_settings)
    return found


def look_at_settings(path: Path) -> None:
    """Load a file as the settings, and the lists of them."""
    os.environ["RPN_INSPECTOR_HOME"] = str(path.parent)
    table = settings.load()
    for name in SETTINGS:
        settings.texts(table, name)


def place_of(name: str, folder: Path) -> Path:
    """Return the place of the mutants of seed ``name`` in an empty ``folder``, with a picture beside."""
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "a.png").write_bytes(next(resource("demo").rglob("*.jpg")).read_bytes())
    path = folder / "seed" / name
    path.parent.mkdir(parents=True)
    return path


def problem_of(reader: Callable[[Path], object], path: Path) -> str:
    """Return in words what a reader did besides reading, or refusing in one line; "" for nothing."""
    try:
        reader(path)
    except InspectorError as error:
        return "" if "\n" not in str(error) and len(str(error)) <= 4000 else "a long message"
    except Exception:
        return traceback.format_exc(limit=-4)
    return ""


def grown() -> int:
    """Return the largest size of the process so far in MB."""
    said = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(said.split("VmHWM:")[1].split()[0]) // 1024


def fuzz(name: str, seed: bytes, reader: Callable[[Path], object], seconds: float, number: int) -> tuple[int, int]:
    """Return how many mutants were read in ``seconds``, and how many broke a promise."""
    chance, count, broken, told = random.Random(number), 0, 0, set[str]()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    path = place_of(name, folder)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        path.write_bytes(mutant(name, seed, chance))
        start, count = time.process_time(), count + 1
        problem = problem_of(reader, path)
        took = time.process_time() - start
        problem = problem or (f"{took:.1f} s" if took > SLOW else f"{grown()} MB" if grown() > LARGE else "")
        if problem:
            broken += 1
            kept = folder / f"{broken}-{Path(name).name}"
            kept.write_bytes(path.read_bytes())
            if (last := problem.strip().split("\n")[-1]) not in told:  # one of each kind is enough to look at
                told.add(last)
                print(f"{name}: {kept}: {problem}", flush=True)
            if grown() > LARGE:
                break
    return count, broken


def main() -> None:
    """Fuzz every target, or those named, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=float, default=180.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    every = targets()
    for name in options.names or every:
        seed, reader = every[name]
        child = os.fork()
        if child == 0:
            count, broken = fuzz(name, seed, reader, options.seconds, options.seed)
            print(f"{name}: {count:,} mutants, {broken} broke a promise", flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            print(f"{name}: the process ended with {status}", flush=True)


if __name__ == "__main__":
    main()
