"""Routes that are open to anybody: whether the service is up, and the page that explains it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from service.http.guard import OpenDoor

ASSETS = "/api/assets"
DESCRIPTION = "/api/v1/openapi.json"

router = APIRouter(tags=["service"])
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
    document: dict[str, object] = request.app.openapi()
    return document


@router.get("/api", include_in_schema=False)
def page(_: Open, request: Request) -> HTMLResponse:
    """The page on which the routes can be read and tried; its scripts come from this machine."""
    return get_swagger_ui_html(
        openapi_url=DESCRIPTION,
        title=request.app.title,
        swagger_js_url=f"{ASSETS}/swagger-ui-bundle.js",
        swagger_css_url=f"{ASSETS}/swagger-ui.css",
        swagger_favicon_url=f"{ASSETS}/favicon.png",
    )
