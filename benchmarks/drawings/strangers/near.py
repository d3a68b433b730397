"""Near-misses: pages that quote, name or imitate our papers without being one."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.court import Look, described
from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.marks import handwriting, portrait, qr
from benchmarks.drawings.people import bank_of
from benchmarks.drawings.sheet import A5_WIDE, Cell, Flow, Table
from benchmarks.drawings.words import hanzi_date, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Style
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import grouped


def opinion(facts: Facts, rng: Random) -> Drawing:
    """Draw a legal opinion of a law firm that quotes a whole ruling."""
    flow = Flow(Style(Face.SONG, 38, leading=1.75))
    flow.line(facts.law_firm, Style(Face.HEI, 46, (30, 50, 100)), at="centre")
    flow.line("法律意见书", Style(Face.HEI, 66, stroke=1), at="centre")
    flow.para(f"致：{facts.applicant.name}", indent=0)
    flow.para("就您咨询的执行裁定应如何理解的问题，本所现将裁定书全文摘录并分析如下：")
    flow.line(f"{facts.court_name}", at="centre")
    flow.line("执行裁定书", at="centre")
    flow.line(facts.case_number, at="right")
    flow.para(described("申请执行人：", facts.applicant, rng))
    flow.para(described("被执行人：", facts.respondent, rng))
    flow.para(
        f"……裁定如下：扣划被执行人{facts.respondent.name}名下银行存款{facts.amount}元，支付给申请执行"
        f"人。审判长　{facts.judges[0]}　{hanzi_date(facts.decided_on)}"
    )
    flow.para("（摘录完）")
    flow.para("分析意见：该裁定自送达后立即生效，您可以就分配方案提出书面异议，但不停止执行。以上意见仅供参考。")
    flow.line(f"{facts.law_firm}　{facts.agent.name}律师", at="right")
    flow.line(plain_date(facts.confirmed_on), at="right")
    return Drawing(flow.finished())


def court_news(facts: Facts, rng: Random) -> Drawing:
    """Draw a newspaper's article about a judgment."""
    page = Canvas.blank((1800, 2300), (240, 237, 228))
    page.text(100, 160, "法治周末版", Style(Face.HEI, 40))
    page.pen.line((90, 190, 1710, 190), fill=INK, width=4)
    page.text(100, 320, "拖欠不还被诉 法院判决全额偿付", Style(Face.HEI, 80, stroke=1))
    page.text(100, 400, f"本报讯（记者 {facts.clerk}）", Style(Face.KAI, 34))
    told = dispute_of(facts, "原告", "被告", rng)
    for column in range(3):
        flow = Flow(
            Style(Face.SONG, 31, leading=1.55),
            (1800, 2300),
            (100 + column * 550, 600 + column * 550),
            (480, 2120),
            pages=[page],
            y=480,
        )
        flow.para(f"近日，{facts.court_name}审结一起{facts.cause}案件，依法作出民事判决书。")
        flow.para(told.story)
        flow.para(f"法院认为，{told.view}据此判决被告支付{facts.amount}元。")
        flow.para("法官提醒：诚信是立身之本，切莫心存侥幸。（文中人物均为化名）")
    page.mark(1600, 2250, 24)
    return Drawing((page.page(),))


def minutes(facts: Facts, rng: Random) -> Drawing:
    """Draw 合议庭评议笔录, which stays inside a court."""
    flow = Flow(Style(Face.SONG, 38, leading=1.8))
    flow.line(facts.court_name, Style(Face.SONG, 50, stroke=1), at="centre")
    flow.line("合议庭评议笔录", Style(Face.SONG, 66, stroke=2), at="centre")
    for text in (
        f"时间：{plain_date(facts.decided_on)}",
        "地点：执行局合议室",
        f"案号：{facts.case_number}",
        f"案由：{facts.cause}",
        f"参加人：{'、'.join(facts.judges)}　记录人：{facts.clerk}",
    ):
        flow.line(text)
    for who in facts.judges:
        flow.para(
            f"{who}：同意扣划被执行人{facts.respondent.name}存款{facts.amount}元，支付申请执行人"
            f"{facts.applicant.name}。"
        )
    flow.para("合议结果：一致同意依法作出执行裁定书，由承办人草拟文书后报批。（秘密　附卷）")
    flow.line("合议庭成员签名：", inset=300)
    for i, who in enumerate(facts.judges):
        flow.page.paste_text((820 + i * 210, flow.y), who, handwriting(rng, 50), 5)
    return Drawing(flow.finished())


def hearing(facts: Facts, rng: Random) -> Drawing:
    """Draw the record of a questioning in enforcement, questions and answers."""
    pen = handwriting(rng, 42)
    flow = Flow(Style(pen.face, 42, pen.colour, leading=1.9))
    flow.line("执行笔录", Style(Face.SONG, 66, INK, stroke=1), at="centre")
    flow.line(f"时间：{plain_date(facts.decided_on)}　地点：本院执行局")
    flow.line(f"案号：{facts.case_number}　被询问人：{facts.respondent.name}")
    for q, a in (
        ("你是否收到执行裁定书、执行通知书？", "收到了。"), ("你为什么不履行判决？", "现在没有钱，在外面打零工。"),
        ("你名下有无存款、车辆？", "有一张银行卡，里面没多少钱。"),
        ("你打算怎么还？", f"每月还{rng.randint(5, 30) * 100}元。"),
        ("以上记录看过是否属实？", "属实。"),
    ):  # fmt: skip
        flow.para(f"问：{q}", indent=0)
        flow.para(f"答：{a}", indent=0)
    return Drawing(flow.finished(lambda n, c: f"第{n}页 共{c}页"))


def delivery_slip(facts: Facts, rng: Random) -> Drawing:
    """Draw the receipt of a courier that names a 裁定书 as what was sent."""
    flow = Flow(Style(Face.HEI, 32, leading=1.6), A5_WIDE, (100, 1554), (140, 1090))
    flow.line("特快专递邮件详情单", Style(Face.HEI, 50, (0, 80, 50), stroke=1))
    rows = [
        [Cell("寄件人"), Cell(facts.law_firm), Cell("电话"), Cell(facts.phone)],
        [Cell("收件人"), Cell(facts.court_name), Cell("地址"), Cell(facts.company.address)],
        [Cell("内件品名"), Cell(f"{facts.case_number}执行裁定书复议申请材料", 3)],
        [Cell("资费"), Cell(f"{rng.randint(10, 30)}.00元"), Cell("揽投员"), Cell(facts.clerk)],
    ]
    Table(100, (180, 600, 140, 534), flow.style, 130, colour=(0, 80, 50)).ruled(flow.page, flow.y, rows)
    qr(flow.page, (1330, 60), 150, rng)
    return Drawing(flow.finished())


def card_advert(facts: Facts, rng: Random) -> Drawing:
    """Draw a bank's poster with a picture of a card whose number is a placeholder."""
    bank = bank_of(facts.account.bank_name)
    page = Canvas.blank((1400, 2000), (250, 240, 230))
    gradient(page.image, (180, 30, 40), (250, 190, 120), angle=1.3)
    page.centred(700, 220, "新客专享 开卡有礼", Style(Face.HEI, 110, (255, 250, 230), stroke=2))
    page.centred(700, 340, f"{bank['name']}联名借记卡 首年免年费", Style(Face.HEI, 52, (255, 250, 230)))
    page.pen.rounded_rectangle((260, 520, 1140, 1070), 40, fill=(30, 50, 100))
    page.text(320, 620, bank["name"], Style(Face.HEI, 48, (255, 255, 255)))
    page.text(320, 860, grouped("6222888888888888"), Style(Face.MONO, 60, (230, 230, 230)))
    page.text(320, 980, "VALID THRU 12/30　CARDHOLDER NAME", Style(Face.MONO, 32, (230, 230, 230)))
    for i, text in enumerate(("消费满88元返现18元", "境外取现免手续费", "活动名额有限，先到先得")):
        page.text(280, 1250 + i * 110, f"★ {text}", Style(Face.HEI, 54, (255, 250, 230)))
    page.centred(
        700, 1860, f"详询 {bank['telephone']} 或就近网点　活动解释权归本行所有", Style(Face.HEI, 34, (120, 20, 20))
    )
    qr(page, (1060, 1560), 200, rng)
    page.mark(1260, 1980, 22)
    return Drawing((page.page(),))


def id_application(facts: Facts, rng: Random) -> Drawing:
    """Draw 居民身份证申领登记表: all labels of the card, on a form."""
    p = facts.applicant
    flow = Flow(Style(Face.SONG, 36, leading=1.6))
    flow.line("居民身份证申领登记表", Style(Face.SONG, 64, stroke=2), at="centre")
    pen = handwriting(rng, 36)
    rows = [
        [Cell("姓名"), Cell(p.name, style=pen), Cell("性别"), Cell(p.sex, style=pen)],
        [Cell("民族"), Cell(p.ethnicity, style=pen), Cell("出生日期"), Cell(plain_date(p.born_on), style=pen)],
        [Cell("住址"), Cell(p.address, 3, style=pen)],
        [Cell("公民身份号码"), Cell(p.id_number, 3, style=pen)],
        [Cell("申领原因"), Cell("□首次申领　■有效期满换领　□损坏换领　□丢失补领", 3)],
        [Cell("签发机关"), Cell(p.id_authority, 3, style=pen)],
        [Cell("领证方式"), Cell("■自取　□邮寄", 3)],
    ]
    end = Table(240, (260, 340, 220, 360), flow.style, 120).ruled(flow.page, flow.y, rows)
    portrait(flow.page, Rect(1130, end + 40, 1400, end + 380), rng)
    flow.page.text(240, end + 100, f"申领人签名：{p.name}", flow.style)
    return Drawing(flow.finished())


def loan(facts: Facts, rng: Random) -> Drawing:
    """Draw a loan contract with names, numbers of identity and accounts, amounts in words."""
    flow = Flow(Style(Face.HEI, 36, leading=1.75))
    flow.line("个人借款合同", Style(Face.HEI, 66, stroke=1), at="centre")
    flow.para(f"贷款人：{facts.account.branch_name}", indent=0)
    flow.para(f"借款人：{facts.respondent.name}　身份证号码：{facts.respondent.id_number}", indent=0)
    for text in (
        f"一、借款金额：人民币（大写）{facts.amount_upper.removeprefix('人民币')}，（小写）￥{facts.amount}元。",
        f"二、借款期限：自{plain_date(facts.decided_on)}起{rng.choice((12, 24, 36))}个月。",
        f"三、收款账户：户名{facts.respondent.name}，账号{facts.account.number}，开户行{facts.account.branch_name}。",
        "四、还款方式：按月等额本息。借款人授权贷款人从还款账户中扣收。",
        "五、违约责任：借款人未按期归还的，贷款人有权宣布借款提前到期，并向人民法院申请强制执行。",
        "六、送达条款：借款人确认合同载明的地址为法院送达裁判文书、执行文书的有效地址。",
    ):
        flow.para(text)
    flow.gap(80)
    flow.line(f"借款人（签字）：{facts.respondent.name}", inset=100)
    flow.line(f"贷款人（盖章）：{facts.account.branch_name}", inset=100)
    stamp(flow.page, Seal(facts.account.branch_name, radius=140, caption="合同专用章"), (960, flow.y - 90), rng)
    return Drawing(flow.finished())


def company_notice(facts: Facts, rng: Random) -> Drawing:
    """Draw a company's own 通知书 to somebody it employed."""
    flow = Flow(Style(Face.SONG, 42, leading=1.95))
    flow.gap(50)
    flow.line("解除劳动合同通知书", Style(Face.SONG, 72, stroke=2), at="centre")
    flow.gap(40)
    flow.line(f"{facts.respondent.name}：")
    flow.para(
        f"你与本公司签订的劳动合同，因你连续旷工达{rng.randint(5, 30)}日，严重违反公司规章制度，现通知"
        f"你自{plain_date(facts.decided_on)}起解除劳动合同。请于七日内办理交接手续并结清工资"
        f"{rng.randint(2000, 9000)}元。"
    )
    flow.para("特此通知。")
    flow.gap(120)
    box = flow.line(facts.company.name, at="right")
    flow.line(plain_date(facts.decided_on), at="right", inset=60)
    stamp(flow.page, Seal(facts.company.name, radius=160), (box.centre.x, box.centre.y + 30), rng)
    return Drawing(flow.finished())


def arbitration(facts: Facts, rng: Random) -> Drawing:
    """Draw 仲裁裁决书: built like a judgment, but of no court."""
    look = Look(
        Style(Face.SONG, 54, stroke=2),
        Style(Face.SONG, 76, stroke=2, spacing=20),
        Style(Face.SONG, 40, leading=1.8),
        wide_title=False,
    )
    flow = Flow(look.body)
    flow.line(f"{facts.law_firm[:2]}仲裁委员会", look.court, at="centre")
    flow.line("裁　决　书", look.title, at="centre")
    flow.line(f"（{facts.decided_on.year}）{facts.law_firm[0]}仲案字第{rng.randint(10, 900)}号", at="right")
    told = dispute_of(facts, "申请人", "被申请人", rng)
    flow.para(described("申请人：", facts.applicant, rng))
    flow.para(described("被申请人：", facts.respondent, rng))
    flow.para(f"申请人称：{told.story}")
    flow.para(f"仲裁庭认为：{told.view}")
    flow.para(f"仲裁庭裁决如下：被申请人向申请人支付{facts.amount}元。本裁决为终局裁决。")
    flow.line("首席仲裁员　" + facts.judges[0], at="right")
    flow.line(hanzi_date(facts.decided_on), at="right")
    return Drawing(flow.finished())


def contents(facts: Facts, rng: Random) -> Drawing:
    """Draw the list of contents of a case file: it names all our papers."""
    flow = Flow(Style(Face.KAI, 38, leading=1.6))
    flow.line("卷 内 目 录", Style(Face.KAI, 70), at="centre")
    flow.line(facts.case_number, at="right")
    names = (
        "执行申请书",
        "民事判决书",
        "送达证明",
        "申请人身份证复印件",
        "授权委托书",
        "执行通知书",
        "执行裁定书",
        "送达回证",
        "收款账户确认书",
        "案款发放审批表",
    )
    rows = [[Cell(t, align="centre") for t in ("序号", "文件名称", "页次", "备注")]]
    page = 1
    for i, name in enumerate(names[: rng.randint(7, 10)], 1):
        rows.append([Cell(str(i), align="centre"), Cell(name), Cell(str(page), align="centre"), Cell("")])
        page += rng.randint(1, 6)
    Table(240, (140, 640, 180, 220), flow.style, 96).ruled(flow.page, flow.y, rows)
    return Drawing(flow.finished())


def transfer_slip(facts: Facts, rng: Random) -> Drawing:
    """Draw the receipt of a bank for a transfer: two accounts, neither of them a payee's paper."""
    flow = Flow(Style(Face.HEI, 30, leading=1.5), A5_WIDE, (90, 1564), (130, 1090))
    flow.line(f"{facts.account.bank_name}　电子回单", Style(Face.HEI, 46, (30, 60, 120), stroke=1), at="centre")
    rows = [
        [Cell("付款人户名"), Cell(facts.respondent.name), Cell("收款人户名"), Cell(facts.applicant.name)],
        [Cell("付款人账号"), Cell(f"{rng.randrange(10**18):018}"), Cell("收款人账号"), Cell(facts.account.number)],
        [Cell("付款行"), Cell(facts.company.account.branch_name), Cell("收款行"), Cell(facts.account.branch_name)],
        [Cell("金额"), Cell(f"￥{facts.amount}"), Cell("大写"), Cell(facts.amount_upper)],
        [Cell("摘要"), Cell("货款", 3)],
    ]
    Table(90, (190, 540, 190, 554), flow.style, 110, colour=(30, 60, 120)).ruled(flow.page, flow.y, rows)
    stamp(flow.page, Seal(facts.account.bank_name, radius=110, caption="电子回单专用章"), (1350, 900), rng)
    return Drawing(flow.finished())
