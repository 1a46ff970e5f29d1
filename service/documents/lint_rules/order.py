"""Rules of element order: Word refuses a known element in the wrong place."""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import R_RUN, TBL, TC, TR, P, W, local_name, w
from service.documents.lint_rules.package import Package

# ECMA-376-1:2016, Annex A.1, with the transitional names of ECMA-376-4, Annex A.1. `|` parts names of one
# place. CT_RPr is formally a choice in any order; the order here is that in which the schema lists it and
# Word writes it, and strict readers ask for it.
_EDGES = "top left|start bottom right|end"
_SEQUENCES = {
    # CT_PPr, 17.3.1.26
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    # CT_RPr, 17.3.2.28; the four revision marks stand first on a paragraph mark (CT_ParaRPr, 17.3.1.29)
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
        "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight "
        "u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    # CT_TblPr
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
        "tblPrChange"
    ),
    # CT_TblPrEx
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    # CT_TcPr, 17.4.69
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
        "hideMark headers cellIns|cellDel|cellMerge tcPrChange"
    ),
    # CT_SectPr, 17.6.17
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings sectPrChange"
    ),
    # CT_PBdr, CT_TblBorders, CT_TcBorders, CT_TcMar, CT_TblCellMar
    "pBdr": "top left bottom right between bar",
    "tblBorders": f"{_EDGES} insideH insideV",
    "tcBorders": f"{_EDGES} insideH insideV tl2br tr2bl",
    "tcMar": _EDGES,
    "tblCellMar": _EDGES,
    # CT_Style, 17.7.4.17
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    # CT_Numbering and CT_Lvl, 17.9
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
_REPEATED = frozenset(
    w(name)
    for name in ("headerReference", "footerReference", "tblStylePr", "numPicBullet", "abstractNum", "num")
)
# What stands at the head of its parent, in this order.
_HEADS = {
    P: (w("pPr"),),
    R_RUN: (w("rPr"),),
    TBL: (w("tblPr"), w("tblGrid")),
    TR: (w("tblPrEx"), w("trPr")),
    TC: (w("tcPr"),),
}
# CT_Tbl lets marks that span its rows stand before its properties; no other parent here does.
_TABLE_MARKS = frozenset(
    w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)


def _ranks(sequence: str) -> Mapping[str, int]:
    return {w(name): rank for rank, place in enumerate(sequence.split()) for name in place.split("|")}


_RANKS = {w(parent): _ranks(sequence) for parent, sequence in _SEQUENCES.items()}


def element_order(package: Package) -> Iterator[Defect]:
    """Properties stand in the order of the schema, each once, and none is unknown."""
    for part in package.word_parts:
        for parent in part.elements(*_RANKS):
            for child, problem in _misplaced(parent, _RANKS[str(parent.tag)]):
                detail = f"w:{local_name(str(child.tag))} {problem} in w:{local_name(str(parent.tag))}"
                yield part.defect("element-order", child, detail)


def properties_first(package: Package) -> Iterator[Defect]:
    """The properties of a paragraph, run, table, row or cell stand before what they describe, once."""
    for part in package.word_parts:
        for parent in part.elements(*_HEADS):
            head = _HEADS[str(parent.tag)]
            for child in _late(parent, head):
                yield part.defect(
                    "properties-first", child, f"w:{local_name(str(child.tag))} does not stand first"
                )


def _misplaced(parent: _Element, ranks: Mapping[str, int]) -> Iterator[tuple[_Element, str]]:
    reached = -1
    for child in parent.iterchildren(f"{{{W}}}*"):
        rank = ranks.get(str(child.tag))
        if rank is None:
            yield child, "is unknown"
            continue
        if rank == reached and child.tag not in _REPEATED:
            yield child, "stands twice"
        elif rank < reached:
            yield child, "stands too late"
        reached = max(reached, rank)


def _late(parent: _Element, head: tuple[str, ...]) -> Iterator[_Element]:
    reached = 0
    for child in parent.iterchildren("*"):
        if parent.tag == TBL and child.tag in _TABLE_MARKS:
            continue
        rank = head.index(str(child.tag)) if child.tag in head else len(head)
        if rank < reached:
            yield child
        # Nothing of the head comes twice: after one of them only the next may follow.
        reached = rank + 1 if rank < len(head) else rank
