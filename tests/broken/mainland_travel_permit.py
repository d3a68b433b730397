"""What can be wrong with mainland_travel_permit."""

from __future__ import annotations

from datetime import date

from breaks import UNSURE, applicant, reading

BROKEN = (
    UNSURE,
    applicant(born_on=date(1880, 1, 1)),
    reading(r"(?<![A-Z0-9])([HM]?)(\d{7})\d(?=\D|$)", r"\g<1>\g<2>"),
    reading(r"^CRCHN(M\d{7})\d", r"CRCHN\g<1>X"),
    reading(r"^M(\d{7})\d$", r"M\g<1>Z"),
    reading("^(\\d{6}\\d)[MF]", r"\g<1>X"),
)
