"""空白页: a page with nothing on it, and the separator sheets that scanning clerks put between papers."""

from __future__ import annotations

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="blank",
    title="空白页",
    title_en="Blank page",
    klass=DocumentClass.OTHER,
    cues={
        "(扫描|文档|材料|卷宗)?分(隔|割|页)(页|纸|符)": 6.0,
        "此页(为|系|是)?空白|本页(无|没有)(正文|内容)|以下空白": 4.0,
        "PATCH(CODE)?(T|2|3)(?![A-Z])": 5.0,
        "SEPARATORSHEET": 5.0,
        "裁定书|判决书|居民身份证|银行卡|账号": -3.0,
        "[,。;][^\n]{0,400}[,。;]": -2.0,
    },
    draw=drawn_by(__name__),
)
