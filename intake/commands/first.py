"""What a service gets at its very first start: a token for each role, to try it with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from intake.boot.secrets import write_private
from intake.service.access import Role
from intake.store import tokens
from intake.store.database import Database
from intake.store.tokens import NewToken

FILE = "first-tokens.txt"
ROLES = (Role.ADMIN, Role.CLERK, Role.REVIEWER, Role.JUDGE)


def first_tokens(database: Database, folder: Path) -> Sequence[str]:
    """Issue a token for each role if there never was any; returns lines to show, once."""
    with database.write() as connection:
        if tokens.is_any(connection):
            return ()
        issued = [(role, tokens.issue(connection, NewToken(f"demo-{role.value}", role.value))) for role in ROLES]
        lines = [f"{role.value:9} {secret}" for role, (_, secret) in issued]
        write_private(folder / FILE, ("\n".join(lines) + "\n").encode())  # before the commit: or nobody knows them
    return (*lines, f"({folder / FILE})")
