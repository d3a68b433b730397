"""Bodies that are no files are small: more is refused as it comes, before anybody keeps it or asks who sends it."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_BYTES = 1024 * 1024  # the largest body that fits the description has some 600 kB
KIBIBYTE = 1024
TOO_LARGE = 413
_HAS_FILES = "intake.has_files"


class Bounded:
    """Wraps an application: FastAPI keeps a body whole, and it does so before it asks for a token."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        size = 0

        async def received() -> Message:
            nonlocal size
            if size == 0 and not scope.get(_HAS_FILES) and _announced(scope) > BODY_BYTES:
                raise HTTPException(TOO_LARGE)
            message = await receive()
            size += len(message.get("body", b""))
            if size > BODY_BYTES and not scope.get(_HAS_FILES):
                raise HTTPException(TOO_LARGE)
            return message

        await self._app(scope, received, send)


def has_files(scope: Scope) -> None:
    """Say that the body of a request is files, which who takes them bounds by the settings."""
    scope[_HAS_FILES] = True


def _announced(scope: Scope) -> int:
    said = Headers(scope=scope).get("content-length", "0")
    return int(said[:18]) if said.isdecimal() else 0
