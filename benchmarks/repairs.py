"""What constrained decoding makes of misread numbers: repaired, flagged with the right one first, or accepted wrong.

`python -m benchmarks.repairs 80 160` draws and reads the sheets that docs/decisions/0009 was measured on, and counts.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from benchmarks.drawings.misreads import Written, sheets
from intake.bootstrap import Engine, engine
from intake.domain.clean import packed
from intake.domain.doctype import DocType, FieldSpec, Rule
from intake.domain.document import DocumentClass
from intake.domain.text import Line, PageText
from intake.extract import kinds
from intake.extract.fields import extract
from intake.extract.finders import Parse, field_of, lines
from intake.extract.sure import CHECKED, SURE
from intake.validate.account import valid_card, valid_cnaps
from intake.validate.confidence import confident
from intake.validate.court import valid_case_number
from intake.validate.identity import valid_credit_code, valid_resident_number


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    REPAIRED = "repaired"
    """Accepted as something else than was read."""
    ASKED = "asked"
    """A person is asked, and sees the right number: as read, or as the suggestion."""
    UNKNOWN = "unknown"
    """A person is asked, and does not see the right number."""
    WRONG = "wrong"
    """Accepted, and not what is written."""


_TYPES: Mapping[str, tuple[Parse, Rule, float]] = {
    "id_number": (kinds.resident_number, valid_resident_number("id_number"), CHECKED),
    "card_number": (kinds.card_number, valid_card("card_number"), CHECKED),
    "uscc": (kinds.credit_code, valid_credit_code("uscc"), CHECKED),
    "cnaps_code": (kinds.clearing_code, valid_cnaps("cnaps_code"), CHECKED),
    "case_number": (kinds.case, valid_case_number("case_number"), SURE),
}


def repairs(numbers: Iterable[Written]) -> Mapping[tuple[str, int, Outcome], int]:
    """Count the outcomes by kind and by how many characters were misread; -1 where some were lost or doubled."""
    return Counter((w.kind, misread(w), outcome(w)) for w in numbers)


def misread(written: Written) -> int:
    """Return how many characters of a number the reader got wrong; -1 where they are not as many as are written."""
    truth, read = _plain(written.truth), _plain(written.line.text if written.line else "")
    return sum(a != b for a, b in zip(truth, read, strict=True)) if len(truth) == len(read) else -1


def outcome(written: Written) -> Outcome:
    """Say what becomes of a number in a document that has nothing else."""
    parse, rule, threshold = _TYPES[written.kind]
    spec = FieldSpec("", "", field_of(lines, parse), required=True)
    kind = DocType(
        "", "", "", DocumentClass.OTHER, {}, {written.kind: spec}, (rule, confident(SURE, {written.kind: threshold}))
    )
    fields, findings = extract(kind, (_page(written.line),))
    field = fields.get(written.kind)
    if not any(finding.about(written.kind) for finding in findings) and field:
        is_right = _same(field.value, written.truth)
        return (Outcome.REPAIRED if field.repaired else Outcome.ACCEPTED) if is_right else Outcome.WRONG
    seen = (field.suggestion, field.value) if field else ()
    return Outcome.ASKED if any(_same(value, written.truth) for value in seen) else Outcome.UNKNOWN


def _same(value: object, truth: str) -> bool:
    return _plain(str(value)) == _plain(truth)


def _plain(text: str) -> str:
    return packed(text).upper()


def _page(line: Line | None) -> PageText:
    return PageText(1, 1000, 1000, (line,) if line else ())


def main(first: int, end: int) -> None:
    """Print how many numbers of the sheets from `first` to `end` had each outcome, and those with one misread."""
    counts = repairs(sheets(engine(Engine.PPOCR, threads=1), range(first, end)))
    for name in _TYPES:
        of_kind = {key: n for key, n in counts.items() if key[0] == name}
        print(name, "all", _sums(of_kind), "one misread", _sums({key: n for key, n in of_kind.items() if key[1] == 1}))


def _sums(counts: Mapping[tuple[str, int, Outcome], int]) -> Mapping[str, int]:
    return {str(result): sum(n for key, n in counts.items() if key[2] is result) for result in Outcome}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
