"""The one notice to a party of all that is missing, contradictory or doubtful, and the day it is due (补正通知)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from intake.domain.document import DocumentClass
from intake.domain.messages import Language, catalogue, sentence
from intake.release.parts.finding import Action, ListedFinding, Place, Text
from intake.release.request import ReleaseRequest
from intake.release.workdays import Due

INSIDE = frozenset({"X12", "S35", "S36", "S37", "S38", "instalment", "instalment_order"})
"""Checks of the court itself: what they found is no business of a party, and would warn one who cheats."""
ORDINALS = "一二三四"
COURTS_OWN = frozenset({"X3", "X7", "payee", "cause", "kind"})
"""Checks of papers that the court wrote: a party cannot mend those."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands under it, each a sentence."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a party reads: to whom, about what, what to do until when, and what the court does itself."""

    title: str
    addressee: str
    opening: str
    sections: tuple[Section, ...]
    deadline: str
    caveat: str | None
    court: str
    dated: str


def notice_of(request: ReleaseRequest, today: date, until: Due, language: Language) -> Notice | None:
    """Return the notice about a request; None where nothing on its list is for the party to do."""
    classes = {material.document_id: material.klass for material in request.materials}
    if not any(_is_theirs(finding, classes) for finding in request.findings):
        return None
    facts = {"day": _day(until.day, language), "years": "、".join(map(str, until.unsure))}
    court = request.court.name or sentence("notice_court", {}, language)
    return Notice(
        title=sentence("notice_title", {}, language),
        addressee=sentence(
            "notice_to", {"name": request.payee.name or sentence("notice_party", {}, language)}, language
        ),
        opening=sentence("notice_opening", {"number": _number(request) or "＿＿＿＿"}, language),
        sections=tuple(_headed(_sections(request, language), language)),
        deadline=sentence("notice_deadline", facts, language),
        caveat=sentence("notice_unsure", facts, language) if until.unsure else None,
        court=court,
        dated=_day(today, language),
    )


def _number(request: ReleaseRequest) -> str | None:
    """Return the case number; where papers disagree on it, that of the paper which orders the payment."""
    told = (i.value for check in request.checks if check.rule == "X2" for i in check.inputs)
    return request.case.number or next(told, None)


def _headed(sections: Iterable[Section], language: Language) -> Iterator[Section]:
    """Give the sections their numbers, as they come."""
    for n, section in enumerate(sections):
        number = ORDINALS[n] if language is Language.ZH else str(n + 1)
        facts = {"n": number, "heading": section.heading}
        yield Section(sentence("notice_heading", facts, language), section.items)


def _sections(request: ReleaseRequest, language: Language) -> Iterator[Section]:
    classes = {material.document_id: material.klass for material in request.materials}
    theirs = [f for f in request.findings if _is_theirs(f, classes)]
    for action in Action:
        items = tuple(_item(f, language) for f in theirs if f.action is action)
        if items:
            yield Section(sentence(f"notice_{action}", {}, language), tuple(dict.fromkeys(items)))
    ours = tuple(_ours(request.findings, classes, language))
    if ours:
        yield Section(sentence("notice_ours", {}, language), ours)


def _ours(found: Iterable[ListedFinding], classes: Mapping[str, DocumentClass | None], language: Language) -> list[str]:
    """Return what the court sees to itself; of its inner checks only that there are some."""
    listed = [f for f in found if f.rule not in INSIDE and _is_courts(f, classes)]
    items = [_own(f, language) for f in listed]
    inner = sum(f.rule in INSIDE for f in found)
    return list(dict.fromkeys(items)) + ([sentence("notice_inner", {"n": str(inner)}, language)] if inner else [])


def _is_theirs(finding: ListedFinding, classes: Mapping[str, DocumentClass | None]) -> bool:
    return finding.rule not in INSIDE and not _is_courts(finding, classes)


def _is_courts(finding: ListedFinding, classes: Mapping[str, DocumentClass | None]) -> bool:
    """Say whether all that a line is about was written by the court."""
    papers = [spot.document_id for spot in finding.places if spot.document_id is not None]
    own = bool(papers) and all(classes.get(paper) is DocumentClass.RULING for paper in papers)
    return own or finding.rule in COURTS_OWN


def _item(finding: ListedFinding, language: Language) -> str:
    """Return what a line says to a party: in words for a party where the catalogue has them."""
    code = f"party_{finding.code}"
    spot = next(iter(finding.places), None)
    label = _in(spot.label, language) if spot else ""
    says = sentence(code, {"label": label}, language) if code in catalogue() else _in(finding.message, language)
    return _placed(says, finding, language)


def _own(finding: ListedFinding, language: Language) -> str:
    """Return what a line says of papers that the court wrote: what it is about, and nothing to do."""
    labels = _joined((_in(spot.label, language) for spot in finding.places), language)
    says = sentence("notice_own", {"labels": labels}, language) if labels else _in(finding.message, language)
    return _placed(says, finding, language)


def _placed(says: str, finding: ListedFinding, language: Language) -> str:
    where = _joined((_where(place, language) for place in finding.places if place.file is not None), language)
    return sentence("notice_item", {"message": says, "places": where}, language) if where else says


def _where(spot: Place, language: Language) -> str:
    """Return file and page as a party knows them: without the folders of the court."""
    facts = {"file": PurePath(spot.file or "").name, "page": str(spot.page or "")}
    return sentence("place_page" if spot.page else "place_file", facts, language)


def _joined(words: Iterable[str], language: Language) -> str:
    return ("、" if language is Language.ZH else ", ").join(dict.fromkeys(words))


def _in(text: Text, language: Language) -> str:
    return text.zh if language is Language.ZH else text.en


def _day(day: date, language: Language) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if language is Language.ZH else day.isoformat()
