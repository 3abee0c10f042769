"""Assignment of YOLOv5 and ATSS against the libraries' own, both sides in one run, results compared first.

Needs torch; for ATSS mmdet (with mmcv, or mmcv-lite and `tools/kernels.py`), for YOLOv5 a checkout of its repository,
whose `utils/loss.py` alone is read, with the one torch helper it asks for left out:
    python benchmarks/assignment.py [--yolov5 DIR] [--gts 20 200] [--repeats 9] [--json]
A side that is not installed is named as missing. One thread each side: medians of CPU time, and ratios.

YOLOv5 does not reach the bar of 10 at 200 boxes. Its 2,487 pairs of 9,000 combinations take 141 calls into NumPy of at
least 1 us each: 0.43 to 0.56 ms in turns with torch, which empties the caches, and 0.20 ms alone, against the library's
1.6 to 2.2 ms (3.7 to 3.9 times, at a load of 9 on two cores). Fewer calls need a loop in a compiled language.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from types import ModuleType

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from measuring import in_turn, loaded

from rpn_inspector.core.recipe import load_recipe

BATCH = 1  # as in an inspection


def truths(count, size, generator):
    """Return COCO-like boxes (count, 4) inside (h, w) px: log-normal sizes around 60 px."""
    side = np.clip(np.exp(generator.normal(np.log(60), 1.0, (count, 2))), 4, 0.9 * min(size))
    corner = generator.uniform(0, 1, (count, 2)) * (np.array(size[::-1]) - side)
    return np.concatenate([corner, corner + side], 1).astype(np.float32)


def yolov5_row(folder, count, repeats, generator):
    """Pairs of one 640 x 640 picture; the library's ``build_targets`` makes targets with them, as ours do not."""
    for name, more in (
        ("ultralytics.utils.metrics", ("bbox_iou", "smooth_bce")),
        ("utils.torch_utils", ("de_parallel",)),
    ):
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(dict.fromkeys(more))
    sys.modules["utils"] = ModuleType("utils")
    sys.modules["utils"].__path__ = [str(Path(folder) / "utils")]
    from utils.loss import ComputeLoss

    recipe = load_recipe("yolov5s")
    grid, gt = recipe.grid((640, 640)), truths(count, (640, 640), generator)
    loss = ComputeLoss.__new__(ComputeLoss)
    strides = torch.tensor(recipe.anchors.strides).view(-1, 1, 1)
    loss.na, loss.nl, loss.device = 3, 3, "cpu"
    loss.anchors = torch.tensor(recipe.anchors.shapes) / strides
    loss.hyp = {"anchor_t": recipe.matcher.limit}
    outputs = [torch.zeros(BATCH, 3, *level.shape, 6) for level in grid.levels]
    boxes = np.concatenate([(gt[:, :2] + gt[:, 2:]) / 2, gt[:, 2:] - gt[:, :2]], 1) / np.float32(640)
    targets = torch.from_numpy(np.concatenate([np.zeros((count, 2), np.float32), boxes], 1))
    found, (_, _, indices, _) = recipe.matcher.assign(grid, gt, (640, 640)), loss.build_targets(outputs, targets)
    flat = [
        level.flat(base.numpy(), row.numpy(), column.numpy())
        for level, (_, base, row, column) in zip(grid.levels, indices, strict=True)
    ]
    same = sorted(np.concatenate(flat).tolist()) == sorted(found.pairs.anchor.tolist())
    jobs = {
        "ours": lambda: recipe.matcher.assign(grid, gt, (640, 640)),
        "library": lambda: loss.build_targets(outputs, targets),
    }
    return {"row": f"YOLOv5, {count} boxes", "same": same, **in_turn(jobs, repeats)}


def atss_row(count, repeats, generator):
    """Labels of one 800 x 1333 picture, 22,334 anchors, at MMDetection's configuration."""
    import kernels  # noqa: F401  # before the library: of tools/, on the path in `python -m benchmarks`
    from mmdet.models.task_modules.assigners import ATSSAssigner
    from mmengine.structures import InstanceData

    size, recipe = (800, 1333), load_recipe("atss-mmdet")
    grid, gt = recipe.grid((800, 1344)), truths(count, size, generator)
    assigner = ATSSAssigner(topk=recipe.matcher.topk)
    anchors, levels = InstanceData(priors=torch.from_numpy(grid.all_boxes())), [level.count for level in grid.levels]
    given = InstanceData(bboxes=torch.from_numpy(gt), labels=torch.zeros(count, dtype=torch.int64))

    def theirs():
        return assigner.assign(anchors, levels, given)

    found, wanted = recipe.matcher.assign(grid, gt, size), theirs().gt_inds.numpy() - 1
    same = bool(np.array_equal(found.gt, wanted))
    jobs = {"ours": lambda: recipe.matcher.assign(grid, gt, size), "library": theirs}
    return {"row": f"ATSS, {count} boxes", "same": same, **in_turn(jobs, repeats)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--yolov5", help="folder of a checkout of ultralytics/yolov5")
    parser.add_argument("--gts", type=int, nargs="+", default=[20, 200])
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    rows, generator = [], np.random.default_rng(0)
    for count in given.gts:
        if given.yolov5:
            rows.append(yolov5_row(given.yolov5, count, given.repeats, generator))
        else:
            rows.append({"row": f"YOLOv5, {count} boxes", "missing": "--yolov5, a checkout of its repository"})
        try:
            rows.append(atss_row(count, given.repeats, generator))
        except ImportError as error:
            rows.append({"row": f"ATSS, {count} boxes", "missing": str(error)})
    load = loaded()
    if given.json:
        print(json.dumps({"load": load, "rows": rows}, indent=1))
        return
    print(f"load {load:.1f}, torch {torch.__version__}, numpy {np.__version__}, one thread")
    for row in rows:
        if "missing" in row:
            print(f"{row['row']:24} missing: {row['missing']}")
            continue
        ours, library = row["ours"]["median"], row["library"]["median"]
        told = "equal" if row["same"] else "NOT EQUAL"
        print(f"{row['row']:24} {ours:9.2f} ms, the library {library:9.2f} ms: {library / ours:5.1f} times; {told}")


if __name__ == "__main__":
    main()
