"""What can be wrong with account_permit."""

from __future__ import annotations

from dataclasses import replace

from breaks import UNSURE, Broken


def _company(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, company=replace(facts.company, **changes)))


BROKEN = (
    UNSURE,
    _company(permit_number="X5810950445007"),
    Broken(
        lambda facts: replace(
            facts, company=replace(facts.company, account=replace(facts.company.account, number="24561164"))
        )
    ),
)
