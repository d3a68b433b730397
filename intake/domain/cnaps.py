"""The grammar of 联行号 (CNAPS): twelve digits for the bank, the city and the branch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.iso7064 import mod_11_10

from intake.domain.clean import digits

_SHAPE = re.compile("[0-9]{12}")


@dataclass(frozen=True, slots=True)
class ClearingCode:
    """Twelve digits as read: 3 bank, 4 area, 4 branch, 1 check."""

    text: str

    @property
    def checks(self) -> bool:
        """Whether the check digit (MOD 11,10) fits."""
        return bool(mod_11_10.is_valid(self.text))

    @property
    def head(self) -> str:
        """The three digits of the bank."""
        return self.text[:3]

    @property
    def area(self) -> str:
        """The four digits of the city."""
        return self.text[3:7]


def parse(raw: str) -> ClearingCode | None:
    """Read a text that is one code; None where it is not twelve digits."""
    text = digits(raw)
    return ClearingCode(text) if _SHAPE.fullmatch(text) else None
