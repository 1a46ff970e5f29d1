"""What is passed over or read at one look is what the readers find: the short ways change no result."""

import gc
import random

import pytest

from language.dense_texts import KINDS, VI, dense_text
from service.core.languages import Language
from service.language import dispatch, parse
from service.language.mentions import Mention
from service.language.readers.runs import run_at

_WORDS = {
    language: sorted({word for row in dispatch.READERS for word in row.starts[language]})
    for language in Language
}
_MARKS = "0123456789.,/-:%() “”"


def _mixed(language: Language, seed: int, size: int = 3000) -> str:
    """A text of the first words of everything that can be read, with digits and marks between them."""
    dice = random.Random(f"{language} {seed}")  # noqa: S311 - a text to read, no secret
    joint = " " if language is VI else ""
    pieces = (
        dice.choice(_WORDS[language]) if dice.random() < 0.4 else dice.choice(_MARKS) for _ in range(size)
    )
    return joint.join(pieces)


def _digits(language: Language, seed: int, size: int = 3000) -> str:
    """A text of numbers of every length with marks between them, and here and there a word or a space."""
    dice = random.Random(f"digits {language} {seed}")  # noqa: S311 - a text to read, no secret
    pieces: list[str] = []
    for _ in range(size):
        pieces.append(f"{dice.randrange(10 ** dice.randrange(1, 6)):0{dice.randrange(3)}}")
        pieces.append(dice.choice(".,/-:%") if dice.random() < 0.9 else dice.choice(_WORDS[language]))
        pieces.append(" " * (dice.random() < 0.2))
    return "".join(pieces)


# Days, months, hours and years on both sides of their limits, and what only looks like them.
_NUMBERS = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "8",
    "12",
    "13",
    "24",
    "25",
    "30",
    "31",
    "32",
    "59",
    "00",
    "05",
    "99",
    "100",
    "250",
    "500",
    "1950",
    "2023",
    "3000",
    "12345",
    "123456",
    "1234567",
    "007",
]
_BETWEEN = [
    *(" ", ", ", ". ", "; ", ") ", " (", "\n", "%, ", "% ", "%-", "--", "..", "./", "–", "，"),
    *(
        " và ",
        " giờ ",
        "年",
        "月",
        "个",
        "km",
        " nghìn",
        " triệu",
        "以上",
        "的",
        " tối đa được ",
        "最多可贷",
        "至少应占",
        "/",
    ),
    *("起", "第", "共", "近", "同比增长", "từ ", "ngày ", "mốc ", "số ", "đến ", " hơn "),
]


def _runs(language: Language, seed: int, size: int = 1500) -> str:
    """A text of runs of digits and marks, with words and other marks between some of them."""
    dice = random.Random(f"runs {language} {seed}")  # noqa: S311 - a text to read, no secret
    pieces: list[str] = []
    for _ in range(size):
        pieces.append(
            dice.choice(_NUMBERS) if dice.random() < 0.6 else str(dice.randrange(10 ** dice.randrange(1, 5)))
        )
        pieces.append(dice.choice(".,/-:%") if dice.random() < 0.8 else dice.choice(_BETWEEN))
    return "".join(pieces)


def _by_slow_ways(monkeypatch: pytest.MonkeyPatch, texts: list[tuple[str, Language]]) -> list[list[Mention]]:
    """Ask every reader that can begin with a token, whatever stands behind it."""
    _forget()
    with monkeypatch.context() as patch:
        patch.setattr(parse, "read_at_once", lambda *_: None)
        patch.setattr(parse, "run_at", lambda *place: run_at(*place)._replace(is_bare=False))
        patch.setattr(dispatch, "is_open", lambda *_: True)
        found = [parse.parse(text, language) for text, language in texts]
    _forget()
    return found


def _forget() -> None:
    dispatch._numeral_readers.cache_clear()  # noqa: SLF001 - what was chosen the other way
    for openings in dispatch._OPENINGS.values():  # noqa: SLF001 - the same
        openings.clear()


def test_values_that_do_not_repeat_are_the_same_by_the_slow_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(dense_text(kind, 8000, seed=7), language) for kind, (language, _) in KINDS.items()]
    fast = [parse.parse(text, language) for text, language in texts]
    assert fast == _by_slow_ways(monkeypatch, texts)


def test_first_words_and_marks_in_any_order_are_the_same_by_the_slow_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [(_mixed(language, seed), language) for language in Language for seed in range(12)]
    fast = [parse.parse(text, language) for text, language in texts]
    assert fast == _by_slow_ways(monkeypatch, texts)


def test_digits_and_marks_in_any_order_are_the_same_by_the_slow_ways(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [(_digits(language, seed), language) for language in Language for seed in range(12)]
    fast = [parse.parse(text, language) for text, language in texts]
    assert fast == _by_slow_ways(monkeypatch, texts)


def test_bare_runs_are_the_same_by_the_slow_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(_runs(language, seed), language) for language in Language for seed in range(12)]
    assert [parse.parse(*text) for text in texts] == _by_slow_ways(monkeypatch, texts)


def test_a_text_that_never_repeats_itself_is_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Surroundings are no longer looked up then, and bare runs are read in one go."""
    texts = [(_runs(language, seed), language) for language in Language for seed in range(12, 16)]
    texts += [(dense_text(kind, 8000, seed=8), language) for kind, (language, _) in KINDS.items()]
    looked_up = [parse.parse(*text) for text in texts]
    monkeypatch.setattr(parse, "_KNOWN_MAX", 4)
    monkeypatch.setattr(parse, "_HITS_WORTH", 1_000_000)
    assert [parse.parse(*text) for text in texts] == looked_up


def test_looking_for_cycles_goes_on_after_a_large_text() -> None:
    assert gc.isenabled()
    parse.parse("12/6, " * 20_000, VI)
    assert gc.isenabled()
