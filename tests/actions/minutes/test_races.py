"""People at work on one paper at the same moment, on both databases."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from minutes_work import Desk
from racing import at_once
from service.accounts.store import verify_chains
from service.actions.live import LiveGlossary
from service.actions.minutes import parts, segments, trash, versions
from service.actions.minutes.access import MinutesChanged
from service.actions.minutes.moving import Wish, move_minutes
from service.actions.minutes.parts import PartChanged
from service.actions.minutes.segments import SegmentChanged
from service.core.languages import Pair
from service.db.unit_of_work import unit_of_work
from service.minutes.kept import KeptMinutes
from service.minutes.parts import Part, PlacedOutline, PlacedTasks
from service.minutes.refusals import MinutesLocked, MinutesUnknown, SegmentUnknown
from service.minutes.states import State


@pytest.fixture
def lan(engine: Engine) -> Desk:
    return Desk(engine, "lan")


@pytest.fixture
def binh(engine: Engine) -> Desk:
    return Desk(engine, "binh")


@pytest.fixture
def kept(lan: Desk) -> KeptMinutes:
    return lan.create()


def saving(desk: Desk, kept: KeptMinutes, segment_id: str, text: str) -> Callable[[], object]:
    seen = kept.segments[segment_id].row_version
    pair = Pair(text, kept.segments[segment_id].texts.pair.zh)
    return lambda: desk.do(
        lambda work: segments.save_texts(work, kept.head.minutes_id, segment_id, pair, seen)
    )


def moving(desk: Desk, kept: KeptMinutes, wish: Wish, seen: int, live: LiveGlossary) -> Callable[[], object]:
    return lambda: desk.do(lambda work: move_minutes(work, kept.head.minutes_id, wish, seen, live))


def emptying(desk: Desk, minutes_id: str) -> Callable[[], object]:
    empty = PlacedOutline.model_validate({"sections": []})
    return lambda: desk.do(lambda work: parts.save_part(work, minutes_id, Part.OUTLINE, empty, 1))


def test_of_many_edits_of_one_segment_one_is_kept(lan: Desk, binh: Desk, kept: KeptMinutes) -> None:
    one = kept.places[1].segment_id
    ends = at_once(*(saving(desk, kept, one, f"{desk.handle} {n}") for n in range(4) for desk in (lan, binh)))
    assert sorted(map(str, ends)) == sorted([*(7 * [str(SegmentChanged)]), "None"])
    segment = lan.read(kept.head.minutes_id).segments[one]
    assert segment.row_version == 2
    past = lan.look(lambda work: segments.segment_history(work, kept.head.minutes_id, one))
    assert [entry.row_version for entry in past] == [2, 1]
    assert past[0].person == segment.saved_by


def test_edits_of_different_segments_and_parts_never_meet(
    lan: Desk, binh: Desk, kept: KeptMinutes, engine: Engine
) -> None:
    minutes_id = kept.head.minutes_id
    ids = [place.segment_id for place in kept.places]
    tasks = PlacedTasks.model_validate({"tasks": [{"vi": "Việc", "zh": "任务"}]})
    outline = PlacedOutline.model_validate(kept.parts[Part.OUTLINE].content)
    acts = [saving(desk, kept, one, f"mới {one}") for one, desk in zip(ids, (lan, binh), strict=True)]
    acts += [
        lambda: lan.do(lambda work: parts.save_part(work, minutes_id, Part.TASKS, tasks, 1)),
        lambda: binh.do(lambda work: parts.save_part(work, minutes_id, Part.OUTLINE, outline, 1)),
        lambda: lan.do(lambda work: versions.name_version(work, minutes_id, "lúc này")),
        lambda: binh.do(lambda work: segments.comment(work, minutes_id, "x", ids[0])),
    ]
    assert at_once(*acts) == [None] * 6
    after = lan.read(minutes_id)
    assert [after.segments[one].texts.pair.vi for one in ids] == [f"mới {one}" for one in ids]
    assert after.record.tasks[0].zh == "任务"
    assert after.record.revision == 5
    with unit_of_work(engine, writing=False) as session:
        assert {one.broken_at for one in verify_chains(session)} == {None}


def test_of_two_edits_of_one_part_one_is_kept(lan: Desk, binh: Desk, kept: KeptMinutes) -> None:
    minutes_id = kept.head.minutes_id

    def save(desk: Desk, text: str) -> Callable[[], object]:
        tasks = PlacedTasks.model_validate({"tasks": [{"vi": text}]})
        return lambda: desk.do(lambda work: parts.save_part(work, minutes_id, Part.TASKS, tasks, 1))

    ends = at_once(save(lan, "a"), save(binh, "b"), save(lan, "c"), save(binh, "d"))
    assert sorted(map(str, ends)) == sorted([*(3 * [str(PartChanged)]), "None"])
    assert len(lan.read(minutes_id).record.tasks) == 1


def test_nothing_changes_after_the_minutes_are_agreed(lan: Desk, binh: Desk, engine: Engine) -> None:
    live = LiveGlossary(engine)
    for _ in range(4):
        kept = lan.create()
        moving(lan, kept, Wish(State.IN_REVIEW), 1, live)()
        edits = [saving(binh, kept, place.segment_id, "muộn") for place in kept.places]
        ends = at_once(moving(lan, kept, Wish(State.AGREED), 2, live), *edits)
        assert ends[0] is None
        assert set(ends[1:]) <= {None, MinutesLocked}
        after = binh.read(kept.head.minutes_id)
        late = [after.segments[place.segment_id].texts.pair.vi == "muộn" for place in kept.places]
        assert late == [end is None for end in ends[1:]]


def test_a_segment_is_edited_or_removed_never_both(lan: Desk, binh: Desk) -> None:
    for _ in range(4):
        kept = lan.create()
        minutes_id, gone = kept.head.minutes_id, kept.places[1].segment_id
        ends = at_once(emptying(binh, minutes_id), saving(lan, kept, gone, "muộn"))
        assert ends[0] is None
        assert ends[1] in {None, SegmentUnknown}
        assert lan.read(minutes_id).segments == {}


def test_minutes_are_moved_or_deleted_never_both(lan: Desk, binh: Desk, engine: Engine) -> None:
    live = LiveGlossary(engine)
    kept = lan.create()
    minutes_id = kept.head.minutes_id
    ends = at_once(
        moving(lan, kept, Wish(State.IN_REVIEW), 1, live),
        lambda: binh.do(lambda work: trash.trash(work, minutes_id, 1)),
    )
    assert ends.count(None) == 1
    assert set(ends) <= {None, MinutesChanged, MinutesUnknown}


def test_a_segment_that_was_not_changed_keeps_its_state(lan: Desk, kept: KeptMinutes) -> None:
    one = kept.segments[kept.places[0].segment_id]
    same = lan.do(
        lambda work: segments.save_texts(work, kept.head.minutes_id, one.segment_id, one.texts.pair, 1)
    )
    assert same == replace(one)
    past = lan.look(lambda work: segments.segment_history(work, kept.head.minutes_id, one.segment_id))
    assert len(past) == 1
