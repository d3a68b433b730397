"""A notice is printed in a process of its own, and what stands in it can be read."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from release_cases import TODAY, ready_case

from intake.domain.errors import Unavailable
from intake.domain.messages import Language
from intake.release.assemble import assemble
from intake.release.notice import Notice, notice_of
from intake.release.workdays import Due
from intake.show import press

pytestmark = pytest.mark.integration


def made() -> Notice:
    notice = notice_of(assemble(ready_case("resident_id_front")), TODAY, Due(date(2026, 7, 8)), Language.ZH)
    assert notice
    return notice


def test_a_printed_notice_says_what_the_notice_says():
    printed = press.printed(made())

    page = pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_bounded()
    assert printed == press.printed(made())
    assert "".join(made().title.split()) in "".join(page.split())


def test_a_press_that_fails_is_away_for_now(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(press, "SECONDS", 0.01)

    with pytest.raises(Unavailable):
        press.printed(made())
