"""What papers count, one line a counter; `counters` says what its columns are."""

# Chinese measure words that are understood alone, when the noun behind them is not in the table.
ALONE = {
    "person": "名 位 人 名人 口 员",
    "visit": "人次",
    "vehicle": "辆 台车 部车",
    "vehicle-trip": "辆次 车次 台次",
    "pair": "对 双",
    "household": "户",
    "thing": "个 项 份 条 座 家 件 所 处 种 类 批 起 宗 场 轮 届 期 台 套 本 篇 部 张 支 只 头 棵 株 间 栋 幢 块 艘 架 枚 面 幅 "
    "顶 类型 样 组 段 级 层 册 笔 班 列 队 门 道 款 方面 大 大类 大项 大方面 大领域 大板块 点 篇章 辑 片 根 箱 袋 包 瓶 次 趟 回 遍 番",
}

# family | measures | zh nouns | vi forms | words
TABLE = """
person|人,个人||người
person|名,位,个|代表,与会代表|đại biểu
person|名,位,个|干部|cán bộ
person|名,位,个|公务员|công chức
person|名,位,个|官员|quan chức
person|名,位,个|学生|học sinh
person|名,位,个|大学生|sinh viên
person|名,位,个|留学生|lưu học sinh,du học sinh
person|名,位,个|学员|học viên
person|名,位,个|教师,老师|giáo viên
person|名,位,个|工人|công nhân
person|名,位,个|劳动者,劳工,劳务人员|lao động,người lao động
person|名,位,个|专家|chuyên gia
person|名,位,个|医生|bác sĩ
person|名,位,个|游客|du khách,khách du lịch
person|名,位,个|记者|phóng viên,nhà báo
person|名,位,个|同志|đồng chí
person|名,位,个|成员|thành viên
person|名,位,个|委员|ủy viên
person|名,位,个|战士|chiến sĩ
person|名,位,个|官兵,干部战士|cán bộ, chiến sĩ,cán bộ chiến sĩ
person|名,位,个|边民|cư dân biên giới
person|名,位,个|居民|cư dân,người dân
person|名,位,个|公民|công dân
person|名,位,个|运动员|vận động viên
person|名,位,个|演员|diễn viên
person|名,位,个|志愿者|tình nguyện viên
person|名,位,个|嫌疑人,犯罪嫌疑人|đối tượng,nghi phạm
person|名,位,个|受害者,被害人|nạn nhân
person|名,位,个|青年|thanh niên
person|名,位,个|党员|đảng viên
person|名,位,个|翻译|phiên dịch
person|名,位,个|企业家|doanh nhân
person|名,位,个|患者,病人|bệnh nhân
person|名,位,个|农民|nông dân
person|名,位,个|人员|nhân viên
person|名,位,个|技术员,技术人员|kỹ thuật viên,cán bộ kỹ thuật
person|人,人口,口人,个人口||nhân khẩu,khẩu
thing|支|枪|khẩu súng
thing|条|标语|khẩu hiệu
thing|份|正本|bản chính
thing|份|副本|bản sao
thing|批次,团次||lượt đoàn
visit|人次||lượt người,lượt cán bộ,lượt cán bộ, chiến sĩ,lượt khách,lượt đại biểu,lượt du khách,lượt học viên,lượt hành khách,lượt,lượt khách du lịch,lượt người dân,lượt công dân,lượt học sinh,lượt lao động
household-visit|户次||lượt hộ
thing|封次||lượt thư
vehicle-trip|辆次,车次||lượt phương tiện,lượt xe,lượt ô tô
vehicle|辆,台|车|xe,chiếc xe
vehicle|辆||phương tiện,ô tô
vehicle|辆|汽车|xe ô tô,chiếc ô tô
vehicle|辆|货车,卡车|xe tải,xe hàng
vehicle|辆|客车|xe khách
vehicle|辆|摩托车|xe máy,xe mô tô
vehicle|个|集装箱|container,công-ten-nơ
thing|个,支,批|团组,代表团|đoàn,đoàn công tác
thing|个,支|代表团|đoàn đại biểu
thing|批||đợt
household|户||hộ,hộ dân
household|户|家庭|hộ gia đình
household|户|贫困户|hộ nghèo
pair|对||cặp
thing|个,份,项|文件|văn kiện,tài liệu
thing|份,个|文本,文件|văn bản
thing|项,份,个|协议|thỏa thuận
thing|个,份,项|协定|hiệp định
thing|份,个|谅解备忘录,备忘录|bản ghi nhớ,biên bản ghi nhớ
thing|份,个|纪要|biên bản
thing|份,个|计划|kế hoạch
thing|份||bản
thing|份|合同|hợp đồng
thing|项|合作协议|thỏa thuận hợp tác
thing|份,个|报告|báo cáo
thing|场,次,个|会议|hội nghị
thing|场,次|研讨会|hội thảo
thing|场,次|会谈|cuộc hội đàm,hội đàm
thing|次,场|会晤|cuộc gặp,cuộc gặp gỡ,cuộc hội kiến
thing|次,场,个|会议|cuộc họp,phiên họp
thing|场,次|活动|hoạt động,sự kiện
thing|场,次|演出|buổi biểu diễn
thing|场,次|交流活动|buổi giao lưu,cuộc giao lưu
thing|轮,次|谈判|vòng đàm phán
thing|轮,次|磋商|vòng tham vấn
thing|个,项|项目|dự án
thing|个,项|工程|công trình
thing|项,个|任务|nhiệm vụ
thing|项,条,个|措施|biện pháp
thing|项,条,个|意见|ý kiến
thing|项,条,个|建议|kiến nghị,đề xuất,đề nghị
thing|项,个|内容|nội dung
thing|个|领域|lĩnh vực
thing|个|方面|phương diện,mặt
thing|个|问题|vấn đề
thing|个|目标|mục tiêu
thing|项,个|指标|chỉ tiêu
thing|项,个|原则|nguyên tắc
thing|个|机制|cơ chế
thing|家,个|企业|doanh nghiệp
thing|家,个|公司|công ty
thing|家,个|单位|đơn vị
thing|家,个|合作社|hợp tác xã
thing|家,个|银行|ngân hàng
thing|家,个|机构|cơ quan,tổ chức
thing|个|部门|ban ngành,ngành,sở ngành
thing|所,个|学校|trường học,trường
thing|所,个|大学,高校|trường đại học
thing|所,家,个|医院|bệnh viện
thing|个|卫生站|trạm y tế
thing|个|班|lớp
thing|期,个|培训班|lớp tập huấn,khóa tập huấn,lớp đào tạo,lớp bồi dưỡng,khóa đào tạo,khóa bồi dưỡng
thing|个|培训课程|khóa học
thing|个|省份,省|tỉnh|
thing|个|省市|tỉnh, thành phố,tỉnh thành,tỉnh thành phố
thing|个|省区|tỉnh, khu tự trị
thing|个|边境省|tỉnh biên giới
thing|个|国家一类口岸|cửa khẩu quốc gia loại I
thing|个|国家二类口岸|cửa khẩu quốc gia loại II
thing|个|国家|nước,quốc gia|
thing|个|县|huyện
thing|个|市|thành phố
thing|个|县市,县(市)|huyện, thành phố,huyện thành phố,huyện, thị xã, thành phố
thing|个|边境县|huyện biên giới
thing|个|边境县市|huyện, thành phố biên giới
thing|个|自治县|huyện tự trị
thing|个|自治州|châu tự trị
thing|个|自治区|khu tự trị
thing|个|乡|xã
thing|个|边境乡|xã biên giới
thing|个|坊|phường
thing|个|镇|thị trấn
thing|个|乡镇|xã, thị trấn,xã thị trấn,xã phường thị trấn,xã, phường, thị trấn
thing|个|边境乡镇|xã, thị trấn biên giới
thing|个|边境镇|thị trấn biên giới
thing|个|乡坊|xã, phường,xã phường
thing|个|村|thôn,bản làng,làng
thing|个|边境村|thôn biên giới
thing|个|州|châu
thing|个|区|khu,khu vực
thing|个|地区,地方|địa phương,vùng
thing|个|口岸|cửa khẩu
thing|个|边境口岸|cửa khẩu biên giới
thing|个|国际口岸|cửa khẩu quốc tế
thing|条,个|边境通道,边民通道|lối mở
thing|条|通道|lối thông quan,luồng
thing|座,块,个,根|界碑,界桩|mốc giới,cột mốc,mốc
thing|个|边防屯|đồn biên phòng,đồn
thing|个|边防站,站|trạm biên phòng,trạm
thing|个|集市,市场|chợ,chợ biên giới
thing|个|互市点|điểm chợ
thing|个,处|地点|điểm,địa điểm
thing|处,个|景点|điểm du lịch,điểm tham quan
thing|条|线路,路线|tuyến,tuyến đường
thing|条|公路|tuyến quốc lộ,đường bộ
thing|条|航线|đường bay,tuyến bay
thing|座|桥,桥梁|cầu,cây cầu
thing|座|水电站|nhà máy thủy điện,thủy điện
thing|座,家|工厂|nhà máy
thing|趟,班|列车|chuyến tàu
thing|个,班|航班|chuyến bay
thing|趟||chuyến
thing|起,件|案件,案|vụ án
thing|起||vụ,vụ việc
thing|例,起|病例|ca bệnh,trường hợp mắc
thing|例,起||trường hợp
thing|支,个|队伍|đội
thing|个|小组|tổ,nhóm
thing|个|工作组|nhóm công tác,tổ công tác
thing|台|设备|thiết bị,máy
thing|套|系统|hệ thống
thing|篇|文章,报道|bài,bài báo,tin bài
thing|张|照片|bức ảnh
thing|本|书|cuốn sách,quyển sách
thing|种|产品|sản phẩm
thing|种|语言,文字|ngôn ngữ
thing|种,类||loại
thing|个|步骤|bước
thing|个|阶段|giai đoạn
thing|项,个|成果|kết quả
thing|枚|奖牌|huy chương
thing|个,项|奖项|giải,giải thưởng
thing|个|展位|gian hàng
thing|张|病床|giường bệnh
thing|套|检测试剂|bộ sinh phẩm xét nghiệm,bộ xét nghiệm
thing|次,场|视频会议|hội nghị trực tuyến,cuộc họp trực tuyến
thing|株,棵|种苗,树苗,苗木|cây giống
thing|个|奖学金名额|suất học bổng
thing|个|边民互市点|điểm chợ biên giới
thing|列|火车|đoàn tàu
thing|个,份|名额|suất
thing|份|奖学金|suất học bổng,học bổng
thing|份|礼品,礼物,慰问品|suất quà,phần quà
thing|套,栋,间|房屋|nhà,ngôi nhà,căn nhà
thing|间,个|教室|phòng học
thing|间|房|phòng
thing|头|牛|con bò,con trâu,trâu bò
thing|头|猪|con lợn
thing|头||con
thing|棵,株|树|cây
thing|个|民族|dân tộc
thing|个|少数民族|dân tộc thiểu số
thing|个|家庭|gia đình
thing|个,对|友好城市|cặp thành phố hữu nghị
thing|个|工作日|ngày làm việc
thing|个|协会|hội,hiệp hội
thing|项|权利|quyền
thing|条|经验|kinh nghiệm
thing|页||trang
thing|个|方|bên,phía
thing|个|法律文件,法律文书|văn kiện pháp lý
thing|个|数据|số liệu
thing|项|技术|công nghệ,kỹ thuật
thing|个|品种|giống
thing|剂,针|疫苗|liều vắc-xin,liều vắc xin,liều vaccine
thing|只,个|口罩,医用口罩|khẩu trang
thing|只,个|医用口罩|khẩu trang y tế
thing|套|防护服|bộ đồ bảo hộ
thing|件,个,批|货物,包裹|kiện hàng
thing|票|报关单|tờ khai
thing|字||chữ|words
"""
# Nouns that stand directly behind a Han numeral: 两国, 五省, 十六字.
BARE = """
nước|国,国家
tỉnh|省
huyện|县
xã|乡
châu|州
bên|方
Đảng|党
chữ|字
ngành|部门
khu|区
thành phố|市
thôn|村
"""
