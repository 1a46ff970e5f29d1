"""One side's own papers, whole: heads of State and Party, 纪要, stances in words, points a) to đ), labels."""

from pathlib import Path

import pytest

from office import convert_to_pdf, pdf_text
from reading import paragraphs, part, part_names, text_of
from samples import changed
from service.core.languages import Side
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.language.order import NameOrder
from whole.drafting import complaints_of_word, draft_text, file_of, folded

RECORD = (Path(__file__).parent / "own_papers.yaml").read_text(encoding="utf-8")
JOINT = changed("form: internal", "form: joint", RECORD)
PARTY = changed("channel: state", "channel: party", RECORD)

VI_HEAD = [
    "Ủy ban nhân dân tỉnh Hà Giang",
    "Sở Ngoại vụ",
    "Số: 05/BB-SNgV",
    "Dự thảo lần 2",
    "Lưu hành nội bộ",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
]
VI_PARTY_HEAD = [
    "Ủy ban nhân dân tỉnh Hà Giang",
    "Sở Ngoại vụ",
    "*",
    "Số 05-BB/SNgV",
    "Dự thảo lần 2",
    "Lưu hành nội bộ",
    "Đảng Cộng sản Việt Nam",
    "Mèo Vạc, ngày 26 tháng 12 năm 2023",
]
VI_OPENING = [
    "Biên bản",
    "Hội đàm giữa Sở Ngoại vụ tỉnh Hà Giang (Việt Nam)",
    "và Văn phòng Ngoại sự tỉnh Vân Nam (Trung Quốc)",
    "Thời gian bắt đầu: sáng ngày 26 tháng 12 năm 2023 (giờ Việt Nam, UTC+7), lúc 8 giờ 30 phút.",
    "Địa điểm: huyện Mèo Vạc, tỉnh Hà Giang, Việt Nam.",
    "Thành phần tham dự:",
    "1. Phía tỉnh Hà Giang (Việt Nam):",
    "- Ông Đỗ Quốc Hương, Giám đốc Sở Ngoại vụ tỉnh Hà Giang, Trưởng đoàn;",
    "- Bà Trần Thị B, Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang, thư ký;",
    "- Lãnh đạo huyện Mèo Vạc, tỉnh Hà Giang.",
    "2. Phía tỉnh Vân Nam (Trung Quốc):",
    "- Ông Vương Vĩ, Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam, Trưởng đoàn.",
    "Đại biểu dự thính:",
    "- Đại diện Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang.",
    "Chủ trì: ông Đỗ Quốc Hương, Giám đốc Sở Ngoại vụ tỉnh Hà Giang.",
    "Thư ký: bà Trần Thị B, Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang.",
    "Nội dung:",
]
VI_CONTENT = [
    "Căn cứ Kế hoạch hợp tác năm 2023 giữa hai cơ quan;",
    "Căn cứ Thỏa thuận ngày 04/8/2023.",
    "I. Nội dung trao đổi",
    "1. Hai bên nhất trí: Phối hợp quản lý mốc giới.",
    "2. Phía Việt Nam đề nghị: Sớm khôi phục các cặp chợ biên giới, gồm:",
    "a) cặp chợ thứ nhất;",
    "b) cặp chợ thứ hai;",
    "c) cặp chợ thứ ba;",
    "d) cặp chợ thứ tư;",
    "đ) cặp chợ thứ năm;",
    "e) cặp chợ thứ sáu.",
    "3. Phía Vân Nam ghi nhận đề nghị trên.",
    "4. Phía Trung Quốc cho biết: Khu kiểm tra cửa khẩu đã nâng cấp xong.",
    "5. Nội dung hai bên còn bảo lưu: Thời điểm khôi phục.",
]
VI_ENDING = "Cuộc hội đàm kết thúc lúc 11 giờ 05 phút cùng ngày"
VI_SIGNS = [
    "Thư ký",
    "Chủ trì",
    "Trần Thị B",
    "Đỗ Quốc Hương",
    "Nơi nhận:",
    "- Thường trực Tỉnh ủy;",
    "- UBND tỉnh;",
    "- Lưu: VT, LS.",
]
ZH_HEAD = [
    "内部文件",
    "会谈纪要",
    "云南省人民政府外事办公室\t2023年12月26日",
    "中国云南省人民政府外事办公室与",
    "越南河江省外事厅会谈纪要",
    "（草案第2稿）",
    "2023年12月26日上午（越南时间，UTC+7），中国云南省人民政府外事办公室与越南河江省外事厅在越南河江省苗旺县举行会谈。现将会谈主要内容纪要如下：",
]
ZH_CONTENT = [
    "根据双方部门2023年合作计划；",
    "根据2023年8月4日协议，形成如下内容：",
    "一、会谈内容",
    "（一）双方一致同意：共同做好界碑管理。",
    "（二）越方建议：尽早恢复下列边民互市点：",
    "1. 第一对；",
    "2. 第二对；",
    "3. 第三对；",
    "4. 第四对；",
    "5. 第五对；",
    "6. 第六对。",
    "（三）云南方面注意到上述建议。",
    "（四）中方表示：口岸查验区已完成升级改造。",
    "（五）双方保留事项：恢复时间。",
]
ZH_ATTENDANCE = [
    "出席：\t中方",
    "\t云南省人民政府外事办公室副主任王伟（团长）",
    "\t越方",
    "\t河江省外事厅厅长杜国香（团长）",
    "\t河江省外事厅副厅长陈氏乙（记录人）",
    "\t河江省苗旺县领导",
    "请假：\t外事办公室处长李四",
    "列席：\t马关县有关部门代表",
]
EVERY_PAPER = pytest.mark.parametrize("text", [RECORD, PARTY], ids=["state", "party"])


def own(text: str, side: Side) -> bytes:
    return file_of(draft_text(text, NameOrder.ALTERNAT, None), side, Layout(side.language))


def test_the_vietnamese_paper_under_the_head_of_the_state() -> None:
    assert paragraphs(own(RECORD, Side.VN)) == [
        *VI_HEAD,
        *VI_OPENING,
        *VI_CONTENT,
        f"{VI_ENDING}./.",
        *VI_SIGNS,
    ]


def test_the_vietnamese_paper_under_the_head_of_the_party_has_no_end_mark() -> None:
    assert paragraphs(own(PARTY, Side.VN)) == [
        *VI_PARTY_HEAD,
        *VI_OPENING,
        *VI_CONTENT,
        f"{VI_ENDING}.",
        *VI_SIGNS,
    ]


@EVERY_PAPER
def test_the_chinese_paper_names_who_attended_behind_the_text(text: str) -> None:
    assert paragraphs(own(text, Side.CN)) == [*ZH_HEAD, *ZH_CONTENT, *ZH_ATTENDANCE]


@EVERY_PAPER
@pytest.mark.parametrize("side", Side)
def test_the_running_head_speaks_one_language_and_names_number_and_day(text: str, side: Side) -> None:
    docx = own(text, side)
    heads = [text_of(part(docx, name)) for name in part_names(docx) if name.startswith("word/header")]
    mark = "DỰ THẢO LẦN 2, 28/12/2023   bb-" if side is Side.VN else "草案第2稿，2023年12月28日   bb-"
    folded_heads = [head.replace("，", ", ").replace(", ", "，") for head in heads]
    assert all(mark.replace(", ", "，") in head for head in folded_heads), heads


@EVERY_PAPER
@pytest.mark.parametrize("side", Side)
def test_an_own_paper_is_sound_complete_and_the_same_every_time(text: str, side: Side) -> None:
    docx = own(text, side)
    assert lint_docx(docx) == []
    assert complaints_of_word(docx) == []
    again = draft_text.__wrapped__(text, NameOrder.ALTERNAT, None)
    assert file_of(again, side, Layout(side.language)) == docx
    assert again.gaps == ()


def test_the_jointly_signed_paper_of_the_same_talks() -> None:
    drafts = draft_text(JOINT, NameOrder.ALTERNAT)
    vi = paragraphs(file_of(drafts, Side.VN, Layout.VI))
    zh = paragraphs(file_of(drafts, Side.VN, Layout.ZH))
    assert vi[0] == "Lưu hành nội bộ"
    assert zh[0] == "内部文件"
    for content, found in ((VI_CONTENT, vi), (ZH_CONTENT, zh)):
        start = found.index(content[0])
        assert found[start : start + len(content)] == content
    assert not [text for text in vi if "Nơi nhận" in text or "./." in text]
    assert not [text for text in zh if "列席" in text]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("original", Side)
def test_points_basis_and_labels_are_sound_in_every_layout(layout: Layout, original: Side) -> None:
    docx = file_of(draft_text(JOINT, NameOrder.ALTERNAT), original, layout)
    assert lint_docx(docx) == []
    assert complaints_of_word(docx) == []
    said = paragraphs(docx)
    assert [said.count(text) for text in VI_CONTENT] == [int(layout is not Layout.ZH)] * len(VI_CONTENT)
    assert [said.count(text) for text in ZH_CONTENT] == [int(layout is not Layout.VI)] * len(ZH_CONTENT)


@pytest.mark.parametrize(
    ("superior", "head"),
    [
        ("    superior: Ủy ban nhân dân tỉnh Hà Giang\n", ["Ủy ban nhân dân tỉnh Hà Giang", "Sở Ngoại vụ"]),
        ("", ["Sở Ngoại vụ tỉnh Hà Giang"]),
        # A superior of another place does not name the body's own.
        (
            "    superior: Ủy ban nhân dân tỉnh Lào Cai\n",
            ["Ủy ban nhân dân tỉnh Lào Cai", "Sở Ngoại vụ tỉnh Hà Giang"],
        ),
    ],
)
def test_a_body_is_named_without_its_place_only_under_a_superior_of_that_place(
    superior: str, head: list[str]
) -> None:
    text = changed("    superior: Ủy ban nhân dân tỉnh Hà Giang\n", superior, RECORD)
    assert paragraphs(own(text, Side.VN))[: len(head)] == head


def test_of_a_secretary_who_is_not_known_one_gap_is_printed() -> None:
    text = changed(", role: secretary}", "}", RECORD)
    said = paragraphs(own(text, Side.VN))
    assert "Thư ký: [họ tên chưa có trong nguồn]." in said
    places = [gap.place for gap in draft_text(text, NameOrder.ALTERNAT, None).gaps]
    assert places == ["internal.vn.secretary.name"]


@pytest.mark.office
@pytest.mark.parametrize("side", Side)
def test_libreoffice_prints_every_paragraph(side: Side, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(own(RECORD, side))
    printed = folded(pdf_text(convert_to_pdf(file, tmp_path)))
    told = [*VI_OPENING, *VI_CONTENT, *VI_SIGNS] if side is Side.VN else [*ZH_CONTENT, *ZH_ATTENDANCE]
    assert [text for text in told if folded(text) not in printed] == []
