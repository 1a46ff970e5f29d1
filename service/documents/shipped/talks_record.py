"""The talks record (biên bản hội đàm, 会谈纪要) in its jointly signed form.

Source:
    Nghị định 30/2020/NĐ-CP, Annex III, Mẫu 1.9, and GB/T 9704-2012, 10.3, for the order of parts; a paper
    signed by bodies of two countries carries no header, mark or number of one side.
"""

from service.core.languages import Language
from service.documents.shipped.writing import TemplateWriter

_LAST = "{% if loop.last %}.{% else %};{% endif %}"
_LAST_ZH = "{% if loop.last %}。{% else %}；{% endif %}"


def talks_record(language: Language) -> bytes:
    """Build one language's template."""
    writer = TemplateWriter(language)
    if language is Language.VI:
        _vietnamese(writer)
    else:
        _chinese(writer)
    return writer.finish()


def _vietnamese(writer: TemplateWriter) -> None:
    writer.add_tag("{% block title %}")
    writer.add_tag("{% if title %}")
    writer.add("Minutes subject", "{{ title }}")
    writer.add_tag("{% else %}")
    writer.add("Minutes type", "Biên bản hội đàm")
    writer.add("Minutes subject", "giữa {{ first.title }}")
    writer.add("Minutes subject", "và {{ second.title }}")
    writer.add_tag("{% endif %}")
    writer.add_tag("{% endblock %}")
    _vietnamese_facts(writer)
    _sections(writer, "{{ section.number }}. {{ section.heading|keep_end }}", "Minh\u00a0họa: ")
    writer.add(
        "Minutes closing",
        "Biên bản này được {% if signed %}ký{% else %}lập{% endif %} {{ closing.day }} tại"
        " {{ closing.place }}, thành {{ closing.count }} bản, mỗi bản bằng {{ closing.first_language }}"
        " và {{ closing.second_language }}{% if closing.authentic %},"
        " {% if closing.two_parties %}cả hai{% else %}các{% endif %} văn bản đều có giá trị như nhau"
        "{% endif %}{% if closing.one_each %}, mỗi bên giữ một bản{% endif %}.",
    )
    _signatures(writer, "{{% if pair.{0}.party %}}Thay mặt {{{{ pair.{0}.party }}}}{{% endif %}}")


def _vietnamese_facts(writer: TemplateWriter) -> None:
    writer.add(
        "Minutes fact",
        "*Thời gian:*",
        " {{ meeting.day|capital }} ({{ meeting.zone }}), bắt đầu lúc {{ meeting.start }},"
        " kết thúc lúc {{ meeting.end }}.",
    )
    writer.add("Minutes fact", "*Địa điểm:*", " {{ meeting.place|capital }}.")
    writer.add("Minutes fact", "*Bên chủ trì:*", " {{ meeting.host }}.")
    writer.add("Minutes label", "Thành phần tham dự:")
    writer.add_tag("{% for party in parties %}")
    writer.add("Minutes label", "{{ party.label }}:")
    writer.add_tag("{% for attendee in party.attendees %}")
    writer.add_tag("{% if attendee.group %}")
    writer.add("Minutes list", "–\t{{ attendee.group|capital }}" + _LAST)
    writer.add_tag("{% else %}")
    writer.add(
        "Minutes list",
        "–\t{% if attendee.address %}{{ attendee.address|capital }} {% endif %}{{ attendee.name }},"
        " {{ attendee.position }}{% if attendee.role %}, {{ attendee.role }}{% endif %}" + _LAST,
    )
    writer.add_tag("{% endif %}")
    writer.add_tag("{% endfor %}")
    writer.add_tag("{% endfor %}")


def _chinese(writer: TemplateWriter) -> None:
    writer.add_tag("{% block title %}")
    writer.add_tag("{% if title %}")
    writer.add("Minutes subject", "{{ title }}")
    writer.add_tag("{% else %}")
    writer.add("Minutes subject", "{{ first.title }}与")
    writer.add("Minutes subject", "{{ second.title }}")
    writer.add("Minutes type", "会谈纪要")
    writer.add_tag("{% endif %}")
    writer.add_tag("{% endblock %}")
    _chinese_facts(writer)
    _sections(writer, "{{ section.number }}、{{ section.heading }}", "示例：")
    writer.add(
        "Minutes closing",
        "本纪要于{{ closing.day }}在{{ closing.place }}"
        "{% if signed %}签署{% else %}形成{% endif %}，"
        "一式{{ closing.count }}份，每份均用{{ closing.first_language }}和"
        "{{ closing.second_language }}写成"
        "{% if closing.authentic %}，两种文本同等作准{% endif %}"
        "{% if closing.one_each %}，{% if closing.two_parties %}双方{% else %}各方{% endif %}"
        "各执一份{% endif %}。",
    )
    _signatures(writer, "{{% if pair.{0}.party %}}{{{{ pair.{0}.party }}}}代表{{% endif %}}")


def _chinese_facts(writer: TemplateWriter) -> None:
    writer.add(
        "Minutes fact",
        "*时间：*",
        "{{ meeting.day }}（{{ meeting.zone }}）；开始时间{{ meeting.start }}，结束时间{{ meeting.end }}。",
    )
    writer.add("Minutes fact", "*地点：*", "{{ meeting.place }}。")
    writer.add("Minutes fact", "*主办方：*", "{{ meeting.host }}。")
    writer.add("Minutes label", "出席人员：")
    writer.add_tag("{% for party in parties %}")
    writer.add("Minutes label", "{{ party.label }}出席：")
    writer.add_tag("{% for attendee in party.attendees %}")
    writer.add_tag("{% if attendee.group %}")
    writer.add("Minutes list", "{{ attendee.group }}" + _LAST_ZH)
    writer.add_tag("{% else %}")
    writer.add(
        "Minutes list",
        "{{ attendee.position }}{{ attendee.name }}{% if attendee.role %}，{{ attendee.role }}{% endif %}"
        + _LAST_ZH,
    )
    writer.add_tag("{% endif %}")
    writer.add_tag("{% endfor %}")
    writer.add_tag("{% endfor %}")


def _sections(writer: TemplateWriter, heading: str, illustrative: str) -> None:
    writer.add_tag("{% if points %}")
    writer.add("Minutes body", "{{ points }}")
    writer.add_tag("{% endif %}")
    writer.add_tag("{% for section in sections %}")
    writer.add("Minutes heading 1", heading)
    writer.add_tag("{% for item in section.items %}")
    writer.add(
        "Minutes body",
        "{{ item.number }}. ",
        "|{% if item.illustrative %}" + illustrative + "{% endif %}|",
        "{{ item.text }}",
    )
    writer.add_tag("{% endfor %}")
    writer.add_tag("{% endfor %}")


def _signatures(writer: TemplateWriter, party: str) -> None:
    writer.add_tag("{% if signed %}")
    writer.add_signatures(
        "pair in signatures",
        parties=(party.format("left"), party.format("right")),
        posts=("{{ pair.left.post }}", "{{ pair.right.post }}"),
        names=("{{ pair.left.name }}", "{{ pair.right.name }}"),
    )
    writer.add_tag("{% endif %}")
