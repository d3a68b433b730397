"""Reads who signed a court paper: judges and clerk, however widely their names are set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.domain.document import Field, FieldState
from intake.domain.text import PageText
from intake.extract.finders import Reading, chosen, seen
from intake.extract.paper import SIGNERS, paper
from intake.extract.parse import tidy
from intake.extract.running import Running, joined

_NEXT = (
    "审判|代理|人民陪审|执行|书记员|法官|助理|本件|此件|院印|样本|[一二][〇○零OoO0]|[12]\\d{3}年|[^\u4e00-\u9fff·]|$"
)
_NAME = rf":?(?P<value>[\u4e00-\u9fff]{{2,4}}?|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+)(?={_NEXT})"
_JUDGE = re.compile(rf"(?:{'|'.join(sorted(SIGNERS, key=len, reverse=True))}){_NAME}")
_END = re.compile("[一二][〇○零OoO0]|[12]\\d{3}年|书记员|法官助理|本件|此件")
_CLERK = re.compile(rf"书记员{_NAME}")


def judges(pages: Sequence[PageText]) -> Field | None:
    """Find all who decided, in the order of their signatures."""
    signature = paper(pages).signature
    names = _names(signature, _JUDGE)
    if names:
        field = seen(tuple(tidy(name) for name in names), joined(names))
        return replace(field, rivals=_unread(signature.text))
    return seen(None, signature, FieldState.UNREADABLE) if signature.text else None


def clerk(pages: Sequence[PageText]) -> Field | None:
    """Find the clerk."""
    names = _names(paper(pages).signature, _CLERK)
    return chosen([Reading(tidy(name), name) for name in names]) if names else None


def _names(signature: Running, regex: re.Pattern[str]) -> list[Running]:
    return [signature.cut(*match.span("value")) for match in regex.finditer(signature.text)]


def _unread(text: str) -> tuple[str, ...]:
    """Return what stands among the signatures and is none that we can read: a judge must not be passed over."""
    end = _END.search(text)
    rest = _JUDGE.sub(" ", text[: end.start()] if end else text)
    return tuple(re.findall("[\u4e00-\u9fff]{2,}", rest))
