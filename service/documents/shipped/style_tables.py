"""Every style of the shipped templates in one table: the norm's, and those of the parallel layouts.

A style is named "<role>[, <layout>] (<language>)". Without a layout it is the norm's: Nghị định 30/2020/NĐ-CP
Annex I for Vietnamese, GB/T 9704-2012 for Chinese; where a norm gives a range, one value in it is chosen. The
layout styles are this project's own measure: 13 and 14 pt on one exact pitch fill both columns best.
"""

from collections.abc import Iterator
from dataclasses import replace

from service.core.languages import Language
from service.documents.shipped.faces import HEITI, SONG, TITLE_SONG
from service.documents.shipped.styles import ParagraphStyle


def paragraph_styles(language: Language) -> Iterator[ParagraphStyle]:
    """The paragraph styles of one language's templates."""
    if language is Language.VI:
        yield from _VI_NORM
        yield from (replace(style, layout="columns") for style in _VI_COLUMNS)
        yield from (replace(style, layout="stacked") for style in _VI_STACKED)
    else:
        yield from _ZH_NORM
        yield from (replace(style, layout="columns") for style in _ZH_COLUMNS)
        yield from (replace(style, layout="stacked") for style in _ZH_STACKED)
    yield from _common(language)


def _common(language: Language) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle("Minutes running head", language, 9.5, align="right", colour="7F0000")
    if language is Language.VI:
        yield ParagraphStyle("Minutes page number", language, 13, align="center")
    else:
        # At the outer edge, one character in from it.
        yield ParagraphStyle("Minutes page number", language, 14, "odd", SONG, align="right", right=280)
        yield ParagraphStyle("Minutes page number", language, 14, "even", SONG, left=280)
    yield ParagraphStyle("Minutes end", language, 1, exact=20)


_VI, _ZH = Language.VI, Language.ZH
_VI_BODY = ParagraphStyle("Minutes body", _VI, 14, align="both", multiple=276, after=120, first_line=567)
# Condensed by half a point: "Thay mặt Văn phòng Ngoại sự" in capitals then fits half the width of the text.
_VI_SIGNATURE = ParagraphStyle(
    "Minutes signature party", _VI, 14, bold=True, align="center", keep_next=True, tracking=-10
)

_VI_NORM = (
    ParagraphStyle("Minutes type", _VI, 14, bold=True, caps=True, align="center", keep_next=True),
    ParagraphStyle("Minutes subject", _VI, 14, bold=True, align="center", keep_next=True),
    ParagraphStyle("Minutes last subject", _VI, 14, bold=True, align="center", after=240, keep_next=True),
    ParagraphStyle(
        "Minutes heading 1",
        _VI,
        14,
        bold=True,
        caps=True,
        before=120,
        after=120,
        first_line=567,
        keep_next=True,
    ),
    ParagraphStyle("Minutes label", _VI, 14, bold=True, after=120, first_line=567, keep_next=True),
    replace(_VI_BODY, role="Minutes fact"),
    replace(_VI_BODY, role="Minutes opening", keep_next=True),
    replace(_VI_BODY, role="Minutes point", left=284),
    ParagraphStyle("Minutes circulation", _VI, 13, bold=True, caps=True, after=120, keep_next=True),
    ParagraphStyle("Minutes list", _VI, 14, align="both", multiple=276, after=80, left=851, hanging=284),
    _VI_BODY,
    replace(_VI_BODY, role="Minutes closing", before=120, keep_next=True),
    replace(_VI_SIGNATURE, caps=True),
    replace(_VI_SIGNATURE, role="Minutes signature post", caps=True, tracking=0),
    replace(_VI_SIGNATURE, role="Minutes signature name", keep_next=False, tracking=0),
)

_VI_COLUMN_BODY = ParagraphStyle("Minutes body", _VI, 13, align="both", exact=400, after=80, first_line=454)
_VI_COLUMN_SIGNATURE = ParagraphStyle(
    "Minutes signature party", _VI, 13, bold=True, align="center", exact=360, keep_next=True
)
_VI_COLUMNS = (
    ParagraphStyle(
        "Minutes type", _VI, 15, bold=True, caps=True, align="center", exact=460, after=0, before=120
    ),
    ParagraphStyle("Minutes subject", _VI, 13, bold=True, align="center", exact=400),
    ParagraphStyle("Minutes last subject", _VI, 13, bold=True, align="center", exact=400),
    ParagraphStyle(
        "Minutes heading 1",
        _VI,
        13,
        bold=True,
        caps=True,
        exact=400,
        before=200,
        after=40,
        keep_next=True,
        tracking=-6,
    ),
    ParagraphStyle("Minutes label", _VI, 13, bold=True, exact=400, before=80, keep_next=True),
    ParagraphStyle("Minutes fact", _VI, 13, align="both", exact=400, before=40, after=40),
    ParagraphStyle("Minutes list", _VI, 13, exact=400, before=20, after=20, left=227, hanging=227),
    _VI_COLUMN_BODY,
    replace(_VI_COLUMN_BODY, role="Minutes opening", keep_next=True),
    replace(_VI_COLUMN_BODY, role="Minutes point", left=227),
    replace(_VI_COLUMN_BODY, role="Minutes closing", before=120, keep_next=True),
    ParagraphStyle("Minutes circulation", _VI, 12, bold=True, caps=True, exact=400, keep_next=True),
    replace(_VI_COLUMN_SIGNATURE, caps=True),
    replace(_VI_COLUMN_SIGNATURE, role="Minutes signature post", caps=True),
    replace(_VI_COLUMN_SIGNATURE, role="Minutes signature name", keep_next=True),
    ParagraphStyle("Minutes column head", _VI, 10, align="center", colour="595959", before=40, after=40),
)
# Which language stands above is the original's; the space between pairs is the row's (parallel.py).
_VI_STACKED = (
    ParagraphStyle("Minutes type", _VI, 15, bold=True, caps=True, align="center", exact=460),
    ParagraphStyle("Minutes heading 1", _VI, 13, bold=True, caps=True, exact=400, keep_next=True),
    ParagraphStyle("Minutes label", _VI, 13, bold=True, exact=400, keep_next=True),
    ParagraphStyle("Minutes fact", _VI, 13, align="both", exact=400),
    ParagraphStyle("Minutes list", _VI, 13, exact=400, left=284, hanging=284),
    replace(_VI_COLUMN_BODY, after=0, first_line=567),
    replace(_VI_COLUMN_BODY, role="Minutes opening", after=0, first_line=567, keep_next=True),
    replace(_VI_COLUMN_BODY, role="Minutes point", after=0, first_line=567, left=227),
    replace(_VI_COLUMN_BODY, role="Minutes closing", after=0, first_line=567, keep_next=True),
)

# 22 lines a page on a pitch of 28.95 pt, 28 characters a line by 98 % of width.
_ZH_LINE = 579
_ZH_BODY = ParagraphStyle(
    "Minutes body", _ZH, 16, align="both", exact=_ZH_LINE, first_line=640, first_line_chars=200, scale=98
)
_ZH_SIGNATURE = ParagraphStyle(
    "Minutes signature party", _ZH, 16, align="center", exact=_ZH_LINE, keep_next=True, scale=98
)

_ZH_NORM = (
    ParagraphStyle(
        "Minutes type", _ZH, 22, face=TITLE_SONG, align="center", exact=660, after=360, keep_next=True
    ),
    ParagraphStyle("Minutes subject", _ZH, 22, face=TITLE_SONG, align="center", exact=660, keep_next=True),
    ParagraphStyle(
        "Minutes last subject", _ZH, 22, face=TITLE_SONG, align="center", exact=660, after=360, keep_next=True
    ),
    replace(_ZH_BODY, role="Minutes heading 1", face=HEITI, align="left", keep_next=True),
    replace(_ZH_BODY, role="Minutes label", face=HEITI, align="left", keep_next=True),
    replace(_ZH_BODY, role="Minutes fact"),
    replace(_ZH_BODY, role="Minutes opening", keep_next=True),
    replace(_ZH_BODY, role="Minutes point"),
    ParagraphStyle("Minutes circulation", _ZH, 16, face=HEITI, exact=_ZH_LINE, keep_next=True, scale=98),
    replace(_ZH_BODY, role="Minutes list"),
    _ZH_BODY,
    replace(_ZH_BODY, role="Minutes closing", before=_ZH_LINE, keep_next=True),
    replace(_ZH_SIGNATURE, face=HEITI),
    replace(_ZH_SIGNATURE, role="Minutes signature post"),
    replace(_ZH_SIGNATURE, role="Minutes signature name", keep_next=False),
)

_ZH_COLUMN_BODY = ParagraphStyle(
    "Minutes body", _ZH, 14, align="both", exact=400, after=40, before=0, first_line=560, first_line_chars=200
)
_ZH_COLUMN_SIGNATURE = ParagraphStyle(
    "Minutes signature party", _ZH, 14, align="center", exact=360, keep_next=True
)
_ZH_COLUMNS = (
    ParagraphStyle("Minutes type", _ZH, 22, face=TITLE_SONG, align="center", exact=520, before=0, after=40),
    ParagraphStyle("Minutes subject", _ZH, 16, face=TITLE_SONG, align="center", exact=400),
    ParagraphStyle("Minutes last subject", _ZH, 16, face=TITLE_SONG, align="center", exact=400),
    ParagraphStyle("Minutes heading 1", _ZH, 14, face=HEITI, exact=400, before=200, after=40, keep_next=True),
    ParagraphStyle("Minutes label", _ZH, 14, face=HEITI, exact=400, before=80, keep_next=True),
    ParagraphStyle("Minutes fact", _ZH, 14, align="both", exact=400, before=40, after=40),
    ParagraphStyle("Minutes list", _ZH, 14, exact=400, before=20, after=20),
    replace(_ZH_COLUMN_BODY, after=80),
    replace(_ZH_COLUMN_BODY, role="Minutes opening", after=80, keep_next=True),
    replace(_ZH_COLUMN_BODY, role="Minutes point", after=80),
    replace(_ZH_COLUMN_BODY, role="Minutes closing", before=120, after=80, keep_next=True),
    ParagraphStyle("Minutes circulation", _ZH, 12, face=HEITI, exact=400, keep_next=True),
    replace(_ZH_COLUMN_SIGNATURE, face=HEITI),
    replace(_ZH_COLUMN_SIGNATURE, role="Minutes signature post"),
    replace(_ZH_COLUMN_SIGNATURE, role="Minutes signature name", keep_next=True),
    ParagraphStyle(
        "Minutes column head", _ZH, 10.5, face=HEITI, align="center", colour="595959", before=40, after=40
    ),
)
_ZH_STACKED = (
    ParagraphStyle("Minutes heading 1", _ZH, 14, face=HEITI, exact=400, keep_next=True),
    ParagraphStyle("Minutes label", _ZH, 14, face=HEITI, exact=400, keep_next=True),
    ParagraphStyle("Minutes fact", _ZH, 14, align="both", exact=400),
    ParagraphStyle("Minutes list", _ZH, 14, exact=400, left=284),
    replace(_ZH_COLUMN_BODY, after=0),
    replace(_ZH_COLUMN_BODY, role="Minutes opening", after=0, keep_next=True),
    replace(_ZH_COLUMN_BODY, role="Minutes point", after=0),
    replace(_ZH_COLUMN_BODY, role="Minutes closing", after=0, keep_next=True),
)
