"""A drawn sample: fictional facts of a case, and the pages drawn from them with the truth about what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from intake.domain.document import Value
from intake.domain.geometry import Quad
from intake.domain.page import Pixels


@dataclass(frozen=True, slots=True)
class Person:
    """A fictional person; `id_number` has a valid check digit, `sex` is 男 or 女."""

    name: str
    sex: str
    ethnicity: str
    born_on: date
    address: str
    id_number: str
    id_authority: str
    id_valid_from: date
    id_valid_to: date | None
    """None is 长期."""


@dataclass(frozen=True, slots=True)
class Account:
    """A fictional account; `number` of a card passes Luhn and carries a prefix of the bank."""

    name: str
    number: str
    bank_name: str
    """The bank, as 中国工商银行."""
    branch_name: str
    """The whole of 开户行, as 中国工商银行股份有限公司杭州西湖支行."""
    cnaps_code: str


@dataclass(frozen=True, slots=True)
class Company:
    """A fictional company; both check digits of `uscc` fit, its account is a corporate one without a check digit."""

    name: str
    uscc: str
    kind: str
    """As 有限责任公司(自然人投资或控股)."""
    legal_representative: Person
    capital: Decimal
    established_on: date
    term_ends: date | None
    """None is 长期."""
    address: str
    scope: str
    authority: str
    issued_on: date
    account: Account
    permit_number: str
    """核准号 of 开户许可证: J and thirteen digits."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the papers of one fictional case agree on. Drawn differently on purpose by `dataclasses.replace`."""

    court_name: str
    case_number: str
    basis_case_number: str
    cause: str
    applicant: Person
    respondent: Person
    account: Account
    phone: str
    amount: Decimal
    amount_upper: str
    decided_on: date
    confirmed_on: date
    judges: tuple[str, ...]
    clerk: str
    company: Company
    """For papers of a company; the parties of the case are persons unless a drawing says otherwise."""
    agent: Person
    """Acts for the applicant: a lawyer of `law_firm` or a relative."""
    child: Person
    """A minor child of the applicant."""
    law_firm: str


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of text as drawn; `box` in pixels of the drawn page."""

    text: str
    box: Quad


@dataclass(frozen=True, slots=True, eq=False)
class DrawnPage:
    pixels: Pixels
    lines: tuple[DrawnLine, ...]
    seal_text: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A drawn document: its pages, and every field a perfect reader would report."""

    pages: tuple[DrawnPage, ...]
    fields: Mapping[str, Value] = field(default_factory=dict)
