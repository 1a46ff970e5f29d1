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
