"""Segments and parts in the database. Saving a segment touches its own row and adds one of history."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, select

from service.accounts.tables import PersonRow
from service.core.languages import Language, Pair
from service.db.base import now
from service.minutes.kept import KeptSegment, PastSegment
from service.minutes.parts import NewSegment, Part
from service.minutes.segments import Status, Texts, new_texts
from service.minutes.tables import SegmentPastRow, SegmentRow

_Assignee = aliased(PersonRow)
_SEGMENTS, _PAST = (SQLModel.metadata.tables[row.__tablename__] for row in (SegmentRow, SegmentPastRow))
_SAVED = (
    "vi",
    "zh",
    "words",
    "status",
    "stale",
    "row_version",
    "is_live",
    "assignee_id",
    "saved_by",
    "saved_at",
)
_SAVE = (
    update(_SEGMENTS)
    .where(_SEGMENTS.c.id == bindparam("seen_key"), _SEGMENTS.c.row_version == bindparam("seen_version"))
    .values({name: bindparam(name) for name in _SAVED})
)
_KEEP = insert(_PAST)


@cache
def _one() -> Any:  # noqa: ANN401 - a select of three
    """The question for one segment, put together once: every edit asks it."""
    is_wanted = col(SegmentRow.segment_id) == bindparam("segment_id")
    wanted = _segments(bindparam("minutes_key")).where(is_wanted, col(SegmentRow.is_live))
    return wanted.execution_options(populate_existing=True)


def _segments(minutes_key: Any) -> Any:  # noqa: ANN401 - a number or a place for one, and a select of three
    return (
        select(SegmentRow, _Assignee.handle, PersonRow.handle)
        .join(PersonRow, col(PersonRow.id) == SegmentRow.saved_by)
        .join(_Assignee, _Assignee.id == SegmentRow.assignee_id, isouter=True)  # type: ignore[arg-type]
        .where(SegmentRow.minutes_key == minutes_key)
    )


def _segment(row: SegmentRow, assignee: str | None, saved_by: str) -> KeptSegment:
    return KeptSegment(
        key=row.id or 0,
        segment_id=row.segment_id,
        part=Part(row.part),
        is_live=row.is_live,
        texts=Texts(Pair(row.vi, row.zh), Status(row.status), Language(row.stale) if row.stale else None),
        row_version=row.row_version,
        assignee_id=row.assignee_id,
        assignee=assignee,
        saved_by=saved_by,
        saved_at=row.saved_at,
    )


def find_segment(session: Session, minutes_key: int, segment_id: str) -> KeptSegment | None:
    """A live segment of some minutes, as it is at this moment."""
    row = session.exec(_one(), params={"minutes_key": minutes_key, "segment_id": segment_id}).first()
    return None if row is None else _segment(*row)


def all_segments(session: Session, minutes_key: int, *, live: bool = True) -> dict[str, KeptSegment]:
    """The segments of some minutes by id; with `live=False` those too whose places were deleted."""
    wanted = _segments(minutes_key)
    if live:
        wanted = wanted.where(col(SegmentRow.is_live))
    rows = session.exec(wanted.execution_options(populate_existing=True))
    return {row[0].segment_id: _segment(*row) for row in rows}


def add_segments(session: Session, minutes_key: int, person_id: int, made: Sequence[NewSegment]) -> None:
    """Keep new segments."""
    if not made:
        return
    moment = now()
    shared = {"minutes_key": minutes_key, "is_live": True, "row_version": 1, "stale": ""}
    session.execute(
        insert(SegmentRow),
        [
            {
                **shared,
                **_columns(new_texts(one.pair)),
                "segment_id": one.segment_id,
                "part": one.part.value,
                "saved_by": person_id,
                "saved_at": moment,
            }
            for one in made
        ],
    )
    ids = [one.segment_id for one in made]
    kept = session.exec(
        select(SegmentRow.id, SegmentRow.vi, SegmentRow.zh, SegmentRow.status).where(
            SegmentRow.minutes_key == minutes_key, col(SegmentRow.segment_id).in_(ids)
        )
    )
    past = {"row_version": 1, "deed": "created", "person_id": person_id, "at": moment}
    rows = [
        {**past, "segment_key": key, "vi": vi, "zh": zh, "status": status} for key, vi, zh, status in kept
    ]
    session.execute(insert(SegmentPastRow), rows)


def _columns(texts: Texts) -> dict[str, object]:
    vi, zh = texts.pair.vi, texts.pair.zh
    return {
        "vi": vi,
        "zh": zh,
        "words": "\n".join(text for text in (vi, zh) if text).casefold(),
        "status": texts.status.value,
        "stale": texts.stale.value if texts.stale else "",
    }


def write_segment(session: Session, segment: KeptSegment, deed: str, person_id: int) -> datetime | None:
    """Keep a segment as it is to be, if nobody changed it since it was read.

    Args:
        session: The unit.
        segment: As it is to be, with the row version that was read.
        deed: What is done, for its history.
        person_id: Who does it.

    Returns:
        When it was kept; None where it was not.
    """
    moment = now()
    values = {
        **_columns(segment.texts),
        "row_version": segment.row_version + 1,
        "is_live": segment.is_live,
        "assignee_id": segment.assignee_id,
        "saved_by": person_id,
        "saved_at": moment,
    }
    seen = {"seen_key": segment.key, "seen_version": segment.row_version}
    changed = session.connection().execute(_SAVE, values | seen)
    if changed.rowcount != 1:
        return None
    past = {name: values[name] for name in ("row_version", "vi", "zh", "status", "assignee_id")}
    past |= {"segment_key": segment.key, "deed": deed, "person_id": person_id, "at": moment}
    session.connection().execute(_KEEP, past)
    return moment


def history(session: Session, segment_key: int) -> list[PastSegment]:
    """A segment as each person left it, the newest first."""
    wanted = (
        select(SegmentPastRow, _Assignee.handle, PersonRow.handle)
        .join(PersonRow, col(PersonRow.id) == SegmentPastRow.person_id)
        .join(_Assignee, _Assignee.id == SegmentPastRow.assignee_id, isouter=True)  # type: ignore[arg-type]
        .where(SegmentPastRow.segment_key == segment_key)
        .order_by(col(SegmentPastRow.row_version).desc())
    )
    return [
        PastSegment(
            row.row_version, row.deed, Pair(row.vi, row.zh), Status(row.status), assignee, who, row.at
        )
        for row, assignee, who in session.exec(wanted)
    ]


def segment_keys(session: Session, minutes_key: int) -> Iterable[int | None]:
    """Numbers of all segments of some minutes."""
    return session.exec(select(SegmentRow.id).where(SegmentRow.minutes_key == minutes_key)).all()


def set_live(session: Session, segments: Sequence[KeptSegment], person_id: int, *, live: bool) -> None:
    """Let segments go with their places, or come back."""
    for segment in segments:
        # Under the minutes' lock nobody else writes: the row is as it was read.
        write_segment(session, replace(segment, is_live=live), "restored" if live else "removed", person_id)
