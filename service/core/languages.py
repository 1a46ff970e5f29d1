"""The two languages of a paper, the two sides of a meeting, and how they belong together."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language that minutes are written in (screens also speak English)."""

    VI = "vi"
    ZH = "zh"

    @property
    def other(self) -> "Language":
        """The other language of the pair."""
        return Language.ZH if self is Language.VI else Language.VI

    @property
    def side(self) -> "Side":
        """The side whose language this is."""
        return Side.VN if self is Language.VI else Side.CN


class Side(StrEnum):
    """A side of a meeting; an original is named after the side that keeps it."""

    VN = "vn"
    CN = "cn"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return Side.CN if self is Side.VN else Side.VN

    @property
    def language(self) -> Language:
        """The language of this side."""
        return Language.VI if self is Side.VN else Language.ZH


@dataclass(frozen=True)
class Pair:
    """One thing said in both languages; None where a language's text is not known.

    Attributes:
        vi: The Vietnamese text, NFC.
        zh: The Chinese text, NFC.
    """

    vi: str | None
    zh: str | None

    def text(self, language: Language) -> str | None:
        """The text in one language, None where it is not known."""
        return self.vi if language is Language.VI else self.zh
