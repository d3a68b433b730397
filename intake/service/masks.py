"""Hides the numbers of people and accounts from those who may not see them whole, wherever in an answer they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from intake.domain import resident
from intake.domain.clean import digits
from intake.service.access import Principal, Right
from intake.service.papers import NUMBERS

HIDDEN = "*"
LAST = 4  # characters of a number that stay
FIRST_OF_ID = 3
WHOLE = 8  # shorter numbers are hidden to the last character: the last four would be most of them
OPEN = frozenset(
    {"id", "document_id", "scan_id", "case_id", "request_id", "sha256", "payment_digest", "idempotency_key", "key"}
    | {"reference", "path", "code", "rule", "state", "status", "uscc", "cnaps", "cnaps_code", "approval_number"}
    | {"box", "created_at", "confirmed_at", "versions", "schema_id", "after_id", "links", "version"}
)
"""Members that carry no number of a person or an account: identifiers of ours, and numbers that registers publish."""

_TOLD = frozenset({"value", "raw", "suggestion", "before", "after"})
_LINE_WHOLE = 4  # digits of a run that a line of a page may not show: a card has its groups on lines of their own
_MOST_OF_MONEY = 12  # digits before the places: longer ones are accounts, whatever stands behind them
_TOKEN = r"(?<![0-9A-Za-z<])(?=[A-Za-z<]*[0-9])[0-9A-Za-z<]++"  # noqa: S105 letters and digits, no password
_GAP = r"[\s·・•_./／．,，、—–‐‑−－-]"
_RUN = re.compile(rf"{_TOKEN}(?:{_GAP}{{1,3}}{_TOKEN})*+")
_WHOLE_SUM = rf"(?:[0-9]{{1,3}}(?:[,，][0-9]{{3}}){{1,3}}|[0-9]{{1,{_MOST_OF_MONEY}}})"
_SUM = rf"{_WHOLE_SUM}[.．][0-9]{{2}}"
_COMPACT = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_SPACED = r"(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01])"
_OTHER = rf"(?:{_COMPACT}|{_SPACED}|{_SUM})"
_OTHERS = re.compile(rf"{_OTHER}(?:{_GAP}{{1,3}}{_OTHER})*")
_YUAN = re.compile(rf"(?:{_OTHER}{_GAP}{{1,3}})*{_WHOLE_SUM}")
_DIGIT = re.compile(r"[0-9]")
_ID_LENGTH = 18
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_CASE = re.compile(
    r"[（(〔\[](?:19|20)[0-9]{2}[）)〕\]]\s?[\u4e00-\u9fff]{1,2}[0-9]{0,4}[\u4e00-\u9fff]{1,6}[0-9]{1,6}(?:号|之)"
)
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "x"}


def hidden(number: str) -> str:
    """Return a number without its middle: first three and last four of an identity number stay, else the last four.

    Fifteen digits may be a legacy number or the rest of a card: nothing in them can tell, so that they count as a card.
    """
    marks = [place for place, char in enumerate(number) if char.isalnum()]
    if len(marks) <= WHOLE:
        return HIDDEN * len(number)
    first = FIRST_OF_ID if _is_id(number, len(marks)) else 0
    last = marks[-LAST]
    return number[:first] + HIDDEN * (last - first) + number[last:]


def _is_id(number: str, marks: int) -> bool:
    """Say whether a text is an identity number that checks; in ASCII one has as many marks as characters."""
    if number.isascii() and marks != _ID_LENGTH:
        return False
    read = resident.parse(number)
    return read is not None and not read.is_legacy and read.checks


def blurred(text: str) -> str:
    """Return a text with every number in it hidden that is long enough to be one of a person or an account."""
    return _blurred(text if text.isascii() else text.translate(_WIDE), WHOLE)


def line_blurred(text: str) -> str:
    """Return a line of a page with its numbers hidden, parts of numbers too; days, sums and case numbers stay."""
    wide = text.translate(_WIDE)
    shown, start = "", 0
    for case in _CASE.finditer(wide):
        shown, start = shown + _blurred(wide[start : case.start()], _LINE_WHOLE) + case.group(), case.end()
    return shown + _blurred(wide[start:], _LINE_WHOLE)


def _blurred(wide: str, least: int) -> str:
    if not _DIGIT.search(wide):
        return wide

    def hide(match: re.Match[str]) -> str:
        run = match.group()
        is_short = sum(map(str.isdigit, run)) < least
        return run if is_short or _is_other(run, wide[match.end() : match.end() + 1]) else hidden(run)

    return _RUN.sub(hide, wide)


def _is_other(run: str, behind: str) -> bool:
    """Say whether a run is of days and sums only."""
    if _OTHERS.fullmatch(run):
        return True
    return bool((behind == "元" and _YUAN.fullmatch(run)) or (behind == "年" and _YEAR.fullmatch(run)))


def masked(shown: object) -> object:
    """Return an answer with the numbers in it hidden: in fields that hold numbers always, in texts where they stand."""
    return _masked(shown, key="", is_number=False)


def shown_to(asks: Principal, shown: object) -> object:
    """Return an answer as somebody may see it."""
    return shown if asks.has(Right.NUMBERS) else masked(shown)


def is_masked(value: object) -> bool:
    """Say whether a value was hidden by us, so that it must not be taken for what a person means."""
    return isinstance(value, str) and HIDDEN in value


def _masked(shown: object, *, key: str, is_number: bool) -> object:
    if shown is None or isinstance(shown, bool | int | float):
        return shown
    if isinstance(shown, str):
        return hidden(shown) if key in NUMBERS or (is_number and key in _TOLD) else blurred(shown)
    if isinstance(shown, Mapping):
        inside = key in NUMBERS or shown.get("field") in NUMBERS
        return {
            name: part if name in OPEN else _masked(part, key=name, is_number=inside) for name, part in shown.items()
        }
    if isinstance(shown, Sequence):
        return [_masked(part, key=key, is_number=is_number) for part in shown]
    return shown


def searched(number: str) -> str:
    """Return a number in the one form that is searched for."""
    return digits(number)
