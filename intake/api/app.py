"""The HTTP interface: every route under /api/v1, with everything it needs passed in as arguments."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from fastapi import APIRouter, FastAPI

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
from intake.api.crops import Crops
from intake.api.desk import Desk
from intake.api.errors import Told, answer_errors
from intake.api.headers import Outward
from intake.api.pace import Pace, Rates
from intake.metrics import Metrics, metrics
from intake.pages.crop import crop
from intake.service.context import Context

CHINA = timezone(timedelta(hours=8))  # the courts' days, in every season
PREFIX = "/api/v1"
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


def china_today() -> date:
    return datetime.now(CHINA).date()


def silent(*_event: object, **_facts: object) -> None:
    """Tell nobody."""


USUAL = Rates()
STREAM_S = 300.0  # of one stream of events; the client comes again
POLL_S = 1.0


def create_app(
    context: Context,
    *,
    rates: Rates = USUAL,
    counted: Metrics | None = None,
    stream_s: float = STREAM_S,
    told: Told = silent,
    today: Callable[[], date] = china_today,
    clock: Callable[[], float] = time.monotonic,
) -> FastAPI:
    """Build the application. `told` hears of events (a name, then ids and codes as keywords)."""
    kept = counted or metrics()
    app = FastAPI(title="intake", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = Desk(context, Pace(rates, clock), Crops(crop), today, kept.exposition, stream_s, POLL_S)
    routes = APIRouter(prefix=PREFIX)
    for noun in NOUNS:
        routes.include_router(noun.router)
    app.include_router(routes)
    app.include_router(ops.router)
    answer_errors(app, told)
    app.add_middleware(Outward, metrics=kept, clock=clock)
    return app
