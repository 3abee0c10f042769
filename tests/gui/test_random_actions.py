"""Random things a user may do: the laws hold after each, and a cycle of them done again leaves nothing behind.

``RPN_INSPECTOR_SEEDS="1 2 3"`` does other walks, ``RPN_INSPECTOR_STEPS=1000`` longer ones, and
``RPN_INSPECTOR_DATASETS="path path"`` walks over other datasets, of which the first is opened first.
"""

import json
import os
import random
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from acts import Acts
from gui_steps import settled
from laws import check, check_words, held

from rpn_inspector.core.resources import resource

pytestmark = pytest.mark.usefixtures("beside")

SEEDS = [int(seed) for seed in os.environ.get("RPN_INSPECTOR_SEEDS", "20").split()]
STEPS = int(os.environ.get("RPN_INSPECTOR_STEPS", "60"))
DATASETS = [Path(path) for path in os.environ.get("RPN_INSPECTOR_DATASETS", "").split()]


@pytest.fixture
def datasets(tmp_path):
    """The demo, its pictures alone, a set with broken records and pictures, a lone picture, and what is no dataset."""
    if DATASETS:
        return DATASETS
    pictures = sorted(resource("demo", "images").iterdir())[:4]
    alone, broken, empty = (tmp_path / name for name in ("alone", "broken", "empty"))
    for folder in (alone, broken, empty):
        folder.mkdir()
    for picture in pictures:
        shutil.copy(picture, alone)
        shutil.copy(picture, broken)
    (broken / "nothing.jpg").write_bytes(b"")
    (broken / "page.jpg").write_text("<html>not found</html>", encoding="utf-8")
    names = [picture.name for picture in pictures] + ["nothing.jpg", "page.jpg", "missing.jpg"]
    images = [{"id": n, "file_name": name, "width": 400, "height": 300} for n, name in enumerate(names)]
    boxes = [
        [10, 10, 50, 60],
        [10, 10, 0, 5],
        [-5, 3, 9e9, 4],
        [1, 1, -3, 4],
        [5, 5],
        [390, 290, 30, 30],
        [0, 0, 400, 300],
    ]
    rows = [{"id": n, "image_id": n % 7, "category_id": 1, "bbox": boxes[n % 7]} for n in range(35)]
    table = {"images": images, "annotations": rows, "categories": [{"id": 1, "name": "thing"}]}
    (broken / "labels.json").write_text(json.dumps(table), encoding="utf-8")
    return [resource("demo"), alone, broken / "labels.json", pictures[0], empty, tmp_path / "not there"]


@pytest.mark.parametrize("seed", SEEDS)
def test_random_actions_leave_the_laws_intact(qtbot, window, tmp_path, monkeypatch, datasets, seed):
    acts = Acts(window, qtbot, random.Random(seed), tmp_path, datasets)
    acts.answer_dialogs(monkeypatch)
    window.opening.open_path(datasets[0])
    qtbot.waitUntil(lambda: settled(window))
    done = []
    for step in range(STEPS):
        try:
            acts.step()
            done.append(acts.doing)
            # after a drag the parts draw one by one, after quick moves the panels once more
            queues = window.render_queue, window.panel_queue
            qtbot.waitUntil(lambda queues=queues: all(queue.idle for queue in queues) and not window.quick_moves.moving)
            check(window)
            if step % 50 == 0:
                check_words(window)
        except BaseException as error:
            error.add_note(f"action {step}: {acts.doing}, after {done[-12:]}")
            raise
    qtbot.waitUntil(lambda: settled(window))
    check(window)
    assert np.isfinite(window.canvas.percent)


CYCLE, LEAST, MOST = max(12, STEPS // 25), 3, 6


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_same_actions_again_and_again_take_no_more_memory(qtbot, window, tmp_path, monkeypatch, datasets):
    """After some rounds every cache is full: then a round leaves as many widgets as it found, and as much memory."""
    held_after = []
    for _ in range(MOST):
        acts = Acts(window, qtbot, random.Random(7), tmp_path, datasets)
        acts.answer_dialogs(monkeypatch)
        window.opening.open_path(datasets[0])
        qtbot.waitUntil(lambda: settled(window) and not window.opening.reading)
        for _ in range(CYCLE):
            acts.step()
            acts.do_wait()
        acts.do_close_others()
        held_after.append(held(qtbot, window))
    widgets, memory = (list(column) for column in zip(*held_after, strict=True))
    assert max(widgets[LEAST:]) <= max(widgets[:LEAST]), widgets
    assert min(memory[-2:]) - max(memory[:LEAST]) < 24 << 20, [size >> 20 for size in memory]
