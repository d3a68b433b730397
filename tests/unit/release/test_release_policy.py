"""A court's file is read whole or refused with the line and the entry that is wrong."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from fact_cases import clean
from release_cases import ready_case

from intake.doctypes.registry import registry
from intake.release.assemble import assemble
from intake.release.parts.case import Kind
from intake.release.policy.load import BadPolicy, default_policy, load, parse
from intake.release.policy.policy import Policy, Situation
from intake.release.request import Status
from intake.release.workdays import Due, due

TEXT = (files("intake.release.policy") / "default.toml").read_text("utf-8")
TYPES = registry()


def test_the_default_asks_only_for_types_that_exist():
    assert parse(TEXT, "default.toml", TYPES) == default_policy()


def test_every_situation_of_every_kind_of_money_has_its_list():
    asked = {(kind, s): default_policy().required(kind, (Situation.EVERYONE, s)) for kind in Kind for s in Situation}

    assert [which for which, names in asked.items() if not names] == []


WRONG = {
    "no TOML": ('name = "default"', "name = default", "-", "name = default"),
    "a number out of bounds": ("working_days = 7", "working_days = 0", "notice.working_days", "working_days = 0"),
    "a number that is none": ("working_days = 7", 'working_days = "7"', "notice.working_days", 'working_days = "7"'),
    "a name that nobody knows": ("window = ", "windows = ", "limits.window", "[limits]"),
    "a word that is no choice": ('"month" ', '"week" ', "limits.window", 'window = "week"'),
    "a requirement that is nowhere": (
        '["enforcement_ruling"]\nnatural',
        '["enforcement_ruling", "licence"]\nnatural',
        "needs.enforcement.everyone",
        '"licence"',
    ),
    "a type that is nowhere": ('[["receipt"]]', '[["no_such_type"]]', "requirements.receipt.any_of", "no_such_type"),
    "a type that orders and is nowhere": (
        'compensation = ["ruling"',
        'compensation = ["no_such_type"',
        "orders.compensation",
        "no_such_type",
    ),
    "a requirement without a choice": ('any_of = [["receipt"]]', "any_of = []", "requirements.receipt.any_of", "= []"),
    "a situation left out": (
        'minor = ["minor_identity"',
        '#nor = ["',
        "needs.enforcement.minor",
        "[needs.enforcement]",
    ),
    "a situation that nobody knows": ("minor = [", "miner = [", "needs.enforcement.miner", "miner = ["),
    "a kind of money left out": ("fee_refund = [", "#", "orders.fee_refund", "[orders]"),
    "a holiday of another year": (
        "# [calendar.2027]\n# holidays = [2027-01-01]\n# working_days = []",
        "[calendar.2027]\nholidays = [2026-01-01]\nworking_days = []",
        "calendar.2027.holidays",
        "holidays = [2026-01-01]",
    ),
    "a holiday that is a text": (
        "# [calendar.2027]\n# holidays = [2027-01-01]\n# working_days = []",
        '[calendar.2027]\nholidays = ["new year"]\nworking_days = []',
        "calendar.2027.holidays.0",
        '"new year"',
    ),
    "a share of infinity": ('percent = "20"', "percent = inf", "limits.subject_difference_percent", "= inf"),
}


@pytest.mark.parametrize(("before", "after", "entry", "shown"), WRONG.values(), ids=WRONG.keys())
def test_a_broken_file_says_which_line_and_entry_is_wrong(before: str, after: str, entry: str, shown: str):
    broken = TEXT.replace(before, after, 1)

    with pytest.raises(BadPolicy) as caught:
        parse(broken, "court.toml", TYPES)

    facts = caught.value.facts
    assert broken != TEXT
    assert (facts["file"], facts["entry"]) == ("court.toml", entry)
    assert shown in broken.splitlines()[int(facts["line"]) - 1]


def test_a_file_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(BadPolicy) as caught:
        load(tmp_path / "none.toml", TYPES)

    assert "none.toml" in caught.value.facts["file"]


def test_a_file_that_is_no_text_says_so(tmp_path: Path):
    (tmp_path / "court.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadPolicy):
        load(tmp_path / "court.toml", TYPES)


def test_a_court_may_ask_for_less(tmp_path: Path):
    lenient = TEXT.replace('natural_person = ["payee_identity", "account"]', 'natural_person = ["account"]', 1)
    (tmp_path / "court.toml").write_text(lenient, "utf-8")
    policy = load(tmp_path / "court.toml", TYPES)

    case = ready_case("resident_id_back", policy=policy)

    assert (assemble(case).status, assemble(ready_case("resident_id_back")).status) == (
        Status.READY,
        Status.INCOMPLETE,
    )


def test_a_court_may_take_another_paper_for_the_order_of_payment():
    strict = TEXT.replace(
        'enforcement = ["enforcement_ruling", "ruling"', 'enforcement = ["civil_judgment", "ruling"', 1
    )
    case = clean("passbook", 3, policy=parse(strict, "court.toml", TYPES))

    assert assemble(case).amount.value == "1.00"


def test_a_court_may_announce_the_holidays_of_a_year():
    known = TEXT + "\n[calendar.2027]\nholidays = [2027-01-04]\nworking_days = [2027-01-02]\n"

    policy = parse(known, "court.toml", TYPES)

    assert due(date(2027, 1, 1), 2, policy.calendar) == Due(date(2027, 1, 5))


def test_a_policy_cannot_be_changed():
    policy: Policy = default_policy()

    with pytest.raises(ValueError, match="frozen"):
        policy.version = "2"
