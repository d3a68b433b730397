"""Reads account numbers on forms: whole, in pieces, or known by their issuer where no label tells."""

from __future__ import annotations

import re

from intake.domain import card, clean, resident
from intake.extract import rules
from intake.extract.constrained import constrained
from intake.extract.finders import Reading, pattern
from intake.extract.layout import apart
from intake.extract.running import Running

_WORDS = "[^\\w-]*(?:[\u4e00-\u9fff]{2,}[^\\w-]*)?"  # a single character may be a digit misread
_WHOLE = re.compile(rf"{_WORDS}(?P<value>\d[\d-]{{6,44}}\d){_WORDS}")

COLON = r"(?::|[;.,](?=\d{15,19}(?![\d元年月日万])))?"  # readers make other marks of one: only a long number tells
NUMBER = r"(?P<value>\d[\d-]{6,30}\d)"
LABELLED = rf"(?:账号|帐号|账户号码|卡号|(?<![\u4e00-\u9fff])[账帐](?=\d{{15}}))(?:为|是)?{COLON}{NUMBER}"
"""An account in running text, behind its label; readers lose a 号 before the figures, but 转账 is no label."""
GOES_ON = r"[A-Za-z-]*\d[\dA-Za-z-]*"  # of a number cut in two by a wide gap or the end of its row


def _account(span: Running) -> tuple[Reading, ...]:
    """Read a text that is one number and nothing else but words.

    What stands apart from its start is a rival, unless the start or the whole is the number of a known card.
    """
    found = _WHOLE.fullmatch(span.text)
    if not found:
        return ()
    whole = span.cut(*found.span("value"))
    number, start = _reading(whole), _reading(_start(whole))
    if _is_known_card(str(start.value)):
        return (start,)
    is_sure = start.value == number.value or _is_known_card(str(number.value))
    return (number,) if is_sure else (number, start)


def _reading(span: Running) -> Reading:
    return Reading(clean.digits(span.text), span)


def _start(span: Running) -> Running:
    """Return what is written up to the first wide gap or the end of the row."""
    boxes = [span.glyphs[i].char.box.bounds for i in span.at]
    ends = (b for b in span.breaks if b and apart(boxes[b - 1], boxes[b]))
    return span.cut(0, next(ends, len(span.text)))


def _is_known_card(digits: str) -> bool:
    """Say whether a known issuer makes numbers such as this one: unlike Luhn alone, a reason to believe it."""
    read, born = card.parse(digits), resident.birth_date(digits)
    is_like_an_id = born is not None and born.year >= 1900
    return read is not None and read.checks and read.fits and not is_like_an_id


account_number = constrained(_account, rules.ACCOUNT)
passing_card_number = pattern(r"(?<!\d)\d{15,19}(?!\d)", lambda digits: digits if _is_known_card(digits) else None)
