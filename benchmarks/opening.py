"""Opening a COCO file of train2017's size, and folders with a file a picture, against pycocotools and its kin.

usage: python benchmarks/opening.py [--runs 3] [--images 118287] [--files 10000] [--file F.json] [--peer PYTHON]
       [--json]
Fresh processes, in turn; prints a table or JSON. The peers are told of where they are not installed, and left out.
The file (about 455 MB, polygons and RLE crowds, keys in train2017's order) is written once to the temporary folder,
away from the pictures of the other rows.
``--peer`` is the Python that has the three (this one by default). labelformat gives boxes as it goes, so all are asked
for; supervision also decodes every picture of a VOC folder. Thumbnails: 200 of 1080p JPEGs, ours against Pillow's
draft mode, which is the quickest way there that users have.
Each figure is a fresh interpreter that imports first and then opens: CPU time of all its threads, and the highest
resident size, VmHWM. The page cache is warm for both sides. "cached" opens with the columns of an earlier opening in
the cache folder. Of ``--files`` VOC has all, YOLO twice as many, LabelMe and KITTI half.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from measuring import PEAK, loaded

FEW = 500  # images; with crowds in the file supervision makes a mask of every box, 4 MB an image
FIGURES = ("seconds", "peak_mib", "boxes", "images", "first")  # of a run
SHAPES = [(640, 480), (480, 640), (640, 427), (500, 375)]
ROOT = Path(__file__).resolve().parents[1]
HEAD = "import json, sys, time; path = sys.argv[1];"
TAIL = f"""
seconds = time.process_time() - start
{PEAK}
told = {{"seconds": seconds, "peak_mib": peak_mib(), **facts}}
if len(sys.argv) > 2:
    content = told["content"] = {{}}
    for name, *box in rows():
        row = content.setdefault(str(name), [0] * 5)
        row[:] = [each + float(more) for each, more in zip(row, (1, *box))]
print(json.dumps(told))
"""
"""With a second argument it tells the content too: of each class how many boxes, and the sums of x1, y1, x2 and y2."""
ROWS = """
def rows():
    for sample in dataset:
        for kind, box in zip(sample.gt_class.tolist(), sample.gt.tolist()):
            yield dataset.classes[kind], *box
"""
LABELFORMAT_ROWS = """
def rows():
    for label in read().get_labels():
        for one in label.objects:
            yield one.category.name, one.box.xmin, one.box.ymin, one.box.xmax, one.box.ymax
"""
SUPERVISION_ROWS = """
def rows():
    for found in dataset.annotations.values():
        for kind, box in zip(found.class_id.tolist(), found.xyxy.tolist()):
            yield dataset.classes[kind], *box
"""
PYCOCOTOOLS = f"""{HEAD}
import contextlib, io
from pycocotools.coco import COCO
start = time.process_time()
with contextlib.redirect_stdout(io.StringIO()):
    coco = COCO(path)
facts = {{"boxes": len(coco.anns), "images": len(coco.imgs)}}
def rows():
    for one in coco.anns.values():
        x, y, w, h = one["bbox"]
        yield coco.cats[one["category_id"]]["name"], x, y, x + w, y + h
{TAIL}"""
LABELFORMAT = f"""{HEAD}
from pathlib import Path
from labelformat.formats import COCOObjectDetectionInput
read = lambda: COCOObjectDetectionInput(Path(path))
start = time.process_time()
facts = {{"boxes": sum(len(label.objects) for label in read().get_labels())}}
{LABELFORMAT_ROWS}{TAIL}"""
SUPERVISION = f"""{HEAD}
import supervision
start = time.process_time()
dataset = supervision.DetectionDataset.from_coco("", path)
facts = {{"boxes": sum(len(found) for found in dataset.annotations.values())}}
{SUPERVISION_ROWS}{TAIL}"""
VOC_LABELFORMAT = f"""{HEAD}
from pathlib import Path
from labelformat.formats import PascalVOCObjectDetectionInput
read = lambda: PascalVOCObjectDetectionInput(Path(path) / "xml", "c0,c1,c2,c3,c4")
start = time.process_time()
facts = {{"boxes": sum(len(label.objects) for label in read().get_labels())}}
{LABELFORMAT_ROWS}{TAIL}"""
VOC_SUPERVISION = f"""{HEAD}
import supervision
start = time.process_time()
dataset = supervision.DetectionDataset.from_pascal_voc(path + "/images", path + "/xml")
facts = {{"boxes": sum(len(found) for found in dataset.annotations.values())}}
def rows():
    for found in dataset.annotations.values():
        for kind, (x1, y1, x2, y2) in zip(found.class_id.tolist(), found.xyxy.tolist()):
            yield dataset.classes[kind], x1 + 1, y1 + 1, x2, y2  # it has taken 1 from VOC's first corner
{TAIL}"""
YOLO_LABELFORMAT = f"""{HEAD}
from pathlib import Path
from labelformat.formats import YOLOv8ObjectDetectionInput
read = lambda: YOLOv8ObjectDetectionInput(Path(path) / "data.yaml", "train")
start = time.process_time()
facts = {{"boxes": sum(len(label.objects) for label in read().get_labels())}}
{LABELFORMAT_ROWS}{TAIL}"""
YOLO_SUPERVISION = f"""{HEAD}
import supervision
start = time.process_time()
dataset = supervision.DetectionDataset.from_yolo(path + "/images", path + "/labels", path + "/data.yaml")
facts = {{"boxes": sum(len(found) for found in dataset.annotations.values())}}
{SUPERVISION_ROWS}{TAIL}"""
LABELME_SUPERVISION = f"""{HEAD}
import supervision
start = time.process_time()
dataset = supervision.DetectionDataset.from_labelme(path, path)
facts = {{"boxes": sum(len(found) for found in dataset.annotations.values())}}
{SUPERVISION_ROWS}{TAIL}"""
KITTI_LABELFORMAT = f"""{HEAD}
from pathlib import Path
from labelformat.formats import KittiObjectDetectionInput
read = lambda: KittiObjectDetectionInput(Path(path) / "label_2", "Car,Van", Path("../image_2"))
start = time.process_time()
facts = {{"boxes": sum(len(label.objects) for label in read().get_labels())}}
{LABELFORMAT_ROWS}{TAIL}"""
THUMBS_OURS = f"""{HEAD}
from rpn_inspector.data.datasets.open_dataset import open_dataset
from rpn_inspector.gui.images.thumbs import thumbnail
from rpn_inspector.data.pictures.opencv import load
load()
dataset = open_dataset(path)
start = time.process_time()
facts = {{"boxes": sum(not thumbnail(dataset, number).isNull() for number in range(len(dataset)))}}
rows = tuple
{TAIL}"""
THUMBS_PILLOW = f"""{HEAD}
from pathlib import Path
from PIL import Image
start, done = time.process_time(), 0
for file in sorted(Path(path).glob("*.jpg")):
    with Image.open(file) as picture:
        picture.draft("RGB", (112, 84))
        picture.thumbnail((112, 84))
        done += 1
facts = {{"boxes": done}}
rows = tuple
{TAIL}"""
OURS = f"""{HEAD}
from rpn_inspector.data.datasets.open_dataset import open_dataset
start = time.process_time()
dataset = open_dataset(path)
facts = {{"boxes": dataset.gt_total, "images": len(dataset)}}
{ROWS}{TAIL}"""
OURS_TWICE = f"""{HEAD}
import subprocess
again = "import sys; from rpn_inspector.data.datasets.open_dataset import open_dataset; open_dataset(sys.argv[1])"
subprocess.run([sys.executable, "-c", again, path], check=True)
from rpn_inspector.data.datasets.open_dataset import open_dataset
start = time.process_time()
dataset = open_dataset(path)
facts = {{"boxes": dataset.gt_total, "images": len(dataset)}}
{ROWS}{TAIL}"""
FIRST = f"""{HEAD}
from rpn_inspector.data.datasets.open_dataset import open_dataset
start = time.process_time()
dataset = open_dataset(path, wait=False)
facts = {{"name": dataset.names[0], "first": time.process_time() - start, "complete": dataset.complete}}
facts["sample"] = len(dataset[0].gt)
facts["boxes"] = dataset.gt_total
{ROWS}{TAIL}"""


SAMPLES = f"""{HEAD}
from rpn_inspector.data.datasets.open_dataset import open_dataset
dataset = open_dataset(path)
start = time.process_time()
facts = {{"boxes": sum(len(sample.gt) for sample in dataset), "images": len(dataset)}}
{ROWS}{TAIL}"""
SAMPLES_PYCOCOTOOLS = f"""{HEAD}
import contextlib, io
import numpy
from pycocotools.coco import COCO
with contextlib.redirect_stdout(io.StringIO()):
    coco = COCO(path)
start, boxes, arrays = time.process_time(), 0, []
for image in coco.getImgIds():
    name = coco.loadImgs(image)[0]["file_name"]
    found = coco.loadAnns(coco.getAnnIds(imgIds=image))
    gt = numpy.array([each["bbox"] for each in found], numpy.float32).reshape(-1, 4)
    gt[:, 2:] += gt[:, :2]
    classes = numpy.array([each["category_id"] for each in found])
    boxes += len(gt)
    arrays.append((classes, gt))
facts = {{"boxes": boxes, "images": len(coco.imgs)}}
def rows():
    for classes, gt in arrays:
        for kind, box in zip(classes.tolist(), gt.tolist()):
            yield coco.cats[kind]["name"], *box
{TAIL}"""


def coco_file(base: Path, images: int, kind: str = "coco") -> Path:
    """Return the place of a COCO file, away from the pictures of other rows: they are looked for two folders above."""
    return base / kind / str(images) / "annotations" / "instances.json"


def write_coco(file: Path, images: int, seed: int = 2017, *, attributes: bool = False) -> None:
    """Write a COCO file of train2017's shape: 7.27 boxes a picture, gapped ids, polygons, one crowd in a hundred.

    With ``attributes`` each annotation has some beside, as CVAT writes them: of few values, and a track of its own.
    """
    rng = np.random.default_rng(seed)
    ids = rng.permutation(np.arange(9, 9 + 5 * images, 5))
    sizes = rng.choice(SHAPES, images)
    count = round(images * 7.27)
    polygons = [_polygon(rng) for _ in range(3000)]
    runs = {(w, h): [_runs(rng, h, w) for _ in range(20)] for w, h in SHAPES}
    owner, shape = rng.integers(0, images, count), rng.integers(0, 3000, count)
    crowd, category = rng.random(count) < 0.0117, rng.integers(1, 91, count)
    corner, side = rng.random((count, 2)) * 0.6, rng.random((count, 2)) * 0.39 + 0.005
    box = np.round(np.concatenate([corner, side], 1) * np.concatenate([sizes[owner]] * 2, 1), 2)
    size_of = dict(zip(ids.tolist(), map(tuple, sizes.tolist()), strict=True))
    file.parent.mkdir(parents=True, exist_ok=True)
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
            what = runs[size_of[image]][at % 20] if many else polygons[at]
            area = f'"area": {w * h * 0.6180339887}, "iscrowd": {int(many)}, "image_id": {image}'
            out.write(", " * (n > 0) + f'{{"segmentation": {what}, {area}, "bbox": [{x}, {y}, {w}, {h}], ')
            if attributes:
                out.write(f'"attributes": {{"occluded": {"true" if n % 3 else "false"}, "track_id": {n // 9}}}, ')
            out.write(f'"category_id": {class_}, "id": {n + 1}}}')
        names = [{"supercategory": "thing", "id": n, "name": f"class {n}"} for n in range(1, 91)]
        out.write('], "categories": ' + json.dumps(names) + "}")
    temporary.replace(file)


def _runs(rng: np.random.Generator, height: int, width: int) -> str:
    """Return a crowd's mask as runs that fill the picture."""
    counts = rng.integers(1, 500, 260)
    return json.dumps({"counts": [*counts.tolist(), height * width - int(counts.sum())], "size": [height, width]})


def _polygon(rng: np.random.Generator) -> str:
    points = np.round(rng.random((int(rng.gamma(2.0, 9.3)) + 3, 2)) * (639, 479), 2)
    return json.dumps([points.ravel().tolist()])


def write_folder(folder: Path, kind: str, files: int) -> None:
    """Write ``files`` pictures of 64 x 48 px, each with a file of five boxes, as the format ``kind`` has them."""
    import cv2

    pictures, labels, ending = {
        "voc": ("images", "xml", ".jpg"), "yolo": ("images", "labels", ".jpg"), "labelme": (".", ".", ".jpg"),
        "kitti": ("image_2", "label_2", ".png"),
    }[kind]  # fmt: skip
    picture = cv2.imencode(ending, np.full((48, 64, 3), 90, np.uint8))[1].tobytes()
    for name in (pictures, labels):
        (folder / name).mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for number in range(files):
        (folder / pictures / f"{number:06d}{ending}").write_bytes(picture)
        suffix, text = _annotation(kind, f"{number:06d}{ending}", rng)
        (folder / labels / f"{number:06d}{suffix}").write_text(text, encoding="utf-8")
    if kind == "yolo":
        table = "path: .\ntrain: images\nval: images\nnames: [c0, c1, c2, c3, c4]\n"
        (folder / "data.yaml").write_text(table, encoding="utf-8")


def _annotation(kind: str, picture: str, rng: np.random.Generator) -> tuple[str, str]:
    """Return suffix and text of an annotation file with five boxes."""
    if kind == "voc":
        boxes = "".join(
            f"<object><name>c{k}</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><bndbox>"
            f"<xmin>{k + 1}</xmin><ymin>2</ymin><xmax>{k + 20}</xmax><ymax>30</ymax></bndbox></object>"
            for k in range(5)
        )
        size = "<size><width>64</width><height>48</height><depth>3</depth></size>"
        return ".xml", f"<annotation><filename>{picture}</filename>{size}{boxes}</annotation>"
    if kind == "yolo":
        rows = np.concatenate([rng.uniform(0.3, 0.7, (5, 2)), rng.uniform(0.1, 0.5, (5, 2))], 1)
        return ".txt", "".join(f"{k} {x:.6f} {y:.6f} {w:.6f} {h:.6f}\n" for k, (x, y, w, h) in enumerate(rows))
    if kind == "kitti":
        return ".txt", "".join(
            f"Car 0.00 {k % 3} -1.58 {k + 1}.52 2.1 {k + 20}.33 30.04 1.5 1.6 3.7 -4.8 1.7 31 0\n" for k in range(5)
        )
    shapes = [
        {"label": f"c{k}", "points": [[k + 1.5, 2.0], [k + 20.25, 30.0]], "group_id": None, "description": "",
         "shape_type": "rectangle", "flags": {}}
        for k in range(5)
    ]  # fmt: skip
    size = {"imagePath": picture, "imageData": None, "imageHeight": 48, "imageWidth": 64}
    return ".json", json.dumps({"version": "5.4.1", "flags": {}, "shapes": shapes, **size}, indent=2)


def write_pictures(folder: Path, count: int) -> None:
    """Write ``count`` JPEGs of 1920 x 1080 px."""
    import cv2

    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for number in range(count):
        small = rng.integers(0, 255, (68, 120, 3), np.uint8)
        cv2.imwrite(str(folder / f"{number:04d}.jpg"), cv2.resize(small, (1920, 1080)))


def against(sides: dict[str, tuple[str, str]], place: Path, runs: int) -> dict[str, dict[str, Any]]:
    """Return each side's medians; ``sides`` are (python, code) by name, and one that cannot run is told of."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in sides}
    for run in range(runs):
        for name, (python, code) in sides.items():
            with tempfile.TemporaryDirectory() as home:
                try:
                    found[name].append(measure(python, code, place, Path(home), *(["content"] if run == 0 else [])))
                except subprocess.CalledProcessError as error:
                    print(f"{name} left out: {error.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    told = {name: rows for name, rows in found.items() if rows}
    return {
        name: {key: statistics.median(run[key] for run in rows) for key in rows[0] if key in FIGURES}
        | {"content": rows[0].get("content", {})}
        | {"low": min(run["seconds"] for run in rows), "high": max(run["seconds"] for run in rows)}
        for name, rows in told.items()
    }


def measure(python: str, code: str, file: Path, home: Path, *more: str) -> dict[str, Any]:
    env = {**os.environ, "RPN_INSPECTOR_HOME": str(home), "PYTHONPATH": str(ROOT)}
    out = subprocess.run(
        [python, "-c", code, str(file), *more], capture_output=True, text=True, env=env, cwd=ROOT, check=True
    )
    return dict(json.loads(out.stdout.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--images", type=int, default=118_287)
    parser.add_argument("--file", type=Path)
    parser.add_argument(
        "--files", type=int, default=10_000, help="of the VOC folder; others have as many times two, or half"
    )
    parser.add_argument("--peer", default=sys.executable, help="a Python with the peers")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    base = Path(tempfile.gettempdir()) / "rpn-inspector-benchmarks"
    file = args.file or coco_file(base, args.images)
    if not file.exists():
        write_coco(file, args.images)
    pictures = base / "pictures-200"
    if not pictures.exists():
        write_pictures(pictures, 200)
    me = sys.executable
    few = args.file is None and args.images <= FEW
    if not few:
        print(f"supervision left out of COCO: over {FEW} images its masks take tens of GB", file=sys.stderr)
    coco = against(
        {
            "pycocotools": (args.peer, PYCOCOTOOLS), "labelformat": (args.peer, LABELFORMAT),
            **({"supervision": (args.peer, SUPERVISION)} if few else {}),
            "first open": (me, OURS), "while reading": (me, FIRST),
            "cached": (me, OURS_TWICE),
        },
        file, args.runs,
    )  # fmt: skip
    with_attributes = coco_file(base, args.images, "coco-attributes")
    if not with_attributes.exists():
        write_coco(with_attributes, args.images, attributes=True)
    coco |= against({"with attributes": (me, OURS)}, with_attributes, args.runs)
    tables = {
        f"COCO, {file.stat().st_size / 1e6:.0f} MB": coco,
        **of_folders(base, args),
        "thumbnails of 200 JPEGs of 1080p": against(
            {"Pillow": (args.peer, THUMBS_PILLOW), "ours": (me, THUMBS_OURS)}, pictures, args.runs),
    }  # fmt: skip
    samples = against({"pycocotools": (args.peer, SAMPLES_PYCOCOTOOLS), "ours": (me, SAMPLES)}, file, args.runs)
    report(tables, {"a picture's boxes and classes as arrays": samples}, args.runs, args.json)


def of_folders(base: Path, args: argparse.Namespace) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the tables of the formats with a file a picture."""
    peers = {
        "VOC": (2, {"labelformat": VOC_LABELFORMAT, "supervision": VOC_SUPERVISION}),
        "YOLO": (4, {"labelformat": YOLO_LABELFORMAT, "supervision": YOLO_SUPERVISION}),
        "LabelMe": (1, {"supervision": LABELME_SUPERVISION}),
        "KITTI": (1, {"labelformat": KITTI_LABELFORMAT}),
    }
    tables = {}
    for title, (halves, codes) in peers.items():
        count = halves * args.files // 2
        place = base / f"{title.lower()}-files-{count}"
        if not place.exists():
            write_folder(place, title.lower(), count)
        sides = {name: (args.peer, code) for name, code in codes.items()}
        ours = {"first open": (sys.executable, OURS), "cached": (sys.executable, OURS_TWICE)}
        tables[f"{title}, {count:,} files"] = against(sides | ours, place, args.runs)
    return tables


Tables = dict[str, dict[str, dict[str, Any]]]


def report(tables: Tables, samples: Tables, runs: int, as_json: bool) -> None:
    for table in (*tables.values(), *samples.values()):
        first = next(iter(table.values()))
        for row in table.values():
            row["time_ratio"], row["memory_ratio"] = (
                row["seconds"] / first["seconds"],
                row["peak_mib"] / first["peak_mib"],
            )
    if as_json:
        print(json.dumps({"runs": runs, "load": loaded(), "tables": tables, "samples": samples}))
        return
    for title, table in (tables | samples).items():
        print(f"{title}, medians of {runs}, ratios to {next(iter(table))}")
        print(f"{'':<16}{'seconds':>9}{'peak MiB':>10}{'time x':>9}{'memory x':>10}")
        for name, row in table.items():
            ratios = f"{row['time_ratio']:>9.4f}{row['memory_ratio']:>10.3f}"
            print(f"{name:<16}{row['seconds']:>9.3f}{row['peak_mib']:>10.0f}{ratios}")


if __name__ == "__main__":
    main()
