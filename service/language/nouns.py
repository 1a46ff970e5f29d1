"""What codes name and what ordinals number, in both languages."""

from dataclasses import dataclass

from service.language.values import Series


@dataclass(frozen=True, slots=True)
class CodeHead:
    """A word that says what a code names.

    Attributes:
        vi: Words before the code in Vietnamese, the one that is rendered first.
        zh_before: Words before the code in Chinese.
        zh_after: Words after it.
        zh: How Chinese is rendered; `{}` is the code.
        needs_marks: Whether only a code of letters and marks may follow (Nghị định 30/2020/NĐ-CP).
    """

    id: str
    vi: tuple[str, ...]
    zh_before: tuple[str, ...]
    zh_after: tuple[str, ...]
    zh: str
    needs_marks: bool = False


# id | vi | zh before | zh after | zh pattern | needs marks
_HEADS = """
road|Quốc lộ,QL|国道|号国道,国道|{}号国道|
province-road|Tỉnh lộ,đường tỉnh,TL|省道|号省道,省道|{}号省道|
highway|cao tốc,đường cao tốc||号高速公路|{}号高速公路|marks
marker|mốc,mốc giới,cột mốc,mốc quốc giới|界碑|号界碑,界碑,号界桩,界桩|{}号界碑|
law|Luật,Bộ luật|法律|号法律,号法,号《国际协议法》|第{}号法律|marks
decree|Nghị định|议定|号议定,号法令,号政府令,号令|第{}号议定|marks
resolution|Nghị quyết|决议|号决议|第{}号决议|marks
decision|Quyết định|决定|号决定|第{}号决定|marks
circular|Thông tư|通知|号通知,号通告|第{}号通知|marks
directive|Chỉ thị|指示|号指示|第{}号指示|marks
conclusion|Kết luận|结论|号结论|第{}号结论|marks
plan|Kế hoạch|计划|号计划|第{}号计划|marks
official-letter|Công văn|公文|号公文,号公函,号函|第{}号公文|marks
report|Báo cáo|报告|号报告|第{}号报告|marks
minutes|Biên bản|纪要|号纪要|第{}号纪要|marks
submission|Tờ trình|呈文|号呈文,号请示|第{}号呈文|marks
note|Công hàm|照会|号照会|第{}号照会|marks
licence|Giấy phép|许可证|号许可证|第{}号许可证|marks
notice|Thông báo|通报|号通报,号公告|第{}号通报|marks
number|Số:,Số hiệu:|编号：,文号：,编号:||编号：{}|
hotline|đường dây nóng,số đường dây nóng|热线,热线电话|热线|热线{}|
phone|điện thoại,số điện thoại,ĐT|电话|电话|电话{}|
plate|biển số,biển kiểm soát,BKS|车牌号,车牌|号车牌|车牌号{}|
account|tài khoản,số tài khoản|账号||账号{}|
passport|hộ chiếu|护照号||护照号{}|marks
house|số nhà|门牌号|门牌号|门牌号{}|
no|số|编号|号|{}号|
section|mục,tiểu mục,điểm,khoản||项,条,节,款|第{}项|
"""


def _head(line: str) -> CodeHead:
    cells = line.split("|")
    before = tuple(form for form in cells[2].split(",") if form)
    after = tuple(form for form in cells[3].split(",") if form)
    return CodeHead(cells[0], tuple(cells[1].split(",")), before, after, cells[4], cells[5] == "marks")


CODE_HEADS = {head.id: head for head in map(_head, _HEADS.strip().splitlines())}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A noun that carries an ordinal: a session, a congress, a fair, a round of talks.

    Attributes:
        vi: Forms before "lần thứ 9", the one that is rendered first.
        zh: Forms behind 第九次, the one that is rendered first.
        series: What the ordinal counts.
        vi_joint: What stands between noun and number in Vietnamese.
        zh_joint: The measure word between number and noun in Chinese.
    """

    id: str
    vi: tuple[str, ...]
    zh: tuple[str, ...]
    series: Series
    vi_joint: str
    zh_joint: str


# vi forms | zh forms | series | vi joint | zh joint
_NUMBERED = """
Phiên họp,phiên họp thường kỳ|会议,会晤|session|lần thứ|次
Phiên họp toàn thể|全体会议|session|lần thứ|次
Hội nghị,hội nghị thường niên|会议,年会|session|lần thứ|次
Cuộc họp|会议|session|lần thứ|次
Hội đàm,cuộc hội đàm|会谈|session|lần thứ|次
Hội đàm định kỳ,cuộc hội đàm định kỳ|定期会谈|session|lần thứ|次
Cuộc gặp,cuộc gặp gỡ,gặp gỡ|会晤|session|lần thứ|次
Hội thảo|研讨会|session|lần thứ|次
Hội chợ thương mại quốc tế|国际贸易博览会,国际贸易交易会,国际商贸博览会|fair|lần thứ|届
Diễn đàn|论坛|fair|lần thứ|届
Đại hội,Đại hội đại biểu,Đại hội Đảng,Đại hội Đảng bộ|代表大会,大会,党代会|session|lần thứ|次
Đại hội đại biểu toàn quốc|全国代表大会,全国党代会|session|lần thứ|次
Đại hội đại biểu Đảng bộ tỉnh,Đại hội Đảng bộ tỉnh|省党代会|session|lần thứ|次
Kỳ họp,Khóa họp|会议|session|thứ|次
Hội chợ,hội chợ thương mại,hội chợ quốc tế|交易会,博览会|fair|lần thứ|届
Lễ hội|节,文化节|fair|lần thứ|届
Liên hoan|联欢,联欢会|fair|lần thứ|届
Giao lưu|交流活动|fair|lần thứ|届
Vòng đàm phán|谈判,磋商|round|thứ|轮
Vòng|轮|round|thứ|
Ban Chấp hành Trung ương|中央委员会|term|khóa|届
Quốc hội|国会|term|khóa|届
Hội đồng nhân dân,HĐND|人民议会|term|khóa|届
Hội nghị Trung ương,Trung ương|中全会|session||
Vòng tham vấn|磋商|round|thứ|轮
Chương|章|place||
Mục|节|place||
Phần|部分|place||
trang|页|place||
dòng|行|place||
Phụ lục|附件,附录|place||
đoạn|段|place|thứ|
mảnh|幅|place|số|
Bước|步|place||
giải||place||
tuần|周|place|thứ|
kỷ niệm||session|lần thứ|
Quy hoạch 5 năm,Kế hoạch 5 năm,Quy hoạch năm năm,Kế hoạch năm năm|五年规划,个五年规划,个五年计划,五年计划|session|lần thứ|
báo động|级警戒水位,级警戒,级警报|place|cấp|
tổ|组|place|số|
"""


def _numbered(line: str) -> Numbered:
    vi, zh, series, vi_joint, zh_joint = line.split("|")
    forms = tuple(vi.split(","))
    nouns = tuple(noun for noun in zh.split(",") if noun)
    return Numbered(forms[0], forms, nouns, Series(series), vi_joint, zh_joint)


NUMBERED = {noun.id: noun for noun in map(_numbered, _NUMBERED.strip().splitlines())}
