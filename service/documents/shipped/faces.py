"""The faces of official documents, under the names that Word's users have them.

Source:
    Nghị định 30/2020/NĐ-CP, Annex I (Times New Roman); GB/T 9704-2012, 5.2.2 and 7.3 (仿宋, 小标宋, 黑体).
"""

LATIN = "Times New Roman"
FANGSONG = "仿宋"
HEITI = "黑体"
SONG = "宋体"
TITLE_SONG = "方正小标宋简体"

# Name to other names of the same face, character set (0 Western, 134 GB2312) and family, for the font table.
FACES: dict[str, tuple[tuple[str, ...], str, str]] = {
    LATIN: ((), "00", "roman"),
    FANGSONG: (("FangSong",), "86", "modern"),
    HEITI: (("SimHei",), "86", "modern"),
    SONG: (("SimSun",), "86", "auto"),
    TITLE_SONG: (("小标宋",), "86", "auto"),
}
