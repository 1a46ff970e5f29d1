"""Expressions with a fixed counterpart, and words that only look like numbers."""

from dataclasses import dataclass

from service.core.languages import Language


@dataclass(frozen=True, slots=True)
class FixedPhrase:
    """An expression whose number, if any, is part of a word.

    Attributes:
        id: Stable name: its first Vietnamese form.
        vi: Vietnamese forms, the one that is rendered first.
        zh: Chinese forms, the one that is rendered first.
    """

    id: str
    vi: tuple[str, ...]
    zh: tuple[str, ...]


_TABLE = """
hai bên,2 bên,hai Bên,cả hai bên,đôi bên,hai phía,cả hai phía|双方,两方
hai nước,2 nước,hai quốc gia,hai Nhà nước,hai nhà nước|两国
hai văn bản,các văn bản|两种文本
hai Đảng,2 Đảng|两党
hai Đảng hai nước,hai Đảng và hai nước,hai Đảng, hai nước|两党两国
hai tỉnh,2 tỉnh|两省
hai địa phương,2 địa phương|两地,双方地方
nhân dân hai nước,hai nhân dân|两国人民
nhân dân hai tỉnh|两省人民
các bên|各方
song phương|双边
ba bên|三方
bên thứ ba|第三方
nước thứ ba|第三国
đa phương|多边
mỗi bên,mỗi phía|各方各,每一方
mỗi năm,hàng năm,hằng năm,thường niên|每年
mỗi quý,hàng quý,hằng quý|每季度,每个季度
mỗi tháng,hàng tháng,hằng tháng|每月,每个月
mỗi tuần,hàng tuần,hằng tuần|每周
mỗi ngày,hàng ngày,hằng ngày|每天,每日
cùng ngày,trong ngày|当天,当日,同日
cùng năm|同年,当年
cùng tháng|同月,当月
hôm nay|今天,今日
hôm qua|昨天
ngày mai|明天
năm nay|今年
năm ngoái|去年
năm trước|上年
năm sau,năm tới|明年,次年
đầu năm nay|今年年初,今年初
giữa năm nay|今年年中
cuối năm nay,hết năm nay|今年年底,今年底,今年年末
đầu năm ngoái,đầu năm trước|去年年初,去年初
giữa năm ngoái,giữa năm trước|去年年中
cuối năm ngoái,cuối năm trước,hết năm ngoái|去年年底,去年底,去年年末
đầu năm sau,đầu năm tới|明年年初,明年初
giữa năm sau,giữa năm tới|明年年中
cuối năm sau,cuối năm tới|明年年底,明年底,明年年末
từ đầu năm đến nay,từ đầu năm tới nay|今年以来,年初以来,今年年初以来
cùng kỳ|同期
cùng kỳ năm trước,cùng kỳ năm ngoái|上年同期,去年同期
16 chữ,mười sáu chữ,“16 chữ”,“mười sáu chữ”,16 chữ vàng,“16 chữ vàng”|十六字,“十六字”,16字,“16字”
phương châm 16 chữ,phương châm mười sáu chữ,phương châm “16 chữ”,phương châm “16 chữ vàng”|“十六字”方针,十六字方针,“16字”方针,16字方针
tinh thần 4 tốt,tinh thần bốn tốt,tinh thần “4 tốt”,tinh thần “bốn tốt”|“四好”精神,四好精神
4 tốt,bốn tốt|四好
tinh thần “4 hơn”,tinh thần 4 hơn,tinh thần “bốn hơn”|“四个更”精神
4 hơn,bốn hơn|四个更,“四个更”
phương hướng “6 hơn”,phương hướng 6 hơn,phương hướng sáu hơn|“六个更”总体目标,“六个更”方向,“六个更”目标
6 hơn,sáu hơn|六个更
3 văn kiện pháp lý,ba văn kiện pháp lý,ba văn kiện pháp lý biên giới|三个法律文件,“三个法律文件”,3个法律文件,三份法律文件,三项法律文件,三个边界法律文件,3个边界法律文件
hai hành lang, một vành đai,2 hành lang, 1 vành đai,hai hành lang một vành đai|两廊一圈
một cửa khẩu, hai nước,một cửa khẩu hai nước|一口岸两国
hai nước, một điểm dừng,hai nước một điểm dừng,hai nước, một điểm kiểm tra,hai nước một điểm kiểm tra|两国一检
Vành đai và Con đường,một vành đai, một con đường,Một vành đai Một con đường|一带一路
một Trung Quốc,chính sách một Trung Quốc|一个中国
COVID-19,Covid-19,covid 19,COVID 19|新冠,COVID-19,新冠肺炎,新型冠状病毒
một chiều|单向
hai chiều,2 chiều|双向
song ngữ|双语
thuế suất 0%,thuế 0%|零税率,零关税,税率为零,0%税率,税率0%,税率为0%,0%关税,关税为零,关税降为零
một cửa|一站式,单一窗口
gấp nhiều lần|成倍
nhiều lần|多次
toàn bộ,tất cả|全部,所有
24/7,24/24|7×24小时,24小时全天候,全天候24小时,24小时不间断
Tết Nguyên đán,Tết Âm lịch,Tết cổ truyền|春节
Tết Nguyên tiêu|元宵节
Tết Đoan ngọ|端午节
Tết Trung thu|中秋节
Tết Trùng cửu|重阳节
đêm giao thừa,giao thừa|除夕,农历除夕,除夕夜,大年三十,年三十,农历大年三十
"""


def _phrase(line: str) -> FixedPhrase:
    vi, zh = line.split("|")
    # A comma followed by a space belongs to a form; one without parts two forms.
    forms = tuple(form.replace("\0", ", ") for form in vi.replace(", ", "\0").split(","))
    return FixedPhrase(forms[0], forms, tuple(zh.split(",")))


FIXED = {phrase.id: phrase for phrase in map(_phrase, _TABLE.strip().splitlines())}
# What each of these says in one respect: of two texts one cannot say "năm nay" and the other 去年.
_RIVALS = """
cùng ngày|cùng tháng|cùng năm
hôm nay|hôm qua|ngày mai
năm nay,đầu năm nay,giữa năm nay,cuối năm nay|năm ngoái,năm trước,đầu năm ngoái,giữa năm ngoái,cuối năm ngoái|năm sau,đầu năm sau,giữa năm sau,cuối năm sau
16 chữ,phương châm 16 chữ|4 tốt,tinh thần 4 tốt|tinh thần “4 hơn”,4 hơn|phương hướng “6 hơn”,6 hơn
song phương|đa phương
một chiều|hai chiều
Tết Nguyên đán,đêm giao thừa|Tết Nguyên tiêu|Tết Đoan ngọ|Tết Trung thu|Tết Trùng cửu
"""
RIVALS = {
    phrase: (line, place)
    for line, groups in enumerate(_RIVALS.strip().splitlines())
    for place, group in enumerate(groups.split("|"))
    for phrase in group.split(",")
}
# Feasts of the lunar calendar: month and day; the last night of the year is the 30th of the twelfth month.
FEASTS = {
    "Tết Nguyên đán": (1, 1),
    "Tết Nguyên tiêu": (1, 15),
    "Tết Đoan ngọ": (5, 5),
    "Tết Trung thu": (8, 15),
    "Tết Trùng cửu": (9, 9),
    "đêm giao thừa": (12, 30),
}
WHOLE, DUTY_FREE = "toàn bộ", "thuế suất 0%"
# Longer words that hold a number word; they are passed over whole.
_NOT_NUMBERS = {
    Language.VI: (
        "một cách|tuần cuối|ngày đầu|ngày cuối|những ngày đầu|một mặt|một lần nữa"
        "|một trong những|một trong các|một trong|một khi|một mực|một lòng|một loạt|một thể|ba lô|ba hoa|chín chắn"
        "|chín muồi|Ba Lan|Ba Tư|Ba Vì|Ba Đình|Ba Bể|Năm Căn|Bảy Núi|Hai Bà Trưng|mười mươi|không một|không hai"
        "|không ba|thứ trưởng|thứ yếu|thứ tự|thứ bậc|thứ cấp|năm học|năm tháng|năm nào|tư cách|tư nhân|nửa đêm"
    ),
    Language.ZH: (
        "一类口岸|二类口岸|一致|一些|一定|一直|一起|一方面|另一方面|统一|进一步|万一|十分|一切|一般|一旦"
        "|一体化|一体|唯一|之一|同一|一律|第三方|第三国|四川|三亚|百色|万象|万隆|三明|六安|百姓|千方百计"
        "|三峡|两岸|一向|一贯|一度|一并|一时|一同|一齐|一如既往|一下|一带|一线|一手|一流|一站式|单一|逐一"
        "|专一|不一|统筹|二连浩特|九寨沟|八达岭|一行|千万不|万万|三角|四面八方|五一|七一|八一|十一|百货"
        "|百科|万能|万事|千家万户|两侧|一系列|一揽子|一路|一道|一心|一举|一经|一面|一来|一边|一步|第一手"
        "|第一时间|第一线|一级|二级|三级|四级|五级|一番|一样|一概|四季|四周|三农|双重|第一书记|一把手"
        "|半岛|半年报|初步|初级|几乎|数据|数字|数量|数额|条约|公约|节约|预约|签约|合约|违约|大约会|附近"
        "|最近的|接近尾声|超市|超级|减贫|增强|增进|天津|日本|日常|日程|日益|年度|中午|上海|上述|上级|成立"
        "|成为|成果|成员|从事|自治|自由|自然|起草|逾期|约定|近年来|近来|近日|近期|早日|早已|晚会|夜市"
        "|全部门|一段时间|一段时期|半夜"
    ),
}
NOT_NUMBERS = {language: tuple(words.split("|")) for language, words in _NOT_NUMBERS.items()}
