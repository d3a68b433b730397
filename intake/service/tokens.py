"""Tokens: given out and taken back by administrators, each within their own court."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.errors import Forbidden, NotFound
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.store import happenings, tokens
from intake.store.happenings import Happened
from intake.store.rows import Slice
from intake.store.tokens import NewToken, Token


def issue(context: Context, asks: Principal, new: NewToken) -> tuple[str, str]:
    """Give out a token; returns its id and its secret, which is never shown again. Raises Forbidden.

    Nobody gives more than they have: an administrator of a court only tokens of this court.
    """
    asks.needs(Right.MANAGE)
    given = new if new.court is not None else replace(new, court=asks.scope.court)
    if asks.scope.court not in {None, given.court} or asks.scope.cases is not None:
        raise Forbidden(right=Right.MANAGE)
    with context.database.write() as connection:
        token_id, secret = tokens.issue(connection, given)
        facts = {"role": given.role}
        happenings.note(connection, Happened("token_issued", asks.person, given.court, subject=token_id, facts=facts))
    return token_id, secret


def found(context: Context, asks: Principal, part: Slice) -> tuple[Token, ...]:
    """Return a piece of the good tokens that may be taken back by who asks, the newest first. Raises Forbidden."""
    asks.needs(Right.MANAGE)
    if asks.scope.cases is not None:
        return ()
    with context.database.read() as connection:
        return tokens.found(connection, asks.scope.court, part)


def revoke(context: Context, asks: Principal, token_id: str) -> None:
    """Take a token back; it is refused from the next request on. Raises NotFound, Forbidden."""
    asks.needs(Right.MANAGE)
    with context.database.write() as connection:
        held = tokens.get(connection, token_id)
        if not _is_mine(asks, held) or not tokens.revoke(connection, token_id):
            raise NotFound
        noted = Happened("token_revoked", asks.person, held.court, subject=token_id)
        happenings.note(connection, noted)


def _is_mine(asks: Principal, token: Token) -> bool:
    return asks.scope.court in {None, token.court} and asks.scope.cases is None
