"""Everyday wordings of digital government, online services, post and ISO (section VII), as data.

Written and read as `concepts`, which go first, and the other everyday words.
"""

from __future__ import annotations

EVERYDAY_DIGITAL = """
hethongbc: phần mềm để báo cáo | phần mềm để làm báo cáo | hệ thống để báo cáo
htmotcua: hệ thống 1 cửa tỉnh | hệ thống một cửa tỉnh | hệ thống 1 cửa tập trung tỉnh
htmotcua: hệ thống thông tin 1 cửa tập trung tỉnh | hệ thống thông tin một cửa tập trung tỉnh | hệ thống thông tin 1 cửa
htmotcua: hệ thống một cửa tập trung tỉnh | hệ thống một cửa tập trung của tỉnh | hệ thống một cửa điện tử của tỉnh
htmotcua: hệ thống một cửa điện tử tỉnh | phần mềm một cửa tỉnh
ketnoi: đồng bộ với | ăn khớp với | nối với | nối vô | nối vào
tichhop: đồng bộ lên | đẩy lên | cập nhật đưa lên | đem lên
cntt: làm it | về it | anh em it | bên it | lo it | người it | rành it
chuyentrach+cntt: rành máy tính | rành vi tính | lo máy tính | lo máy | coi máy tính | coi sóc máy tính | sửa máy tính
chuyentrach+cntt: lo vi tính | lo máy tính mạng mẽo | mạng mẽo | lo mạng | coi mạng | giữ mạng
danhgianb: tự chấm iso | tự chấm | đánh giá trong nhà | tự kiểm tra nội bộ | tự soi | kiểm tra chéo nội bộ | tự rà soát nội bộ
danhgianb+iso: tự chấm iso | tự đánh giá iso | tự kiểm tra iso
phatsinh+hoso: có ai nộp | có ma nào nộp | có ma mô nộp | có bóng nào nộp | có người đụng tới | có người rớ tới
phatsinh+hoso: có khách nộp | có khách | có bà con vô nộp | có bà con vào nộp | phát sinh người nộp
hoso+bcci: hồ sơ bưu điện
tra+bcci: kết quả phát về tận nhà | kết quả về tận nhà | kết quả tới tận nhà | kết quả đến tận nhà | phát về tận nhà
tra+bcci: phát kết quả về nhà | đưa kết quả về nhà | đưa kết quả tới nhà | giao kết quả tới nhà | giao kết quả về nhà
tra+bcci: giao kết quả tận nhà | kết quả gửi về nhà | kết quả gửi tận nhà | kết quả giao tận nhà | kết quả chuyển về nhà
tra: kết quả phát về | kết quả phát ra | kết quả phát cho | kết quả gửi về | kết quả đưa về
nghiavutc: móc tiền | móc tiền túi | tốn kém | tiền phí | tiền phí lệ phí | tiền lệ phí | bỏ tiền ra | chi tiền
songsong: in giấy gửi kèm | in giấy gửi theo | in ra gửi kèm | còn in giấy | còn gửi giấy | còn phải gửi giấy | còn kèm giấy
songsong: in thêm bản giấy | in thêm giấy | giấy gửi kèm | bản giấy gửi kèm | còn in giấy gửi kèm | còn gửi kèm giấy
songsong: lẫn bản giấy | gửi mạng rồi còn in giấy gửi kèm | gửi mạng rồi còn gửi giấy | gửi mạng rồi vẫn gửi giấy
dientu+songsong: gửi cả bản giấy lẫn bản điện tử | cả bản giấy lẫn bản điện tử | cả bản giấy và bản điện tử
dientu+songsong: gửi cả giấy lẫn điện tử | gửi cả điện tử lẫn giấy | gửi cả giấy và điện tử | gửi cả điện tử và giấy
"""
