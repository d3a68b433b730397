"""Routes of the quality sample: draw it, look at it, judge its values, and the accuracy that comes of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field, StringConstraints

from intake.api.body import Answer, Id, Said, Word
from intake.api.desk import Here, Part, Visit, visit_of
from intake.api.paging import next_of
from intake.api.papers import DocumentAnswer, document_shown
from intake.api.problems import problems
from intake.service import cases, quality
from intake.service.papers import Paper
from intake.service.quality import MOST, Report, Share, Verdict
from intake.store.quality import Lot
from intake.store.rows import Slice

router = APIRouter(prefix="/quality", tags=["quality"])
MONTH = "^20[0-9]{2}-(0[1-9]|1[0-2])$"
SEEDS = 2**31 - 1
Name = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,63}$")]


class DrawSample(Said):
    """Which sample is to be drawn."""

    month: str = Field(pattern=MONTH)
    seed: int = Field(ge=0, le=SEEDS, strict=True)
    size: int = Field(100, ge=1, le=MOST, strict=True)
    court: Word | None = None


class SayVerdicts(Said):
    """What is right and wrong of a document, field by field, beside its picture."""

    verdicts: dict[Name, Verdict] = Field(min_length=1, max_length=100)


class SampleAnswer(Answer):
    """Documents of a sample, in the order in which they were drawn; what comes behind them is asked with `next`."""

    court: str
    month: str
    seed: int
    documents: list[DocumentAnswer]
    next: str | None


class ShareAnswer(Answer):
    decided: int = Field(description="Values that more than half of two or more checkers agree on.")
    right: int
    open: int = Field(description="Values without a consensus.")
    accuracy: float | None = Field(description="right / decided, null where nothing is decided.")


class AccuracyAnswer(Answer):
    """The accuracy of a sample by the consensus of its checkers."""

    documents: int
    checked: int
    checkers: int
    total: ShareAnswer
    fields: dict[str, ShareAnswer]


async def lot_of(
    here: Annotated[Visit, Depends(visit_of)],
    month: Annotated[str, Query(pattern=MONTH, examples=["2026-07"])],
    seed: Annotated[int, Query(ge=0, le=SEEDS, examples=[7])],
    court: Annotated[Word | None, Query()] = None,
) -> Lot:
    """Return which sample is meant."""
    return Lot(cases.court_of(here.asks, court), month, seed)


Which = Annotated[Lot, Depends(lot_of)]


@router.post("/samples", status_code=201, responses=problems("court_needed", "no_such_thing"))
def draw_sample(here: Here, body: DrawSample) -> SampleAnswer:
    """Draw finished documents of a month by lot; the same month and seed give the same documents for ever."""
    lot = Lot(cases.court_of(here.asks, body.court), body.month, body.seed)
    return _sample(here, lot, Slice(), quality.draw(here.context, here.asks, lot, body.size))


@router.get("/samples", responses=problems("court_needed", "not_drawn"))
def get_sample(here: Here, lot: Which, part: Part) -> SampleAnswer:
    """Return a sample that was drawn, piece by piece."""
    return _sample(here, lot, part, quality.look_at(here.context, here.asks, lot, part))


@router.put(
    "/samples/{document_id}", status_code=204, responses=problems("court_needed", "no_such_thing", "unknown_field")
)
def say_verdicts(here: Here, lot: Which, document_id: Id, body: SayVerdicts) -> None:
    """Say what is right of a document of a sample; nobody sees what others said before the accuracy."""
    quality.say(here.context, here.asks, lot, document_id, body.verdicts)


@router.get("/accuracy", responses=problems("court_needed", "not_drawn"))
def get_accuracy(here: Here, lot: Which) -> AccuracyAnswer:
    """Return how often values are right, by the consensus of the checkers of a sample."""
    return _accuracy(quality.report(here.context, here.asks, lot))


def _sample(here: Visit, lot: Lot, part: Slice, papers: tuple[Paper, ...]) -> SampleAnswer:
    shown = [document_shown(here.context.types, here.asks, paper) for paper in papers]
    following = next_of([each.id for each in shown], part)
    return SampleAnswer(court=lot.court, month=lot.month, seed=lot.seed, documents=shown, next=following)


def _accuracy(report: Report) -> AccuracyAnswer:
    fields = {name: _share(share) for name, share in report.fields.items()}
    counts = {"documents": report.documents, "checked": report.checked, "checkers": report.checkers}
    return AccuracyAnswer(**counts, total=_share(report.total), fields=fields)


def _share(share: Share) -> ShareAnswer:
    return ShareAnswer(decided=share.decided, right=share.right, open=share.open, accuracy=share.accuracy)
