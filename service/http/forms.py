"""Forms of the pages: read strictly, and only where a page of this service has sent them."""

import hmac
import re
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request

from service.accounts.access.tokens import form_mark
from service.core.message import message
from service.core.text import UnfitText, clean_text
from service.http.bodies import look_first, read_whole
from service.http.cookies import session_of, visit_of
from service.http.errors import BodyUnreadable, NotJson, NotOwnPage
from service.http.guard import Admission

MARK = "mark"
_MAX_BYTES = 64 * 1024
_MOST_FIELDS = 50
_KIND = "application/x-www-form-urlencoded"
_OWN_PATH = re.compile(r"/(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?)?(?:\?[A-Za-z0-9._~=&-]*)?")
_LONGEST_PATH = 500
_ONE_OF_MANY = frozenset({"scope"})


async def read_own_form(request: Request, admission: Admission | None) -> dict[str, list[str]]:
    """The fields of a form that a page of this service has sent, who is let through being asked first.

    Raises:
        NotOwnPage: Another page sent it, or it is not marked as ours are.
        BodyUnreadable: It is no form.
        UnfitText: A field holds a control or invisible character.
    """
    check_own_page(request)
    await look_first(admission, request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _KIND:
        raise NotJson(message("a page sends its form as {kind}", kind=_KIND))
    fields = read_form(await read_whole(request, _MAX_BYTES))
    _check_mark(request, fields.pop(MARK, [""])[0])
    return fields


def check_own_page(request: Request) -> None:
    """Whether the browser says that a page of this very host has sent the form.

    Raises:
        NotOwnPage: It says another one, or nothing.
    """
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    host = request.headers.get("host", "")
    is_own = origin is None or (
        urlsplit(origin).netloc == host and urlsplit(origin).scheme in ("http", "https")
    )
    if not is_own or site not in (None, "same-origin") or (origin is None and site is None):
        raise NotOwnPage(message("this form did not come from a page of this service; open the page again"))


def _check_mark(request: Request, mark: str) -> None:
    carrier = session_of(request) or visit_of(request)
    if carrier is None or not hmac.compare_digest(mark.encode(), form_mark(carrier).encode()):
        raise NotOwnPage(message("this form did not come from a page of this service; open the page again"))


def read_form(data: bytes) -> dict[str, list[str]]:
    """The fields of a form, each once, in NFC.

    Raises:
        BodyUnreadable: It is not UTF-8, has too many fields, or one of them twice.
        UnfitText: A field holds a control or invisible character.
    """
    try:
        pairs = parse_qsl(
            data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        raise BodyUnreadable(message("the form cannot be read")) from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in fields and name not in _ONE_OF_MANY:
            raise BodyUnreadable(message("“{key}” stands twice in one form", key=name[:100]))
        fields.setdefault(name, []).append(clean_text(value, one_line=True))
    return fields


def own_path(asked: str, default: str) -> str:
    """A path of this service to go on to; whatever could lead elsewhere becomes the default."""
    try:
        is_clean = clean_text(asked, one_line=True) == asked
    except UnfitText:
        return default
    is_plain = is_clean and len(asked) <= _LONGEST_PATH and _OWN_PATH.fullmatch(asked) is not None
    return asked if is_plain and "/.." not in asked and "/./" not in asked else default
