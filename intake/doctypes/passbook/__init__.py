"""存折: the first page, or the cover, of a passbook. Its numbers are accounts that mostly have no check digit."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, Finder, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.accounts import GOES_ON, account_number, passing_card_number
from intake.extract.finders import Parse, field_of, first_of, lines, otherwise
from intake.extract.kinds import branch, name, person_name
from intake.extract.labels import Search, after_label
from intake.extract.parse import spelled
from intake.extract.spaced import spaced
from intake.extract.sure import SURE
from intake.extract.unlabelled import over
from intake.extract.written import HAN, bank_branch
from intake.validate.account import account_length, issuer_agrees, valid_account
from intake.validate.confidence import confident

_NAME = ("户名", "姓名", "账户名称", "户主", "存款人", "客户姓名", "客户名称")
_NUMBER = (
    "账号",
    "帐号",
    "存折账号",
    "存折号",
    "储蓄账号",
    "活期账号",
    "客户账号",
    "卡号/账号",
    "账号/卡号",
    "账(卡)号",
    "卡(账)号",
)
_BANK = (
    *("开户网点", "开户行", "开户银行", "开户机构", "开户行名称", "签发机构", "签发网点", "签发行", "所属网点"),
    *("开户机构名称", "发折机构", "开户局所"),
)
_LABELS = (
    *("储种", "币种", "存款种类", "支取方式", "通存通兑", "开户日期", "签发日期", "起息日", "印密", "密码", "凭证号"),
    *(
        "日期",
        "摘要",
        "支出",
        "存入",
        "余额",
        "网点号",
        "柜员",
        "操作员",
        "存期",
        "利率",
        "NAME",
        "钞汇",
        "册号",
        "客户号",
    ),
    *(*_NAME, *_NUMBER, *_BANK),
)
_BOOK = "[一·—-]?本通"  # 一本通, whose thin stroke copies lose
_bank = spelled(f"(?<![{HAN}])(?!开户|签发)[{HAN}]{{2,10}}(?:银行|信用社|信用联社)")
_ALONE = r"\d{12,23}"
_alone = spelled(f"^(?P<value>{_ALONE})$")


def _beside(*labels: str, wraps: int = 0, goes_on: str = "") -> Search:
    return spaced(after_label(*labels, among=_LABELS, wraps=wraps, goes_on=goes_on), _LABELS)


def _after(labels: tuple[str, ...], parse: Parse, wraps: int = 0) -> Finder:
    return field_of(_beside(*labels, wraps=wraps), parse)


DOCTYPE = DocType(
    name="passbook",
    title="存折",
    title_en="Passbook",
    klass=DocumentClass.BANK_ACCOUNT,
    cues={
        "存折(?!复印件|或)": 3.5,
        f"(活期|储蓄)(储蓄|存款|{_BOOK})": 2.0,
        _BOOK: 1.5,
        "通存通兑": 2.0,
        "凭(密码?|证件|印鉴)(支取)?|支取方式": 1.5,
        "储种|存款种类": 1.5,
        "(支出|支取|取出).{0,4}(存入|收入)": 2.5,
        "户名": 0.8,
        "账号": 0.5,
        "开户(网点|银?行|机构|日期)|签发(网点|机构|日期|行)": 0.6,
        "[\u4e00-\u9fff]{2,8}(银行|信用社|储蓄)": 0.5,
        "确认书|裁定书|判决书|申请书|委托书|许可证|回函|回单|对账单|流水|证明书?|说明|律师函|收据|起诉状|回证": -4.0,
        "(借记|储蓄|信用|贷记)卡|VALIDTHRU|银联|UnionPay": -1.5,
        "案号|人民法院": -1.5,
    },
    defined=Definition(
        all_of=("银行|信用社|储蓄|BANK|信用联社|农信",),
        some_of=(
            "存折",
            "活期|储蓄",
            _BOOK,
            "户名",
            "账号",
            "储种|存款种类",
            "通存通兑",
            "支取|支出|存入",
            "凭(?:密|证|印)",
            "开户|签发|支行",
            "摘要|余额",
        ),
        least=3,
        none_of=("流水|回单|对账|存单|凭证(?!号)|申请|电子|证明|甲方|付款人|汇款|清单|明细(?!簿)|借款|年费|客服",),
    ),
    fields={
        "account_name": FieldSpec(
            "户名",
            "Account name",
            otherwise(_after(_NAME, name, 1), field_of(over(_ALONE), person_name)),
            required=True,
        ),
        "account_number": FieldSpec(
            "账号",
            "Account number",
            first_of(
                field_of(_beside(*_NUMBER, goes_on=GOES_ON), account_number),
                field_of(lines, passing_card_number),
                field_of(lines, _alone),
            ),
            required=True,
        ),
        "bank_name": FieldSpec(
            "开户银行",
            "Bank and branch",
            otherwise(_after(_BANK, bank_branch, 1), field_of(lines, branch), field_of(lines, _bank)),
            required=True,
        ),
    },
    rules=(
        account_length("account_number"),
        valid_account("account_number"),
        issuer_agrees("account_number", "bank_name"),
        confident(SURE),
    ),
    draw=drawn_by(__name__),
)
