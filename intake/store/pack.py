"""A text and some arrays as one run of bytes: what kind of run it is in the first byte, the rest compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from intake.domain.errors import UnknownCoding

Array = NDArray[np.generic]

_LEVEL = 6
_LARGEST = 1 << 26  # bytes of a run when unpacked; a page of 10,000 characters has 2 MB
_KINDS = ("<f8", "<f4", "<f2", "<u2", "<i4")
_SIZES = struct.Struct("<II")  # bytes of the text, number of arrays
_SHAPE = struct.Struct("<B3I")  # kind, three dimensions


def pack(version: int, text: bytes, arrays: Sequence[Array]) -> bytes:
    """Return the bytes of a text and of arrays with at most three dimensions."""
    shapes = (_SHAPE.pack(_KINDS.index(a.dtype.newbyteorder("<").str), *_three(a.shape)) for a in arrays)
    body = b"".join([_SIZES.pack(len(text), len(arrays)), *shapes, text, *(_planes(a) for a in arrays)])
    return bytes([version]) + zlib.compress(body, _LEVEL)


def unpack(version: int, packed: bytes) -> tuple[bytes, tuple[Array, ...]]:
    """Return the text and the arrays, these with three dimensions; raises UnknownCoding for anything else."""
    if packed[:1] != bytes([version]):
        raise UnknownCoding
    try:
        return _parts(_inflated(packed[1:]))
    except (zlib.error, struct.error, ValueError, IndexError) as error:
        raise UnknownCoding from error


def _inflated(compressed: bytes) -> bytes:
    stream = zlib.decompressobj()
    body = stream.decompress(compressed, _LARGEST)
    if not stream.eof or stream.unused_data:
        raise ValueError("cut off, or followed by something")
    return body


def _parts(body: bytes) -> tuple[bytes, tuple[Array, ...]]:
    length, count = _SIZES.unpack_from(body)
    shapes = [_SHAPE.unpack_from(body, _SIZES.size + i * _SHAPE.size) for i in range(count)]
    at = _SIZES.size + count * _SHAPE.size
    text, at = body[at : at + length], at + length
    arrays = []
    for kind, *shape in shapes:
        dtype = np.dtype(_KINDS[kind])
        size = prod(shape) * dtype.itemsize
        planes = np.frombuffer(body, np.uint8, size, at).reshape(dtype.itemsize, -1)
        arrays.append(np.ascontiguousarray(planes.T).view(dtype).reshape(shape))
        at += size
    if at != len(body):
        raise ValueError("more than was said")
    return text, tuple(arrays)


def _planes(array: Array) -> bytes:
    """Return the first bytes of all numbers, then the second ones: likes beside likes compress better."""
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    return little.reshape(-1).view(np.uint8).reshape(-1, array.itemsize).T.tobytes()


def _three(shape: tuple[int, ...]) -> tuple[int, ...]:
    return (1,) * (3 - len(shape)) + shape
