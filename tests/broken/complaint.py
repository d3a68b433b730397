"""What can be wrong with complaint."""

from __future__ import annotations

from decimal import Decimal

from breaks import UNSURE, facts

BROKEN = (
    UNSURE,
    facts(amount=Decimal("0.00")),
    facts(basis_case_number="（2015）杭西民初字第1234号"),
)
