"""A release request for people: its values, and the one list of what is missing, contradictory or doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from intake.domain.finding import Severity
from intake.domain.messages import Language, sentence
from intake.release.parts.finding import ListedFinding
from intake.release.request import ReleaseRequest, Status
from intake.release.todo import todo
from intake.show.table import STYLE

STATUS_STYLE = {
    Status.READY: "bold green",
    Status.NEEDS_REVIEW: "bold yellow",
    Status.INCOMPLETE: "bold yellow",
    Status.BLOCKED: "bold red",
}


def case_view(request: ReleaseRequest, title: str, language: Language) -> RenderableType:
    """Return the values of a request, its status, and the list of what a person has to do."""
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False)
    for name, value in _rows(request):
        table.add_row(sentence(f"row_{name}", {}, language), Text(value or "—"))
    status = Text(sentence(f"status_{request.status}", {}, language), style=STATUS_STYLE[request.status])
    return Group(table, status, *_tasks(request, language))


def _rows(request: ReleaseRequest) -> Iterator[tuple[str, str | None]]:
    yield "court", request.court.name
    yield "case_number", request.case.number
    yield "cause", request.case.cause
    yield "payee", request.payee.name
    yield "id_number", request.payee.id_number
    yield "account_name", request.account.name
    yield "account_number", request.account.number
    yield "bank", request.account.branch or request.account.bank
    yield "amount", request.amount.value
    yield "amount_upper", request.amount.upper_case


def _tasks(request: ReleaseRequest, language: Language) -> Iterator[RenderableType]:
    for task in todo(request, language):
        worst = _worst(f for f in request.findings if f.action is task.action)
        yield Text(f"\n{task.heading}", style=STYLE[worst])
        yield from (Text(f"  {n}. {line}") for n, line in enumerate(task.lines, start=1))


def _worst(findings: Iterator[ListedFinding]) -> Severity:
    return min((f.severity for f in findings), key=tuple(Severity).index)
