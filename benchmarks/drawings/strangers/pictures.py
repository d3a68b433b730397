"""Pictures without a paper in them, or with little to read: plans, maps, comics, music, screens, cloth, wood, faces."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.drawings.marks import portrait
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, Canvas, Colour, Style, wrap
from intake.drawing.fonts import Face

_SCREEN = (1080, 2160)
_PHOTO = (1200, 900)


def floor_plan(_facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank((1654, 1300))
    rooms = ("主卧", "次卧", "客厅", "厨房", "卫生间", "阳台", "书房", "玄关")
    x = 150
    for column in range(3):
        width, y = rng.randint(320, 480), 150
        for _ in range(rng.randint(2, 3)):
            height = rng.randint(260, 420)
            page.pen.rectangle((x, y, x + width, y + height), outline=INK, width=8)
            page.centred(x + width / 2, y + height / 2, rooms[(column * 3 + y) % len(rooms)], Style(Face.HEI, 34))
            page.centred(x + width / 2, y + height / 2 + 44, f"{width * 8}x{height * 8}", Style(Face.HEI, 24))
            page.pen.arc((x + width - 90, y + height - 90, x + width + 90, y + height + 90), 180, 270, INK, 3)
            y += height
        x += width
    page.mark(120, 1260)
    return Drawing((page.page(),))


def map_(_facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank(_PHOTO, (236, 240, 226))
    for _ in range(rng.randint(8, 14)):
        points = [(rng.randint(-100, 1300), rng.randint(-100, 1000)) for _ in range(3)]
        page.pen.line(points, fill=(255, 255, 255), width=rng.randint(10, 34), joint="curve")
    river = [(i * 100, 450 + 180 * math.sin(i / 2 + rng.random())) for i in range(-1, 14)]
    page.pen.line(river, fill=(150, 196, 232), width=50, joint="curve")
    for name in rng.sample(("黄河路", "市第二中学", "人民公园", "汽车站", "南湖", "铁路新村", "百货大楼", "化肥厂"), 6):
        page.text(rng.randint(60, 900), rng.randint(80, 840), name, Style(Face.HEI, 28, (90, 80, 70)))
    page.mark(1060, 880, 20)
    return Drawing((page.page(),))


def comic(_facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank(A4)
    says = ("你看见我的猫了吗？", "哎呀！", "原来在屋顶上。", "快下来吃饭！", "喵——", "真拿你没办法。")
    for i, text in enumerate(says):
        left, top = 110 + i % 2 * 730, 140 + i // 2 * 690
        page.pen.rectangle((left, top, left + 690, top + 640), outline=INK, width=6)
        x, y = left + rng.randint(200, 480), top + rng.randint(350, 440)
        page.pen.ellipse((x - 110, y - 110, x + 110, y + 110), outline=INK, width=5)
        page.pen.ellipse((x - 46, y - 30, x - 26, y - 10), fill=INK)
        page.pen.ellipse((x + 26, y - 30, x + 46, y - 10), fill=INK)
        page.pen.arc((x - 50, y, x + 50, y + 60), 10, 170, INK, 5)
        page.pen.ellipse((left + 60, top + 50, left + 560, top + 190), outline=INK, width=4)
        page.centred(left + 310, top + 134, text, Style(Face.HEI, 38))
    page.mark(120, 2290)
    return Drawing((page.page(),))


def music(_facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank(A4)
    page.centred(827, 200, "晚风圆舞曲", Style(Face.KAI, 70))
    for staff in range(8):
        top = 330 + staff * 220
        for line in range(5):
            page.pen.line((160, top + line * 22, 1494, top + line * 22), fill=INK, width=2)
        for bar in range(5):
            page.pen.line((160 + bar * 333, top, 160 + bar * 333, top + 88), fill=INK, width=3)
        for note in range(rng.randint(12, 20)):
            x, y = 240 + note * 64, top + rng.randint(-1, 9) * 11
            page.pen.ellipse((x - 14, y - 10, x + 14, y + 10), fill=INK)
            page.pen.line((x + 13, y, x + 13, y - 70), fill=INK, width=3)
    page.mark(120, 2290)
    return Drawing((page.page(),))


def chat(facts: Facts, rng: Random) -> Drawing:
    """Draw the screen of a telephone: messages about money of a case."""
    page = Canvas.blank(_SCREEN, (237, 237, 237))
    page.centred(540, 150, facts.respondent.name, Style(Face.HEI, 48))
    says = (
        "在吗？钱什么时候还", "再宽限几天，月底一定",
        "上次你也这么说的", f"先转你{rng.randint(5, 50) * 100}行不行", "法院那边我已经申请执行了",
        f"账号发我一下 {facts.account.number}", "好的收到", "[图片]", f"案号是{facts.case_number}",
    )  # fmt: skip
    y = 300
    for i, text in enumerate(rng.sample(says, 7)):
        style = Style(Face.HEI, 42)
        lines = wrap(text, style, 620)
        width, height = max(style.width(line) for line in lines) + 60, len(lines) * 62 + 44
        left = 160 if i % 2 else 1080 - 160 - width
        page.pen.rounded_rectangle(
            (left, y, left + width, y + height), 16, fill=(255, 255, 255) if i % 2 else (149, 236, 105)
        )
        avatar = 40 if i % 2 else 950
        page.pen.rounded_rectangle(
            (avatar, y, avatar + 90, y + 90), 10, fill=rng.choice(((120, 150, 200), (200, 140, 120)))
        )
        for k, line in enumerate(lines):
            page.text(left + 30, y + 60 + k * 62, line, style)
        y += height + 60
    page.mark(900, 2130, 22)
    return Drawing((page.page(),))


def shopping(_facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank(_SCREEN, (246, 246, 246))
    page.pen.rectangle((0, 0, 1080, 200), fill=(240, 80, 30))
    page.text(60, 150, "我的订单", Style(Face.HEI, 54, (255, 255, 255)))
    for i in range(4):
        top = 240 + i * 440
        page.pen.rounded_rectangle((30, top, 1050, top + 410), 24, fill=(255, 255, 255))
        colour: Colour = (rng.randint(90, 230), rng.randint(90, 230), rng.randint(90, 230))
        page.pen.rounded_rectangle((60, top + 90, 300, top + 330), 16, fill=colour)
        page.text(60, top + 60, "交易成功", Style(Face.HEI, 34, (240, 80, 30)))
        page.text(
            330,
            top + 150,
            rng.choice(("加厚保暖棉拖鞋男女通用", "不锈钢保温杯大容量", "无线蓝牙耳机", "新疆灰枣五斤装")),
            Style(Face.HEI, 38),
        )
        page.text(330, top + 230, f"实付 ￥{rng.randint(9, 399)}.{rng.randint(10, 99)}", Style(Face.HEI, 40))
        page.text(700, top + 380, "再来一单　评价", Style(Face.HEI, 34, (120, 120, 120)))
    page.mark(900, 2130, 22)
    return Drawing((page.page(),))


def slide(facts: Facts, rng: Random) -> Drawing:
    """Draw a slide of a talk, with a chart of bars."""
    page = Canvas.blank((1600, 900), (20, 48, 92))
    page.text(100, 150, f"{facts.decided_on.year}年度销售总结", Style(Face.HEI, 72, (255, 255, 255), stroke=1))
    for i in range(6):
        height = rng.randint(80, 480)
        page.pen.rectangle((160 + i * 220, 780 - height, 300 + i * 220, 780), fill=(240, 170, 60))
        page.centred(230 + i * 220, 840, f"{i * 2 + 1}月", Style(Face.HEI, 36, (255, 255, 255)))
    page.mark(1440, 880, 20, (160, 170, 190))
    return Drawing((page.page(),))


def wood(_facts: Facts, rng: Random) -> Drawing:
    chance = np.random.default_rng(rng.getrandbits(32))
    coarse = Image.fromarray(chance.integers(90, 190, (120, 6), dtype=np.uint8)).resize(
        _PHOTO, Image.Resampling.BICUBIC
    )
    grain = np.asarray(coarse, np.float32)[..., None] * np.array([1.0, 0.74, 0.5], np.float32)
    return _photo(Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8)))


def cloth(_facts: Facts, rng: Random) -> Drawing:
    y, x = np.mgrid[0 : _PHOTO[1], 0 : _PHOTO[0]]
    weave = (np.sin(x / rng.uniform(1.5, 4)) + np.sin(y / rng.uniform(1.5, 4)))[..., None] * 16
    colour = np.array([rng.randint(40, 200) for _ in range(3)], np.float64)
    folds = 30 * np.sin((x + 0.4 * y) / rng.uniform(60, 140))[..., None]
    return _photo(Image.fromarray(np.clip(colour + weave + folds, 0, 255).astype(np.uint8)))


def sky(_facts: Facts, rng: Random) -> Drawing:
    chance = np.random.default_rng(rng.getrandbits(32))
    clouds = Image.fromarray(chance.integers(0, 255, (9, 12), dtype=np.uint8)).resize(_PHOTO, Image.Resampling.BICUBIC)
    white = np.clip(np.asarray(clouds, np.float32)[..., None] / 255 * 1.6 - 0.5, 0, 1)
    blue = np.array([110, 160, 220], np.float32)
    picture = Canvas(Image.fromarray((blue * (1 - white) + 250 * white).astype(np.uint8)))
    ridge = [(x, 760 + 60 * math.sin(x / 130 + rng.random())) for x in range(0, 1240, 40)]
    picture.pen.polygon([(0, 900), *ridge, (1200, 900)], fill=(54, 74, 60))
    return _photo(picture.image)


def faces(_facts: Facts, rng: Random) -> Drawing:
    """Draw a photograph of several people, none of whom exists."""
    page = Canvas.blank(_PHOTO, (196, 204, 206))
    for i in range(rng.randint(1, 3)):
        portrait(page, Rect(60 + i * 380, 140, 420 + i * 380, 900), rng, (196, 204, 206))
    return _photo(page.image)


def lone_number(facts: Facts, rng: Random) -> Drawing:
    """Draw a note with nothing but a day and a telephone number, written large."""
    page = Canvas.blank((1200, 900), (252, 236, 140))
    page.paste_text((600, 400), facts.phone, Style(Face.KAI, 110, (30, 40, 120)), rng.uniform(-8, 8))
    page.paste_text((600, 640), plain_date(facts.decided_on), Style(Face.KAI, 70, (30, 40, 120)), rng.uniform(-6, 6))
    page.mark(1060, 880, 20)
    return Drawing((page.page(),))


def _photo(image: Image.Image) -> Drawing:
    return Drawing((Canvas(image.filter(ImageFilter.GaussianBlur(1.2))).page(),))
