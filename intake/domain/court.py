"""Courts by their names and by their codes: whether a court of that name may have that code (浙0106)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from stdnum import numdb

from intake.domain.case_number import MILITARY, PROVINCES, SUPREME, province_of
from intake.domain.clean import packed
from intake.domain.names import simplified

_NAMESAKES = ("海南藏族", "河南蒙古族")
"""Places of Qinghai that begin with the name of another province."""
_COURT = re.compile("人民法院$")
_NAME = re.compile("[\u4e00-\u9fff]+")
_FULL = 5  # characters of the code of a court of the first instance
_WHOLE = "市辖区"  # what the table says of a city without its districts: no court has that number


def court_agrees(code: str, court_name: str) -> bool | None:
    """Say whether a court of that name may have that code; None where the name tells neither province nor district."""
    name = simplified(packed(court_name))
    for head, word in ((SUPREME, "最高人民法院"), (MILITARY, "军事法院")):
        if code.startswith(head) or word in name:
            return code.startswith(head) and word in name
    of_district = _district_agrees(code, name)
    named = next((province for province in PROVINCES.values() if name.startswith(province)), None)
    if named is None or name.startswith(_NAMESAKES):
        return of_district
    return named == province_of(code) and of_district is not False


def _district_agrees(code: str, name: str) -> bool | None:
    """Say whether the four digits of a code are those of the district that a court is named after.

    Courts of the first instance took the numbers of their districts (GB/T 2260) when they got codes (法〔2015〕137号);
    courts of railways and development zones have others, and their names are no districts of the table.
    """
    counties = _counties(PROVINCES.get(code[:1], ""))
    if not _COURT.search(name) or len(code) != _FULL or not counties:
        return None
    place = _COURT.sub("", name)
    if any(place.endswith(name) for name in counties.get(code[1:], ())):
        return True
    is_another = any(place.endswith(name) for names in counties.values() for name in names)
    return False if is_another else None


@cache
def _counties(province: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names that the districts of a province have had, by their four digits; none for no province."""
    table = numdb.get("cn/loc")
    heads = (f"{number:02}" for number in range(11, 66))
    head = next((h for h in heads if province and _told(table.info(h), "province").startswith(province)), None)
    if head is None:
        return {}
    codes = (f"{number:04}" for number in range(101, 9100))
    found = {code: tuple(_NAME.findall(_told(table.info(head + code), "county"))) for code in codes}
    return {code: tuple(name for name in names if name != _WHOLE) for code, names in found.items() if names}


def _told(parts: list[tuple[str, Mapping[str, str]]], key: str) -> str:
    return next((facts[key] for _, facts in parts if key in facts), "")
