"""What can be wrong with business_licence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from breaks import UNSURE, company, reading

BROKEN = (
    UNSURE,
    company(uscc="91350100M000100Y44"),
    company(capital=Decimal(0)),
    company(issued_on=date(2000, 1, 1)),
    company(term_ends=date(1999, 1, 1)),
    reading("9[0-9A-Z]{17}", ""),
    reading(r"(注册号 \d{14})\d", r"\g<1>X"),
    reading(r"(注册号 \d{13})\d", r"\g<1>" + "0"),
)
