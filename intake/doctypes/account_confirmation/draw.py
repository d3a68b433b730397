"""Draws 收款账户确认书: a form with ruled cells, declarations, a written signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Style, paragraph, wrap
from intake.drawing.fonts import Face
from intake.drawing.words import grouped, plain_date

_TITLES = ("收款账户确认书", "当事人收款账户确认书", "执行案款收款账户确认书")
_PEN: Colour = (28, 44, 110)
_DECLARATIONS = (
    "一、本人确认上述账户信息真实、准确、有效，且为本人名下账户；",
    "二、本确认书适用于本案一审、二审、再审及执行各阶段的案款发放；",
    "三、账户信息如有变更，本人将及时重新填写确认书并提交人民法院，因信息错误造成的后果由本人承担。",
)


@dataclass(frozen=True, slots=True)
class _Look:
    title: Style
    label: Style
    value: Style
    sides: tuple[int, int]
    split: int
    """Where the column of labels ends."""
    row: int
    groups: bool
    account: str
    clearing: str


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"account_confirmation {seed}")
    look, page = _look(rng), Canvas.blank(A4)
    page.centred(A4[0] / 2, 300, rng.choice(_TITLES), look.title)
    if rng.random() < 0.5:
        page.text(look.sides[0], 396, f"致：{facts.court_name}", look.label)
    bottom = _table(page, _rows(facts, look), look)
    below = _declarations(page, look, bottom + 84)
    _signature(page, facts, look, below + 70, rng)
    page.mark(120, 2262)
    account = facts.account
    return Drawing(
        (page.page(),),
        {
            "case_number": facts.case_number,
            "account_name": account.name,
            "account_number": account.number,
            "bank_name": account.branch_name,
            "cnaps_code": account.cnaps_code,
            "id_number": facts.applicant.id_number,
            "phone": facts.phone,
            "is_signed": True,
            "confirmed_on": facts.confirmed_on.isoformat(),
        },
    )


def _look(rng: Random) -> _Look:
    face = rng.choice((Face.SONG, Face.HEI, Face.MING))
    return _Look(
        title=Style(rng.choice((Face.SONG_BOLD, Face.HEI_BOLD)), rng.choice((60, 66)), spacing=rng.choice((4, 14))),
        label=Style(face, 38, stroke=face is Face.MING),
        value=_value(rng, face, is_written=rng.random() < 0.4),
        sides=rng.choice(((180, 1474), (210, 1444))),
        split=rng.choice((520, 560)),
        row=rng.choice((104, 116)),
        groups=rng.random() < 0.4,
        account=rng.choice(("账号", "账号", "收款账号", "银行账号")),
        clearing=rng.choice(("联行号", "行号", "联行号")),
    )


def _value(rng: Random, face: Face, *, is_written: bool) -> Style:
    if is_written:
        return Style(Face.KAI, 44, _PEN, stroke=1)
    face = rng.choice((Face.SONG, Face.KAI, face))
    return Style(face, 38, stroke=face is not Face.SONG)


def _rows(facts: Facts, look: _Look) -> Sequence[tuple[str, str]]:
    account = facts.account
    number = grouped(account.number) if look.groups else account.number
    return (
        ("案号", facts.case_number),
        ("案由", facts.cause),
        ("当事人/户名" if look.row > 110 else "户名", account.name),
        ("公民身份号码", facts.applicant.id_number),
        ("开户银行", account.branch_name),
        (look.account, number),
        (look.clearing, account.cnaps_code),
        ("联系电话", facts.phone),
        ("备注", ""),
    )


def _table(page: Canvas, rows: Sequence[tuple[str, str]], look: _Look) -> float:
    top = y = 440.0
    (left, right), pen = look.sides, page.pen
    for label, value in rows:
        lines = wrap(value, look.value, right - look.split - 56)
        height = max(look.row, 60 * len(lines) + 40)
        pen.line((left, y, right, y), fill=(40, 40, 40), width=2)
        page.centred((left + look.split) / 2, y + height / 2 + 14, label, look.label)
        for i, line in enumerate(lines):
            page.text(look.split + 28, y + height / 2 + 14 + (i - (len(lines) - 1) / 2) * 58, line, look.value)
        y += height
    for x in (left, look.split, right):
        pen.line((x, top, x, y), fill=(40, 40, 40), width=2)
    pen.line((left, y, right, y), fill=(40, 40, 40), width=2)
    return y


def _declarations(page: Canvas, look: _Look, baseline: float) -> float:
    page.text(look.sides[0] + 8, baseline, "声明：", look.label)
    for text in _DECLARATIONS:
        rect = Rect(look.sides[0] + 8, baseline + 66, look.sides[1], A4[1])
        baseline = paragraph(page, text, look.label.sized(34), rect) - 66
    return baseline + 66


def _signature(page: Canvas, facts: Facts, look: _Look, baseline: float, rng: Random) -> None:
    page.text(820, baseline, rng.choice(("当事人（签名）：", "确认人签名：", "签名或盖章：")), look.label)
    name = Style(Face.KAI, 76, _PEN if rng.random() < 0.6 else (30, 30, 34), spacing=-6, stroke=1)
    page.paste_text((1270, baseline - 22), facts.account.name, name, rng.uniform(1, 7))
    page.text(820, baseline + 110, f"日期：{plain_date(facts.confirmed_on)}", look.label)
