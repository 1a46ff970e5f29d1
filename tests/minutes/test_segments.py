"""The life of a segment's translation, typed by hand."""

import pytest

from samples import problems_of
from service.core.languages import Language, Pair
from service.minutes.segments import Status, Texts, change_texts, new_texts, set_status

VI, ZH = Language.VI, Language.ZH
DONE = Texts(Pair("a", "b"), Status.TRANSLATED)
SURE = Texts(Pair("a", "b"), Status.CONFIRMED)
OLD = Texts(Pair("a", "b"), Status.STALE, ZH)
HALF = Texts(Pair("a", None), Status.UNTRANSLATED)


@pytest.mark.parametrize(
    ("before", "pair", "status", "stale"),
    [
        (DONE, Pair("a", "b"), "translated", None),
        (SURE, Pair("a", "b"), "confirmed", None),
        (DONE, Pair("x", "b"), "stale", ZH),
        (DONE, Pair("a", "x"), "stale", VI),
        (SURE, Pair("x", "b"), "stale", ZH),
        (SURE, Pair("x", "y"), "translated", None),
        (SURE, Pair(None, "b"), "untranslated", None),
        (OLD, Pair("x", "b"), "stale", ZH),
        (OLD, Pair("a", "x"), "translated", None),
        (OLD, Pair("a", None), "untranslated", None),
        (HALF, Pair("a", "b"), "translated", None),
        (HALF, Pair("x", None), "untranslated", None),
        (HALF, Pair(None, None), "untranslated", None),
    ],
)
def test_a_translation_is_after_an_edit(
    before: Texts, pair: Pair, status: str, stale: Language | None
) -> None:
    assert change_texts(before, pair) == Texts(pair, Status(status), stale)


def test_a_new_segment_is_translated_where_both_languages_are_there() -> None:
    assert new_texts(Pair("a", "b")).status is Status.TRANSLATED
    assert new_texts(Pair("a", None)).status is Status.UNTRANSLATED


def test_people_confirm_and_say_that_a_translation_still_holds() -> None:
    assert set_status(DONE, Status.CONFIRMED) == SURE
    assert set_status(OLD, Status.CONFIRMED) == SURE
    assert set_status(OLD, Status.TRANSLATED) == DONE
    assert set_status(SURE, Status.TRANSLATED) == DONE


@pytest.mark.parametrize(
    ("before", "status", "said"),
    [
        (DONE, Status.STALE, "this status follows from the texts; nobody sets it"),
        (DONE, Status.UNTRANSLATED, "this status follows from the texts; nobody sets it"),
        (HALF, Status.CONFIRMED, "one language is still to be written"),
        (HALF, Status.TRANSLATED, "one language is still to be written"),
    ],
)
def test_nobody_says_what_the_texts_do_not(before: Texts, status: Status, said: str) -> None:
    assert problems_of(lambda: set_status(before, status)) == [said]
