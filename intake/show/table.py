"""Tables for people: what was read of a file, with the doubtful values marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from intake.domain.document import Document, Field, Party, Value
from intake.domain.finding import Finding, Severity
from intake.domain.messages import sentence
from intake.domain.reading import FileReading
from intake.show.words import Words

STYLE = {Severity.BLOCK: "bold red", Severity.REVIEW: "yellow", Severity.INFO: "dim"}
SHOWN = 60  # characters of a value that fit a terminal beside its finding


def file_table(reading: FileReading, words: Words, *, explain: bool = False) -> RenderableType:
    """Return a panel for one file: its error, or each document with its fields, findings and, if wanted, reasons."""
    title = f"[bold]{escape(reading.file)}[/bold]"
    if reading.error:
        return Panel(Text(words.error(reading.error), style="bold red"), title=title, title_align="left")
    said = {(page, f.code) for document in reading.documents for page in document.pages for f in document.findings}
    shown: list[RenderableType] = [
        Text(f"p{page.text.number}: {words.of(f, None)}", style=STYLE[f.severity])
        for page in reading.pages
        for f in page.quality.findings
        if (page.text.number, f.code) not in said
    ]
    for document in reading.documents:
        shown.append(_document(document, words))
        if explain:
            shown.extend(_reasons(document, words))
    return Panel(Group(*shown), title=title, title_align="left")


def value_text(value: Value | None) -> str:
    """Return a value on one line."""
    if isinstance(value, tuple):
        return "、".join(_party(item) if isinstance(item, Party) else item for item in value)
    if isinstance(value, bool):
        return "是 yes" if value else "否 no"
    return value or ""


def _party(party: Party) -> str:
    number = party.id_number or party.uscc
    return f"{party.name}（{number}）" if number else party.name


def _document(document: Document, words: Words) -> RenderableType:
    pages = ",".join(str(page) for page in document.pages)
    title = f"{words.title(document.type, document.klass)}  p{pages}  {document.confidence:.0%}"
    head = _fields(document, title, words) if document.fields else Text(title, style="table.title")
    rest = [f for f in document.findings if f.field not in document.fields]
    return Group(head, *(Text(words.of(f, document.type), style=STYLE[f.severity]) for f in rest))


def _fields(document: Document, title: str, words: Words) -> Table:
    table = Table(title=title, title_justify="left", expand=True)
    for column in ("column_field", "column_value", "column_confidence", "column_note"):
        table.add_column(sentence(column, {}, words.language))
    for name, field in document.fields.items():
        about = [f for f in document.findings if f.field == name]
        table.add_row(words.label(name, document.type), *_cells(field, about, document, words))
    return table


def _reasons(document: Document, words: Words) -> Iterator[RenderableType]:
    for reason in document.reasons:
        facts = {"page": str(reason.page), "text": reason.text, "weight": f"{reason.weight:.1f}"}
        yield Text(sentence("decided_by", facts, words.language), style="cyan")


def _cells(
    field: Field, about: Iterable[Finding], document: Document, words: Words
) -> tuple[RenderableType, RenderableType, RenderableType]:
    value = value_text(field.value) or sentence(f"state_{field.state}", {}, words.language)
    notes = Text("\n").join(Text(words.of(f, document.type), style=STYLE[f.severity]) for f in about)
    return Text(value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"), Text(f"{field.confidence:.0%}"), notes
