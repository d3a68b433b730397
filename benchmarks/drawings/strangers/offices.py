"""Near-misses written after training was frozen: cards, forms of banks, notices of offices, screens."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import labelled, plastic
from benchmarks.drawings.marks import handwriting, portrait, qr
from benchmarks.drawings.people import bank_of
from benchmarks.drawings.sheet import Cell, Flow, Table
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, WHITE, Canvas, Style, wrap
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import grouped


def residence_card(facts: Facts, rng: Random) -> Drawing:
    """Draw 居住证 or 残疾人证: the person and the number of a resident card on another card."""
    p, is_permit = facts.applicant, rng.random() < 0.5
    card = plastic(rng, ((214, 232, 246), (238, 244, 230)), ((170, 200, 220),))
    small, value = Style(Face.HEI, 26, (60, 90, 140)), Style(Face.HEI, 32, INK)
    title = "居住证" if is_permit else "中华人民共和国残疾人证"
    card.centred(500, 84, title, Style(Face.HEI, 48, (30, 60, 120), stroke=1))
    rows = [
        ("姓名", p.name),
        ("性别", p.sex),
        ("住址" if is_permit else "残疾类别", p.address if is_permit else "肢体"),
    ]
    rows += [("签注至" if is_permit else "残疾等级", dotted(facts.confirmed_on) if is_permit else "三级")]
    for i, pair in enumerate(rows):
        labelled(card, (60, 180 + i * 82), pair, (small, value.sized(26 if len(pair[1]) > 14 else 32)), 150)
    card.text(60, 574, f"{'公民身份号码' if is_permit else '证号'} {p.id_number}{'' if is_permit else '43'}", value)
    portrait(card, Rect(730, 130, 950, 420), rng)
    card.mark(880, 620, 18)
    return Drawing((card.page(),))


def birth_proof(facts: Facts, rng: Random) -> Drawing:
    """Draw 出生医学证明: three people, three numbers of identity."""
    flow = Flow(Style(Face.SONG, 34, leading=1.6), paper=(250, 240, 232))
    flow.line("出生医学证明", Style(Face.SONG, 70, (40, 60, 120), stroke=1), at="centre")
    flow.line("BIRTH CERTIFICATE", Style(Face.HEI, 36, (40, 60, 120)), at="centre")
    pen = handwriting(rng, 38)
    rows = [
        [Cell("新生儿姓名"), Cell(facts.child.name, style=pen), Cell("性别"), Cell(facts.child.sex, style=pen)],
        [Cell("出生时间"), Cell(plain_date(facts.child.born_on), style=pen), Cell("孕周"), Cell("39", style=pen)],
        [
            Cell("母亲姓名"),
            Cell(facts.applicant.name, style=pen),
            Cell("民族"),
            Cell(facts.applicant.ethnicity, style=pen),
        ],
        [Cell("有效身份证件号码"), Cell(facts.applicant.id_number, 3, style=pen)],
        [
            Cell("父亲姓名"),
            Cell(facts.respondent.name, style=pen),
            Cell("民族"),
            Cell(facts.respondent.ethnicity, style=pen),
        ],
        [Cell("有效身份证件号码"), Cell(facts.respondent.id_number, 3, style=pen)],
        [Cell("住址"), Cell(facts.applicant.address, 3, style=pen)],
    ]
    Table(220, (320, 440, 160, 290), flow.style, 120).ruled(flow.page, flow.y, rows)
    flow.page.text(240, 1750, f"签发日期：{plain_date(facts.confirmed_on)}　签发人员：{facts.clerk}", flow.style)
    stamp(flow.page, Seal("出生医学证明专用章", radius=130), (1200, 1700), rng)
    return Drawing(flow.finished())


def card_bill(facts: Facts, rng: Random) -> Drawing:
    """Draw a monthly bill of a credit card."""
    bank, pen = bank_of(facts.account.bank_name), Style(Face.HEI, 30, leading=1.6)
    flow = Flow(pen)
    flow.line(f"{bank['name']}信用卡对账单", Style(Face.HEI, 54, (160, 30, 40), stroke=1))
    flow.line(f"尊敬的{facts.applicant.name}{rng.choice(('女士', '先生'))}：以下是您{facts.decided_on.month}月的账单")
    flow.line(
        f"卡号：{facts.account.number[:4]} **** **** {facts.account.number[-4:]}　账单日：{dotted(facts.decided_on)}"
    )
    flow.line(f"本期应还款额 ￥{rng.randint(200, 90000)}.{rng.randint(10, 99)}　最低还款额 ￥{rng.randint(50, 900)}.00")
    rows: list[list[Cell | str]] = [["交易日", "记账日", "交易说明", "人民币金额"]]
    goods = ("支付宝-外卖", "加油站", "超市购物", "还款 谢谢", "分期手续费", "话费充值")
    rows += [
        [_day(rng), _day(rng), rng.choice(goods), f"{rng.randint(1, 4000)}.{rng.randint(10, 99)}"]
        for _ in range(rng.randint(5, 14))
    ]
    Table(240, (200, 200, 500, 280), pen, 76).ruled(flow.page, flow.y + 30, rows)
    return Drawing(flow.finished(lambda n, c: f"{n}/{c}"))


def _day(rng: Random) -> str:
    return f"{rng.randint(1, 12):02}/{rng.randint(1, 28):02}"


def opening_form(facts: Facts, rng: Random) -> Drawing:
    """Draw 开立单位银行结算账户申请书, before an account exists, or the change of one."""
    c, flow = facts.company, Flow(Style(Face.SONG, 30, leading=1.5))
    flow.line(
        rng.choice(("开立单位银行结算账户申请书", "变更银行结算账户申请书", "预留印鉴卡")),
        Style(Face.SONG, 56),
        at="centre",
    )
    pen = handwriting(rng, 34)
    rows = [
        [Cell("存款人名称"), Cell(c.name, 3, style=pen)],
        [Cell("地址"), Cell(c.address, 3, style=pen)],
        [Cell("存款人类别"), Cell("企业法人"), Cell("组织机构代码"), Cell(c.uscc, style=pen)],
        [Cell("法定代表人（单位负责人）"), Cell(c.legal_representative.name, style=pen), Cell("证件号码"),
         Cell(c.legal_representative.id_number, style=pen)],
        [Cell("注册资金"), Cell(str(c.capital)), Cell("经营范围"), Cell(c.scope[:18])],
        [Cell("账户性质"), Cell("基本（√）一般（）专用（）临时（）", 3)],
        [Cell("开户银行名称"), Cell(c.account.branch_name, 3)],
        [Cell("账号"), Cell("", 3)],
    ]  # fmt: skip
    Table(180, (330, 330, 250, 390), flow.style, 106).ruled(flow.page, flow.y, rows)
    flow.page.text(200, 1750, "本存款人申请开立单位银行结算账户，并承诺所提供的开户资料真实、有效。", flow.style)
    flow.page.text(200, 1860, "开户银行审核意见：　　　　　经办人（签章）　　　存款人（公章）", flow.style)
    return Drawing(flow.finished())


def registration_notice(facts: Facts, rng: Random) -> Drawing:
    """Draw 准予登记通知书 of the registry of companies."""
    c, flow = facts.company, Flow(Style(Face.SONG, 42, leading=1.9))
    flow.line(c.authority, Style(Face.SONG, 50, stroke=1), at="centre")
    flow.line(
        rng.choice(("准予变更登记通知书", "准予设立登记通知书", "公司迁移登记通知书")),
        Style(Face.SONG, 70, stroke=1),
        at="centre",
    )
    flow.line(f"（{facts.decided_on.year}）登记企准字第{rng.randint(10000, 99999)}号", at="right")
    flow.line(f"{c.name}：")
    flow.para(
        f"统一社会信用代码：{c.uscc}。经审查，提交的法定代表人变更登记申请材料齐全，符合法定形式，我局决定准予登记。"
    )
    flow.para(
        f"原法定代表人：{facts.respondent.name}；现法定代表人：{c.legal_representative.name}。请于十日内换领营业执照。"
    )
    box = flow.line(plain_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(c.authority, radius=150), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def resolution(facts: Facts, rng: Random) -> Drawing:
    """Draw 股东会决议, which appoints who represents a company."""
    c, flow = facts.company, Flow(Style(Face.SONG, 40, leading=1.9))
    flow.line(f"{c.name}股东会决议", Style(Face.HEI, 58, stroke=1), at="centre")
    flow.para(
        f"时间：{plain_date(facts.decided_on)}；地点：{c.address}；股东{facts.applicant.name}，{facts.respondent.name}"
    )
    flow.para(f"一、同意选举{c.legal_representative.name}为公司执行董事，担任公司法定代表人，任期三年。")
    flow.para(f"二、同意授权{facts.agent.name}办理工商变更登记及银行账户变更手续。三、通过修改后的公司章程。")
    flow.para("以上决议经代表三分之二以上表决权的股东通过。")
    flow.line("股东签名：", inset=300)
    for i, who in enumerate((facts.applicant.name, facts.respondent.name)):
        flow.page.paste_text((850 + 260 * i, flow.y), who, handwriting(rng, 54), 4)
    return Drawing(flow.finished())


def insured_proof(facts: Facts, rng: Random) -> Drawing:
    """Draw 参保缴费证明: a name, a number of identity, months and sums."""
    p, flow = facts.applicant, Flow(Style(Face.HEI, 32, leading=1.6))
    flow.line(
        rng.choice(("社会保险个人参保证明", "职工养老保险缴费证明", "住房公积金缴存证明")),
        Style(Face.HEI, 56),
        at="centre",
    )
    rows: list[list[Cell | str]] = [
        ["姓名", p.name, "公民身份号码", p.id_number], ["性别", p.sex, "单位名称", facts.company.name],
        ["险种", "起止年月", "缴费基数", "个人缴费"],
    ]  # fmt: skip
    first = facts.decided_on.year - rng.randint(2, 6)
    rows += [
        ["养老", f"{year}01-{year}12", str(rng.randint(3000, 9000)), f"{rng.randint(200, 800)}.00"]
        for year in range(first, facts.decided_on.year)
    ]
    Table(180, (240, 330, 330, 400), flow.style, 86).ruled(flow.page, flow.y, rows)
    flow.page.text(200, 1900, f"打印日期：{plain_date(facts.confirmed_on)}　本证明可扫码验证真伪", flow.style)
    qr(flow.page, (1250, 1850), 180, rng)
    return Drawing(flow.finished())


def paid_screen(facts: Facts, rng: Random) -> Drawing:
    """Draw the screen of a phone: money sent by a bank's app, or the news account of a court."""
    page = Canvas.blank((1080, 2000), WHITE)
    text = Style(Face.HEI, 40, leading=1.7)
    page.text(50, 60, f"{rng.randint(8, 22)}:{rng.randint(10, 59)}", text.sized(34))
    if rng.random() < 0.5:
        page.centred(540, 180, "转账结果", text.sized(50))
        page.centred(540, 420, "转账成功", text.sized(64))
        rows = [("转账金额", f"￥{facts.amount}"), ("收款户名", facts.account.name),
                ("收款账号", grouped(facts.account.number)),
                ("收款银行", facts.account.bank_name), ("付款账户", "尾号" + facts.company.account.number[-4:]),
                ("附言", f"{facts.case_number}案款")]  # fmt: skip
        for i, (label, value) in enumerate(rows):
            page.text(80, 620 + i * 120, label, Style(Face.HEI, 38, (140, 140, 140)))
            page.text(330, 620 + i * 120, value, text.sized(36))
    else:
        page.text(50, 200, f"{facts.court_name[-9:]}发布", Style(Face.HEI, 38, (90, 110, 160)))
        y = 320.0
        said = (f"【以案释法】{facts.cause}，法院这样判！", f"近日，{facts.court_name}审结了一起{facts.cause}案件。",
                f"民事判决书　{facts.basis_case_number}", "判决如下：被告于判决生效之日起十日内返还借款。",
                "法官说法：有借有还，再借不难。", f"阅读 {rng.randint(100, 9000)}　分享　收藏　在看")  # fmt: skip
        for part in said:
            for row in wrap(part, text, 960):
                page.text(60, y, row, text)
                y += 74
            y += 40
    page.mark(860, 1960, 28)
    return Drawing((page.page(),))
