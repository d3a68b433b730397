"""Every command can be found, and its help shows how it is used."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from intake.boot.given import BadSetting, given
from intake.cli import cli
from intake.commands.keeping import backup
from intake.commands.later import PLACES
from intake.commands.people import token
from intake.entry import main
from intake.store.schema import SchemaIsOld


@pytest.mark.parametrize("name", [*PLACES, "read", "case", "schema"])
def test_the_help_of_every_command_carries_an_example(name: str):
    shown = CliRunner().invoke(cli, [name, "--help"])

    assert shown.exit_code == 0
    assert "Example: " in shown.output
    assert f"intake {name}" in shown.output


@pytest.mark.parametrize("name", list(token.commands))
def test_the_help_of_every_command_for_tokens_too(name: str):
    shown = CliRunner().invoke(token, [name, "--help"])

    assert f"Example: intake token {name}" in shown.output


def test_an_unknown_command_is_told():
    assert CliRunner().invoke(cli, ["nonsense"]).exit_code == click.UsageError.exit_code


def test_a_variable_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTAKE_DATABSE", "x")

    with pytest.raises(BadSetting) as caught:
        given()

    assert caught.value.facts == {"setting": "INTAKE_DATABSE"}


def test_a_value_that_cannot_be_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTAKE_PORT", "secret")

    with pytest.raises(BadSetting) as caught:
        given()

    assert caught.value.facts == {"setting": "INTAKE_PORT"}


def test_a_variable_that_is_empty_is_as_good_as_not_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTAKE_WATCH_FOLDER", "")

    assert given().watch_folder is None


def test_where_there_are_no_tables_nothing_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTAKE_DATA", str(tmp_path / "data"))

    shown = CliRunner().invoke(backup, [str(tmp_path / "copy")])

    assert isinstance(shown.exception, SchemaIsOld)
    assert not (tmp_path / "copy").exists()


def test_what_an_operator_can_mend_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("INTAKE_PORT", "0")
    monkeypatch.setattr("sys.argv", ["intake", "migrate"])

    with pytest.raises(SystemExit) as left:
        main()

    assert left.value.code == 1
    assert "INTAKE_PORT" in capsys.readouterr().err
