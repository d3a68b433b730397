"""Draws cards that are no bank card: social security, transport, membership, a work badge, a student's."""

from __future__ import annotations

from random import Random

from PIL import Image

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import CARD, Canvas, Colour, Style
from intake.drawing.card import gradient, guilloche, raised, round_corners
from intake.drawing.fonts import Face
from intake.drawing.words import grouped
from training.corpus.kit import bars, city, digits, drawn, face, lines, squares, words

_DARK: Colour = (30, 40, 60)
_LIGHT: Colour = (250, 250, 246)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("member_card", _LAYOUTS, facts, seed)


def _card(rng: Random, colours: tuple[Colour, Colour]) -> Canvas:
    card = Canvas.blank(CARD)
    gradient(card.image, *colours, angle=rng.uniform(0.1, 1.4))
    return card


def _marked(card: Canvas, colour: Colour) -> Canvas:
    card.mark(60, 622, 22, colour)
    round_corners(card.image)
    return card


def _chip(card: Canvas, x: int, y: int) -> None:
    card.pen.rounded_rectangle((x, y, x + 120, y + 96), 14, fill=(222, 196, 120), outline=(120, 100, 60), width=3)
    card.pen.line((x, y + 32, x + 120, y + 32), fill=(120, 100, 60), width=3)
    card.pen.line((x, y + 64, x + 120, y + 64), fill=(120, 100, 60), width=3)


def _social(facts: Facts, rng: Random) -> Canvas:
    card = _card(rng, rng.choice((((196, 226, 240), (236, 240, 226)), ((244, 214, 200), (250, 240, 226)))))
    guilloche(card.image, rng, ((176, 206, 226),), spacing=13)
    person = facts.applicant
    card.centred(506, 92, "中华人民共和国社会保障卡", Style(Face.HEI_BOLD, 46, _DARK, 4))
    face(card, Rect(70, 150, 300, 440), rng)
    said = (
        f"姓名  {person.name}",
        f"社会保障号码  {person.id_number}",
        f"发卡日期  {facts.decided_on:%Y年%m月}",
        "有效期限  10年",
    )
    lines(card, said, Style(Face.HEI, 34, _DARK, leading=1.9), (340, 210))
    card.text(70, 520, f"社会保障卡卡号 {digits(rng, 9)}", Style(Face.HEI, 34, _DARK))
    if rng.random() < 0.5:
        card.text(70, 580, grouped(facts.account.number), Style(Face.MONO, 40, _DARK))
    _chip(card, 820, 440)
    return _marked(card, _DARK)


def _social_back(facts: Facts, rng: Random) -> Canvas:
    card = _card(rng, ((226, 232, 240), (206, 222, 236)))
    card.pen.rectangle((0, 60, 1012, 160), fill=(30, 30, 32))
    card.pen.rectangle((70, 200, 640, 270), fill=(250, 250, 250))
    card.text(80, 246, "持卡人签名", Style(Face.SONG, 26, (120, 120, 120)))
    said = (
        f"{city(facts)}人力资源和社会保障局",
        "本卡仅限本人使用，遗失请及时挂失",
        f"服务电话 12333　合作银行 {rng.choice(words('banks'))}",
        "医疗保险个人账户专用，不得转借他人",
    )
    lines(card, said, Style(Face.HEI, 30, _DARK, leading=1.8), (80, 350))
    return _marked(card, _DARK)


def _transport(facts: Facts, rng: Random) -> Canvas:
    card = _card(rng, rng.choice((((20, 130, 190), (120, 210, 170)), ((230, 120, 40), (250, 200, 90)))))
    for i in range(6):
        card.pen.arc((-200 + i * 90, 200, 700 + i * 90, 900), 200, 320, fill=(255, 255, 255), width=5)
    card.text(
        80,
        150,
        f"{city(facts)[:-1]}{rng.choice(('市民卡', '公交卡', '一卡通', '地铁卡'))}",
        Style(Face.HEI_BOLD, 72, _LIGHT),
    )
    card.text(80, 220, "PUBLIC TRANSPORT CARD", Style(Face.HEI, 30, _LIGHT))
    card.text(80, 560, f"NO. {digits(rng, 4)} {digits(rng, 4)} {digits(rng, 4)}", Style(Face.MONO, 40, _LIGHT))
    return _marked(card, _LIGHT)


def _member(_facts: Facts, rng: Random) -> Canvas:
    card = _card(
        rng, rng.choice((((34, 34, 40), (90, 80, 70)), ((150, 20, 50), (220, 90, 110)), ((30, 70, 60), (90, 150, 120))))
    )
    card.text(80, 130, rng.choice(words("shops")), Style(Face.KAI, 64, (236, 206, 130)))
    card.text(700, 130, "VIP", Style(Face.SONG_BOLD, 100, (236, 206, 130)))
    if rng.random() < 0.6:
        raised(card, 80, 420, grouped(digits(rng, rng.choice((8, 12, 16)))), Style(Face.MONO, 54, (226, 210, 160), 3))
    else:
        card.pen.rectangle((80, 330, 560, 440), fill=(255, 255, 255))
        bars(card, Rect(100, 340, 540, 430), rng)
    card.text(
        80,
        560,
        rng.choice(("会员卡 积分可兑换礼品", "凭此卡享受九五折优惠", "储值卡 不记名 不挂失")),
        Style(Face.HEI, 34, _LIGHT),
    )
    return _marked(card, _LIGHT)


def _badge(facts: Facts, rng: Random) -> Canvas:
    card, person = Canvas.blank((638, 1012), (250, 250, 252)), facts.agent
    card.pen.rectangle((0, 0, 638, 220), fill=rng.choice(((20, 70, 150), (160, 30, 40), (20, 110, 80))))
    card.pen.rounded_rectangle((250, 30, 388, 60), 14, fill=(240, 240, 240))
    card.centred(319, 150, rng.choice(("工作证", "出入证", "参会证")), Style(Face.HEI_BOLD, 62, _LIGHT, 12))
    face(card, Rect(200, 260, 438, 560), rng)
    said = (f"姓名：{person.name}", f"部门：{rng.choice(words('departments'))}", f"编号：{digits(rng, 6)}")
    lines(card, said, Style(Face.HEI, 38, leading=1.8), (110, 660))
    squares(card, 460, 830, 130, rng)
    return card


def _student(facts: Facts, rng: Random) -> Canvas:
    page, person = Canvas.blank((1300, 900), (244, 246, 240)), facts.child
    page.pen.line((650, 0, 650, 900), fill=(190, 190, 190), width=5)
    page.image = Image.blend(page.image, Image.new("RGB", page.image.size, (226, 200, 170)), rng.uniform(0, 0.3))
    face(page, Rect(200, 150, 450, 480), rng)
    page.centred(
        325, 600, rng.choice(("学 生 证", "图书证", "残疾人证", "老年优待证")), Style(Face.KAI, 70, (150, 30, 30))
    )
    page.centred(325, 700, city(facts) + rng.choice(words("schools")), Style(Face.SONG, 36))
    said = (
        f"姓　名  {person.name}",
        f"性　别  {person.sex}",
        f"出生年月  {person.born_on:%Y.%m}",
        f"学　号  {digits(rng, 10)}",
        f"班　级  {rng.randint(1, 9)}班",
        f"发证日期  {facts.decided_on}",
    )
    lines(page, said, Style(Face.SONG, 38, leading=2.2), (710, 190))
    return page


_LAYOUTS = (_social, _social_back, _transport, _member, _badge, _student)
