"""The sections of a paper: headings, items worded by their stance, sub-points.

Source:
    Nghị định 30/2020/NĐ-CP, Annex I: I. 1. a); GB/T 9704-2012, 7.3.3: 一、（一）1.
"""

from service.core.languages import Language
from service.documents.shipped.writing import TemplateWriter

_HEADINGS = {
    Language.VI: "{{ section.number }}. {{ section.heading|keep_end }}",
    Language.ZH: "{{ section.number }}、{{ section.heading }}",
}
_ITEMS = {Language.VI: "{{ item.number }}. ", Language.ZH: "（{{ item.number }}）"}
_POINTS = {Language.VI: "{{ point.number }}) ", Language.ZH: "{{ point.number }}. "}
ILLUSTRATIVE = {Language.VI: "Minh\u00a0họa: ", Language.ZH: "示例："}


def add_sections(writer: TemplateWriter, sections: str = "sections") -> None:
    """The sections in their order.

    Args:
        writer: Writes the template.
        sections: The list it goes through.
    """
    language = writer.language
    writer.add_tag(f"{{% for section in {sections} %}}")
    writer.add("Minutes heading 1", _HEADINGS[language])
    writer.add_tag("{% for item in section.items %}")
    writer.add(
        "Minutes body",
        _ITEMS[language],
        f"|{{% if item.illustrative %}}{ILLUSTRATIVE[language]}{{% endif %}}|",
        "*{{ item.stance_words }}*",
        "{{ item.text }}",
    )
    writer.add_tag("{% for point in item.points %}")
    writer.add("Minutes point", _POINTS[language], "{{ point.text }}")
    writer.add_tag("{% endfor %}", "{% endfor %}", "{% endfor %}")


def add_missing_points(writer: TemplateWriter) -> None:
    """The gap that stands for a record without points."""
    writer.add_tag("{% if points %}")
    writer.add("Minutes body", "{{ points }}")
    writer.add_tag("{% endif %}")
