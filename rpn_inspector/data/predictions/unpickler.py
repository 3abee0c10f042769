"""An unpickler that runs nothing: the opcodes of plain values and containers, and a few given globals.

Every global stands for a function of this program, with checked arguments. Everything else, sets and instances
included, ends with a `Refused` naming the culprit.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from rpn_inspector.core.errors import BadPredictions
from rpn_inspector.core.values import Array


class Refused(BadPredictions):
    """A pickle asks for something else than an array or a plain container."""


def shown(value: object, length: int = 40) -> str:
    """Return a value out of a hostile file, fit for one line.

    Containers are named only: a few bytes can describe a container whose text would fill the memory.
    """
    if isinstance(value, str | int | float):
        return repr(str(value)[:length])[1:-1]
    return f"a {type(value).__name__}".replace(" _", " ")


WIDEST = 128  # bits of a whole number
# What a pickle makes of a byte or two: containers, places to take from again, and calls.
FREE, BYTES_EACH = 200_000, 2  # so many of these in any file, and one more for so many bytes
TIMES = 4  # bytes of arrays a byte of the file; of tensors several may share a storage


class StandIn:
    """A stand-in for an object of another library; ``value`` is the array found in the end."""

    value: Array | None = None

    def build(self, state: object) -> None:
        """Take the state a pickle gives the object; raises `Refused` where there is no such state."""
        raise Refused(f"the state of a {type(self).__name__}")


# fmt: off
_OPCODES = (
    pickle.PROTO, pickle.FRAME, pickle.STOP, pickle.MARK, pickle.POP, pickle.POP_MARK, pickle.DUP,
    pickle.NONE, pickle.NEWTRUE, pickle.NEWFALSE, pickle.INT, pickle.BININT, pickle.BININT1, pickle.BININT2,
    pickle.LONG, pickle.LONG1, pickle.LONG4, pickle.FLOAT, pickle.BINFLOAT,
    pickle.STRING, pickle.BINSTRING, pickle.SHORT_BINSTRING,
    pickle.UNICODE, pickle.BINUNICODE, pickle.SHORT_BINUNICODE, pickle.BINUNICODE8,
    pickle.BINBYTES, pickle.SHORT_BINBYTES, pickle.BINBYTES8,
    pickle.EMPTY_LIST, pickle.LIST, pickle.APPEND, pickle.APPENDS, pickle.EMPTY_DICT,
    pickle.EMPTY_TUPLE, pickle.TUPLE, pickle.TUPLE1, pickle.TUPLE2, pickle.TUPLE3,
    pickle.PUT, pickle.BINPUT, pickle.LONG_BINPUT, pickle.MEMOIZE, pickle.GET, pickle.BINGET, pickle.LONG_BINGET,
    pickle.GLOBAL, pickle.STACK_GLOBAL,
)
# fmt: on


class Unpickler(pickle._Unpickler):
    """Knows `_OPCODES`, the ones below, and no other.

    ``known`` are the globals answered, by full name; ``persistent`` answers a persistent id, refused without. Reads one
    pickle from ``stream``, which holds ``length`` bytes in all. `load` raises `Refused`, `KeyError` of an opcode, and
    whatever noise makes the base class raise.
    """

    # Any and the annotations below: the base class is of the pure Python pickle, which the stubs leave out.
    dispatch: ClassVar[dict[int, Callable[[Any], None]]] = {
        code[0]: pickle._Unpickler.dispatch[code[0]] for code in _OPCODES
    }
    stack: list[object]
    append: Callable[[object], None]
    pop_mark: Callable[[], list[object]]
    read: Callable[[int], bytes]

    def __init__(
        self,
        stream: io.BytesIO,
        length: int,
        known: Mapping[str, Callable[..., object]],
        persistent: Callable[[object], object] | None = None,
    ) -> None:
        super().__init__(stream, fix_imports=False, encoding="latin1")
        self.length, self.known, self.persistent = length, known, persistent
        self._left, self._bytes_left = FREE + length // BYTES_EACH, TIMES * length

    def count(self) -> None:
        """Count one thing made; raises `Refused` for more than a file of this length honestly makes."""
        self._left -= 1
        if self._left < 0:
            raise Refused(f"over {FREE + self.length // BYTES_EACH:,} things in {self.length:,} bytes")

    def _count_bytes(self, value: object) -> None:
        if isinstance(value, StandIn) and value.value is not None:
            self._bytes_left -= value.value.nbytes
            if self._bytes_left < 0:
                raise Refused(f"arrays of over {TIMES} times its {self.length:,} bytes")

    def check_whole(self) -> None:
        """Raise `Refused` where the value read last is a whole number too large to reckon with."""
        value = self.stack[-1]
        if isinstance(value, int) and value.bit_length() > WIDEST:
            raise Refused(f"a whole number of {value.bit_length():,} bits, more than {WIDEST}")

    def find_class(self, module: str, name: str) -> object:
        """Return the stand-in for a global; raises `Refused` where there is none."""
        wanted = f"{module}.{name}"
        if wanted not in self.known:
            raise Refused(f"the global {shown(wanted, 80)}")
        return self.known[wanted]

    def _persistent_id(self) -> None:
        if self.persistent is None:
            raise Refused("a persistent id")
        self.stack.append(self.persistent(self.stack.pop()))

    def _reduce(self) -> None:
        arguments = self.stack.pop()
        function = self.stack[-1]
        known = next((one for one in self.known.values() if one is function), None)
        if not isinstance(arguments, tuple) or known is None:
            raise Refused(f"a call of {shown(function)}")
        self.stack[-1] = known(*arguments)
        self._count_bytes(self.stack[-1])

    def _build(self) -> None:
        state = self.stack.pop()
        target = self.stack[-1]
        if not isinstance(target, StandIn):
            raise Refused(f"the state of a {type(target).__name__}")
        target.build(state)
        self._count_bytes(target)

    def _make_dict(self) -> None:
        items = self.pop_mark()
        self.append({})
        _put(self.stack[-1], items)

    def _set_item(self) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        _put(self.stack[-1], [key, value])

    def _set_items(self) -> None:
        items = self.pop_mark()
        _put(self.stack[-1], items)

    def _byte_array(self) -> None:
        length = int.from_bytes(self.read(8), "little")
        if length > self.length:
            raise Refused(f"{length} bytes, more than the file holds")
        self.append(bytearray(self.read(length)))


Unpickler.dispatch |= {
    pickle.BINPERSID[0]: Unpickler._persistent_id,
    pickle.REDUCE[0]: Unpickler._reduce,
    pickle.BUILD[0]: Unpickler._build,
    pickle.DICT[0]: Unpickler._make_dict,
    pickle.SETITEM[0]: Unpickler._set_item,
    pickle.SETITEMS[0]: Unpickler._set_items,
    pickle.BYTEARRAY8[0]: Unpickler._byte_array,
}


def _counted(load: Callable[[Any], None]) -> Callable[[Any], None]:
    def counted(unpickler: Unpickler) -> None:
        unpickler.count()
        load(unpickler)

    return counted


def _checked(load: Callable[[Any], None]) -> Callable[[Any], None]:
    def checked(unpickler: Unpickler) -> None:
        try:
            load(unpickler)
        except ValueError as error:  # digits without end are no number in Python either
            raise Refused(f"a whole number that is none: {shown(str(error), 60)}") from None
        unpickler.check_whole()

    return checked


_MAKING = (
    pickle.MARK, pickle.EMPTY_LIST, pickle.EMPTY_DICT, pickle.EMPTY_TUPLE, pickle.LIST, pickle.DICT, pickle.TUPLE,
    pickle.TUPLE1, pickle.TUPLE2, pickle.TUPLE3, pickle.PUT, pickle.BINPUT, pickle.LONG_BINPUT, pickle.MEMOIZE,
    pickle.REDUCE, pickle.BYTEARRAY8,
)  # fmt: skip
Unpickler.dispatch |= {code[0]: _counted(Unpickler.dispatch[code[0]]) for code in _MAKING}
Unpickler.dispatch |= {
    code[0]: _checked(Unpickler.dispatch[code[0]]) for code in (pickle.INT, pickle.LONG, pickle.LONG1, pickle.LONG4)
}


def _put(target: object, items: Sequence[object]) -> None:
    if not isinstance(target, dict):
        raise Refused(f"items of a {type(target).__name__}")
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, str | bytes | int | float | bool):  # a tuple of tuples can take for ever to hash
            raise Refused(f"a {type(key).__name__} as key")
        target[key] = value
