"""The commands for tokens: who may come in."""

from __future__ import annotations

import sys

import click

from intake.boot.given import given
from intake.boot.service import database_of
from intake.service.access import Role
from intake.store import schema, tokens
from intake.store.database import Database
from intake.store.tokens import NewToken


@click.group(epilog="Example: intake token issue --role clerk --person zhang.wei --court 浙0106")
def token() -> None:
    """Issue, list and revoke tokens."""


@token.command(epilog="Example: intake token issue --role party --person li.na --court 浙0106 --case 0199...")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="What they may do.")
@click.option("--person", required=True, help="Who it is, as it stands in the list of what happened.")
@click.option("--court", help="Code of the one court they see; without it all of them.")
@click.option("--case", "cases", multiple=True, help="Id of the one case they see; may be given more than once.")
def issue(role: str, person: str, court: str | None, cases: tuple[str, ...]) -> None:
    """Issue a token and print its secret: it is not kept and never shown again."""
    with _database().write() as connection:
        token_id, secret = tokens.issue(connection, NewToken(person, role, court, cases or None))
    click.echo(f"{token_id}  {secret}")


@token.command("list", epilog="Example: intake token list")
def list_() -> None:
    """List the tokens that are good, without their secrets."""
    with _database().read() as connection:
        for each in tokens.everyone(connection):
            click.echo(f"{each.id}  {each.role:9} {each.court or '*':12} {each.person}")


@token.command(epilog="Example: intake token revoke 0199d2c4-...")
@click.argument("token_id")
def revoke(token_id: str) -> None:
    """Let a token be good no more, at once. Exit status 1: there is no such token."""
    with _database().write() as connection:
        if not tokens.revoke(connection, token_id):
            sys.exit(1)


def _database() -> Database:
    database = database_of(given())
    schema.require(database)
    return database
