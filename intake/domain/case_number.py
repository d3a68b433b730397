"""The grammar of 案号, as （2023）浙0106执1234号: reads it, finds it in text, and knows whose court it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.domain.clean import LOOKALIKES, Found, pack, packed

SINCE = 2016  # 法〔2015〕137号 is in force from 2016-01-01; numbers before have another form

PROVINCES = {
    "京": "北京", "津": "天津", "冀": "河北", "晋": "山西", "内": "内蒙古", "辽": "辽宁", "吉": "吉林", "黑": "黑龙江",
    "沪": "上海", "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建", "赣": "江西", "鲁": "山东", "豫": "河南",
    "鄂": "湖北", "湘": "湖南", "粤": "广东", "桂": "广西", "琼": "海南", "渝": "重庆", "川": "四川", "贵": "贵州",
    "云": "云南", "藏": "西藏", "陕": "陕西", "甘": "甘肃", "青": "青海", "宁": "宁夏", "新": "新疆", "兵": "新疆",
}  # fmt: skip
_KINDS = (
    "执 执恢 执保 执异 执复 执监 执协 执他 执请 执前调 财保 民初 民终 民再 民申 民监 "
    "民抗 民撤 民特 民催 民督 民破 民算 民辖 民辖终 民他 民保令 刑初 刑终 刑再 刑申 刑监 "
    "刑抗 刑更 刑核 刑辖 刑他 行初 行终 行再 行申 行审 行保 行赔 行赔初 行赔终 行执 破 "
    "破申 破终 强清 清申 委赔 赔他 赔再 法赔 司惩 司惩复 司救执 司救民 司救刑 诉前调 诉前 知民初 "
    "知民终 知行初 知行终 "
)
KINDS = frozenset(_KINDS.split())
"""Kinds of cases that are common: what stands in none of them may be misread, or one of the many others."""
SUPREME = "最高法"
MILITARY = "军"

_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_OPEN, _CLOSE = r"[(\[{<〔【「『《〈]", r"[)\]}>〕】」』》〉]"
# A reader makes C, 1, l, I or | of a bracket; one of the two must be a bracket, or nothing may stand there.
_HEAD = (
    f"(?:{_OPEN}{_YEAR}(?:{_CLOSE}|[J1lI|])?|(?<![0-9A-Za-z])[C1lI|]?{_YEAR.replace('year', 'year2')}{_CLOSE}"
    f"|(?<![0-9A-Za-z]){_YEAR.replace('year', 'year3')})"
)
_DIGIT = "[0-9OoIl|]"
_TRADITIONAL, _SIMPLIFIED = "貴遼蘇贛瓊雲陝寧晉閩滬", "贵辽苏赣琼云陕宁晋闽沪"  # readers see one for the other in print
_PROVINCE = f"[{''.join(PROVINCES)}{_TRADITIONAL}]"
_COURT = f"(?P<court>{SUPREME}|{MILITARY}{_DIGIT}{{0,4}}|{_PROVINCE}(?:{_DIGIT}{{4}}|{_DIGIT}{{2}})?)"
# A stroke before 号 is part of it, or dirt: never a 1.
_NUMBER = f"(?P<number>{_DIGIT}{{0,7}}[0-9OoIl])[|]*"
_SUFFIX = "(?P<suffix>之[一二三四五六七八九十]{1,3})?"
_MODERN = re.compile(f"{_HEAD}{_COURT}(?P<kind>[一-龥]{{1,3}}?){_NUMBER}号{_SUFFIX}")
_LEGACY = re.compile(
    f"{_HEAD}(?P<kind>[一-龥]{{2,8}}?)字第(?P<number>{_DIGIT}{{0,7}}[0-9OoIl](?:-{_DIGIT}{{0,2}}[0-9OoIl])?)[|]*号{_SUFFIX}"
)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A 案号. One from before 2016 is `legacy`: its `kind` holds court and kind together, its `court_code` is empty."""

    year: int
    court_code: str
    kind: str
    number: str
    suffix: str = ""
    legacy: bool = False

    @property
    def text(self) -> str:
        """The number as papers print it, with full-width brackets."""
        middle = f"{self.kind}字第{self.number}" if self.legacy else f"{self.court_code}{self.kind}{self.number}"
        return f"（{self.year}）{middle}号{self.suffix}"

    @property
    def is_enforcement(self) -> bool:
        """Whether the case is one of enforcement: 执, 执恢, 执保 and their like."""
        return "执" in self.kind if self.legacy else self.kind.startswith("执")


def normalise(raw: str) -> CaseNumber | None:
    """Read a text that is one 案号 and nothing else."""
    return _read(packed(raw))


def find(text: str) -> tuple[Found[CaseNumber], ...]:
    """Find all 案号 in running text, in order; blanks and line ends within one do not matter."""
    paper = pack(text)
    found = [*paper.found(_MODERN, _read), *paper.found(_LEGACY, _read)]
    return tuple(sorted(found, key=lambda f: f.start))


def court_code(raw: str) -> str | None:
    """Return the court code of a text that is one 案号; None where it has none."""
    read = normalise(raw)
    return read.court_code or None if read else None


def province_of(code: str) -> str | None:
    """Return the province of a court code, as 浙江 of 浙0106; None for courts that belong to no province."""
    return PROVINCES.get(code[:1])


def _read(text: str) -> CaseNumber | None:
    if match := _MODERN.fullmatch(text):
        head = match["court"][0].translate(str.maketrans(_TRADITIONAL, _SIMPLIFIED))
        return _of(match, head + match["court"][1:].translate(LOOKALIKES), legacy=False)
    match = _LEGACY.fullmatch(text)
    return _of(match, "", legacy=True) if match else None


def _of(match: re.Match[str], court: str, *, legacy: bool) -> CaseNumber | None:
    number = match["number"].translate(LOOKALIKES)
    if number.startswith("0"):  # art. 10: natural order, no leading zero
        return None
    year = match["year"] or match["year2"] or match["year3"]
    return CaseNumber(int(year), court, match["kind"], number, match["suffix"] or "", legacy)
