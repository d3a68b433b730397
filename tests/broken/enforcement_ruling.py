"""What can be wrong with enforcement_ruling."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from breaks import BAD_CARD, BAD_ID, UNSURE, Broken, account, applicant, facts, respondent

BROKEN = (
    UNSURE,
    Broken(sealed=False),
    account(number=BAD_CARD),
    account(number="12345678"),
    applicant(id_number=BAD_ID),
    applicant(name="张三，女。申请执行人：李芳"),
    respondent(id_number=BAD_ID),
    facts(amount=Decimal("1.00")),
    facts(amount=Decimal("0.00")),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(basis_case_number="（2015）杭西民初字第1234号"),
    facts(court_name="四川省成都市锦江区人民法院", case_number="（2023）浙0106执1234号"),
    facts(decided_on=date(2020, 2, 2)),
    facts(judges=("王小明", "李芳")),
)
