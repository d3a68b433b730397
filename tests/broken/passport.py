"""What can be wrong with passport."""

from __future__ import annotations

from datetime import date

from breaks import UNSURE, applicant, reading

BROKEN = (
    UNSURE,
    applicant(born_on=date(1880, 1, 1)),
    reading(r"^[EG]\d{8}$|(?<=: )[EG]\d{8}$|(?<=No\. )[EG]\d{8}$", "EABC12345"),
    reading(r"^([EG])\d(\d{7}\dCHN)", r"\g<1>O\g<2>"),
    reading(r"(?<![A-Z0-9])[EG](\d{7})\d(?![0-9])", r"E\g<1>"),
)
