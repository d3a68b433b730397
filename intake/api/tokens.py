"""Routes of tokens, for administrators: give out, list, take back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from intake.api.body import Answer, Id, Said, Word
from intake.api.desk import Here, Part
from intake.api.paging import next_of
from intake.api.problems import problems
from intake.service import tokens
from intake.service.access import Role
from intake.store.tokens import NewToken, Token

router = APIRouter(prefix="/tokens", tags=["tokens"])


class IssueToken(Said):
    """Whom a token is for, and what it may see. A party sees only `cases`, and nothing without them."""

    person: Word
    role: Role
    court: Word | None = Field(None, description="Code of the court; null gives what the administrator has.")
    cases: Annotated[list[Id], Field(max_length=1000)] | None = None
    expires_at: Annotated[float, Field(ge=0, le=1e11, strict=True)] | None = Field(
        None, description="Seconds since 1970."
    )


class Issued(Answer):
    """A new token. `secret` is shown this once."""

    id: Id
    secret: str


class TokenAnswer(Answer):
    """A token, without its secret: nobody has it any more."""

    id: Id
    person: str
    role: Role
    court: str | None
    cases: list[Id] | None
    expires_at: float | None
    created_at: float


class TokenList(Answer):
    """Tokens, the newest first."""

    items: list[TokenAnswer]
    next: Id | None


@router.post("", status_code=201, responses=problems())
def issue_token(here: Here, body: IssueToken) -> Issued:
    """Give out a token."""
    new = NewToken(body.person, body.role.value, body.court, body.cases, body.expires_at)
    token_id, secret = tokens.issue(here.context, here.asks, new)
    return Issued(id=token_id, secret=secret)


@router.get("", responses=problems())
def list_tokens(here: Here, part: Part) -> TokenList:
    """List the tokens that are good, as far as they are the administrator's to take back, the newest first."""
    found = tokens.found(here.context, here.asks, part)
    return TokenList(items=[_shown(each) for each in found], next=next_of([each.id for each in found], part))


@router.delete("/{token_id}", status_code=204, responses=problems("no_such_thing"))
def revoke_token(here: Here, token_id: Id) -> None:
    """Take a token back; it is refused from the next request on."""
    tokens.revoke(here.context, here.asks, token_id)


def _shown(token: Token) -> TokenAnswer:
    return TokenAnswer.model_validate({name: getattr(token, name) for name in TokenAnswer.model_fields})
