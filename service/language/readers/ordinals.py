"""Ordinals of meetings, terms, fairs and rounds."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.openings import Seconds
from service.language.readers.ordinals_vi import STARTS_VI, read_ordinal_vi
from service.language.readers.ordinals_zh import SECONDS_ZH, STARTS_ZH, read_ordinal_zh
from service.language.tokens import Tokens

STARTS = {VI: STARTS_VI, ZH: STARTS_ZH}
SECONDS: dict[Language, Seconds] = {VI: {}, ZH: SECONDS_ZH}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset(["là"]),
    ZH: frozenset("世中届是大期等级"),
}


def read_ordinal(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read lần thứ 9, khóa XV, Phiên họp lần thứ 10, 第九次会议, 第十五届.

    Source:
        numbers.md, rule 8.
    """
    return read_ordinal_vi(tokens, index) if language is VI else read_ordinal_zh(tokens, index)
