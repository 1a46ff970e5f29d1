"""Languages, sides and pairs."""

from service.core.languages import Language, Pair, Side


def test_each_language_has_its_side_and_each_side_its_language() -> None:
    assert Language.VI.side is Side.VN
    assert Language.ZH.side is Side.CN
    assert Side.VN.language is Language.VI
    assert Side.CN.language is Language.ZH


def test_there_are_two_of_each_and_each_has_an_other() -> None:
    assert Language.VI.other is Language.ZH
    assert Language.ZH.other is Language.VI
    assert Side.VN.other is Side.CN
    assert Side.CN.other is Side.VN


def test_a_pair_gives_the_text_of_a_language_or_nothing() -> None:
    assert Pair("tỉnh", "省").text(Language.VI) == "tỉnh"
    assert Pair("tỉnh", "省").text(Language.ZH) == "省"
    assert Pair("tỉnh", None).text(Language.ZH) is None
