"""The other process: reads one model, then answers a picture's input with outputs until its pipe is closed.

Started by `model_process`; everything native that a model's file could break happens here.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.regular_file import read_whole
from rpn_inspector.core.values import Array
from rpn_inspector.data.models.check import check_model
from rpn_inspector.data.models.engines import ENGINES, Engine
from rpn_inspector.data.models.wire import MAX_ARRAYS, BadMessage, receive, send

Message = tuple[dict[str, Any], list[Array]]


def main() -> None:
    """Serve standard input and output; never returns."""
    # The pipes move away from where native code prints, and what it prints goes nowhere.
    requests, replies = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    waiting: queue.SimpleQueue[Message] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    try:
        engine = _answered(replies, lambda: _read(*waiting.get()), "BadFile")
        while engine is not None:
            _answered(replies, lambda: _run(engine, *waiting.get()), "BadPredictions")
    finally:
        os._exit(0)  # the program is gone, or has been told the reason; no thread of an engine is waited for


def _listen(stream: BinaryIO, waiting: queue.SimpleQueue[Message]) -> None:
    """Pass requests on, and end with the program, also in the middle of a run."""
    try:
        while True:
            waiting.put(receive(stream))
    except (EOFError, OSError, BadMessage):
        os._exit(0)


class _Answer:
    """What goes back: a header and arrays, and a ``value`` kept here."""

    def __init__(self, header: dict[str, Any], arrays: list[Array], value: Any) -> None:
        self.header, self.arrays, self.value = header, arrays, value


def _answered(replies: BinaryIO, work: Callable[[], _Answer], otherwise: str) -> Any:
    """Do the work and send the answer or the error; return the value kept, None after an error.

    ``otherwise`` is the kind of errors that are none of the package's.
    """
    try:
        answer = work()
    except MemoryError:
        answer = _Answer({"kind": otherwise, "error": "the model needs more memory than it is given"}, [], None)
    except InspectorError as error:
        words = error.problem if isinstance(error, BadFile) else str(error)
        kinds = (BadFile, BadPredictions, MissingExtra)
        kind = next((one.__name__ for one in kinds if isinstance(error, one)), "BadPredictions")
        answer = _Answer({"kind": kind, "error": words}, [], None)
    except Exception as error:  # of an engine's Python side: names that are no text, and the like
        words = f"the engine fails with {type(error).__name__}: {str(error)[:200]}"
        answer = _Answer({"kind": otherwise, "error": " ".join(words.split())}, [], None)
    send(replies, answer.header, answer.arrays)
    return answer.value


def _read(header: dict[str, Any], _: list[Array]) -> _Answer:
    path = Path(header["path"])
    limit_memory(header["memory"])
    try:
        content = read_whole(path)
    except OSError as error:
        raise BadFile(path, f"not readable: {error.strerror or error}") from error
    inputs = check_model(path, content)
    engine = ENGINES[header["engine"]](path, content)
    return _Answer({"names": engine.names, "inputs": [[one.name, one.kind, one.sides] for one in inputs]}, [], engine)


def _run(engine: Engine, header: dict[str, Any], arrays: list[Array]) -> _Answer:
    outputs = engine.run(arrays[0], header["wanted"], header["input"])
    found = [np.asarray(outputs[name]) for name in header["wanted"]]
    for name, array in zip(header["wanted"], found, strict=True):
        if array.dtype.kind not in "fiub":
            raise BadPredictions(f"the model's output {name!r} is of type {array.dtype}, wanted numbers")
    total = sum(array.nbytes for array in found)
    if total > MAX_ARRAYS:
        raise BadPredictions(f"the model gives {total:,} bytes for a picture, wanted at most {MAX_ARRAYS:,}")
    return _Answer({}, found, engine)


def limit_memory(most: int) -> None:
    """Let this process have at most ``most`` bytes, where the system has such a limit, and leave no core behind."""
    try:
        import resource
    except ImportError:
        return
    # The data alone: libraries and the stacks of threads, of which engines start one a core, only take addresses.
    for kind, wanted in ((resource.RLIMIT_DATA, most), (resource.RLIMIT_CORE, 0)):
        soft, hard = resource.getrlimit(kind)
        limits = [one for one in (soft, hard, wanted) if one != resource.RLIM_INFINITY]
        resource.setrlimit(kind, (min(limits), hard))
