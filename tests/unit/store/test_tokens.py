"""Tokens: a person is one person, however the name is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import context

from intake.store import tokens
from intake.store.tokens import NewToken


@pytest.mark.parametrize("typed", ["Li Ming", "li ming", " Li  Ming ", "Ｌｉ Ｍｉｎｇ", "LI\u3000MING"])
def test_a_person_has_one_spelling(tmp_path: Path, typed: str):
    with context(tmp_path).database.write() as connection:
        tokens.issue(connection, NewToken("Li Ming", "clerk"))
        tokens.issue(connection, NewToken(typed, "reviewer"))

        assert {each.person for each in tokens.everyone(connection)} == {"Li Ming"}


def test_other_people_stay_other_people(tmp_path: Path):
    with context(tmp_path).database.write() as connection:
        tokens.issue(connection, NewToken("李明", "clerk"))
        tokens.issue(connection, NewToken("李鸣", "reviewer"))

        assert len({each.person for each in tokens.everyone(connection)}) == 2
