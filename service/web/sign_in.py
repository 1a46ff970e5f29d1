"""Pages of signing in and out."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Request, Response

from service.actions.signing_in import Attempt, SignedIn, finish, sign_in, sign_in_identity, sign_out
from service.actions.work import Work
from service.core.message import BienbanError, message
from service.http.cookies import OPENID, SESSION, drop_cookie, session_of, set_cookie
from service.http.errors import OpenIdRefused
from service.http.forms import own_path
from service.http.guard import OpenDoor, PageGuard, access_of, came_from
from service.http.openid import Begun, OpenIdProvider
from service.http.policies import Policy
from service.web.rendering import go_to, render, render_problem
from service.web.routing import SIGN_IN, PageRoute, field

router = APIRouter(route_class=PageRoute, include_in_schema=False)

Open: TypeAlias = Annotated[None, Depends(OpenDoor())]
Leaving: TypeAlias = Annotated[Work, Depends(PageGuard(Policy.OWN_ACCOUNT, writing=True), scope="function")]
START = "/account"
_PAGE = "session/sign_in.html"
_CODE_PAGE = "session/code.html"
BACK = f"{SIGN_IN}/openid/back"


@router.get("/")
def start(_: Open) -> Response:
    """The first page is the person's own."""
    return go_to(START)


@router.get(SIGN_IN)
def ask(_: Open, request: Request) -> Response:
    """Name and password."""
    done = request.query_params.get("done") == "password"
    return render(request, _PAGE, next=_next(request), handle="", done=done, provider=provider_of(request))


@router.post(SIGN_IN)
def enter(_: Open, request: Request) -> Response:
    """Look at name and password; whoever has a second factor goes on to it."""
    going_on = own_path(field(request, "next", 500), START)
    try:
        done = sign_in(request.app.state.engine, access_of(request), _attempt(request), may_halve=True)
    except BienbanError as error:
        return render_problem(
            request,
            error,
            _PAGE,
            next=going_on,
            handle=field(request, "handle"),
            done=False,
            provider=provider_of(request),
        )
    return let_in(done, going_on)


@router.get(f"{SIGN_IN}/code")
def ask_code(_: Open, request: Request) -> Response:
    """The code of the second factor."""
    return render(request, _CODE_PAGE, next=_next(request))


@router.post(f"{SIGN_IN}/code")
def enter_code(_: Open, request: Request) -> Response:
    """Look at the code; the session gets another token."""
    going_on = own_path(field(request, "next", 500), START)
    try:
        half = session_of(request) or ""
        done = finish(request.app.state.engine, access_of(request), half, _attempt(request))
    except BienbanError as error:
        return render_problem(request, error, _CODE_PAGE, next=going_on)
    return let_in(done, going_on)


@router.post("/sign-out")
def leave(work: Leaving) -> Response:
    """End the session."""
    sign_out(work)
    answer = go_to(SIGN_IN)
    drop_cookie(answer, SESSION)
    return answer


@router.get(f"{SIGN_IN}/openid")
def leave_for_provider(_: Open, request: Request) -> Response:
    """Go to the OpenID provider; what must be known when it sends the person back is sealed in a cookie."""
    provider = provider_of(request)
    if provider is None:
        raise OpenIdRefused(message("no OpenID provider is set up here"))
    begun = provider.begin(_next(request))
    answer = go_to(begun.address)
    set_cookie(answer, OPENID, access_of(request).sealer.seal(begun.model_dump_json()))
    return answer


@router.get(BACK)
def come_back(_: Open, request: Request) -> Response:
    """The provider has sent somebody back: let in whom an administrator has linked."""
    provider, access = provider_of(request), access_of(request)
    try:
        if provider is None:
            raise OpenIdRefused(message("no OpenID provider is set up here"))
        sealed = access.sealer.open(request.cookies.get(OPENID, ""), most_s=600)
        begun = Begun.model_validate_json(sealed)
        who = provider.finish(begun, request.query_params)
        done = sign_in_identity(
            request.app.state.engine, access, who.subject, who.email, _attempt_of(request, "")
        )
    except BienbanError as error:
        answer: Response = render_problem(
            request, error, _PAGE, next=START, handle="", done=False, provider=provider
        )
    else:
        answer = let_in(done, own_path(begun.going_on, START))
    drop_cookie(answer, OPENID)
    return answer


def let_in(done: SignedIn, going_on: str) -> Response:
    """Give the session to the browser, and go on."""
    half_way = f"{SIGN_IN}/code?next={going_on.partition('?')[0]}"
    answer = go_to(half_way if done.session.is_half else going_on)
    set_cookie(answer, SESSION, done.token, done.session.ends_at)
    return answer


def provider_of(request: Request) -> OpenIdProvider | None:
    """The OpenID provider of the installation."""
    provider: OpenIdProvider | None = request.app.state.openid
    return provider


def _next(request: Request) -> str:
    return own_path(request.query_params.get("next", ""), START)


def _attempt(request: Request) -> Attempt:
    return _attempt_of(
        request, field(request, "code", 40), field(request, "handle"), field(request, "password")
    )


def _attempt_of(request: Request, code: str, handle: str = "", password: str = "") -> Attempt:
    return Attempt(handle, password, code, came_from(request), request.headers.get("user-agent", ""))
