"""Draws 律师执业证: the spread with the portrait, the page of yearly reviews, a copy on a sheet, the plastic card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, CARD, Canvas, Colour, Run, Style
from intake.drawing.card import gears, guilloche, round_corners
from intake.drawing.fonts import Face
from intake.drawing.grid import Cell, grid
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date

_SPREAD = (1380, 930)  # the open booklet, 175 x 118 mm at 200 dots per inch
_COVER: Colour = (104, 22, 30)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 spread, 1 yearly reviews, 2 cover and spread copied on a sheet, 3 card."""
    return Drawing((_FAMILY[seed % len(_FAMILY)](facts, Random(f"lawyer_licence {seed}")).page(),))


def _spread(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    _portrait_side(page, facts, rng, Rect(40, 60, 660, 870))
    _facts_side(page, facts, rng, Rect(730, 60, 1340, 870))
    page.mark(40, 914, 22)
    return page


def _reviews(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    text = Style(Face.SONG, 30)
    page.centred(350, 110, "律师年度考核备案", Style(Face.SONG_BOLD, 40))
    page.centred(1035, 110, "注  意  事  项", Style(Face.SONG_BOLD, 38))
    year = facts.decided_on.year
    rows = [
        [Cell(a, 0.4, text, centred=True), Cell(b, 0.6, text, centred=True)]
        for a, b in (
            ("考核年度", f"{year - 1}年度"),
            ("考核结果", "称职"),
            ("备案机关", _bureau(facts)),
            ("备案日期", f"{year}年5月至{year + 1}年5月"),
        )
    ]
    grid(page, rows, Rect(70, 150, 640, 900), row=120)
    stamp(page, Seal(_bureau(facts), 110, "年度考核专用章"), (430, 500), rng)
    notes = (
        "一、律师执业证是律师依法获准",
        "执业的有效证件。",
        "二、持证人执业应出示律师执业证。",
        "三、本证应妥善保管，不得出借、",
        "出租、抵押、转让、涂改和毁损。",
        "四、本证未经年度考核备案的无效。",
        f"执业证号：{_licence(facts, rng)}",
    )
    for i, line in enumerate(notes):
        page.text(740, 200 + 84 * i, line, text)
    page.mark(40, 914, 22)
    return page


def _copied(facts: Facts, rng: Random) -> Canvas:
    """Draw the sheet that goes into the file: the cover above, the spread below, a note that it is a true copy."""
    page = Canvas.blank(A4)
    page.pen.rectangle((560, 150, 1090, 870), fill=_COVER)
    gears(page.image, (825, 380), 120, (170, 120, 50))
    gold = Style(Face.SONG_BOLD, 56, (226, 190, 110), spacing=8)
    page.centred(825, 630, "律师执业证", gold)
    page.centred(825, 760, "中华人民共和国司法部制", gold.sized(28))
    page.pen.rectangle((150, 960, 1504, 1850), outline=(180, 176, 170), width=2)
    _portrait_side(page, facts, rng, Rect(180, 1000, 800, 1800))
    _facts_side(page, facts, rng, Rect(860, 1000, 1460, 1800))
    page.text(220, 1990, "此复印件与原件一致，仅限办理本案使用", Style(Face.KAI, 44, (28, 40, 110), stroke=1))
    page.text(1000, 2080, facts.agent.name, Style(Face.KAI, 56, (28, 40, 110), stroke=1))
    page.mark(120, 2262)
    return page


def _card(facts: Facts, rng: Random) -> Canvas:
    card = Canvas.blank(CARD, (236, 242, 248))
    guilloche(card.image, rng, ((206, 220, 236), (222, 214, 226)))
    card.centred(560, 92, "律师执业证", Style(Face.HEI_BOLD, 50, _COVER, spacing=8))
    gears(card.image, (110, 80), 54, (176, 30, 34))
    _portrait(card, Rect(50, 170, 290, 480))
    label, value = Style(Face.HEI, 27, (90, 96, 110)), Style(Face.HEI, 29)
    rows = (
        ("持证人", facts.agent.name),
        ("执业机构", facts.law_firm),
        ("执业证类别", rng.choice(("专职律师", "兼职律师"))),
        ("执业证号", _licence(facts, rng)),
        ("发证机关", _bureau(facts)),
    )
    for i, (name, text) in enumerate(rows):
        card.runs(190 + 72 * i, (Run(name, label, 330), Run(text, value, 500)))
    card.text(330, 560, f"发证日期  {plain_date(facts.agent.id_valid_from)}", label)
    card.mark(900, 616, 22, (100, 110, 130))
    round_corners(card.image)
    return card


_FAMILY: tuple[Callable[[Facts, Random], Canvas], ...] = (_spread, _reviews, _copied, _card)


def _paper(rng: Random) -> Canvas:
    page = Canvas.blank(_SPREAD, (248, 244, 240))
    guilloche(page.image, rng, ((236, 226, 220), (228, 234, 232)), spacing=15)
    page.pen.line((690, 0, 690, 930), fill=(200, 192, 186), width=5)
    return page


def _portrait_side(page: Canvas, facts: Facts, rng: Random, rect: Rect) -> None:
    middle, label = rect.centre.x, Style(Face.SONG, 30)
    page.centred(middle, rect.top + 40, "中华人民共和国", Style(Face.SONG_BOLD, 34, spacing=4))
    page.centred(middle, rect.top + 104, "律师执业证", Style(Face.SONG_BOLD, 48, _COVER, spacing=6))
    _portrait(page, Rect(middle - 130, rect.top + 150, middle + 130, rect.top + 500))
    stamp(page, Seal(_bureau(facts), 95), (middle + 110, rect.top + 470), rng)
    rows = (("持证人", facts.agent.name), ("性别", facts.agent.sex), ("身份证号", facts.agent.id_number))
    _labels(page, rows, (rect.left + 20, rect.top + 610), label)


def _facts_side(page: Canvas, facts: Facts, rng: Random, rect: Rect) -> None:
    rows = (
        ("执业机构", facts.law_firm),
        ("执业证类别", rng.choice(("专职律师", "公职律师", "兼职律师"))),
        ("执业证号", _licence(facts, rng)),
        ("法律职业资格", ""),
        ("或律师资格证号", f"A2{facts.agent.id_number[:4]}{rng.randrange(10**9):09}"),
        ("发证机关", _bureau(facts)),
        ("发证日期", plain_date(facts.agent.id_valid_from)),
    )
    _labels(page, rows, (rect.left, rect.top + 90), Style(Face.SONG, 30), 100)


def _labels(
    page: Canvas, rows: Sequence[tuple[str, str]], start: tuple[float, float], label: Style, step: float = 80
) -> None:
    x, y = start
    for name, text in rows:
        run = (Run(text, Style(Face.KAI, 32, stroke=1), x + label.width(name) + 20),) if text else ()
        page.runs(y, (Run(name, label, x), *run))
        y += step


def _portrait(page: Canvas, rect: Rect) -> None:
    pen, (x, y) = page.pen, (rect.centre.x, rect.centre.y)
    pen.rectangle((rect.left, rect.top, rect.right, rect.bottom), fill=(196, 214, 232))
    pen.ellipse((x - 62, y - 110, x + 62, y + 40), fill=(206, 174, 152))
    pen.chord((x - 68, y - 124, x + 68, y - 20), 180, 360, fill=(40, 36, 36))
    pen.chord((x - 112, y + 40, x + 112, 2 * rect.bottom - y - 40), 180, 360, fill=(52, 58, 76))
    pen.rectangle((rect.left, rect.top, rect.right, rect.bottom), outline=(150, 160, 170), width=2)


def _licence(facts: Facts, rng: Random) -> str:
    """Make a number of 17 digits: region, year, kind, sex, and a running number."""
    region, year = facts.agent.id_number[:4], facts.agent.id_valid_from.year
    return f"1{region}{year}1{'0' if facts.agent.sex == '男' else '1'}{rng.randrange(10**6):06}"


def _bureau(facts: Facts) -> str:
    return facts.agent.address.split("市")[0].split("省")[-1] + "市司法局"
