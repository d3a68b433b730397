"""The sample cases: who hands in what, how it was scanned, and what is wrong with it on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from random import Random

from stdnum import luhn

from intake.domain.amount import in_words
from intake.domain.drawing import Facts
from intake.drawing.facts import facts_of
from samples.degrade import Variant


class Status(StrEnum):
    """What must become of a case (contract v1)."""

    READY = "ready"
    NEEDS_REVIEW = "needs_review"
    INCOMPLETE = "incomplete"
    BLOCKED = "blocked"


class Fault(StrEnum):
    """What was made wrong on purpose."""

    NAME_MISMATCH = "name_mismatch"
    BAD_ID_CHECKSUM = "bad_id_checksum"
    BAD_CARD_CHECKSUM = "bad_card_checksum"
    MISSING_ACCOUNT = "missing_account"
    AMOUNT_DIFFERS = "amount_differs"
    CASE_NUMBER_MISMATCH = "case_number_mismatch"


class Layout(StrEnum):
    """How drawings become pages: each its own, or both sides of a card on one A4 copy."""

    SINGLE = "single"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Paper:
    """What lies on the glass at once: a document by its type, or several cards on one sheet."""

    types: tuple[str, ...]
    layout: Layout = Layout.SINGLE
    seed: int | None = None
    """Of the layout; the case's own where None (the type `other` chooses what to draw by it)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One file: its name (the suffix says the format), the papers in it, how they were scanned and held."""

    file: str
    papers: tuple[Paper, ...]
    variant: Variant
    turned: int = 0
    """Degrees clockwise, as a telephone held sideways leaves it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder: the facts follow the seed, and all papers agree with them but for the fault."""

    name: str
    seed: int
    scans: tuple[Scan, ...]
    fault: Fault | None = None
    status: Status = Status.READY

    def facts(self, doctype: str) -> Facts:
        """Return the facts as the papers of a type state them."""
        facts = facts_of(self.seed)
        return _FAULTS[self.fault](facts, doctype) if self.fault else facts


RULING = Paper(("enforcement_ruling",))
FACE, BACK = Paper(("resident_id_front",)), Paper(("resident_id_back",))
ID_SHEET = Paper(("resident_id_front", "resident_id_back"), Layout.SHEET)
ID_CARD_SHEET = Paper(("resident_id_front", "resident_id_back", "bank_card"), Layout.SHEET)
CARD, FORM = Paper(("bank_card",)), Paper(("account_confirmation",))
RECEIPT, MENU, LETTER, LANDSCAPE = (Paper(("other",), seed=kind) for kind in range(4))

CLEAN, COPY, PHOTO, DIGITAL = Variant.CLEAN, Variant.PHOTOCOPY, Variant.PHOTO, Variant.BORN_DIGITAL

CASES = (
    Case(
        "case-01-clean-scans",
        1,
        (
            Scan("01-ruling.jpg", (RULING,), CLEAN),
            Scan("02-id-front.jpg", (FACE,), CLEAN),
            Scan("03-id-back.jpg", (BACK,), CLEAN),
            Scan("04-confirmation.jpg", (FORM,), CLEAN),
        ),
    ),
    Case(
        "case-02-photocopies",
        12,
        (
            Scan("scan.tif", (RULING, FORM), COPY),
            Scan("id-copy.jpg", (ID_SHEET,), COPY),
        ),
    ),
    Case(
        "case-03-phone-photos",
        3,
        (
            Scan("IMG_0381.jpg", (RULING,), PHOTO),
            Scan("IMG_0382.jpg", (FACE,), PHOTO),
            Scan("IMG_0383.jpg", (BACK,), PHOTO),
            Scan("IMG_0384.jpg", (CARD,), PHOTO),
            Scan("IMG_0385.jpg", (FORM,), PHOTO, turned=90),
        ),
    ),
    Case(
        "case-04-born-digital",
        16,
        (
            Scan("ruling.pdf", (RULING,), DIGITAL),
            Scan("id.pdf", (ID_SHEET,), CLEAN),
            Scan("confirmation.png", (FORM,), CLEAN),
        ),
    ),
    Case(
        "case-05-one-scanned-pdf",
        5,
        (Scan("all-papers.pdf", (RULING, ID_SHEET, FORM), CLEAN),),
    ),
    Case(
        "case-06-turned-photos",
        6,
        (
            Scan("a.jpg", (RULING,), PHOTO, turned=180),
            Scan("b.jpg", (FACE,), PHOTO, turned=270),
            Scan("c.jpg", (BACK,), PHOTO, turned=90),
            Scan("d.jpg", (FORM,), PHOTO),
        ),
    ),
    Case(
        "case-07-chinese-names",
        27,
        (
            Scan("执行裁定书 扫描件.pdf", (RULING,), CLEAN),
            Scan("身份证 正面.png", (FACE,), CLEAN),
            Scan("身份证 反面.png", (BACK,), CLEAN),
            Scan("银行卡 照片.jpg", (CARD,), PHOTO),
            Scan("收款账户 确认书.jpg", (FORM,), COPY),
            Scan("超市 小票.jpg", (RECEIPT,), PHOTO),
        ),
    ),
    Case(
        "case-08-with-strangers",
        8,
        (
            Scan("ruling.tif", (RULING,), COPY),
            Scan("cards.jpg", (ID_CARD_SHEET,), CLEAN),
            Scan("form.jpg", (FORM,), CLEAN),
            Scan("letter.jpg", (LETTER,), COPY),
            Scan("view.jpg", (LANDSCAPE,), PHOTO),
        ),
    ),
    Case(
        "case-09-name-mismatch",
        9,
        (
            Scan("ruling.jpg", (RULING,), CLEAN),
            Scan("id-front.jpg", (FACE,), CLEAN),
            Scan("id-back.jpg", (BACK,), CLEAN),
            Scan("confirmation.jpg", (FORM,), CLEAN),
        ),
        Fault.NAME_MISMATCH,
        Status.BLOCKED,
    ),
    Case(
        "case-10-bad-id-number",
        10,
        (
            Scan("ruling.jpg", (RULING,), PHOTO),
            Scan("id-front.jpg", (FACE,), CLEAN),
            Scan("id-back.jpg", (BACK,), CLEAN),
            Scan("confirmation.jpg", (FORM,), CLEAN),
        ),
        Fault.BAD_ID_CHECKSUM,
        Status.BLOCKED,
    ),
    Case(
        "case-11-bad-card-number",
        11,
        (
            Scan("ruling.pdf", (RULING,), CLEAN),
            Scan("id.jpg", (ID_SHEET,), CLEAN),
            Scan("card.jpg", (CARD,), CLEAN),
        ),
        Fault.BAD_CARD_CHECKSUM,
        Status.BLOCKED,
    ),
    Case(
        "case-12-no-account",
        22,
        (
            Scan("ruling.tif", (RULING,), COPY),
            Scan("id-front.jpg", (FACE,), PHOTO),
            Scan("id-back.jpg", (BACK,), PHOTO, turned=180),
            Scan("menu.jpg", (MENU,), PHOTO),
        ),
        Fault.MISSING_ACCOUNT,
        Status.INCOMPLETE,
    ),
    Case(
        "case-13-amount-differs",
        13,
        (
            Scan("ruling.pdf", (RULING,), CLEAN),
            Scan("id.tif", (ID_SHEET,), CLEAN),
            Scan("confirmation.jpg", (FORM,), PHOTO),
        ),
        Fault.AMOUNT_DIFFERS,
        Status.BLOCKED,
    ),
    Case(
        "case-14-other-case-number",
        14,
        (
            Scan("ruling.jpg", (RULING,), PHOTO, turned=90),
            Scan("id.pdf", (FACE, BACK), CLEAN),
            Scan("card.jpg", (CARD,), CLEAN),
            Scan("confirmation.jpg", (FORM,), COPY),
        ),
        Fault.CASE_NUMBER_MISMATCH,
        Status.BLOCKED,
    ),
)


def _other_holder(facts: Facts, doctype: str) -> Facts:
    """Put the account in another's name on the papers of the bank, not on the ruling."""
    stranger = facts_of(9001).applicant.name
    holds = doctype in ("bank_card", "account_confirmation")
    return replace(facts, account=replace(facts.account, name=stranger)) if holds else facts


def _bad_id(facts: Facts, _doctype: str) -> Facts:
    number = facts.applicant.id_number
    wrong = number[:-1] + ("3" if number[-1] != "3" else "7")
    return replace(facts, applicant=replace(facts.applicant, id_number=wrong))


def _bad_card(facts: Facts, _doctype: str) -> Facts:
    number = facts.account.number
    wrong = next(n for i in range(1, 10) if not luhn.is_valid(n := f"{number[:-1]}{(int(number[-1]) + i) % 10}"))
    return replace(facts, account=replace(facts.account, number=wrong))


def _bad_words(facts: Facts, _doctype: str) -> Facts:
    return replace(facts, amount_upper=in_words(facts.amount + Decimal(Random(facts.case_number).randint(1, 9)) * 1000))


def _other_case(facts: Facts, doctype: str) -> Facts:
    number = facts_of(9002).case_number
    return replace(facts, case_number=number) if doctype == "account_confirmation" else facts


_FAULTS: dict[Fault, Callable[[Facts, str], Facts]] = {
    Fault.NAME_MISMATCH: _other_holder,
    Fault.BAD_ID_CHECKSUM: _bad_id,
    Fault.BAD_CARD_CHECKSUM: _bad_card,
    Fault.MISSING_ACCOUNT: lambda facts, _doctype: facts,
    Fault.AMOUNT_DIFFERS: _bad_words,
    Fault.CASE_NUMBER_MISMATCH: _other_case,
}
