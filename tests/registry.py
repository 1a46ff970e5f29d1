"""A termbase of a few bodies and titles, and people who hold them, for tests of the registry of persons."""

from typing import Any

PLACES = """
category: place
concepts:
  - {id: place.tinh, level: province, vi: {preferred: tỉnh}, zh: {preferred: 省}, confidence: high}
  - id: place.viet-nam
    level: country
    side: vn
    vi: {preferred: Việt Nam}
    zh: {preferred: 越南}
    confidence: high
  - id: place.trung-quoc
    level: country
    side: cn
    vi: {preferred: Trung Quốc}
    zh: {preferred: 中国}
    confidence: high
  - id: place.ha-giang
    level: province
    part_of: place.viet-nam
    vi: {preferred: tỉnh Hà Giang, short: Hà Giang}
    zh: {preferred: 河江省, short: 河江}
    confidence: high
    valid: {last: 2025-06-30}
    successor: place.tuyen-quang
  - id: place.tuyen-quang
    level: province
    part_of: place.viet-nam
    vi: {preferred: tỉnh Tuyên Quang, short: Tuyên Quang}
    zh: {preferred: 宣光省, short: 宣光}
    confidence: high
  - id: place.meo-vac
    level: county
    part_of: place.ha-giang
    vi: {preferred: huyện Mèo Vạc, short: Mèo Vạc}
    zh: {preferred: 苗旺县, short: 苗旺}
    confidence: high
    valid: {last: 2025-06-30}
  - id: place.van-nam
    level: province
    part_of: place.trung-quoc
    vi: {preferred: tỉnh Vân Nam, short: Vân Nam}
    zh: {preferred: 云南省, short: 云南}
    confidence: high
"""
TYPES = """
category: institution_type
concepts:
  - id: type.so
    vi: {preferred: sở}
    zh: {preferred: 厅}
    titles: {title.giam-doc: 厅长, title.pho-giam-doc: 副厅长}
    confidence: high
  - id: type.uy-ban
    vi: {preferred: ủy ban}
    zh: {preferred: 委员会}
    titles: {title.chu-tich: 主席}
    confidence: high
  - id: type.van-phong
    vi: {preferred: văn phòng}
    zh: {preferred: 办公室}
    titles: {title.pho-chu-nhiem: 副主任}
    confidence: high
"""
INSTITUTIONS = """
category: institution
concepts:
  - id: institution.so-ngoai-vu
    side: vn
    institution_type: type.so
    levels: [province]
    vi: {preferred: "Sở Ngoại vụ {place}"}
    zh: {preferred: "{place}外事厅"}
    confidence: high
  - id: institution.uy-ban
    side: vn
    institution_type: type.uy-ban
    levels: [province, county]
    vi: {preferred: "Ủy ban nhân dân {place}"}
    zh: {preferred: "{place}人民委员会"}
    confidence: high
  - id: institution.van-phong-ngoai-su
    side: cn
    institution_type: type.van-phong
    levels: [province]
    vi: {preferred: "Văn phòng Ngoại sự {place}"}
    zh: {preferred: "{place}人民政府外事办公室"}
    confidence: high
"""
TITLES = """
category: title
concepts:
  - {id: title.giam-doc, vi: {preferred: Giám đốc}, zh: {preferred: 主任}, confidence: high}
  - {id: title.pho-giam-doc, vi: {preferred: Phó Giám đốc}, zh: {preferred: 副主任}, confidence: high}
  - {id: title.chu-tich, vi: {preferred: Chủ tịch}, zh: {preferred: 主席}, confidence: high}
  - {id: title.pho-chu-nhiem, vi: {preferred: Phó Chủ nhiệm}, zh: {preferred: 副主任}, confidence: high}
"""
PEOPLE = """
category: person
concepts:
  - id: person.vuong-vi
    side: cn
    vi: {preferred: Vương Vĩ}
    zh: {preferred: 王伟}
    confidence: sourced
    sources: [{address: "http://yfao.yn.gov.cn/"}]
    note: Name and post in August 2022.
"""
TERMBASE = {
    "places": PLACES,
    "types": TYPES,
    "institutions": INSTITUTIONS,
    "titles": TITLES,
    "people": PEOPLE,
}

DIRECTOR = "Giám đốc Sở Ngoại vụ tỉnh Hà Giang"
HUONG: dict[str, Any] = {
    "side": "vn",
    "vi": "Đỗ Quốc Hương",
    "zh": "杜国香",
    "address": "đồng chí",
    "positions": [
        {
            "position": "Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang",
            "first": "2019-03-01",
            "last": "2022-12-31",
        },
        {"position": DIRECTOR, "first": "2023-01-01", "last": "2025-06-30", "confidence": "sourced"},
        {
            "position": "Giám đốc Sở Ngoại vụ tỉnh Tuyên Quang",
            "first": "2025-07-01",
        },
    ],
}
LAN: dict[str, Any] = {
    "side": "vn",
    "vi": "Nguyễn Thị Lan",
    "zh": "阮氏兰",
    "positions": [
        {"position": "Chủ tịch Ủy ban nhân dân huyện Mèo Vạc", "first": "2021-06-01", "last": "2025-06-30"}
    ],
}
OUYANG: dict[str, Any] = {
    "side": "cn",
    "zh": "欧阳明华",
    "latin": "Ouyang Minghua",
    "positions": [{"position": "云南省人民政府外事办公室副主任", "first": "2023-05-01"}],
}
ZENG: dict[str, Any] = {"side": "cn", "zh": "曾长乐", "vi": "Tăng Trường Lạc", "reading": "zeng chang le"}
