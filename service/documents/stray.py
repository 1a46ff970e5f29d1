"""Tags where nothing is ever filled: properties, charts, targets of links."""

from collections.abc import Mapping

from service.core.message import message
from service.documents.errors import TemplateForbidden
from service.documents.ooxml import parse_xml, w

_STORIES = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")
_OPENERS = ("{{", "{%")
_MOST_SHOWN = 100


def refuse_stray_tags(parts: Mapping[str, bytes], file: str) -> None:
    """Refuse a tag that is no text of the paper: in other parts, in field codes, alternative texts, formulas.

    Args:
        parts: Every part of the package, past the gate.
        file: Its name, for messages.

    Raises:
        TemplateForbidden: All such parts are told at once.
    """
    problems = [
        message(
            "{file}, {part}: «{text}»: tags are filled in the text, headers and footers only",
            file=file,
            part=part,
            text=text,
        )
        for part, data in parts.items()
        if part.lower().endswith((".xml", ".rels", ".vml", ".svg")) and (text := _tag_in(data, part))
    ]
    if problems:
        raise TemplateForbidden(*problems)


def _tag_in(data: bytes, part: str) -> str:
    """The first text or attribute with a tag in it; Word may have split a tag over several texts."""
    root = parse_xml(data, part)
    texts = [str(value) for node in root.iter() for value in node.attrib.values()]
    filled = part.startswith(_STORIES)
    texts.append("".join(node.text or "" for node in root.iter() if not (filled and node.tag == w("t"))))
    found = next((text for text in texts if any(opener in text for opener in _OPENERS)), "")
    start = min((found.find(opener) for opener in _OPENERS if opener in found), default=0)
    return found[start : start + _MOST_SHOWN].strip()
