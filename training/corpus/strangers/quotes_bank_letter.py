"""Draws what banks send, full of 银行卡 and 账号: a notice, a leaflet, a warning, terms, an empty form."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import WIDTH, Grid, body, digits, drawn, flow, lines, sheet, some, squares, table

_COLOURS: tuple[Colour, ...] = ((190, 30, 46), (0, 120, 100), (20, 80, 160), (200, 160, 80))


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_bank_letter", _LAYOUTS, facts, seed)


def _notice(facts: Facts, rng: Random) -> Canvas:
    page, colour = sheet(rng), rng.choice(_COLOURS)
    page.pen.ellipse((110, 80, 190, 160), outline=colour, width=9)
    page.text(210, 140, facts.account.bank_name, Style(Face.HEI_BOLD, 52, colour))
    text = Style(body(rng), 30, leading=1.85)
    page.text(130, 290, rng.choice(("尊敬的客户：", f"尊敬的{facts.applicant.name}先生/女士：")), text)
    y = flow(page, some(rng, "bank_talk", 6), text, Rect(130, 330, 1110, 1350))
    lines(page, (facts.account.branch_name, plain_date(facts.decided_on)), text, (620, y + 80))
    page.pen.line((110, 1640, 1130, 1640), fill=colour, width=4)
    page.text(120, 1690, f"客服热线 95{digits(rng, 3)}　www.example.com", Style(Face.HEI, 24, colour))
    return page


def _leaflet(facts: Facts, rng: Random) -> Canvas:
    page, colour = Canvas.blank((1000, 1500)), rng.choice(_COLOURS)
    page.pen.rectangle((0, 0, 1000, 460), fill=colour)
    white: Colour = (255, 255, 255)
    page.centred(
        500, 180, rng.choice(("开卡有礼", "银行卡升级换卡", "手机银行转账免费")), Style(Face.HEI_BOLD, 100, white)
    )
    page.centred(500, 300, f"{facts.account.bank_name}储蓄卡 · 刷卡满额立减", Style(Face.HEI, 44, white))
    page.pen.rounded_rectangle((620, 330, 940, 530), 20, fill=(230, 200, 120))
    page.text(650, 440, "6222 **** ****", Style(Face.MONO, 30))
    flow(page, some(rng, "bank_talk", 5), Style(Face.ZEN, 31, leading=1.7), Rect(80, 560, 920, 1200), indent=0)
    squares(page, 410, 1230, 180, rng)
    page.centred(500, 1460, "扫码了解详情", Style(Face.HEI, 30))
    return page


def _warning(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1240, 1754), (255, 250, 236))
    page.pen.rectangle((40, 40, 1200, 1714), outline=(200, 50, 40), width=12)
    page.centred(
        620,
        220,
        rng.choice(("防范电信诈骗提示", "账户风险提示书", "出租出借银行卡的法律责任")),
        Style(Face.HEI_BOLD, 68, (190, 40, 30)),
    )
    text, y = Style(Face.HEI, 33, leading=1.6), 320.0
    for i, said in enumerate(some(rng, "bank_talk", 7), 1):
        y = flow(page, (f"{i}、{said}",), text, Rect(100, y, 1140, 1460), indent=0) + 16
    page.text(110, 1580, "客户抄录：本人已知悉上述内容。签名：", text)
    page.flush_right(1130, 1660, facts.account.branch_name, text.sized(26))
    return page


def _terms(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(WIDTH / 2, 120, f"{facts.account.bank_name}借记卡章程", Style(Face.SONG_BOLD, 40))
    for i, left in enumerate((90, 640)):
        clauses = [f"第{n + i * 9}条　{said}" for n, said in enumerate(some(rng, "bank_talk", 9), 1)]
        flow(
            page,
            [*clauses, *some(rng, "clauses", 8)],
            Style(Face.SONG, 21, leading=1.5),
            Rect(left, 160, left + 510, 1650),
            indent=0,
        )
    return page


def _application(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620,
        140,
        facts.account.bank_name + rng.choice(("个人开户申请书", "账户信息变更申请表", "结算业务申请书", "挂失申请书")),
        Style(Face.HEI_BOLD, 42),
    )
    text = Style(body(rng), 27)
    labels = (
        "户名",
        "账号",
        "开户银行",
        "证件类型  □身份证 □护照",
        "证件号码",
        "联系电话",
        "账户类型  □储蓄卡 □存折",
        "变更前内容",
        "变更后内容",
        "代理人姓名",
    )
    y = table(page, 200, [(label, "") for label in labels], text, Grid(110, 1130, (1.4, 2.6), 84))
    flow(page, ("客户须知：", *some(rng, "bank_talk", 4)), text.sized(24), Rect(120, y + 20, 1120, 1640), indent=0)
    return page


_LAYOUTS = (_notice, _leaflet, _warning, _terms, _application)
