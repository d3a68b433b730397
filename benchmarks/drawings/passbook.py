"""存折: the first inner page with its stamp, and the open book with movements printed by a dot printer."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import SEAL_RED, bank_stamp
from benchmarks.drawings.people import bank_of
from benchmarks.drawings.words import dotted
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face

_SIZE = (1120, 1580)  # an open book, 142 x 200 mm at 200 dots per inch


def first_page(facts: Facts, rng: Random) -> Drawing:
    """Draw the page that says whose book it is; the lower half is the rules."""
    page, account = _paper(rng), facts.account
    green = Style(Face.SONG, 30, (30, 96, 74))
    page.centred(560, 110, f"{account.bank_name}　活期一本通", green.sized(44))
    dots = Style(Face.KAI, 36, (44, 40, 60), spacing=2)
    y = 230.0
    for label, value in (
        ("户名", account.name), ("账号", account.number), ("开户机构", account.branch_name),
        ("开户日期", dotted(facts.decided_on - timedelta(days=900))), ("通存通兑", "是"),
        ("凭证号", f"{rng.randrange(10**8):08}"),
    ):  # fmt: skip
        page.text(90, y, label, green)
        page.text(280, y, value, dots if len(value) < 22 else dots.sized(28))
        page.pen.line((270, y + 12, 1040, y + 12), fill=(120, 170, 150), width=1)
        y += 84
    bank_stamp(page, (830, 640), (account.branch_name, dotted(facts.decided_on), "储蓄业务章"), SEAL_RED)
    page.pen.line((40, 790, 1080, 790), fill=(150, 180, 168), width=3)
    page.text(90, 860, "客户须知", green.sized(34))
    for i, text in enumerate((
        "一、本存折请妥善保管，不得转借、涂改。", "二、办理业务时请当面核对打印内容，如有疑问请即时提出。",
        "三、密码泄露、遗忘或存折遗失，请凭有效身份证件办理挂失。",
        f"四、客户服务电话：{bank_of(account.bank_name)['telephone']}",
    )):  # fmt: skip
        page.text(110, 930 + i * 70, text, green.sized(27))
    page.mark(900, 1540, 22)
    return Drawing((page.page(),), _fields(facts))


def open_book(facts: Facts, rng: Random) -> Drawing:
    """Draw an open book: the holder in the upper half, movements in the lower one, cut off at the last line used."""
    page, account = _paper(rng), facts.account
    blue = Style(Face.HEI, 25, (50, 80, 140))
    page.text(70, 90, account.bank_name, blue.sized(40))
    page.flush_right(1050, 90, "活期储蓄存折", blue.sized(36))
    dots = Style(Face.MONO, 30, (50, 46, 70))
    page.text(90, 200, f"户名：{account.name}", dots)
    page.text(90, 256, f"账号：{account.number}", dots)
    page.text(90, 312, f"开户行：{account.branch_name}", dots.sized(28))
    page.text(90, 368, "币种：人民币　　钞汇：钞　　支取方式：密码", dots.sized(26))
    columns = (60, 100, 270, 420, 640, 860, 1060)
    heads = ("行", "日期", "摘要", "支出", "存入", "余额")
    page.pen.line((40, 560, 1080, 560), fill=(90, 120, 170), width=3)
    for x, head in zip(columns, heads, strict=False):
        page.text(x, 604, head, blue)
    balance = Decimal(rng.randint(100_00, 90_000_00)) / 100
    for row in range(rng.randint(5, 16)):
        y = 656 + row * 46
        moved = Decimal(rng.randint(1_00, 9_000_00)) / 100
        day = facts.decided_on - timedelta(days=300 - row * 9)
        inward = rng.random() < 0.5 or moved > balance
        balance += moved if inward else -moved
        small = dots.sized(24)
        page.text(columns[0], y, str(row + 1), small)
        page.text(columns[1], y, f"{day:%Y%m%d}", small)
        page.text(
            columns[2],
            y,
            rng.choice(("工资", "结息", "转存")) if inward else rng.choice(("ATM取", "消费", "转支")),
            small,
        )
        page.flush_right(columns[5 if inward else 4] - 16, y, f"{moved:,.2f}", small)
        page.flush_right(columns[6], y, f"{balance:,.2f}", small)
    for x in columns[1:-1]:
        page.pen.line((x - 12, 566, x - 12, 1500), fill=(170, 190, 216), width=1)
    page.mark(900, 1540, 22)
    return Drawing((page.page(),), _fields(facts))


def _paper(rng: Random) -> Canvas:
    page = Canvas.blank(_SIZE, rng.choice(((238, 246, 240), (240, 242, 250), (250, 244, 236))))
    guilloche(page.image, rng, ((224, 236, 228),), spacing=19)
    return page


def _fields(facts: Facts) -> dict[str, Value]:
    account = facts.account
    return {"account_name": account.name, "account_number": account.number, "bank_name": account.branch_name}


LAYOUTS = (first_page, open_book)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
