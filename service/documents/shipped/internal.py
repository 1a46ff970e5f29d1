"""One side's own papers: the Vietnamese under the head of the State or the Party, the Chinese as 纪要.

Source:
    Nghị định 30/2020/NĐ-CP, Annex III, Mẫu 1.9 (minutes: no line of place and date; secretary left, chair
    right) and Mẫu 1.4 (a plan has that line); Hướng dẫn 36-HD/VPTW (2018) for papers of the Party; GB/T
    9704-2012, 10.3 (attendance after the text, no seal).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from service.core.languages import Language
from service.documents.shipped.action_plan import add_tasks
from service.documents.shipped.internal_styles import head_columns, internal_styles
from service.documents.shipped.norms import ACROSS, MM, NORMS
from service.documents.shipped.opening import LAST, Lines, add_basis, add_people, add_title
from service.documents.shipped.plan_styles import plan_styles
from service.documents.shipped.points import add_missing_points, add_sections
from service.documents.shipped.style_tables import paragraph_styles
from service.documents.shipped.styles import ParagraphStyle
from service.documents.shipped.tables import CellText, RowForm
from service.documents.shipped.writing import TemplateWriter

_TO_SIGN_IN = round(24 * MM)
# The mark "./." ends papers of the State, not those of the Party (NĐ 30, Annex I; 36-HD/VPTW knows none).
_END_MARK = '{% if channel != "party" %}/.{% endif %}'


@dataclass(frozen=True)
class OwnForm:
    """What sets the internal papers of the document types apart.

    Attributes:
        symbol: The type's abbreviation in a Vietnamese number (BB, KH).
        titles: The composed title in each language.
        mark: The red mark of the Chinese paper.
        opening: The Chinese sentence that says what met, when and where.
        ending: The Vietnamese sentence with the end time; a plan has none.
        is_plan: It holds the table of tasks and a line of place and date.
    """

    symbol: str
    titles: Mapping[Language, Lines]
    mark: str
    opening: str
    ending: str
    is_plan: bool = False


TALKS = OwnForm(
    symbol="BB",
    titles={
        Language.VI: (
            ("Minutes type", "Biên bản"),
            ("Minutes subject", "Hội đàm giữa {{ first.title }}"),
            ("Minutes last subject", "và {{ second.title }}"),
        ),
        Language.ZH: (
            ("Minutes subject", "{{ first.title }}与"),
            ("Minutes last subject", "{{ second.title }}会谈纪要"),
        ),
    },
    mark="会谈纪要",
    opening=(
        "{{ meeting.day }}（{{ meeting.zone }}），{{ first.title }}与{{ second.title }}在{{ meeting.place }}"
        "举行会谈。现将会谈主要内容纪要如下："
    ),
    ending="Cuộc hội đàm kết thúc lúc {{ meeting.end }} cùng ngày.",
)
MINUTES = OwnForm(
    symbol="BB",
    titles={
        Language.VI: (
            ("Minutes type", "Biên bản"),
            ("Minutes subject", "Hội nghị giữa {{ first.title }}"),
            ("Minutes last subject", "và {{ second.title }}"),
        ),
        Language.ZH: (
            ("Minutes subject", "{{ first.title }}与"),
            ("Minutes last subject", "{{ second.title }}会议纪要"),
        ),
    },
    mark="会议纪要",
    opening="{{ meeting.day }}，{{ session }}在{{ meeting.place }}举行。现将会议主要内容纪要如下：",
    ending="Hội nghị kết thúc lúc {{ meeting.end }} cùng ngày.",
)
PLAN = OwnForm(
    symbol="KH",
    titles={
        Language.VI: (
            ("Minutes type", "Kế hoạch"),
            ("Minutes subject", "hợp tác giữa {{ first.title }}"),
            ("Minutes last subject", "và {{ second.title }}, giai đoạn {{ period }}"),
        ),
        Language.ZH: (
            ("Minutes subject", "{{ first.title }}与"),
            ("Minutes last subject", "{{ second.title }}{{ period }}合作行动计划"),
        ),
    },
    mark="行动计划",
    opening="",
    ending="",
    is_plan=True,
)


def own_paper(language: Language, form: OwnForm) -> bytes:
    """Build one language's template of an internal paper."""
    norm = ACROSS if form.is_plan else NORMS[language]
    own = tuple(plan_styles(language)) if form.is_plan else ()
    styles = (*own, *internal_styles(language, norm))
    basis = _basis(language, (*own, *paragraph_styles(language)))
    writer = TemplateWriter(language, norm, (*styles, basis), is_internal=True)
    if language is Language.VI:
        _vietnamese(writer, form)
    else:
        _chinese(writer, form)
    return writer.finish()


def _basis(language: Language, styles: Iterable[ParagraphStyle]) -> ParagraphStyle:
    """What the paper rests on looks like its body; the decree wants it italic."""
    body = next(style for style in styles if style.role == "Minutes body")
    return replace(body, role="Minutes basis", italic=language is Language.VI)


# Vietnamese.


def _vietnamese(writer: TemplateWriter, form: OwnForm) -> None:
    writer.add_tag("{% block head %}", '{% if channel == "party" %}')
    _add_head(writer, form, is_party=True)
    writer.add_tag("{% else %}")
    _add_head(writer, form, is_party=False)
    writer.add_tag("{% endif %}", "{% endblock %}")
    add_title(writer, form.titles[Language.VI], end="Minutes subject line")
    writer.add_tag("{% block opening %}")
    if not form.is_plan:
        _add_facts(writer)
    writer.add_tag("{% endblock %}")
    _add_content(writer, form)
    writer.add_tag("{% block closing %}")
    if form.ending:
        writer.add("Minutes closing", form.ending + _END_MARK)
    (_add_authority if form.is_plan else _add_secretary_and_chair)(writer)
    writer.add_tag("{% endblock %}")


def _add_head(writer: TemplateWriter, form: OwnForm, *, is_party: bool) -> None:
    table = writer.add_table(head_columns(writer.norm))
    number = (
        "Số {{ own.number }}-%s/{{ own.symbol }}" if is_party else "Số: {{ own.number }}/%s-{{ own.symbol }}"
    )
    left: list[tuple[str, tuple[str, ...]]] = [
        *_if("own.superior", "Minutes superior", "{{ own.superior }}"),
        ("Minutes issuing body", ("{{ own.head }}",)),
        ("Minutes star", ("*",)) if is_party else ("Minutes issuing body line", ()),
        ("Minutes number", (number % form.symbol,)),
        *_if("not draft.is_final", "Minutes draft", "Dự thảo lần {{ draft.number }}"),
        *_if("circulation", "Minutes draft", "Lưu hành nội bộ"),
    ]
    right: list[tuple[str, tuple[str, ...]]]
    if is_party:
        right = [("Minutes party", ("Đảng Cộng sản Việt Nam",)), ("Minutes party line", ())]
    else:
        right = [
            ("Minutes nation", ("Cộng hòa xã hội chủ nghĩa Việt Nam",)),
            ("Minutes motto", ("Độc lập - Tự do - Hạnh phúc",)),
            ("Minutes motto line", ()),
        ]
    if form.is_plan or is_party:
        right.append(("Minutes place and date", ("{{ own.place }}, {{ own.day }}",)))
    writer.add_row(table, [CellText(left), CellText(right)])


def _if(condition: str, role: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """A paragraph of a cell that is printed only under a condition."""
    return [(role, (f"{{% if {condition} %}}",)), (role, (text,)), (role, ("{% endif %}",))]


def _add_facts(writer: TemplateWriter) -> None:
    writer.add(
        "Minutes fact",
        "Thời gian bắt đầu: {{ meeting.day }} ({{ meeting.zone }}), lúc {{ meeting.start }}.",
    )
    writer.add("Minutes fact", "Địa điểm: {{ meeting.place }}.")
    writer.add("Minutes opening", "Thành phần tham dự:")
    writer.add_tag("{% for party in parties %}")
    writer.add("Minutes opening", "{{ loop.index }}. {{ party.label }}:")
    add_people(writer, "party.attendees", "Minutes body", dash="- ")
    writer.add_tag("{% endfor %}")
    for label, people in (("Đại biểu dự thính:", "own.observers"), ("Vắng mặt:", "own.absent")):
        writer.add_tag(f"{{% if {people} %}}")
        writer.add("Minutes opening", label)
        add_people(writer, people, "Minutes body", dash="- ")
        writer.add_tag("{% endif %}")
    for label, person in (("Chủ trì", "own.chair"), ("Thư ký", "own.secretary")):
        address = f"{{% if {person}.address %}}{{{{ {person}.address }}}} {{% endif %}}"
        position = f"{{% if {person}.position %}}, {{{{ {person}.position }}}}{{% endif %}}"
        writer.add("Minutes fact", f"{label}: {address}{{{{ {person}.name }}}}{position}.")
    writer.add("Minutes opening", "Nội dung:")


def _add_secretary_and_chair(writer: TemplateWriter) -> None:
    width = writer.norm.text_width
    table = writer.add_table((width // 2, width - width // 2))
    rows: tuple[tuple[tuple[str, str], RowForm], ...] = (
        (("Thư ký", "Chủ trì"), RowForm(above=240)),
        (("", ""), RowForm(height=_TO_SIGN_IN)),
    )
    for texts, form in rows:
        writer.add_row(table, [CellText([("Minutes office", (text,))]) for text in texts], form)
    names = ("{{ own.secretary.name }}", "{{ own.chair.name }}")
    writer.add_row(table, [CellText([("Minutes signature name", (name,))]) for name in names])
    _add_recipients(writer)


def _add_recipients(writer: TemplateWriter) -> None:
    writer.add_tag("{% if own.recipients %}")
    writer.add("Minutes recipients", "Nơi nhận:")
    writer.add_tag("{% for recipient in own.recipients %}")
    writer.add("Minutes recipient", "- {{ recipient.text }}" + LAST[Language.VI])
    writer.add_tag("{% endfor %}", "{% endif %}")


def _add_authority(writer: TemplateWriter) -> None:
    """Of a plan: recipients left, the signature right."""
    width = writer.norm.text_width
    table = writer.add_table((width // 2, width - width // 2))
    recipients: list[tuple[str, tuple[str, ...]]] = [
        ("Minutes recipients", ("{% if own.recipients %}",)),
        ("Minutes recipients", ("Nơi nhận:",)),
        ("Minutes recipient", ("{% for recipient in own.recipients %}",)),
        ("Minutes recipient", ("- {{ recipient.text }}" + LAST[Language.VI],)),
        ("Minutes recipient", ("{% endfor %}",)),
        ("Minutes recipient", ("{% endif %}",)),
    ]
    signature: list[tuple[str, tuple[str, ...]]] = [("Minutes office", ("{{ own.chair.post }}",))]
    writer.add_row(table, [CellText(recipients), CellText(signature)], RowForm(above=240))
    space = [CellText([("Minutes office", ("",))]) for _ in range(2)]
    writer.add_row(table, space, RowForm(height=_TO_SIGN_IN))
    names = ("", "{{ own.chair.name }}")
    writer.add_row(table, [CellText([("Minutes signature name", (name,))]) for name in names])


# Chinese.


def _chinese(writer: TemplateWriter, form: OwnForm) -> None:
    writer.add_tag("{% block head %}", "{% if circulation %}")
    writer.add("Minutes circulation", "内部文件")
    writer.add_tag("{% endif %}")
    writer.add("Minutes red mark", form.mark)
    writer.add("Minutes issue line", "{{ own.body }}\t{{ own.day }}")
    writer.add_tag("{% endblock %}")
    add_title(writer, form.titles[Language.ZH])
    writer.add_tag("{% block opening %}", "{% if not draft.is_final %}")
    writer.add("Minutes draft", "（草案第{{ draft.number }}稿）")
    writer.add_tag("{% endif %}")
    if form.opening:
        writer.add("Minutes opening", form.opening)
    writer.add_tag("{% endblock %}")
    _add_content(writer, form)
    writer.add_tag("{% block closing %}")
    if not form.is_plan:
        _add_chinese_attendance(writer)
    writer.add_tag("{% endblock %}")


def _add_chinese_attendance(writer: TemplateWriter) -> None:
    """出席, 请假, 列席 after the text: the label in 黑体, turn lines under the first name."""
    person = (
        "\t{% if attendee.group %}{{ attendee.group }}{% else %}{{ attendee.position }}{{ attendee.name }}"
        "{% if attendee.role %}（{{ attendee.role }}）{% endif %}{% endif %}"
    )
    writer.add_tag("{% for party in parties %}", "{% if loop.first %}")
    writer.add("Minutes first attendance", "*出席：*", "\t{{ party.label }}")
    writer.add_tag("{% else %}")
    writer.add("Minutes attendance", "\t{{ party.label }}")
    writer.add_tag("{% endif %}", "{% for attendee in party.attendees %}")
    writer.add("Minutes attendance", person)
    writer.add_tag("{% endfor %}", "{% endfor %}")
    for label, people in (("请假", "own.absent"), ("列席", "own.observers")):
        writer.add_tag(f"{{% for attendee in {people} %}}", "{% if loop.first %}")
        writer.add("Minutes attendance", f"*{label}：*", person)
        writer.add_tag("{% else %}")
        writer.add("Minutes attendance", person)
        writer.add_tag("{% endif %}", "{% endfor %}")


# Both.


def _add_content(writer: TemplateWriter, form: OwnForm) -> None:
    add_basis(writer, "Minutes basis")
    add_missing_points(writer)
    add_sections(writer)
    if form.is_plan:
        add_tasks(writer)
        add_sections(writer, "later_sections")
