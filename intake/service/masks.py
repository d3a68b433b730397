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
_TOKEN = r"[0-9A-Za-z<]*[0-9][0-9A-Za-z<]*"  # noqa: S105 letters and digits, no password
_RUN = re.compile(rf"{_TOKEN}(?:[ \u00a0\u3000·・_-]{{1,2}}{_TOKEN})*")
_MONEY = re.compile(r"[.．][0-9]{2}(?![0-9])|元")
_DAY = re.compile(r"(?:19|20)[0-9]{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12][0-9]|3[01])")
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "x"}


def hidden(number: str) -> str:
    """Return a number without its middle: first three and last four of an identity number stay, else the last four."""
    read = resident.parse(number)
    first = FIRST_OF_ID if read is not None and read.checks else 0
    marks = [place for place, char in enumerate(number) if char.isalnum()]
    if len(marks) <= WHOLE:
        return HIDDEN * len(number)
    last = marks[-LAST]
    return number[:first] + HIDDEN * (last - first) + number[last:]


def blurred(text: str) -> str:
    """Return a text with every number in it hidden that is long enough to be one of a person or an account."""
    wide = text.translate(_WIDE)

    def hide(match: re.Match[str]) -> str:
        run = match.group()
        count = sum(c.isdigit() for c in run)
        is_other = all(_DAY.fullmatch(each) for each in run.split()) or _MONEY.match(wide, match.end())
        return run if count < WHOLE or is_other else hidden(run)

    return _RUN.sub(hide, wide)


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
