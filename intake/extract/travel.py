"""Parsers of what passports and travel permits print: numbers, names in two scripts, days with the English month."""

from __future__ import annotations

import re

from intake.domain import dates
from intake.extract.finders import Reading, pattern
from intake.extract.kinds import date
from intake.extract.parse import any_parse, grammar, spelled
from intake.extract.running import Running

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_NATIONS = {"中国": "CHN", "CHINESE": "CHN", "CHINA": "CHN", "CHN": "CHN"}
_LATIN = re.compile("[A-Z][A-Z'-]*(?:(?:[,，.]|[ ])[ ]*[A-Z][A-Z'-]*){1,4}")
_PRINTED = re.compile("REPUBLIC|CHINA|PEOPLE|PASSPORT|ADMINISTRATION|ENTRY|PERMIT|TRAVEL|RESIDENTS")

han_name = spelled(f"^[{_HAN}][{_HAN}·•]{{1,14}}$")
passport_number = spelled(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{7,8}(?![A-Za-z0-9])", upper=True)
permit_number = spelled(r"(?<![A-Za-z0-9])(?:[A-Za-z]\d{7,11}|\d{8,10})(?![A-Za-z0-9])", upper=True)
sex = any_parse(
    spelled("[男女]"), pattern("(?<![A-Za-z])[MF](?![A-Za-z])", lambda letter: "男" if letter == "M" else "女")
)
nationality = pattern("|".join(_NATIONS), _NATIONS.get)
english_date = any_parse(grammar(dates.find_english, str), date)


def latin_name(span: Running) -> tuple[Reading, ...]:
    """Read each line that is nothing but a name in capital letters, surname first: ZHANG, SAN; without the comma."""
    names = ((piece, piece.raw.strip()) for piece in span.pieces())
    return tuple(
        Reading(" ".join(re.split("[,，. ]+", written)), piece)
        for piece, written in names
        if _LATIN.fullmatch(written) and not _PRINTED.search(written)
    )
