"""What a package may hold: kinds of parts, relationships, where links may lead."""

import posixpath
from collections.abc import Iterator, Mapping

from service.core.message import Message, message
from service.documents.errors import ActiveContent, NotWord, PictureTooLarge, SignedFile
from service.documents.fields import is_safe_link, unsafe_link
from service.documents.ooxml import RELS, TYPES, parse_xml
from service.documents.package import CONTENT_TYPES
from service.documents.pictures import is_too_large, picture_size

ROOT_RELS = "_rels/.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = f"{_WORD}.document.main+xml"
_TEMPLATE = f"{_WORD}.template.main+xml"

# Words in a content type, the end of a relationship's type, or a folder: what acts, or holds another file.
_ACTIVE_TYPES = ("macroenabled", "vbaproject", "vbadata", "activex", "oleobject", "webextension", "keymap")
_ACTIVE_RELATIONS = frozenset(
    (
        "activexcontrolbinary",
        "afchunk",
        "attachedtemplate",
        "attachedtoolbars",
        "control",
        "extensibility",
        "externallink",
        "frame",
        "keymapcustomizations",
        "mailmergeheadersource",
        "mailmergesource",
        "oleobject",
        "package",
        "recipientdata",
        "subdocument",
        "transform",
        "vbaproject",
        "webextension",
        "webextensiontaskpanes",
        "wordvbadata",
    )
)
_ACTIVE_FOLDERS = ("word/activex/", "word/embeddings/", "customui/", "word/webextensions/")
_SIGNED = "_xmlsignatures/"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_FONT_ENDINGS = (".odttf", ".ttf", ".otf")
_SVG = ".svg"


def is_xml(part: str) -> bool:
    """Whether a part is one that Word reads as XML."""
    return part.lower().endswith((*_XML_ENDINGS, _SVG))


def check_contents(parts: Mapping[str, bytes], file: str) -> None:
    """Refuse a package that is no document, or that holds or fetches what acts by itself.

    Args:
        parts: Part name to content; its XML has been looked through.
        file: Its name, for messages.

    Raises:
        PackageRefused: All problems of one kind are told at once.
    """
    for part in (CONTENT_TYPES, ROOT_RELS):
        if part not in parts:
            raise NotWord(message("{file}: not a Word document, {part} is missing", file=file, part=part))
    active = [*_active_parts(parts, file), *_active_relations(parts, file)]
    if active:
        raise ActiveContent(*active)
    _check_main(parts, file)
    if any(part.lower().startswith(_SIGNED) for part in parts):
        raise SignedFile(
            message(
                "{file}: digitally signed; filling it would break the signature, save a copy without it",
                file=file,
            )
        )
    _check_others(parts, file)


def _active(file: str, part: str, problem: Message) -> Message:
    return message(
        "{place}: {problem}; delete it, a paper holds nothing that acts by itself",
        place=f"{file}, {part}",
        problem=problem,
    )


def _active_parts(parts: Mapping[str, bytes], file: str) -> Iterator[Message]:
    for part, kind in _content_types(parts, file):
        if any(word in kind.lower() for word in _ACTIVE_TYPES):
            yield _active(file, part, message("macros, controls or objects"))
    for part in parts:
        name = part.lower()
        if name.startswith(_ACTIVE_FOLDERS) or posixpath.basename(name).startswith("vba"):
            yield _active(file, part, message("macros, controls or objects"))


def _active_relations(parts: Mapping[str, bytes], file: str) -> Iterator[Message]:
    for part in (part for part in parts if part.lower().endswith(".rels")):
        for relation in parse_xml(parts[part], f"{file}, {part}").iter(f"{{{RELS}}}Relationship"):
            kind = posixpath.basename(relation.get("Type", "")).lower()
            target, outside = relation.get("Target", ""), relation.get("TargetMode", "").lower() == "external"
            problem = _problem_of(kind, target, outside=outside)
            if problem is not None:
                yield _active(file, part, problem)


def _problem_of(kind: str, target: str, *, outside: bool) -> Message | None:
    if kind in _ACTIVE_RELATIONS:
        return message("the relationship {kind} to “{target}”", kind=kind, target=target)
    if kind == "hyperlink":
        inside = not outside and ":" not in target and "\\" not in target
        return None if inside or is_safe_link(target) else unsafe_link(target)
    if outside or ":" in target or "\\" in target or target.startswith("//"):
        return message("fetched from outside the file: {kind} “{target}”", kind=kind, target=target)
    return None


def _content_types(parts: Mapping[str, bytes], file: str) -> Iterator[tuple[str, str]]:
    root = parse_xml(parts[CONTENT_TYPES], f"{file}, {CONTENT_TYPES}")
    for entry in root.iter(f"{{{TYPES}}}Override", f"{{{TYPES}}}Default"):
        name = entry.get("PartName", "").lstrip("/") or entry.get("Extension", "")
        yield name, entry.get("ContentType", "")


def _check_main(parts: Mapping[str, bytes], file: str) -> None:
    root = parse_xml(parts[ROOT_RELS], f"{file}, {ROOT_RELS}")
    targets = [
        posixpath.normpath(posixpath.join("/", relation.get("Target", ""))).lstrip("/")
        for relation in root.iter(f"{{{RELS}}}Relationship")
        if relation.get("Type", "").endswith("/officeDocument")
    ]
    kinds = dict(_content_types(parts, file))
    if len(targets) != 1 or targets[0] not in parts:
        part = targets[0] if targets else "word/document.xml"
        raise NotWord(message("{file}: not a Word document, {part} is missing", file=file, part=part))
    kind = kinds.get(targets[0], "")
    if kind == _TEMPLATE:
        raise NotWord(message("{file}: a Word template (.dotx); save it as a document (.docx)", file=file))
    if kind != _DOCUMENT:
        raise NotWord(message("{file}: another kind of document; save it in Word as .docx", file=file))


def _check_others(parts: Mapping[str, bytes], file: str) -> None:
    """Whatever is no XML is a picture or a font; pictures are of a size that can be printed."""
    for part, data in parts.items():
        name = part.lower()
        if (is_xml(part) and not name.endswith(_SVG)) or name.endswith(_FONT_ENDINGS):
            continue
        size = picture_size(data, is_svg=name.endswith(_SVG))
        if size is None:
            raise ActiveContent(_active(file, part, message("no text, picture or font")))
        if is_too_large(size):
            raise PictureTooLarge(
                message(
                    "{file}, {part}: a picture of {width} × {height}; use a smaller one",
                    file=file,
                    part=part,
                    width=size[0],
                    height=size[1],
                )
            )
