"""Composed names: a body from pattern and place, a position from title and body, a place from its parts."""

from collections.abc import Sequence

from service.core.languages import Language

PLACE = "{place}"
SHORT = "{short}"
NBSP = "\u00a0"
# No title and body share more words; a title of any length is then composed in one look.
_SHARED_MOST = 16


def fill_pattern(pattern: str, *, place: str, short: str) -> str:
    """Write an institution's name: "Sở Ngoại vụ {place}" with "tỉnh Hà Giang".

    Args:
        pattern: A name with at most one of `{place}` and `{short}`.
        place: The full name of the place.
        short: Its name without the word for its level.
    """
    return pattern.replace(PLACE, place).replace(SHORT, short)


def split_pattern(pattern: str) -> tuple[str, str] | None:
    """Split an institution's pattern into what stands before and after its place; None without a place."""
    for mark in (PLACE, SHORT):
        before, found, after = pattern.partition(mark)
        if found:
            return before, after
    return None


def compose_position(title: str, body: str, language: Language) -> str:
    """Write a position: "Giám đốc Sở Ngoại vụ tỉnh Hà Giang", 河江省外事厅厅长.

    In Vietnamese the words in which a title ends and its body begins stand once: the Trưởng ban of the Ban Tổ
    chức Tỉnh ủy is "Trưởng Ban Tổ chức Tỉnh ủy".
    """
    if language is Language.ZH:
        return f"{body}{title}"
    words, folded = title.split(" "), f"{body} ".casefold()
    for start in range(max(1, len(words) - _SHARED_MOST), len(words)):
        if folded.startswith(f"{' '.join(words[start:])} ".casefold()):
            return f"{' '.join(words[:start])} {body}"
    return f"{title} {body}"


def compose_place(names: Sequence[str], language: Language) -> str:
    """Write a place with the places it lies in.

    Args:
        names: From the smallest to the largest.
        language: Vietnamese goes from small to large with commas, Chinese from large to small without.
    """
    return ", ".join(names) if language is Language.VI else "".join(reversed(names))


def keep_together(name: str) -> str:
    """Return a name whose words stay on one line (no-break spaces), for titles."""
    return name.replace(" ", NBSP)
