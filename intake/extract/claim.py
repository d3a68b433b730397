"""Reads what a party asks a court for: the cause of the dispute, and the sum that is claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from intake.domain import amount
from intake.domain.clean import Found, packed
from intake.domain.document import Field, FieldState
from intake.domain.text import PageText
from intake.extract.finders import Reading, chosen, field_of, first_of, noticed, seen
from intake.extract.labels import Place
from intake.extract.parse import any_parse, grammar, tidy
from intake.extract.running import Running, of_pages

_ASKED = re.compile("(?:诉讼|上诉|反诉|申请|执行|仲裁|请求)(?:请求|事项)(?:和依据)?:?")
_TOLD = re.compile("(?:主要)?事实(?:和|与|及|、|)理由|此致")
_MONEY = re.compile(r"\d[\d,.]*(?:[万亿]?[元圆])")
_TOTAL = re.compile("(?:合计|共计|总计|总额|以上[一二三四五六两]项)(?:为|是|金额)?:?(?:人民币)?[¥￥]?$")

_ROLE = "原告|被告|被?上诉人|被?申请执行人|被执行人|被?申请人|第三人|答辩人|被答辩人"
_NAMED = re.compile(rf"(?:{_ROLE})(?:\([^)]{{1,16}}\))?:(?P<value>[^,。;:(]{{2,40}})")
_CASE = re.compile("(?P<value>[\u4e00-\u9fff、]{2,40}?)(?:一案|案件)")
_MORE_NAMES = re.compile("因|诉|及|、|和|被(?!继承人)|与(?!公司有关)")
_IN_TITLE = re.compile("\\((?P<value>[\u4e00-\u9fff、]{2,30}纠纷)\\)")

money = any_parse(
    grammar(amount.find_figures, amount.text_of),
    lambda span: (Reading(amount.text_of(sum_), span),) if (sum_ := amount.parse_figures(span.text)) else (),
)


def requests(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search what is asked for: from the heading of the requests to the facts and reasons."""
    whole = of_pages(pages)
    start = next((m.end() for m in _ASKED.finditer(whole.text) if m.start() in whole.breaks), None)
    if start is None:
        return ()
    end = next((m.start() for m in _TOLD.finditer(whole.text, start) if m.start() in whole.breaks), len(whole.text))
    return (Place(None, whole.cut(start, end)),)


def claimed(span: Running) -> tuple[Reading, ...]:
    """Read a sole sum, or a total that its parts add up to; else all, a total first; none where one is illegible."""
    sums = amount.find_figures(span.text)
    if not all(any(f.start <= m.start() < f.end for f in sums) for m in _MONEY.finditer(span.text)):
        return ()
    totals = [f for f in sums if _TOTAL.search(span.text[: f.start])]
    parts = [f for f in sums if f not in totals]
    strays = [f for f in amount.find_words(span.text) if f.value not in {one.value for one in sums}]
    if _adds_up(totals, parts) and not strays:
        return (_reading(totals[0], span),)
    return tuple(_reading(f, span) for f in (*totals, *parts, *strays))


claimed_sum = first_of(field_of(requests, claimed), noticed(requests, _MONEY.pattern))


def cause_of_case(pages: Sequence[PageText]) -> Field | None:
    """Find the cause between the last party named and 一案; behind a name that is not known it is unreadable."""
    whole = of_pages(pages)
    names = {packed(m["value"]) for m in _NAMED.finditer(whole.text)}
    found = next((m for m in _CASE.finditer(whole.text) if m["value"].endswith("纠纷")), None)
    if found is None:
        return None
    start, end = found.span("value")
    ends = [i + len(name) for name in names if (i := whole.text.rfind(name, 0, end)) >= start]
    span = whole.cut(max(ends, default=start), end)
    is_whole = bool(ends) and not _MORE_NAMES.match(span.text)
    return chosen([Reading(tidy(span), span)]) if is_whole else seen(None, span, FieldState.UNREADABLE)


def cause_in_title(pages: Sequence[PageText]) -> Field | None:
    """Find the cause in brackets under the title, as the forms of 2024 print it."""
    whole = of_pages(pages[:1])
    found = next((m for m in _IN_TITLE.finditer(whole.text) if m.start() in whole.breaks), None)
    if found is None:
        return None
    span = whole.cut(*found.span("value"))
    return chosen([Reading(tidy(span), span)])


def _adds_up(totals: Sequence[Found[Decimal]], parts: Sequence[Found[Decimal]]) -> bool:
    return len({f.value for f in totals}) == 1 and sum(f.value for f in parts) == totals[0].value


def _reading(found: Found[Decimal], span: Running) -> Reading:
    return Reading(amount.text_of(found.value), span.cut(found.start, found.end))
