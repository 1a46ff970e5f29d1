"""Every shipped template, ready to be written to templates/."""

from collections.abc import Callable, Mapping
from functools import partial

from service.core.languages import Language
from service.documents.shipped.action_plan import action_plan
from service.documents.shipped.internal import MINUTES, PLAN, TALKS, own_paper
from service.documents.shipped.joint_minutes import joint_minutes
from service.documents.shipped.sheets import interpreter_sheet, names_to_verify, originals_proof
from service.documents.shipped.talks_record import talks_record

_BUILDERS: Mapping[str, Callable[[Language], bytes]] = {
    "talks-record.docx": talks_record,
    "joint-minutes.docx": joint_minutes,
    "action-plan.docx": action_plan,
    "names-to-verify.docx": names_to_verify,
    "interpreter-sheet.docx": interpreter_sheet,
    "originals-proof.docx": originals_proof,
    "talks-record-internal.docx": partial(own_paper, form=TALKS),
    "joint-minutes-internal.docx": partial(own_paper, form=MINUTES),
    "action-plan-internal.docx": partial(own_paper, form=PLAN),
}


def build_templates() -> dict[str, bytes]:
    """Build all templates.

    Returns:
        Path below templates/ ("vi/talks-record.docx") to the file; the same bytes every time.
    """
    return {
        f"{language}/{name}": build(language) for name, build in _BUILDERS.items() for language in Language
    }
