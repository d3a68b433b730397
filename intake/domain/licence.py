"""The grammar of 注册号: the number of a business licence from before 统一社会信用代码 (GS 15, fifteen digits)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.iso7064 import mod_11_10

from intake.domain.clean import Found, digits, pack

_RUNNING = re.compile("(?<![0-9A-Za-z])[0-9]{15}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class RegistrationNumber:
    """Fifteen digits as read: six of the registering office, eight in order, one check digit."""

    text: str

    @property
    def checks(self) -> bool:
        return bool(mod_11_10.is_valid(self.text))


def parse(raw: str) -> RegistrationNumber | None:
    """Read a text that is one number; None where it is not fifteen digits."""
    text = digits(raw)
    return RegistrationNumber(text) if re.fullmatch("[0-9]{15}", text) else None


def find(text: str) -> tuple[Found[RegistrationNumber], ...]:
    """Find the numbers in running text."""
    return tuple(pack(text).found(_RUNNING, parse))
