"""Which city a clearing number speaks of, and which one the name of a branch."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from intake.domain import cnaps
from intake.domain.clean import packed

_NO_CITY = "(?!省|[东南西北中]?大?[路街道巷])"
"""What a name of a city must not go on with: 吉林省 is a province, 北京路 and 南京西路 are streets."""
_FORM = re.compile("(?:股份)?有限(?:责任)?公司|银行")


def agrees(code: str, branch: str) -> bool | None:
    """Say whether a branch lies in the city of a clearing number; None where one of them tells no city.

    A branch that names its city anywhere agrees. Another city counts against it only at the start, behind the name of
    the bank, or with 市 behind it: names of districts and streets are those of cities too.
    """
    read = cnaps.parse(code)
    own = cities().get(read.area, ()) if read else ()
    text = packed(branch)
    if not own:
        return None
    if any(re.search(f"{city}{_NO_CITY}", text) for city in own):
        return True
    start = max((match.end() for match in _FORM.finditer(text)), default=0)
    others = "|".join(sorted((c for found in cities().values() for c in found), key=len, reverse=True))
    rest = text[start:]
    first = re.match(f"(?!{'|'.join(_DISTRICTS)})(?:{others})(?!区|县){_NO_CITY}", rest)
    return False if first or re.search(f"(?:{others})市", rest) else None


@cache
def cities() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the cities by the code of their area; a city that was renamed has two."""
    table = tomllib.loads((files("intake.domain") / "areas.toml").read_text("utf-8"))["areas"].split()
    found: dict[str, tuple[str, ...]] = {}
    for code, city in zip(table[::2], table[1::2], strict=True):
        found[code] = (*found.get(code, ()), city)
    return found


_DISTRICTS = ("朝阳", "中山", "黄山")
"""Names of cities that districts of other cities have too."""
