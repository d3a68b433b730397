"""The JSON of `intake read` is what contract v1 says."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.doctype import DocType, FieldSpec
from intake.domain.document import Candidate, Document, DocumentClass, Field, FieldState, Party
from intake.domain.errors import UnreadableSource
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad, Rect
from intake.domain.messages import Language
from intake.domain.page import Quality
from intake.domain.reading import FileReading, PageReading
from intake.domain.text import PageText, Seal, plain_line
from intake.show.json import file_json, value_json
from intake.show.words import Words

BOX = Quad.of_rect(Rect(0, 0, 40.04, 10))
CARD = DocType(
    name="card",
    title="卡",
    title_en="Card",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={},
    fields={"card_number": FieldSpec("卡号", "Card number", lambda _pages: None)},
)
WORDS = Words({"card": CARD}, Language.ZH)
NUMBER = Field("6222", "6222", 0.98765, FieldState.READ, 1, BOX)
TEXT = PageText(1, 100, 50, (plain_line("卡号", BOX, confidence=0.5),), (Seal("法院", 0.8, BOX),))
DOCUMENT = Document(DocumentClass.BANK_ACCOUNT, "card", 0.97, (1,), fields={"card_number": NUMBER})
READING = FileReading("a.jpg", "ab", (PageReading(TEXT, 90, Quality(0.93)),), (DOCUMENT,), ms={"total": 5})


def _json(reading: FileReading, *, lines: bool = True) -> dict:
    return file_json(reading, WORDS, lines=lines)


def test_a_page_says_how_it_was_turned_and_what_stands_on_it():
    page = _json(READING)["pages"][0]

    assert (page["number"], page["width"], page["height"], page["rotation"]) == (1, 100, 50, 90)
    assert page["lines"] == [{"text": "卡号", "confidence": 0.5, "box": [[0, 0], [40.0, 0], [40.0, 10], [0, 10]]}]
    assert page["seals"][0]["text"] == "法院"


def test_a_page_says_how_probable_each_fault_of_its_picture_is():
    page = replace(READING.pages[0], quality=Quality(0.5, labels={"glare": 0.98765, "screen": 0.00001}))

    quality = _json(replace(READING, pages=(page,)))["pages"][0]["quality"]

    assert quality == {"score": 0.5, "findings": [], "labels": {"glare": 0.988, "screen": 0.0}}


def test_lines_can_be_left_out():
    assert "lines" not in _json(READING, lines=False)["pages"][0]


def test_a_field_without_a_finding_is_accepted():
    field = _json(READING)["documents"][0]["fields"]["card_number"]

    assert field["accepted"] is True
    assert field["confidence"] == 0.9877
    assert field["suggestion"] is None


def test_a_field_with_a_review_finding_is_not_accepted_and_says_why():
    doubtful = replace(DOCUMENT, findings=(Finding("low_confidence", Severity.REVIEW, "card_number"),))

    document = _json(replace(READING, documents=(doubtful,)))["documents"][0]

    assert document["fields"]["card_number"]["accepted"] is False
    assert document["findings"][0]["message"] == "“卡号”识别把握不足，请核对。"


def test_a_field_with_an_info_finding_is_accepted():
    told = replace(DOCUMENT, findings=(Finding("low_confidence", Severity.INFO, "card_number"),))

    document = _json(replace(READING, documents=(told,)))["documents"][0]

    assert document["fields"]["card_number"]["accepted"] is True


def test_cannot_tell_has_no_class_and_its_guesses():
    unknown = Document(None, None, 0.4, (1,), candidates=(Candidate(DocumentClass.OTHER, None, 0.4),))

    document = _json(replace(READING, documents=(unknown,)))["documents"][0]

    assert (document["class"], document["type"]) == (None, None)
    assert document["candidates"] == [{"class": "other", "type": None, "confidence": 0.4}]


def test_a_file_that_cannot_be_read_has_empty_lists_and_a_sentence():
    broken = _json(FileReading("b.pdf", "", error=UnreadableSource("empty_file")))

    assert broken["error"]["code"] == "empty_file"
    assert broken["error"]["message"]
    assert (broken["pages"], broken["documents"]) == ([], [])


def test_a_party_says_only_what_the_paper_says():
    assert value_json((Party("张三", address="杭州"),)) == [{"name": "张三", "address": "杭州"}]


def test_a_region_is_four_corners():
    part = replace(DOCUMENT, region=BOX)

    assert len(_json(replace(READING, documents=(part,)))["documents"][0]["region"]) == 4
