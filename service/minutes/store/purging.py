"""Minutes deleted for good, children first."""

from sqlalchemy import delete, select
from sqlmodel import Session, col

from service.minutes.tables import (
    MinutesCommentRow,
    MinutesRow,
    NamedVersionRow,
    PartRow,
    SegmentPastRow,
    SegmentRow,
    ShareRow,
    StepRow,
    WaiverRow,
)

_CHILDREN = (MinutesCommentRow, SegmentRow, PartRow, StepRow, WaiverRow, ShareRow, NamedVersionRow)


def delete_minutes(session: Session, key: int) -> None:
    """Delete minutes with all that belongs to them."""
    segments = select(col(SegmentRow.id)).where(col(SegmentRow.minutes_key) == key)
    session.execute(delete(SegmentPastRow).where(col(SegmentPastRow.segment_key).in_(segments)))
    for table in _CHILDREN:
        session.execute(delete(table).where(col(table.minutes_key) == key))
    session.execute(delete(MinutesRow).where(col(MinutesRow.id) == key))
