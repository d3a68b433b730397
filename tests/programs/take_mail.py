"""Looks into the mailbox once, as the sweep does, and dies at a named point; `keyless` takes in without a key."""

from __future__ import annotations

import os
import secrets
import signal
import sys
from dataclasses import replace

from intake.boot.given import given
from intake.boot.keeper import keeper
from intake.inbox import mailbox
from intake.inbox.imap import ImapMailbox


def dies(name: str, *, before: bool) -> None:
    """Let a call of the mailbox be the last thing that is done, or that is not done."""
    call = getattr(ImapMailbox, name)

    def last(self, *given):
        answer = None if before else call(self, *given)
        os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(ImapMailbox, name, last)


def keyless() -> None:
    letter_of = mailbox.letter_of
    mailbox.letter_of = lambda raw: replace(letter_of(raw), key=secrets.token_hex())


POINTS = {
    "after_fetch": lambda: dies("read", before=False),
    "before_mark": lambda: dies("mark", before=True),
    "after_mark": lambda: dies("mark", before=False),
    "keyless": keyless,
}


def main() -> None:
    for point in sys.argv[1:]:
        POINTS[point]()
    made = keeper(given(), lambda: None, lambda *_event, **_facts: None)
    next(chore for chore in made.chores if chore.name == "mailbox").do()


if __name__ == "__main__":
    main()
