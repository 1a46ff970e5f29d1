"""One template looked over without filling it: every tag read, every name looked up, every style it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from service.core.finding import Severity
from service.core.languages import Language
from service.core.message import Message, message
from service.documents.blocks import NOTE_REFERENCES
from service.documents.drafting import GAP_STYLE
from service.documents.errors import TemplateError, UnknownName
from service.documents.names import Known, NameUnknown, Scope, Spoken, entry_of, find_name, scope_of
from service.documents.ooxml import Element, find_text, w
from service.documents.parallel import COLUMN_HEAD_ROLE
from service.documents.places import TagPlace
from service.documents.sandbox import LOOP_NAMES, parse_expression, parse_loop
from service.documents.tags import Tag, TagKind, mark_number
from service.documents.template import DOCUMENT, DocxTemplate
from service.documents.twins import END_ROLE

STYLE_MISSING = "style_missing"
_VARIANTS = ("", ", columns", ", stacked")
_STYLE_REFERENCES = (w("pStyle"), w("rStyle"))
_COMPUTES = frozenset((TagKind.OUTPUT, TagKind.IF, TagKind.ELIF))


@dataclass(frozen=True)
class TemplateFinding:
    """One thing to know about a template.

    Attributes:
        code: Stable name of the kind of finding.
        severity: An error keeps the template from being used, or from printing what a paper must say.
        file: The template.
        message: The sentence a person reads, file and place included.
        place: The paragraph, where it is in one.
        tag: The tag's own text, where it is one's.
    """

    code: str
    severity: Severity
    file: str
    message: Message
    place: TagPlace | None = None
    tag: str = ""


def findings_of(error: TemplateError, file: str) -> list[TemplateFinding]:
    """The findings that a refusal is."""
    found = []
    for problem in error.problems:
        place = problem.values.get("place")
        found.append(
            TemplateFinding(
                error.code,
                Severity.ERROR,
                file,
                problem,
                place if isinstance(place, TagPlace) else None,
                str(problem.values.get("source", "")),
            )
        )
    return found


@dataclass(frozen=True)
class Inspected:
    """What looking over a template has shown.

    Attributes:
        findings: What is wrong with it.
        spoken: The paths of the names that its tags print, and of the conditions they ask for.
        asked: The paths of all names its tags speak of, in a condition only too.
    """

    findings: tuple[TemplateFinding, ...]
    spoken: frozenset[str]
    asked: frozenset[str]


def inspect_template(template: DocxTemplate, facts: Known) -> Inspected:
    """Look over a template, its headers and footers.

    Args:
        template: The template, read.
        facts: What its tags may speak of.
    """
    findings: list[TemplateFinding] = []
    spoken: set[str] = set()
    asked: set[str] = set()
    for story in _stories(template, findings):
        reader = _Reader(story, facts)
        reader.read()
        findings += reader.findings
        spoken |= reader.spoken
        asked |= reader.asked
    findings += _missing_styles(template)
    once = {str(finding.message): finding for finding in findings}  # a name may stand in a tag twice
    return Inspected(tuple(once.values()), frozenset(spoken), frozenset(asked))


def _stories(template: DocxTemplate, findings: list[TemplateFinding]) -> Iterator[DocxTemplate]:
    yield template
    try:
        parts = template.header_parts()
    except TemplateError as error:
        findings += findings_of(error, template.file)
        return
    for part in parts:
        try:
            yield template.read_story(part)
        except TemplateError as error:
            findings += findings_of(error, template.file)


class _Reader:
    """Reads the tags of one story in their order, loops opening and closing scopes."""

    def __init__(self, story: DocxTemplate, facts: Known) -> None:
        self._story = story
        self._scopes: list[Scope] = [scope_of(facts)]
        self.findings: list[TemplateFinding] = []
        self.spoken: set[str] = set()
        self.asked: set[str] = set()

    def read(self) -> None:
        self._read_under(self._story.root)

    def _read_under(self, root: Element) -> None:
        """Read tags in the order of the text; a note where the text refers to it, in the same loops."""
        for node in root.iter():
            number = mark_number(node)
            if number is not None:
                self._read_tag(self._story.tags[number])
            elif node.tag in NOTE_REFERENCES:
                self._read_note(NOTE_REFERENCES[node.tag], node.get(w("id")))

    def _read_note(self, kind: str, note_id: str | None) -> None:
        notes = self._story.note_roots.get(kind)
        for note in () if notes is None else notes.iterchildren(w(kind)):
            if note.get(w("id")) == note_id:
                self._read_under(note)

    def _read_tag(self, tag: Tag) -> None:
        try:
            if tag.kind is TagKind.FOR:
                self._scopes.append(self._scope_in(tag))
            elif tag.kind is TagKind.ENDFOR and len(self._scopes) > 1:
                self._scopes.pop()
            elif tag.kind in _COMPUTES:
                self._look_up(parse_expression(tag, self._story.language), tag)
        except TemplateError as error:
            self.findings += findings_of(error, self._story.file)

    def _scope_in(self, tag: Tag) -> Scope:
        """The names inside a loop; below a list that is unknown, all names of its entries are let pass."""
        scope = dict(self._scopes[-1])
        loop = Known(members={name: Known(is_condition=True) for name in LOOP_NAMES})
        scope["loop"] = Spoken(loop, "loop")
        try:
            target, through = parse_loop(tag, self._story.language)
        except TemplateError as error:
            self.findings += findings_of(error, self._story.file)
            words = tag.source.split()
            return scope | {words[0]: Spoken(None, "")} if words else scope
        found = self._look_up(through, tag)
        own = self._bare(target.name)
        if (
            found is not None
            and found.known is not None
            and not found.known.is_open
            and not found.known.entry
        ):
            self._tell(
                "not_a_list", message("{place}: this is not a list to go through", place=tag.place), tag
            )
            found = None
        return scope | {own: entry_of(found) if found else Spoken(None, "")}

    def _look_up(self, expression: nodes.Expr, tag: Tag) -> Spoken | None:
        """Look up every name of an expression; what the whole speaks of, where it is one name."""
        whole = None
        for words in _names_in(expression):
            if words[0] != "loop":
                words[0] = self._bare(words[0])
            try:
                found = find_name(words, self._scopes[-1])
            except NameUnknown as unknown:
                self._tell_unknown(unknown, tag)
                continue
            whole = found
            self.asked.add(found.path)
            # A text that is only asked for is not printed; what is only true or false can be no more.
            if tag.kind is TagKind.OUTPUT or (found.known is not None and found.known.is_condition):
                self.spoken.add(found.path)
            if tag.kind is TagKind.OUTPUT and found.known is not None and _is_group(found.known):
                said = message(
                    "{place}: “{source}” is a group of values, not a text", place=tag.place, source=tag.source
                )
                self._tell("not_a_text", said, tag)
        return whole

    def _tell_unknown(self, unknown: NameUnknown, tag: Tag) -> None:
        if unknown.nearest:
            said = message(
                "{place}: “{name}” is not known here; “{nearest}” is",
                place=tag.place,
                name=unknown.name,
                nearest=unknown.nearest,
            )
        else:
            said = message("{place}: “{name}” is not known here", place=tag.place, name=unknown.name)
        self._tell(UnknownName.code, said, tag)

    def _tell(self, code: str, said: Message, tag: Tag) -> None:
        self.findings.append(
            TemplateFinding(code, Severity.ERROR, self._story.file, said, tag.place, tag.source)
        )

    def _bare(self, name: str) -> str:
        return name.removeprefix(f"{self._story.language}_")


def _is_group(known: Known) -> bool:
    return bool(known.members) or known.entry is not None


def _names_in(expression: nodes.Node) -> Iterator[list[str]]:
    """Every dotted name of an expression; `x is defined` asks for a name and needs none."""
    if isinstance(expression, nodes.Test):
        return
    words: list[str] = []
    node = expression
    while isinstance(node, nodes.Getattr):
        words.insert(0, node.attr)
        node = node.node
    if isinstance(node, nodes.Name):
        yield [node.name, *words]
        return
    for child in expression.iter_child_nodes():
        yield from _names_in(child)


def _missing_styles(template: DocxTemplate) -> Iterator[TemplateFinding]:
    """Styles that layouts add paragraphs and gaps in, and styles that the text names and the file lacks."""
    wanted = {GAP_STYLE: (GAP_STYLE,)} | {
        f"{role} ({template.language})": tuple(f"{role}{own} ({template.language})" for own in _VARIANTS)
        for role in (END_ROLE, COLUMN_HEAD_ROLE)
    }
    for name, names in wanted.items():
        if not any(own in template.style_ids for own in names):
            yield _missing_style(
                template,
                message(
                    "{file}: the style “{style}” is missing; copy it from the shipped template",
                    file=template.file,
                    style=name,
                ),
            )
    ids = set(template.style_ids.values())
    for number, paragraph in enumerate(template.root.iter(w("p")), start=1):
        for named in paragraph.iter(*_STYLE_REFERENCES):
            if named.get(w("val")) not in ids:
                place = TagPlace(template.file, DOCUMENT, number, find_text(paragraph))
                style = named.get(w("val"), "")
                said = message(
                    "{place}: the style “{style}” is not in the file; choose another",
                    place=place,
                    style=style,
                )
                yield _missing_style(template, said, place)


def _missing_style(template: DocxTemplate, said: Message, place: TagPlace | None = None) -> TemplateFinding:
    return TemplateFinding(STYLE_MISSING, Severity.ERROR, template.file, said, place)


def language_of_styles(names: Sequence[str]) -> Language | None:
    """The language that style names such as "Minutes body (vi)" tell; None where they tell none or both."""
    told = {language for language in Language if any(name.endswith(f" ({language})") for name in names)}
    return told.pop() if len(told) == 1 else None


def language_of_text(text: str) -> Language:
    """Chinese where Han characters prevail, which say more each; tags are no longer in the text."""
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    letters = sum(character.isalpha() for character in text) - han
    return Language.ZH if han * 2 > letters else Language.VI
