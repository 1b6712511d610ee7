"""What the home screen says."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "home.head": "ĐIỀU HÀNH HỘI NGHỊ ĐỐI THOẠI",
    "home.today": "hôm nay {day}",
    "home.search": "Gõ để tìm (không cần dấu): tên hội nghị, địa điểm, người, cơ quan, nội dung",
    "home.ready": "F3 lập hội nghị mới · F4 mở hội nghị mẫu · F1 trợ giúp",
    "home.meetings": "HỘI NGHỊ: {count}",
    "home.meetings.open": "đang họp {count}",
    "home.meetings.troubled": "✗ sổ hỏng {count}",
    "home.stage.preparing": "○ chuẩn bị",
    "home.stage.open": "● ĐANG HỌP",
    "home.stage.break": "‖ GIẢI LAO",
    "home.stage.adjourned": "■ đã bế mạc",
    "home.stage.signed": "✓ đã ký",
    "home.trouble.damaged": "✗ SỔ HỎNG",
    "home.trouble.unreadable": "✗ KHÔNG ĐỌC ĐƯỢC",
    "home.questions": "{questions} ý kiến",
    "home.counts": "{registrations} đăng ký, {questions} ý kiến",
    "home.unconcluded": "chưa kết luận {count}",
    "home.undated": "chưa định ngày",
    "home.enter.preparing": "Enter mở bàn thư ký · F6 màn hình hội trường · F12 xuất biên bản",
    "home.enter.open": "Enter trở lại bàn thư ký · F6 màn hình hội trường · F12 xuất biên bản",
    "home.enter.break": "Enter trở lại bàn thư ký · F6 màn hình hội trường · F12 xuất biên bản",
    "home.enter.adjourned": "Enter mở bàn thư ký để rà soát, ký · F12 xuất biên bản",
    "home.enter.signed": "Enter mở bàn thư ký để ghi văn bản trả lời · F12 xuất biên bản",
    "home.enter.damaged": "Không mở được khi sổ còn hỏng; các hội nghị khác không ảnh hưởng.",
    "home.id": "mã {id}",
    "home.damaged": (
        "Sổ ghi hỏng ở một chỗ: các số ở trên có thể cũ. Thoát rồi gõ “moderator check {id}” để biết chỗ hỏng; "
        "đừng sửa hay xóa tệp, hãy chép cả thư mục dữ liệu ra nơi khác."
    ),
    "home.unreadable": (
        "Không đọc được sổ ghi của {id}: tệp hỏng, hoặc do bản chương trình mới hơn ghi. Thoát rồi gõ "
        "“moderator check {id}”; đừng xóa tệp, hãy chép cả thư mục dữ liệu ra nơi khác."
    ),
    "home.owed": "THEO DÕI: {count}",
    "home.owed.count.overdue": "✗ quá hạn {count}",
    "home.owed.count.soon": "! trong 7 ngày {count}",
    "home.owed.count.later": "sau đó {count}",
    "home.owed.count.undated": "? chưa có hạn {count}",
    "home.owed.overdue": "✗ quá {days} ngày",
    "home.owed.today": "! hạn HÔM NAY",
    "home.owed.soon": "! còn {days} ngày",
    "home.owed.later": "· còn {days} ngày",
    "home.owed.undated": "? chưa có hạn",
    "home.nobody": "(chưa rõ ai)",
    "home.kind.reply": "Trả lời ý kiến số {question}",
    "home.kind.work": "Thực hiện việc theo ý kiến số {question}",
    "home.kind.forward": "Kiến nghị cấp có thẩm quyền về ý kiến số {question}",
    "home.of_conclusion": "theo kết luận chung",
    "home.of_question": "ý kiến số {question}",
    "home.due": "hạn {day}",
    "home.estimated": "tạm tính",
    "home.extended": "đã gia hạn",
    "home.enter.owed": "Enter mở hội nghị, ở đó F9 rồi chọn “{reply}” hoặc “{extend}”",
    "home.no_meetings": (
        "Chưa có hội nghị nào.\n\n"
        "F4: mở hội nghị mẫu để tập (người và việc đều là hư cấu)\n"
        "F3: lập hội nghị mới từ tệp, có sẵn tệp mẫu để điền"
    ),
    "home.no_owed": "Chưa có nội dung nào phải theo dõi. Kết luận giao trả lời, giao việc sẽ hiện ở đây cho đến khi có văn bản trả lời.",
    "home.none_found": "Không có gì khớp “{typed}”. Esc xóa chữ tìm.",
    "home.nothing_chosen": "Chưa có hội nghị nào ở dòng đang chọn: F3 lập hội nghị, F4 mở hội nghị mẫu.",
    "home.box_open": "Đang mở hộp: Esc đóng rồi bấm lại.",
    "home.minutes_written": "✓ Đã xuất biên bản: {path}",
    "home.looked": "✓ Đã đọc lại.",
    "home.made": "✓ Đã lập hội nghị. Enter mở bàn thư ký.",
    "home.new": "HỘI NGHỊ MỚI",
    "home.new.file": "Tệp hội nghị",
    "home.new.explain": (
        "Hội nghị được lập từ một tệp văn bản (.toml) ghi tên hội nghị, chủ trì, người trả lời, chương trình, thời hạn.\n\n"
        "Chưa có tệp: gõ nơi muốn để tệp, bấm F4 để ghi tệp mẫu có chú thích; mở tệp đó bằng trình soạn thảo văn bản "
        "(ví dụ Notepad), điền cho đúng, lưu lại, rồi quay về đây bấm Enter.\n"
        "Đã có tệp: gõ đường dẫn rồi bấm Enter."
    ),
    "home.new.hint": "Enter lập hội nghị · F4 ghi tệp mẫu · Esc đóng",
    "home.new.empty": "Hãy gõ đường dẫn của tệp hội nghị.",
    "home.new.missing": "Chưa có tệp này. F4: ghi tệp mẫu tại đó để điền; hoặc sửa lại đường dẫn.",
    "home.new.untouched": "{path} vẫn là tệp mẫu, chưa điền gì: hãy mở bằng trình soạn thảo, điền, lưu lại rồi bấm Enter.",
    "home.new.exists": "{path} đã có, không ghi đè. Enter lập hội nghị từ tệp này, hoặc gõ tên tệp khác.",
    "home.new.no_folder": "Không có thư mục {path}: hãy sửa lại đường dẫn.",
    "home.new.written": "✓ Đã ghi tệp mẫu: {path}\nHãy mở bằng trình soạn thảo, điền, lưu lại, rồi bấm Enter ở đây.",
    "home.help": (
        "Gõ chữ luôn là gõ vào ô tìm; mũi tên và Enter đi trong bảng có dấu ▸. Tìm không cần dấu, "
        "trong cả hội nghị và nội dung theo dõi."
    ),
    "home.help.open": "mở bàn thư ký của hội nghị đang chọn; ở nội dung theo dõi: hội nghị của nội dung đó",
    "home.help.new": "lập hội nghị mới từ tệp .toml, hoặc ghi tệp mẫu để điền",
    "home.help.demo": "mở hội nghị mẫu để tập; không ảnh hưởng hội nghị thật",
    "home.help.switch": "chuyển giữa bảng hội nghị và bảng nội dung theo dõi",
    "home.help.help": "trang này",
    "home.help.projector": "màn hình hội trường của hội nghị đang chọn, ngay tại cửa sổ này (Ctrl+Q trở về)",
    "home.help.minutes": "xuất biên bản của hội nghị đang chọn, ở bất kỳ giai đoạn nào",
    "home.help.look": "đọc lại từ đĩa",
    "home.help.clear": "xóa chữ tìm, đóng hộp",
    "home.help.quit": "thoát; mọi việc đã lưu trên đĩa",
    "home.help.signs": (
        "Hội nghị: ○ chuẩn bị  ● đang họp  ‖ giải lao  ■ đã bế mạc  ✓ đã ký  ✗ sổ ghi có chỗ hỏng\n"
        "Thời hạn: ✗ quá hạn  ! trong 7 ngày tới  · còn lâu hơn  ? chưa có hạn  ~ tạm tính vì chưa công bố ngày nghỉ"
    ),
    "home.help.hint": "↑↓ cuộn · Esc đóng",
    "home.key.open": "Mở",
    "home.key.new": "Hội nghị mới",
    "home.key.demo": "Hội nghị mẫu",
    "home.key.switch": "Bảng kia",
    "home.key.help": "Trợ giúp",
    "home.key.projector": "Hội trường",
    "home.key.minutes": "Biên bản",
    "home.key.look": "Đọc lại",
    "home.key.clear": "Xóa chữ tìm",
    "home.key.quit": "Thoát",
}
