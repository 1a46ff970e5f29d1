"""Records that the program drew up, as YAML whose comments say where each field comes from."""

from service.actions.next_session import NextRecord
from service.core.message import message
from service.exchange.notes.proposal import Passage, Proposal, ProposedField
from service.exchange.record_writing import write_record
from service.locale.catalog import say
from service.minutes.next_session import REVIEW
from service.minutes.plain import plain_record

_SHOWN = 160


def write_next(drawn: NextRecord, source: str, language: str) -> str:
    """Write a record that was drawn up as YAML, each change as a comment over its key.

    Args:
        drawn: The record with what changed.
        source: What the last session's record is called.
        language: The language of the comments.
    """
    comments: dict[str, list[str]] = {}
    for change in drawn.changes:
        comments.setdefault(change.place, []).append(say(change.said, language))
    review = next(s for s, section in enumerate(drawn.record.sections) if section.id == REVIEW)
    for i, item in enumerate(drawn.record.sections[review].items):
        path = f"sections[{review}].items[{i}].points[{len(item.points) - 1}]"
        comments[path] = [say(message("what has been done about it?"), language)]
    for p in range(len(drawn.record.parties)):
        comments.setdefault(f"parties[{p}].head", []).insert(
            0, say(message("as at the last session; who comes now is to be confirmed"), language)
        )
    head = say(message("drawn up from {file}; what is not known is null", file=source), language)
    return write_record(drawn.record, [head], comments)


def write_proposal(proposal: Proposal, source: str, language: str) -> str:
    """Write a record proposed from notes as YAML: each passage over its field, what is left over at the top.

    Args:
        proposal: What was read.
        source: What the notes are called.
        language: The language of the comments.
    """
    comments: dict[str, list[str]] = {}
    for one in proposal.fields:
        told = comments.setdefault(one.path, [])
        told += [_said(proposal, at, language) for at in one.passages]
        told += [say(one.note, language)] if one.note else []
    for one in proposal.chosen:
        note = say(one.note, language) if one.note else ""
        comments.setdefault(one.path, []).append(f"? {note}")
    head = [say(message("proposed from {file}; look at every field before you go on", file=source), language)]
    if proposal.unrecognised:
        head.append(say(message("not recognised, to be sorted by hand:"), language))
        head += [f"  {_said(proposal, at, language)}" for at in proposal.unrecognised]
    return write_record(proposal.record, head, comments)


def _said(proposal: Proposal, at: Passage, language: str) -> str:
    text = proposal.text[at.start : at.end]
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    line = proposal.text.count("\n", 0, at.start) + 1
    return say(message("line {line}: “{text}”", line=line, text=shown), language)


def proposal_data(proposal: Proposal, language: str) -> dict[str, object]:
    """A proposal as plain data: offsets are code points of the notes, line breaks counted as one."""
    return {
        "record": plain_record(proposal.record),
        "fields": [_field(proposal, one, language) for one in proposal.fields],
        "chosen": [_field(proposal, one, language) for one in proposal.chosen],
        "unrecognised": [_passage(proposal, at) for at in proposal.unrecognised],
        "share": round(proposal.share, 3),
    }


def _field(proposal: Proposal, one: ProposedField, language: str) -> dict[str, object]:
    return {
        "path": one.path,
        "passages": [_passage(proposal, at) for at in one.passages],
        "note": say(one.note, language) if one.note else None,
    }


def _passage(proposal: Proposal, at: Passage) -> dict[str, object]:
    return {"start": at.start, "end": at.end, "text": proposal.text[at.start : at.end]}
