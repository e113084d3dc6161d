"""The offices' language as data: which wordings say the same thing.

One line a concept: its token, then the wordings people use for it, longest match first when read. A wording is given with its
accents for the reader and compared without them. `token+token` stands for a wording that says several things at once.
Reviewed like a glossary: a new everyday word goes here when it holds for many indicators, into an alias when for one.
"""

from __future__ import annotations

from bot.understanding.everyday_bodies import EVERYDAY_OF_BODIES
from bot.understanding.everyday_digital import EVERYDAY_DIGITAL
from bot.understanding.everyday_governance import EVERYDAY_GOVERNANCE
from bot.understanding.everyday_procedures import PROCEDURES
from bot.understanding.everyday_words import EVERYDAY

_CATALOGUE = """
cchc: cải cách hành chính | cchc | cc hành chính | cải cách hc | cải cách | cải cách hành chánh
kehoach: kế hoạch | kh | khoạch
nhiemvu: nhiệm vụ | nv | nvu | công việc | đầu việc | việc | phần việc | công tác được giao
dera: đề ra | đặt ra | đưa ra | dự định làm
kehoach+dera: theo kế hoạch phải làm
hoanthanh: hoàn thành | đã hoàn thành | hoàn tất | xong | đã xong | làm xong | thực hiện xong | làm được | ht | đã làm xong
hoanthanh: xong xuôi
tyle: tỷ lệ | tỉ lệ | tl | phần trăm | % | mấy phần trăm | bao nhiêu phần trăm | tỷ lệ phần trăm | tỷ lệ % | mấy % | bao nhiêu %
vanban: văn bản | vb | công văn | vbản | văn thư
chidao: chỉ đạo | chỉ đạo điều hành | chđ
banhanh: ban hành | bhành
kiemtra: kiểm tra | ktra | đi kiểm tra
thanhtra: thanh tra | ttra | đi thanh tra
thanhtra+kiemtra: thanh kiểm tra | thanh ktra
phongban: phòng ban | phòng | phòng chuyên môn | phòng ban chuyên môn | các phòng
phongban+khoivanphong: phòng ban chuyên môn thuộc khối văn phòng sở | phòng thuộc văn phòng sở
khoivanphong: khối văn phòng sở | khối văn phòng | văn phòng sở
tructhuoc: trực thuộc | đơn vị trực thuộc | đv trực thuộc | dvtt | đơn vị cấp dưới | đơn vị con | đơn vị bên dưới | cấp dưới
tructhuoc: đơn vị trực thuộc sở | đơn vị trực thuộc sở ngành | trực thuộc sở ngành | trực thuộc sở | tt sở ngành
tructhuoc: các đơn vị dưới sở | thuộc đơn vị trực thuộc sở ngành | thuộc đơn vị trực thuộc | thuộc các đơn vị trực thuộc
tructhuoc: thuộc trực thuộc
vande: vấn đề | sai phạm | tồn tại | hạn chế | sai sót | vụ việc | lỗi | khuyết điểm | vđ | vụ | chỗ sai | cái sai
phathien: phát hiện | tìm ra | nêu ra | chỉ ra | lộ ra | phát hiện ra | tìm thấy
xuly: xử lý | giải quyết | khắc phục | xlý | gquyết | gq
xuly+daxong: xử lý xong | đã xử lý | đã xử lý xong | giải quyết xong | đã giải quyết | khắc phục xong | đã khắc phục
xuly+daxong: được xử lý xong | đã được xử lý xong | đã được giải quyết | xử lý dứt điểm | giải quyết rồi | xử lý rồi | sửa xong
xuly+daxong: xử xong | đã xử | giải quyết được | xử lý được | trả lời | đã trả lời | đã phản hồi | phản hồi | đã khắc phục xong
tuyentruyen: tuyên truyền | ttruyền | tuyên truyền thường xuyên
pbgdpl: phổ biến giáo dục pháp luật | pbgdpl | phổ biến pháp luật | giáo dục pháp luật | pbpl | tuyên truyền pháp luật
pbgdpl: phổ biến gdpl
tinbai: tin bài | tin bài viết | bài viết | bài | bài đăng | tin | tin bài viết phóng sự | phóng sự | tin tức | bài báo
chuyentrang: chuyên trang | chuyên trang cchc | chuyên trang cchc tỉnh | trang cchc tỉnh | trang cchc của tỉnh | trang cchc
chuyentrang: trang cải cách hành chính | chuyên trang cải cách hành chính | chuyên trang của tỉnh | trang của tỉnh | trang tỉnh
chuyentrang: chuyên trang tỉnh | chuyên trang cchc của tỉnh | trang cải cách hành chính của tỉnh
chuyentrang: chuyên trang cải cách hành chính tỉnh | trang web cchc của tỉnh | trang web của tỉnh | website tỉnh
chuyentrang: website cchc tỉnh
trangdonvi: chuyên mục | chuyên mục cchc | trang thông tin điện tử | trang tin | trang web | website | web | trang ttđt
trangdonvi: trang của sở | trang của đơn vị | trang đơn vị | trang sở | cổng thông tin | trang tin điện tử | trang nhà | web sở
trangdonvi: trang riêng | chuyên mục cchc của trang thông tin điện tử của đơn vị | trang thông tin điện tử của đơn vị
trangdonvi: trang thông tin | trang mình
baodai: báo đài | phương tiện truyền thông | phương tiện truyền thông báo đài website zalo | zalo | facebook | mạng xã hội
baodai: báo chí | đài truyền hình | truyền hình | đài phát thanh | báo đài website zalo | báo đài zalo | fb | truyền thông
hoihop: cuộc họp | hội nghị | hội thi | hội diễn | các cuộc họp | cuộc họp hội nghị | cuộc họp hội nghị hội thi hội diễn
hoihop: buổi họp
ubtinh+duocgiao: ubnd tỉnh giao | tỉnh giao | chủ tịch giao | chủ tịch tỉnh giao | ubnd giao | của ubnd tỉnh giao | ủy ban giao
ubtinh+duocgiao: ủy ban tỉnh giao | ủy ban nhân dân tỉnh giao | ub tỉnh giao | ub giao | chủ tịch ubnd tỉnh giao | cấp trên giao
ubtinh+duocgiao: trên giao
ubtinh: ubnd tỉnh | ủy ban tỉnh | ủy ban nhân dân tỉnh | ub tỉnh | chủ tịch ubnd tỉnh
dunghan: đúng hạn | đúng hẹn | đúng tiến độ | đúng thời hạn | kịp hạn | trước hạn | đúng kỳ hạn | trước và đúng hạn
dunghan: kịp ngày hẹn | kịp tiến độ | đảm bảo tiến độ | đúng ngày hẹn | đúng ngày | không trễ | kịp thời hạn | không trễ tiến độ
dunghan: không trễ hạn | không quá hạn | không trễ hẹn | không bị trễ | không chậm
quahan: quá hạn | trễ hạn | trễ hẹn | trễ | chậm | muộn | trễ tiến độ | chậm tiến độ | quá hẹn | bị trễ | nhưng quá hạn
quahan: chậm hạn | lố hạn | không đúng hạn | không kịp | không kịp hạn | không đúng hẹn | chưa đúng hạn
sangkien: sáng kiến | giải pháp mới | sáng kiến giải pháp mới | cách làm mới | ý tưởng mới | sáng kiến giải pháp | sáng kiến mới
khenthuong: khen thưởng | khen | tuyên dương | biểu dương | giấy khen | bằng khen | thưởng
hailong: hài lòng | sự hài lòng | ưng bụng | ưng ý | hlòng | ưng
khaosat: khảo sát | ksát | thăm dò | điều tra xã hội học | lấy ý kiến người dân | lấy ý kiến | hỏi ý kiến
phieu: phiếu | tờ phiếu
phieu+khaosat: phiếu khảo sát | phiếu ks | phiếu hỏi | phiếu lấy ý kiến | phiếu thăm dò
hinhthuc: hình thức | cách thức | phương thức | bằng cách nào | kiểu nào | cách nào
chithi: chỉ thị 10 | chỉ thị số 10 | ct 10 | ct10 | chỉ thị 26 | chỉ thị số 26 | ct 26 | ct26 | chỉ thị | chỉ thị 10 26
chithi: chỉ thị 10 và 26 | chỉ thị 10 ct ubnd | chỉ thị số 10 ct ttg | chỉ thị số 26 ct ttg | chỉ thị 10 ct ttg
chithi: chỉ thị 26 ct ttg | ct10 26
kycuong: kỷ cương | kỷ luật kỷ cương | kỷ luật kỷ cương hành chính | kỷ cương hành chính | kỷ luật hành chính
vbqppl: vbqppl | vb qppl | văn bản quy phạm pháp luật | văn bản qppl | quy phạm pháp luật | qppl | văn bản pháp luật
vbqppl: vb pháp luật | văn bản luật | vbpl | vb quy phạm | văn bản quy phạm
thammuu: tham mưu | trình ban hành | soạn thảo | tmưu
dungquytrinh: đúng quy trình | đúng quy trình thủ tục | đúng thủ tục | đúng trình tự | đúng trình tự thủ tục
dungquytrinh: đúng quy trình thủ tục theo quy định
saiquytrinh: sai quy trình | không đúng quy trình | chưa đúng quy trình | sai trình tự | không đúng trình tự | trái quy trình
rasoat: rà soát | rsoát | rà lại | soát xét | soát | sau rà soát
rasoat+phai: phải rà soát | cần rà soát | thuộc diện rà soát | phải rà | cần rà
rasoat+dara: đã rà soát | rà soát xong | rà soát được | rà được | rà xong | đã rà | được rà soát | rà soát rồi
kiemsoat: kiểm soát | ks tthc | kiểm soát thủ tục
kiemsoat+tthc: kiểm soát tthc | kiểm soát thủ tục hành chính | kstthc
dongianhoa: đơn giản hóa | đơn giản | làm gọn | cắt gọn
rutngan: rút ngắn | rút ngắn thời gian | giảm thời gian | cắt giảm thời gian | rút ngắn thời hạn | rút thời gian | bớt thời gian
thanhphanhs: thành phần hồ sơ | giảm thành phần hồ sơ | giảm thành phần | giảm giấy tờ | cắt giảm thành phần hồ sơ | tp hồ sơ
thanhphanhs: bỏ giấy tờ | cắt giấy tờ | bớt hồ sơ | giảm hồ sơ phải nộp
soquydinh: so với quy định | so quy định
congbo: công bố | công bố công bố lại | công bố lại
congbo+moi: công bố mới | mới công bố | được công bố mới | ban hành mới | mới ban hành | công bố lần đầu | lần đầu công bố
baibo: bãi bỏ | bãi bỏ thay thế | thay thế | hủy bỏ | bị bãi bỏ | bãi bỏ hoặc thay thế | hết hiệu lực | bị bỏ | bỏ đi | cắt bỏ
baibo: xóa bỏ
hieuluc: hiệu lực | đang có hiệu lực | còn hiệu lực | đang hiệu lực | có hiệu lực | đang áp dụng | đang thực hiện tại sở
hieuluc: còn giá trị | hiện hành | đang thi hành
apdung: áp dụng
apdung+taicoquan: áp dụng tại cơ quan | áp dụng tại sở | áp dụng tại cơ quan đơn vị | thực hiện tại sở | áp dụng ở sở
apdung+taicoquan: thực hiện tại cơ quan | của riêng sở
taicoquan: tại cơ quan | tại sở
tthc+motcuadt: trang một cửa điện tử | trang một cửa
motcuadt: một cửa điện tử | 1 cửa điện tử | một cửa đt
motcua: một cửa | 1 cửa | một cửa một cửa liên thông | bộ phận một cửa
motcua+lienthong: một cửa liên thông | 1 cửa liên thông
lienthong: liên thông | lthông
htmotcua: hệ thống thông tin một cửa điện tử | hệ thống một cửa điện tử | hệ thống một cửa | phần mềm một cửa
htmotcua: hệ thống thông tin một cửa | hệ thống thông tin một cửa điện tử tập trung của tỉnh
htmotcua: hệ thống một cửa điện tử tập trung | hệ thống một cửa tập trung | hệ thống thông tin một cửa điện tử tập trung
htmotcua: hệ thống một cửa của tỉnh | hệ thống thông tin giải quyết tthc | phần mềm 1 cửa
tichhop: tích hợp | được tích hợp | đã tích hợp | đưa lên | đấu nối
ketnoi: kết nối | kết nối liên thông
congkhai: công khai | đăng công khai | cập nhật công khai | cập nhật lên | đăng tải
pakn: góp ý | phản ánh | pa kn | khiếu nại
ykien: ý kiến | ykiến
pakn+ykien: ý kiến phản ánh kiến nghị | ý kiến phản ánh | ý kiến góp ý | ý kiến kiến nghị
niemyet: niêm yết | niêm yết công khai | dán công khai | treo bảng
cungcap: cung cấp | đang cung cấp | ccấp | giữa các sở | giữa các sở ngành | giữa các sở với nhau | cùng một cấp
giuacaccap: giữa các cấp | các cấp chính quyền | giữa các cấp chính quyền | khác cấp | nhiều cấp | liên cấp | các cấp
giuacaccap: chính quyền các cấp | sở với huyện xã | tỉnh huyện xã | từ tỉnh xuống xã
duyet: phê duyệt | được phê duyệt | được duyệt | duyệt | đã duyệt | đã được phê duyệt | đã phê duyệt
quytrinhnb: quy trình nội bộ | qtnb | quy trình giải quyết nội bộ | quy trình nội bộ giải quyết tthc
quytrinhnb: quy trình nội bộ giải quyết thủ tục hành chính
dientuhoa: điện tử hóa | được điện tử hóa | đã được điện tử hóa | số hóa | tin học hóa | đưa vào phần mềm
hoso: hồ sơ | hs | bộ hồ sơ | hsơ | giấy tờ | hồ sơ thủ tục | bộ hs
tthc: thủ tục hành chính | tthc | thủ tục | ttục | tt hành chính | tt hc
tiepnhan: tiếp nhận | nhận | tiếp nhận vào | tnhận | nộp | nộp vào | nộp vô | nhận vào | nhận vô | đã tiếp nhận | được tiếp nhận
tiepnhan: thu nhận | đem nộp | gửi vào | nộp đến | nhận được | tn | đầu vào | gửi đến | gửi tới
tra: trả kết quả | nhận kết quả | lấy kết quả | nhận kq | lấy kq | kết quả trả | trả kq | trả | được trả kết quả | đã trả
tra: đã trả kết quả | phát trả | giao trả | trả xong | trả kquả | trả ra | gửi kết quả | giao kết quả | phát kết quả
tra: chuyển kết quả | đầu ra
congdvc: cổng dịch vụ công | cổng dvc | cdvc | cổng dịch vụ
congdvc+quocgia: cổng dịch vụ công quốc gia | cổng dvc quốc gia | dvcqg | cổng dvcqg | cổng quốc gia | cổng dvc qg | cổng qg
congdvc+quocgia: cổng dv công quốc gia | cổng qg | cổng quốc gia
quocgia: quốc gia
congdvc+quocgia+congdvctinh: cổng dvc quốc gia hoặc trên cổng dvc của tỉnh
congdvc+congdvctinh: cổng dvc của tỉnh | cổng dịch vụ công của tỉnh | cổng dvc tỉnh | cổng dịch vụ công tỉnh
dvc: dịch vụ công | dvc
dvc+tructuyen+md3+md4: dịch vụ công trực tuyến 3,4 | dịch vụ công trực tuyến 3 4 | dvctt 3,4 | dvctt 3 4 | dvc trực tuyến 3,4
dvc+tructuyen+md3+md4: dịch vụ công trực tuyến 3 và 4 | dvc trực tuyến 3 4 | dvctt 3 và 4 | dvc tt 3,4 | dvc tt 3 4
dvc+tructuyen+md3+md4: dvc tt 3 và 4 | dvctt mức 3 và 4 | dvc 3 4 | dvc 3,4 | dvc 3 và 4 | dvctt 3 với 4
dvc+tructuyen+md3: dịch vụ công trực tuyến 3 | dvctt 3 | dvc trực tuyến 3 | dvc tt 3
dvc+tructuyen+md4: dịch vụ công trực tuyến 4 | dvctt 4 | dvc trực tuyến 4 | dvc tt 4
dvc+tructuyen: dịch vụ công trực tuyến | dvctt | dvc trực tuyến | dvc tt | dịch vụ trực tuyến | dvc online
md3: mức độ 3 | md3 | mức 3 | cấp độ 3 | md 3 | mđộ 3 | trực tuyến 3 | độ 3 | mức độ ba | mức ba | level 3
md4: mức độ 4 | md4 | mức 4 | cấp độ 4 | md 4 | mđộ 4 | trực tuyến 4 | độ 4 | mức độ bốn | mức bốn | level 4 | mức độ tư
md3+md4: mức độ 3 4 | mức độ 3,4 | mức độ 3 và 4 | mức độ 3 và mức độ 4 | md 3 4 | md34 | md3 4 | mức 3 4 | mức 3 và 4
md3+md4: mức độ ba bốn | mức độ ba và bốn | mức độ ba với bốn | mức ba bốn | mức ba và bốn | mức độ ba hoặc bốn
md3+md4: mức độ ba và mức độ bốn | mức ba và mức bốn | cấp độ ba và bốn | mức độ ba tư | mức độ ba và tư
md3+md4: trực tuyến 3 4 | md 3,4 | trực tuyến 3,4 | mức 3,4 | mức độ 3 với 4 | md3 và md4 | mức độ 34 | md3 md4 | md 3 và 4
thanhtoantt: thanh toán trực tuyến | thanh toán online | thanh toán điện tử | nộp phí trực tuyến | trả phí trực tuyến
thanhtoantt: trả tiền qua mạng | dịch vụ thanh toán trực tuyến | thanh toán qua mạng | đóng phí online | đóng tiền qua mạng
thanhtoantt: nộp tiền qua mạng | thanh toán phí | triển khai thanh toán trực tuyến | đóng phí qua mạng | nộp phí qua mạng
thanhtoantt: chuyển khoản | nộp phí online | đóng lệ phí online | nộp lệ phí trực tuyến | trả tiền online
tructuyen: trực tuyến | online | qua mạng | trên mạng | onl | nộp trực tuyến | nộp online | nộp qua mạng
tructiep: trực tiếp
dudieukien: đủ điều kiện | đủ đk | đủ điều kiện cung cấp | đủ đk cung cấp | đủ đkiện | có thể cung cấp
phatsinh+hoso: phát sinh hồ sơ | có phát sinh hồ sơ | phát sinh hs | có phát sinh hs | phát sinh hồ sơ nộp | có hồ sơ nộp
phatsinh+hoso: có người nộp | có hồ sơ phát sinh | có phát sinh hồ sơ nộp | có hồ sơ | có hs
phatsinh: phát sinh | có phát sinh
nghiavutc: nghĩa vụ tài chính | nv tài chính | nghĩa vụ tc | phí lệ phí | lệ phí | đóng phí | thu phí | phí | có phí
nghiavutc: yêu cầu nghĩa vụ tài chính | nvtc | tốn phí | có phát sinh phí lệ phí | phát sinh phí lệ phí | đóng tiền | thu tiền
nghiavutc: thu lệ phí | nộp phí
tochuchc: tổ chức hành chính | chi cục | tchc | tổ chức hành chính trực thuộc | các chi cục
dvsn: đơn vị sự nghiệp | đvsn | sncl | đơn vị sncl | đv sn | sự nghiệp | sự nghiệp công lập | đvsncl | các sncl
dvsn: đơn vị sự nghiệp công lập | đv sncl | đv sự nghiệp | đơn vị sự nghiệp công lập sncl | trung tâm | đơn vị sn | bệnh viện
dvsn: trường | trường học | các trung tâm | nhà văn hóa | ban quản lý
catgiam: cắt giảm | cắt | giảm | bớt | được cắt giảm | giảm bớt | bị cắt | sắp xếp lại
bienche: biên chế | bchế | biên chế công chức | biên chế hành chính
bienche+duocgiao: biên chế giao | tỉnh cho biên chế
duocgiao: được giao | giao | đc giao
comat: có mặt | hiện có | đang làm | đang có mặt | thực có | hiện diện | đang có | thực tế có mặt | có mặt tại thời điểm báo cáo
hopdong: hợp đồng lao động | hđlđ | hợp đồng | làm hợp đồng | hđ | lao động hợp đồng | hđ lao động | hđ 68
tinhgian: tinh giản | tinh giảm | cho nghỉ
bienche+tinhgian: biên chế tinh giản | biên chế đã tinh giản | giảm biên chế | tinh giản biên chế công chức | tinh giản biên chế
bienche+tinhgian: tinh giản bc | tgbc
sokehoachnam: so với kế hoạch năm | so với kế hoạch | so kế hoạch | so kh năm | kế hoạch năm | so kế hoạch năm | so kh
nguoilamviec: người làm việc | nlv | người lao động | người đang làm việc | ng làm việc | người làm | số lượng người làm việc
huongluong: hưởng lương | ăn lương
nsnn: ngân sách nhà nước | nsnn | ngân sách | ns nhà nước | lương ngân sách | nhà nước
tuchu: tự chủ | tự chủ tài chính | cơ chế tự chủ | tự lo | tự bảo đảm | tự đảm bảo | tự trang trải | tự túc | tự cân đối
tuchu: tự nuôi
hoantoan: hoàn toàn | toàn phần | toàn bộ
motphan: một phần | 1 phần
p100: 100% | 100 phần trăm | một trăm phần trăm
chithuongxuyen: chi thường xuyên | ctx | thường xuyên | chi tx
chidautu: chi đầu tư | đầu tư | chi đtư
dambao: đảm bảo | bảo đảm | bao cấp | lo hết | nuôi | lo
tuchu+tuchiutrachnhiem: tự chủ tự chịu trách nhiệm
tuchiutrachnhiem: tự chịu trách nhiệm
kinhphi: kinh phí | kinh phí hành chính | quản lý kinh phí | quản lý kinh phí hành chính
lanhdao: lãnh đạo | lđạo | sếp | lđ | cán bộ lãnh đạo | chức lãnh đạo
lanhdao+capso: lãnh đạo cấp sở | lãnh đạo sở | lđ sở | sếp sở | giám đốc | phó giám đốc | ban giám đốc | lãnh đạo ngành
lanhdao+capphong: lãnh đạo cấp phòng | trưởng phó phòng | trưởng phòng | phó phòng | lãnh đạo phòng | lđ phòng | sếp phòng
lanhdao+capphong: trưởng phó các phòng
capso: cấp sở | cấp sở ngành | cấp ngành
capphong: cấp phòng | cấp phòng và tương đương | trưởng phó
tuongduong: tương đương | và tương đương
thuocso: thuộc sở | thuộc | thuộc sở ngành | của sở ngành | trong sở
khonglanhdao: không giữ chức vụ lãnh đạo quản lý | không giữ chức vụ | không phải lãnh đạo | không giữ chức vụ lãnh đạo
khonglanhdao: không lãnh đạo | không chức vụ | không giữ chức | công chức thường | nhân viên thường | không có chức vụ
caphuyen: cấp huyện | huyện | các huyện | đơn vị hành chính cấp huyện | huyện thị | quận huyện | phòng cấp huyện
capxa: cấp xã | xã | xã phường | đơn vị hành chính cấp xã | xã phường thị trấn | các xã
phancap: phân cấp | phân cấp quản lý | phân cấp quản lý nhà nước | nhiệm vụ phân cấp | nhiệm vụ phân cấp quản lý nhà nước | pcql
chuyennganh: chuyên ngành | thanh tra chuyên môn
vitrivl: vị trí việc làm | vtvl | đề án vị trí việc làm | đề án vtvl
banmota: bản mô tả | mô tả | mô tả công việc | bản mô tả công việc
khungnangluc: khung năng lực
tuyendung: tuyển dụng | tuyển | tuyển mới | tuyển vào | được tuyển | tdụng | lấy vào
dacbiet: đặc biệt | trường hợp đặc biệt | diện đặc biệt | theo trường hợp đặc biệt | không qua thi | đặc cách | tuyển thẳng
dacbiet: diện thu hút | thu hút
thituyen: thi tuyển | xét tuyển | thi tuyển xét tuyển | qua thi tuyển | thi xét tuyển | trúng tuyển | thi đỗ | thi vào
congchuc: công chức | cchức | cán bộ công chức | cbcc
vienchuc: viên chức | vchức
congchuc+vienchuc: công chức viên chức | ccvc | cbccvc | cán bộ công chức viên chức | cc vc | cán bộ
bonhiem: bổ nhiệm | bổ nhiệm mới | đề bạt | lên chức | cất nhắc | mới bổ nhiệm | được bổ nhiệm | bnhiệm | tuyển chọn bổ nhiệm
bonhiem: mới lên
daotao: đào tạo | bồi dưỡng | đào tạo bồi dưỡng | tập huấn | đi học | đtbd | đt bd | cho đi học
thucte: thực tế | thực hiện thực tế | kết quả thực hiện thực tế | làm thực tế
chuyendoi: chuyển đổi | chuyển đổi vị trí | chuyển đổi vị trí công tác | đổi vị trí | luân chuyển | chuyển vị trí | cđvtct
chuyendoi: định kỳ chuyển đổi vị trí công tác | chuyển đổi vị trí việc làm | chuyển đổi định kỳ | đổi vị trí công tác
chitieu: chỉ tiêu chuyển đổi | chỉ tiêu | phải đổi | phải chuyển
kyluat: kỷ luật | bị kỷ luật | xử lý kỷ luật | dính kỷ luật | bị xử lý kỷ luật | klật
quychechitieu: quy chế chi tiêu nội bộ | quy chế chi tiêu | qcctnb | chi tiêu nội bộ | quy chế nội bộ
thamdinh: thẩm định
chinhquyenso: chính quyền số | chính phủ số | chính quyền điện tử | chính phủ điện tử | cqs | cqđt | chuyển đổi số | cđs
cntt: công nghệ thông tin | cntt | tin học | máy tính | vi tính | công nghệ tt
cntt: dân it | cán bộ it | chuyên viên it | nhân viên it | người làm it | phụ trách it | mảng it
chuyentrach: chuyên trách | phụ trách
vanbandi: văn bản đi | vb đi | công văn đi | văn bản phát hành | văn bản gửi đi | vb gửi đi | công văn phát hành | cv đi
vanbandi: văn bản đi ra | gửi đi | phát hành đi | văn bản gửi ra ngoài
dientu: điện tử | dạng điện tử | bản điện tử | môi trường điện tử | file điện tử
dientu+hoantoan: hoàn toàn điện tử | hoàn toàn dưới dạng điện tử | toàn điện tử | chỉ điện tử | điện tử hoàn toàn
dientu+hoantoan: hoàn toàn bằng điện tử | gửi hoàn toàn dưới dạng điện tử | không kèm giấy | không kèm bản giấy | không giấy
dientu+hoantoan: chỉ gửi bản điện tử | chỉ gửi điện tử | chỉ bản điện tử | không in giấy | không gửi giấy
dientu+songsong: hoàn toàn dưới dạng điện tử và song song với văn bản giấy | điện tử và song song giấy
dientu+songsong: song song điện tử và giấy | gửi hoàn toàn dưới dạng điện tử và song song với văn bản giấy
dientu+songsong: điện tử song song văn bản giấy | điện tử song song giấy | điện tử song song với văn bản giấy | điện tử kèm giấy
dientu+songsong: vừa điện tử vừa giấy | vừa giấy vừa điện tử | điện tử song song với giấy | vừa gửi điện tử vừa gửi giấy
dientu+songsong: vừa bản điện tử vừa bản giấy
songsong: song song | song song giấy | song song văn bản giấy | kèm giấy | kèm bản giấy | song song với văn bản giấy
songsong: kèm văn bản giấy
giay: văn bản giấy | bản giấy | giấy
kyso: chữ ký số | ký số | chữ kí số
chungthuso: chứng thư số | cts | chứng thư | usb ký số | token ký số | chữ ký số cá nhân
thudientu: thư điện tử | email | mail | hộp thư | thư công vụ | email công vụ | mail công vụ | hòm thư | hộp thư điện tử
thudientu: e mail
taikhoan: tài khoản
hethongbc: hệ thống báo cáo | hệ thống thông tin báo cáo | hệ thống báo cáo cấp tỉnh | hệ thống báo cáo của tỉnh
hethongbc: phần mềm báo cáo
phanmem: phần mềm | pmềm | app | ứng dụng
theodoi: theo dõi | đôn đốc | theo dõi đôn đốc | theo dõi đôn đốc kiểm tra | nhắc việc
theodoi: theo dõi đôn đốc kiểm tra việc thực hiện
ungdungso: ứng dụng số | ứng dụng số khác | phần mềm số | các ứng dụng số khác | ứng dụng số khác như
bcci: bưu chính công ích | bcci | bưu điện | bưu chính | dịch vụ bcci | dịch vụ bưu chính công ích | dv bcci
bcci: bưu chính công ích bcci | bc công ích
iso: iso | iso 9001 | tcvn iso 9001 | iso 9001 2015 | tcvn
danhgianb: đánh giá nội bộ | tự đánh giá | đgnb
xemxetld: xem xét của lãnh đạo | lãnh đạo xem xét | xem xét lãnh đạo | họp xem xét | xem xét của ld
htqlcl: hệ thống quản lý chất lượng | htqlcl | quản lý chất lượng
soluongkhac: nhiệm vụ khác | nhiệm vụ khác nếu có
hoanchinh: hoàn chỉnh
chaphanh: chấp hành | việc chấp hành
kiennghixuly+kiennghi: kiến nghị xử lý | đề nghị xử lý | đề xuất xử lý | cần xử lý | phải xử lý | kiến nghị sửa đổi
kiennghixuly+kiennghi: kiến nghị bãi bỏ
kiennghi: kiến nghị | đề nghị
pakn+kiennghi: phản ánh kiến nghị | pakn | phản ánh và kiến nghị
tuchu+p100: tự lo hết | tự bảo đảm toàn bộ | tự lo trọn | tự chủ toàn bộ | tự lo toàn bộ | tự đảm bảo hết
nsnn+dambao: chưa tự chủ | chưa tự chủ được | nhà nước lo | nhà nước nuôi | nhà nước bao cấp | ngân sách nuôi | nhà nước lo hết
nsnn+dambao: ngân sách cấp
nguoilamviec+dvsn+huongluong: biên chế sự nghiệp | biên chế viên chức | biên chế đvsn
tiepnhan+hoso: gửi hồ sơ | nộp hồ sơ | hồ sơ nộp | nộp hs | hs nộp
dientu+giay: điện tử và giấy | cả điện tử và giấy | cả điện tử lẫn giấy | điện tử lẫn giấy | văn bản điện tử và văn bản giấy
dientu+giay: giấy và điện tử
tyle+hoanthanh: mức độ hoàn thành | tiến độ hoàn thành | tiến độ
tyle+hailong: mức độ hài lòng | độ hài lòng
coquanhcnn: cơ quan hành chính nhà nước | cơ quan nhà nước | tại cơ quan hành chính nhà nước | tại cơ quan nhà nước
bomay: bộ máy | tổ chức bộ máy | bộ máy hành chính nhà nước | tổ chức bộ máy hành chính nhà nước
duocgiao+bienche: cho biên chế | chỉ tiêu biên chế | biên chế tỉnh giao
roi: đã | rồi
tthc+congbo+moi: thủ tục mới | tthc mới | thủ tục hành chính mới | thủ tục thêm mới | tthc thêm mới
tong: tổng số | tổng cộng | tổng | cả thảy | hết thảy
phai: phải | cần | buộc phải
khac: khác
taichinhcong: tài chính công
theche: thể chế
congvu: chế độ công vụ | công vụ
thongke+tthc: thống kê tthc | thống kê thủ tục | thống kê thủ tục hành chính | số liệu thủ tục hành chính
bomay+cocau: cơ cấu tổ chức | cơ cấu tổ chức bộ máy | cơ cấu bộ máy
dvsn+tructhuoc: thuộc đơn vị sự nghiệp | trong đơn vị sự nghiệp | thuộc đvsn | trong các đơn vị sự nghiệp | thuộc trung tâm
dvsn+tructhuoc: trong đvsn
"""

_EVERYDAY = (EVERYDAY, EVERYDAY_GOVERNANCE, EVERYDAY_OF_BODIES, PROCEDURES, EVERYDAY_DIGITAL)
CONCEPTS = _CATALOGUE + "".join(lines.lstrip() for lines in _EVERYDAY)
