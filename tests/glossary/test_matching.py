"""Finding terms: cases typed by hand, from the papers of the border offices."""

import time
import unicodedata
from datetime import date

import pytest

from service.core.languages import Language
from service.glossary.concepts import Validity
from service.glossary.matching import VocabularyStale, find_terms
from service.glossary.vocabulary import Status, Vocabulary, VocabularyTerm

DAY = date(2023, 12, 26)
MERGED = date(2025, 7, 1)


def term(  # noqa: PLR0913 - what a term can be
    text: str,
    status: Status = Status.PREFERRED,
    *,
    last: date | None = None,
    first: date | None = None,
    case_sensitive: bool = False,
    concept_id: str = "",
) -> VocabularyTerm:
    language = Language.ZH if any(character >= "\u4e00" for character in text) else Language.VI
    return VocabularyTerm(
        text, language, concept_id or text, status, "term", Validity(first, last), case_sensitive
    )


def found(text: str, *terms: VocabularyTerm, as_of: date = DAY) -> list[str]:
    hits = find_terms(text, Vocabulary.compile(terms, "1"), as_of)
    return [text[hit.start : hit.end] + ("" if hit.is_valid else " †") for hit in hits]


def test_the_longest_term_wins_and_the_boundary_of_a_syllable_holds() -> None:
    terms = (term("cột mốc"), term("cột mốc 12"))
    assert found("Hai bên kiểm tra cột mốc 1234.", *terms) == ["cột mốc"]
    assert found("Hai bên kiểm tra cột mốc 12.", *terms) == ["cột mốc 12"]
    assert found("cột mốc 12/2, cột mốc 12,5", *terms) == ["cột mốc", "cột mốc"]
    assert found("cột mốcs", *terms) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân",
        "Uỷ ban  nhân dân",
        "ỦY BAN NHÂN DÂN",
        "ủy ban\nnhân\u00a0dân",
        unicodedata.normalize("NFD", "Uỷ ban nhân dân"),
    ],
)
def test_every_spelling_of_a_term_is_found(text: str) -> None:
    assert found(f"({text})", term("Ủy ban nhân dân")) == [text]


@pytest.mark.parametrize("dash", [" - ", "-", "–", " — ", "－"])
def test_every_dash_between_two_gates_is_the_same(dash: str) -> None:
    text = f"cặp cửa khẩu Xín Mần{dash}Đô Long gần như"
    assert found(text, term("Xín Mần – Đô Long")) == [f"Xín Mần{dash}Đô Long"]


def test_offsets_are_those_of_the_text_as_it_came() -> None:
    text = unicodedata.normalize("NFD", "tại Hà Giang vào")
    (hit,) = find_terms(text, Vocabulary.compile([term("Hà Giang")], "1"), DAY)
    assert (hit.start, hit.end) == (5, 14)
    assert text[hit.start : hit.end] == unicodedata.normalize("NFD", "Hà Giang")


@pytest.mark.parametrize("mark", [".", ",", ";", ":", "!", "?", "…", " (", "”"])
def test_no_mark_stands_inside_a_find(mark: str) -> None:
    assert found(f"tỉnh{mark} Hà Giang", term("tỉnh Hà Giang"), term("Hà Giang")) == ["Hà Giang"]
    assert found(f"河江{mark}省", term("河江省")) == []


def test_a_term_with_a_mark_of_its_own_is_found_with_it() -> None:
    assert found("tại huyện Mèo Vạc, tỉnh Hà Giang", term("huyện Mèo Vạc, tỉnh Hà Giang")) == [
        "huyện Mèo Vạc, tỉnh Hà Giang"
    ]


def test_a_forbidden_form_inside_a_longer_right_term_is_no_find() -> None:
    terms = (term("đại biểu", Status.DEPRECATED), term("Đoàn đại biểu"))
    assert found("Đoàn đại biểu Ngoại sự", *terms) == ["Đoàn đại biểu"]
    assert found("các đại biểu", *terms) == ["đại biểu"]


def test_a_forbidden_form_across_two_vietnamese_terms_is_no_find() -> None:
    terms = (term("truyền thống"), term("thống nhất", Status.DEPRECATED))
    assert found("giữ truyền thống nhất quán", *terms) == ["truyền thống"]


def test_a_longer_forbidden_form_hides_the_right_term_inside_it() -> None:
    terms = (term("团长"), term("代表团长", Status.DEPRECATED))
    assert found("中方代表团长", *terms) == ["代表团长"]


def test_inside_an_expired_name_what_is_right_on_the_day_is_found_too() -> None:
    terms = (term("huyện Mèo Vạc", last=date(2025, 6, 30)), term("Mèo Vạc"))
    assert found("tại huyện Mèo Vạc", *terms) == ["huyện Mèo Vạc"]
    assert found("tại huyện Mèo Vạc", *terms, as_of=MERGED) == ["huyện Mèo Vạc †", "Mèo Vạc"]


def test_an_expired_name_inside_a_right_one_is_no_find() -> None:
    terms = (term("Hà Giang", last=date(2025, 6, 30)), term("phường Hà Giang 1", first=MERGED))
    assert found("phường Hà Giang 1", *terms, as_of=MERGED) == ["phường Hà Giang 1"]
    assert found("phường Hà Giang 1", *terms) == ["phường Hà Giang 1 †", "Hà Giang"]


def test_a_forbidden_form_inside_an_expired_name_is_its_own_wording() -> None:
    terms = (term("人民政府", Status.DEPRECATED), term("河江人民政府", last=date(2020, 1, 1)))
    assert found("河江人民政府", *terms) == ["河江人民政府 †"]


def test_chinese_terms_that_cross_are_both_found() -> None:
    terms = (term("河江省人民"), term("人民委员会"), term("委员"))
    assert found("河江省人民委员会主席", *terms) == ["河江省人民", "人民委员会"]


def test_vietnamese_terms_that_cross_are_read_from_the_left() -> None:
    terms = (term("nhân dân tỉnh"), term("Ủy ban nhân dân"), term("tỉnh Hà Giang"))
    assert found("Ủy ban nhân dân tỉnh Hà Giang", *terms) == ["Ủy ban nhân dân", "tỉnh Hà Giang"]


def test_chinese_is_found_inside_running_text_across_line_breaks() -> None:
    assert found("推动联合工作\n组第九次会议在河 江举办", term("联合工作组"), term("河江")) == [
        "联合工作\n组",
        "河 江",
    ]


def test_an_abbreviation_matches_only_as_it_is_written() -> None:
    terms = (term("VN", Status.ABBREVIATION, case_sensitive=True),)
    assert found("VN, vn, Vn, VN2", *terms) == ["VN"]


def test_where_an_abbreviation_does_not_match_the_shorter_term_does() -> None:
    terms = (term("BĐBP Tỉnh", case_sensitive=True), term("bđbp"))
    assert found("BĐBP tỉnh", *terms) == ["BĐBP"]
    assert found("BĐBP Tỉnh", *terms) == ["BĐBP Tỉnh"]
    assert found(unicodedata.normalize("NFD", "BĐBP Tỉnh"), *terms) == [
        unicodedata.normalize("NFD", "BĐBP Tỉnh")
    ]


def test_equal_folded_forms_keep_all_their_concepts() -> None:
    terms = (
        term("tỉnh Lào Cai", last=date(2025, 6, 30), concept_id="place.lao-cai"),
        term("Tỉnh Lào Cai", first=MERGED, concept_id="place.lao-cai-2025"),
    )
    (hit,) = find_terms("tỉnh Lào Cai", Vocabulary.compile(terms, "1"), MERGED)
    assert [(reading.concept_id, reading.is_valid) for reading in hit.readings] == [
        ("place.lao-cai", False),
        ("place.lao-cai-2025", True),
    ]
    assert hit.is_valid


def test_a_hit_says_status_and_kind() -> None:
    terms = [VocabularyTerm("合江省", Language.ZH, "place.ha-giang", Status.DEPRECATED, "place")]
    (hit,) = find_terms("合江省", Vocabulary.compile(terms, "1"), DAY)
    assert hit.readings == (("place.ha-giang", "deprecated", "place", True),)


def test_a_vocabulary_of_another_version_is_refused() -> None:
    vocabulary = Vocabulary.compile([term("Hà Giang")], "old")
    assert len(find_terms("Hà Giang", vocabulary, DAY, version="old")) == 1
    with pytest.raises(VocabularyStale, match="compiled from glossary old, not from new"):
        find_terms("Hà Giang", vocabulary, DAY, version="new")


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\x01", "a\x01b"])
def test_a_term_without_a_word_is_never_found(text: str) -> None:
    assert found(text, term(text), term("c")) == []


def test_a_vocabulary_without_terms_finds_nothing() -> None:
    assert found("Hà Giang") == []


def test_more_words_than_the_plane_below_the_surrogates_are_told_apart() -> None:
    terms = [term(f"w{number}") for number in range(0xD7F0, 0xE010)]
    many = [term(f"v{number}") for number in range(0xD800)]
    vocabulary = Vocabulary.compile([*many, *terms], "1")
    text = "v5 w55300 w57000 x"
    assert [text[hit.start : hit.end] for hit in find_terms(text, vocabulary, DAY)] == [
        "v5",
        "w55300",
        "w57000",
    ]


HOSTILE = [
    "a ",
    "省",
    " ",
    ".",
    "\u0301",
    "\u0301\u0323",
    "a\u0301",
    "1,",
    "-",
    "\ud800",
    "省人民",
    "\x01",
    "Ủy ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_matching_takes_time_in_proportion(piece: str) -> None:
    terms = [term(text) for text in ("a a", "a a a", "省省", "省人民", "人民省", ". .", "\u0301", "- -")]
    terms += [
        term("Ủy Ủy", last=date(2020, 1, 1)),
        term("Ủy", Status.DEPRECATED),
        term("A", case_sensitive=True),
    ]
    vocabulary = Vocabulary.compile(terms, "1")

    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        start = time.process_time()
        find_terms(text, vocabulary, DAY)
        return time.process_time() - start

    small = min(seconds(125_000) for _ in range(2))
    large = seconds(1_000_000)
    assert large < 0.1 + 40 * small  # eight times the text (64 if it were squared); more for a busy machine
