"""What stands behind a tag when a draft is filled: plain text, a gap, or the text of a segment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from service.core.languages import Language


class GapKind(StrEnum):
    """Why something is missing."""

    NOT_IN_SOURCE = "not_in_source"
    NAME_NOT_IN_SOURCE = "name_not_in_source"
    NOT_TRANSLATED = "not_translated"
    NOT_GIVEN_YET = "not_given_yet"


_GAP_TEXTS = {
    (GapKind.NOT_IN_SOURCE, Language.VI): "[chưa có trong nguồn]",
    (GapKind.NOT_IN_SOURCE, Language.ZH): "〔原文未载〕",
    (GapKind.NAME_NOT_IN_SOURCE, Language.VI): "[họ tên chưa có trong nguồn]",
    (GapKind.NAME_NOT_IN_SOURCE, Language.ZH): "〔姓名原文未载〕",
    (GapKind.NOT_TRANSLATED, Language.VI): "[chưa có bản dịch]",
    (GapKind.NOT_TRANSLATED, Language.ZH): "〔尚无译文〕",
    (GapKind.NOT_GIVEN_YET, Language.VI): "[chưa có]",
    (GapKind.NOT_GIVEN_YET, Language.ZH): "〔暂缺〕",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the source or the translator has not given; printed marked, never guessed.

    Attributes:
        kind: Why it is missing.
        language: The language of the text it stands in.
        place: Path of the field in the record.
    """

    kind: GapKind
    language: Language
    place: str

    @property
    def text(self) -> str:
        """What a draft prints."""
        return _GAP_TEXTS[self.kind, self.language]


@dataclass(frozen=True, slots=True)
class Segment:
    """The text of one segment in one language; a draft encloses it in a bookmark.

    Attributes:
        segment_id: Small letters, digits and hyphens, such as `agreed-3`.
        language: The language of the text.
        text: The text, or the gap that stands for it.
    """

    segment_id: str
    language: Language
    text: str | Gap

    @property
    def bookmark(self) -> str:
        """The bookmark's name: `bb_agreed_3_vi` (bookmarks know no hyphen)."""
        return bookmark_of(self).decode()


def bookmark_of(segment: Segment) -> bytes:
    """The name of a segment's bookmark in UTF-8."""
    language = b"_vi" if segment.language is Language.VI else b"_zh"
    return b"bb_" + segment.segment_id.encode().replace(b"-", b"_") + language


_NBSP = "\u00a0"
_FEW_WORDS = 4


def capital(value: object) -> object:
    """Write the first letter as a capital."""
    return _change(value, lambda text: text[:1].upper() + text[1:])


def keep_end(value: object) -> object:
    """Keep the last two words of five or more on one line, so that no heading ends in a line of one word."""
    return _change(
        value, lambda text: _NBSP.join(text.rsplit(" ", 1)) if text.count(" ") >= _FEW_WORDS else text
    )


def _change(value: object, change: Callable[[str], str]) -> object:
    """Change a text, of a segment its own text; a gap, a number or a group stays as it is."""
    if isinstance(value, Segment) and isinstance(value.text, str):
        return replace(value, text=change(value.text))
    return change(value) if isinstance(value, str) else value
