"""Draws what is not needed: a receipt, a menu, a letter, a landscape without a word, an empty sheet."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageFilter

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Style, paragraph
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date

_DISHES = (
    "西湖醋鱼",
    "东坡肉",
    "麻婆豆腐",
    "宫保鸡丁",
    "清炒时蔬",
    "酸辣土豆丝",
    "红烧排骨",
    "番茄蛋汤",
    "扬州炒饭",
    "小笼包",
)
_GOODS = ("矿泉水550ml", "纯牛奶250ml", "全麦面包", "抽纸3包", "洗衣液2kg", "苹果", "酱油500ml", "大米5kg", "牙膏120g")


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: which one follows the seed (0 receipt, 1 menu, 2 letter, 3 landscape, 4 empty sheet)."""
    rng = Random(f"other {seed}")
    canvas = _FAMILY[seed % len(_FAMILY)](facts, rng)
    return Drawing((canvas.page(),))


def _receipt(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((640, 1160), (252, 251, 247))
    text = Style(Face.ZEN, 28)
    page.centred(320, 84, rng.choice(("惠民生活超市", "邻里便利店", "万家福购物中心")), Style(Face.HEI_BOLD, 40))
    page.centred(320, 136, "购物小票", text)
    page.text(40, 196, f"日期：{facts.decided_on.isoformat()}  收银员：{rng.randint(1, 40):03}", text.sized(24))
    total, y = 0, 280.0
    for name in rng.sample(_GOODS, 6):
        cents = rng.randint(180, 5990)
        total += cents
        page.text(40, y, name, text)
        page.flush_right(600, y, f"{cents / 100:.2f}", text)
        y += 58
    page.pen.line((40, y - 20, 600, y - 20), fill=(60, 60, 60), width=2)
    page.text(40, y + 40, "合计", Style(Face.HEI_BOLD, 34))
    page.flush_right(600, y + 40, f"{total / 100:.2f}", Style(Face.HEI_BOLD, 34))
    page.text(40, y + 100, "支付方式：现金", text)
    page.centred(320, y + 210, "谢谢惠顾，欢迎再次光临", text)
    page.mark(40, 1130, 24)
    return page


def _menu(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1240, 1754), (250, 242, 226))
    page.pen.rectangle((50, 50, 1190, 1704), outline=(150, 60, 40), width=6)
    page.centred(620, 210, rng.choice(("湖畔人家菜单", "老街饭店菜单")), Style(Face.KAI, 92, (130, 40, 30), stroke=1))
    y = 380.0
    for name in rng.sample(_DISHES, 9):
        page.text(180, y, name, Style(Face.KAI, 50))
        page.flush_right(1060, y, f"{rng.randint(8, 128)}元", Style(Face.HEI, 46, (150, 60, 40)))
        page.pen.line((470, y - 12, 880, y - 12), fill=(190, 170, 150), width=2)
        y += 128
    page.centred(620, 1620, "以上价格仅供参考，节假日除外", Style(Face.SONG, 36))
    page.mark(80, 1690, 28)
    return page


def _letter(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank(A4)
    style = Style(rng.choice((Face.KAI, Face.SONG)), 44)
    page.text(200, 340, f"{facts.clerk}同志：", style)
    body = (
        "您好！上次见面已经过去一个多月了，不知您近来身体可好？家里的桂花开了，满院子都是香气，孩子们放学回来总要在树下玩上一阵。",
        "前些天收拾书房，找到了您借给我的那本画册，一直忘了归还，实在抱歉。下月初我要出差路过，届时当面送还，并请您喝茶。",
        "天气转凉，请注意添衣。祝全家平安，万事如意。",
    )
    y = 440.0
    for text in body:
        y = paragraph(page, text, style, Rect(200, y, 1454, A4[1]), indent=88)
    page.flush_right(1454, y + 90, facts.respondent.name, style)
    page.flush_right(1454, y + 190, plain_date(facts.confirmed_on), style)
    page.mark(120, 2262)
    return page


def _landscape(_facts: Facts, rng: Random) -> Canvas:
    size = (1280, 960)
    image = Image.new("RGB", size)
    gradient(image, (120, 170, 220), (226, 214, 190), angle=math.pi / 2)
    pen = Canvas(image).pen
    pen.ellipse((900, 120, 1010, 230), fill=(250, 236, 190))
    for depth, colour in enumerate(((126, 150, 166), (92, 124, 120), (58, 92, 70))):
        base, phase = 430 + depth * 130, rng.uniform(0, 6)
        ridge = [
            (x, base + 70 * math.sin(x / (150 + 60 * depth) + phase) + rng.uniform(-9, 9)) for x in range(0, 1300, 12)
        ]
        pen.polygon([(0, 960), *ridge, (1290, 960)], fill=colour)
    page = Canvas(image.filter(ImageFilter.GaussianBlur(1.2)))
    page.mark(1180, 936, 30, (236, 236, 226))
    return page


def _empty(_facts: Facts, _rng: Random) -> Canvas:
    page = Canvas.blank(A4)
    page.mark(120, 2262)
    return page


_FAMILY: tuple[Callable[[Facts, Random], Canvas], ...] = (_receipt, _menu, _letter, _landscape, _empty)
