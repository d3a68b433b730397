"""The Celery application: early acknowledgement, no results, JSON only, and brokers that may be away.

The settings and why: measured on Celery 5.7.0, see docs/decisions/0013-running.md.
"""

from __future__ import annotations

from pathlib import Path

from celery import Celery

from intake.settings import FILES, Settings

DRAIN = "intake.drain"
QUEUE = "intake"
REDIS = {
    "visibility_timeout": 3600,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
    "socket_keepalive": True,
    "health_check_interval": 25,
}
REDIS_SENDING = {  # of who must not wait: 0.1 s refused, 2.1 s frozen
    "socket_timeout": 2,
    "socket_connect_timeout": 1,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}


def celery_app(settings: Settings, *, sends: bool = False) -> Celery:
    """Make the application of a process that listens for wake-ups, or of one that only sends them."""
    app = Celery("intake", set_as_current=False)
    if settings.broker == FILES:
        url, options = "filesystem://localhost/", _folders(settings.data)
    else:
        url, options = settings.broker, dict(REDIS_SENDING if sends else REDIS)
    app.conf.update(
        broker_url=url,
        broker_transport_options=options,
        broker_connection_timeout=1 if sends else 3,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        task_default_queue=QUEUE,
        task_acks_late=False,
        task_reject_on_worker_lost=False,
        task_ignore_result=True,
        task_publish_retry=False,
        result_backend=None,
        task_serializer="json",
        accept_content=["json"],
        worker_prefetch_multiplier=0,  # no count, which one failed acknowledgement would fill for ever: see 0013
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
    )
    return app


def _folders(data: Path) -> dict[str, object]:
    """Return the options of a broker that is a folder of this machine."""
    messages, control = data / "wake" / "messages", data / "wake" / "control"
    for folder in (messages, control):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        "data_folder_in": str(messages),
        "data_folder_out": str(messages),
        "control_folder": str(control),
        "polling_interval": 0.2,
    }
