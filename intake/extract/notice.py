"""Reads notices of courts: whose case it is, how much is to be paid or paid back, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.domain import dates
from intake.domain.document import Field, Party
from intake.domain.text import PageText
from intake.extract import rules
from intake.extract.accounts import GOES_ON, account_number, passing_card_number
from intake.extract.causes import CAUSE
from intake.extract.court_paper import HEADING
from intake.extract.finders import Reading, chosen, field_of, first_of, lines, noticed, otherwise, running, seen
from intake.extract.kinds import hanzi_date, name
from intake.extract.labels import Place, after_label
from intake.extract.paper import APPLICANTS, RESPONDENTS
from intake.extract.parse import spelled, tidy
from intake.extract.running import NOTHING, Running, joined, of_line, of_pages
from intake.extract.sums import main_sum, main_sum_in_words

_LABELS = (
    *(
        "案号",
        "案由",
        "事由",
        "备注",
        "金额",
        "应缴金额",
        "应交金额",
        "缴款金额",
        "退款金额",
        "退费金额",
        "大写",
        "金额大写",
    ),
    *("户名", "账户名称", "收款人", "收款单位", "收款人名称", "领款人", "账号", "帐号", "收款账号", "银行账号", "卡号"),
    *(
        "开户行",
        "开户银行",
        "缴款人",
        "交款人",
        "当事人",
        "联系人",
        "联系电话",
        "承办法官",
        "期限",
        "缴款期限",
        *APPLICANTS,
        *RESPONDENTS,
    ),
)
_HOLDER = field_of(
    after_label("户名", "账户名称", "收款人", "收款单位", "收款人名称", "领款人", among=_LABELS, wraps=1), name
)
_PAID_IN = field_of(
    after_label("当事人", "交款人", "缴款人", "交费人", "缴费人", "预交人", "退费人", among=_LABELS, wraps=1), name
)
_BACK = re.compile("退费|退款|退还")
_SLIPPED = re.compile("[^\\W编文票单案证书\\d]号:[0-9]{15,19}")


def _slipped(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search lines whose label is 账号 or 卡号 with its first character misread, and the number of a card behind it."""
    return tuple(place for place in lines(pages) if _SLIPPED.fullmatch(place.written.text))


_ACCOUNT = otherwise(
    field_of(
        after_label("账号", "帐号", "收款账号", "银行账号", "卡号", among=_LABELS, goes_on=GOES_ON), account_number
    ),
    field_of(_slipped, passing_card_number),
)
_PUBLIC = re.compile("法院|财政|非税|国库|中央级|结算专户")

_HAN = "\u4e00-\u9fff"
_YOU = "你(?:们|单位|公司|方|院)?"
_ROLE = f"(?:{'|'.join(sorted((*APPLICANTS, *RESPONDENTS), key=len, reverse=True))})"
_WHO = rf"[{_HAN}][{_HAN}()·]{{1,39}}?"
_CASE = re.compile(
    rf"(?:本院)?(?:已|现|在)?(?:受理|收到|关于|就|执行|审理|办理)?(?:的|了)?{_ROLE}?(?P<first>{_YOU}|{_WHO})(?:与|诉|申请执行){_ROLE}?"
    rf"(?:(?P<second>{_YOU})(?P<cause>[{_HAN}、]{{2,30}}?)|(?P<other>{_WHO})(?P<known>{CAUSE}))一案"
)
_NAME = re.compile(rf"[{_HAN}][{_HAN}A-Za-z()·]{{1,49}}")
_TO = re.compile(rf"(?P<value>[{_HAN}][{_HAN}()·、]{{1,40}}):")

notice_sum = first_of(field_of(running, rules.figures(main_sum)), noticed(running, r"\d[\d,.]*元"))
notice_sum_in_words = first_of(field_of(running, rules.words(main_sum_in_words)), noticed(running, "大写:?[^,。)]+"))


def payee_name(pages: Sequence[PageText]) -> Field | None:
    """Find who is to be paid; money that goes to a court or a treasury has no payee.

    What is paid back goes to who paid it in, where the notice names no holder of an account.
    """
    holder = _HOLDER(pages)
    if holder is None and _BACK.search(HEADING(pages)[0].written.text):
        holder = _PAID_IN(pages)
    return None if holder and _PUBLIC.search(holder.raw) else holder


def payee_account(pages: Sequence[PageText]) -> Field | None:
    """Find the account of the payee; an account whose holder is not named, or is a court, is none."""
    return _ACCOUNT(pages) if payee_name(pages) else None


def notice_applicants(pages: Sequence[PageText]) -> Field | None:
    """Find who brought the case: by a label, else where the notice names the case (你诉李四……一案)."""
    return _labelled(pages, APPLICANTS) or _side(pages, ("first",))


def notice_respondents(pages: Sequence[PageText]) -> Field | None:
    """Find against whom the case goes: by a label, else where the notice names the case."""
    return _labelled(pages, RESPONDENTS) or _side(pages, ("second", "other"))


def notice_cause(pages: Sequence[PageText]) -> Field | None:
    """Find what the case is about: by a label, else between the second party and 一案."""
    labelled = _labelled_cause(pages)
    text = of_pages(pages)
    found = None if labelled else _case_in(text)
    if not found:
        return labelled
    span = text.cut(*found.span("cause" if found["cause"] else "known"))
    return chosen([Reading(tidy(span), span)])


def day_of_notice(pages: Sequence[PageText]) -> Field | None:
    """Find the day of a notice: the last line that is a date and nothing else, else a date in Hanzi."""
    alone = [place.written for place in lines(pages) if dates.iso(place.written.text)]
    if alone:
        return seen(dates.iso(alone[-1].text), alone[-1])
    return otherwise(field_of(lines, hanzi_date), noticed(lines, "[〇○零二].{1,6}年.{1,5}(?:月|日)"))(pages)


_labelled_cause = field_of(after_label("案由", among=_LABELS), spelled(f"^[{_HAN}、]{{2,40}}$"))


def _labelled(pages: Sequence[PageText], roles: Sequence[str]) -> Field | None:
    found = after_label(*roles, among=_LABELS)(pages)
    exact = [place for place in found if place.label and place.label.text in roles]  # 申请人 is a slip of 被申请人
    places = [place for place in exact if _NAME.fullmatch(place.written.text)]
    written = [place.written for place in places] or list(_after_colon(of_pages(pages), roles))
    return seen(tuple(Party(tidy(one)) for one in written), joined(written)) if written else None


def _after_colon(text: Running, roles: Sequence[str]) -> Iterator[Running]:
    """Yield the names behind roles that a wide gap has cut in two for the reader (原　　告：张三)."""
    for match in re.finditer(f"(?<!被)(?:{'|'.join(roles)}):", text.text):
        end = next((b for b in text.breaks if b > match.end()), len(text.text))
        name = text.cut(match.end(), end)
        if _NAME.fullmatch(name.text):
            yield name


def _side(pages: Sequence[PageText], groups: Sequence[str]) -> Field | None:
    text = of_pages(pages)
    found = _case_in(text)
    span = text.cut(*next(found.span(group) for group in groups if found[group])) if found else NOTHING
    span = _addressee(pages) if re.fullmatch(_YOU, span.text) else span
    return seen((Party(tidy(span)),), span) if span.text else None


def _case_in(text: Running) -> re.Match[str] | None:
    """Return where a notice names its case, at the start of a line or behind a mark."""
    starts = sorted({0, *text.breaks, *(i + 1 for i, char in enumerate(text.text) if char in ",。:;")})
    return next((found for start in starts if (found := _CASE.match(text.text, start))), None)


def _addressee(pages: Sequence[PageText]) -> Running:
    """Return whom the notice is sent to: the first line under its heading that is a name and a colon."""
    heading = HEADING(pages)[0].written.text
    for page in pages:
        for line in page.lines:
            text = of_line(line, page.number)
            found = _TO.fullmatch(text.text)
            if found and found["value"] not in heading:
                return text.cut(*found.span("value"))
    return NOTHING
