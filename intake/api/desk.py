"""What every route may ask for: the context, who asks, the version that was seen, and a place in a list.

What waits for nothing is `async`, or it would be handed to a thread.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Header, Query, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from intake.api.crops import Crops
from intake.api.pace import Pace
from intake.api.places import Press
from intake.domain.errors import Changed, Invalid, Unauthenticated
from intake.service.access import Principal, who_asks
from intake.service.context import Context
from intake.store.rows import MOST, Slice

_ETAG = re.compile(r'"([0-9]{1,9})"')
_BEARER = HTTPBearer(auto_error=False, description="Token given by an administrator: `Authorization: Bearer …`.")
UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the process that answers holds; `stream_s` is how long one stream of events lasts at most."""

    context: Context
    pace: Pace
    crops: Crops
    press: Press
    today: Callable[[], date]
    metrics: Callable[[], bytes]
    stream_s: float
    poll_s: float


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def asks_of(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
) -> Principal:
    """Say who asks. Raises Unauthenticated, TooMuch."""
    if credentials is None:
        raise Unauthenticated
    desk = desk_of(request)
    asks = who_asks(desk.context.database, credentials.credentials)
    desk.pace.count(caller(request), "asks", desk.pace.rates.asks)
    return asks


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: what the process holds, who asks, and the answer that is being made."""

    desk: Desk
    asks: Principal
    response: Response

    @property
    def context(self) -> Context:
        return self.desk.context

    def etag(self, version: int) -> None:
        """Tell the version of what is answered, which is needed to change it."""
        self.response.headers["ETag"] = f'"{version}"'


async def visit_of(request: Request, response: Response, asks: Annotated[Principal, Depends(asks_of)]) -> Visit:
    return Visit(desk_of(request), asks, response)


def asks_again(request: Request) -> Principal:
    """Say who asks, in the middle of a long answer: a token may have been taken back. Raises Unauthenticated."""
    return who_asks(desk_of(request).context.database, _secret(request))


def caller(request: Request) -> str:
    """Return what a token is counted by: a hash of it, however its header is written, so that no secret is kept."""
    return hashlib.sha256(_secret(request).encode()).hexdigest()


def _secret(request: Request) -> str:
    return request.headers.get("authorization", "").partition(" ")[2].strip()


def counted(kind: str) -> Callable[[Request], Awaitable[None]]:
    """Return what counts a request of a kind that may come less often than others."""

    async def count(request: Request) -> None:
        pace = desk_of(request).pace
        pace.count(caller(request), kind, int(getattr(pace.rates, kind)))

    return count


async def version_of(
    if_match: Annotated[str | None, Header(description="The ETag of what was read.", examples=['"3"'])] = None,
) -> int:
    """Return the version that somebody saw. Raises Invalid `version_needed`, Changed for what was never one of ours."""
    if if_match is None or if_match.strip() == "*":
        raise Invalid("version_needed")
    match = _ETAG.fullmatch(if_match.strip())
    if match is None:
        raise Changed
    return int(match[1])


async def part_of(
    after: Annotated[str | None, Query(pattern=UUID, description="`next` of the page before.", examples=[None])] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = 50,
) -> Slice:
    """Return the piece of a list that is wanted."""
    return Slice(limit, after)


Here = Annotated[Visit, Depends(visit_of)]
Seen = Annotated[int, Depends(version_of)]
Part = Annotated[Slice, Depends(part_of)]
