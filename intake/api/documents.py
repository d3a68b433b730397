"""Routes of documents: list, look at, history, and a number shown whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query

from intake.api.body import Answer, Id, Said, Why
from intake.api.desk import Here, Part, counted
from intake.api.paging import next_of
from intake.api.papers import CorrectionList, DocumentAnswer, DocumentList, correction_shown, document_shown
from intake.api.problems import problems
from intake.service import review

router = APIRouter(prefix="/documents", tags=["documents"])
State = Literal["needs_review", "accepted", "replaced"]
Class = Literal["ruling", "id_proof", "bank_account", "other"]
FieldName = Annotated[str, Path(pattern="^[a-z][a-z0-9_]{0,63}$", examples=["card_number"])]
TypeName = Annotated[str | None, Query(alias="type", pattern="^[a-z][a-z0-9_]{0,63}$")]


class Unmask(Said):
    """Why a number must be seen whole; it is kept with who asked."""

    why: Why


class Unmasked(Answer):
    """The value of one field, whole."""

    value: object


async def wanted_of(
    state: Annotated[State | None, Query()] = None,
    klass: Annotated[Class | None, Query(alias="class")] = None,
    type_name: TypeName = None,
    case_id: Annotated[Id | None, Query()] = None,
) -> Mapping[str, str | None]:
    """Return the columns that are wanted, with None for those that may be anything."""
    return {"state": state, "klass": klass, "type": type_name, "case_id": case_id}


@router.get("", responses=problems())
def list_documents(
    here: Here, part: Part, wanted: Annotated[Mapping[str, str | None], Depends(wanted_of)]
) -> DocumentList:
    """List documents by state, class, type and case, the newest first."""
    papers = review.found(here.context, here.asks, part, wanted)
    items = [document_shown(here.context.types, here.asks, paper) for paper in papers]
    return DocumentList(items=items, next=next_of([item.id for item in items], part))


@router.get("/{document_id}", responses=problems("no_such_thing"))
def get_document(here: Here, document_id: Id) -> DocumentAnswer:
    """Look at a document; its ETag is needed to change it."""
    paper = review.look_at(here.context, here.asks, document_id)
    here.etag(paper.stored.version)
    return document_shown(here.context.types, here.asks, paper)


@router.get("/{document_id}/history", responses=problems("no_such_thing"))
def get_history(here: Here, document_id: Id, part: Part) -> CorrectionList:
    """List what people changed of a document, also what was taken back, the newest first."""
    found = review.history(here.context, here.asks, document_id, part)
    return CorrectionList(
        items=[correction_shown(here.asks, each) for each in found], next=next_of([each.id for each in found], part)
    )


@router.post(
    "/{document_id}/fields/{field}/unmask",
    dependencies=[Depends(counted("unmasks"))],
    responses=problems("no_such_thing", "unknown_field"),
)
def unmask(here: Here, document_id: Id, field: FieldName, body: Unmask) -> Unmasked:
    """Show a number whole; who asked and why is kept."""
    return Unmasked(value=review.unmask(here.context, here.asks, document_id, field, body.why))
