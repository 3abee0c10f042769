"""COCO files with a detector's results, of every kind that an evaluation tells apart."""

import json

import numpy as np

IDS = [3, 7, 8, 40]  # of categories; the last has neither ground truth nor detection


def coco_files(folder, seed, pictures=10, objects=12):
    """A COCO file and results: crowds, areas of outlines, equal scores, pictures without boxes, 130 of one class.

    Corners are quarters of a pixel, so that x + w - x is w.
    """
    generator = np.random.default_rng(seed)

    def quarters(values):
        return np.round(np.asarray(values) * 4) / 4

    images = [{"id": n + 11, "file_name": f"{n:03}.jpg", "width": 640, "height": 480} for n in range(pictures)]
    annotations, results = [], []
    for image in images[1:]:
        for _ in range(int(generator.integers(0, objects))):
            wh = quarters(np.exp(generator.normal(4, 0.9, 2)).clip(4, 300))
            box = [*quarters(generator.uniform(0, np.array([640, 480]) - wh)), *wh]
            crowd, kind = int(generator.random() < 0.1), int(generator.integers(0, 3))
            annotations.append({
                "id": len(annotations) + 1, "image_id": image["id"], "category_id": IDS[kind], "bbox": box,
                "area": float(wh.prod() * generator.uniform(0.5, 1)), "iscrowd": crowd,
            })  # fmt: skip
            for _ in range(int(generator.integers(0, 4)) if image["id"] != 13 else 0):
                other = generator.random() < 0.25
                spread = generator.choice([0.02, 0.1, 0.3])
                moved = quarters(np.array(box) + generator.normal(0, spread, 4) * np.tile(wh, 2))
                results.append({
                    "image_id": image["id"], "category_id": IDS[(kind + other) % 3],
                    "bbox": [*moved[:2], *np.maximum(moved[2:], 1)], "score": round(float(generator.random()), 2),
                })  # fmt: skip
    for _ in range(130):
        wh = quarters(generator.uniform(8, 60, 2))
        box = [*quarters(generator.uniform(0, 400, 2)), *wh]
        results.append({"image_id": 12, "category_id": 7, "bbox": box, "score": round(float(generator.random()), 3)})
    categories = [{"id": one, "name": f"class {one}"} for one in IDS]
    whole = {"images": images, "annotations": annotations, "categories": categories}
    truths, boxes = folder / "truths.json", folder / "results.json"
    truths.write_text(json.dumps(jsonable(whole)))
    boxes.write_text(json.dumps(jsonable(results)))
    return truths, boxes


def jsonable(value):
    return json.loads(json.dumps(value, default=float))
