"""The styles of an action plan: a page that lies across, a table of tasks in both languages."""

from collections.abc import Iterator
from dataclasses import replace

from service.core.languages import Language
from service.documents.shipped.faces import HEITI, TITLE_SONG
from service.documents.shipped.styles import ParagraphStyle

_VI, _ZH = Language.VI, Language.ZH
_VI_CELL = ParagraphStyle("Minutes table text", _VI, 11.5, exact=300)
_ZH_CELL = ParagraphStyle("Minutes table text", _ZH, 11, exact=320)
_VI_BODY = ParagraphStyle("Minutes body", _VI, 13, align="both", exact=400, after=80, first_line=567)
_ZH_BODY = ParagraphStyle(
    "Minutes body", _ZH, 14, align="both", exact=440, after=40, first_line=560, first_line_chars=200
)
_VI_TYPE = ParagraphStyle(
    "Minutes type", _VI, 16, bold=True, caps=True, align="center", exact=460, keep_next=True
)
_VI_SUBJECT = ParagraphStyle("Minutes subject", _VI, 13, bold=True, align="center", exact=400, keep_next=True)
_ZH_TITLE = ParagraphStyle(
    "Minutes subject",
    _ZH,
    20,
    face=TITLE_SONG,
    align="center",
    exact=540,
    after=160,
    keep_next=True,
    together=True,
)


def plan_styles(language: Language) -> Iterator[ParagraphStyle]:
    """The styles that a plan has in the place of the common ones, and those of its table.

    Source:
        This project's own measure: a norm gives none for a plan that lies across.
    """
    yield from _VI_PLAN if language is _VI else _ZH_PLAN


_VI_PLAN = (
    _VI_CELL,
    replace(_VI_CELL, role="Minutes table head", bold=True, align="center", keep_next=True),
    replace(_VI_CELL, role="Minutes table number", align="center"),
    _VI_TYPE,
    replace(_VI_TYPE, layout="stacked"),
    _VI_SUBJECT,
    replace(_VI_SUBJECT, layout="stacked"),
    replace(_VI_SUBJECT, role="Minutes last subject", after=160),
    replace(_VI_SUBJECT, role="Minutes last subject", layout="stacked", after=80),
    ParagraphStyle(
        "Minutes heading 1",
        _VI,
        13,
        bold=True,
        caps=True,
        exact=400,
        before=160,
        first_line=567,
        keep_next=True,
    ),
    _VI_BODY,
    replace(_VI_BODY, role="Minutes point", left=284),
    replace(_VI_BODY, role="Minutes closing", before=200, keep_next=True),
)
_ZH_PLAN = (
    _ZH_CELL,
    replace(_ZH_CELL, role="Minutes table head", face=HEITI, align="center", keep_next=True),
    replace(_ZH_CELL, role="Minutes table number", align="center"),
    replace(_ZH_TITLE, role="Minutes type"),
    replace(_ZH_TITLE, role="Minutes type", layout="stacked"),
    _ZH_TITLE,
    replace(_ZH_TITLE, layout="stacked"),
    replace(_ZH_TITLE, role="Minutes last subject", after=160),
    replace(_ZH_TITLE, role="Minutes last subject", layout="stacked", after=80),
    replace(_ZH_BODY, role="Minutes heading 1", face=HEITI, align="left", before=80, keep_next=True),
    _ZH_BODY,
    replace(_ZH_BODY, role="Minutes point"),
    replace(_ZH_BODY, role="Minutes closing", before=200, keep_next=True),
)
