"""What a court's earlier requests and papers know about a case: releases, accounts, and who was who."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from intake.domain.clean import digits
from intake.domain.document import FieldState
from intake.release.case import CaseInput
from intake.release.history import Confirmed, History, Identity, Release
from intake.service.context import Context
from intake.service.papers import Paper, papers_of
from intake.store import documents, requests
from intake.store.cases import Case
from intake.store.requests import GONE, Request
from intake.store.rows import Scope, Slice

CONFIRMATION = "account_confirmation"
MOST = Slice(limit=200)


def account_of(context: Context, court: str, number: str | None) -> str | None:
    """Return the keyed digest of an account."""
    return context.digest(court, digits(number)) if number else None


@dataclass(frozen=True, slots=True)
class Payment:
    """The account that papers say, as its keyed digest, and their case number."""

    account: str | None
    case_number: str | None


def history_of(connection: Connection, case: Case, papers: Sequence[Paper], said: Payment) -> History:
    """Return the releases of the case, of its number and to the account, and the account that it confirmed first."""
    mine = [each for each in requests.of_case(connection, case.id) if each.state in GONE]
    same = requests.of_number(connection, case.court, said.case_number) if said.case_number else ()
    others = requests.to_account(connection, case.court, said.account) if said.account else ()
    known = {each.id: each for each in (*mine, *same, *others)}
    return History(tuple(_release(each) for each in known.values() if each.sent_on), _confirmed(papers))


def identities(context: Context, connection: Connection, case: Case, input_: CaseInput) -> tuple[Identity, ...]:
    """Return who earlier cases of the court say holds one of the identity numbers of this one."""
    numbers = {value for value in _numbers(input_) if value}
    wanted = [context.digest(case.court, number) for number in sorted(numbers)]
    stored = documents.with_digest(connection, Scope(case.court), wanted, MOST) if wanted else ()
    others = [each for each in stored if each.case_id != case.id]
    return tuple(_identity(paper) for paper in papers_of(context, connection, others) if _names(paper))


def _numbers(input_: CaseInput) -> Iterator[str]:
    for paper in input_.documents:
        field = paper.document.fields.get("id_number")
        if field is not None and field.state is FieldState.READ and isinstance(field.value, str):
            yield field.value


def _names(paper: Paper) -> bool:
    return all(isinstance(_value(paper, name), str) for name in ("name", "id_number"))


def _identity(paper: Paper) -> Identity:
    return Identity(str(_value(paper, "name")), str(_value(paper, "id_number")))


def _value(paper: Paper, name: str) -> object:
    field = paper.document.fields.get(name)
    return None if field is None else field.value


def _release(request: Request) -> Release:
    body = json.loads(request.body)
    return Release(
        date.fromisoformat(str(request.sent_on)),
        body["case"]["number"],
        body["account"]["number"],
        Decimal(body["amount"]["value"]),
    )


def _confirmed(papers: Sequence[Paper]) -> Confirmed | None:
    """Return what the first confirmation of the case says, if it says it."""
    first = next((paper for paper in papers if paper.document.type == CONFIRMATION), None)
    if first is None:
        return None
    account, day = _value(first, "account_number"), _value(first, "confirmed_on")
    if not (isinstance(account, str) and isinstance(day, str)):
        return None
    return Confirmed(account, date.fromisoformat(day))
