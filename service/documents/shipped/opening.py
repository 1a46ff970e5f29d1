"""How a jointly signed paper opens: label, title, time and place, who attended, what it rests on.

Source:
    Nghị định 30/2020/NĐ-CP, Annex III, Mẫu 1.9, and GB/T 9704-2012, 10.3, for the order of parts; a paper
    signed by bodies of two countries carries no header, mark or number of one side.
"""

from collections.abc import Sequence

from service.core.languages import Language
from service.documents.shipped.writing import TemplateWriter

Lines = Sequence[tuple[str, str]]

LAST = {
    Language.VI: "{% if loop.last %}.{% else %};{% endif %}",
    Language.ZH: "{% if loop.last %}。{% else %}；{% endif %}",
}
_ATTENDEE = {
    Language.VI: (
        "{% if attendee.address %}{{ attendee.address|capital }} {% endif %}{{ attendee.name }},"
        " {{ attendee.position }}{% if attendee.role %}, {{ attendee.role }}{% endif %}"
    ),
    Language.ZH: (
        "{{ attendee.position }}{{ attendee.name }}{% if attendee.role %}，{{ attendee.role }}{% endif %}"
    ),
}
_GROUP = {Language.VI: "{{ attendee.group|capital }}", Language.ZH: "{{ attendee.group }}"}
_DASH = {Language.VI: "–\t", Language.ZH: ""}


def add_circulation(writer: TemplateWriter) -> None:
    """The label of a paper that is not to go beyond its readers."""
    writer.add_tag("{% if circulation %}")
    words = {Language.VI: "Lưu hành nội bộ", Language.ZH: "内部文件"}
    writer.add("Minutes circulation", words[writer.language])
    writer.add_tag("{% endif %}")


def add_title(writer: TemplateWriter, composed: Lines, end: str = "") -> None:
    """The title that the record gives, or one composed from the parties.

    Args:
        writer: Writes the template.
        composed: Role and text of each line of the composed title.
        end: The style of a line drawn under it.
    """
    writer.add_tag("{% block title %}", "{% if title %}")
    if writer.language is Language.VI:
        writer.add_tag("{% if title_type %}")
        writer.add("Minutes type", "{{ title_type }}")
        writer.add_tag("{% endif %}")
    writer.add_tag("{% for line in title_lines %}", "{% if loop.last %}")
    writer.add("Minutes last subject", "{{ line.text }}")
    writer.add_tag("{% else %}")
    writer.add("Minutes subject", "{{ line.text }}")
    writer.add_tag("{% endif %}", "{% endfor %}", "{% else %}")
    for role, text in composed:
        writer.add(role, text)
    writer.add_tag("{% endif %}")
    if end:
        writer.add(end)
    writer.add_tag("{% endblock %}")


def add_time_and_place(writer: TemplateWriter) -> None:
    """When, where and by whom it was held, each a line with a lead-in."""
    if writer.language is Language.VI:
        writer.add(
            "Minutes fact",
            "*Thời gian:*",
            " {{ meeting.day|capital }} ({{ meeting.zone }}), bắt đầu lúc {{ meeting.start }},"
            " kết thúc lúc {{ meeting.end }}.",
        )
        writer.add("Minutes fact", "*Địa điểm:*", " {{ meeting.place|capital }}.")
        writer.add("Minutes fact", "*Bên chủ trì:*", " {{ meeting.host }}.")
    else:
        writer.add(
            "Minutes fact",
            "*时间：*",
            "{{ meeting.day }}（{{ meeting.zone }}）；开始时间{{ meeting.start }}，"
            "结束时间{{ meeting.end }}。",
        )
        writer.add("Minutes fact", "*地点：*", "{{ meeting.place }}。")
        writer.add("Minutes fact", "*主办方：*", "{{ meeting.host }}。")


def add_attendance(writer: TemplateWriter, heading: str, role: str = "Minutes label") -> None:
    """Everybody who attended, party by party: the head first, then by rank."""
    words = {Language.VI: "{{ party.label }}:", Language.ZH: "{{ party.label }}出席："}
    writer.add(role, heading)
    writer.add_tag("{% for party in parties %}")
    writer.add("Minutes label", words[writer.language])
    add_people(writer, "party.attendees", "Minutes list")
    writer.add_tag("{% endfor %}")


def add_people(writer: TemplateWriter, people: str, role: str, dash: str | None = None) -> None:
    """A line a person: name and position in Vietnamese, position and name in Chinese.

    Args:
        writer: Writes the template.
        people: The list it goes through, such as party.attendees.
        role: The style of a line.
        dash: What a line begins with; None: the dash and tab of a list in Vietnamese, nothing in Chinese.
    """
    language = writer.language
    dash = _DASH[language] if dash is None else dash
    writer.add_tag(f"{{% for attendee in {people} %}}", "{% if attendee.group %}")
    writer.add(role, dash + _GROUP[language] + LAST[language])
    writer.add_tag("{% else %}")
    writer.add(role, dash + _ATTENDEE[language] + LAST[language])
    writer.add_tag("{% endif %}", "{% endfor %}")


def add_basis(writer: TemplateWriter, role: str = "Minutes body") -> None:
    """What the paper rests on, a line each; nothing where the record gives none.

    Args:
        writer: Writes the template.
        role: The style of a line.

    Source:
        Nghị định 30/2020/NĐ-CP, Annex I: each line ends in a semicolon, the last in a full stop.
    """
    writer.add_tag("{% for ground in basis %}")
    ends = {Language.VI: ("Căn cứ ", ";", "."), Language.ZH: ("根据", "；", "，形成如下内容：")}
    before, after, last = ends[writer.language]
    end = f"{{% if loop.last %}}{last}{{% else %}}{after}{{% endif %}}"
    writer.add(role, before, "{{ ground.text }}", end)
    writer.add_tag("{% endfor %}")
