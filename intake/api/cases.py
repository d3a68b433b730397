"""Routes of cases: open, list, look at, change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field, StringConstraints

from intake.api.body import PRINTABLE, Answer, Id, Kind, Money, Said, Text, Why, Word
from intake.api.desk import Here, Part, Seen
from intake.api.paging import next_of
from intake.api.problems import EDITS, problems
from intake.service import cases
from intake.service.access import Principal
from intake.service.masks import shown_to
from intake.store.cases import Case, NewCase

router = APIRouter(prefix="/cases", tags=["cases"])
Number = Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=64)]


class Party(Said):
    """Somebody the case is about."""

    name: Word
    role: Text | None = Field(None, description="applicant, respondent or what the court calls it.")
    id_number: Word | None = None
    uscc: Word | None = None
    phone: Word | None = None


class OpenCase(Said):
    """A case as the court knows it."""

    kind: Kind = Field(description="Why the court holds the money: 执行款, 诉讼费退费, 赔偿款.")
    court: Word | None = Field(None, description="Code of the court (法院代字); that of the token where it has one.")
    number: Number | None = Field(None, description="案号 in any usual spelling.")
    subject_amount: Money | None = Field(None, description="标的额.")
    parties: list[Party] = Field(default_factory=list, max_length=200)
    sensitivity: list[Word] = Field(default_factory=list, max_length=20)


class Instalment(Said):
    """A part of what the ruling grants, to be paid next; another person confirms it."""

    number: int = Field(ge=1, le=1000, strict=True, description="Which payment of the case it is, counted from 1.")
    amount: Money = Field(description="What is paid now; with all before not above the grant.")
    why: Text


class ChangeCase(Said):
    """What is to be changed; what is left out stays."""

    kind: Kind = "enforcement"
    number: Number | None = None
    subject_amount: Money | None = None
    parties: list[Party] = Field(default_factory=list, max_length=200)
    sensitivity: list[Word] = Field(default_factory=list, max_length=20)
    links: dict[Id, Word] = Field(
        default_factory=dict,
        max_length=200,
        description="Documents that a person says meet a requirement of the court: id -> its name.",
    )
    instalment: Instalment | None = Field(None, description="The part that is paid next; null: all at once.")
    set_aside: dict[Id, Why] = Field(
        default_factory=dict,
        max_length=200,
        description="Scans that do not count, such as one that came again because it cannot be read: id -> why.",
    )


class InstalmentAnswer(Answer):
    """The part of the grant that is paid next; nothing is handed over before another person confirmed it."""

    number: int
    amount: str
    why: str
    who: str
    confirmed_by: str | None


class CaseAnswer(Answer):
    """A case; numbers of people are hidden from those who may not see them."""

    id: Id
    court: str
    number: str | None
    kind: Kind
    subject_amount: str | None
    parties: list[dict[str, str]]
    sensitivity: list[str]
    links: dict[str, str]
    instalment: InstalmentAnswer | None
    set_aside: dict[str, str]
    created_at: float = Field(description="Seconds since 1970.")
    version: int


class CaseList(Answer):
    """Cases, the newest first; `next` is the cursor of the page after this one, null on the last."""

    items: list[CaseAnswer]
    next: Id | None


@router.post("", status_code=201, responses=problems("bad_case_number", "masked_value", "case_exists", "court_needed"))
def open_case(here: Here, body: OpenCase) -> CaseAnswer:
    """Open a case."""
    case = cases.open_case(here.context, here.asks, _new(here.asks, body))
    here.etag(case.version)
    return shown(here.asks, case)


@router.get("", responses=problems("bad_case_number"))
def list_cases(here: Here, part: Part, number: Annotated[Number | None, Query(description="案号.")] = None) -> CaseList:
    """List the cases that the token may see, the newest first."""
    found = cases.found(here.context, here.asks, part, number)
    return CaseList(items=[shown(here.asks, case) for case in found], next=next_of([c.id for c in found], part))


@router.get("/{case_id}", responses=problems("no_such_thing"))
def get_case(here: Here, case_id: Id) -> CaseAnswer:
    """Look at a case; its ETag is needed to change it."""
    case = cases.look_at(here.context, here.asks, case_id)
    here.etag(case.version)
    return shown(here.asks, case)


@router.patch(
    "/{case_id}",
    responses=problems(
        *EDITS, "bad_case_number", "masked_value", "case_exists", "unknown_requirement", "not_of_the_case", "bad_value"
    ),
)
def change_case(here: Here, case_id: Id, seen: Seen, body: ChangeCase) -> CaseAnswer:
    """Change what is said of a case."""
    said = cases.said_of(body.model_dump(exclude_unset=True))
    case = cases.change(here.context, here.asks, case_id, seen, said)
    here.etag(case.version)
    return shown(here.asks, case)


@router.post("/{case_id}/instalment/confirmation", responses=problems(*EDITS, "own_work", "nothing_to_confirm"))
def confirm_instalment(here: Here, case_id: Id, seen: Seen) -> CaseAnswer:
    """Confirm the instalment that another person stated."""
    case = cases.confirm_instalment(here.context, here.asks, case_id, seen)
    here.etag(case.version)
    return shown(here.asks, case)


def shown(asks: Principal, case: Case) -> CaseAnswer:
    return CaseAnswer.model_validate(
        {
            "id": case.id,
            "court": case.court,
            "number": case.number,
            "kind": case.kind,
            "subject_amount": case.subject_amount,
            "parties": shown_to(asks, [dict(party) for party in case.parties]),
            "sensitivity": list(case.sensitivity),
            "links": dict(case.links),
            "instalment": case.instalment,
            "set_aside": shown_to(asks, case.set_aside),
            "created_at": case.created_at,
            "version": case.version,
        }
    )


def _new(asks: Principal, body: OpenCase) -> NewCase:
    court = cases.court_of(asks, body.court)
    parties = [party.model_dump(exclude_none=True) for party in body.parties]
    return NewCase(court, body.kind, body.number, body.subject_amount, parties, body.sensitivity)
