"""What can be wrong with bank_reply; the drawing of seed 1 says that the account is not usable."""

from __future__ import annotations

from breaks import BAD_CARD, UNSURE, account

BROKEN = (
    UNSURE,
    account(number=BAD_CARD),
    account(number="12345678"),
    account(number="6228480402564890018", bank_name="中国工商银行", branch_name="中国工商银行杭州西湖支行"),
)
