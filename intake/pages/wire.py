"""What the decode child says to its parent: small bounded headers, then raw pixels."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from typing import BinaryIO, Protocol

HEADER_LIMIT = 8 * 1024 * 1024  # bytes of a header: a dense text layer has about 100 bytes a character


@dataclass(frozen=True, slots=True)
class LayerChar:
    """A character of a text layer and its box in pixels of the picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageHeader:
    """Announces `width` * `height` * 3 bytes of RGB."""

    width: int
    height: int
    layer: tuple[tuple[LayerChar, ...], ...] = ()
    layer_is_suspect: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Ends a file: why it cannot be read (further)."""

    code: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """Ends a file that was read to its end."""


Message = PageHeader | Refusal | End


def write(stream: BinaryIO, message: Message, pixels: bytes | memoryview = b"") -> None:
    """Send one message, and the pixels that a PageHeader announces."""
    body = json.dumps({"kind": type(message).__name__, **asdict(message)}).encode()
    stream.write(struct.pack(">I", len(body)))
    stream.write(body)
    stream.write(pixels)
    stream.flush()


class Readable(Protocol):
    """A stream of bytes: fills what it can and returns how much, 0 at its end."""

    def readinto(self, view: memoryview, /) -> int: ...


def read(stream: Readable) -> Message:
    """Receive one message, checking every value: the child has touched hostile bytes.

    Raises:
        EOFError: the child ended in the middle.
        ValueError: it says something that is no message.

    """
    (length,) = struct.unpack(">I", exactly(stream, 4))
    if length > HEADER_LIMIT:
        raise ValueError(length)
    said = json.loads(exactly(stream, length))
    match said:
        case {"kind": "End"}:
            return End()
        case {"kind": "Refusal", "code": str(code), "facts": dict(facts)}:
            return Refusal(code, {str(name): str(value) for name, value in facts.items()})
        case {"kind": "PageHeader", "width": int(width), "height": int(height), "layer": list(layer)}:
            lines = tuple(tuple(_char(char) for char in line) for line in layer)
            return PageHeader(width, height, lines, bool(said.get("layer_is_suspect")))
    raise ValueError(str(said)[:80])


def exactly(stream: Readable, size: int) -> bytearray:
    """Read `size` bytes; EOFError when the stream ends before."""
    data = bytearray(size)
    fill(stream, memoryview(data))
    return data


def fill(stream: Readable, view: memoryview) -> None:
    """Fill `view` (bytes); EOFError when the stream ends before."""
    while view:
        got = stream.readinto(view)
        if not got:
            raise EOFError
        view = view[got:]


def _char(said: object) -> LayerChar:
    match said:
        case {"text": str(text), "left": left, "top": top, "right": right, "bottom": bottom}:
            return LayerChar(text, float(left), float(top), float(right), float(bottom))
    raise ValueError(str(said)[:80])
