"""The program `intake`: finds the command, and loads what that one needs and nothing else.

A process that faces the network must not have decoders of pictures in it, which the commands for reading load.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from intake.commands.later import PLACES, LaterGroup
from intake.domain.errors import IntakeError
from intake.domain.messages import Language, sentence

WRONG = 1


@click.group(cls=LaterGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
def service() -> None:
    """Run the service and look after it."""


def main() -> None:
    """Run the command line; what the person can mend ends as one sentence, never as a stack trace."""
    if len(sys.argv) < 2 or sys.argv[1] not in PLACES:
        from intake.cli import main as reading  # noqa: PLC0415 loads models' libraries

        reading()
        return
    try:
        service(prog_name="intake")
    except IntakeError as error:
        _say(error.code, error.facts)
    except OSError as error:
        _say("not_written", {"path": str(error.filename or ""), "reason": error.strerror or ""})


def _say(code: str, facts: Mapping[str, str]) -> None:
    for language in Language:
        click.echo(sentence(code, facts, language), err=True)
    sys.exit(WRONG)
