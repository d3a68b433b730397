"""The grammar of dates, as papers write them, to ISO 8601; and of periods with an open or a fixed end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from intake.domain.clean import Found, pack, packed

FOREVER = "长期"

_SMALL = str.maketrans("零〇○Oo0壹贰叁肆伍陆柒捌玖拾", "〇〇〇〇〇〇一二三四五六七八九十")
_HANZI = "〇一二三四五六七八九"
_N = "[0-9〇○零Oo一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]"
_YEAR = "(?P<year>[0-9]{4}|[〇○零Oo0一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4})"
_DATE = f"{_YEAR}年(?P<month>{_N}{{1,4}})月(?P<day>{_N}{{1,5}})"
_WRITTEN = re.compile(f"{_DATE}[日曰号]?")
# In running text a day without 日 ends only where the text does, or at a mark with no 日 soon after it: whatever else
# follows may be a figure of the day that was misread, and the day before it cut short.
_IN_TEXT = re.compile(f"{_DATE}(?:[日曰号]|$|(?=[,;:。、)~至到-]|[.](?![0-9]))(?!.{{1,3}}日))")
_DOTTED = re.compile(
    r"(?<![0-9])(?P<year>[0-9]{4})(?P<mark>[-./。])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
    r"(?![0-9A-Za-z|]|(?P=mark)[0-9](?![0-9]{3}))"
)
_COMPACT = re.compile("(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NAMED = "|".join(f"(?:0?{i}月/?)?{name}[A-Z]{{0,6}}" for i, name in enumerate(_MONTHS, 1))
_ENGLISH = re.compile(
    rf"(?<![0-9])(?P<day>[0-9]{{1,2}})[-/]?(?P<name>{_NAMED})[-/.,]?(?P<year>[0-9]{{4}})(?![0-9])", re.IGNORECASE
)
_OPEN_END = "长期|永久|永续|无固定期限|长期有效"
_JOINT = re.compile("起?(?:[-~/至到]+)(?=[0-9〇○零Oo一二壹贰长永无])")


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both ISO 8601; `end` is 长期 where it is open."""

    start: str
    end: str

    @property
    def text(self) -> str:
        return f"{self.start}/{self.end}"


def iso(raw: str) -> str | None:
    """Read a text that is one date; None for a day that the calendar does not have."""
    text = packed(raw).strip(":.,;。")
    match = _WRITTEN.fullmatch(text) or _DOTTED.fullmatch(text) or _COMPACT.fullmatch(text)
    return _iso(match) if match else None


def find(text: str) -> tuple[Found[str], ...]:
    """Find the dates in running text, in order; eight bare digits are no date there."""
    paper = pack(text)
    found = [*paper.found(_IN_TEXT, iso), *paper.found(_DOTTED, iso)]
    return tuple(sorted(found, key=lambda f: f.start))


def find_english(text: str) -> tuple[Found[str], ...]:
    """Find the dates of passports: 20 JUN 1981, or 20 6月/JUN 1981 where figure and word name the same month."""
    return tuple(pack(text).found(_ENGLISH, _english))


def period(raw: str) -> Period | None:
    """Read a text that is one period, as 2016.03.15-2036.03.15 or 2016.03.15-长期."""
    text = packed(raw).removeprefix("自")
    for joint in _JOINT.finditer(text):
        start, end = iso(text[: joint.start()]), _end(text[joint.end() :])
        if start and end:
            return Period(start, end)
    return None


def _end(text: str) -> str | None:
    bare = text.removesuffix("止")
    return FOREVER if re.fullmatch(_OPEN_END, bare) else iso(bare)


def _english(text: str) -> str | None:
    month = next(i for i, name in enumerate(_MONTHS, 1) if name in text.upper())
    return iso(_ENGLISH.sub(rf"\g<year>-{month}-\g<day>", text))


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = (_number(match[part]) for part in ("year", "month", "day"))
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(written: str) -> int | None:
    """Read 2023, 二〇二三, 二十三, 廿三 is not among them; on bills 零 or 壹 stand before 拾 (零壹拾, 壹拾伍)."""
    if re.fullmatch("[0-9]+", written):
        return int(written)
    text = written.translate(_SMALL)
    if "十" not in text:
        return int("".join(str(_HANZI.index(c)) for c in text)) if set(text) <= set(_HANZI) else None
    match = re.fullmatch(f"〇?([{_HANZI[1:]}]?)十([{_HANZI[1:]}]?)", text)
    if match is None:
        return None
    return 10 * _HANZI.index(match[1] or "一") + _HANZI.index(match[2] or "〇")
