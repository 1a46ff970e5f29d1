"""Texts of nothing but values that do not repeat: what a parser cannot remember from the line before."""

import csv
import random
import re
from collections.abc import Callable
from pathlib import Path

from service.core.languages import Language

VI, ZH = Language.VI, Language.ZH
_CASES = Path(__file__).parent / "cases"
_VI_UNITS = "đồng|USD|NDT|km|ha|tấn|m²|người|đại biểu|lượt người|hộ|xã|dự án|%|điểm phần trăm|giờ|ngày|tháng|năm|lần|TEU|tạ|đoàn|cặp"
_ZH_UNITS = "越南盾|美元|元人民币|公里|公顷|吨|平方米|人|名代表|人次|辆|户|个乡|个项目|份文件|%|个百分点|小时|天|个月|年|倍|标准箱"
_VI_SCALES = "||nghìn|triệu|tỷ|nghìn tỷ|vạn"
_ZH_SCALES = "||万|亿|万亿|多万|余"
_VI_HEADS = "|||hơn|gần|khoảng|tăng|giảm|từ|mỗi|gấp|ngày|quý|thứ|lần thứ|khóa"
_ZH_HEADS = "|||超过|近|约|增长|下降|每|第|同比增长|为|全部|达"
_WORDS = "không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|tư|lăm|linh|trăm|nghìn|vạn|triệu|tỷ|rưỡi|phẩy|chục"
_VI_DATES = (
    "ngày {d}/{m}/{y}|ngày {d} tháng {m} năm {y}|{d}.{m}.{y}|{d}/{m}|tháng {m}/{y}|sáng {d}/{m}|{h}h{n:02}|quý {q}/{y}"
    "|{h} giờ {n:02} ngày {d}/{m}/{y}|từ ngày {d}/{m} đến {e}/{m}/{y}|giai đoạn {y}-{z}|{m} tháng đầu năm {y}"
)
_ZH_DATES = (
    "{y}年{m}月{d}日|{m}月{d}日|{y}年{m}月|{m}月{d}日上午|{y}年{m}月{d}日{h}时{n}分|{h}:{n:02}|{y}年{m}月{d}日至{e}日|{y}—{z}年"
    "|{y}年第{q}季度|{y}年前{m}个月|{y}年以来|{m}月{d}、{e}日|{y}年{m}月上旬|农历{m}月初{q}|自{y}年{m}月{d}日起"
)
_VI_MIX = (
    "năm|tháng|ngày|quý|hai|mươi|trăm|tỷ|đồng|hơn|từ|đến|thứ|lần|khóa|điểm|khoản|Điều|một|phần|gấp|rưỡi|nửa|số|Km"
    "|NĐ-CP|USD|XV|giờ|phút|sáng|và|cuối|đầu|người|mỗi|hàng|vài|tăng|giảm|so với cùng kỳ|qua|trở lên|âm lịch"
)
_ZH_MIX = "第年月日百千万亿分之多约近个中倍至和初半点时号元两人〇一二三四五六七八九十同比增长上午全部下降农历〔〕“”、，。每世纪季度前旬届次条款项大起来余"
_MARKS = "0123456789.,/-:%()+$ \n"


def _vi_number(dice: random.Random) -> str:
    kinds = (
        str(dice.randrange(1000)),
        f"{dice.randrange(10**9):,}".replace(",", "."),
        f"{dice.randrange(10**4)},{dice.randrange(1000)}",
        f"{dice.randrange(100)}-{dice.randrange(200)}",
    )
    return dice.choice(kinds)


def _zh_number(dice: random.Random) -> str:
    kinds = (
        str(dice.randrange(10**6)),
        f"{dice.randrange(10**4)}.{dice.randrange(1000)}",
        "".join(dice.choice("一二三四五六七八九") + unit for unit in "千百十"[: dice.randrange(4)]) or "两",
        f"{dice.randrange(100)}—{dice.randrange(200)}",
    )
    return dice.choice(kinds)


def _vi_measure(dice: random.Random) -> str:
    parts = (_pick(dice, _VI_HEADS), _vi_number(dice), _pick(dice, _VI_SCALES), _pick(dice, _VI_UNITS))
    return " ".join(part for part in parts if part) + dice.choice((" ", ", ", "; ", " và ", "\n"))


def _zh_measure(dice: random.Random) -> str:
    parts = (_pick(dice, _ZH_HEADS), _zh_number(dice), _pick(dice, _ZH_SCALES), _pick(dice, _ZH_UNITS))
    return "".join(parts) + dice.choice("，、；。和\n")


def _date(dice: random.Random, forms: str, marks: tuple[str, ...]) -> str:
    day, month, year = dice.randrange(1, 32), dice.randrange(1, 13), dice.randrange(1950, 2050)
    later = {"z": year + dice.randrange(1, 9), "e": min(day + dice.randrange(1, 9), 31)}
    times = {"h": dice.randrange(24), "n": dice.randrange(60), "q": dice.randrange(1, 5)}
    return _pick(dice, forms).format(d=day, m=month, y=year, **later, **times) + dice.choice(marks)


def _case(dice: random.Random, column: str) -> str:
    """One typed case with other digits."""
    row = dice.choice(_rows())
    return re.sub(r"\d", lambda _: str(dice.randrange(10)), row[column]) + dice.choice(
        (" ", ", ", "。", "\n")
    )


_read: list[dict[str, str]] = []


def _rows() -> list[dict[str, str]]:
    if not _read:
        with (_CASES / "further.csv").open(encoding="utf-8") as file:
            _read.extend(csv.DictReader(file))
    return _read


def _pick(dice: random.Random, forms: str) -> str:
    return dice.choice(forms.split("|"))


KINDS: dict[str, tuple[Language, Callable[[random.Random], str]]] = {
    "cases with other digits, vi": (VI, lambda dice: _case(dice, "vi")),
    "cases with other digits, zh": (ZH, lambda dice: _case(dice, "zh")),
    "numbers with units, vi": (VI, _vi_measure),
    "numbers with units, zh": (ZH, _zh_measure),
    "digits with marks, vi": (VI, lambda dice: str(dice.randrange(10 ** dice.randrange(1, 6))) + dice.choice(".,/-:% ")),
    "single digits with marks, vi": (VI, lambda dice: str(dice.randrange(10)) + dice.choice(".,/-:% ")),
    "digits with marks, zh": (ZH, lambda dice: str(dice.randrange(10 ** dice.randrange(1, 6))) + dice.choice(".,/-:% ")),
    "single digits with marks, zh": (ZH, lambda dice: str(dice.randrange(10)) + dice.choice(".,/-:% ")),
    "Han numerals": (ZH, lambda dice: "".join(dice.choices("零〇一二两三五九十百千万亿", k=dice.randrange(1, 8))) + dice.choice("、，个年月日人元")),
    "number words": (VI, lambda dice: _pick(dice, _WORDS) + _pick(dice, " | |, | đồng | năm | người ")),
    "dates, vi": (VI, lambda dice: _date(dice, _VI_DATES, (" ", ", ", "; ", "\n"))),
    "dates, zh": (ZH, lambda dice: _date(dice, _ZH_DATES, ("，", "、", "；", "\n"))),
    "all that means something, vi": (VI, lambda dice: dice.choice((*_MARKS, *_VI_MIX.split("|"))) + dice.choice(("", " "))),
    "all that means something, zh": (ZH, lambda dice: dice.choice(_MARKS + _ZH_MIX)),
}  # fmt: skip


def dense_text(kind: str, size: int, seed: int = 1) -> str:
    """Return a text of a kind, of so many bytes or a few more."""
    dice = random.Random(f"{kind} {seed}")  # noqa: S311 - a text to read, no secret
    write, pieces, written = KINDS[kind][1], [], 0
    while written < size:
        pieces.append(write(dice))
        written += len(pieces[-1].encode())
    return "".join(pieces)
