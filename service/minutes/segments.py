"""The life of a segment: what its translation is after its texts or its status were changed."""

from dataclasses import dataclass, replace
from enum import StrEnum

from service.core.languages import Language, Pair
from service.core.message import BienbanError, message


class Status(StrEnum):
    """How far the translation of a segment is."""

    UNTRANSLATED = "untranslated"
    TRANSLATED = "translated"
    CONFIRMED = "confirmed"
    STALE = "stale"


class StatusRefused(BienbanError):
    """A segment cannot be given a status."""


@dataclass(frozen=True)
class Texts:
    """A segment's texts and how far their translation is.

    Attributes:
        pair: The texts.
        status: Of the translation.
        stale: The language whose text is behind the other's; None unless stale.
    """

    pair: Pair
    status: Status
    stale: Language | None = None


def new_texts(pair: Pair) -> Texts:
    """The texts of a new segment."""
    return Texts(pair, Status.UNTRANSLATED if _is_untranslated(pair) else Status.TRANSLATED)


def _is_untranslated(pair: Pair) -> bool:
    return pair.vi is None or pair.zh is None


def change_texts(before: Texts, pair: Pair) -> Texts:
    """The texts after somebody wrote them anew.

    Where one language changed and the other did not, the other is behind: it was the translation of what is
    no longer said. It is translated again when it is written itself, or when somebody says that it holds.
    """
    changed = [one for one in Language if before.pair.text(one) != pair.text(one)]
    if not changed:
        return before
    if _is_untranslated(before.pair) or _is_untranslated(pair) or len(changed) > 1:
        return new_texts(pair)
    if before.stale is changed[0]:
        return Texts(pair, Status.TRANSLATED)
    return Texts(pair, Status.STALE, _other(changed[0]))


def _other(language: Language) -> Language:
    return Language.ZH if language is Language.VI else Language.VI


def set_status(before: Texts, status: Status) -> Texts:
    """The texts after somebody said what they are.

    Args:
        before: As they stand.
        status: `confirmed`, or `translated` for what is not confirmed any more, or not behind after all.

    Raises:
        StatusRefused: A language is missing, or the status is one that follows from the texts.
    """
    if status not in (Status.CONFIRMED, Status.TRANSLATED):
        raise StatusRefused(message("this status follows from the texts; nobody sets it"))
    if before.status is Status.UNTRANSLATED:
        raise StatusRefused(message("one language is still to be written"))
    return replace(before, status=status, stale=None)
