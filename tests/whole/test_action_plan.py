"""The action plan of 2023-2025, whole: title, table, clause and signatures in every layout."""

from functools import cache
from pathlib import Path

import pytest

from office import convert_to_pdf, pdf_text
from reading import bookmarks, paragraphs, part, rows
from samples import EXAMPLES
from service.actions.draft import DraftSet
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.documents.ooxml import w
from service.language.order import NameOrder
from whole.drafting import complaints_of_word, draft_all, file_of, first_side, folded

RECORD = EXAMPLES / "action-plan-2023-2025.yaml"
EVERY_ORDER = pytest.mark.parametrize("order", NameOrder)
EVERY_ORIGINAL = pytest.mark.parametrize("original", Side)

VI_TITLE = [
    "Kế hoạch hành động",
    "hợp tác thí điểm về giảm nghèo bền vững giữa các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)",
    "và tỉnh Vân Nam (Trung Quốc), giai đoạn 2023-2025",
]
ZH_TITLE = ["中国云南省与越南河江、老街、莱州、奠边省", "2023—2025年可持续减贫试点合作行动计划"]
# Number, area, task, lead bodies of Vietnam and of China, due date, indicator, funding.
VI_HEADS = (
    "TT",
    "Lĩnh vực",
    "Nhiệm vụ",
    "Chủ trì phía Việt Nam",
    "Chủ trì phía Trung Quốc",
    "Thời hạn",
    "Chỉ tiêu",
    "Kinh phí",
)
ZH_HEADS = ("序号", "领域", "任务", "越方牵头单位", "中方牵头单位", "完成时限", "指标", "经费")
VI_ROWS = [
    (
        "1",
        "Nông nghiệp",
        "Minh họa: Lựa chọn 4 xã biên giới làm điểm mô hình trồng dược liệu, quy mô 1.500 ha.",
        "Ngành Nông nghiệp các tỉnh",
        "Ngành Nông nghiệp và Nông thôn tỉnh Vân Nam",
        "Quý II/2024",
        "1.200 hộ tham gia",
        "42 tỷ đồng",
    ),
    (
        "2",
        "Đào tạo nghề",
        "Minh họa: Mỗi năm tổ chức 6 lớp tập huấn kỹ thuật canh tác cho khoảng 500 lượt cư dân biên giới.",
        "Ngành Lao động các tỉnh",
        "Ngành Nguồn nhân lực và An sinh xã hội tỉnh Vân Nam",
        "31/12/2025",
        "1.500 lượt người",
        "1.500.000 NDT",
    ),
    (
        "3",
        "Thương mại biên giới",
        "Minh họa: Nâng cấp 3 cặp chợ biên giới, phấn đấu tăng kim ngạch xuất nhập khẩu 17,8% so với năm 2022.",
        "Ngành Công thương các tỉnh",
        "Ngành Thương mại tỉnh Vân Nam",
        "Quý IV/2024",
        "Kim ngạch xuất nhập khẩu đạt 253,9 triệu USD",
        "6 tỷ đồng",
    ),
    (
        "4",
        "Y tế",
        "Minh họa: Phối hợp khám, chữa bệnh miễn phí tại 34/34 xã, thị trấn biên giới của tỉnh Hà Giang từ ngày 11/6 đến ngày 15/6/2024.",
        "Ngành Y tế các tỉnh",
        "Ngành Y tế tỉnh Vân Nam",
        "15/6/2024",
        "2.689 lượt người",
        "[chưa có trong nguồn]",
    ),
]
ZH_ROWS = [
    (
        "1",
        "农业",
        "示例：选择4个边境乡建设中药材种植示范点，规模1500公顷。",
        "各省农业部门",
        "云南省农业农村部门",
        "2024年第二季度",
        "1200户参与",
        "420亿越南盾",
    ),
    (
        "2",
        "职业培训",
        "示例：每年举办6期种植技术培训班，培训边民约500人次。",
        "各省劳动部门",
        "云南省人力资源和社会保障部门",
        "2025年12月31日",
        "1500人次",
        "150万元人民币",
    ),
    (
        "3",
        "边境贸易",
        "示例：升级改造3对边民互市点，力争进出口额比2022年增长17.8%。",
        "各省工贸部门",
        "云南省商务部门",
        "2024年第四季度",
        "进出口额达2.539亿美元",
        "60亿越南盾",
    ),
    (
        "4",
        "卫生",
        "示例：2024年6月11日至15日在河江省全部34个边境乡镇（34/34）开展联合义诊。",
        "各省卫生部门",
        "云南省卫生健康部门",
        "2024年6月15日",
        "2689人次",
        "〔原文未载〕",
    ),
]
VI_CLOSING = "Kế hoạch này được ký ngày 27 tháng 3 năm 2023 tại tỉnh Hà Giang, thành năm bản, mỗi bản bằng {}, cả hai văn bản đều có giá trị như nhau, mỗi bên giữ một bản."
ZH_CLOSING = (
    "本计划于二〇二三年三月二十七日在河江省签署，一式五份，每份均用{}写成，两种文本同等作准，各方各执一份。"
)
VI_LANGUAGES = {Side.VN: "tiếng Việt và tiếng Trung", Side.CN: "tiếng Trung và tiếng Việt"}
ZH_LANGUAGES = {Side.VN: "越文和中文", Side.CN: "中文和越文"}
VI_PARTIES = {
    Side.VN: [
        "Thay mặt tỉnh Hà Giang (Việt Nam)",
        "Thay mặt tỉnh Lào Cai (Việt Nam)",
        "Thay mặt tỉnh Lai Châu (Việt Nam)",
        "Thay mặt tỉnh Điện Biên (Việt Nam)",
    ],
    Side.CN: ["Thay mặt tỉnh Vân Nam (Trung Quốc)"],
}
ZH_PARTIES = {
    Side.VN: ["越南河江省代表", "越南老街省代表", "越南莱州省代表", "越南奠边省代表"],
    Side.CN: ["中国云南省代表"],
}
VI_GAPS = ["[chưa có trong nguồn]"] * 5 + ["[họ tên chưa có trong nguồn]"] * 5
ZH_GAPS = ["〔原文未载〕"] * 5 + ["〔姓名原文未载〕"] * 5


def in_columns(row: tuple[str, ...], order: NameOrder, original: Side) -> tuple[str, ...]:
    """Under alternat the keeper's lead body stands left, under the simplified order Vietnam's."""
    number, area, task, vn, cn, *rest = row
    leads = (cn, vn) if order is NameOrder.ALTERNAT and original is Side.CN else (vn, cn)
    return (number, area, task, *leads, *rest)


def table(language: Language, order: NameOrder, original: Side) -> list[tuple[str, ...]]:
    heads, told = (VI_HEADS, VI_ROWS) if language is Language.VI else (ZH_HEADS, ZH_ROWS)
    return [in_columns(row, order, original) for row in (heads, *told)]


def plan(language: Language, order: NameOrder, original: Side) -> list[str]:
    first = first_side(order, original, language)
    if language is Language.VI:
        title, closing, parties, gaps = VI_TITLE, VI_CLOSING.format(VI_LANGUAGES[first]), VI_PARTIES, VI_GAPS
    else:
        title, closing, parties, gaps = ZH_TITLE, ZH_CLOSING.format(ZH_LANGUAGES[first]), ZH_PARTIES, ZH_GAPS
    cells = [cell for row in table(language, order, original) for cell in row]
    return [*title, *cells, closing, *parties[first], *parties[first.other], *gaps]


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
    assert found == plan(language, order, original)


@EVERY_ORDER
@EVERY_ORIGINAL
def test_the_signing_copy_holds_one_language_whole_then_the_other(order: NameOrder, original: Side) -> None:
    found = paragraphs(drafted(order, original, Layout.CONSECUTIVE))
    languages = (original.language, original.language.other)
    assert found == [text for one in languages for text in plan(one, order, original)]


@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_each_cell_holds_both_languages_the_keepers_above(
    order: NameOrder, original: Side, layout: Layout
) -> None:
    vi, zh = (table(language, order, original) for language in Language)
    above, below = (vi, zh) if original is Side.VN else (zh, vi)
    wanted = [
        tuple(a if a == b and a.isdigit() else f"{a}\n{b}" for a, b in zip(one, other, strict=True))
        for one, other in zip(above, below, strict=True)
    ]
    found = rows(drafted(order, original, layout))
    start = found.index(wanted[0])
    assert found[start : start + len(wanted)] == wanted


@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_the_table_s_head_stands_on_every_page_and_no_task_is_divided(original: Side, layout: Layout) -> None:
    body = part(drafted(NameOrder.ALTERNAT, original, layout))
    tables = [one for one in body.iter(w("tbl")) if len(one.findall(w("tr"))) == 5]
    assert len(tables) == (2 if layout is Layout.CONSECUTIVE else 1)
    for found in tables:
        head, *tasks = found.findall(w("tr"))
        assert head.find(f"{w('trPr')}/{w('tblHeader')}") is not None
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in (head, *tasks))


@pytest.mark.parametrize("layout", Layout)
def test_the_page_lies_across(layout: Layout) -> None:
    for size in part(drafted(NameOrder.ALTERNAT, Side.VN, layout)).iter(w("pgSz")):
        assert (size.get(w("w")), size.get(w("h")), size.get(w("orient"))) == ("16838", "11906", "landscape")


def test_each_text_of_a_task_is_a_segment_of_its_own() -> None:
    found = bookmarks(drafted(NameOrder.ALTERNAT, Side.VN, Layout.STACKED))
    names = [f"bb_task_t{n}{kind}" for n in range(1, 5) for kind in ("", "_area", "_indicator")]
    assert set(found) == {f"{name}_{language}" for name in names for language in Language}
    assert found["bb_task_t3_indicator_zh"] == "进出口额达2.539亿美元"
    assert found["bb_task_t1_vi"] == (
        "Lựa chọn 4 xã biên giới làm điểm mô hình trồng dược liệu, quy mô 1.500 ha."
    )


@EVERY_ORDER
@EVERY_ORIGINAL
@pytest.mark.parametrize("layout", Layout)
def test_every_draft_is_sound_for_the_lint_and_for_word(
    order: NameOrder, original: Side, layout: Layout
) -> None:
    docx = drafted(order, original, layout)
    assert lint_docx(docx) == []
    assert complaints_of_word(docx) == []


def test_two_draftings_give_the_same_bytes_and_the_gaps_are_those_that_are_printed() -> None:
    assert draft_all(RECORD, NameOrder.ALTERNAT).drafts == drafts(NameOrder.ALTERNAT).drafts
    places = {gap.place for gap in drafts(NameOrder.ALTERNAT).gaps}
    assert places == {
        "tasks[3].budget",
        *(f"parties[{p}].head.{key}" for p in range(5) for key in ("name", "position")),
    }


@pytest.mark.office
@pytest.mark.parametrize("layout", [Layout.STACKED, Layout.CONSECUTIVE])
def test_libreoffice_prints_every_paragraph(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafted(NameOrder.ALTERNAT, Side.VN, layout))
    printed = folded(pdf_text(convert_to_pdf(file, tmp_path)))
    told = [text for one in Language for text in plan(one, NameOrder.ALTERNAT, Side.VN)]
    assert [text for text in told if folded(text) not in printed] == []
