"""The closing clause: how many originals there are, and that both languages are equally authentic."""

from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.message import message


def find_clause_problems(subject: Subject) -> Iterator[Finding]:
    """Find a jointly signed paper without the clause on authenticity, or with too few or many originals.

    Source:
        protocol.md, Languages: two originals for two parties, one for each party at meetings of provinces.
    """
    record, originals = subject.record, subject.record.originals
    if record.form != "joint" or not record.signed:
        return
    if originals is None:
        if subject.gaps is None:
            return
        said = message(
            "nothing says how many originals are signed and that both languages are equally authentic"
        )
        yield Finding("authenticity-missing", Severity.ERROR, "originals", said)
        return
    if not originals.equally_authentic:
        said = message("the clause that both languages are equally authentic is left out")
        yield Finding("authenticity-missing", Severity.WARNING, "originals.equally_authentic", said)
    parties = len(record.parties)
    if originals.count is not None and originals.one_per_party and originals.count != parties:
        said = message(
            "{count} originals for {parties} parties, of which each keeps one",
            count=originals.count,
            parties=parties,
        )
        yield Finding("originals-count", Severity.ERROR, "originals.count", said)
