"""居民身份证, the face: who somebody is. Birth and sex are read from their own labels, never out of the number."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, FieldSpec, drawn_by
from intake.domain.document import DocumentClass
from intake.domain.proof import has_a_person_number
from intake.extract.face import THREE_MONTHS, above_others, after
from intake.extract.finders import field_of, first_of, lines
from intake.extract.kinds import address, date, ethnicity, person_name, resident_number, sex
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.identity import birth_date_plausible, told_by_number, valid_resident_number

_BEGINS = r"(?:^|\n)[^\n]{2,8}(?:省|自治区)[^\n]{2,6}[市州][^\n]{2,5}[区县市旗](?!人民|公安)[^\n]{2,6}(?:\n|$)"
"""How the first line of an address looks: province, city and district, and no authority of theirs."""

DOCTYPE = DocType(
    name="resident_id_front",
    title="居民身份证（人像面）",
    title_en="Resident identity card, face",
    klass=DocumentClass.ID_PROOF,
    cues={
        "公民身份号码": 2.0,
        "姓名": 0.8,
        "性别[男女]?": 0.8,
        "民族": 0.8,
        r"出生(?=(19|20)?\d|$)": 0.8,
        r"住址": 0.6,
        r"(?<!\d)[1-9]\d{5}(19|20)\d{2}(0\d|1[0-2])[0-3]\d{4}[\dX](?!\d)": 1.2,
        "确认书|裁定书|判决书|申请书|委托书|护照|通行证|营业执照|常住人口|户口": -3.0,
        "开户(银)?行|账号|联行号": -1.0,
        "同志|职务|证明书|[特兹](此|证明)|法定代表人|受?委托人|授权|一案": -2.5,
        "临时居民身份证": -3.0,
        THREE_MONTHS: -2.5,
    },
    defined=Definition(
        some_of=(
            "姓名?",
            "性别|别[男女]",
            r"民族|民.?[汉回满苗藏壮]|(?:^|\n)[^\n]{0,4}[汉回满苗藏壮](?:\n|$)",
            r"出生?(?=(?:19|20)?\d|$)|年\d{1,2}月",
            rf"住址?|[省市区县旗][^\n]{{1,20}}(?:\n[^\n]{{0,8}})?[路街巷道号村组室庄]|{_BEGINS}",
            "身份号|公民身|份号码",
            r"\d{14,17}[\dX]?",
        ),
        least=3,
        none_of=(
            "户主|籍贯|常住人口|户口|登记表|申[请领]|证明|兹|同志|[一两]?寸照片|签名|签字|电话|职务|学历|单位",
            "(?:原告|被告|被执行人)[:(,]|上列|本院|裁定书|判决书|调解书|[上被]诉人|第三人|异议人|案外人|代理人",
            "声明|承诺|[借欠收]条|今[借收]|借款|本人[,:是系自愿]|居住证",
            r"(?<!\d)8[123]0000(?:19|20)\d\d",  # of the residence permits for people of Hong Kong, Macao and Taiwan
            r"[,。;][\u4e00-\u9fff]{4,}[^\n]*[,。;]",  # running text
            r"(?:^|\n)[^\n]{0,12}(?<!身份)证(?:\n|$)",  # its face has no title: that of another card
            f"临时|{THREE_MONTHS}",
        ),
        most_lines=24,
        proof=has_a_person_number,
    ),
    fields={
        "name": FieldSpec(
            "姓名",
            "Name",
            first_of(field_of(after("姓名"), person_name), field_of(above_others, person_name)),
            required=True,
        ),
        "sex": FieldSpec("性别", "Sex", field_of(after("性别"), sex), required=True),
        "ethnicity": FieldSpec("民族", "Ethnicity", field_of(after("民族"), ethnicity)),
        "birth_date": FieldSpec("出生", "Date of birth", field_of(after("出生"), date), required=True),
        "address": FieldSpec("住址", "Address", field_of(after("住址", wraps=3), address)),
        "id_number": FieldSpec(
            "公民身份号码",
            "Resident identity number",
            first_of(field_of(after("公民身份号码"), resident_number), field_of(lines, resident_number)),
            required=True,
        ),
    },
    rules=(
        valid_resident_number("id_number", "birth_date", "sex"),
        birth_date_plausible("id_number"),
        birth_date_plausible("birth_date"),
        confident(SURE, {"id_number": CHECKED}, told_by_number("id_number", CHECKED)),
    ),
    draw=drawn_by(__name__),
)
