"""Whose words a sentence of notes tells: a side, both, or nobody that can be told."""

import re

from service.core.languages import Language, Side
from service.exchange.notes.names import find_addressed
from service.exchange.notes.terms import Speaking, Terms

Speaker = tuple[Side | None, bool]
_CLAUSE = re.compile("[,，]")
# What may stand before the one who speaks; behind anything else the name may be what is spoken of.
_LEADS = {
    Language.VI: re.compile(
        r"(?:tại|trong|sau|trước|kết thúc|phát biểu|đại diện|thay mặt|về|theo đó|ngoài ra|bên cạnh đó"
        r"|đồng thời|tiếp đó|cuối cùng|nhân dịp này|qua trao đổi|lãnh đạo|đoàn|trưởng đoàn|các|cả"
        r"|đồng chí|ông|bà|đ/c|và|đáp lại|nhìn chung|sở|ngành|cơ quan|chính quyền|ubnd|phía|bên"
        r"|tỉnh|huyện)\b",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(
        "会谈|会议|会晤|会上|会中|对此|同时|随后|此外|最后|关于|针对|就|在|目前|经|并|应|来自|与会|代表|首先|其次"
    ),
}


def find_speaker(before: str, terms: Terms) -> Speaker | None:
    """Who speaks, from what stands before the words that say what was done.

    The last clause that names anybody counts, and in it the first one named: who comes behind is spoken of
    ("Phía Hà Giang cảm ơn phía Vân Nam và đề nghị …").

    Args:
        before: A sentence up to those words.
        terms: The glossary of the language and day.
    """
    named = terms.speakers(before)
    ends = [*(found.end() for found in _CLAUSE.finditer(before))]
    for start in reversed([0, *ends]):
        inside = [one for one in named if one.start >= start]
        if inside:
            return _of(inside[0], before[start : inside[0].start].strip(), terms)
    return None


def _of(first: Speaking, prefix: str, terms: Terms) -> Speaker | None:
    if prefix and not _LEADS[terms.language].match(prefix):
        return None
    # Somebody else is named before, whose side nothing tells: đồng chí A cảm ơn phía Vân Nam và đề nghị …
    if terms.language is Language.VI and find_addressed(prefix):
        return None
    return first.side, first.side is None


def find_side(text: str, terms: Terms) -> Speaker | None:
    """Which side a heading or a word before a colon names: one, or both."""
    sides = {one.side for one in terms.speakers(text)}
    if not sides:
        return None
    if None in sides or len(sides) > 1:
        return None, True
    return sides.pop(), False
