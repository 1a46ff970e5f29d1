"""The title: written in the record, or composed from the session that met; else the template composes it."""

from service.actions.telling.teller import Fact, Teller
from service.core.languages import Language, Pair
from service.documents.layout import Layout
from service.documents.values import Gap
from service.language.titles import split_type, title_lines
from service.minutes.record import DocumentType, Period

# Characters a line: in Chinese 22 pt on 156 mm (GB/T 9704-2012, 5.2 and 7.3), 16 pt in a column of 70 or on
# 160 mm; in Vietnamese 14 pt bold on 165 mm, 13 pt in a column of 82 or on 160 mm.
_UPRIGHT = {
    Language.VI: {Layout.COLUMNS: 34, Layout.STACKED: 66},
    Language.ZH: {Layout.COLUMNS: 12, Layout.STACKED: 28},
}
_UPRIGHT_NORM = {Language.VI: 64, Language.ZH: 20}
# A plan lies across: 20 and 13 pt on 250 mm; 16 pt in a column of 112 mm, 13 pt in one of 130.
_ACROSS = {Language.VI: {Layout.COLUMNS: 54}, Language.ZH: {Layout.COLUMNS: 19}}
_ACROSS_NORM = {Language.VI: 104, Language.ZH: 35}


def tell_title(teller: Teller) -> Fact:
    """The title as a whole, and as a template sets it.

    Returns:
        `title`: the whole, empty where the template composes it; `title_type`: in Vietnamese the type alone,
        which stands on a line of its own; `title_lines`: what stands under it.
    """
    whole = _whole(teller)
    if isinstance(whole, Gap):
        return {"title": whole, "title_type": "", "title_lines": [{"text": whole}]}
    if not whole:
        return {"title": "", "title_type": "", "title_lines": []}
    is_vi = teller.language is Language.VI
    kind, subject = split_type(whole) if is_vi else ("", whole)
    lines = title_lines(subject, teller.language, _width(teller))
    return {
        "title": whole.replace("\n", " " if is_vi else ""),
        "title_type": kind,
        "title_lines": [{"text": line} for line in lines],
    }


def _width(teller: Teller) -> int:
    language = teller.language
    if teller.record.document_type is DocumentType.ACTION_PLAN:
        return _ACROSS[language].get(teller.layout, _ACROSS_NORM[language])
    return _UPRIGHT[language].get(teller.layout, _UPRIGHT_NORM[language])


def _whole(teller: Teller) -> str | Gap:
    record = teller.record
    if record.title is not None:
        return teller.say(record.title.pair, "title")
    paper = _paper_of_the_session(teller)
    return teller.say(paper, "mechanism") if paper is not None else ""


def _paper_of_the_session(teller: Teller) -> Pair | None:
    session = teller.meeting.session
    if teller.record.document_type is not DocumentType.JOINT_MINUTES or session is None:
        return None
    return session.paper[teller.sides[0]] if session.paper is not None else None


def tell_session(teller: Teller) -> str | Gap:
    """The session that met, in the order of names of this text."""
    session = teller.meeting.session
    if session is None:
        return teller.missing("mechanism")
    return teller.say(session.name[teller.sides[0]], "mechanism")


def tell_period(teller: Teller) -> str | Gap:
    """The years of a plan: 2023-2025, 2023—2025年."""
    period = teller.record.period
    if period is None:
        return teller.missing("period")
    return _years(period, teller.language)


def _years(period: Period, language: Language) -> str:
    if period.first == period.last:
        return str(period.first) if language is Language.VI else f"{period.first}年"
    dash, end = ("-", "") if language is Language.VI else ("—", "年")
    return f"{period.first}{dash}{period.last}{end}"
