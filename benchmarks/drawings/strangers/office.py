"""Papers of trade and offices: invoice, contract, letter, pay list, certificate, report, bill, business card."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.marks import barcode, chop, qr, signed
from benchmarks.drawings.sheet import A5_WIDE, Cell, Flow, Table
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.amount import in_words
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_GOODS = (
    "螺纹钢",
    "复印纸",
    "打印机硒鼓",
    "水泥PO42.5",
    "餐饮服务",
    "LED灯具",
    "劳保手套",
    "柴油",
    "防盗门",
    "软件服务费",
)


def invoice(facts: Facts, rng: Random) -> Drawing:
    """Draw an electronic VAT invoice: it has names, credit codes, banks and account numbers."""
    brown, firm = (150, 70, 40), facts.company
    page = Canvas.blank((1654, 1100))
    page.centred(827, 110, "电子发票（普通发票）", Style(Face.KAI, 60, brown))
    qr(page, (80, 40), 150, rng)
    small = Style(Face.SONG, 26, INK, leading=1.5)
    page.text(1180, 80, f"发票号码：{rng.randrange(10**20):020}", small)
    page.text(1180, 130, f"开票日期：{plain_date(facts.decided_on)}", small)
    buyer = f"名称：{facts.applicant.name}\n统一社会信用代码/纳税人识别号："
    seller = f"名称：{firm.name}\n统一社会信用代码/纳税人识别号：{firm.uscc}"
    rows = [[Cell("购买方信息"), Cell(buyer), Cell("销售方信息"), Cell(seller)]]
    y = Table(60, (70, 697, 70, 697), small, 170, colour=brown).ruled(page, 220, rows)
    rows = [[Cell(t, align="centre") for t in ("项目名称", "规格型号", "单位", "数量", "单价", "金额", "税率", "税额")]]
    for _ in range(rng.randint(1, 4)):
        count, price = rng.randint(1, 90), rng.randint(20, 4000)
        row = (
            f"*{rng.choice('金办建')}*{rng.choice(_GOODS)}",
            "",
            "件",
            f"{count}",
            f"{price}.00",
            f"{count * price}.00",
            "3%",
            f"{count * price * 0.03:.2f}",
        )
        rows.append([Cell(t) for t in row])
    y = Table(60, (420, 180, 120, 140, 200, 200, 100, 174), small, 62, colour=brown).ruled(page, y, rows)
    total = [
        [
            Cell("价税合计（大写）"),
            Cell(in_words(facts.amount).removeprefix("人民币")),
            Cell(f"（小写）￥{facts.amount}"),
        ]
    ]
    y = Table(60, (420, 640, 474), small, 70, colour=brown).ruled(page, y, total)
    note = f"备注：销方开户银行：{firm.account.branch_name}；银行账号：{firm.account.number}"
    Table(60, (1534,), small, 120, colour=brown).ruled(page, y, [[Cell(note)]])
    page.text(100, 1040, f"开票人：{facts.clerk}", small)
    page.mark(1440, 1070, 22)
    return Drawing((page.page(),))


def contract(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.SONG, 38, leading=1.8))
    a, b = facts.company.name, facts.respondent.name
    flow.line("房屋租赁合同", Style(Face.SONG, 72, INK, stroke=2), at="centre")
    flow.gap(30)
    flow.line(f"出租方（甲方）：{a}")
    flow.line(f"承租方（乙方）：{b}　身份证号：{facts.respondent.id_number}")
    flow.para("根据《中华人民共和国民法典》及有关规定，甲乙双方在平等、自愿的基础上，就房屋租赁事宜达成如下协议：")
    rent = rng.randint(8, 90) * 100
    for text in (
        (
            f"第一条　甲方将位于{facts.respondent.address}的房屋出租给乙方作居住使用，建筑面积"
            f"{rng.randint(40, 160)}平方米。"
        ),
        f"第二条　租赁期限自{plain_date(facts.decided_on)}起，共十二个月。",
        f"第三条　月租金{rent}元，押金{rent * 2}元，按季支付，先付后用。",
        "第四条　租赁期间的水、电、燃气、网络、物业等费用由乙方承担。",
        "第五条　未经甲方书面同意，乙方不得转租、改变房屋结构或者用途。",
        "第六条　一方违约的，应向对方支付一个月租金的违约金。",
        "第七条　因履行本合同发生争议，协商不成的，向房屋所在地人民法院起诉。",
        "第八条　本合同一式两份，甲乙双方各执一份，自签字盖章之日起生效。",
    ):
        flow.para(text)
    flow.gap(80)
    flow.page.text(240, flow.y, "甲方（盖章）：", flow.style)
    flow.page.text(880, flow.y, "乙方（签字）：", flow.style)
    signed(flow.page, (1270, flow.y - 10), b, rng)
    stamp(flow.page, Seal(a, radius=150, caption="合同专用章"), (520, flow.y), rng)
    return Drawing(flow.finished(lambda n, _: f"{n}"))


def letter(facts: Facts, _rng: Random) -> Drawing:
    flow = Flow(Style(Face.KAI, 46, (40, 44, 100), leading=2.0))
    flow.line(f"{facts.agent.name[0]}老师：")
    flow.para(
        "您好！见字如面。离开学校已经三年多了，一直没有给您写信，心里总觉得过意不去。去年秋天我到南方的工厂上班，"
        "厂里有食堂，宿舍四个人一间，活儿不算重，就是夜班多。"
    )
    flow.para(
        f"上个月母亲来看我，带了您爱吃的核桃，我托{facts.clerk}给您捎去。听说学校盖了新教学楼，操场也"
        "铺了塑胶，真想回去看看。"
    )
    flow.para("天气转凉，请您保重身体。等过年放假我再去看您。")
    flow.line("此致", inset=92)
    flow.line("敬礼！")
    flow.line(f"您的学生：{facts.applicant.name}", at="right", inset=80)
    flow.line(plain_date(facts.decided_on), at="right", inset=80)
    return Drawing(flow.finished())


def spreadsheet(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.HEI, 24, leading=1.3), (2339, 1654), (60, 2280), (90, 1600))
    flow.line(
        f"{facts.company.name}{facts.decided_on.year}年{facts.decided_on.month}月工资表",
        Style(Face.HEI, 40),
        at="centre",
    )
    heads = (
        "序号",
        "姓名",
        "部门",
        "基本工资",
        "岗位工资",
        "加班费",
        "养老保险",
        "医疗保险",
        "个税",
        "实发工资",
        "签名",
    )
    rows = [[Cell(h, align="centre") for h in heads]]
    for i in range(rng.randint(12, 24)):
        pay = [rng.randint(18, 60) * 100, rng.randint(5, 40) * 50, rng.randint(0, 900)]
        off = [pay[0] * 8 // 100, pay[0] * 2 // 100, rng.randint(0, 120)]
        name = rng.choice((facts.applicant.name, facts.respondent.name, facts.clerk, facts.agent.name, *facts.judges))
        cells = (i + 1, name, rng.choice(("生产部", "财务部", "后勤", "销售一部")), *pay, *off, sum(pay) - sum(off), "")
        rows.append([Cell(str(c), align="centre") for c in cells])
    Table(60, (100, 180, 220, 220, 220, 180, 220, 220, 160, 240, 260), flow.style, 54, rule=1).ruled(
        flow.page, 130, rows
    )
    return Drawing(flow.finished())


def award(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(
        Style(Face.KAI, 60, (90, 50, 20), leading=2.0), (2000, 1414), (260, 1740), (330, 1300), paper=(253, 246, 224)
    )
    for inset, width in ((60, 16), (90, 4)):
        flow.page.pen.rectangle((inset, inset, 2000 - inset, 1414 - inset), outline=(196, 40, 40), width=width)
    flow.line("荣 誉 证 书", Style(Face.KAI, 130, (196, 40, 40), stroke=3), at="centre")
    flow.line(f"{facts.child.name}同学：")
    flow.para(f"在{facts.decided_on.year}学年度校园科技节小发明比赛中，成绩优异，荣获{rng.choice('一二三')}等奖。")
    flow.para("特发此证，以资鼓励。")
    flow.line("市第三实验小学", at="right")
    flow.line(plain_date(facts.decided_on), at="right")
    stamp(flow.page, Seal("市第三实验小学", radius=130), (1560, flow.y - 160), rng)
    return Drawing(flow.finished())


def medical(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.SONG, 34, leading=1.7))
    flow.line("市中心人民医院检验报告单", Style(Face.HEI, 54, INK, stroke=1), at="centre")
    flow.line(
        f"姓名：{facts.applicant.name}　性别：{facts.applicant.sex}　年龄：{rng.randint(20, 80)}岁　科"
        "室：内科　标本：血清"
    )
    heads = [Cell(t) for t in ("项目", "结果", "单位", "参考区间", "提示")]
    rows = [heads]
    for name, unit, low, high in (
        ("白细胞计数", "10^9/L", 3.5, 9.5), ("红细胞计数", "10^12/L", 4.3, 5.8), ("血红蛋白", "g/L", 130, 175),
        ("血小板", "10^9/L", 125, 350), ("谷丙转氨酶", "U/L", 9, 50), ("总胆红素", "umol/L", 5, 21),
        ("空腹血糖", "mmol/L", 3.9, 6.1), ("肌酐", "umol/L", 57, 97), ("尿酸", "umol/L", 208, 428),
    ):  # fmt: skip
        value = rng.uniform(low * 0.7, high * 1.3)
        sign = "↑" if value > high else "↓" if value < low else ""
        rows.append([Cell(name), Cell(f"{value:.1f}"), Cell(unit), Cell(f"{low}-{high}"), Cell(sign)])
    flow.y = Table(240, (360, 200, 220, 260, 140), flow.style, 70, rule=1).ruled(flow.page, flow.y, rows) + 90
    flow.line(f"检验者：{facts.clerk}　审核者：{facts.judges[0]}　报告时间：{dotted(facts.decided_on)} 10:26")
    flow.line("本报告仅对所检测标本负责", flow.style.sized(26))
    return Drawing(flow.finished())


def electricity(facts: Facts, rng: Random) -> Drawing:
    flow = Flow(Style(Face.HEI, 34, leading=1.7), A5_WIDE, (120, 1534), (150, 1080))
    flow.line("国家电网　电费通知单", Style(Face.HEI, 56, (0, 110, 90), stroke=1))
    flow.line(f"户号：{rng.randrange(10**10):010}　户名：{facts.applicant.name}")
    flow.line(f"用电地址：{facts.applicant.address}")
    start, used = rng.randint(1000, 9000), rng.randint(50, 700)
    rows = [
        [Cell(t, align="centre") for t in ("上次示数", "本次示数", "用电量(千瓦时)", "单价(元)", "金额(元)")],
        [Cell(t, align="centre") for t in (str(start), str(start + used), str(used), "0.5653", f"{used * 0.5653:.2f}")],
    ]
    flow.y = (
        Table(120, (280, 280, 320, 260, 274), flow.style, 90, colour=(0, 110, 90)).ruled(flow.page, flow.y, rows) + 90
    )
    flow.line("请于本月二十五日前交清，逾期按日加收违约金。服务热线：95598")
    barcode(flow.page, Rect(900, flow.y, 1500, flow.y + 110), rng)
    return Drawing(flow.finished())


def business_card(facts: Facts, rng: Random) -> Drawing:
    page = Canvas.blank((1063, 638), rng.choice(((250, 250, 250), (24, 32, 50), (240, 232, 216))))
    light = page.image.getpixel((5, 5)) == (24, 32, 50)
    ink = (236, 230, 210) if light else (40, 44, 60)
    page.text(80, 130, facts.company.name, Style(Face.HEI, 36, ink))
    page.pen.line((80, 160, 980, 160), fill=ink, width=2)
    page.text(80, 300, facts.agent.name, Style(Face.KAI, 72, ink))
    page.text(340, 300, "销售经理", Style(Face.HEI, 32, ink))
    for i, text in enumerate((f"手机：{facts.phone}", f"地址：{facts.company.address}", "邮箱：sales@example.com")):
        page.text(80, 420 + i * 60, text, Style(Face.HEI, 28, ink))
    chop(page, (930, 470), facts.agent.name, 80)
    page.mark(940, 610, 18)
    return Drawing((page.page(),))
