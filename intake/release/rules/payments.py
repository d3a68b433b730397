"""Rules about what was paid before: not more than is granted, not too often to one account, not to a new account."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from intake.domain.amount import text_of
from intake.domain.case_number import normalise
from intake.domain.clean import digits
from intake.domain.finding import Severity
from intake.release import sources
from intake.release.claims import CONFIRMATION, Claim, papers, read_at
from intake.release.history import Release
from intake.release.policy.policy import Weight, Window
from intake.release.rules.days import day_of
from intake.release.rules.rule import Scene, Verdict
from intake.release.stated import granted

WINDOW = timedelta(days=30)


def releases_within_grant(scene: Scene) -> Verdict:
    """X12: what was released of the case, together with this, is not more than its rulings grant."""
    amounts, orders, before = scene.settled.claims(sources.AMOUNT), granted(scene.case), _before(scene)
    if not (amounts and orders) or before is None:
        return Verdict(passed=None, inputs=amounts)
    amount = Decimal(amounts[0].value)
    paid, limit = _sum(before), min(Decimal(order.value) for order in orders) + scene.case.history.granted
    told = (Claim("released_before", text_of(paid)), Claim("granted", text_of(limit)))
    return Verdict(passed=paid + amount <= limit, inputs=(amounts[0], *told))


def instalment_is_next(scene: Scene) -> Verdict:
    """S50: the instalment that a person states is the one after those that were released."""
    part, before = scene.case.instalment, _before(scene)
    if part is None:
        return Verdict(passed=True)
    told = (Claim("instalment", str(part.number)),)
    if before is None:
        return Verdict(passed=None, inputs=told)
    return Verdict(passed=part.number == len(before) + 1, inputs=told)


def instalment_is_confirmed(scene: Scene) -> Verdict:
    """S50, S56: an instalment that one person states, another one confirms."""
    part = scene.case.instalment
    if part is None:
        return Verdict(passed=True)
    return Verdict(passed=part.confirmed_by is not None, inputs=(Claim("amount", text_of(part.amount)),))


def amount_fits_subject(scene: Scene) -> Verdict:
    """S36: what is released of the case does not differ from its subject amount by more than the policy allows.

    Exactly the allowed share is no difference. What was released before counts, where it is known. A part that a person
    states may leave something to be paid.
    """
    amounts, subject = scene.settled.claims(sources.AMOUNT), scene.case.subject_amount
    if not amounts or not subject:
        return Verdict(passed=None, inputs=amounts)
    limits, total = scene.case.policy.limits, Decimal(amounts[0].value) + _released(scene)
    weight = limits.above_subject if total > subject else limits.below_subject
    inputs = (amounts[0], Claim("released", text_of(total)), Claim("subject_amount", text_of(subject)))
    is_part = scene.case.instalment is not None and total < subject
    differs = not is_part and abs(total - subject) * 100 > limits.subject_difference_percent * subject
    if weight is Weight.OFF or not differs:
        return Verdict(passed=True, inputs=inputs)
    return Verdict(passed=False, inputs=inputs, severity=Severity(weight.value))


def account_is_not_crowded(scene: Scene) -> Verdict:
    """S35: not more releases than the policy allows go to one account within a month, over all cases."""
    numbers, releases = scene.settled.claims(sources.ACCOUNT_NUMBER), scene.case.history.releases
    if not numbers or releases is None:
        return Verdict(passed=None, inputs=numbers[:1])
    account, limits = digits(numbers[0].value), scene.case.policy.limits
    same = [r.day for r in releases if digits(r.account_number) == account]
    within = [day for day in same if _within(day, scene.case.today, limits.window)]
    inputs = (numbers[0], *(Claim("released_on", day.isoformat()) for day in sorted(within)))
    return Verdict(passed=len(within) + 1 <= limits.releases_to_one_account, inputs=inputs)


def account_is_confirmed(scene: Scene) -> Verdict:
    """X14: the account is that of the first confirmation of the case, or of a new form that was signed later."""
    numbers, first = scene.settled.claims(sources.ACCOUNT_NUMBER), scene.case.history.confirmed
    if not numbers or first is None:
        return Verdict(passed=None, inputs=numbers[:1])
    same = digits(numbers[0].value) == digits(first.account_number)
    inputs = (numbers[0], Claim("first_confirmed", first.account_number))
    return Verdict(passed=same or _confirmed_anew(scene, numbers[0].value), inputs=inputs)


def account_is_unchanged(scene: Scene) -> Verdict:
    """Ask a person about an account that a new form put in the place of the first one."""
    numbers, first = scene.settled.claims(sources.ACCOUNT_NUMBER), scene.case.history.confirmed
    if not numbers or first is None:
        return Verdict(passed=None, inputs=numbers[:1])
    same = digits(numbers[0].value) == digits(first.account_number)
    inputs = (numbers[0], Claim("first_confirmed", first.account_number))
    return Verdict(passed=same or not _confirmed_anew(scene, numbers[0].value), inputs=inputs)


def _confirmed_anew(scene: Scene, account: str) -> bool:
    """Say whether a signed confirmation of the account is younger than the first one."""
    first = scene.case.history.confirmed
    for form in papers(scene.case, CONFIRMATION):
        told = [digits(claim.value) == digits(account) for claim in read_at(form, "account_number")]
        days = [day_of(claim.value) for claim in read_at(form, "confirmed_on")]
        signed = any(claim.value == "true" for claim in read_at(form, "is_signed"))
        if first and signed and any(told) and any(day is not None and day > first.day for day in days):
            return True
    return False


def _released(scene: Scene) -> Decimal:
    return _sum(_before(scene) or [])


def _before(scene: Scene) -> list[Release] | None:
    """Return the releases of this case; None where nobody looked, or nobody knows which case it is."""
    numbers, releases = scene.settled.claims(sources.CASE_NUMBER), scene.case.history.releases
    if not numbers or releases is None:
        return None
    return [release for release in releases if _same_case(release.case_number, numbers[0].value)]


def _sum(releases: list[Release]) -> Decimal:
    return sum((release.amount for release in releases), Decimal(0))


def _same_case(known: str, number: str) -> bool:
    first, second = normalise(known), normalise(number)
    return known == number or (first is not None and first == second)


def _within(day: date, today: date, window: Window) -> bool:
    """Say whether a day lies in the window that ends today."""
    if window is Window.MONTH:
        return (day.year, day.month) == (today.year, today.month) and day <= today
    return today - WINDOW < day <= today
