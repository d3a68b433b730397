"""Reads what a power of attorney allows: the text of the powers, and whether money may be received under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.domain.document import Field, FieldState
from intake.domain.text import PageText
from intake.extract.finders import seen
from intake.extract.layout import cell_beside
from intake.extract.running import NOTHING, Running, joined, of_line, of_pages
from intake.extract.written import prose

_SUBJECT = "(?:代理|委托|授权|受托)"
_HEAD = re.compile(
    rf"(?<![转述在])(?:{_SUBJECT}的?(?:事项|内容)?[和及与、]?{_SUBJECT}?的?(?:权限|范围|权力)(?:[及和]事项|[及和]期限)?"
    r"|授权(?:事项|内容)|权限)(?![内外]|之内|以内|范围内)(?:具体)?(?:为|是|如下|包括)?:?"
)
_TAIL = re.compile(
    "委托期|代理期|授权期|有效期|本授权|本委托|本人承诺|代理人在|代理人无|受托人在|受托人无|委托书|收款|户名|开户|账户|账号"
    r"|(?:受|被)?(?:委托|授权)(?:代理)?人(?=[(:签盖姓]|$)|受托人(?=[(:签盖姓]|$)|委托单位|委托方|公民身份|身份证|联系电话"
    "|特此|此致|附:|附件|注:|说明|备注|日期|法定代表人|案号|[12][0-9〇○零一二三四五六七八九]{3}年"
)
_REST = re.compile("(?<=[。;])[^。;]{1,4}$")  # the number of what comes next, or letters of a seal
_ENDS = "。；;,，:：、 "

_RECEIVE = "(?:收取|领取|接收|接受|收受|受领|收领|代收|代领|领受|支取|提取)"
_MONEY = (
    "(?:执行(?:到位)?款|案款|案件款|标的款|款项|赔偿[款金]|补偿[款金]|退费|退款|钱款|价款|回款|货款|工程款|欠款|借款|债权款"
    "|执行所得|执行标的)"
)
_AGAINST = "支付|缴纳|交纳|退还|返还|给付|垫付|放弃|偿还|代付|代缴|履行"
_MAY = re.compile(
    rf"{_RECEIVE}(?:(?!{_AGAINST})[^,。;:]){{0,14}}?{_MONEY}|{_MONEY}的?{_RECEIVE}|代为(?:办理)?[收领]款(?:手续|事宜|$|[,。;、])"
)
_NEAR = re.compile(rf"[收领取][^。;]{{0,20}}(?<!条)款|(?<!条)款[^。;]{{0,8}}[收领取]|{_RECEIVE}(?:执行|案)")
"""What may be the same, misread or said otherwise."""
_DENIED = re.compile("(?:不得|无权|不能|不可|不予|不包括|不包含|不含|不享有|不授权|未授权|禁止|除)[^,。;:]{0,8}$")
_STRANGE = re.compile("[不无未非勿禁除否]|另行|[□☐☑☒√✓✔■◻▢口囗]")
"""Words that may forbid, and boxes that may be ticked or not: what is said with them is for a person."""
_HARMLESS = re.compile("(?:代理人|受托人)?(?:不得|无权?|没有)再?转委托(?:权限?)?|不限于|不可撤销|无条件|无异议")


@dataclass(frozen=True, slots=True)
class Mandate:
    """The text of the powers, and all that stands before and after it; the powers are empty where none were found."""

    powers: Running
    rest: tuple[Running, ...]


def mandate(pages: Sequence[PageText]) -> Mandate:
    """Find the powers: beside their label in a table, else from their heading to whatever comes next."""
    whole = of_pages(pages)
    found = next((cell for page in pages if (cell := _cell(page)).text), NOTHING)
    flowing = _flowing(whole)
    is_line = len(found.pieces()) == 1 and flowing.powers.text.startswith(found.text)  # of a paragraph, not of a cell
    if found.text and not is_line:
        inside = {(glyph.page, glyph.char.box) for glyph in found.glyphs}
        rest = (p for p in whole.pieces() if not inside & {(glyph.page, glyph.char.box) for glyph in p.glyphs})
        return Mandate(found, (joined(rest),))
    return flowing


def _flowing(whole: Running) -> Mandate:
    """Find the powers in running text."""
    head = next(_heads(whole), None)
    if head is None:
        return Mandate(NOTHING, (whole,))
    ends = (m.start() for m in _TAIL.finditer(whole.text, head.end()) if _starts(whole, m.start()))
    end = next(ends, len(whole.text))
    rest = _REST.search(whole.text, head.end(), end)
    end = rest.start() if rest else end
    powers = whole.cut(head.end(), end).trimmed(_ENDS)
    return Mandate(powers, (whole.cut(0, head.start()), whole.cut(end, len(whole.text))))


def powers(pages: Sequence[PageText]) -> Field | None:
    """Find the text of the powers as it is written."""
    text = mandate(pages).powers
    return seen(prose(text), text) if text.text else None


def may_receive_funds(pages: Sequence[PageText]) -> Field | None:
    """Say whether the agent may receive money: only where the powers say so and nothing speaks against it."""
    found = mandate(pages)
    text = found.powers
    elsewhere = next((rest.cut(*m.span()) for rest in found.rest if (m := _MAY.search(rest.text))), None)
    if not text.text:
        return seen(None, elsewhere, FieldState.UNREADABLE) if elsewhere else None
    granted = tuple(_MAY.finditer(text.text))
    denied = next((m for m in granted if _DENIED.search(text.text, 0, m.start())), None)
    if denied:
        return _judged(text, granted=len(granted) > 1, span=denied.span())
    if granted:
        strange = _STRANGE.search(_HARMLESS.sub("", text.text))
        field = seen(strange is None, text.cut(*granted[0].span()))
        return replace(field, doubt=strange[0]) if strange else field
    near = _NEAR.search(text.text)
    doubt = near[0] if near else elsewhere.text if elsewhere else None
    return replace(seen(value=False, span=text), doubt=doubt)


def _judged(text: Running, *, granted: bool, span: tuple[int, int]) -> Field:
    """Deny the money; where another sentence grants it, a person decides."""
    return replace(seen(value=False, span=text.cut(*span)), doubt=text.text[slice(*span)] if granted else None)


def _heads(whole: Running) -> Iterator[re.Match[str]]:
    """Yield the headings of powers: at the start of a line first, then of a sentence."""
    heads = [m for m in _HEAD.finditer(whole.text) if _starts(whole, m.start())]
    yield from sorted(heads, key=lambda m: m.start() not in whole.breaks)


def _starts(whole: Running, at: int) -> bool:
    before = whole.text[:at]
    return (
        at in whole.breaks
        or before.endswith(tuple("。;,:、."))
        or re.search(r"[一二三四五\d][、.]$", before) is not None
    )


def _cell(page: PageText) -> Running:
    """Return the lines beside a label that stands alone in its cell, above and below its middle too."""
    for line in page.lines:
        if _HEAD.fullmatch(of_line(line, page.number).text) and (block := cell_beside(line, page.lines)):
            return joined(of_line(o, page.number) for o in block).trimmed(_ENDS)
    return NOTHING
