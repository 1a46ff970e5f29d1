"""Who holds which position on a day, as the registry of persons knows it."""

from collections.abc import Sequence
from datetime import date

from service.actions.live import LiveGlossary
from service.actions.persons import collection_of
from service.actions.posts import Glossaries, body_key
from service.actions.renewing import Holder
from service.actions.work import Work
from service.core.languages import Pair, Side
from service.core.text import fold_term
from service.glossary.named import Position, Posts
from service.glossary.search_keys import keys_of
from service.minutes.persons import store
from service.minutes.persons.listing import PersonFilters
from service.minutes.persons.registered import KeptPerson

_MOST = 200


class RegisteredHolders:
    """The registry as somebody sees it, on one day."""

    def __init__(self, work: Work, live: LiveGlossary, day: date) -> None:
        """Look at the registry.

        Args:
            work: Whose sight it is.
            live: The glossary that positions are resolved with.
            day: The day on which they are held.
        """
        self._work = work
        self._day = day
        self._glossaries = Glossaries(
            live.of(work.actor.office.office_id), live.of(work.actor.national.office_id)
        )

    def of_post(self, side: Side, posts: Posts) -> Sequence[Holder]:
        """Everybody of a side who holds all the positions of a list on the day."""
        bodies = [(store.BODY, body_key(one.body)) for one in posts.positions if one.body]
        if not bodies:
            return []
        filters = PersonFilters(
            self._work.actor.sight, side=side, day=self._day, bodies=bodies[-1:], most=_MOST
        )
        found = store.list_persons(self._work.session, filters).persons
        holding = [one for one in found if self._holds(one, posts.positions)]
        # The same person may stand in everybody's collection and in the office's own.
        by_name = {one.content.name: Holder(one.content.name, one.content.address) for one in holding}
        return list(by_name.values())

    def _holds(self, kept: KeptPerson, positions: Sequence[Position]) -> bool:
        reader = self._glossaries.of(collection_of(kept, self._work))
        held = [reader.read(one, self._day) for one in kept.content.positions if one.holds(self._day)]
        forms = frozenset(form for one in held for form in one.forms)
        forms |= {fold_term(own.name.vi or "") for one in held if one.posts for own in one.posts.positions}
        return all(fold_term(one.name.vi or "") in forms for one in positions)

    def knows(self, side: Side, name: Pair) -> bool:
        """Whether any position is known of somebody of that name, on whatever day."""
        texts = [text for text in (name.vi, name.zh) if text]
        found = [
            one
            for text in texts
            for one in store.namesakes(self._work.session, keys_of(text).exact, self._work.actor.sight)
        ]
        return any(one.content.side is side and one.content.positions for one in found)
