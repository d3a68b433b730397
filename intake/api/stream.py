"""Bodies as they come: in batches, because handing each piece to a thread costs more than keeping it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from starlette.requests import ClientDisconnect, Request

from intake.api.bounds import has_files

BATCH_BYTES = 512 * 1024  # of one upload that wait in memory; 2 MB are four batches where they were thirty pieces
BATCH_PIECES = 64  # of a client that sends them byte by byte


async def batches(request: Request) -> AsyncIterator[Sequence[bytes]]:
    """Yield all pieces of a body in order, never none. Raises ClientDisconnect after the last piece that came."""
    has_files(request.scope)
    held: list[bytes] = []
    size = 0
    try:
        async for piece in request.stream():
            if piece:
                held.append(piece)
                size += len(piece)
            if size >= BATCH_BYTES or len(held) >= BATCH_PIECES:
                yield held
                held, size = [], 0
    except ClientDisconnect:
        if held:
            yield held
        raise
    if held:
        yield held
