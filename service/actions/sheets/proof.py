"""The proof that two originals differ in order only, told in the words of one language."""

import hashlib
from collections.abc import Mapping

from service.core.languages import Language, Side
from service.documents.originals import TextComparison

_TEXTS = {
    (Language.VI, Language.VI): "Văn bản tiếng Việt",
    (Language.ZH, Language.VI): "Văn bản tiếng Trung",
    (Language.VI, Language.ZH): "越文文本",
    (Language.ZH, Language.ZH): "中文文本",
}


def tell_proof(
    comparisons: Mapping[Language, TextComparison], originals: Mapping[Side, bytes], language: Language
) -> dict[str, object]:
    """The facts of the proof.

    Args:
        comparisons: What the texts of each language differ in.
        originals: The two files, whose fingerprints tie the proof to them.
        language: The language of the sheet.

    Returns:
        `holds`: whether the originals differ in order only; `texts`: per language the counts and the lines
        that stand elsewhere, hold their words in another order, or differ; `files`: SHA-256 of each.
    """
    return {
        "holds": all(one.differs_in_order_only for one in comparisons.values()),
        "texts": [_text(own, comparison, language) for own, comparison in comparisons.items()],
        "files": [
            {"original": _original(side, language), "sha256": hashlib.sha256(data).hexdigest()}
            for side, data in originals.items()
        ],
    }


def _original(side: Side, language: Language) -> str:
    names = {
        (Side.VN, Language.VI): "Bản chính phía Việt Nam giữ",
        (Side.CN, Language.VI): "Bản chính phía Trung Quốc giữ",
        (Side.VN, Language.ZH): "越方保存的正本",
        (Side.CN, Language.ZH): "中方保存的正本",
    }
    return names[side, language]


def _text(own: Language, comparison: TextComparison, language: Language) -> dict[str, object]:
    return {
        "name": _TEXTS[own, language],
        "same": comparison.same,
        "moved": [{"text": text} for text in comparison.moved],
        "reordered": [
            {"vn": "\n".join(first), "cn": "\n".join(second)} for first, second in comparison.reordered
        ],
        "only_vn": [{"text": text} for text in comparison.only_first],
        "only_cn": [{"text": text} for text in comparison.only_second],
        "segments": [{"text": segment} for segment in comparison.segments_differ],
        "in_order": comparison.differs_in_order_only,
    }
