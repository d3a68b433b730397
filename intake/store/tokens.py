"""Tokens: who may come in. Of the secret only its SHA-256 is kept: it is 256 random bits, so nothing can be guessed."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from intake.store.clock import NOW
from intake.store.rows import Slice, of_id, picked, several, sliced
from intake.store.tables import token

BYTES = 32


@dataclass(frozen=True, slots=True)
class Token:
    """`court` None: of all courts. `cases` None: every case of the court."""

    id: str
    person: str
    role: str
    court: str | None
    cases: Sequence[str] | None
    expires_at: float | None
    created_at: float


@dataclass(frozen=True, slots=True)
class NewToken:
    person: str
    role: str
    court: str | None = None
    cases: Sequence[str] | None = None
    expires_at: float | None = None


_GOOD = (token.c.revoked_at.is_(None), or_(token.c.expires_at.is_(None), token.c.expires_at > NOW))
_KNOWN = picked(token, Token).where(token.c.digest == bindparam("of_digest"), *_GOOD)


def issue(connection: Connection, new: NewToken) -> tuple[str, str]:
    """Make a token; returns its id and its secret, which is never shown again."""
    secret = secrets.token_urlsafe(BYTES)
    cases = None if new.cases is None else list(new.cases)
    row: dict[str, object] = {
        "digest": _digest(secret),
        "person": person_of(connection, new.person),
        "role": new.role,
        "court": new.court,
        "cases": cases,
    }
    row["expires_at"] = new.expires_at
    return str(connection.execute(insert(token).values(**row).returning(token.c.id)).scalar_one()), secret


def person_of(connection: Connection, name: str) -> str:
    """Return the one spelling of a person: who is spelled li and Li is one, and confirms nothing of their own."""
    tidy = " ".join(unicodedata.normalize("NFKC", name).split())
    spelled = connection.execute(select(token.c.person).distinct()).scalars()
    return next((each for each in spelled if each.casefold() == tidy.casefold()), tidy)


def known(connection: Connection, secret: str) -> Token | None:
    """Return the token of a secret, if it is there and still good."""
    found = several(connection, Token, _KNOWN, {"of_digest": _digest(secret)})
    return found[0] if found else None


def everyone(connection: Connection) -> tuple[Token, ...]:
    """Return all tokens that are good."""
    return several(connection, Token, picked(token, Token).where(*_GOOD))


def found(connection: Connection, court: str | None, part: Slice) -> tuple[Token, ...]:
    """Return a piece of the good tokens of a court (None: of all), the newest first."""
    good = picked(token, Token).where(*_GOOD)
    return several(
        connection, Token, sliced(good if court is None else good.where(token.c.court == court), token, part)
    )


def get(connection: Connection, token_id: str) -> Token:
    """Return a token, good or not. Raises NotFound."""
    return of_id(connection, token, Token, token_id)


def is_any(connection: Connection) -> bool:
    """Say whether a token was ever issued."""
    return connection.execute(select(token.c.id).limit(1)).first() is not None


def revoke(connection: Connection, token_id: str) -> bool:
    """Let a token be good no more; says whether there was one that was."""
    mine = update(token).where(token.c.id == token_id, token.c.revoked_at.is_(None))
    return connection.execute(mine.values(revoked_at=NOW)).rowcount == 1


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
