"""Reads business licences: capital, term, the office that issued them and when, and whether one is a duplicate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.domain import capital, dates
from intake.domain import licence as number
from intake.domain.amount import text_of
from intake.domain.clean import packed
from intake.domain.doctype import Finder
from intake.domain.document import Field, FieldState
from intake.domain.slips import any_of
from intake.domain.text import Line, PageText
from intake.extract.finders import Reading, field_of, seen
from intake.extract.kinds import name
from intake.extract.labels import Place, Search
from intake.extract.layout import ASIDE, left_of, right_of
from intake.extract.parse import grammar, prose, spelled
from intake.extract.running import Running, joined, of_line

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_DUTY = "(?:市场监督管理|市场和质量监督管理|工商行政管理|行政审批(?:服务)?)(?:分?局|委员会)"
_OFFICE = f"[{_HAN}]{{2,24}}{_DUTY}"
_SEALED = re.compile(f"(?P<region>[{_HAN}]{{2,20}}){_DUTY}")
_PROVINCE = re.compile("省|自治区")
_OPEN = re.compile("(?:长期|永久|永续|无固定期限|长期有效)")
_ENDED = re.compile(rf"(?:日止?|{_OPEN.pattern})$")
_NAMED = re.compile("(?:公司|厂|店|中心|合作社|事务所|合伙\\)|银行|支行)$")
_KIND = re.compile("(?:其他)?(?:有限责任公司|股份有限公司|个人独资|个体|普通合伙|有限合伙|全民|集体|外商|国有)")
_DUPLICATE = re.compile("副本")
_BRACKETS = re.compile(r"\(.{0,4}\)|\(.{1,3}|.{1,3}\)")
_SHORT = 20  # characters: a longer line that speaks of a duplicate is a note on how to use one

registration_number = grammar(number.find, lambda found: found.text)
office = spelled(f"(?:登记机关)?:?(?P<value>{_OFFICE})(?!.{{0,4}}监制)")


def stated_capital(span: Running) -> tuple[Reading, ...]:
    """Read a text that is one sum of yuan and nothing else."""
    amount = capital.parse(span.text)
    return (Reading(text_of(amount), span),) if amount is not None else ()


def company_name(span: Running) -> tuple[Reading, ...]:
    """Read a name; where one is whole and a kind of company stands under it, the label of that kind was not read."""
    pieces = span.pieces()
    is_whole = len(pieces) > 1 and _NAMED.search(pieces[0].text) and _KIND.match(pieces[1].text)
    return name(pieces[0] if is_whole else span)


def period(span: Running) -> tuple[Reading, ...]:
    """Read a period that is a text, or its first line: what stands under a whole one is no part of it."""
    pieces = span.pieces()
    spans = (*(pieces[:1] if pieces and _ENDED.search(pieces[0].text) else ()), span)
    found = ((part, dates.period(part.text)) for part in spans)
    return next(((Reading(read.text, part),) for part, read in found if read), ())


def whole_date(span: Running) -> tuple[Reading, ...]:
    """Read a text that is one date and nothing else."""
    day = dates.iso(span.text)
    return (Reading(day, span),) if day else ()


def starts(span: Running) -> tuple[Reading, ...]:
    """Read the day on which a period begins, of a text that is one."""
    found = dates.period(span.text)
    return (Reading(found.start, span),) if found else ()


def ends(span: Running) -> tuple[Reading, ...]:
    """Read the day on which a period ends, of a text that is one."""
    found = dates.period(span.text)
    return (Reading(found.end, span),) if found else ()


def wording(span: Running) -> tuple[Reading, ...]:
    """Read all that is written, without the stars that fill the rest of its cell."""
    text = span.trimmed("*#-")
    return (Reading(prose(text), text),) if text.text else ()


def term(search: Search, start: Finder) -> Finder:
    """Find the term of business; where nothing but 长期 is written it began when the company was founded (`start`)."""
    stated, opened = field_of(search, period), field_of(search, spelled(f"^{_OPEN.pattern}$"))

    def find(pages: Sequence[PageText]) -> Field | None:
        found, bare, founded = stated(pages), opened(pages), start(pages)
        if found and found.state is FieldState.UNREADABLE and bare and bare.value and founded and founded.value:
            confidence = min(bare.confidence, founded.confidence)
            return replace(bare, value=f"{founded.value}/{dates.FOREVER}", confidence=confidence)
        return found

    return find


def at_foot(label: str, among: Sequence[str]) -> Search:
    """Return a search of the lines at and under a label that belong to no other one of `among`."""
    mine, others = (re.compile(f"{any_of(words)}:?") for words in ((label,), tuple(o for o in among if o != label)))

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return tuple(place for page in pages for place in _foot(page, mine, others))

    return search


def sealed_by(address: Finder) -> Finder:
    """Find the office that a seal names, where the address on the paper proves of which place it is.

    Readers lose characters of a seal without noticing, and nothing else on the paper says what the seal should.
    """

    def find(pages: Sequence[PageText]) -> Field | None:
        place = address(pages)
        stated = packed(str(place.value)) if place and place.value else ""
        stamped = ((seal, page.number) for page in pages for seal in page.seals)
        named = ((_SEALED.fullmatch(packed(seal.text)), seal, number) for seal, number in stamped)
        proved = (
            Field(office[0], seal.text, seal.confidence, FieldState.READ, number, seal.box)
            for office, seal, number in named
            if office and _is_of(office["region"], stated)
        )
        return next(proved, None)

    return find


def is_duplicate(pages: Sequence[PageText]) -> Field | None:
    """Say whether the licence is a 副本; of an original the title is the evidence, if nothing in brackets follows."""
    texts = [of_line(line, page.number) for page in pages for line in page.lines]
    short = [text for text in texts if len(text.text) <= _SHORT]
    marked = next(((text, match) for text in short if (match := _DUPLICATE.search(text.text))), None)
    if marked:
        return seen(True, marked[0].cut(*marked[1].span()))
    odd = next((text for text in short if _BRACKETS.fullmatch(text.text)), None)
    if odd:
        return seen(None, odd, FieldState.UNREADABLE)
    title = next((text for text in short if "营业执照" in text.text), None)
    return seen(False, title) if title else None


def _is_of(region: str, address: str) -> bool:
    """Say whether an address is in a region, named in full or without its province."""
    return any(address[at:].startswith(region) for at in (0, *(m.end() for m in _PROVINCE.finditer(address))))


def _foot(page: PageText, mine: re.Pattern[str], others: re.Pattern[str]) -> Iterator[Place]:
    own = next((line for line in page.lines if _starts(line, mine)), None)
    if own is None:
        return
    other = [line for line in page.lines if _starts(line, others)]
    for line in page.lines:
        is_low = line.box.bounds.centre.y >= own.box.bounds.top
        if is_low and line not in other and not _labelled(line, own, other, page.lines):
            pieces = (line, *right_of(line, page.lines))
            yield Place(None, joined(of_line(piece, page.number) for piece in pieces))


def _labelled(line: Line, own: Line, other: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Say whether a line is the value of another label: within the column of `own`, of one in that column."""
    edge = own.box.bounds.left - ASIDE * own.box.height
    labels = [o for o in left_of(line, lines) if o in other]
    return any(label.box.bounds.left >= edge or line.box.bounds.left < edge for label in labels)


def _starts(line: Line, regex: re.Pattern[str]) -> bool:
    return regex.match(packed(line.text)) is not None
