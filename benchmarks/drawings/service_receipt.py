"""送达回证: the ruled form, the upright one by hand, the electronic receipt, and the return slip of the post."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import barcode, handwriting, signed
from benchmarks.drawings.sheet import K16, Cell, Flow, Row, Table
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_PAPERS = ("执行裁定书", "执行通知书、报告财产令", "民事裁定书", "民事判决书", "执行裁定书、限制消费令")


def ruled(facts: Facts, rng: Random) -> Drawing:
    """Draw the form of many courts, filled in by a computer and signed with a pen."""
    flow = Flow(Style(Face.SONG, 38, leading=1.6), sides=(180, 1474))
    flow.line(facts.court_name, Style(Face.SONG, 50, INK, stroke=1), at="centre")
    flow.line("送　达　回　证", Style(Face.SONG, 72, INK, stroke=2), at="centre")
    rows: list[Row] = [
        [_c("案由"), facts.cause, _c("案号"), facts.case_number],
        [_c("送达文书名称和件数"), Cell(f"{rng.choice(_PAPERS)} 各一份", 3)],
        [_c("受送达人"), Cell(facts.respondent.name, 3)],
        [_c("送达地址"), Cell(facts.respondent.address, 3)],
        [_c("受送达人签名或盖章"), Cell("\n\n", 3)],
        [_c("代收人及代收理由"), Cell("", 3)],
        [_c("备考"), Cell("", 3)],
    ]
    top = flow.y
    end = Table(180, (300, 380, 160, 454), flow.style, 130).ruled(flow.page, top, rows)
    signed(flow.page, (820, (top + end) / 2 + 120), facts.respondent.name, rng)
    flow.page.text(1080, (top + end) / 2 + 140, plain_date(facts.confirmed_on), handwriting(rng, 38))
    flow.page.text(190, end + 70, f"填发人：{facts.clerk}　　　　送达人：{facts.judges[0]}、{facts.clerk}", flow.style)
    flow.page.text(
        190, end + 150, "注：依照民事诉讼法第八十八条之规定，代收后应即时转交受送达人。", flow.style.sized(28)
    )
    stamp(flow.page, Seal(facts.court_name, radius=155), (1300, 330), rng)
    return Drawing(flow.finished())


def columns(facts: Facts, rng: Random) -> Drawing:
    """Draw the small form with a column for each paper served."""
    pen = handwriting(rng, 34)
    flow = Flow(Style(Face.KAI, 34, leading=1.5), K16, (130, 1405), (220, 1900))
    flow.line(f"{facts.court_name}送达回证", Style(Face.KAI, 54, INK, stroke=1), at="centre")
    flow.line(facts.case_number, at="right")
    rows: list[Row] = [[_c(t) for t in ("送达的文书", "受送达人", "送达处所", "送达日期", "收件人签名", "送达方式")]]
    for paper in rng.sample(_PAPERS, 3):
        day = plain_date(facts.confirmed_on)
        rows.append(
            [
                Cell(paper),
                Cell(facts.applicant.name, style=pen),
                Cell(facts.applicant.address[:10], style=pen),
                Cell(day, style=pen),
                Cell(facts.applicant.name, style=pen),
                Cell("直接", style=pen),
            ]
        )
    rows.append([Cell("不能送达的理由", 2), Cell("", 4)])
    end = Table(130, (240, 180, 280, 210, 200, 165), flow.style, 150).ruled(flow.page, flow.y - 20, rows)
    flow.page.text(140, end + 80, f"送达人：{facts.clerk}", flow.style)
    return Drawing(flow.finished())


def electronic(facts: Facts, rng: Random) -> Drawing:
    """Print what the platform for electronic service keeps."""
    flow = Flow(Style(Face.HEI, 34, leading=1.75), span=(240, 2090))
    flow.line("人民法院电子送达平台", Style(Face.HEI, 36, (30, 80, 150)))
    flow.line("电子送达回证", Style(Face.HEI, 64, INK, stroke=1), at="centre")
    sent = facts.confirmed_on
    for label, value in (
        ("送达法院", facts.court_name), ("案　　号", facts.case_number), ("案　　由", facts.cause),
        ("受送达人", facts.applicant.name), ("接收号码", facts.phone), ("送达方式", "短信链接"),
        ("送达文书", f"{rng.choice(_PAPERS)}（{facts.case_number}）"),
        ("发送时间", f"{dotted(sent)} 09:{rng.randint(10, 59)}:12"),
        ("到达时间", f"{dotted(sent)} 09:{rng.randint(10, 59)}:15"),
        ("阅读时间", f"{dotted(sent + timedelta(days=1))} 18:{rng.randint(10, 59)}:41"), ("送达结果", "送达成功"),
    ):  # fmt: skip
        flow.para(f"{label}：{value}", indent=1)
        flow.page.pen.line((240, flow.y - 44, 1420, flow.y - 44), fill=(210, 214, 222), width=1)
    flow.para("本回证由系统自动生成，与纸质送达回证具有同等效力。", flow.style.sized(28))
    stamp(flow.page, Seal(facts.court_name, radius=150, caption="电子送达专用章"), (1180, flow.y + 60), rng)
    return Drawing(flow.finished())


def by_post(facts: Facts, rng: Random) -> Drawing:
    """Draw the return slip of 法院专递: bar code, addresses, what is inside, who signed."""
    flow = Flow(Style(Face.HEI, 30, leading=1.5), (1740, 1100), (60, 1680), (110, 1050))
    page, blue = flow.page, (20, 70, 140)
    page.text(70, 110, "法院专递 EMS", Style(Face.HEI, 52, blue, stroke=2))
    page.text(520, 104, "送达回证（返回法院联）", Style(Face.HEI, 40, INK))
    number = f"11{rng.randrange(10**9):09}{rng.randint(10, 99)}"
    barcode(page, Rect(1180, 50, 1640, 130), rng)
    page.text(1240, 166, number, Style(Face.MONO, 34, INK))
    rows: list[Row] = [
        [_c("寄件人"), Cell(f"{facts.court_name} {facts.clerk}", 3)],
        [_c("收件人"), Cell(f"{facts.respondent.name}　{facts.respondent.address}", 3)],
        [_c("案号"), facts.case_number, _c("文书名称"), rng.choice(_PAPERS)],
        [_c("签收"), Cell("\n", 1), _c("签收时间"), plain_date(facts.confirmed_on)],
        [_c("未妥投原因"), Cell("□查无此人　□地址不详　□拒收　□迁移新址　□逾期未领　□其他", 3)],
    ]
    Table(60, (210, 640, 200, 570), flow.style, 120, colour=blue).ruled(page, 210, rows)
    signed(page, (560, 628), facts.respondent.name, rng)
    page.text(70, 1000, "投递员须核对收件人身份证件，并在本联签名后退回人民法院。", flow.style.sized(24))
    return Drawing(flow.finished())


def _c(text: str) -> Cell:
    return Cell(text, align="centre")


LAYOUTS = (ruled, columns, electronic, by_post)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
