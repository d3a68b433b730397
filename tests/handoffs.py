"""Builds messages of drawn people, and couriers to a mock core, for the tests of the hand-off."""

from __future__ import annotations

import json
import secrets
import ssl
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

from mock_core import PATH, SECRET
from release_cases import ready_case

from intake.handoff.address import address
from intake.handoff.message import Message, of_request
from intake.handoff.online import OnlineCourier
from intake.handoff.signature import Secret, Signer
from intake.handoff.webhook import StateChange
from intake.release.assemble import assemble

CHANGE = StateChange("e1", "c-17", "r1", "draft", "handing_over", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))


@cache
def message(number: int = 1) -> Message:
    return of_request(assemble(ready_case(request_id=f"r{number}")))


def messages(count: int) -> list[Message]:
    return [message(number) for number in range(1, count + 1)]


def named(name: str, **account: str | None) -> Message:
    """Build a message whose payee and holder have a name that no assembly need let through."""
    said = json.loads(message().body)
    said["payee"]["name"] = said["account"]["name"] = name
    said["account"] |= account
    body = json.dumps(said).encode()
    return replace(message(), body=body, sha256=sha256(body).hexdigest())


def courier(port: int, *, secret: Secret = SECRET, timeout_s: float = 5.0) -> OnlineCourier:
    sign = Signer(secret, time.time, lambda: secrets.token_hex(16))
    return OnlineCourier(address(f"http://127.0.0.1:{port}{PATH}"), sign, ssl.create_default_context(), timeout_s)
