"""Routes of people: administrators keep those of their own office."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field

from service.accounts.people import Person, Role
from service.actions import people as deeds
from service.actions.links import Link
from service.actions.work import Work
from service.api.contents import Content, Line
from service.api.keys import KeyAnswer
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.etags import is_known, seen, set_tag
from service.http.guard import Guard, access_of
from service.http.policies import Policy

router = APIRouter(prefix="/people", tags=["people"], route_class=StrictRoute)

_LIST = "people"
Keeping: TypeAlias = Annotated[Work, Depends(Guard(Policy.KEEP_OFFICE), scope="function")]
Changing: TypeAlias = Annotated[Work, Depends(Guard(Policy.KEEP_OFFICE, writing=True), scope="function")]
Handle = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{1,39}$", examples=["nguyen.ha"])]
Named = Annotated[str, Field(max_length=40)]
Name = Annotated[Line, Field(max_length=100, examples=["Nguyễn Thu Hà"])]
Email = Annotated[str, Field(pattern=r"^[^@\s]{1,64}@[^@\s]{1,255}$", examples=["ha@songoaivu.gov.vn"])]


class PersonAnswer(BaseModel):
    """A person of the office."""

    handle: str
    name: str
    roles: list[Role]
    is_system: bool
    is_disabled: bool
    is_local: bool = Field(description="Acts only where the service was started with --as.")
    row_version: int = Field(description="Counts every change; the ETag.")

    @classmethod
    def of(cls, person: Person) -> "PersonAnswer":
        """A person as an answer."""
        plain = {name: getattr(person, name) for name in cls.model_fields if name != "roles"}
        return cls(**plain, roles=sorted(person.roles))


class OnePersonAnswer(PersonAnswer):
    """A person with what only lists of one need."""

    email: str | None = Field(description="Under which the OpenID provider knows them.")


class LinkAnswer(BaseModel):
    """A link for a person to choose a password with, once."""

    address: str
    ends_at: str

    @classmethod
    def of(cls, link: Link) -> "LinkAnswer":
        """A link as an answer."""
        return cls(address=link.address, ends_at=link.ends_at.isoformat())


class NewPersonAnswer(PersonAnswer):
    """A new person."""

    link: LinkAnswer = Field(description="Hand it to the person yourself; it is shown this once.")


class PeoplePage(BaseModel):
    """A page of the people of the office."""

    items: list[PersonAnswer]
    next: str | None = Field(description="Cursor of the next page; null at the end.")


class NewPersonRequest(Content):
    """Who is to be added."""

    handle: Handle = Field(description="Name for signing in; nobody else's in any office.")
    name: Name
    roles: list[Role] = Field(max_length=len(Role), examples=[["translator"]])


class PersonRequest(Content):
    """What a person is to be from now on."""

    name: Name
    roles: list[Role] = Field(max_length=len(Role), examples=[["translator", "reader"]])
    is_disabled: bool = False
    email: Email | None = Field(None, description="Under which the OpenID provider knows them.")


class ResetRequest(Content):
    """What is to be chosen anew."""

    second_factor: bool = Field(default=False, description="They have lost that too: it goes.")


class PeopleQuery(Content):
    """Which page is wanted."""

    cursor: Annotated[str, Field(max_length=4000)] | None = None
    limit: int = Field(50, ge=1, le=deeds.MOST)


@router.get("", operation_id="listPeople", summary="People of the office")
def list_page(work: Keeping, asked: Annotated[PeopleQuery, Query()], request: Request) -> PeoplePage:
    """In the order of their handles."""
    cursors = cursors_of(request)
    place = cursors.read(_LIST, asked.cursor)
    found = deeds.list_people(work, "" if place is None else str(place[0]), asked.limit + 1)
    shown = found[: asked.limit]
    following = cursors.write(_LIST, (shown[-1].handle,) if len(found) > asked.limit else None)
    return PeoplePage(items=[PersonAnswer.of(one) for one in shown], next=following)


@router.post("", operation_id="addPerson", status_code=201, summary="Add a person")
def add(work: Changing, asked: NewPersonRequest, request: Request, response: Response) -> NewPersonAnswer:
    """The answer has the link with which they choose a password."""
    person, link = deeds.add_person(work, access_of(request), asked.handle, asked.name, asked.roles)
    return answer_new(person, link, response)


def answer_new(person: Person, link: Link, response: Response) -> NewPersonAnswer:
    """A new person as an answer, with the link that is shown once."""
    response.headers["Location"] = f"/api/v1/people/{person.handle}"
    response.headers["Cache-Control"] = "no-store"
    return NewPersonAnswer(**PersonAnswer.of(person).model_dump(), link=LinkAnswer.of(link))


@router.get("/{handle}", operation_id="readPerson", summary="Read a person")
def read(work: Keeping, handle: Named, request: Request, response: Response) -> OnePersonAnswer:
    """One of the own office."""
    person, email = deeds.read_person(work, handle)
    if is_known(request, person.row_version):
        response.status_code = 304
    set_tag(response, person.row_version)
    return OnePersonAnswer(**PersonAnswer.of(person).model_dump(), email=email)


@router.put("/{handle}", operation_id="changePerson", summary="Change roles, name; disable")
def change(
    work: Changing, handle: Named, asked: PersonRequest, request: Request, response: Response
) -> OnePersonAnswer:
    """Who is disabled is out at their next request; If-Match carries the ETag that was read."""
    email = asked.email.lower() if asked.email else None
    wanted = deeds.Change(asked.name, frozenset(asked.roles), asked.is_disabled, email)
    person = deeds.change_person(work, access_of(request), handle, seen(request), wanted)
    set_tag(response, person.row_version)
    return OnePersonAnswer(**PersonAnswer.of(person).model_dump(), email=email)


@router.post("/{handle}/reset", operation_id="resetPerson", summary="A link to choose a password anew")
def reset(
    work: Changing, handle: Named, asked: ResetRequest, request: Request, response: Response
) -> LinkAnswer:
    """The person is signed out everywhere; hand them the link yourself."""
    response.headers["Cache-Control"] = "no-store"
    link = deeds.reset_person(work, access_of(request), handle, second_factor=asked.second_factor)
    return LinkAnswer.of(link)


@router.get("/{handle}/keys", operation_id="listKeysOfPerson", summary="Keys of a person of the office")
def list_keys(work: Keeping, handle: Named) -> list[KeyAnswer]:
    """Those that were not revoked."""
    return [KeyAnswer.of(one) for one in deeds.keys_of_person(work, handle)]


@router.delete(
    "/{handle}/keys/{prefix}",
    operation_id="revokeKeyOfPerson",
    status_code=204,
    summary="Revoke a key of a person of the office",
)
def revoke(work: Changing, handle: Named, prefix: Named) -> None:
    """The next request with it is refused."""
    deeds.revoke_key_of(work, handle, prefix)
