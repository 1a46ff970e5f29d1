"""Terms in texts that the glossary forbids, that are not right on the day, or that one side does not use."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from service.checks.reading import GlossaryReader
from service.checks.segments import Segment, segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity, Suggestion
from service.core.languages import Language
from service.core.message import message
from service.glossary.annotator import FoundName
from service.glossary.concepts import Concept, Validity
from service.glossary.vocabulary import Status
from service.language.mentions import Mention
from service.language.parse import moments_of, parse

_COMMUNITY = "formula.cong-dong-chia-se-tuong-lai"
# The glossary lists the usual ones; the words between vary.
_OTHER_COMMUNITY: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(
        r"\bcộng đồng(?: (?:có|cùng|chung|cùng chung))* (?:vận mệnh|số phận)(?: chung)?\b", re.IGNORECASE
    ),
    Language.ZH: re.compile("(?:共享未来|未来共享|未来分享|分享未来|共同未来)(?:的)?共同体"),
}
_RIGHT_COMMUNITY = {Language.VI: "Cộng đồng chia sẻ tương lai", Language.ZH: "命运共同体"}
# Names of one thing; of other kinds the forbidden form may be a plain word elsewhere (统一, 要求, 会议记录).
_PROPER = frozenset(("institution", "position", "session", "gate", "mechanism", "place", "person"))


def find_community_wording(subject: Subject) -> Iterator[Finding]:
    """Find other words for the community of the two countries than each side's own.

    Source:
        protocol.md, Names that must be right above all; joint statement of 12 December 2023.
    """
    for segment in segments(subject.record):
        for language, text, place in segment.texts():
            for found in _OTHER_COMMUNITY[language].finditer(text):
                right = _RIGHT_COMMUNITY[language]
                said = message(
                    "“{written}” is not the agreed wording: “{right}”", written=found[0], right=right
                )
                suggestion = Suggestion(found.start(), found.end(), right)
                yield Finding("community-wording", Severity.ERROR, place, said, suggestion)


def find_forbidden_terms(subject: Subject) -> Iterator[Finding]:
    """Find forms that the glossary forbids, with the right one.

    An error where the form names one thing, or where the other text of the segment names its concept; else a
    warning, since the word may mean something else.
    """
    for segment in segments(subject.record):
        for language, text, place in segment.texts():
            for found in subject.find_terms(text, language):
                if found.status is Status.DEPRECATED and found.is_valid and _COMMUNITY not in found.concepts:
                    yield _forbidden(subject, segment, language, place, found)


def _forbidden(
    subject: Subject, segment: Segment, language: Language, place: str, found: FoundName
) -> Finding:
    other = subject.find_terms(segment.pair.text(language.other) or "", language.other)
    named = {concept for one in other for concept in one.concepts}
    meant = [concept for concept in found.concepts if concept in named]
    is_sure = bool(meant) or found.kind in _PROPER
    right = _right(found, meant)
    said = message(
        "“{written}” is a wrong form; the glossary has “{right}”", written=found.text, right=" / ".join(right)
    )
    suggestion = Suggestion(found.start, found.end, right[0]) if len(right) == 1 else None
    return Finding("forbidden-term", Severity.ERROR if is_sure else Severity.WARNING, place, said, suggestion)


def _right(found: FoundName, meant: list[str]) -> tuple[str, ...]:
    """The right forms; of several concepts those that the other text names."""
    if len(meant) == 1 and len(found.right) == len(found.concepts) > 1:
        return (found.right[found.concepts.index(meant[0])],)
    return found.right


def find_terms_out_of_validity(subject: Subject) -> Iterator[Finding]:
    """Find names that are not right on the day, with what took their place.

    A note only where the text itself dates what it tells to days on which the name was right.
    """
    reader, as_of = subject.reader, subject.as_of
    if reader is None or as_of is None:
        return
    for segment in segments(subject.record):
        for language, text, place in segment.texts():
            for found in subject.find_terms(text, language):
                if not found.is_valid:
                    finding = _out_of_validity(reader, as_of, found, place, language)
                    if finding is not None:
                        yield _weighed(finding, reader, found, parse(text, language), as_of)


def _out_of_validity(
    reader: GlossaryReader, as_of: date, found: FoundName, place: str, language: Language
) -> Finding | None:
    expired = _expired(reader, as_of, found)
    if expired is None:
        return None
    successor = reader.termbase.by_id.get(expired.successor or "")
    last = expired.validity.last
    if successor is None or last is None or as_of <= last:
        said = message("“{written}” is not right on {day}", written=found.text, day=as_of.isoformat())
        return Finding("term-not-valid", Severity.WARNING, place, said)
    right = successor.terms(language).preferred
    said = message(
        "“{written}” is not right on {day}: {name} was valid until {last}; its successor is {successor}",
        written=found.text,
        day=as_of.isoformat(),
        name=expired.terms(language).preferred,
        last=last.isoformat(),
        successor=right,
    )
    is_whole = "{" not in right and found.text == expired.terms(language).preferred
    suggestion = Suggestion(found.start, found.end, right) if is_whole else None
    return Finding("term-not-valid", Severity.WARNING, place, said, suggestion)


def _expired(reader: GlossaryReader, as_of: date, found: FoundName) -> Concept | None:
    concepts = map(reader.concept, found.concepts)
    return next((one for one in concepts if not one.validity.holds(as_of)), None)


def _weighed(
    finding: Finding, reader: GlossaryReader, found: FoundName, mentions: list[Mention], as_of: date
) -> Finding:
    expired = _expired(reader, as_of, found)
    if expired is None or not any(_dates_to(one, expired.validity, as_of) for one in mentions):
        return finding
    return Finding(finding.code, Severity.NOTE, finding.place, finding.message, finding.suggestion)


def _dates_to(mention: Mention, validity: Validity, as_of: date) -> bool:
    return any(
        moment.year is not None
        and moment.year <= as_of.year
        and moment.year >= 1
        and validity.overlaps(Validity(date(moment.year, 1, 1), date(moment.year, 12, 31)))
        for moment in moments_of(mention.value)
    )
