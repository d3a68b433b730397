"""The grammar of 公民身份号码 (GB 11643): what its eighteen characters say of a person, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum import numdb
from stdnum.cn import ric

from intake.domain.clean import Found, digits, pack

_SHAPE = re.compile("[0-9]{17}[0-9X]|[0-9]{15}")
_RUNNING = re.compile("(?<![0-9])(?:[0-9]{17}[0-9Xx×]|[1-8][0-9]{14})(?![0-9Xx])")


@dataclass(frozen=True, slots=True)
class ResidentNumber:
    """A number as read: eighteen characters, or the fifteen of a legacy number."""

    text: str

    @property
    def is_legacy(self) -> bool:
        return len(self.text) == 15

    @property
    def full(self) -> str:
        """The number with eighteen characters: of a legacy one, what it became when the century was put in."""
        if not self.is_legacy:
            return self.text
        body = f"{self.text[:6]}19{self.text[6:]}"
        return f"{body}{ric.calc_check_digit(f'{body}0')}"  # stdnum wants the place of the check digit filled

    @property
    def checks(self) -> bool:
        """Whether the check digit fits; a legacy number has none, and so nothing to prove it wrong."""
        return str(ric.calc_check_digit(self.full)) == self.full[-1]

    @property
    def birth_date(self) -> date | None:
        """The date of birth; None where the digits are no day of the calendar."""
        try:
            return date(int(self.full[6:10]), int(self.full[10:12]), int(self.full[12:14]))
        except ValueError:
            return None

    @property
    def sex(self) -> str:
        return "男" if int(self.full[16]) % 2 else "女"

    @property
    def region(self) -> str:
        """The six digits of GB/T 2260, as they were when the number was first issued."""
        return self.text[:6]

    @property
    def region_is_known(self) -> bool:
        """Whether the table of regions has the code; the table has gaps, so that False proves nothing."""
        found = numdb.get("cn/loc").info(self.region)
        return any("county" in facts for _, facts in found)


def parse(raw: str) -> ResidentNumber | None:
    """Read a text that is one number; None where it has another shape than fifteen or eighteen characters."""
    text = digits(raw.replace("×", "X"))
    return ResidentNumber(text) if _SHAPE.fullmatch(text) else None


def find(text: str) -> tuple[Found[ResidentNumber], ...]:
    """Find the numbers in running text; fifteen digits are one only with a birthday in them."""
    found = pack(text).found(_RUNNING, parse)
    return tuple(f for f in found if not f.value.is_legacy or f.value.birth_date)


def birth_date(number: str) -> date | None:
    """Return the date of birth that a number tells; None where it tells none."""
    read = parse(number)
    return read.birth_date if read else None


def sex(number: str) -> str | None:
    """Return 男 or 女 as a number tells; None where it tells nothing."""
    read = parse(number)
    return read.sex if read else None
