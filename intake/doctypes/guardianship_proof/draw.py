"""Draws 监护关系证明: a neighbourhood's letter, a form of the police, a table, a tear-off certificate."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Run, Style
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import grid, pairs
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 letter, 1 labels on lines, 2 table, 3 certificate with a stub."""
    page = _FAMILY[seed % len(_FAMILY)](facts, Random(f"guardianship_proof {seed}"))
    page.mark(120, 2262)
    return Drawing((page.page(),))


def _letter(facts: Facts, rng: Random) -> Canvas:
    flow, parent, child = Flow(print_style(rng)), facts.applicant, facts.child
    flow.title(rng.choice(("监护关系证明", "监护人证明", "监护关系证明书")), title_style(rng, 74))
    flow.y += 60
    flow.say(f"{facts.court_name}：", indent=0.0)
    flow.say(
        f"兹证明{parent.name}（{parent.sex}，公民身份号码{parent.id_number}）与{child.name}（{child.sex}，公民身份号码"
        f"{child.id_number}）系{_kinship(parent, child)}关系，{parent.name}为{child.name}的法定监护人。"
    )
    flow.say(f"{child.name}系未成年人，其监护人{parent.name}有权代为办理{facts.case_number}案件款项的领取事宜。")
    flow.say("特此证明。")
    _sealed(flow, _neighbourhood(facts), facts, rng)
    return flow.page


def _lines(facts: Facts, rng: Random) -> Canvas:
    """Draw a police form whose blanks are filled in by hand."""
    page, text = Canvas.blank(A4), print_style(rng, (40,))
    pen = Style(Face.KAI, 44, (26, 38, 104), stroke=1)
    page.centred(A4[0] / 2, 340, "监护关系证明", title_style(rng, 74))
    parent, child = facts.applicant, facts.child
    rows = (
        ("监护人姓名：", parent.name),
        ("公民身份号码：", parent.id_number),
        ("住    址：", parent.address),
        ("被监护人姓名：", child.name),
        ("公民身份号码：", child.id_number),
        ("与被监护人关系：", _kinship(parent, child)),
        ("用    途：", "办理执行款领取手续"),
    )
    y = 520.0
    for label, value in rows:
        x = 230 + text.width(label) + 10
        page.runs(y, (Run(label, text, 230), Run(value, pen.sized(36 if len(value) > 24 else 44), x)))
        page.pen.line((x - 4, y + 16, 1430, y + 16), fill=(70, 70, 70), width=2)
        y += 124
    page.text(230, y + 20, "经查户籍档案，上述监护关系属实，特此证明。", text)
    flow = Flow(text, y=y + 40, pages=[page])
    station = facts.applicant.id_authority + rng.choice(("翠苑", "城东", "新华")) + "派出所"
    _sealed(flow, station, facts, rng)
    return page


def _table(facts: Facts, rng: Random) -> Canvas:
    flow, parent, child = Flow(print_style(rng, (36, 38))), facts.applicant, facts.child
    flow.title(rng.choice(("未成年人监护关系证明", "监护关系证明表")), title_style(rng, 66))
    flow.y += 10
    rows = (
        ("被监护人", f"姓名：{child.name}    性别：{child.sex}\n出生日期：{plain_date(child.born_on)}"),
        ("身份证号码", child.id_number),
        ("监护人", f"姓名：{parent.name}    性别：{parent.sex}"),
        ("身份证号码", parent.id_number),
        ("监护关系", _kinship(parent, child)),
        ("家庭住址", parent.address),
        ("证明单位意见", "情况属实，同意证明。"),
    )
    rect = Rect(flow.sides[0], flow.y, flow.sides[1], A4[1])
    flow.y = grid(flow.page, pairs(rows, flow.style, flow.style), rect, row=124) + 60
    flow.say("说明：本证明须由被监护人户籍地或居住地居民委员会、村民委员会或民政部门出具，涂改无效。")
    _sealed(flow, _neighbourhood(facts), facts, rng)
    return flow.page


def _stub(facts: Facts, rng: Random) -> Canvas:
    """Draw a certificate under the stub that stays in the book: the villages' way."""
    flow, parent, child = Flow(print_style(rng)), facts.applicant, facts.child
    number = f"证字第{rng.randint(10, 999):04}号"
    flow.say(f"存根  {number}  监护人：{parent.name}  被监护人：{child.name}", indent=0.0)
    for x in range(160, 1500, 34):
        flow.page.pen.line((x, flow.y, x + 18, flow.y), fill=(90, 90, 90), width=3)
    flow.y += 150
    flow.title(rng.choice(("监护证明", "监护人证明书")), Style(Face.KAI, 84, spacing=20, stroke=1))
    flow.right(number)
    flow.say(
        f"兹有我村村民{parent.name}，{parent.sex}，身份证号{parent.id_number}，住{parent.address}，系{child.name}（身份证号"
        f"{child.id_number}）的{'父亲' if parent.sex == '男' else '母亲'}、法定监护人，依法履行监护职责。"
    )
    flow.say("特此证明")
    _sealed(flow, _neighbourhood(facts).replace("社区居民委员会", "村民委员会"), facts, rng)
    return flow.page


_FAMILY: tuple[Callable[[Facts, Random], Canvas], ...] = (_letter, _lines, _table, _stub)


def _sealed(flow: Flow, who: str, facts: Facts, rng: Random) -> None:
    flow.y += 120
    end = flow.y
    flow.right(who, inset=20)
    flow.right(plain_date(facts.confirmed_on), inset=90)
    stamp(flow.page, Seal(who), (1170 + rng.randint(-40, 40), end + 24), rng)


def _neighbourhood(facts: Facts) -> str:
    return facts.court_name.removesuffix("人民法院") + "桂花社区居民委员会"


def _kinship(parent: Person, child: Person) -> str:
    return ("父" if parent.sex == "男" else "母") + ("子" if child.sex == "男" else "女")
