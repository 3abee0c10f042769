"""Opening a COCO file of train2017's size against pycocotools, in fresh processes, in turn. Prints a table or JSON.

usage: python benchmarks/opening.py [--runs 3] [--images 118287] [--file F.json] [--peer PYTHON] [--json]
The file (about 455 MB, polygons and RLE crowds, keys in train2017's order) is written once to the temporary folder.
``--peer`` is a Python with pycocotools (kept out of this project's own environment); without it only ours is measured.
Each figure is a fresh interpreter that imports first and then opens; memory is its highest resident size. The page
cache is warm for both sides. "cached" opens with the columns of an earlier opening in the cache folder.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
HEAD = "import json, resource, sys, time; path = sys.argv[1];"
TAIL = """
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": time.perf_counter() - start, "peak_mib": peak, **facts}))
"""
PYCOCOTOOLS = f"""{HEAD}
import contextlib, io
from pycocotools.coco import COCO
start = time.perf_counter()
with contextlib.redirect_stdout(io.StringIO()):
    coco = COCO(path)
facts = {{"boxes": len(coco.anns), "images": len(coco.imgs)}}
{TAIL}"""
OURS = f"""{HEAD}
from rpn_inspector.data.opening import open_dataset
start = time.perf_counter()
dataset = open_dataset(path)
facts = {{"boxes": dataset.truths, "images": len(dataset)}}
{TAIL}"""
FIRST = f"""{HEAD}
from rpn_inspector.data.opening import open_dataset
start = time.perf_counter()
dataset = open_dataset(path, wait=False)
facts = {{"name": dataset.names[0], "first": time.perf_counter() - start, "complete": dataset.complete}}
facts["sample"] = len(dataset[0].gt)
facts["boxes"] = dataset.truths
{TAIL}"""


def write_coco(file: Path, images: int, seed: int = 2017) -> None:
    """Write a COCO file of train2017's shape: 7.27 boxes a picture, gapped ids, polygons, one crowd in a hundred."""
    rng = np.random.default_rng(seed)
    ids = rng.permutation(np.arange(9, 9 + 5 * images, 5))
    sizes = rng.choice([(640, 480), (480, 640), (640, 427), (500, 375)], images)
    count = round(images * 7.27)
    polygons = [_polygon(rng) for _ in range(3000)]
    runs = [json.dumps({"counts": rng.integers(1, 900, 260).tolist(), "size": [480, 640]}) for _ in range(50)]
    owner, shape = rng.integers(0, images, count), rng.integers(0, 3000, count)
    crowd, category = rng.random(count) < 0.0117, rng.integers(1, 91, count)
    corner, side = rng.random((count, 2)) * 0.6, rng.random((count, 2)) * 0.39 + 0.005
    box = np.round(np.concatenate([corner, side], 1) * np.concatenate([sizes[owner]] * 2, 1), 2)
    temporary = file.with_suffix(".part")
    with temporary.open("w", encoding="utf-8") as out:
        out.write('{"info": {"description": "synthetic, of the shape of train2017"}, "licenses": [], "images": [')
        for n, (id_, (width, height)) in enumerate(zip(ids.tolist(), sizes.tolist(), strict=True)):
            urls = f'"coco_url": "http://images.example.org/train2017/{id_:012d}.jpg", "date_captured": "2013-11-14"'
            flickr = f'"flickr_url": "http://farm9.example.org/8186/{id_:012d}_e2ce8d4e9f_z.jpg"'
            out.write(", " * (n > 0) + f'{{"license": 3, "file_name": "{id_:012d}.jpg", {urls}, "height": {height}, ')
            out.write(f'"width": {width}, {flickr}, "id": {id_}}}')
        out.write('], "annotations": [')
        rows = zip(ids[owner].tolist(), shape.tolist(), crowd.tolist(), category.tolist(), box.tolist(), strict=True)
        for n, (image, at, many, class_, (x, y, w, h)) in enumerate(rows):
            what = runs[at % 50] if many else polygons[at]
            area = f'"area": {w * h * 0.6180339887}, "iscrowd": {int(many)}, "image_id": {image}'
            out.write(", " * (n > 0) + f'{{"segmentation": {what}, {area}, "bbox": [{x}, {y}, {w}, {h}], ')
            out.write(f'"category_id": {class_}, "id": {n + 1}}}')
        names = [{"supercategory": "thing", "id": n, "name": f"class {n}"} for n in range(1, 91)]
        out.write('], "categories": ' + json.dumps(names) + "}")
    temporary.replace(file)


def _polygon(rng: np.random.Generator) -> str:
    points = np.round(rng.random((int(rng.gamma(2.0, 9.3)) + 3, 2)) * (639, 479), 2)
    return json.dumps([points.ravel().tolist()])


def measure(python: str, code: str, file: Path, home: Path) -> dict[str, float]:
    env = {**os.environ, "RPN_INSPECTOR_HOME": str(home), "PYTHONPATH": str(ROOT)}
    out = subprocess.run([python, "-c", code, str(file)], capture_output=True, text=True, env=env, cwd=ROOT, check=True)
    return dict(json.loads(out.stdout.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--images", type=int, default=118_287)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--peer", help="a Python with pycocotools")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    file = args.file or Path(tempfile.gettempdir()) / "rpn-inspector-benchmarks" / f"coco-{args.images}.json"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_coco(file, args.images)
    sides: dict[str, list[dict[str, float]]] = {"pycocotools": [], "first open": [], "while reading": [], "cached": []}
    for _ in range(args.runs):
        if args.peer:
            sides["pycocotools"].append(measure(args.peer, PYCOCOTOOLS, file, file.parent))
        for name, code in (("first open", OURS), ("while reading", FIRST)):
            with tempfile.TemporaryDirectory() as home:
                sides[name].append(measure(sys.executable, code, file, Path(home)))
                if name == "first open":
                    sides["cached"].append(measure(sys.executable, OURS, file, Path(home)))
    report(file, sides, args.json)


def report(file: Path, sides: dict[str, list[dict[str, float]]], as_json: bool) -> None:
    def middle(name: str, key: str) -> float:
        return statistics.median(run[key] for run in sides[name])

    table = {
        name: {"seconds": middle(name, "seconds"), "peak_mib": middle(name, "peak_mib"), "boxes": runs[0]["boxes"]}
        for name, runs in sides.items()
        if runs
    }
    table["while reading"]["first_image_seconds"] = middle("while reading", "first")
    peer = table.get("pycocotools")
    for row in table.values():
        if peer is not None:
            row["time_ratio"] = row["seconds"] / peer["seconds"]
            row["memory_ratio"] = row["peak_mib"] / peer["peak_mib"]
    if as_json:
        print(json.dumps({"file_mb": file.stat().st_size / 1e6, "runs": len(sides["first open"]), "sides": table}))
        return
    print(f"{file.name}, {file.stat().st_size / 1e6:.0f} MB, medians of {len(sides['first open'])}")
    print(f"{'':<16}{'seconds':>9}{'peak MiB':>10}{'time x':>9}{'memory x':>10}")
    for name, row in table.items():
        ratios = f"{row['time_ratio']:>9.4f}{row['memory_ratio']:>10.3f}" if peer is not None else ""
        print(f"{name:<16}{row['seconds']:>9.3f}{row['peak_mib']:>10.0f}{ratios}")
    print(f"first image's name and size after {table['while reading']['first_image_seconds']:.3f} s")


if __name__ == "__main__":
    main()
