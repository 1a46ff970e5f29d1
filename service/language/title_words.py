"""Chinese titles cut into words, so that no line of a title begins inside one of them."""

import re
from enum import Enum, auto

from service.language.han_numerals import HAN_DIGITS

LEVELS = frozenset("省市县区州乡镇")
COUNTRIES = frozenset(("中国", "越南"))
JOINS = frozenset("与和及暨同")
OPENING = frozenset("《“（〔「")
CLOSING = frozenset("、，：；。）》〕」”—－-·…")

# What a title is made of besides the names of places. A join or level that stands inside a word hides in it.
_WORDS = """
中越 越中 中华人民共和国 越南社会主义共和国 共和国 两国 两地 双方 双边 各方 边境 陆地 边界 跨境 跨国
口岸 国家级口岸 国际口岸 边境通道 边民互市点 边民 互市 通道 界碑 国界 山水相连 年度 定期 不定期 第一次
首次 联合 友好 全面 战略 伙伴关系 全面战略合作伙伴关系 命运共同体 共同体 具有 战略意义 合作 交流 交往
往来 会晤 会谈 会议 会见 会商 磋商 座谈 工作 机制 会晤机制 年度会晤机制 交流合作机制 定期会谈机制
联合工作组 联合工作委员会 联合委员会 双边合作指导委员会 指导委员会 工作组 代表团 外事代表团 代表 团长
领导 联谊活动 新春会晤 党委书记 省委书记 区党委书记 市委书记 县委书记 州委书记 地委书记 书记 主席 省长
县长 市长 州长 主任 副主任 纪要 会议纪要 会谈纪要 会晤纪要 座谈纪要 工作会谈 谅解备忘录 备忘录 协议
协议书 合作协议 框架协议 意向书 议定书 合作意向书 声明 联合声明 公报 新闻公报 联合新闻公报 宣言 章程
方案 实施方案 计划 行动计划 工作计划 合作计划 规划 倡议 倡议书 建议 建议书 报告 意见 办法 规定 条例
决定 通知 清单 名单 议程 日程 总结 项目 附件 签署 关于 建立 缔结 结好 结对 共建 开展 加强 深化 提升
推进 推动 促进 落实 实施 进一步 构建 恢复 举办 举行 召开 试点 减贫 可持续 可持续减贫 扶贫 脱贫 发展
经济 社会 贸易 经贸 边境贸易 商贸 投资 旅游 跨境旅游 文化 体育 教育 卫生 医疗 农业 林业 农村 交通 运输
道路运输 客货运输 物流 劳务 务工 劳务管理 人员 管理 治理 防控 疫情 防范 打击 犯罪 禁毒 缉毒 拐卖 人口
走私 安全 治安 公安 警务 执法 司法 海关 边防 边检 通关 便利化 互联互通 基础设施 建设 工程 桥梁 公路
铁路 环境 生态 环境保护 保护 水资源 防灾 减灾 救灾 应急 科技 数字 信息 新闻 媒体 青年 妇女 工会 民间
人文 地方 省际 友城 友好城市 友好省份 友好县 友好村寨 友好站屯 友好关系 关系 情况 事项 事宜 问题 活动
博览会 交易会 商品交易会 研讨会 论坛 培训班 培训 学习 访问 考察 互访 热线 联络 联络员 和平 和谐 和睦
和解 庆和 呼和浩特 共同 同志 同登 大同 合同 参与 普及 以及
"""
# A body of a place: better not parted from it.
_BODIES = """
人民政府 人民委员会 人民议会 人民议会和人民委员会办公室 人民议会代表团 人民代表大会 人大常委会 人大
政协 党委 党委会 外事办公室 人民政府外事办公室 外事办 外办 外事厅 外事局 外事部门 办公室 办公厅 公安厅
公安局 工贸厅 商务厅 商务局 教育厅 卫生厅 卫生健康委员会 农业农村厅 农业与环境厅 交通运输厅 建设厅
财政厅 内务厅 司法厅 文化体育旅游厅 文化和旅游厅 科技厅 计划投资厅 劳动荣军社会厅 人力资源和社会保障厅
口岸经济区管理委员会 口岸管理局 口岸办 边防部队指挥部 边防指挥部 边防屯 边防站 边防检查站
出入境边防检查站 出入境边防检查总站 移民管理局 军分区 军事指挥部 祖国阵线 祖国阵线委员会 共青团
壮族自治区 自治区 壮族苗族自治州 哈尼族彝族自治州 自治州 自治县 省委 县委 市委 州委 区党委 州政府
县政府 省政府 省人民政府
"""

# How many places a list named: it stays with the last of them.
_COUNTS = "两省 两县 两市 三省 四省 五省"


class Kind(Enum):
    """What a piece of a title is."""

    WORD = auto()
    BODY = auto()
    COUNTRY = auto()
    NUMBER = auto()
    ORDINAL = auto()
    LEVEL = auto()
    JOIN = auto()
    OPENING = auto()
    CLOSING = auto()
    OTHER = auto()


_KINDS = {
    **dict.fromkeys(_WORDS.split(), Kind.WORD),
    **dict.fromkeys(_BODIES.split(), Kind.BODY),
    **dict.fromkeys(COUNTRIES, Kind.COUNTRY),
    **dict.fromkeys([*LEVELS, *_COUNTS.split()], Kind.LEVEL),
    **dict.fromkeys(JOINS, Kind.JOIN),
    **dict.fromkeys(OPENING, Kind.OPENING),
    **dict.fromkeys(CLOSING, Kind.CLOSING),
}
_HAN_NUMBER = "".join(HAN_DIGITS) + "十百"
_PIECES = re.compile(
    rf"(?P<ORDINAL>第(?:[{_HAN_NUMBER}]+|[0-9]+)[次届号轮]?)"
    # A number with what it counts is one word; 2023—2025年 too.
    r"|(?P<NUMBER>[0-9０-９]+(?:[.—－-][0-9]+)*(?:年度|[年月日个次%])?|[A-Za-z]+)"
    rf"|{'|'.join(sorted((word for word in _KINDS if len(word) > 1), key=len, reverse=True))}|.",
    re.DOTALL,
)


def cut_title(title: str) -> list[tuple[str, Kind]]:
    """Cut a Chinese title into its words; what is in no word of the table stands alone, letter by letter."""
    found = [(one[0], one.lastgroup) for one in _PIECES.finditer(title)]
    return [(text, Kind[group] if group else _KINDS.get(text, Kind.OTHER)) for text, group in found]
