"""Route of progress: what happens in a case, as server-sent events that go on where they were broken off."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Header, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from intake.api.body import Id
from intake.api.desk import Desk, Here, Visit, asks_again, caller
from intake.api.problems import Responses, problems
from intake.domain.errors import IntakeError
from intake.service import progress
from intake.store.happenings import Happening

router = APIRouter(prefix="/cases/{case_id}/events", tags=["progress"])
RETRY_MS = 2000
QUIET_S = 15.0  # after which a comment is sent, so that nobody on the way takes the line for dead
HIGHEST = 2**53
More = Callable[[int], tuple[tuple[Happening, ...], int]]
Last = Annotated[int, Header(alias="Last-Event-ID", ge=0, le=HIGHEST, description="`id` of the last event seen.")]
EVENT = {"type": "object", "properties": {name: {"type": "string"} for name in ("id", "event", "data")}}
STREAM: Responses = {200: {"content": {"text/event-stream": {"schema": EVENT}}, "description": "Events."}}


@router.get("", response_class=StreamingResponse, responses=problems("no_such_thing", "too_many_streams") | STREAM)
async def watch(here: Here, request: Request, case_id: Id, last: Last = 0) -> StreamingResponse:
    """Watch a case: each event has an `id`, its kind as `event`, and ids and codes as JSON."""
    first, seq = await run_in_threadpool(progress.since, here.context, here.asks, case_id, last)
    more = partial(_more, here, request, case_id)
    ended = here.desk.pace.stream(caller(request))
    return _Stream(_events(here.desk, more, first, seq), ended)


class _Stream(StreamingResponse):
    """A stream that gives its place back when it ends, also where it never began."""

    def __init__(self, events: AsyncIterator[str], ended: Callable[[], None]) -> None:
        super().__init__(events, media_type="text/event-stream")
        self.ended = ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.ended()


def _more(here: Visit, request: Request, case_id: str, seq: int) -> tuple[tuple[Happening, ...], int]:
    """Return what happened since, to somebody whose token is still good."""
    return progress.since(here.context, asks_again(request), case_id, seq)


async def _events(desk: Desk, more: More, first: tuple[Happening, ...], seq: int) -> AsyncIterator[str]:
    """Yield what happened, then what happens; the stream ends after a while, and the client comes again."""
    yield f"retry: {RETRY_MS}\n\n"
    ends, spoke, found = time.monotonic() + desk.stream_s, time.monotonic(), first
    while True:
        for each in found:
            yield _event(each)
        now = time.monotonic()
        if now >= ends:
            return
        if found:
            spoke = now
        elif now - spoke >= QUIET_S:
            spoke = now
            yield ": still here\n\n"
        await asyncio.sleep(desk.poll_s)
        try:
            found, seq = await run_in_threadpool(more, seq)
        except IntakeError:  # the token was taken back, or the database is away: the client may ask again
            return


def _event(each: Happening) -> str:
    facts = {name: fact for name, fact in each.facts.items() if name != "why"}
    data = {"at": each.at, "kind": each.kind, "subject": each.subject, "facts": facts}
    return f"id: {each.seq}\nevent: {each.kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
