"""The page of a person's own account: sessions, second factor, keys, password."""

import io
from datetime import timedelta
from typing import Annotated, TypeAlias

import segno
from fastapi import APIRouter, Depends, Request, Response

from service.accounts.access import codes
from service.accounts.people import Role
from service.accounts.rights import Right, rights_of
from service.actions.own_keys import (
    end_session,
    make_key,
    own_keys,
    own_sessions,
    revoke_key,
    sign_out_everywhere,
)
from service.actions.second_factor import (
    begin_second_factor,
    change_password,
    confirm_second_factor,
    has_second_factor,
    recovery_codes_left,
    remove_second_factor,
    unconfirmed_secret,
)
from service.actions.work import Work
from service.core.message import BienbanError, message
from service.db.base import now
from service.http.cookies import SESSION, drop_cookie
from service.http.guard import PageGuard, access_of
from service.http.policies import Policy
from service.web.rendering import go_to, render, render_problem
from service.web.routing import SIGN_IN, PageRoute, field, fields

router = APIRouter(prefix="/account", route_class=PageRoute, include_in_schema=False)

Reading: TypeAlias = Annotated[Work, Depends(PageGuard(Policy.OWN_ACCOUNT), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(PageGuard(Policy.OWN_ACCOUNT, writing=True), scope="function")]

START = "/account"
_FACTOR = f"{START}/second-factor"
_LIVES = (30, 90, 365)
ROLES = {
    Role.READER: message("reader"),
    Role.DRAFTER: message("drafter"),
    Role.TRANSLATOR: message("translator"),
    Role.TERMINOLOGIST: message("terminologist"),
    Role.ADMINISTRATOR: message("administrator"),
}
RIGHTS = {
    Right.READ_GLOSSARY: message("read the glossary"),
    Right.WRITE_GLOSSARY: message("propose terms"),
    Right.APPROVE_GLOSSARY: message("approve terms"),
    Right.READ_MINUTES: message("read minutes"),
    Right.WRITE_MINUTES: message("write minutes"),
    Right.TRANSLATE_MINUTES: message("translate minutes"),
    Right.KEEP_OFFICE: message("keep the office"),
}


# In this order: programs also claim to be the ones they are built on.
_PROGRAMS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
_LONGEST_NAME = 60


def name_of_program(agent: str) -> str:
    """What people know a program by, of what it calls itself."""
    found = [next((name for part, name in known if part in agent), "") for known in (_PROGRAMS, _SYSTEMS)]
    return " · ".join(filter(None, found)) if found[0] else agent.partition(" ")[0][:_LONGEST_NAME]


class ChoiceUnfit(BienbanError):
    """A choice that the page did not offer."""


def _context(work: Work, request: Request) -> dict[str, object]:
    person = work.actor.person
    return {
        "person": person,
        "role_words": ROLES,
        "right_words": RIGHTS,
        "rights": [right for right in Right if right in rights_of(person.roles)],
        "lives": _LIVES,
        "sessions": own_sessions(work, access_of(request)),
        "this": work.actor.carrier.public_id,
        "program": name_of_program,
        "keys": own_keys(work),
        "has_factor": has_second_factor(work),
        "codes_left": recovery_codes_left(work),
    }


@router.get("")
def show(work: Reading, request: Request) -> Response:
    """Everything that is the person's own."""
    done = request.query_params.get("done") == "password"
    return render(request, "account/account.html", done=done, **_context(work, request))


@router.post("/sessions/{session_id}/end")
def end_one(work: Writing, session_id: str) -> Response:
    """End one session."""
    end_session(work, session_id)
    return go_to(START)


@router.post("/sessions/end")
def end_all(work: Writing) -> Response:
    """End every session, this one too."""
    sign_out_everywhere(work)
    answer = go_to(SIGN_IN)
    drop_cookie(answer, SESSION)
    return answer


@router.post("/second-factor")
def begin_factor(work: Writing, request: Request) -> Response:
    """Draw a secret, and go on to its picture."""
    begin_second_factor(work, access_of(request))
    return go_to(_FACTOR)


@router.get("/second-factor")
def show_factor(work: Reading, request: Request) -> Response:
    """The picture for the app, until a code has confirmed it."""
    secret = unconfirmed_secret(work, access_of(request))
    if secret is None:
        return go_to(START)
    return render(request, "account/second_factor.html", **_factor_context(work, secret))


@router.get("/second-factor.svg")
def picture(work: Reading, request: Request) -> Response:
    """The secret as a picture."""
    secret = unconfirmed_secret(work, access_of(request)) or ""
    drawn = io.BytesIO()
    address = codes.address_of(secret, work.actor.person.handle) if secret else ""
    segno.make(address or "-", error="m").save(drawn, kind="svg", scale=5, border=2, light="white")
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers=headers)


@router.post("/second-factor/confirm")
def confirm_factor(work: Writing, request: Request) -> Response:
    """From now on a code is asked for; the recovery codes are shown this once."""
    access = access_of(request)
    secret = unconfirmed_secret(work, access) or ""
    try:
        recovery = confirm_second_factor(work, access, field(request, "code", 40))
    except BienbanError as error:
        context = _factor_context(work, secret)
        return render_problem(request, error, "account/second_factor.html", **context)
    return render(request, "account/recovery.html", person=work.actor.person, codes=recovery)


def _factor_context(work: Work, secret: str) -> dict[str, object]:
    groups = [secret[start : start + 4] for start in range(0, len(secret), 4)]
    return {"person": work.actor.person, "secret": " ".join(groups)}


@router.post("/second-factor/remove")
def remove_factor(work: Reading, request: Request) -> Response:
    """Be asked for no code any more."""
    code = field(request, "code", 40)
    try:
        remove_second_factor(request.app.state.engine, access_of(request), work.actor, code)
    except BienbanError as error:
        return _again(work, request, error)
    return go_to(START)


@router.post("/password")
def new_password(work: Reading, request: Request) -> Response:
    """Choose another password."""
    current, wanted, again = (field(request, name) for name in ("current", "password", "again"))
    try:
        if wanted != again:
            raise ChoiceUnfit(message("the two passwords are not the same"))
        change_password(request.app.state.engine, access_of(request), work.actor, current, wanted)
    except BienbanError as error:
        return _again(work, request, error)
    return go_to(f"{START}?done=password")


@router.post("/keys")
def new_key(work: Writing, request: Request) -> Response:
    """Make a key; it is shown this once."""
    try:
        name, scopes, days = _asked_key(request)
        kept, text = make_key(work, name, scopes, now() + timedelta(days=days))
    except BienbanError as error:
        return _again(work, request, error)
    return render(request, "account/key.html", person=work.actor.person, kept=kept, text=text)


def _asked_key(request: Request) -> tuple[str, list[Right], int]:
    name, days = field(request, "name", 100), field(request, "days", 3)
    scopes = [one for one in fields(request, "scope") if one in list(Right)]
    if not 1 <= len(name) <= 100 or days not in map(str, _LIVES) or not scopes:  # noqa: PLR2004 - as the API has it
        raise ChoiceUnfit(message("give the key a name and say what it is for"))
    return name, [Right(one) for one in scopes], int(days)


@router.post("/keys/{prefix}/revoke")
def revoke(work: Writing, prefix: str) -> Response:
    """The next request with the key is refused."""
    revoke_key(work, prefix)
    return go_to(START)


def _again(work: Work, request: Request, error: BienbanError) -> Response:
    return render_problem(request, error, "account/account.html", done=False, **_context(work, request))
