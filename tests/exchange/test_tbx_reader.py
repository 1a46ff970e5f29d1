"""TBX of other programs: versions, styles, dialects, vocabularies, languages; hostile files."""

import time
from datetime import date

import pytest

from service.core.message import Message
from service.exchange import tbx_reader, xml_gate
from service.exchange.incoming import (
    EntitiesRefused,
    Event,
    EventKind,
    ExchangedConcept,
    FileRefused,
    FileTooLarge,
    Incoming,
    Value,
)
from service.exchange.tbx_reader import read_tbx
from service.exchange.tbx_writer import write_tbx
from service.glossary.concepts import Category, Concept, Terms

DCA = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c5">{entry}
<langSec xml:lang="vi">{vi}</langSec>
<langSec xml:lang="zh-Hans">{zh}</langSec>
</conceptEntry></body></text></tbx>
"""
DCT = DCA.replace('style="dca"', 'style="dct"').replace(
    'ed-2">',
    'ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    ' xmlns:ling="http://www.tbxinfo.net/ns/linguist">',
    1,
)
V2 = """\
<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc>
</martifHeader><text><body><termEntry id="eid-1">{entry}
<langSet xml:lang="vi">{vi}</langSet><langSet xml:lang="zh-CN">{zh}</langSet>
</termEntry></body></text></martif>
"""
SEC = "<termSec><term>{}</term>{}</termSec>"


def sec(term: str, *notes: str) -> str:
    return SEC.format(term, "".join(notes))


def note(category: str, text: str) -> str:
    return f'<termNote type="{category}">{text}</termNote>'


def status(text: str) -> str:
    return note("administrativeStatus", text)


def read(frame: str = DCA, entry: str = "", vi: str = sec("tỉnh A"), zh: str = sec("甲省")) -> Incoming:
    data = frame.format(entry=entry, vi=vi, zh=zh).encode()
    (incoming,) = read_tbx(data, "a.tbx").incoming
    assert incoming.problems == ()
    return incoming


def stated(**parts: str) -> dict[str, Value]:
    return dict(read(**parts).stated)


def refused(data: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_tbx(data, "a.tbx")
    return str(caught.value)


def said(messages: tuple[Message, ...]) -> list[str]:
    return list(map(str, messages))


def test_a_basic_entry_in_dca_style_is_read() -> None:
    incoming = read(
        entry="""
        <descrip type="subjectField">border trade</descrip>
        <transacGrp><transac type="transactionType">origination</transac><date>2023-03-27</date>
            <transacNote type="responsibility" target="u1">Lan</transacNote></transacGrp>
        <xref type="externalCrossReference" target="https://example.org/a">page 3</xref>
        <note>A
            note.</note>""",
        vi="""<descripGrp><descrip type="definition">Một tỉnh.</descrip>
            <admin type="source">Luật</admin></descripGrp>"""
        + sec("tỉnh A", status("preferredTerm-admn-sts"))
        + sec("A tỉnh", status("admittedTerm-admn-sts"))
        + sec("TA", status("admittedTerm-admn-sts"), note("termType", "abbreviation"))
        + sec("tỉnh Ạ", status("deprecatedTerm-admn-sts"))
        + sec("A cũ", status("supersededTerm-admn-sts")),
        zh=sec("甲", note("termType", "shortForm")) + sec("甲省", status("preferredTerm-admn-sts")),
    )
    assert dict(incoming.stated) == {
        "vi.preferred": "tỉnh A",
        "vi.admitted": ("A tỉnh",),
        "vi.abbreviations": ("TA",),
        "vi.deprecated": ("tỉnh Ạ", "A cũ"),
        "zh.preferred": "甲省",
        "zh.short": "甲",
        "domain": "border trade",
        "sources": ("https://example.org/a | page 3", "Luật"),
        "note": "A note.",
        "definition.vi": "Một tỉnh.",
    }
    assert incoming.events == (Event(EventKind.ORIGINATION, date(2023, 3, 27), "Lan"),)
    assert (incoming.concept_id, incoming.place) == (None, "a.tbx:4")


def test_dct_style_says_the_same_with_elements() -> None:
    incoming = read(
        DCT,
        entry="""
        <min:subjectField>border trade</min:subjectField>
        <transacGrp><basic:transactionType>modification</basic:transactionType><date>2023-03-28</date>
            <basic:responsibility>Lan</basic:responsibility></transacGrp>
        <min:externalCrossReference target="https://example.org/a">page 3</min:externalCrossReference>""",
        vi="<descripGrp><basic:definition>Một tỉnh.</basic:definition>"
        "<basic:source>Luật</basic:source></descripGrp>"
        + sec("tỉnh A", "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>")
        + sec("tỉnh Ạ", "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>")
        + sec("TA", "<basic:termType>acronym</basic:termType><min:partOfSpeech>noun</min:partOfSpeech>"),
        zh=sec("甲省", "<ling:pronunciation>jiǎ shěng</ling:pronunciation>")
        + sec("甲", "<ling:usageStatus>notRecommended</ling:usageStatus>"),
    )
    assert dict(incoming.stated) == {
        "vi.preferred": "tỉnh A",
        "vi.abbreviations": ("TA",),
        "vi.deprecated": ("tỉnh Ạ",),
        "zh.preferred": "甲省",
        "zh.reading": "jiǎ shěng",
        "zh.deprecated": ("甲",),
        "domain": "border trade",
        "sources": ("https://example.org/a | page 3", "Luật"),
        "definition.vi": "Một tỉnh.",
    }
    assert incoming.events == (Event(EventKind.MODIFICATION, date(2023, 3, 28), "Lan"),)


def test_version_2_is_read_with_tig_and_ntig() -> None:
    incoming = read(
        V2,
        entry="""<descrip type="subjectField">trade</descrip>
        <transacGrp><transac type="transactionType">creation</transac>
            <date>2009-01-05T08:00:00</date></transacGrp>""",
        vi="<tig><term>tỉnh Ạ</term>" + note("usageStatus", "obsolete") + "</tig>"
        "<ntig><termGrp><term>tỉnh A</term>"
        + note("administrativeStatus", "preferredTerm")
        + "<termNoteGrp>"
        + note("termType", "fullForm")
        + "<note>said so</note></termNoteGrp></termGrp></ntig>",
        zh='<tig id="t1"><term>甲<hi type="italics">省</hi></term></tig>',
    )
    assert incoming.stated["vi.preferred"] == "tỉnh A"
    assert incoming.stated["vi.deprecated"] == ("tỉnh Ạ",)
    assert incoming.stated["zh.preferred"] == "甲省"
    assert incoming.stated["note"] == "tỉnh A: said so"
    assert incoming.events == (Event(EventKind.ORIGINATION, date(2009, 1, 5)),)


@pytest.mark.parametrize(
    ("category", "word", "field"),
    [
        ("administrativeStatus", "preferredTerm-admn-sts", "vi.preferred"),
        ("administrativeStatus", "preferredTerm", "vi.preferred"),
        ("usageStatus", "preferred", "vi.preferred"),
        ("normativeAuthorization", "standardizedTerm", "vi.preferred"),
        ("administrativeStatus", "admittedTerm-admn-sts", "vi.admitted"),
        ("usageStatus", "admitted", "vi.admitted"),
        ("administrativeStatus", "deprecatedTerm-admn-sts", "vi.deprecated"),
        ("administrativeStatus", "supersededTerm-admn-sts", "vi.deprecated"),
        ("normativeAuthorization", "deprecatedTerm", "vi.deprecated"),
        ("usageStatus", "notRecommended", "vi.deprecated"),
        ("usageStatus", "obsolete", "vi.deprecated"),
    ],
)
def test_every_vocabulary_of_status_is_known(category: str, word: str, field: str) -> None:
    other = sec("tỉnh B", note("usageStatus", "admitted" if field == "vi.preferred" else "preferred"))
    values = stated(vi=sec("tỉnh A", note(category, word)) + other)
    found = values[field]
    assert found == "tỉnh A" if isinstance(found, str) else "tỉnh A" in found


def test_what_one_vocabulary_forbids_no_other_allows() -> None:
    values = stated(
        vi=sec("B", status("preferredTerm-admn-sts"), note("usageStatus", "notRecommended")) + sec("A")
    )
    assert (values["vi.preferred"], values["vi.deprecated"]) == ("A", ("B",))


def test_without_a_status_the_first_full_form_is_preferred() -> None:
    values = stated(vi=sec("TA", note("termType", "abbreviation")) + sec("tỉnh A") + sec("A tỉnh"))
    assert values["vi.preferred"] == "tỉnh A"
    assert values["vi.admitted"] == ("A tỉnh",)
    assert values["vi.abbreviations"] == ("TA",)


def test_an_abbreviation_alone_is_the_preferred_term() -> None:
    assert stated(vi=sec("UBND", note("termType", "abbreviation")))["vi.preferred"] == "UBND"


def test_forbidden_terms_alone_make_no_preferred_one() -> None:
    assert "vi.preferred" not in stated(vi=sec("B", status("deprecatedTerm-admn-sts")))


def test_the_form_of_a_side_is_read_from_geographical_usage() -> None:
    values = stated(
        zh=sec("中越", status("preferredTerm-admn-sts")) + sec("越中", note("geographicalUsage", "VN"))
    )
    assert (values["zh.preferred"], values["zh.vn"]) == ("中越", "越中")


@pytest.mark.parametrize(
    ("tag", "key"),
    [
        ("vi", "vi.preferred"),
        ("vi-VN", "vi.preferred"),
        ("VI", "vi.preferred"),
        ("zh", "zh.preferred"),
        ("zh-CN", "zh.preferred"),
        ("zh-Hans", "zh.preferred"),
        ("zh_CN", "zh.preferred"),
        ("zh-Hans-HK", "zh.preferred"),
        ("cmn-Hans", "zh.preferred"),
        ("zh-Hant", "zh.search"),
        ("zh-TW", "zh.search"),
        ("zho", "zh.preferred"),
        ("chi", "zh.preferred"),
        ("zho-CN", "zh.preferred"),
        ("zh-CHS", "zh.preferred"),
        ("zh-CHT", "zh.search"),
        ("zho-TW", "zh.search"),
        ("zh-Hant-CN", "zh.search"),
    ],
)
def test_language_tags_say_language_and_characters(tag: str, key: str) -> None:
    frame = DCA.replace('xml:lang="zh-Hans"', 'xml:lang="de"').replace('xml:lang="vi"', f'xml:lang="{tag}"')
    found = stated(frame=frame, vi=sec("甲"))[key]
    assert found in ("甲", ("甲",))


@pytest.mark.parametrize("encoding", ["GB18030", "gb2312", "GBK", "UTF-16", "windows-1258"])
def test_a_file_says_its_encoding(encoding: str) -> None:
    chinese = "外事厅" if encoding != "windows-1258" else "WST"
    text = DCA.format(entry="", vi=sec("A"), zh=sec(chinese)).replace("UTF-8", encoding)
    (one,) = read_tbx(text.encode(encoding), "a.tbx").incoming
    assert (one.stated["zh.preferred"], one.place) == (chinese, "a.tbx:4")


@pytest.mark.parametrize(
    ("encoding", "data", "said"),
    [
        ("GB18030", b"\xff\xff", "a.tbx: is not gb18030; its declaration says so"),
        ("klingon", b"", "a.tbx: its encoding is not read; save it as UTF-8"),
        ("utf-7", b"", "a.tbx: its encoding is not read; save it as UTF-8"),
        ("shift_jis", b"", "a.tbx: its encoding is not read; save it as UTF-8"),
    ],
)
def test_a_file_in_another_encoding_than_it_says_or_in_none_is_refused(
    encoding: str, data: bytes, said: str
) -> None:
    text = DCA.format(entry="", vi=sec("A"), zh=sec("@")).replace("UTF-8", encoding)
    with pytest.raises(FileRefused) as caught:
        read_tbx(text.encode().replace(b"@", data), "a.tbx")
    assert str(caught.value) == said


def test_traditional_terms_are_kept_for_search_only_and_forbidden_ones_stay_forbidden() -> None:
    frame = DCA.replace("</conceptEntry>", '<langSec xml:lang="zh-Hant">{hant}</langSec></conceptEntry>')
    hant = (
        sec("甲省", status("preferredTerm-admn-sts"))
        + sec("甲縣")
        + sec("假省", status("deprecatedTerm-admn-sts"))
    )
    data = frame.format(entry="", vi=sec("tỉnh A"), zh=sec("甲省"), hant=hant).encode()
    values = read_tbx(data, "a.tbx").incoming[0].stated
    assert values["zh.preferred"] == "甲省"
    assert values["zh.search"] == ("甲縣",)
    assert values["zh.deprecated"] == ("假省",)


def test_other_languages_and_categories_are_told_and_not_kept() -> None:
    frame = DCA.replace(
        "</conceptEntry>", '<langSec xml:lang="en"><termSec><term>A</term></termSec></langSec></conceptEntry>'
    )
    vi = sec("tỉnh A", note("partOfSpeech", "noun"), '<descrip type="context">Ở tỉnh A.</descrip>')
    reading = read_tbx(frame.format(entry="", vi=vi, zh=sec("甲省")).encode(), "a.tbx")
    assert said(reading.notes) == ["a.tbx: not kept: context (1), partOfSpeech (1)"]
    assert said(reading.incoming[0].notes) == ["a.tbx:4: languages not kept: en"]


def test_a_note_of_a_term_is_kept_with_the_term() -> None:
    assert stated(vi=sec("tỉnh A", "<note>old maps</note>"))["note"] == "tỉnh A: old maps"


def test_the_source_of_a_context_is_a_source_of_the_names() -> None:
    group = (
        '<descripGrp><descrip type="context">Ở A.</descrip><admin type="source">Báo A</admin></descripGrp>'
    )
    assert stated(vi=sec("tỉnh A", group))["sources"] == ("Báo A",)


def test_a_term_without_a_text_is_passed_over_and_counted() -> None:
    reading = read_tbx(DCA.format(entry="", vi=sec("") + sec("A"), zh=sec("甲")).encode(), "a.tbx")
    assert reading.incoming[0].stated["vi.preferred"] == "A"
    assert said(reading.notes) == ["a.tbx: not kept: term without a text (1)"]


def test_a_definition_in_another_language_becomes_a_note() -> None:
    values = stated(entry='<descrip type="definition">A province.</descrip>')
    assert (values["note"], values.get("definition.vi")) == ("A province.", None)
    assert stated(entry='<descrip type="definition">一个省。</descrip>')["definition.zh"] == "一个省。"


def test_carried_fields_are_read_and_their_mistakes_refuse_the_entry() -> None:
    entry = "<note>[bienban:category] place</note><note>[bienban:valid.last] 2025-06-31</note>"
    data = DCA.format(entry=entry, vi=sec("tỉnh A"), zh=sec("甲省")).encode()
    (incoming,) = read_tbx(data, "a.tbx").incoming
    assert incoming.stated["category"] == "place"
    assert said(incoming.problems) == ["a.tbx:4: valid.last: “2025-06-31” is no day; write it as YYYY-MM-DD"]


def test_a_note_can_empty_a_field() -> None:
    assert read(entry="<note>[bienban:clear] note</note>").cleared == ("note",)


def test_a_carried_field_with_a_category_of_its_own_is_not_set_by_a_note() -> None:
    reading = read_tbx(
        DCA.format(entry="<note>[bienban:vi.preferred] B</note>", vi=sec("A"), zh=sec("甲")).encode(), "a.tbx"
    )
    assert reading.incoming[0].stated["vi.preferred"] == "A"
    assert said(reading.notes) == ["a.tbx: not kept: [bienban:vi.preferred] (1)"]


def test_an_entry_without_a_language_of_ours_says_no_terms() -> None:
    frame = DCA.replace('"vi"', '"en"').replace('"zh-Hans"', '"fr"')
    assert stated(frame=frame) == {}


def test_transactions_come_home() -> None:
    events = (
        Event(EventKind.ORIGINATION, date(2023, 3, 27), "Lan"),
        Event(EventKind.MODIFICATION, date(2024, 1, 2)),
        Event(EventKind.MODIFICATION, None, "王"),
    )
    entry = ExchangedConcept(
        Concept("place.a", Category.PLACE, Terms("A"), Terms("甲")), revision=4, events=events
    )
    (incoming,) = read_tbx(write_tbx([entry], "Test"), "a.tbx").incoming
    assert (incoming.events, incoming.revision) == (events, 4)


def test_a_transaction_with_a_day_of_another_form_is_kept_without_it() -> None:
    entry = (
        '<transacGrp><transac type="transactionType">modification</transac><date>2010-05</date></transacGrp>'
    )
    assert read(entry=entry).events == (Event(EventKind.MODIFICATION),)


def test_layout_of_any_length_is_read_at_once() -> None:
    start = time.process_time()
    blank = " " * 3_000_000
    assert stated(entry=f"<note>\n{blank}x{blank}</note>")["note"] == "x"
    assert time.process_time() - start < 2


def test_references_to_concepts_of_the_file_are_cross_references() -> None:
    one = Concept("place.a", Category.PLACE, Terms("A"), Terms("甲"), part_of="place.b", successor="place.c")
    other = Concept("place.b", Category.PLACE, Terms("B"), Terms("乙"))
    data = write_tbx([ExchangedConcept(one), ExchangedConcept(other)], "Test").decode()
    assert '<ref type="crossReference" target="place.b">part_of</ref>' in data
    assert "<note>[bienban:successor] place.c</note>" in data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(encoding: str) -> None:
    text = DCA.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    data = text.format(entry="", vi=sec("tỉnh A"), zh=sec("甲省")).encode(encoding)
    assert read_tbx(data, "a.tbx").incoming[0].stated["zh.preferred"] == "甲省"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<html/>", "a.tbx: not a TBX file; its root is html"),
        (b"<tbx><text></tbx>", "a.tbx:1: cannot be read: mismatched tag"),
        (b"", "a.tbx:1: cannot be read: no element found"),
        (b"id,vi", "a.tbx:1: cannot be read: syntax error"),
        (
            b"<tbx><conceptEntry>\n<conceptEntry/></conceptEntry></tbx>",
            "a.tbx:2: an entry stands inside another",
        ),
    ],
)
def test_what_is_no_tbx_is_refused_with_its_place(data: bytes, told: str) -> None:
    assert refused(data) == told


def test_gi_glos_01_a_doctype_is_accepted_and_its_dtd_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("builtins.open", lambda *call, **_: opened.append(call))
    monkeypatch.setattr("socket.socket.connect", lambda *call: opened.append(call))
    for system in ("TBXcoreStructV02.dtd", "http://127.0.0.1:9/TBXcoreStructV02.dtd", "file:///etc/passwd"):
        assert read(V2.replace("TBXcoreStructV02.dtd", system), vi="<tig><term>A</term></tig>").stated
    assert opened == []


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY secret SYSTEM "file:///etc/passwd">',
        '<!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!ENTITY unused "x">',
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
    ],
)
def test_gi_glos_02_an_entity_declaration_is_refused_even_if_nothing_uses_it(subset: str) -> None:
    text = V2.replace('"TBXcoreStructV02.dtd"', f'"x.dtd" [{subset}]')
    data = text.format(entry="", vi="<tig><term>A</term></tig>", zh="").encode()
    for encoded in (data, data.decode().encode("utf-16")):
        with pytest.raises(EntitiesRefused, match="entities are not read"):
            read_tbx(encoded, "a.tbx")


def test_gi_glos_02_an_entity_of_a_dtd_that_is_not_loaded_is_refused_and_not_lost() -> None:
    data = V2.format(entry="", vi="<tig><term>A&nbsp;B</term></tig>", zh="").encode()
    with pytest.raises(EntitiesRefused, match=r"a\.tbx:5: uses the unknown entity “nbsp”"):
        read_tbx(data, "a.tbx")


def test_gi_glos_04_includes_style_sheets_and_schema_locations_are_ignored() -> None:
    frame = DCA.replace("<tbx ", '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><tbx ').replace(
        'xml:lang="en"',
        'xml:lang="en" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u http://127.0.0.1:9/x.xsd"',
    )
    entry = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><!-- a -->'
    assert stated(frame=frame, entry=entry) == stated()


def test_gi_glos_05_a_file_over_a_limit_is_refused_before_it_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = DCA.format(entry="", vi=sec("A"), zh=sec("甲")).encode()
    for limit, most in (("MAX_BYTES", 100), ("MAX_DEPTH", 4), ("MAX_ELEMENTS", 10)):
        with monkeypatch.context() as patch:
            patch.setattr(xml_gate, limit, most)
            with pytest.raises(FileTooLarge, match=str(most)):
                read_tbx(data, "a.tbx")
    monkeypatch.setattr(tbx_reader, "MAX_ENTRIES", 0)
    with pytest.raises(FileTooLarge, match=r"a\.tbx: holds more than 0 concepts"):
        read_tbx(data, "a.tbx")


def test_gi_glos_05_depth_is_counted_without_a_tree() -> None:
    with pytest.raises(FileTooLarge, match="nested deeper than 32 levels"):
        read_tbx(b"<tbx>" + b"<a>" * 200_000, "a.tbx")


def test_dx_docx_07_a_text_that_no_parser_takes_is_refused() -> None:
    data = DCA.format(entry=f"<note>{'x' * 11_000_000}</note>", vi=sec("A"), zh=sec("甲")).encode()
    assert refused(data).startswith("a.tbx: cannot be read: ")


def test_a_text_with_characters_that_no_name_may_hold_refuses_its_entry() -> None:
    data = DCA.format(entry="", vi=sec("A\u202eB"), zh=sec("甲")).encode()
    (incoming,) = read_tbx(data, "a.tbx").incoming
    (problem,) = said(incoming.problems)
    assert problem.startswith("a.tbx:4: vi.preferred: invisible character U+202E at character 2")


def test_a_long_text_refuses_its_entry() -> None:
    data = DCA.format(entry=f"<note>{'x' * 10_001}</note>", vi=sec("A"), zh=sec("甲")).encode()
    (incoming,) = read_tbx(data, "a.tbx").incoming
    assert said(incoming.problems) == ["a.tbx:4: note: longer than 10000 characters"]
