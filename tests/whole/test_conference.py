"""The joint minutes of five provinces, whole: every paragraph of both languages in both orders."""

from functools import cache
from pathlib import Path

import pytest

from office import convert_to_pdf, pdf_text
from reading import paragraphs, rows
from samples import EXAMPLES
from service.actions.draft import DraftSet
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.language.order import NameOrder
from whole.drafting import complaints_of_word, draft_all, file_of, first_side, folded
from whole.expected_conference import VI_BODY, ZH_BODY, conference

RECORD = EXAMPLES / "joint-minutes-2023-03-27.yaml"
EVERY_ORDER = pytest.mark.parametrize("order", NameOrder)
EVERY_ORIGINAL = pytest.mark.parametrize("original", Side)


@cache
def drafts(order: NameOrder) -> DraftSet:
    return draft_all(RECORD, order)


def drafted(order: NameOrder, original: Side, layout: Layout) -> bytes:
    return file_of(drafts(order), original, layout)


@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("language", Language)
def test_each_language_of_each_original_is_right_to_the_letter(
    order: NameOrder, original: Side, language: Language
) -> None:
    found = paragraphs(drafted(order, original, Layout(language)))
    assert found == conference(language, first_side(order, original, language))


@EVERY_ORDER
@EVERY_ORIGINAL
def test_the_signing_copy_holds_the_keepers_language_whole_then_the_other(
    order: NameOrder, original: Side
) -> None:
    own = original.language
    found = paragraphs(drafted(order, original, Layout.CONSECUTIVE))
    assert found == [
        *conference(own, first_side(order, original, own)),
        *conference(own.other, first_side(order, original, own.other)),
    ]


@EVERY_ORDER
@EVERY_ORIGINAL
def test_every_item_shares_a_row_with_its_translation(order: NameOrder, original: Side) -> None:
    found = rows(drafted(order, original, Layout.COLUMNS))
    pairs = list(zip(VI_BODY, ZH_BODY, strict=True))
    wanted = pairs if original is Side.VN else [(zh, vi) for vi, zh in pairs]
    start = found.index(wanted[0])
    assert found[start : start + len(wanted)] == wanted


@EVERY_ORIGINAL
def test_the_title_is_broken_for_the_width_of_a_column(original: Side) -> None:
    vi = (
        "Biên bản\nHội nghị thường niên lần thứ 3\ngiữa Bí thư Tỉnh ủy\ncác tỉnh Hà Giang, Lào Cai,\n"
        "Lai Châu, Điện Biên (Việt Nam)\nvà Bí thư Tỉnh ủy\nVân Nam (Trung Quốc)"
    )
    zh = "中国云南省与越南河江、\n老街、莱州、奠边省\n省委书记年度会晤机制\n第三次会议纪要"
    titles = {vi, zh}
    assert titles in [set(row) for row in rows(drafted(NameOrder.SIMPLIFIED, original, Layout.COLUMNS))]


def test_every_party_signs_once_in_the_order_of_the_paper() -> None:
    cells = rows(drafted(NameOrder.ALTERNAT, Side.CN, Layout.ZH))
    assert cells == [
        ("中国云南省代表", "越南河江省代表"),
        ("省委书记", "省委书记"),
        ("", ""),
        ("王宁", "邓国庆"),
        ("越南老街省代表", "越南莱州省代表"),
        ("省委书记", "省委书记"),
        ("", ""),
        ("邓春峰", "杨宝美"),
        ("越南奠边省代表",),
        ("省委书记",),
        ("",),
        ("陈国强",),
    ]


@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_every_draft_is_sound_for_the_lint_and_for_word(
    order: NameOrder, original: Side, layout: Layout
) -> None:
    docx = drafted(order, original, layout)
    assert lint_docx(docx) == []
    assert complaints_of_word(docx) == []


def test_two_draftings_give_the_same_bytes_and_nothing_is_missing() -> None:
    assert draft_all(RECORD, NameOrder.ALTERNAT).drafts == drafts(NameOrder.ALTERNAT).drafts
    assert drafts(NameOrder.ALTERNAT).gaps == ()


@pytest.mark.office
@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.CONSECUTIVE])
def test_libreoffice_prints_every_paragraph(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(NameOrder.SIMPLIFIED, Side.CN, layout))
    printed = folded(pdf_text(convert_to_pdf(file, tmp_path)))
    told = [text for language in Language for text in conference(language, language.side)[4:]]
    assert [text for text in told if folded(text) not in printed] == []
