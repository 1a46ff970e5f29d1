"""Keys for search and for sorting."""

import pytest

from service.glossary.pinyin import pinyin_of, segmentations
from service.glossary.search_keys import keys_of
from service.glossary.sort_keys import vi_sort_key, zh_sort_key


@pytest.mark.parametrize(
    ("text", "exact", "plain"),
    [
        ("tỉnh Hà Giang", "v3tinh v2ha v1giang", "vtinh vha vgiang"),
        ("ĐƯỜNG", "v2dduwowng", "vduong"),
        ("hòa bình", "v2hoa v2binh", "vhoa vbinh"),
        ("hoà bình", "v2hoa v2binh", "vhoa vbinh"),
        ("kỹ thuật, lý do", "v4ki v6thuaat v5li v1do", "vki vthuat vli vdo"),
        ("kĩ thuật; lí do", "v4ki v6thuaat v5li v1do", "vki vthuat vli vdo"),
        ("quý, quí, quỷ", "v5quy v5quy v3quy", "vquy vquy vquy"),
        ("tay, thủy, uy", "v1tay v3thuy v1uy", "vtay vthuy vuy"),
        ("y tế", "v1i v5tee", "vi vte"),
        ("Biên bản 12/2023", "v1bieen v3ban v112 v12023", "vbien vban v12 v2023"),
        ("河江", "h6cb3 h6c5f", "h6cb3 h6c5f"),
        ("廣寧", "h5e7f h5b81", "h5e7f h5b81"),
        ("Sở Ngoại vụ {place}", "v3sow v6ngoai v6vu", "vso vngoai vvu"),
        ("{short}省委", "h7701 h59d4", "h7701 h59d4"),
        ("UBND省", "v1ubnd h7701", "vubnd h7701"),
        ("…", "", ""),
    ],
)
def test_keys_of_spelling(text: str, exact: str, plain: str) -> None:
    keys = keys_of(text)
    assert (keys.exact, keys.plain) == (exact, plain)


@pytest.mark.parametrize(
    ("han", "reading", "syllables"),
    [
        ("河江", None, ["he", "jiang"]),
        ("重庆", None, ["chong", "qing"]),
        ("绿", None, ["lv"]),
        ("重庆", "zhòng qìng", ["zhong", "qing"]),
        ("重庆", "zhongqing", ["zhong", "qing"]),
        ("重庆", "zhong4 qing4", ["zhong", "qing"]),
        ("西安", "xi'an", ["xi", "an"]),
        ("西安", "xian", ["xi", "an"]),
        ("西安", "xian1 ning2 shi4", ["xi", "an"]),
    ],
)
def test_pinyin_is_the_dictionarys_unless_a_reading_fits(
    han: str, reading: str | None, syllables: list[str]
) -> None:
    assert pinyin_of(han, reading) == syllables


def test_typed_letters_are_cut_into_syllables_the_last_one_perhaps_begun() -> None:
    assert segmentations("hejiang")[0] == ("he", "jiang")
    assert segmentations("hejiangsh")[0] == ("he", "jiang", "sh")
    assert ("xi", "an") in segmentations("xian")
    assert ("xian",) in segmentations("xian")
    assert list(segmentations("xi an")) == [("xi", "an"), ("xi", "a", "n")]
    assert list(segmentations("tinh")) == []
    assert list(segmentations("")) == []


def test_vietnamese_sorts_by_syllable_letters_before_tones() -> None:
    words = [
        "đa",
        "ban",
        "bà",
        "ba cá",
        "bả",
        "da",
        "ba",
        "ă",
        "â",
        "a",
        "cột mốc 12",
        "cột mốc 9",
        "bạ",
        "bá",
        "bã",
    ]
    assert sorted(words, key=vi_sort_key) == [
        *("a", "ă", "â", "ba", "ba cá", "bà", "bả", "bã", "bá", "bạ", "ban"),
        *("cột mốc 9", "cột mốc 12", "da", "đa"),
    ]


def test_chinese_sorts_by_pinyin_and_a_reading_goes_first() -> None:
    names = ["云南", "河江", "重庆", "北京", "长江", "莱州"]
    assert sorted(names, key=zh_sort_key) == ["北京", "长江", "重庆", "河江", "莱州", "云南"]
    assert zh_sort_key("重庆", "zhòng qìng") > zh_sort_key("云南")
