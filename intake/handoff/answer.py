"""What an answer of the core means: its status, and whether it repeats what was sent. Anything unclear is not a yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from intake.handoff.message import Echo, Message
from intake.handoff.outcome import NOT_FOUND, Outcome, accepted, busy, mismatch, refused, unknown
from intake.handoff.steps import Move

LATER = frozenset({409, 425, 429})
"""The core has it in hand, or takes nothing just now."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came; no body where it was longer than an answer is."""

    status: int
    body: bytes | None


class Answer(BaseModel):
    """The body of an answer. More members may come."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")

    key: str
    state: Literal["accepted", "refused", "in_progress", "not_found"]
    reference: Annotated[str, StringConstraints(pattern=r"^[^\s\p{C}]{1,128}$")] | None = None
    amount: str | None = None
    payee_sha256: str | None = None
    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,64}$")] | None = None


def judge(reply: Reply, message: Message, move: Move) -> Outcome:
    """Say what an answer means for a message that was sent, or asked for."""
    if message.echo is None:
        return _noticed(reply)
    if 200 <= reply.status < 300:
        return _told(read(reply.body), message, message.echo, move)
    if reply.status in LATER:
        return busy(f"http_{reply.status}")
    if 400 <= reply.status < 500 and reply.status != 422:
        return _turned_down(reply, message, move)
    return _said_by_status(reply.status)


def read(body: bytes | None) -> Answer | None:
    """Read the body of an answer; None where it is none."""
    try:
        return None if body is None else Answer.model_validate_json(body)
    except ValidationError:
        return None


def _said_by_status(status: int) -> Outcome:
    if status == 422:
        return mismatch("http_422")  # other bytes under a key that it has
    return mismatch("redirect") if 300 <= status < 400 else unknown(f"http_{status}")


def _noticed(reply: Reply) -> Outcome:
    """Take any success for a notice: nothing is paid because of one, so nothing need be repeated."""
    return accepted("") if 200 <= reply.status < 300 else unknown(f"http_{reply.status}")


def _told(answer: Answer | None, message: Message, echo: Echo, move: Move) -> Outcome:
    if answer is None:
        return mismatch("nonsense")
    if answer.key != message.key:
        return mismatch("echo_key")
    if answer.state == "accepted":
        return confirmed(answer, echo)
    if answer.state == "in_progress":
        return busy("in_progress")
    if answer.state == "refused" and answer.code and move is Move.ASK:
        return refused(answer.code)
    return mismatch("nonsense")  # a success that says no


def confirmed(answer: Answer, echo: Echo) -> Outcome:
    """Take an accepted answer only with its reference, the same amount and the same payee."""
    if answer.amount != echo.amount:
        return mismatch("echo_amount")
    if answer.payee_sha256 != echo.payee_sha256:
        return mismatch("echo_payee")
    return accepted(answer.reference) if answer.reference else mismatch("nonsense")


def _turned_down(reply: Reply, message: Message, move: Move) -> Outcome:
    """Take a refusal only from the core itself: gateways say 401, 403 and 404 too, and know nothing of a payment."""
    answer = read(reply.body)
    if answer is None or answer.key != message.key:
        return unknown(f"http_{reply.status}")
    if answer.state == "refused" and answer.code:
        return refused(answer.code)
    if answer.state == NOT_FOUND and reply.status == 404 and move is Move.ASK:
        return unknown(NOT_FOUND)
    return unknown(f"http_{reply.status}")
