"""Styles of both templates in one document: found by name, under ids that do not clash."""

from documents.building import fill_twins, p, run, template, value
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.ooxml import w
from service.documents.styles import merge_styles
from service.documents.template import DocxTemplate, read_template

VI, ZH = Language.VI, Language.ZH


def style(name: str, identity: str, based_on: str = "Normal", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/></w:style>'
    )


def read(styles: str, language: Language) -> DocxTemplate:
    return read_template(template("a", language=language, styles=styles), "a.docx", language)


def test_a_style_that_only_the_other_template_has_is_added() -> None:
    merged = merge_styles(read("", VI), read(style("Ghi chú (zh)", "note"), ZH))
    assert merged.by_name["Ghi chú (zh)"] == "note"
    assert merged.ids[ZH, "note"] == "note"


def test_a_style_of_the_same_name_is_the_keeper_s_under_either_id() -> None:
    merged = merge_styles(read(style("Note", "a1"), VI), read(style("Note", "b7"), ZH))
    assert merged.by_name["Note"] == "a1"
    assert (merged.ids[VI, "a1"], merged.ids[ZH, "b7"]) == ("a1", "a1")


def test_one_id_with_two_names_is_kept_apart() -> None:
    merged = merge_styles(read(style("Note (vi)", "a"), VI), read(style("Note (zh)", "a"), ZH))
    assert (merged.ids[VI, "a"], merged.ids[ZH, "a"]) == ("a", "a-zh")
    found = {own.get(w("styleId")): value(own, "name") for own in merged.root.iter(w("style"))}
    assert (found["a"], found["a-zh"]) == ("Note (vi)", "Note (zh)")


def test_what_a_style_rests_on_follows_it_under_its_new_id() -> None:
    other = style("Base (zh)", "a") + style("Note (zh)", "n", based_on="a")
    merged = merge_styles(read(style("Base (vi)", "a"), VI), read(other, ZH))
    (note,) = (own for own in merged.root.iter(w("style")) if own.get(w("styleId")) == "n")
    assert value(note, "basedOn") == "a-zh"


def test_one_style_of_a_kind_is_the_default() -> None:
    other = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Standard"/></w:style>'
    )
    merged = merge_styles(read("", VI), read(other, ZH))
    defaults = [
        (own.get(w("type")), own.get(w("styleId"))) for own in merged.root if own.get(w("default")) == "1"
    ]
    assert defaults == [
        ("paragraph", "Normal"),
        ("character", "DefaultParagraphFont"),
        ("table", "TableNormal"),
        ("numbering", "NoList"),
    ]


def test_merging_leaves_the_templates_as_they_were() -> None:
    vi, zh = read("", VI), read(style("Note (zh)", "n"), ZH)
    before = len(vi.styles), len(zh.styles)
    assert merge_styles(vi, zh).root is not vi.styles
    assert (len(vi.styles), len(zh.styles)) == before


def test_paragraphs_runs_and_tags_point_at_the_ids_of_the_document() -> None:
    def body(language: Language) -> bytes:
        styles = style(f"Note ({language})", "a") + style(
            f"Strong ({language})", "b", "DefaultParagraphFont", "character"
        )
        paragraph = p(run("x{{ x }}", rpr='<w:rStyle w:val="b"/>'), ppr='<w:pStyle w:val="a"/>')
        return template(paragraph, language=language, styles=styles)

    drafted = fill_twins(body(VI), body(ZH), {"x": "1"}, layout=Layout.CONSECUTIVE, original=Side.VN)
    assert [own for own in drafted.styles() if own in {"a", "a-zh"}] == ["a", "a-zh"]
    assert drafted.runs() == [
        ("x", ("rStyle=b",)),
        ("1", ("rStyle=b",)),
        ("x", ("rStyle=b-zh", "rFonts=eastAsia")),
        ("1", ("rStyle=b-zh", "rFonts=eastAsia")),
    ]
