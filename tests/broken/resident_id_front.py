"""What can be wrong with resident_id_front."""

from __future__ import annotations

from datetime import date

from breaks import BAD_ID, TOO_OLD, UNSURE, applicant

BROKEN = (
    UNSURE,
    applicant(id_number=BAD_ID),
    applicant(id_number=TOO_OLD),
    applicant(born_on=date(1880, 1, 1)),
)
