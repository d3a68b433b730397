"""Routes by which people change documents: values, class, split, join, confirmation, undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from intake.api.body import PRINTABLE, Answer, Id, Said, Seconds, Text, Word
from intake.api.desk import Here, Seen, Visit
from intake.api.papers import DocumentAnswer, document_shown
from intake.api.problems import EDITS, problems
from intake.service import review
from intake.service.papers import Paper
from intake.service.review import Change, Target

router = APIRouter(tags=["corrections"])
Name = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,63}$")]
Written = Annotated[str, StringConstraints(pattern=PRINTABLE, max_length=2000)]
PageCount = Annotated[int, Field(ge=1, le=100_000, strict=True)]


class PartySaid(Said):
    """A party of a ruling; what the paper does not say is left out."""

    name: Word
    id_number: Word | None = None
    uscc: Word | None = None
    address: Text | None = None
    legal_representative: Word | None = None


class ChangeSaid(Said):
    """A field as a person says it is; null says that nothing is written there."""

    field: Name
    value: Written | bool | list[Written] | list[PartySaid] | None
    why: Text = ""
    seconds: Seconds = None


class CorrectFields(Said):
    """Fields that were misread."""

    changes: list[ChangeSaid] = Field(min_length=1, max_length=100)


class GiveType(Said):
    type: Name
    why: Text = ""
    seconds: Seconds = None


class Split(Said):
    """The pages of each new document; every page goes to exactly one."""

    pages: list[list[PageCount]] = Field(min_length=2, max_length=200)
    why: Text = ""
    seconds: Seconds = None


class Joined(Said):
    id: Id
    version: int = Field(
        ge=1, le=1_000_000_000, strict=True, description="The version that was seen (the number of its ETag)."
    )


class Join(Said):
    """Documents of one scan that are one."""

    documents: list[Joined] = Field(min_length=2, max_length=200)
    why: Text = ""
    seconds: Seconds = None


class Confirm(Said):
    field: Name
    seconds: Seconds = None


class Replaced(Answer):
    """The documents that stand there now; their fields are being read."""

    documents: list[Id]


@router.post(
    "/documents/{document_id}/corrections",
    responses=problems(*EDITS, "unknown_field", "bad_value", "masked_value"),
)
def correct(here: Here, document_id: Id, seen: Seen, body: CorrectFields) -> DocumentAnswer:
    """Correct fields; accounts, amounts and names wait for a second person then."""
    changes = [_change(each) for each in body.changes]
    return _shown(here, review.correct(here.context, here.asks, Target(document_id, seen), changes))


@router.post("/documents/{document_id}/confirmations", responses=problems(*EDITS, "own_work", "nothing_to_confirm"))
def confirm(here: Here, document_id: Id, seen: Seen, body: Confirm) -> DocumentAnswer:
    """Confirm what another person wrote."""
    return _shown(
        here, review.confirm(here.context, here.asks, Target(document_id, seen, seconds=body.seconds), body.field)
    )


@router.delete("/documents/{document_id}/corrections/{correction_id}", responses=problems(*EDITS, "nothing_to_undo"))
def undo(here: Here, document_id: Id, correction_id: Id, seen: Seen) -> DocumentAnswer:
    """Take a correction of a field back; it stays in the history."""
    return _shown(here, review.undo(here.context, here.asks, Target(document_id, seen), correction_id))


@router.put("/documents/{document_id}/type", status_code=202, responses=problems(*EDITS, "unknown_type"))
def give_type(here: Here, document_id: Id, seen: Seen, body: GiveType) -> DocumentAnswer:
    """Say what a document is; its fields are read again as that, and what people corrected stays."""
    review.reclassify(here.context, here.asks, Target(document_id, seen, body.why, body.seconds), body.type)
    return _shown(here, review.look_at(here.context, here.asks, document_id))


@router.post("/documents/{document_id}/split", status_code=202, responses=problems(*EDITS, "pages_do_not_fit"))
def split(here: Here, document_id: Id, seen: Seen, body: Split) -> Replaced:
    """Cut a document into several, each with some of its pages."""
    ids = review.split(here.context, here.asks, Target(document_id, seen, body.why, body.seconds), body.pages)
    return Replaced(documents=list(ids))


@router.post(
    "/scans/{scan_id}/join",
    status_code=202,
    responses=problems("no_such_thing", "changed_meanwhile", "wrong_state", "not_of_one_scan"),
)
def join(here: Here, scan_id: Id, body: Join) -> Replaced:
    """Make one document of several of the same scan."""
    targets = [Target(each.id, each.version, body.why, body.seconds) for each in body.documents]
    return Replaced(documents=list(review.join(here.context, here.asks, scan_id, targets)))


def _change(said: ChangeSaid) -> Change:
    plain = said.model_dump(mode="json")
    return Change(said.field, plain["value"], said.why, said.seconds)


def _shown(here: Visit, paper: Paper) -> DocumentAnswer:
    here.etag(paper.stored.version)
    return document_shown(here.context.types, here.asks, paper)
