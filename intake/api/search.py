"""Route of the search by a number: in a body, so that no number stands in an address, and by its digest."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field, StringConstraints

from intake.api.body import PRINTABLE, Id, Said, Word
from intake.api.desk import Here, counted
from intake.api.paging import next_of
from intake.api.papers import DocumentList, document_shown
from intake.api.problems import problems
from intake.service import cases, review
from intake.store.rows import Slice

router = APIRouter(prefix="/search", tags=["search"])


class NumberSought(Said):
    """A number of a person, a card or an account, in any spelling."""

    number: Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=4, max_length=64)]
    court: Word | None = Field(None, description="Needed only by tokens that are of no court.")
    after: Id | None = None
    limit: int = Field(50, ge=1, le=200, strict=True)


@router.post("/numbers", dependencies=[Depends(counted("searches"))], responses=problems("court_needed"))
def search_number(here: Here, body: NumberSought) -> DocumentList:
    """Find the documents in which a number stands; who searched is kept, the number is not."""
    court, part = cases.court_of(here.asks, body.court), Slice(body.limit, body.after)
    papers = review.found_by_number(here.context, here.asks, court, body.number, part)
    items = [document_shown(here.context.types, here.asks, paper) for paper in papers]
    return DocumentList(items=items, next=next_of([item.id for item in items], part))
