"""What papers count, with the measure word that Chinese puts between the number and the noun."""

from dataclasses import dataclass
from itertools import product

from service.language.counter_table import ALONE, BARE, TABLE


@dataclass(frozen=True, slots=True)
class Counter:
    """A noun that numbers stand before.

    Attributes:
        id: Stable name, part of every value: the first Vietnamese form.
        family: Counters of one family count alike: person, visit, vehicle, thing and so on.
        measures: Chinese measure words, the one that is rendered first; empty where none is used.
        zh: Chinese nouns, the one that is rendered first; empty where the measure word says all.
        vi: Vietnamese forms, the one that is rendered first; empty where Vietnamese has only the number.
        in_words: Whether Chinese writes small counts of it in Han numerals (两国, 五省, 十六字).
    """

    id: str
    family: str
    measures: tuple[str, ...]
    zh: tuple[str, ...]
    vi: tuple[str, ...]
    in_words: bool = False

    def forms(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return all forms that follow a number, in vi and in zh."""
        joined = tuple(measure + noun for measure, noun in product(self.measures, self.zh or ("",)))
        return self.vi, joined


COUNTERS: dict[str, Counter] = {}


def _load() -> None:
    for line in TABLE.strip().splitlines():
        family, measures, nouns, forms, *_ = [*line.split("|"), ""]
        vi = tuple(form.replace("\0", ", ") for form in forms.replace(", ", "\0").split(","))
        nouns_zh = tuple(noun for noun in nouns.split(",") if noun)
        known = COUNTERS.get(vi[0])
        if known is not None:
            nouns_zh, vi = known.zh + nouns_zh, known.vi + vi
        COUNTERS[vi[0]] = Counter(vi[0], family, tuple(measures.split(",")), nouns_zh, vi)
    COUNTERS["lần"] = Counter("lần", "thing", tuple("次趟回遍"), (), ("lần",))
    COUNTERS["Đảng"] = Counter("Đảng", "thing", ("个",), ("政党", "党"), ("Đảng", "đảng"))
    for family, measures in ALONE.items():
        for measure in measures.split():
            COUNTERS.setdefault(f"zh:{measure}", Counter(f"zh:{measure}", family, (measure,), (), ()))


_load()
# Behind the measure words that stand alone, so that 三条 is no article of a law.
COUNTERS["điều"] = Counter("điều", "thing", ("条",), (), ("điều", "điều khoản"))
COUNTERS["nhiệm kỳ"] = Counter("nhiệm kỳ", "thing", ("个", "届"), ("任期",), ("nhiệm kỳ",))
BARE_ZH = {
    noun: unit
    for unit, nouns in (line.split("|") for line in BARE.strip().splitlines())
    for noun in nouns.split(",")
}
IN_WORDS = {"nước": "国", "tỉnh": "省", "Đảng": "党", "chữ": "字", "bên": "方"}


def family_of(unit: str) -> str:
    """Return the family of a counter; an unknown one is a thing."""
    counter = COUNTERS.get(unit)
    return "thing" if counter is None else counter.family
