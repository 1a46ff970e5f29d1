"""Pages: one way to render them, with the reader's language and the headers that keep other sites out."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from service.accounts.access.tokens import form_mark
from service.core.message import BienbanError, Message
from service.http.cookies import LANGUAGE, VISIT, new_visit, session_of, set_cookie, visit_of
from service.http.kinds import kind_of
from service.http.problems import headers_of, language_of
from service.locale.catalog import LANGUAGES, say, translate

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "zh": "中文", "en": "English"}
_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language, Cookie",
}
_DATES = {"vi": "%d/%m/%Y %H:%M", "zh": "%Y-%m-%d %H:%M", "en": "%Y-%m-%d %H:%M"}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("service.web", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page_language(request: Request) -> str:
    """The language of a page: the one that was chosen, else the reader's."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else language_of(request)


def render(request: Request, name: str, status: int = 200, /, **context: object) -> HTMLResponse:
    """A page.

    Args:
        request: What is answered.
        name: Path of the template below `pages/`.
        status: Of the answer.
        context: What the template shows.
    """
    language = page_language(request)
    carrier = session_of(request) or visit_of(request) or new_visit()
    text = (
        _environment()
        .get_template(name)
        .render(
            t=partial(_words, language),
            moment=partial(_moment, language),
            language=language,
            languages=LANGUAGE_NAMES,
            path=request.url.path,
            mark=form_mark(carrier),
            **{"problems": (), "person": None, **context},
        )
    )
    answer = HTMLResponse(text, status, _headers(request, language))
    if session_of(request) is None and visit_of(request) is None:
        set_cookie(answer, VISIT, carrier)
    if request.query_params.get("lang") in LANGUAGES:
        set_cookie(answer, LANGUAGE, language)
    return answer


def render_problem(
    request: Request, error: BienbanError, name: str = "problem.html", /, **context: object
) -> HTMLResponse:
    """A page that says why something was refused, with the number of the refusal."""
    kind = kind_of(error)
    answer = render(request, name, kind.status, problems=error.problems, title=kind.title, **context)
    if "Retry-After" in headers_of(error):
        answer.headers["Retry-After"] = headers_of(error)["Retry-After"]
    return answer


def go_to(path: str) -> RedirectResponse:
    """Go on to another page, after a form too."""
    return RedirectResponse(path, 303, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


def _headers(request: Request, language: str) -> Mapping[str, str]:
    encrypted = {"Strict-Transport-Security": "max-age=31536000"} if request.url.scheme == "https" else {}
    return {**_SECURITY, **encrypted, "Content-Language": language}


def _words(language: str, text: str | Message) -> str:
    return say(text, language) if isinstance(text, Message) else translate(text, language)


def _moment(language: str, at: datetime) -> str:
    return at.astimezone().strftime(_DATES[language])
