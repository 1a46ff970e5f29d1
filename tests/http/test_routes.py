"""Every route declares one policy and a stable name; the API page is whole without the internet."""

import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient

from service.http.bodies import CheckedRoute, FileRoute, StrictRoute
from service.http.guard import Admission, Guard, OpenDoor, PageGuard
from service.http.policies import Policy
from service.web.routing import PageRoute

OPEN = {
    ("GET", "/health"),
    ("GET", "/api"),
    ("GET", "/api/v1/openapi.json"),
    ("POST", "/api/v1/session"),
    ("GET", "/"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("GET", "/sign-in/code"),
    ("POST", "/sign-in/code"),
    ("GET", "/sign-in/openid"),
    ("GET", "/sign-in/openid/back"),
    ("GET", "/reset"),
    ("POST", "/reset"),
    ("GET", "/first-administrator"),
    ("POST", "/first-administrator"),
}
# Their deeds take long over a password, outside of the unit that says who asks.
LONG = {"/account/second-factor/remove", "/account/password", "/api/v1/glossary/imports"}


def routes(app: FastAPI) -> list[Any]:
    return [one for one in iter_route_contexts(app.routes) if isinstance(one.original_route, APIRoute)]


def places(route: Any) -> set[tuple[str, str]]:  # noqa: ANN401 - FastAPI has no name for it
    return {(method, route.path) for method in route.methods or set()}


def guards(dependant: Dependant) -> list[Admission | OpenDoor]:
    declared: list[object] = [one.call for one in dependant.dependencies]
    found = [one for one in declared if isinstance(one, Admission | OpenDoor)]
    return found + [guard for one in dependant.dependencies for guard in guards(one)]


def test_every_route_declares_one_policy(app: FastAPI) -> None:
    found = routes(app)
    assert len(found) > 15
    for route in found:
        declared = guards(route.original_route.dependant)
        assert len(declared) == 1, route.path
        assert (declared[0].policy is Policy.OPEN) == (places(route) <= OPEN), route.path


def test_what_changes_something_writes_and_what_reads_does_not(app: FastAPI) -> None:
    reading_posts = {"annotate", "convert", "findCandidates", "findDuplicates", "proposeFromNotes"}
    for route in routes(app):
        (guard,) = guards(route.original_route.dependant)
        if isinstance(guard, Admission) and route.path not in LONG:
            changes = bool((route.methods or set()) - {"GET"}) and route.operation_id not in reading_posts
            assert guard.writing == changes, route.path


def test_every_route_checks_what_it_is_asked(app: FastAPI) -> None:
    for route in routes(app):
        assert isinstance(route.original_route, CheckedRoute | PageRoute), route.path


def test_every_route_with_a_body_reads_it_strictly(app: FastAPI) -> None:
    for route in routes(app):
        if (route.methods or set()) - {"GET"}:
            assert isinstance(route.original_route, StrictRoute | FileRoute | PageRoute), route.path


def test_pages_look_at_cookies_and_the_api_at_bearer_tokens_only(app: FastAPI) -> None:
    for route in routes(app):
        (guard,) = guards(route.original_route.dependant)
        is_page = not route.path.startswith("/api") and route.path != "/health"
        assert isinstance(route.original_route, PageRoute) == is_page, route.path
        assert isinstance(guard, (PageGuard if is_page else Guard) | OpenDoor), route.path


def test_operations_keep_their_names(app: FastAPI) -> None:
    assert sorted(route.operation_id for route in routes(app) if route.include_in_schema) == [
        "addAdministrator",
        "addComment",
        "addOffice",
        "addPerson",
        "addWaiver",
        "annotate",
        "approveAll",
        "assignSegment",
        "changePerson",
        "checkMinutes",
        "commentMinutes",
        "commentSegment",
        "compareRevisions",
        "compareVersions",
        "convert",
        "createConcept",
        "createMinutes",
        "createMinutesFromFile",
        "createMinutesFromNotes",
        "createMinutesFromSession",
        "createPerson",
        "deleteMinutes",
        "deletePerson",
        "endSession",
        "exportEvents",
        "exportGlossary",
        "findCandidates",
        "findDuplicates",
        "findUses",
        "importFile",
        "listComments",
        "listConcepts",
        "listEvents",
        "listKeys",
        "listKeysOfPerson",
        "listMinutes",
        "listMinutesComments",
        "listOffices",
        "listPeople",
        "listPersons",
        "listSegmentComments",
        "listSegments",
        "listSessions",
        "listShares",
        "listTrash",
        "listVersions",
        "listWaivers",
        "makeKey",
        "moveConcept",
        "moveMinutes",
        "nameVersion",
        "proposeCandidate",
        "proposeFromNotes",
        "readConcept",
        "readConceptHistory",
        "readFacts",
        "readGlossaryVersion",
        "readHealth",
        "readKey",
        "readMinutes",
        "readMinutesComment",
        "readOffice",
        "readOrigin",
        "readOutline",
        "readParticipants",
        "readPerson",
        "readPersonHistory",
        "readPositions",
        "readRecord",
        "readRegisteredPerson",
        "readSegment",
        "readSegmentComment",
        "readSegmentHistory",
        "readSession",
        "readTasks",
        "readVersion",
        "readWaiver",
        "readWork",
        "removeWaiver",
        "renameOffice",
        "resetPerson",
        "restoreRevision",
        "restoreVersion",
        "reviseConcept",
        "revisePerson",
        "revokeKey",
        "revokeKeyOfPerson",
        "revokeShare",
        "saveFacts",
        "saveOutline",
        "saveParticipants",
        "saveSegment",
        "saveTasks",
        "setSegmentStatus",
        "shareMinutes",
        "signIn",
        "signOut",
        "signOutEverywhere",
        "takeOutOfTrash",
        "withdrawMinutes",
    ]


def test_the_description_has_examples_and_no_unnamed_operation(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert document["components"]["schemas"]["ConceptContent"]["examples"][0]["category"] == "institution"
    operations = [one for path in document["paths"].values() for one in path.values()]
    assert all(one["operationId"] and one["summary"] for one in operations)


def test_every_operation_says_how_it_refuses(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    for path in document["paths"].values():
        for operation in path.values():
            refusals = operation["responses"]["4XX"]["content"]
            assert refusals["application/problem+json"]["schema"]["$ref"].endswith("/ProblemAnswer")
            assert "422" not in operation["responses"]
    body = client.get("/api/v1/concepts/place.none").json()
    assert set(document["components"]["schemas"]["ProblemAnswer"]["required"]) == set(body)


def test_what_is_read_with_its_tag_says_that_it_may_not_be_sent_twice(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    told = {
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
        if "304" in operation["responses"]
    }
    assert told == {
        "readConcept",
        "readFacts",
        "readOutline",
        "readParticipants",
        "readPerson",
        "readRegisteredPerson",
        "readSegment",
        "readTasks",
    }
    content = {"category": "label", "vi": {"preferred": "a"}, "zh": {"preferred": "甲"}}
    made = client.post("/api/v1/concepts", json=content)
    again = client.get(made.headers["location"], headers={"If-None-Match": made.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_example_of_a_concept_is_one(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    example = document["components"]["schemas"]["ConceptContent"]["examples"][0]
    assert client.post("/api/v1/concepts", json=example).status_code == 201


def test_the_page_of_the_api_comes_from_this_machine(client: TestClient) -> None:
    page = client.get("/api").text
    links = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(links) >= 3
    for link in links:
        assert link.startswith("/api/assets/"), link
        assert client.get(link).status_code == 200


@pytest.mark.parametrize(
    "path", ["/api/assets/../core.py", "/api/assets/%2e%2e/core.py", "/api/assets/..%2fcore.py"]
)
def test_the_assets_lead_nowhere_else(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
