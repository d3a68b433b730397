"""What carries messages to a core, as the relay sees it: it sends or asks, and never raises for what the core does."""

from __future__ import annotations

from typing import Protocol

from intake.handoff.message import Message
from intake.handoff.outcome import Outcome
from intake.handoff.steps import Move


class Courier(Protocol):
    """Carries messages to one core.

    Callers may rely on: the bytes of the message leave as they are, under its key and no other; the same message may be
    sent any number of times; everything that a core, a network or a disk does comes back as an Outcome, within
    a bounded time; calls from several threads do not disturb each other. Implementers must not retry by themselves,
    and must not say `reached=False` where a byte may have left.
    """

    @property
    def patience_s(self) -> float:
        """How long this core may have a message in hand before a person must look, in seconds."""
        ...

    def send(self, message: Message) -> Outcome:
        """Send the message, for the first time or again."""
        ...

    def ask(self, message: Message) -> Outcome:
        """Ask what became of a message that was sent."""
        ...


def carry(courier: Courier, message: Message, move: Move) -> Outcome:
    """Do what is next with a message; refuse to do anything with one that is done, refused or a person's."""
    if move.is_last:
        raise ValueError(f"{message.key} is {move}: nothing is sent any more")
    return courier.send(message) if move is Move.SEND else courier.ask(message)
