"""Routes of release requests: assemble, the one list of what is missing, hand over, send again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field

from intake.api.body import Answer, Id, Said, Text
from intake.api.desk import Here, Part, Seen
from intake.api.paging import next_of
from intake.api.problems import EDITS, Responses, problems
from intake.domain.errors import Invalid
from intake.domain.messages import Language, catalogue, sentence
from intake.release.parts.finding import Action
from intake.release.request import ReleaseRequest
from intake.release.todo import todo
from intake.service import requests, steps
from intake.service.access import Principal, Right, Role
from intake.service.masks import shown_to
from intake.service.requests import Found
from intake.service.steps import Stage, Step
from intake.show import notice as shown_notice
from intake.store.requests import Request
from intake.store.rows import Slice

router = APIRouter(tags=["requests"])
PDF: Responses = {200: {"content": {"application/pdf": {}}, "description": "The notice, on A4."}}
State = Literal["draft", "handing_over", "unknown", "handed_over", "refused", "needs_human", "replaced"]


class TaskAnswer(Answer):
    """One kind of thing to do, and the lines about it."""

    action: Action
    heading: str
    heading_en: str
    lines: list[str]
    lines_en: list[str]


class RequestSummary(Answer):
    """A release request: `status` is what the papers give, `state` where the hand-off stands."""

    id: Id
    case_id: Id
    number: int
    status: Literal["ready", "needs_review", "incomplete", "blocked"]
    state: State
    sha256: str = Field(description="SHA-256 of the canonical bytes that are handed over.")
    reference: str | None = Field(description="What the core calls it.")
    reason: str | None = Field(description="Why it stands where it stands, as a stable code.")
    message: str | None = Field(description="What that means for people.")
    message_en: str | None
    created_at: float
    version: int


class RequestAnswer(RequestSummary):
    """A release request with its body (numbers masked by role) and the one list of what is left to do."""

    body: dict[str, object] = Field(description="ReleaseRequest v1; see `intake schema`.")
    todo: list[TaskAnswer]


class Settle(Said):
    """What a person found out at the core."""

    why: Text = Field(description="How it was found out; kept.")
    reference: Text | None = Field(None, description="What the core calls the payment; null: it was not paid.")


class NoticeAnswer(Answer):
    """The one notice (补正通知) to the party; null where there is nothing for a party to do."""

    text: str | None


class StepAnswer(Answer):
    """A step of a case; `due` is the day by which it ends where it begins today."""

    step: Step
    title: str
    title_en: str
    working_days: int
    due: date
    materials: list[str]
    materials_en: list[str]
    role: Role = Field(description="Who answers for it.")
    role_title: str
    role_title_en: str


class RequestList(Answer):
    """Release requests, the newest first."""

    items: list[RequestSummary]
    next: Id | None


@router.post(
    "/cases/{case_id}/requests",
    status_code=201,
    responses=problems("no_such_thing", "still_reading", "wrong_state", "changed_meanwhile"),
)
def assemble(here: Here, case_id: Id) -> RequestAnswer:
    """Assemble the request of a case from what its documents say now; the draft before it is replaced."""
    request = requests.make(here.context, here.asks, case_id, here.desk.today())
    here.etag(request.version)
    return shown(here.asks, request)


@router.get("/cases/{case_id}/requests", responses=problems("no_such_thing"))
def list_of_case(here: Here, case_id: Id, part: Part) -> RequestList:
    """List the requests of a case, the newest first."""
    return _listed(requests.of_case(here.context, here.asks, case_id, part), part)


@router.get("/cases/{case_id}/steps", responses=problems("no_such_thing"))
def list_steps(here: Here, case_id: Id) -> list[StepAnswer]:
    """Return the steps until the hand-over: its working days, its papers, and who answers for each."""
    return [_step(each) for each in steps.steps(here.context, here.asks, case_id, here.desk.today())]


@router.get("/requests", responses=problems())
def list_requests(here: Here, part: Part, state: Annotated[State | None, Query()] = None) -> RequestList:
    """List requests by state, the newest first."""
    return _listed(requests.found(here.context, here.asks, part, state), part)


@router.get("/requests/{request_id}", responses=problems("no_such_thing"))
def get_request(here: Here, request_id: Id) -> RequestAnswer:
    """Look at a request: its body, what is left to do, and where its hand-off stands."""
    request = requests.look_at(here.context, here.asks, request_id)
    here.etag(request.version)
    return shown(here.asks, request)


@router.get("/requests/{request_id}/notice", responses=problems("no_such_thing"))
def get_notice(here: Here, request_id: Id, lang: Annotated[Language, Query()] = Language.ZH) -> NoticeAnswer:
    """Return the notice of all that the party must still bring, correct or explain, and until when."""
    notice = requests.notice(here.context, here.asks, request_id, here.desk.today(), lang)
    return NoticeAnswer(text=shown_notice.text(notice) if notice else None)


@router.get(
    "/requests/{request_id}/notice.pdf",
    response_class=Response,
    responses=problems("no_such_thing", "no_notice") | PDF,
)
def get_printed_notice(here: Here, request_id: Id, lang: Annotated[Language, Query()] = Language.ZH) -> Response:
    """Return the same notice as a PDF of A4 pages, to be printed; 404 where there is nothing for a party to do."""
    notice = requests.notice(here.context, here.asks, request_id, here.desk.today(), lang)
    if notice is None:
        raise Invalid("no_notice")
    headers = {"Content-Disposition": 'attachment; filename="notice.pdf"'}
    return Response(here.desk.press(notice), media_type="application/pdf", headers=headers)


@router.post(
    "/requests/{request_id}/hand-over",
    status_code=202,
    responses=problems(*EDITS, "not_ready", "papers_changed", "paid_already"),
)
def hand_over(here: Here, request_id: Id, seen: Seen) -> RequestSummary:
    """Hand a ready request over to the program that approves and pays: once, whatever happens."""
    request = requests.hand_over(here.context, here.asks, request_id, seen, here.desk.today())
    here.etag(request.version)
    return summary(request)


@router.post("/requests/{request_id}/resend", status_code=202, responses=problems(*EDITS))
def resend(here: Here, request_id: Id, seen: Seen) -> RequestSummary:
    """Send the same bytes with the same key once more, where a person found out that nothing was paid."""
    request = requests.resend(here.context, here.asks, request_id, seen)
    here.etag(request.version)
    return summary(request)


@router.post("/requests/{request_id}/settle", responses=problems(*EDITS))
def settle(here: Here, request_id: Id, seen: Seen, body: Settle) -> RequestSummary:
    """Say how a request ended that waits for a person: paid (with the core's reference), or not paid."""
    request = requests.settle(here.context, here.asks, request_id, seen, Found(body.why, body.reference))
    here.etag(request.version)
    return summary(request)


def _step(stage: Stage) -> StepAnswer:
    title, title_en = (sentence(f"step_{stage.step}", {}, language) for language in (Language.ZH, Language.EN))
    role, role_en = (sentence(f"role_{stage.role}", {}, language) for language in (Language.ZH, Language.EN))
    return StepAnswer(
        step=stage.step,
        title=title,
        title_en=title_en,
        working_days=stage.working_days,
        due=stage.due,
        materials=[each[Language.ZH] for each in stage.materials],
        materials_en=[each[Language.EN] for each in stage.materials],
        role=stage.role,
        role_title=role,
        role_title_en=role_en,
    )


def _listed(found: Sequence[Request], part: Slice) -> RequestList:
    return RequestList(items=[summary(each) for each in found], next=next_of([each.id for each in found], part))


def summary(request: Request) -> RequestSummary:
    return RequestSummary.model_validate(_summary(request))


def shown(asks: Principal, request: Request) -> RequestAnswer:
    read = ReleaseRequest.model_validate_json(request.body)
    if not asks.has(Right.ASSEMBLE):
        read = requests.without_courts_own(read)
    body, tasks = shown_to(asks, read.model_dump(mode="json")), shown_to(asks, _tasks(read))
    return RequestAnswer.model_validate({**_summary(request), "body": body, "todo": tasks})


def _summary(request: Request) -> dict[str, object]:
    names = RequestSummary.model_fields.keys() - {"message", "message_en"}
    said = request.reason if request.reason in catalogue() else None
    zh, en = (sentence(said, {}, language) if said else None for language in Language)
    return {**{name: getattr(request, name) for name in names}, "message": zh, "message_en": en}


def _tasks(request: ReleaseRequest) -> list[dict[str, object]]:
    pairs = zip(todo(request, Language.ZH), todo(request, Language.EN), strict=True)
    return [
        {
            "action": zh.action,
            "heading": zh.heading,
            "heading_en": en.heading,
            "lines": list(zh.lines),
            "lines_en": list(en.lines),
        }
        for zh, en in pairs
    ]
