"""银行卡: upright with a flat number, the back of one, an old one with raised figures, a credit card."""

from __future__ import annotations

from random import Random

from PIL import ImageDraw

from benchmarks.drawings.cards import small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import bank_of, latin
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import CARD, Canvas, Colour, Style
from intake.drawing.card import gradient, raised, round_corners
from intake.drawing.facts import card_number
from intake.drawing.fonts import Face
from intake.drawing.words import grouped

_TINTS: tuple[tuple[Colour, Colour], ...] = (
    ((18, 34, 70), (60, 92, 150)), ((120, 22, 30), (206, 74, 60)), ((12, 74, 66), (80, 160, 130)),
    ((44, 30, 66), (140, 104, 160)), ((176, 128, 50), (236, 206, 140)), ((226, 230, 236), (180, 190, 204)),
)  # fmt: skip


def upright(facts: Facts, rng: Random) -> Drawing:
    """Draw a card that stands upright, its number printed flat in rows of four."""
    card = Canvas.blank((CARD[1], CARD[0]))
    ink = _paint(card, rng)
    _mark_of(card, (52, 86), facts, ink, 38)
    _chip(card, (250, 190))
    rows = [facts.account.number[i : i + 4] for i in range(0, len(facts.account.number), 4)]
    style = Style(Face.MONO, 46, ink, spacing=3)
    card.text(52, 560, " ".join(rows[:3]), style)
    card.text(52, 622, " ".join(rows[3:]), style)
    card.text(52, 700, "借记卡 DEBIT", Style(Face.HEI, 28, ink))
    surname, given = latin(facts.account.name)
    card.text(52, 900, f"{surname} {given}", Style(Face.MONO, 30, ink))
    _network(card, (440, 890))
    small_mark(card, rng)
    round_corners(card.image)
    return Drawing((card.page(),), _fields(facts) | {"card_type": "借记卡", "holder_name": f"{surname} {given}"})


def on_the_back(facts: Facts, rng: Random) -> Drawing:
    """Draw the back of a plain card: magnetic stripe, signature, number, small print."""
    card = Canvas.blank(CARD, (232, 234, 238))
    card.pen.rectangle((0, 60, CARD[0], 180), fill=(26, 24, 28))
    card.pen.rectangle((50, 226, 640, 300), fill=(250, 250, 246))
    for x in range(54, 640, 26):
        card.text(x, 252, "//", Style(Face.HEI, 16, (200, 204, 214)))
    small = Style(Face.HEI, 21, (60, 64, 74))
    card.paste_text((260, 266), facts.account.name, Style(Face.KAI, 48, (30, 34, 90)), 4)
    card.text(50, 380, grouped(facts.account.number), Style(Face.MONO, 44, (30, 30, 36), spacing=2))
    until = f"{rng.randint(1, 12):02}/{rng.randint(27, 34)}"
    card.text(50, 440, f"有效期 {until}", Style(Face.HEI, 28, (30, 30, 36)))
    bank = bank_of(facts.account.bank_name)
    card.text(50, 500, f"本卡为{bank['name']}储蓄卡，仅限持卡人本人使用，不得出租、转借。", small)
    card.text(50, 540, f"拾到本卡请交还任一营业网点。客户服务热线：{bank['telephone']}", small)
    card.text(50, 580, "自动柜员机取款每日限额以公告为准。", small)
    _network(card, (800, 480))
    small_mark(card, rng)
    round_corners(card.image)
    return Drawing((card.page(),), _fields(facts) | {"card_type": "储蓄卡", "valid_thru": until})


def raised_figures(facts: Facts, rng: Random) -> Drawing:
    """Draw a card of the years of magnetic stripes: name of the bank at the top right, raised figures."""
    card = Canvas.blank(CARD)
    ink = _paint(card, rng)
    name = Style(Face.SONG, 50, ink, stroke=1, spacing=6)
    bank = bank_of(facts.account.bank_name)
    card.flush_right(950, 100, bank["name"], name)
    card.flush_right(950, 140, bank["latin"].upper(), Style(Face.ZEN, 24, ink))
    for i in range(5):
        card.pen.arc((60 + i * 30, 180, 360 + i * 30, 420), 200, 340, ink, 3)
    raised(card, 70, 400, grouped(facts.account.number), Style(Face.MONO, 52, (226, 226, 230), spacing=2))
    until = f"{rng.randint(1, 12):02}/{rng.randint(27, 33)}"
    card.text(400, 452, "有效期至 VALID THRU", Style(Face.HEI, 20, ink))
    raised(card, 640, 460, until, Style(Face.MONO, 38, (226, 226, 230)))
    surname, given = latin(facts.account.name)
    raised(card, 70, 560, f"{given} {surname}", Style(Face.MONO, 34, (226, 226, 230)))
    _network(card, (800, 500))
    small_mark(card, rng)
    round_corners(card.image)
    return Drawing((card.page(),), _fields(facts) | {"valid_thru": until, "holder_name": f"{given} {surname}"})


def credit(facts: Facts, rng: Random) -> Drawing:
    """Draw a credit card, which no money may be paid to."""
    prefix = {"中国工商银行": "625858", "中国建设银行": "622166", "华夏银行": "622637", "交通银行": "622251"}
    bank = facts.account.bank_name if facts.account.bank_name in prefix else "交通银行"
    number = card_number(rng, prefix[bank], 16)
    card = Canvas.blank(CARD)
    ink = _paint(card, rng)
    card.text(60, 96, bank, Style(Face.HEI, 46, ink, stroke=1))
    card.flush_right(950, 96, "白金信用卡 CREDIT", Style(Face.HEI, 32, ink))
    _chip(card, (80, 190))
    raised(card, 70, 420, grouped(number), Style(Face.MONO, 60, (222, 214, 190), spacing=6))
    until = f"{rng.randint(1, 12):02}/{rng.randint(27, 31)}"
    card.text(70, 480, f"GOOD THRU {until}", Style(Face.HEI, 28, ink))
    surname, given = latin(facts.account.name)
    card.text(70, 560, f"{surname} {given}", Style(Face.MONO, 36, ink))
    _network(card, (800, 500))
    small_mark(card, rng)
    round_corners(card.image)
    return Drawing(
        (card.page(),),
        {
            "card_number": number,
            "bank_name": bank,
            "card_type": "信用卡",
            "valid_thru": until,
            "holder_name": f"{surname} {given}",
        },
    )


def _paint(card: Canvas, rng: Random) -> Colour:
    """Paint the ground of a card and return the colour that can be read on it."""
    dark, light = rng.choice(_TINTS)
    gradient(card.image, dark, light, angle=rng.uniform(0, 1.5))
    pen, (width, height) = ImageDraw.Draw(card.image, "RGBA"), card.image.size
    for _ in range(rng.randint(3, 7)):
        x, y, r = rng.randint(0, width), rng.randint(0, height), rng.randint(80, 420)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(255, 255, 255, rng.randint(8, 22)))
    return (246, 246, 248) if sum(dark) + sum(light) < 700 else (40, 36, 44)


def _mark_of(card: Canvas, at: tuple[int, int], facts: Facts, ink: Colour, size: int) -> None:
    x, y = at
    card.pen.rounded_rectangle((x, y - size, x + size + 8, y + 8), 10, outline=ink, width=5)
    card.text(x + size + 26, y, facts.account.bank_name, Style(Face.HEI, size, ink, stroke=1))
    card.text(x + size + 26, y + 34, bank_of(facts.account.bank_name)["latin"], Style(Face.ZEN, 18, ink))


def _chip(card: Canvas, at: tuple[int, int]) -> None:
    x, y = at
    card.pen.rounded_rectangle((x, y, x + 136, y + 104), 16, fill=(214, 190, 120), outline=(130, 108, 54), width=3)
    for dy in (34, 68):
        card.pen.line((x, y + dy, x + 136, y + dy), fill=(130, 108, 54), width=3)
    for dx in (44, 92):
        card.pen.line((x + dx, y, x + dx, y + 104), fill=(130, 108, 54), width=3)


def _network(card: Canvas, at: tuple[int, int]) -> None:
    x, y = at
    for i, colour in enumerate(((196, 30, 50), (30, 70, 140), (0, 120, 110))):
        left = x + i * 40
        card.pen.polygon(((left + 16, y), (left + 84, y), (left + 68, y + 84), (left, y + 84)), fill=colour)
    card.text(x + 22, y + 38, "银联", Style(Face.HEI, 30, (250, 250, 250)))
    card.text(x + 14, y + 70, "UnionPay", Style(Face.HEI, 24, (250, 250, 250)))


def _fields(facts: Facts) -> dict[str, Value]:
    return {"card_number": facts.account.number, "bank_name": facts.account.bank_name}


LAYOUTS = (upright, on_the_back, raised_figures, credit)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
