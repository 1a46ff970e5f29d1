"""What a template may compute: an allow-list, refused with a place before anything is filled."""

import ast
from pathlib import Path

import pytest

import service.documents
from documents.building import NAME, PROPERTIES, facts, fill, p, run, template
from service.core.languages import Language, Side
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import TemplateError
from service.documents.layout import Layout

ROOM = Path(next(iter(service.documents.__path__)))


def refusal_at_compile_time(data: bytes) -> str:
    """Compile without filling, so that a refusal cannot come from facts that lack a name."""
    twins = TwinFiles(NAME, data, template("", language=Language.ZH))
    with pytest.raises(TemplateError) as caught:
        compile_document(twins, Layout.VI, Side.VN, same_order=True)
    return str(caught.value)


def refusal_of_filling(*body: str, **values: object) -> str:
    with pytest.raises(TemplateError) as caught:
        fill(body, values)
    return str(caught.value)


ESCAPES = [
    "''.__class__.__mro__",
    "''.__class__",
    "x|attr('__class__')",
    "x.__class__.__init__.__globals__",
    "x['__class__']",
    "x[0]",
    "x['a']",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "lipsum.__globals__['os']",
    "namespace.__init__",
    "joiner()",
    "x()",
    "x.format(1)",
    "'{0.__class__}'.format(x)",
    "x.items()",
    "range(10**9)",
    "range(9)",
    "'a' * 1000000000",
    "10 ** 9",
    "'%1000000000d' % 1",
    "'%1000000000d'|format(1)",
    "1 + 1",
    "7*7",
    "7 // 2",
    "7 / 2",
    "7 - 2",
    "-7",
    "+7",
    "x ~ y",
    "x|center(10000000000)",
    "x|center",
    "x|safe",
    "x|e",
    "x|escape",
    "x|xmlattr",
    "x|map(attribute='__class__')",
    "x|list",
    "x|join",
    "x|replace('a', 'b')",
    "x|default('')",
    "x|upper",
    "x|capital(1)",
    "x|capital(*x)",
    "x|capital(**x)",
    "x|bb_whole_cell",
    "x|bb_whole_table",
    "Markup('<w:p/>')",
    "[1, 2]",
    "{'a': 1}",
    "(1, 2)",
    "1.5",
    "x if y else z",
    "x is string",
    "x is callable",
    "x is defined(1)",
    "x is divisibleby 3",
    "_x",
    "__import__",
    "x._y",
    "bb_write",
    "bb_write(x, 0)",
    "bb_counted",
    "caller()",
    "super()",
    "loop.cycle('a', 'b')",
    "loop.__init__",
    "loop._iterable",
]
UNREADABLE = [
    "r richtext",
    "p subdoc",
    "x y",
    "x,",
    "x.",
    ".x",
    "x|",
    "(",
    "'a",
    "x ==",
    "",
    "a b c",
    "x:y",
    "!",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_an_escape_is_refused_when_the_template_is_compiled(source: str) -> None:
    text = f"Ông {{{{ {source} }}}}"
    said = refusal_at_compile_time(template("một", text))
    assert said.startswith(f"vi/{NAME}, paragraph 2: «{text}»: “{source}” is not allowed in a template (")


@pytest.mark.parametrize("source", ESCAPES)
def test_an_escape_in_a_condition_or_loop_is_refused_too(source: str) -> None:
    for text in (f"{{% if {source} %}}a{{% endif %}}", f"{{% for a in {source} %}}a{{% endfor %}}"):
        said = refusal_at_compile_time(template(text))
        assert said.startswith(f"vi/{NAME}, paragraph 1: «{text}»: ")
        assert "is not allowed in a template (" in said


@pytest.mark.parametrize("source", UNREADABLE)
def test_what_is_no_expression_is_refused_with_its_place(source: str) -> None:
    text = f"{{{{ {source} }}}}"
    said = refusal_at_compile_time(template(text))
    assert said.startswith(f"vi/{NAME}, paragraph 1: «{text}»: “{source}” cannot be read: ")


@pytest.mark.parametrize("kind", ["header", "footer"])
@pytest.mark.parametrize("source", ["''.__class__", "cycler.__init__", "x|safe", "range(9)"])
def test_an_escape_in_a_header_or_footer_is_refused_with_its_part(kind: str, source: str) -> None:
    text = f"{{{{ {source} }}}}"
    stories = {"default": ["một", text]}
    data = template("", headers=stories) if kind == "header" else template("", footers=stories)
    said = refusal_at_compile_time(data)
    assert said.startswith(
        f"vi/{NAME}, word/{kind}-default.xml, paragraph 2: «{text}»: “{source}” is not allowed"
    )


def test_an_escape_in_a_text_box_or_link_is_refused() -> None:
    box = run(f"<w:pict><w:txbxContent>{p('{{ x|safe }}')}</w:txbxContent></w:pict>")
    link = f'<w:hyperlink w:anchor="a">{run("{{ x|safe }}")}</w:hyperlink>'
    assert "“x|safe” is not allowed" in refusal_at_compile_time(template(p(box)))
    assert "“x|safe” is not allowed" in refusal_at_compile_time(template(p(link)))


def test_an_unknown_filter_or_test_is_refused() -> None:
    assert "cannot be read" not in refusal_at_compile_time(template("{{ x|tojson }}"))
    assert "is not allowed in a template (filter)" in refusal_at_compile_time(template("{{ x|nosuch }}"))
    assert "is not allowed in a template (test)" in refusal_at_compile_time(
        template("{% if x is nosuch %}{% endif %}")
    )


def test_parentheses_beyond_reason_are_refused() -> None:
    said = refusal_at_compile_time(template(f"{{{{ {'(' * 148}x{')' * 148} }}}}"))
    assert said.endswith("cannot be read: nested too deep")


@pytest.mark.parametrize(
    "source",
    [
        "x",
        "in xs",
        "x in",
        "x of xs",
        "x, y in xs",
        "(x) in xs",
        "_x in xs",
        "loop in xs",
        "x.y in xs",
        "1 in xs",
        "ơ in xs",
        "x in xs recursive",
        "",
    ],
)
def test_a_loop_in_any_other_form_is_refused(source: str) -> None:
    text = f"{{% for {source} %}}a{{% endfor %}}"
    said = refusal_at_compile_time(template(text))
    assert said.startswith(f"vi/{NAME}, paragraph 1: «{text}»: ")
    assert "a loop is written “for item in items”" in said or "cannot be read" in said


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("a", "1"),
        ("not a", ""),
        ("a and b", ""),
        ("a or b", "1"),
        ("not (a and b)", "1"),
        ("a == 1", "1"),
        ("a != 1", ""),
        ("a < 2", "1"),
        ("a <= 1", "1"),
        ("a > 1", ""),
        ("a >= 2", ""),
        ("1 in xs", "1"),
        ("1 not in xs", ""),
        ("name == 'An'", "1"),
        ('group.name == "An"', "1"),
        ("group.nothing is defined", ""),
        ("group.name is defined", "1"),
        ("nothing is defined", ""),
        ("nothing is not defined", "1"),
        ("true", "1"),
        ("false", ""),
        ("none", ""),
    ],
)
def test_conditions_hold_what_the_allow_list_allows(source: str, printed: str) -> None:
    values = {"a": 1, "b": 0, "xs": [1, 2], "name": "An", "group": {"name": "An"}}
    assert fill([f"{{% if {source} %}}1{{% endif %}}"], values).texts() == [printed]


def test_a_key_named_like_a_method_is_data() -> None:
    values = {"section": {"items": ["một", "hai"], "keys": "k", "get": "g"}}
    body = ["{% for x in section.items %}{{ x }}{% endfor %} {{ section.keys }} {{ section.get }}"]
    assert fill(body, values).texts() == ["mộthai k g"]


@pytest.mark.parametrize("method", ["keys", "items", "update", "clear"])
def test_a_method_of_a_group_is_an_unknown_name(method: str) -> None:
    said = refusal_of_filling(f"{{{{ group.{method} }}}}", group={"name": "An"})
    assert said == f"vi/{NAME}, paragraph 1: «{{{{ group.{method} }}}}»: “{method}” is not known here"


@pytest.mark.parametrize("attribute", ["upper", "real", "x"])
def test_texts_and_numbers_have_no_attributes(attribute: str) -> None:
    for value in ("An", 5, [1]):
        said = refusal_of_filling(f"{{{{ x.{attribute} }}}}", x=value)
        assert said.endswith(f"“{attribute}” is not known here")


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    said = refusal_of_filling("một", "Chủ trì: {{ chiar }}", chair="An", place="Hà Giang")
    assert (
        said == f"vi/{NAME}, paragraph 2: «Chủ trì: {{{{ chiar }}}}»: “chiar” is not known here; “chair” is"
    )


def test_an_unknown_key_is_told_with_the_nearest_one_of_its_group() -> None:
    said = refusal_of_filling("{{ chair.nam }}", chair={"name": "An", "post": "x"}, nam_ed="y")
    assert said == f"vi/{NAME}, paragraph 1: «{{{{ chair.nam }}}}»: “nam” is not known here; “name” is"


def test_an_unknown_name_far_from_all_others_is_told_alone() -> None:
    assert refusal_of_filling("{{ qqqq }}", chair="An").endswith("“qqqq” is not known here")


def test_a_name_below_an_unknown_one_is_told_by_the_first_that_is_missing() -> None:
    assert "“chiar” is not known here; “chair” is" in refusal_of_filling("{{ chiar.name.x }}", chair={})


@pytest.mark.parametrize(
    "text",
    [
        "{% if chiar %}a{% endif %}",
        "{% for a in chiar %}a{% endfor %}",
        "{{ chiar|capital }}",
        "{{ chiar|keep_end }}",
        "{% if chiar == 'a' %}a{% endif %}",
        "{% if chair %}{% elif chiar %}{% endif %}",
        "{% if 'a' in chiar %}a{% endif %}",
        "{% if not chiar %}a{% endif %}",
    ],
)
def test_an_unknown_name_is_told_wherever_it_stands(text: str) -> None:
    assert refusal_of_filling(text, chair="") == (
        f"vi/{NAME}, paragraph 1: «{text}»: “chiar” is not known here; “chair” is"
    )


def test_the_place_of_an_unknown_name_is_that_of_its_own_tag() -> None:
    body = [
        "{{ a }}",
        "{% for x in xs %}",
        "{{ x }} {{ a }}{% if a %}{{ x.y }}{% endif %}",
        "{% endfor %}",
        "{{ a }}",
    ]
    said = refusal_of_filling(*body, a="1", xs=["b"])
    assert said.startswith(f"vi/{NAME}, paragraph 3: ")
    assert said.endswith("“y” is not known here")


def test_a_loop_variable_is_unknown_behind_its_loop() -> None:
    said = refusal_of_filling("{% for x in xs %}{{ x }}{% endfor %}{{ x }}", xs=["a"])
    assert "“x” is not known here" in said


def test_the_place_of_a_loop_is_unknown_outside_of_it() -> None:
    assert refusal_of_filling("{{ loop.index }}").endswith("“loop” is not known here")


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("revindex", "; “index” is"),
        ("depth", ""),
        ("previtem", ""),
        ("changed", ""),
        ("cycle", ""),
        ("items", ""),
    ],
)
def test_only_four_words_say_where_a_loop_stands(name: str, instead: str) -> None:
    said = refusal_of_filling(f"{{% for x in xs %}}{{{{ loop.{name} }}}}{{% endfor %}}", xs=[1])
    assert said.endswith(f"“{name}” is not known here{instead}")


@pytest.mark.parametrize("value", [{"a": "b"}, ["a"], None, True, 1.5])
def test_printing_what_is_no_text_is_refused(value: object) -> None:
    said = refusal_of_filling("Ông {{ x }}", x=value)
    assert said == f"vi/{NAME}, paragraph 1: «Ông {{{{ x }}}}»: “x” is a group of values, not a text"


@pytest.mark.parametrize("filter_name", ["capital", "keep_end"])
@pytest.mark.parametrize("value", [{"a": "b"}, ["a"], None])
def test_filtering_what_is_no_text_is_refused_with_its_place(value: object, filter_name: str) -> None:
    said = refusal_of_filling(f"{{{{ x|{filter_name} }}}}", x=value)
    assert said.endswith(f"“x|{filter_name}” is a group of values, not a text")
    assert said.startswith(f"vi/{NAME}, paragraph 1: ")


def test_a_filtered_number_is_printed() -> None:
    assert fill(["{{ x|capital|keep_end }}"], {"x": 12}).texts() == ["12"]


@pytest.mark.parametrize("value", ["Nguyễn", 5, {"a": 1}, None])
def test_looping_over_what_is_no_list_is_refused(value: object) -> None:
    text = "{% for a in x %}a{% endfor %}"
    assert refusal_of_filling(text, x=value) == (
        f"vi/{NAME}, paragraph 1: «{text}»: this is not a list to go through"
    )


@pytest.mark.parametrize("source", ["x < 3", "x >= xs", "3 in y", "y < x"])
def test_comparing_what_cannot_be_compared_is_refused_with_its_place(source: str) -> None:
    text = f"{{% if {source} %}}a{{% endif %}}"
    assert refusal_of_filling("một", text, x="a", y=5, xs=[1]) == (
        f"vi/{NAME}, paragraph 2: «{text}»: “{source}” compares what cannot be compared"
    )


# The one environment.


def trees() -> list[tuple[str, ast.Module]]:
    return [(path.name, ast.parse(path.read_text())) for path in sorted(ROOM.rglob("*.py"))]


def test_the_sandbox_holds_the_only_jinja_environment_of_the_room() -> None:
    environments = [
        (file, node.name)
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("Environment" in ast.unparse(base) for base in node.bases)
    ]
    made = [
        (file, ast.unparse(node.func))
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Environment")
    ]
    assert environments == [("sandbox.py", "TemplateEnvironment")]
    assert made == [("sandbox.py", "TemplateEnvironment")]


def test_no_source_text_is_ever_compiled_by_jinja() -> None:
    forbidden = {
        "from_string",
        "compile_expression",
        "get_template",
        "compile_templates",
        "overlay",
        "eval",
        "exec",
    }
    called = [
        (file, name)
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (name := ast.unparse(node.func).rsplit(".", maxsplit=1)[-1]) in forbidden
    ]
    templates = [
        (file, ast.unparse(node.func))
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Template", "jinja2.Template"}
    ]
    assert called == []
    assert templates == []


def test_filling_needs_no_global_of_jinja() -> None:
    twins = TwinFiles(NAME, template("{{ dict }}"), template("", language=Language.ZH))
    compiled = compile_document(twins, Layout.VI, Side.VN, same_order=True)
    with pytest.raises(TemplateError, match="“dict” is not known here"):
        compiled.fill(facts({}), PROPERTIES)
