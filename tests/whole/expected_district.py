"""The texts of the talks between Xín Mần and Mã Quan, typed by hand: one paragraph a line."""

from service.core.languages import Language
from whole.paper import Half, Paper

VI_SECTIONS = [
    (
        "Đánh giá kết quả hợp tác",
        [
            "Hai bên thông báo cho nhau tình hình kinh tế - xã hội của mỗi địa phương, nhất trí cho rằng từ cuộc hội đàm năm 2023 đến nay, quan hệ hữu nghị giữa hai huyện tiếp tục được củng cố, khu vực biên giới cơ bản ổn định.",
            "Hai bên nhất trí đánh giá hợp tác thương mại qua biên giới tiếp tục phát triển: trong 10 tháng đầu năm 2024, kim ngạch xuất nhập khẩu qua cặp cửa khẩu Xín Mần - Đô Long đạt 2,46 triệu USD, tăng 18,5% so với cùng kỳ năm 2023; khối lượng hàng hóa đạt 3.856,5 tấn, trong đó nông sản là 1.270,8 tấn; có 96.400 lượt người và 412 lượt phương tiện xuất nhập cảnh.",
            "Phía Xín Mần thông báo đã hoàn thành nâng cấp 12,5 km đường từ trung tâm huyện đến cửa khẩu Xín Mần với tổng mức đầu tư 186 tỷ đồng, đưa vào khai thác từ quý II năm 2024.",
            "Phía Mã Quan thông báo đang xây dựng khu kiểm tra hàng hóa rộng 2,4 ha tại cửa khẩu Đô Long, tổng mức đầu tư 35 triệu Nhân dân tệ, dự kiến hoàn thành trước ngày 30/6/2025.",
        ],
    ),
    (
        "Khó khăn, hạn chế",
        [
            "Hai bên nhất trí cho rằng năng lực thông quan tại cặp cửa khẩu Xín Mần - Đô Long còn hạn chế, bình quân mỗi ngày chỉ có từ 1 đến 2 lượt xe hàng qua lại; chủng loại hàng hóa chưa đa dạng.",
            "Hai bên nhất trí cho rằng việc khôi phục cặp chợ biên giới còn chậm: trong 4 cặp chợ biên giới giữa hai huyện mới có 1 cặp chợ hoạt động trở lại, chiếm 25%.",
            "Phía Xín Mần cho biết mưa lũ tháng 9/2024 gây sạt lở 3 điểm trên tuyến đường ra cửa khẩu Xín Mần, thiệt hại khoảng 4,2 tỷ đồng.",
        ],
    ),
    (
        "Đề nghị của mỗi bên",
        [
            "Phía Xín Mần đề nghị phía Mã Quan trao đổi với cơ quan quản lý cửa khẩu để kéo dài thời gian thông quan tại cặp cửa khẩu Xín Mần - Đô Long thêm 2 giờ/ngày.",
            "Phía Mã Quan ghi nhận đề nghị trên, sẽ báo cáo cấp có thẩm quyền xem xét và thông báo kết quả qua đường công văn trước ngày 31/12/2024.",
            "Phía Mã Quan đề nghị mỗi năm luân phiên tổ chức hội chợ thương mại biên giới với khoảng 60 gian hàng, lần đầu tại huyện Mã Quan trong quý III năm 2025.",
            "Phía Xín Mần ghi nhận đề nghị trên; việc tổ chức hội chợ sẽ được báo cáo Ủy ban nhân dân tỉnh Hà Giang xem xét, quyết định.",
            "Phía Xín Mần đề nghị hai bên giới thiệu doanh nghiệp hợp tác trồng và bao tiêu 150 ha cây dược liệu, sản lượng khoảng 600 tấn mỗi năm.",
        ],
    ),
    (
        "Nội dung thống nhất",
        [
            "Tiếp tục thực hiện nghiêm túc 3 văn kiện pháp lý về biên giới trên đất liền Việt Nam - Trung Quốc; phối hợp quản lý biên giới, mốc giới và xử lý kịp thời các sự việc phát sinh.",
            "Đôn đốc lực lượng chức năng hai bên tổ chức tuần tra song phương mỗi quý 1 đợt, cả năm 2025 là 4 đợt.",
            "Giới thiệu doanh nghiệp khảo sát vùng trồng cây dược liệu tại huyện Xín Mần trước ngày 31/3/2025; diện tích và giá bao tiêu do doanh nghiệp tự thương lượng.",
            "Tăng cường hợp tác quản lý lao động qua biên giới, mỗi quý trao đổi danh sách lao động 1 lần; khi phát hiện vụ việc vi phạm, thông báo cho nhau trong vòng 24 giờ.",
            "Tổ chức giao lưu thanh niên biên giới lần thứ 5 tại huyện Xín Mần trong tháng 3/2025, mỗi bên cử 30 người tham gia.",
        ],
    ),
    (
        "Vấn đề còn có ý kiến khác nhau",
        [
            "Về thời điểm khôi phục 3 cặp chợ biên giới còn lại, hai bên chưa thống nhất và sẽ tiếp tục trao đổi.",
            "Về việc mở mới lối mở biên giới, hai bên bảo lưu ý kiến; việc này thuộc thẩm quyền của hai Chính phủ và không phải là nội dung thống nhất của biên bản này.",
        ],
    ),
    (
        "Hội đàm lần sau",
        [
            "Hai bên thống nhất tổ chức hội đàm lần sau tại huyện Xín Mần trong quý II năm 2025; thời gian cụ thể do cơ quan đầu mối của hai bên trao đổi qua đường công văn.",
            "Cơ quan đầu mối là Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Xín Mần và Văn phòng Ngoại sự huyện Mã Quan.",
        ],
    ),
]
ZH_SECTIONS = [
    (
        "合作回顾",
        [
            "双方相互通报了各自经济社会发展情况，一致认为，自2023年会谈以来，两县友好关系持续巩固，边境地区基本稳定。",
            "双方一致认为，边境贸易合作持续发展：2024年前10个月，经都龙—箐门口岸的进出口额达246万美元，比2023年同期增长18.5%；货运量3856.5吨，其中农产品1270.8吨；出入境人员9.64万人次、交通运输工具412辆次。",
            "箐门方面通报，县城至箐门口岸12.5公里公路升级改造工程已经完工，总投资1860亿越南盾，2024年第二季度投入使用。",
            "马关方面通报，都龙口岸正在建设占地2.4公顷的货物查验场，总投资3500万元人民币，预计2025年6月30日前完工。",
        ],
    ),
    (
        "存在的困难和不足",
        [
            "双方一致认为，都龙—箐门口岸通关能力有限，日均通行货车仅1至2辆次，货物种类较为单一。",
            "双方一致认为，边民互市点恢复较慢：两县4对边民互市点中，仅有1对恢复运行，占25%。",
            "箐门方面表示，2024年9月暴雨洪水造成通往箐门口岸的公路3处塌方，损失约42亿越南盾。",
        ],
    ),
    (
        "双方建议",
        [
            "箐门方面建议马关方面协调口岸管理部门，将都龙—箐门口岸每日通关时间延长2小时。",
            "马关方面注意到上述建议，将报请主管部门研究，并于2024年12月31日前通过公函通报结果。",
            "马关方面建议，双方每年轮流举办边境商品交易会，规模约60个展位，首届于2025年第三季度在马关县举办。",
            "箐门方面注意到上述建议，举办交易会事宜将报河江省人民委员会研究决定。",
            "箐门方面建议，双方引荐企业合作种植和包销中药材150公顷，年产量约600吨。",
        ],
    ),
    (
        "双方商定事项",
        [
            "继续严格执行中越陆地边界三个法律文件，共同做好边界、界碑管理，及时处理发生的各类事件。",
            "督促双方边境管理部门每季度开展1次联合巡逻，2025年全年开展4次。",
            "引荐企业于2025年3月31日前考察箐门县中药材种植区，种植面积和包销价格由企业自行协商。",
            "加强跨境劳务管理合作，每季度互换1次务工人员名单；发现违法违规情况的，24小时内相互通报。",
            "2025年3月在箐门县举办第五届边境青年交流活动，双方各派30人参加。",
        ],
    ),
    (
        "未达成一致的事项",
        [
            "关于其余3对边民互市点恢复运行的时间，双方尚未达成一致，将继续磋商。",
            "关于新开边境通道，双方各自保留意见；此事须由两国政府决定，不属于本纪要的商定事项。",
        ],
    ),
    (
        "下次会谈",
        [
            "双方商定，下次会谈于2025年第二季度在箐门县举行，具体时间由双方联络部门通过公函商定。",
            "联络部门为箐门县人民议会和人民委员会办公室与马关县人民政府外事办公室。",
        ],
    ),
]

VIETNAMESE = Half(
    language=Language.VI,
    title=(
        [
            "Biên bản hội đàm",
            "giữa Ủy ban nhân dân huyện Xín Mần (Việt Nam)",
            "và Chính quyền nhân dân huyện Mã Quan (Trung Quốc)",
        ],
        [
            "Biên bản hội đàm",
            "giữa Chính quyền nhân dân huyện Mã Quan (Trung Quốc)",
            "và Ủy ban nhân dân huyện Xín Mần (Việt Nam)",
        ],
    ),
    facts=[
        "Thời gian: Sáng ngày 21 tháng 11 năm 2024 (giờ Bắc Kinh, UTC+8), bắt đầu lúc 9 giờ, kết thúc lúc 11 giờ 40 phút.",
        "Địa điểm: Huyện Mã Quan, châu Văn Sơn, tỉnh Vân Nam, Trung Quốc.",
        "Bên chủ trì: Chính quyền nhân dân huyện Mã Quan.",
        "Thành phần tham dự:",
    ],
    people=(
        [
            "Phía huyện Xín Mần (Việt Nam):",
            "–\tÔng Nguyễn Văn A, Chủ tịch Ủy ban nhân dân huyện Xín Mần, Trưởng đoàn;",
            "–\tBà Trần Thị B, Phó Chủ tịch Ủy ban nhân dân huyện Xín Mần;",
            "–\tÔng Lê Văn C, Đồn trưởng Đồn Biên phòng Xín Mần;",
            "–\tÔng Hoàng Văn D, Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Xín Mần, thư ký;",
            "–\tBà Phạm Thị E, cán bộ Sở Ngoại vụ tỉnh Hà Giang, phiên dịch.",
        ],
        [
            "Phía huyện Mã Quan (Trung Quốc):",
            "–\tÔng Trương Tam, Huyện trưởng huyện Mã Quan, châu Văn Sơn, tỉnh Vân Nam, Trưởng đoàn;",
            "–\tÔng Lý Tứ, Phó Huyện trưởng huyện Mã Quan, châu Văn Sơn, tỉnh Vân Nam;",
            "–\tÔng Vương Ngũ, Chủ nhiệm Văn phòng Ngoại sự huyện Mã Quan;",
            "–\tĐại diện Trạm Kiểm tra biên phòng xuất nhập cảnh Mã Quan;",
            "–\tBà Triệu Lục, cán bộ Văn phòng Ngoại sự huyện Mã Quan, thư ký;",
            "–\tÔng Tiền Thất, cán bộ Văn phòng Ngoại sự huyện Mã Quan, phiên dịch.",
        ],
    ),
    sections=VI_SECTIONS,
    closing="Biên bản này được ký ngày 21 tháng 11 năm 2024 tại huyện Mã Quan, châu Văn Sơn, tỉnh Vân Nam, thành hai bản, mỗi bản bằng {languages}, cả hai văn bản đều có giá trị như nhau, mỗi bên giữ một bản.",
    languages=("tiếng Việt và tiếng Trung", "tiếng Trung và tiếng Việt"),
    signs=(
        ("Thay mặt Ủy ban nhân dân huyện Xín Mần (Việt Nam)", "Chủ tịch", "Nguyễn Văn A"),
        ("Thay mặt Chính quyền nhân dân huyện Mã Quan (Trung Quốc)", "Huyện trưởng", "Trương Tam"),
    ),
)
CHINESE = Half(
    language=Language.ZH,
    title=(
        ["越南箐门县人民委员会与", "中国马关县人民政府", "会谈纪要"],
        ["中国马关县人民政府与", "越南箐门县人民委员会", "会谈纪要"],
    ),
    facts=[
        "时间：2024年11月21日上午（北京时间，UTC+8）；开始时间9时，结束时间11时40分。",
        "地点：中国云南省文山州马关县。",
        "主办方：中国马关县人民政府。",
        "出席人员：",
    ],
    people=(
        [
            "越方出席：",
            "箐门县人民委员会主席阮文甲，团长；",
            "箐门县人民委员会副主席陈氏乙；",
            "箐门边防屯屯长黎文丙；",
            "箐门县人民议会和人民委员会办公室副主任黄文丁，记录人；",
            "河江省外事厅干部范氏戊，翻译。",
        ],
        [
            "中方出席：",
            "云南省文山州马关县县长张三，团长；",
            "云南省文山州马关县副县长李四；",
            "马关县人民政府外事办公室主任王五；",
            "马关出入境边防检查站代表；",
            "马关县人民政府外事办公室干部赵六，记录人；",
            "马关县人民政府外事办公室干部钱七，翻译。",
        ],
    ),
    sections=ZH_SECTIONS,
    closing="本纪要于二〇二四年十一月二十一日在云南省文山州马关县签署，一式两份，每份均用{languages}写成，两种文本同等作准，双方各执一份。",
    languages=("越文和中文", "中文和越文"),
    signs=(
        ("越南箐门县人民委员会代表", "主席", "阮文甲"),
        ("中国马关县人民政府代表", "县长", "张三"),
    ),
)
DISTRICT = Paper(
    stem="talks-record-xin-man-ma-quan",
    vi=VIETNAMESE,
    zh=CHINESE,
    items={"review": 4, "difficulties": 3, "proposals": 5, "agreed": 5, "differences": 2, "next": 2},
    values=[
        ("10 tháng đầu năm 2024", "2024年前10个月"),
        ("2,46 triệu USD", "246万美元"),
        ("18,5%", "18.5%"),
        ("3.856,5 tấn", "3856.5吨"),
        ("1.270,8 tấn", "1270.8吨"),
        ("96.400 lượt người", "9.64万人次"),
        ("412 lượt phương tiện", "412辆次"),
        ("12,5 km", "12.5公里"),
        ("186 tỷ đồng", "1860亿越南盾"),
        ("quý II năm 2024", "2024年第二季度"),
        ("2,4 ha", "2.4公顷"),
        ("35 triệu Nhân dân tệ", "3500万元人民币"),
        ("ngày 30/6/2025", "2025年6月30日"),
        ("tháng 9/2024", "2024年9月"),
        ("khoảng 4,2 tỷ đồng", "约42亿越南盾"),
        ("ngày 31/12/2024", "2024年12月31日"),
        ("quý III năm 2025", "2025年第三季度"),
        ("150 ha", "150公顷"),
        ("ngày 31/3/2025", "2025年3月31日"),
        ("tháng 3/2025", "2025年3月"),
        ("quý II năm 2025", "2025年第二季度"),
    ],
)
