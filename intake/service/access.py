"""Who may do what: a table of rights by role, and the part of the world that somebody sees at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.errors import Forbidden, Unauthenticated
from intake.store.database import Database
from intake.store.rows import Scope
from intake.store.tokens import Token, known


class Role(StrEnum):
    PARTY = "party"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    JUDGE = "judge"
    ADMIN = "admin"
    SYSTEM = "system"


class Right(StrEnum):
    """`numbers`: sees numbers of accounts and identity papers whole; `unmask`: sees one of them, and it is noted."""

    SEE = "see"
    OPEN_CASE = "open_case"
    UPLOAD = "upload"
    NUMBERS = "numbers"
    UNMASK = "unmask"
    CORRECT = "correct"
    CONFIRM = "confirm"
    ASSEMBLE = "assemble"
    HAND_OVER = "hand_over"
    SEARCH = "search"
    CHECK = "check"
    MANAGE = "manage"
    WATCH = "watch"


_ALL_SEE = frozenset({Right.SEE, Right.UPLOAD})
_CLERK = _ALL_SEE | {Right.OPEN_CASE, Right.UNMASK, Right.CORRECT, Right.ASSEMBLE, Right.SEARCH}
_REVIEWER = _CLERK | {Right.NUMBERS, Right.CONFIRM, Right.CHECK}

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.PARTY: _ALL_SEE,
    Role.CLERK: _CLERK,
    Role.REVIEWER: _REVIEWER,
    Role.JUDGE: _REVIEWER | {Right.HAND_OVER},
    Role.ADMIN: frozenset({Right.SEE, Right.MANAGE, Right.WATCH, Right.SEARCH}),
    Role.SYSTEM: _ALL_SEE | {Right.OPEN_CASE, Right.NUMBERS, Right.ASSEMBLE, Right.HAND_OVER, Right.WATCH},
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks, as whom, and what of the world is theirs."""

    person: str
    role: Role
    scope: Scope

    def needs(self, right: Right) -> None:
        """Raise Forbidden where the role lacks the right."""
        if right not in RIGHTS[self.role]:
            raise Forbidden(right=right)

    def has(self, right: Right) -> bool:
        return right in RIGHTS[self.role]


def principal_of(token: Token) -> Principal:
    """Return who a token speaks for; a party without cases sees nothing."""
    role = Role(token.role)
    cases = None if token.cases is None and role is not Role.PARTY else frozenset(token.cases or ())
    return Principal(token.person, role, Scope(token.court, cases))


def who_asks(database: Database, secret: str) -> Principal:
    """Return who holds the secret. Raises Unauthenticated."""
    with database.read() as connection:
        token = known(connection, secret)
    if token is None:
        raise Unauthenticated
    return principal_of(token)
