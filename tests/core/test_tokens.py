"""Tokens: what is one, where it stands, and which spellings are the same."""

import time
import unicodedata

import pytest

from service.core.tokens import fold_token, fold_written, tokenise


def tokens_of(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.token(at) for at in range(len(tokens.pieces))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Ngoại vụ", ["Sở", "Ngoại", "vụ"]),
        ("河江省", ["河", "江", "省"]),
        ("cột mốc 198/2", ["cột", "mốc", "198/2"]),
        ("1.234,5 km", ["1.234,5", "km"]),
        ("ngày 30/3/2023.", ["ngày", "30/3/2023", "."]),
        ("lúc 08:30, tại", ["lúc", "08:30", ",", "tại"]),
        ("mốc 12.", ["mốc", "12", "."]),
        ("mốc 12.Sau", ["mốc", "12", ".", "Sau"]),
        ("3个口岸", ["3", "个", "口", "岸"]),
        ("二〇二三年", ["二", "〇", "二", "三", "年"]),
        ("Xín Mần-Đô Long", ["Xín", "Mần", "-", "Đô", "Long"]),
        ("都龙——箐门", ["都", "龙", "——", "箐", "门"]),
        ("QĐ-UBND (5G)", ["QĐ", "-", "UBND", "(", "5G", ")"]),
        ("a_b", ["a", "_", "b"]),
        ("\u0301a\u0301", ["\u0301", "a\u0301"]),
        ("中\ufe00国", ["中\ufe00", "国"]),
        ("河\u200b江\ufeff", ["河", "江"]),
        (" \n\u3000\t", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_syllables_numbers_han_characters_and_marks(
    text: str, expected: list[str]
) -> None:
    assert tokens_of(text) == expected


def test_offsets_are_code_points_of_the_text_as_it_came() -> None:
    text = "  " + unicodedata.normalize("NFD", "Sở  Ngoại\nvụ") + " 𠀀省"
    tokens = tokenise(text)
    assert [text[slice(*tokens.span(at, at + 1))] for at in range(len(tokens.pieces))] == [
        "So\u031b\u0309",
        "Ngoa\u0323i",
        "vu\u0323",
        "𠀀",
        "省",
    ]
    assert tokens.span(0, 3) == (2, 18)


def test_nothing_of_a_text_is_lost() -> None:
    text = " a\u0301 \ud800b\x00，, 12 ,3 "
    tokens = tokenise(text)
    assert text[: tokens.lead] + "".join(tokens.pieces) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("Uỷ", "ủy"),
        ("quí", "quý"),
        ("qúy", "quý"),
        ("QUI", "quy"),
        ("khoẻ", "khỏe"),
        ("SỞ", "sở"),
        ("ngoa\u0323i", "ngoại"),
        ("nghi\u0323\u0302", "nghị\u0302"),
        ("－", "-"),
        ("—", "–"),
        ("——", "-"),
        ("（", "("),
        ("１２", "12"),
        ("“", "”"),
        ("中\ufe00", "中"),
        ("\uf9e9", "里"),
    ],
)
def test_spellings_of_one_token_fold_alike(one: str, other: str) -> None:
    assert fold_token(one) == fold_token(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kĩ", "kỹ"),
        ("lí", "lý"),
        ("quì", "quí"),
        ("mả", "mã"),
        ("dân", "đân"),
        ("hoa", "hoà"),
        ("cô", "co"),
        ("12", "123"),
        ("、", "，"),
        ("里", "裡"),
    ],
)
def test_different_tokens_stay_apart(one: str, other: str) -> None:
    assert fold_token(one) != fold_token(other)


def test_capitals_count_only_in_what_is_compared_as_written() -> None:
    assert fold_written("UBND") != fold_written("ubnd")
    assert fold_written("BĐBP") == fold_written(unicodedata.normalize("NFD", "BĐBP"))
    assert fold_token("UBND") == fold_token("ubnd")


def test_a_token_longer_than_any_word_is_compared_as_it_is() -> None:
    assert fold_token("A" * 65) == "A" * 65
    assert fold_token("A" * 64) == "a" * 64


HOSTILE = [
    "a",
    "中",
    " ",
    ".",
    "\u0301",
    "\u0301\u0323",
    "a\u0301",
    "1,",
    "-",
    "\ud800",
    "1.a",
    "\x00",
    "\u3000a",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_cutting_takes_time_in_proportion(piece: str) -> None:
    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        start = time.process_time()
        tokens = tokenise(text)
        for one in set(tokens.pieces):
            fold_token(one)
        return time.process_time() - start

    small = min(seconds(125_000) for _ in range(2))
    large = seconds(1_000_000)
    assert large < 0.05 + 24 * small  # eight times the text; three times that for a machine under load
