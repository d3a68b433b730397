"""What was read of files becomes the documents and remarks of a case."""

from __future__ import annotations

from dataclasses import replace

from release_cases import BOX, case_of, paper

from intake.domain.document import Document, DocumentClass
from intake.domain.errors import UnreadableSource
from intake.domain.finding import Finding, Severity
from intake.domain.page import Quality
from intake.domain.reading import FileReading, PageReading
from intake.domain.text import PageText, Seal
from intake.release.case import documents_of, remarks_of
from intake.release.claims import claim_of
from intake.release.labels import paper_label

BLUR = Finding("blurred", Severity.REVIEW)


def page(number: int, *findings: Finding, seal: str = "") -> PageReading:
    seals = (Seal(seal, 0.9, BOX),) if seal else ()
    return PageReading(PageText(number, 100, 200, (), seals), 0, Quality(0.5, findings))


def reading(file: str, pages: tuple[PageReading, ...], *parts: tuple[int, ...]) -> FileReading:
    documents = tuple(Document(DocumentClass.RULING, "enforcement_ruling", 0.9, part) for part in parts)
    return FileReading(file, "0" * 64, pages, documents)


def test_documents_are_numbered_over_all_files():
    readings = [reading("a.pdf", (page(1), page(2)), (1,), (2,)), reading("b.pdf", (page(1),), (1,))]

    assert [(d.document_id, d.file) for d in documents_of(readings)] == [
        ("d1", "a.pdf"),
        ("d2", "a.pdf"),
        ("d3", "b.pdf"),
    ]


def test_a_document_has_the_seals_of_its_own_pages():
    first, second = documents_of([reading("a.pdf", (page(1), page(2, seal="法院")), (1,), (2,))])

    assert (first.seals, second.seals[0].text) == ((), "法院")


def test_what_is_wrong_with_a_page_is_a_remark():
    (remark,) = remarks_of([reading("a.pdf", (page(1), page(2, BLUR)), (1, 2))])

    assert (remark.file, remark.page, remark.finding) == ("a.pdf", 2, BLUR)


def test_a_file_that_cannot_be_read_is_a_remark():
    broken = FileReading("a.pdf", "", error=UnreadableSource("encrypted_pdf", limit="3"))

    (remark,) = remarks_of([broken])

    assert (remark.page, remark.finding) == (None, Finding("encrypted_pdf", Severity.REVIEW, facts={"limit": "3"}))


def test_a_list_of_words_claims_each():
    there = case_of(paper("enforcement_ruling", judges=("王五", "赵六")))

    assert [claim.value for claim in claim_of(there, "enforcement_ruling", "judges")] == ["王五", "赵六"]


def test_a_paper_of_which_only_the_class_is_known_is_called_by_it():
    there = paper("bank_card")
    vague = replace(there, document=replace(there.document, type=None))

    assert paper_label(case_of(vague), vague).en == "Bank account paper of unknown type"
