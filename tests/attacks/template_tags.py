"""Attacks by tags; the table of ids, files and codes."""

from attacks.container import Table
from attacks.files import (
    RELATION,
    W,
    box,
    changed,
    field,
    parts_of,
    related,
)
from documents.building import p, run, tbl, template, tr, with_relationship, with_type
from service.documents.package import write_package

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAYLOAD = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"


def story(kind: str, text: str) -> bytes:
    """Make a template with a tag in a header or footer."""
    stories = {"default": [text]}
    return template("a", headers=stories) if kind == "header" else template("a", footers=stories)


def note(part: str, element: str, text: str) -> bytes:
    """Make a template with a tag in a note or comment."""
    xml = f'<w:{part} {W}><w:{element} w:id="1">{p(text)}</w:{element}></w:{part}>'
    parts = with_type(parts_of("a"), f"word/{part}.xml", f"{_MAIN}.{part}+xml")
    relation = f'<Relationship Id="rIdN" Type="{RELATION}/{part}" Target="{part}.xml"/>'
    return write_package(with_relationship(parts, relation) | {f"word/{part}.xml": xml.encode()})


def _of(code: str, *sources: str) -> Table:
    return {
        f"{source[:60]}": (code, lambda source=source: template(source))  # type: ignore[misc]
        for source in sources
    }


def _named(row: str, table: Table) -> Table:
    return {f"{row} {name}": case for name, case in table.items()}


TAGS: Table = {
    **_named(
        "TJ-TEMP-01",
        _of("template_forbidden", "{{ ''.__class__.__mro__ }}", "{{ x|attr('__class__') }}", "{{ x['a'] }}"),
    ),
    **_named("TJ-TEMP-02", _of("template_forbidden", _PAYLOAD, "{{ lipsum.__globals__ }}")),
    "TJ-TEMP-03 in a header": ("template_forbidden", lambda: story("header", _PAYLOAD)),
    "TJ-TEMP-03 in a footer": ("template_forbidden", lambda: story("footer", _PAYLOAD)),
    "TJ-TEMP-03 in a text box": ("template_forbidden", lambda: template(box(_PAYLOAD))),
    "TJ-TEMP-03 in a footnote": ("template_forbidden", lambda: note("footnotes", "footnote", _PAYLOAD)),
    "TJ-TEMP-03 in an endnote": ("template_forbidden", lambda: note("endnotes", "endnote", _PAYLOAD)),
    "TJ-TEMP-03 in a comment": ("template_forbidden", lambda: note("comments", "comment", _PAYLOAD)),
    "TJ-TEMP-03 in a property": (
        "template_forbidden",
        lambda: changed("docProps/core.xml", f"<a><title>{_PAYLOAD}</title></a>".encode()),
    ),
    "TJ-TEMP-03 in a chart": (
        "template_forbidden",
        lambda: changed("word/charts/chart1.xml", f"<c><t>{{</t><t>{{{_PAYLOAD[2:]}</t></c>".encode()),
    ),
    "TJ-TEMP-03 in the target of a link": (
        "template_forbidden",
        lambda: related("hyperlink", "https://example.org/{{x.__class__}}"),
    ),
    "TJ-TEMP-03 in the code of a field": ("template_forbidden", lambda: field(f"REF {_PAYLOAD}")),
    "TJ-TEMP-03 in the words for the blind of a picture": (
        "template_forbidden",
        lambda: template(p(run(f'<w:drawing><a:docPr xmlns:a="x" id="1" descr="{_PAYLOAD}"/></w:drawing>'))),
    ),
    "TJ-TEMP-03 in the text of a link": (
        "template_forbidden",
        lambda: template(p(f'<w:hyperlink w:anchor="a">{run(_PAYLOAD)}</w:hyperlink>')),
    ),
    **_named(
        "TJ-TEMP-06",
        _of(
            "template_tag_not_allowed",
            "{% include 'a' %}",
            "{% import 'a' as b %}",
            "{% from 'a' import b %}",
            "{% extends 'a' %}",
            "{% set x = 1 %}",
            "{% macro a() %}{% endmacro %}",
            "{% raw %}{% endraw %}",
            "{% do x %}",
        ),
    ),
    **_named(
        "TJ-TEMP-07",
        _of(
            "template_forbidden",
            "{% for i in range(10**9) %}{{ i }}{% endfor %}",
            "{% for i in range(99999) %}{% for j in range(99999) %}{{ j }}{% endfor %}{% endfor %}",
        ),
    ),
    **_named(
        "TJ-TEMP-08",
        _of(
            "template_forbidden",
            "{{ 'a'*10**9 }}",
            "{{ x|center(10**10) }}",
            "{{ '%1000000000d'|format(1) }}",
            "{{ x ~ x }}",
            "{{ [1]*99 }}",
        ),
    ),
    "TJ-TEMP-11 20,000 tags": ("template_too_complex", lambda: template("{{ x }}" * 20_000)),
    "TJ-TEMP-11 190,000 tags in a paragraph": (
        "template_too_complex",
        lambda: template("{{x}}" * 190_000),
    ),
    "TJ-TEMP-11 3,000 parentheses": (
        "template_too_complex",
        lambda: template("{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}"),
    ),
    "TJ-TEMP-11 140 parentheses": (
        "template_too_complex",
        lambda: template("{{ " + "(" * 148 + "x" + ")" * 148 + " }}"),
    ),
    "TJ-TEMP-11 2,000 conditions in each other": (
        "template_too_complex",
        lambda: template(*["{% if x %}"] * 900, "a", *["{% endif %}"] * 900),
    ),
    **_named(
        "TJ-TEMP-12",
        _of(
            "template_forbidden",
            "{{ x|safe }}",
            "{{ x|xmlattr }}",
            "{{ Markup('<w:p/>') }}",
        ),
    ),
    **_named("TJ-TEMP-12", _of("template_unreadable", "{{r richtext }}", "{{p subdoc }}")),
    **_named(
        "TJ-TEMP-16", _of("template_unclosed", "{% for x in xs %}", "{% if x %}", "{% endfor %}", "{{ x")
    ),
    "TJ-TEMP-16 a loop across rows": (
        "template_unclosed",
        lambda: template(tbl(tr("{% for x in xs %}", ""), tr("{{ x }}", ""), tr("a", "{% endif %}")), ""),
    ),
}
