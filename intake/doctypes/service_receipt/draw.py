"""Draws 送达回证: the table of a court on which who is served signs; old, new, by post, and with many papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Run, Style
from intake.drawing.flow import print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import Cell, grid, pairs
from intake.drawing.words import hanzi_date, plain_date

_PAPERS = ("执行裁定书", "民事判决书", "民事裁定书", "执行通知书", "报告财产令", "限制消费令")


@dataclass(frozen=True, slots=True)
class _Look:
    text: Style
    value: Style
    pen: Style
    head: Style


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 rows, 1 a list of papers, 2 labels without rules, 3 the old form with split cells."""
    rng = Random(f"service_receipt {seed}")
    text = print_style(rng, (34, 36))
    pen = Style(Face.KAI, 46, rng.choice(((26, 38, 104), (30, 30, 34))), stroke=1)
    look = _Look(text, text if rng.random() < 0.5 else Style(Face.KAI, 38, stroke=1), pen, title_style(rng, 66))
    page = Canvas.blank(A4)
    court = Style(Face.SONG_BOLD, 48, spacing=4)
    page.centred(A4[0] / 2, 240, facts.court_name, court)
    page.centred(A4[0] / 2, 340, "送达回证", look.head)
    _FAMILY[seed % len(_FAMILY)](page, facts, look, rng)
    page.mark(120, 2262)
    return Drawing((page.page(),))


def _rows(page: Canvas, facts: Facts, look: _Look, rng: Random) -> None:
    rows = (
        ("案由", facts.cause),
        ("案号", facts.case_number),
        ("送达文书名称和件数", f"{rng.choice(_PAPERS[:3])}壹份"),
        ("受送达人", facts.applicant.name),
        ("送达地址", facts.applicant.address),
        ("受送达人签名或盖章", ""),
        ("代收人签名或盖章及代收理由", ""),
        ("备考", ""),
    )
    rect = Rect(200, 410, 1454, A4[1])
    bottom = grid(page, pairs(rows, look.text, look.value, 0.34), rect, row=126)
    page.text(880, 410 + 126 * 5 + 76, facts.applicant.name, look.pen)
    page.text(1130, 410 + 126 * 5 + 76, plain_date(facts.confirmed_on), look.pen.sized(34))
    _foot(page, facts, look, bottom + 80)


def _listed(page: Canvas, facts: Facts, look: _Look, rng: Random) -> None:
    page.flush_right(1454, 420, facts.case_number, look.text)
    head = [Cell(t, s, look.text, centred=True) for t, s in _shares(("送达文书名称", "件数", "收件日期", "收件人签收"))]
    rows = [head]
    for name in rng.sample(_PAPERS, 4):
        cells = (name, "1", plain_date(facts.confirmed_on), facts.respondent.name)
        styles = (look.value, look.value, look.value, look.pen)
        rows.append([Cell(t, s, style, centred=True) for (t, s), style in zip(_shares(cells), styles, strict=True)])
    top = grid(
        page,
        pairs((("受送达人", facts.respondent.name), ("送达地点", "本院第三法庭")), look.text, look.value),
        Rect(200, 460, 1454, 0),
        row=100,
    )
    bottom = grid(page, rows, Rect(200, top, 1454, 0), row=104)
    last = (("送达方式", rng.choice(("直接送达", "留置送达", "委托送达"))), ("代收人及代收理由", ""), ("备注", ""))
    bottom = grid(page, pairs(last, look.text, look.value), Rect(200, bottom, 1454, 0), row=110)
    _foot(page, facts, look, bottom + 80)


def _plain(page: Canvas, facts: Facts, look: _Look, rng: Random) -> None:
    y = 470.0
    rows = (
        ("受送达人：", facts.company.name),
        ("送达文书：", f"{facts.basis_case_number}民事判决书"),
        ("送达方式：", rng.choice(("法院专递邮寄送达", "电子送达", "直接送达"))),
        ("邮件号码：", f"10{rng.randrange(10**11):011}"),
        ("送达地址：", facts.company.address),
        ("送达时间：", plain_date(facts.confirmed_on)),
        ("受送达人签收：", ""),
        ("不能送达的理由：", ""),
    )
    for label, value in rows:
        x = 240 + look.text.width(label) + 14
        page.runs(y, (Run(label, look.text, 240), *((Run(value, look.value, x),) if value else ())))
        page.pen.line((x - 6, y + 14, 1440, y + 14), fill=(60, 60, 60), width=2)
        y += 116
    page.text(240 + look.text.width("受送达人签收：") + 60, y - 116 * 2, facts.agent.name, look.pen)
    _foot(page, facts, look, y + 60)


def _old(page: Canvas, facts: Facts, look: _Look, rng: Random) -> None:
    pair = (0.16, 0.34, 0.16, 0.34)
    styles = (look.text, look.value, look.text, look.value)
    cells = (
        ("案  由", facts.cause, "案  号", facts.case_number),
        ("受送达人", facts.respondent.name, "送达地点", rng.choice(("本院立案大厅", "被执行人住所"))),
    )
    rows = [[Cell(t, s, style, centred=True) for t, s, style in zip(row, pair, styles, strict=True)] for row in cells]
    wide = pairs(
        (
            ("送达文件", "执行裁定书一份\n执行通知书一份"),
            ("收到日期", plain_date(facts.confirmed_on)),
            ("收件人签名", ""),
            ("代收人签名", ""),
            ("送达人", f"{facts.clerk}"),
            ("备  注", "受送达人拒绝签收的，送达人应记明拒收事由和日期，把诉讼文书留在受送达人住处，视为送达。"),
        ),
        look.text,
        look.value,
        0.2,
    )
    bottom = grid(page, [*rows, *wide], Rect(190, 420, 1464, 0), row=120)
    page.text(640, 420 + 120 * 4 + 74, facts.respondent.name, look.pen)
    page.flush_right(1440, bottom + 100, hanzi_date(facts.decided_on), look.text)


_FAMILY: tuple[Callable[[Canvas, Facts, _Look, Random], None], ...] = (_rows, _listed, _plain, _old)


def _shares(cells: Sequence[str]) -> list[tuple[str, float]]:
    return list(zip(cells, (0.34, 0.12, 0.28, 0.26), strict=True))


def _foot(page: Canvas, facts: Facts, look: _Look, baseline: float) -> None:
    page.text(220, baseline, f"填发人：{facts.clerk}", look.text)
    page.text(900, baseline, f"送达人：{facts.judges[0]}  {facts.clerk}", look.text)
    note = look.text.sized(28)
    page.text(
        220, baseline + 80, "注：受送达人不在时，由其同住成年家属或者所在单位代收，并注明与受送达人的关系。", note
    )
