"""What the machine read of a document, as the JSON that is kept: nothing of it is ever changed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from intake.domain.document import Document, Value
from intake.domain.errors import Invalid
from intake.domain.finding import Finding
from intake.domain.reading import PageReading
from intake.domain.text import Seal
from intake.release.case import Remark

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PageRemark:
    """What is wrong with a page of the document's scan."""

    page: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Machine:
    """A document as it was read, with the seals and the remarks of its pages."""

    document: Document
    seals: tuple[Seal, ...] = ()
    remarks: tuple[PageRemark, ...] = ()

    def remarks_in(self, file: str) -> tuple[Remark, ...]:
        """Return what is wrong with the pages, as a release request names it."""
        return tuple(Remark(file, remark.page, remark.finding) for remark in self.remarks)


_MACHINE = TypeAdapter(Machine)
_VALUE: TypeAdapter[Value | None] = TypeAdapter(Value | None)


def machine_json(machine: Machine) -> Json:
    kept: Json = _MACHINE.dump_python(machine, mode="json")
    return kept


def machine_of(kept: Json) -> Machine:
    return _MACHINE.validate_python(kept)


def value_json(value: Value | None) -> object:
    kept: object = _VALUE.dump_python(value, mode="json")
    return kept


def value_of(kept: object) -> Value | None:
    """Return the value of a field that a person or the database gives. Raises Invalid `bad_value`."""
    try:
        return _VALUE.validate_python(kept)
    except ValidationError as error:
        raise Invalid("bad_value") from error


def blank_machine(pages: tuple[int, ...]) -> Machine:
    """Return a document of which nothing is known yet but its pages."""
    return Machine(Document(klass=None, type=None, confidence=0.0, pages=pages))


def seals_of(pages: Sequence[PageReading]) -> tuple[Seal, ...]:
    return tuple(seal for page in pages for seal in page.text.seals)


def remarks_of(pages: Sequence[PageReading]) -> tuple[PageRemark, ...]:
    return tuple(PageRemark(page.text.number, finding) for page in pages for finding in page.quality.findings)
