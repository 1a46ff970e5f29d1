"""The one table from words of the domains to numbers and titles."""

from collections.abc import Mapping
from typing import NamedTuple

from service.accounts.access.errors import (
    CodeWanted,
    KeyUnknown,
    LinkSpent,
    NotSignedIn,
    SignInRefused,
    TooBusy,
    TooManyTries,
)
from service.accounts.people import (
    HandleTaken,
    LastAdministrator,
    OfficeTaken,
    OfficeUnknown,
    PersonAbsent,
    PersonChanged,
    PersonUnknown,
)
from service.actions.annotate import TextUnreadable
from service.actions.concepts import ConceptChanged
from service.actions.finding_persons import BodyUnknown
from service.actions.glossary_files import PlanNotReady
from service.actions.minutes.access import MinutesChanged
from service.actions.minutes.parts import PartChanged
from service.actions.minutes.segments import SegmentChanged
from service.actions.persons import PersonChanged as RegisteredChanged
from service.actions.work import NotAllowed
from service.checks.waivers import WaiverRefused
from service.core.message import BienbanError, Message, message
from service.core.text import UnfitText
from service.db.errors import DatabaseBusy
from service.exchange.incoming import FileRefused, FileTooLarge
from service.glossary.consistency import ConceptContradicts
from service.glossary.life import (
    ApproverIsAuthor,
    ConceptUnknown,
    ReasonMissing,
    RevisionUnknown,
    StepNotOpen,
    VersionUnknown,
)
from service.http.errors import (
    AddressTooLong,
    BodyTooLarge,
    BodyUnreadable,
    CursorUnknown,
    EncodingRefused,
    HeadersTooLarge,
    KeyReused,
    KeyUnfit,
    MethodNotAllowed,
    NobodySaid,
    NotAcceptable,
    NotFromHere,
    NotJson,
    NotOwnPage,
    NumberOutOfRange,
    OpenIdRefused,
    ParameterUnknown,
    RequestUnreadable,
    TagMissing,
    TagUnreadable,
    UnknownHost,
)
from service.minutes.links.origin import NoEarlierSession, OriginUnknown
from service.minutes.persons.registered import PersonContradicts, RegisteredPersonUnknown
from service.minutes.refusals import (
    AssigneeRefused,
    CommentUnknown,
    FindingUnknown,
    MinutesKept,
    MinutesLocked,
    MinutesUnknown,
    PartTooLarge,
    SegmentMisplaced,
    SegmentUnknown,
    ShareRefused,
    ShareUnknown,
    TooManySegments,
    VersionUnnamed,
    WaiverUnknown,
)
from service.minutes.segments import StatusRefused
from service.minutes.states import TransitionRefused


class Kind(NamedTuple):
    """A kind of problem.

    Attributes:
        status: The number.
        title: What it is called, the same for every occurrence.
    """

    status: int
    title: Message


UNKNOWN = Kind(404, message("Not found"))
REFUSED = Kind(422, message("The content cannot be taken as it is"))
UNREADABLE = Kind(400, message("The request cannot be read"))
FORBIDDEN = Kind(403, message("Not allowed"))
SIGN_IN = Kind(401, message("Sign in"))
_CHANGED = Kind(412, message("Changed in the meantime"))
_NOT_NOW = Kind(409, message("Not now"))
_TAKEN = Kind(409, message("Taken already"))

KINDS: Mapping[type[BienbanError], Kind] = {
    AddressTooLong: Kind(414, message("Too large")),
    ApproverIsAuthor: FORBIDDEN,
    AssigneeRefused: REFUSED,
    BodyTooLarge: Kind(413, message("Too large")),
    BodyUnknown: REFUSED,
    BodyUnreadable: UNREADABLE,
    CodeWanted: SIGN_IN,
    CommentUnknown: UNKNOWN,
    ConceptChanged: _CHANGED,
    ConceptContradicts: REFUSED,
    ConceptUnknown: UNKNOWN,
    CursorUnknown: REFUSED,
    DatabaseBusy: Kind(503, message("Busy")),
    EncodingRefused: Kind(415, message("Not in this form")),
    FileRefused: REFUSED,
    FileTooLarge: Kind(413, message("Too large")),
    FindingUnknown: REFUSED,
    HandleTaken: _TAKEN,
    HeadersTooLarge: Kind(431, message("Too large")),
    KeyReused: REFUSED,
    KeyUnfit: REFUSED,
    KeyUnknown: UNKNOWN,
    LastAdministrator: _NOT_NOW,
    LinkSpent: Kind(410, message("Used or run out")),
    MethodNotAllowed: Kind(405, message("Not possible here")),
    MinutesChanged: _CHANGED,
    MinutesKept: _NOT_NOW,
    MinutesLocked: _NOT_NOW,
    MinutesUnknown: UNKNOWN,
    NoEarlierSession: UNKNOWN,
    NobodySaid: SIGN_IN,
    NotAcceptable: Kind(406, message("Not in this form")),
    NotAllowed: FORBIDDEN,
    NotFromHere: FORBIDDEN,
    NotJson: Kind(415, message("Not JSON")),
    NotOwnPage: FORBIDDEN,
    NotSignedIn: SIGN_IN,
    NumberOutOfRange: REFUSED,
    OfficeTaken: _TAKEN,
    OpenIdRefused: FORBIDDEN,
    OriginUnknown: UNKNOWN,
    OfficeUnknown: UNKNOWN,
    ParameterUnknown: REFUSED,
    PartChanged: _CHANGED,
    PersonAbsent: UNKNOWN,
    PartTooLarge: REFUSED,
    PersonChanged: _CHANGED,
    PersonContradicts: REFUSED,
    PersonUnknown: SIGN_IN,
    PlanNotReady: Kind(409, message("Decisions are missing")),
    ReasonMissing: REFUSED,
    RegisteredChanged: _CHANGED,
    RegisteredPersonUnknown: UNKNOWN,
    RequestUnreadable: UNREADABLE,
    RevisionUnknown: UNKNOWN,
    SegmentChanged: _CHANGED,
    SegmentMisplaced: REFUSED,
    SegmentUnknown: UNKNOWN,
    ShareRefused: REFUSED,
    ShareUnknown: UNKNOWN,
    SignInRefused: SIGN_IN,
    StatusRefused: REFUSED,
    StepNotOpen: _NOT_NOW,
    TagMissing: Kind(428, message("The state you saw is missing")),
    TagUnreadable: UNREADABLE,
    TextUnreadable: REFUSED,
    TooBusy: Kind(503, message("Busy")),
    TooManySegments: REFUSED,
    TooManyTries: Kind(429, message("Too many tries")),
    TransitionRefused: _NOT_NOW,
    UnfitText: REFUSED,
    UnknownHost: Kind(421, message("Not this host")),
    VersionUnknown: UNKNOWN,
    VersionUnnamed: UNKNOWN,
    WaiverRefused: REFUSED,
    WaiverUnknown: UNKNOWN,
}


def kind_of(error: BienbanError) -> Kind:
    """The number and title of a refusal."""
    return next((KINDS[cls] for cls in type(error).__mro__ if cls in KINDS), REFUSED)
