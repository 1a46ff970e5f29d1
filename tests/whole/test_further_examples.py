"""The further talks of examples/, whole: every paragraph, stance and value of what was invented."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from office import convert_to_pdf, pdf_text
from reading import bookmarks, paragraphs, rows
from samples import EXAMPLES, read_file
from service.actions.draft import DraftChoice, DraftSet
from service.actions.draft_files import draft_files
from service.actions.workshop import open_termbase
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.glossary.annotator import Annotator
from service.glossary.concepts import Category, Termbase
from service.language.compare import compare
from service.language.convert import convert
from service.language.order import NameOrder
from service.minutes.record import Item, Record, Stance
from service.settings import Settings
from whole.expected_district import DISTRICT
from whole.expected_twinning import TWINNING
from whole.paper import Paper

EVERY_PAPER = pytest.mark.parametrize("paper", [DISTRICT, TWINNING], ids=lambda paper: paper.stem)
EVERY_ORDER = pytest.mark.parametrize("order", NameOrder)
EVERY_ORIGINAL = pytest.mark.parametrize("original", Side)
# What a stance sounds like; an item says its own and no other.
WORDS = {
    Stance.PROPOSED: (("đề nghị",), ("建议",)),
    Stance.STATED: (("thông báo", "cho biết"), ("通报", "表示")),
    Stance.NOTED: (("ghi nhận",), ("注意到",)),
    Stance.RESERVED: (("chưa thống nhất", "bảo lưu ý kiến"), ("尚未达成一致", "保留意见")),
}
CALLED = {
    (DISTRICT.stem, Side.VN): ("Phía Xín Mần", "箐门方面"),
    (DISTRICT.stem, Side.CN): ("Phía Mã Quan", "马关方面"),
    (TWINNING.stem, Side.VN): ("Phía Việt Nam", "越方"),
    (TWINNING.stem, Side.CN): ("Phía Trung Quốc", "中方"),
}
# Names that the other language must give by its own name, in any of the forms the glossary has.
PROPER = {Category.PLACE, Category.GATE, Category.INSTITUTION, Category.DOCUMENT}
# Pieces of everyday words: 越南 of 越南盾, which is đồng, and 通道 of 快捷查验通道, which are lanes.
COMMON = {"越南", "通道"}


@cache
def record(paper: Paper) -> Record:
    return read_file(EXAMPLES / f"{paper.stem}.yaml")[0]


@cache
def termbase() -> Termbase:
    return open_termbase(Settings())


@cache
def annotator(language: Language) -> Annotator:
    return Annotator(termbase(), language)


@cache
def drafts(paper: Paper, order: NameOrder) -> DraftSet:
    choice = DraftChoice(layouts=tuple(Layout), order=order)
    (one,) = draft_files([EXAMPLES / f"{paper.stem}.yaml"], choice, Settings(), "test")
    return one.drafts


def drafted(paper: Paper, order: NameOrder, original: Side, layout: Layout) -> bytes:
    (data,) = (
        one.data for one in drafts(paper, order).drafts if (one.original, one.layout) == (original, layout)
    )
    return data


def vietnam_first(order: NameOrder, original: Side, language: Language) -> bool:
    return original is Side.VN if order is NameOrder.ALTERNAT else language is Language.VI


def expected(paper: Paper, order: NameOrder, original: Side, language: Language) -> list[str]:
    """Type out a half; under the simplified order each text names its own language first."""
    return paper.half(language).text(vietnam_first=vietnam_first(order, original, language))


def items(paper: Paper) -> list[Item]:
    return [item for section in record(paper).sections for item in section.items]


def texts(item: Item) -> tuple[str, str]:
    assert item.vi is not None
    assert item.zh is not None
    return item.vi, item.zh


@EVERY_PAPER
@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("language", Language)
def test_each_language_of_each_original_is_right_to_the_letter(
    paper: Paper, order: NameOrder, original: Side, language: Language
) -> None:
    found = paragraphs(drafted(paper, order, original, Layout(language)))
    assert found == expected(paper, order, original, language)


@EVERY_PAPER
@EVERY_ORDER
@EVERY_ORIGINAL
def test_the_signing_copy_holds_one_language_whole_then_the_other(
    paper: Paper, order: NameOrder, original: Side
) -> None:
    first = Language.VI if original is Side.VN else Language.ZH
    found = paragraphs(drafted(paper, order, original, Layout.CONSECUTIVE))
    assert found == [text for one in (first, first.other) for text in expected(paper, order, original, one)]


@EVERY_PAPER
@EVERY_ORDER
@EVERY_ORIGINAL
def test_every_item_shares_a_row_with_its_translation(paper: Paper, order: NameOrder, original: Side) -> None:
    found = rows(drafted(paper, order, original, Layout.COLUMNS))
    pairs = list(zip(paper.vi.body, paper.zh.body, strict=True))
    assert len(pairs) == sum(paper.items.values()) + len(paper.items)
    wanted = pairs if original is Side.VN else [(zh, vi) for vi, zh in pairs]
    start = found.index(wanted[0])
    assert found[start : start + len(wanted)] == wanted


@EVERY_PAPER
@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_every_draft_is_sound_and_encloses_each_segment(
    paper: Paper, order: NameOrder, original: Side, layout: Layout
) -> None:
    docx = drafted(paper, order, original, layout)
    assert lint_docx(docx) == []
    languages = [Language(layout)] if layout in (Layout.VI, Layout.ZH) else list(Language)
    assert set(bookmarks(docx)) == {
        f"bb_{section}_{number}_{language}"
        for section, count in paper.items.items()
        for number in ("heading", *range(1, count + 1))
        for language in languages
    }


@EVERY_PAPER
@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_word_takes_every_draft(
    paper: Paper, order: NameOrder, original: Side, layout: Layout, tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(paper, order, original, layout))
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2010, max_errors=0).validate(file)
    assert [str(error) for error in result.errors] == []


@EVERY_PAPER
def test_two_draftings_give_the_same_bytes(paper: Paper) -> None:
    order = record(paper).name_order
    choice = DraftChoice(layouts=tuple(Layout), order=order)
    (again,) = draft_files([EXAMPLES / f"{paper.stem}.yaml"], choice, Settings(), "test")
    assert again.drafts.drafts == drafts(paper, order).drafts


@EVERY_PAPER
def test_everything_is_marked_as_illustrative(paper: Paper) -> None:
    assert (EXAMPLES / f"{paper.stem}.yaml").read_text("utf-8").startswith("# Illustrative: ")
    assert record(paper).illustrative
    assert [item for item in items(paper) if not item.illustrative] == []


@EVERY_PAPER
def test_nothing_is_missing_and_only_invented_people_are_not_in_the_glossary(paper: Paper) -> None:
    told = drafts(paper, record(paper).name_order)
    assert told.gaps == ()
    unknown = [one.place for one in told.findings if one.code == "name-not-in-glossary"]
    assert len(unknown) > 7
    assert [place for place in unknown if not place.endswith(".name")] == []


@EVERY_PAPER
def test_every_stance_is_there_and_worded_as_what_it_is(paper: Paper) -> None:
    assert {item.stance for item in items(paper)} == set(Stance)
    for item in items(paper):
        vi, zh = texts(item)
        if item.stance is not Stance.AGREED:
            assert [word for word in WORDS[item.stance][0] if word in vi], vi
            assert [word for word in WORDS[item.stance][1] if word in zh], zh
        if item.by is not None:
            called_vi, called_zh = CALLED[paper.stem, item.by]
            assert vi.startswith(called_vi), vi
            assert zh.startswith(called_zh), zh


@EVERY_PAPER
def test_what_is_agreed_has_the_word_of_no_other_stance(paper: Paper) -> None:
    for item in items(paper):
        if item.stance is not Stance.AGREED:
            continue
        vi, zh = texts(item)
        # To inform each other is something both do, and is agreed.
        vi, zh = vi.replace("thông báo cho nhau", ""), zh.replace("相互通报", "")
        others = [word for words in WORDS.values() for pair in words for word in pair]
        assert [word for word in others if word in vi or word in zh] == [], vi


@EVERY_PAPER
def test_both_languages_say_the_same_values_and_leave_no_doubt(paper: Paper) -> None:
    for item in items(paper):
        compared = compare(*texts(item))
        assert compared.is_same, item.vi
        assert compared.ambiguous == (), item.vi


@EVERY_PAPER
def test_each_value_is_converted_to_what_the_chinese_text_says(paper: Paper) -> None:
    for vi, zh in paper.values:
        assert convert(vi, Language.VI).text == zh
        said = [texts(item)[1] for item in items(paper) if vi in texts(item)[0]]
        assert said, vi
        assert [text for text in said if zh not in text] == []


@EVERY_PAPER
@pytest.mark.parametrize("language", Language)
def test_every_name_in_an_item_is_right_on_the_day_and_has_its_equivalent(
    paper: Paper, language: Language
) -> None:
    found = [one for item in items(paper) for one in proper_names(item, language, paper)]
    assert len(found) > 7
    assert [text for text, is_valid, _ in found if not is_valid] == []
    assert [text for text, _, is_answered in found if not is_answered and text not in COMMON] == []


def proper_names(item: Item, language: Language, paper: Paper) -> Iterator[tuple[str, bool, bool]]:
    """Each proper name of an item, whether it is right on the day, whether the other text names it too."""
    day, other = record(paper).date, (item.pair.text(language.other) or "").casefold()
    assert day is not None
    for found in annotator(language).annotate(item.pair.text(language) or "", day):
        concepts, answers = found["concepts"], found["equivalents"]
        assert isinstance(concepts, list)
        assert isinstance(answers, list)
        if any(termbase().by_id[one].category in PROPER for one in concepts):
            yield str(found["text"]), bool(found["valid"]), any(one.casefold() in other for one in answers)


@EVERY_PAPER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.CONSECUTIVE])
@pytest.mark.office
def test_libreoffice_prints_every_segment(
    paper: Paper, original: Side, layout: Layout, tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(paper, record(paper).name_order, original, layout))
    printed = folded(pdf_text(convert_to_pdf(file, tmp_path)))
    assert [text for text in paper.vi.body + paper.zh.body if folded(text) not in printed] == []


def folded(text: str) -> str:
    """Fold what a page may do to a text: break lines, set headings in capitals."""
    return "".join(text.split()).casefold()
