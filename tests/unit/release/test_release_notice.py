"""The notice to a party says all at once, in plain words, with the day it is due, and nothing of inner checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from fact_cases import clean
from release_cases import case_of, noted, paper, ready_case, replaced

from intake.domain.finding import Finding, Severity
from intake.domain.messages import Language
from intake.release.assemble import assemble
from intake.release.case import CaseInput, Remark
from intake.release.history import Identity
from intake.release.notice import Notice, notice_of
from intake.release.parts.case import Kind
from intake.release.policy.policy import Year
from intake.release.workdays import Due, due
from intake.show import notice as shown
from intake.show.paper import pdf

FORM, BACK, RULING = "account_confirmation", "resident_id_back", "enforcement_ruling"
TODAY, DUE = date(2026, 7, 1), Due(date(2026, 7, 10))
DOUBT = Finding("low_confidence", Severity.REVIEW, "name")


def faulty() -> CaseInput:
    """Make a case with something to bring, to mend, to look at, for the court, and for its inner checks."""
    changed = {FORM: {"account_name": "李四", "case_number": "（2026）浙0106执1235号"}}
    case = ready_case(BACK, changed, known=(Identity("张三", "34052419800101001X"),))
    ruling = noted(case.documents[0], Finding("low_confidence", Severity.REVIEW, "amount"))
    return replaced(replaced(case, ruling), noted(case.documents[1], DOUBT))


def told(case: CaseInput, until: Due = DUE, language: Language = Language.ZH) -> Notice:
    notice = notice_of(assemble(case), TODAY, until, language)
    assert notice is not None
    return notice


def test_everything_stands_in_one_notice_under_what_is_to_be_done():
    sections = told(faulty()).sections

    assert [s.heading[0] for s in sections] == ["一", "二", "三", "四"]
    assert [len(s.items) for s in sections] == [1, 2, 1, 2]


def test_the_notice_names_party_case_court_and_days():
    notice = told(faulty())

    assert notice.addressee == "张三："
    assert "（2026）浙0106执1234号" in notice.opening
    assert "2026年7月10日" in notice.deadline
    assert (notice.court, notice.dated, notice.caveat) == ("浙江省杭州市西湖区人民法院", "2026年7月1日", None)


def test_inner_checks_are_counted_and_not_told():
    text = shown.text(told(faulty()))

    assert "另有 1 项由本院内部核对。" in text
    assert "34052419800101001X" not in text
    assert "以往案件" not in text


def test_a_doubt_is_said_in_words_for_a_party():
    text = shown.text(told(faulty()))

    assert "没有看清楚。（见 resident_id_front.jpg 第 1 页）" in text
    assert "把握" not in text


def test_what_the_court_wrote_asks_nothing_of_the_party():
    ours = told(faulty()).sections[-1].items

    assert ours[0] == "本院文书上的“amount”。（见 enforcement_ruling.jpg 第 1 页）"


def test_what_no_paper_says_is_told_in_its_own_words():
    case = case_of(paper("resident_id_front"), kind=Kind.FEE_REFUND, case_number="（2026）浙0106执1234号")

    assert "款项种类与案号类型不符" in told(case).sections[-1].items[0]


def test_folders_of_the_court_are_not_named():
    case = faulty()
    moved = replace(case.documents[1], file="cases/2026/scans/a.jpg")

    assert "（见 a.jpg 第 1 页）" in shown.text(told(replaced(case, moved)))


def test_an_unknown_number_leaves_room_to_write():
    assert "＿＿＿＿" in told(ready_case(RULING, {FORM: {"case_number": None}})).opening


def test_an_unknown_payee_and_court_have_words_of_their_own():
    notice = told(ready_case(RULING))

    assert (notice.addressee, notice.court) == ("当事人：", "本院")


def test_a_file_as_a_whole_is_named():
    remark = Remark("a.pdf", None, Finding("encrypted_pdf", Severity.REVIEW))

    assert "（见 a.pdf）" in shown.text(told(ready_case(remarks=(remark,))))


@pytest.mark.parametrize(
    "case",
    [
        ready_case(),
        ready_case(changed={RULING: {"has_seal": False}}),
        ready_case(known=(Identity("张三", "34052419800101001X"),)),
    ],
    ids=["ready", "only the court's own", "only an inner check"],
)
def test_nothing_for_the_party_is_no_notice(case: CaseInput):
    assert notice_of(assemble(case), TODAY, DUE, Language.ZH) is None


def test_a_day_in_a_year_that_nobody_knows_says_so():
    notice = told(faulty(), due(date(2026, 12, 24), 7, {}))

    assert "2027年1月5日" in notice.deadline
    assert notice.caveat is not None
    assert "2027年" in notice.caveat


def test_the_notice_speaks_english_too():
    notice = told(faulty(), language=Language.EN)

    assert notice.title == "Notice: please complete your papers"
    assert "2026-07-10" in notice.deadline
    assert [s.heading[:2] for s in notice.sections] == ["1.", "2.", "3.", "4."]


DAYS = {
    "over a weekend": (date(2026, 7, 3), 1, Due(date(2026, 7, 6))),
    "over 国庆": (date(2026, 9, 30), 1, Due(date(2026, 10, 8))),
    "on a Sunday that is worked": (date(2026, 9, 19), 1, Due(date(2026, 9, 20))),
    "into a year that nobody knows": (date(2026, 12, 31), 1, Due(date(2027, 1, 4), (2027,))),
    "over a fixed holiday of such a year": (date(2030, 4, 30), 1, Due(date(2030, 5, 3), (2030,))),
    "before the calendar begins": (date(1990, 1, 5), 1, Due(date(1990, 1, 8), (1990,))),
}


@pytest.mark.parametrize(("start", "days", "expected"), DAYS.values(), ids=DAYS.keys())
def test_a_day_is_due_by_working_days(start: date, days: int, expected: Due):
    assert due(start, days, {}) == expected


def test_the_table_of_the_court_goes_before_the_calendar():
    year = Year(holidays=(date(2027, 1, 4),), working_days=(date(2027, 1, 2),))

    assert due(date(2027, 1, 1), 2, {"2027": year}) == Due(date(2027, 1, 5))


def test_the_pdf_says_what_the_text_says():
    notice = told(faulty(), due(date(2026, 12, 24), 7, {}))
    document = pypdfium2.PdfDocument(pdf(notice))
    page = document[0].get_textpage().get_text_range()
    words = "".join(page.split())

    lines = [line for line in shown.text(notice).splitlines() if line.strip()]

    missing = [line for line in lines if "".join(line.split()).replace("＿", "") not in words.replace("＿", "")]
    assert (len(document), missing) == (1, [])


def test_the_same_notice_gives_the_same_pdf():
    assert pdf(told(faulty())) == pdf(told(faulty()))


def test_a_long_notice_goes_on_on_the_next_page():
    remarks = tuple(Remark(f"{n}.pdf", None, Finding("encrypted_pdf", Severity.REVIEW)) for n in range(60))

    document = pypdfium2.PdfDocument(pdf(told(ready_case(remarks=remarks))))

    assert len(document) > 1


HOSTILE = {
    "marks of markup": ("<b>张三</b>&amp;", "<b>张三</b>&amp;"),
    "right-to-left marks": ("张\u202e三\u200f", "张三"),
    "control characters": ("张\x00三\x07", "张三"),
    "SQL": ("' OR 1=1 --", "' OR 1=1 --"),
}


@pytest.mark.parametrize(("name", "written"), HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_written_as_text(name: str, written: str):
    case = ready_case(BACK, {RULING: {"payee_name": name}})
    page = pypdfium2.PdfDocument(pdf(told(case)))[0].get_textpage().get_text_range()

    assert written in shown.text(told(case))
    assert "".join(written.split()) in "".join(page.split())


def test_a_character_that_the_font_lacks_is_a_mark_in_the_pdf_and_itself_in_the_text():
    case = ready_case(BACK, {RULING: {"payee_name": "张𠮷"}})
    page = pypdfium2.PdfDocument(pdf(told(case)))[0].get_textpage().get_text_range()

    assert "张𠮷" in shown.text(told(case))
    assert "张〓" in page


def test_a_company_is_told_by_its_name():
    case = clean("company", 3)
    kept = tuple(d for d in case.documents if d.document.type != "receipt")

    assert told(replace(case, documents=kept)).addressee.endswith("有限公司：")
