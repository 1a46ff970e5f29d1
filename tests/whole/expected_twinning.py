"""The texts of the twinning of two border posts, typed by hand: one paragraph a line."""

from service.core.languages import Language
from whole.paper import Half, Paper

VI_SECTIONS = [
    (
        "Kết quả hợp tác thời gian qua",
        [
            "Hai bên nhất trí cho rằng từ đầu năm 2025 đến nay, công tác phối hợp quản lý cặp cửa khẩu Thanh Thủy - Thiên Bảo được duy trì nền nếp, góp phần giữ khu vực biên giới cơ bản ổn định.",
            "Hai bên nhất trí đánh giá công tác phối hợp đạt kết quả tích cực: trong 11 tháng đầu năm 2025 đã tổ chức 8 cuộc hội đàm, 12 đợt tuần tra song phương với 186 lượt người tham gia, trao đổi 45 thư nghiệp vụ.",
            "Phía Việt Nam thông báo trong 11 tháng đầu năm 2025 đã làm thủ tục xuất nhập cảnh cho 412.600 lượt người và 38.500 lượt phương tiện, tăng lần lượt 9,6% và 14,2% so với cùng kỳ năm 2024.",
            "Phía Trung Quốc thông báo đã đưa 6 làn kiểm tra nhanh vào sử dụng từ ngày 01/10/2025.",
        ],
    ),
    (
        "Khó khăn, hạn chế",
        [
            "Vào các dịp lễ, Tết, lưu lượng người và phương tiện tăng đột biến, có ngày vượt 3.000 lượt người; việc thông báo cho nhau có lúc chưa kịp thời.",
        ],
    ),
    (
        "Đề nghị của mỗi bên",
        [
            "Phía Việt Nam đề nghị thông báo cho nhau trước 3 ngày làm việc khi thay đổi thời gian làm việc tại cửa khẩu.",
            "Phía Trung Quốc ghi nhận đề nghị trên và sẽ báo cáo cấp có thẩm quyền xem xét.",
            "Phía Trung Quốc đề nghị mỗi năm phối hợp tổ chức 4 buổi tuyên truyền pháp luật cho khoảng 800 lượt cư dân biên giới.",
            "Phía Việt Nam ghi nhận đề nghị trên; nội dung tuyên truyền do mỗi bên chuẩn bị theo pháp luật nước mình.",
        ],
    ),
    (
        "Nội dung kết nghĩa",
        [
            "Hai bên nhất trí thiết lập quan hệ kết nghĩa với chủ đề “Đồn – Trạm hữu nghị, biên giới bình yên”, trên tinh thần tin cậy, tôn trọng lẫn nhau.",
            "Mỗi quý gặp gỡ 1 lần, luân phiên tại mỗi bên; khi có vụ việc đột xuất, thông báo cho nhau chậm nhất sau 2 giờ qua đường dây nóng.",
            "Mỗi năm tổ chức 2 hoạt động giao lưu văn hóa, thể thao; mỗi bên cử không quá 25 người, tự bảo đảm kinh phí.",
            "Quan hệ kết nghĩa chỉ là quan hệ giao lưu hữu nghị, không làm thay đổi chức năng, nhiệm vụ và quyền hạn của mỗi bên theo pháp luật nước mình.",
            "Biên bản này chỉ ghi lại kết quả hội đàm, không phải là thỏa thuận quốc tế, không làm phát sinh, thay đổi hoặc chấm dứt quyền, nghĩa vụ theo pháp luật quốc tế.",
        ],
    ),
    (
        "Vấn đề bảo lưu",
        [
            "Hai bên bảo lưu ý kiến về đường biên giới, mốc giới và việc mở, nâng cấp hoặc tạm dừng hoạt động của cửa khẩu, lối mở; những vấn đề này thuộc thẩm quyền của hai Nhà nước, hai bên không bàn và không kết luận trong cuộc hội đàm này, mỗi bên báo cáo cấp trên của mình.",
            "Về việc cử sĩ quan liên lạc thường trực, hai bên chưa thống nhất và sẽ tiếp tục trao đổi sau khi có ý kiến của cấp có thẩm quyền.",
        ],
    ),
    (
        "Hội đàm lần sau",
        [
            "Hai bên thống nhất tổ chức hội đàm lần sau tại Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo trong quý I năm 2026; thời gian cụ thể do hai bên trao đổi qua đường công văn.",
        ],
    ),
]
ZH_SECTIONS = [
    (
        "前一阶段合作成果",
        [
            "双方一致认为，2025年初以来，天保—清水河口岸管理协作顺畅有序，为保持边境地区基本稳定作出了贡献。",
            "双方一致认为，协作成效明显：2025年前11个月，举行会谈8次，开展联合巡逻12次，参加人员186人次，互致业务信函45封。",
            "越方通报，2025年前11个月共查验出入境人员41.26万人次、交通运输工具3.85万辆次，比2024年同期分别增长9.6%和14.2%。",
            "中方通报，已于2025年10月1日启用6条快捷查验通道。",
        ],
    ),
    (
        "存在的困难和不足",
        [
            "节假日期间人员和车辆流量激增，单日最高超过3000人次，相互通报有时不够及时。",
        ],
    ),
    (
        "双方建议",
        [
            "越方建议，调整口岸工作时间的，应提前3个工作日相互通报。",
            "中方注意到上述建议，将报请主管部门研究。",
            "中方建议，每年联合开展4场法律宣传活动，覆盖边民约800人次。",
            "越方注意到上述建议，宣传内容由双方依据各自国家法律分别准备。",
        ],
    ),
    (
        "缔结友好关系事项",
        [
            "双方一致同意，以“共建友好站屯，共创平安边境”为主题缔结友好关系，本着互信、相互尊重的精神开展交往。",
            "每季度会晤1次，在双方轮流举行；遇有突发情况，2小时内通过热线电话相互通报。",
            "每年举办2次文化体育交流活动，每方参加人员不超过25人，费用各自承担。",
            "双方所缔结的友好关系仅限于友好交流，不改变双方依据各自国家法律承担的职能、任务和权限。",
            "本纪要仅记录会谈结果，不是国际协议，不产生、变更或终止国际法上的权利和义务。",
        ],
    ),
    (
        "保留事项",
        [
            "双方对边界线、界碑以及口岸、边境通道的开放、升级或者暂停运行各自保留意见；上述事项须由两国国家层面决定，本次会谈不作讨论、不作结论，由双方分别报告各自上级。",
            "关于派驻常设联络官，双方尚未达成一致，待各自主管部门提出意见后继续磋商。",
        ],
    ),
    (
        "下次会谈",
        [
            "双方商定，下次会谈于2026年第一季度在天保出入境边防检查站举行，具体时间由双方通过公函商定。",
        ],
    ),
]

# A title written by hand stands alike in both originals.
VI_TITLE = [
    "BIÊN BẢN KẾT NGHĨA",
    "“Đồn – Trạm hữu nghị, biên giới bình yên”",
    "giữa Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy (Việt Nam)",
    "và Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo (Trung Quốc)",
]
ZH_TITLE = [
    "中国天保出入境边防检查站与",
    "越南清水河国际口岸边防屯",
    "“共建友好站屯，共创平安边境”",
    "缔结友好关系纪要",
]

VIETNAMESE = Half(
    language=Language.VI,
    title=(VI_TITLE, VI_TITLE),
    facts=[
        "Thời gian: Chiều ngày 05 tháng 12 năm 2025 (giờ Việt Nam, UTC+7), bắt đầu lúc 14 giờ, kết thúc lúc 16 giờ 15 phút.",
        "Địa điểm: Xã Thanh Thủy, tỉnh Tuyên Quang, Việt Nam.",
        "Bên chủ trì: Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy.",
        "Thành phần tham dự:",
    ],
    people=(
        [
            "Phía Việt Nam:",
            "–\tĐồng chí Nguyễn Văn A, Đồn trưởng Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy, Trưởng đoàn;",
            "–\tĐồng chí Trần Văn B, Phó Đồn trưởng Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy;",
            "–\tĐại diện Ban Chỉ huy Bộ đội Biên phòng tỉnh Tuyên Quang;",
            "–\tĐại diện Ủy ban nhân dân xã Thanh Thủy;",
            "–\tĐồng chí Lê Văn C, cán bộ Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy, thư ký;",
            "–\tĐồng chí Hoàng Thị D, cán bộ Sở Ngoại vụ tỉnh Tuyên Quang, phiên dịch.",
        ],
        [
            "Phía Trung Quốc:",
            "–\tĐồng chí Trương Tam, Trạm trưởng Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo, Trưởng đoàn;",
            "–\tĐồng chí Lý Tứ, Phó Trạm trưởng Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo;",
            "–\tĐại diện Chi đội Quản lý biên giới Văn Sơn;",
            "–\tĐồng chí Vương Ngũ, cán bộ Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo, thư ký;",
            "–\tĐồng chí Triệu Lục, cán bộ Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo, phiên dịch.",
        ],
    ),
    sections=VI_SECTIONS,
    closing="Biên bản này được ký ngày 05 tháng 12 năm 2025 tại xã Thanh Thủy, tỉnh Tuyên Quang, thành hai bản, mỗi bản bằng {languages}, cả hai văn bản đều có giá trị như nhau, mỗi bên giữ một bản.",
    languages=("tiếng Việt và tiếng Trung", "tiếng Trung và tiếng Việt"),
    signs=(
        ("Thay mặt Đồn Biên phòng Cửa khẩu quốc tế Thanh Thủy (Việt Nam)", "Đồn trưởng", "Nguyễn Văn A"),
        (
            "Thay mặt Trạm Kiểm tra biên phòng xuất nhập cảnh Thiên Bảo (Trung Quốc)",
            "Trạm trưởng",
            "Trương Tam",
        ),
    ),
)
CHINESE = Half(
    language=Language.ZH,
    title=(ZH_TITLE, ZH_TITLE),
    facts=[
        "时间：2025年12月5日下午（越南时间，UTC+7）；开始时间14时，结束时间16时15分。",
        "地点：越南宣光省清水乡。",
        "主办方：越南清水河国际口岸边防屯。",
        "出席人员：",
    ],
    people=(
        [
            "越方出席：",
            "清水河国际口岸边防屯屯长阮文甲，团长；",
            "清水河国际口岸边防屯副屯长陈文乙；",
            "宣光省边防部队指挥部代表；",
            "清水乡人民委员会代表；",
            "清水河国际口岸边防屯干部黎文丙，记录人；",
            "宣光省外事厅干部黄氏丁，翻译。",
        ],
        [
            "中方出席：",
            "天保出入境边防检查站站长张三，团长；",
            "天保出入境边防检查站副站长李四；",
            "文山边境管理支队代表；",
            "天保出入境边防检查站干部王五，记录人；",
            "天保出入境边防检查站干部赵六，翻译。",
        ],
    ),
    sections=ZH_SECTIONS,
    closing="本纪要于二〇二五年十二月五日在宣光省清水乡签署，一式两份，每份均用{languages}写成，两种文本同等作准，双方各执一份。",
    languages=("越文和中文", "中文和越文"),
    signs=(
        ("越南清水河国际口岸边防屯代表", "屯长", "阮文甲"),
        ("中国天保出入境边防检查站代表", "站长", "张三"),
    ),
)
TWINNING = Paper(
    stem="talks-record-border-post-twinning",
    vi=VIETNAMESE,
    zh=CHINESE,
    items={"review": 4, "difficulties": 1, "proposals": 4, "twinning": 5, "reserved": 2, "next": 1},
    values=[
        ("11 tháng đầu năm 2025", "2025年前11个月"),
        ("186 lượt người", "186人次"),
        ("412.600 lượt người", "41.26万人次"),
        ("38.500 lượt phương tiện", "3.85万辆次"),
        ("9,6%", "9.6%"),
        ("14,2%", "14.2%"),
        ("ngày 01/10/2025", "2025年10月1日"),
        ("3.000 lượt người", "3000人次"),
        ("quý I năm 2026", "2026年第一季度"),
    ],
)
