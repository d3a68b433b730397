"""The HTTP interface: every route under /api/v1, with everything it needs passed in as arguments."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.routing import compile_path

from intake import __version__
from intake.api import (
    cases,
    corrections,
    doctypes,
    documents,
    ops,
    pictures,
    progress,
    quality,
    requests,
    resumable,
    scans,
    search,
    tokens,
    uploads,
)
from intake.api.bounds import Bounded
from intake.api.crops import Crops
from intake.api.desk import Desk
from intake.api.errors import MEDIA_TYPE, Told, answer_errors
from intake.api.examples import put_examples
from intake.api.headers import Outward
from intake.api.pace import Pace, Rates
from intake.api.places import Places, Press
from intake.api.problems import wrong_bodies
from intake.metrics import Metrics, metrics
from intake.pages.crop import crop
from intake.release.notice import Notice
from intake.service.context import Context
from intake.show.press import printed

CHINA = timezone(timedelta(hours=8))  # the courts' days, in every season
PREFIX = "/api/v1"
ABOUT = """Papers of cases come in, are read, corrected and confirmed, and leave as release requests.

Every route but the health checks needs `Authorization: Bearer …`. What is not yours to see is answered like what does
not exist (404). Errors are `application/problem+json`: decide by `code`. What a person edits carries an `ETag`, and
changing it needs `If-Match`. Lists go by cursor: `next` of an answer is `after` of the next request. Numbers of people
and accounts are hidden (`*`) from roles that may not see them whole."""
NOUNS = (
    cases,
    uploads,
    resumable,
    scans,
    pictures,
    documents,
    corrections,
    requests,
    progress,
    search,
    quality,
    doctypes,
    tokens,
)


POLL_S = 1.0  # between two looks for new events
STREAM_S = 300.0  # that one stream of events lasts: the client comes again


def china_today() -> date:
    return datetime.now(CHINA).date()


def silent(*_event: object, **_facts: object) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the interface.

    `stream_s` is how long one stream of events lasts: the client comes again. `clock` gives seconds from any point,
    `printed` the PDF of a notice.
    """

    rates: Rates = field(default_factory=Rates)
    metrics: Metrics = field(default_factory=metrics)
    today: Callable[[], date] = china_today
    clock: Callable[[], float] = time.monotonic
    stream_s: float = STREAM_S
    printed: Callable[[Notice], bytes] = printed


class Described(FastAPI):
    """An application whose description says of errors what they are: problems, and nothing else."""

    def openapi(self) -> dict[str, Any]:
        """Return the description, made once."""
        if self.openapi_schema is None:
            described = super().openapi()
            for address in described["paths"].values():
                for route in address.values():
                    if "application/json" in route.get("requestBody", {}).get("content", {}):
                        route["responses"] |= wrong_bodies()
                    _only_problems(route["responses"])
            put_examples(described)
        return super().openapi()


def create_app(context: Context, around: Around | None = None, *, told: Told = silent) -> FastAPI:
    """Build the application. `told` hears of events: a name, then ids and codes as keywords."""
    world = around or Around()
    app = routed()
    pace = Pace(world.rates, world.clock)
    places = Places()
    papers = Crops(crop, places), Press(world.printed, places)
    app.state.desk = Desk(context, pace, *papers, world.today, world.metrics.exposition, world.stream_s, POLL_S)
    app.state.methods = partial(methods_of, app)
    answer_errors(app, told)
    app.add_middleware(Bounded)
    app.add_middleware(Outward, metrics=world.metrics, clock=world.clock)
    return app


def methods_of(app: FastAPI, address: str) -> Sequence[str]:
    """Return the methods that an address takes: each is a route of its own, and none knows of the others."""
    for path, routes in app.openapi()["paths"].items():
        if compile_path(path)[0].match(address):
            return sorted(method.upper() for method in routes)
    return ()


def routed() -> FastAPI:
    """Return the routes alone: what is needed to describe them."""
    app = Described(
        title="intake",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        separate_input_output_schemas=False,
    )
    routes = APIRouter(prefix=PREFIX)
    for noun in NOUNS:
        routes.include_router(noun.router)
    app.include_router(routes)
    app.include_router(ops.router)
    return app


def _only_problems(responses: dict[str, Any]) -> None:
    for answer in responses.values():
        content = answer.get("content", {})
        if MEDIA_TYPE in content:
            content.pop("application/json", None)
