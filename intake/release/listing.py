"""Builds the one list: all that is missing, contradictory or doubtful, each once, in the order of dealing with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from intake.domain.document import Document, DocumentClass
from intake.domain.finding import Finding, Severity
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import ID_BACK, ID_FRONT, ORDER, Claim, Spot, papers, read_at, types_of
from intake.release.labels import field_label, place, printable, title, words
from intake.release.parts.finding import Action, ListedFinding, Place, Text
from intake.release.payee import holders, is_company, several
from intake.release.request import NEEDED
from intake.release.rules.materials import Lack, absent
from intake.release.rules.matrix import MATERIALS
from intake.release.rules.rule import Result
from intake.release.settle import Settled
from intake.release.sources import ACCOUNT_NAME, COURT_CODE, ID_NUMBER, ID_TYPE, SOURCES

OWN_WORDS = {COURT_CODE: "no_court_code", ACCOUNT_NAME: "no_account_holder"}
UNREAD = frozenset({"missing", "unreadable_value"})  # findings that a better paper mends
OTHER_SIDE = {ID_BACK: ID_FRONT, ID_FRONT: ID_BACK}
TWICE = 2  # pages of one side of a card, and none of the other: one of them was meant to be it
WHOSE = frozenset({ID_TYPE, ID_NUMBER})
"""Of several payees it is the holder of the account whose number counts: without an account there is no such person."""
STRANGERS = frozenset({"not_a_document"})
"""Remarks that ask nobody anything in a case: a view among the papers is none of them, and what lacks is listed."""
SAME_PAPER = {
    "X3": frozenset({"amount_words_differ"}),
    "X11": frozenset({"seal_missing"}),
    "X4": frozenset({"birth_date_differs", "sex_differs"}),
    "X5": frozenset({"issuer_differs", "cnaps_bank_differs"}),
    "X7": frozenset({"case_number_court"}),
    "X13": frozenset({"case_number_after_date"}),
    "debit_card": frozenset({"credit_card_account"}),
}
"""Rules that also look within one paper, and the findings of that paper alone that already say the same."""

STRONGER = {
    "id_check_digit": frozenset({"id_number_check_digit"}),
    "card_check_digit": frozenset({"card_check_digit"}),
}
"""Rules that know more than the findings of single papers, which they then replace."""

ANSWERS = frozenset({"true", "false"})
ACTIONS, SEVERITIES = tuple(Action), tuple(Severity)


def listing(case: CaseInput, settled: Settled, results: Sequence[Result]) -> tuple[ListedFinding, ...]:
    """Return the list, without doubles."""
    found = [*_materials(case), *_remarks(case), *_documents(case)]
    failed = [(result, line) for result in results for line in _failure(case, result)]
    weaker = frozenset(code for result, _ in failed for code in STRONGER.get(result.rule.name, ()))
    found = [line for line in found if line.code not in weaker]
    found += [line for result, line in failed if not _said(result, found)]
    for line in (*_obstacles(case, results), *_values(case, settled)):
        if not _known(line, found):
            found.append(line)
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def _rank(line: ListedFinding) -> tuple[int, int]:
    """Sort by what must be done, then by how bad it is; what is equal keeps the order of the papers."""
    return ACTIONS.index(line.action), SEVERITIES.index(line.severity)


def _materials(case: CaseInput) -> Iterator[ListedFinding]:
    for lack in absent(case):
        label = _name_of(case, lack)
        spot = Place(document_id=None, file=None, page=None, field=None, label=label)
        same = papers(case, OTHER_SIDE.get(lack.type or "", ""))
        if len(same) < TWICE:
            yield _line(MATERIALS.code, Action.PROVIDE, (spot,), words(MATERIALS.code, {}, label), rule=MATERIALS.name)
            continue
        spots = (spot, *(place(case, paper, None) for paper in same))
        text = words("wrong_side", {"n": str(len(same))}, label)
        yield _line("wrong_side", Action.PROVIDE, spots, text, rule=MATERIALS.name)


def _name_of(case: CaseInput, lack: Lack) -> Text:
    """Return what people call what is missing: the paper, or all that the requirement would take in its place."""
    if lack.type:
        return title(case, lack.type)
    asked = case.policy.requirements[lack.requirement]
    return Text(zh=asked.zh, en=asked.en)


def _remarks(case: CaseInput) -> Iterator[ListedFinding]:
    for remark in case.remarks:
        finding = remark.finding
        if finding.severity is Severity.INFO or finding.code in STRANGERS:
            continue
        file = printable(remark.file)
        spot = Place(document_id=None, file=file, page=remark.page, field=None, label=Text(zh=file, en=file))
        text = words(finding.code, finding.facts)
        yield _line(finding.code, Action.PROVIDE, (spot,), text, severity=finding.severity)


def _documents(case: CaseInput) -> Iterator[ListedFinding]:
    for paper in case.documents:
        yield from _doubts(case, paper)
        yield from (_own(case, paper, same) for same in _alike(paper.document.findings))


def _alike(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Put together what says the same of several fields, such as that two of them differ; leave out what only tells."""
    told: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        if finding.severity is not Severity.INFO:
            about = tuple(sorted(finding.facts.items())) or finding.field
            told.setdefault((finding.code, finding.severity, about), []).append(finding)
    return tuple(tuple(same) for same in told.values())


def _doubts(case: CaseInput, paper: CaseDocument) -> Iterator[ListedFinding]:
    """Say that nobody can tell what a paper is, or only its class."""
    code = _doubt(paper.document)
    if code:
        spot = place(case, paper, None)
        yield _line(code, Action.CHECK, (spot,), words(code, {}, spot.label))


def _doubt(document: Document) -> str | None:
    if document.klass is None:
        return "paper_unknown"
    return "paper_type_unknown" if document.type is None and document.klass is not DocumentClass.OTHER else None


def _own(case: CaseInput, paper: CaseDocument, same: Sequence[Finding]) -> ListedFinding:
    """List what is wrong with one paper alone: one line for what is said of several of its fields."""
    first = same[0]
    spots = tuple(dict.fromkeys(place(case, paper, finding.field) for finding in same))
    text = words(first.code, first.facts, spots[0].label)
    return _line(first.code, _action(first), spots, text, severity=first.severity)


def _action(finding: Finding) -> Action:
    if finding.code in UNREAD:
        return Action.PROVIDE
    return Action.CORRECT if finding.severity is Severity.BLOCK else Action.CHECK


def _failure(case: CaseInput, result: Result) -> Iterator[ListedFinding]:
    """List a rule that failed; missing papers have lines of their own."""
    rule = result.rule
    if result.verdict.passed is False and rule is not MATERIALS:
        text = words(rule.code, {"values": _values_of(result.verdict.inputs)})
        spots = _places(case, result.verdict.blamed or result.verdict.inputs)
        yield _line(rule.code, rule.action, spots, text, severity=result.severity, rule=rule.name)


def _obstacles(case: CaseInput, results: Iterable[Result]) -> Iterator[ListedFinding]:
    """List what rules wait for that could not compute."""
    for result in results:
        for spot in result.obstacles:
            for at in _silent(case, spot):
                yield _line(
                    "cannot_compare", Action.CHECK, (at,), words("cannot_compare", {}, at.label), rule=result.rule.name
                )


def _values(case: CaseInput, settled: Settled) -> Iterator[ListedFinding]:
    """List needed values that no paper gives; where the paper itself is missing, that is said already."""
    lacking = {kind for lack in absent(case) for kind in lack.types}
    for path in NEEDED:
        first = SOURCES[path][0]
        if path in WHOSE and several(case) and not holders(case):
            continue
        is_said = not papers(case, first.type) and lacking & set(types_of(case, first.type))
        if settled.value(path) is None and not is_said:
            yield _value(case, path, SOURCES[path])


def _value(case: CaseInput, path: str, spots: Sequence[Spot]) -> ListedFinding:
    """List a value that is not there, at the paper that should give it first."""
    asked = [s for s in spots if s.type == ORDER] if path.startswith("/payee/") and is_company(case) else spots
    there = [place(case, paper, spot.field) for spot in asked for paper in papers(case, spot.type)]
    nowhere = Place(
        document_id=None,
        file=None,
        page=None,
        field=asked[0].field,
        label=field_label(case, types_of(case, asked[0].type)[0], asked[0].field),
    )
    spot = there[0] if there else nowhere
    code = OWN_WORDS.get(path, "missing")
    return _line(code, Action.PROVIDE, (spot,), words(code, {}, spot.label))


def _silent(case: CaseInput, spot: Spot) -> tuple[Place, ...]:
    """Return the papers that do not say what they should at `spot`; all of them where each says something useless."""
    there = papers(case, spot.type)
    silent = tuple(paper for paper in there if not read_at(paper, spot.field))
    return tuple(place(case, paper, spot.field) for paper in silent or there)


def _places(case: CaseInput, inputs: Sequence[Claim]) -> tuple[Place, ...]:
    found = [place(case, claim.paper, claim.name) for claim in inputs if claim.paper is not None]
    return tuple(dict.fromkeys(found))


def _values_of(inputs: Sequence[Claim]) -> str:
    """Return what was compared, each once; a yes or no is said by the sentence itself."""
    return " / ".join(dict.fromkeys(claim.value for claim in inputs if claim.value not in ANSWERS))


def _said(result: Result, found: Sequence[ListedFinding]) -> bool:
    """Say whether the findings of the papers alone already tell what a rule found."""
    same = SAME_PAPER.get(result.rule.name, frozenset())
    return any(line.code in same for line in found)


def _known(line: ListedFinding, found: Sequence[ListedFinding]) -> bool:
    """Say whether the list already sends the person to the place of `line`."""
    seen = {(spot.document_id, spot.field) for other in found for spot in other.places}
    return all((spot.document_id, spot.field) in seen for spot in line.places)


def _line(  # noqa: PLR0913 a parameter for each member of the line
    code: str,
    action: Action,
    places: tuple[Place, ...],
    message: Text,
    *,
    severity: Severity = Severity.REVIEW,
    rule: str | None = None,
) -> ListedFinding:
    return ListedFinding(code=code, severity=severity, action=action, rule=rule, places=places, message=message)
