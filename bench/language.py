"""Reading numbers and dates beside Babel, cn2an and dateparser, where they can do a part of it.

Each peer is asked for what it is made for, on the same cases typed by hand, and its errors are counted; the
parser is then timed on the case files, on a megabyte of running text, on megabytes of values that never
repeat and on hostile megabytes.
"""

import csv
import runpy
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import cn2an
import dateparser
from babel.numbers import NumberFormatError, format_compact_decimal, parse_decimal
from report import write_section

from service.core.languages import Language
from service.language.parse import parse
from service.language.render import render
from service.language.values import Moment, Quantity
from service.language.writers.numbers import write_number

_CASES = Path(__file__).parent.parent / "tests" / "language" / "cases"
_DENSE = runpy.run_path(str(_CASES.parent / "dense_texts.py"))
_MEGABYTE, _RUNS = 1_000_000, 5
VI, ZH = Language.VI, Language.ZH

_DATES = [
    ("ngày 27 tháng 3 năm 2023", VI, date(2023, 3, 27)),
    ("ngày 05 tháng 01 năm 2024", VI, date(2024, 1, 5)),
    ("4.8.2023", VI, date(2023, 8, 4)),
    ("05/06/2024", VI, date(2024, 6, 5)),
    ("ngày 12-10-2024", VI, date(2024, 10, 12)),
    ("01.7.2025", VI, date(2025, 7, 1)),
    ("Chủ nhật, 28/4/2024", VI, date(2024, 4, 28)),
    ("thứ Năm, ngày 05/12/2024", VI, date(2024, 12, 5)),
    ("sáng 15/8/2024", VI, date(2024, 8, 15)),
    ("ngày mười hai tháng sáu năm 2024", VI, date(2024, 6, 12)),
    ("2023年3月27日", ZH, date(2023, 3, 27)),
    ("2024年1月5日", ZH, date(2024, 1, 5)),
    ("二〇二三年十二月二十六日", ZH, date(2023, 12, 26)),
    ("2024年4月28日（星期日）", ZH, date(2024, 4, 28)),
    ("2024年8月15日上午", ZH, date(2024, 8, 15)),
    ("２０２４年６月１２日", ZH, date(2024, 6, 12)),
]
_HAN = [
    *(
        ("十二", 12),
        ("三百零五", 305),
        ("两万五千", 25_000),
        ("一亿三千万", 130_000_000),
        ("三万亿", 3 * 10**12),
    ),
    *(("二十一", 21), ("一百", 100), ("九千九百九十九", 9999), ("十万", 100_000), ("一万二", 12_000)),
    *(("12.5万", 125_000), ("3亿5000万", 350_000_000), ("1.03亿", 103_000_000), ("1200万亿", 12 * 10**14)),
    ("叁亿伍仟万", 350_000_000),
]
_VI_NUMBERS = [
    *(("253,9", "253.9"), ("2.689", "2689"), ("1.449,566", "1449.566"), ("850.000", "850000")),
    *(("2,5 triệu", "2500000"), ("1.200 nghìn tỷ", "1200000000000000"), ("hai mươi mốt", "21")),
    *(("một trăm linh năm", "105"), ("12,5 vạn", "125000"), ("1 tỷ 250 triệu", "1250000000")),
]
_WRITTEN = [
    *(("253900000", "2.539亿"), ("850000", "85万"), ("13795", "13795"), ("56000", "5.6万")),
    *(("350000000000", "3500亿"), ("2799000000", "27.99亿"), ("183300", "18.33万")),
    ("1200000000000000", "1200万亿"),
]


def main() -> None:
    """Measure and write the section."""
    lines = ["| part of the work | cases | errors here | peer | errors there |", "|---|---|---|---|---|"]
    lines += [
        _row("full dates, vi and zh", _DATES, _our_date, "dateparser", _peer_date),
        _row("numbers in Han numerals and with 万, 亿", _HAN, _our_han, "cn2an", _peer_han),
        _row("numbers in vi, digits and words", _VI_NUMBERS, _our_vi, "Babel parse_decimal", _peer_vi),
        _row("amounts written in zh", _WRITTEN, _our_zh, "Babel compact", _peer_zh),
    ]
    lines += [
        "",
        f"| text | CPU s, best of {_RUNS} | mentions | mentions a second |",
        "|---|---|---|---|",
        *_speeds(),
    ]
    lines += ["", *_against_peers()]
    write_section(
        "language", "Numbers and dates of both languages", lines, ["bienban", "babel", "cn2an", "dateparser"]
    )


def _row(
    name: str,
    cases: Sequence[tuple[object, ...]],
    ours: Callable[..., bool],
    peer: str,
    theirs: Callable[..., bool],
) -> str:
    wrong, peer_wrong = (sum(not is_right(*case) for case in cases) for is_right in (ours, theirs))
    return f"| {name} | {len(cases)} | {wrong} | {peer} | {peer_wrong} |"


def _our_date(text: str, language: Language, expected: date) -> bool:
    value = parse(text, language)[0].value
    known = (expected.year, expected.month, expected.day)
    return isinstance(value, Moment) and (value.year, value.month, value.day) == known


def _peer_date(text: str, language: Language, expected: date) -> bool:
    found = dateparser.parse(text, languages=[language.value], settings={"DATE_ORDER": "DMY"})
    return found is not None and found.date() == expected


def _our_han(text: str, expected: int) -> bool:
    value = parse(text, ZH)[0].value
    return isinstance(value, Quantity) and value.amount == expected


def _peer_han(text: str, expected: int) -> bool:
    try:
        return Decimal(str(cn2an.cn2an(text, "smart"))) == expected
    except ValueError:
        return False


def _our_vi(text: str, expected: str) -> bool:
    value = parse(text, VI)[0].value
    return isinstance(value, Quantity) and value.amount == Decimal(expected)


def _peer_vi(text: str, expected: str) -> bool:
    try:
        return parse_decimal(text, locale="vi", strict=True) == Decimal(expected)
    except NumberFormatError:
        return False


def _our_zh(amount: str, expected: str) -> bool:
    return write_number(Decimal(amount), ZH) == expected


def _peer_zh(amount: str, expected: str) -> bool:
    return format_compact_decimal(Decimal(amount), locale="zh", fraction_digits=3) == expected


def _texts(column: str) -> str:
    texts = []
    for name in ("first.csv", "further.csv"):
        with (_CASES / name).open(encoding="utf-8") as file:
            texts += [row[column] for row in csv.DictReader(file)]
    return "\n".join(texts)


def _speeds() -> list[str]:
    vi, zh = _texts("vi"), _texts("zh")
    return [
        _speed("the cases once, vi", [vi] * _RUNS, VI),
        _speed("the cases once, zh", [zh] * _RUNS, ZH),
        _speed("1 MB of the cases, vi", [_megabyte(vi)] * _RUNS, VI),
        _speed("1 MB of the cases, zh", [_megabyte(zh)] * _RUNS, ZH),
        *(
            _speed(f"1 MB of {kind}, never the same", _dense(kind), language)
            for kind, (language, _) in _DENSE["KINDS"].items()
        ),
        *(_speed(f"1 MB of “{piece}”", [_megabyte(piece)] * _RUNS, language) for piece, language in _HOSTILE),
    ]


_HOSTILE = [("1 ", VI), ("1/", VI), ("ngày 1 và ", VI), ("第", ZH), ("一", ZH), ("1月1、", ZH)]


def _megabyte(text: str) -> str:
    encoded = text.encode()
    return (encoded * (_MEGABYTE // len(encoded) + 1))[:_MEGABYTE].decode(errors="ignore")


def _dense(kind: str) -> Iterator[str]:
    """Other texts each time, so that nothing is known from the run before."""
    return (_DENSE["dense_text"](kind, _MEGABYTE, seed) for seed in range(1, _RUNS + 1))


def _speed(name: str, texts: Iterable[str], language: Language) -> str:
    """Measure the best of some runs: what else the machine does only adds."""
    count, seconds = 0, float("inf")
    for text in texts:
        begin = time.process_time()
        found = len(parse(text, language))
        spent = time.process_time() - begin
        if spent < seconds:
            count, seconds = found, spent
    return f"| {name} | {seconds:.2f} | {count} | {count / max(seconds, 1e-6):,.0f} |"


def _against_peers() -> list[str]:
    ours = _each(lambda: [parse(text, language) for text, language, _ in _DATES], len(_DATES))
    theirs = _each(lambda: [_peer_date(*case) for case in _DATES], len(_DATES))
    han = _each(lambda: [parse(text, ZH) for text, _ in _HAN], len(_HAN))
    peer_han = _each(lambda: [_peer_han(*case) for case in _HAN], len(_HAN))
    written = _each(lambda: [render(Quantity(Decimal(amount)), ZH) for amount, _ in _WRITTEN], len(_WRITTEN))
    dates_line = f"One date takes {ours:.0f} µs here and {theirs:.0f} µs in dateparser;"
    han_line = f"one Han numeral {han:.0f} µs here and {peer_han:.0f} µs in cn2an;"
    return [f"{dates_line} {han_line} one amount is written in {written:.0f} µs."]


def _each(work: Callable[[], object], count: int, rounds: int = 20) -> float:
    work()
    begin = time.process_time()
    for _ in range(rounds):
        work()
    return (time.process_time() - begin) / rounds / count * 1e6


if __name__ == "__main__":
    main()
