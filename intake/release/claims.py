"""What the papers of a case say: claims, each a value with the field and the document it was read in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake.domain.document import Field, FieldState, Party
from intake.release.case import CaseDocument, CaseInput

RULING = "enforcement_ruling"
ID_FRONT = "resident_id_front"
ID_BACK = "resident_id_back"
CARD = "bank_card"
CONFIRMATION = "account_confirmation"


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of a type of document, where a value may be found."""

    type: str
    field: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a paper states, or a person: then there is no paper and no field."""

    name: str
    value: str
    paper: CaseDocument | None = None
    field: Field | None = None

    def valued(self, value: str) -> Claim:
        """Return the same evidence for another form of the value."""
        return Claim(self.name, value, self.paper, self.field)


def papers(case: CaseInput, kind: str) -> tuple[CaseDocument, ...]:
    """Return the documents of type `kind`, in order."""
    return tuple(paper for paper in case.documents if paper.document.type == kind)


def claims(case: CaseInput, spots: Iterable[Spot]) -> tuple[Claim, ...]:
    """Return what is read at `spots`, in their order; a list of parties claims their names."""
    return tuple(claim for spot in spots for paper in papers(case, spot.type) for claim in read_at(paper, spot.field))


def claim_of(case: CaseInput, kind: str, field: str) -> tuple[Claim, ...]:
    """Return what documents of type `kind` state in `field`."""
    return claims(case, (Spot(kind, field),))


def parties(case: CaseInput) -> tuple[tuple[Claim, Party], ...]:
    """Return the applicants of the rulings, each with the claim of its name."""
    return tuple(
        (Claim("applicants", item.name, paper, field), item)
        for paper in papers(case, RULING)
        if (field := paper.document.fields.get("applicants")) is not None
        for item in _items(field)
    )


def unread(case: CaseInput, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return the spots that a document should say something at and does not, so that a rule waits for them."""
    return tuple(spot for spot in spots if any(not read_at(paper, spot.field) for paper in papers(case, spot.type)))


def read_at(paper: CaseDocument, name: str) -> list[Claim]:
    """Return what a paper states in the field `name`: nothing, one value, or each of a list."""
    field = paper.document.fields.get(name)
    if field is None or field.state is not FieldState.READ or field.value is None:
        return []
    if isinstance(field.value, bool):
        return [Claim(name, "true" if field.value else "false", paper, field)]
    if isinstance(field.value, str):
        return [Claim(name, field.value, paper, field)] if field.value else []
    return [Claim(name, item.name if isinstance(item, Party) else item, paper, field) for item in field.value]


def _items(field: Field) -> tuple[Party, ...]:
    if not isinstance(field.value, tuple):
        return ()
    return tuple(item for item in field.value if isinstance(item, Party))
