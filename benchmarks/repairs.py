"""What constrained decoding makes of misread numbers: repaired, flagged with the right one first, or accepted wrong.

`python -m benchmarks.repairs 80 160` draws and reads the sheets that docs/decisions/0009 was measured on, and counts:
first as they are read once, then as they are with a second look at the doubtful ones (docs/decisions/0015).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from time import process_time

from benchmarks.drawings.misreads import Written, sheets
from intake.again import looked_again
from intake.bootstrap import Engine, engine
from intake.domain.clean import packed
from intake.domain.doctype import DocType, FieldSpec, Rule
from intake.domain.document import DocumentClass
from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line, PageText
from intake.extract import kinds
from intake.extract.fields import extract
from intake.extract.finders import Parse, field_of, lines
from intake.extract.sure import CHECKED, SURE
from intake.ports import OcrEngine, Worth, every_line
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


@dataclass(frozen=True, slots=True)
class Twice:
    """Looks at doubtful boxes again, as the product does; adds the seconds of both looks to `spent`."""

    engine: OcrEngine
    spent: list[float]

    @property
    def name(self) -> str:
        return self.engine.name

    @property
    def version(self) -> str:
        return self.engine.version

    @property
    def alphabet(self) -> Sequence[str]:
        return self.engine.alphabet

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        return self.engine.read(page, worth)

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        started = process_time()
        found = self.engine.read_boxes(page, boxes)
        between = process_time()
        again = iter(looked_again(self.engine, page, page, (), [line for line in found if line]))
        self.spent[:] = self.spent[0] + between - started, self.spent[1] + process_time() - between
        return tuple(line and next(again) for line in found)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        return self.engine.read_figures(page, boxes)


def main(first: int, end: int) -> None:
    """Print how many numbers of the sheets from `first` to `end` had each outcome, and those with one misread."""
    once, spent = engine(Engine.PPOCR, threads=1), [0.0, 0.0]
    for looks, reader in (("once", once), ("twice", Twice(once, spent))):
        counts = repairs(sheets(reader, range(first, end)))
        for name in _TYPES:
            of_kind = {key: n for key, n in counts.items() if key[0] == name}
            one = {key: n for key, n in of_kind.items() if key[1] == 1}
            print(looks, name, "all", _sums(of_kind), "one misread", _sums(one), flush=True)
    print(f"the second look took {spent[1] / spent[0]:.1%} more time of the processor")


def _sums(counts: Mapping[tuple[str, int, Outcome], int]) -> Mapping[str, int]:
    return {str(result): sum(n for key, n in counts.items() if key[2] is result) for result in Outcome}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
