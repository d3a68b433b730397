"""Logs as JSON lines on standard error: codes, ids and numbers; what papers or people say cannot get in.

A value is written when its shape says that it is harmless: a truth value, a small number, a code in lower case, an id.
Everything else is written as "[refused]": names, numbers of accounts and cards, dates of birth, file names, messages
of exceptions. Libraries log free text, so of their records only the place in their source is written.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TextIO

import structlog

REFUSED = "[refused]"
LARGEST = 10**9  # a number of a person, card or account has more digits
FRAMES = 12  # of a traceback, the innermost

_CODE = re.compile(r"[a-z/][a-z0-9_.:/{}-]{0,95}")  # events, codes, stages, routes, names of modules
_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{64}")  # UUIDs and digests
_DIGITS = re.compile(r"[0-9]{6}")  # more than a code has; even of an amount or a phone

Event = MutableMapping[str, object]
Failure = tuple[type[BaseException], BaseException, TracebackType | None]


def configure(stream: TextIO, level: int = logging.INFO) -> None:
    """Send everything that is logged in this process to `stream`, one JSON object a line."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            told,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(Patient(stream)),  # type: ignore[arg-type]  # only writes
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Libraries()]
    root.setLevel(max(level, logging.WARNING))


def told(_logger: object, _method: str, event: Event) -> Event:
    """Refuse what might say what a paper says, and reduce an exception to its type and where it was raised."""
    failure = _failure(event.pop("exc_info", None))
    safe: Event = {_key(key): harmless(value) for key, value in event.items()}
    return safe if failure is None else {**safe, **_failed(failure)}


def harmless(value: object) -> object:
    """Return the value if its shape says that nobody is named by it, else REFUSED."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value if abs(value) < LARGEST else REFUSED
    if isinstance(value, str):
        return value if is_harmless(value) else REFUSED
    if isinstance(value, list | tuple):
        return [harmless(item) for item in value]
    return REFUSED


def is_harmless(text: str) -> bool:
    """Say whether a text is a code or an id."""
    if _ID.fullmatch(text):
        return True
    return _CODE.fullmatch(text) is not None and not _DIGITS.search(text)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Patient:
    """A stream that loses what it cannot write: a log that is full or gone must not end the work that it tells of."""

    stream: TextIO

    def write(self, text: str) -> None:
        with suppress(OSError):
            self.stream.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self.stream.flush()


class _Libraries(logging.Handler):
    """Writes of the records of libraries which logger, where in its source, and what kind of exception."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger()
        place = f"{_short(record.pathname)}:{record.lineno}"
        log.log(record.levelno, "library_message", logger=record.name.lower(), at=place, exc_info=record.exc_info)


def _key(key: str) -> str:
    return key if is_harmless(key) else REFUSED


def _failure(given: object) -> Failure | None:
    """Return what `exc_info=` stands for: an exception, a triple, or the one being handled."""
    error = given[1] if isinstance(given, tuple) else given
    if error is True:
        error = sys.exception()
    return (type(error), error, error.__traceback__) if isinstance(error, BaseException) else None


def _failed(failure: Failure) -> Mapping[str, object]:
    kind, _, trace = failure
    frames = traceback.extract_tb(trace)[-FRAMES:]
    return {"error": kind.__name__, "raised": [f"{_short(f.filename)}:{f.lineno}" for f in frames]}


def _short(path: str) -> str:
    """Return the last two parts of a path: no machine's folders in the logs."""
    return "/".join(Path(path).parts[-2:])
