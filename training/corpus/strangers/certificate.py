"""Draws certificates: a diploma, a marriage, a title of a flat, an award, a birth, a qualification."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import hanzi_date, plain_date
from training.corpus.kit import Grid, city, digits, drawn, face, flow, lines, squares, table, words

_RED, _GOLD = (160, 24, 30), (176, 132, 50)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("certificate", _LAYOUTS, facts, seed)


def _diploma(facts: Facts, rng: Random) -> Canvas:
    page, person = Canvas.blank((1500, 1060), (252, 248, 238)), facts.agent
    guilloche(page.image, rng, ((240, 226, 206),), spacing=18)
    page.pen.rectangle((40, 40, 1460, 1020), outline=_GOLD, width=10)
    school = city(facts) + rng.choice(words("schools"))
    page.centred(750, 200, rng.choice(("毕 业 证 书", "学士学位证书", "结业证书")), Style(Face.KAI, 90, _RED, stroke=2))
    face(page, Rect(130, 300, 360, 610), rng)
    text = (
        f"学生{person.name}，性别{person.sex}，{plain_date(person.born_on)}生，于{person.born_on.year + 18}年九月至"
        f"{person.born_on.year + 22}年七月在本校{rng.choice(words('majors'))}专业学习，修完教学计划规定的全部课程，"
        "成绩合格，准予毕业。"
    )
    flow(page, (text,), Style(Face.KAI, 42, leading=1.8), Rect(420, 300, 1380, 720))
    page.text(420, 800, f"校　　名：{school}", Style(Face.KAI, 38))
    page.text(420, 870, f"证书编号：{digits(rng, 18)}", Style(Face.SONG, 30))
    page.text(960, 940, hanzi_date(facts.decided_on), Style(Face.KAI, 36))
    stamp(page, Seal(school, 120), (1120, 850), rng)
    return page


def _marriage(facts: Facts, rng: Random) -> Canvas:
    page, a, b = Canvas.blank((1500, 1050), (250, 226, 220)), facts.applicant, facts.respondent
    guilloche(page.image, rng, ((246, 206, 200), (244, 214, 196)), spacing=14)
    page.pen.line((750, 20, 750, 1030), fill=(220, 160, 150), width=4)
    page.centred(375, 130, "结婚证", Style(Face.KAI, 80, _RED, stroke=2))
    lines(
        page,
        (
            f"持 证 人　{a.name}",
            f"登记日期　{plain_date(facts.decided_on)}",
            f"结婚证字号　J{digits(rng, 6)}-{facts.decided_on.year}-{digits(rng, 6)}",
            "备　　注",
        ),
        Style(Face.SONG, 34, leading=2.2),
        (80, 280),
    )
    page.text(80, 960, "登记机关（盖章）：" + city(facts) + "民政局", Style(Face.SONG, 30))
    stamp(page, Seal(city(facts) + "民政局", 110, "婚姻登记专用章"), (480, 860), rng)
    page.pen.rectangle((960, 60, 1300, 300), fill=(190, 40, 44))
    face(page, Rect(980, 70, 1130, 298), rng)
    face(page, Rect(1130, 70, 1280, 298), rng)
    for top, person in ((380, a), (690, b)):
        said = (
            f"姓名　{person.name}　　性别　{person.sex}",
            f"国籍　中国　出生日期　{plain_date(person.born_on)}",
            f"身份证件号　{person.id_number}",
        )
        lines(page, said, Style(Face.SONG, 32, leading=1.9), (810, top))
    return page


def _title_deed(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1500, 1050), (250, 244, 236))
    guilloche(page.image, rng, ((240, 224, 216),), spacing=16)
    page.text(
        120,
        120,
        f"{facts.court_name[0]}（{facts.decided_on.year}）{city(facts)}不动产权第{digits(rng, 7)}号",
        Style(Face.SONG, 34),
    )
    label = rng.choice((("权利人", "共有情况"), ("房屋所有权人", "共有情况")))
    rows = (
        (label[0], facts.applicant.name),
        (label[1], rng.choice(("单独所有", "共同共有"))),
        ("坐落", facts.applicant.address),
        ("不动产单元号", f"{digits(rng, 12)} GB{digits(rng, 5)} F{digits(rng, 8)}"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("权利性质", "出让/市场化商品房"),
        ("用途", "城镇住宅用地/住宅"),
        ("面积", f"房屋建筑面积{rng.randint(50, 160)}.{digits(rng, 2)}平方米"),
        ("使用期限", f"国有建设用地使用权{rng.randint(2055, 2085)}年止"),
    )
    table(page, 160, rows, Style(Face.SONG, 30), Grid(110, 1390, (1, 4), 84))
    return page


def _award(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1400, 980), rng.choice(((254, 250, 240), (250, 232, 214))))
    page.pen.rectangle((50, 50, 1350, 930), outline=_GOLD, width=14)
    page.pen.rectangle((80, 80, 1320, 900), outline=_RED, width=3)
    page.centred(700, 250, rng.choice(("荣誉证书", "奖 状", "聘 书", "捐赠证书")), Style(Face.SONG_BOLD, 110, _RED, 20))
    text = Style(Face.KAI, 46, leading=1.8)
    page.text(180, 390, f"{facts.agent.name} 同志：", text)
    flow(
        page,
        (
            (
                f"在{facts.decided_on.year}年度工作中成绩突出，被评为"
                f"{rng.choice(('先进工作者', '优秀员工', '三好学生', '劳动模范'))}，特发此证，以资鼓励。"
            ),
        ),
        text,
        Rect(180, 420, 1220, 680),
    )
    page.flush_right(1200, 760, facts.company.name, text.sized(38))
    page.flush_right(1200, 830, hanzi_date(facts.decided_on), text.sized(38))
    stamp(page, Seal(facts.company.name, 125), (1010, 760), rng)
    return page


def _birth(facts: Facts, rng: Random) -> Canvas:
    page, child = Canvas.blank((1240, 1754), (246, 250, 240)), facts.child
    guilloche(page.image, rng, ((222, 238, 214), (240, 226, 232)), spacing=15)
    page.centred(620, 200, "出生医学证明", Style(Face.SONG_BOLD, 70, (20, 110, 80), 14))
    page.centred(620, 256, "MEDICAL CERTIFICATE OF BIRTH", Style(Face.HEI, 26, (20, 110, 80)))
    rows = (
        ("新生儿姓名", child.name, "性别", child.sex),
        ("出生时间", f"{plain_date(child.born_on)}{rng.randint(0, 23)}时", "出生孕周", f"{rng.randint(37, 41)}周"),
        ("体重", f"{rng.randint(2500, 4200)}克", "身长", f"{rng.randint(47, 54)}厘米"),
        ("母亲姓名", facts.clerk, "年龄", str(rng.randint(22, 40))),
        ("父亲姓名", facts.applicant.name, "年龄", str(rng.randint(22, 44))),
    )
    table(page, 330, rows, Style(Face.SONG, 32), Grid(110, 1130, (1.2, 2, 1, 1.2), 110, (60, 130, 100)))
    page.text(120, 1010, f"医疗机构名称：{city(facts)}{rng.choice(words('hospitals'))}", Style(Face.SONG, 34))
    page.text(120, 1090, f"出生证编号：{'ABCDEFGH'[rng.randrange(8)]}{digits(rng, 9)}", Style(Face.SONG, 34))
    stamp(page, Seal(f"{city(facts)}妇幼保健院", 130, "出生医学证明章"), (880, 1250), rng)
    return page


def _qualification(facts: Facts, rng: Random) -> Canvas:
    page, person = Canvas.blank((1000, 1400), (252, 252, 248)), facts.agent
    page.pen.rectangle((0, 0, 1000, 130), fill=rng.choice(((20, 70, 140), (140, 24, 34), (20, 100, 70))))
    page.centred(
        500,
        88,
        rng.choice(("职业资格证书", "教师资格证书", "特种作业操作证", "医师执业证书")),
        Style(Face.HEI_BOLD, 56, (255, 255, 255)),
    )
    face(page, Rect(370, 190, 630, 540), rng)
    said = (
        f"姓　　名：{person.name}",
        f"性　　别：{person.sex}",
        f"证件号码：{person.id_number}",
        f"专　　业：{rng.choice(words('majors'))}",
        f"级　　别：{rng.choice(('初级', '中级', '高级'))}",
        f"批准日期：{plain_date(facts.decided_on)}",
        f"管 理 号：{digits(rng, 14)}",
    )
    lines(page, said, Style(Face.SONG, 36, leading=1.9), (160, 640))
    squares(page, 760, 1180, 150, rng)
    stamp(page, Seal(f"{city(facts)}人力资源和社会保障局", 120), (560, 1150), rng)
    return page


_LAYOUTS = (_diploma, _marriage, _title_deed, _award, _birth, _qualification)
