"""How papers of courts begin: the court, the title, the number of the case, in this order, and nothing else between.

What quotes such a paper, or prints the form of one, begins otherwise; so does what arbitrators, offices, police and
lawyers write. Readers slip: a character of the court, of the title or of the number may be wrong, a title may be torn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake.domain.definition import Definition

_LONG = 5  # characters: of a shorter title none may be lost
_OTHERS = (
    "律师|意见|仲裁|公证|检察|公安|交警|公司|银行|保险|大学|医院|学报|日报|样式|范本|附件|附录"
    "|摘录|转发|报道|案例|讲义|章"
)
_PLAIN = "[^\\n,。;:“”《》]"  # a character that no sentence and no quotation is made of
_STRAY = rf"(?:(?![^\n]*(?:{_OTHERS})){_PLAIN}{{0,16}}\n){{0,4}}"
"""Lines that may stand above: a stamp of the file, a note, dirt."""
_COURT = (
    rf"(?![^\n]*(?:{_OTHERS})){_PLAIN}{{0,20}}"
    r"(?:人民法|民法院|人民.院|人.法院|[事输权融网]法院|法院(?=\n))[^\n,。;:]{0,3}"
)
_NUMBER = r"[^\n,。;“”《》×]{0,8}\d[\dXxOo]{1,3}.?[^\n,。;×年]{1,14}\d"


def court_head(*titles: str) -> Definition:
    """Return what defines a paper of a court with one of these titles."""
    title = rf"{_PLAIN}{{0,14}}(?:{'|'.join(_spelled(titles))})[^\n。;]{{0,6}}\n"
    named = rf"(?:\n?{_PLAIN}{{0,8}}\n){{0,2}}?{title}(?:[^\n。;“”]{{0,24}}\n){{0,2}}{_NUMBER}"
    numbered = rf"(?:\n?{_PLAIN}{{0,8}}\n)??\n?{_NUMBER}[^\n]{{0,6}}\n(?:[^\n。;“”]{{0,12}}\n)?{title}"
    return Definition(all_of=(rf"^{_STRAY}{_COURT}(?:{named}|{numbered})",))


def _spelled(titles: Iterable[str]) -> Iterable[str]:
    """Yield regular expressions for titles that may be torn, each with at most one slip of the reader."""
    for title in titles:
        slip = r"[^\n,。:]" + ("?" if len(title) >= _LONG else "")
        chars = list(map(re.escape, title))
        yield r"\n?".join(chars)
        yield from (r"\n?".join([*chars[:i], slip, *chars[i + 1 :]]) for i in range(len(chars)))
