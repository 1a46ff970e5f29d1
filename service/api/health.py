"""Routes that are open to anybody: whether the service is up, and the page that explains it."""

import base64
import hashlib
import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from service.http.bodies import CheckedRoute
from service.http.description import tidy
from service.http.guard import OpenDoor

ASSETS = "/api/assets"
DESCRIPTION = "/api/v1/openapi.json"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)

router = APIRouter(tags=["service"], route_class=CheckedRoute)
Open = Annotated[None, Depends(OpenDoor())]


class Health(BaseModel):
    """Whether the service answers."""

    status: str
    glossary_version: int


@router.get("/health", operation_id="readHealth", summary="Whether the service answers")
def health(_: Open, request: Request) -> Health:
    """Answers when the database is open and the glossary compiled."""
    return Health(status="ok", glossary_version=request.app.state.glossary.version)


@router.get(DESCRIPTION, include_in_schema=False)
def description(_: Open, request: Request) -> dict[str, object]:
    """The OpenAPI description."""
    return tidy(request.app.openapi())


@router.get("/api", include_in_schema=False, response_class=HTMLResponse)
def page(_: Open, request: Request) -> HTMLResponse:
    """The page on which the routes can be read and tried; its scripts come from this machine."""
    answer = get_swagger_ui_html(
        openapi_url=DESCRIPTION,
        title=request.app.title,
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
    )
    answer.headers["Content-Security-Policy"] = _policy_of(bytes(answer.body).decode())
    return answer


def _policy_of(page: str) -> str:
    """Scripts of this machine and the one that stands in the page; its widget sets styles by itself."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    scripts = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
