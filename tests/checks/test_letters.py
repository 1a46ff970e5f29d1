"""Letters that look right and are not."""

import pytest

from checking import codes, item
from service.core.finding import Severity
from service.core.text import clean_text


@pytest.mark.parametrize(
    ("written", "right"), [("\u00d0", "Đ"), ("\u0189", "Đ"), ("\u00f0", "đ"), ("\u0256", "đ")]
)
def test_a_d_of_another_alphabet_is_told_with_the_vietnamese_one(written: str, right: str) -> None:
    text = f"Hai bên nhất trí với {written}oàn công tác."
    (found,) = codes(item(text, "双方一致同意。"), "foreign-letter")
    assert (found.severity, found.place) == (Severity.WARNING, "sections[0].items[0].vi")
    assert found.suggestion
    assert found.suggestion.apply(text) == f"Hai bên nhất trí với {right}oàn công tác."


def test_the_vietnamese_letter_is_left_alone() -> None:
    assert codes(item("Đoàn công tác đã đến Đồng Văn.", "代表团已到达同文。"), "foreign-letter") == []


@pytest.mark.parametrize("letter", ["\ue000", "\uf8ff", "\U0010fffd", "\u0378"])
def test_a_character_that_others_cannot_show_is_told(letter: str) -> None:
    (found,) = codes(item("Hai bên nhất trí.", f"双方{letter}同意。"), "letter-without-font")
    assert (found.severity, found.place) == (Severity.WARNING, "sections[0].items[0].zh")
    assert str(found.message).startswith(f"U+{ord(letter):04X} at character 3 is no agreed character")


@pytest.mark.parametrize("text", ["𠀀𪚥𫝀𮯰", "𰻝面"])
def test_rare_characters_of_the_standard_are_kept_and_not_told(text: str) -> None:
    assert clean_text(text) == text
    assert codes(item("Hai bên nhất trí.", f"双方{text}同意。"), "letter-without-font") == []
