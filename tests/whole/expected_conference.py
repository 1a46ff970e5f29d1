"""The texts of the conference of 27 March 2023, typed by hand: one paragraph a line."""

from service.core.languages import Language, Side

# By the side that a text names first.
VI_TITLE = {
    Side.VN: [
        "Biên bản",
        "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy",
        "các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)",
        "và Bí thư Tỉnh ủy Vân Nam (Trung Quốc)",
    ],
    Side.CN: [
        "Biên bản",
        "Hội nghị thường niên lần thứ 3",
        "giữa Bí thư Tỉnh ủy Vân Nam (Trung Quốc) và Bí thư Tỉnh ủy",
        "các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)",
    ],
}
VI_OPENING = "Ngày 27 tháng 3 năm 2023, {session} được tổ chức tại tỉnh Hà Giang, Việt Nam. Tham dự có:"
VI_SESSION = {
    Side.VN: "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam) và Bí thư Tỉnh ủy Vân Nam (Trung Quốc)",
    Side.CN: "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy Vân Nam (Trung Quốc) và Bí thư Tỉnh ủy các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)",
}
VI_PEOPLE = {
    Side.VN: [
        "Phía tỉnh Hà Giang (Việt Nam):",
        "–\tĐồng chí Đặng Quốc Khánh, Bí thư Tỉnh ủy Hà Giang, Trưởng đoàn.",
        "Phía tỉnh Lào Cai (Việt Nam):",
        "–\tĐồng chí Đặng Xuân Phong, Bí thư Tỉnh ủy Lào Cai, Trưởng đoàn.",
        "Phía tỉnh Lai Châu (Việt Nam):",
        "–\tĐồng chí Giàng Páo Mỷ, Bí thư Tỉnh ủy Lai Châu, Trưởng đoàn.",
        "Phía tỉnh Điện Biên (Việt Nam):",
        "–\tĐồng chí Trần Quốc Cường, Bí thư Tỉnh ủy Điện Biên, Trưởng đoàn.",
    ],
    Side.CN: [
        "Phía tỉnh Vân Nam (Trung Quốc):",
        "–\tĐồng chí Vương Ninh, Bí thư Tỉnh ủy Vân Nam, Trưởng đoàn.",
    ],
}
VI_CLOSING = "Biên bản này được ký ngày 27 tháng 3 năm 2023 tại tỉnh Hà Giang, thành năm bản, mỗi bản bằng {languages}, cả hai văn bản đều có giá trị như nhau, mỗi bên giữ một bản."
VI_LANGUAGES = {Side.VN: "tiếng Việt và tiếng Trung", Side.CN: "tiếng Trung và tiếng Việt"}
# Two blocks a row, party, post and name; the last alone.
VI_SIGNS = {
    Side.VN: [
        "Thay mặt tỉnh Hà Giang (Việt Nam)",
        "Thay mặt tỉnh Lào Cai (Việt Nam)",
        "Bí thư Tỉnh ủy",
        "Bí thư Tỉnh ủy",
        "Đặng Quốc Khánh",
        "Đặng Xuân Phong",
        "Thay mặt tỉnh Lai Châu (Việt Nam)",
        "Thay mặt tỉnh Điện Biên (Việt Nam)",
        "Bí thư Tỉnh ủy",
        "Bí thư Tỉnh ủy",
        "Giàng Páo Mỷ",
        "Trần Quốc Cường",
        "Thay mặt tỉnh Vân Nam (Trung Quốc)",
        "Bí thư Tỉnh ủy",
        "Vương Ninh",
    ],
    Side.CN: [
        "Thay mặt tỉnh Vân Nam (Trung Quốc)",
        "Thay mặt tỉnh Hà Giang (Việt Nam)",
        "Bí thư Tỉnh ủy",
        "Bí thư Tỉnh ủy",
        "Vương Ninh",
        "Đặng Quốc Khánh",
        "Thay mặt tỉnh Lào Cai (Việt Nam)",
        "Thay mặt tỉnh Lai Châu (Việt Nam)",
        "Bí thư Tỉnh ủy",
        "Bí thư Tỉnh ủy",
        "Đặng Xuân Phong",
        "Giàng Páo Mỷ",
        "Thay mặt tỉnh Điện Biên (Việt Nam)",
        "Bí thư Tỉnh ủy",
        "Trần Quốc Cường",
    ],
}
VI_BODY = [
    "I. Đánh giá kết quả hợp tác",
    "1. Các bên thông báo cho nhau tình hình phát triển kinh tế - xã hội của mỗi địa phương và đánh giá cao kết quả hợp tác đạt được từ sau Hội nghị năm 2022 đến nay.",
    "2. Đây là cuộc gặp trực tiếp đầu tiên giữa lãnh đạo 5 tỉnh sau hơn 3 năm gián đoạn vì dịch COVID-19.",
    "II. Phương châm chung",
    "1. Các bên nhất trí tiếp tục thực hiện phương châm “Láng giềng hữu nghị, hợp tác toàn diện, ổn định lâu dài, hướng tới tương lai” và tinh thần “Láng giềng tốt, bạn bè tốt, đồng chí tốt, đối tác tốt”.",
    "2. Các bên tiếp tục quán triệt thực hiện nghiêm túc 3 văn kiện pháp lý về biên giới trên đất liền Việt Nam - Trung Quốc và các thỏa thuận liên quan.",
    "III. Nội dung thống nhất",
    "1. Tiếp tục duy trì, thúc đẩy và phát huy tối đa hiệu quả cơ chế Hội nghị thường niên giữa các Bí thư Tỉnh ủy và Phiên họp Nhóm Công tác liên hợp.",
    "2. Tổ chức giao lưu giữa các ban Đảng, tổ chức Đảng các cấp để trao đổi, học tập kinh nghiệm về công tác kiểm tra kỷ luật, tổ chức, tuyên giáo, quản lý nhà nước và phòng, chống tham nhũng, tiêu cực.",
    "3. Duy trì hoạt động thương mại thông suốt tại các cửa khẩu biên giới, nâng cao năng lực thông quan, tránh ùn tắc hàng hóa.",
    "4. Khôi phục giao thương tại các lối mở, cặp chợ biên giới, tạo thuận lợi cho cư dân biên giới trao đổi hàng hóa.",
    "5. Đẩy nhanh tiến độ mở mới, nâng cấp cửa khẩu, lối mở; khôi phục việc luân phiên tổ chức hội chợ thương mại du lịch quốc tế và hội nghị xúc tiến đầu tư, thương mại.",
    "6. Giới thiệu doanh nghiệp triển khai các dự án hợp tác trồng và bao tiêu sản phẩm nông nghiệp.",
    "7. Sớm khôi phục hoàn toàn hoạt động xuất nhập cảnh tại các cửa khẩu để phục hồi du lịch qua biên giới.",
    "IV. Hội nghị lần sau",
    "1. Các bên thống nhất Hội nghị thường niên lần thứ 4 sẽ được tổ chức tại tỉnh Vân Nam vào quý I năm 2024.",
    "V. Văn kiện ký kết",
    "1. Các bên ký “Kế hoạch hành động hợp tác thí điểm về giảm nghèo bền vững giữa các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam) và tỉnh Vân Nam (Trung Quốc), giai đoạn 2023-2025”.",
]

ZH_TITLE = {
    Side.VN: ["越南河江、老街、莱州、奠边四省与", "中国云南省省委书记", "年度会晤机制第三次会议纪要"],
    Side.CN: ["中国云南省与越南河江、老街、莱州、奠边省", "省委书记年度会晤机制第三次会议纪要"],
}
ZH_OPENING = "2023年3月27日，{session}在越南河江省举行。出席会议的有："
ZH_SESSION = {
    Side.VN: "越南河江、老街、莱州、奠边四省与中国云南省省委书记年度会晤机制第三次会议",
    Side.CN: "中国云南省与越南河江、老街、莱州、奠边省省委书记年度会晤机制第三次会议",
}
ZH_PEOPLE = {
    Side.VN: [
        "越方（河江省）出席：",
        "河江省委书记邓国庆，团长。",
        "越方（老街省）出席：",
        "老街省委书记邓春峰，团长。",
        "越方（莱州省）出席：",
        "莱州省委书记杨宝美，团长。",
        "越方（奠边省）出席：",
        "奠边省委书记陈国强，团长。",
    ],
    Side.CN: ["中方出席：", "云南省委书记王宁，团长。"],
}
ZH_CLOSING = "本纪要于二〇二三年三月二十七日在河江省签署，一式五份，每份均用{languages}写成，两种文本同等作准，各方各执一份。"
ZH_LANGUAGES = {Side.VN: "越文和中文", Side.CN: "中文和越文"}
ZH_SIGNS = {
    Side.VN: [
        "越南河江省代表",
        "越南老街省代表",
        "省委书记",
        "省委书记",
        "邓国庆",
        "邓春峰",
        "越南莱州省代表",
        "越南奠边省代表",
        "省委书记",
        "省委书记",
        "杨宝美",
        "陈国强",
        "中国云南省代表",
        "省委书记",
        "王宁",
    ],
    Side.CN: [
        "中国云南省代表",
        "越南河江省代表",
        "省委书记",
        "省委书记",
        "王宁",
        "邓国庆",
        "越南老街省代表",
        "越南莱州省代表",
        "省委书记",
        "省委书记",
        "邓春峰",
        "杨宝美",
        "越南奠边省代表",
        "省委书记",
        "陈国强",
    ],
}
ZH_BODY = [
    "一、合作回顾",
    "（一）各方相互通报了各自地方经济社会发展情况，高度评价2022年会议以来取得的合作成果。",
    "（二）这是因新冠疫情中断3年多后五省领导首次线下会晤。",
    "二、共同遵循的方针",
    "（一）各方一致同意继续遵循“长期稳定、面向未来、睦邻友好、全面合作”方针，弘扬“好邻居、好朋友、好同志、好伙伴”精神。",
    "（二）各方继续严格执行中越陆地边界三个法律文件及相关协议。",
    "三、商定事项",
    "（一）继续保持、推动并充分发挥省委书记年度会晤机制和联合工作组会议的作用。",
    "（二）开展各级党委部门、党组织之间的交流，互学互鉴纪律检查、组织、宣教、国家管理和反腐败、反消极等工作经验。",
    "（三）保持边境口岸贸易畅通，提高通关能力，避免货物滞留积压。",
    "（四）恢复边境通道和边民互市点贸易，为边民开展互市贸易提供便利。",
    "（五）加快口岸、边境通道新开和升级进度，恢复轮流举办国际商贸旅游交易会和投资贸易促进会议。",
    "（六）引荐企业开展农业种植和农产品包销合作项目。",
    "（七）尽早全面恢复口岸出入境，推动跨境旅游复苏。",
    "四、下次会议",
    "（一）各方商定，年度会晤机制第四次会议将于2024年第一季度在云南省举行。",
    "五、签署文件",
    "（一）各方签署《中国云南省与越南河江、老街、莱州、奠边省2023—2025年可持续减贫试点合作行动计划》。",
]

_PARTS = {
    Language.VI: (VI_TITLE, VI_OPENING, VI_SESSION, VI_PEOPLE, VI_BODY, VI_CLOSING, VI_LANGUAGES, VI_SIGNS),
    Language.ZH: (ZH_TITLE, ZH_OPENING, ZH_SESSION, ZH_PEOPLE, ZH_BODY, ZH_CLOSING, ZH_LANGUAGES, ZH_SIGNS),
}


def conference(language: Language, first: Side) -> list[str]:
    """Every paragraph of one language in its order, for the side that it names first."""
    title, opening, session, people, body, closing, languages, signs = _PARTS[language]
    return [
        *title[first],
        opening.format(session=session[first]),
        *people[first],
        *people[first.other],
        *body,
        closing.format(languages=languages[first]),
        *signs[first],
    ]
