"""What can be wrong with court_notice: seed 1 begins an enforcement, seed 3 pays back in words and figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from breaks import BAD_CARD, UNSURE, Broken, account, facts

BROKEN = (
    UNSURE,
    Broken(sealed=False),
    account(number=BAD_CARD),
    account(number="12345678"),
    facts(amount=Decimal("1.00")),
    facts(amount=Decimal("0.00")),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(basis_case_number="（2015）杭西民初字第1234号"),
    facts(court_name="四川省成都市锦江区人民法院", case_number="（2023）浙0106执1234号"),
    facts(decided_on=date(2020, 2, 2)),
)
