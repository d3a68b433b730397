"""What can be wrong with resident_id_back."""

from __future__ import annotations

from datetime import date

from breaks import UNSURE, applicant

BROKEN = (
    UNSURE,
    applicant(id_valid_from=date(2020, 1, 1), id_valid_to=date(2019, 1, 1)),
    applicant(id_valid_from=date(2020, 1, 1), id_valid_to=date(2027, 1, 1)),
)
