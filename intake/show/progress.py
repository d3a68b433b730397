"""Progress of long work on standard error: a bar in a terminal, a line a file elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from intake.domain.messages import Language, sentence
from intake.domain.reading import FileReading


def progress(readings: Iterable[FileReading], *, total: int, language: Language) -> Iterator[FileReading]:
    """Pass the readings on, and say on standard error how far it got."""
    console = Console(stderr=True)
    return _bar(readings, total, language, console) if console.is_terminal else _lines(readings, total, console)


def _bar(readings: Iterable[FileReading], total: int, language: Language, console: Console) -> Iterator[FileReading]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(sentence("reading", {}, language), total=total)
        for reading in readings:
            bar.advance(task)
            yield reading


def _lines(readings: Iterable[FileReading], total: int, console: Console) -> Iterator[FileReading]:
    for done, reading in enumerate(readings, start=1):
        outcome = reading.error.code if reading.error else f"{reading.ms['total']} ms"
        console.print(
            f"{done}/{total} {Path(reading.file).name} {outcome}", markup=False, highlight=False, soft_wrap=True
        )
        yield reading
