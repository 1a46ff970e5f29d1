"""What each of the notes in exchange/notes says, typed by hand after reading it."""

from typing import NamedTuple


class Expected(NamedTuple):
    """What a record proposed from notes holds.

    Attributes:
        facts: Type, date, part of day, start, end, place, host, session.
        people: Party's side and body, name, position, role, form of address; a group has no name.
        items: Heading, stance, side, text.
        left: What is left over, but for single marks.
        share: The least share that is recognised, in hundredths.
    """

    facts: tuple[str | int | None, ...]
    people: list[tuple[str | None, ...]]
    items: list[tuple[str, str, str | None, str]]
    left: list[str]
    share: int


AGREED, PROPOSALS = "Nội dung thống nhất", "Kiến nghị của mỗi bên"
DISCUSSED, RESERVED = "Nội dung hội đàm", "Vấn đề còn có ý kiến khác nhau"
VP_VN, SNGV = "Văn phòng Ngoại sự tỉnh Vân Nam", "Sở Ngoại vụ tỉnh"

EXPECTED: dict[str, Expected] = {
    "vi-news-1": Expected(
        ("talks_record", "2024-03-15", "morning", None, None, "thành phố Lào Cai", "vn", None),
        [
            ("vn", f"{SNGV} Lào Cai", "Hoàng Văn Bình", f"Giám đốc {SNGV} Lào Cai", "head", "đồng chí"),
            ("cn", VP_VN, "Lý Minh", f"Phó Chủ nhiệm {VP_VN}", "head", "đồng chí"),
        ],
        [
            (DISCUSSED, "noted", "cn", "Phía Vân Nam ghi nhận đề nghị trên."),
            (
                PROPOSALS,
                "proposed",
                "vn",
                "Phía Lào Cai đề nghị phía Vân Nam kéo dài thời gian thông quan tại cửa khẩu Lào Cai - Hà Khẩu.",
            ),
            (
                AGREED,
                "agreed",
                None,
                "Tại hội đàm, hai bên nhất trí đánh giá cao kết quả phối hợp quản lý biên giới trong năm 2023.",
            ),
            (
                AGREED,
                "agreed",
                None,
                "Hai bên thống nhất tổ chức hội đàm lần sau tại tỉnh Vân Nam trong quý IV năm 2024.",
            ),
        ],
        [
            "Lào Cai – Vân Nam trao đổi hợp tác đối ngoại",
            ", tại",
            "đã chủ trì",
            "với đoàn công tác Văn phòng Ngoại sự tỉnh Vân Nam do",
            "Thời tiết hôm đó nắng đẹp.",
        ],
        75,
    ),
    "vi-news-2": Expected(
        ("joint_minutes", "2024-06-12", "afternoon", None, None, "thành phố Côn Minh", "cn", 10),
        [
            (
                "vn",
                "Ủy ban nhân dân tỉnh Điện Biên",
                "Trần Văn Sơn",
                "Phó Chủ tịch Ủy ban nhân dân tỉnh Điện Biên",
                "head",
                "ông",
            )
        ],
        [
            (
                DISCUSSED,
                "stated",
                "vn",
                "Phát biểu tại phiên họp, ông Trần Văn Sơn, Phó Chủ tịch Ủy ban nhân dân tỉnh Điện Biên khẳng định quan hệ hai bên tiếp tục phát triển.",
            ),
            (DISCUSSED, "stated", "cn", "Đoàn Vân Nam cho biết đã hoàn thành nâng cấp đường ra cửa khẩu."),
            (AGREED, "agreed", None, "Các bên nhất trí tiếp tục duy trì cơ chế."),
            (RESERVED, "reserved", None, "Về thời điểm mở lại chợ, hai bên chưa thống nhất."),
        ],
        [", tại", "(Trung Quốc) diễn ra"],
        90,
    ),
    "vi-notes-1": Expected(
        ("talks_record", "2024-11-20", None, "08:30", "11:15", "huyện Mèo Vạc", "vn", None),
        [
            ("vn", f"{SNGV} Hà Giang", "Đỗ Quốc Hương", f"Giám đốc {SNGV} Hà Giang", "head", "đồng chí"),
            ("vn", f"{SNGV} Hà Giang", "Lý A Páo", "Phó Chủ tịch UBND huyện Mèo Vạc", "member", "ông"),
            ("cn", VP_VN, "Vương Vĩ", f"Phó Chủ nhiệm {VP_VN}", "head", "đồng chí"),
        ],
        [
            (DISCUSSED, "noted", "cn", "TQ: ghi nhận, sẽ báo cáo cấp trên"),
            (PROPOSALS, "proposed", "vn", "VN đề nghị: sớm mở lại cặp chợ biên giới"),
            (PROPOSALS, "proposed", "vn", "VN đề nghị TQ tăng lực lượng thông quan"),
            (AGREED, "agreed", None, "trao đổi danh sách lao động mỗi quý 1 lần"),
            (AGREED, "agreed", None, "tuần tra song phương 4 đợt"),
            (AGREED, "agreed", None, "thông báo cho nhau trong 24 giờ khi có vụ việc"),
            (RESERVED, "reserved", None, "Chưa thống nhất: thời gian mở lối mở"),
        ],
        ["HG - VN"],
        95,
    ),
    "vi-notes-2": Expected(
        ("talks_record", "2024-06-05", "afternoon", None, None, None, None, None),
        [
            (
                "vn",
                "Văn phòng Ủy ban nhân dân tỉnh Cao Bằng",
                "Nguyễn Thị Hoa",
                "Chánh Văn phòng Ủy ban nhân dân tỉnh Cao Bằng",
                "head",
                "bà",
            ),
            ("vn", "Văn phòng Ủy ban nhân dân tỉnh Cao Bằng", None, "lãnh đạo huyện Mèo Vạc", None, None),
        ],
        [
            ("Kết quả", "stated", "cn", "phía Quảng Tây thông báo đã xây xong kho"),
            (AGREED, "agreed", None, "lập đường dây nóng"),
            (AGREED, "agreed", None, "gặp nhau 6 tháng 1 lần"),
        ],
        ["Làm việc với bạn,", "- gọi lại cho anh Tuấn về xe"],
        80,
    ),
    "vi-minutes-1": Expected(
        (
            "talks_record",
            "2023-04-18",
            None,
            "09:00",
            "11:30",
            "huyện Mã Quan, châu Văn Sơn, tỉnh Vân Nam",
            "cn",
            None,
        ),
        [
            (
                "vn",
                "Ủy ban nhân dân huyện Xín Mần",
                "Hoàng Văn Nam",
                "Chủ tịch Ủy ban nhân dân huyện Xín Mần",
                "head",
                "ông",
            ),
            (
                "vn",
                "Ủy ban nhân dân huyện Xín Mần",
                "Lù Thị Mai",
                "Phó Chủ tịch Ủy ban nhân dân huyện Xín Mần",
                "member",
                "bà",
            ),
            (
                "cn",
                "Chính quyền nhân dân huyện Mã Quan",
                "Trương Vệ Đông",
                "Huyện trưởng huyện Mã Quan",
                "head",
                "ông",
            ),
        ],
        [
            ("Đề nghị của phía Việt Nam", "proposed", "vn", "Kéo dài giờ mở cửa khẩu Xín Mần - Đô Long."),
            ("Đề nghị của phía Việt Nam", "proposed", "vn", "Phối hợp trồng 50 ha dược liệu."),
            (
                AGREED,
                "agreed",
                None,
                "Tiếp tục thực hiện 3 văn kiện pháp lý về biên giới trên đất liền Việt Nam - Trung Quốc.",
            ),
            (AGREED, "agreed", None, "Tổ chức giao lưu thanh niên."),
            (RESERVED, "reserved", None, "Thời điểm khôi phục chợ biên giới."),
        ],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "giữa Ủy ban nhân dân huyện Xín Mần và",
            "Biên bản này được",
        ],
        80,
    ),
    "vi-minutes-2": Expected(
        ("joint_minutes", "2023-03-27", None, None, None, "tỉnh Hà Giang", "vn", 3),
        [
            ("vn", "Tỉnh ủy Hà Giang", "Đặng Quốc Khánh", "Bí thư Tỉnh ủy Hà Giang", "head", "đồng chí"),
            ("vn", "Tỉnh ủy Lào Cai", "Đặng Xuân Phong", "Bí thư Tỉnh ủy Lào Cai", "head", "đồng chí"),
            ("cn", "Tỉnh ủy Vân Nam", "Vương Ninh", "Bí thư Tỉnh ủy Vân Nam", "head", "đồng chí"),
        ],
        [
            (AGREED, "agreed", None, "Các bên nhất trí tiếp tục duy trì cơ chế hội nghị."),
            (AGREED, "agreed", None, "khôi phục lối mở"),
            (AGREED, "agreed", None, "tổ chức hội chợ."),
        ],
        [", tại"],
        95,
    ),
    "zh-news-1": Expected(
        ("talks_record", "2024-03-15", "morning", None, None, "老街市", "vn", None),
        [
            ("vn", "老街省外事厅", "黄文平", "老街省外事厅厅长", "head", None),
            ("cn", "云南省人民政府外事办公室", "李明", "云南省外办副主任", "head", None),
        ],
        [
            ("会谈内容", "stated", "cn", "云南方面表示将认真研究。"),
            ("各方建议", "proposed", "vn", "越方建议延长河口—老街口岸通关时间。"),
            ("商定事项", "agreed", None, "双方一致认为，2023年边境管理合作成效显著。"),
            ("商定事项", "agreed", None, "双方商定下次会谈于2024年第四季度在云南省举行。"),
        ],
        ["云南省外办与越南老街省外事厅举行", "，越南", "会见了", "一行，双方举行会谈。", "当天天气晴好。"],
        70,
    ),
    "zh-news-2": Expected(
        ("joint_minutes", "2024-06-12", "afternoon", None, None, "昆明", "cn", 10),
        [("vn", "莱州省人民委员会", "何重海", "莱州省人民委员会副主席", "head", None)],
        [
            ("会谈内容", "stated", "cn", "中方指出，边境地区保持稳定。"),
            ("会谈内容", "stated", "vn", "越南莱州省人民委员会副主席何重海强调要加强合作。"),
            ("商定事项", "agreed", None, "各方同意继续保持联络。"),
            ("未达成一致的事项", "reserved", None, "关于恢复时间，双方尚未达成一致。"),
        ],
        ["召开", "，联合工作组第十次会议在昆明市举行。"],
        75,
    ),
    "zh-notes-1": Expected(
        ("talks_record", "2024-11-20", None, "08:30", "11:15", "苗旺县", "vn", None),
        [
            ("vn", "河江省外事厅", "杜国香", "河江省外事厅厅长", "head", None),
            ("cn", "云南省人民政府外事办公室", "王伟", "云南省外办副主任", "head", None),
        ],
        [
            ("会谈内容", "noted", "cn", "中方：已知悉，将报请上级"),
            ("各方建议", "proposed", "vn", "越方建议：尽早恢复边民互市点"),
            ("商定事项", "agreed", None, "每季度互换务工人员名单"),
            ("商定事项", "agreed", None, "联合巡逻4次"),
            ("商定事项", "agreed", None, "发现问题24小时内通报"),
            ("未达成一致的事项", "reserved", None, "未达成一致：新开通道时间"),
        ],
        ["翻译若干"],
        95,
    ),
    "zh-notes-2": Expected(
        ("talks_record", None, None, None, None, None, None, None),
        [],
        [
            ("越方通报", "stated", "vn", "公路已完工"),
            ("越方通报", "stated", "vn", "投资1860亿盾"),
            ("商定事项", "agreed", None, "加强跨境劳务管理合作"),
            ("商定事项", "agreed", None, "每年会晤一次"),
        ],
        ["要点", "三、其他", "1. 会后参观口岸"],
        75,
    ),
    "zh-minutes-1": Expected(
        ("talks_record", "2023-04-18", None, "09:00", "11:30", "马关县", "cn", None),
        [
            ("vn", "箐门县人民委员会", "黄文南", "箐门县人民委员会主席", "head", None),
            ("cn", "马关县人民政府", "张卫东", "马关县县长", "head", None),
        ],
        [
            ("合作回顾", "agreed", None, "双方一致认为边境地区基本稳定。"),
            ("双方建议", "proposed", "vn", "箐门方面建议延长都龙—箐门口岸通关时间。"),
            ("双方建议", "proposed", "cn", "马关方面建议种植中药材50公顷。"),
            ("商定事项", "agreed", None, "继续严格执行中越陆地边界三个法律文件。"),
            ("商定事项", "agreed", None, "开展青年交流。"),
            ("未达成一致的事项", "reserved", None, "关于恢复互市点的时间。"),
        ],
        ["与箐门县人民委员会在", "举行会谈。", "副主席陆氏梅。", "本纪要"],
        85,
    ),
    "zh-minutes-2": Expected(
        ("joint_minutes", "2023-03-27", None, None, None, None, None, 3),
        [
            ("vn", "河江省委", "邓国庆", "河江省委书记", "head", None),
            ("vn", "老街省委", "邓春峰", "老街省委书记", "head", None),
            ("cn", "云南省委", "王宁", "云南省委书记", "head", None),
        ],
        [
            ("各方建议", "proposed", "cn", "云南方面建议明年举行第四次会议。"),
            ("商定事项", "agreed", None, "继续保持会晤机制"),
            ("商定事项", "agreed", None, "恢复边境通道。"),
        ],
        ["，河江"],
        90,
    ),
}
