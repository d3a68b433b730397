"""Every kind of page of the evaluation: our types with their layouts, and the families of strangers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from benchmarks.drawings import (
    account_confirmation,
    account_permit,
    bank_card,
    bank_reply,
    blank,
    business_licence,
    civil_judgment,
    civil_mediation,
    complaint,
    court_notice,
    enforcement_ruling,
    fiscal_account_note,
    fresh,
    guardianship_proof,
    household_register,
    law_firm_letter,
    lawyer_licence,
    legal_rep_certificate,
    mainland_travel_permit,
    passbook,
    passport,
    power_of_attorney,
    receipt,
    resident_id_back,
    resident_id_front,
    ruling,
    service_receipt,
    temporary_id,
)
from benchmarks.drawings.layout import Layout, chosen, drawn
from benchmarks.drawings.people import FIRST_SEED, held_facts
from benchmarks.drawings.strangers.families import FAR, FRESH, NEAR
from intake.domain.document import DocumentClass
from intake.domain.drawing import Drawing, Facts

OTHER = "other"
_ROOM = 100_000  # seeds of one kind


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: the type it is of, and how it may look."""

    name: str
    """The type, or the family of a stranger."""
    type: str
    klass: DocumentClass
    layouts: Sequence[Layout]
    first_seed: int
    near: bool = False
    """Whether it quotes, names or imitates one of our papers."""
    is_fresh: bool = False
    """Whether it belongs to the new slice, which is drawn and reported apart."""

    def seed(self, number: int) -> int:
        """Return the seed of the `number`th page of this kind, counted from 0."""
        return self.first_seed + number

    def family(self, seed: int) -> str:
        """Return what a seed looks like, as bank_card/upright."""
        return f"{self.name}/{chosen(self.layouts, seed).__name__.strip('_')}"

    def draw(self, seed: int, facts: Facts | None = None) -> Drawing:
        """Draw the layout of a seed, of facts of its own unless others are given."""
        return drawn(self.layouts, facts or held_facts(seed), seed)


_BY_CLASS: Mapping[DocumentClass, Sequence[ModuleType]] = {
    DocumentClass.RULING: (enforcement_ruling, civil_judgment, civil_mediation, court_notice, ruling),
    DocumentClass.ID_PROOF: (
        resident_id_front, resident_id_back, temporary_id, business_licence, passport, mainland_travel_permit,
        legal_rep_certificate, power_of_attorney,
    ),
    DocumentClass.BANK_ACCOUNT: (bank_card, account_permit, account_confirmation, passbook),
    DocumentClass.OTHER: (
        complaint, bank_reply, receipt, household_register, guardianship_proof, law_firm_letter, lawyer_licence,
        fiscal_account_note, service_receipt, blank,
    ),
}  # fmt: skip


_FRESH: Sequence[tuple[str, DocumentClass, Layout]] = (
    ("enforcement_ruling", DocumentClass.RULING, fresh.plain_ruling),
    ("civil_judgment", DocumentClass.RULING, fresh.short_judgment),
    ("court_notice", DocumentClass.RULING, fresh.form_notice),
    ("bank_card", DocumentClass.BANK_ACCOUNT, fresh.dark_card),
    ("resident_id_front", DocumentClass.ID_PROOF, fresh.enlarged_id),
    ("account_permit", DocumentClass.BANK_ACCOUNT, fresh.permit_table),
    ("account_confirmation", DocumentClass.BANK_ACCOUNT, fresh.confirmed_by_letter),
)


def _kinds() -> Mapping[str, Kind]:
    rows = [
        (module.__name__.rpartition(".")[2], klass, module.LAYOUTS, False)
        for klass, modules in _BY_CLASS.items()
        for module in modules
    ]
    strangers = [(name, DocumentClass.OTHER, (layout,), name in NEAR) for name, layout in {**FAR, **NEAR}.items()]
    kinds = {}
    for i, (name, klass, layouts, near) in enumerate((*rows, *strangers)):
        own = i < len(rows)
        kinds[name] = Kind(name, name if own else OTHER, klass, layouts, FIRST_SEED + i * _ROOM, near)
    late = [(layout.__name__, type_, klass, layout, False) for type_, klass, layout in _FRESH]
    late += [(name, OTHER, DocumentClass.OTHER, layout, True) for name, layout in FRESH.items()]
    for i, (name, type_, klass, layout, near) in enumerate(late, len(kinds)):
        kinds[name] = Kind(name, type_, klass, (layout,), FIRST_SEED + i * _ROOM, near, is_fresh=True)
    return kinds


KINDS = _kinds()
TYPES = tuple(name for name, kind in KINDS.items() if kind.type == name)
LATE = tuple(name for name, kind in KINDS.items() if kind.is_fresh)
