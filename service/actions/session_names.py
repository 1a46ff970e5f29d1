"""The session that met and its paper, as each side's texts name them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.actions.resolving import Resolver
from service.core.languages import Language, Pair, Side
from service.glossary.named import Listed, Numbered
from service.language.sessions import YUNNAN_CONFERENCE, session_name
from service.minutes.record import Record

_PAPER_OF_A_SESSION = "document.bien-ban-phien-hop"


@dataclass(frozen=True)
class MeetingSession:
    """The session of a mechanism, which each side's texts may name in their own order.

    Attributes:
        name: The session, by the side that a text names first, in both languages.
        paper: Its paper (Biên bản …, …纪要) likewise; None where only the mechanism is known.
    """

    name: Mapping[Side, Pair]
    paper: Mapping[Side, Pair] | None


def resolve_session(resolver: Resolver, record: Record) -> MeetingSession | None:
    """The session by the glossary's own patterns; a mechanism that the record wrote out is only numbered."""
    mechanism = resolver.resolve(record.mechanism, resolver.names.mechanism, "mechanism")
    if mechanism is None:
        pair = record.mechanism.pair if record.mechanism and record.mechanism.name is None else None
        return (
            None if pair is None else MeetingSession(_by_side(lambda _: _number(pair, record.session)), None)
        )
    forms = mechanism.concept.sessions
    if record.session is None or not forms:
        return MeetingSession(_by_side(lambda side: _texts(mechanism, side)), None)
    session = Numbered(mechanism.concept, forms[0].vi, forms[0].zh, {"n": str(record.session)})
    concept = resolver.names.concept(_PAPER_OF_A_SESSION).concept
    paper = Numbered(concept, concept.vi, concept.zh, {}, session)
    return MeetingSession(
        _by_side(lambda side: _texts(session, side)), _by_side(lambda side: _texts(paper, side))
    )


def _by_side(write: Callable[[Side], Pair]) -> Mapping[Side, Pair]:
    return {side: write(side) for side in Side}


def _texts(listed: Listed, side: Side) -> Pair:
    return Pair(*(listed.text(language, side) for language in Language))


def _number(mechanism: Pair, session: int | None) -> Pair:
    if session is None:
        return mechanism
    vi = f"{mechanism.vi} lần thứ {session}" if mechanism.vi else None
    zh = session_name(YUNNAN_CONFERENCE, mechanism.zh, session, Language.ZH) if mechanism.zh else None
    return Pair(vi, zh)
