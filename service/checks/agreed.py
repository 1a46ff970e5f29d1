"""What stands among the agreed and may not, or not without the consent of others."""

import re
from collections.abc import Iterator, Mapping

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import message
from service.minutes.record import Item, Section, Stance
from service.minutes.stances import heading_names


def find_others_among_the_agreed(subject: Subject) -> Iterator[Finding]:
    """Find reserved points, and what one side only said, in a section whose heading says agreed."""
    for s, section in enumerate(subject.record.sections):
        if not is_of_the_agreed(section):
            continue
        for i, item in enumerate(section.items):
            place = f"sections[{s}].items[{i}]"
            if item.stance is Stance.RESERVED:
                said = message("a reserved point stands among the agreed; move it to a section of its own")
                yield Finding("reserved-among-agreed", Severity.ERROR, place, said)
            elif item.stance is not Stance.AGREED:
                said = message("“{stance}” by one side only, among the agreed", stance=item.stance.value)
                yield Finding("one-sided-among-agreed", Severity.WARNING, place, said)


def is_of_the_agreed(section: Section) -> bool:
    """Whether a section says of itself that it holds what the sides agreed on."""
    for language in Language:
        heading = section.heading.pair.text(language)
        if heading and heading_names(heading, Stance.RESERVED, language):
            return False
        if heading and heading_names(heading, Stance.AGREED, language):
            return True
    return section.id == "agreed"


_OPENS: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(
        r"\b(?:mở|khai trương|thành lập|thiết lập|công bố mở)"
        r"(?: (?:mới|thêm|chính thức|cặp|một|các|\d+)){0,3} (?:lối mở|cửa khẩu|lối thông quan"
        r"|điểm thông quan|chợ biên giới|cặp chợ|đường qua lại|đường chuyên dụng|luồng xanh)(?! rộng)"
    ),
    Language.ZH: re.compile(
        r"(?:开放|新开|开通|增开|增设|新增|新设|设立|启用)(?!时间|水平|程度|合作)[^，。；：！？\n]{0,14}?"
        r"(?:口岸|通道|便道|互市点|互市区|互市贸易区|查验点)(?!时间|管理|开放时间|经济|合作|建设)"
    ),
}
# Looking into it, or asking for it, opens nothing; and where the text names who decides, all is said.
_NOT_YET: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(
        r"nghiên cứu|khảo sát|xem xét|đề xuất|đề nghị|kiến nghị|thúc đẩy|đẩy nhanh|vận động|chuẩn bị"
        r"|trao đổi về|khả năng|không mở|chưa mở|đã mở|đã công bố|trước khi mở"
    ),
    Language.ZH: re.compile(
        "研究|考察|探讨|建议|提请|推动|推进|加快|争取|筹备|可行性|商谈|不开放|不再|未开|尚未|已开|已于|公布开"
    ),
}
_CONSENT: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(
        r"(?:hai|2) chính phủ|chính phủ (?:hai|2) nước|cấp có thẩm quyền"
        r"|trình chính phủ|hai nhà nước|trung ương"
    ),
    Language.ZH: re.compile(
        "两国政府|双方政府|两国中央|中央政府|主管部门|上级|国务院|国家批准|报批|有权机关"
    ),
}


def find_openings_without_consent(subject: Subject) -> Iterator[Finding]:
    """Find agreed points that open a passage or gate and do not name the two governments' consent.

    Source:
        protocol.md, Names that must be right: 双方同意开放 a passage needs the consent of both governments.
    """
    for s, section in enumerate(subject.record.sections):
        for i, item in enumerate(section.items):
            for language in Language:
                found = _opening(item, language)
                if found is not None:
                    said = message(
                        "“{text}”: opening a passage needs the consent of both governments", text=found
                    )
                    place = f"sections[{s}].items[{i}].{language}"
                    yield Finding("opening-needs-consent", Severity.WARNING, place, said)


def _opening(item: Item, language: Language) -> str | None:
    text = item.pair.text(language) or ""
    if item.stance is not Stance.AGREED or _CONSENT[language].search(text.casefold()):
        return None
    for clause in re.split(r"[;；。]|\.\s", text):
        found = _OPENS[language].search(clause.casefold())
        if found is not None and not _NOT_YET[language].search(clause.casefold()[: found.end()]):
            return clause[found.start() : found.end()]
    return None
