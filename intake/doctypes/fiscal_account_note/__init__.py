"""非税账户说明: to which account of the treasury an authority wants its money."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="fiscal_account_note",
    title="非税账户说明",
    title_en="Note on an account of the treasury",
    klass=DocumentClass.OTHER,
    cues={
        "非税(收入)?.{0,10}(账户|专户|缴款书).{0,8}(说明|函|信息)": 5.5,
        "非税": 2.0,
        "财政(局|部门|非税|专户)|国库|收支两条线": 1.2,
        "执收单位|缴款码|罚没": 1.2,
        "特此(说明|函复)|情况说明|账户说明": 0.8,
        "我(单位|局)|贵院": 0.4,
        "确认书|许可证|存折|查询|裁定书|判决书|律师函|申请书|送达回证": -3.0,
    },
    defined=Definition(all_of=("非税",)),
    draw=drawn_by(__name__),
    continues=("特此(说明|函复)", "非税", "国库"),
)
