"""Reads business licences: capital, term, the office that issued them and when, and whether one is a duplicate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.domain import capital, dates, uscc
from intake.domain import licence as number
from intake.domain.amount import text_of
from intake.domain.clean import packed
from intake.domain.doctype import Finder
from intake.domain.document import Field, FieldState
from intake.domain.geometry import Quad, Rect
from intake.domain.slips import any_of
from intake.domain.text import Line, PageText
from intake.extract.finders import Reading, chosen, field_of
from intake.extract.labels import Place, Search
from intake.extract.layout import left_of, right_of
from intake.extract.parse import copied, grammar, prose, spelled
from intake.extract.running import Running, joined, of_line

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_OFFICE = f"[{_HAN}]{{2,24}}(?:市场监督管理|市场和质量监督管理|工商行政管理|行政审批(?:服务)?|政务服务)(?:分?局|委员会)"
_OPEN = re.compile("(?:长期|永久|永续|无固定期限|长期有效)")
_DUPLICATE = re.compile("副本")
_SHORT = 20  # characters: a longer line that speaks of a duplicate is a note on how to use one

credit_code = copied(grammar(uscc.find, lambda code: code.text))
registration_number = grammar(number.find, lambda found: found.text)
office = spelled(f"(?:登记机关)?:?(?P<value>{_OFFICE})(?!.{{0,4}}监制)")


def stated_capital(span: Running) -> tuple[Reading, ...]:
    """Read a text that is one sum of yuan and nothing else."""
    amount = capital.parse(span.text)
    return (Reading(text_of(amount), span),) if amount is not None else ()


def period(span: Running) -> tuple[Reading, ...]:
    """Read a text that is one period and nothing else."""
    found = dates.period(span.text)
    return (Reading(found.text, span),) if found else ()


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
    """Return a search of the lines at and under a label that belong to no other one of `among`.

    Where the label was not read, the last of the others stands for it.
    """
    mine, others = (re.compile(f"{any_of(words)}:?") for words in ((label,), tuple(o for o in among if o != label)))

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return tuple(place for page in pages for place in _foot(page, mine, others))

    return search


def sealed_by(regex: str = _OFFICE) -> Finder:
    """Find what a seal says, where that is the name of an office."""
    compiled = re.compile(regex)

    def find(pages: Sequence[PageText]) -> Field | None:
        seals = ((page, seal) for page in pages for seal in page.seals if compiled.fullmatch(packed(seal.text)))
        page, seal = next(seals, (None, None))
        if page is None or seal is None:
            return None
        return Field(packed(seal.text), seal.text, seal.confidence, FieldState.READ, page.number, seal.box)

    return find


def is_duplicate(pages: Sequence[PageText]) -> Field | None:
    """Say whether the licence is a 副本; of an original the evidence is the whole page."""
    texts = [of_line(line, page.number) for page in pages for line in page.lines]
    marks = ((text, match) for text in texts if len(text.text) <= _SHORT and (match := _DUPLICATE.search(text.text)))
    text, match = next(marks, (None, None))
    if text and match:
        return chosen([Reading(True, text.cut(*match.span()))])
    first = pages[0]
    whole = Quad.of_rect(Rect(0, 0, first.width, first.height))
    return Field(False, "", 1.0, FieldState.READ, first.number, whole)


def _foot(page: PageText, mine: re.Pattern[str], others: re.Pattern[str]) -> Iterator[Place]:
    own, other = ([line for line in page.lines if _starts(line, regex)] for regex in (mine, others))
    anchors = own or sorted(other, key=lambda line: line.box.bounds.top)[-1:]
    for line in page.lines if anchors else ():
        bounds = line.box.bounds
        is_low = bounds.centre.y >= min(anchor.box.bounds.top for anchor in anchors)
        if is_low and line not in other and not any(o in other for o in left_of(line, page.lines)):
            pieces = (line, *right_of(line, page.lines))
            yield Place(None, joined(of_line(piece, page.number) for piece in pieces))


def _starts(line: Line, regex: re.Pattern[str]) -> bool:
    return regex.match(packed(line.text)) is not None
