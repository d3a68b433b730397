"""Which grammar the numbers of each kind are decoded under, and when a repaired one is to be trusted."""

from __future__ import annotations

from intake.domain import amount, case_number, dates
from intake.domain.card import CardNumber
from intake.domain.clean import digits
from intake.extract import grammars
from intake.extract.constrained import Rule, with_others
from intake.extract.finders import Parse
from intake.extract.grammar import Grammar

CARD_DIGITS = range(13, 20)
_LETTERS = 2  # that a resident number may have for misread digits: one with more is another code


def _card(text: str) -> Grammar | None:
    length = len(digits(text))
    return grammars.card(length) if length in CARD_DIGITS else None


def _account(text: str) -> Grammar | None:
    """Return the grammar of a card where an account number starts as one; others have no check digit."""
    return _card(text) if CardNumber(digits(text)).starts_like_one else None


def _is_known(number: str) -> bool:
    """Say whether a known issuer makes card numbers of this length."""
    return CardNumber(number).fits


def _party(text: str) -> Grammar:
    letters = sum(char.isalpha() for char in digits(text))
    return grammars.CREDIT if letters > _LETTERS or text.startswith("9") else grammars.RESIDENT


def _case_text(text: str) -> str:
    number = case_number.normalise(text)
    return number.text if number else text


def _money_text(text: str) -> str:
    sum_ = amount.parse_figures(text)
    return text if sum_ is None else amount.text_of(sum_)


def _date(text: str) -> Grammar:
    return grammars.DIGIT_DATE if text[:1].isdigit() else grammars.HANZI_DATE


DATE_LEAD = 5.0  # nats: one date in 150 may then be another
DATE = Rule(
    _date,
    lead=DATE_LEAD,
    spell=lambda text: dates.iso(text) or text,
    loose=r"[一二][^\d,。;:年]{2,3}年[^\d,。;:月]{1,2}月[^\d,。;:日]{1,3}日",
)


def figures(parse: Parse) -> Parse:
    """Add to amounts in figures what else they may be."""
    return with_others(parse, grammars.FIGURES, _money_text)


def words(parse: Parse) -> Parse:
    """Add to amounts in words what else they may be."""
    return with_others(parse, grammars.WORDS, str)


_ALONE, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_FEW = r"(?=(?:[^0-9]?[0-9]){13})"  # digits that a misread number of eighteen characters still has in a row, or nearly
RESIDENT = Rule(lambda _: grammars.RESIDENT, loose=rf"{_ALONE}(?=[1-8]){_FEW}[0-9A-Za-z|×]{{17,19}}{_END}")
CREDIT = Rule(lambda _: grammars.CREDIT, loose=rf"{_ALONE}[0-9A-Za-z]{{17,19}}{_END}")
PARTY = Rule(_party, loose=rf"{_ALONE}[0-9A-Za-z|×]{{17,19}}{_END}")
CLEARING = Rule(lambda _: grammars.CLEARING, loose=rf"{_ALONE}(?=(?:[^0-9]?[0-9]){{9}})[0-9A-Za-z|]{{11,13}}{_END}")
_NO_ID = r"(?![1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d)"
CARD = Rule(_card, trusted=_is_known, loose=rf"{_ALONE}{_NO_ID}(?=(?:[^0-9]?[0-9]){{12}})[0-9A-Za-z|]{{15,19}}{_END}")
ACCOUNT = Rule(_account, trusted=_is_known)
CASE_LEAD = 5.0  # nats: without a check digit every other digit fits, and even good print is hardly ahead by more
CASE = Rule(
    lambda _: grammars.CASE,
    lead=CASE_LEAD,
    spell=_case_text,
    loose=r"[(\[〔【<]?[12][0-9A-Za-z]{3}[)\]〕】>]?[^,。;:号]{5,16}号(?:之[一二三四五六七八九十]{1,3})?",
)
