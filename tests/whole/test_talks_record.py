"""The talks of 26 December 2023, whole: every paragraph of every original, typed by hand."""

from functools import cache
from pathlib import Path

import pytest

from reading import bookmarks, paragraphs, part, part_names, rows, text_of
from service.actions.draft import DraftChoice
from service.actions.draft_files import draft_files
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.language.order import NameOrder
from service.settings import Settings
from whole.expected import (
    CN_VI,
    CN_ZH,
    VI_BODY,
    VI_CLOSING,
    VI_CN_PEOPLE,
    VI_CN_SIGNS,
    VI_FACTS,
    VI_VN_PEOPLE,
    VI_VN_SIGNS,
    VN_VI,
    VN_ZH,
    ZH_BODY,
    ZH_CLOSING,
    ZH_CN_PEOPLE,
    ZH_CN_SIGNS,
    ZH_FACTS,
    ZH_VN_PEOPLE,
    ZH_VN_SIGNS,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "talks-record-2023-12-26.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def signatures(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    return [text for pair in zip(left, right, strict=True) for text in pair]


def vietnamese(*, vietnam_first: bool) -> list[str]:
    first, second = (VN_VI, CN_VI) if vietnam_first else (CN_VI, VN_VI)
    people = VI_VN_PEOPLE + VI_CN_PEOPLE if vietnam_first else VI_CN_PEOPLE + VI_VN_PEOPLE
    languages = "tiếng Việt và tiếng Trung" if vietnam_first else "tiếng Trung và tiếng Việt"
    signs = (VI_VN_SIGNS, VI_CN_SIGNS) if vietnam_first else (VI_CN_SIGNS, VI_VN_SIGNS)
    return [
        "Biên bản hội đàm",
        f"giữa {first}",
        f"và {second}",
        *VI_FACTS,
        *people,
        *VI_BODY,
        VI_CLOSING.format(languages=languages),
        *signatures(*signs),
    ]


def chinese(*, vietnam_first: bool) -> list[str]:
    first, second = (VN_ZH, CN_ZH) if vietnam_first else (CN_ZH, VN_ZH)
    people = ZH_VN_PEOPLE + ZH_CN_PEOPLE if vietnam_first else ZH_CN_PEOPLE + ZH_VN_PEOPLE
    languages = "越文和中文" if vietnam_first else "中文和越文"
    signs = (ZH_VN_SIGNS, ZH_CN_SIGNS) if vietnam_first else (ZH_CN_SIGNS, ZH_VN_SIGNS)
    return [
        f"{first}与",
        second,
        "会谈纪要",
        *ZH_FACTS,
        *people,
        *ZH_BODY,
        ZH_CLOSING.format(languages=languages),
        *signatures(*signs),
    ]


# Who stands first in (order, original): in the Vietnamese text, in the Chinese text.
VIETNAM_FIRST = {
    (NameOrder.ALTERNAT, Side.VN): (True, True),
    (NameOrder.ALTERNAT, Side.CN): (False, False),
    (NameOrder.SIMPLIFIED, Side.VN): (True, False),
    (NameOrder.SIMPLIFIED, Side.CN): (True, False),
}
EVERY_ORIGINAL = pytest.mark.parametrize(("order", "original"), VIETNAM_FIRST)


@cache
def drafted(order: NameOrder) -> dict[tuple[Side, Layout], bytes]:
    choice = DraftChoice(layouts=tuple(Layout), order=order)
    (one,) = draft_files([EXAMPLE], choice, Settings(), "test")
    return {(draft.original, draft.layout): draft.data for draft in one.drafts.drafts}


@EVERY_ORIGINAL
def test_the_vietnamese_text_of_each_original_is_right_to_the_letter(
    order: NameOrder, original: Side
) -> None:
    vi_first, _ = VIETNAM_FIRST[order, original]
    assert paragraphs(drafted(order)[original, Layout.VI]) == vietnamese(vietnam_first=vi_first)


@EVERY_ORIGINAL
def test_the_chinese_text_of_each_original_is_right_to_the_letter(order: NameOrder, original: Side) -> None:
    _, zh_first = VIETNAM_FIRST[order, original]
    assert paragraphs(drafted(order)[original, Layout.ZH]) == chinese(vietnam_first=zh_first)


@EVERY_ORIGINAL
def test_the_signing_copy_holds_one_language_whole_then_the_other_the_keepers_first(
    order: NameOrder, original: Side
) -> None:
    vi_first, zh_first = VIETNAM_FIRST[order, original]
    texts = [vietnamese(vietnam_first=vi_first), chinese(vietnam_first=zh_first)]
    first, second = texts if original is Side.VN else reversed(texts)
    assert paragraphs(drafted(order)[original, Layout.CONSECUTIVE]) == [*first, *second]


@pytest.mark.parametrize("original", Side)
def test_under_alternat_every_row_of_the_columns_pairs_what_says_the_same(original: Side) -> None:
    vietnam_first = original is Side.VN
    vi, zh = vietnamese(vietnam_first=vietnam_first), chinese(vietnam_first=vietnam_first)
    pairs = [("Tiếng Việt", "中文"), ("\n".join(vi[:3]), "\n".join(zh[:3]))]
    pairs += zip(vi[3:-6], zh[3:-6], strict=True)
    # The signatures: each half names one signatory in both languages, the keeper's language above.
    lines = zip(vi[-6:], zh[-6:], strict=True)
    halves = ["\n".join(line if vietnam_first else reversed(line)) for line in lines]
    expected = [pair if vietnam_first else tuple(reversed(pair)) for pair in pairs]
    expected += [tuple(halves[0:2]), tuple(halves[2:4]), ("", ""), tuple(halves[4:6])]
    assert rows(drafted(NameOrder.ALTERNAT)[original, Layout.COLUMNS]) == expected


@pytest.mark.parametrize("original", Side)
def test_under_the_simplified_order_both_delegations_share_a_row_and_each_text_has_its_signatures(
    original: Side,
) -> None:
    found = rows(drafted(NameOrder.SIMPLIFIED)[original, Layout.COLUMNS])
    people = ("\n".join(VI_VN_PEOPLE + VI_CN_PEOPLE), "\n".join(ZH_CN_PEOPLE + ZH_VN_PEOPLE))
    assert (people if original is Side.VN else tuple(reversed(people))) in found
    vi = [*zip(VI_VN_SIGNS[:2], VI_CN_SIGNS[:2], strict=True), ("", ""), (VI_VN_SIGNS[2], VI_CN_SIGNS[2])]
    zh = [*zip(ZH_CN_SIGNS[:2], ZH_VN_SIGNS[:2], strict=True), ("", ""), (ZH_CN_SIGNS[2], ZH_VN_SIGNS[2])]
    assert found[-8:] == (vi + zh if original is Side.VN else zh + vi)


@EVERY_ORIGINAL
def test_the_stacked_layout_sets_the_keepers_language_above(order: NameOrder, original: Side) -> None:
    found = rows(drafted(order)[original, Layout.STACKED])
    pair = (VI_BODY[6], ZH_BODY[6])
    assert ("\n".join(pair if original is Side.VN else reversed(pair)),) in found


@pytest.mark.parametrize("order", NameOrder)
@pytest.mark.parametrize("layout", Layout)
def test_the_two_originals_hold_the_same_texts_in_another_order(order: NameOrder, layout: Layout) -> None:
    vn, cn = (_texts(drafted(order)[original, layout]) for original in Side)
    # Under alternat the clause names the keeper's language first, and 与 stands behind the first name.
    assert _without_order(vn) == _without_order(cn)
    if order is NameOrder.ALTERNAT or layout in (Layout.COLUMNS, Layout.CONSECUTIVE, Layout.STACKED):
        assert vn != cn


def _texts(docx: bytes) -> list[str]:
    return paragraphs(docx)


def _without_order(texts: list[str]) -> list[str]:
    """Take out what the order moves inside a paragraph: connecting words and the stop at a list's end."""
    swaps = (
        ("giữa ", ""),
        ("và Đoàn", "Đoàn"),
        ("và Sở", "Sở"),
        ("tiếng Trung và tiếng Việt", "tiếng Việt và tiếng Trung"),
        ("中文和越文", "越文和中文"),
    )
    folded = []
    for text in texts:
        changed = text
        for old, new in swaps:
            changed = changed.replace(old, new)
        folded.append(changed.removesuffix("与"))
    return sorted(folded)


@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_nothing_is_doubled_empty_or_left_as_a_tag(order: NameOrder, original: Side, layout: Layout) -> None:
    docx = drafted(order)[original, layout]
    assert lint_docx(docx) == []
    texts = paragraphs(docx)
    assert not [text for text in texts if "{" in text or "}" in text or "%}" in text]
    # What stands twice in one language is only what the record says twice: the names of those who sign.
    twice = {text for text in texts if texts.count(text) > 1}
    assert twice <= set(VI_VN_SIGNS + VI_CN_SIGNS + ZH_VN_SIGNS + ZH_CN_SIGNS)
    silent = [paragraph for paragraph in part(docx).iter(f"{W}p") if not text_of(paragraph)]
    styles = [style.get(f"{W}val", "") for paragraph in silent for style in paragraph.iter(f"{W}pStyle")]
    # A line under a table, and the room to sign in.
    assert len(styles) == len(silent)
    assert all("End" in style or "SignaturePost" in style for style in styles), styles


@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_every_segment_is_enclosed_in_a_bookmark_of_its_own(
    order: NameOrder, original: Side, layout: Layout
) -> None:
    found = bookmarks(drafted(order)[original, layout])
    languages = [Language(layout)] if layout in (Layout.VI, Layout.ZH) else list(Language)
    numbers = {"results": 3, "difficulties": 3, "proposals": 4, "agreed": 6}
    names = {
        f"bb_{section}_{number}_{language}"
        for section, count in numbers.items()
        for number in ("heading", *range(1, count + 1))
        for language in languages
    }
    assert set(found) == names
    if Language.ZH in languages:
        assert found["bb_agreed_4_zh"] == "根据双方协议加强跨境劳务管理合作。"
    if Language.VI in languages:
        assert found["bb_proposals_1_vi"] == (
            "Phía Hà Giang đề nghị phía Vân Nam sớm khôi phục hoạt động của các cặp chợ biên giới."
        )


@pytest.mark.parametrize("original", Side)
def test_the_running_head_names_the_draft_in_the_keepers_language_first(original: Side) -> None:
    docx = drafted(NameOrder.ALTERNAT)[original, Layout.CONSECUTIVE]
    heads = [text_of(part(docx, name)) for name in part_names(docx) if name.startswith("word/header")]
    marks = "DỰ THẢO LẦN 1 · 草案第1稿" if original is Side.VN else "草案第1稿 · DỰ THẢO LẦN 1"
    assert heads
    assert all(marks in head and " r1" in head and "bb-" in head for head in heads)


def test_a_draft_carries_what_made_it_as_custom_properties() -> None:
    docx = drafted(NameOrder.ALTERNAT)[Side.CN, Layout.COLUMNS]
    said = {p.get("name"): "".join(map(str, p.itertext())) for p in part(docx, "docProps/custom.xml")}
    assert said["BienbanDraft"].startswith("bb-")
    expected = {
        "BienbanRevision": "1",
        "BienbanOriginal": "cn",
        "BienbanLayout": "columns",
        "BienbanNames": "alternat",
        "BienbanAsOf": "2023-12-26",
        "BienbanProgram": "test",
    }
    assert {name: said[name] for name in expected} == expected


@pytest.mark.parametrize("text", ["R&D <5%", "a “b” 'c' \"d\" {{ e }} {% f %} ]]> &amp;", "𠀀𪚥—…·"])
def test_signs_that_xml_and_templates_use_appear_exactly_so(text: str, tmp_path: Path) -> None:
    old = "Tăng cường hợp tác quản lý lao động qua biên giới theo Thỏa thuận giữa hai bên."
    record = EXAMPLE.read_text(encoding="utf-8")
    assert old in record
    quoted = "'" + text.replace("'", "''") + "'"
    source = tmp_path / "signs.yaml"
    source.write_text(
        record.replace(f"vi: {old}", f"vi: {quoted}").replace(
            "zh: 根据双方协议加强跨境劳务管理合作。", f"zh: {quoted}"
        ),
        encoding="utf-8",
    )
    (one,) = draft_files([source], DraftChoice(layouts=tuple(Layout)), Settings(), "test")
    for draft in one.drafts.drafts:
        said = "\n".join(paragraphs(draft.data))
        assert (f"4. {text}" in said) is (draft.layout is not Layout.ZH)
        assert (f"（四）{text}" in said) is (draft.layout is not Layout.VI)
        # The lint takes braces for tags that were not filled; here they are what somebody wrote.
        assert {defect.rule for defect in lint_docx(draft.data)} <= {"template-tag"}
