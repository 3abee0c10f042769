"""Writes TFRecord files for tests."""

import struct


def varint(value):
    out = b""
    while value > 0x7F:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def part(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data


def example(features):
    """Return an Example message: lists of bytes, of floats (packed) or of int (packed)."""
    body = b""
    for key, values in features.items():
        if isinstance(values[0], bytes):
            feature = part(1, b"".join(part(1, value) for value in values))
        elif isinstance(values[0], float):
            feature = part(2, part(1, struct.pack(f"<{len(values)}f", *values)))
        else:
            feature = part(3, part(1, b"".join(map(varint, values))))
        body += part(1, part(1, key.encode()) + part(2, feature))
    return part(1, body)


def record(data):
    return struct.pack("<QI", len(data), 0) + data + struct.pack("<I", 0)
