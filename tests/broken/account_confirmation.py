"""What can be wrong with account_confirmation."""

from __future__ import annotations

from datetime import date

from breaks import BAD_CARD, BAD_ID, UNSURE, Broken, account, applicant, facts

BROKEN = (
    UNSURE,
    account(number=BAD_CARD),
    account(number="12345678"),
    account(number="6228480402564890018", bank_name="中国工商银行", branch_name="中国工商银行杭州西湖支行"),
    account(cnaps_code="105100000071"),
    applicant(id_number=BAD_ID),
    facts(phone="01234567"),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(confirmed_on=date(2020, 1, 1)),
    account(name=" "),
    Broken(signer="王小明"),
)
