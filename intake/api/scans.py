"""Routes of scans: their state, what was read of their pages, reading them again, and turning pages."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from intake.api.body import Answer, Id, Said, Seconds, Text
from intake.api.desk import Here, Part, Seen
from intake.api.paging import next_of
from intake.api.papers import FindingAnswer, findings_shown
from intake.api.problems import EDITS, problems
from intake.domain.messages import Language, catalogue, sentence
from intake.domain.reading import PageReading
from intake.service import scans, turns, uploads
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.masks import blurred, line_blurred, shown_to
from intake.service.review import Target
from intake.service.scans import Look
from intake.show.json import page_json
from intake.show.words import Words
from intake.store.scans import Scan

router = APIRouter(prefix="/scans", tags=["scans"])
State = Literal["queued", "read", "rejected", "quarantined"]
PageNumber = Annotated[int, Path(ge=1, le=100_000)]
Corner = tuple[float, float]
MOST = 20  # pages at once: each is a file of its own to be read


class ErrorAnswer(Answer):
    """Why a scan could not be read."""

    code: str
    message: str
    message_en: str


class ScanAnswer(Answer):
    """An uploaded file."""

    id: Id
    case_id: Id
    sha256: str
    name: str = Field(description="Name as it was given, made fit to be shown.")
    size: int
    state: State
    error: ErrorAnswer | None
    turns: dict[str, int] = Field(description="Degrees clockwise by which a person turned pages.")
    created_at: float
    version: int


class TwinAnswer(Answer):
    """A page that looks the same as one of another scan of the case."""

    page: int
    scan_id: Id
    other_page: int


class ScanLook(ScanAnswer):
    """A scan with what came of it."""

    pages: list[int] = Field(description="Numbers of the pages that were read so far.")
    documents: list[Id]
    same_as: list[Id] = Field(description="Other scans of the court with the very same bytes.")
    near: list[TwinAnswer] = Field(description="Pages that look the same as pages of other scans of the case.")
    stage_ms: dict[str, int]


class ScanList(Answer):
    """Scans, the newest first."""

    items: list[ScanAnswer]
    next: Id | None


class LineAnswer(Answer):
    text: str
    confidence: float
    box: list[Corner]


class QualityAnswer(Answer):
    score: float
    findings: list[FindingAnswer]
    labels: dict[str, float]


class PageAnswer(Answer):
    """What was read of a page; boxes are corners in pixels of the upright page of `width` x `height`."""

    number: int
    width: int
    height: int
    rotation: int
    quality: QualityAnswer
    seals: list[LineAnswer]
    lines: list[LineAnswer]


class PageList(Answer):
    """Pages in order; `next` is the number of the last one here, where more may follow."""

    items: list[PageAnswer]
    next: int | None


class TurnPages(Said):
    """How pages are to be turned, clockwise, counted from how they came."""

    turns: dict[Annotated[str, Field(pattern="^[1-9][0-9]{0,4}$")], Literal[0, 90, 180, 270]] = Field(
        min_length=1, max_length=200
    )
    why: Text = ""
    seconds: Seconds = None


@router.get("", responses=problems())
def list_scans(
    here: Here,
    part: Part,
    state: Annotated[State | None, Query()] = None,
    case_id: Annotated[Id | None, Query()] = None,
) -> ScanList:
    """List scans by state and case, the newest first."""
    found = scans.found(here.context, here.asks, part, state=state, case_id=case_id)
    return ScanList(items=[shown(here.asks, scan) for scan in found], next=next_of([s.id for s in found], part))


@router.get("/{scan_id}", responses=problems("no_such_thing"))
def get_scan(here: Here, scan_id: Id) -> ScanLook:
    """Look at a scan: its state, its pages and documents, and what it may be a copy of."""
    look = scans.look_at(here.context, here.asks, scan_id)
    here.etag(look.scan.version)
    return _look(here.asks, look)


@router.get("/{scan_id}/pages", responses=problems("no_such_thing", "unknown_coding"))
def list_pages(
    here: Here,
    scan_id: Id,
    after: Annotated[int, Query(ge=0, le=100_000, description="`next` of the pages before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many at most.")] = MOST,
) -> PageList:
    """List what was read of the pages so far, with their lines."""
    found = scans.pages(here.context, here.asks, scan_id, after, limit)
    items = [page_shown(here.context, here.asks, page) for page in found]
    return PageList(items=items, next=items[-1].number if len(items) == limit else None)


@router.get("/{scan_id}/pages/{number}", responses=problems("no_such_thing", "no_such_page", "unknown_coding"))
def get_page(here: Here, scan_id: Id, number: PageNumber) -> PageAnswer:
    """Return what was read of a page."""
    return page_shown(here.context, here.asks, scans.page(here.context, here.asks, scan_id, number))


@router.post("/{scan_id}/read-again", status_code=202, responses=problems(*EDITS))
def read_again(here: Here, scan_id: Id, seen: Seen) -> ScanAnswer:
    """Let a scan be read once more; what people corrected stays."""
    scan = uploads.read_again(here.context, here.asks, scan_id, seen)
    here.etag(scan.version)
    return shown(here.asks, scan)


@router.post("/{scan_id}/turns", status_code=202, responses=problems(*EDITS, "no_such_page"))
def turn_pages(here: Here, scan_id: Id, seen: Seen, body: TurnPages) -> ScanAnswer:
    """Say how pages lie; the scan is read again so, and what people corrected stays."""
    wanted = {int(number): degrees for number, degrees in body.turns.items()}
    scan = turns.turn(here.context, here.asks, Target(scan_id, seen, body.why, body.seconds), wanted)
    here.etag(scan.version)
    return shown(here.asks, scan)


def shown(asks: Principal, scan: Scan) -> ScanAnswer:
    return ScanAnswer.model_validate(_shown(asks, scan))


def page_shown(context: Context, asks: Principal, page: PageReading) -> PageAnswer:
    words = Words(context.types, Language.ZH)
    findings = findings_shown(context.types, page.quality.findings, None)
    plain = page_json(page, words, lines=True)
    quality = {"score": page.quality.score, "findings": findings, "labels": dict(page.quality.labels)}
    answer = PageAnswer.model_validate(shown_to(asks, {**plain, "quality": quality}))
    if asks.has(Right.NUMBERS):
        return answer
    pairs = zip(answer.lines, page.text.lines, strict=True)
    lines = [line.model_copy(update={"text": line_blurred(said.text)}) for line, said in pairs]
    return answer.model_copy(update={"lines": lines})


def _look(asks: Principal, look: Look) -> ScanLook:
    return ScanLook.model_validate(
        {
            **_shown(asks, look.scan),
            "pages": list(look.pages),
            "documents": list(look.documents),
            "same_as": list(look.same_as),
            "near": [{"page": t.page, "scan_id": t.scan_id, "other_page": t.other_page} for t in look.near],
            "stage_ms": dict(look.scan.stage_ms),
        }
    )


def _shown(asks: Principal, scan: Scan) -> dict[str, object]:
    return {
        "id": scan.id,
        "case_id": scan.case_id,
        "sha256": scan.sha256,
        "name": shown_to(asks, scan.name),
        "size": scan.size,
        "state": scan.state,
        "error": _error(scan),
        "turns": dict(scan.turns),
        "created_at": scan.created_at,
        "version": scan.version,
    }


def _error(scan: Scan) -> dict[str, str] | None:
    code = "quarantined" if scan.state == "quarantined" else scan.error_code
    if code is None or code not in catalogue():
        return None
    facts = {name: blurred(str(fact)) for name, fact in scan.error_facts.items()}
    zh, en = (sentence(code, facts, language) for language in Language)
    return {"code": code, "message": zh, "message_en": en}
