"""The command line: `intake read`, `intake case`, `intake schema`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import click
from rich.console import Console

from intake import __version__
from intake.assembly import Said, draw_evidence, notice_about, policy_of, request_of
from intake.batch import Batch, How
from intake.bootstrap import Engine, able
from intake.commands.later import LaterGroup
from intake.doctypes.registry import registry
from intake.domain.errors import IntakeError
from intake.domain.messages import Language, sentence
from intake.domain.reading import FileReading
from intake.inference.backend import Backend
from intake.pages.source import sources
from intake.release.canonical import canonical
from intake.release.notice import Notice
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest, Status
from intake.release.schema import schema as release_schema
from intake.show import notice as shown_notice
from intake.show.case import case_view
from intake.show.json import file_json
from intake.show.press import printed
from intake.show.progress import progress
from intake.show.table import file_table
from intake.show.words import Words
from intake.validate.sureness import all_within

NOTICES: Mapping[str, Callable[[Notice], bytes]] = {
    ".pdf": printed,
    ".txt": lambda notice: shown_notice.text(notice).encode(),
}
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
    for option in (
        click.option("-j", "processes", type=click.IntRange(1, 64), default=1, help="Processes that read."),
        click.option(
            "--backend",
            type=click.Choice([str(backend) for backend in able()]),
            callback=lambda _context, _option, value: next((b for b in able() if str(b) == value), None),
            help="What runs the models of ppocr. Default: the quickest on this machine.",
        ),
        _one_of(Engine, "--engine", default=Engine.PPOCR, about="What reads the text."),
    ):
        command = option(command)
    return command


PATH = click.Path(path_type=Path)
OUT_FILE = click.Path(path_type=Path, dir_okay=False, writable=True)
OUT_FOLDER = click.Path(path_type=Path, file_okay=False, writable=True)


@click.group(
    cls=LaterGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="Example: intake read sample_docs/case-01-clean-scans --format table",
)
@click.version_option(__version__)
def cli() -> None:
    """Read the papers of a court case: what each page is, the values on it, and whether they agree.

    \b
    intake read    what is on these scans?
    intake case    is this case ready to be paid out, and if not, what is missing?
    intake schema  the JSON Schema of a release request
    intake serve   the whole service on this machine
    """  # noqa: D301 click wants the character itself


@cli.command(epilog="Example: intake read scans/ --no-lines -j 2 > read.jsonl")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@_one_of(Format, "--format", "shown", default=None, about="Default: table in a terminal, jsonl elsewhere.")
@click.option("--no-lines", is_flag=True, help="Leave the text lines out of the JSON.")
@click.option("--fields-only", is_flag=True, help="Read with care only what fields need; leaves the text lines out.")
@click.option("--explain", is_flag=True, help="Show for each document the lines that decided what it is.")
@_engine
@_language
def read(  # noqa: PLR0913 a parameter for each option
    paths: tuple[Path, ...],
    *,
    shown: Format | None,
    no_lines: bool,
    fields_only: bool,
    explain: bool,
    engine: Engine,
    backend: Backend | None,
    processes: int,
    lang: Language,
) -> None:
    """Read files and folders; one JSON object a file, in order, or a table for people.

    Nothing is stored. A folder is walked, sorted. Exit status: 0 every file was read, 1 at least one was not (its line
    says why), 2 wrong usage.
    """
    words = Words(registry(), lang)
    table = (shown or _usual_format()) is Format.TABLE
    console = Console()
    unreadable = False
    how, limit = _how(engine, backend, fields_only=fields_only), policy_of(None).reading.limit
    for raw in _watched(Batch(how, processes)(paths), paths, lang):
        reading = all_within(raw, limit)
        unreadable = unreadable or reading.error is not None
        if table:
            console.print(file_table(reading, words, explain=explain))
        else:
            _line(file_json(reading, words, lines=not (no_lines or fields_only), explain=explain))
    sys.exit(SOME_UNREADABLE if unreadable else ALL_READ)


@cli.command(epilog="Example: intake case sample_docs/case-01-clean-scans --out request.json --evidence evidence/")
@click.argument("folder", type=PATH)
@click.option("--case-number", help="Case number (案号) to compare the papers with.")
@_one_of(Kind, "--kind", default=Kind.ENFORCEMENT, about="Why the court holds the money.")
@click.option("--out", type=OUT_FILE, help="Write the request as JSON to this file.")
@click.option("--evidence", type=OUT_FOLDER, help="Write page images with the boxes of the values to this folder.")
@click.option("--court", type=PATH, help="What the court asks for (TOML). Default: the built-in policy.")
@click.option("--notice", type=OUT_FILE, help="Write what the party must still bring, to a file .pdf or .txt.")
@_engine
@_language
def case(  # noqa: PLR0913 a parameter for each option
    folder: Path,
    *,
    case_number: str | None,
    kind: Kind,
    out: Path | None,
    evidence: Path | None,
    court: Path | None,
    notice: Path | None,
    engine: Engine,
    backend: Backend | None,
    processes: int,
    lang: Language,
) -> None:
    """Read all scans of one case and assemble its release request.

    Prints the request and one list of everything missing, contradictory or doubtful. Exit status: 0 the request is
    ready, 3 it is not (the draft is in --out), 1 a file could not be read or a result not be written, 2 wrong usage.
    """
    if evidence and evidence.resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter(sentence("evidence_in_case", {}, lang), param_hint="--evidence")
    _check_notice(notice, folder, lang)
    policy, today = policy_of(court), datetime.now(tz=UTC).astimezone().date()
    readings = tuple(_watched(Batch(_how(engine, backend), processes, evidence)((folder,)), (folder,), lang))
    request = request_of(readings, Said(kind, case_number, policy), today)
    Console().print(case_view(request, str(folder), lang))
    if evidence:
        draw_evidence(request, evidence)
    if out:
        write_whole(out, canonical(request))
        click.echo(sentence("saved", {"path": str(out)}, lang), err=True)
    if notice:
        _notify(notice, notice_about(request, policy, today, lang), lang)
    sys.exit(_outcome(readings, request))


@cli.command(epilog="Example: intake schema > release-request.schema.json")
def schema() -> None:
    """Print the JSON Schema of a release request (ReleaseRequest v1)."""
    click.echo(json.dumps(release_schema(), ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line; what the person can mend ends as one sentence, never as a stack trace."""
    try:
        cli()
    except IntakeError as error:
        click.echo(Words(registry(), Language.ZH).error(error), err=True)
        sys.exit(SOME_UNREADABLE)
    except OSError as error:
        facts = {"path": str(error.filename or ""), "reason": error.strerror or ""}
        click.echo(sentence("not_written", facts, Language.ZH), err=True)
        sys.exit(SOME_UNREADABLE)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees all of it or the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _check_notice(path: Path | None, folder: Path, language: Language) -> None:
    """Refuse a name that says no form, and a place where the notice would be read as a paper the next time."""
    if path and path.suffix.lower() not in NOTICES:
        raise click.BadParameter(sentence("notice_suffix", {}, language), param_hint="--notice")
    if path and path.resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter(sentence("notice_in_case", {}, language), param_hint="--notice")


def _notify(path: Path, notice: Notice | None, language: Language) -> None:
    """Write the notice in the form that the name of its file asks for; none where nothing is missing."""
    if notice is None:
        click.echo(sentence("notice_needless", {}, language), err=True)
        return
    write_whole(path, NOTICES[path.suffix.lower()](notice))
    click.echo(sentence("notice_written", {"path": str(path)}, language), err=True)


def _outcome(readings: Iterable[FileReading], request: ReleaseRequest) -> int:
    if any(reading.error for reading in readings):
        return SOME_UNREADABLE
    return ALL_READ if request.status is Status.READY else NOT_READY


def _how(engine: Engine, backend: Backend | None, *, fields_only: bool = False) -> How:
    if backend and engine is not Engine.PPOCR:
        raise click.BadParameter(f"only --engine {Engine.PPOCR.value} has backends", param_hint="--backend")
    return How(engine, backend, fields_only)


def _usual_format() -> Format:
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def _watched(readings: Iterable[FileReading], paths: Iterable[Path], language: Language) -> Iterator[FileReading]:
    return progress(readings, total=sum(1 for _ in sources(tuple(paths))), language=language)


def _line(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
