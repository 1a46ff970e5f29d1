"""What administrators do about the people of their office, and system administrators about offices."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from service.accounts.access.errors import KeyUnknown
from service.accounts.access.kept import KeptKey, NewPerson
from service.accounts.access.store import keys, secrets, sessions
from service.accounts.access.store import people as store
from service.accounts.people import (
    LastAdministrator,
    Office,
    OfficeUnknown,
    Person,
    PersonAbsent,
    PersonChanged,
    Role,
)
from service.accounts.store import offices
from service.actions.access import Access
from service.actions.links import Link, make_link
from service.actions.work import NotAllowed, Work
from service.core.message import message
from service.db.base import now

MOST = 200


@dataclass(frozen=True)
class Change:
    """What a person is to be from now on.

    Attributes:
        name: As screens show it.
        roles: What they do in the office.
        is_disabled: Whether they may not act any more.
        email: The verified address under which the OpenID provider knows them; None for none.
    """

    name: str
    roles: frozenset[Role]
    is_disabled: bool = False
    email: str | None = None


def list_people(work: Work, after: str = "", most: int = MOST) -> list[Person]:
    """People of the own office in the order of their handles, from behind one on."""
    return store.page_of_people(work.session, work.actor.office.office_id, after, most)


def read_person(work: Work, handle: str) -> tuple[Person, str | None]:
    """A person of the own office, and under which address the OpenID provider knows them.

    Raises:
        PersonAbsent: There is none; those of other offices are none.
    """
    person = _find(work, handle)
    return person, secrets.identity_email(work.session, person.person_id)


def add_person(
    work: Work, access: Access, handle: str, name: str, roles: Iterable[Role]
) -> tuple[Person, Link]:
    """Add a person to the own office, with a link to choose a password.

    Raises:
        HandleTaken: Somebody is called that already.
    """
    return _add(work, access, work.actor.office, NewPerson(handle, name, frozenset(roles)))


def _add(work: Work, access: Access, office: Office, who: NewPerson) -> tuple[Person, Link]:
    number = store.add_person(work.session, office.office_id, who)
    work.note("person.add", who.handle, {"office": office.code, "roles": sorted(who.roles)}, "person")
    person = store.find_in_office(work.session, office.office_id, who.handle)
    if person is None:  # pragma: no cover - just added
        raise LookupError
    return person, make_link(work.session, access, number)


def change_person(work: Work, access: Access, handle: str, row_version: int, wanted: Change) -> Person:
    """Keep what a person of the own office is from now on; who is disabled is out at once.

    Args:
        work: Of an administrator.
        access: Of the installation.
        handle: Who.
        row_version: The state of the person that the administrator has seen.
        wanted: What they are to be.

    Raises:
        PersonAbsent: There is none.
        PersonChanged: They have changed since.
        NotAllowed: A system administrator, whom only another one changes; or a key changes its own person.
        LastAdministrator: Nobody would be left to keep the office.
    """
    person = _find(work, handle, lock=True)
    _check_reach(work, person)
    if person.row_version != row_version:
        raise PersonChanged(
            message("{name} was changed by someone else in the meantime; look again", name=handle)
        )
    changed = replace(person, name=wanted.name, roles=wanted.roles, is_disabled=wanted.is_disabled)
    store.save_person(work.session, changed)
    _check_keepers(work, person, changed)
    told = _told(person, changed)
    if secrets.identity_email(work.session, person.person_id) != wanted.email:
        secrets.link_identity(work.session, person.person_id, access.issuer, wanted.email)
        told["email"] = wanted.email
    if wanted.is_disabled:
        sessions.end_sessions(work.session, person.person_id)
        secrets.drop_links(work.session, person.person_id)
    work.note("person.change", handle, told, "person")
    return _find(work, handle)


def _told(before: Person, after: Person) -> dict[str, object]:
    told: dict[str, object] = {"roles": sorted(after.roles)}
    if before.is_disabled != after.is_disabled:
        told["is_disabled"] = after.is_disabled
    return told


def reset_person(work: Work, access: Access, handle: str, *, second_factor: bool) -> Link:
    """A link for a person of the own office to choose a password anew; they are signed out everywhere.

    Args:
        work: Of an administrator.
        access: Of the installation.
        handle: Who.
        second_factor: Whether their second factor goes too: they have lost it.

    Raises:
        PersonAbsent: There is none, or they were disabled.
        NotAllowed: A system administrator, whom only another one resets.
    """
    person = _find(work, handle, lock=True)
    _check_reach(work, person)
    if person.is_disabled or person.is_local:
        raise _absent(handle)
    sessions.end_sessions(work.session, person.person_id)
    if second_factor:
        secrets.drop_second_factor(work.session, person.person_id)
    work.note("person.reset", handle, {"second_factor": second_factor}, "person")
    return make_link(work.session, access, person.person_id)


def keys_of_person(work: Work, handle: str) -> list[KeptKey]:
    """The keys of a person of the own office.

    Raises:
        PersonAbsent: There is none.
    """
    return keys.keys_of(work.session, _find(work, handle).person_id)


def revoke_key_of(work: Work, handle: str, prefix: str) -> None:
    """Revoke a key of a person of the own office.

    Raises:
        PersonAbsent: There is none.
        KeyUnknown: They have no such key.
    """
    if not keys.revoke_key(work.session, _find(work, handle).person_id, prefix, now()):
        raise KeyUnknown(message("there is no key {name}", name=prefix))
    work.note("key.revoke", prefix, {"person": handle}, "key")


def _find(work: Work, handle: str, *, lock: bool = False) -> Person:
    person = store.find_in_office(work.session, work.actor.office.office_id, handle, lock=lock)
    if person is None:
        raise _absent(handle)
    return person


def _absent(handle: str) -> PersonAbsent:
    return PersonAbsent(message("there is nobody called “{name}”", name=handle))


def _check_reach(work: Work, person: Person) -> None:
    actor = work.actor
    # Who could reset a system administrator would be one; and a key would open its person's whole account.
    if person.is_system and (not actor.person.is_system or actor.carrier.is_key):
        raise NotAllowed(message("only a system administrator changes another one"))
    if actor.carrier.is_key and person.person_id == actor.person.person_id:
        raise NotAllowed(message("a key does not look after the account of its own person"))


def _check_keepers(work: Work, before: Person, after: Person) -> None:
    leaves = Role.ADMINISTRATOR in before.roles and (
        after.is_disabled or Role.ADMINISTRATOR not in after.roles
    )
    if (
        leaves
        and not before.is_disabled
        and store.count_administrators(work.session, before.office.office_id) == 0
    ):
        raise LastAdministrator(message("an office keeps at least one administrator; name another one first"))


# Offices.


def list_offices(work: Work) -> list[Office]:
    """Every office but the one that only holds the national collection."""
    return [office for office in offices(work.session) if office != work.actor.national]


def add_office(work: Work, code: str, name_vi: str, name_zh: str) -> Office:
    """Add an office.

    Raises:
        OfficeTaken: There is one of that code.
    """
    store.add_office(work.session, code, name_vi, name_zh)
    work.note("office.add", code, {}, "office")
    return get_office(work, code)


def rename_office(work: Work, code: str, name_vi: str, name_zh: str) -> Office:
    """Keep what an office is called from now on.

    Raises:
        OfficeUnknown: There is none.
    """
    office = get_office(work, code)
    store.rename_office(work.session, office.office_id, name_vi, name_zh)
    work.note("office.rename", code, {"before": [office.name_vi, office.name_zh]}, "office")
    return get_office(work, code)


def add_administrator(work: Work, access: Access, code: str, handle: str, name: str) -> tuple[Person, Link]:
    """Add an administrator to an office: its people are theirs to keep from then on.

    Raises:
        OfficeUnknown: There is none.
        HandleTaken: Somebody is called that already.
    """
    who = NewPerson(handle, name, frozenset((Role.ADMINISTRATOR,)))
    return _add(work, access, get_office(work, code), who)


def get_office(work: Work, code: str) -> Office:
    """An office that people can be of.

    Raises:
        OfficeUnknown: There is none.
    """
    office = store.find_office(work.session, code)
    if office is None or office == work.actor.national:
        raise OfficeUnknown(message("there is no office {code}", code=code))
    return office
