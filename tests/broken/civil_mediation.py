"""What can be wrong with civil_mediation: seed 1 is about a company, seed 3 has words and an account."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from breaks import BAD_CARD, BAD_ID, UNSURE, Broken, account, applicant, facts, respondent

BROKEN = (
    UNSURE,
    Broken(sealed=False),
    account(number=BAD_CARD),
    applicant(id_number=BAD_ID),
    applicant(name="张三，女。原告：李芳"),
    respondent(name=f"李四，男，公民身份号码{BAD_ID}"),
    facts(amount=Decimal("1.00")),
    facts(amount=Decimal("0.00")),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(cause=f"借款纠纷一案，不服（2015）杭西民初字第12号判决，另{'借款纠纷'}"),
    facts(court_name="四川省成都市锦江区人民法院", case_number="（2023）浙0106执1234号"),
    facts(decided_on=date(2020, 2, 2)),
    facts(judges=("王小明", "李芳")),
)
