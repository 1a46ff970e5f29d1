"""What a paper of each kind must say, as names of the facts; a template that leaves it out is told.

Source:
    Nghị định 30/2020/NĐ-CP, Annex III, Mẫu 1.9; GB/T 9704-2012, 10.3; the closing clauses of papers that both
    sides sign.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from service.actions.specimens import FORMS, Form, Kind
from service.core.languages import Language
from service.core.message import Message, message
from service.minutes.record import DocumentType

_ALL = frozenset(DocumentType)
_TALKS = frozenset((DocumentType.TALKS_RECORD, DocumentType.JOINT_MINUTES))
_PLAN = frozenset((DocumentType.ACTION_PLAN,))
_JOINT: tuple[Form, ...] = ("joint",)
_INTERNAL: tuple[Form, ...] = ("internal",)

Way = tuple[str, ...]


@dataclass(frozen=True)
class Duty:
    """One thing that papers must say.

    Attributes:
        what: Its words.
        ways: Names that say it, each way all together; one way is enough.
        types: The document types it holds for.
        forms: The forms it holds for.
        languages: The languages it holds for; an internal paper has parts that only one norm knows.
        is_asked: A condition that asks for it is enough; the template has words of its own for it.
    """

    what: Message
    ways: tuple[Way, ...]
    types: frozenset[DocumentType] = _ALL
    forms: tuple[Form, ...] = FORMS
    languages: tuple[Language, ...] = tuple(Language)
    is_asked: bool = False

    def holds_for(self, kind: Kind, language: Language) -> bool:
        """Whether a paper of this kind must say it."""
        return kind.document_type in self.types and kind.form in self.forms and language in self.languages


def _item(section: str, *words: str) -> Way:
    return tuple(f"{section}[].items[].{word}" for word in words)


_SIGNED_IN_PAIRS = tuple(
    f"signatures[].{side}.{word}" for side in ("left", "right") for word in ("party", "name")
)
_SIGNED_IN_TWOS = tuple(
    f"signatures.pairs[].{side}.{word}" for side in ("left", "right") for word in ("party", "name")
)
_SIGNED_IN_ROWS = tuple(
    f"signatures.rows[].{slot}.{word}" for slot in ("one", "two") for word in ("party", "name")
)
_OWN = (Language.VI,)

DUTIES = (
    Duty(message("the number of the draft"), (("draft.number",),)),
    Duty(
        message("the parties in the title"),
        (("first.title", "second.title"), ("title",), ("title_lines[].text",)),
    ),
    Duty(message("the date"), (("meeting.day",), ("closing.day",), ("own.day",))),
    Duty(message("the place"), (("meeting.place",), ("closing.place",)), types=_TALKS),
    Duty(message("the place"), (("closing.place",), ("meeting.place",)), types=_PLAN, forms=_JOINT),
    Duty(message("every party"), (("parties[].label",), ("parties[].body",)), types=_TALKS),
    Duty(
        message("the heads of delegation and everybody present"),
        (("parties[].attendees[].name", "parties[].attendees[].position"),),
        types=_TALKS,
    ),
    Duty(
        message("people who are named only by what they are"),
        (("parties[].attendees[].group",),),
        types=_TALKS,
    ),
    Duty(message("the headings of the sections"), (("sections[].heading",),)),
    Duty(message("the items of all sections"), (_item("sections", "text"),)),
    Duty(
        message("whether an item was agreed, proposed or only stated"), (_item("sections", "stance_words"),)
    ),
    Duty(message("the points under an item"), (("sections[].items[].points[].text",),)),
    Duty(message("that an item is illustrative"), (_item("sections", "illustrative"),), is_asked=True),
    Duty(message("that the points are missing in the source"), (("points",),), types=_TALKS),
    Duty(message("the sections behind the table of tasks"), (_item("later_sections", "text"),), types=_PLAN),
    Duty(
        message("the tasks with their lead bodies, due dates and funding"),
        (tuple(f"tasks[].{word}" for word in ("text", "left_lead", "right_lead", "due", "funding")),),
        types=_PLAN,
    ),
    Duty(message("the label of circulation"), (("circulation",),), is_asked=True),
    Duty(message("the number of originals"), (("closing.count",),), forms=_JOINT),
    Duty(
        message("the languages of the originals and that both are authentic"),
        (("closing.first_language", "closing.second_language", "closing.authentic"),),
        forms=_JOINT,
    ),
    Duty(
        message("the signatures of all parties"),
        (_SIGNED_IN_PAIRS, _SIGNED_IN_TWOS, _SIGNED_IN_ROWS),
        forms=_JOINT,
    ),
    Duty(
        message("the number and symbol of the paper"),
        (("own.number", "own.symbol"),),
        forms=_INTERNAL,
        languages=_OWN,
    ),
    Duty(
        message("the chair and the secretary"),
        (("own.chair.name", "own.secretary.name"),),
        types=_TALKS,
        forms=_INTERNAL,
        languages=_OWN,
    ),
)


def duties_of(
    kind: Kind, language: Language, known: Collection[str]
) -> Iterator[tuple[Duty, tuple[Way, ...]]]:
    """The duties of one kind of paper, each with the ways that its facts know.

    Args:
        kind: The kind of paper.
        language: The language of the template.
        known: Paths of the names that its facts have.
    """
    for duty in DUTIES:
        ways = tuple(way for way in duty.ways if all(path in known for path in way))
        if ways and duty.holds_for(kind, language):
            yield duty, ways
