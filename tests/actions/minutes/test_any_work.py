"""Any work on one paper through the actions: what is read is what was done, whoever tried what else."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine

from minutes_work import Desk, add_person
from samples import SMALL, read
from service.accounts.people import Role
from service.accounts.store import verify_chains
from service.actions.live import LiveGlossary
from service.actions.minutes import parts, segments, trash, versions
from service.actions.minutes.access import MinutesChanged
from service.actions.minutes.moving import Wish, move_minutes
from service.actions.minutes.parts import PartChanged
from service.actions.minutes.segments import SegmentChanged
from service.actions.work import NotAllowed, Work
from service.core.languages import Pair
from service.core.message import BienbanError
from service.db.unit_of_work import unit_of_work
from service.minutes.kept import KeptMinutes
from service.minutes.parts import Part, PlacedOutline
from service.minutes.refusals import MinutesKept, MinutesLocked, SegmentUnknown
from service.minutes.states import State, TransitionRefused

PEOPLE = {
    "lan": ("drafter", "translator", "administrator"),
    "thu": ("translator",),
    "nam": ("drafter",),
    "ha": ("reader",),
}
# Typed by hand: who may write texts in which state, and who may do the rest of the editing.
TEXTS = {
    "drafting": {"drafter", "administrator"},
    "in_translation": {"drafter", "administrator", "translator"},
    "in_review": {"drafter", "administrator", "translator"},
}
PARTS = {"drafter", "administrator"}
WORDS = st.sampled_from([None, "a", "b", "ấy", "会", "谈"])
WHO = st.sampled_from(sorted(PEOPLE))


class OnePaper(RuleBasedStateMachine):
    """People with different roles work on one paper; a model beside it says what must come of it."""

    versions = Bundle("versions")

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine
        self.desks = {name: Desk(engine, name) for name in PEOPLE}
        self.live = LiveGlossary(engine)

    @initialize()
    def begin(self) -> None:
        kept = self.desks["lan"].create(read(SMALL))
        self.minutes_id = kept.head.minutes_id
        self.heading, first = (place.segment_id for place in kept.places)
        self.items = [first]
        self.texts = {one: kept.segments[one].texts.pair for one in (self.heading, first)}
        self.state = "drafting"
        self.was_agreed = False

    def kept(self) -> KeptMinutes:
        return self.desks["lan"].read(self.minutes_id)

    def attempt(self, who: str, act: Callable[[Work], Any]) -> BienbanError | None:
        try:
            self.desks[who].do(act)
        except BienbanError as error:
            return error
        return None

    def may(self, who: str, allowed: set[str]) -> bool:
        return bool(set(PEOPLE[who]) & allowed)

    @rule(who=WHO, place=st.integers(0, 5), vi=WORDS, zh=WORDS, is_late=st.booleans())
    def save(self, who: str, place: int, vi: str | None, zh: str | None, *, is_late: bool) -> None:
        ids = [self.heading, *self.items]
        one = ids[place % len(ids)]
        seen = self.kept().segments[one].row_version - is_late
        pair = Pair(vi, zh)
        end = self.attempt(who, lambda work: segments.save_texts(work, self.minutes_id, one, pair, seen))
        if self.state not in TEXTS:
            assert isinstance(end, MinutesLocked)
        elif not self.may(who, TEXTS[self.state]):
            assert isinstance(end, NotAllowed)
        elif is_late:
            assert isinstance(end, SegmentChanged)
        else:
            assert end is None
            self.texts[one] = pair

    @rule(who=WHO, place=st.integers(0, 5), vi=WORDS, is_late=st.booleans())
    def insert(self, who: str, place: int, vi: str | None, *, is_late: bool) -> None:
        at = place % (len(self.items) + 1)
        content = self.outline([*self.items[:at], None, *self.items[at:]], vi)
        if self.edit(who, content, is_late=is_late):
            new = self.kept().places[1 + at].segment_id
            assert new not in self.texts
            self.items.insert(at, new)
            self.texts[new] = Pair(vi, None)

    @rule(who=WHO, order=st.permutations(range(6)), is_late=st.booleans())
    def move_about(self, who: str, order: list[int], *, is_late: bool) -> None:
        items = [self.items[one] for one in order if one < len(self.items)] + self.items[6:]
        if self.edit(who, self.outline(items), is_late=is_late):
            self.items = items

    @rule(who=WHO, place=st.integers(0, 5))
    def remove(self, who: str, place: int) -> None:
        if not self.items:
            return
        gone = self.items[place % len(self.items)]
        items = [one for one in self.items if one != gone]
        if self.edit(who, self.outline(items), is_late=False):
            self.items = items
            end = self.attempt(
                "lan", lambda work: segments.save_texts(work, self.minutes_id, gone, Pair("x", "y"), 2)
            )
            assert isinstance(end, SegmentUnknown)

    def outline(self, items: list[str | None] | list[str], vi: str | None = None) -> PlacedOutline:
        placed = [{"segment": one} if one else {"vi": vi} for one in items]
        section = {
            "id": "results",
            "heading": {"segment": self.heading},
            "items": [{"stance": "agreed", **one} for one in placed],
        }
        return PlacedOutline.model_validate({"sections": [section]})

    def edit(self, who: str, content: PlacedOutline, *, is_late: bool) -> bool:
        seen = self.kept().parts[Part.OUTLINE].row_version + is_late
        end = self.attempt(
            who, lambda work: parts.save_part(work, self.minutes_id, Part.OUTLINE, content, seen)
        )
        if self.state not in TEXTS:
            assert isinstance(end, MinutesLocked)
        elif not self.may(who, PARTS):
            assert isinstance(end, NotAllowed)
        elif is_late:
            assert isinstance(end, PartChanged)
        else:
            assert end is None
        return end is None

    @rule(who=WHO, to=st.sampled_from(State), reason=st.sampled_from(["", "vì sai"]), is_late=st.booleans())
    def move(self, who: str, to: State, reason: str, *, is_late: bool) -> None:
        before = self.kept().head
        seen = before.row_version - is_late
        end = self.attempt(
            who, lambda work: move_minutes(work, self.minutes_id, Wish(to, reason), seen, self.live)
        )
        after = self.kept()
        if end is None:
            assert not is_late
            assert (after.steps[-1].source.value, after.steps[-1].target) == (self.state, to)
            assert after.head.row_version == before.row_version + 1
            self.state = to.value
            self.was_agreed = self.was_agreed or to is State.AGREED
        else:
            assert isinstance(end, MinutesChanged | NotAllowed | TransitionRefused)
            assert isinstance(end, MinutesChanged) == is_late
            assert after.head == before

    @rule(target=versions)
    def name(self) -> tuple[int, tuple[str, ...], dict[str, Pair]]:
        made = self.desks["nam"].do(lambda work: versions.name_version(work, self.minutes_id, "v"))
        shown = {one: self.texts[one] for one in (self.heading, *self.items)}
        return made.number, tuple(self.items), shown

    @rule(who=WHO, version=consumes(versions))
    def restore(self, who: str, version: tuple[int, tuple[str, ...], dict[str, Pair]]) -> None:
        number, items, texts = version
        seen = self.kept().head.row_version
        end = self.attempt(who, lambda work: versions.restore_version(work, self.minutes_id, number, seen))
        if self.state in TEXTS and self.may(who, PARTS):
            assert end is None
            self.items = list(items)
            self.texts |= texts
        else:
            assert isinstance(end, MinutesLocked if self.state not in TEXTS else NotAllowed)

    @rule(who=WHO)
    def delete_and_take_out(self, who: str) -> None:
        seen = self.kept().head.row_version
        end = self.attempt(who, lambda work: trash.trash(work, self.minutes_id, seen))
        if not self.may(who, PARTS):
            assert isinstance(end, NotAllowed)
        elif self.was_agreed:
            assert isinstance(end, MinutesKept)
        else:
            assert end is None
            self.desks["nam"].do(lambda work: trash.take_out(work, self.minutes_id))

    @invariant()
    def what_is_read_is_what_was_done(self) -> None:
        kept = self.kept()
        assert kept.head.state.value == self.state
        (section,) = kept.record.sections
        assert section.heading.pair == self.texts[self.heading]
        assert [item.pair for item in section.items] == [self.texts[one] for one in self.items]
        assert [place.segment_id for place in kept.places] == [self.heading, *self.items]

    def teardown(self) -> None:
        with unit_of_work(self.engine, writing=False) as session:
            assert {one.broken_at for one in verify_chains(session)} == {None}


def test_any_work_comes_to_what_was_done(engine: Engine) -> None:
    for name, roles in PEOPLE.items():
        if name != "lan":
            add_person(engine, "local", name, *map(Role, roles))
    run_state_machine_as_test(
        cast("type[OnePaper]", partial(OnePaper, engine)),
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
