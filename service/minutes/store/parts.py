"""Parts of minutes in the database, each a row."""

import json
from collections.abc import Mapping

from sqlalchemy import CursorResult, insert, update
from sqlmodel import Session, col, select

from service.accounts.tables import PersonRow
from service.core.message import message
from service.db.base import now
from service.minutes.kept import KeptPart
from service.minutes.parts import Content, Part, names_in
from service.minutes.refusals import PartTooLarge
from service.minutes.tables import PartRow

MAX_CONTENT = 1_000_000


def get_parts(session: Session, minutes_key: int) -> dict[Part, KeptPart]:
    """Every part of some minutes."""
    wanted = (
        select(PartRow, PersonRow.handle)
        .join(PersonRow, col(PersonRow.id) == PartRow.saved_by)
        .where(PartRow.minutes_key == minutes_key)
        .execution_options(populate_existing=True)
    )
    found = {Part(row.part): _part(row, handle) for row, handle in session.exec(wanted)}
    return {part: found[part] for part in Part}


def _part(row: PartRow, handle: str) -> KeptPart:
    return KeptPart(Part(row.part), json.loads(row.content), row.row_version, handle, row.saved_at)


def add_parts(session: Session, minutes_key: int, person_id: int, parts: Mapping[Part, Content]) -> None:
    """Keep the parts of new minutes."""
    shared = {"minutes_key": minutes_key, "row_version": 1, "saved_by": person_id, "saved_at": now()}
    rows = [{**shared, "part": part.value, **_columns(content)} for part, content in parts.items()]
    session.execute(insert(PartRow), rows)


def write_part(session: Session, minutes_key: int, kept: KeptPart, content: Content, person_id: int) -> bool:
    """Keep what a part is to say, if nobody changed it since it was read; whether it was kept."""
    changed = session.execute(
        update(PartRow)
        .where(col(PartRow.minutes_key) == minutes_key, col(PartRow.part) == kept.part.value)
        .where(col(PartRow.row_version) == kept.row_version)
        .values(**_columns(content), row_version=kept.row_version + 1, saved_by=person_id, saved_at=now())
        .execution_options(synchronize_session=False)
    )
    return isinstance(changed, CursorResult) and changed.rowcount == 1


def _columns(content: Content) -> dict[str, str]:
    text = json.dumps(content, ensure_ascii=False)
    if len(text) > MAX_CONTENT:
        raise PartTooLarge(message("this part has more than {most} characters", most=MAX_CONTENT))
    return {
        "content": text,
        "words": "\n".join(dict.fromkeys(names_in(content))).casefold(),
    }
