"""Draws driving papers: a licence, its second sheet, a vehicle's licence and its second sheet, the electronic one."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import RED, Seal, seal_ink
from training.corpus.kit import Grid, bars, city, digits, drawn, face, lines, squares, table

_GREEN, _BLACK = (60, 110, 90), (30, 30, 34)
_SIZE = (1040, 720)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("driving", _LAYOUTS, facts, seed)


def _paper(rng: Random) -> Canvas:
    page = Canvas.blank(_SIZE, (246, 250, 246))
    guilloche(page.image, rng, ((214, 232, 222), (236, 222, 214)), spacing=rng.choice((12, 17)))
    page.pen.rounded_rectangle((14, 14, 1026, 706), 20, outline=(150, 180, 165), width=3)
    return page


def _square_seal(page: Canvas, facts: Facts, at: tuple[int, int]) -> None:
    """Stamp the square seal of the traffic police."""
    x, y = at
    page.pen.rectangle((x, y, x + 190, y + 190), outline=RED, width=5)
    name = f"{city(facts)}公安局交通警察支队"
    for i in range(0, min(len(name), 12), 4):
        page.text(x + 14, y + 52 + i * 15, name[i : i + 4], Style(Face.SONG_BOLD, 40, RED))


def _number(facts: Facts, rng: Random) -> str:
    return f"{facts.case_number[6]}{rng.choice('ABCDE')}{rng.choice('FGHJKL')}{digits(rng, 4)}"


def _licence(facts: Facts, rng: Random) -> Canvas:
    page, person = _paper(rng), facts.agent
    page.centred(520, 80, "中华人民共和国机动车驾驶证", Style(Face.HEI_BOLD, 46, _BLACK))
    page.centred(520, 116, "Driving License of the People's Republic of China", Style(Face.HEI, 22, _GREEN))
    label, value = Style(Face.SONG, 22, _GREEN), Style(Face.HEI, 32, _BLACK)
    page.text(60, 170, "证号", label)
    page.text(160, 170, person.id_number, value)
    for y, name, said in (
        (230, "姓名", f"{person.name}"),
        (290, "住址", person.address[:16]),
        (370, "出生日期", str(person.born_on)),
        (430, "初次领证日期", str(facts.decided_on - timedelta(days=4000))),
        (490, "准驾车型", rng.choice(("C1", "B2", "A1", "C2"))),
    ):
        page.text(300, y, name, label)
        page.text(460, y, said, value)
    page.text(700, 230, f"性别 {person.sex}  国籍 中国", value.sized(26))
    _square_seal(page, facts, (60, 380))
    face(page, Rect(810, 300, 980, 530), rng)
    page.text(
        60, 650, f"有效期限  {facts.decided_on} 至 {facts.decided_on.replace(year=facts.decided_on.year + 10)}", value
    )
    return page


def _second(facts: Facts, rng: Random) -> Canvas:
    page, person = _paper(rng), facts.agent
    page.centred(520, 84, "中华人民共和国机动车驾驶证副页", Style(Face.HEI_BOLD, 42, _BLACK))
    rows = (
        ("证号", person.id_number),
        ("姓名", person.name),
        ("档案编号", digits(rng, 12)),
        ("记录", f"请于{facts.confirmed_on}前九十日内申请换领新驾驶证。"),
    )
    table(page, 140, rows, Style(Face.SONG, 32, _BLACK), Grid(60, 980, (1, 4), 100, _GREEN))
    bars(page, Rect(330, 590, 710, 660), rng)
    return page


def _vehicle(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    page.centred(520, 80, "中华人民共和国机动车行驶证", Style(Face.HEI_BOLD, 46, _BLACK))
    label, value = Style(Face.SONG, 22, _GREEN), Style(Face.HEI, 30, _BLACK)
    said = {
        "号牌号码": _number(facts, rng),
        "车辆类型": rng.choice(("小型轿车", "轻型货车", "小型普通客车")),
        "所有人": facts.agent.name,
        "住址": facts.agent.address[:20],
        "使用性质": "非营运",
        "品牌型号": f"牌{rng.choice('ABDF')}{digits(rng, 4)}AT",
        "车辆识别代号": f"L{rng.choice('SFGB')}V{digits(rng, 14)}",
        "发动机号码": digits(rng, 8),
        "注册日期": str(facts.decided_on - timedelta(days=900)),
    }
    for i, (name, text) in enumerate(said.items()):
        x, y = (300, 160 + i * 60) if i else (60, 160)
        page.text(x, y, name, label)
        page.text(x + 150, y, text, value)
    _square_seal(page, facts, (70, 460))
    return page


def _vehicle_second(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    rows = (
        ("号牌号码", _number(facts, rng), "档案编号", digits(rng, 12)),
        ("核定载人数", f"{rng.choice((5, 7, 2))}人", "总质量", f"{rng.randint(1200, 2600)}kg"),
        ("整备质量", f"{rng.randint(900, 1900)}kg", "核定载质量", "——"),
        ("外廓尺寸", "4630×1780×1480mm", "准牵引总质量", "——"),
        ("备注", f"强制报废期止：{facts.decided_on.year + 15}-12-31", "", ""),
    )
    y = table(page, 60, rows, Style(Face.SONG, 28, _BLACK), Grid(50, 990, (1, 1.8, 1, 1.4), 90, _GREEN))
    page.text(
        60, y + 70, f"检验记录  检验有效期至{facts.decided_on:%Y年%m月}有效 {city(facts)}", Style(Face.HEI, 30, _BLACK)
    )
    ink = seal_ink(Seal("检验合格", 60), rng)
    page.pen.ellipse((860, y + 20, 860 + ink.shape[1] // 2, y + 20 + ink.shape[0] // 2), outline=RED, width=4)
    return page


def _electronic(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((760, 1500), (238, 242, 248))
    page.pen.rectangle((0, 0, 760, 170), fill=(40, 110, 210))
    page.centred(380, 120, rng.choice(("电子驾驶证", "电子行驶证")), Style(Face.HEI_BOLD, 44, (255, 255, 255)))
    page.pen.rounded_rectangle((40, 210, 720, 1440), 24, fill=(255, 255, 255))
    face(page, Rect(280, 250, 480, 510), rng)
    person = facts.agent
    said = (
        f"姓名　{person.name[0]}**",
        f"证号　{person.id_number[:4]}**********{person.id_number[-4:]}",
        "准驾车型　C1",
        f"累积记分　{rng.randrange(12)}分",
        "状态　正常",
        f"有效期至　{facts.confirmed_on}",
    )
    lines(page, said, Style(Face.HEI, 36, leading=1.9), (90, 610))
    squares(page, 240, 1060, 280, rng)
    return page


_LAYOUTS = (_licence, _second, _vehicle, _vehicle_second, _electronic)
