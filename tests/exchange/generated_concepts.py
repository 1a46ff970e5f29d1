"""Hypothesis strategies: concepts with every field, and texts that files are tempted to change."""

from datetime import date

from hypothesis import strategies as st

from service.core.languages import Pair, Side
from service.core.text import UnfitText, clean_text
from service.exchange.concept_fields import BY_KEY
from service.exchange.incoming import ExchangedConcept
from service.glossary.concepts import (
    Category,
    Collection,
    Concept,
    Confidence,
    SessionForm,
    Source,
    Terms,
    Validity,
)
from service.glossary.life import State

# Latin letters that a font of before Unicode could also mean stand only in whole words, as they do in papers.
LETTERS = "abcxyzABC019 ệơđĐộữ河江省委员会外事办公室龘𠮷 .,;:|\\/=+-@#'\"<>&[]{}()_~%*?!…—“”＝＋－＠（）"
TEMPTING = (
    *("=1+1", "=cmd|' /C calc'!A0", "+84 219", "-5", "@SUM(A1)", "＝1", "'=1", "''", "'", "'[xóa]", "#N/A"),
    *("[xóa]", "[delete]", "[删除]", "[bienban:note] x", "[bienban:category] place", "_x0041_", "_x000D_"),
    *("null", "true", "no", "~", "8:30", "2023-12-26", "26/12/2023", "1e5", "007", "- a", "# b", "a: b"),
    *(
        "{n}",
        "{place}",
        "a | 2024-01-02",
        "a | b | c",
        "\\|",
        "\\",
        "x = y",
        "a, b; c",
        'say "no"',
        "<b>&amp;</b>",
    ),
    *("tỉnh Hà Giang", "hòa bình", "đồng chí", "Xã", "là", "河江省", "《联合声明》", "a  b", "]]>", "&lt;"),
)


def fits(text: str) -> bool:
    """Whether the program can hold a text at all."""
    try:
        return clean_text(text, one_line=True) == text != ""
    except UnfitText:
        return False


lines = (st.text(LETTERS, min_size=1, max_size=14) | st.sampled_from(TEMPTING)).map(str.strip).filter(fits)
optional = st.none() | lines
many = st.lists(lines, max_size=3).map(tuple)
paragraphs = (
    st.lists(st.just("") | lines | lines.map(lambda line: f" {line}\t"), min_size=1, max_size=3)
    .map("\n".join)
    .map(lambda text: text.strip(" \n\t"))
)
ids = st.from_regex(r"[a-z]{1,6}\.[a-z0-9_-]{1,8}", fullmatch=True)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
levels = st.sampled_from(BY_KEY["level"].codes)

terms = st.builds(
    Terms,
    preferred=lines,
    short=optional,
    admitted=many,
    deprecated=many,
    search=many,
    abbreviations=many,
    sides=st.dictionaries(st.sampled_from(Side), lines, max_size=2),
    reading=optional,
)
concepts = st.builds(
    Concept,
    concept_id=ids,
    category=st.sampled_from(Category),
    vi=terms,
    zh=terms,
    validity=st.builds(Validity, st.none() | days, st.none() | days),
    successor=st.none() | ids,
    confidence=st.sampled_from(Confidence),
    sources=st.lists(
        st.builds(Source, address=lines, note=st.just("") | lines, day=st.none() | days),
        max_size=3,
        unique=True,
    ).map(tuple),
    note=paragraphs,
    confirm=st.booleans(),
    side=st.none() | st.sampled_from(Side),
    part_of=st.none() | ids,
    level=st.none() | levels,
    levels=st.lists(levels, max_size=2).map(tuple),
    capital=st.none() | ids,
    institution_type=st.none() | ids,
    titles=st.dictionaries(ids, lines, max_size=2),
    whole=st.booleans(),
    sessions=st.lists(st.builds(SessionForm, terms, terms), max_size=2).map(tuple),
    definition=st.builds(Pair, *(st.none() | paragraphs.filter(bool) for _ in range(2))),
    domain=st.just("") | lines,
    collection=st.sampled_from(Collection),
    components=st.lists(ids, max_size=2).map(tuple),
)
exchanged = st.builds(
    ExchangedConcept,
    concepts,
    revision=st.none() | st.integers(1, 10**8),
    state=st.none() | st.sampled_from(State),
)
files = st.lists(exchanged, min_size=1, max_size=4, unique_by=lambda one: one.concept.concept_id)
