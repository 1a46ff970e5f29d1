"""The talks record (biên bản hội đàm, 会谈纪要) in its jointly signed form."""

from service.core.languages import Language
from service.documents.shipped.closing import add_clause, add_signatures
from service.documents.shipped.opening import (
    Lines,
    add_attendance,
    add_basis,
    add_circulation,
    add_time_and_place,
    add_title,
)
from service.documents.shipped.points import add_missing_points, add_sections
from service.documents.shipped.writing import TemplateWriter

COMPOSED_TITLES: dict[Language, Lines] = {
    Language.VI: (
        ("Minutes type", "Biên bản hội đàm"),
        ("Minutes subject", "giữa {{ first.title }}"),
        ("Minutes last subject", "và {{ second.title }}"),
    ),
    Language.ZH: (
        ("Minutes subject", "{{ first.title }}与"),
        ("Minutes subject", "{{ second.title }}"),
        ("Minutes type", "会谈纪要"),
    ),
}
_ATTENDANCE = {Language.VI: "Thành phần tham dự:", Language.ZH: "出席人员："}
_PAPER = {Language.VI: "Biên bản này", Language.ZH: "本纪要"}


def talks_record(language: Language) -> bytes:
    """Build one language's template."""
    writer = TemplateWriter(language)
    add_circulation(writer)
    add_title(writer, COMPOSED_TITLES[language])
    add_time_and_place(writer)
    add_attendance(writer, _ATTENDANCE[language])
    add_basis(writer)
    add_missing_points(writer)
    add_sections(writer)
    add_clause(writer, _PAPER[language])
    add_signatures(writer)
    return writer.finish()
