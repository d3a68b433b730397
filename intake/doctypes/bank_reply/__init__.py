"""银行查询回函: what a bank answers a court that asked about an account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass, Field
from intake.domain.finding import Finding, Severity
from intake.domain.text import PageText
from intake.extract.accounts import GOES_ON, account_number
from intake.extract.columns import under_label
from intake.extract.finders import Parse, field_of, first_of
from intake.extract.kinds import branch, date, lone_date, name
from intake.extract.labels import Place, Search, after_label
from intake.extract.layout import left_of, right_of
from intake.extract.parse import any_parse, spelled, text
from intake.extract.running import of_line
from intake.extract.spaced import spaced
from intake.extract.sure import SURE
from intake.validate.account import account_length, issuer_agrees, valid_account
from intake.validate.confidence import confident
from intake.validate.fields import written

_NAME = (
    "户名",
    "账户名称",
    "客户名称",
    "存款人",
    "存款人名称",
    "账户名",
    "开户人",
    "被查询人",
    "被查询人名称",
    "被查询人姓名",
)
_NUMBER = ("账号", "帐号", "银行账号", "账户号码", "卡号", "账号/卡号", "账(卡)号", "卡(账)号", "存款账号")
_BANK = ("开户行", "开户银行", "开户网点", "开户机构", "开户行名称", "网点名称")
_STATUS = ("账户状态", "当前账户状态", "状态", "账户当前状态", "帐户状态")
_DATE = ("反馈日期", "回函日期", "查询日期", "反馈时间", "查询时间", "日期")
_LABELS = (
    *(
        "案号",
        "备注",
        "账户余额",
        "存款余额",
        "可用余额",
        "余额",
        "账户类别",
        "请求单位",
        "查询机关",
        "文书号码",
        "币种",
        "证件号码",
        "开户日期",
        "开户时间",
        "销户日期",
    ),
    *(*_NAME, *_NUMBER, *_BANK, *_STATUS, *_DATE),
)


def _alone(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search lines that have a row for themselves, as the day under a letter has: those beside others are of tables."""
    alone = (
        (page, line)
        for page in pages
        for line in page.lines
        if not left_of(line, page.lines) and not right_of(line, page.lines)
    )
    return tuple(Place(None, of_line(line, page.number)) for page, line in alone)


_USABLE = "正常"
_state = spelled(
    "^(?P<value>正常|(?:部分)?冻结|轮候冻结|已?销户|注销|已?止付|只收不付|不收不付|(?:长期)?不动户|久悬|睡眠|挂失)(?:户|状态)?$"
)
_bank = any_parse(branch, text)


def _beside(*labels: str, wraps: int = 0, goes_on: str = "") -> Search:
    return spaced(after_label(*labels, among=_LABELS, wraps=wraps, goes_on=goes_on), _LABELS)


def _found(labels: tuple[str, ...], parse: Parse, *, wraps: int = 0, goes_on: str = "") -> Finder:
    """Find a value under its label in a table, or after it."""
    beside = field_of(_beside(*labels, wraps=wraps, goes_on=goes_on), parse)
    return first_of(field_of(under_label(*labels, among=_LABELS), parse), beside)


def usable(fields: Mapping[str, Field]) -> Iterator[Finding]:
    """Tell that the account is not one that money can simply be paid to."""
    status = written(fields, "account_status")
    if status is not None and status != _USABLE:
        yield Finding("account_not_usable", Severity.INFO, "account_status", {"status": status})


DOCTYPE = DocType(
    name="bank_reply",
    title="银行查询回函",
    title_en="Reply of a bank to an inquiry",
    klass=DocumentClass.OTHER,
    cues={
        "查询.{0,12}(回函|回复|函复|回执|反馈(?!结果显示)|结果(?!显示))": 5.0,
        "(通知书)?[(]回执[)]": 3.0,
        "(反馈结果|反馈单)": 3.0,
        "账户状态": 1.5,
        "(账户|存款|可用)?余额": 0.8,
        "(贵|你)院": 0.8,
        "协助查询": 1.0,
        "查询结果|经查询|函复": 1.0,
        "确认书|许可证|存折|送达回证|收据|律师函|委托书": -4.0,
        "裁定如下|审判[长员]|书记员": -2.0,
    },
    fields={
        "account_name": FieldSpec("户名", "Account name", _found(_NAME, name, wraps=1), required=True),
        "account_number": FieldSpec(
            "账号", "Account number", _found(_NUMBER, account_number, goes_on=GOES_ON), required=True
        ),
        "bank_name": FieldSpec("开户银行", "Bank and branch", _found(_BANK, _bank, wraps=2)),
        "account_status": FieldSpec("账户状态", "State of the account", _found(_STATUS, _state)),
        "issued_on": FieldSpec(
            "回函日期",
            "Date of the reply",
            first_of(field_of(_beside(*_DATE), date), field_of(_alone, lone_date)),
            required=True,
        ),
    },
    rules=(
        valid_account("account_number"),
        account_length("account_number"),
        issuer_agrees("account_number", "bank_name"),
        usable,
        confident(SURE),
    ),
    draw=drawn_by(__name__),
    continues=("特此函复", "(账户|存款|可用)余额", "查询结果", "账户状态"),
)
