"""The grammar of 统一社会信用代码: GB 32100 around, and the older organisation code of GB 11714 inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.cn import uscc

from intake.domain.clean import Found, digits, pack

_SHAPE = re.compile("[0-9A-Z]{18}")
_RUNNING = re.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{2}[0-9OoIl]{6}[0-9A-Za-z]{10}(?![0-9A-Za-z])")
_LEGAL = str.maketrans("IOSZ", "1052")  # letters the standard leaves out, and what a reader took for them
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714


@dataclass(frozen=True, slots=True)
class CreditCode:
    """Eighteen characters as read, whether they pass or not."""

    text: str

    @property
    def checks(self) -> bool:
        """Whether the code passes GB 32100: its alphabet and its last character."""
        return bool(uscc.is_valid(self.text))

    @property
    def inner_checks(self) -> bool:
        """Whether positions 9 to 17 pass GB 11714; some codes that were really issued pass only here."""
        body, check = self.organisation[:8], self.organisation[8]
        rest = (11 - sum(int(c, 36) * w for c, w in zip(body, _INNER_WEIGHTS, strict=True)) % 11) % 11
        return check == "0123456789X"[rest]

    @property
    def organisation(self) -> str:
        return self.text[8:17]

    @property
    def region(self) -> str:
        """The six digits of GB/T 2260."""
        return self.text[2:8]

    @property
    def mended(self) -> str | None:
        """What a reviewer is offered where letters stand that no code has: the code with their lookalikes."""
        mended = self.text.translate(_LEGAL)
        return mended if mended != self.text and uscc.is_valid(mended) else None


def parse(raw: str) -> CreditCode | None:
    """Read a text that is one code; None where it is not eighteen letters and digits."""
    text = digits(raw)
    return CreditCode(text) if _SHAPE.fullmatch(text) else None


def find(text: str) -> tuple[Found[CreditCode], ...]:
    """Find the codes in running text; bare digits are one only where they pass GB 32100 or GB 11714."""
    found = pack(text).found(_RUNNING, parse)
    return tuple(f for f in found if not f.value.text[:17].isdigit() or f.value.checks or f.value.inner_checks)
