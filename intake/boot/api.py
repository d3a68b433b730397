"""Builds the process that faces the network: it opens no pictures and runs no models."""

from __future__ import annotations

from collections.abc import Callable

import uvicorn

from intake.api.app import create_app
from intake.api.guard import Guard
from intake.boot.service import service_context
from intake.settings import Settings
from workers.wake import waker

END_S = 10  # that answers under way may take when the process is asked to end
WAITING = 256  # connections that the kernel keeps until they are taken up


def api(settings: Settings, told: Callable[..., None]) -> uvicorn.Server:
    """Build the server; its `run` ends when the process is asked to. Raises BadSetting."""
    app = create_app(service_context(settings, waker(settings)), told=told)
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
