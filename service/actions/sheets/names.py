"""The names to verify before a paper is signed: each with source, days it holds for and confidence."""

from collections.abc import Iterator, Sequence
from datetime import date

from service.checks.subject import UsedName
from service.core.languages import Language
from service.glossary.concepts import Category, Concept, Confidence

_CONFIDENCE = {
    (Confidence.SOURCED, Language.VI): "có nguồn công bố",
    (Confidence.HIGH, Language.VI): "cao",
    (Confidence.MEDIUM, Language.VI): "trung bình",
    (Confidence.LOW, Language.VI): "thấp",
    (Confidence.SOURCED, Language.ZH): "有公开来源",
    (Confidence.HIGH, Language.ZH): "高",
    (Confidence.MEDIUM, Language.ZH): "中",
    (Confidence.LOW, Language.ZH): "低",
}
_WRITTEN = {
    Language.VI: "ghi trong hồ sơ, không có trong thuật ngữ",
    Language.ZH: "记录中自行书写，术语库未收",
}
_CONFIRM = {Language.VI: "cần phía Trung Quốc xác nhận", Language.ZH: "须请中方确认"}
_WEAKEST = list(Confidence)
_GENERAL = frozenset((Category.ROLE, Category.TITLE, Category.LABEL, Category.FORMULA))


def tell_names(names: Sequence[UsedName], language: Language) -> list[dict[str, object]]:
    """The names of a paper: persons first, then what no published source supports, then the rest.

    Args:
        names: Every name that the paper prints.
        language: The language of the sheet.

    Returns:
        A row a name, each once: `vi`, `zh`, `what` it is of (the concepts it is composed of), `sources`, the
        days it `holds` for, its `confidence`, and whether it is `to_verify`: persons always.
    """
    rows: dict[tuple[str | None, str | None], dict[str, object]] = {}
    for name in names:
        rows.setdefault((name.pair.vi, name.pair.zh), _row(name, language))
    return sorted(rows.values(), key=lambda row: (not row["is_person"], not row["to_verify"]))


def _row(name: UsedName, language: Language) -> dict[str, object]:
    proper = [concept for concept in name.concepts if concept.category not in _GENERAL] or list(name.concepts)
    is_person = name.place.endswith(".name")
    sourced = bool(name.concepts) and all(
        concept.confidence is Confidence.SOURCED and not concept.confirm for concept in proper
    )
    return {
        "vi": name.pair.vi or "—",
        "zh": name.pair.zh or "—",
        "sources": [{"text": text} for text in dict.fromkeys(_sources(proper, language))],
        "holds": _holds(proper, language),
        "confidence": _confidence(proper, language),
        "is_person": is_person,
        "to_verify": is_person or not sourced,
    }


def _sources(concepts: Sequence[Concept], language: Language) -> Iterator[str]:
    if not concepts:
        yield _WRITTEN[language]
    for concept in concepts:
        for source in concept.sources[:1]:
            yield f"{source.address} ({source.note})" if source.note else source.address
        if concept.confirm:
            yield _CONFIRM[language]


def _confidence(concepts: Sequence[Concept], language: Language) -> str:
    """The weakest of what a name is composed of."""
    if not concepts:
        return "—"
    weakest = max((concept.confidence for concept in concepts), key=_WEAKEST.index)
    return _CONFIDENCE[weakest, language]


def _holds(concepts: Sequence[Concept], language: Language) -> str:
    """The days on which every part of a name holds; open ends are left out."""
    firsts = [concept.validity.first for concept in concepts if concept.validity.first]
    lasts = [concept.validity.last for concept in concepts if concept.validity.last]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if language is Language.VI:
        said = [f"từ {_day(first)}" if first else "", f"đến {_day(last)}" if last else ""]
        return " ".join(filter(None, said)) or "—"
    said = [f"{first.isoformat()}起" if first else "", f"至{last.isoformat()}" if last else ""]
    return "".join(said) or "—"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
