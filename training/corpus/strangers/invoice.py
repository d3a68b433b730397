"""Draws invoices: the old three-part one, the digital one, a till roll, a fixed amount, a taxi's."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from intake.domain.amount import in_words
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date
from training.corpus.kit import Grid, bars, city, digits, drawn, money, sheet, some, squares, table, upright_text, words

_BROWN = (128, 62, 30)
_HEAD = ("货物或应税劳务、服务名称", "规格型号", "单位", "数量", "单价", "金额", "税率", "税额")


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("invoice", _LAYOUTS, facts, seed)


def _rows(rng: Random, count: int) -> list[tuple[str, ...]]:
    names = some(rng, "goods", count)
    return [
        (
            *(f"*{name[:2]}*{name}", "", rng.choice(words("units")), str(rng.randint(1, 80)), money(rng, 2, 900)),
            *(money(rng, 50, 9000), rng.choice(("13%", "6%", "3%", "9%")), money(rng, 3, 900)),
        )
        for name in names
    ]


def _printed(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1700, 990), (253, 252, 246))
    page.centred(
        850, 104, f"{city(facts)[:-1]}增值税{rng.choice(('专用', '普通'))}发票", Style(Face.KAI, 60, _BROWN, 8, 1)
    )
    page.pen.line((560, 130, 1140, 130), fill=_BROWN, width=3)
    page.pen.line((560, 138, 1140, 138), fill=_BROWN, width=3)
    page.text(110, 90, digits(rng, 10), Style(Face.HEI, 34))
    page.text(1290, 90, f"№ {digits(rng, 8)}", Style(Face.HEI, 40, (50, 60, 120)))
    page.text(1290, 160, f"开票日期：{plain_date(facts.decided_on)}", Style(Face.SONG, 28, _BROWN))
    small, label = Style(Face.MING, 26, (30, 40, 110), stroke=1), Style(Face.SONG, 27, _BROWN)
    page.pen.rectangle((90, 190, 1610, 360), outline=_BROWN, width=2)
    party = ("名　　　　称：", "纳税人识别号：", "地址、电　话：", "开户行及账号：")
    said = (facts.company.name, facts.company.uscc, facts.company.address + facts.phone, facts.account.branch_name)
    for i, (name, value) in enumerate(zip(party, said, strict=True)):
        page.text(160, 226 + i * 40, name, label)
        page.text(370, 226 + i * 40, value[:26], small)
    upright_text(page, (122, 216), "购买方", label.sized(30))
    grid = Grid(90, 1610, (3.6, 1.2, 0.7, 0.9, 1.2, 1.4, 0.8, 1.2), 42, _BROWN, has_rows=False)
    bottom = table(page, 360, (_HEAD, *_rows(rng, 5)), small, grid)
    page.pen.rectangle((90, bottom, 1610, bottom + 60), outline=_BROWN, width=2)
    page.text(120, bottom + 42, "价税合计（大写）", label)
    page.text(480, bottom + 42, f"⊗{facts.amount_upper}", small)
    page.text(1180, bottom + 42, f"（小写）¥{facts.amount}", small)
    page.text(160, bottom + 120, f"销售方名称：{city(facts)}{rng.choice(words('companies'))}", small)
    page.text(160, bottom + 166, f"纳税人识别号：91{digits(rng, 16)}", small)
    page.text(160, bottom + 212, f"开户行及账号：{rng.choice(words('banks'))}营业部 {digits(rng, 17)}", small)
    for x, text in ((110, "收款人："), (480, "复核："), (800, f"开票人：{facts.clerk}"), (1220, "销售方：（章）")):
        page.text(x, 940, text, label)
    stamp(page, Seal(rng.choice(words("companies")), 105, "发票专用章"), (1400, bottom + 150), rng)
    return page


def _digital(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1700, 1100))
    squares(page, 80, 50, 150, rng)
    page.centred(
        850, 120, f"电子发票（{rng.choice(('普通发票', '增值税专用发票'))}）", Style(Face.SONG_BOLD, 54, (140, 30, 30))
    )
    page.text(1260, 96, f"发票号码：{digits(rng, 20)}", Style(Face.SONG, 27))
    page.text(1260, 142, f"开票日期：{plain_date(facts.decided_on)}", Style(Face.SONG, 27))
    text = Style(Face.SONG, 28)
    for x, name, uscc in (
        (130, facts.company.name, facts.company.uscc),
        (960, words("companies")[0], f"91{digits(rng, 16)}"),
    ):
        page.text(x, 270, f"名称：{name}", text)
        page.text(x, 330, f"统一社会信用代码/纳税人识别号：{uscc}", text.sized(26))
    for x in (80, 870, 1620):
        page.pen.line((x, 210, x, 370), fill=(140, 30, 30), width=2)
    page.pen.line((80, 210, 1620, 210), fill=(140, 30, 30), width=2)
    grid = Grid(
        80, 1620, (3.6, 1.2, 0.7, 0.9, 1.2, 1.4, 0.8, 1.2), 56, (140, 30, 30), has_columns=False, has_rows=False
    )
    bottom = table(page, 370, (("项目名称", *_HEAD[1:]), *_rows(rng, rng.randint(2, 5))), text.sized(25), grid)
    page.text(110, 820, f"价税合计（大写）　⊗{facts.amount_upper}　　（小写）¥{facts.amount}", text)
    page.pen.rectangle((80, bottom, 1620, 960), outline=(140, 30, 30), width=2)
    page.text(110, 900, f"备注：{rng.choice(words('clauses'))[:40]}", text.sized(24))
    page.text(130, 1030, f"开票人：{facts.agent.name}", text)
    return page


def _roll(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((520, 1300), (250, 249, 245))
    page.centred(260, 90, f"{city(facts)}通用机打发票", Style(Face.SONG_BOLD, 38, (150, 30, 30)))
    text = Style(Face.MING, 26, stroke=1)
    head = (f"发票代码 {digits(rng, 12)}", f"发票号码 {digits(rng, 8)}", f"机打号码 {digits(rng, 8)}")
    rest = (f"机器编号 {digits(rng, 12)}", f"收款单位 {rng.choice(words('shops'))}", f"开票日期 {facts.decided_on}")
    for i, line in enumerate((*head, *rest)):
        page.text(40, 170 + i * 44, line, text)
    y = 470.0
    for name in some(rng, "goods", rng.randint(4, 8)):
        page.text(40, y, name, text)
        page.flush_right(480, y, money(rng, 3, 400), text)
        y += 46
    page.text(40, y + 40, f"合计（小写） ¥{money(rng, 100, 900)}", text.sized(30))
    page.text(40, y + 90, f"合计（大写） {in_words(Decimal(rng.randint(10, 90)))}", text)
    stamp(page, Seal(rng.choice(words("companies")), 80, "发票专用章"), (350, y + 110), rng)
    bars(page, Rect(60, 1180, 460, 1250), rng)
    return page


def _fixed(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1000, 460), rng.choice(((232, 242, 226), (244, 232, 226), (226, 234, 246))))
    for x in range(0, 1000, 9):
        page.pen.line((x, 0, x + 120, 460), fill=(214, 222, 212), width=1)
    page.centred(500, 90, f"{city(facts)}通用定额发票", Style(Face.SONG_BOLD, 46, (160, 30, 30), 6))
    page.centred(500, 150, "发 票 联", Style(Face.KAI, 40, (160, 30, 30)))
    page.centred(
        500, 260, rng.choice(("伍拾元整", "壹佰元整", "贰拾元整", "伍元整")), Style(Face.SONG_BOLD, 76, spacing=12)
    )
    page.text(80, 350, f"发票代码 {digits(rng, 12)}", Style(Face.MONO, 28))
    page.text(560, 350, f"发票号码 {digits(rng, 8)}", Style(Face.MONO, 28))
    page.text(80, 410, "收款单位（盖章有效）　　开票日期　　年　　月　　日", Style(Face.SONG, 26))
    return page


def _taxi(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (460, 980))
    page.centred(230, 80, f"{city(facts)}出租汽车", Style(Face.HEI_BOLD, 36, (30, 60, 140)))
    page.centred(230, 130, "专用发票", Style(Face.HEI_BOLD, 36, (30, 60, 140)))
    said = {"车号": f"AT{digits(rng, 4)}", "证号": digits(rng, 6), "日期": str(facts.decided_on), "上车": "14:02"}
    said |= {"下车": "14:27", "单价": "2.50元", "里程": f"{rng.randint(2, 40)}.4km", "等候": "00:03:12"}
    said |= {"金额": f"{money(rng, 10, 120)}元", "卡号": "", "原额": "", "余额": ""}
    for i, (name, value) in enumerate(said.items()):
        page.text(50, 220 + i * 54, name, Style(Face.SONG, 30, (30, 60, 140)))
        page.text(190, 220 + i * 54, value, Style(Face.MONO, 30))
    return page


_LAYOUTS = (_printed, _digital, _roll, _fixed, _taxi)
