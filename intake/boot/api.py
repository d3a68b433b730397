"""Builds the process that faces the network: it opens no pictures and runs no models."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable
from functools import partial

import uvicorn
from sqlalchemy import Connection

from intake.api.app import Around, create_app
from intake.api.guard import Guard
from intake.api.pace import Rates
from intake.boot.counts import counting
from intake.boot.service import service_context
from intake.domain.errors import Unavailable
from intake.metrics import Metrics, metrics
from intake.service.context import Context
from intake.service.requests import RELEASE
from intake.settings import Settings
from intake.store import jobs, requests
from intake.store.jobs import Kind
from workers.wake import waker

END_S = 10  # that answers under way may take when the process is asked to end
WAITING = 256  # connections that the kernel keeps until they are taken up


def api(settings: Settings, told: Callable[..., None]) -> uvicorn.Server:
    """Build the server; its `run` ends when the process is asked to. Raises BadSetting."""
    context = service_context(settings, waker(settings))
    app = create_app(context, Around(rates_of(settings), _watched(context)), told=told)
    app.openapi()  # made once, and not while everybody waits for the first who asks
    gc.collect()
    gc.freeze()  # what was loaded stays: looking through it for garbage stood still for 105 ms, every so often
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=Guard,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=WAITING,
        timeout_graceful_shutdown=END_S,
    )
    return uvicorn.Server(config)


def rates_of(settings: Settings) -> Rates:
    return Rates(
        settings.asks_a_minute,
        settings.uploads_a_minute,
        settings.searches_a_minute,
        settings.unmasks_a_minute,
        settings.uploads_at_once,
        settings.uploads_at_once_each,
        settings.streams_at_once,
        settings.streams_at_once_each,
    )


def _watched(context: Context) -> Metrics:
    """Make metrics that look into the database when they are asked for."""
    made = counting(metrics(), context.database)
    for kind in Kind:
        made.queue_age.labels(kind.value).set_function(partial(_age_s, context, partial(_waits_s, kind)))
    made.handoff_age.set_function(partial(_age_s, context, lambda c: requests.outbox_age_s(c, RELEASE)))
    return made


def _waits_s(kind: Kind, connection: Connection) -> float:
    return jobs.waiting(connection, kind)[1]


def _age_s(context: Context, look: Callable[[Connection], float]) -> float:
    """Return an age in seconds; no number while the database is away, so that nobody takes it for none."""
    try:
        with context.database.read() as connection:
            return look(connection)
    except Unavailable:
        return math.nan
