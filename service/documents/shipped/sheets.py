"""The sheets of a signing pack: names to verify, the interpreter's sheet, the proof of two originals.

Working papers of one side, in its language; names and terms stand in both. No norm governs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.core.languages import Language
from service.documents.shipped.faces import HEITI
from service.documents.shipped.norms import MM, Norm
from service.documents.shipped.styles import ParagraphStyle
from service.documents.shipped.tables import CellText, RowForm
from service.documents.shipped.writing import TemplateWriter

_PAGE = Norm(top=18, right=18, bottom=18, left=18, header=8, footer=8)
# As much as one page holds: an interpreter has no hand to turn it.
_ONE_PAGE = Norm(top=12, right=13, bottom=12, left=13, header=6, footer=6)
_NAMES_MM = (8, 42, 36, 46, 24, 18)
_PAIRS_MM = (49, 43, 49, 43)
_PROOF_MM = (87, 87)

_TITLES = {
    "names": {Language.VI: "Tên cần kiểm tra trước khi ký", Language.ZH: "签署前须核对的名称"},
    "interpreter": {Language.VI: "Phiếu của phiên dịch", Language.ZH: "译员用表"},
    "proof": {Language.VI: "Đối chiếu hai bản chính", Language.ZH: "两份正本核对表"},
}
_ABOUT = {
    Language.VI: "{{ title }}. Bản {{ draft.id }} r{{ draft.revision }}; tên theo ngày {{ as_of }}.",
    Language.ZH: "{{ title }}。文本 {{ draft.id }} r{{ draft.revision }}；名称以{{ as_of }}为准。",
}


def _styles(language: Language) -> Iterator[ParagraphStyle]:
    is_vi = language is Language.VI
    text = ParagraphStyle("Sheet text", language, 10 if is_vi else 10.5, exact=260)
    head = replace(text, role="Sheet head", bold=is_vi, keep_next=True)
    yield text
    yield replace(text, role="Sheet small", size=8.5, exact=210)
    yield replace(text, role="Sheet pair", size=8.5 if is_vi else 9, exact=200)
    yield replace(text, role="Sheet about", after=120)
    yield head if is_vi else replace(head, face=HEITI)
    yield replace(head, role="Sheet label", before=160, after=60, face=head.face if is_vi else HEITI)
    title = replace(head, role="Sheet title", size=14 if is_vi else 16, align="center", exact=400)
    yield title if is_vi else replace(title, face=HEITI)


def _begin(language: Language, sheet: str) -> TemplateWriter:
    norm = _ONE_PAGE if sheet == "interpreter" else _PAGE
    writer = TemplateWriter(language, norm, _styles(language), is_internal=True)
    writer.add("Sheet title", _TITLES[sheet][language])
    writer.add("Sheet about", _ABOUT[language])
    return writer


def _widths(widths_mm: Sequence[float]) -> list[int]:
    return [round(width * MM) for width in widths_mm]


def _cell(*texts: str, role: str = "Sheet text") -> CellText:
    return CellText([(role, (text,)) for text in texts])


def names_to_verify(language: Language) -> bytes:
    """Build the list of names: a box to tick, the pair, its sources, the days it holds for, confidence."""
    heads = {
        Language.VI: ("", "Tiếng Việt", "Tiếng Trung", "Nguồn", "Hiệu lực", "Độ tin cậy"),
        Language.ZH: ("", "越文", "中文", "来源", "有效期", "可信度"),
    }
    writer = _begin(language, "names")
    table = writer.add_ruled_table(_widths(_NAMES_MM))
    writer.add_row(table, [_cell(head, role="Sheet head") for head in heads[language]], RowForm(header=True))
    writer.add_tag_row(table, "{% for name in names %}")
    writer.add_row(
        table,
        [
            _cell("{% if name.to_verify %}☐{% else %}✓{% endif %}"),
            _cell("{{ name.vi }}"),
            _cell("{{ name.zh }}"),
            _cell(
                "{% for source in name.sources %}",
                "{{ source.text }}",
                "{% endfor %}",
                role="Sheet small",
            ),
            _cell("{{ name.holds }}", role="Sheet small"),
            _cell("{{ name.confidence }}", role="Sheet small"),
        ],
    )
    writer.add_tag_row(table, "{% endfor %}")
    return writer.finish()


def interpreter_sheet(language: Language) -> bytes:
    """Build the interpreter's sheet: names, terms and values of the meeting, two pairs a row."""
    labels = {
        Language.VI: (("Tên", "names"), ("Thuật ngữ", "terms"), ("Số liệu, ngày tháng", "values")),
        Language.ZH: (("名称", "names"), ("术语", "terms"), ("数字和日期", "values")),
    }
    writer = _begin(language, "interpreter")
    for label, rows in labels[language]:
        writer.add_tag(f"{{% if {rows} %}}")
        writer.add("Sheet label", label)
        table = writer.add_ruled_table(_widths(_PAIRS_MM), tight=True)
        writer.add_tag_row(table, f"{{% for row in {rows} %}}")
        writer.add_row(
            table,
            [
                _cell(f"{{{{ row.{half}.{own} }}}}", role="Sheet pair")
                for half in ("left", "right")
                for own in ("vi", "zh")
            ],
        )
        writer.add_tag_row(table, "{% endfor %}")
        writer.add_tag("{% endif %}")
    return writer.finish()


def originals_proof(language: Language) -> bytes:
    """Build the proof: the result, then what stands elsewhere, and what differs, if anything does."""
    writer = _begin(language, "proof")
    holds = {
        Language.VI: (
            "Hai bản chính chỉ khác nhau về thứ tự.",
            "HAI BẢN CHÍNH KHÁC NHAU. KHÔNG KÝ TRƯỚC KHI SỬA.",
        ),
        Language.ZH: ("两份正本只有顺序不同。", "两份正本内容不同，改正前不得签署。"),
    }[language]
    writer.add("Sheet label", f"{{% if holds %}}{holds[0]}{{% else %}}{holds[1]}{{% endif %}}")
    writer.add_tag("{% for text in texts %}")
    _add_text(writer)
    writer.add_tag("{% endfor %}", "{% for file in files %}")
    writer.add("Sheet small", "{{ file.original }}: SHA-256 {{ file.sha256 }}")
    writer.add_tag("{% endfor %}")
    return writer.finish()


def _add_text(writer: TemplateWriter) -> None:
    words = {
        Language.VI: (
            "{{ text.name }}: {{ text.same }} đoạn giống hệt và cùng vị trí.",
            "Giống hệt, khác vị trí:",
            "Cùng các từ, khác thứ tự (bản phía Việt Nam giữ | bản phía Trung Quốc giữ):",
            "Chỉ có trong bản phía Việt Nam giữ:",
            "Chỉ có trong bản phía Trung Quốc giữ:",
            "Đoạn khác nhau:",
        ),
        Language.ZH: (
            "{{ text.name }}：{{ text.same }}段完全相同且位置相同。",
            "内容相同、位置不同：",
            "用词相同、顺序不同（越方保存的正本 | 中方保存的正本）：",
            "仅见于越方保存的正本：",
            "仅见于中方保存的正本：",
            "内容不同的段落：",
        ),
    }
    same, moved, reordered, only_vn, only_cn, segments = words[writer.language]
    writer.add("Sheet label", same)
    _add_list(writer, "moved", moved)
    writer.add_tag("{% if text.reordered %}")
    writer.add("Sheet head", reordered)
    table = writer.add_ruled_table(_widths(_PROOF_MM))
    writer.add_tag_row(table, "{% for pair in text.reordered %}")
    writer.add_row(table, [_cell("{{ pair.vn }}"), _cell("{{ pair.cn }}")])
    writer.add_tag_row(table, "{% endfor %}")
    writer.add_tag("{% endif %}")
    for name, label in (("only_vn", only_vn), ("only_cn", only_cn), ("segments", segments)):
        _add_list(writer, name, label)


def _add_list(writer: TemplateWriter, name: str, label: str) -> None:
    writer.add_tag(f"{{% if text.{name} %}}")
    writer.add("Sheet head", label)
    writer.add_tag(f"{{% for line in text.{name} %}}")
    writer.add("Sheet text", "{{ line.text }}")
    writer.add_tag("{% endfor %}", "{% endif %}")
