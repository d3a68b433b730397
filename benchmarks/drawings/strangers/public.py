"""Printed matter: menu, timetable, exam, poem, book, newspaper, English, source code, licence, ticket, social card."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import plastic
from benchmarks.drawings.marks import portrait, qr
from benchmarks.drawings.sheet import Cell, Flow, Table
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, Canvas, Style
from intake.drawing.card import round_corners
from intake.drawing.fonts import Face

_DISHES = (
    "水煮肉片", "干锅花菜", "黄河鲤鱼", "胡辣汤", "过桥米线", "手抓羊肉", "锅包肉", "酸汤鱼", "螺蛳粉", "臭鳜鱼",
    "大盘鸡", "刀削面", "文昌鸡", "瓦罐汤",
)  # fmt: skip
_PROSE = (
    "秋天的傍晚，渡口边没有什么人。老艄公把船拴在歪脖子柳树上，坐在石阶上抽旱烟，烟锅里的火星一明一灭。",
    "河对岸的村子升起炊烟，先是一缕，后来连成淡淡的一片，像谁在山腰上铺了一层薄棉絮。",
    "他想起三十年前发大水的那个夜里，也是这样的柳树，树干上还留着水痕，如今已经长到比人还高的地方去了。",
    "“还过河么？”有人在背后问。他回过头，看见一个背书包的孩子，裤脚卷到膝盖，手里提着一双胶鞋。",
    "老人笑了，把烟锅在鞋底上磕了磕，站起来去解缆绳。水面上起了风，芦苇一齐弯下腰去。",
)
_ENGLISH = (
    (
        "The river has always been the first road of this valley. Long before the railway came, salt "
        "and timber went down it."
    ),
    (
        "In the spring of that year the committee met twice and decided nothing; the minutes run to "
        "forty pages all the same."
    ),
    "Methods. We sampled twelve sites along a gradient of elevation and measured soil moisture at three depths weekly.",
    "Results show a weak but consistent relation between canopy cover and seedling survival (n = 348, p < 0.05).",
    (
        "It would be wrong to conclude that shade alone explains the pattern, for the wetter plots "
        "were also the least grazed."
    ),
)


def menu(_facts: Facts, rng: Random) -> Drawing:
    red = (150, 30, 20)
    flow = Flow(Style(Face.KAI, 50, red, leading=1.7), paper=(250, 238, 214))
    flow.line(f"{rng.choice('老福聚')}味楼菜谱", Style(Face.KAI, 110, red, stroke=2), at="centre")
    for dish in rng.sample(_DISHES, rng.randint(8, 13)):
        flow.page.flush_right(1420, flow.y, f"{rng.randint(12, 188)}元/份", flow.style)
        flow.line(dish)
    return Drawing(flow.finished())


def timetable(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.HEI, 36), (2000, 1414), (90, 1910), (170, 1340))
    flow.line(f"{facts.decided_on.year}学年四年级（{rng.randint(1, 8)}）班课程表", Style(Face.HEI, 60), at="centre")
    lessons = ("语文", "数学", "英语", "体育", "音乐", "美术", "科学", "道德与法治", "劳动", "班会")
    rows = [[Cell(t, align="centre") for t in ("节次", "星期一", "星期二", "星期三", "星期四", "星期五")]]
    rows += [
        [Cell(f"第{n}节", align="centre"), *(Cell(rng.choice(lessons), align="centre") for _ in range(5))]
        for n in "一二三四五六七"
    ]
    Table(90, (220, 320, 320, 320, 320, 320), flow.style, 120).ruled(flow.page, flow.y - 40, rows)
    return Drawing(flow.finished())


def exam(_facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.SONG, 36, leading=1.9))
    flow.line("八年级下学期期中考试数学试卷", Style(Face.HEI, 54), at="centre")
    flow.line("姓名________　班级________　得分________", at="centre")
    flow.line("一、选择题（每小题3分，共30分）", Style(Face.HEI, 38))
    for i in range(rng.randint(5, 8)):
        a, b = rng.randint(2, 20), rng.randint(2, 9)
        flow.para(f"{i + 1}．若一次函数y={a}x+{b}的图象经过点（{b}，m），则m的值是（　　）", indent=0)
        flow.line(f"A．{a * b + b}　　B．{a + b}　　C．{a * b}　　D．{a - b}", inset=60)
    flow.line("二、解答题", Style(Face.HEI, 38))
    flow.para("如图，在平行四边形ABCD中，E是BC的中点，连接AE并延长交DC的延长线于点F，求证：AB=CF。", indent=0)
    x, y = 520, round(flow.y) + 20
    flow.page.pen.line([(x, y + 220), (x + 100, y), (x + 480, y), (x + 380, y + 220), (x, y + 220)], fill=INK, width=3)
    return Drawing(flow.finished(lambda n, _: f"第{n}页"))


def poem(_facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.KAI, 64, leading=2.2), paper=(248, 244, 232))
    flow.gap(160)
    flow.line("渡口即事", Style(Face.KAI, 84), at="centre")
    for line in rng.sample(
        (
            "柳外孤舟系晚晴，",
            "隔江灯火认初更。",
            "秋声又到芦花岸，",
            "一夜霜风白雁鸣。",
            "石阶苔老无人迹，",
            "唯有残钟隔水听。",
        ),
        4,
    ):
        flow.line(line, at="centre")
    return Drawing(flow.finished())


def book(_facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.SONG, 38, leading=1.75), (1300, 1900), (150, 1150), (260, 1720), paper=(250, 246, 236))
    flow.page.text(150, 160, "渡口", Style(Face.KAI, 28))
    for _ in range(7):
        flow.para(rng.choice(_PROSE))
    page = Flow(flow.style, flow.size, pages=flow.pages[:1])
    return Drawing(page.finished(lambda _n, _c: str(rng.randint(12, 380))))


def newspaper(facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank((2000, 2600), (240, 238, 230))
    page.centred(1000, 190, f"{facts.company.address[:2]}晚报", Style(Face.KAI, 150, INK, stroke=3))
    page.text(
        100, 260, f"{plain_date(facts.decided_on)}　星期{rng.choice('一二三四五六日')}　今日八版", Style(Face.SONG, 30)
    )
    page.pen.line((90, 280, 1910, 280), fill=INK, width=4)
    page.text(
        100,
        380,
        rng.choice(("老城区供暖管网改造提前完工", "菜价平稳 市民菜篮子更足", "今冬第一场雪如期而至")),
        Style(Face.HEI, 76, stroke=1),
    )
    body = Style(Face.SONG, 30, leading=1.5)
    for column in range(4):
        flow = Flow(body, (2000, 2600), (100 + column * 460, 520 + column * 460), (470, 2460), pages=[page], y=470)
        while flow.y < 2300:
            flow.para(rng.choice(_PROSE))
    page.mark(1800, 2560, 24)
    return Drawing((page.page(),))


def english(_facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.HEI, 34, leading=1.6))
    flow.line("Notes on a Valley", Style(Face.HEI, 60, stroke=1), at="centre")
    flow.line("Working paper 12", at="centre")
    style = flow.style
    for _ in range(9):
        text, line = rng.choice(_ENGLISH), ""
        for word in text.split():
            if style.width(f"{line} {word}") > 1180:
                flow.line(line)
                line = ""
            line = f"{line} {word}".strip()
        flow.line(line)
        flow.gap(30)
    return Drawing(flow.finished(lambda n, _: str(n)))


def source_code(_facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.MONO, 28, leading=1.5))
    for number in range(1, rng.randint(28, 44)):
        code = rng.choice((
            "def total(rows, key):", "    return sum(row[key] for row in rows)", "for (int i = 0; i < n; ++i) {",
            "    if (buf[i] == 0x0a) break;", "}", "import json, sys", "# TODO: check bounds", "while True:",
            "    line = stream.readline()", "SELECT id, name FROM users WHERE id > 42;", "",
        ))  # fmt: skip
        flow.line(f"{number:3} {code}")
    return Drawing(flow.finished())


def driving_licence(facts: Facts, rng: Random) -> Drawing:
    """Draw 机动车驾驶证, which holds nearly all that an identity card does."""
    p = facts.applicant
    page = plastic(rng, ((240, 244, 236), (232, 240, 244)), ((214, 228, 208),))
    page.centred(506, 80, "中华人民共和国机动车驾驶证", Style(Face.SONG, 44, INK, stroke=1))
    page.centred(506, 116, "Driving License of the People's Republic of China", Style(Face.HEI, 20))
    label, ink = Style(Face.SONG, 24), Style(Face.HEI, 30)
    for i, (name, value) in enumerate((
        ("证号", p.id_number), ("姓名", f"{p.name}　　性别 {p.sex}　国籍 中国"), ("住址", p.address),
        ("出生日期", f"{p.born_on}"), ("初次领证日期", f"{p.id_valid_from}"),
        ("准驾车型", rng.choice(("C1", "B2", "A2"))),
        ("有效期限", f"{p.id_valid_from}至长期"),
    )):  # fmt: skip
        page.text(60, 180 + i * 62, name, label)
        page.text(230, 180 + i * 62, value, ink if len(value) < 22 else ink.sized(24))
    portrait(page, Rect(760, 330, 950, 580), rng)
    page.mark(880, 612, 20)
    round_corners(page.image)
    return Drawing((page.page(),))


def social_security(facts: Facts, rng: Random) -> Drawing:
    """Draw 社会保障卡: a name, an identity number and a bank's number on one card."""
    p = facts.applicant
    page = plastic(rng, ((214, 232, 246), (250, 250, 246)), ((196, 216, 236),))
    page.centred(506, 96, "中华人民共和国社会保障卡", Style(Face.HEI, 48, (30, 60, 120), stroke=1))
    ink = Style(Face.HEI, 32)
    for i, text in enumerate((f"姓名 {p.name}", f"社会保障号码 {p.id_number}", f"发卡日期 {dotted(p.id_valid_from)}")):
        page.text(330, 220 + i * 80, text, ink)
    portrait(page, Rect(70, 160, 290, 450), rng)
    page.text(70, 560, f"{facts.account.bank_name}　卡号 {facts.account.number}", ink.sized(28))
    page.mark(880, 612, 20)
    round_corners(page.image)
    return Drawing((page.page(),))


def train_ticket(facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank((1004, 638), (206, 226, 240))
    page.text(60, 70, f"{rng.choice('ABCDEZ')}{rng.randrange(10**6):06}", Style(Face.MONO, 36, (190, 40, 40)))
    stations = rng.sample(("兰州西", "郑州东", "合肥南", "哈尔滨西", "昆明南", "海口东", "大连北"), 2)
    page.text(80, 170, f"{stations[0]}站", Style(Face.HEI, 52))
    page.centred(502, 160, f"{rng.choice('GDK')}{rng.randint(10, 2999)}", Style(Face.HEI, 44))
    page.flush_right(930, 170, f"{stations[1]}站", Style(Face.HEI, 52))
    ink = Style(Face.SONG, 36)
    page.text(
        80,
        260,
        f"{plain_date(facts.decided_on)} 0{rng.randint(6, 9)}:{rng.randint(10, 59)}开　"
        f"{rng.randint(1, 16):02}车{rng.randint(1, 18):02}A号",
        ink,
    )
    page.text(80, 330, f"￥{rng.randint(30, 900)}.5元　　二等座", ink)
    page.text(80, 400, "限乘当日当次车", ink)
    page.text(
        80, 480, f"{facts.applicant.id_number[:10]}****{facts.applicant.id_number[14:]} {facts.applicant.name}", ink
    )
    qr(page, (740, 390), 190, rng)
    page.mark(880, 620, 18)
    return Drawing((page.page(),))


def lined(_facts: Facts, rng: Random) -> Drawing:
    """Draw a page that is nearly blank: a number, a stroke, or a word."""
    page = Canvas.blank(A4)
    page.centred(
        827, rng.randint(900, 2200), rng.choice(("3", "附件", "（空白页）", "目　录", "—5—")), Style(Face.SONG, 40)
    )
    return Drawing((page.page(),))
