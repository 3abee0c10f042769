"""Protocol buffers read without a schema: the fields of a message, by number and place."""

from __future__ import annotations

from collections.abc import Iterator

WHOLE, PLAIN = 0, 2  # wire types: a number of any length, and bytes of a length


class TornMessage(ValueError):
    """Bytes outside of the protocol buffer encoding."""


def fields(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield number, start and end of a message's fields; a field of fixed width is its own bytes.

    Raises `TornMessage`; no field reaches behind ``end``.
    """
    for number, _, first, last in typed_fields(data, start, end):
        yield number, first, last


def typed_fields(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, wire type, start and end of a message's fields, as `fields` does."""
    at = start
    while at < end:
        key, at = varint(data, at, end)
        wire, first = key & 7, at
        if wire == PLAIN:
            length, first = varint(data, at, end)
            at = first + length
        elif wire == WHOLE:
            _, at = varint(data, at, end)
        elif wire in (1, 5):
            at += 8 if wire == 1 else 4
        else:
            raise TornMessage(f"found wire type {wire}")
        # Checked here once, so that no slice of a caller reaches into the next message.
        if at > end:
            raise TornMessage("a field ends behind its message")
        yield key >> 3, wire, first, at


def varint(data: bytes, at: int, end: int) -> tuple[int, int]:
    """Return a number of 64 bits without a sign, and the place behind. Raises `TornMessage`."""
    value = 0
    for shift in range(0, 70, 7):
        if at >= end:
            raise TornMessage("a number is cut off")
        value |= (data[at] & 0x7F) << shift
        at += 1
        if data[at - 1] < 0x80:
            return value & 0xFFFFFFFFFFFFFFFF, at
    raise TornMessage("a number is too long")


def signed(value: int) -> int:
    """Return the int64 of a number read by `varint`: written as its two's complement, without zigzag."""
    return value - (1 << 64) if value >> 63 else value


def numbers(data: bytes, start: int, end: int) -> Iterator[int]:
    """Yield the int64 numbers of a packed field."""
    while start < end:
        value, start = varint(data, start, end)
        yield signed(value)
