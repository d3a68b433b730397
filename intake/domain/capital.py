"""The grammar of 注册资本: money as licences state it, in words or figures, with the currency before or after it."""

from __future__ import annotations

import re
from decimal import Decimal

from intake.domain.amount import parse_figures, parse_words
from intake.domain.clean import packed

_YUAN = re.compile(r"[(]?人民币(?:元|圆)?[)]?")
_HAS_YUAN = re.compile("[元圆圓]")


def parse(raw: str) -> Decimal | None:
    """Read a capital in yuan: 壹佰万元整, 100万元, 人民币500万元, 500.000000万人民币; None for anything else.

    A capital in another currency is none that can be read as yuan; of a text with more in it nothing is read.
    """
    text = _YUAN.sub("", packed(raw)).strip(":.,;。-")
    if not re.search("[万亿元圆圓]", text):
        return None  # a unit may have been lost, and with it four digits
    text += "" if _HAS_YUAN.search(text) else "元"
    return parse_figures(text) if text[:1].isdigit() else parse_words(text)
