"""Wording the stance of an item: what one side proposed, stated or noted never reads as agreed.

Texts that people wrote are not changed. Where neither an item's text nor the heading over it says what the
sides did, words that say it go before the text: "Phía Việt Nam đề nghị: …", 越方建议：….

Source:
    Bilateral practice: "Phía … đề nghị" is …方建议, "Hai bên nhất trí" is 双方一致同意; one turned into the
    other is the costliest of all slips.
"""

import re

from service.core.languages import Language, Side
from service.minutes.record import Item, Section, Stance

# An item says what was done in its first clauses; later ones may tell of other things that were agreed.
_OPENING = {Language.VI: 150, Language.ZH: 60}
_READ = 2000  # characters; what is quoted in them does not count

# What a heading calls a stance, by noun or verb.
_NAMED = {
    (Stance.AGREED, Language.VI): r"\b(?:nhất trí|thống nhất|đồng ý|thỏa thuận)\b",
    (Stance.PROPOSED, Language.VI): r"\b(?:đề nghị|kiến nghị|đề xuất|mong muốn)\b",
    (Stance.STATED, Language.VI): r"\b(?:ý kiến|thông báo|thông tin|phát biểu|giới thiệu|lập trường)\b",
    (Stance.NOTED, Language.VI): r"\b(?:ghi nhận|tiếp thu)\b",
    (Stance.RESERVED, Language.VI): r"\bbảo lưu\b|\b(?:chưa|không) (?:nhất trí|thống nhất)\b|\bý kiến khác\b",
    (Stance.AGREED, Language.ZH): r"同意|商定|约定|达成|共识",
    (Stance.PROPOSED, Language.ZH): r"建议|提议|倡议|希望",
    (Stance.STATED, Language.ZH): r"表示|通报|介绍|立场|声明|意见",
    (Stance.NOTED, Language.ZH): r"注意到|知悉|记录",
    (Stance.RESERVED, Language.ZH): r"保留|[未没](?:有|能)?达成|分歧|不同意见",
}
_BOTH_VI = r"(?<!đề nghị )(?<!mong )(?<!mong muốn )\b(?:hai|các|ba) (?:bên|tỉnh|huyện|đồn)\b|\bhội nghị\b"
_BOTH_ZH = r"(?<!建议)(?<!提议)(?<!希望)(?:[双各三]方|[两三四五][省县市州站]|会议)"
_NO_NOUN_VI = "".join(
    f"(?<!{word} )"
    for word in ("ghi nhận", "tiếp thu", "xem xét", "các", "những", "số", "về", "theo", "của", "với", "trước")
)
# What an item says somebody did: a verb, which a noun of the same letters is not.
_SAID = {
    (Stance.AGREED, Language.VI): (
        rf"(?:^|(?:{_BOTH_VI})[^.;:]{{0,120}}?)(?:(?<!bên đã)(?<!^đã) đã )?"
        r"\b(?<!mỗi bên )(?:nhất trí|thống nhất|đồng ý|đồng thuận|(?<=bên )thỏa thuận)\b"
    ),
    (Stance.PROPOSED, Language.VI): (
        rf"{_NO_NOUN_VI}\b(?:đề nghị|kiến nghị|đề xuất|mong muốn|mong)\b(?! (?:trên|này|đó|của|nêu|nói)\b)"
    ),
    (Stance.STATED, Language.VI): (
        r"(?<!theo )(?<!ra )(?<!các )\b(?:thông báo(?! (?:cho nhau|của|trên|này|số))|cho biết|khẳng định"
        r"|bày tỏ|nhấn mạnh|cho rằng|tuyên bố(?! chung)|trình bày|(?<!đã )(?<!được )nêu(?! trên)"
        r"|giới thiệu(?= (?:về|tình hình|kết quả|khái quát|kinh nghiệm)))\b"
    ),
    (Stance.NOTED, Language.VI): r"\b(?:ghi nhận|tiếp thu|lưu ý (?:đến|tới))\b",
    (Stance.RESERVED, Language.VI): (
        r"(?<!không )\bbảo lưu\b|(?<!không có )(?<!không còn )\bý kiến khác\b"
        r"|\b(?:chưa|không)(?: thể| có| đạt được| đi đến| tìm được)*(?: sự| tiếng nói)?"
        r" (?:nhất trí|thống nhất|đồng ý|đồng thuận|thỏa thuận|chung)\b"
    ),
    (Stance.AGREED, Language.ZH): (
        rf"(?:^|{_BOTH_ZH}[^。；：]{{0,40}}?)(?:一致)?(?:同意|(?<=一致)认为|商定|约定|达成(?:一致|共识|协议))(?!的)"
    ),
    (Stance.PROPOSED, Language.ZH): (
        r"(?:^|[方省县市州厅办局屯站团部]|方面|部门|代表)(?:[再还并也均]次?|进一步|共同|郑重|就[^，。；：]{1,20}|，)*"
        r"(?:建议|提议|提请|倡议|希望|恳请)|提出[^，。；]{0,10}(?:建议|倡议)"
    ),
    (Stance.STATED, Language.ZH): (
        r"表示|(?<!相互)(?<!互相)通报(?!机制|制度|会|结果)|介绍(?!企业)|指出|强调|重申|阐述|(?<!联合)声明|(?<!一致)认为"
    ),
    (Stance.NOTED, Language.ZH): r"(?<!未)(?:注意到|知悉|记录在案|听取)",
    (Stance.RESERVED, Language.ZH): (
        r"(?<!无)(?<!不)保留(?:意见|立场|态度|看法|不同)|各自保留"
        r"|(?:尚未|未能?|没有|无法|不能?)(?:[就对在][^，。；：]{1,30}?)?(?:达成|同意(?!见)|形成|取得|商定)"
        r"|(?<!没有)(?<!无)(?:不同意见|分歧)"
    ),
}
_HEADINGS = {key: re.compile(pattern) for key, pattern in _NAMED.items()}
_PATTERNS = {key: re.compile(pattern) for key, pattern in _SAID.items()}
_ASIDE = re.compile(r"“[^“”]*”|《[^《》]*》")  # what is quoted, others said
# What is not done, what needs a third one's consent, what a former meeting did: none of it is done here.
_NOT_DONE = {
    Language.VI: re.compile(
        r"\b(?:chưa|không)(?: thể| có| hề| đạt được| đi đến| ra)*(?: sự)?"
        r" (?:nhất trí|thống nhất|đồng ý|đồng thuận|thỏa thuận|đề nghị|kiến nghị|đề xuất|thông báo|nêu"
        r"|ghi nhận)\b"
        r"|(?<!bên )\bđã (?:được )?(?:nhất trí|thống nhất|đồng ý|thỏa thuận)\b"
        r"|\b(?:sau khi|khi) được[^.;:]{0,60}?\b(?:đồng ý|nhất trí)\b"
    ),
    Language.ZH: re.compile(
        r"(?:尚未|未能?|没有|无法|不能?)(?:[就对在][^，。；：]{1,30}?)?(?:达成|同意|商定|约定|建议|提议|提出|表示|通报)"
        r"|(?:经|征得|取得|须由)[^，。；：]{0,20}?同意|已(?:同意|商定|约定)的"
        r"|(?:上述|该|此|这一|有关|相关)(?:建议|提议|倡议|通报)"
        r"|(?:关于|应|根据|按照|针对|对)[^，。；：]{0,12}方面?(?:所?提出?的?|的|上述)*(?:建议|提议|倡议|通报)"
    ),
}
_OF_BOTH = re.compile(r"\b(?:mỗi|hai|các) bên\b|[双各]方")

_SIDES = {
    (Side.VN, Language.VI): "Phía Việt Nam",
    (Side.CN, Language.VI): "Phía Trung Quốc",
    (Side.VN, Language.ZH): "越方",
    (Side.CN, Language.ZH): "中方",
}
_VERBS = {
    (Stance.PROPOSED, Language.VI): "đề nghị",
    (Stance.STATED, Language.VI): "cho biết",
    (Stance.NOTED, Language.VI): "ghi nhận",
    (Stance.PROPOSED, Language.ZH): "建议",
    (Stance.STATED, Language.ZH): "表示",
    (Stance.NOTED, Language.ZH): "注意到",
}
_TOGETHER = {
    (Stance.AGREED, Language.VI): ("Hai bên nhất trí: ", "Các bên nhất trí: "),
    (Stance.AGREED, Language.ZH): ("双方一致同意：", "各方一致同意："),
    (Stance.RESERVED, Language.VI): ("Nội dung hai bên còn bảo lưu: ", "Nội dung các bên còn bảo lưu: "),
    (Stance.RESERVED, Language.ZH): ("双方保留事项：", "各方保留事项："),
}


def says_stance(text: str, stance: Stance, language: Language) -> bool:
    """Whether a text says in its first words what the sides did.

    Args:
        text: Of an item, NFC.
        stance: What they did.
        language: The language of the text.
    """
    return _find(text, stance, language) is not None


def heading_names(heading: str, stance: Stance, language: Language) -> bool:
    """Whether a heading calls what stands under it a stance, by noun or verb: "Nội dung thống nhất", 共识.

    Args:
        heading: NFC.
        stance: What the sides did.
        language: The language of the heading.
    """
    return _HEADINGS[stance, language].search(heading.casefold()) is not None


def _find(text: str, stance: Stance, language: Language) -> re.Match[str] | None:
    said = _ASIDE.sub("“”", text[:_READ]).casefold()
    if stance is not Stance.RESERVED:
        said = _NOT_DONE[language].sub("…", said)
    return _PATTERNS[stance, language].search(said[: _OPENING[language]])


def stance_words(section: Section, item: Item, language: Language, parties: int) -> str:
    """The words that go before an item's text so that its stance is seen; nothing where they are not needed.

    Args:
        section: The section in which the item stands.
        item: The item.
        language: The language of the text.
        parties: How many parties met: two are "hai bên" and 双方, more are "các bên" and 各方.

    Returns:
        "Phía Việt Nam đề nghị: " or 越方建议： and the like; the side alone where the text begins with the
        verb; empty where the item's own text says it, where the heading says it of a section that holds
        nothing else, or where all the section is agreed.
    """
    text = item.pair.text(language)
    if text is None or _is_said_above(section, item, language):
        return ""
    found = _find(text, item.stance, language)
    if item.by is None:
        return "" if found else _TOGETHER[item.stance, language][parties > len(Side)]
    if found and found.start() > 0:
        return ""
    side, verb = _SIDES[item.by, language], "" if found else _VERBS[item.stance, language]
    return f"{side} {verb}".rstrip() + ": " if language is Language.VI else f"{side}{verb}："


def _is_said_above(section: Section, item: Item, language: Language) -> bool:
    if len({(other.stance, other.by) for other in section.items}) > 1:
        return False
    if item.stance is Stance.AGREED:
        return True
    heading = section.heading.pair.text(language) or ""
    # "Đề nghị của mỗi bên" does not tell whose proposals those are.
    names_side = item.by is None or _OF_BOTH.search(heading.casefold()) is None
    return names_side and heading_names(heading, item.stance, language)
