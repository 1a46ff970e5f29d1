"""The action plan (kế hoạch hành động, 行动计划): a table of tasks on a page that lies across."""

from service.core.languages import Language
from service.documents.shipped.closing import add_clause, add_wide_signatures
from service.documents.shipped.norms import ACROSS, MM
from service.documents.shipped.opening import Lines, add_basis, add_circulation, add_title
from service.documents.shipped.plan_styles import plan_styles
from service.documents.shipped.points import ILLUSTRATIVE, add_sections
from service.documents.shipped.tables import CellText, RowForm
from service.documents.shipped.writing import TemplateWriter

COMPOSED_TITLES: dict[Language, Lines] = {
    Language.VI: (
        ("Minutes type", "Kế hoạch hành động"),
        ("Minutes subject", "hợp tác giữa {{ first.title }}"),
        ("Minutes subject", "và {{ second.title }}"),
        ("Minutes last subject", "giai đoạn {{ period }}"),
    ),
    Language.ZH: (
        ("Minutes subject", "{{ first.title }}与"),
        ("Minutes subject", "{{ second.title }}"),
        ("Minutes type", "{{ period }}合作行动计划"),
    ),
}
# Number, area, task, lead bodies of both sides, due, indicator, funding: 250 mm.
_COLUMNS_MM = (11, 26, 62, 33, 33, 35, 25, 25)
_HEADS = {
    Language.VI: (
        "TT",
        "Lĩnh vực",
        "Nhiệm vụ",
        "{{ leads.left }}",
        "{{ leads.right }}",
        "Thời hạn",
        "Chỉ tiêu",
        "Kinh phí",
    ),
    Language.ZH: (
        "序号",
        "领域",
        "任务",
        "{{ leads.left }}",
        "{{ leads.right }}",
        "完成时限",
        "指标",
        "经费",
    ),
}
_CELLS = (
    "{{ task.area }}",
    "",
    "{{ task.left_lead|capital }}",
    "{{ task.right_lead|capital }}",
    "{{ task.due|capital }}",
    "{{ task.indicator }}",
    "{{ task.funding }}",
)
_TASK = 1
_PAPER = {Language.VI: "Kế hoạch này", Language.ZH: "本计划"}


def action_plan(language: Language) -> bytes:
    """Build one language's template."""
    writer = TemplateWriter(language, ACROSS, plan_styles(language))
    add_circulation(writer)
    add_title(writer, COMPOSED_TITLES[language])
    add_basis(writer)
    add_sections(writer)
    add_tasks(writer)
    add_sections(writer, "later_sections")
    add_clause(writer, _PAPER[language])
    add_wide_signatures(writer)
    return writer.finish()


def add_tasks(writer: TemplateWriter) -> None:
    """The table of tasks; its head stands on every page, a task is never divided by a page break."""
    writer.add_tag("{% if no_tasks %}")
    writer.add("Minutes body", "{{ no_tasks }}")
    writer.add_tag("{% endif %}")
    widths = [round(width * MM) for width in _COLUMNS_MM]
    widths[-1] += writer.norm.text_width - sum(widths)
    writer.add_tag("{% if tasks %}")
    table = writer.add_ruled_table(widths)
    heads = [CellText([("Minutes table head", (head,))]) for head in _HEADS[writer.language]]
    writer.add_row(table, heads, RowForm(header=True))
    writer.add_tag_row(table, "{% for task in tasks %}")
    writer.add_row(table, [CellText([("Minutes table number", ("{{ loop.index }}",))]), *_task_cells(writer)])
    writer.add_tag_row(table, "{% endfor %}")
    writer.add_tag("{% endif %}")


def _task_cells(writer: TemplateWriter) -> list[CellText]:
    mark = f"|{{% if task.illustrative %}}{ILLUSTRATIVE[writer.language]}{{% endif %}}|"
    texts: list[tuple[str, ...]] = [(text,) for text in _CELLS]
    texts[_TASK] = (mark, "{{ task.text }}")
    return [CellText([("Minutes table text", pieces)]) for pieces in texts]
