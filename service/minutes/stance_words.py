"""Words of notes that say what the sides did, wherever they stand: looser than what an item must say.

Notes are read to propose a record, and a person looks at every proposal; an item that is to be signed
is judged by stances.py.
"""

import re

from service.core.languages import Language
from service.minutes.record import Stance

_SAID = {
    (
        Stance.AGREED,
        Language.VI,
    ): r"(?<!chưa )(?<!không )(?<!chưa thể )\b(?:nhất trí|thống nhất|đồng ý)\b",
    # "đề nghị của phía …", "các kiến nghị trên": what was proposed before is only named.
    (Stance.PROPOSED, Language.VI): (
        r"\b(?:(?<!các )(?<!những )(?<!về )(?:đề nghị|kiến nghị|đề xuất)(?! (?:của|trên|này|nêu trên|đó)\b)"
        r"|(?<!theo )yêu cầu(?! của\b)|mong muốn|mong)\b"
    ),
    (Stance.STATED, Language.VI): (
        r"\b(?:cho biết|thông báo|khẳng định|nêu|bày tỏ|nhấn mạnh|cho rằng|tuyên bố|giới thiệu|trình bày"
        r"|đánh giá (?:rất )?(?:cao|tích cực)|hứa|cam kết|(?:bảo|nói|trả lời) (?:là|rằng))\b"
    ),
    (Stance.NOTED, Language.VI): r"\b(?:ghi nhận|tiếp thu|lưu ý)\b",
    (Stance.RESERVED, Language.VI): (
        r"\bbảo lưu\b|\b(?:chưa|không)(?: thể| đạt được)? (?:nhất trí|thống nhất|đồng ý|thỏa thuận)\b"
        r"|\bý kiến khác\b"
    ),
    (
        Stance.AGREED,
        Language.ZH,
    ): (
        r"(?<![未不没])(?:赞同|一致同意|一致认为|同意|商定|约定|达成一致|达成(?:以下|如下|多项|重要|广泛)*共识)"
        r"|^(?:主要|会谈)?共识(?=[:：]|$)"
    ),
    (Stance.PROPOSED, Language.ZH): (
        r"(?<![的该此项条])(?:建议|提议|倡议)(?!表示|予以|给予|[作做]出|持|均|都|的)|提请|希望|恳请|提出(?=[:：])"
    ),
    (
        Stance.STATED,
        Language.ZH,
    ): r"表示|通报|介绍|指出|强调|重申|阐述|声明|认为|(?:高度|积极|给予[^，。]{0,6})评价|充分肯定|承诺|答应",
    (Stance.NOTED, Language.ZH): r"注意到|知悉|记录在案|听取",
    (Stance.RESERVED, Language.ZH): (
        r"保留|[未没不](?:能|有)?(?:同意|(?:达成|形成|取得)[^，。；]{0,4}?(?:一致|共识|协议))|不同意见|[未没不](?:能)?谈[拢妥]|^分歧(?=[:：]|$)"
    ),
}
# Thanks and a welcome say nothing where the same sentence goes on to say something.
_COURTESY = {
    Language.VI: re.compile(r"\bbày tỏ(?= (?:cảm ơn|vui mừng|lòng biết ơn))"),
    Language.ZH: re.compile("表示(?=(?:衷心|诚挚|热烈|由衷)?的?(?:感谢|谢意|欢迎|祝贺))"),
}
_INFORMING = {
    Language.VI: re.compile(
        r"\b(?:cho biết|thông báo|giới thiệu|trình bày|nêu|bày tỏ (?:cảm ơn|vui mừng|lòng biết ơn))\b"
    ),
    Language.ZH: re.compile("通报|介绍|阐述|表示(?:衷心|诚挚|热烈|由衷)?的?(?:感谢|谢意|欢迎|祝贺)"),
}
_HEADS_PROPOSALS = {
    Language.VI: re.compile(r"\b(?:đề nghị|kiến nghị|đề xuất)\b"),
    Language.ZH: re.compile("建议|提议|倡议"),
}
_LISTS_PROPOSALS = re.compile("提出[^，。；：:]{0,8}(?:建议|倡议|希望)(?=[:：])")
_PATTERNS = {key: re.compile(pattern) for key, pattern in _SAID.items()}


def find_stances(text: str, language: Language) -> list[tuple[int, int, Stance]]:
    """Find the words of a text that say what the sides did.

    Args:
        text: NFC; all of it is read.
        language: Its language.

    Returns:
        Offsets and stance, by their place; words that deny an agreement are told as reserved only.
    """
    folded = text.casefold()
    found = [
        (one.start(), one.end(), stance)
        for (stance, own), pattern in _PATTERNS.items()
        if own is language
        for one in pattern.finditer(folded)
    ]
    reserved = [(start, end) for start, end, stance in found if stance is Stance.RESERVED]
    told = sorted(
        (start, end, stance)
        for start, end, stance in found
        if stance is Stance.RESERVED or not any(a <= start < b for a, b in reserved)
    )
    last = told[-1][0] if told else 0
    return [one for one in told if one[0] == last or not _COURTESY[language].match(folded, one[0])]


def find_list_of_proposals(text: str) -> int | None:
    """Where a Chinese sentence says that proposals follow its colon: 提出三点建议：; None where nowhere."""
    found = _LISTS_PROPOSALS.search(text)
    return found.start() if found else None


def heads_proposals(text: str, language: Language) -> bool:
    """Whether a heading names proposals: in "Đề nghị của phía Việt Nam" nobody proposes anything yet."""
    return _HEADS_PROPOSALS[language].search(text.casefold()) is not None


def is_informing(text: str, start: int, language: Language) -> bool:
    """Whether the words there only inform or thank: two sides that do that to each other agree on nothing."""
    return _INFORMING[language].match(text.casefold(), start) is not None
