"""The offices' everyday language as data: what people say, south and north, who do not think of the label's words.

Written and read as `concepts`, which go first. Left out are wordings that read like something else without their accents:
"mới có" is "mọi cơ (quan)", "ngân sách bao" begins "ngân sách bao nhiêu", "lên báo" "lên bao nhiêu".
"""

from __future__ import annotations

EVERYDAY = """
hoanthanh: về đích | cán đích | làm xong hết | đã thực hiện xong | chạy xong
dera: đăng ký làm | đặt ra đầu năm | dự kiến làm | phải làm trong năm
chidao: chỉ đạo đôn đốc | đôn đốc chỉ đạo | quán triệt | chấn chỉnh
banhanh: ký ban hành | đã ký ban hành
kiemtra: đoàn kiểm tra | xuống kiểm tra | đi kiểm | kiểm tra nội bộ
thanhtra: đoàn thanh tra | xuống thanh tra
phongban: phòng nghiệp vụ | khoa phòng | phòng khoa | p ban | pban
tructhuoc: đơn vị dưới sở | đơn vị bên dưới sở | đơn vị dưới quyền | đơn vị con của sở | các đơn vị con | đơn vị phía dưới
tructhuoc: các đơn vị bên dưới | chi cục trung tâm | trung tâm chi cục | chi cục và trung tâm | trung tâm và chi cục
tructhuoc: các chi cục trung tâm | chi cục hay trung tâm | chi cục với trung tâm | trung tâm với chi cục
tthc+congbo+moi: thủ tục mới ra | tthc mới ra
phathien+vande: mấy vi phạm | bao nhiêu vi phạm | phát hiện vi phạm | thấy vi phạm
vande: thiếu sót | bất cập | vướng mắc | chỗ vướng | chỗ chưa đúng | điểm chưa đúng | chỗ thiếu sót | cái lỗi | trục trặc
vande: chỗ chưa được
phathien: lòi ra | bới ra | soi ra | vạch ra | phanh phui | tìm được | bắt được | phát giác | thấy có | mắc phải | vướng phải
xuly+daxong: khắc phục được | khắc phục rồi | khắc phục hết | sửa được | sửa hết | đã sửa xong | sửa xong hết | xử rồi | xử được
xuly+daxong: xử lý hết | giải quyết hết | giải quyết dứt điểm | xử dứt điểm | gỡ xong | trả lời xong | trả lời được
xuly+daxong: trả lời rồi | hồi đáp | phúc đáp | đã xử lý dứt điểm | dứt điểm | dứt điểm được | dứt điểm rồi | đã dứt điểm
xuly+daxong: sửa dứt điểm | sửa chữa xong | chấn chỉnh xong | gỡ được | gỡ rồi | xử lý ổn thỏa | giải quyết ổn thỏa
kiemtra+roi: kiểm tra xong
thanhtra+roi: thanh tra xong
thanhtra+chuyennganh+roi: thanh tra chuyên ngành xong
kiemtra+hoanthanh: qua kiểm tra xong
thanhtra+hoanthanh: qua thanh tra xong
tuyentruyen: lồng ghép tuyên truyền | tuyên truyền lồng ghép | quảng bá
tuyentruyen+cchc: nói về cải cách | nói chuyện cải cách
tuyentruyen+cchc: nói chuyện cải cách hành chính | nói về cải cách hành chính | phổ biến cải cách hành chính | phổ biến về cchc
pbgdpl: phổ biến luật | tuyên truyền luật | giáo dục luật
vbqppl: văn bản pháp quy | vb luật | văn bản pháp lý | văn bản quy phạm luật
tinbai: mẩu tin | bản tin | bài vở | tin và bài | tin với bài | bài với tin
chuyentrang: trang cải cách của tỉnh | trang cải cách tỉnh | web tỉnh | web của tỉnh | trang web tỉnh | website của tỉnh
chuyentrang: trang thông tin của tỉnh | chuyên trang cải cách | web cchc tỉnh | web cchc của tỉnh | trang cchc bên tỉnh
trangdonvi: trang của mình | trang nhà mình | trang cơ quan | trang của cơ quan | website sở | website của sở | website đơn vị
trangdonvi: website của đơn vị | trang web sở | trang web của sở | trang web đơn vị | trang web của đơn vị | web đơn vị
trangdonvi: web của sở | web cơ quan | web của mình | trang web mình | trang web của mình | trang thông tin của sở
trangdonvi: trang tin của sở | cổng thông tin của sở | trang thông tin điện tử của sở
baodai: lên đài | trên đài | báo với đài | báo và đài | đài báo | loa phát thanh | phát thanh | tivi | ti vi | youtube | tiktok
baodai: fanpage | nhóm zalo | trang facebook | báo tỉnh | đài tỉnh | báo chí truyền hình
hoihop: họp hành | hội họp | các buổi họp | họp cơ quan | họp chi bộ | buổi sinh hoạt | sinh hoạt cơ quan | qua họp
hoihop: họp định kỳ | chào cờ | mấy cuộc họp | mấy buổi họp | trong họp
ubtinh+duocgiao: tỉnh giao cho | tỉnh giao xuống | ubnd tỉnh giao xuống | lãnh đạo tỉnh giao | tỉnh phân công
ubtinh+duocgiao: ủy ban giao xuống | trên tỉnh giao | ủy ban phân công
ubtinh: của ủy ban
dunghan: kịp thời | trước thời hạn | kịp hẹn | đúng lịch | đúng lịch hẹn | không muộn | không quá hẹn | không lố hạn
dunghan: không sai hẹn | đúng thời gian | đúng thời gian quy định | trong hạn | kịp lúc | đúng ngày giờ
quahan: trễ nải | trễ ngày | lố ngày | lố hẹn | trễ thời hạn | chậm trễ | sai hẹn | quá ngày | quá thời hạn | chậm hẹn
quahan: không đúng tiến độ | bị chậm | bị quá hạn
sangkien: giải pháp | mô hình | mô hình mới | mô hình hay | cách làm hay | cách làm sáng tạo | ý tưởng | cải tiến
sangkien: sáng kiến cải tiến | sáng kiến hay | giải pháp gì mới | cách làm gì mới
khenthuong: tặng giấy khen | tặng bằng khen | tặng thưởng | khen ngợi | biểu dương khen thưởng | tuyên dương khen thưởng
hailong: vừa lòng | vừa ý | bằng lòng | ưng cái bụng | dân chấm | dân chấm điểm
khaosat: hỏi dân | hỏi ý dân | hỏi bà con | hỏi ý kiến dân | hỏi ý kiến người dân | lấy ý kiến dân | lấy ý kiến bà con
khaosat: thăm dò ý kiến | khảo sát ý kiến | thăm dò dân
phieu+khaosat: bảng hỏi | phiếu thăm dò ý kiến
hinhthuc: kiểu gì | bằng kiểu gì | làm kiểu gì | cách gì | bằng cách gì | theo kiểu nào
kycuong: nề nếp | giờ giấc | giờ giấc làm việc
dungquytrinh: đúng bài bản | đúng bài bản trình tự | đúng các bước | đúng trình tự và thủ tục | đúng quy trình và thủ tục
rasoat: rà soát lại | soát lại | xem xét lại | đem ra rà soát | đem rà soát | rà soát đánh giá
rasoat+phai: phải soát | phải soát lại | phải rà lại | cần rà lại | cần soát lại | phải xem lại | cần xem lại | đến hạn rà soát
rasoat+phai: tới hạn rà soát | đến hạn phải rà soát | tới hạn phải rà soát | cần phải rà soát | diện phải rà soát
rasoat+dara: soát xong | đã soát | soát rồi | soát được | đã soát xong | đã rà lại | đã soát lại | rà soát xong rồi
dongianhoa: làm gọn lại | giản lược | bớt rườm rà
dongianhoa+tthc: cắt bớt thủ tục | tinh gọn thủ tục | bớt thủ tục rườm rà | thủ tục rườm rà
rutngan: giảm ngày | bớt ngày | giảm số ngày | rút ngày | bớt ngày chờ | giảm ngày chờ | cắt thời gian | rút bớt thời gian
rutngan: giảm thời hạn | cắt giảm thời hạn | làm nhanh hơn | nhanh hơn quy định | giải quyết nhanh hơn | sớm hơn quy định
rutngan: bớt chờ | rút ngắn ngày
thanhphanhs: bớt được giấy tờ | giảm được giấy tờ | cắt được giấy tờ | bớt giấy tờ | bỏ bớt giấy tờ | cắt bớt giấy tờ
thanhphanhs: giảm bớt giấy tờ | cắt giảm giấy tờ | rút bớt giấy tờ | đỡ giấy tờ | giảm bớt hồ sơ | cắt bớt hồ sơ
thanhphanhs: bớt thành phần hồ sơ | bớt thành phần | khỏi nộp giấy tờ | ít giấy tờ hơn | bớt giấy | cắt thành phần hồ sơ
congbo+moi: mới thêm | thêm mới | vừa công bố | công bố thêm | mới được công bố
baibo: không còn áp dụng | không còn hiệu lực | không áp dụng nữa | thôi áp dụng | hết áp dụng | ngưng áp dụng | hết giá trị
baibo: bị hủy | bị xóa | bị dẹp | loại bỏ | bị loại bỏ | gỡ bỏ | thay bằng cái khác | đổi sang cái khác | thay thế bãi bỏ
baibo: xóa sổ
hieuluc: còn áp dụng | còn xài | còn dùng | còn thực hiện | đang hiện hành
apdung+taicoquan: giải quyết ở sở | làm ở sở | làm tại sở | do sở giải quyết | do sở làm | thực hiện ở sở | ngay tại sở
htmotcua: phần mềm một cửa của tỉnh | phần mềm một cửa điện tử | hệ thống một cửa chung | phần mềm một cửa tập trung
htmotcua: một cửa của tỉnh
htmotcua: một cửa tập trung | phần mềm một cửa dùng chung | hệ thống một cửa dùng chung | một cửa điện tử dùng chung | igate
htmotcua: một cửa điện tử chung | một cửa dùng chung | hệ thống một cửa trên tỉnh | phần mềm một cửa trên tỉnh
ketnoi: nối thông | liên kết với | nối mạng
pakn: kêu ca | phàn nàn | than phiền | thắc mắc | dân kêu | kênh phản ánh | dân góp ý | dân phản ánh | bà con phản ánh
pakn+kiennghi: dân kiến nghị | người dân kiến nghị | bà con kiến nghị | kiến nghị của dân | kiến nghị của người dân
pakn+ykien: ý kiến của dân | ý kiến người dân | ý kiến của người dân | ý kiến bà con | ý kiến của bà con
niemyet: đường dây nóng | dán thông báo | dán bảng | treo công khai | công khai địa chỉ | công khai số điện thoại | treo địa chỉ
niemyet: dán số điện thoại | dán địa chỉ | treo số điện thoại | công bố số điện thoại | công khai đường dây nóng
cungcap: ngang cấp | ngang hàng | cùng cấp với nhau | với sở khác | với các sở khác | giữa các cơ quan cùng cấp
lienthong+cungcap: liên thông ngang | liên thông hàng ngang
giuacaccap: xuống huyện xã | từ xã lên tỉnh | từ xã lên | từ huyện lên tỉnh | tỉnh với huyện | tỉnh với huyện xã | huyện với xã
giuacaccap: tỉnh với huyện với xã | tỉnh xuống huyện | cấp trên cấp dưới | cấp trên với cấp dưới
lienthong+giuacaccap: liên thông dọc | liên thông hàng dọc
duyet: duyệt xong | duyệt rồi | ký duyệt | chấp thuận | được chấp thuận
quytrinhnb: quy trình xử lý nội bộ
dientuhoa: đưa lên phần mềm | chạy trên phần mềm | chạy trên máy | đưa lên máy | đưa vào máy | lên phần mềm | làm trên phần mềm
tochuchc: đơn vị hành chính trực thuộc | đơn vị hành chính trực thuộc sở | tchc hc trực thuộc | tchc hc | tc hành chính
tiepnhan: đem tới | mang tới | đem đến | mang đến | gửi vô | đưa vô | nộp tới | nộp dô | nhận dô | dân nộp | bà con nộp
tiepnhan: dân gửi | người dân nộp | người dân gửi | bà con gửi | thu vô | đầu vô | nhận của dân | tiếp nhận vô
tra: trả cho dân | trả lại cho dân | trả cho bà con | phát cho dân | giao cho dân | gửi trả | trả rồi | trả được | đem trả
tra: trả hết | trả kết quả cho dân | giao kết quả cho dân
congdvc: cổng dịch vụ công trực tuyến | trang dịch vụ công
congdvc+quocgia: dịch vụ công quốc gia | dvc quốc gia | cổng của quốc gia | trang dịch vụ công quốc gia
congdvc+congdvctinh: cổng tỉnh | cổng của tỉnh
md4: toàn trình | mức toàn trình
md3+md4: mức 3 với 4 | mức 3 với mức 4 | mức 3 cộng 4 | mức 3 cộng mức 4 | mức 3 lẫn 4 | mức 3 lẫn mức 4 | mức 3 hay 4
md3+md4: mức độ 3 cộng 4 | mức độ 3 cộng mức độ 4 | mức độ 3 với mức độ 4 | mức độ 3 lẫn 4 | mức độ 3 hay 4 | mức 3 hoặc 4
md3+md4: mức ba với bốn | mức ba với mức bốn | mức ba lẫn mức bốn | mức ba lẫn bốn | mức ba cộng mức bốn | mức 3 và cả mức 4
dvc+tructuyen+md4: dịch vụ công toàn trình | dvc toàn trình | dịch vụ công trực tuyến toàn trình | dvctt toàn trình
thanhtoantt: thu phí online | thu phí trực tuyến | thu phí qua mạng | thu lệ phí trực tuyến | thu lệ phí online
thanhtoantt: đóng tiền online | nộp tiền online | trả phí online | trả phí qua mạng | trả tiền trên mạng | đóng tiền trên mạng
thanhtoantt: thanh toán trên mạng | không dùng tiền mặt | thanh toán không dùng tiền mặt | thanh toán không tiền mặt
thanhtoantt: chuyển tiền qua mạng | đóng phí trực tuyến | đóng lệ phí qua mạng | nộp lệ phí online | nộp lệ phí qua mạng
thanhtoantt: thanh toán phí trực tuyến | thanh toán lệ phí trực tuyến | thanh toán phí lệ phí trực tuyến | thanh toán lệ phí
tructuyen: qua internet | trên internet | làm online | làm qua mạng | làm trên mạng | nộp trên mạng | nộp onl | nộp từ xa
tiepnhan+hoso+tructuyen: hồ sơ nộp mạng | hồ sơ nộp điện tử | hồ sơ nộp ở nhà | hồ sơ đi mạng | hồ sơ gửi mạng | hồ sơ mạng
tructuyen: nộp mạng | nộp điện tử | nộp ở nhà | ngồi nhà nộp | ngồi ở nhà nộp | ngồi nhà gửi | đường mạng | đường trực tuyến
tructuyen: đường online | bằng đường trực tuyến | bằng đường mạng | qua đường mạng | môi trường mạng | trên môi trường mạng
tiepnhan+tructiep+tructuyen: nộp cả hai đường | cả hai đường nộp | cả hai kênh | cả hai cách nộp | cả quầy lẫn mạng
tiepnhan+tructiep+tructuyen: cả tại quầy lẫn trên mạng | cả nộp tại quầy lẫn nộp mạng | cả trên mạng lẫn tại quầy
tiepnhan+tructiep+tructuyen: cả hai đường trực tiếp và online | cả hai đường trực tiếp và trực tuyến | trực tiếp cộng trực tuyến
tiepnhan+tructiep: nộp tay | nộp trực tiếp | nộp tại quầy | nộp tận nơi | tới nộp | đến nộp | nộp bằng giấy
tructiep: tại quầy
dudieukien: có khả năng lên | có thể nâng lên | đủ khả năng | đủ sức | có khả năng cung cấp | có khả năng làm | đủ sức lên
dudieukien: điều kiện cung cấp | đk cung cấp | có điều kiện
dudieukien: đủ chuẩn | đủ tiêu chuẩn | đủ yêu cầu | có thể làm | có thể đưa lên | có thể lên | có thể triển khai | đạt điều kiện
phatsinh+hoso: có dân nộp | có dân nộp hồ sơ | có người nộp hồ sơ | có người dùng | có người xài | có người sử dụng | có dân xài
phatsinh+hoso: có hồ sơ gửi | có giao dịch | phát sinh giao dịch
phatsinh+hoso: dân có nộp | dân có nộp hồ sơ | có dân vô nộp | có dân vào nộp | có dân vô nộp hồ sơ | có dân vào nộp hồ sơ
phatsinh+hoso: có người vô nộp | có người vào nộp | có ai nộp hồ sơ | thực có người nộp | có người nộp thật | có dân nộp thật
phatsinh+hoso: có bà con nộp | có bà con nộp hồ sơ | có người dân nộp | có người dân nộp hồ sơ | người dân có nộp
phatsinh+hoso: có hồ sơ thật | thực có hồ sơ | thực sự có hồ sơ | có hồ sơ thực tế | có hồ sơ vào | có hồ sơ vô | có hồ sơ về
phatsinh+hoso: có lượt nộp | có lượt hồ sơ | có dân làm | có người làm hồ sơ | có hồ sơ nộp vào | có hồ sơ nộp vô
phatsinh+hoso: đã có người nộp | đã có dân nộp | đã có hồ sơ | đã có hồ sơ nộp | thực tế có hồ sơ | thực tế có người nộp
nghiavutc: mất tiền | mất phí | tốn tiền | đóng lệ phí | trả phí | nộp tiền | trả tiền | có thu tiền | phải đóng tiền
nghiavutc: có lệ phí | phí và lệ phí | phí với lệ phí | thu phí lệ phí | có thu phí
dvsn: nhà trường | các trường | các bệnh viện | thư viện | bảo tàng | đơn vị công lập | sự nghiệp công
catgiam: giải thể | sáp nhập | giải tán | hợp nhất | giải thể sáp nhập | sáp nhập giải thể | dẹp bớt | gom bớt
catgiam: giảm đi | bớt đi | tinh gọn | thu gọn | cắt bớt | xóa bớt | cắt đi
bienche: định biên | suất biên chế | người trong biên chế | biên chế nhà nước
duocgiao: chỉ tiêu tỉnh cho | chỉ tiêu được giao | chỉ tiêu giao | chỉ tiêu trên giao | chỉ tiêu tỉnh giao | được phân bổ
duocgiao: tỉnh cho mấy | tỉnh cho bao nhiêu | trên cho mấy | trên cho bao nhiêu | trên giao cho | chỉ tiêu trên cho
comat: quân số | hiện đang có | hiện tại có | thực tế hiện có | đang công tác | hiện đang làm | đang làm việc | đang ngồi làm
comat: có mặt thực tế | đang có thực tế | hiện tại đang làm
bienche+comat: biên chế sử dụng | biên chế đang sử dụng | biên chế đã sử dụng | sử dụng biên chế | biên chế đang dùng
hopdong: anh em hợp đồng | người làm hợp đồng | nhân viên hợp đồng | diện hợp đồng | ngoài biên chế | ký hợp đồng
hopdong: người hợp đồng | mà không có biên chế | không thuộc biên chế | không phải biên chế | chưa vào biên chế
hopdong: chưa được vào biên chế | ký hằng năm | ký từng năm | ký giấy từng năm
tinhgian: nghỉ tinh giản | cho nghỉ tinh giản | nghỉ theo tinh giản | cho nghỉ theo tinh giản | nghỉ diện tinh giản
tinhgian: diện tinh giản | nghỉ theo diện tinh giản | cho nghỉ theo diện tinh giản | cho thôi việc | cho nghỉ việc
tinhgian: nghỉ theo 108 | nghỉ 108
bienche+tinhgian: cắt biên chế | cắt giảm biên chế | bớt biên chế | biên chế bị cắt | biên chế cắt giảm | biên chế bị giảm
nguoilamviec+dvsn+huongluong+tinhgian: tinh giản biên chế sự nghiệp | biên chế sự nghiệp tinh giản | giảm biên chế sự nghiệp
nguoilamviec+dvsn+huongluong+tinhgian: biên chế sự nghiệp đã tinh giản | cắt biên chế sự nghiệp
huongluong+nsnn: ăn lương ngân sách | ăn lương nhà nước | lãnh lương ngân sách | lãnh lương nhà nước | nhận lương ngân sách
huongluong+nsnn: ngân sách trả lương | hưởng lương nhà nước
tuchu: được khoán | tự nuôi sống
nsnn+dambao: sống nhờ ngân sách | nhờ ngân sách | ngân sách lo | ngân sách lo hết | ngân sách bao hết | ngân sách bao cấp
nsnn+dambao: nhà nước bao hết | nhà nước chi hết | nhà nước cấp hết | ngân sách cấp hết | ngân sách chi hết
nsnn+dambao: ngân sách cấp toàn bộ | nhà nước cấp toàn bộ | ngân sách nhà nước lo | ngân sách nhà nước nuôi
nsnn+dambao: ngân sách nhà nước cấp
lanhdao: thủ trưởng
lanhdao+capso: ban lãnh đạo sở | lãnh đạo của sở | sếp của sở | sếp cấp sở | giám đốc với phó giám đốc
lanhdao+capso: giám đốc và phó giám đốc
lanhdao+capphong: trưởng phòng phó phòng | trưởng phòng với phó phòng | trưởng phòng và phó phòng | trưởng với phó phòng
lanhdao+capphong: trưởng và phó phòng | sếp cấp phòng | sếp của phòng | lãnh đạo các phòng | sếp các phòng
khonglanhdao: chuyên viên | công chức bình thường | nhân viên bình thường | không phải sếp | không làm lãnh đạo | không có chức
vitrivl: đề án việc làm | đề án vị trí | vị trí công việc | vị trí làm việc
banmota: bảng mô tả | mô tả vị trí | mô tả việc làm
tuyendung: tuyển được | tuyển thêm | tuyển vô | lấy vô | nhận vô làm | nhận vào làm | vô làm | vào làm | mới vô làm
tuyendung: mới vào làm | mới vô | mới tuyển | tuyển dụng mới
dacbiet: không qua thi tuyển | khỏi thi | khỏi thi tuyển | không cần thi | không phải thi | miễn thi | không thi tuyển
dacbiet: không thi | nhận thẳng | vô thẳng | vào thẳng | xét đặc cách | đặc thù | nhân tài
thituyen: thi đậu | thi vô | thi đậu vô | thi đậu vào | qua kỳ thi | thi cử | cho thi | thi chọn | thi để chọn
thituyen+congchuc: thi công chức | đậu công chức | thi đậu công chức | công chức thi đậu | công chức đậu | thi đậu vô công chức
thituyen+vienchuc: thi viên chức | đậu viên chức | thi đậu viên chức | viên chức thi đậu | viên chức đậu | thi đậu vô viên chức
bonhiem: cất lên | thăng chức | được đề bạt | được cất nhắc | lên làm
daotao: cử đi học | cử đi tập huấn | cử đi đào tạo | cử đi bồi dưỡng | đi tập huấn | đi bồi dưỡng | đi đào tạo | đưa đi học
daotao: đưa đi đào tạo | cho đi tập huấn | cho đi đào tạo | được đi học | được cử đi học | học nghiệp vụ | học bồi dưỡng
chuyendoi: đổi chỗ | đổi chỗ làm | đổi vị trí làm việc | thay đổi vị trí công tác | hoán đổi | hoán đổi vị trí | điều chuyển
chuyendoi: luân phiên | thay đổi vị trí
chitieu+chuyendoi: phải luân chuyển | phải đổi vị trí | phải chuyển đổi | phải chuyển đổi vị trí | phải chuyển vị trí
chitieu+chuyendoi: diện luân chuyển | diện chuyển đổi | đến hạn chuyển đổi | tới hạn chuyển đổi | cần luân chuyển
kyluat: ăn kỷ luật | vướng kỷ luật | lãnh kỷ luật | mang kỷ luật | bị khiển trách | khiển trách | bị cảnh cáo | cảnh cáo
kyluat: kỷ luật đảng | bị xử kỷ luật
quychechitieu: quy chế xài tiền | quy chế tài chính nội bộ | quy định chi tiêu nội bộ | quy chế chi nội bộ | quy chế chi tiêu nb
cntt: công nghệ | mạng máy tính | máy tính mạng
chuyentrach: chuyên lo | chuyên làm | lo về | lo phần | đảm trách | đảm nhiệm | chuyên phụ trách | phụ trách về
chuyentrach+cntt: chuyên lo máy móc | lo máy móc | lo phần máy móc | coi máy móc | lo mạng máy tính | chuyên lo mạng máy tính
chuyentrach+cntt: quản trị mạng | kỹ thuật máy tính | rành máy tính | lo máy tính mạng | sửa máy tính mạng
vanbandi: phát hành | gửi ra ngoài | phát hành văn bản | phát hành công văn | công văn gửi đi
dientu+hoantoan: khỏi in giấy | khỏi gửi giấy | không in ra giấy | không cần giấy | không dùng giấy | không có bản giấy
dientu+hoantoan: chỉ gửi qua mạng | chỉ qua mạng | thuần điện tử | gửi điện tử hết | không kèm theo giấy | không kèm giấy tờ
dientu+songsong: vừa gửi mạng vừa gửi giấy | vừa qua mạng vừa giấy | vừa gửi qua mạng vừa gửi giấy
dientu+songsong: vừa bản giấy vừa bản điện tử | vừa bản mềm vừa bản cứng | vừa bản mềm vừa bản giấy | điện tử mà kèm giấy
dientu+songsong: điện tử có kèm giấy | gửi hai dạng | điện tử mà kèm bản giấy | điện tử có kèm bản giấy | điện tử kèm bản giấy
dientu+songsong: điện tử kèm theo bản giấy
dientu+songsong: vừa giấy vừa mạng | vừa mạng vừa giấy | vừa gửi giấy vừa gửi mạng | vừa gửi qua mạng vừa gửi bản giấy
dientu+songsong: vừa gửi trên mạng vừa gửi giấy | vừa gửi trên mạng vừa gửi bản giấy | vừa gửi mạng vừa gửi bản giấy
dientu+songsong: cả mạng lẫn giấy | cả mạng cả giấy | gửi cả mạng lẫn giấy | cả file lẫn giấy | cả bản mềm lẫn bản cứng
dientu+songsong: gửi cả hai bản | gửi cả hai kiểu | gửi cả hai đường | gửi song song | bản điện tử kèm bản giấy
dientu+songsong: bản mềm kèm bản cứng | vừa file vừa giấy | gửi mạng vẫn kèm giấy
songsong: kèm bản cứng | thêm bản giấy | thêm bản cứng | gửi kèm giấy | gửi kèm bản giấy | gửi thêm bản giấy | gửi thêm giấy
songsong: vừa gửi thêm bản giấy | vừa gửi kèm bản giấy | vẫn gửi giấy | vẫn gửi bản giấy | vẫn kèm giấy | vẫn in giấy
songsong: bản giấy cùng lúc | giấy cùng lúc | bản giấy song song | bản giấy đi kèm | bản cứng đi kèm | giấy đi kèm
dientu: trục liên thông | trục liên thông văn bản | qua trục liên thông | trên trục liên thông
dientu: đường điện tử | bằng đường điện tử | bản file | bản mềm | bằng file | dưới dạng điện tử | bằng điện tử
dientu+hoantoan: không gửi song song bản giấy | không song song giấy | không song song bản giấy | không gửi kèm giấy
dientu+hoantoan: không gửi kèm bản giấy | không gửi bản giấy | không gửi thêm giấy | không gửi thêm bản giấy | khỏi bản giấy
dientu+hoantoan: khỏi kèm giấy | khỏi kèm bản giấy | không bản giấy | không kèm bản cứng | không có bản cứng | không có giấy
dientu+hoantoan: không kèm giấy nữa | không gửi giấy nữa | khỏi gửi bản giấy | không còn gửi giấy | không giấy tờ
dientu+hoantoan: 0 kèm giấy | 0 kèm bản giấy | 0 gửi giấy | hoàn toàn qua mạng | hoàn toàn trên mạng | gửi hẳn qua mạng
dientu+hoantoan: hẳn bằng điện tử | hẳn điện tử | chỉ bằng đường điện tử | chỉ bằng điện tử | chỉ gửi bằng điện tử
dientu+hoantoan: chỉ gửi mạng | chỉ gửi trên mạng | chỉ đi mạng | đi mạng hết | toàn gửi mạng | toàn qua mạng
dientu+hoantoan: không cần gửi giấy | không cần bản giấy | không cần kèm giấy | khỏi cần giấy | không phải gửi giấy
dientu+hoantoan: gửi mạng hoàn toàn | chỉ ký số rồi gửi | ký số gửi mạng
kyso: ký điện tử | ký bằng chữ ký số
chungthuso: usb token | token | usb chữ ký số | thiết bị ký số
chungthuso: usb chữ ký | thẻ ký số | ban cơ yếu | ban cơ yếu cấp | cơ yếu cấp | ban cơ yếu chính phủ
thudientu: mail tỉnh | email tỉnh | mail tỉnh cấp | email tỉnh cấp | hộp mail | hộp thư công | địa chỉ mail | địa chỉ email
thudientu: mail nhà nước | email nhà nước | thư điện tử nhà nước | thư điện tử của nhà nước | thư điện tử nhà nước cấp
thudientu: thư điện tử của nhà nước cấp | mail nhà nước cấp | mail do tỉnh cấp | email do tỉnh cấp | thư điện tử do tỉnh cấp
thudientu: mail của tỉnh | mail chính thức | email chính thức | hộp thư nhà nước | mail cơ quan cấp | email cơ quan cấp
hethongbc: phần mềm báo cáo của tỉnh | phần mềm báo cáo tỉnh | hệ thống báo cáo tỉnh | phần mềm báo cáo cấp tỉnh
hethongbc: phần mềm làm báo cáo | phần mềm gửi báo cáo | hệ thống làm báo cáo | hệ thống gửi báo cáo | phần mềm nộp báo cáo
hethongbc: phần mềm báo cáo dùng chung | hệ thống báo cáo dùng chung | phần mềm làm báo cáo dùng chung cấp tỉnh
hethongbc: hệ thống báo cáo dùng chung của tỉnh | hệ thống báo cáo dùng chung cấp tỉnh | phần mềm báo cáo dùng chung của tỉnh
hethongbc: phần mềm làm báo cáo của tỉnh | hệ thống báo cáo điện tử | hệ thống báo cáo trực tuyến | hệ thống báo cáo trên tỉnh
bcci: tận nhà | về tận nhà | đến tận nhà | tới tận nhà | đường bưu điện | bưu tá | chuyển phát | chuyển phát nhanh
htqlcl: hệ thống chất lượng
iso: hệ thống iso
xemxetld: lãnh đạo họp xem xét | họp xem xét của lãnh đạo | sếp họp xem xét | sếp xem xét | lãnh đạo có xem xét
thammuu: soạn | soạn trình | soạn để trình | tham mưu trình | soạn thảo trình | trình tỉnh ban hành | soạn trình tỉnh ban hành
kiennghixuly+kiennghi: kiến nghị sửa | kiến nghị bỏ | kiến nghị sửa bỏ | đề nghị sửa | đề nghị bỏ | kiến nghị thay thế
rasoat+vanban: rà văn bản | rà vb
catgiam: dẹp | dẹp bỏ | dẹp được | gom được
htmotcua: một cửa điện tử của tỉnh | một cửa điện tử tỉnh | một cửa điện tử tập trung
baibo: bỏ hay thay | bỏ hoặc thay | bỏ với thay | bỏ và thay | bỏ và thay thế
lienthong+cungcap: làm chung với sở khác | làm chung với các sở khác | làm chung giữa các sở | làm chung với sở
thanhtoantt: trả tiền qua cổng | thanh toán qua cổng | đóng phí qua cổng | nộp phí qua cổng | nộp tiền qua cổng
thanhtoantt: đóng tiền qua cổng | chuyển khoản qua cổng | trả phí qua cổng
duocgiao+bienche: tỉnh cho sở bao nhiêu biên chế | tỉnh cho sở mấy biên chế | trên cho sở mấy biên chế
dvc+tructuyen+cungcap+md4: đang ở mức 4 | đang ở mức độ 4 | đang chạy mức 4 | đang chạy mức độ 4 | đang làm mức 4
dvc+tructuyen+cungcap+md3: đang ở mức 3 | đang ở mức độ 3 | đang chạy mức 3 | đang chạy mức độ 3 | đang làm mức 3
dvc+tructuyen+cungcap+md4: mức 4 đang mở | mức độ 4 đang mở | mức bốn đang mở | mức độ bốn đang mở | đang mở mức 4
dvc+tructuyen+cungcap+md4: mức 4 đang chạy | mức độ 4 đang chạy | mức bốn đang chạy | mức độ bốn đang chạy | đang mở mức độ 4
dvc+tructuyen+cungcap+md4: mức 4 đang làm | mức độ 4 đang làm | đang chạy mức bốn | đang mở mức bốn | đang cho làm mức 4
dvc+tructuyen+cungcap+md3: mức 3 đang mở | mức độ 3 đang mở | mức ba đang mở | mức độ ba đang mở | đang mở mức 3
dvc+tructuyen+cungcap+md3: mức 3 đang chạy | mức độ 3 đang chạy | mức ba đang chạy | mức độ ba đang chạy | đang mở mức độ 3
dvc+tructuyen+cungcap+md3: mức 3 đang làm | mức độ 3 đang làm | đang chạy mức ba | đang mở mức ba | đang cho làm mức 3
cungcap: đang mở cho dân | đang mở cho dân làm | mở cho dân làm | mở cho dân nộp | đang mở cho dân nộp | đang cho dân làm
cungcap: đang cho dân nộp | hiện cung cấp | hiện đang cung cấp | đang mở cho bà con | mở cho bà con làm | đang phục vụ dân
tra: tới tay dân | đến tay dân | đến tận tay dân | tận tay người dân | gửi về cho dân | gửi về tận nhà | phát tận nhà
tra: giao tận nhà
tra+bcci: gửi bưu điện đến nhà dân | gửi bưu điện về nhà dân | bưu điện trả tận nhà | bưu điện đem về | bưu điện giao tận nhà
tra+bcci: bưu điện phát tận nhà | bưu điện đem tới nhà dân | bưu điện gửi về nhà | bưu điện trả về nhà
tiepnhan+bcci: bưu điện nhận giùm | bưu điện nhận hộ | bưu điện thu | nhận hồ sơ tại nhà
tiepnhan+bcci: bưu điện đem tới | bưu điện đem đến | bưu điện mang tới | bưu điện mang đến | bưu tá mang tới
tiepnhan+bcci: bưu điện chuyển tới | bưu điện chuyển đến | bưu tá đem tới | bưu tá mang đến
tiepnhan+bcci: gửi bưu điện tới | gửi bưu điện đến | gửi bưu điện lên
tiepnhan+bcci+hoso: bưu tá mang hồ sơ | bưu điện mang hồ sơ | bưu điện đem hồ sơ | bưu tá đem hồ sơ | bưu điện chuyển hồ sơ
tiepnhan: phát sinh tiếp nhận | có phát sinh tiếp nhận | phát sinh chiều tiếp nhận | có phát sinh chiều tiếp nhận
tra: phát sinh trả kết quả | có phát sinh trả kết quả | phát sinh trả | phát sinh chiều trả | có phát sinh chiều trả
thucte: thực tế phát sinh | phát sinh thực tế
tiepnhan: chiều tiếp nhận | chiều nhận | chiều nộp | khâu tiếp nhận | chiều vào | mang đến nộp | đem đến nộp | mang tới nộp
tra: chiều trả | chiều trả kết quả | khâu trả | khâu trả kết quả | chiều về | chiều ra | đem trả cho bà con | đem trả cho dân
tra+bcci: gửi kết quả về nhà | trả kết quả về nhà | trả kết quả tại nhà | trả về tận nhà
bcci: bên bưu điện | nhân viên bưu điện | bưu cục | vnpost | anh bưu điện
tthc: đếm theo thủ tục | đếm theo đầu thủ tục | tính theo thủ tục | tính theo đầu thủ tục | đầu thủ tục | loại thủ tục
hoso: đếm theo hồ sơ | tính theo hồ sơ | đếm theo bộ hồ sơ | lượt hồ sơ | bộ giấy tờ | tính theo bộ hồ sơ | đầu hồ sơ
cuaso: của chính sở | của chính sở ngành | cơ quan sở | ở cơ quan sở | tại cơ quan sở | của cơ quan sở | bản thân sở | sở ngành
iso+cuaso: iso của sở | iso ở sở | iso tại sở | iso cấp sở | iso sở mình | iso của sở mình | iso ở sở mình | iso bên sở | iso sở
danhgianb+cuaso: sở đánh giá nội bộ | sở mình đánh giá nội bộ | đánh giá nội bộ của sở | đánh giá nội bộ ở sở
danhgianb+cuaso: đánh giá nội bộ tại sở | đánh giá nội bộ cấp sở | sở tự đánh giá | sở mình tự đánh giá
congbo+cuaso: sở công bố | sở mình công bố | sở công bố lại | sở mình công bố lại | sở có công bố | sở đã công bố
phathien: thấy mấy | thấy bao nhiêu
thituyen: phải thi | thi lãnh đạo | thi lên | thi sếp
chaphanh: tuân thủ
"""
