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
danhgianb: tự chấm iso | đánh giá trong nhà | kiểm tra chéo nội bộ
danhgianb+iso: tự chấm iso | tự đánh giá iso | tự kiểm tra iso
phatsinh+hoso: có ai nộp | có ma nào nộp | có ma mô nộp | có bóng nào nộp | có người đụng tới | có người rớ tới
phatsinh+hoso: có khách nộp | có khách | có bà con vô nộp | có bà con vào nộp | phát sinh người nộp
hoso+bcci: hồ sơ bưu điện
tra+bcci: kết quả phát về tận nhà | kết quả về tận nhà | kết quả tới tận nhà | kết quả đến tận nhà | phát về tận nhà
tra+bcci: phát kết quả về nhà | đưa kết quả về nhà | đưa kết quả tới nhà | giao kết quả tới nhà | giao kết quả về nhà
tra+bcci: giao kết quả tận nhà | kết quả gửi về nhà | kết quả gửi tận nhà | kết quả giao tận nhà | kết quả chuyển về nhà
tra: kết quả phát về | kết quả phát ra | kết quả phát cho | kết quả gửi về | kết quả đưa về
nghiavutc: móc tiền | móc tiền túi | tốn kém | tiền phí | tiền phí lệ phí | tiền lệ phí | bỏ tiền ra
songsong: in giấy gửi kèm | in giấy gửi theo | in ra gửi kèm | còn in giấy | còn gửi giấy | còn phải gửi giấy | còn kèm giấy
songsong: in thêm bản giấy | in thêm giấy | giấy gửi kèm | bản giấy gửi kèm | còn in giấy gửi kèm | còn gửi kèm giấy
songsong: lẫn bản giấy | gửi mạng rồi còn in giấy gửi kèm | gửi mạng rồi còn gửi giấy | gửi mạng rồi vẫn gửi giấy
dientu+songsong: gửi cả bản giấy lẫn bản điện tử | cả bản giấy lẫn bản điện tử | cả bản giấy và bản điện tử
dientu+songsong: gửi cả giấy lẫn điện tử | gửi cả điện tử lẫn giấy | gửi cả giấy và điện tử | gửi cả điện tử và giấy
tiepnhan+bcci: có người nộp qua bưu điện | có người gửi bưu điện | có dân gửi bưu điện | có người gửi qua bưu điện
tiepnhan+bcci: có dân nộp qua bưu điện | có phát sinh qua bưu điện | có hồ sơ qua bưu điện | có người nộp bưu điện
tiepnhan+bcci: phát sinh nhận qua bưu chính | phát sinh nhận qua bưu điện | có nhận qua bưu điện
thanhtoantt: thanh toán | chuyển khoản phí | chuyển khoản phí qua cổng | chuyển khoản lệ phí | trả phí qua cổng
dudieukien: đk cung cấp | điều kiện cung cấp | điều kiện lên | điều kiện làm | điều kiện để lên | đủ điều kiện lên
dudieukien: đủ điều kiện làm
hethongbc: báo cáo trên hệ thống của tỉnh | làm báo cáo trên hệ thống | báo cáo trên hệ thống tỉnh | báo cáo trên hệ thống
hethongbc: gửi báo cáo trên hệ thống | báo cáo trên phần mềm của tỉnh | báo cáo trên phần mềm tỉnh | báo cáo qua hệ thống
hethongbc: gửi báo cáo qua hệ thống | báo cáo lên hệ thống | báo cáo vô hệ thống | hệ thống báo cáo toàn tỉnh
songsong: vẫn phải gửi giấy | vẫn phải gửi giấy kèm theo | vẫn phải in giấy | vẫn phải gửi bản giấy | vẫn phải kèm giấy
songsong: vẫn phải kèm bản giấy | phải gửi thêm bản giấy | phải gửi thêm giấy | mà còn gửi giấy
tiepnhan+hoso: mang giấy tờ tới nộp | đem giấy tờ tới nộp | mang giấy tờ đến nộp | đem giấy tờ đến nộp | mang hồ sơ tới nộp
tiepnhan+hoso: đem hồ sơ tới nộp | mang hồ sơ đến nộp | đem hồ sơ đến nộp | mang hồ sơ đi nộp | đem hồ sơ đi nộp
dvc+tructuyen+md3+md4: dvc trực tuyến 3 và 4 | dvc trực tuyến 3 với 4 | dvc trực tuyến 3 hay 4 | dvc trực tuyến 3 hoặc 4
dvc+tructuyen+md3+md4: dvc trực tuyến 3 lẫn 4 | dvc trực tuyến 3 cùng 4 | dịch vụ công trực tuyến 3 và 4
dvc+tructuyen+md3+md4: dịch vụ công trực tuyến 3 với 4 | dịch vụ công trực tuyến 3 hay 4 | dịch vụ công trực tuyến 3 hoặc 4
dvc+tructuyen+md3+md4: dịch vụ công trực tuyến 3 lẫn 4 | dịch vụ công trực tuyến 3 cùng 4 | dịch vụ trực tuyến 3 và 4
dvc+tructuyen+md3+md4: dịch vụ trực tuyến 3 với 4 | dịch vụ trực tuyến 3 hay 4 | dịch vụ trực tuyến 3 hoặc 4
dvc+tructuyen+md3+md4: dịch vụ trực tuyến 3 lẫn 4 | dịch vụ trực tuyến 3 cùng 4 | dvctt 3 và 4 | dvctt 3 với 4 | dvctt 3 hay 4
dvc+tructuyen+md3+md4: dvctt 3 hoặc 4 | dvctt 3 lẫn 4 | dvctt 3 cùng 4 | dvc 3 và 4 | dvc 3 với 4 | dvc 3 hay 4 | dvc 3 hoặc 4
dvc+tructuyen+md3+md4: dvc 3 lẫn 4 | dvc 3 cùng 4
danhgianb+cuaso+iso: sở tự chấm iso | sở mình tự chấm iso | sở mình tự đánh giá iso | sở tự đánh giá iso
hethongbc: báo cáo tỉnh làm trên hệ thống | báo cáo làm trên hệ thống | báo cáo tỉnh trên hệ thống | báo cáo chạy trên hệ thống
hethongbc: báo cáo tỉnh chạy trên hệ thống | báo cáo trên mạng của tỉnh
songsong: gửi mạng rồi gửi giấy nữa | rồi gửi giấy nữa | gửi giấy nữa | in giấy nữa | kèm giấy nữa | thêm giấy nữa
dientu+hoantoan: gửi mạng không khỏi giấy | khỏi giấy | gửi mạng thôi | gửi mạng không thôi | mạng không thôi
dientu+hoantoan: chỉ mạng không giấy
tiepnhan+bcci: có người gửi nộp qua bưu điện | gửi nộp qua bưu điện | người gửi nộp qua bưu điện | gửi nộp bưu điện
theodoi: canh việc | canh chừng việc | theo dõi việc | nhắc hạn | canh hạn
songsong: có kèm theo bản giấy | kèm theo bản giấy | có kèm bản giấy | có kèm theo giấy | kèm theo giấy
dientu+songsong: điện tử có kèm theo bản giấy | điện tử có kèm theo giấy | điện tử kèm theo giấy
hethongbc: báo cáo qua phần mềm tỉnh | báo cáo qua phần mềm của tỉnh | gửi báo cáo qua phần mềm | báo cáo qua phần mềm
hethongbc: báo cáo bằng phần mềm | gửi báo cáo bằng phần mềm | gửi báo cáo qua phần mềm tỉnh
ketnoi+htmotcua: thông với hệ thống tỉnh | thông với hệ thống của tỉnh | nối với hệ thống tỉnh | kết nối với hệ thống tỉnh
ketnoi+htmotcua: liên thông với hệ thống tỉnh | liên thông với hệ thống của tỉnh | nối với hệ thống của tỉnh
"""
