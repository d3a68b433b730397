"""Finds the commands of the service, and loads one only when it is called: each needs libraries the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

PLACES: Mapping[str, str] = {
    "serve": "running",
    "api": "running",
    "worker": "running",
    "sweep": "running",
    "migrate": "keeping",
    "fsck": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "doctor": "health",
    "token": "people",
}
"""Command -> module of this package."""


class LaterGroup(click.Group):
    """A group that has the commands of `PLACES` beside its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *PLACES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = PLACES.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"intake.commands.{place}"), cmd_name)
        return command
