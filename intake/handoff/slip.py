"""What an old program says about a request: lines of name=value in a small file, whose last line is `end`."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from itertools import takewhile

from pydantic import ValidationError

from intake.handoff.answer import Answer, confirmed
from intake.handoff.columns import Encoding
from intake.handoff.message import Message
from intake.handoff.outcome import Outcome, busy, mismatch, refused

END = "end"


def accepted_by(data: bytes, encoding: Encoding, message: Message) -> Outcome:
    """Say what an `.ack` file means; it counts only with the key, the amount and the payee that were sent."""
    return _meant(data, encoding, message, "accepted")


def refused_by(data: bytes, encoding: Encoding, message: Message) -> Outcome:
    """Say what an `.err` file means."""
    return _meant(data, encoding, message, "refused")


def _meant(data: bytes, encoding: Encoding, message: Message, state: str) -> Outcome:
    if END.encode() not in data.removeprefix(BOM_UTF8).splitlines():
        return busy("half_written")  # perhaps in the middle of a character
    try:
        lines = _text(data, encoding).splitlines()
    except UnicodeDecodeError:
        return mismatch("nonsense")
    pairs = [line.partition("=") for line in takewhile(lambda line: line != END, lines)]
    said = {name.strip(): value.strip() for name, _, value in pairs}
    if said.get("key") != message.wire_key or len(said) < len(pairs):
        return mismatch("echo_key")
    return _answered(said, message, state)


def _answered(said: Mapping[str, str], message: Message, state: str) -> Outcome:
    try:
        answer = Answer.model_validate({**said, "state": state})
    except ValidationError:
        return mismatch("nonsense")
    if state == "refused":
        return refused(answer.code) if answer.code else mismatch("nonsense")
    return confirmed(answer, message.echo) if message.echo else mismatch("nonsense")


def _text(data: bytes, encoding: Encoding) -> str:
    """Decode as the folder is set up: guessing takes 凭证 in GB18030 for two Latin letters in UTF-8."""
    return data.decode(Encoding.UTF8 if data.startswith(BOM_UTF8) else encoding)
