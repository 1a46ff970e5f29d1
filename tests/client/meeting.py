"""A whole meeting by a client that was generated: meeting.py ADDRESS PASSWORD RECORD."""

import json
import sys
from pathlib import Path

from bienban_client import AuthenticatedClient, Client
from bienban_client.api.minutes import (
    add_waiver,
    check_minutes,
    create_minutes,
    list_shares,
    move_minutes,
    read_minutes,
    read_work,
    share_minutes,
)
from bienban_client.api.segments import comment_segment, list_segment_comments, list_segments, save_segment
from bienban_client.api.session import read_session, sign_in
from bienban_client.models import (
    Level,
    MinutesState,
    Record,
    SaidRequest,
    ShareRequest,
    SignInRequest,
    Text,
    TransitionRequest,
    WaiverRequest,
)

address, password, record_file = sys.argv[1:]


def enter(handle: str) -> AuthenticatedClient:
    """Sign a person in."""
    opened = sign_in.sync(
        client=Client(base_url=address), body=SignInRequest(handle=handle, password=password)
    )
    return AuthenticatedClient(base_url=address, token=opened.token, raise_on_unexpected_status=True)


drafter, translator, keeper, guest = map(enter, ("mai", "nam", "ha", "wang"))
assert read_session.sync(client=drafter).handle == "mai"

record = Record.from_dict(json.loads(Path(record_file).read_text(encoding="utf-8")))
made = create_minutes.sync(client=drafter, body=record, idempotency_key="meeting-1")
twice = create_minutes.sync(client=drafter, body=record, idempotency_key="meeting-1")
assert made.id == twice.id
minutes = made.id


def work_tag(client: AuthenticatedClient) -> str:
    """Which state of the work is shown now."""
    return read_work.sync(minutes, client=client).etag


def move(client: AuthenticatedClient, state: MinutesState, reason: str = "") -> MinutesState:
    """Move the minutes."""
    body = TransitionRequest(to=state, reason=reason)
    return move_minutes.sync(minutes, client=client, body=body, if_match=work_tag(client)).state


assert read_minutes.sync_detailed(minutes, client=guest).status_code == 404

move(drafter, MinutesState.IN_TRANSLATION)
missing = next(one for one in list_segments.sync(minutes, client=translator).items if one.zh is None)
first = save_segment.sync(
    minutes,
    missing.id,
    client=drafter,
    body=Text(vi="Hai bên nhất trí trao đổi thông tin hằng tháng."),
    if_match=missing.etag,
)
comment = SaidRequest(text="Xin dịch giúp đoạn này.")
comment_segment.sync(minutes, missing.id, client=drafter, body=comment)
late = save_segment.sync_detailed(
    minutes,
    missing.id,
    client=translator,
    body=Text(vi=missing.vi, zh="双方一致同意交流信息。"),
    if_match=missing.etag,
)
assert late.status_code == 412, late.status_code
both = Text(vi=first.vi, zh="双方一致同意每月交流信息。")
save_segment.sync(minutes, missing.id, client=translator, body=both, if_match=first.etag)
assert [one.person for one in list_segment_comments.sync(minutes, missing.id, client=translator)] == ["mai"]

move(translator, MinutesState.IN_REVIEW)
move(drafter, MinutesState.AGREED)
body = TransitionRequest(to=MinutesState.FINAL)
refused = move_minutes.sync_detailed(minutes, client=keeper, body=body, if_match=work_tag(keeper))
assert refused.status_code == 409, refused.status_code
for found in check_minutes.sync(minutes, client=keeper):
    if found.blocks:
        accepted = WaiverRequest(code=found.code, place=found.place, reason="đã hỏi lại phía bạn")
        add_waiver.sync(minutes, client=keeper, body=accepted, if_match=work_tag(keeper))
assert move(keeper, MinutesState.FINAL) == MinutesState.FINAL
assert move(keeper, MinutesState.IN_REVIEW, "phía bạn xin sửa một chữ") == MinutesState.IN_REVIEW
assert read_minutes.sync(minutes, client=drafter).version == 2

share_minutes.sync(
    minutes, "van-nam", client=drafter, body=ShareRequest(level=Level.READ), if_match=work_tag(drafter)
)
assert [one.office for one in list_shares.sync(minutes, client=drafter)] == ["van-nam"]
assert read_minutes.sync(minutes, client=guest).shared == Level.READ
sys.stdout.write(minutes)
