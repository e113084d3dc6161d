"""Nouns that follow a number: "25 nhiệm vụ", "46 người". Folded first words; a number before one counts something."""

from __future__ import annotations

from bot.understanding.text import fold

NOUNS = """
người nhân biên hợp lãnh công viên cán trưởng phó đồng doanh
hồ hs nhiệm nv văn vb thủ tthc tt phiếu ý kiến cơ đơn đv vấn cuộc hội tin bài vụ việc lượt trường phòng tổ chức bộ món mảng
dịch tài chứng chữ sáng giải khóa lớp xã huyện sở ngành quyết báo kế cái bản chiếc đợt lần điểm chỉ quy phần cấp phiên
"""
COUNT_NOUNS = frozenset(fold(NOUNS).split())
