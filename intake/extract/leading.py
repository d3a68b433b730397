"""Doubts names in the middle of which a known one begins: a stamp or a person's name was read with what follows it."""

from __future__ import annotations

import re

from intake.domain.card import issuing_banks
from intake.domain.case_number import PROVINCES
from intake.domain.names import simplified
from intake.extract.finders import Parse, Reading
from intake.extract.parse import doubting

_STATE = ("中国", "中华人民共和国")  # that people write before a name whether it has it or not: 中国交通银行, 工商银行
_KNOWN = {name.removeprefix("中国") if len(name) > len("中国银行") else name for name in issuing_banks()}
BANKS = re.compile("|".join(sorted(_KNOWN, key=len, reverse=True)))
COURTS = re.compile("|".join(("最高人民法院", "中国人民解放军", *dict.fromkeys(PROVINCES.values()))))


def leading(parse: Parse, known: re.Pattern[str]) -> Parse:
    """Doubt values in which the first known beginning of a name is not at their own: 已核对浙江省……法院.

    Names of cities and of small banks are not known: what stands before those is not noticed.
    """

    def is_led(reading: Reading) -> bool:
        written = simplified(str(reading.value or ""))
        first = known.search(written)
        return first is not None and written[: first.start()] not in ("", *_STATE)

    return doubting(parse, is_led)
