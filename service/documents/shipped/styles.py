"""What a paragraph style says, and its XML; the tables of styles are in style_tables.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from service.core.languages import Language
from service.documents.geometry import make
from service.documents.ooxml import Element
from service.documents.shipped.faces import FANGSONG, HEITI, LATIN, TITLE_SONG

Alignment = Literal["left", "center", "right", "both"]


@dataclass(frozen=True)
class ParagraphStyle:
    """One paragraph style; lengths in twips, sizes in points, a line of 0 is single, below 100 a percentage.

    Attributes:
        role: What it is for.
        language: The language of its text.
        layout: The parallel layout it is made for, or nothing.
        size: In points.
        face: East Asian face; a face of titles also serves Latin letters and digits.
        first_line: First-line indent; of Chinese also in characters, hundredths.
        rule_above: Colour of a line above it, `auto` for black; `rule_below` likewise.
        rule_size: Thickness of that line, in eighths of a point.
        tab: A right tab stop.
        together: Space before and after is not added between paragraphs of this style.
    """

    role: str
    language: Language
    size: float
    layout: str = ""
    face: str = FANGSONG
    bold: bool = False
    caps: bool = False
    align: Alignment = "left"
    exact: int = 0
    multiple: int = 0
    before: int = 0
    after: int = 0
    first_line: int = 0
    first_line_chars: int = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    together: bool = False
    keep_next: bool = False
    italic: bool = False
    rule_above: str = ""
    rule_below: str = ""
    rule_size: int = 6
    tab: int = 0
    colour: str = ""
    scale: int = 0
    tracking: int = 0

    @property
    def name(self) -> str:
        """The name that Word shows."""
        layout = f", {self.layout}" if self.layout else ""
        return f"{self.role}{layout} ({self.language})"

    @property
    def style_id(self) -> str:
        """An id that follows from the name."""
        return "".join(
            word.capitalize() for word in self.name.replace(",", "").replace("(", "").replace(")", "").split()
        )


def add_styles(styles: Element, paragraph_styles: Iterable[ParagraphStyle], language: Language) -> None:
    """Add paragraph styles, and a language's character styles, to the root of a styles part."""
    for style in paragraph_styles:
        styles.append(_paragraph_style(style))
    styles.append(_lead_in(language))
    styles.append(_gap())
    styles.append(_mark())


def _paragraph_style(style: ParagraphStyle) -> Element:
    element = make("style", None, type="paragraph", customStyle=1, styleId=style.style_id)
    make("name", element, val=style.name)
    make("basedOn", element, val="Normal")
    make("qFormat", element)
    _paragraph_properties(make("pPr", element), style)
    _run_properties(make("rPr", element), style)
    return element


def _paragraph_properties(properties: Element, style: ParagraphStyle) -> None:
    if style.keep_next:
        make("keepNext", properties)
    _rules(properties, style)
    if style.tab:
        make("tab", make("tabs", properties), val="right", pos=style.tab)
    line, rule = (style.exact, "exact") if style.exact else (style.multiple or 240, "auto")
    make("spacing", properties, before=style.before, after=style.after, line=line, lineRule=rule)
    indents = {
        "left": style.left,
        "right": style.right,
        "hanging": style.hanging,
        "firstLineChars": style.first_line_chars,
        "firstLine": style.first_line,
    }
    given = {name: value for name, value in indents.items() if value}
    if given:
        make("ind", properties, **given)
    if style.together:
        make("contextualSpacing", properties)
    make("jc", properties, val=style.align)


def _rules(properties: Element, style: ParagraphStyle) -> None:
    colours = {"top": style.rule_above, "bottom": style.rule_below}
    if any(colours.values()):
        borders = make("pBdr", properties)
        for edge, colour in colours.items():
            if colour:
                make(edge, borders, val="single", sz=style.rule_size, space=1, color=colour)


def _run_properties(properties: Element, style: ParagraphStyle) -> None:
    latin = style.face if style.face == TITLE_SONG else LATIN
    make("rFonts", properties, ascii=latin, hAnsi=latin, eastAsia=style.face, cs=LATIN)
    for name in ("b", "bCs"):
        if style.bold:
            make(name, properties)
    for name in ("i", "iCs"):
        if style.italic:
            make(name, properties)
    if style.caps:
        make("caps", properties)
    if style.colour:
        make("color", properties, val=style.colour)
    if style.tracking:
        make("spacing", properties, val=style.tracking)
    if style.scale:
        make("w", properties, val=style.scale)
    half_points = round(style.size * 2)
    make("sz", properties, val=half_points)
    make("szCs", properties, val=half_points)
    make("lang", properties, val="vi-VN" if style.language is Language.VI else "en-US", eastAsia="zh-CN")


def _character_style(name: str, style_id: str) -> Element:
    element = make("style", None, type="character", customStyle=1, styleId=style_id)
    make("name", element, val=name)
    make("basedOn", element, val="DefaultParagraphFont")
    make("qFormat", element)
    return element


def _lead_in(language: Language) -> Element:
    """The words that begin a fact: "Thời gian:" bold, 时间： in 黑体."""
    element = _character_style(f"Minutes lead-in ({language})", f"MinutesLeadIn{language.capitalize()}")
    properties = make("rPr", element)
    if language is Language.VI:
        make("b", properties)
        make("bCs", properties)
    else:
        make("rFonts", properties, eastAsia=HEITI)
    return element


def _gap() -> Element:
    element = _character_style("Minutes gap", "MinutesGap")
    make("shd", make("rPr", element), val="clear", color="auto", fill="FFF2A8")
    return element


def _mark() -> Element:
    element = _character_style("Minutes mark", "MinutesMark")
    make("color", make("rPr", element), val="7F0000")
    return element
