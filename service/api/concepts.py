"""Routes of concepts: lists, life, history, comments."""

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from service.actions import concepts as deeds
from service.actions.concepts import ConceptChanged
from service.actions.listing import duplicates, list_concepts, suggest
from service.actions.uses import where_used
from service.actions.work import Work
from service.api.common import snapshot_of, today
from service.api.concept_schemas import (
    ChangeAnswer,
    CommentAnswer,
    CommentRequest,
    ConceptAnswer,
    ConceptPage,
    DuplicateAnswer,
    ListQuery,
    Restoration,
    RevisionAnswer,
    Transition,
    UseAnswer,
    cursor_name,
)
from service.api.contents import HIGHEST, ConceptContent, ConceptId
from service.glossary.life import KeptConcept, Step
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.etags import is_known, seen, set_tag
from service.http.guard import Guard
from service.http.policies import Policy
from service.http.problems import refused

router = APIRouter(prefix="/concepts", tags=["concepts"], route_class=StrictRoute)

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_GLOSSARY), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_GLOSSARY, writing=True), scope="function")]


def _answer(kept: KeptConcept, response: Response) -> ConceptAnswer:
    set_tag(response, kept.row_version)
    return ConceptAnswer.of(kept)


@router.get("", operation_id="listConcepts", summary="List and search concepts")
def list_page(work: Reading, request: Request, asked: Annotated[ListQuery, Query()]) -> ConceptPage:
    """A page of the concepts in sight; `next` is the cursor of the page after it."""
    cursors = cursors_of(request)
    listing = asked.listing(cursors)
    page = list_concepts(work, listing)
    day = asked.as_of or today()
    is_empty = bool(asked.q) and not page.concepts and asked.cursor is None
    return ConceptPage(
        items=[ConceptAnswer.of(kept) for kept in page.concepts],
        next=cursors.write(cursor_name(listing), page.after),
        did_you_mean=suggest(listing.text, snapshot_of(request, work), day) if is_empty else [],
    )


@router.post("", operation_id="createConcept", status_code=201, summary="Save a new concept as a draft")
def create(work: Writing, content: ConceptContent, response: Response) -> ConceptAnswer:
    """A draft with an id of its own; `collection` says whose it is."""
    kept = deeds.create(work, content.concept("new"))
    response.headers["Location"] = f"/api/v1{router.prefix}/{kept.concept_id}"
    return _answer(kept, response)


@router.post("/duplicates", operation_id="findDuplicates", summary="Terms much like those of a concept")
def find_duplicates(
    work: Reading, content: ConceptContent, concept_id: ConceptId | None = None
) -> list[DuplicateAnswer]:
    """Ask before saving; `concept_id` leaves the concept itself out."""
    found = duplicates(work, content.concept(concept_id or "new"))
    return [DuplicateAnswer(id=one.concept_id, **_without_id(one._asdict())) for one in found]


def _without_id(plain: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in plain.items() if key != "concept_id"}


@router.get("/{concept_id}", operation_id="readConcept", summary="Read a concept")
def read(
    work: Reading,
    concept_id: ConceptId,
    request: Request,
    response: Response,
    version: Annotated[
        int | None, Query(ge=0, le=HIGHEST, description="As the glossary knew it at this version.")
    ] = None,
) -> ConceptAnswer:
    """What is in force of a concept and what is being worked on."""
    if version is not None:
        return ConceptAnswer.of(deeds.read_at(work, concept_id, version))
    kept = deeds.read(work, concept_id)
    if is_known(request, kept.row_version):
        response.status_code = 304
    return _answer(kept, response)


@router.put("/{concept_id}", operation_id="reviseConcept", summary="Save a concept's next content")
def revise(
    work: Writing, concept_id: ConceptId, content: ConceptContent, request: Request, response: Response
) -> ConceptAnswer:
    """A draft beside what is in force; If-Match carries the ETag that was read."""
    collection = content.collection if "collection" in content.model_fields_set else None
    kept = deeds.revise(work, content.concept(concept_id), seen(request), collection)
    return _answer(kept, response)


@router.post(
    "/{concept_id}/transitions",
    operation_id="moveConcept",
    summary="Propose, approve, reject, withdraw, discard, retire",
    responses={204: {"description": "The concept went with its only draft."}},
)
def move(
    work: Writing, concept_id: ConceptId, transition: Transition, request: Request, response: Response
) -> ConceptAnswer | None:
    """Move what is being worked on through its life.

    Terminologists approve, reject and retire; nobody approves what they had a hand in.
    """
    step = transition.step
    if not isinstance(step, Step):
        return _answer(deeds.retire(work, concept_id, seen(request)), response)
    kept = deeds.take_step(work, concept_id, step, seen(request), transition.reason)
    if kept is None:
        response.status_code = 204
        return None
    return _answer(kept, response)


@router.get("/{concept_id}/history", operation_id="readConceptHistory", summary="Every revision")
def history(work: Reading, concept_id: ConceptId, response: Response) -> list[RevisionAnswer]:
    """Every revision, the newest first."""
    kept = deeds.read(work, concept_id)
    collection = _answer(kept, response).collection
    return [RevisionAnswer.of(one, collection) for one in deeds.history(work, concept_id)]


@router.get("/{concept_id}/difference", operation_id="compareRevisions", summary="Compare two revisions")
def difference(
    work: Reading,
    concept_id: ConceptId,
    before: Annotated[int, Query(ge=1, le=HIGHEST, alias="from")],
    after: Annotated[int, Query(ge=1, le=HIGHEST, alias="to")],
) -> list[ChangeAnswer]:
    """What differs between two revisions, field by field."""
    return [ChangeAnswer.of(change) for change in deeds.compare(work, concept_id, before, after)]


@router.post("/{concept_id}/restore", operation_id="restoreRevision", summary="Draft from a revision")
def restore(
    work: Writing, concept_id: ConceptId, wanted: Restoration, request: Request, response: Response
) -> ConceptAnswer:
    """Make an earlier revision's content the draft."""
    return _answer(deeds.restore(work, concept_id, wanted.number, seen(request)), response)


@router.get("/{concept_id}/comments", operation_id="listComments", summary="What was said of a concept")
def comments(work: Reading, concept_id: ConceptId) -> list[CommentAnswer]:
    """Comments in their order."""
    return [CommentAnswer(**one._asdict()) for one in deeds.comments(work, concept_id)]


@router.post(
    "/{concept_id}/comments", operation_id="addComment", status_code=201, summary="Say something of a concept"
)
def comment(
    work: Writing, concept_id: ConceptId, said: CommentRequest, response: Response
) -> list[CommentAnswer]:
    """All comments, the new one last."""
    response.headers["Location"] = f"/api/v1{router.prefix}/{concept_id}/comments"
    found = deeds.comment(work, concept_id, said.text, said.number)
    return [CommentAnswer(**one._asdict()) for one in found]


@router.get("/{concept_id}/uses", operation_id="findUses", summary="Where a concept is used")
def uses(work: Reading, concept_id: ConceptId) -> list[UseAnswer]:
    """What a change of the concept would touch."""
    return [UseAnswer(**one._asdict()) for one in where_used(work, concept_id)]


def on_concept_changed(request: Request, error: Exception) -> JSONResponse:
    """A lost update: the answer carries what the concept says now and what was to be said."""
    if not isinstance(error, ConceptChanged):  # pragma: no cover - registered for it alone
        raise error
    current = ConceptAnswer.of(error.kept)
    mine = ConceptContent.of(error.mine, current.collection) if error.mine else None
    answer = refused(
        request,
        error,
        current=current.model_dump(mode="json"),
        yours=mine.model_dump(mode="json") if mine else None,
    )
    set_tag(answer, error.kept.row_version)
    return answer
