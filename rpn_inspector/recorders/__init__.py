"""Record a dump out of a model in training or at rest: one module per framework, imported by its user alone.

    from rpn_inspector.recorders.torchvision import record

    with record(model, "run.rpn", recipe="torchvision-fpn") as recording:
        recording.name("000001.jpg", "000002.jpg")  # the pictures of the next batch; otherwise they are counted
        model(images, targets)

Nothing of the framework is changed for good: hooks and wrappers go when the block ends.
"""

from __future__ import annotations

from rpn_inspector.data.predictions.rolling import Rolling

__all__ = ["Rolling"]
