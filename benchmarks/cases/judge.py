"""Reads the documents of kept cases with the finders of today, and compares every key field with the truth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from benchmarks.cases.draw import Paper, Truth
from benchmarks.cases.plan import RECIPES, Condition
from intake.assembly import Said, request_of
from intake.classifier.classify import Classify
from intake.classifier.split import documents
from intake.domain.doctype import DocType
from intake.domain.document import Document, Field
from intake.domain.finding import Severity
from intake.domain.reading import FileReading, PageReading
from intake.pipeline import document_of
from intake.release.request import ReleaseRequest, Status
from intake.validate.sureness import KEY_FIELDS, LIMIT, UNCERTAIN, error_of, within

SEVERAL = "not the same on all pages"


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One key field of one paper: what is true, what was read, and whether nobody needs to look.

    `truth` is None where the paper has no such value: what is read there is wrong. `codes` are the findings that ask a
    person to look; `error` is the calibrated chance that the value is wrong; `quality` is the score of the worst page
    of the document.
    """

    case: str
    condition: Condition
    family: str
    name: str
    truth: str | None
    field: Field | None
    codes: tuple[str, ...]
    type: str | None
    error: float
    quality: float
    is_covered: bool
    hardship: str = ""

    @property
    def value(self) -> object:
        return self.field.value if self.field else None

    @property
    def is_right(self) -> bool:
        return self.truth is not None and self.value == self.truth

    @property
    def is_accepted(self) -> bool:
        return self.value is not None and not self.codes

    @property
    def is_free(self) -> bool:
        """Whether nothing but the sureness of the reading speaks against the value."""
        return self.value is not None and not set(self.codes) - {"low_confidence", UNCERTAIN}

    @property
    def is_over_thresholds(self) -> bool:
        """Whether nothing but its calibrated error speaks against the value."""
        return self.value is not None and not set(self.codes) - {UNCERTAIN}

    @property
    def is_accepted_wrong(self) -> bool:
        return self.is_accepted and not self.is_right


@dataclass(frozen=True, slots=True)
class PaperJudged:
    """One paper: what it was taken for, and whether its key fields, or all that is on it, need nobody to look."""

    case: str
    condition: Condition
    family: str
    taken_for: str | None
    is_recognised: bool
    is_straight: bool
    is_silent: bool


@dataclass(frozen=True, slots=True)
class CaseJudged:
    """One case: its key fields, its papers, and what became of its request.

    `stops` are the findings between papers that stop the hand-off: codes, and sentences that name the values.
    """

    name: str
    condition: Condition
    values: tuple[Judged, ...]
    papers: tuple[PaperJudged, ...]
    status: Status
    is_request_right: bool
    stops: tuple[tuple[str, str], ...] = ()

    def stopped_by(self, value: object) -> tuple[str, ...]:
        """Return the checks between papers that stop the case and name a value."""
        whole = re.compile(rf"(?<![\w.,]){re.escape(str(value))}(?![\w,]|\.\w)")
        return tuple(code for code, said in self.stops if value and whole.search(said))

    @property
    def is_straight(self) -> bool:
        """Whether every paper was recognised, and no key field needs a person."""
        return all(paper.is_straight for paper in self.papers)

    @property
    def is_silent(self) -> bool:
        """Whether every paper was recognised, and nothing on any needs a person."""
        return all(paper.is_silent for paper in self.papers)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges a case by what was read of its pages; see `Classify` for `classify`."""

    types: Mapping[str, DocType]
    classify: Classify

    def __call__(self, truth: Truth, read: Sequence[Sequence[PageReading]]) -> CaseJudged:
        """Judge one case; `read` holds the pages of each paper, which is a file of its own."""
        files = [self._file(str(place), pages) for place, pages in enumerate(read)]
        found = [document_for(paper, file.documents) for paper, file in zip(truth.papers, files, strict=True)]
        values, papers = [], []
        for paper, file, document in zip(truth.papers, files, found, strict=True):
            own = list(judged(truth, paper, document, min(page.quality.score for page in file.pages)))
            values += own
            papers.append(_paper(truth, paper, document, own))
        fund = RECIPES[truth.plan.recipe].fund
        request = request_of(files, Said(fund), truth.today)
        right = says_the_truth(request, truth)
        stops = tuple((f.code, f.message.en) for f in request.findings if f.rule and f.severity is Severity.BLOCK)
        plan = truth.plan
        return CaseJudged(plan.name, plan.condition, tuple(values), tuple(papers), request.status, right, stops)

    def _file(self, name: str, pages: Sequence[PageReading]) -> FileReading:
        numbered = [replace(page, text=replace(page.text, number=n)) for n, page in enumerate(pages, 1)]
        parts = documents([page.text for page in numbered], self.types, self.classify)
        found = tuple(within(document_of(part, self.types), LIMIT) for part in parts)
        return FileReading(name, sha256(name.encode()).hexdigest(), tuple(numbered), found)


def document_for(paper: Paper, found: Sequence[Document]) -> Document | None:
    """Return the document that a paper was read as: one of its type, else the one with most pages."""
    return max(found, key=lambda d: (d.type == paper.type, len(d.pages)), default=None)


def judged(truth: Truth, paper: Paper, document: Document | None, quality: float) -> Iterator[Judged]:
    """Yield the key fields that the paper has, and those that were found where it has none."""
    fields = document.fields if document else {}
    for name in KEY_FIELDS:
        wanted, field = paper.fields.get(name), fields.get(name)
        if wanted is None and (field is None or field.value is None):
            continue
        found = document.findings if document else ()
        yield Judged(
            case=truth.plan.name,
            condition=truth.plan.condition,
            family=paper.family,
            name=name,
            truth=wanted if isinstance(wanted, str) else None,
            field=field,
            codes=tuple(finding.code for finding in found if finding.about(name)),
            type=document.type if document else None,
            error=error_of(fields, name) if field else 1.0,
            quality=quality,
            is_covered=name in paper.covered,
            hardship=_hardship(paper),
        )


def _hardship(paper: Paper) -> str:
    found = set(paper.hardships)
    return SEVERAL if len(found) > 1 else "".join(found)


def says_the_truth(request: ReleaseRequest, truth: Truth) -> bool:
    """Say whether payee, account, amount and case of a request are those of the papers, as far as it names them."""
    said = {
        "name": request.payee.name, "id_number": request.payee.id_number, "account_number": request.account.number,
        "account_name": request.account.name, "amount": request.amount.value, "case_number": request.case.number,
    }  # fmt: skip
    return all(value is None or value in _true(truth, name) for name, value in said.items())


_ALIKE: Mapping[str, tuple[str, ...]] = {
    "name": ("payee_name", "name", "account_name"),
    "id_number": ("id_number", "uscc"),
    "account_number": ("account_number", "card_number"),
    "account_name": ("account_name", "payee_name"),
}


def _true(truth: Truth, name: str) -> set[object]:
    """Return what the papers of a case truly say of a value, by whatever name their fields have."""
    names = _ALIKE.get(name, (name,))
    return {paper.fields[each] for paper in truth.papers for each in names if each in paper.fields}


def _paper(truth: Truth, paper: Paper, document: Document | None, values: Sequence[Judged]) -> PaperJudged:
    taken_for = document.type if document else None
    is_recognised = taken_for == paper.type
    findings = document.findings if document else ()
    return PaperJudged(
        case=truth.plan.name,
        condition=truth.plan.condition,
        family=paper.family,
        taken_for=taken_for,
        is_recognised=is_recognised,
        is_straight=is_recognised and all(value.is_accepted for value in values),
        is_silent=is_recognised and all(finding.severity is Severity.INFO for finding in findings),
    )
