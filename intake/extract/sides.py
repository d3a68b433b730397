"""Whose lines are whose on a power of attorney: those of the principal, and those of the agent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.domain.doctype import Finder
from intake.domain.document import Field
from intake.domain.text import Line, PageText
from intake.extract.finders import chosen, field_of
from intake.extract.kinds import resident_number
from intake.extract.labels import after_label
from intake.extract.running import of_line, of_pages
from intake.extract.written import lead_name

_ROLE = re.compile(
    "(?P<agent>受委托(?:代理)?人|受托人|受托方|被委托人|被授权人|委托代理人|代理人|[现兹特](?:委托|授权)(?!人|单位|方))"
    "|(?P<principal>委托人|委托单位|委托方|授权人|授权单位|本人|我单位|我公司)"
)

_ACCOUNT = re.compile("(?:账|帐|卡)号(?:码)?(?:为|是)?:?$")


def agent_number(pages: Sequence[PageText]) -> Field | None:
    """Find the resident number that is told of the agent: the last role named before it is the agent's.

    The number of an account is none, though it may have eighteen digits.
    """
    whole = of_pages(pages)
    roles = tuple(_ROLE.finditer(whole.text))
    placed = [(whole.text.index(reading.span.text), reading) for reading in resident_number(whole)]
    own = [
        reading
        for start, reading in placed
        if not _ACCOUNT.search(whole.text, 0, start) and _role_before(roles, start) == "agent"
    ]
    return chosen(own) if own else None


def _role_before(roles: Sequence[re.Match[str]], start: int) -> str | None:
    """Return the role that was named last before a place."""
    return next((role.lastgroup for role in reversed(roles) if role.start() < start), None)


def named_in(role: str, *labels: str, among: Sequence[str]) -> Finder:
    """Find the name after one of `labels` among the lines of one role (agent, principal)."""
    after = field_of(after_label(*labels, among=among, wraps=1), lead_name)

    def find(pages: Sequence[PageText]) -> Field | None:
        return after([replace(page, lines=tuple(_lines(page, role))) for page in pages])

    return find


def _lines(page: PageText, role: str) -> Iterator[Line]:
    """Yield the lines of a role: from the one that names it to the one that names another."""
    current = None
    for line in page.lines:
        named = [m.lastgroup for m in _ROLE.finditer(of_line(line, page.number).text)]
        if role in (named[:1] or [current]):
            yield line
        current = named[-1] if named else current
