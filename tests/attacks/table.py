"""Every attack by its id, and how one is tried."""

from attacks.container import CONTAINER
from attacks.markup import MARKUP
from attacks.template_tags import TAGS
from documents.building import template
from service.core.languages import Language, Side
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import TemplateError
from service.documents.layout import Layout

ATTACKS = CONTAINER | MARKUP | TAGS
FILE = "tải lên.docx"
_TWIN = template("", language=Language.ZH)


def refusal_of(data: bytes) -> TemplateError:
    """Use a file as a template, as far as it goes; any other error is an error."""
    try:
        compile_document(TwinFiles(FILE, data, _TWIN), Layout.VI, Side.VN, same_order=True)
    except TemplateError as refused:
        return refused
    raise AssertionError("accepted")  # noqa: EM101 - of a test
