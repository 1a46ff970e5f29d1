"""An empty Word document: defaults of both scripts, settings, the faces that official documents use."""

from service.core.languages import Language
from service.documents.ooxml import RELS, TYPES, W
from service.documents.package import CONTENT_TYPES, write_package
from service.documents.shipped.faces import FACES, FANGSONG, LATIN
from service.documents.shipped.theme import theme

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.microsoft.com/office/word"


def empty_document(language: Language) -> bytes:
    """An empty document in Word's current form (compatibility mode 15)."""
    return write_package(
        {
            CONTENT_TYPES: _content_types().encode(),
            "_rels/.rels": _relationships(("officeDocument", "word/document.xml")).encode(),
            "word/_rels/document.xml.rels": _relationships(
                ("styles", "styles.xml"),
                ("settings", "settings.xml"),
                ("fontTable", "fontTable.xml"),
                ("theme", "theme/theme1.xml"),
            ).encode(),
            "word/document.xml": _document().encode(),
            "word/styles.xml": _styles().encode(),
            "word/settings.xml": _settings(language).encode(),
            "word/fontTable.xml": _font_table().encode(),
            "word/theme/theme1.xml": (_XML + theme(LATIN, FANGSONG)).encode(),
        }
    )


def _document() -> str:
    body = "<w:body><w:sectPr/></w:body>"
    return f'{_XML}<w:document xmlns:w="{W}" xmlns:r="{_RELATION}">{body}</w:document>'


def _content_types() -> str:
    parts = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for part, kind in parts.items()
    )
    return (
        f'{_XML}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{RELS}">{entries}</Relationships>'


def _styles() -> str:
    """Document defaults and the four styles that Word takes for granted."""
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{FANGSONG}" w:cs="{LATIN}"/>'
    return (
        f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
        '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'
    )


def _settings(language: Language) -> str:
    # Even pages differ only in the Chinese norm: page numbers stand at the outer edge.
    even_and_odd = "<w:evenAndOddHeaders/>" if language is Language.ZH else ""
    return (
        f'{_XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'{even_and_odd}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        # A line that ends in a break somebody typed is not stretched to the margin.
        "<w:doNotExpandShiftReturn/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_WORD}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_WORD}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_WORD}" w:val="1"/>'
        '</w:compat><w:themeFontLang w:val="vi-VN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    faces = "".join(
        f'<w:font w:name="{name}">{"".join(f"""<w:altName w:val="{alias}"/>""" for alias in aliases[:1])}'
        f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, (aliases, charset, family) in FACES.items()
    )
    return f'{_XML}<w:fonts xmlns:w="{W}">{faces}</w:fonts>'
