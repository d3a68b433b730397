"""授权委托书: who acts for whom in which case, and whether the money may be paid to the agent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.domain.names import same_name
from intake.extract.accounts import GOES_ON, LABELLED, account_number
from intake.extract.finders import field_of, first_of, lines, noticed, otherwise, running
from intake.extract.kinds import case
from intake.extract.labels import after_label
from intake.extract.mandate import may_receive_funds, powers
from intake.extract.parse import spelled
from intake.extract.sides import agent_number, named_in
from intake.extract.sure import CHECKED, SURE
from intake.extract.written import HAN, closing_date, full_date, lead_name
from intake.validate.account import account_length, valid_account
from intake.validate.confidence import confident
from intake.validate.court import valid_case_number, year_agrees
from intake.validate.fields import written
from intake.validate.identity import birth_date_plausible, valid_resident_number

_PRINCIPAL = (
    "委托人",
    "委托人姓名",
    "委托单位",
    "委托人名称",
    "委托方",
    "授权人",
    "授权单位",
    "委托人(姓名或名称)",
    "授权人姓名",
)
_AGENT = (
    *(
        "受委托人",
        "受托人",
        "委托代理人",
        "被委托人",
        "被授权人",
        "受托方",
        "受委托人姓名",
        "受托人姓名",
        "代理人",
        "代理人姓名",
    ),
    *("被委托人姓名", "被授权人姓名", "委托代理人姓名", "受委托代理人"),
)
_SIGNED = tuple(
    f"{who}({how})"
    for who in (*_PRINCIPAL, *_AGENT)
    for how in ("签名", "签字", "盖章", "签章", "签名、捺印", "签名或盖章")
)
_NUMBER = ("账号", "帐号", "收款账号", "银行账号", "银行卡号", "卡号", "账户号码")
_DATE = ("日期", "委托日期", "签署日期")
_LABELS = (
    *(
        "授权委托书",
        "性别",
        "民族",
        "住址",
        "住所地",
        "地址",
        "联系电话",
        "电话",
        "公民身份号码",
        "身份证号码",
        "身份证号",
    ),
    *(
        "统一社会信用代码",
        "法定代表人",
        "职务",
        "工作单位",
        "执业证号",
        "与委托人关系",
        "案号",
        "案由",
        "代理权限",
        "委托权限",
    ),
    *(
        "授权范围",
        "委托事项",
        "委托期限",
        "收款账户",
        "收款户名",
        "户名",
        "开户行",
        "开户银行",
        "法定代表人(签章)",
        "姓名",
    ),
    *(*_PRINCIPAL, *_AGENT, *_SIGNED, *_NUMBER, *_DATE),
)
_who = rf"(?P<value>(?!现|因|与|系|特|兹|已|就|作为|对|在|的|名下)[{HAN}][{HAN}·()]{{1,30}}?)"
_self = spelled(rf"(?:本人|我单位|我公司|本公司|本单位):?{_who}(?=[(,、]|因|与|系|现|性别|身份证)")
_entrusted = spelled(
    rf"(?<!转)(?:委托|授权)(?!委托|权|人|单位|代理|书|事项|权限|方|期|上|下|范围)(?:[{HAN}]{{2,20}}事务所的?)?{_who}"
    r"(?=律师|同志|先生|女士|[(,、]|为|作为|担任|代为|代表|办理|身份证|性别)"
)
_running_number = spelled(LABELLED)


def agent_is_another(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Ask where the agent has the name of the principal: one of the two was read from the wrong place."""
    principal, agent = written(fields, "principal_name"), written(fields, "agent_name")
    if principal and agent and same_name(principal, agent):
        yield Finding("agent_is_principal", Severity.REVIEW, "agent_name", {"name": agent})


def _execution(number: str) -> bool:
    """Say whether a case number is one of enforcement: then that of the judgment beside it is no rival."""
    return "执" in number


def _name(labels: tuple[str, ...], *others: Finder) -> Finder:
    search = after_label(*labels, among=_LABELS, wraps=1)
    return first_of(field_of(search, lead_name), *others)


DOCTYPE = DocType(
    name="power_of_attorney",
    title="授权委托书",
    title_en="Power of attorney",
    klass=DocumentClass.ID_PROOF,
    cues={
        "授权委托书": 6.0,
        "(?<!授权)委托(代理)?书": 3.5,
        "受委托人|受托人|被委托人|被授权人|委托代理人": 1.0,
        "委托人|委托单位": 0.6,
        "(代理|委托)权限|授权范围|委托事项": 1.0,
        "特别授权|一般代理|一般授权|全权代理": 0.8,
        "代为": 0.5,
        "身份证明书|律师函|所函|裁定书|判决书|调解书|起诉状|申请书|确认书|回证|营业执照|许可证|收据|回函|公证书": -4.0,
    },
    defined=Definition(
        all_of=("委托.{0,2}书|授权.{0,2}托|委.书|托书",),
        some_of=("委托人|委托单位", "受(?:委)?托|被委托|代理人", "权限|授权|代为", "委托"),
        least=2,
        none_of=("公证处|^[^\\n]{0,20}合同|居间|服务费",),
    ),
    fields={
        "principal_name": FieldSpec(
            "委托人",
            "Principal",
            _name(
                _PRINCIPAL,
                field_of(running, _self),
                named_in("principal", "姓名", "名称", among=_LABELS),
                field_of(after_label(*(s for s in _SIGNED if s.startswith(_PRINCIPAL)), among=_LABELS), lead_name),
            ),
            required=True,
        ),
        "agent_name": FieldSpec(
            "受委托人",
            "Agent",
            _name(_AGENT, field_of(running, _entrusted), named_in("agent", "姓名", "名称", among=_LABELS)),
            required=True,
        ),
        "agent_id_number": FieldSpec("受委托人公民身份号码", "Identity number of the agent", agent_number),
        "case_number": FieldSpec("案号", "Case number", field_of(running, case, prefer=_execution), required=True),
        "powers": FieldSpec("委托权限", "Powers", powers, required=True),
        "may_receive_funds": FieldSpec("可代收执行款", "May receive the money", may_receive_funds, required=True),
        "account_number": FieldSpec(
            "账号",
            "Account number",
            first_of(
                field_of(after_label(*_NUMBER, among=_LABELS, goes_on=GOES_ON), account_number),
                field_of(running, _running_number),
            ),
        ),
        "issued_on": FieldSpec(
            "签署日期",
            "Date",
            otherwise(
                field_of(after_label(*_DATE, among=_LABELS), full_date),
                field_of(lines, closing_date),
                noticed(lines, "[12][0-9]{3}年.*|.*月.{1,3}日"),
            ),
            required=True,
        ),
    },
    rules=(
        agent_is_another,
        valid_resident_number("agent_id_number"),
        birth_date_plausible("agent_id_number", by="issued_on"),
        valid_case_number("case_number"),
        year_agrees("case_number", "issued_on"),
        account_length("account_number"),
        valid_account("account_number"),
        confident(SURE, {"agent_id_number": CHECKED}),
    ),
    draw=drawn_by(__name__),
    continues=(r"委托人\((签|盖)", r"受托人\((签|盖)", "委托期限", "(代理|委托)权限", "收款账户"),
)
