"""What can be wrong with legal_rep_certificate."""

from __future__ import annotations

from dataclasses import replace

from breaks import BAD_ID, TOO_OLD, UNSURE, Broken


def _representative(**changes) -> Broken:
    return Broken(
        lambda facts: replace(
            facts,
            company=replace(facts.company, legal_representative=replace(facts.company.legal_representative, **changes)),
        )
    )


BROKEN = (UNSURE, _representative(id_number=BAD_ID), _representative(id_number=TOO_OLD))
