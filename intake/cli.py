"""The command line: `intake read`, `intake case`, `intake schema`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import click
from rich.console import Console

from intake import __version__
from intake.batch import Batch
from intake.bootstrap import Engine
from intake.doctypes.registry import registry
from intake.domain.errors import IntakeError
from intake.domain.messages import Language
from intake.domain.reading import FileReading
from intake.pages.source import sources
from intake.show.json import file_json
from intake.show.progress import progress
from intake.show.table import file_table
from intake.show.words import Words

ALL_READ, SOME_UNREADABLE, NOT_READY = 0, 1, 3


class Format(StrEnum):
    JSONL = "jsonl"
    TABLE = "table"


Command = Callable[..., None]


def _one_of(kind: type[StrEnum], *names: str, default: StrEnum | None, about: str) -> Callable[[Command], Command]:
    """Make an option whose values are those of a closed set."""
    return click.option(
        *names,
        type=click.Choice([member.value for member in kind]),
        default=default and default.value,
        show_default=default is not None,
        callback=lambda _context, _option, value: value and kind(value),
        help=about,
    )


def _language(command: Command) -> Command:
    return _one_of(Language, "--lang", default=Language.ZH, about="Language of messages.")(command)


def _engine(command: Command) -> Command:
    command = click.option("-j", "processes", type=click.IntRange(1, 64), default=1, help="Processes that read.")(
        command
    )
    return _one_of(Engine, "--engine", default=Engine.PPOCR, about="What reads the text.")(command)


PATH = click.Path(path_type=Path)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="Example: intake read sample_docs/case-01 --format table",
)
@click.version_option(__version__)
def cli() -> None:
    r"""Read the papers of a court case: what each page is, the values on it, and whether they agree.

    \b
    intake read    what is on these scans?
    intake case    is this case ready to be paid out, and if not, what is missing?
    intake schema  the JSON Schema of a release request
    """


@cli.command(epilog="Example: intake read scans/ --no-lines -j 2 > read.jsonl")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@_one_of(Format, "--format", "shown", default=None, about="Default: table in a terminal, jsonl elsewhere.")
@click.option("--no-lines", is_flag=True, help="Leave the text lines out of the JSON.")
@_engine
@_language
def read(  # noqa: PLR0913 a parameter for each option
    paths: tuple[Path, ...], *, shown: Format | None, no_lines: bool, engine: Engine, processes: int, lang: Language
) -> None:
    """Read files and folders; one JSON object a file, in order, or a table for people.

    Nothing is stored. A folder is walked, sorted. Exit status: 0 every file was read, 1 at least one was not (its line
    says why), 2 wrong usage.
    """
    words = Words(registry(), lang)
    table = (shown or _usual_format()) is Format.TABLE
    console = Console()
    unreadable = False
    for reading in _watched(Batch(engine, processes)(paths), paths, lang):
        unreadable = unreadable or reading.error is not None
        if table:
            console.print(file_table(reading, words))
        else:
            _line(file_json(reading, words, lines=not no_lines))
    sys.exit(SOME_UNREADABLE if unreadable else ALL_READ)


def main() -> None:
    """Run the command line; what the person can mend ends as one sentence, never as a stack trace."""
    try:
        cli()
    except IntakeError as error:
        click.echo(Words(registry(), Language.ZH).error(error), err=True)
        sys.exit(SOME_UNREADABLE)


def _usual_format() -> Format:
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def _watched(readings: Iterable[FileReading], paths: Iterable[Path], language: Language) -> Iterator[FileReading]:
    return progress(readings, total=sum(1 for _ in sources(tuple(paths))), language=language)


def _line(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
