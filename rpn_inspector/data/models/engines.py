"""The engines that read and run an ONNX model; native code, used in a process of their own."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from rpn_inspector.core.errors import BadFile, BadPredictions
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.values import Array
from rpn_inspector.data.pictures.opencv import load as opencv
from rpn_inspector.data.pictures.opencv import quiet


class Engine(Protocol):
    """Runs one model; `names` are the outputs."""

    names: tuple[str, ...]

    def run(self, blob: Array, wanted: Sequence[str], input: str | None) -> Mapping[str, Array]:
        """Return the ``wanted`` outputs for a ``blob`` (1, 3, H, W) float32."""


class OpenCvEngine:
    """Runs a model with ``cv2.dnn``."""

    def __init__(self, path: Path, content: bytes) -> None:
        cv2 = opencv()
        self._error: type[Exception] = cv2.error
        try:
            with quiet():  # what its error says would stand on the terminal too
                self._net = cv2.dnn.readNetFromONNX(np.frombuffer(content, np.uint8))
                self.names = tuple(self._net.getUnconnectedOutLayersNames())
        except cv2.error as error:
            raise BadFile(path, f"OpenCV cannot read it as an ONNX model: {_reason(error)}") from None

    def run(self, blob: Array, wanted: Sequence[str], input: str | None) -> Mapping[str, Array]:
        """Return the ``wanted`` outputs for a ``blob`` (1, 3, H, W) float32."""
        try:
            with quiet():
                self._net.setInput(blob, input or "")
                outputs = self._net.forward(list(wanted))
        except self._error as error:
            raise BadPredictions(f"OpenCV cannot run the model: {_reason(error)}") from None
        return {name: np.array(output) for name, output in zip(wanted, outputs, strict=True)}


class OnnxRuntimeEngine:
    """Runs a model with onnxruntime, on the CPU."""

    def __init__(self, path: Path, content: bytes) -> None:
        try:
            runtime = importlib.import_module("onnxruntime")
        except ImportError as error:
            raise MissingExtra("engine onnxruntime", "onnx", error) from None
        try:
            options = runtime.SessionOptions()
            options.log_severity_level = 4
            # By its path, for a model may have its weights in files beside.
            self._session = runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # it raises classes of its own, made when it is loaded
            raise BadFile(path, f"onnxruntime cannot read it as an ONNX model: {_reason(error)}") from None
        self.names = tuple(output.name for output in self._session.get_outputs())

    def run(self, blob: Array, wanted: Sequence[str], input: str | None) -> Mapping[str, Array]:
        """Return the ``wanted`` outputs for a ``blob`` (1, 3, H, W) float32."""
        name = input or self._session.get_inputs()[0].name
        try:
            outputs = self._session.run(list(wanted), {name: blob})
        except Exception as error:
            raise BadPredictions(f"onnxruntime cannot run the model: {_reason(error)}") from None
        return dict(zip(wanted, outputs, strict=True))


ENGINES: Mapping[str, type[OpenCvEngine] | type[OnnxRuntimeEngine]] = {
    "opencv": OpenCvEngine,
    "onnxruntime": OnnxRuntimeEngine,
}


def _reason(error: Exception) -> str:
    """Return the reason among the several lines of an engine's error, at most 200 characters."""
    text = str(getattr(error, "err", "") or error).strip()
    return (text.splitlines() or ["no reason given"])[0][:200]
