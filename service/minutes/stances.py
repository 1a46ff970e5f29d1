"""Wording the stance of an item: what one side proposed, stated or noted never reads as agreed.

Texts that people wrote are not changed. Where neither an item's text nor the heading over it says what the
sides did, words that say it go before the text: "Phía Việt Nam đề nghị: …", 越方建议：….

Source:
    Bilateral practice: "Phía … đề nghị" is …方建议, "Hai bên nhất trí" is 双方一致同意; one turned into the
    other is the costliest of all slips.
"""

import re
from collections.abc import Sequence

from service.core.languages import Language, Side
from service.minutes.record import Item, Section, Stance

# An item says what was done in its first clauses; later ones may tell of other things that were agreed.
_OPENING = {Language.VI: 150, Language.ZH: 60}

_SAID = {
    (
        Stance.AGREED,
        Language.VI,
    ): r"(?<!chưa )(?<!không )(?<!chưa thể )\b(?:nhất trí|thống nhất|đồng ý)\b",
    (Stance.PROPOSED, Language.VI): r"\b(?:đề nghị|kiến nghị|đề xuất|mong muốn|mong)\b",
    (Stance.STATED, Language.VI): (
        r"\b(?:cho biết|thông báo|khẳng định|nêu|bày tỏ|nhấn mạnh|cho rằng|tuyên bố|giới thiệu|trình bày)\b"
    ),
    (Stance.NOTED, Language.VI): r"\b(?:ghi nhận|tiếp thu|lưu ý)\b",
    (Stance.RESERVED, Language.VI): (
        r"\bbảo lưu\b|\b(?:chưa|không)(?: thể| đạt được)? (?:nhất trí|thống nhất|đồng ý|thỏa thuận)\b"
        r"|\bý kiến khác\b"
    ),
    (
        Stance.AGREED,
        Language.ZH,
    ): r"(?<![未不没])(?:一致同意|一致认为|同意|商定|约定|达成一致|达成(?:以下|如下|多项|重要|广泛)*共识)",
    (Stance.PROPOSED, Language.ZH): r"建议|提议|提请|倡议|希望|恳请",
    (Stance.STATED, Language.ZH): r"表示|通报|介绍|指出|强调|重申|阐述|声明|认为",
    (Stance.NOTED, Language.ZH): r"注意到|知悉|记录在案|听取",
    (Stance.RESERVED, Language.ZH): r"保留|[未没不](?:能|有)?(?:达成|同意|形成|取得)|不同意见",
}
_PATTERNS = {key: re.compile(pattern) for key, pattern in _SAID.items()}

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
        text: Of an item or a heading, NFC.
        stance: What they did.
        language: The language of the text.
    """
    return _PATTERNS[stance, language].search(text[: _OPENING[language]].casefold()) is not None


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
    return sorted(
        (start, end, stance)
        for start, end, stance in found
        if stance is Stance.RESERVED or not any(a <= start < b for a, b in reserved)
    )


def stance_words(section: Section, item: Item, language: Language, parties: int) -> str:
    """The words that go before an item's text so that its stance is seen; nothing where they are not needed.

    Args:
        section: The section in which the item stands.
        item: The item.
        language: The language of the text.
        parties: How many parties met: two are "hai bên" and 双方, more are "các bên" and 各方.

    Returns:
        "Phía Việt Nam đề nghị: " or 越方建议： and the like; empty where the item's own text says it, where
        the heading says it of a section that holds nothing else, or where all the section is agreed.
    """
    text = item.pair.text(language)
    if text is None or says_stance(text, item.stance, language) or _is_said_above(section, item, language):
        return ""
    if item.by is None:
        return _TOGETHER[item.stance, language][parties > len(Side)]
    side, verb = _SIDES[item.by, language], _VERBS[item.stance, language]
    return f"{side} {verb}: " if language is Language.VI else f"{side}{verb}："


def _is_said_above(section: Section, item: Item, language: Language) -> bool:
    if not _is_uniform(section.items):
        return False
    heading = section.heading.pair.text(language) or ""
    return item.stance is Stance.AGREED or says_stance(heading, item.stance, language)


def _is_uniform(items: Sequence[Item]) -> bool:
    return len({(item.stance, item.by) for item in items}) == 1
