"""Which cases are drawn: who is paid by which papers, and how the papers came to us; cases take turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from random import Random

from benchmarks.drawings.kinds import KINDS
from benchmarks.drawings.people import FIRST_SEED
from intake.release.parts.case import Kind

FIRST_CASE_SEED = FIRST_SEED + 30_000_000  # pages of the evaluation are drawn below
_ROOM = 1000  # seeds of one case
_PAPER = 40  # seeds of one paper of it


class Condition(StrEnum):
    """How the papers of a case came to us."""

    CLEAN = "clean scan"
    COPY = "photocopy"
    PHONE = "phone photograph"
    SEAL = "seal over text"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paper of a case: its kind, and the layouts that agree with the other papers."""

    kind: str
    layouts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The papers of a case; `fund` is the kind of money that it is about."""

    pieces: tuple[Piece, ...]
    fund: Kind = Kind.ENFORCEMENT


def _recipe(*pieces: str, fund: Kind = Kind.ENFORCEMENT) -> Recipe:
    """Build a recipe of kinds with their layouts: `kind:layout,layout`."""
    named = (piece.partition(":") for piece in pieces)
    return Recipe(tuple(Piece(kind, tuple(layouts.split(","))) for kind, _, layouts in named), fund)


_FACE = "resident_id_front:worn,zhuang,on_a_sheet"
_CARD = "bank_card:upright,on_the_back,raised_figures"
_FORM = "account_confirmation:ticked,by_hand,letter,unsigned"
_LICENCE = "business_licence:broad,upright"
_PERMIT = "account_permit:permit,information,on_screen_print"
RECIPES: Mapping[str, Recipe] = {
    "person": _recipe(
        "enforcement_ruling:several_debtors", _FACE, "resident_id_back:alone,two_scripts,on_a_sheet", _FORM, _CARD
    ),
    "company": _recipe(
        "enforcement_ruling:company_paid", _LICENCE, "legal_rep_certificate:letter,form,table", _PERMIT,
        "account_confirmation:company",
    ),
    "agent": _recipe(
        "court_notice:fetch_money,assist", "power_of_attorney:lawyer", _FACE, "passbook:first_page,open_book", _CARD
    ),
    "older": _recipe(
        "enforcement_ruling:before_2016,wages,stayed", "temporary_id:one_side,both_on_a_sheet", _FORM,
        "bank_reply:slip,letter,print_out",
    ),
    "firm": _recipe("civil_mediation:at_once", _LICENCE, _PERMIT, "power_of_attorney:company"),
    "refund": _recipe("court_notice:fee_back", _FACE, "passbook:first_page,open_book", _CARD, fund=Kind.FEE_REFUND),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """One case that can be drawn; equal plans give equal pictures."""

    number: int
    recipe: str
    condition: Condition

    @property
    def name(self) -> str:
        return f"{self.number:04} {self.recipe}, {self.condition}"

    @property
    def seed(self) -> int:
        return FIRST_CASE_SEED + self.number * _ROOM

    @property
    def papers(self) -> Sequence[tuple[str, int]]:
        """Return kind and seed of each paper; the layout follows the seed."""
        pieces = RECIPES[self.recipe].pieces
        return [(piece.kind, self._seed(piece, place)) for place, piece in enumerate(pieces, 1)]

    def _seed(self, piece: Piece, place: int) -> int:
        layout = Random(f"layout {self.number} {place}").choice(piece.layouts)  # noqa: S311 reproducible, not secure
        seeds = count(self.seed + place * _PAPER)
        return next(seed for seed in seeds if KINDS[piece.kind].family(seed) == f"{piece.kind}/{layout}")


def planned(cases: int) -> list[Plan]:
    """Return the first cases: every recipe comes in every condition before one comes again."""
    conditions, recipes = tuple(Condition), tuple(RECIPES)
    return [
        Plan(n, recipes[n // len(conditions) % len(recipes)], conditions[n % len(conditions)]) for n in range(cases)
    ]
