"""``ModelProcess``: one ONNX model in a process of its own, kept between pictures; its crash is an error here."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from rpn_inspector.core.errors import BadFile, BadPredictions, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.core.values import Array
from rpn_inspector.data.models.check import ModelInput
from rpn_inspector.data.models.wire import BadMessage, receive, send

ENGINES = {"opencv": "OpenCV", "onnxruntime": "onnxruntime"}
MAX_MODEL = 2 << 30  # bytes; protocol buffers end there
MEMORY, FOLD = 4 << 30, 4  # bytes a process may have, and how often the model's own size in addition
READ_SECONDS, RUN_SECONDS = 60.0, 60.0
# The same modules as here, and none from the working directory, which may be a stranger's dataset.
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from rpn_inspector.data.models import server; server.main()"
)


class ModelProcess:
    """A model, read by ``engine``, a key of `ENGINES`; ``inputs`` and ``names`` of outputs are what it says of itself.

    One picture at a time. Raises `BadFile` where the model cannot be read, `MissingExtra` without the engine. The
    process ends with the program, with `close`, and when this object is forgotten; after a crash the next picture gets
    another.
    """

    def __init__(self, path: Path, engine: str) -> None:
        self.path, self.engine = path, engine
        self.names: tuple[str, ...] = ()
        self.inputs: tuple[ModelInput, ...] = ()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._forget: weakref.finalize[Any, Any] | None = None
        self._start()

    def run(self, blob: Array, wanted: Sequence[str], input: str | None) -> Mapping[str, Array]:
        """Return the ``wanted`` outputs for a ``blob`` (1, 3, H, W) float32. Raises `BadPredictions`."""
        if self._process is None or self._owner != os.getpid():  # in a fork, the process answers the one before it
            self._start()
        header = {"wanted": list(wanted), "input": input}
        _, outputs = self._asked(header, [blob], RUN_SECONDS, "run")
        return dict(zip(wanted, outputs, strict=True))

    def close(self) -> None:
        """End the process; may be called again."""
        if self._forget is not None and self._owner == os.getpid():
            self._forget()
        self._process = None

    def _start(self) -> None:
        if self.engine == "onnxruntime" and importlib.util.find_spec("onnxruntime") is None:
            raise MissingExtra("engine onnxruntime", "onnx")
        size = self.path.stat().st_size
        if size > MAX_MODEL:
            raise BadFile(self.path, f"has {size:,} bytes, over the limit of {MAX_MODEL:,}")
        paths = json.dumps([place or str(Path.cwd()) for place in sys.path if isinstance(place, str)])
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", _CODE, paths],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,  # Ctrl+C in a notebook ends a computation, not its models
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise BadFile(self.path, f"cannot be read: no process for it: {error.strerror or error}") from error
        self._process, self._owner = process, os.getpid()
        self._forget = weakref.finalize(self, _end, process, self._owner)
        header = {"path": str(self.path.absolute()), "engine": self.engine, "memory": MEMORY + FOLD * size}
        said, _ = self._asked(header, [], READ_SECONDS, "read")
        self.names = tuple(map(str, said["names"]))
        self.inputs = tuple(ModelInput(name, kind, tuple(sides)) for name, kind, sides in said["inputs"])

    def _asked(
        self, header: dict[str, Any], arrays: Sequence[Array], seconds: float, what: str
    ) -> tuple[dict[str, Any], list[Array]]:
        """Return the process's answer to a request; the process is ended where it gives none."""
        process = self._process
        assert process is not None
        overtime = threading.Event()  # known to the watch, which must not keep this object alive
        watch = threading.Timer(seconds, _stop, (process, overtime))
        watch.daemon = True
        watch.start()
        try:
            send(cast(BinaryIO, process.stdin), header, arrays)
            said, found = receive(cast(BinaryIO, process.stdout))
        except (EOFError, OSError, BadMessage):
            raise self._ended(process, f"{seconds:g} s" if overtime.is_set() else None, what) from None
        except BaseException:  # a signal: its answer would be taken for the next one's
            self.close()
            raise
        finally:
            watch.cancel()
        if "error" in said:
            if what == "read":
                self.close()
            raise self._error(str(said.get("kind")), str(said["error"]))
        return said, found

    def _ended(self, process: subprocess.Popen[bytes], overtime: str | None, what: str) -> InspectorError:
        """Return the error for a process that ended, or was stopped after ``overtime``, and forget the process."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
        name, code = ENGINES[self.engine], process.returncode
        self.close()
        if overtime is not None:
            words = f"{name} took over {overtime} to {what} the model, and was stopped"
        else:
            words = f"{name} crashes where it should {what} the model ({_how(code)})"
        return self._error("BadFile" if what == "read" else "BadPredictions", words)

    def _error(self, kind: str, words: str) -> InspectorError:
        if kind == "BadFile":
            return BadFile(self.path, words)
        if kind == "MissingExtra":
            return InspectorError(words)
        return BadPredictions(f"{self.path}: {words}")


def _stop(process: subprocess.Popen[bytes], overtime: threading.Event) -> None:
    overtime.set()
    process.kill()


def _how(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    """End a process and collect it, in the process that started it."""
    if os.getpid() != owner:
        return
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
