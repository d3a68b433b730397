"""Rules about people: the payee is the holder of the account and of the identity card, and may receive the money."""

from __future__ import annotations

from intake.domain import resident
from intake.domain.dates import FOREVER
from intake.domain.names import same_name
from intake.release import sources
from intake.release.case import CaseDocument
from intake.release.claims import (
    CONFIRMATION,
    ID_BACK,
    ID_FRONT,
    RULING,
    Claim,
    Spot,
    claim_of,
    papers,
    parties,
    read_at,
    unread,
)
from intake.release.payee import fronts, is_company
from intake.release.rules.days import day_of
from intake.release.rules.rule import Scene, Verdict, verdict

FACE = ("id_number", "birth_date", "sex")
PERIOD = ("valid_from", "valid_to")


def account_is_payees(scene: Scene) -> Verdict:
    """X1: the payee of the ruling is the holder of the account."""
    due = (Spot(RULING, "payee_name"), Spot(CONFIRMATION, "account_name"))
    payees, holders = scene.settled.stated[sources.PAYEE_NAME], scene.settled.stated[sources.ACCOUNT_NAME]
    return _all_same(payees, holders, unread(scene.case, due))


def card_is_payees(scene: Scene) -> Verdict:
    """Compare the payee of the ruling with the holder of the identity card."""
    if is_company(scene.case):
        return Verdict(passed=None)
    holders = tuple(claim for card in fronts(scene.case) for claim in read_at(card, "name"))
    due = (Spot(RULING, "payee_name"), Spot(ID_FRONT, "name"))
    return _all_same(scene.settled.stated[sources.PAYEE_NAME], holders, unread(scene.case, due))


def payee_is_applicant(scene: Scene) -> Verdict:
    """X10: the payee is one of the applicants of the ruling."""
    payees = scene.settled.stated[sources.PAYEE_NAME]
    applicants = tuple(claim for claim, _ in parties(scene.case))
    entitled = all(any(same_name(payee.value, name.value) for name in applicants) for payee in payees)
    return verdict(
        holds=entitled or not applicants,
        inputs=payees + applicants,
        waits=unread(scene.case, (Spot(RULING, "payee_name"), Spot(RULING, "applicants"))),
        computable=bool(payees and applicants),
    )


def number_fits_card(scene: Scene) -> Verdict:
    """X4: the number of the identity card agrees with the birth date and the sex on its face."""
    cards = fronts(scene.case)
    fits = [_fits(card) for card in cards]
    return verdict(
        holds=False not in fits,
        inputs=tuple(claim for card in cards for name in FACE for claim in read_at(card, name)),
        waits=(Spot(ID_FRONT, "id_number"),) if None in fits else (),
        computable=bool(cards),
    )


def card_is_valid(scene: Scene) -> Verdict:
    """X9: no identity card of the case has run out."""
    due = (Spot(ID_BACK, "valid_to"),)
    ends = claim_of(scene.case, ID_BACK, "valid_to")
    days = [day_of(end.value) for end in ends if end.value != FOREVER]
    return verdict(
        holds=all(day is None or day >= scene.case.today for day in days),
        inputs=(*ends, Claim("today", scene.case.today.isoformat())),
        waits=due if None in days else unread(scene.case, due),
        computable=bool(ends),
    )


def backs_fit_fronts(scene: Scene) -> Verdict:
    """Say whether there are as many backs of identity cards as people: a back does not tell whose it is.

    Copies of one side count once where they say the same; two people may well have equal backs.
    """
    faces, backs = papers(scene.case, ID_FRONT), papers(scene.case, ID_BACK)
    if not (faces and backs) or is_company(scene.case):
        return Verdict(passed=None)
    told = [read_at(paper, "name") for paper in faces] + [read_at(paper, "valid_to") for paper in backs]
    fits = _distinct(backs, PERIOD) <= _distinct(faces, ("id_number",)) <= len(backs)
    return Verdict(passed=fits, inputs=tuple(claim for claims in told for claim in claims))


def _distinct(sides: tuple[CaseDocument, ...], names: tuple[str, ...]) -> int:
    """Count the sides that do not say the same; one that says nothing is like no other."""
    said = [tuple(claim.value for name in names for claim in read_at(side, name)) for side in sides]
    return len({values or (side.document_id,) for side, values in zip(sides, said, strict=True)})


def identity_is_known(scene: Scene) -> Verdict:
    """S37: no earlier case had the payee's name with another number, or the number with another name."""
    names, numbers = scene.settled.claims(sources.PAYEE_NAME), scene.settled.claims(sources.ID_NUMBER)
    if not (names and numbers and scene.case.known):
        return Verdict(passed=None, inputs=names[:1] + numbers[:1])
    name, number = names[0].value, numbers[0].value
    differing = [k for k in scene.case.known if same_name(k.name, name) != (k.id_number == number)]
    before = tuple(Claim("known_identity", f"{known.name} {known.id_number}") for known in differing)
    return Verdict(passed=not differing, inputs=(names[0], numbers[0], *before))


def _all_same(left: tuple[Claim, ...], right: tuple[Claim, ...], waits: tuple[Spot, ...]) -> Verdict:
    holds = all(same_name(a.value, b.value) for a in left for b in right)
    return verdict(holds=holds, inputs=left + right, waits=waits, computable=bool(left and right))


def _fits(card: CaseDocument) -> bool | None:
    """Say whether number, birth date and sex of a card agree; None where one of them tells nothing.

    A number whose check digit fails was most likely misread and proves nothing.
    """
    text, birth, told = (next((c.value for c in read_at(card, name)), "") for name in FACE)
    number, printed = resident.parse(text), day_of(birth)
    if number is None or not number.checks:
        return None
    if printed not in {None, number.birth_date} or told not in {"", number.sex}:
        return False
    return True if printed and told else None
