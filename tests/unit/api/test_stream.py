"""Bodies in batches: everything that came, in order, also where the client went away."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import ClientDisconnect, Request

from intake.api.stream import BATCH_BYTES, BATCH_PIECES, batches


def request(*pieces: bytes, breaks: bool = False) -> Request:
    coming = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    last = {"type": "http.disconnect"} if breaks else {"type": "http.request", "body": b"", "more_body": False}
    messages = iter([*coming, last])

    async def receive():
        return next(messages)

    return Request({"type": "http", "method": "POST", "headers": []}, receive)


def taken(asked: Request) -> list[list[bytes]]:
    got: list[list[bytes]] = []

    async def take() -> None:
        async for pieces in batches(asked):
            got.append(list(pieces))  # noqa: PERF401 those before the break count

    try:
        asyncio.run(take())
    except ClientDisconnect:
        got.append([])
    return got


def test_pieces_come_together_and_in_order():
    half = BATCH_BYTES // 2

    got = taken(request(b"a" * half, b"b" * half, b"c"))

    assert [sum(map(len, batch)) for batch in got] == [BATCH_BYTES, 1]
    assert b"".join(b"".join(batch) for batch in got) == b"a" * half + b"b" * half + b"c"


def test_a_client_that_sends_byte_by_byte_does_not_make_a_long_list():
    got = taken(request(*[b"x"] * (BATCH_PIECES * 2 + 1)))

    assert [len(batch) for batch in got] == [BATCH_PIECES, BATCH_PIECES, 1]


@pytest.mark.parametrize("pieces", [(b"a", b"b"), ()], ids=["after some", "at once"])
def test_what_came_before_the_line_broke_is_given_first(pieces):
    got = taken(request(*pieces, breaks=True))

    assert got == [*([[b"a", b"b"]] if pieces else []), []]


def test_an_empty_body_has_no_batches():
    assert taken(request()) == []
