"""The styles of one side's own paper: the heads of both norms, recipients, the red mark.

Source:
    Nghị định 30/2020/NĐ-CP, Annex I; Hướng dẫn 36-HD/VPTW (2018); GB/T 9704-2012, 7.2 and 10.3.
"""

from collections.abc import Iterator
from dataclasses import replace

from service.core.languages import Language
from service.documents.shipped.faces import TITLE_SONG
from service.documents.shipped.norms import MM, Norm
from service.documents.shipped.styles import ParagraphStyle

_VI, _ZH = Language.VI, Language.ZH
_RED = "FF0000"
_ISSUED_MM, _NATION_MM = 68, 97  # the columns of a Vietnamese head on a text 165 mm wide
_MOTTO_MM, _PARTY_MM, _ISSUER_RULE_MM, _SUBJECT_RULE_MM = 60, 83, 15, 45
_ZH_LINE = 579


def internal_styles(language: Language, norm: Norm) -> Iterator[ParagraphStyle]:
    """The styles that an internal paper has besides the common ones.

    Args:
        language: Its language.
        norm: Its page; lines under a text are paragraphs with a border, as long as their indents leave.
    """
    yield from _vietnamese(norm) if language is _VI else _chinese(norm)


def head_columns(norm: Norm) -> tuple[int, int]:
    """The widths of the two columns of a Vietnamese head, in twips."""
    issued = round(norm.text_width * _ISSUED_MM / (_ISSUED_MM + _NATION_MM))
    return issued, norm.text_width - issued


def _vietnamese(norm: Norm) -> Iterator[ParagraphStyle]:
    centred = ParagraphStyle("Minutes superior", _VI, 13, align="center", keep_next=True)
    issued, nation = head_columns(norm)
    yield replace(centred, caps=True)
    # The type keeps clear of the head; the line under the title stands right below its last words.
    yield replace(centred, role="Minutes type", caps=True, bold=True, size=14, before=240)
    yield replace(centred, role="Minutes last subject", bold=True, size=14, after=60)
    yield replace(centred, role="Minutes issuing body", caps=True, bold=True)
    yield replace(centred, role="Minutes number", before=60)
    yield replace(centred, role="Minutes star", bold=True)
    yield replace(centred, role="Minutes nation", bold=True, caps=True, tracking=-4)
    yield replace(centred, role="Minutes motto", bold=True, size=14)
    yield replace(centred, role="Minutes party", bold=True, caps=True, size=15, tracking=-8)
    yield replace(centred, role="Minutes place and date", italic=True, size=14, before=60)
    yield replace(centred, role="Minutes draft", bold=True, caps=True, before=60)
    yield _line("Minutes issuing body line", issued, _ISSUER_RULE_MM)
    yield _line("Minutes motto line", nation, _MOTTO_MM)
    yield _line("Minutes party line", nation, _PARTY_MM)
    yield replace(_line("Minutes subject line", norm.text_width, _SUBJECT_RULE_MM), after=240)
    yield ParagraphStyle("Minutes recipients", _VI, 12, bold=True, italic=True, before=240, keep_next=True)
    yield ParagraphStyle("Minutes recipient", _VI, 11)
    yield replace(centred, role="Minutes office", bold=True, caps=True, size=14)


def _line(role: str, column: int, length_mm: float) -> ParagraphStyle:
    indent = max(0, round((column - length_mm * MM) / 2))
    return ParagraphStyle(
        role, _VI, 2, exact=80, after=50, left=indent, right=indent, rule_above="auto", keep_next=True
    )


def _chinese(norm: Norm) -> Iterator[ParagraphStyle]:
    body = ParagraphStyle("Minutes attendance", _ZH, 16, exact=_ZH_LINE, left=2240, hanging=1600, scale=98)
    yield body
    yield replace(body, role="Minutes first attendance", before=_ZH_LINE)
    yield ParagraphStyle(
        "Minutes red mark",
        _ZH,
        42,
        face=TITLE_SONG,
        align="center",
        exact=1000,
        before=600 if norm.is_landscape else 1860,
        colour=_RED,
        tracking=160,
        keep_next=True,
    )
    yield ParagraphStyle(
        "Minutes issue line",
        _ZH,
        16,
        exact=_ZH_LINE,
        before=360,
        after=_ZH_LINE,
        tab=norm.text_width,
        rule_below=_RED,
        rule_size=12,
        keep_next=True,
    )
    yield ParagraphStyle("Minutes draft", _ZH, 16, align="center", exact=_ZH_LINE, keep_next=True)
