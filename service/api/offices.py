"""Routes of offices: everybody names them, system administrators keep them."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from service.accounts.people import Office
from service.actions import people as deeds
from service.actions.work import Work
from service.api.contents import Content, Line
from service.api.people import Handle, Name, Named, NewPersonAnswer, answer_new
from service.api.sessions import OfficeName
from service.http.bodies import StrictRoute
from service.http.guard import Guard, access_of
from service.http.policies import Policy

router = APIRouter(prefix="/offices", tags=["offices"], route_class=StrictRoute)

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.SIGNED_IN), scope="function")]
Changing: TypeAlias = Annotated[Work, Depends(Guard(Policy.KEEP_SYSTEM, writing=True), scope="function")]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,39}$", examples=["ha-giang"])]
OfficeLine = Annotated[Line, Field(max_length=200)]


class OfficeNames(Content):
    """What an office is called."""

    name_vi: OfficeLine = Field(examples=["Sở Ngoại vụ tỉnh Hà Giang"])
    name_zh: OfficeLine = Field(examples=["河江省外事厅"])


class NewOfficeRequest(OfficeNames):
    """An office that is to be."""

    code: Code


class AdministratorRequest(Content):
    """Who is to keep an office."""

    handle: Handle
    name: Name


@router.get("", operation_id="listOffices", summary="Offices")
def list_all(work: Reading) -> list[OfficeName]:
    """Those that people can be of."""
    return [_answer(one) for one in deeds.list_offices(work)]


@router.post("", operation_id="addOffice", status_code=201, summary="Add an office")
def add(work: Changing, asked: NewOfficeRequest, response: Response) -> OfficeName:
    """With an audit chain of its own."""
    office = deeds.add_office(work, asked.code, asked.name_vi, asked.name_zh)
    response.headers["Location"] = f"/api/v1/offices/{office.code}"
    return _answer(office)


@router.get("/{code}", operation_id="readOffice", summary="An office")
def read(work: Reading, code: Named) -> OfficeName:
    """Its names."""
    return _answer(deeds.get_office(work, code))


@router.put("/{code}", operation_id="renameOffice", summary="Rename an office")
def rename(work: Changing, code: Named, asked: OfficeNames) -> OfficeName:
    """Its code stays."""
    return _answer(deeds.rename_office(work, code, asked.name_vi, asked.name_zh))


@router.post(
    "/{code}/administrators",
    operation_id="addAdministrator",
    status_code=201,
    summary="Add an administrator to an office",
)
def add_administrator(
    work: Changing, code: Named, asked: AdministratorRequest, request: Request, response: Response
) -> NewPersonAnswer:
    """The answer has the link with which they choose a password."""
    person, link = deeds.add_administrator(work, access_of(request), code, asked.handle, asked.name)
    return answer_new(person, link, response)


def _answer(office: Office) -> OfficeName:
    return OfficeName(code=office.code, name_vi=office.name_vi, name_zh=office.name_zh)
