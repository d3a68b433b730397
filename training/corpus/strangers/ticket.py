"""Draws tickets: a train's, a cinema's, a boarding pass, a coach's, a park's, a parking slip, a queue number."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.facts import pinyin
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import bars, city, digits, drawn, lines, money, sheet, some, squares, words


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("ticket", _LAYOUTS, facts, seed)


def _train(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1000, 640), rng.choice(((206, 228, 242), (246, 214, 206))))
    guilloche(page.image, rng, ((190, 216, 234),), spacing=14)
    start, end = some(rng, "stations", 2)
    page.text(50, 80, f"{rng.choice('ABEFGZ')}{digits(rng, 6)}", Style(Face.MONO, 36, (190, 60, 60)))
    page.text(90, 170, f"{start}站", Style(Face.HEI_BOLD, 56))
    page.text(650, 170, f"{end}站", Style(Face.HEI_BOLD, 56))
    page.centred(500, 160, f"{rng.choice('GDKZ')}{rng.randint(1, 9999)}", Style(Face.HEI, 52))
    text = Style(Face.SONG, 36)
    lines(
        page,
        (
            (
                f"{plain_date(facts.decided_on)} {rng.randint(6, 22)}:{rng.randint(10, 59)}开　"
                f"{rng.randint(1, 16):02}车{rng.randint(1, 20):02}A号"
            ),
            f"￥{money(rng, 10, 900)}元　　　二等座",
            "限乘当日当次车",
            f"{facts.applicant.id_number[:10]}****{facts.applicant.id_number[-4:]} {facts.applicant.name}",
        ),
        text,
        (60, 260),
    )
    squares(page, 800, 400, 160, rng)
    page.text(60, 570, f"{digits(rng, 21)} {start}售", Style(Face.SONG, 28))
    return page


def _cinema(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (560, 1000))
    page.centred(280, 90, rng.choice(("星光国际影城", "大地剧院", "城市大剧院")), Style(Face.HEI_BOLD, 44))
    said = (
        f"影片：{rng.choice(words('headlines'))[:8]}",
        f"厅号：{rng.randint(1, 12)}号厅",
        f"座位：{rng.randint(1, 15)}排{rng.randint(1, 30)}座",
        f"时间：{facts.decided_on} 19:{digits(rng, 2)}",
        f"票价：{money(rng, 20, 120)}元",
        "请妥善保管，副券撕下无效",
    )
    lines(page, said, Style(Face.ZEN, 32, leading=1.9), (50, 190))
    squares(page, 180, 700, 200, rng)
    return page


def _boarding(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1700, 640))
    page.pen.rectangle((0, 0, 1700, 110), fill=rng.choice(((20, 80, 160), (190, 30, 50), (0, 110, 120))))
    page.text(60, 78, "登机牌 BOARDING PASS", Style(Face.HEI_BOLD, 50, (255, 255, 255)))
    start, end = some(rng, "stations", 2)
    said = {
        "姓名 NAME": pinyin(facts.agent.name),
        "航班 FLIGHT": f"MU{digits(rng, 4)}",
        "日期 DATE": f"{facts.decided_on:%d%b}".upper(),
        "登机口 GATE": f"B{rng.randint(1, 60)}",
        "出发地 FROM": start[:2],
        "目的地 TO": end[:2],
        "座位 SEAT": f"{rng.randint(1, 60)}{rng.choice('ABCJK')}",
        "登机时间 TIME": f"{rng.randint(6, 22)}:{rng.randint(10, 59)}",
    }
    for i, (label, value) in enumerate(said.items()):
        x, y = 60 + (i % 4) * 290, 180 + (i // 4) * 190
        page.text(x, y, label, Style(Face.HEI, 26, (90, 90, 90)))
        page.text(x, y + 60, value, Style(Face.MONO, 42))
    page.pen.line((1260, 110, 1260, 640), fill=(150, 150, 150), width=3)
    lines(page, (pinyin(facts.agent.name), said["航班 FLIGHT"], said["座位 SEAT"]), Style(Face.MONO, 40), (1310, 200))
    bars(page, Rect(1320, 420, 1640, 560), rng)
    return page


def _coach(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (900, 420))
    start, end = some(rng, "stations", 2)
    page.centred(450, 70, f"{city(facts)}汽车客运站 客票", Style(Face.SONG_BOLD, 40, (30, 90, 60)))
    lines(
        page,
        (
            f"{start} → {end}",
            f"乘车日期 {facts.decided_on}　开车时间 {rng.randint(6, 20)}:30",
            f"票价 {money(rng, 10, 200)}元　座号 {rng.randint(1, 45)}　检票口 {rng.randint(1, 12)}",
        ),
        Style(Face.HEI, 36, leading=1.8),
        (50, 160),
    )
    bars(page, Rect(50, 340, 560, 395), rng)
    return page


def _park(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1300, 560), (200, 226, 206))
    page.pen.polygon(
        [(0, 560), (300, 180), (560, 400), (820, 140), (1300, 560)], fill=rng.choice(((90, 150, 110), (110, 130, 170)))
    )
    page.text(
        80,
        110,
        f"{city(facts)}{rng.choice(('西山公园', '古城景区', '海洋馆', '动物园'))}",
        Style(Face.KAI, 70, (30, 60, 50), stroke=1),
    )
    page.text(80, 200, f"门票 {rng.randint(2, 20) * 10}元", Style(Face.HEI_BOLD, 52, (150, 40, 30)))
    page.text(80, 500, f"№ {digits(rng, 8)}　当日有效　遗失不补", Style(Face.SONG, 30, (250, 250, 250)))
    page.pen.line((1060, 0, 1060, 560), fill=(250, 250, 250), width=4)
    page.text(1100, 300, "副 券", Style(Face.HEI_BOLD, 60, (250, 250, 250)))
    return page


def _slip(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (480, 720))
    kind = rng.choice(("排队号", "停车小票", "ATM客户通知书", "快递寄存"))
    page.centred(240, 80, kind, Style(Face.ZEN, 40))
    page.centred(240, 220, f"{rng.choice('ABC')}{digits(rng, 3)}", Style(Face.HEI_BOLD, 110))
    lines(
        page,
        (
            f"日期 {facts.decided_on}",
            f"时间 {rng.randint(8, 20)}:{rng.randint(10, 59)}",
            f"地点 {rng.choice(words('shops'))}",
            f"流水号 {digits(rng, 10)}",
            "请耐心等候叫号",
        ),
        Style(Face.ZEN, 30),
        (50, 320),
    )
    return page


_LAYOUTS = (_train, _cinema, _boarding, _coach, _park, _slip)
