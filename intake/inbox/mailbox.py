"""Takes in what is attached to the unread messages of a mailbox, for the case that the subject names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from intake.domain.errors import IntakeError, StoreFull, StoreUnavailable, Unavailable
from intake.inbox.arrival import Paper, case_named, machine, taken
from intake.inbox.letter import Letter, letter_of
from intake.service.context import Context
from intake.service.noted import note_once
from intake.store.happenings import Happened

WHO = "mailbox"
MOST = 50  # messages at once
NO_PAPERS = "mail_without_papers"
LATER = (Unavailable, StoreUnavailable, StoreFull)


class Mailbox(Protocol):
    """Holds messages.

    Callers may rely on: a message that was not marked is given again; every error of the network or the server comes
    out as Unavailable. Implementers must not mark a message by reading it.
    """

    def unread(self) -> Sequence[str]:
        """Return the names of messages that were not marked, the oldest first."""
        ...

    def read(self, name: str) -> bytes | None:
        """Return a message; None for one that is larger than what is taken in."""
        ...

    def mark(self, name: str) -> None:
        """Mark a message, so that it is not given again."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """`court` is that of the cases which the subjects name, `tried` how often each message was that had to wait."""

    context: Context
    mailbox: Mailbox
    court: str
    told: Callable[..., None]
    tried: dict[str, int] = field(default_factory=dict)

    def take_all(self) -> int:
        """Take in the papers of unread messages, MOST at once; returns of how many.

        One that names no case stays unread, and what came later must not wait behind many of them: those that were
        looked at least often come first.
        """
        unread = self.mailbox.unread()
        for gone in self.tried.keys() - set(unread):
            del self.tried[gone]
        return sum(self._tried(name) for name in sorted(unread, key=lambda name: self.tried.get(name, 0))[:MOST])

    def _tried(self, name: str) -> bool:
        self.tried[name] = self.tried.get(name, 0) + 1
        return self._take(name)

    def _take(self, name: str) -> bool:
        raw = self.mailbox.read(name)
        if raw is None:
            self._note(name, "mail_too_large")
            return False
        letter = letter_of(raw)
        try:
            self._take_in(letter)
        except LATER:
            raise
        except IntakeError as error:
            self._note(letter.key, error.code)
            return False
        self.mailbox.mark(name)
        return True

    def _take_in(self, letter: Letter) -> None:
        asks = machine(WHO, self.court)
        case_id = case_named(self.context, asks, letter.subject)
        if not letter.papers:
            self._note(letter.key, NO_PAPERS)
            return
        papers = [Paper(paper.name, (paper.data,)) for paper in letter.papers]
        for each in taken(self.context, asks, case_id, papers, f"mail:{letter.key}"):
            self.told("mail_taken", scan=each.scan.id)

    def _note(self, key: str, code: str) -> None:
        """Say once that a message waits for a person, and why."""
        happened = Happened("mail_waits", WHO, self.court, facts={"code": code, "message": key[:64]})
        if note_once(self.context, f"mail:{self.court}", f"{key}:{code}", happened):
            self.told("mail_waits", error=code)
