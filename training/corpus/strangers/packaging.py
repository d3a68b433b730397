"""Draws packages: a medicine's box, a food's label, a carton, a bottle, a leaflet of instructions."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from training.corpus.kit import Grid, bars, city, digits, drawn, flow, lines, some, table, words

_COLOURS: tuple[Colour, ...] = ((30, 110, 170), (190, 50, 50), (60, 140, 80), (230, 150, 40), (110, 60, 130))
_WHITE: Colour = (255, 255, 255)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("packaging", _LAYOUTS, facts, seed)


def _medicine(facts: Facts, rng: Random) -> Canvas:
    page, colour = Canvas.blank((1400, 700)), rng.choice(_COLOURS)
    page.pen.polygon([(0, 0), (500, 0), (320, 700), (0, 700)], fill=colour)
    page.text(540, 180, rng.choice(words("medicines")), Style(Face.HEI_BOLD, 90, colour))
    page.text(545, 250, rng.choice(("0.25g×24粒", "10ml×6支", "0.5g×12片×2板")), Style(Face.HEI, 40))
    page.pen.ellipse((1220, 40, 1350, 150), outline=(200, 30, 30), width=6)
    page.centred(1285, 112, "OTC", Style(Face.HEI_BOLD, 46, (200, 30, 30)))
    said = (
        f"批准文号：国药准字H{digits(rng, 8)}",
        f"产品批号：{digits(rng, 8)}　有效期至：{facts.confirmed_on:%Y.%m}",
        f"{city(facts)}{rng.choice(words('companies'))}",
    )
    lines(page, said, Style(Face.HEI, 32, leading=1.6), (545, 480))
    return page


def _food(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1000, 1300), rng.choice(((250, 244, 230), (236, 244, 236))))
    name = rng.choice(("原味饼干", "东北大米", "酱香牛肉", "纯牛奶", "绿茶饮料"))
    page.text(70, 120, f"产品名称：{name}", Style(Face.HEI_BOLD, 44))
    said = (
        "配料：" + "、".join(some(rng, "goods", 3)) + "、食用盐、食品添加剂",
        f"生产日期：{facts.decided_on}　保质期：12个月",
        f"生产者：{city(facts)}{rng.choice(words('companies'))}",
        f"生产许可证编号：SC1{digits(rng, 13)}",
        "贮存条件：置于阴凉干燥处",
    )
    y = flow(page, said, Style(Face.HEI, 30, leading=1.6), Rect(70, 160, 930, 600), indent=0)
    rows = [
        (name, f"{rng.randint(1, 900)}.{digits(rng, 1)}{unit}", f"{rng.randint(1, 60)}%")
        for name, unit in (("能量", "千焦"), ("蛋白质", "克"), ("脂肪", "克"), ("碳水化合物", "克"), ("钠", "毫克"))
    ]
    table(page, y + 20, (("营养成分", "每100克", "NRV%"), *rows), Style(Face.HEI, 30), Grid(70, 930, (1.5, 1.3, 1), 64))
    bars(page, Rect(560, 1110, 920, 1220), rng)
    return page


def _carton(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1500, 1000), (196, 154, 104))
    for y in range(0, 1000, 7):
        page.pen.line((0, y, 1500, y), fill=(190 + y % 2 * 8, 148, 98), width=1)
    page.centred(750, 260, rng.choice(words("goods")), Style(Face.HEI_BOLD, 130, (60, 40, 24)))
    page.text(120, 480, f"数量：{rng.randint(6, 48)}　毛重：{rng.randint(3, 30)}kg", Style(Face.HEI, 60, (60, 40, 24)))
    page.text(120, 580, "小心轻放　防潮　向上", Style(Face.HEI_BOLD, 64, (60, 40, 24)))
    for x in (1000, 1180, 1340):
        page.pen.polygon([(x, 760), (x + 60, 660), (x + 120, 760)], outline=(60, 40, 24), width=8)
    page.pen.rectangle((0, 440, 1500, 470), fill=(214, 186, 140))
    return page


def _bottle(facts: Facts, rng: Random) -> Canvas:
    page, colour = Canvas.blank((760, 1300)), rng.choice(_COLOURS)
    gradient(page.image, colour, _WHITE, angle=0.1)
    page.pen.rectangle((90, 260, 670, 1080), fill=(250, 248, 240), outline=(180, 150, 80), width=8)
    page.centred(
        380,
        420,
        rng.choice(("陈年老窖", "高山绿茶", "草本洗发露", "初榨橄榄油")),
        Style(Face.KAI, 100, colour, stroke=2),
    )
    page.centred(380, 560, rng.choice(("净含量 500ml", "52%vol 500mL", "净含量：250克")), Style(Face.HEI, 40))
    page.centred(380, 900, f"{city(facts)}{rng.choice(words('companies'))}", Style(Face.SONG, 34))
    page.centred(380, 980, f"{digits(rng, 8)} 合格", Style(Face.MONO, 34))
    return page


def _leaflet(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1240, 1000))
    name = rng.choice(words("medicines"))
    page.centred(620, 80, f"{name}说明书", Style(Face.HEI_BOLD, 44))
    parts = (
        f"【药品名称】{name}",
        "【适应症】用于缓解轻至中度疼痛，也用于普通感冒引起的发热。",
        "【用法用量】口服。成人一次一粒，一日二次，饭后温水送服。",
        "【不良反应】偶见恶心、呕吐、皮疹，停药后可自行恢复。",
        "【禁忌】对本品过敏者禁用，孕妇及哺乳期妇女慎用。",
        "【贮藏】密封，在阴凉处保存。",
        "【注意事项】如与其他药物同时使用可能会发生药物相互作用，详情请咨询医师或药师。",
    )
    for left in (70, 640):
        flow(
            page,
            rng.sample(parts, len(parts)),
            Style(Face.SONG, 25, leading=1.6),
            Rect(left, 130, left + 530, 940),
            indent=0,
        )
    return page


_LAYOUTS = (_medicine, _food, _carton, _bottle, _leaflet)
