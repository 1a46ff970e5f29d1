"""The glossary of one office: its own concepts win, and every link leads somewhere."""

from dataclasses import replace
from datetime import date

from glossary_data import concept
from service.glossary.concepts import Category, Concept, Validity
from service.glossary.overlay import termbase_of

LAND = concept("Việt Nam", "越南", concept_id="place.vn", category=Category.PLACE)
PROVINCE = concept(
    "tỉnh Hà Giang", "河江省", concept_id="place.hg", category=Category.PLACE, part_of="place.vn"
)


def ids(*concepts: Concept, national: tuple[Concept, ...] = (LAND, PROVINCE)) -> dict[str, Concept]:
    return dict(termbase_of(national, concepts, "1").by_id)


def test_without_own_concepts_it_is_the_national_one() -> None:
    assert ids() == {"place.vn": LAND, "place.hg": PROVINCE}


def test_an_own_concept_takes_the_place_of_the_national_one_of_its_name() -> None:
    own = replace(LAND, concept_id="place.own", note="của ta")
    found = ids(own)
    assert list(found) == ["place.hg", "place.own"]
    assert found["place.hg"].part_of == "place.own"


def test_the_same_name_in_one_language_is_enough() -> None:
    own = concept("Việt Nam", "越南社会主义共和国", concept_id="place.own", category=Category.PLACE)
    assert "place.vn" not in ids(own)


def test_another_category_or_other_days_take_nothing_away() -> None:
    label = replace(LAND, concept_id="label.own", category=Category.LABEL)
    assert "place.vn" in ids(label)
    old = replace(LAND, concept_id="place.old", validity=Validity(last=date(2000, 1, 1)))
    now = replace(LAND, validity=Validity(first=date(2000, 1, 2)))
    assert set(ids(old, national=(now,))) == {"place.old", "place.vn"}


def test_a_link_to_what_is_not_in_force_is_left_out() -> None:
    lost = replace(PROVINCE, successor="place.none", titles={"title.none": "主席"})
    found = ids(national=(LAND, lost))["place.hg"]
    assert (found.successor, found.titles, found.part_of) == (None, {}, "place.vn")
