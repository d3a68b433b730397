"""Reads who signed a court paper: judges and clerk, however widely their names are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.domain.text import PageText
from intake.extract.finders import Reading, chosen, seen
from intake.extract.layout import level
from intake.extract.paper import SIGNERS, paper
from intake.extract.parse import tidy
from intake.extract.running import Running, joined

PANEL = 3  # judges at least, by the law on procedure (民事诉讼法)

_NAME = r":?[一—-]?(?P<value>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+)(?![\u4e00-\u9fff])"
_JUDGE = re.compile(rf"(?:{'|'.join(sorted(SIGNERS, key=len, reverse=True))}){_NAME}")
_CLERK = re.compile(rf"书记员{_NAME}")
_END = re.compile("[〇○]|年.{1,3}月|[12]\\d{3}年|书记员|法官助理|本件|此件")


@dataclass(frozen=True, slots=True)
class Signature:
    """What one row of the signatures says: who signed as what (`match` within `text`), or neither."""

    text: Running
    match: re.Match[str] | None

    @property
    def name(self) -> Running | None:
        return self.text.cut(*self.match.span("value")) if self.match else None


def judges(pages: Sequence[PageText]) -> Field | None:
    """Find all who decided, in the order of their signatures."""
    signature = paper(pages).signature
    signed = [_signed(row, _JUDGE) for row in _rows(signature)]
    names = [one.name for one in signed if one.name]
    if names:
        evidence = joined(one.text.cut(*one.match.span()) for one in signed if one.match)
        return replace(seen(tuple(map(tidy, names)), evidence), rivals=_unread(signed))
    return seen(None, signature, FieldState.UNREADABLE) if signature.text else None


def panel_complete(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Ask where a presiding judge signed and fewer than three names are read: a panel has three or more."""
    field = fields.get("judges")
    if field and isinstance(field.value, tuple) and "判长" in "".join(field.raw.split()) and len(field.value) < PANEL:
        yield Finding("panel_incomplete", Severity.REVIEW, "judges", {"n": str(len(field.value))})


def clerk(pages: Sequence[PageText]) -> Field | None:
    """Find the clerk."""
    signed = (_signed(row, _CLERK).name for row in _rows(paper(pages).signature))
    names = [name for name in signed if name]
    return chosen([Reading(tidy(name), name) for name in names]) if names else None


def _rows(signature: Running) -> list[list[Running]]:
    """Put the lines of the signatures into rows: role and name may have been read apart."""
    rows: list[list[Running]] = []
    for piece in signature.pieces():
        if rows and level(rows[-1][-1].box.bounds, piece.box.bounds):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _signed(row: Sequence[Running], regex: re.Pattern[str]) -> Signature:
    """Read a row: best from one of its lines, for what stands beside it may be ink of the seal; else from all of it."""
    pairs = (joined(pair) for pair in pairwise(row) if len(pair[1].text) > 1)
    tried = [Signature(text, regex.search(text.text)) for text in (*row, *pairs, joined(row))]
    return next((one for one in tried if one.match), tried[-1])


def _unread(signed: Sequence[Signature]) -> tuple[str, ...]:
    """Return what stands among the signatures and is none that we can read: a judge must not be passed over."""
    above = takewhile(lambda one: not _END.search(one.text.text), signed)
    texts = (one.text.text for one in above if one.match is None)
    return tuple(text for text in texts if re.search("[\u4e00-\u9fff]{2,}", text))
