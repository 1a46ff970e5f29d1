"""Text at the border: what is kept, what is refused, and where the refusal points."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.core import text as border
from service.core.text import UnfitText, clean_text, fold_term, show_text

FORBIDDEN = [
    *(chr(point) for point in (*range(9), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0))),
    *(chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)),
    *(chr(point) for point in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x2028, 0x2029)),
    *(chr(point) for point in (0xE0001, 0xE0041, 0xE007F, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)),
    "\ud800",
    "\udfff",
]
CONTROL = "control character {} at character 3; delete it"
INVISIBLE = "invisible character {} at character 3; delete it, it can hide what a text says"
HALF = "half a character ({}, a lone surrogate) at character 3; type the whole character"
NOTHING = "{} at character 3 is no character; delete it"


def refusal(text: str, *, one_line: bool = False) -> str:
    with pytest.raises(UnfitText) as caught:
        clean_text(text, one_line=one_line)
    return str(caught.value)


def test_decomposed_vietnamese_becomes_composed() -> None:
    decomposed = "Đỗ Quốc Hương, huyện Mèo Vạc"
    assert unicodedata.normalize("NFD", decomposed) != decomposed
    assert clean_text(unicodedata.normalize("NFD", decomposed)) == "Đỗ Quốc Hương, huyện Mèo Vạc"


def test_composed_text_stays_as_it_is() -> None:
    assert clean_text("R&D <5%: “箐门口岸” – 1.500 ha…") == "R&D <5%: “箐门口岸” – 1.500 ha…"


@pytest.mark.parametrize("text", ["𠀀𪚥𫝀", "😀 tốt", "\u2764\ufe0f", "₫ ½ № 〇", "a\u00a0b"])
def test_rare_characters_and_emoji_are_kept(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


def test_space_and_line_ends_around_a_text_go() -> None:
    assert clean_text(" \n\tHai bên\n nhất trí\t\n") == "Hai bên\n nhất trí"


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\u2003", " \u00a0\u3000 "])
def test_space_of_any_kind_around_a_text_goes(space: str) -> None:
    assert clean_text(f"{space}外事{space}厅{space}", one_line=True) == f"外事{space}厅"


def test_a_windows_line_end_is_a_line_end() -> None:
    assert clean_text("một\r\nhai") == "một\nhai"


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\x00", CONTROL.format("U+0000")),
        ("\x08", CONTROL.format("U+0008")),
        ("\x0b", CONTROL.format("U+000B")),
        ("\r", CONTROL.format("U+000D")),
        ("\x1f", CONTROL.format("U+001F")),
        ("\x7f", CONTROL.format("U+007F")),
        ("\x85", CONTROL.format("U+0085")),
        ("\x9f", CONTROL.format("U+009F")),
        ("\u2028", CONTROL.format("U+2028")),
        ("\u2029", CONTROL.format("U+2029")),
        ("\u00ad", INVISIBLE.format("U+00AD")),
        ("\u200b", INVISIBLE.format("U+200B")),
        ("\u200d", INVISIBLE.format("U+200D")),
        ("\u202a", INVISIBLE.format("U+202A")),
        ("\u202e", INVISIBLE.format("U+202E")),
        ("\u2066", INVISIBLE.format("U+2066")),
        ("\u2069", INVISIBLE.format("U+2069")),
        ("\ufeff", INVISIBLE.format("U+FEFF")),
        ("\U000e0041", INVISIBLE.format("U+E0041")),
        ("\U000e0100", INVISIBLE.format("U+E0100")),
        ("\u3164", INVISIBLE.format("U+3164")),
        ("\ud83d", HALF.format("U+D83D")),
        ("\ude00", HALF.format("U+DE00")),
        ("\ufffe", NOTHING.format("U+FFFE")),
        ("\uffff", NOTHING.format("U+FFFF")),
        ("\ufdd0", NOTHING.format("U+FDD0")),
        ("\U0001ffff", NOTHING.format("U+1FFFF")),
        ("\U0010fffe", NOTHING.format("U+10FFFE")),
    ],
)
def test_a_character_that_no_minutes_hold_is_named_with_its_position(character: str, said: str) -> None:
    assert refusal(f"ab{character}cd") == said


@pytest.mark.parametrize("character", FORBIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_a_forbidden_character_is_refused_at_either_end_too(character: str) -> None:
    for text in (character, f"{character}Hai bên", f"Hai bên{character}"):
        assert refusal(text)


def test_only_the_first_unfit_character_is_named() -> None:
    assert refusal("a\u200bb\x00") == (
        "invisible character U+200B at character 2; delete it, it can hide what a text says"
    )


def test_positions_count_characters_as_they_stand_in_the_text() -> None:
    assert refusal("😀e\u0301\x07") == "control character U+0007 at character 4; delete it"


def test_a_surrogate_pair_of_two_code_units_is_one_character() -> None:
    assert clean_text("ok \ud83d\ude00!") == "ok 😀!"
    assert clean_text("\ud840\udc00") == "𠀀"


def test_surrogates_in_the_wrong_order_are_no_character() -> None:
    assert refusal("ab\ude00\ud83d") == HALF.format("U+DE00")


def test_a_pair_that_joins_into_a_forbidden_character_is_refused() -> None:
    assert refusal("ab\udb40\udc41") == INVISIBLE.format("U+E0041")


@pytest.mark.parametrize("text", ["Đỗ\nHương", "Đỗ\tHương", "Đỗ\r\nHương"])
def test_a_name_is_one_line(text: str) -> None:
    assert refusal(text, one_line=True) == "a line break or tab at character 3; this text is one line"
    assert clean_text(text) == text.replace("\r\n", "\n")


def test_a_name_may_end_in_a_line_break_as_folded_yaml_does() -> None:
    assert clean_text("Đỗ Quốc Hương \n", one_line=True) == "Đỗ Quốc Hương"


@pytest.mark.parametrize("one_line", [True, False])
@given(text=st.text(st.characters(codec=None)))
def test_any_text_is_cleaned_once_and_for_all_or_refused(*, text: str, one_line: bool) -> None:
    try:
        cleaned = clean_text(text, one_line=one_line)
    except UnfitText:
        return
    assert clean_text(cleaned, one_line=one_line) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set(FORBIDDEN)
    cleaned.encode("utf-8")


@given(
    st.text(
        st.sampled_from([*FORBIDDEN, "a", "ộ", "箐", "\n", "\ud83d", "\ude00", "e", "\u0301"]), max_size=6
    )
)
def test_no_mixture_of_forbidden_characters_gets_through(text: str) -> None:
    try:
        cleaned = clean_text(text)
    except UnfitText:
        return
    assert set(cleaned) <= set("aáeéộ箐\n😀\u0301")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở  Ngoại vụ", "sở ngoại vụ"),
        ("Xín Mần – Đô Long", "xín mần-đô long"),
        ("Xín Mần—Đô Long", "Xín Mần - Đô Long"),
        ("都龙—箐门", "都龙-箐门"),
        ("TỈNH HÀ GIANG", "tỉnh hà giang"),
        ("tỉnh\u00a0Hà\u00a0Giang", "tỉnh Hà Giang"),
        (unicodedata.normalize("NFD", "tỉnh Hà Giang"), "tỉnh Hà Giang"),
        (" huyện Mèo Vạc ", "huyện Mèo Vạc"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("TỈNH UỶ HOÀ BÌNH", "Tỉnh ủy Hòa Bình"),
        ("thoả thuận, khoẻ mạnh", "thỏa thuận, khỏe mạnh"),
        ("quí vị", "quý vị"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold_term(one) == fold_term(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hà Giang", "Ha Giang"),
        ("Bí thư", "Bì thư"),
        ("厅长", "厅 长"),
        ("hoà", "hoả"),
        ("kĩ thuật", "kỹ thuật"),
        ("tài khoản", "tài khoan"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold_term(one) != fold_term(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_term(fold_term(text)) == fold_term(text)


def test_what_could_steer_a_console_is_shown_as_its_number() -> None:
    assert show_text("a\x1b[31mb\u202ec\nd\ud800") == "a[U+001B][31mb[U+202E]c[U+000A]d[U+D800]"
    assert show_text("“Đỗ 箐 😀” – R&D <5%") == "“Đỗ 箐 😀” – R&D <5%"


def test_the_quick_look_at_a_text_misses_no_character() -> None:
    every = map(chr, range(0x110000))
    refused = [one for one in every if border._problem(one, one_line=True)]  # noqa: SLF001 - the two must agree
    assert len(refused) > 2000
    assert [one for one in refused if not border._SUSPECT.search(one)] == []  # noqa: SLF001
