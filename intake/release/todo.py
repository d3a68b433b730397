"""The one list for people: what to bring, what to mend, what to look at, each line with file, page and field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake.domain.messages import Language, sentence
from intake.release.parts.finding import Action, ListedFinding, Place, Text
from intake.release.request import ReleaseRequest


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of thing to do, and the lines about it as sentences."""

    action: Action
    heading: str
    lines: tuple[str, ...]


def todo(request: ReleaseRequest, language: Language) -> tuple[Task, ...]:
    """Return what a person must do for the request to become ready, in order; nothing for a ready one."""
    lines = {a: tuple(line(f, language) for f in request.findings if f.action is a) for a in Action}
    return tuple(Task(a, sentence(f"todo_{a}", {}, language), found) for a, found in lines.items() if found)


def line(finding: ListedFinding, language: Language) -> str:
    """Return the sentence of a finding with the places it is about."""
    where = dict.fromkeys(_where(spot, language) for spot in finding.places if spot.file is not None)
    says = _in(finding.message, language)
    return sentence("todo_line", {"message": says, "places": "; ".join(where)}, language) if where else says


def _where(spot: Place, language: Language) -> str:
    label = _in(spot.label, language)
    facts: Mapping[str, str] = {"file": spot.file or "", "page": str(spot.page or ""), "label": label}
    if spot.page is None:
        return sentence("place_file", facts, language)
    return sentence("place_field" if spot.document_id else "place_page", facts, language)


def _in(text: Text, language: Language) -> str:
    return text.zh if language is Language.ZH else text.en
