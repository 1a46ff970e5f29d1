"""Joint minutes (biên bản hội nghị, 会议纪要) of a session of a standing mechanism, jointly signed."""

from service.core.languages import Language
from service.documents.shipped.closing import add_clause, add_signatures
from service.documents.shipped.opening import Lines, add_attendance, add_basis, add_circulation, add_title
from service.documents.shipped.points import add_missing_points, add_sections
from service.documents.shipped.writing import TemplateWriter

COMPOSED_TITLES: dict[Language, Lines] = {
    Language.VI: (
        ("Minutes type", "Biên bản hội nghị"),
        ("Minutes subject", "giữa {{ first.title }}"),
        ("Minutes last subject", "và {{ second.title }}"),
    ),
    Language.ZH: (
        ("Minutes subject", "{{ first.title }}与"),
        ("Minutes subject", "{{ second.title }}"),
        ("Minutes type", "会议纪要"),
    ),
}
_OPENING = {
    Language.VI: (
        "{{ meeting.day|capital }}, {{ session }} được tổ chức tại {{ meeting.place }}. Tham dự có:"
    ),
    Language.ZH: "{{ meeting.day }}，{{ session }}在{{ meeting.place }}举行。出席会议的有：",
}
_PAPER = {Language.VI: "Biên bản này", Language.ZH: "本纪要"}


def joint_minutes(language: Language) -> bytes:
    """Build one language's template."""
    writer = TemplateWriter(language)
    add_circulation(writer)
    add_title(writer, COMPOSED_TITLES[language])
    add_basis(writer)
    add_attendance(writer, _OPENING[language], role="Minutes opening")
    add_missing_points(writer)
    add_sections(writer)
    add_clause(writer, _PAPER[language])
    add_signatures(writer)
    return writer.finish()
