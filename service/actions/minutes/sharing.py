"""Giving minutes to other offices: the owning office decides, to all others they do not exist."""

from service.accounts.people import NATIONAL
from service.actions.minutes.access import check_keeper, check_owner, note, open_minutes, open_to_move
from service.actions.work import Work
from service.core.message import message
from service.minutes.kept import Head, Shared
from service.minutes.refusals import ShareRefused, ShareUnknown
from service.minutes.sharing import Level
from service.minutes.store import work as store
from service.minutes.store.heads import change_head


def list_shares(work: Work, minutes_id: str) -> tuple[Head, list[Shared]]:
    """To whom minutes are given, with their head.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Another office owns them.
    """
    head = open_minutes(work, minutes_id)
    check_owner(head)
    return head, store.shares(work.session, head.key)


def share(work: Work, minutes_id: str, office: str, level: Level, seen: int) -> tuple[Head, list[Shared]]:
    """Give minutes to an office, or change what it is given.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Another office owns them, or it is none of the person's roles.
        MinutesChanged: Their head has changed since it was seen.
        ShareRefused: There is no such office, or nobody works there, or it owns them.
    """
    head = open_to_move(work, minutes_id, seen)
    check_keeper(work, head)
    number = store.find_office(work.session, office)
    if number is None or office == NATIONAL:
        raise ShareRefused(message("there is no office “{code}” to share with", code=office))
    if number == head.office_id:
        raise ShareRefused(message("these minutes are your office's own"))
    store.set_share(work.session, head.key, number, work.actor.person.person_id, level)
    change_head(work.session, head.key)
    note(work, head, "share", {"with": office, "level": level.value})
    return list_shares(work, minutes_id)


def revoke(work: Work, minutes_id: str, office: str, seen: int) -> tuple[Head, list[Shared]]:
    """Take minutes from an office.

    Raises:
        ShareUnknown: They are not shared with it.
    """
    head = open_to_move(work, minutes_id, seen)
    check_keeper(work, head)
    number = store.find_office(work.session, office)
    person_id = work.actor.person.person_id
    if number is None or not store.set_share(work.session, head.key, number, person_id, None):
        raise ShareUnknown(message("these minutes are not shared with “{code}”", code=office))
    change_head(work.session, head.key)
    note(work, head, "revoke", {"from": office})
    return list_shares(work, minutes_id)
