"""Draws 法定代表人身份证明书: a letter, blanks filled in, a table with room for a card, a letterhead with captions."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Style, paragraph
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.slots import Pair, cells, slot
from intake.drawing.words import hanzi_date, plain_date

_TITLE = "法定代表人身份证明书"
_RED: Colour = (190, 30, 36)
_PEN: Colour = (28, 44, 110)
_LEFT, _RIGHT = 210, 1444


@dataclass(frozen=True, slots=True)
class _Look:
    body: Style
    value: Style
    title: Style
    position: str
    day: str
    rng: Random

    @property
    def pair(self) -> Pair:
        return Pair(self.body, self.value)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: a letter, a form with blanks, a table, a certificate to the court on the company's paper."""
    rng = Random(f"legal_rep_certificate {seed}")
    face = rng.choice((Face.SONG, Face.MING, Face.KAI, Face.HEI))
    body = Style(face, rng.choice((40, 42)), stroke=face is Face.MING, leading=rng.choice((1.8, 2.0)))
    is_written = rng.random() < 0.4
    look = _Look(
        body,
        Style(Face.KAI, 46, _PEN, stroke=1) if is_written else body,
        Style(rng.choice((Face.SONG_BOLD, Face.HEI_BOLD)), rng.choice((64, 70)), spacing=rng.choice((4, 12))),
        rng.choice(("执行董事", "董事长", "总经理", "执行董事兼总经理")),
        rng.choice((plain_date, hanzi_date))(facts.confirmed_on),
        rng,
    )
    page = Canvas.blank(A4)
    (_letter, _form, _table, _headed)[seed % 4](page, facts, look)
    page.mark(120, 2262)
    company = facts.company
    fields: dict[str, Value] = {
        "company_name": company.name,
        "name": company.legal_representative.name,
        "position": look.position,
        "id_number": company.legal_representative.id_number,
        "issued_on": facts.confirmed_on.isoformat(),
    }
    return Drawing((page.page(),), fields)


def _letter(page: Canvas, facts: Facts, look: _Look) -> None:
    person, body = facts.company.legal_representative, look.body
    page.centred(A4[0] / 2, 330, _TITLE, look.title)
    page.text(_LEFT, 480, f"{facts.court_name}：", body)
    text = (
        f"{person.name}同志，性别{person.sex}，公民身份号码{person.id_number}，现任我单位{look.position}职务，"
        "为我单位法定代表人，特此证明。"
    )
    y = paragraph(page, text, body, Rect(_LEFT, 580, _RIGHT, A4[1]), indent=2 * body.size)
    page.text(_LEFT + 2 * body.size, y + 60, "附：法定代表人身份证复印件一份", body.sized(34))
    page.text(_LEFT + 2 * body.size, y + 130, f"联系电话：{facts.phone}", body.sized(34))
    _signed(page, facts, look, y + 320)


def _form(page: Canvas, facts: Facts, look: _Look) -> None:
    company, person = facts.company, facts.company.legal_representative
    page.centred(A4[0] / 2, 320, _TITLE, look.title)
    rng, y = look.rng, 500.0
    rows = (
        (rng.choice(("单位名称：", "单位全称：")), company.name, _RIGHT),
        ("单位地址：", company.address, _RIGHT),
        ("姓名：", person.name, 800),
        ("性别：", person.sex, 800),
        ("职务：", look.position, 900),
        (rng.choice(("身份证号码：", "公民身份号码：")), person.id_number, _RIGHT),
    )
    for label, value, right in rows:
        pair = look.pair
        while pair.value.width(value) > right - _LEFT - pair.label.width(label) - 40:
            pair = Pair(pair.label, pair.value.sized(pair.value.size - 1))
        slot(page, Rect(_LEFT, y, right, y), label, value, pair)
        y += 108
    text = f"{person.name}在我单位担任{look.position}职务，系我单位的法定代表人。特此证明。"
    y = paragraph(page, text, look.body, Rect(_LEFT, y + 40, _RIGHT, A4[1]), indent=2 * look.body.size)
    _signed(page, facts, look, y + 170)


def _table(page: Canvas, facts: Facts, look: _Look) -> None:
    """Draw a table, and under it the box in which a copy of the card is to be pasted."""
    company, person, body = facts.company, facts.company.legal_representative, look.body
    page.centred(A4[0] / 2, 300, _TITLE, look.title)
    y, columns = 400.0, (_LEFT - 20, 600, _RIGHT + 20)
    rows = (
        ("单位名称", company.name),
        ("统一社会信用代码", company.uscc),
        ("法定代表人姓名", person.name),
        ("职务", look.position),
        ("身份证号码", person.id_number),
        ("联系电话", facts.phone),
    )
    for label, value in rows:
        y = cells(page, y, columns, ((label, body.sized(36)), (value, look.value)))
    y = paragraph(page, "以上人员为我单位法定代表人，特此证明。", body, Rect(_LEFT, y + 90, _RIGHT, A4[1]), indent=80)
    page.pen.rectangle((_LEFT + 60, y, _LEFT + 700, y + 400), outline=(120, 120, 120), width=2)
    page.centred(_LEFT + 380, y + 215, "（身份证复印件粘贴处）", body.sized(30))
    _signed(page, facts, look, y + 520)


def _headed(page: Canvas, facts: Facts, look: _Look) -> None:
    """Draw a certificate on the company's paper, its captions above what is typed under them."""
    company, person, body = facts.company, facts.company.legal_representative, look.body
    page.centred(A4[0] / 2, 210, company.name, Style(Face.SONG_BOLD, 56, _RED, spacing=6))
    page.pen.line((170, 250, 1484, 250), fill=_RED, width=5)
    page.pen.line((170, 260, 1484, 260), fill=_RED, width=2)
    page.centred(A4[0] / 2, 420, _TITLE, look.title)
    text = f"兹证明{person.name}系{company.name}的法定代表人，现任{look.position}职务，其身份信息如下："
    y = paragraph(page, text, body, Rect(_LEFT, 570, _RIGHT, A4[1]), indent=2 * body.size)
    columns, small = (_LEFT - 20, 460, 600, 900, _RIGHT + 20), body.sized(34)
    captions = ("姓名", "性别", "职务", "身份证号码")
    y = cells(page, y, columns, tuple((caption, small) for caption in captions))
    values = (person.name, person.sex, look.position, person.id_number)
    y = cells(page, y, columns, tuple((value, small) for value in values))
    text = f"此致\u3000{facts.court_name}"
    page.text(_LEFT + 2 * body.size, y + 100, text, body)
    _signed(page, facts, look, y + 280)


def _signed(page: Canvas, facts: Facts, look: _Look, baseline: float) -> None:
    name, body = facts.company.name, look.body
    label = look.rng.choice(("单位（盖章）：", "单位名称（盖章）：", ""))
    while body.width(label + name) > 1100:
        body = body.sized(body.size - 1)
    page.flush_right(_RIGHT, baseline, label + name, body)
    page.flush_right(_RIGHT - 60, baseline + 90, look.day, body)
    stamp(page, Seal(name), (_RIGHT - 250 + look.rng.randint(-60, 40), baseline + look.rng.randint(10, 50)), look.rng)
