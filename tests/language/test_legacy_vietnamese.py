"""Vietnamese of before Unicode: every letter of the three encodings, and how a text is told to be in one."""

import unicodedata

import pytest

from exchange.format_contract import shipped
from service.language.legacy_vietnamese import convert_legacy, weigh_encodings
from service.language.syllables import is_syllable

# Vowel by vowel in the order a â ă e ê i o ô ơ u ư y, each plain, huyền, hỏi, ngã, sắc, nặng; đ last. As
# Windows-1252 shows it, a letter a word.
LETTERS = (
    "à ả ã á ạ â ầ ẩ ẫ ấ ậ ă ằ ẳ ẵ ắ ặ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị "
    "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ"
)
WRITTEN = {
    "TCVN3": (
        "µ ¶ · ¸ ¹ © Ç È É Ê Ë ¨ » ¼ ½ ¾ Æ Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ "
        "ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \xad õ ö ÷ ø ù ú û ü ý þ ®"
    ),
    "VNI": (
        "aø aû aõ aù aï aâ aà aå aã aá aä aê aè aú aü aé aë eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò "
        "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î ñ"
    ),
    "VPS": (
        "à ä ã á å â À Ä Å Ã Æ æ ¢ £ ¤ ¡ ¥ è È ë é Ë ê Š ‹ Í ‰ Œ ì Ì ï í Î "
        "ò Õ õ ó † ô Ò ° ‡ Ó ¶ Ö © ª « § ® ù û Û ú ø Ü Ø º » Ù ¿ ÿ › Ï š œ Ç"
    ),
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_every_small_letter_is_read(encoding: str) -> None:
    assert convert_legacy(WRITTEN[encoding], encoding) == LETTERS


@pytest.mark.parametrize(
    ("encoding", "written", "meant"),
    [
        ("VNI", "AØAÛAÕAÙAÏ AÂAÀAÅ AÊAÈAÚ ÔØÔÛ ÖÙÖÏ ÌÆÓÍÒ Î Ñ", "ÀẢÃÁẠ ÂẦẨ ĂẰẲ ỜỞ ỨỰ ÌỈĨÍỊ Ỵ Đ"),
        ("VNI", "Vieät Nam, UÛy ban", "Việt Nam, Ủy ban"),
        ("TCVN3", "Aµ §¹i héi, ¢m, ¡n, £, ¤, ¥, ¦", "À Đại hội, Âm, Ăn, Ê, Ô, Ơ, Ư"),
        ("TCVN3", "TØNH Hµ GIANG", "TỈNH Hà GIANG"),
        ("TCVN3", "BIªN B¶N", "BIÊN BẢN"),
        ("VPS", "ñÖn vÎ, Ðu tiên, h¶i", "Đơn vị, Ưu tiên, hội"),
        ("TCVN3", "河江 2023: 12/12, UBND", "河江 2023: 12/12, UBND"),
    ],
)
def test_capitals_and_what_is_no_letter(encoding: str, written: str, meant: str) -> None:
    assert convert_legacy(written, encoding) == meant


@pytest.mark.parametrize("encoding", WRITTEN)
def test_every_shipped_vietnamese_term_is_recognised_in_each_encoding_and_read_back(encoding: str) -> None:
    letters = dict(zip(LETTERS.split(), WRITTEN[encoding].split(" "), strict=True))
    # Dashes and quotation marks of today stand where VPS has letters.
    every = (one.concept.vi.preferred.lower() for one in shipped())
    terms = [term for term in every if not set(term) & set("–“”")]
    written = [
        "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", term))
        for term in terms
    ]
    assert [convert_legacy(text, encoding) for text in written] == terms
    assert weigh_encodings(written).encoding == encoding
    told = [weigh_encodings([text]) for text in written]
    changed = [
        one for one, term, text in zip(told, terms, written, strict=True) if term != text and one.words
    ]
    right = [one for one in changed if one.encoding is not None]
    assert len(right) / len(changed) > 0.95


def test_the_shipped_terms_are_not_taken_for_an_old_encoding() -> None:
    texts = [form for one in shipped() for form in (*one.concept.vi.recognised, *one.concept.vi.deprecated)]
    assert len(texts) > 800
    assert [text for text in texts if weigh_encodings([text]).encoding] == []


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "quyết",
        "giếng",
        "đường",
        "yêu",
        "uống",
        "oan",
        "khoắn",
        "xoong",
        "qúi",
        "thuở",
        "Ủy",
        "ủy",
        "hoà",
        "hòa",
        "gì",
    ],
)
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    ["", "café", "Müller", "ñy", "đượć", "tắp̀", "họcs", "ếch̉", "zá", "ƯƯ", "nghiêngg", "a" * 1000, "µ"],
)
def test_what_is_no_syllable_is_told(word: str) -> None:
    assert not is_syllable(word)
