"""What the papers of a case say: claims, each a value with the field and the document it was read in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intake.domain.document import Field, FieldState, Party
from intake.release.case import CaseDocument, CaseInput

ID_FRONT = "resident_id_front"
ID_BACK = "resident_id_back"
TEMPORARY = "temporary_id"
PASSPORT = "passport"
PERMIT = "mainland_travel_permit"
LICENCE = "business_licence"
REPRESENTATIVE = "legal_rep_certificate"
MANDATE = "power_of_attorney"
NOTICE = "court_notice"
CARD = "bank_card"
CONFIRMATION = "account_confirmation"
ACCOUNT_PERMIT = "account_permit"
PASSBOOK = "passbook"

ORDER = "order"
"""The papers that order the payment: those of the strongest type that the policy names and the case has."""
FACE = "face"
TRAVEL = "travel"
IDENTITY = "identity"

GROUPS: Mapping[str, tuple[str, ...]] = {
    FACE: (ID_FRONT, TEMPORARY),
    TRAVEL: (PASSPORT, PERMIT),
    IDENTITY: (ID_FRONT, TEMPORARY, PASSPORT, PERMIT),
}
"""Types that state the same fields; the name of a group may stand where that of a type does."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of a type of document or of a group of types, where a value may be found."""

    type: str
    field: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a paper states, or a person: then there is no paper and no field.

    `confirmed_by` is who confirmed what a person stated without a paper.
    """

    name: str
    value: str
    paper: CaseDocument | None = None
    field: Field | None = None
    confirmed_by: str | None = None

    def valued(self, value: str) -> Claim:
        """Return the same evidence for another form of the value."""
        return replace(self, value=value)


def types_of(case: CaseInput, kind: str) -> tuple[str, ...]:
    """Return the types that `kind` stands for; those that may order a payment where none is there to do it."""
    if kind != ORDER:
        return GROUPS.get(kind, (kind,))
    may = case.policy.orders[case.kind]
    there = {paper.document.type for paper in case.documents}
    return next(((name,) for name in may if name in there), may)


def papers(case: CaseInput, kind: str) -> tuple[CaseDocument, ...]:
    """Return the documents of a type or of a group, in order; of notices that order a payment those with a payee.

    A court sends notices of many kinds, and one that accepts the case names a fee that nobody is paid.
    """
    types = types_of(case, kind)
    found = tuple(paper for paper in case.documents if paper.document.type in types)
    if kind != ORDER or types != (NOTICE,):
        return found
    return tuple(paper for paper in found if "payee_name" in paper.document.fields) or found


def claims(case: CaseInput, spots: Iterable[Spot]) -> tuple[Claim, ...]:
    """Return what is read at `spots`, in their order; a list of parties claims their names."""
    return tuple(claim for spot in spots for paper in papers(case, spot.type) for claim in read_at(paper, spot.field))


def claim_of(case: CaseInput, kind: str, field: str) -> tuple[Claim, ...]:
    """Return what documents of type `kind` state in `field`."""
    return claims(case, (Spot(kind, field),))


def parties(case: CaseInput, side: str = "applicants") -> tuple[tuple[Claim, Party], ...]:
    """Return the parties of one side of the papers that order the payment, each with the claim of its name."""
    return tuple(
        (Claim(side, item.name, paper, field), item)
        for paper in papers(case, ORDER)
        if (field := paper.document.fields.get(side)) is not None
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
