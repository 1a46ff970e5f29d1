"""Every route declares one policy and a stable name; the API page is whole without the internet."""

import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient

from service.http.bodies import FileRoute, StrictRoute
from service.http.guard import Guard, OpenDoor
from service.http.policies import Policy

OPEN = {"/health", "/api", "/api/v1/openapi.json"}


def routes(app: FastAPI) -> list[Any]:
    return [one for one in iter_route_contexts(app.routes) if isinstance(one.original_route, APIRoute)]


def guards(dependant: Dependant) -> list[Guard | OpenDoor]:
    found = [one.call for one in dependant.dependencies if isinstance(one.call, Guard | OpenDoor)]
    return found + [guard for one in dependant.dependencies for guard in guards(one)]


def test_every_route_declares_one_policy(app: FastAPI) -> None:
    found = routes(app)
    assert len(found) > 15
    for route in found:
        declared = guards(route.original_route.dependant)
        assert len(declared) == 1, route.path
        assert (declared[0].policy is Policy.OPEN) == (route.path in OPEN), route.path


def test_what_changes_something_writes_and_what_reads_does_not(app: FastAPI) -> None:
    reading_posts = {"annotate", "convert", "findCandidates", "findDuplicates", "proposeFromNotes"}
    for route in routes(app):
        (guard,) = guards(route.original_route.dependant)
        if isinstance(guard, Guard):
            changes = bool((route.methods or set()) - {"GET"}) and route.operation_id not in reading_posts
            assert guard.writing == changes, route.path


def test_every_route_with_a_body_reads_it_strictly(app: FastAPI) -> None:
    for route in routes(app):
        if (route.methods or set()) - {"GET"}:
            assert isinstance(route.original_route, StrictRoute | FileRoute), route.path


def test_operations_keep_their_names(app: FastAPI) -> None:
    assert sorted(route.operation_id for route in routes(app) if route.include_in_schema) == [
        "addComment",
        "addWaiver",
        "annotate",
        "approveAll",
        "assignSegment",
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
        "exportGlossary",
        "findCandidates",
        "findDuplicates",
        "findUses",
        "importFile",
        "listComments",
        "listConcepts",
        "listMinutes",
        "listMinutesComments",
        "listPersons",
        "listSegmentComments",
        "listSegments",
        "listShares",
        "listTrash",
        "listVersions",
        "listWaivers",
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
        "readMinutes",
        "readOrigin",
        "readOutline",
        "readParticipants",
        "readPerson",
        "readPersonHistory",
        "readPositions",
        "readRecord",
        "readSegment",
        "readSegmentHistory",
        "readTasks",
        "readVersion",
        "readWork",
        "removeWaiver",
        "restoreRevision",
        "restoreVersion",
        "reviseConcept",
        "revisePerson",
        "revokeShare",
        "saveFacts",
        "saveOutline",
        "saveParticipants",
        "saveSegment",
        "saveTasks",
        "setSegmentStatus",
        "shareMinutes",
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
