"""Rules about people: the payee holds the account and the identity document, and may receive the money."""

from __future__ import annotations

from intake.domain import resident
from intake.domain.clean import digits
from intake.domain.dates import FOREVER
from intake.domain.names import same_name
from intake.release import sources
from intake.release.agent import agents, among
from intake.release.case import CaseDocument
from intake.release.claims import (
    ACCOUNT_PERMIT,
    CONFIRMATION,
    FACE,
    ID_BACK,
    ID_FRONT,
    IDENTITY,
    NOTICE,
    ORDER,
    PASSBOOK,
    PASSPORT,
    PERMIT,
    TEMPORARY,
    Claim,
    Spot,
    claims,
    papers,
    parties,
    read_at,
    unread,
)
from intake.release.parts.case import Kind
from intake.release.payee import identities, is_company, is_minor, names_of, payees
from intake.release.rules.days import day_of
from intake.release.rules.rule import Scene, Verdict, verdict

FACE_FIELDS = ("id_number", "birth_date", "sex")
PERIOD = ("valid_from", "valid_to")
GUARDIANSHIP = ("guardianship_proof", "household_register")
ENDS = tuple(Spot(kind, "valid_to") for kind in (ID_BACK, TEMPORARY, PASSPORT, PERMIT))


def account_is_payees(scene: Scene) -> Verdict:
    """X1: the holder of the account is a payee of the ruling, or acts for one under a power of attorney."""
    spots = [Spot(kind, "account_name") for kind in (CONFIRMATION, PASSBOOK, ACCOUNT_PERMIT)]
    wanted, holders = payees(scene.case), scene.settled.stated[sources.ACCOUNT_NAME]
    strangers = [c for c in holders if not among(c.value, wanted) and not among(c.value, agents(scene.case))]
    inputs, waits = wanted + holders, unread(scene.case, (Spot(ORDER, "payee_name"), *spots))
    if strangers and wanted and _may_be_guardians(scene, strangers):
        return Verdict(passed=None, inputs=inputs, waits=_guardianship(scene))
    computable = bool(wanted and holders)
    return verdict(holds=not (strangers and wanted), inputs=inputs, waits=waits, computable=computable)


def _may_be_guardians(scene: Scene, strangers: list[Claim]) -> bool:
    """Say whether a minor's money goes to one who may be the guardian: papers prove it that a person must read."""
    cards = [name for card in papers(scene.case, IDENTITY) for name in names_of(scene.case, card)]
    return is_minor(scene.case) and bool(_guardianship(scene)) and all(among(c.value, cards) for c in strangers)


def _guardianship(scene: Scene) -> tuple[Spot, ...]:
    return tuple(Spot(kind, "") for kind in GUARDIANSHIP if papers(scene.case, kind))


def card_is_payees(scene: Scene) -> Verdict:
    """Compare the payee of the ruling with the holder of the identity document."""
    if is_company(scene.case):
        return Verdict(passed=None)
    cards = identities(scene.case)
    holders = tuple(claim for card in cards for claim in names_of(scene.case, card))
    wanted = payees(scene.case)
    silent = tuple(Spot(card.document.type or "", "name") for card in cards if not names_of(scene.case, card))
    return verdict(
        holds=all(among(holder.value, wanted) for holder in holders) or not wanted,
        inputs=wanted + holders,
        waits=unread(scene.case, (Spot(ORDER, "payee_name"),)) + silent,
        computable=bool(wanted and holders),
    )


def payee_is_applicant(scene: Scene) -> Verdict:
    """X10: the payee is an applicant of the ruling, or an agent of one; a fee is paid back to either side."""
    wanted = payees(scene.case)
    sides = ("applicants", "respondents") if scene.case.kind is Kind.FEE_REFUND else ("applicants",)
    entitled = tuple(claim for side in sides for claim, _ in parties(scene.case, side))
    may = entitled + agents(scene.case)
    notices = all(paper.document.type == NOTICE for paper in papers(scene.case, ORDER))
    due = (Spot(ORDER, "payee_name"), *(() if notices else (Spot(ORDER, "applicants"),)))
    return verdict(
        holds=all(among(payee.value, may) for payee in wanted) or not entitled,
        inputs=wanted + may,
        waits=unread(scene.case, due),
        computable=bool(wanted and entitled),
    )


def number_fits_card(scene: Scene) -> Verdict:
    """X4: the number of every identity card agrees with the birth date and the sex on its face."""
    cards = identities(scene.case, FACE)
    fits = [_fits(card) for card in cards]
    return verdict(
        holds=False not in fits,
        inputs=tuple(claim for card in cards for name in FACE_FIELDS for claim in read_at(card, name)),
        waits=(Spot(FACE, "id_number"),) if None in fits else (),
        computable=bool(cards),
    )


def card_is_valid(scene: Scene) -> Verdict:
    """X9: no identity document of the case has run out."""
    due = tuple(spot for spot in ENDS if papers(scene.case, spot.type))
    ends = claims(scene.case, due)
    days = [day_of(end.value) for end in ends if end.value != FOREVER]
    waits = tuple(spot for spot in due if any(_is_no_day(claim) for claim in claims(scene.case, (spot,))))
    return verdict(
        holds=all(day is None or day >= scene.case.today for day in days),
        inputs=(*ends, Claim("today", scene.case.today.isoformat())),
        waits=waits or unread(scene.case, due),
        computable=bool(ends),
    )


def _is_no_day(claim: Claim) -> bool:
    return claim.value != FOREVER and day_of(claim.value) is None


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
    name, number = names[0].value, digits(numbers[0].value)
    differing = [k for k in scene.case.known if same_name(k.name, name) != (digits(k.id_number) == number)]
    before = tuple(Claim("known_identity", f"{known.name} {known.id_number}") for known in differing)
    return Verdict(passed=not differing, inputs=(names[0], numbers[0], *before))


def _fits(card: CaseDocument) -> bool | None:
    """Say whether number, birth date and sex of a card agree; None where one of them tells nothing.

    A number whose check digit fails was most likely misread and proves nothing.
    """
    text, birth, told = (next((c.value for c in read_at(card, name)), "") for name in FACE_FIELDS)
    number, printed = resident.parse(text), day_of(birth)
    if number is None or not number.checks:
        return None
    if printed not in {None, number.birth_date} or told not in {"", number.sex}:
        return False
    return True if printed and told else None
