"""What people change is kept apart from what was read, and counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from blobs import MemoryBlobs
from desk import COURT, filed, new_case, papers, somebody
from release_cases import CARD_NUMBER, READY, paper

from intake.domain.errors import Changed, Conflict, Forbidden, Invalid, NotFound
from intake.domain.finding import Severity
from intake.domain.states import DocumentState, JobState
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Reading
from intake.service import review
from intake.service.access import Role
from intake.service.context import Context
from intake.service.review import Change, Target
from intake.store import documents, happenings, jobs
from intake.store.jobs import Kind
from intake.store.rows import Slice
from intake.validate.sureness import UNCERTAIN
from intake.work.check import check

CLERK, REVIEWER, JUDGE = somebody(Role.CLERK), somebody(Role.REVIEWER), somebody(Role.JUDGE)
OTHER_NUMBER = "6222021234567890136"


@pytest.fixture
def card(service: Context) -> documents.Stored:
    case_id = new_case(service)
    return filed(service, case_id, [paper("bank_card").document])[0]


def corrected(service: Context, card: documents.Stored, value: object = OTHER_NUMBER) -> review.Paper:
    target = Target(card.id, card.version, "misread")
    return review.correct(service, CLERK, target, [Change("card_number", value, "misread", 4.5)])


def test_a_corrected_value_counts_and_what_was_read_stays(service: Context, card: documents.Stored):
    fresh = corrected(service, card)

    assert fresh.document.fields["card_number"].value == OTHER_NUMBER
    assert fresh.document.fields["card_number"].source == "reviewer"
    assert fresh.machine.document.fields["card_number"].value == CARD_NUMBER


def test_a_number_that_a_person_typed_waits_for_a_second_person(service: Context, card: documents.Stored):
    fresh = corrected(service, card)

    assert not fresh.document.accepted("card_number")
    assert fresh.state is DocumentState.NEEDS_REVIEW


@pytest.mark.parametrize(("margin", "waits"), [(None, True), (9.0, False)], ids=["a guess", "believed"])
def test_who_confirms_a_guess_of_the_machine_is_not_alone(service: Context, margin: float | None, *, waits: bool):
    read = paper("bank_card").document
    number = replace(read.fields["card_number"], repaired=True, margin=margin)
    case_id = new_case(service)
    (card,) = filed(service, case_id, [replace(read, fields={**read.fields, "card_number": number})])

    fresh = corrected(service, card, CARD_NUMBER)

    assert fresh.document.accepted("card_number") is not waits


def test_the_second_person_ends_the_wait(service: Context, card: documents.Stored):
    fresh = corrected(service, card)

    sure = review.confirm(service, REVIEWER, Target(card.id, fresh.stored.version), "card_number")

    assert sure.document.accepted("card_number")
    assert sure.corrected["card_number"].confirmed_by == "reviewer"


def test_nobody_confirms_their_own_correction(service: Context, card: documents.Stored):  # S56
    me = somebody(Role.REVIEWER, "the same")
    fresh = review.correct(service, me, Target(card.id, card.version), [Change("card_number", OTHER_NUMBER)])

    with pytest.raises(Forbidden):
        review.confirm(service, me, Target(card.id, fresh.stored.version), "card_number")


def test_a_doubtful_value_that_one_person_found_right_needs_no_second(service: Context, card: documents.Stored):
    fresh = corrected(service, card, CARD_NUMBER)

    assert fresh.document.accepted("card_number")


@pytest.mark.parametrize("typed", [CARD_NUMBER, OTHER_NUMBER], ids=["found right", "changed"])
def test_how_likely_the_machine_erred_is_no_question_about_what_a_person_says(service: Context, typed: str):
    read = paper("bank_card").document
    number = replace(read.fields["card_number"], confidence=0.6)
    (card,) = filed(service, new_case(service), [replace(read, fields={**read.fields, "card_number": number})])
    before = review.look_at(service, CLERK, card.id)

    after = corrected(service, card, typed)

    assert (severities(before, UNCERTAIN), severities(after, UNCERTAIN)) == ([Severity.REVIEW], [])


@pytest.mark.parametrize(("percent", "is_asked"), [("0.01", True), ("0.1", False)])
def test_how_sure_values_must_be_a_court_says_as_of_now(service: Context, percent: str, *, is_asked: bool):
    """Whatever it said when they were read."""
    read = paper("bank_card").document
    number = replace(read.fields["card_number"], confidence=0.99)
    (card,) = filed(service, new_case(service), [replace(read, fields={**read.fields, "card_number": number})])
    own = default_policy().model_copy(update={"reading": Reading(error_percent=Decimal(percent))})

    found = review.look_at(replace(service, policy=lambda _court: own), CLERK, card.id)

    assert (found.state is DocumentState.NEEDS_REVIEW) is is_asked


def test_a_typed_number_is_judged_like_a_read_one(service: Context, card: documents.Stored):
    fresh = corrected(service, card, "6222021234567890123")

    assert "card_number" in {finding.field for finding in fresh.document.findings}


FAILING = "6222021234567890123"  # its check digit does not fit


def severities(found: review.Paper, code: str) -> list[Severity]:
    return [finding.severity for finding in found.document.findings if finding.code == code]


@pytest.mark.parametrize("read", [CARD_NUMBER, FAILING], ids=["changed", "as it was read"])
def test_what_a_rule_asks_about_an_account_two_people_answer(service: Context, read: str):
    plain = paper("bank_card").document
    number = replace(plain.fields["card_number"], value=read)
    card = filed(service, new_case(service), [replace(plain, fields={**plain.fields, "card_number": number})])[0]

    once = corrected(service, card, FAILING)
    sure = review.confirm(service, REVIEWER, Target(card.id, once.stored.version), "card_number")

    assert severities(once, "card_check_digit") == severities(once, "needs_confirmation") == [Severity.REVIEW]
    assert severities(sure, "card_check_digit") == [Severity.INFO]
    assert (once.state, sure.state) == (DocumentState.NEEDS_REVIEW, DocumentState.ACCEPTED)


def test_what_stops_a_paper_nobody_overrules(service: Context, card: documents.Stored):
    once = corrected(service, card, "4580600000000007")

    sure = review.confirm(service, REVIEWER, Target(card.id, once.stored.version), "card_number")

    assert severities(sure, "credit_card_account") == [Severity.BLOCK]


def test_that_a_form_is_not_signed_is_no_answer_to_the_question_for_it(service: Context):
    form = filed(service, new_case(service), [paper("account_confirmation").document])[0]

    told = review.correct(service, CLERK, Target(form.id, form.version), [Change("is_signed", value=False)])

    assert severities(told, "not_signed") == [Severity.REVIEW]


def test_two_who_correct_at_once_do_not_overwrite_each_other(service: Context, card: documents.Stored):
    corrected(service, card)

    with pytest.raises(Changed):
        review.correct(service, REVIEWER, Target(card.id, card.version), [Change("bank_name", "中国农业银行")])


def test_a_correction_taken_back_leaves_what_was_read_and_its_trace(service: Context, card: documents.Stored):
    fresh = corrected(service, card)
    correction = fresh.corrected["card_number"].id

    back = review.undo(service, CLERK, Target(card.id, fresh.stored.version), correction)

    assert back.document.fields["card_number"].value == CARD_NUMBER
    assert [each.undone for each in review.history(service, CLERK, card.id, Slice())] == [True]


def test_history_says_who_changed_what_and_why(service: Context, card: documents.Stored):  # S44, S79
    corrected(service, card)

    (only,) = review.history(service, CLERK, card.id, Slice())

    told = (only.who, only.before, only.after, only.why, only.seconds)
    assert told == ("clerk", CARD_NUMBER, OTHER_NUMBER, "misread", 4.5)


def test_the_seconds_of_all_that_people_do_are_kept(service: Context, card: documents.Stored):  # S79
    fresh = corrected(service, card)
    sure = review.confirm(service, REVIEWER, Target(card.id, fresh.stored.version, seconds=2.0), "card_number")
    review.reclassify(service, CLERK, Target(card.id, sure.stored.version, "seen", 3.0), "passbook")

    spent = [(each.what, each.seconds) for each in review.history(service, CLERK, card.id, Slice())]
    assert spent == [("class", 3.0), ("value", 6.5)]


def test_the_seconds_of_a_cut_or_a_join_count_once(service: Context, card: documents.Stored):  # S79
    whole = filed(service, card.case_id, [replace(paper("bank_card").document, pages=(1, 2))])[0]
    ids = review.split(service, CLERK, Target(whole.id, whole.version, "two", 5.0), [[1], [2]])
    review.join(service, CLERK, whole.scan_id, [Target(each, 1, "one", 7.0) for each in ids])

    with service.database.read() as connection:
        assert documents.seconds_spent(connection, 3600.0) == (2, 12.0)


def test_what_is_changed_twice_has_each_step_in_its_history_and_waits_again(service: Context, card: documents.Stored):
    once = corrected(service, card)
    sure = review.confirm(service, REVIEWER, Target(card.id, once.stored.version), "card_number")

    third = Change("card_number", "6222021234567890144")
    fresh = review.correct(service, REVIEWER, Target(card.id, sure.stored.version), [third])

    steps = [(each.who, each.before, each.after) for each in review.history(service, CLERK, card.id, Slice())]
    assert steps == [("reviewer", OTHER_NUMBER, "6222021234567890144"), ("clerk", CARD_NUMBER, OTHER_NUMBER)]
    assert not fresh.document.accepted("card_number")
    with pytest.raises(Forbidden):
        review.confirm(service, REVIEWER, Target(card.id, fresh.stored.version), "card_number")
    last = review.confirm(service, JUDGE, Target(card.id, fresh.stored.version), "card_number")
    assert last.document.accepted("card_number")


def test_a_typed_number_is_kept_as_numbers_are_and_found_so(service: Context, card: documents.Stored):
    corrected(service, card, "6222 0212-3456 7890 136")

    (found,) = review.found_by_number(service, REVIEWER, COURT, OTHER_NUMBER, Slice())
    assert found.document.fields["card_number"].value == OTHER_NUMBER


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("amount", "1.00", "unknown_field"),
        ("card_number", {"a": 1}, "bad_value"),
        ("card_number", 1.5, "bad_value"),
        ("card_number", "about 6222", "bad_value"),
    ],
)
def test_what_is_no_value_of_the_document_is_refused(
    service: Context, card: documents.Stored, field: str, value: object, code: str
):
    with pytest.raises(Invalid) as raised:
        review.correct(service, CLERK, Target(card.id, card.version), [Change(field, value)])

    assert raised.value.code == code


def test_a_document_of_another_court_is_not_there(service: Context, card: documents.Stored):
    with pytest.raises(NotFound):
        review.look_at(service, somebody(Role.JUDGE, court="京01"), card.id)


def test_a_party_sees_and_changes_nothing(service: Context, card: documents.Stored):
    with pytest.raises(Forbidden):
        review.correct(service, somebody(Role.PARTY), Target(card.id, card.version), [Change("bank_name", "x")])


def test_another_type_keeps_what_people_wrote_and_asks_for_new_fields(service: Context, card: documents.Stored):  # S34
    fresh = corrected(service, card)

    stored = review.reclassify(service, CLERK, Target(card.id, fresh.stored.version, "it is a form"), "passbook")

    assert (stored.type, stored.klass, stored.forced) == ("passbook", "bank_account", True)
    with service.database.write() as connection:
        lease = jobs.claim(connection, "worker", 60)
        assert lease
        assert (lease.kind, lease.subject) == (Kind.EXTRACT, card.id)
        assert [each.what for each in documents.corrections(connection, [card.id])] == ["value", "class"]
        jobs.finish(connection, lease, JobState.DONE)


def test_a_type_that_is_not_known_is_refused(service: Context, card: documents.Stored):
    with pytest.raises(Invalid):
        review.reclassify(service, CLERK, Target(card.id, card.version), "menu")


def test_a_split_gives_every_page_to_exactly_one_document(service: Context):
    case_id = new_case(service)
    long = replace(paper("enforcement_ruling").document, pages=(1, 2, 3))
    (ruling,) = filed(service, case_id, [long])

    ids = review.split(service, CLERK, Target(ruling.id, ruling.version, "two papers"), [[1, 2], [3]])

    pages = [review.look_at(service, CLERK, each).document.pages for each in ids]
    assert pages == [(1, 2), (3,)]
    assert [each.stored.id for each in papers(service, case_id)] == list(ids)


@pytest.mark.parametrize("pages", [[[1], [2]], [[1, 2], [2, 3]], [[1, 2, 3], []]])
def test_a_split_that_loses_or_doubles_a_page_is_refused(service: Context, pages: list[list[int]]):
    long = replace(paper("enforcement_ruling").document, pages=(1, 2, 3))
    (ruling,) = filed(service, new_case(service), [long])

    with pytest.raises(Invalid):
        review.split(service, CLERK, Target(ruling.id, ruling.version), pages)


def test_papers_of_two_scans_are_not_joined(service: Context):
    papers = filed(service, new_case(service), [paper("bank_card").document, paper("resident_id_front").document])

    with pytest.raises(Invalid):
        review.join(service, CLERK, papers[0].scan_id, [Target(each.id, each.version) for each in papers])


def test_a_number_is_found_by_its_digest_and_stands_in_no_index(service: Context, card: documents.Stored):  # S66
    found = review.found_by_number(service, CLERK, COURT, CARD_NUMBER, Slice())

    assert [each.stored.id for each in found] == [card.id]
    assert review.found_by_number(service, CLERK, COURT, OTHER_NUMBER, Slice()) == ()
    assert CARD_NUMBER not in service.digest(COURT, CARD_NUMBER)
    assert service.digest(COURT, CARD_NUMBER) != service.digest("京01", CARD_NUMBER)


def keeping(service: Context) -> Context:
    return replace(service, blobs=MemoryBlobs())


def test_a_key_by_which_kept_numbers_are_not_found_is_told(service: Context, card: documents.Stored):
    assert not check(keeping(service)).is_other_key
    assert check(replace(keeping(service), digest_key=b"another")).is_other_key


def test_a_document_that_is_to_be_read_as_another_type_tells_of_no_other_key(service: Context, card: documents.Stored):
    review.reclassify(service, CLERK, Target(card.id, card.version), "passbook")

    assert not check(keeping(service)).is_other_key


def test_a_corrected_number_is_found_instead_of_the_misread_one(service: Context, card: documents.Stored):
    corrected(service, card)

    assert review.found_by_number(service, CLERK, COURT, CARD_NUMBER, Slice()) == ()
    assert len(review.found_by_number(service, CLERK, COURT, OTHER_NUMBER, Slice())) == 1


def test_unmasking_a_number_is_noted_with_who_and_why(service: Context, card: documents.Stored):
    value = review.unmask(service, CLERK, card.id, "card_number", "the party is on the phone")

    assert value == READY["bank_card"]["card_number"]
    with service.database.read() as connection:
        noted = happenings.since(connection, card.case_id, 0)[-1]
    assert (noted.kind, noted.who, noted.facts["why"]) == ("unmasked", "clerk", "the party is on the phone")


def test_confirming_what_nobody_changed_is_a_conflict(service: Context, card: documents.Stored):
    with pytest.raises(Conflict):
        review.confirm(service, REVIEWER, Target(card.id, card.version), "card_number")
