"""The texts of the talks of 26 December 2023, typed by hand: one paragraph a line."""

VN_VI = "Sở Ngoại vụ tỉnh Hà Giang (Việt Nam)"
CN_VI = "Đoàn đại biểu Ngoại sự tỉnh Vân Nam (Trung Quốc)"
VN_ZH = "越南河江省外事厅"
CN_ZH = "中国云南省外事代表团"

VI_FACTS = [
    "Thời gian: Sáng ngày 26 tháng 12 năm 2023 (giờ Việt Nam, UTC+7), bắt đầu lúc [chưa có trong nguồn], kết thúc lúc [chưa có trong nguồn].",
    "Địa điểm: Huyện Mèo Vạc, tỉnh Hà Giang, Việt Nam.",
    "Bên chủ trì: Sở Ngoại vụ tỉnh Hà Giang.",
    "Thành phần tham dự:",
]
VI_VN_PEOPLE = [
    "Phía tỉnh Hà Giang (Việt Nam):",
    "–\tĐồng chí Đỗ Quốc Hương, Giám đốc Sở Ngoại vụ tỉnh Hà Giang, Trưởng đoàn;",
    "–\tLãnh đạo huyện Mèo Vạc, tỉnh Hà Giang;",
    "–\tĐại diện Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Giang.",
]
VI_CN_PEOPLE = [
    "Phía tỉnh Vân Nam (Trung Quốc):",
    "–\tĐồng chí Vương Vĩ, Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam, Trưởng đoàn.",
]
VI_BODY = [
    "I. Kết quả hợp tác thời gian qua",
    "1. Hai bên đã phối hợp tham mưu cho hai tỉnh tổ chức thành công Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy 5 tỉnh và Phiên họp lần thứ 9 Nhóm Công tác liên hợp tại Hà Giang vào cuối tháng 3 năm 2023.",
    "2. Hai bên phối hợp xử lý tốt các sự việc phát sinh trên biên giới; triển khai xây dựng, giám sát xây dựng các công trình biên giới đúng quy định và các thỏa thuận song phương đã ký kết, bảo đảm khu vực biên giới hai bên cơ bản ổn định.",
    "3. Trên tuyến biên giới giữa hai tỉnh hiện có 3 cửa khẩu và 1 lối mở đang hoạt động.",
    "II. Khó khăn, hạn chế",
    "1. Từ khi khôi phục thông quan hàng hóa ngày 30/3/2023 đến nay, tại cặp cửa khẩu Xín Mần - Đô Long gần như không có doanh nghiệp thông quan hàng hóa.",
    "2. Chưa có doanh nghiệp hai bên tham gia vận tải hành khách, hàng hóa theo các tuyến đã công bố mở ngày 04/8/2023.",
    "3. Đa số lối mở và cặp chợ biên giới hai bên chưa khôi phục hoạt động.",
    "III. Đề nghị của mỗi bên",
    "1. Minh họa: Phía Hà Giang đề nghị phía Vân Nam sớm khôi phục hoạt động của các cặp chợ biên giới.",
    "2. Minh họa: Phía Vân Nam ghi nhận đề nghị trên và sẽ báo cáo cấp có thẩm quyền xem xét.",
    "3. Minh họa: Phía Vân Nam thông báo đã hoàn thành nâng cấp khu kiểm tra cửa khẩu.",
    "4. Minh họa: Về thời điểm khôi phục, hai bên chưa thống nhất và sẽ tiếp tục trao đổi.",
    "IV. Nội dung thống nhất",
    "1. Tiếp tục quán triệt tinh thần “Tuyên bố chung Việt Nam - Trung Quốc về việc tiếp tục làm sâu sắc và nâng tầm quan hệ Đối tác hợp tác chiến lược toàn diện, xây dựng Cộng đồng chia sẻ tương lai Việt Nam - Trung Quốc có ý nghĩa chiến lược”.",
    "2. Đôn đốc, hướng dẫn các đơn vị, địa phương liên quan của hai bên triển khai các nhận thức chung đã đạt được tại Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy 5 tỉnh và Phiên họp lần thứ 9 Nhóm Công tác liên hợp.",
    "3. Thúc đẩy cơ quan quản lý cửa khẩu mỗi bên thống nhất áp dụng biện pháp quản lý linh hoạt để tăng lưu lượng phương tiện và chủng loại hàng hóa thông quan.",
    "4. Tăng cường hợp tác quản lý lao động qua biên giới theo Thỏa thuận giữa hai bên.",
    "5. Tham mưu cho chính quyền mỗi bên chỉ đạo các cấp, các ngành liên quan tiếp tục thực hiện nghiêm túc 3 văn kiện pháp lý về biên giới trên đất liền Việt Nam - Trung Quốc.",
    "6. Phối hợp quản lý biên giới, mốc giới, cửa khẩu, lối mở, cặp chợ biên giới và xây dựng công trình biên giới đúng quy định.",
]
VI_CLOSING = "Biên bản này được ký ngày 26 tháng 12 năm 2023 tại huyện Mèo Vạc, tỉnh Hà Giang, thành hai bản, mỗi bản bằng {languages}, cả hai văn bản đều có giá trị như nhau, mỗi bên giữ một bản."
VI_VN_SIGNS = ("Thay mặt Sở Ngoại vụ tỉnh Hà Giang (Việt Nam)", "Giám đốc", "Đỗ Quốc Hương")
VI_CN_SIGNS = ("Thay mặt Văn phòng Ngoại sự tỉnh Vân Nam (Trung Quốc)", "Phó Chủ nhiệm", "Vương Vĩ")

ZH_FACTS = [
    "时间：2023年12月26日上午（越南时间，UTC+7）；开始时间〔原文未载〕，结束时间〔原文未载〕。",
    "地点：越南河江省苗旺县。",
    "主办方：越南河江省外事厅。",
    "出席人员：",
]
ZH_VN_PEOPLE = [
    "越方出席：",
    "河江省外事厅厅长杜国香，团长；",
    "河江省苗旺县领导；",
    "河江省边防部队指挥部代表。",
]
ZH_CN_PEOPLE = ["中方出席：", "云南省人民政府外事办公室副主任王伟，团长。"]
ZH_BODY = [
    "一、前一阶段合作成果",
    "（一）双方外事部门密切配合，为两省建言献策，推动五省省委书记年度会晤机制第三次会议和联合工作组第九次会议于2023年3月下旬在河江成功举办。",
    "（二）双方妥善处理边境地区发生的各类事件，按照有关规定和已签署的双边协议开展边境工程建设及施工监督，保持双方边境地区基本稳定。",
    "（三）两省边境线上目前有3个口岸和1条边境通道开放运行。",
    "二、存在的困难和不足",
    "（一）自2023年3月30日恢复货运通关以来，都龙—箐门口岸几乎没有企业办理货物通关。",
    "（二）对于2023年8月4日公布开通的客货运输线路，双方尚无企业参与运营。",
    "（三）双方大多数边境通道和边民互市点尚未恢复运行。",
    "三、双方建议",
    "（一）示例：河江方面建议云南方面尽早恢复边民互市点运行。",
    "（二）示例：云南方面注意到上述建议，将报请主管部门研究。",
    "（三）示例：云南方面通报，已完成口岸查验区升级改造。",
    "（四）示例：关于恢复时间，双方尚未达成一致，将继续磋商。",
    "四、双方商定事项",
    "（一）继续贯彻落实《中华人民共和国和越南社会主义共和国关于进一步深化和提升全面战略合作伙伴关系、构建具有战略意义的中越命运共同体的联合声明》精神。",
    "（二）督促、指导双方有关单位和地方落实五省省委书记年度会晤机制第三次会议和联合工作组第九次会议达成的共识。",
    "（三）推动双方口岸管理部门协商一致，采取灵活管理措施，增加通关车流量和货物种类。",
    "（四）根据双方协议加强跨境劳务管理合作。",
    "（五）为各自政府建言献策，推动各级有关部门继续严格执行中越陆地边界三个法律文件。",
    "（六）按规定共同做好边界、界碑、口岸、边境通道、边民互市点管理和边境工程建设工作。",
]
ZH_CLOSING = "本纪要于二〇二三年十二月二十六日在河江省苗旺县签署，一式两份，每份均用{languages}写成，两种文本同等作准，双方各执一份。"
ZH_VN_SIGNS = ("越南河江省外事厅代表", "厅长", "杜国香")
ZH_CN_SIGNS = ("中国云南省人民政府外事办公室代表", "副主任", "王伟")
