"""Follow a training of MMDetection's YOLOX or RTMDet by the recorder's rolling run, and compare it with the library.

Run it where MMDetection 3 is installed, with this package importable:

    python tools/check_mmdet_rolling.py resources/demo out --kind yolox --pictures 8

The weights are random, the pictures flipped and scaled anew in each epoch. The same training without the recorder must
have the same weights at the end, to the last bit. Of each step that stays, labels, owners, their overlaps and the
losses worked out here from the dump alone, under the recipe the recorder took from the live model, must be those of
the training, and the watched picture's outputs those the network itself had at rest then.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from typing import Any

import kernels  # noqa: F401  before the library
import mmdet_configs
import numpy as np
import torch
from check_mmdet_recorder import _fed
from mmdet.registry import MODELS
from mmdet.utils import register_all_modules
from mmengine.config import ConfigDict
from recorder_agreement import arguments

import rpn_inspector as ri
from rpn_inspector.analysis.batch_loss import recorded_losses
from rpn_inspector.core.batch_losses import batch_of
from rpn_inspector.data.predictions.checkpoints import dumps_in
from rpn_inspector.data.predictions.dump import open_dump
from rpn_inspector.data.predictions.made_under import recipe_of
from rpn_inspector.data.predictions.rolling import WATCHED, Rolling, read_run
from rpn_inspector.recorders.mmdet import record

KEPT = 3
mmdet_configs.SIZES["rtmdet"] = (320, 320)  # as it is trained: where sizes differ it leaves out points in the padding


def _yolox(classes: int) -> dict[str, Any]:
    return _dense(
        classes,
        "YOLOX",
        {"type": "CSPDarknet", "deepen_factor": 0.33, "widen_factor": 0.125},
        {"type": "YOLOXPAFPN", "in_channels": [32, 64, 128], "out_channels": 32, "num_csp_blocks": 1},
        {"type": "YOLOXHead", "num_classes": classes, "in_channels": 32, "feat_channels": 32},
        {"type": "SimOTAAssigner", "center_radius": 2.5},
    )


def _rtmdet(classes: int) -> dict[str, Any]:
    return _dense(
        classes,
        "RTMDet",
        {"type": "CSPNeXt", "deepen_factor": 0.167, "widen_factor": 0.125, "norm_cfg": {"type": "BN"}},
        {
            "type": "CSPNeXtPAFPN", "in_channels": [32, 64, 128], "out_channels": 32, "num_csp_blocks": 1,
            "norm_cfg": {"type": "BN"},
        },
        {
            "type": "RTMDetSepBNHead", "num_classes": classes, "in_channels": 32, "feat_channels": 32,
            "stacked_convs": 1, "exp_on_reg": False, "with_objectness": False, "share_conv": True,
            "pred_kernel_size": 1,
            "anchor_generator": {"type": "MlvlPointGenerator", "offset": 0, "strides": [8, 16, 32]},
            "bbox_coder": {"type": "DistancePointBBoxCoder"}, "norm_cfg": {"type": "BN"},
            "loss_cls": {"type": "QualityFocalLoss", "use_sigmoid": True, "beta": 2.0, "loss_weight": 1.0},
            "loss_bbox": {"type": "GIoULoss", "loss_weight": 2.0},
        },
        {"type": "DynamicSoftLabelAssigner", "topk": 13},
    )  # fmt: skip


def _dense(classes: int, kind: str, backbone: Any, neck: Any, head: Any, assigner: Any) -> dict[str, Any]:
    prepared = {"type": "DetDataPreprocessor", "mean": [120.0] * 3, "std": [60.0] * 3, "pad_size_divisor": 32}
    return {
        "type": kind, "data_preprocessor": prepared | {"boxtype2tensor": False}, "backbone": backbone, "neck": neck,
        "bbox_head": head, "train_cfg": {"assigner": assigner, "allowed_border": -1, "pos_weight": -1, "debug": False},
        "test_cfg": {"score_thr": 0.01, "nms_pre": 100, "max_per_img": 100, "nms": {"type": "nms"}},
    }  # fmt: skip


KINDS = {"yolox": _yolox, "rtmdet": _rtmdet}


class Training:
    """One training; with the recorder also what the network says of the watched picture at each step."""

    def __init__(
        self, dataset: ri.Dataset, samples: list[ri.Sample], asked: argparse.Namespace, recorded: bool
    ) -> None:
        torch.manual_seed(asked.seed)
        random = np.random.default_rng(asked.seed)
        model = MODELS.build(ConfigDict(KINDS[asked.kind](len(dataset.classes)))).train()
        optimiser = torch.optim.SGD(model.parameters(), 1e-3)
        self.looked: list[tuple[np.ndarray, ...]] = []
        self.assigned: list[list[tuple[np.ndarray, np.ndarray]]] = []  # of each step and picture
        _keep(model.bbox_head.assigner, self.assigned)
        watched = None
        with ExitStack() as stack:
            recording = None
            if recorded:
                place = asked.output / "run.rpn"
                recording = stack.enter_context(record(model, place, rolling=Rolling(steps=KEPT)))
            for _ in range(asked.epochs):
                for first in range(0, len(samples), asked.batch):
                    fed = _fed(samples[first : first + asked.batch], random, asked.kind)
                    batch = model.data_preprocessor(fed, True)
                    watched = batch["inputs"][:1].clone() if watched is None else watched
                    self.assigned.append([])
                    total, _ = model.parse_losses(model(**batch, mode="loss"))
                    if recording is not None:
                        recording._sink._last.result()  # a step that comes too soon is left out
                        self.looked.append(_at_rest(model, watched, recording))
                    optimiser.zero_grad()
                    total.backward()
                    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                    optimiser.step()
        self.weights = [value.detach().clone() for value in model.state_dict().values()]


def _keep(assigner: Any, steps: list[list[tuple[np.ndarray, np.ndarray]]]) -> None:
    """Keep the owner of each point, -1 none, and its overlap, of each picture of the newest step."""
    assign = assigner.assign

    def kept(*given: Any, **named: Any) -> Any:
        found = assign(*given, **named)
        overlaps = getattr(found, "max_overlaps", None)
        steps[-1].append((found.gt_inds.numpy() - 1, overlaps.detach().numpy().copy()))
        return found

    assigner.assign = kept


def _at_rest(model: Any, pictures: torch.Tensor, recording: Any) -> tuple[np.ndarray, ...]:
    """Return the class maps of one picture, with running means, and leave no trace."""
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    with recording.aside(), torch.no_grad():
        found = tuple(level[0].numpy().copy() for level in model(pictures, mode="tensor")[0])
    for module, mode in modes:
        module.training = mode
    return found


def main() -> int:
    """Train with and without the recorder, and print what agrees; exit 1 where anything differs."""
    asked = arguments(__doc__, sorted(KINDS)).parse_args()
    register_all_modules()
    torch.set_num_threads(1)
    dataset = ri.open_dataset(asked.dataset)
    samples = [dataset[index] for index in range(min(asked.pictures, len(dataset)))]
    asked.output.mkdir(parents=True)
    recorded, plain = (Training(dataset, samples, asked, each) for each in (True, False))
    same = all(torch.equal(one, other) for one, other in zip(recorded.weights, plain.weights, strict=True))
    run = read_run(asked.output / "run.rpn")
    assert run is not None
    places = dumps_in(asked.output / "run.rpn")
    print(f"weights after {len(run.steps)} steps equal with and without the recorder: {same}; {len(places)} steps stay")
    worst = max(_step(open_dump(place), recorded) for place in places)
    print(f"{asked.kind}: largest relative difference {worst:.2e}")
    return int(not same or len(places) != min(KEPT, len(run.steps)) or worst > asked.tolerance)


def _step(dump: Any, training: Training) -> float:
    """Print what agrees of one step, and return the largest relative difference of a loss or of a watched output."""
    recipe, found, prediction = recipe_of(dump), [], None
    assert recipe is not None
    assert dump.recipe_toml is not None
    wrong, overlap, positives = 0, 0.0, 0
    watched = [name for name in dump.names if name.startswith(WATCHED)]
    names = [name for name in dump.names if name not in watched]
    assigned = iter(training.assigned[dump.step])
    every = len(training.assigned[dump.step]) == len(names)  # YOLOX asks its assigner of pictures with boxes alone
    for name in names:
        prediction = dump[name]
        owner, best = next(assigned) if every or len(prediction.gt) else (np.array(-1), np.array(0.0))
        result = ri.inspect(ri.Sample(name=name, size=prediction.padded_size), recipe, prediction)
        found.append((result.grid, result.loss))
        own = result.assignment.label == 1
        wrong += int((np.where(own, result.assignment.gt, -1) != owner).sum())
        positives += int(own.sum())
        overlap = max(overlap, float(np.abs(result.assignment.dense["target"] - best)[own].max(initial=0.0)))
    assert next(assigned, None) is None
    here, said = batch_of(recipe, found).by_name(), recorded_losses(prediction)
    apart = {name: abs(here[name] - value) / max(abs(value), 1e-9) for name, value in said.items() if value is not None}
    theirs, again = training.looked[dump.step], dump[watched[0]]
    classes = [level[-len(own) :] for level, own in zip(again.levels_objectness, theirs, strict=True)]
    seen = max(float(np.abs(one - own).max()) for one, own in zip(classes, theirs, strict=True))
    losses = ", ".join(f"{name} {said[name]:.6f} {value:.1e}" for name, value in apart.items())
    print(
        f"step {dump.step}: {positives} positive, {wrong} owners wrong, overlaps {overlap:.1e} apart; losses {losses}; "
        f"{len(watched)} watched, its outputs {seen:.1e} apart"
    )
    return max(*apart.values(), seen, overlap, np.inf if wrong else 0.0)


if __name__ == "__main__":
    sys.exit(main())
