"""Near-misses written after training was frozen: papers of courts and of those who decide like courts."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.court import described, modern, sheet_of
from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.marks import handwriting
from benchmarks.drawings.sheet import Cell, Flow, Table
from benchmarks.drawings.words import hanzi_date, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


def indictment(facts: Facts, rng: Random) -> Drawing:
    """Draw 起诉书 or 不起诉决定书 of a procuratorate."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    office = facts.court_name.replace("法院", "检察院")
    charged = rng.random() < 0.6
    flow.line(office, look.court, at="centre")
    flow.line("起 诉 书" if charged else "不起诉决定书", look.title, at="centre")
    flow.line(f"{facts.court_name[:1]}检刑诉〔{facts.decided_on.year}〕{rng.randint(3, 900)}号", at="right")
    flow.para(described("被告人" if charged else "被不起诉人", facts.respondent, rng))
    flow.para("本案由公安局侦查终结，以被告人涉嫌拒不执行判决、裁定罪，向本院移送审查起诉。")
    flow.para(
        f"经依法审查查明：{facts.court_name}作出{facts.basis_case_number}民事判决书后，被告人{facts.respondent.name}"
        f"有能力执行而拒不执行，隐匿存款{facts.amount}元，情节严重。"
    )
    flow.para(
        "其行为触犯了《中华人民共和国刑法》第三百一十三条，应当以拒不执行判决、裁定罪追究刑事责任。"
        if charged
        else "本院认为，犯罪情节轻微，依照刑法规定不需要判处刑罚，决定对其不起诉。"
    )
    if charged:
        flow.line("此致")
        flow.line(facts.court_name)
    flow.line(f"检察官　{facts.judges[0]}", at="right")
    box = flow.line(hanzi_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(office, radius=160), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def consumption_limit(facts: Facts, rng: Random) -> Drawing:
    """Draw 限制消费令: a court's paper with a head like a ruling, which orders no money."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    flow.line(facts.court_name, look.court, at="centre")
    flow.line("限制消费令", look.title, at="centre")
    flow.line(facts.case_number, at=rng.choice(("right", "centre")))
    flow.line(f"{facts.respondent.name}：")
    flow.para(
        f"本院于{plain_date(facts.decided_on)}立案执行{facts.applicant.name}申请执行你{facts.cause}一案，因你未按执行"
        "通知书指定的期间履行生效法律文书确定的给付义务，本院依照民事诉讼法第二百六十六条，对你采取限制消费措施，"
        "限制你不得实施以下高消费及非生活和工作必需的消费行为："
    )
    for text in (
        "（一）乘坐交通工具时，选择飞机、列车软卧、轮船二等以上舱位；",
        "（二）在星级以上宾馆、酒店、夜总会、高尔夫球场等场所进行高消费；",
        "（三）购买不动产或者新建、扩建、高档装修房屋；",
        "（四）子女就读高收费私立学校；",
        "如你违反限制消费令，本院将予以罚款、拘留；情节严重，构成犯罪的，依法追究刑事责任。",
    )[: rng.randint(3, 5)]:
        flow.para(text)
    box = flow.line(hanzi_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(facts.court_name, radius=165), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def auction(facts: Facts, rng: Random) -> Drawing:
    """Draw what belongs to a court's auction: the announcement, or the confirmation of a sale."""
    flow = Flow(Style(Face.SONG, 38, leading=1.75))
    if rng.random() < 0.5:
        flow.line(
            f"{facts.court_name}关于拍卖{facts.respondent.name}名下房产的公告（第一次拍卖）",
            Style(Face.HEI, 46),
            at="centre",
        )
        flow.para(
            f"{facts.court_name}将于{plain_date(facts.confirmed_on)}10时起至次日10时止在网络司法拍卖平台上进行公开拍卖活动，"
            "现公告如下："
        )
        flow.para(f"一、拍卖标的：位于{facts.respondent.address}的房产一处。起拍价：{facts.amount}元，保证金5万元。")
        flow.para("二、咨询、展示看样的时间与方式：有意者请与本院联系，逾期不再安排。")
        flow.para("三、竞买人条件：凡具备完全民事行为能力的公民、法人和其他组织均可参加竞买。")
        flow.para("四、标的物以实物现状为准，本院不承担瑕疵担保责任。")
        flow.line(f"联系人：{facts.judges[0]}法官　电话：{facts.phone}")
    else:
        flow.line("网络竞价成功确认书", Style(Face.HEI, 60, stroke=1), at="centre")
        flow.para(
            f"经公开竞价，竞买人{facts.applicant.name}通过竞买号{rng.randint(1000, 9999)}"
            f"于{plain_date(facts.confirmed_on)}在{facts.court_name}开展的“{facts.respondent.address}房产”项目公开竞价中，以最高应价胜出。"
        )
        flow.para(f"该标的网络拍卖成交价格：￥{facts.amount}（{facts.amount_upper}）。")
        flow.para("在网络拍卖中竞买成功的用户，必须依照标的物竞买须知、公告要求按时交付标的物网拍成交余款。")
        flow.para("标的物最终成交以法院出具拍卖成交裁定书为准。")
    flow.line(plain_date(facts.decided_on), at="right")
    return Drawing(flow.finished())


def mediators(facts: Facts, rng: Random) -> Drawing:
    """Draw 人民调解协议书 of a committee, or 仲裁调解书 of arbitrators: agreements that no court made."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    place = facts.applicant.address[:6]
    if rng.random() < 0.5:
        flow.line("人民调解协议书", look.title, at="centre")
        flow.line(f"编号：{facts.decided_on.year}-{rng.randint(10, 400)}", at="right")
    else:
        flow.line(f"{place}劳动人事争议仲裁委员会", look.court, at="centre")
        flow.line("仲裁调解书", look.title, at="centre")
        flow.line(f"{place[:1]}劳人仲调字〔{facts.decided_on.year}〕{rng.randint(10, 900)}号", at="right")
    flow.para(described("当事人：", facts.applicant, rng))
    flow.para(described("当事人：", facts.respondent, rng))
    told = dispute_of(facts, "甲方", "乙方", rng)
    flow.para(f"纠纷主要事实、争议事项：{told.story}")
    flow.para("经调解，自愿达成如下协议：")
    flow.para(f"一、乙方于{plain_date(facts.confirmed_on)}前一次性支付甲方{facts.amount}元；")
    flow.para("二、双方再无其他争议。")
    flow.para("本协议自各方当事人签字、盖章之日起生效，可以向人民法院申请司法确认。")
    flow.line(f"调解员：{facts.judges[0]}　记录人：{facts.clerk}", at="right")
    flow.line(plain_date(facts.decided_on), at="right")
    return Drawing(flow.finished())


def notary_order(facts: Facts, rng: Random) -> Drawing:
    """Draw 执行证书 of a notary, with which one may go to a court."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    town = facts.court_name[:3]
    flow.line("执 行 证 书", look.title, at="centre")
    flow.line(f"（{facts.decided_on.year}）{town}证执字第{rng.randint(10, 900)}号", at="right")
    flow.para(described("申请执行人：", facts.applicant, rng))
    flow.para(described("被申请执行人：", facts.respondent, rng))
    flow.para("申请执行人于近日向本公证处申请出具执行证书。经查，双方签订的借款合同经本处赋予强制执行效力。")
    flow.para(f"被申请执行人至今未履行还款义务，尚欠本金{facts.amount}元（{facts.amount_upper}）及利息。")
    flow.para(
        "根据公证法第三十七条、民事诉讼法第二百四十九条的规定，特出具本执行证书。执行标的如下：借款本金及利息、违约金。"
    )
    flow.line(f"{town}公证处", at="right")
    flow.line(f"公证员　{facts.judges[0]}", at="right")
    box = flow.line(hanzi_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(f"{town}公证处", radius=150), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def claims_notice(facts: Facts, rng: Random) -> Drawing:
    """Draw 债权申报通知书 of an administrator in bankruptcy: a notice, but of no court."""
    flow = Flow(Style(Face.SONG, 40, leading=1.85))
    flow.line(f"{facts.company.name}管理人", Style(Face.HEI, 48), at="centre")
    flow.line("债权申报通知书", Style(Face.HEI, 70, stroke=1), at="centre")
    flow.line(f"（{facts.decided_on.year}）破管字第{rng.randint(2, 60)}号", at="right")
    flow.line(f"{facts.applicant.name}：")
    flow.para(
        f"{facts.court_name}于{plain_date(facts.decided_on)}裁定受理{facts.company.name}破产清算一案，并指定{facts.law_firm}"
        "担任管理人。请你自收到本通知之日起三十日内，向管理人书面申报债权，说明债权数额、有无财产担保，并提供证据材料。"
    )
    flow.para("未在期限内申报债权的，可以在破产财产最后分配前补充申报，但要承担审查和确认补充申报债权的费用。")
    flow.para(f"第一次债权人会议将于{plain_date(facts.confirmed_on)}在{facts.court_name}召开。特此通知。")
    flow.line(f"联系人：{facts.agent.name}律师　{facts.phone}")
    box = flow.line(plain_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(f"{facts.company.name}管理人", radius=150), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def form_book(facts: Facts, rng: Random) -> Drawing:
    """Draw a page of a book of forms: an empty ruling with marks where names and numbers go."""
    flow = Flow(Style(Face.SONG, 36, leading=1.7))
    used = rng.choice(("执行裁定书（扣划存款用）", "民事判决书（一审用）", "民事调解书（二审用）"))
    flow.line(f"{rng.randint(12, 90)}．{used}",
              Style(Face.HEI, 44))  # fmt: skip
    flow.gap(20)
    flow.line("××××人民法院", Style(Face.SONG, 50), at="centre")
    flow.line(rng.choice(("执行裁定书", "民事判决书", "民事调解书")), Style(Face.SONG, 62), at="centre")
    flow.line(f"（××××）……号　{facts.decided_on.year}年版", at="right")
    flow.para("申请执行人：×××，……（写明姓名、性别、出生年月日、民族、住址）。")
    flow.para("被执行人：×××，……。")
    flow.para("本院在执行×××与×××……（写明案由）一案中，……（写明事实）。依照……（写明法律依据）规定，裁定如下：")
    flow.para("……（写明裁定结果）。本裁定立即执行。")
    flow.line("审判长　×××", at="right")
    flow.line("××××年××月××日（院印）", at="right")
    flow.line("【说明】", Style(Face.HEI, 36))
    flow.para("1．本样式根据民事诉讼法制定，供人民法院在执行中使用。2．当事人是法人的，写明名称和住所地。")
    return Drawing(flow.finished(lambda n, _c: f"· {n + rng.randint(100, 400)} ·"))


def expert(facts: Facts, rng: Random) -> Drawing:
    """Draw 司法鉴定意见书 of experts, or 法律援助决定书 of an office: both have a number and decide something."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    if rng.random() < 0.5:
        flow.line(f"{facts.company.address[:3]}司法鉴定中心", look.court, at="centre")
        flow.line("司法鉴定意见书", look.title, at="centre")
        flow.line(f"司鉴〔{facts.decided_on.year}〕文鉴字第{rng.randint(3, 90)}号", at="right")
        flow.para(f"委托人：{facts.court_name}　委托事项：对{facts.case_number}案借条签名进行笔迹鉴定。")
        flow.para("鉴定材料：标称日期的借条原件一张。检验过程：按照笔迹鉴定技术规范进行检验。")
        flow.para(f"鉴定意见：落款处“{facts.respondent.name}”签名笔迹与样本笔迹是同一人所写。")
        flow.line(f"司法鉴定人：{facts.judges[0]}", at="right")
    else:
        flow.line(f"{facts.applicant.address[:3]}法律援助中心", look.court, at="centre")
        flow.line("给予法律援助决定书", look.title, at="centre")
        flow.line(f"援字〔{facts.decided_on.year}〕第{rng.randint(3, 900)}号", at="right")
        flow.line(f"{facts.applicant.name}：")
        flow.para(
            f"你提出的{facts.cause}一案法律援助申请，经审查符合条件，决定给予法律援助，指派{facts.law_firm}承办。"
        )
        flow.para("请持本决定书及身份证与承办律师联系。")
    flow.line(hanzi_date(facts.decided_on), at="right")
    return Drawing(flow.finished())


def docket(facts: Facts, rng: Random) -> Drawing:
    """Draw a court's list of cases, or the cover of a file: names of rulings and numbers in a table."""
    flow = Flow(Style(Face.SONG, 34, leading=1.5))
    flow.line(facts.court_name, Style(Face.SONG, 48, stroke=1), at="centre")
    flow.line(
        rng.choice(("执行案件移送清单", "案款到账情况统计表", "结案文书审批单")), Style(Face.SONG, 60), at="centre"
    )
    rows = [[Cell(t, align="centre") for t in ("案号", "申请执行人", "标的（元）", "结案文书")]]
    for _ in range(rng.randint(4, 9)):
        number = facts.case_number[:-4] + f"{rng.randint(10, 900)}号"
        rows.append(
            [Cell(number), Cell(facts.applicant.name), Cell(f"{rng.randint(900, 90000)}"),
             Cell(rng.choice(("执行裁定书", "结案通知书", "执行和解协议", "民事判决书")))]
        )  # fmt: skip
    Table(200, (470, 260, 240, 290), flow.style, 90).ruled(flow.page, flow.y, rows)
    flow.page.text(220, 1900, f"制表人：{facts.clerk}　{plain_date(facts.decided_on)}", handwriting(rng, 40))
    flow.page.text(220, 2000, "领导批示：同意。", Style(Face.KAI, 44, INK))
    return Drawing(flow.finished())
