"""律师执业证: the open booklet, its page of yearly examinations, and the copy of it that firms hand in."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import pasted
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import box_stamp, portrait
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_SIZE = (1480, 1060)


def booklet(facts: Facts, rng: Random) -> Drawing:
    """Draw the booklet open at its first two pages."""
    return Drawing((_open(facts, rng).page(),))


def copied(facts: Facts, rng: Random) -> Drawing:
    """Draw a black copy on a sheet, sealed by the firm."""
    page = Canvas.blank(A4)
    pasted(page, _open(facts, rng), (round(A4[0] / 2 - 460), 260), 0.62, grey=True)
    pasted(page, _examined(facts, rng), (round(A4[0] / 2 - 460), 1080), 0.62, grey=True)
    box_stamp(page, (1200, 1900), "与原件核对无异", rng)
    stamp(page, Seal(facts.law_firm, radius=150), (1100, 2010), rng)
    page.mark(120, 2260)
    return Drawing((page.page(),))


def examined(facts: Facts, rng: Random) -> Drawing:
    """Draw the pages with the examinations of each year."""
    return Drawing((_examined(facts, rng).page(),))


def _open(facts: Facts, rng: Random) -> Canvas:
    page, a = _paper(rng), facts.agent
    label, ink = Style(Face.SONG, 32, (40, 60, 90)), Style(Face.KAI, 38, INK)
    portrait(page, Rect(240, 160, 500, 520), rng, (200, 60, 60))
    page.centred(370, 620, "中华人民共和国", label)
    page.centred(370, 690, "律师执业证", Style(Face.SONG, 56, (40, 60, 90), stroke=1, spacing=8))
    page.centred(370, 800, "中华人民共和国司法部监制", label.sized(26))
    number = f"1{a.id_number[:4]}{rng.choice((2009, 2014, 2018))}{rng.randint(1, 2)}{rng.randrange(10**7):07}"
    y = 200.0
    for name, value in (
        ("执业机构", facts.law_firm), ("执业证类别", "专职律师"), ("执业证号", number),
        ("法律职业资格证号", f"A{rng.randrange(10**14):014}"), ("发证机关", f"{a.address[:3].rstrip('省')}司法厅"),
        ("发证日期", plain_date(facts.decided_on)), ("持证人", a.name), ("性　别", a.sex), ("身份证号", a.id_number),
    ):  # fmt: skip
        page.text(800, y, name, label.sized(28))
        page.text(1010, y, value, ink if len(value) < 12 else ink.sized(30))
        page.pen.line((1000, y + 12, 1420, y + 12), fill=(150, 160, 170), width=1)
        y += 86
    stamp(page, Seal("司法厅", radius=90, caption="律师执业专用章"), (520, 540), rng)
    return page


def _examined(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    label = Style(Face.SONG, 32, (40, 60, 90))
    page.centred(370, 130, "律师年度考核备案", label.sized(40))
    page.centred(1110, 130, "律师年度考核备案", label.sized(40))
    for i in range(rng.randint(2, 4)):
        x, y = (370, 1110)[i % 2], 330 + i // 2 * 360
        page.pen.rectangle((x - 250, y - 120, x + 250, y + 160), outline=(150, 160, 170), width=2)
        year = facts.decided_on.year - 3 + i
        page.centred(x, y - 70, "考核年度", label.sized(26))
        page.centred(x, y - 20, f"{year}年度", label)
        page.centred(x, y + 40, "考核结果：称职", label)
        page.centred(x, y + 100, f"备案日期：{year + 1}年5月", label.sized(26))
        stamp(page, Seal("司法局", radius=80, caption="律师年度考核备案"), (x + 90, y + 40), rng)
    return page


def _paper(rng: Random) -> Canvas:
    page = Canvas.blank(_SIZE, (240, 244, 248))
    guilloche(page.image, rng, ((222, 230, 238),), spacing=15)
    page.pen.line((740, 0, 740, 1060), fill=(180, 190, 200), width=4)
    page.mark(640, 1030, 20)
    return page


LAYOUTS = (booklet, copied, examined)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
