"""What somebody can do to the registry of persons: each function is one deed, with its rules and trace."""

import secrets
from collections.abc import Sequence
from datetime import date

from service.actions.concepts import check_keeper
from service.actions.finding_persons import findable
from service.actions.posts import Glossaries, PostReader, ReadPosition
from service.actions.work import Work
from service.core.message import BienbanError, message
from service.glossary.concepts import Collection
from service.glossary.names import NameUnresolved
from service.minutes.fields import Name
from service.minutes.people import Person
from service.minutes.persons import store
from service.minutes.persons.listing import Findable
from service.minutes.persons.registered import (
    KeptPerson,
    PersonContradicts,
    RegisteredPerson,
    refuse_repeated,
)

KIND = "person"
_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_ID_LENGTH = 16


class PersonChanged(BienbanError):
    """Someone else changed an entry since it was read."""

    def __init__(self, kept: KeptPerson, mine: RegisteredPerson | None) -> None:
        """Hold the entry as it is now, and what was to be said of the person."""
        super().__init__(
            message("{id} was changed by someone else in the meantime; look at it again", id=kept.person_id)
        )
        self.kept = kept
        self.mine = mine


def collection_of(kept: KeptPerson, work: Work) -> Collection:
    """Whose collection an entry belongs to."""
    return Collection.NATIONAL if kept.office == work.actor.national.code else Collection.OFFICE


def read(work: Work, person_id: str) -> KeptPerson:
    """A person in sight.

    Raises:
        RegisteredPersonUnknown: There is none.
    """
    return store.get_registered(work.session, person_id, work.actor.sight)


def history(work: Work, person_id: str) -> list[KeptPerson]:
    """Everything that was said of a person in sight, the newest first.

    Raises:
        RegisteredPersonUnknown: There is none.
    """
    return store.history(work.session, person_id, work.actor.sight)


def create(
    work: Work, content: RegisteredPerson, collection: Collection, glossaries: Glossaries
) -> KeptPerson:
    """Put a person into the registry.

    Raises:
        NotAllowed: It is for the national collection, which the person's office does not keep.
        PersonContradicts: A position does not resolve, stands twice, or the same person is there already.
    """
    office = work.actor.national if collection is Collection.NATIONAL else work.actor.office
    check_keeper(work, office.office_id)
    reader = glossaries.of(collection)
    _check(content, reader)
    said = (content, findable(content, reader))
    _refuse_twin(work, said, office.office_id, reader)
    person_id = new_person_id()
    store.add_person(work.session, (person_id, None), office.office_id, work.actor.person.person_id, said)
    work.note("person.create", person_id, {"collection": collection.value}, KIND)
    return read(work, person_id)


def new_person_id() -> str:
    """A public name that tells nothing."""
    return "prs-" + "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def revise(
    work: Work, person_id: str, content: RegisteredPerson, row_version: int, glossaries: Glossaries
) -> KeptPerson:
    """Keep what is said of a person from now on; what was said before stays in the history.

    Args:
        work: Whose work it is.
        person_id: The person.
        content: Everything that is said of them.
        row_version: The state of the entry that the author has seen.
        glossaries: To resolve positions with.

    Raises:
        RegisteredPersonUnknown: There is none in sight.
        PersonChanged: The entry has changed since.
        NotAllowed: It is not the author's to change.
        PersonContradicts: A position does not resolve, or stands twice.
    """
    kept = _lock(work, person_id, row_version, content)
    reader = glossaries.of(collection_of(kept, work))
    _check(content, reader)
    said = (content, findable(content, reader))
    store.save_person(work.session, person_id, work.actor.person.person_id, said)
    work.note("person.revise", person_id, {"number": row_version + 1}, KIND)
    return read(work, person_id)


def remove(work: Work, person_id: str, row_version: int) -> None:
    """Take a person out of the registry, for good: minutes keep the names that they hold.

    Raises:
        RegisteredPersonUnknown: There is none in sight.
        PersonChanged: The entry has changed since.
        NotAllowed: It is not the person's to change.
        PersonContradicts: The shipped termbase brought it, and would bring it again.
    """
    kept = _lock(work, person_id, row_version, None)
    if kept.concept_id is not None:
        raise PersonContradicts(message("the shipped termbase brought this person; say anew what is known"))
    store.delete_person(work.session, person_id)
    work.note("person.remove", person_id, {}, KIND)


def _lock(work: Work, person_id: str, row_version: int, mine: RegisteredPerson | None) -> KeptPerson:
    kept = store.get_registered(work.session, person_id, work.actor.sight, lock=True)
    if kept.row_version != row_version:
        raise PersonChanged(kept, mine)
    is_national = collection_of(kept, work) is Collection.NATIONAL
    check_keeper(work, work.actor.national.office_id if is_national else work.actor.office.office_id)
    return kept


def _check(content: RegisteredPerson, reader: PostReader) -> None:
    positions = [reader.read_in_bounds(held) for held in content.positions]
    problems = [
        message("{place}: {problem}", place=f"positions[{index}].position", problem=problem)
        for index, one in enumerate(positions)
        for problem in one.problems
    ]
    if problems:
        raise PersonContradicts(*problems)
    refuse_repeated(content.positions, [one.forms for one in positions])


def _refuse_twin(
    work: Work, said: tuple[RegisteredPerson, Findable], office_id: int, reader: PostReader
) -> None:
    """People may share a name; two entries of one name that hold the same position are one person."""
    content, found = said
    for kept in store.namesakes(work.session, found.names[0].exact, [office_id]):
        if _are_one(content, kept.content, reader):
            raise PersonContradicts(
                message("{id} is this person already; add to that entry", id=kept.person_id)
            )


def _are_one(one: RegisteredPerson, other: RegisteredPerson, reader: PostReader) -> bool:
    if one.name != other.name:
        return False
    if not one.positions and not other.positions:
        return True
    return any(
        mine.overlaps(theirs) and reader.read_in_bounds(mine).forms & reader.read_in_bounds(theirs).forms
        for mine in one.positions
        for theirs in other.positions
    )


def positions_on(
    work: Work, kept: KeptPerson, glossaries: Glossaries, day: date | None
) -> list[ReadPosition]:
    """The positions that a person holds on a day, as of it; without a day all, each as of its own days."""
    reader = glossaries.of(collection_of(kept, work))
    if day is None:
        return [reader.read_in_bounds(held) for held in kept.content.positions]
    return [reader.read(held, day) for held in kept.content.positions if held.holds(day)]


def as_participants(
    work: Work, kept: KeptPerson, positions: Sequence[ReadPosition], glossaries: Glossaries
) -> list[Person]:
    """A person as the record of a meeting writes them: once for each position, or once without any."""
    reader = glossaries.of(collection_of(kept, work))
    return [as_participant(kept.content, one, reader) for one in positions or (None,)]


def as_participant(kept: RegisteredPerson, position: ReadPosition | None, reader: PostReader) -> Person:
    """A person with a position as the record of a meeting writes them.

    The name stands as the glossary's where it has the same one, so that its source is known; a position that
    does not resolve on the day is left open.
    """
    fields: dict[str, object] = {"name": _name(kept, position, reader), "position": None}
    if position is not None and not position.problems:
        fields["position"] = position.held.position
    if kept.address is not None:
        fields["address"] = kept.address
    return Person.model_validate(fields)


def _name(kept: RegisteredPerson, position: ReadPosition | None, reader: PostReader) -> Name:
    pair = kept.name
    if position is not None and pair.vi:
        try:
            if reader.names(position.day).person(pair.vi).name == pair:
                return Name.model_validate(pair.vi)
        except NameUnresolved:
            pass
    return Name.model_validate({"vi": pair.vi, "zh": pair.zh})
