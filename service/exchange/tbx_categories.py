"""The words of TBX and where each field of a concept stands in it; docs/tbx.md is the same for people."""

import re
from collections.abc import Mapping
from enum import StrEnum

from service.core.languages import Language, Side
from service.exchange.incoming import EventKind

CORE = "urn:iso:std:iso:30042:ed-2"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CARRIED = frozenset(
    (
        *("category", "confidence", "valid.first", "valid.last", "side", "level", "levels", "whole"),
        *("confirm", "titles", "sessions", "successor", "part_of", "capital", "institution_type"),
        *("components", "domain", "collection"),
    )
)
"""Fields that a note may carry: without a category of TBX-Basic, or more than the category can hold."""

RELATIONS = ("successor", "part_of", "capital", "institution_type", "components")
"""Fields that refer to other concepts: cross references to what is in the file, notes elsewhere."""

READING, REVISION, STATE, CLEAR, NOTE, DAY = "reading", "revision", "state", "clear", "note", "day"
_CARRIER = re.compile(r"\[bienban:([a-z_.]+)\] ?(.*)", re.DOTALL)


class Status(StrEnum):
    """How a term may be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


WRITTEN_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
}

STATUS_CATEGORIES = ("administrativeStatus", "usageStatus", "normativeAuthorization")

# administrativeStatus of TBX v3 and v2, usageStatus, normativeAuthorization (ISO 12620, DatCatInfo). A
# superseded or obsolete term is read as forbidden: what is no longer right must not be printed.
_STATUS = {
    **dict.fromkeys(
        ("preferredterm", "preferred", "standardizedterm", "legalterm", "regulatedterm"), "preferred"
    ),
    **dict.fromkeys(("admittedterm", "admitted"), "admitted"),
    **dict.fromkeys(
        (
            "deprecatedterm",
            "deprecated",
            "supersededterm",
            "superseded",
            "notrecommended",
            "obsolete",
            "forbidden",
        ),
        "deprecated",
    ),
}

ABBREVIATIONS = frozenset(("abbreviation", "acronym", "initialism", "clippedterm"))
SHORT_FORMS = frozenset(("shortform",))
VARIANT = "variant"

_SIDES = {
    **dict.fromkeys(("vn", "vi-vn", "vietnam", "viet nam", "việt nam", "越南"), Side.VN),
    **dict.fromkeys(("cn", "zh-cn", "china", "trung quốc", "中国"), Side.CN),
}
_EVENTS = {
    **dict.fromkeys(("origination", "creation", "input"), EventKind.ORIGINATION),
    **dict.fromkeys(("modification", "update"), EventKind.MODIFICATION),
}
# ISO 639 in two and three letters, as memoQ writes it; .NET's old names of both scripts.
_LANGUAGES = {
    **dict.fromkeys(("vi", "vie"), Language.VI),
    **dict.fromkeys(("zh", "zho", "chi", "cmn"), Language.ZH),
}
_SIMPLIFIED = frozenset(("hans", "chs"))
_TRADITIONAL = frozenset(("hant", "cht", "tw", "hk", "mo"))


def read_status(text: str) -> Status | None:
    """Read a status of any of the vocabularies, None for a word that is in none."""
    word = (
        text.strip().casefold().removesuffix("-admn-sts").replace("-", "").replace("_", "").replace(" ", "")
    )
    found = _STATUS.get(word)
    return Status(found) if found else None


def read_side(text: str) -> Side | None:
    """Read a geographicalUsage: the side in whose texts a form stands."""
    return _SIDES.get(text.strip().casefold())


def read_event(text: str) -> EventKind | None:
    """Read a transactionType."""
    return _EVENTS.get(text.strip().casefold())


def read_language(tag: str) -> tuple[Language, bool] | None:
    """Read a language tag: BCP 47, or one of the codes that tools write in its place.

    Returns:
        The language, and whether it is Chinese in Traditional characters; None for another language.
    """
    primary, *parts = tag.strip().replace("_", "-").casefold().split("-")
    language = _LANGUAGES.get(primary)
    if language is None:
        return None
    is_traditional = _SIMPLIFIED.isdisjoint(parts) and not _TRADITIONAL.isdisjoint(parts)
    return language, language is Language.ZH and is_traditional


def carry(key: str, text: str) -> str:
    """Write what TBX has no category for as the text of a note."""
    return f"[bienban:{key}] {text}"


def read_carried(text: str) -> tuple[str, str] | None:
    """Read a note that carries something: key and text; None for a note of people."""
    found = _CARRIER.fullmatch(text)
    return (found[1], found[2]) if found else None


WRITTEN_TAGS: Mapping[Language, str] = {Language.VI: "vi", Language.ZH: "zh-Hans"}
