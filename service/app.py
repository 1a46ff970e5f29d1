"""The one place that wires everything: settings become an open, upgraded database, and that a service."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from service.actions.concepts import ConceptChanged
from service.actions.glossary_files import PlanNotReady
from service.actions.live import LiveGlossary
from service.actions.minutes.access import MinutesChanged
from service.actions.minutes.parts import PartChanged
from service.actions.minutes.segments import SegmentChanged
from service.actions.minutes.trash import purge
from service.actions.once import installation_secret
from service.actions.opening import client_secret, open_access
from service.actions.persons import PersonChanged
from service.actions.shipped import bring_shipped
from service.actions.shipped_persons import bring_persons
from service.actions.workshop import open_termbase
from service.api import audit, concepts, files, glossary, health, keys, offices, people, persons, sessions
from service.api.minutes import origins, papers, parts, segments, versions, work
from service.db.engine import database_url, is_sqlite, open_engine
from service.http.border import Border
from service.http.cursors import SECRET, Cursors
from service.http.hosts import KnownHosts, hosts_of
from service.http.local_only import LocalOnly
from service.http.openid import OpenIdProvider
from service.http.problems import RESPONSES, add_problems
from service.http.turns import Turns
from service.migrations.upgrade import upgrade
from service.settings import Settings
from service.web import account, entering, sign_in

_API = "/api/v1"
_ROUTERS = (
    concepts.router,
    glossary.router,
    files.router,
    files.uploads,
    sessions.router,
    keys.router,
    people.router,
    offices.router,
    audit.router,
    persons.router,
    origins.uploads,
    origins.router,
    papers.router,
    parts.router,
    segments.router,
    work.router,
    versions.router,
)
_WITH_MORE = {
    ConceptChanged: concepts.on_concept_changed,
    PersonChanged: persons.on_person_changed,
    PlanNotReady: files.on_plan_not_ready,
    PartChanged: parts.on_part_changed,
    SegmentChanged: segments.on_segment_changed,
    MinutesChanged: work.on_minutes_changed,
}
"""Refusals whose answers carry more than words."""
_ABOUT = """
The controlled glossary of Bienban: concepts with their Vietnamese and Chinese terms, searched, proposed and
approved; texts read with them. Minutes of meetings: written, translated, checked, shared.
`POST /api/v1/session` signs a person in and gives a token for `Authorization: Bearer`; programs that act
alone send a key there. Started with `bienban serve --as NAME`, the service answers its own machine only, and
the header `X-Bienban-Person` says who asks.
"""


def open_installation(settings: Settings) -> Engine:
    """Open the database of an installation: brought up to this program, with the shipped termbase in it.

    Raises:
        DatabaseUnusable: It cannot be opened, or a newer program has used it.
        DraftRefused: There is no termbase.
        TermbaseError: The termbase contradicts itself.
    """
    url = database_url(settings.database_url, settings.data_dir)
    open_engine(url).dispose()  # what cannot be used is told before anything is changed
    upgrade(url)
    engine = open_engine(url)
    termbase = open_termbase(settings)
    bring_shipped(engine, termbase)
    bring_persons(engine, termbase)
    purge(engine)
    return engine


def create_app(settings: Settings, person: str | None = None, base_url: str = "") -> FastAPI:
    """Make the service.

    Args:
        settings: Of the installation.
        person: Who asks where a request does not say. With it nobody signs in, people are chosen by name, and
            the service answers its own machine only; without it everybody signs in.
        base_url: Where the service listens, for links, where the settings say nothing else.
    """
    engine = open_installation(settings)
    live = LiveGlossary(engine)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        live.start()
        yield
        live.stop()
        engine.dispose()

    app = FastAPI(
        title="Bienban",
        version=version("bienban"),
        description=_ABOUT,
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        responses=RESPONSES,
        redirect_slashes=False,  # one address a thing
    )
    app.state.engine, app.state.glossary, app.state.person = engine, live, person
    app.state.cursors = Cursors(installation_secret(engine, SECRET))
    app.state.access = open_access(settings, base_url)
    app.state.turns = Turns(one_writer=is_sqlite(engine))
    app.state.openid = _provider(settings, app.state.access.base_url)
    _add_routes(app)
    _add_refusals(app)
    _add_borders(app, settings)
    return app


def _add_routes(app: FastAPI) -> None:
    """Everything that is answered, and how it is refused."""
    app.include_router(health.router)
    for router in _ROUTERS:
        app.include_router(router, prefix=_API)
    for pages in (sign_in.router, entering.router, account.router):
        app.include_router(pages)
    app.mount("/static", StaticFiles(packages=[("service.web", "static")]), name="static")
    app.mount(health.ASSETS, StaticFiles(directory=_assets()), name="assets")


def _add_refusals(app: FastAPI) -> None:
    add_problems(app)
    for refusal, told in _WITH_MORE.items():
        app.add_exception_handler(refusal, told)


def _add_borders(app: FastAPI, settings: Settings) -> None:
    """Who is answered at all; what is added last comes first."""
    if app.state.person is not None:
        app.add_middleware(LocalOnly)
    else:
        app.add_middleware(KnownHosts, hosts=hosts_of(settings, app.state.access.base_url))
    if settings.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.trusted_proxies))
    app.add_middleware(Border)


def _provider(settings: Settings, base_url: str) -> OpenIdProvider | None:
    if not settings.oidc_issuer:
        return None
    back = f"{base_url}{sign_in.BACK}"
    return OpenIdProvider(settings.oidc_issuer, settings.oidc_client_id, client_secret(settings), back)


def _assets() -> str:
    """Scripts and styles of the API page, from the package that brings them."""
    return str(resources.files("fastapi_offline") / "static")
