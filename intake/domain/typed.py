"""Brings what a person types for a field into the one form that its values have, whoever gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from intake.domain import amount, capital, case_number, dates
from intake.domain.clean import digits, packed
from intake.domain.document import Party, Value
from intake.domain.errors import Invalid

_NUMBER = re.compile("[A-Z]{0,3}[0-9][0-9A-Z()]*")  # more letters before a digit are words; brackets: Hong Kong's

Read = Callable[[str], str | None]
"""Read a text as a value of one kind; None where it is none."""


def typed(field: str, value: Value | None) -> Value | None:
    """Return the value in the form that the field has; None says that nothing is written there.

    Raises Invalid `bad_value` for what the field cannot hold: another kind of value, a blank, no date, no money.
    """
    if value is None:
        return None
    read = _formed(field, value)
    if read is None or read in ("", ()):
        raise Invalid("bad_value", field=field)
    return read


def _formed(field: str, value: Value) -> Value | None:
    if field in TRUTHS or isinstance(value, bool):
        return value if field in TRUTHS and isinstance(value, bool) else None
    if field in PARTIES or field in NAMES or isinstance(value, tuple):
        return _listed(field, value)
    return _FORMS.get(field, str.strip)(value)


def _listed(field: str, value: str | tuple[str, ...] | tuple[Party, ...]) -> Value | None:
    """Return names or parties of a list, without blanks around them; None for any other value and for blank ones."""
    if field in PARTIES and isinstance(value, tuple):
        parties = tuple(_party(each) for each in value if isinstance(each, Party) and each.name.strip())
        return parties if len(parties) == len(value) else None
    if field in NAMES and isinstance(value, tuple):
        names = tuple(each.strip() for each in value if isinstance(each, str) and each.strip())
        return names if len(names) == len(value) else None
    return None


def _party(said: Party) -> Party:
    id_number, uscc = (digits(number) if number else None for number in (said.id_number, said.uscc))
    return replace(said, name=said.name.strip(), id_number=id_number, uscc=uscc)


def _number(raw: str) -> str | None:
    text = digits(raw)
    return text if _NUMBER.fullmatch(text) else None


def _money(raw: str) -> str | None:
    read = amount.parse_figures(raw)
    return None if read is None else amount.text_of(read)


def _capital(raw: str) -> str | None:
    read = capital.parse(raw)
    return _money(raw) if read is None else amount.text_of(read)


def _case(raw: str) -> str:
    """Return a case number as papers print it; numbers of arbitrators and notaries, which are none, as they are."""
    read = case_number.normalise(raw)
    return raw.strip() if read is None else read.text


def _end(raw: str) -> str | None:
    return dates.FOREVER if packed(raw) == dates.FOREVER else dates.iso(raw)


def _period(raw: str) -> str | None:
    read = dates.period(raw)
    return None if read is None else read.text


def _sex(raw: str) -> str | None:
    return raw.strip() if raw.strip() in {"男", "女"} else None


TRUTHS = frozenset({"has_seal", "is_signed", "is_duplicate", "may_receive_funds"})
PARTIES = frozenset({"applicants", "respondents"})
NAMES = frozenset({"judges"})
_FORMS: Mapping[str, Read] = {
    **dict.fromkeys(
        (
            "id_number",
            "agent_id_number",
            "card_number",
            "account_number",
            "basic_account_number",
            "document_number",
            "uscc",
            "cnaps_code",
            "approval_number",
            "registration_number",
        ),
        _number,
    ),
    **dict.fromkeys(
        ("decision_date", "birth_date", "confirmed_on", "issued_on", "established_on", "valid_from"), dates.iso
    ),
    **dict.fromkeys(("amount", "claim_amount"), _money),
    **dict.fromkeys(("case_number", "basis_case_number"), _case),
    "registered_capital": _capital,
    "valid_to": _end,
    "business_term": _period,
    "sex": _sex,
}
"""How the text of a field is read (contract: dates ISO 8601, money with two places, numbers without blanks)."""
