"""Units of money, measure and time, with how each language writes them; counters join from `counters`."""

from dataclasses import dataclass
from decimal import Decimal

from service.core.languages import Language
from service.language.counters import COUNTERS, Counter, family_of
from service.language.tokens import Phrases


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    Attributes:
        id: Stable name, part of every value.
        kind: money, length, area, volume, mass, energy, speed, percent, point or duration.
        vi: Written forms in Vietnamese, the one that is rendered first.
        zh: Written forms in Chinese, the one that is rendered first.
        factor: How many of the kind's base unit one is, for comparison; 1 t and 1000 kg are one mass.
        base: Name of the base unit; units that are never compared with each other have different ones.
    """

    id: str
    kind: str
    vi: tuple[str, ...]
    zh: tuple[str, ...]
    factor: Decimal = Decimal(1)
    base: str = ""


# id | kind | vi forms | zh forms | factor | base
_TABLE = """
VND|money|đồng,VND,VNĐ,đ,đồng Việt Nam,Việt Nam đồng|越南盾,越盾,越南币
USD|money|USD,đô la Mỹ,đô-la Mỹ,đô la,đô-la,US$,$,đôla Mỹ,đôla,dollar Mỹ|美元,美金,US$,$,USD
CNY|money|NDT,nhân dân tệ,Nhân dân tệ,tệ,CNY,RMB,đồng nhân dân tệ,đồng Nhân dân tệ|元人民币,人民币元,人民币,元,CNY,RMB
EUR|money|euro,EUR,ơ-rô|欧元,EUR
JPY|money|yên,yên Nhật,JPY|日元,JPY
GBP|money|bảng Anh,GBP|英镑,GBP
HKD|money|đô la Hồng Kông,HKD|港元,港币,HKD
THB|money|baht,bạt Thái,THB|泰铢,THB
LAK|money|kíp Lào,kíp,LAK|基普,老挝基普
mm|length|mm,milimét|毫米|0.001|m
cm|length|cm,xentimét,xăng-ti-mét|厘米,公分|0.01|m
m|length|m,mét|米,公尺|1|m
km|length|km,kilômét,ki-lô-mét,cây số,Km,KM|公里,千米|1000|m
huali|length|dặm Trung Quốc|里,华里|500|m
nmi|length|hải lý|海里|1852|m
m2|area|m²,m2,mét vuông|平方米,㎡|0.0015|mu
km2|area|km²,km2,kilômét vuông,ki-lô-mét vuông|平方公里,平方千米|1500|mu
ha|area|ha,héc-ta,hecta,héc ta|公顷|15|mu
mu|area|mẫu Trung Quốc,mẫu TQ,mẫu (Trung Quốc),mẫu (TQ)|亩|1|mu
mau|area|mẫu||1|mau
sao|area|sào||1|sao
m3|volume|m³,m3,mét khối,khối|立方米,m³,方|1|m3
l|volume|lít|升,公升|0.001|m3
ml|volume|ml,mililít|毫升|0.000001|m3
kg|mass|kg,kilôgam,ki-lô-gam,cân,kilogram|公斤,千克|1|kg
g|mass|gam,gram,g|克|0.001|kg
mg|mass|mg,miligam|毫克|0.000001|kg
lang|mass|lạng||0.1|kg
quintal|mass|tạ|公担|100|kg
yen|mass|yến||10|kg
t|mass|tấn|吨,公吨|1000|kg
jin|mass|cân Trung Quốc|斤,市斤|0.5|kg
kWh|energy|kWh,kilôoát giờ,ki-lô-oát giờ,số điện|千瓦时,度电,度,kWh|1|kWh
MWh|energy|MWh|兆瓦时,MWh|1000|kWh
kW|power|kW,kilôoát,ki-lô-oát|千瓦,kW|1|kW
MW|power|MW,mêgaoát|兆瓦,MW|1000|kW
kV|voltage|kV,kilôvôn|千伏,kV|1|kV
V|voltage|V,vôn|伏|0.001|kV
celsius|temperature|°C,độ C|摄氏度,℃,°C
TEU|volume-box|TEU,container tiêu chuẩn|标准箱,个标准箱,TEU
percent|percent|%,phần trăm|%
permille|percent|‰,phần nghìn|‰|0.1|percent
point|point|điểm phần trăm,điểm %|个百分点,百分点|1|point
basis|point|điểm cơ bản|个基点,基点|0.01|point
minute|duration|phút|分钟,分|1|minute
second|duration|giây|秒,秒钟|1|second
hour|duration|giờ đồng hồ,tiếng đồng hồ,tiếng,giờ|小时,个小时,个钟头,钟头|60|minute
day|duration|ngày,ngày đêm|天,昼夜,个昼夜|1440|minute
night|duration|đêm|晚,夜
week|duration|tuần,tuần lễ|周,个星期,个礼拜,星期|10080|minute
month|duration|tháng|个月|1|month
quarter|duration|quý|个季度|3|month
year|duration|năm,năm tròn|年,周年,个年头|12|month
decade|duration|thập kỷ,thập niên|个十年|120|month
century|duration|thế kỷ|个世纪|1200|month
age|count|tuổi,tuổi đời|岁,周岁
"""


def _unit(line: str) -> Unit:
    cells = [*line.split("|"), "", ""]
    factor, base = cells[4] or "1", cells[5] or cells[0]
    return Unit(
        cells[0],
        cells[1],
        tuple(cells[2].split(",")),
        tuple(form for form in cells[3].split(",") if form),
        Decimal(factor),
        base,
    )


UNITS = {unit.id: unit for unit in map(_unit, _TABLE.strip().splitlines())}
# What a rate is counted by, in zh: 每年, 每公顷; and behind a slash: /年.
PER_ZH = {
    "year": "年", "quarter": "季度", "month": "月", "week": "周", "day": "天", "hour": "小时", "minute": "分钟",
    "second": "秒", "ha": "公顷", "km": "公里", "km2": "平方公里", "m2": "平方米", "m3": "立方米", "t": "吨", "kg": "公斤",
    "mu": "亩", "m": "米", "l": "升", "người": "人", "hộ": "户", "lượt người": "人次", "quintal": "公担",
    "lượt phương tiện": "辆次", "xe": "辆", "container": "个集装箱", "xã": "乡", "huyện": "县", "tỉnh": "省", "đoàn": "团",
    "kWh": "千瓦时", "TEU": "标准箱", "lớp": "班", "chuyến": "趟", "thôn": "村", "học sinh": "名学生", "trận": "场",
    "night": "晚", "dự án": "个项目", "doanh nghiệp": "家企业", "văn kiện": "份文件", "bên": "方", "lần": "次",
}  # fmt: skip
_PER_VI_MORE = {"h": "hour", "giờ": "hour", "xe": "xe", "container": "container", "bên": "bên", "s": "second"}
_PER_ZH_MORE = {"日": "day", "时": "hour", "年度": "year", "个月": "month", "户": "hộ", "星期": "week", "周": "week", "季": "quarter", "人均": "người", "名": "người", "次": "lần", "趟": "chuyến", "批": "đoàn", "车": "xe", "集装箱": "container", "户均": "hộ", "班次": "chuyến"}  # fmt: skip


def _forms(language: Language) -> list[tuple[str, str]]:
    return [
        (form, unit.id)
        for unit in UNITS.values()
        for form in (unit.vi if language is Language.VI else unit.zh)
        # A year, month or day behind a number is told from a date by its reader.
        if not (language is Language.ZH and unit.id == "quarter" and form == "季度")
    ]


def _counter_forms(language: Language) -> list[tuple[str, str]]:
    side = 0 if language is Language.VI else 1
    return [(form, counter.id) for counter in COUNTERS.values() for form in counter.forms()[side]]


AFTER_NUMBER = {
    language: Phrases(_counter_forms(language) + _forms(language)) for language in (Language.VI, Language.ZH)
}
PER_UNITS = {
    Language.VI: Phrases(
        [(form, unit) for unit in PER_ZH if unit in UNITS for form in UNITS[unit].vi]
        + [(form, unit) for unit in PER_ZH if unit in COUNTERS for form in COUNTERS[unit].vi]
        + list(_PER_VI_MORE.items())
    ),
    Language.ZH: Phrases(
        [(form, unit) for unit, form in PER_ZH.items()]
        + [(form, unit) for unit in PER_ZH if unit in UNITS for form in UNITS[unit].zh]
        + list(_PER_ZH_MORE.items())
    ),
}


_KINDS = {"": "number"} | {unit.id: unit.kind for unit in UNITS.values()}


def kind_of(unit: str) -> str:
    """Say what kind of quantity a unit makes: money, length, count, number (no unit) and so on."""
    return _KINDS.get(unit, "count")


# One language has no word for the unit of the other (numbers.md, rule 13: 1 tạ = 100公斤).
SAID_AS = {
    (Language.ZH, "quintal"): ("kg", Decimal(100)),
    (Language.ZH, "yen"): ("kg", Decimal(10)),
    (Language.ZH, "lang"): ("g", Decimal(100)),
    (Language.ZH, "decade"): ("year", Decimal(10)),
    (Language.VI, "jin"): ("kg", Decimal("0.5")),
}


def family(unit: str) -> str:
    """Say with which other counters a counter may be compared: 85 thỏa thuận and 85份, not 85名."""
    return unit if unit in UNITS else family_of(unit)


def per_form(unit: str, language: Language) -> str:
    """Write a unit behind "/" in vi or behind 每 in zh."""
    if language is Language.ZH:
        return PER_ZH[unit]
    known: Unit | Counter | None = UNITS.get(unit) or COUNTERS.get(unit)
    return "giờ" if unit == "hour" else known.vi[0] if known is not None else unit
