"""What is said while attendance is taken."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "attendance.came": "Có mặt: {who}",
    "attendance.stayed_away": "Vắng: {who}",
    "attendance.rest_came": "Có mặt: {count} người còn lại chưa ghi",
    "attendance.instead": "thay: {name}",
    "attendance.totals": "Có mặt {present}/{invited} · vắng {absent} · chưa ghi {unmarked}",
    "attendance.besides": " · thêm {count}",
    "attendance.unlisted": "(ngoài danh sách)",
    "attendance.person": "người ngoài danh sách",
    "attendance.people": "đoàn ngoài danh sách, {count} người",
    "attendance.type": "Gõ tên không dấu; đoàn thể: tên và số người",
    "attendance.hint": "Tab vắng · Ctrl+Y còn lại đều có mặt · Esc đóng",
    "attendance.hint_fields": "Enter ghi · Tab ô kế · Esc quay lại danh sách",
    "attendance.enter": "Enter → {told}",
    "attendance.already": "Đã ghi · {told}",
    "attendance.count_wanted": "Chưa có số được mời: gõ số người đến rồi Enter",
    "attendance.new": "Enter → ghi thêm, ngoài danh sách mời",
    "attendance.new_heading": "Ghi có mặt, ngoài danh sách mời:",
    "attendance.absent_heading": "Ghi vắng: {who}",
    "attendance.group_heading": "Ghi số có mặt và lý do vắng: {who}",
    "attendance.nobody_there": "Danh sách mời trống: gõ tên người hoặc đoàn đã đến",
    "attendance.all_done": "Đã ghi hết. Muốn sửa: gõ tên hoặc ↑↓",
    "attendance.name": "Tên",
}
