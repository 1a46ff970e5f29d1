"""How a jointly signed paper closes: originals and authenticity, then the columns of signatures."""

from docx.table import Table

from service.core.languages import Language
from service.documents.shipped.norms import MM
from service.documents.shipped.tables import CellText, RowForm
from service.documents.shipped.writing import TemplateWriter

_ABOVE_PARTIES, _ABOVE_POSTS = 360, 80  # twips
_TO_SIGN_IN = round(22 * MM)
_GAP = 57  # a millimetre on each side of a block
_SLOTS = ("one", "two", "three", "four", "five")
_MOST_COLUMNS = len(_SLOTS)
_FOR = {
    Language.VI: "{{% if {0}.party %}}Thay mặt {{{{ {0}.party }}}}{{% endif %}}",
    Language.ZH: "{{% if {0}.party %}}{{{{ {0}.party }}}}代表{{% endif %}}",
}


def add_clause(writer: TemplateWriter, paper: str) -> None:
    """The clause on day, place, number of originals, languages and authenticity.

    Args:
        writer: Writes the template.
        paper: What the paper calls itself: "Biên bản này", 本纪要.
    """
    if writer.language is Language.VI:
        writer.add(
            "Minutes closing",
            f"{paper} được {{% if signed %}}ký{{% else %}}lập{{% endif %}} {{{{ closing.day }}}} tại"
            " {{ closing.place }}, thành {{ closing.count }} bản, mỗi bản bằng {{ closing.first_language }}"
            " và {{ closing.second_language }}{% if closing.authentic %},"
            # Two texts, however many originals: both languages are equally authentic.
            " cả hai văn bản đều có giá trị như nhau"
            "{% endif %}{% if closing.one_each %}, mỗi bên giữ một bản{% endif %}.",
        )
    else:
        writer.add(
            "Minutes closing",
            f"{paper}于{{{{ closing.day }}}}在{{{{ closing.place }}}}"
            "{% if signed %}签署{% else %}形成{% endif %}，"
            "一式{{ closing.count }}份，每份均用{{ closing.first_language }}和"
            "{{ closing.second_language }}写成"
            "{% if closing.authentic %}，两种文本同等作准{% endif %}"
            "{% if closing.one_each %}，{% if closing.two_parties %}双方{% else %}各方{% endif %}"
            "各执一份{% endif %}。",
        )


def add_signatures(writer: TemplateWriter) -> None:
    """Signatures two in a row, by the name order; of more parties one block each, the last alone if odd."""
    width = writer.norm.text_width
    writer.add_tag("{% if signed %}")
    table = writer.add_table((width // 2, width - width // 2), gap=_GAP)
    writer.add_tag_row(table, "{% for pair in signatures.pairs %}")
    writer.add_tag_row(table, "{% if pair.alone %}")
    _add_blocks(writer, table, ("pair.left",), span=2)
    writer.add_tag_row(table, "{% else %}")
    _add_blocks(writer, table, ("pair.left", "pair.right"))
    writer.add_tag_row(table, "{% endif %}")
    writer.add_tag_row(table, "{% endfor %}")
    writer.add_tag("{% endif %}")


def add_wide_signatures(writer: TemplateWriter) -> None:
    """Signatures on a page that lies across: up to five in a row, one block a party."""
    width = writer.norm.text_width
    writer.add_tag("{% if signed %}")
    for count in range(2, _MOST_COLUMNS + 1):
        writer.add_tag(f"{{% if signature_columns == {count} %}}")
        column = width // count
        table = writer.add_table([column] * (count - 1) + [width - column * (count - 1)], gap=_GAP)
        writer.add_tag_row(table, "{% for row in signatures.rows %}")
        _add_blocks(writer, table, tuple(f"row.{slot}" for slot in _SLOTS[:count]))
        writer.add_tag_row(table, "{% endfor %}")
        writer.add_tag("{% endif %}")
    writer.add_tag("{% endif %}")


def _add_blocks(writer: TemplateWriter, table: Table, blocks: tuple[str, ...], span: int = 1) -> None:
    """Party, post, space to sign in, name: four rows that stay together."""

    def row(role: str, texts: list[str], form: RowForm) -> None:
        writer.add_row(table, [CellText([(role, (text,))], span) for text in texts], form)

    said = _FOR[writer.language]
    row("Minutes signature party", [said.format(block) for block in blocks], RowForm(above=_ABOVE_PARTIES))
    row(
        "Minutes signature post", [f"{{{{ {block}.post }}}}" for block in blocks], RowForm(above=_ABOVE_POSTS)
    )
    row("Minutes signature post", [""] * len(blocks), RowForm(height=_TO_SIGN_IN))
    row("Minutes signature name", [f"{{{{ {block}.name }}}}" for block in blocks], RowForm())
