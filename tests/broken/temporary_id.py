"""What can be wrong with temporary_id."""

from __future__ import annotations

from datetime import date

from breaks import BAD_ID, TOO_OLD, UNSURE, applicant, reading

BROKEN = (
    UNSURE,
    applicant(id_number=BAD_ID),
    applicant(id_number=TOO_OLD),
    applicant(born_on=date(1880, 1, 1)),
    reading(r"(?<=[-至])20\d\d", "2019"),
)
